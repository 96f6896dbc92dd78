import { type Actor, atLeast, requireRole, sees, teammateId, tend } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { clockNow } from '#server/base/clock.ts'
import { conflict, forbidden, notFound } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { newId } from '#server/base/ids.ts'
import { text as say } from '#server/base/text.ts'
import { recordAct, undoAct } from '#server/conversations/acts.ts'
import { lockConversation } from '#server/conversations/queries.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { demandOn, isOn } from '#server/team/practices.ts'
import { holdLimits, hundredths, leftFor, whole } from './limits.ts'
import { hasHook } from './programs.ts'
import { canWithdraw, type DecisionRow, deciderOf, inUnit, isFresh } from './queries.ts'
import './tables.ts'

export interface NewDecision {
  kind: string
  unit: string
  amount: number
  because: string
  proof?: string | undefined
  ask?: boolean
  at?: Date
  demo?: boolean
}

/**
 * Decides within one's limits: counted and written in one transaction that holds whatever the limits count over. Above them nothing is
 * given: with `ask` it goes to somebody who may.
 */
export async function decide(
  db: Db | Trx,
  by: Actor,
  conversationId: string,
  given: NewDecision,
): Promise<string> {
  requireRole(by, 'teammate')
  return transaction(db, async (trx) => {
    await demandOn(trx, 'authority')
    const conversation = await lockConversation(trx, by, conversationId)
    await holdLimits(trx, conversation.customerId, by)
    const amount = hundredths(given.amount)
    const { upTo, rule } = await leftFor(trx, by, conversation, given)
    const isWithin = upTo === null || amount <= upTo
    if (!isWithin && !given.ask)
      throw conflict(
        'above-limit',
        say('authority.above', { upTo: inUnit(whole(upTo), given.unit), kind: given.kind }),
        { upTo: whole(upTo) },
      )
    const id = newId('decision')
    const result = isWithin && (await hasHook(trx, given.kind)) ? 'waiting' : 'none'
    await trx
      .insertInto('decisions')
      .values({
        conversationId,
        id,
        customerId: conversation.customerId,
        inboxId: conversation.inboxId,
        kind: given.kind,
        unit: given.unit,
        amount,
        because: given.because,
        proof: given.proof ?? null,
        state: isWithin ? 'decided' : 'asked',
        byId: by.id,
        byName: by.name,
        answeredById: null,
        answeredByName: null,
        answeredAt: null,
        answer: null,
        result,
        reference: null,
        resultAt: null,
        resultWords: null,
        demo: given.demo ?? false,
        ...(given.at && { at: given.at }),
      })
      .execute()
    const subjects = about(conversation)
    const detail = { decisionId: id, kind: given.kind, unit: given.unit, amount: given.amount }
    await recordEvent(trx, by, isWithin ? 'decision.made' : 'decision.asked', subjects, detail)
    await audit(
      trx,
      by,
      isWithin ? 'decision.made' : 'decision.asked',
      { kind: 'decision', id, inboxId: conversation.inboxId },
      { ...detail, rule: rule?.id ?? null },
    )
    if (isWithin) await asAct(trx, by, conversationId, id, given)
    return id
  })
}

/** Yes, by somebody whose own limits reach that far, or who runs the house. */
export async function approve(db: Db, by: Actor, id: string): Promise<void> {
  requireRole(by, 'lead')
  await transaction(db, async (trx) => {
    await demandOn(trx, 'authority')
    const { row, conversation } = await lockAsked(trx, by, id)
    if (row.byId !== null && row.byId === by.id) throw forbidden(say('authority.ownAsk'))
    await holdLimits(trx, row.customerId, by)
    const { upTo } = await leftFor(trx, by, conversation, row)
    if (!atLeast(by, 'admin') && upTo !== null && Number(row.amount) > upTo)
      throw conflict('above-limit', say('authority.aboveYours', { upTo: inUnit(whole(upTo), row.unit) }), {
        upTo: whole(upTo),
      })
    const result = (await hasHook(trx, row.kind)) ? 'waiting' : 'none'
    await settle(trx, by, row, { state: 'approved', result })
    const detail = { decisionId: id, kind: row.kind, unit: row.unit, amount: whole(Number(row.amount)) }
    await recordEvent(
      trx,
      by,
      'decision.made',
      { ...about(conversation), teammateId: deciderOf(row) },
      detail,
    )
    await audit(trx, by, 'decision.approved', subjectOf(row), detail)
    await asAct(trx, by, row.conversationId, id, { ...detail, because: row.because })
  })
}

