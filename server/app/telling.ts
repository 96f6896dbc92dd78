import type { JobKind } from '#server/base/jobs.ts'
import { enqueue } from '#server/base/jobs.ts'
import type { SystemLetter } from '#server/channels/email/systemMail.ts'
import type { Sources } from '#server/notifications/notices.ts'

/** What notices are about, read across rooms for the room that words them. */
export const sourcesOfNotices = (mail: JobKind<SystemLetter> | string): Sources => ({
  post: (trx, letter) => enqueue(trx, mail, letter),
  matter: async (trx, id) => {
    const row = await trx
      .selectFrom('conversations')
      .innerJoin('customers', 'customers.id', 'conversations.customerId')
      .select(['inboxId', 'subject', 'conversations.demo', 'name', 'preferredName'])
      .where('conversations.id', '=', id)
      .executeTakeFirst()
    return row && { ...row, customer: row.preferredName || row.name }
  },
  promise: (trx, id) =>
    trx
      .selectFrom('promises')
      .select(['what', 'due', 'state', 'makerId', 'handoverToId'])
      .where('id', '=', id)
      .executeTakeFirst(),
})
