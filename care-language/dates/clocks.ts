import { minute } from './civil.ts'

/** Zones: only for real elapsed time over a clock change, and for times named in another zone. */
const formats = new Map<string, Intl.DateTimeFormat | null>()

function formatOf(zone: string): Intl.DateTimeFormat | null {
  let format = formats.get(zone)
  if (format === undefined) {
    try {
      format = new Intl.DateTimeFormat('en-US', {
        timeZone: zone,
        calendar: 'gregory',
        numberingSystem: 'latn',
        hourCycle: 'h23',
        year: 'numeric',
        month: '2-digit',
        day: '2-digit',
        hour: '2-digit',
        minute: '2-digit',
        second: '2-digit',
      })
    } catch {
      // A zone this runtime does not know is read as UTC: a plain answer instead of an error.
      format = null
    }
    if (formats.size < 64) formats.set(zone, format)
  }
  return format
}

/** Wall clock minus UTC in a zone at a true moment, in milliseconds. */
function offsetAt(utc: number, zone: string): number {
  const format = formatOf(zone)
  if (!format) return 0
  const part: Record<string, number> = {}
  for (const { type, value } of format.formatToParts(utc)) part[type] = Number(value)
  const wall = Date.UTC(part.year!, part.month! - 1, part.day!, part.hour!, part.minute!, part.second!)
  return wall - Math.floor(utc / 1000) * 1000
}

/** The true moment of a wall clock; of two at the end of summer time the earlier one. */
function toUtc(wall: number, zone: string): number {
  const first = wall - offsetAt(wall, zone)
  const second = wall - offsetAt(first, zone)
  return first === second ? first : Math.min(first, second)
}

/** The wall clock after real elapsed time: "within 24 hours" over a clock change. */
export function addElapsed(wall: number, elapsed: number, zone: string): number {
  if (zone === 'UTC') return wall + elapsed
  const utc = toUtc(wall, zone) + elapsed
  return Math.floor((utc + offsetAt(utc, zone)) / minute) * minute
}

/** A wall clock of one zone as the wall clock of another. */
export function inZone(wall: number, from: string, to: string): number {
  if (from === to) return wall
  const utc = toUtc(wall, from)
  return utc + offsetAt(utc, to)
}

/** Where 3/4 is March 4. */
export const isMonthFirst = (zone: string): boolean =>
  /^(?:US\/|Pacific\/Honolulu$|America\/(?:New_York|Chicago|Denver|Los_Angeles|Phoenix|Anchorage|Adak|Juneau|Sitka|Nome|Yakutat|Metlakatla|Boise|Detroit|Menominee|Indiana|Indianapolis|Kentucky|Louisville|North_Dakota|Puerto_Rico))/.test(
    zone,
  )
