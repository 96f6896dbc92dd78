import type { Selectable } from 'kysely'
import { Problem } from '#server/base/errors.ts'
import type { PromisesTable } from './tables.ts'

export type PromiseRow = Selectable<PromisesTable>

/** Share of the time between making and due after which its maker is nudged (UX.md §4.8). */
const nudgeAfter = 0.75
/** A promise of a few minutes would be nudged at once, one of months too early. */
const latestNudgeBefore = 24 * 3_600_000
const earliestNudgeBefore = 5 * 60_000

/** When to nudge: at 75 % of the time, at most a day and at least five minutes ahead; null when there is no room for one. */
export function nudgeTime(made: Date, due: Date): Date | null {
  const span = due.getTime() - made.getTime()
  const ahead = Math.min(Math.max(span * (1 - nudgeAfter), earliestNudgeBefore), latestNudgeBefore)
  return span > ahead ? new Date(due.getTime() - ahead) : null
}

export const isOpen = (promise: Pick<PromiseRow, 'state'>): boolean =>
  promise.state === 'open' || promise.state === 'late'

/** A promise with a time that has passed is no promise; says the nearest good proposal. */
export function demandFuture(due: Date, now: Date, pointer = '/due'): void {
  if (due.getTime() > now.getTime()) return
  const proposal = new Date(Math.ceil((now.getTime() + 3_600_000) / 3_600_000) * 3_600_000)
  throw new Problem(
    422,
    'due-in-the-past',
    'That time has already passed, so nobody could keep the promise. Nothing was changed; choose a time ahead.',
    {
      errors: [{ pointer, detail: 'lies in the past' }],
      extra: { proposal: proposal.toISOString() },
    },
  )
}

export function demandOpen(promise: PromiseRow): void {
  if (!isOpen(promise))
    throw new Problem(
      409,
      'promise-settled',
      `This promise is settled already (${promise.state}). Nothing was changed.`,
    )
}

/** Which promise of a conversation stands on its row: the earliest due; those without a time come last. */
export function mostPressing<T extends Pick<PromiseRow, 'due' | 'state' | 'id'>>(
  promises: readonly T[],
): T | null {
  const time = (promise: T) => promise.due?.getTime() ?? Number.POSITIVE_INFINITY
  return promises.filter(isOpen).sort((a, b) => time(a) - time(b) || (a.id < b.id ? -1 : 1))[0] ?? null
}
