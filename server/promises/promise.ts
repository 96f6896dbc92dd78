import type { Selectable } from 'kysely'
import { conflict, Problem } from '#server/base/errors.ts'
import { text as say } from '#server/base/text.ts'
import { lastShift, nearestGood, nextOpen, type WorkingTime } from '#server/calendar/workingTime.ts'
import type { PromisesTable } from './tables.ts'

export type PromiseRow = Selectable<PromisesTable>

const minute = 60_000
const hour = 60 * minute
/** Share of the time between making and due after which its maker is nudged (UX.md §4.8). */
const nudgeAfter = 0.75
/** A promise of a few minutes would be nudged at once, one of months too early. */
const latestNudgeBefore = 24 * hour
const earliestNudgeBefore = 5 * minute
/** What a nudge in the morning must leave to still keep the promise; less, and it comes the evening before. */
const timeToAct = 2 * hour

/** A call is for a time of day: its maker hears of it in time to have the number at hand. */
const nudgeBeforeCall = 15 * minute
/** Whoever rings a little after the hour has kept it. */
export const graceOfCall = 15 * minute

/** From when on it is late. */
export const lateFrom = ({ kind, due }: { kind: PromiseRow['kind']; due: Date }): Date =>
  kind === 'callback' ? new Date(due.getTime() + graceOfCall) : due

/** When the maker of this one is nudged. */
export function nudgeTimeOf(
  promise: { kind: PromiseRow['kind']; due: Date },
  made: Date,
  working?: WorkingTime,
): Date | null {
  if (promise.kind !== 'callback') return nudgeTime(made, promise.due, working)
  const at = new Date(promise.due.getTime() - nudgeBeforeCall)
  return at > made ? at : null
}

/**
 * When to nudge: at 75 % of the time, at most a day and at least five minutes ahead; null when there is no room for one.
 * A nudge at night or on a Sunday reaches nobody: it waits for the next opening where that leaves time to act, and comes in
 * the last hour of the opening before where it does not. Where neither lies between making and due, it comes when it comes.
 */
export function nudgeTime(made: Date, due: Date, working?: WorkingTime): Date | null {
  const span = due.getTime() - made.getTime()
  const ahead = Math.min(Math.max(span * (1 - nudgeAfter), earliestNudgeBefore), latestNudgeBefore)
  if (span <= ahead) return null
  const planned = new Date(due.getTime() - ahead)
  return (working && whenSomebodyIsThere(planned, { made, due }, working)) ?? planned
}

function whenSomebodyIsThere(
  planned: Date,
  { made, due }: { made: Date; due: Date },
  working: WorkingTime,
): Date | null {
  const next = nextOpen(planned, working)
  if (next && (next <= planned || next.getTime() + timeToAct <= due.getTime())) return next
  const last = lastShift(planned, working)
  const evening = last && new Date(Math.max(last.from.getTime(), last.to.getTime() - hour))
  if (evening && evening.getTime() >= made.getTime() + earliestNudgeBefore) return evening
  return next && next.getTime() + earliestNudgeBefore <= due.getTime() ? next : null
}

export const isOpen = (promise: Pick<PromiseRow, 'state'>): boolean =>
  promise.state === 'open' || promise.state === 'late' || promise.state === 'broken'

/** Whether it waits for something they are to do first. A new time that they were told ends the waiting as well. */
export const isUnmet = ({
  condition,
  metAt,
  due,
}: Pick<PromiseRow, 'condition' | 'metAt' | 'due'>): boolean =>
  condition !== null && metAt === null && due === null

/**
 * What they read of it: our own sentence reads better to the one it was said to, "I'll call you" than "call Maria"; with what they
 * are to do first, while it waits for that. What stands in no letter they never read.
 */
export const toThem = (
  promise: Pick<PromiseRow, 'messageId' | 'quote' | 'what' | 'condition' | 'metAt' | 'due'>,
): string => (promise.messageId && (isUnmet(promise) ? promise.condition : promise.quote)) || promise.what

/** A promise with a time that has passed is no promise; says the nearest good proposal. */
export function demandFuture(due: Date, now: Date, pointer = '/due', working?: WorkingTime): void {
  if (due.getTime() > now.getTime()) return
  const proposal = soonest(now, working)
  throw new Problem(422, 'due-in-the-past', say('promises.dueInThePast'), {
    errors: [{ pointer, detail: say('promises.dueInThePast.detail') }],
    extra: { proposal: proposal.toISOString() },
  })
}

/** The first good time to give one's word for: an hour or two ahead, when somebody is there. */
export function soonest(now: Date, working?: WorkingTime): Date {
  const ahead = new Date(Math.ceil((now.getTime() + hour) / hour) * hour)
  return (working && nearestGood(ahead, ahead, working)) ?? ahead
}

export function demandOpen(promise: PromiseRow): void {
  if (!isOpen(promise)) throw conflict('promise-settled', say('promises.settled', { state: promise.state }))
}

/** Which promise of a conversation stands on its row: the earliest due; those without a time come last. */
export function mostPressing<T extends Pick<PromiseRow, 'due' | 'state' | 'id'>>(
  promises: readonly T[],
): T | null {
  const time = (promise: T) => promise.due?.getTime() ?? Number.POSITIVE_INFINITY
  return promises.filter(isOpen).sort((a, b) => time(a) - time(b) || (a.id < b.id ? -1 : 1))[0] ?? null
}
