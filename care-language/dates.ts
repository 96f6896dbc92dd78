/** Dates and times of service English. Wall-clock arithmetic on UTC numbers: no clock, no zone, no locale. */
export interface Due {
  start: number
  end: number
  due: string | null
  kind: 'instant' | 'date' | 'range-end' | 'event' | 'none'
}

const dayNames = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
const monthNames = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
const day = '(sun|mon|tues?|wed(?:nes)?|thurs?|fri|sat(?:ur)?)(?:day)?'
const month =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const count =
  '(\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty[- ]four|forty[- ]eight|a couple of|half an|half a)'
const numbers: Record<string, number> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  'twenty-four': 24,
  'twenty four': 24,
  'forty-eight': 48,
  'forty eight': 48,
  'a couple of': 2,
  'half an': 0.5,
  'half a': 0.5,
}
const clock =
  "(?:at |by |around |about |before |until |till )?(?:(\\d{1,2})(?:[:.](\\d{2}))?\\s*(a\\.?m\\.?|p\\.?m\\.?|o['’]clock)|(\\d{1,2})[:.](\\d{2})(?!\\d)|(noon|midday|midnight))"

interface Civil {
  ms: number
}
const parse = (ref: string): Civil => ({
  ms: Date.UTC(
    +ref.slice(0, 4),
    +ref.slice(5, 7) - 1,
    +ref.slice(8, 10),
    +(ref.slice(11, 13) || 0),
    +(ref.slice(14, 16) || 0),
  ),
})
const dayMs = 86_400_000
const startOf = (ms: number) => Math.floor(ms / dayMs) * dayMs
const weekday = (ms: number) => new Date(ms).getUTCDay()
const isoDate = (ms: number) => new Date(ms).toISOString().slice(0, 10)
const isoTime = (ms: number) => new Date(ms).toISOString().slice(0, 16)
const numberOf = (text: string) => numbers[text.toLowerCase()] ?? Number(text)
const dayIndex = (text: string) =>
  dayNames.findIndex((name) => name.startsWith(text.toLowerCase().slice(0, 3)))
const monthIndex = (text: string) =>
  monthNames.findIndex((name) => name.startsWith(text.toLowerCase().slice(0, 3)))
const friday = (ms: number) => startOf(ms) + ((5 - weekday(ms) + 7) % 7) * dayMs
const mondayOf = (ms: number) => startOf(ms) - ((weekday(ms) + 6) % 7) * dayMs

function addWorkingDays(ms: number, n: number): number {
  let at = startOf(ms)
  for (let left = n; left > 0; ) {
    at += dayMs
    if (weekday(at) !== 0 && weekday(at) !== 6) left--
  }
  return at
}

interface Found {
  start: number
  end: number
  /** Day, as ms at midnight; null when only a time was said. */
  date: number | null
  range?: boolean
  /** A moment, for "in two hours". */
  moment?: number
  before?: boolean
}

/** Bare weekday: the next one strictly after today. */
const nextWeekday = (ref: number, wanted: number) =>
  startOf(ref) + (((wanted - weekday(ref) + 6) % 7) + 1) * dayMs

