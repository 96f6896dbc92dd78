import { sql } from 'kysely'
import { tend } from '#server/base/actor.ts'
import { sqlNow } from '#server/base/clock.ts'
import { recordEvent } from '#server/base/events.ts'
import { text as say } from '#server/base/text.ts'
import { type Db, transaction } from '#server/database/database.ts'
import { addMailTask } from '../tasks.ts'
import { leaseRanOut } from './claim.ts'
import '../tables.ts'

/**
 * After a crash or a lost worker: what was claimed but not handed over goes back into the queue; what was at the final dot
 * is not known to have arrived or not. Looks only at leases that ran out.
 */
export async function recoverClaims(db: Db): Promise<void> {
  await transaction(db, async (trx) => {
    await trx
      .updateTable('outbox')
      .set({ phase: 'queued', leaseUntil: null })
      .where('phase', '=', 'claimed')
      .where(leaseRanOut)
      .execute()
    const lost = await trx
      .updateTable('outbox')
      .set({ phase: 'unknown', leaseUntil: null })
      .where('phase', '=', 'handover')
      .where(leaseRanOut)
      .returningAll()
      .execute()
    for (const outbox of lost) {
      await trx
        .updateTable('outboxRecipients')
        .set({ state: 'unknown', at: sqlNow })
        .where('outboxId', '=', outbox.id)
        .where('state', 'in', ['waiting', 'deferred'])
        .execute()
      const { inboxId, conversationId, messageId } = outbox
      await recordEvent(trx, tend, 'mail.unknown', { inboxId, conversationId, messageId }, {})
    }
  })
}

/**
 * No proof after ten minutes: a personal reply is sent once more, the same bytes, and says so; anything else waits for a
 * person. The ten minutes are those of the domain's clock.
 */
export async function resolveUnknown(db: Db): Promise<void> {
  await transaction(db, async (trx) => {
    const rows = await trx
      .selectFrom('outbox')
      .selectAll()
      .where('phase', '=', 'unknown')
      .where('handoverAt', '<=', sql<Date>`clock_now() - interval '10 minutes'`)
      .limit(100)
      .forUpdate()
      .skipLocked()
      .execute()
    for (const outbox of rows) {
      const again = (outbox.kind === 'reply' || outbox.kind === 'incident') && !outbox.resentOnce
      await trx
        .updateTable('outbox')
        .set(again ? { phase: 'queued', nextAt: sqlNow, resentOnce: true } : { phase: 'parked' })
        .where('id', '=', outbox.id)
        .execute()
      if (again)
        await trx
          .updateTable('outboxRecipients')
          .set({ state: 'waiting', detail: say('email.mayArriveTwice'), at: sqlNow })
          .where('outboxId', '=', outbox.id)
          .where('state', '=', 'unknown')
          .execute()
      const { inboxId, conversationId, messageId } = outbox
      await addMailTask(trx, {
        kind: 'unknown',
        inboxId,
        conversationId,
        messageId,
        detail: say(again ? 'email.task.sentTwice' : 'email.task.unknown'),
      })
    }
    if (rows.length) await sql`select pg_notify('outbox', '')`.execute(trx)
  })
}
