import { sql } from 'kysely'
import { sqlNow } from '#server/base/clock.ts'
import { type Db, transaction } from '#server/database/database.ts'
import type { LetterBytes } from './bytes.ts'
import '../tables.ts'

export interface Claim extends LetterBytes {
  id: string
  epoch: number
  messageId: string
  conversationId: string
  inboxId: string
  kind: string
  envelopeFrom: string
  attempt: number
  createdAt: Date
  sample: boolean
  /** It was sent once before and the answer was lost. */
  resentOnce: boolean
  recipients: string[]
}

/** By the database's own clock, whatever the domain's clock says: it is about processes, not about promises. */
const machineNow = sql<Date>`clock_timestamp()`
const lease = sql<Date>`clock_timestamp() + interval '6 seconds'`
/** How often leases are renewed, in milliseconds. */
export const renewEvery = 2000

/** Inboxes that have something due; `sample` letters have no way out to wait for. */
export async function inboxesWithMailDue(db: Db): Promise<{ inboxId: string; sample: boolean }[]> {
  return db
    .selectFrom('outbox')
    .select(['inboxId', 'sample'])
    .distinct()
    .where('phase', '=', 'queued')
    .where('nextAt', '<=', sqlNow)
    .execute()
}

/** Takes the next letters that are due, for one worker. A claim counts by its epoch; safety does not rest on the lease. */
export async function claimDue(
  db: Db,
  { inboxIds, sample, limit }: { inboxIds: readonly string[]; sample: boolean; limit: number },
): Promise<Claim[]> {
  if (inboxIds.length === 0 || limit <= 0) return []
  return transaction(db, async (trx) => {
    const due = await trx
      .selectFrom('outbox')
      .select('id')
      .where('phase', '=', 'queued')
      .where('nextAt', '<=', sqlNow)
      .where('sample', '=', sample)
      .where('inboxId', 'in', [...inboxIds])
      // A person's answer overtakes what machines write, and what goes to many.
      .orderBy(sql`kind = 'reply' desc, kind = 'incident', next_at`)
      .limit(limit)
      .forUpdate()
      .skipLocked()
      .execute()
    if (due.length === 0) return []
    const rows = await trx
      .updateTable('outbox')
      .set((e) => ({
        phase: 'claimed' as const,
        epoch: e('epoch', '+', 1),
        attempt: e('attempt', '+', 1),
        leaseUntil: lease,
        handoverAt: null,
      }))
      .where(
        'id',
        'in',
        due.map((row) => row.id),
      )
      .returningAll()
      .execute()
    const recipients = await trx
      .selectFrom('outboxRecipients')
      .select(['outboxId', 'address'])
      .where(
        'outboxId',
        'in',
        rows.map((row) => row.id),
      )
      // One whose answer was lost is asked again only after `resolveUnknown` has set it back to waiting.
      .where('state', 'in', ['waiting', 'deferred'])
      .execute()
    return rows.map((row) => ({
      ...row,
      recipients: recipients.filter((one) => one.outboxId === row.id).map((one) => one.address),
    }))
  })
}

/** The mark just before the final dot: from here on the letter may have arrived. False: another worker has it; drop the connection. */
export async function markHandover(db: Db, claim: Claim): Promise<boolean> {
  const row = await db
    .updateTable('outbox')
    .set({ phase: 'handover', handoverAt: sqlNow })
    .where('id', '=', claim.id)
    .where('epoch', '=', claim.epoch)
    .where('phase', '=', 'claimed')
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Said every few seconds by a worker that is alive, also while it waits minutes for the answer to a dot. */
export async function renewLeases(db: Db, claims: readonly Claim[]): Promise<void> {
  for (const claim of claims)
    await db
      .updateTable('outbox')
      .set({ leaseUntil: lease })
      .where('id', '=', claim.id)
      .where('epoch', '=', claim.epoch)
      .where('phase', 'in', ['claimed', 'handover'])
      .execute()
}

export const leaseRanOut = sql<boolean>`lease_until < ${machineNow}`
