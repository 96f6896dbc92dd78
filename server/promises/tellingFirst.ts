import type { Actor } from '#server/base/actor.ts'
import { spokenTo } from '#server/conversations/spokenTo.ts'
import type { Db } from '#server/database/database.ts'
import { promiseById } from './queries.ts'

/** What tells the customer that it will be later, in their language and on their clock. Facts are left to the writer. */
export async function draftOfTelling(
  db: Db,
  by: Actor,
  id: string,
  due: Date,
): Promise<{ text: string; when: string }> {
  const promise = await promiseById(db, by, id)
  const { name, say, when } = await spokenTo(db, {
    id: promise.conversationId,
    customerId: promise.customerId,
  })
  const text = say(promise.kind === 'callback' ? 'promises.tell.call' : 'promises.tell.word', {
    name,
    // Our sentence ends where the draft goes on.
    what: (promise.quote ?? promise.what).trim().replace(/[.!]+$/, ''),
    hasDue: promise.due ? 'yes' : 'no',
    due: promise.due ? when(new Date(promise.due)) : '',
    stage: promise.due === null ? 'untimed' : promise.state === 'open' ? 'timed' : 'late',
    when: when(due),
    me: by.kind === 'system' ? '' : by.name.split(' ')[0]!,
  })
  return { text, when: when(due) }
}