export async function decline(db: Db, by: Actor, id: string, because: string): Promise<void> {
  requireRole(by, 'lead')
  await transaction(db, async (trx) => {
    const { row, conversation } = await lockAsked(trx, by, id)
    await settle(trx, by, row, { state: 'declined', answer: because })
    const subjects = { ...about(conversation), teammateId: deciderOf(row) }
    await recordEvent(trx, by, 'decision.declined', subjects, { decisionId: id, because })
    await audit(trx, by, 'decision.declined', subjectOf(row))
  })
}

/** Not needed after all: while it is only asked, or just after, while nothing has been set in motion by it. */
export async function withdraw(db: Db, by: Actor, id: string): Promise<void> {
  requireRole(by, 'teammate')
  await transaction(db, async (trx) => {
    const { row, conversation } = await lockDecision(trx, by, id)
    const isMine = row.byId !== null && row.byId === by.id
    if (!isMine && !atLeast(by, 'lead')) throw forbidden()
    if (!canWithdraw(row)) throw conflict('under-way', say('authority.underWay'))
    if (!isFresh(row, await clockNow(trx))) throw conflict('not-fresh', say('authority.notFresh'))
    await settle(trx, by, row, { state: 'withdrawn' })
    await undoItsAct(trx, by, row.actId)
    await recordEvent(trx, by, 'decision.withdrawn', about(conversation), { decisionId: id })
    await audit(trx, by, 'decision.withdrawn', subjectOf(row))
  })
}

/** A refund is something done; where the team records what it does, it stands there too. */
async function asAct(
  trx: Trx,
  by: Actor,
  conversationId: string,
  decisionId: string,
  { kind, amount, unit, because, at }: Pick<NewDecision, 'kind' | 'amount' | 'unit' | 'because' | 'at'>,
): Promise<void> {
  if (kind !== 'refund' || !(await isOn(trx, 'actions'))) return
  const note = `${inUnit(amount, unit)}, ${because}`
  const act = await recordAct(trx, by, { conversationId, kind: 'refunded', note, ...(at && { at }) })
  await trx
    .updateTable('decisions')
    .set({ actId: act.id })
    .where('conversationId', '=', conversationId)
    .where('id', '=', decisionId)
    .execute()
}

/** Wherever it stands by now: a split takes the decision along, and leaves what was done. */
async function undoItsAct(trx: Trx, by: Actor, id: string | null): Promise<void> {
  const act =
    id && (await trx.selectFrom('acts').select('conversationId').where('id', '=', id).executeTakeFirst())
  if (act) await undoAct(trx, by, act.conversationId, id)
}

const settle = (
  trx: Trx,
  by: Actor,
  row: DecisionRow,
  change: Partial<Pick<DecisionRow, 'state' | 'answer' | 'result'>>,
) =>
  clockNow(trx).then((now) =>
    trx
      .updateTable('decisions')
      .set({ ...change, answeredById: teammateId(by), answeredByName: by.name, answeredAt: now })
      .where('conversationId', '=', row.conversationId)
      .where('id', '=', row.id)
      .execute(),
  )

/** The conversation first, as everywhere, so that two verbs never wait for each other. */
export async function lockDecision(trx: Trx, by: Actor, id: string) {
  const there = await trx
    .selectFrom('decisions')
    .select(['conversationId', 'inboxId'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!there || !sees(by, there.inboxId)) throw notFound(say('authority.decision'))
  const conversation = await lockConversation(trx, tend, there.conversationId)
  const row = await trx
    .selectFrom('decisions')
    .selectAll()
    .where('conversationId', '=', there.conversationId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return { row: row as DecisionRow, conversation }
}

async function lockAsked(trx: Trx, by: Actor, id: string) {
  const locked = await lockDecision(trx, by, id)
  if (locked.row.state !== 'asked') throw conflict('decision-answered', say('authority.answered'))
  return locked
}

const about = (row: { id: string; inboxId: string; customerId: string }) => ({
  inboxId: row.inboxId,
  conversationId: row.id,
  customerId: row.customerId,
})
const subjectOf = (row: DecisionRow) => ({ kind: 'decision', id: row.id, inboxId: row.inboxId })
