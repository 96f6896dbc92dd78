import { sql } from 'kysely'
import { tend } from '#server/base/actor.ts'
import { sqlNow } from '#server/base/clock.ts'
import { recordEvent } from '#server/base/events.ts'
import { text as say } from '#server/base/text.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { addMailTask } from '../tasks.ts'
import '../tables.ts'

export interface Claim {
  id: string
  epoch: number
  messageId: string
  conversationId: string
  inboxId: string
  kind: string
  envelopeFrom: string
  bytesFile: string
  attempt: number
  createdAt: Date
  sample: boolean
  recipients: string[]
}

const lease = sql<Date>`clock_timestamp() + interval '20 seconds'`

/** Takes the next letters that are due, for one worker. A claim counts by its epoch; safety does not rest on the lease. */
export async function claimDue(db: Db, limit: number, onlySamples: boolean): Promise<Claim[]> {
  return transaction(db, async (trx) => {
    const rows = await trx
      .selectFrom('outbox')
      .select('id')
      .where('phase', '=', 'queued')
      .where('nextAt', '<=', sqlNow)
      .$if(onlySamples, (q) => q.where('sample', '=', true))
      .orderBy(sql`kind = 'reply' desc, next_at`)
      .limit(limit)
      .forUpdate()
      .skipLocked()
      .execute()
    const claims: Claim[] = []
    for (const { id } of rows) {
      const row = await trx
        .updateTable('outbox')
        .set((e) => ({
          phase: 'claimed' as const,
          epoch: e('epoch', '+', 1),
          attempt: e('attempt', '+', 1),
          leaseUntil: lease,
        }))
        .where('id', '=', id)
        .returningAll()
        .executeTakeFirstOrThrow()
      const recipients = await trx
        .selectFrom('outboxRecipients')
        .select('address')
        .where('outboxId', '=', id)
        .where('state', 'in', ['waiting', 'deferred', 'unknown'])
        .execute()
      claims.push({ ...row, recipients: recipients.map((recipient) => recipient.address) })
    }
    return claims
  })
}

