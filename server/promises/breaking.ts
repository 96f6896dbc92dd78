import { type Actor, atLeast, requireRole, teammateId, tend } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { clockNow } from '#server/base/clock.ts'
import { forbidden } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { readSetting, writeSetting } from '#server/base/settings.ts'
import { text as say } from '#server/base/text.ts'
import { clearTimers, setTimer } from '#server/base/timers.ts'
import { workingTime } from '#server/calendar/queries.ts'
import { addWorkingDays } from '#server/calendar/workingTime.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { change, lockIfThere, lockPromise, record, step, whoseIs } from './ledger.ts'
import { demandOpen, type PromiseRow } from './promise.ts'
import './tables.ts'

export interface WordRules {
  /** Opening days a promise may be late without a word from us before it is broken; null: only people say so. */
  brokenAfterDays: number | null
}

const byDefault: WordRules = { brokenAfterDays: 2 }

export const readWordRules = async (db: Db | Trx): Promise<WordRules> => ({
  ...byDefault,
  ...(await readSetting<Partial<WordRules>>(db, 'word')),
})

export async function changeWordRules(db: Db, by: Actor, change: Partial<WordRules>): Promise<WordRules> {
  requireRole(by, 'lead')
  return transaction(db, async (trx) => {
    const rules = { ...(await readWordRules(trx)), ...change }
    await writeSetting(trx, 'word', rules)
    await recordEvent(trx, by, 'word-rules.changed', {}, {})
    await audit(trx, by, 'word-rules.changed', null, { ...rules })
    return rules
  })
}

/** Its maker or a lead says that it cannot be kept any more. It stays on the board until it is made good. */
export async function breakPromise(db: Db, by: Actor, id: string, because: string): Promise<void> {
  await transaction(db, async (trx) => {
    requireRole(by, 'teammate')
    const row = await lockPromise(trx, by, id)
    demandOpen(row)
    if (row.state === 'broken') return
    const isTheirs = row.makerId === null || row.makerId === teammateId(by)
    if (!isTheirs && !atLeast(by, 'lead')) throw forbidden(say('promises.notYours'))
    await broken(trx, by, row, because, await clockNow(trx))
    await audit(trx, by, 'promise.broken', { kind: 'promise', id, inboxId: row.inboxId }, { because })
  })
}

/** Sets the moment a late promise is broken, when nobody says a word till then. */
export async function setBreakTimer(trx: Trx, row: PromiseRow): Promise<void> {
  const at = await breaksAt(trx, row)
  if (at) await setTimer(trx, 'promise.break', row.id, at)
}

/** The rule has changed: what is late now waits by the new one. */
export async function setBreaksAnew(db: Db): Promise<void> {
  const rows = await db.selectFrom('promises').select('id').where('state', '=', 'late').execute()
  for (const { id } of rows)
    await transaction(db, async (trx) => {
      const row = await lockIfThere(trx, id)
      if (row?.state !== 'late') return
      await clearTimers(trx, 'promise.break', id)
      await setBreakTimer(trx, row)
    })
}

/** The timer: broken when nobody wrote to them since the due; otherwise it waits as long again from that word. */
export async function breakIfSilent(db: Db, id: string): Promise<PromiseRow | null> {
  return transaction(db, async (trx) => {
    const row = await lockIfThere(trx, id)
    return row && breakIfDue(trx, row, await clockNow(trx))
  })
}

export async function breakIfDue(trx: Trx, row: PromiseRow, now: Date): Promise<PromiseRow | null> {
  const at = row.state === 'late' ? await breaksAt(trx, row) : null
  if (!at) return null
  if (at <= now) return broken(trx, tend, row, null, now)
  await setTimer(trx, 'promise.break', row.id, at)
  return null
}

async function breaksAt(trx: Trx, row: PromiseRow): Promise<Date | null> {
  const { brokenAfterDays } = await readWordRules(trx)
  if (brokenAfterDays === null || !row.due) return null
  const { word } = await trx
    .selectFrom('messages')
    .select((e) => e.fn.max('at').as('word'))
    .where('conversationId', '=', row.conversationId)
    .where('direction', '=', 'out')
    .where('autoReply', '=', false)
    .where('at', '>', row.due)
    .executeTakeFirstOrThrow()
  return addWorkingDays(word ?? row.due, brokenAfterDays, await workingTime(trx))
}

async function broken(
  trx: Trx,
  by: Actor,
  row: PromiseRow,
  because: string | null,
  now: Date,
): Promise<PromiseRow> {
  const due = row.due?.toISOString() ?? null
  const after = await change(trx, row, { state: 'broken', brokenAt: row.brokenAt ?? now, nudgeAt: null })
  await step(trx, by, row, 'broken', { due, because }, now)
  for (const kind of ['promise.nudge', 'promise.due', 'promise.break']) await clearTimers(trx, kind, row.id)
  await record(trx, by, after, 'promise.broken', { due, because }, await whoseIs(trx, row))
  return after
}
