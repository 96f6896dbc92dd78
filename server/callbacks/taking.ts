import { type Actor, teammateId } from '#server/base/actor.ts'
import { conflict } from '#server/base/errors.ts'
import { text as say } from '#server/base/text.ts'
import type { ConversationRow } from '#server/conversations/conversation.ts'
import type { Trx } from '#server/database/database.ts'
import { demandAble } from '#server/promises/handing.ts'
import { type FreeSlots, freeSlots, type Slot } from './free.ts'
import { quartersOf } from './slots.ts'
import './tables.ts'

/** Three others are enough to choose from. */
const others = 3

/** Somebody else was faster: with the nearest times that are free. */
function taken(slots: readonly Slot[], at: Date) {
  const near = slots
    .map((slot) => slot.at)
    .filter((one) => one.getTime() !== at.getTime())
    .sort((a, b) => Math.abs(a.getTime() - at.getTime()) - Math.abs(b.getTime() - at.getTime()))
    .slice(0, others)
    .sort((a, b) => a.getTime() - b.getTime())
  return conflict('time-taken', say('callbacks.taken'), { proposals: near.map((one) => one.toISOString()) })
}

/** A time that was offered, for whoever of us is free then; `first` rings where they can. */
export async function takeOffered(
  trx: Trx,
  { slots, minutes }: FreeSlots,
  at: Date,
  promiseId: string,
  first: string | null = null,
): Promise<string> {
  const slot = slots.find((one) => one.at.getTime() === at.getTime())
  const callers = slot?.callers.toSorted((a, b) => Number(b === first) - Number(a === first)) ?? []
  for (const caller of callers)
    if (await takeTime(trx, { teammateId: caller, at, minutes, promiseId })) return caller
  throw taken(slots, at)
}

/** Any time of one person that is not another call of theirs; the team's has no such bounds. */
export async function takeOf(
  trx: Trx,
  caller: string | null,
  time: { at: Date; minutes: number; promiseId: string },
  slots: readonly Slot[],
): Promise<string | null> {
  if (caller && !(await takeTime(trx, { ...time, teammateId: caller }))) throw taken(slots, time.at)
  return caller
}

/** A teammate sets a call: theirs who look after the matter, the one who is named, or the team's. */
export async function takeByHand(
  trx: Trx,
  by: Actor,
  conversation: ConversationRow,
  { at, callerId }: { at: Date; callerId?: string | null },
  { minutes }: FreeSlots,
  promiseId: string,
): Promise<string | null> {
  const caller = callerId === undefined ? (conversation.assigneeId ?? teammateId(by)) : callerId
  if (caller) await demandAble(trx, caller, conversation.inboxId, '/callerId')
  const theirs = await freeSlots(trx, { inboxId: conversation.inboxId, assigneeId: caller }, { minutes })
  return takeOf(trx, caller, { at, minutes, promiseId }, theirs.slots)
}

/**
 * Takes a time for one person's call: true when it is theirs. Two who pick the same moment meet in the key of the table; the second
 * waits for the first and then finds it taken.
 */
export async function takeTime(
  trx: Trx,
  {
    teammateId,
    at,
    minutes,
    promiseId,
  }: { teammateId: string; at: Date; minutes: number; promiseId: string },
): Promise<boolean> {
  const quarters = quartersOf(at, minutes)
  const mine = await trx
    .insertInto('callQuarters')
    // In the order of time, so that two who take neighbouring ones never wait for each other.
    .values(quarters.map((quarter) => ({ teammateId, at: quarter, promiseId })))
    .onConflict((c) => c.doNothing())
    .returning('at')
    .execute()
  if (mine.length === quarters.length) return true
  if (mine.length)
    await trx
      .deleteFrom('callQuarters')
      .where('teammateId', '=', teammateId)
      .where('promiseId', '=', promiseId)
      .where(
        'at',
        'in',
        mine.map((one) => one.at),
      )
      .execute()
  return false
}

export async function freeTime(trx: Trx, promiseId: string): Promise<void> {
  await trx.deleteFrom('callQuarters').where('promiseId', '=', promiseId).execute()
}