/** The mark just before the final dot: from here on the letter may have arrived. False: another worker has it; drop the connection. */
export async function markHandover(db: Db, claim: Claim): Promise<boolean> {
  const row = await db
    .updateTable('outbox')
    .set({ phase: 'handover', handoverAt: sql<Date>`clock_timestamp()` })
    .where('id', '=', claim.id)
    .where('epoch', '=', claim.epoch)
    .where('phase', '=', 'claimed')
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export interface RecipientAnswer {
  address: string
  state: 'accepted' | 'deferred' | 'refused' | 'unknown'
  code: number | null
  detail: string | null
}

/** TRUST.md §3.5: 1 m, 5 m, 15 m, 1 h, then every 4 h up to 5 days. */
const pauses = [60, 300, 900, 3600]
const giveUpAfter = 5 * 86_400_000

/** Writes what the server said, per recipient, and what happens next. */
export async function settleClaim(db: Db, claim: Claim, answers: readonly RecipientAnswer[]): Promise<void> {
  await transaction(db, async (trx) => {
    const mine = await trx
      .selectFrom('outbox')
      .select(['id', 'createdAt'])
      .where('id', '=', claim.id)
      .where('epoch', '=', claim.epoch)
      .where('phase', 'in', ['claimed', 'handover', 'unknown'])
      .forUpdate()
      .executeTakeFirst()
    if (!mine) return
    const { rows } = await sql<{
      age: number
    }>`select extract(epoch from clock_now() - ${mine.createdAt}::timestamptz) * 1000 as age`.execute(trx)
    const tooOld = Number(rows[0]!.age) > giveUpAfter
    const final = answers.map((answer) =>
      answer.state === 'deferred' && tooOld ? { ...answer, state: 'refused' as const } : answer,
    )
    for (const { address, state, code, detail } of final)
      await trx
        .updateTable('outboxRecipients')
        .set({ state, code, detail, at: sqlNow })
        .where('outboxId', '=', claim.id)
        .where('address', '=', address)
        .execute()
    const of = (state: string) => final.filter((answer) => answer.state === state)
    const about = { inboxId: claim.inboxId, conversationId: claim.conversationId, messageId: claim.messageId }
    if (of('deferred').length) {
      const pause = pauses[claim.attempt - 1] ?? 4 * 3600
      await trx
        .updateTable('outbox')
        .set({
          phase: 'queued',
          leaseUntil: null,
          handoverAt: null,
          nextAt: sql<Date>`clock_now() + make_interval(secs => ${pause})`,
        })
        .where('id', '=', claim.id)
        .execute()
      await recordEvent(trx, tend, 'mail.deferred', about, {
        to: of('deferred').map((answer) => answer.address),
      })
    } else
      await trx
        .updateTable('outbox')
        .set({ phase: of('unknown').length ? 'unknown' : 'done', leaseUntil: null, doneAt: sqlNow })
        .where('id', '=', claim.id)
        .execute()
    if (of('accepted').length)
      await recordEvent(trx, tend, 'mail.accepted', about, {
        to: of('accepted').map((answer) => answer.address),
      })
    if (of('unknown').length) await noteUnknown(trx, about)
    const refused = of('refused')
    if (refused.length) {
      await recordEvent(trx, tend, 'mail.refused', about, { to: refused.map((answer) => answer.address) })
      const detail = say('email.task.refused', {
        to: refused.map((answer) => answer.address).join(', '),
        detail: refused[0]!.detail ?? '?',
      })
      if (claim.kind !== 'team') await addMailTask(trx, { kind: 'refused', ...about, detail })
    }
  })
}

const noteUnknown = (trx: Trx, about: { inboxId: string; conversationId: string; messageId: string }) =>
  recordEvent(trx, tend, 'mail.unknown', about, {})

/**
 * After a crash or a lost worker: what was claimed but not handed over goes back into the queue; what was at the final dot
 * is not known to have arrived or not. Looks only at leases that ran out.
 */
export async function recoverClaims(db: Db): Promise<void> {
  await db
    .updateTable('outbox')
    .set({ phase: 'queued', leaseUntil: null })
    .where('phase', '=', 'claimed')
    .where('leaseUntil', '<', sql<Date>`clock_timestamp()`)
    .execute()
  await transaction(db, async (trx) => {
    const lost = await trx
      .updateTable('outbox')
      .set({ phase: 'unknown', leaseUntil: null })
      .where('phase', '=', 'handover')
      .where('leaseUntil', '<', sql<Date>`clock_timestamp()`)
      .returningAll()
      .execute()
    for (const row of lost) {
      await trx
        .updateTable('outboxRecipients')
        .set({ state: 'unknown', at: sqlNow })
        .where('outboxId', '=', row.id)
        .where('state', 'in', ['waiting', 'deferred'])
        .execute()
      await noteUnknown(trx, row)
    }
  })
}

/** No proof after ten minutes: a personal reply is sent once more, same bytes, and says so; anything else waits for a person. */
export async function resolveUnknown(db: Db): Promise<void> {
  await transaction(db, async (trx) => {
    const rows = await trx
      .selectFrom('outbox')
      .selectAll()
      .where('phase', '=', 'unknown')
      .where('handoverAt', '<', sql<Date>`clock_timestamp() - interval '10 minutes'`)
      .limit(100)
      .forUpdate()
      .skipLocked()
      .execute()
    for (const row of rows) {
      const again = row.kind === 'reply' && !row.resentOnce
      await trx
        .updateTable('outbox')
        .set(again ? { phase: 'queued', nextAt: sqlNow, resentOnce: true } : { phase: 'parked' })
        .where('id', '=', row.id)
        .execute()
      await addMailTask(trx, {
        kind: 'unknown',
        inboxId: row.inboxId,
        conversationId: row.conversationId,
        messageId: row.messageId,
        detail: say('email.task.unknown'),
      })
    }
  })
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
