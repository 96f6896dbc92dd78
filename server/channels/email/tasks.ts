import { sql } from 'kysely'
import { sqlNow } from '#server/base/clock.ts'
import { newId } from '#server/base/ids.ts'
import type { Trx } from '#server/database/database.ts'
import { statement } from '#server/database/statement.ts'
import './tables.ts'

export interface MailTask {
  kind: 'refused' | 'unknown' | 'bounced' | 'unreadable' | 'held'
  inboxId: string
  conversationId: string | null
  messageId: string | null
  detail: string
}

/** Work for a person, shown on Today until it is seen to. */
export async function addMailTask(trx: Trx, task: MailTask): Promise<void> {
  await trx
    .insertInto('mailTasks')
    .values({ ...task, id: newId('audit').replace('aud_', 'tsk_'), doneAt: null })
    .execute()
}

/** What was seen to: let in, sent again, or answered. Without `kinds`, every kind. */
export async function finishMailTasks(
  trx: Trx,
  about: ({ messageId: string } | { conversationId: string }) & { kinds?: readonly MailTask['kind'][] },
): Promise<void> {
  if ('conversationId' in about && about.kinds) {
    await finishOf(trx, { id: about.conversationId, kinds: [...about.kinds] })
    return
  }
  let done = trx.updateTable('mailTasks').set({ doneAt: sqlNow }).where('doneAt', 'is', null)
  done =
    'messageId' in about
      ? done.where('messageId', '=', about.messageId)
      : done.where('conversationId', '=', about.conversationId)
  if (about.kinds) done = done.where('kind', 'in', [...about.kinds])
  await done.execute()
}

const finishOf = statement<{ id: string; kinds: string[] }, never>(
  (place) => sql`update mail_tasks set done_at = clock_now()
    where done_at is null and conversation_id = ${place('id')} and kind = any(${place('kinds')}::text[])`,
)
