import { locale } from '#web/text/t.ts'
import { isSameClock } from '#web/ui/zone.ts'

/** From when until when a person is called without asking first, on their own clock. */
const early = 8
const late = 20

/** The clock on their wall, where it is another than mine, and whether it is an hour to call. */
export function theirTime(
  zone: string | null,
  mine: string,
  now = new Date(),
): { clock: string; mayCall: boolean } | null {
  if (!zone || isSameClock(zone, mine, now)) return null
  const clock = new Intl.DateTimeFormat(locale(), {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: zone,
  }).format(now)
  const hour = Number(
    new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hourCycle: 'h23', timeZone: zone }).format(now),
  )
  return { clock, mayCall: hour >= early && hour < late }
}
