import type { Token } from '../tokens.ts'
import { at, cardinalAt, is, type Parsed } from './numbers.ts'
import type { Clock, Part } from './when.ts'

/** "5.30 Thursday", "5.30 on Thursday", "5.30 tomorrow": a day behind a number with a dot makes it an hour. */
const dayBehind = (tokens: readonly Token[], index: number): boolean =>
  /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|tonight|today)$/.test(
    at(tokens, at(tokens, index) === 'on' ? index + 1 : index),
  )

/** "refund 7.30 tomorrow": money. */
const isSum = (tokens: readonly Token[], index: number): boolean =>
  /^(?:refund|pay|paid|credit|credited|refunded|cost|costs|charge|charged|of|the|your|[£€$]|usd|eur|gbp)$/.test(
    at(tokens, index),
  )

const clock = (hour: number, minute = 0, half: Clock['half'] = null, exact = false, second = 0): Clock => ({
  hour,
  minute,
  second,
  half,
  exact,
})

const joined = (tokens: readonly Token[], index: number, text?: string) =>
  tokens[index]?.gap === false && (text === undefined || tokens[index]?.text === text)
const digits = (tokens: readonly Token[], index: number, least: number, most: number): number | null => {
  const token = tokens[index]
  return token?.kind === 'number' && token.text.length >= least && token.text.length <= most
    ? Number(token.text)
    : null
}

/** `am`, `p.m.`, and a glued `a` or `p`. */
function halfAt(tokens: readonly Token[], index: number): Parsed<'am' | 'pm' | null> | null {
  const text = at(tokens, index)
  if (text === 'am' || text === 'pm') {
    // "3 am" is a time, "3 Am" too; "I am" never comes after a number.
    return { value: text, next: index + 1 }
  }
  // "nine a m"
  if ((text === 'a' || text === 'p') && at(tokens, index + 1) === 'm')
    return { value: text === 'a' ? 'am' : 'pm', next: index + 2 }
  if (text === 'ampm') return { value: null, next: index + 1 }
  if (tokens[index]?.gap === false && (text === 'a' || text === 'p'))
    return { value: text === 'a' ? 'am' : 'pm', next: index + 1 }
  return null
}

/** `in the morning`, `at night`: the half of the day a clock time is in. */
function halfOfDayAt(tokens: readonly Token[], index: number): Parsed<'am' | 'pm'> | null {
  const lead = at(tokens, index)
  const skip = lead === 'in' || lead === 'at' ? (at(tokens, index + 1) === 'the' ? 2 : 1) : 0
  if (!skip) return null
  const part = at(tokens, index + skip)
  if (part === 'morning' && lead === 'in') return { value: 'am', next: index + skip + 1 }
  if ((part === 'afternoon' || part === 'evening') && lead === 'in')
    return { value: 'pm', next: index + skip + 1 }
  return part === 'night' && lead === 'at' ? { value: 'pm', next: index + skip + 1 } : null
}

/** What may hang on a time: `o'clock`, `ish`, `sharp`, `hrs`, `in the morning`. */
function closing(tokens: readonly Token[], value: Clock, index: number): Parsed<Clock> {
  let next = index
  for (let turn = 0; turn < 4; turn++) {
    const text = at(tokens, next)
    if (text === 'noon' && value.hour === 12) next++
    else if (text === "o'clock" || text === 'oclock' || text === 'sharp' || text === 'prompt') next++
    else if (text === 'ish' && tokens[next]?.gap === false) next++
    else if (text === '-' && at(tokens, next + 1) === 'ish') next += 2
    else if ((text === 'hrs' || text === 'hours' || text === 'h') && value.exact) next++
    else if (text === 'on' && at(tokens, next + 1) === 'the' && at(tokens, next + 2) === 'dot') next += 3
    else if (text === 'or' && (at(tokens, next + 1) === 'so' || at(tokens, next + 1) === 'thereabouts'))
      next += 2
    else break
  }
  const late = value.half || value.exact ? null : halfAt(tokens, next)
  if (late?.value && next > index) return { value: { ...value, half: late.value }, next: late.next }
  const half = value.half ? null : halfOfDayAt(tokens, next)
  return half && !value.exact ? { value: { ...value, half: half.value }, next: half.next } : { value, next }
}

/**
 * A time of day. `bare`: a lone number may be one too, because a word such as "at" or a day stands beside it.
 * `noon`, `3pm`, `3.30`, `15:30`, `half past four`, `ten to five`, `4 o'clock`, `1430hrs`, `seven thirty`.
 */
export function clockAt(tokens: readonly Token[], index: number, bare: boolean): Parsed<Clock> | null {
  const token = tokens[index]
  if (!token) return null
  const named = namedAt(tokens, index) ?? pastAt(tokens, index)
  if (named) return closing(tokens, named.value, named.next)
  return token.kind === 'number' ? digitalAt(tokens, index, bare) : spokenAt(tokens, index, bare)
}