function dateIn(text: string, ref: number, american: boolean): Found | null {
  const rules: [RegExp, (m: RegExpExecArray) => Partial<Found> & { date: number | null }][] = [
    [
      new RegExp(
        `\\b(?:within |in )(?:the next )?${count}(?:\\s*(?:-|–|to|or)\\s*(\\d{1,2}|two|three|four|five|six|seven|ten))? (?:working|business|week) ?days?\\b`,
        'i',
      ),
      (m) => ({ date: addWorkingDays(ref, numberOf(m[2] ?? m[1]!)), range: Boolean(m[2]) }),
    ],
    [
      /\b(\d{1,2})\s*(?:-|–|to)\s*(\d{1,2}) (?:working|business) days?\b/i,
      (m) => ({ date: addWorkingDays(ref, +m[2]!), range: true }),
    ],
    [
      new RegExp(
        `\\b(?:within|in) (?:the next )?${count}(?:\\s*(?:-|–|to|or)\\s*(\\d{1,2}|two|three|four|five|six))? (minutes?|mins?|hours?|hrs?)\\b`,
        'i',
      ),
      (m) => ({
        date: null,
        moment: ref + numberOf(m[2] ?? m[1]!) * (/^m/i.test(m[3]!) ? 60_000 : 3_600_000),
      }),
    ],
    [/\bwithin the hour\b/i, () => ({ date: null, moment: ref + 3_600_000 })],
    [
      new RegExp(
        `\\b(?:within|in) (?:the next )?${count}(?:\\s*(?:-|–|to|or)\\s*(\\d{1,2}|two|three|four|five|six))? days?\\b`,
        'i',
      ),
      (m) => ({ date: startOf(ref) + numberOf(m[2] ?? m[1]!) * dayMs, range: Boolean(m[2]) }),
    ],
    [
      new RegExp(`\\b(?:within|in) (?:the next )?${count} weeks?\\b`, 'i'),
      (m) => ({ date: startOf(ref) + numberOf(m[1]!) * 7 * dayMs }),
    ],
    [/\bwithin (?:the|a) week\b/i, () => ({ date: startOf(ref) + 7 * dayMs })],
    [/\b(?:within|in) (?:the next|a) fortnight\b/i, () => ({ date: startOf(ref) + 14 * dayMs })],
    [/\bday after tomorrow\b/i, () => ({ date: startOf(ref) + 2 * dayMs })],
    [/\btoday or tomorrow\b/i, () => ({ date: startOf(ref) + dayMs, range: true })],
    [/\btomorrow\b/i, () => ({ date: startOf(ref) + dayMs })],
    [/\b(?:later )?today\b/i, () => ({ date: startOf(ref) })],
    [/\btonight\b/i, () => ({ date: startOf(ref), moment: startOf(ref) + 21 * 3_600_000 })],
    [
      /\bthis (morning|afternoon|evening)\b/i,
      (m) => ({ date: startOf(ref), moment: startOf(ref) + partOfDay(m[1]!) }),
    ],
    [
      new RegExp(`\\b(?:on )?next week on ${day}\\b|\\b(?:on )?next ${day}\\b|\\b${day} next week\\b`, 'i'),
      (m) => ({ date: mondayOf(ref) + 7 * dayMs + ((dayIndex((m[1] ?? m[2] ?? m[3])!) + 6) % 7) * dayMs }),
    ],
    [
      new RegExp(`\\ba week on ${day}\\b|\\b${day} week\\b`, 'i'),
      (m) => ({ date: nextWeekday(ref, dayIndex((m[1] ?? m[2])!)) + 7 * dayMs }),
    ],
    [/\bearly next week\b/i, () => ({ date: mondayOf(ref) + 8 * dayMs, range: true })],
    [
      /\bmiddle of next week\b|\bmid[- ]next week\b/i,
      () => ({ date: mondayOf(ref) + 9 * dayMs, range: true }),
    ],
    [/\bnext week\b/i, () => ({ date: mondayOf(ref) + 11 * dayMs, range: true })],
    [
      /\b(?:by the )?(?:end of|later) (?:the|this) week\b|\bthis week\b/i,
      () => ({ date: friday(ref), range: true }),
    ],
    [
      /\b(?:over |at |this )?(?:the )?weekend\b/i,
      (m) =>
        /before/i.test(text.slice(Math.max(0, m.index - 8), m.index + 8))
          ? { date: friday(ref) }
          : { date: mondayOf(ref) + 6 * dayMs, range: true },
    ],
    [
      /\bend of (?:the|this) month\b/i,
      () => ({
        date: Date.UTC(new Date(ref).getUTCFullYear(), new Date(ref).getUTCMonth() + 1, 0),
        range: true,
      }),
    ],
    [
      /\bnext month\b/i,
      () => ({
        date: Date.UTC(new Date(ref).getUTCFullYear(), new Date(ref).getUTCMonth() + 2, 0),
        range: true,
      }),
    ],
    [/\b(\d{4})-(\d{2})-(\d{2})\b/, (m) => ({ date: Date.UTC(+m[1]!, +m[2]! - 1, +m[3]!) })],
    [
      new RegExp(
        `\\b(?:${day},? )?(?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${month}(?:,? (\\d{4}))?\\b`,
        'i',
      ),
      (m) => ({ date: inYear(ref, monthIndex(m[3]!), +m[2]!, m[4]) }),
    ],
    [
      new RegExp(`\\b(?:${day},? )?${month} (\\d{1,2})(?:st|nd|rd|th)?(?:,? (\\d{4}))?\\b`, 'i'),
      (m) => ({ date: inYear(ref, monthIndex(m[2]!), +m[3]!, m[4]) }),
    ],
    [
      /\b(\d{1,2})\/(\d{1,2})(?:\/(\d{2,4}))?\b/,
      (m) => ({
        date: inYear(
          ref,
          +m[american ? 1 : 2]! - 1,
          +m[american ? 2 : 1]!,
          m[3]?.length === 2 ? `20${m[3]}` : m[3],
        ),
      }),
    ],
    [
      new RegExp(`\\b(?:${day},? )?the (\\d{1,2})(?:st|nd|rd|th)\\b`, 'i'),
      (m) => ({ date: dayOfMonth(ref, +m[2]!) }),
    ],
    [
      new RegExp(`\\b(?:this )?${day}\\b(?!['’]s)`, 'i'),
      (m) =>
        /^(sun|sat|mon|wed)$/i.test(m[1]!) && !/day$/i.test(m[0]) && !/^[A-Z]/.test(m[0])
          ? { date: null }
          : { date: nextWeekday(ref, dayIndex(m[1]!)) },
    ],
  ]
  for (const [pattern, read] of rules) {
    const match = pattern.exec(text)
    if (!match) continue
    const found = read(match)
    if (found.date === null && found.moment === undefined) continue
    if (found.date !== null && Number.isNaN(found.date)) continue
    const before =
      /\bbefore (?:the )?$/i.test(text.slice(0, match.index)) &&
      found.date !== null &&
      !/weekend/i.test(match[0])
    return {
      start: match.index,
      end: match.index + match[0].length,
      ...found,
      ...(before && { date: found.date! - dayMs }),
    }
  }
  return null
}

