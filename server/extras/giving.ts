import { decide } from '#server/authority/actions.ts'
import { whole } from '#server/authority/limits.ts'
import { type Actor, requireRole, sees, teammateId, tend } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { clockNow } from '#server/base/clock.ts'
import { conflict, invalid, notFound } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { newId } from '#server/base/ids.ts'
import { text as say } from '#server/base/text.ts'
import { lockConversation } from '#server/conversations/queries.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { demandOn, isOn } from '#server/team/practices.ts'
import { hasItsMaker, leftOf, lockExtra } from './catalogue.ts'
import { type ExtraRow, type GivenRow, stateOf } from './extra.ts'
import { paidFor } from './queries.ts'
import './tables.ts'

/** The kind of decision that pays for it. */
export const asGift = 'gift'

export interface NewGiven {
  extraId: string
  because?: string | undefined
  /** Above one's own limits a lead is asked. */
  ask?: boolean
  at?: Date
  demo?: boolean
}

/**
 * Gives one: counted off what is left, and decided within the giver's limits, in one transaction. Where somebody has to make it first,
 * or say yes to what it costs, it may not be told yet.
 */
export async function giveExtra(
  db: Db | Trx,
  by: Actor,
  conversationId: string,
  given: NewGiven,
): Promise<string> {
  requireRole(by, 'teammate')
  return transaction(db, async (trx) => {
    await demandOn(trx, 'extras')
    const conversation = await lockConversation(trx, by, conversationId)
    const extra = await lockExtra(trx, by, given.extraId)
    const { inboxId, customerId } = conversation
    if ((extra.inboxId && extra.inboxId !== inboxId) || !(await hasItsMaker(trx, extra, inboxId)))
      throw notFound(say('extras.this'))
    if ((await leftOf(trx, extra)) === 0)
      throw conflict('none-left', say('extras.noneLeft', { name: extra.name }))
    const decisionId = await payFor(trx, by, conversationId, extra, given)
    const needsMaker = extra.makerId !== null && extra.makerId !== teammateId(by)
    const id = newId('given')
    const at = given.at ?? (await clockNow(trx))
    await trx
      .insertInto('givenExtras')
      .values({
        conversationId,
        id,
        customerId,
        inboxId,
        extraId: extra.id,
        name: extra.name,
        words: extra.words,
        cost: extra.cost,
        unit: extra.unit,
        because: given.because ?? null,
        decisionId,
        byId: by.id,
        byName: by.name,
        at,
        makerId: extra.makerId,
        possibleAt: needsMaker ? null : at,
        possibleByName: needsMaker ? null : by.name,
        due: null,
        deliveredAt: null,
        deliveredByName: null,
        answer: null,
        answerMessageId: null,
        isGlad: null,
        answeredAt: null,
        answeredByName: null,
        cancelledAt: null,
        cancelledByName: null,
        demo: given.demo ?? false,
      })
      .execute()
    const subjects = { inboxId, conversationId, customerId, teammateId: needsMaker ? extra.makerId : null }
    await recordEvent(trx, by, 'extra.given', subjects, { givenId: id, name: extra.name, made: needsMaker })
    await audit(trx, by, 'extra.given', { kind: 'given-extra', id, inboxId }, { extra: extra.id })
    return id
  })
}

/** What costs money is a gift like any other: within what the giver may give, or a lead says yes. Where nobody set limits, the catalogue is the leave. */
async function payFor(
  trx: Trx,
  by: Actor,
  conversationId: string,
  extra: ExtraRow,
  given: NewGiven,
): Promise<string | null> {
  if (Number(extra.cost) === 0 || !(await isOn(trx, 'authority'))) return null
  return decide(trx, by, conversationId, {
    kind: asGift,
    unit: extra.unit!,
    amount: whole(Number(extra.cost)),
    because: given.because ?? extra.name,
    ask: given.ask ?? false,
    ...(given.at && { at: given.at }),
    demo: given.demo ?? false,
  })
}

/** Its maker says yes, and by when. From here on it may be told. */
export async function makePossible(
  db: Db | Trx,
  by: Actor,
  id: string,
  { due, at }: { due?: Date | undefined; at?: Date } = {},
): Promise<void> {
  await change(db, by, id, 'extra.possible', async (trx, row) => {
    const now = at ?? (await clockNow(trx))
    if (due && due <= now) throw invalid('/due', say('extras.past'))
    if (row.deliveredAt) throw conflict('given', say('extras.delivered'))
    return { possibleAt: row.possibleAt ?? now, possibleByName: by.name, due: due ?? row.due }
  })
}

/** They have it; whoever has it in their hands could have had it promised. */
export async function deliver(db: Db | Trx, by: Actor, id: string, at?: Date): Promise<void> {
  await change(db, by, id, 'extra.delivered', async (trx, row, state) => {
    if (state === 'waiting') throw conflict('not-yet', say('extras.notYet'))
    const now = at ?? (await clockNow(trx))
    return {
      deliveredAt: row.deliveredAt ?? now,
      deliveredByName: by.name,
      possibleAt: row.possibleAt ?? now,
    }
  })
}

/** Not after all: one more is left, and what it cost may be given again where the decision can be taken back. */
export async function cancelGiven(db: Db, by: Actor, id: string): Promise<void> {
  await change(db, by, id, 'extra.off', async (trx, row) => {
    if (row.deliveredAt) throw conflict('given', say('extras.delivered'))
    return { cancelledAt: await clockNow(trx), cancelledByName: by.name }
  })
}

type Change = Partial<Omit<GivenRow, 'conversationId' | 'id'>>

async function change(
  db: Db | Trx,
  by: Actor,
  id: string,
  verb: 'extra.possible' | 'extra.delivered' | 'extra.off',
  how: (trx: Trx, row: GivenRow, state: ReturnType<typeof stateOf>) => Promise<Change>,
): Promise<void> {
  requireRole(by, 'teammate')
  await transaction(db, async (trx) => {
    await demandOn(trx, 'extras')
    const row = await lockGiven(trx, by, id)
    const state = stateOf(row, await paidFor(trx, row))
    if (state === 'off') throw conflict('off', say('extras.off'))
    await trx
      .updateTable('givenExtras')
      .set(await how(trx, row, state))
      .where('conversationId', '=', row.conversationId)
      .where('id', '=', id)
      .execute()
    // Whoever gave it can tell them now.
    const to =
      verb === 'extra.possible' && row.byId !== by.id && row.byId?.startsWith('tm_') ? row.byId : null
    await recordEvent(trx, by, verb, { ...about(row), teammateId: to }, { givenId: id, name: row.name })
    await audit(trx, by, verb, subjectOf(row))
  })
}

/** The row, held together with its conversation, as everywhere the conversation first. */
export async function lockGiven(trx: Trx, by: Actor, id: string): Promise<GivenRow> {
  const there = await trx
    .selectFrom('givenExtras')
    .select(['conversationId', 'inboxId'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!there || !sees(by, there.inboxId)) throw notFound(say('extras.given'))
  await lockConversation(trx, tend, there.conversationId)
  return trx
    .selectFrom('givenExtras')
    .selectAll()
    .where('conversationId', '=', there.conversationId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}

export const about = (row: Pick<GivenRow, 'inboxId' | 'conversationId' | 'customerId'>) => ({
  inboxId: row.inboxId,
  conversationId: row.conversationId,
  customerId: row.customerId,
})
export const subjectOf = (row: Pick<GivenRow, 'id' | 'inboxId'>) => ({
  kind: 'given-extra',
  id: row.id,
  inboxId: row.inboxId,
})