function namedAt(tokens: readonly Token[], index: number): Parsed<Clock> | null {
  const text = at(tokens, index)
  if (text === 'noon' || text === 'midday' || text === 'noontime' || text === 'noonish')
    return { value: clock(12, 0, 'pm'), next: index + 1 }
  if (text === 'mid' && at(tokens, index + 1) === '-' && at(tokens, index + 2) === 'day')
    return { value: clock(12, 0, 'pm'), next: index + 3 }
  if (text === 'mid' && at(tokens, index + 1) === 'day') return { value: clock(12, 0, 'pm'), next: index + 2 }
  if (text === 'midnight') return { value: clock(24, 0, null, true), next: index + 1 }
  if (text === 'mid' && at(tokens, index + 1) === 'night')
    return { value: clock(24, 0, null, true), next: index + 2 }
  if ((text === '12' || text === 'twelve') && /^(?:noon|midday)$/.test(at(tokens, index + 1)))
    return { value: clock(12, 0, 'pm'), next: index + 2 }
  if ((text === '12' || text === 'twelve') && at(tokens, index + 1) === 'midnight')
    return { value: clock(24, 0, null, true), next: index + 2 }
  return null
}

/** `half past four`, `quarter to 3`, `ten to five`, `twenty past 6`, `half four`. */
function pastAt(tokens: readonly Token[], index: number): Parsed<Clock> | null {
  let next = index
  if (at(tokens, next) === 'a' && at(tokens, next + 1) === 'quarter') next++
  const text = at(tokens, next)
  let minutes: number
  if (text === 'half') minutes = 30
  else if (text === 'quarter') minutes = 15
  else {
    const count = cardinalAt(tokens, next)
    if (!count || count.value > 59 || !/^(?:to|past|till|after|minutes?|mins?)$/.test(at(tokens, count.next)))
      return null
    minutes = count.value
    next = count.next - 1
    if (/^(?:minutes?|mins?)$/.test(at(tokens, next + 1))) next++
  }
  const link = at(tokens, next + 1)
  const past = link === 'past' || (link === 'after' && text !== 'half')
  const to = link === 'to' || link === 'till'
  if (text === 'half' && !past) {
    const hour = cardinalAt(tokens, next + 1)
    return hour &&
      hour.value >= 1 &&
      hour.value <= 12 &&
      !/^(?:day|hour|an?|of|dozen|price|term|years?|months?|weeks?|hours?|days?)$/.test(
        at(tokens, hour.next),
      ) &&
      at(tokens, next + 1) !== 'a'
      ? { value: clock(hour.value, 30), next: hour.next }
      : null
  }
  if (!past && !to) return null
  const hour = cardinalAt(tokens, next + 2)
  const noon = hour ? null : namedAt(tokens, next + 2)
  const base = hour ? hour.value : noon ? noon.value.hour : 0
  // "10 to 12" is a window of hours, "ten to twelve" a time.
  if (!base || base > 24 || (hour && base > 12) || (to && tokens[index]?.kind === 'number' && minutes <= 12))
    return null
  const end = (hour ?? noon)!.next
  const half = halfAt(tokens, end)
  if (!past && text !== 'quarter' && minutes < 5 && !half) return null
  // "ten past midnight"
  const sure = base === 24
  const value = to
    ? clock(base === 1 ? 12 : base - 1, 60 - minutes, null, sure)
    : clock(base % 24, minutes, null, sure)
  return { value: { ...value, half: half?.value ?? noon?.value.half ?? null }, next: half?.next ?? end }
}

const isDigits = (token: Token | undefined): boolean =>
  token?.kind === 'number' && token.text.length >= 3 && token.gap

