import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Urgent } from '#contract/oncall.ts'
import { type Actor, requireRole, teammateId } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { clockNow } from '#server/base/clock.ts'
import type { House } from '#server/base/context.ts'
import { conflict, forbidden, notFound } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { inHouse } from '#server/base/spoken.ts'
import { moment, text as say } from '#server/base/text.ts'
import type { ConversationRow } from '#server/conversations/conversation.ts'
import { lockConversation } from '#server/conversations/queries.ts'
import { spokenTo } from '#server/conversations/spokenTo.ts'
import { assign } from '#server/conversations/state.ts'
import { type Trx, transaction } from '#server/database/database.ts'
import { makePromise } from '#server/promises/actions.ts'
import { findTeammate } from '#server/team/queries.ts'
import { actorOf } from '#server/team/signIn.ts'
import { urgentById } from './queries.ts'
import { tellThem } from './saying.ts'
import { clockTime } from './turns.ts'
import { settle, type UrgentRow } from './urgent.ts'
import './tables.ts'

/** It is mine: the conversation, our word with a clock time, and the customer hears both. Nobody else is called any more. */
export async function takeUrgent(house: House, by: Actor, id: string, minutes: number): Promise<Urgent> {
  requireRole(by, 'teammate')
  const me = teammateId(by)
  if (!me) throw forbidden(say('oncall.onlyPeople'))
  await transaction(house.db, async (trx) => {
    const { row, conversation } = await held(trx, by, id)
    if (row.state === 'taken' && row.takenById === me) return
    await demandFree(trx, row)
    const now = await clockNow(trx)
    const callBy = clockTime(now, minutes)
    await settle(trx, row, { state: 'taken', takenAt: now, takenById: me, callBy })
    await assign(trx, by, conversation.id, me)
    const { language, timeZone, name } = await spokenTo(trx, conversation)
    const when = moment(callBy, timeZone, language)
    const quote = say('oncall.quote', { person: by.name, when }, language)
    await makePromise(trx, by, {
      conversationId: conversation.id,
      customerId: conversation.customerId,
      inboxId: conversation.inboxId,
      messageId: null,
      what: say('oncall.what', { name }, inHouse()),
      to: null,
      quote,
      makerId: me,
      due: callBy,
    })
    await tellThem(house, trx, conversation, {
      key: 'oncall.letter.taken',
      values: { person: by.name, when },
      answers: null,
      by: 'person',
    })
    await recorded(trx, by, conversation, 'urgent.taken', { urgentId: id, callBy: callBy.toISOString() })
  })
  return urgentById(house.db, by, id)
}

/** It can wait until somebody is here: whoever decides it is named. */
export async function letItWait(house: House, by: Actor, id: string): Promise<Urgent> {
  requireRole(by, 'teammate')
  await transaction(house.db, async (trx) => {
    const { row, conversation } = await held(trx, by, id)
    if (row.state === 'can-wait') return
    await demandFree(trx, row)
    await settle(trx, row, { state: 'can-wait' })
    await recorded(trx, by, conversation, 'urgent.can-wait', { urgentId: id })
  })
  return urgentById(house.db, by, id)
}

/** Somebody has answered them, or looked after the matter: then it is taken, by that. Safe to repeat. */
export async function takenByAnswer(
  house: House,
  event: { conversationId?: string | null; byKind: string; byId: string | null; byName: string | null },
): Promise<void> {
  if (event.byKind !== 'teammate' || !event.byId) return
  const by = await findTeammate(house.db, event.byId)
  const open = await house.db
    .selectFrom('urgents')
    .select('id')
    .where('conversationId', '=', event.conversationId!)
    .where('state', 'in', ['asked', 'calling'])
    .executeTakeFirst()
  if (!by || !open) return
  await transaction(house.db, async (trx) => {
    const actor = actorOf(by, 'session')
    const { row, conversation } = await held(trx, { ...actor, inboxIds: [...by.inboxIds] }, open.id)
    if (row.state !== 'asked' && row.state !== 'calling') return
    await settle(trx, row, { state: 'taken', takenAt: await clockNow(trx), takenById: by.id })
    await recorded(trx, actor, conversation, 'urgent.taken', { urgentId: open.id, callBy: null })
  })
}

async function held(
  trx: Trx,
  by: Actor,
  id: string,
): Promise<{ row: UrgentRow; conversation: ConversationRow }> {
  const found = await trx
    .selectFrom('urgents')
    .select('conversationId')
    .where('id', '=', id)
    .executeTakeFirst()
  if (!found) throw notFound(say('oncall.this'))
  // The conversation first, as everybody locks them.
  const conversation = await lockConversation(trx, by, found.conversationId)
  const row = await trx.selectFrom('urgents').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return { row: row!, conversation }
}

async function demandFree(trx: Trx, row: UrgentRow): Promise<void> {
  if (row.state === 'can-wait') throw conflict('can-wait', say('oncall.waits'))
  if (row.state !== 'taken') return
  const who = row.takenById ? await findTeammate(trx, row.takenById) : undefined
  throw conflict('taken', say('oncall.takenBy', { name: who?.name ?? say('notifications.somebody') }))
}

async function recorded<T extends 'urgent.taken' | 'urgent.can-wait'>(
  trx: Trx,
  by: Actor,
  { id: conversationId, inboxId, customerId }: ConversationRow,
  type: T,
  detail: import('#server/base/events.ts').Events[T],
): Promise<void> {
  await recordEvent(
    trx,
    by,
    type,
    { inboxId, conversationId, customerId, teammateId: teammateId(by) },
    detail,
  )
  await audit(trx, by, type, { kind: 'conversation', id: conversationId, inboxId }, { ...detail })
}

const sign = (key: Buffer, urgentId: string, teammate: string): string =>
  createHmac('sha256', key)
    .update(`take|${urgentId}|${teammate}`)
    .digest()
    .subarray(0, 18)
    .toString('base64url')

/** The address in a call: who opens it is this teammate, for this one urgent matter, as long as it is free. */
export const takeUrl = (house: Pick<House, 'url' | 'key'>, urgentId: string, teammate: string): string =>
  `${house.url}/take/${urgentId.slice(4)}.${teammate.slice(3)}.${sign(house.key, urgentId, teammate)}`

/** Whose call an address is; null when it is not ours, or they were not called, or are here no more. */
export async function readTakeLink(house: House, token: string) {
  const [urgent, teammate, signature] = token.split('.')
  if (!urgent || !teammate || !signature) return null
  const [urgentId, id] = [`urg_${urgent}`, `tm_${teammate}`]
  const [expected, given] = [Buffer.from(sign(house.key, urgentId, id)), Buffer.from(signature)]
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) return null
  const called = await house.db
    .selectFrom('urgentCalls')
    .select('at')
    .where('urgentId', '=', urgentId)
    .where('teammateId', '=', id)
    .executeTakeFirst()
  const person = await findTeammate(house.db, id)
  if (!called || !person || person.leftAt) return null
  return { urgentId, by: actorOf(person, 'mail') }
}
