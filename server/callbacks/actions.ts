import { type Actor, type CustomerActor, requireRole, tend } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { recordEvent } from '#server/base/events.ts'
import { newId } from '#server/base/ids.ts'
import { inHouse } from '#server/base/spoken.ts'
import { text as say } from '#server/base/text.ts'
import { lockConversation } from '#server/conversations/queries.ts'
import { keepPhone } from '#server/customers/reaching.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { makePromise, releasePromise } from '#server/promises/actions.ts'
import { moveDue } from '#server/promises/moving.ts'
import { demandOpen } from '#server/promises/promise.ts'
import { demandOn } from '#server/team/practices.ts'
import { about, demandPhone, lockCall, nameOf, passTo, zoneOf } from './call.ts'
import { freeSlots } from './free.ts'
import { freeTime, takeByHand, takeOf, takeOffered } from './taking.ts'
import './tables.ts'

export interface WantedCall {
  conversationId: string
  at: Date
  phone: string
  about?: string | null
  /** The zone the time was picked in; the company's where nobody said. */
  timeZone?: string | null
  /** Who rings; whoever looks after the matter unless said otherwise, null for the team's. Only a teammate says so. */
  callerId?: string | null
  minutes?: number
  demo?: boolean
  /** Only when the past is brought in (demo). */
  madeAt?: Date
}

/**
 * A call is wanted at a time: the promise, the number, and the time of whoever rings, in one transaction. A customer picks one of the
 * times that are free; a teammate may set any that is not another call of the same person. Returns the promise's id.
 */
export async function wantCall(db: Db | Trx, by: Actor, wanted: WantedCall): Promise<string> {
  if (by.kind !== 'customer') requireRole(by, 'teammate')
  return transaction(db, async (trx) => {
    await demandOn(trx, 'callbacks')
    const conversation = await lockConversation(trx, by, wanted.conversationId)
    const phone = demandPhone(wanted.phone)
    const free = await freeSlots(trx, conversation, { minutes: wanted.minutes })
    const id = newId('promise')
    const at = wanted.at
    const callerId =
      by.kind === 'customer'
        ? await takeOffered(trx, free, at, id)
        : await takeByHand(trx, by, conversation, wanted, free, id)
    await makePromise(
      trx,
      by.kind === 'customer' ? tend : by,
      {
        id,
        kind: 'callback',
        conversationId: conversation.id,
        customerId: conversation.customerId,
        inboxId: conversation.inboxId,
        messageId: null,
        what: say('callbacks.what', { name: await nameOf(trx, conversation.customerId) }, inHouse()),
        to: null,
        quote: null,
        makerId: callerId,
        due: at,
        ...(wanted.demo && { demo: true }),
        ...(wanted.madeAt && { madeAt: wanted.madeAt }),
      },
      '',
    )
    await trx
      .insertInto('callbacks')
      .values({
        conversationId: conversation.id,
        promiseId: id,
        customerId: conversation.customerId,
        inboxId: conversation.inboxId,
        phone,
        about: wanted.about?.trim() || null,
        minutes: free.minutes,
        timeZone: wanted.timeZone ?? (await zoneOf(trx, conversation.customerId)),
        askedBy: by.kind === 'customer' ? 'customer' : 'team',
        ...(wanted.madeAt && { askedAt: wanted.madeAt }),
        outcome: null,
        note: null,
        calledAt: null,
        calledBy: null,
      })
      .execute()
    await keepPhone(trx, by, { ...conversation, phone })
    await recordEvent(trx, by, 'callback.wanted', about(conversation, id, callerId), { at: at.toISOString() })
    await audit(trx, by, 'callback.wanted', {
      kind: 'conversation',
      id: conversation.id,
      inboxId: conversation.inboxId,
    })
    return id
  })
}

/** Another time, said by the customer on their page or by us on the phone; words that tell them go by `POST …/renegotiation`. */
export async function moveCall(db: Db | Trx, by: Actor, id: string, at: Date): Promise<void> {
  if (by.kind !== 'customer') requireRole(by, 'teammate')
  await transaction(db, async (trx) => {
    const { row, call, conversation } = await lockCall(trx, by, id)
    demandOpen(row)
    if (row.due?.getTime() === at.getTime()) return
    const matter = { inboxId: row.inboxId, assigneeId: row.makerId ?? conversation.assigneeId }
    const free = await freeSlots(trx, matter, { except: id, minutes: call.minutes })
    await freeTime(trx, id)
    const callerId =
      by.kind === 'customer'
        ? await takeOffered(trx, free, at, id, row.makerId)
        : await takeOf(trx, row.makerId, { at, minutes: call.minutes, promiseId: id }, free.slots)
    if (callerId !== row.makerId) await passTo(trx, row, callerId)
    await moveDue(trx, by.kind === 'customer' ? tend : by, id, at, { messageId: null })
    await trx.updateTable('callbacks').set({ clashes: false }).where('promiseId', '=', id).execute()
    await recordEvent(trx, by, 'callback.moved', about(conversation, id, callerId), {
      from: row.due?.toISOString() ?? null,
      at: at.toISOString(),
    })
  })
}

/** The customer needs no call any more, and says so on their page. */
export async function cancelCall(db: Db | Trx, by: CustomerActor, id: string): Promise<void> {
  await transaction(db, async (trx) => {
    const { row, conversation } = await lockCall(trx, by, id)
    if (row.state === 'released') return
    demandOpen(row)
    await releasePromise(trx, tend, id, say('callbacks.cancelled', {}, inHouse()))
    await freeTime(trx, id)
    await recordEvent(trx, by, 'callback.cancelled', about(conversation, id, row.makerId), {})
    await audit(trx, by, 'callback.cancelled', {
      kind: 'conversation',
      id: conversation.id,
      inboxId: conversation.inboxId,
    })
  })
}
