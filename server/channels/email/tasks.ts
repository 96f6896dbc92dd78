import { sqlNow } from '#server/base/clock.ts'
import { newId } from '#server/base/ids.ts'
import type { Trx } from '#server/database/database.ts'
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
  let done = trx.updateTable('mailTasks').set({ doneAt: sqlNow }).where('doneAt', 'is', null)
  done =
    'messageId' in about
      ? done.where('messageId', '=', about.messageId)
      : done.where('conversationId', '=', about.conversationId)
  if (about.kinds) done = done.where('kind', 'in', [...about.kinds])
  await done.execute()
}
