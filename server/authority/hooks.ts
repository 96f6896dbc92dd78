import { type Actor, requireRole, tend } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { clockNow } from '#server/base/clock.ts'
import type { House } from '#server/base/context.ts'
import { conflict, notFound } from '#server/base/errors.ts'
import { newId } from '#server/base/ids.ts'
import { text as say } from '#server/base/text.ts'
import { clearTimers, setTimer } from '#server/base/timers.ts'
import { nextTry, postSigned } from '#server/base/webhooks.ts'
import { type Db, transaction } from '#server/database/database.ts'
import { lockDecision } from './actions.ts'
import { noteDelivery } from './deliveries.ts'
import { holdLimits, leftFor, whole } from './limits.ts'
import { forgetProgram, hasHook, type Program, programFor } from './programs.ts'
import { inUnit } from './queries.ts'
import { noteResult } from './results.ts'
import './tables.ts'

export async function dropHook(db: Db, by: Actor, kind: string): Promise<void> {
  requireRole(by, 'admin')
  await transaction(db, async (trx) => {
    if (!(await forgetProgram(trx, kind))) throw notFound(say('authority.hook'))
    await audit(trx, by, 'authority-hook.removed', null, { kind })
    // Nobody can tell us any more what became of them, and what only waits would hold its limit for ever.
    const waiting = await trx
      .selectFrom('decisions')
      .select('id')
      .where('kind', '=', kind)
      .where('result', '=', 'waiting')
      .execute()
    for (const { id } of waiting)
      await noteResult(trx, id, { result: 'failed', words: say('authority.cutOff') })
  })
}

/**
 * One decision, handed to the program that carries it out. The same id at every try, so that nobody is paid twice. Where it is away, a
 * timer tries again for a day and a half.
 */
export async function sendDecision(house: House, decisionId: string): Promise<void> {
  const row = await house.db
    .selectFrom('decisions')
    .innerJoin('customers', 'customers.id', 'decisions.customerId')
    .select(['decisions.id', 'kind', 'unit', 'amount', 'because', 'result', 'at', 'answeredAt'])
    .select(['decisions.conversationId', 'decisions.customerId', 'customers.name as customerName'])
    .where('decisions.id', '=', decisionId)
    .executeTakeFirst()
  if (row?.result !== 'waiting') return
  const program = await programFor(house, row.kind)
  if (!program) return noteResult(house.db, decisionId, { result: 'failed', words: say('authority.cutOff') })
  const { id, kind, unit, because, conversationId, customerId, customerName } = row
  const data = {
    id,
    kind,
    unit,
    amount: whole(Number(row.amount)),
    because,
    conversationId,
    customerId,
    customerName,
  }
  const answer = await handOut(house, kind, program, { id, type: 'decision.made', data })
  if (answer.kind === 'taken') return
  if (answer.kind === 'gone') return dropHook(house.db, tend, kind)
  if (answer.kind === 'refused')
    return noteResult(house.db, id, {
      result: 'failed',
      words: say('authority.refused', { status: answer.status }),
    })
  await tryAgain(house.db, id, row.answeredAt ?? row.at)
}

/** Handed over once, and noted with what the program said. */
async function handOut(
  house: House,
  kind: string,
  { url, secret, inside }: Program,
  what: { id: string; type: 'decision.made' | 'trial'; data: unknown },
) {
  const began = performance.now()
  const answer = await postSigned(house, { url, secret, mayBeInside: inside }, what)
  const tookMs = Math.round(performance.now() - began)
  const id = await noteDelivery(house.db, kind, {
    decisionId: what.type === 'trial' ? null : what.id,
    outcome: answer.kind,
    status: answer.status,
    tookMs,
  })
  return { ...answer, deliveryId: id }
}

/** A trial is signed like a decision and is none: whoever connects a program sees at once whether it answers. */
export async function tryHook(house: House, by: Actor, kind: string): Promise<string> {
  requireRole(by, 'admin')
  const program = await programFor(house, kind)
  if (!program) throw notFound(say('authority.hook'))
  const trial = { id: newId('delivery'), type: 'trial' as const, data: { kind } }
  const { deliveryId } = await handOut(house, kind, program, trial)
  await audit(house.db, by, 'authority-hook.tried', null, { kind })
  return deliveryId
}

/** Once more, because somebody has looked: it counts again from here on, so it must fit what may be given. */
export async function sendAgain(house: House, by: Actor, id: string): Promise<void> {
  requireRole(by, 'admin')
  await transaction(house.db, async (trx) => {
    const { row, conversation } = await lockDecision(trx, by, id)
    if (!(await hasHook(trx, row.kind))) throw notFound(say('authority.hook'))
    if (
      (row.state !== 'decided' && row.state !== 'approved') ||
      row.result === 'done' ||
      row.result === 'none'
    )
      throw conflict('not-waiting', say('authority.notWaiting'))
    if (row.result === 'failed') {
      await holdLimits(trx, row.customerId, by)
      const { upTo } = await leftFor(trx, by, conversation, row)
      if (upTo !== null && Number(row.amount) > upTo)
        throw conflict('above-limit', say('authority.aboveYours', { upTo: inUnit(whole(upTo), row.unit) }))
      await trx
        .updateTable('decisions')
        .set({ result: 'waiting', resultAt: null, resultWords: null })
        .where('conversationId', '=', row.conversationId)
        .where('id', '=', id)
        .execute()
    }
    await clearTimers(trx, 'decision.send', id)
    await audit(trx, by, 'decision.sent-again', { kind: 'decision', id, inboxId: row.inboxId })
  })
  await sendDecision(house, id)
}

async function tryAgain(db: Db, id: string, decided: Date): Promise<void> {
  await transaction(db, async (trx) => {
    const next = nextTry(decided, await clockNow(trx))
    if (!next) return noteResult(trx, id, { result: 'failed', words: say('authority.away') })
    await clearTimers(trx, 'decision.send', id)
    await setTimer(trx, 'decision.send', id, next)
  })
}