function inYear(ref: number, monthNumber: number, dayNumber: number, year: string | undefined): number {
  if (monthNumber < 0 || monthNumber > 11 || dayNumber < 1 || dayNumber > 31) return Number.NaN
  if (year) return Date.UTC(+year, monthNumber, dayNumber)
  const here = new Date(ref).getUTCFullYear()
  const date = Date.UTC(here, monthNumber, dayNumber)
  return date >= startOf(ref) ? date : Date.UTC(here + 1, monthNumber, dayNumber)
}

function dayOfMonth(ref: number, dayNumber: number): number {
  if (dayNumber < 1 || dayNumber > 31) return Number.NaN
  const here = new Date(ref)
  for (let ahead = 0; ahead < 3; ahead++) {
    const date = Date.UTC(here.getUTCFullYear(), here.getUTCMonth() + ahead, dayNumber)
    if (new Date(date).getUTCDate() === dayNumber && date >= startOf(ref)) return date
  }
  return Number.NaN
}

const partOfDay = (part: string): number =>
  3_600_000 *
  (/morning|first thing/i.test(part)
    ? 12
    : /lunch/i.test(part)
      ? 13
      : /afternoon/i.test(part)
        ? 17
        : /evening|night/i.test(part)
          ? 21
          : 17)

/** Time of day as ms from midnight; bare hours 1–6 are afternoon, 7–11 morning. */
function timeIn(text: string): { start: number; end: number; ms: number; bare: boolean } | null {
  const range =
    /\bbetween (\d{1,2})(?:[:.](\d{2}))?\s*(a\.?m\.?|p\.?m\.?)? and (\d{1,2})(?:[:.](\d{2}))?\s*(a\.?m\.?|p\.?m\.?)?\b/i.exec(
      text,
    ) ??
    /\b(\d{1,2})(?:[:.](\d{2}))?\s*(a\.?m\.?|p\.?m\.?)?\s*(?:-|–|to)\s*(\d{1,2})(?:[:.](\d{2}))?\s*(a\.?m\.?|p\.?m\.?)(?!\w)/i.exec(
      text,
    )
  if (range)
    return {
      start: range.index,
      end: range.index + range[0].length,
      ms: hourOf(+range[4]!, +(range[5] ?? 0), range[6] ?? range[3]),
      bare: !range[6],
    }
  const exact = new RegExp(`\\b${clock}`, 'i').exec(text)
  if (exact) {
    if (exact[6])
      return {
        start: exact.index,
        end: exact.index + exact[0].length,
        ms: /midnight/i.test(exact[6]) ? dayMs : 12 * 3_600_000,
        bare: false,
      }
    const hour = +(exact[1] ?? exact[4])!
    const minute = +(exact[2] ?? exact[5] ?? 0)
    if (hour <= 24 && minute < 60)
      return {
        start: exact.index,
        end: exact.index + exact[0].length,
        ms: hourOf(
          hour,
          minute,
          /[ap]/i.test(exact[3] ?? '') && !/o/i.test(exact[3] ?? '') ? exact[3] : undefined,
        ),
        bare: !exact[3],
      }
  }
  const spoken =
    /\b(half past|quarter past|quarter to) (\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b/i.exec(
      text,
    )
  if (spoken)
    return {
      start: spoken.index,
      end: spoken.index + spoken[0].length,
      ms:
        hourOf(numberOf(spoken[2]!), 0, undefined) +
        (/half/i.test(spoken[1]!) ? 30 : /past/i.test(spoken[1]!) ? 15 : -15) * 60_000,
      bare: true,
    }
  const bare =
    /\b(?:at|by|before|until|around|about) (\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b(?!\s*(?:%|days?|weeks?|hours?|minutes?|months?|o|of|euros?|pounds?|items?|people|[-–/.:]\d|\d|st|nd|rd|th|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))/i.exec(
      text,
    )
  if (bare && numberOf(bare[1]!) >= 1 && numberOf(bare[1]!) <= 12)
    return {
      start: bare.index,
      end: bare.index + bare[0].length,
      ms: hourOf(numberOf(bare[1]!), 0, undefined),
      bare: true,
    }
  const part =
    /\b(first thing|(?:in the )?morning|lunch ?time|(?:in the )?afternoon|(?:in the )?evening|end of (?:the )?day|close of (?:business|play)|by close|EOD|COB)\b/i.exec(
      text,
    )
  if (part)
    return { start: part.index, end: part.index + part[0].length, ms: partOfDay(part[0]), bare: false }
  return null
}

function hourOf(hour: number, minute: number, half: string | undefined): number {
  let h = hour
  if (half) h = /p/i.test(half) ? (hour % 12) + 12 : hour % 12
  else if (hour >= 1 && hour <= 6) h = hour + 12
  return (h * 60 + minute) * 60_000
}

/** The due of a clause by the conventions of the promise ledger; `ref` is local wall clock `YYYY-MM-DDTHH:MM`. */
export function findDue(text: string, { ref, tz = 'UTC' }: { ref: string; tz?: string }): Due | null {
  const now = parse(ref).ms
  const date = dateIn(text, now, /^America\//.test(tz) && !/Sao_Paulo|Argentina|Bogota|Mexico/.test(tz))
  const rest = date
    ? text.slice(0, date.start) + ' '.repeat(date.end - date.start) + text.slice(date.end)
    : text
  const time = timeIn(rest)
  if (date?.moment !== undefined && !time)
    return { start: date.start, end: date.end, due: isoTime(date.moment), kind: 'instant' }
  if (date?.date != null && time) {
    const start = Math.min(date.start, time.start)
    const end = Math.max(date.end, time.end)
    // "after 2 tomorrow" names no deadline.
    if (/\bafter\s*$/i.test(rest.slice(0, time.start)))
      return { start, end, due: isoDate(date.date), kind: 'date' }
    return { start, end, due: isoTime(date.date + time.ms), kind: 'instant' }
  }
  if (date?.date != null)
    return {
      start: date.start,
      end: date.end,
      due: isoDate(date.date),
      kind: date.range ? 'range-end' : 'date',
    }
  if (time) {
    let at = startOf(now) + time.ms
    if (at <= now && time.bare && time.ms < 12 * 3_600_000) at += 12 * 3_600_000
    if (at <= now) at += dayMs
    return { start: time.start, end: time.end, due: isoTime(at), kind: 'instant' }
  }
  return null
}

/** All dates and times in a text: ISO date, date-time or time, future reading. */
export function findDates(
  text: string,
  { ref }: { ref: string; tz?: string },
): { start: number; end: number; value: string }[] {
  const now = parse(ref).ms
  const found: { start: number; end: number; value: string }[] = []
  let rest = text.slice(0, 20_000)
  for (let guard = 0; guard < 40; guard++) {
    const date = dateIn(rest, now, true)
    if (!date) break
    const near = rest.slice(date.end, date.end + 30)
    const after = timeIn(near)
    const hasTime = after && after.start <= 4
    const value =
      date.moment !== undefined
        ? isoTime(date.moment)
        : hasTime
          ? isoTime(date.date! + after.ms)
          : isoDate(date.date!)
    const end = hasTime ? date.end + after.end : date.end
    found.push({ start: date.start, end, value })
    rest = rest.slice(0, date.start) + ' '.repeat(end - date.start) + rest.slice(end)
  }
  for (let guard = 0; guard < 20; guard++) {
    const time = timeIn(rest)
    if (!time) break
    found.push({ start: time.start, end: time.end, value: isoTime(time.ms).slice(11) })
    rest = rest.slice(0, time.start) + ' '.repeat(time.end - time.start) + rest.slice(time.end)
  }
  return found.sort((a, b) => a.start - b.start)
}
