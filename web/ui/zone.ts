/** Minutes that a zone's clocks are ahead of UTC at a moment. */
function aheadOf(zone: string, at: number): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  }).formatToParts(at)
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value)
  const there = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'))
  return (there - Math.floor(at / 60_000) * 60_000) / 60_000
}

/** The clock on the wall of a zone, `YYYY-MM-DDTHH:MM`. */
export const wallClockIn = (zone: string, at: Date): string =>
  new Date(at.getTime() + aheadOf(zone, at.getTime()) * 60_000).toISOString().slice(0, 16)

/** The moment a zone's wall clock shows; an hour that is left out in spring is the one after it. */
export function instantIn(zone: string, wallClock: string): Date {
  const asUtc = Date.parse(`${wallClock}:00Z`)
  // The offset before and after a change of clocks: the first guess may lie on the other side of it.
  const first = asUtc - aheadOf(zone, asUtc) * 60_000
  const second = asUtc - aheadOf(zone, first) * 60_000
  return new Date(Math.max(second, aheadOf(zone, second) === aheadOf(zone, first) ? second : first))
}

/** The moment of a due time as care language tells it; a day without a time means its end of work. */
export const dueIn = (zone: string, due: string): string =>
  instantIn(zone, due.length > 10 ? due : `${due}T17:00`).toISOString()

/** "Lisbon" for Europe/Lisbon. */
export const placeOf = (zone: string): string => zone.split('/').at(-1)!.replaceAll('_', ' ')

export const isSameClock = (one: string, other: string, at = new Date()): boolean =>
  aheadOf(one, at.getTime()) === aheadOf(other, at.getTime())
