import type { Instant } from './when.ts'

const local = (at: Instant, timeZone: string) => new Date(at).toLocaleDateString('en-CA', { timeZone })

/**
 * For tests: reads a due back out of the words, by other means than those that wrote it: it tries the days one by one.
 * @returns milliseconds since 1970, or null when the words name no time
 */
export function saysWhen(quote: string, writtenAt: Instant, timeZone: string): number | null {
  const said =
    /(?:by (?<by>\d\d:\d\d|midnight) )?(?<day>today|tomorrow|on (?<weekday>[A-Z]\w+day)(?: (?<date>\d+) (?<month>[A-Z]\w+))?)(?: at (?<at>\d\d:\d\d))?/.exec(
      quote,
    )?.groups
  if (!said) return null
  const clock = said.by === 'midnight' ? '23:59:59' : `${said.by ?? said.at}:00`
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  })
  const start = local(writtenAt, timeZone)
  for (let ahead = 0; ahead < 40; ahead++) {
    const noon = new Date(`${start}T12:00:00Z`).getTime() + ahead * 86_400_000
    const shown = (at: number) =>
      Object.fromEntries(parts.formatToParts(at).map((part) => [part.type, part.value]))
    const day = shown(noon)
    const meant =
      said.day === 'today'
        ? ahead === 0
        : said.day === 'tomorrow'
          ? ahead === 1
          : ahead > 1 &&
            day.weekday === said.weekday &&
            (!said.date || (day.day === said.date && day.month === said.month))
    if (!meant) continue
    for (const offset of [-14, -10, -8, -5, -4, -1, 0, 1, 2, 3, 5.5, 9, 12]) {
      const date = new Date(noon).toISOString().slice(0, 10)
      const at = new Date(`${date}T${clock}Z`).getTime() - offset * 3_600_000
      const here = shown(at)
      if (`${here.hour}:${here.minute}:${here.second}` === clock && here.day === day.day) return at
    }
  }
  return null
}