function digitalAt(tokens: readonly Token[], index: number, bare: boolean): Parsed<Clock> | null {
  const hour = Number(at(tokens, index))
  const size = at(tokens, index).length
  // "0121 496 0123": a telephone.
  if (size >= 3 && isDigits(tokens[index + 1]) && isDigits(tokens[index + 2])) return null
  const mark = at(tokens, index + 1)
  if (
    size <= 2 &&
    hour <= 24 &&
    joined(tokens, index + 1) &&
    /^[:.h]$/.test(mark) &&
    joined(tokens, index + 2)
  ) {
    const minutes = digits(tokens, index + 2, 2, 2)
    if (minutes !== null && minutes < 60) {
      const withSeconds = mark === ':' && joined(tokens, index + 3, ':') && joined(tokens, index + 4)
      const seconds = withSeconds ? digits(tokens, index + 4, 2, 2) : null
      const next = seconds === null ? index + 3 : index + 5
      const half = halfAt(tokens, next)
      // "6.45 percent", "version 2.10": a dot is a time only with am or pm, or where one is awaited.
      if (
        mark === '.' &&
        !half &&
        !(minutes % 15 === 0 && !isSum(tokens, index - 1) && dayBehind(tokens, next)) &&
        !(size === 2 && /^(?:hrs|hours|h|uhr)$/.test(at(tokens, next))) &&
        !(
          bare &&
          !/^(?:%|percent|per|£|€|\$|euros?|pounds?|kg|miles?|metres?)$/.test(at(tokens, next)) &&
          !(joined(tokens, next, '.') && joined(tokens, next + 1) && tokens[next + 1]?.kind === 'number')
        )
      )
        return null
      if (half?.value && hour > 12)
        return closing(tokens, clock(hour, minutes, null, true, seconds ?? 0), half.next)
      const exact = !half && (hour > 12 || hour === 0 || (size === 2 && at(tokens, index)[0] === '0'))
      return closing(
        tokens,
        clock(hour, minutes, half?.value ?? null, exact, seconds ?? 0),
        half?.next ?? next,
      )
    }
  }
  if (size === 4 && /^\d{4}$/.test(at(tokens, index))) {
    const marked = /^(?:hrs|hours|h)$/.test(at(tokens, index + 1))
    const half = halfAt(tokens, index + 1)
    const h = Math.floor(hour / 100)
    if (
      h < 25 &&
      hour % 100 < 60 &&
      (marked ||
        half ||
        (bare &&
          (h < 19 || hour % 100 !== 26) &&
          !(hour >= 1900 && hour < 2100 && hour % 100 !== 0 && hour % 100 !== 30)))
    )
      return closing(tokens, clock(h, hour % 100, half?.value ?? null, !half), half?.next ?? index + 1)
    return null
  }
  // "930pm"
  const lateHalf = size === 3 ? halfAt(tokens, index + 1) : null
  if (lateHalf?.value && hour >= 100 && hour < 1260 && hour % 100 < 60)
    return closing(tokens, clock(Math.floor(hour / 100), hour % 100, lateHalf.value), lateHalf.next)
  if (size > 2 || hour > 24) return null
  const half = halfAt(tokens, index + 1)
  if (half && hour >= 1 && hour <= 12) return closing(tokens, clock(hour, 0, half.value), half.next)
  const next = at(tokens, index + 1)
  if (next === "o'clock" || next === 'oclock')
    return closing(tokens, clock(hour, 0, null, hour > 12), index + 2)
  if (next === 'ish' || (next === '-' && at(tokens, index + 2) === 'ish'))
    return closing(tokens, clock(hour, 0, null, hour > 12), index + 1)
  if (next === 'h' && joined(tokens, index + 1) && hour >= 1 && bare)
    return { value: clock(hour, 0, null, hour > 12), next: index + 2 }
  const part = halfOfDayAt(tokens, index + 1)
  if (part && hour >= 1 && hour <= 12) return { value: clock(hour, 0, part.value), next: part.next }
  return bare && hour >= 1 && standsAlone(tokens, index + 1)
    ? closing(tokens, clock(hour, 0, null, hour > 12), index + 1)
    : null
}

function spokenAt(tokens: readonly Token[], index: number, bare: boolean): Parsed<Clock> | null {
  const hour = cardinalAt(tokens, index)
  if (!hour || hour.value < 1 || hour.value > 24 || tokens[index]?.kind !== 'word') return null
  // "five-thirty"
  const minutes = cardinalAt(
    tokens,
    at(tokens, hour.next) === '-' && joined(tokens, hour.next) ? hour.next + 1 : hour.next,
  )
  if (
    minutes &&
    minutes.value >= 5 &&
    minutes.value < 60 &&
    hour.value <= 12 &&
    tokens[minutes.next - 1]?.kind === 'word'
  ) {
    const half = halfAt(tokens, minutes.next)
    if (half || bare || halfOfDayAt(tokens, minutes.next))
      return closing(
        tokens,
        clock(hour.value, minutes.value, half?.value ?? null),
        half?.next ?? minutes.next,
      )
  }
  const half = halfAt(tokens, hour.next)
  if (half && hour.value <= 12) return closing(tokens, clock(hour.value, 0, half.value), half.next)
  const next = at(tokens, hour.next)
  if (
    next === "o'clock" ||
    next === 'oclock' ||
    next === 'ish' ||
    (next === '-' && at(tokens, hour.next + 1) === 'ish')
  )
    return closing(tokens, clock(hour.value, 0), hour.next)
  const part = halfOfDayAt(tokens, hour.next)
  if (part && hour.value <= 12) return { value: clock(hour.value, 0, part.value), next: part.next }
  return bare && hour.value <= 12 && standsAlone(tokens, hour.next)
    ? closing(tokens, clock(hour.value), hour.next)
    : null
}

