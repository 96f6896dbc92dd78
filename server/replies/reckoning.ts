import { type FoundPromise, findPromises } from '#care/promises.ts'
import { workingTime } from '#server/calendar/queries.ts'
import { dueMoment, wallClock } from '#server/calendar/wallClock.ts'
import type { Trx } from '#server/database/database.ts'
import type { PromiseGiven } from './tables.ts'

/**
 * "Tomorrow" in a letter that leaves on Thursday is Friday, whenever it was written. What was reckoned from `written` by the words
 * themselves is reckoned from `leaves`; a time somebody has set by hand stays.
 */
export async function reckonFrom<Given extends PromiseGiven>(
  trx: Trx,
  text: string,
  promises: readonly Given[],
  { written, leaves }: { written: Date; leaves: Date },
): Promise<Given[]> {
  if (!promises.some((promise) => promise.due && promise.quote)) return [...promises]
  const { timeZone: tz, hours, holidays } = await workingTime(trx)
  const office = { hours, holidays: Object.keys(holidays ?? {}).sort() }
  const readAt = (at: Date) => findPromises(text, { ref: wallClock(at, tz), tz, office })
  const [before, after] = [readAt(written), readAt(leaves)]
  const dueOf = (found: readonly FoundPromise[], quote: string): string | null => {
    const due = found.find((one) => heard(one.quote) === heard(quote))?.due
    return due ? dueMoment(due, tz).toISOString() : null
  }
  return promises.map((promise) => {
    const { due, quote } = promise
    if (!due || !quote || dueOf(before, quote) !== new Date(due).toISOString()) return promise
    return { ...promise, due: dueOf(after, quote) ?? due }
  })
}

/** The same words, however a browser and a letter break their lines. */
const heard = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
