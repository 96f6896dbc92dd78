import { tend } from '#server/base/actor.ts'
import type { House } from '#server/base/context.ts'
import { recordEvent } from '#server/base/events.ts'
import { transaction } from '#server/database/database.ts'
import type { MailboxRow } from '../tables.ts'
import '../tables.ts'

/** How the mailbox is doing, for the settings and the health page. */
export async function note(
  house: House,
  mailbox: MailboxRow,
  state: string,
  says: string | null,
): Promise<void> {
  await transaction(house.db, async (trx) => {
    const before = await trx
      .selectFrom('mailboxes')
      .select('state')
      .where('id', '=', mailbox.id)
      .executeTakeFirst()
    await trx
      .updateTable('mailboxes')
      .set({ state, says, lastCheckedAt: new Date() })
      .where('id', '=', mailbox.id)
      .execute()
    // Only a change of state wakes others; the watchers themselves look at the settings, not at this.
    if (before && before.state !== state)
      await recordEvent(trx, tend, 'mailbox.changed', { inboxId: mailbox.inboxId }, { state })
  })
}
