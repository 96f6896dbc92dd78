import { sql } from 'kysely'
import { tend } from '#server/base/actor.ts'
import { sqlNow } from '#server/base/clock.ts'
import { recordEvent } from '#server/base/events.ts'
import { text as say } from '#server/base/text.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { addMailTask } from '../tasks.ts'
import type { Claim } from './claim.ts'
import '../tables.ts'

export interface RecipientAnswer {
  address: string
  state: 'accepted' | 'deferred' | 'refused' | 'unknown'
  code: number | null
  detail: string | null
  /** The whole server was away or would not let us in: nothing is known about this recipient. */
  serverAway?: boolean
}

/** TRUST.md §3.5, in seconds: 1 m, 5 m, 15 m, 1 h, then every 4 h up to 5 days. */
const pauses = [60, 300, 900, 3600]
const longestPause = 4 * 3600
/** A server that is away is tried more often: once it is back, everything should leave within minutes. */
const pausesWhenAway = [60, 120]
const longestPauseWhenAway = 300
const giveUpAfter = sql<boolean>`created_at < clock_now() - interval '5 days'`

export function pauseAfter(attempt: number, serverAway: boolean): number {
  return serverAway
    ? (pausesWhenAway[attempt - 1] ?? longestPauseWhenAway)
    : (pauses[attempt - 1] ?? longestPause)
}

/**
 * Writes what the server said, per recipient, and what happens next. An answer counts as long as nobody has claimed the
 * letter since, also when it comes so late that the letter was already taken for lost.
 */
export async function settleClaim(db: Db, claim: Claim, answers: readonly RecipientAnswer[]): Promise<void> {
  await transaction(db, async (trx) => {
    const mine = await trx
      .selectFrom('outbox')
      // Not the claim's own: the message may have been moved to another conversation while it was on its way.
      .select(['id', 'conversationId'])
      .select(giveUpAfter.as('tooOld'))
      .where('id', '=', claim.id)
      .where('epoch', '=', claim.epoch)
      .forUpdate()
      .executeTakeFirst()
    if (!mine) return
    const final = answers.map((answer) =>
      answer.state === 'deferred' && mine.tooOld ? { ...answer, state: 'refused' as const } : answer,
    )
    for (const { address, state, code, detail } of final)
      await trx
        .updateTable('outboxRecipients')
        .set({
          state,
          code,
          detail: state === 'accepted' && claim.resentOnce ? say('email.mayArriveTwice') : detail,
          at: sqlNow,
        })
        .where('outboxId', '=', claim.id)
        .where('address', '=', address)
        .where('state', '!=', 'bounced')
        .execute()
    await goOn(trx, claim, final)
    await tell(trx, { ...claim, conversationId: mine.conversationId }, final)
  })
}

/** What the letter does next follows from how all its recipients stand, those of earlier attempts too. */
async function goOn(trx: Trx, claim: Claim, answers: readonly RecipientAnswer[]): Promise<void> {
  const rows = await trx
    .selectFrom('outboxRecipients')
    .select('state')
    .where('outboxId', '=', claim.id)
    .execute()
  const any = (...states: string[]) => rows.some((row) => states.includes(row.state))
  const away = answers.some((answer) => answer.serverAway)
  const next = any('waiting', 'deferred')
    ? {
        phase: 'queued' as const,
        nextAt: sql<Date>`clock_now() + make_interval(secs => ${pauseAfter(claim.attempt, away)})`,
      }
    : { phase: any('unknown') ? ('unknown' as const) : ('done' as const), doneAt: sqlNow }
  await trx
    .updateTable('outbox')
    .set({ ...next, leaseUntil: null })
    .where('id', '=', claim.id)
    .execute()
}

async function tell(trx: Trx, claim: Claim, answers: readonly RecipientAnswer[]): Promise<void> {
  const about = { inboxId: claim.inboxId, conversationId: claim.conversationId, messageId: claim.messageId }
  const to = (state: RecipientAnswer['state']) =>
    answers.filter((answer) => answer.state === state).map((answer) => answer.address)
  if (to('accepted').length) await recordEvent(trx, tend, 'mail.accepted', about, { to: to('accepted') })
  if (to('deferred').length) await recordEvent(trx, tend, 'mail.deferred', about, { to: to('deferred') })
  if (to('unknown').length) await recordEvent(trx, tend, 'mail.unknown', about, {})
  const refused = answers.filter((answer) => answer.state === 'refused')
  if (refused.length === 0) return
  await recordEvent(trx, tend, 'mail.refused', about, { to: to('refused') })
  await addMailTask(trx, {
    kind: 'refused',
    ...about,
    detail: say('email.task.refused', { to: to('refused').join(', '), detail: refused[0]!.detail ?? '?' }),
  })
}
