import { Temporal } from 'temporal-polyfill'

export interface Rota {
  /** The day the first turn began; turns begin on its weekday. */
  startsOn: string
  changesAt: string
  members: readonly string[]
  swaps: readonly Turn[]
}

export interface Turn {
  teammateId: string
  from: Date
  to: Date
}

/** Whose week it is at a moment, by the company's wall; a swap that covers it goes before. Null without members. */
export function turnAt(rota: Rota, at: Date, timeZone: string): Turn | null {
  if (rota.members.length === 0) return null
  const first = Temporal.PlainDate.from(rota.startsOn).toZonedDateTime({
    timeZone,
    plainTime: Temporal.PlainTime.from(rota.changesAt),
  })
  const here = Temporal.Instant.from(at.toISOString()).toZonedDateTimeISO(timeZone)
  let weeks = Math.floor(first.until(here, { largestUnit: 'hours' }).total('hours') / 168)
  // Clocks that changed in between make a week an hour longer or shorter.
  while (Temporal.ZonedDateTime.compare(first.add({ weeks }), here) > 0) weeks--
  while (Temporal.ZonedDateTime.compare(first.add({ weeks: weeks + 1 }), here) <= 0) weeks++
  const n = rota.members.length
  const own: Turn = {
    teammateId: rota.members[((weeks % n) + n) % n]!,
    from: new Date(first.add({ weeks }).epochMilliseconds),
    to: new Date(first.add({ weeks: weeks + 1 }).epochMilliseconds),
  }
  const swap = rota.swaps.findLast((one) => one.from <= at && at < one.to)
  if (swap) return swap
  // The turn ends where somebody else has taken the rest of it.
  const before = rota.swaps.filter((one) => one.to <= at && one.to > own.from).map((one) => one.to.getTime())
  const after = rota.swaps
    .filter((one) => one.from > at && one.from < own.to)
    .map((one) => one.from.getTime())
  return {
    teammateId: own.teammateId,
    from: new Date(Math.max(own.from.getTime(), ...before)),
    to: new Date(Math.min(own.to.getTime(), ...after)),
  }
}

/** The turns that follow each other from a moment on. */
export function turnsFrom(rota: Rota, at: Date, timeZone: string, count: number): Turn[] {
  const turns: Turn[] = []
  for (let next = at; turns.length < count; ) {
    const turn = turnAt(rota, next, timeZone)
    if (!turn) break
    turns.push(turn)
    next = turn.to
  }
  return turns
}

/** Whose turn it is, then the others in their order: whoever does not answer is followed by the next. */
export function order(rota: Rota, at: Date, timeZone: string): string[] {
  const turn = turnAt(rota, at, timeZone)
  if (!turn) return []
  const start = rota.members.indexOf(turn.teammateId)
  const rest = rota.members.map((_, n) => rota.members[(Math.max(start, 0) + n) % rota.members.length]!)
  return [...new Set([turn.teammateId, ...rest])]
}

/** An hour one can say aloud: the next full five minutes, at least so many from now. */
export const clockTime = (now: Date, minutes: number): Date => {
  const step = 5 * 60_000
  return new Date(Math.ceil((now.getTime() + minutes * 60_000) / step) * step)
}

const yes =
  /^\W*(?:yes|yeah|yep|ja\b|jawohl|sim\b|oui\b|sí(?=\W|$)|it (?:cannot|can't|can’t|can not) wait|cannot wait|can't wait|can’t wait|please (?:call|come)|(?:kann|es kann) nicht warten|urgent|dringend|now\b|sofort|right now)/i
const no =
  /^\W*(?:no\b|nope|nein|não|nao|non\b|it can wait|can wait|kann warten|es kann warten|tomorrow is fine|morgen reicht)/i

/** What somebody answers when asked whether it cannot wait; null where it is neither. */
export function readAnswer(text: string): 'yes' | 'no' | null {
  if (no.test(text)) return 'no'
  return yes.test(text) ? 'yes' : null
}