const follows = new Set(
  `. , ; : ! ? ) – — - … / today tomorrow tonight tmrw tmr tmw tomoz tomorro tonite on in at by and or to until till til the this next i we you he she it they so but if when once for with
  please then as sharp latest your my our uk gmt bst ish-ish or before after because just ok okay thanks x monday tuesday wednesday
  thursday friday saturday sunday mon tue wed thu fri sat sun am pm every each from max earliest instead too local if unless which that yesterday someone somebody our the a an is are was will anyone there
  whether whatever when while whilst once regardless either even i we you he she it they this so that's can could should would with outside inside where at has have rather although though since instead unless precisely exactly promptly punctually prompt dead latest onwards again myself ourselves personally`.split(
    /\s+/,
  ),
)

/** A lone number is a time only where nothing that could be counted comes after it. */
const standsAlone = (tokens: readonly Token[], index: number): boolean => {
  const token = tokens[index]
  if (!token || token.line) return true
  if (token.kind === 'number') return false
  // "by 2-day air"
  if (
    token.text === '-' &&
    !token.gap &&
    /^(?:day|hour|week|minute|month|year|person|man|part|piece|way|star|seater|inch)s?$/.test(
      tokens[index + 1]?.text ?? '',
    )
  )
    return false
  if (!token.gap && (token.text === '-' || token.text === '/' || token.text === '.' || token.text === ':'))
    return tokens[index + 1]?.kind !== 'number' && tokens[index + 1]?.kind !== 'word'
      ? true
      : tokens[index + 1]!.gap || token.text === '-'
  return token.kind === 'mark' ? !/^[%€£$#°x]$/.test(token.text) : follows.has(token.text)
}

const partWords = new Map<string, Part>([
  ['morning', 'morning'],
  ['mornings', 'morning'],
  ['lunch', 'lunch'],
  ['lunchtime', 'lunch'],
  ['dinnertime', 'evening'],
  ['teatime', 'afternoon'],
  ['afternoon', 'afternoon'],
  ['arvo', 'afternoon'],
  ['aft', 'afternoon'],
  ['evening', 'evening'],
  ['eve', 'evening'],
  ['night', 'evening'],
  ['eod', 'close'],
  ['cob', 'close'],
  ['eob', 'close'],
  ['cop', 'close'],
])

/** `morning`, `first thing`, `late afternoon`, `end of day`, `close of play`. */
export function partAt(tokens: readonly Token[], index: number): Parsed<Part> | null {
  let next = index
  while (/^(?:early|late|mid|later|-)$/.test(at(tokens, next)) && next < index + 2) next++
  if (next === index && at(tokens, next) === 'first' && at(tokens, next + 1) === 'thing') {
    let end = next + 2
    if (at(tokens, end) === 'in' && at(tokens, end + 1) === 'the' && at(tokens, end + 2) === 'morning')
      end += 3
    return { value: 'morning', next: end }
  }
  if (next === index && at(tokens, next) === 'last' && at(tokens, next + 1) === 'thing')
    return { value: 'close', next: next + 2 }
  if (next === index && /^(?:end|close|finish)$/.test(at(tokens, next))) {
    const skip = at(tokens, next + 1) === 'of' ? 2 : 1
    let end = next + skip
    if (skip === 2 && /^(?:the|my|our|your)$/.test(at(tokens, end))) end++
    if (/^(?:working|business|work)$/.test(at(tokens, end)) && at(tokens, end + 1) === 'day') end++
    if (skip === 2 && /^(?:day|play|business|shift)$/.test(at(tokens, end)))
      return { value: 'close', next: end + 1 }
    // "by close", "before close": the hour the doors shut.
    if (
      at(tokens, next) === 'close' &&
      /^(?:by|before|at|until|till)$/.test(at(tokens, next - 1)) &&
      standsAlone(tokens, next + 1)
    )
      return { value: 'close', next: next + 1 }
    return null
  }
  // "before the day is out"
  if (is(tokens, next, 'day', 'is') && /^(?:out|over|done)$/.test(at(tokens, next + 2)))
    return { value: 'close', next: next + 3 }
  const value =
    partWords.get(at(tokens, next)) ??
    (at(tokens, next + 1) === 'time' && next === index
      ? at(tokens, next) === 'tea'
        ? 'afternoon'
        : at(tokens, next) === 'dinner'
          ? 'evening'
          : undefined
      : undefined)
  if (!value) return null
  if (/^(?:lunch|tea|dinner)$/.test(at(tokens, next)) && at(tokens, next + 1) === 'time')
    return { value, next: next + 2 }
  // "lunch" alone is a meal unless a preposition before it makes it an hour; that is the caller's to know.
  return { value, next: next + 1 }
}
