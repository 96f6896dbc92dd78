import type { Token } from '../tokens.ts'
import { feasts, months, unsureMonths, unsureWeekdays, weekdays } from './english.ts'
import { at, cardinalAt, is, ordinalAt, type Parsed, yearAt } from './numbers.ts'
import type { Day } from './when.ts'

const glued = (tokens: readonly Token[], index: number) => tokens[index]?.gap === false
const skipDot = (tokens: readonly Token[], index: number) =>
  at(tokens, index) === '.' && glued(tokens, index) && tokens[index + 1]?.line !== true ? index + 1 : index
const skipComma = (tokens: readonly Token[], index: number) => (at(tokens, index) === ',' ? index + 1 : index)

/** A month's name; its dot is its own ("Oct. 3"). */
export function monthAt(tokens: readonly Token[], index: number): Parsed<number> | null {
  const value = months.get(at(tokens, index))
  return value === undefined ? null : { value, next: skipDot(tokens, index + 1) }
}

export const carries =
  /^(?:release|deploy|update|courier|boat|ferry|van|truck|lorry|courier|delivery|deliveries|post|mail|run|round|flight|train|collection|bus|shipment|load|batch|bake|call|meeting|visit|session)$/

/** A weekday's name. `sure`: a word before it says that a day is meant, so "sat" and "wed" are days too. */
export function weekdayAt(tokens: readonly Token[], index: number, sure: boolean): Parsed<number> | null {
  const token = tokens[index]
  const value = weekdays.get(token?.text ?? '')
  if (value === undefined || !token) return null
  if (unsureWeekdays.has(token.text) && !sure && !token.capital) return null
  // "Friday's boat" goes on Friday; "Friday's letter" is a letter.
  if (at(tokens, index + 1) === "'s")
    return carries.test(at(tokens, index + 2)) ? { value, next: index + 2 } : null
  const short = token.end - token.start <= 5 && !token.text.endsWith('day')
  return { value, next: short ? shortDot(tokens, index + 1) : index + 1 }
}

/** The dot of "Fri." only where the sentence goes on. */
const shortDot = (tokens: readonly Token[], index: number) =>
  at(tokens, index) === '.' &&
  glued(tokens, index) &&
  tokens[index + 1] &&
  (!tokens[index + 1]!.capital || months.has(tokens[index + 1]!.text)) &&
  !tokens[index + 1]!.line
    ? index + 1
    : index

/** `2026`, `'26`, "of 2026", ", 2026" after a day and month. */
function yearAfter(tokens: readonly Token[], index: number): Parsed<number> | null {
  let next = skipComma(tokens, index)
  if (at(tokens, next) === 'of' || (at(tokens, next) === 'in' && yearAt(tokens, next + 1))) next++
  // "3 December 1430hrs" is a time, "december 2 2026" a year.
  if (at(tokens, next) === "'" && glued(tokens, next + 1) && /^\d\d$/.test(at(tokens, next + 1)))
    return { value: 2000 + Number(at(tokens, next + 1)), next: next + 2 }
  const year = yearAt(tokens, next) ?? (at(tokens, next - 1) === 'of' ? shortYearAt(tokens, next) : null)
  return year && !/^(?:hrs|hours|h|am|pm)$/.test(at(tokens, year.next)) ? year : null
}

/** `2018 november 11`, `September-2020-23`. */
function yearFirstAt(tokens: readonly Token[], index: number): Parsed<Day & { is: 'calendar' }> | null {
  const leads = tokens[index]?.kind === 'number' && tokens[index]!.text.length === 4
  const dash = (at: number) => (/^[-/]$/.test(tokens[at]?.text ?? '') && glued(tokens, at) ? at + 1 : at)
  const year = leads ? yearAt(tokens, index) : null
  const month = monthAt(tokens, year ? dash(year.next) : index)
  if (!month || (leads && !year)) return null
  const late = leads ? null : yearAt(tokens, dash(month.next))
  if (!leads && (!late || tokens[dash(month.next)]?.kind !== 'number' || dash(month.next) === month.next))
    return null
  const said = year ?? late!
  const from = dash(leads ? month.next : said.next)
  const day = ordinalAt(tokens, from) ?? cardinalAt(tokens, from)
  if (!day || day.value < 1 || day.value > 31 || (!leads && from === said.next)) return null
  if (at(tokens, day.next) === ':') return null
  return { value: { is: 'calendar', year: said.value, month: month.value, day: day.value }, next: day.next }
}

const streets =
  /^(?:street|road|lane|avenue|close|court|drive|way|gardens|square|terrace|crescent|place|st|rd|ave)$/

/** `14 Feb`, `the 14th of February 2026`, `Feb 14th`, `february twenty second`, `Dec31 , 1994`, `2-Oct-2026`, `Oct/2`. */
export function namedDateAt(
  tokens: readonly Token[],
  index: number,
): Parsed<Day & { is: 'calendar' }> | null {
  const byYear = yearFirstAt(tokens, index)
  if (byYear) return byYear
  let start = index
  if (at(tokens, start) === 'the') start++
  const day = ordinalAt(tokens, start) ?? cardinalAt(tokens, start)
  const priced = /^[$£€]$/.test(at(tokens, start - 1))
  if (day && !priced && day.value >= 1 && day.value <= 31) {
    let next = skipDot(tokens, day.next)
    if (at(tokens, next) === 'day' && at(tokens, next + 1) === 'of') next++
    if (at(tokens, next) === 'of') next++
    if ((at(tokens, next) === '-' || at(tokens, next) === '/') && glued(tokens, next)) next++
    const month = monthAt(tokens, next)
    // "I'll send 3 may be 4": a month's name that is also a word needs its capital.
    if (
      month &&
      (tokens[next]!.capital || !/^(?:may|mar|march)$/.test(at(tokens, next)) || next > day.next)
    ) {
      const after =
        /^[-/]$/.test(at(tokens, month.next)) && glued(tokens, month.next) ? month.next + 1 : month.next
      const year = yearAfter(tokens, after) ?? shortYear(tokens, after, month.next)
      // "Flat 4, 12 May Street"
      if (!year && streets.test(at(tokens, month.next)) && tokens[month.next]!.capital) return null
      // "3 February of this year"
      const which = year ? null : /^(?:this|next|last)$/.exec(at(tokens, month.next + 1))?.[0]
      if (which && at(tokens, month.next) === 'of' && at(tokens, month.next + 2) === 'year')
        return {
          value: {
            is: 'calendar',
            month: month.value,
            day: day.value,
            which: which as 'this' | 'next' | 'last',
          },
          next: month.next + 3,
        }
      const end = year?.next ?? trimDot(tokens, month.next)
      return {
        value: { is: 'calendar', month: month.value, day: day.value, ...(year && { year: year.value }) },
        next: end,
      }
    }
  }
  const month = monthAt(tokens, index)
  if (!month) return null
  let next = skipComma(tokens, month.next)
  if (
    next > month.next &&
    !ordinalAt(tokens, next) &&
    !(tokens[next]?.kind === 'number' && tokens[next]!.text.length <= 2)
  )
    return null
  if (at(tokens, next) === 'the') next++
  if ((at(tokens, next) === '/' || at(tokens, next) === '-') && glued(tokens, next)) next++
  const date = ordinalAt(tokens, next) ?? cardinalAt(tokens, next)
  if (!date || date.value < 1 || date.value > 31) return null
  const digitsOnly = tokens[next]!.kind === 'number' && date.next === next + 1
  if (
    digitsOnly &&
    (/^(?:am|pm|%)$/.test(at(tokens, date.next)) ||
      (at(tokens, date.next) === ':' && glued(tokens, date.next)))
  )
    return null
  if (
    !tokens[index]!.capital &&
    /^(?:may|march|mar)$/.test(at(tokens, index)) &&
    digitsOnly &&
    unsureMonths.has(at(tokens, index)) &&
    !/^(?:on|by|before|until|of)$/.test(at(tokens, index - 1))
  )
    return null
  const year = yearAfter(tokens, date.next)
  return {
    value: { is: 'calendar', month: month.value, day: date.value, ...(year && { year: year.value }) },
    next: year?.next ?? date.next,
  }
}

const shortYear = (tokens: readonly Token[], index: number, from: number): Parsed<number> | null =>
  index > from && /^\d\d$/.test(at(tokens, index))
    ? { value: 2000 + Number(at(tokens, index)), next: index + 1 }
    : null
/** A dot after the last word is the sentence's, unless something of the date follows. */
const trimDot = (tokens: readonly Token[], index: number) =>
  at(tokens, index - 1) === '.' && (!tokens[index] || tokens[index]!.capital) ? index - 1 : index

const partOfNumber = (tokens: readonly Token[], index: number): boolean => {
  const before = tokens[index - 1]
  if (
    /^[-/]$/.test(before?.text ?? '') &&
    glued(tokens, index) &&
    glued(tokens, index - 1) &&
    tokens[index - 2]?.kind === 'number'
  )
    return true
  return /^(?:sizes?|ref|no|order|invoice|version|model|apt|unit|room|page|part|step|chapter|section|item|row|seat|platform|gate)$/.test(
    before?.text ?? '',
  )
}

/** `2026-11-27`, `27/11`, `27.11.2026`, `5/3/18`, `2019/aug/01`, `20170302`. `swap`: either number could be the month. */
export function numericDateAt(
  tokens: readonly Token[],
  index: number,
): Parsed<Day & { is: 'calendar' }> | null {
  const first = tokens[index]
  if (first?.kind !== 'number') return null
  // Part of a longer number, or counted by the word before: "133-03-03-2020", "size 10/12".
  if (partOfNumber(tokens, index)) return null
  const value = Number(first.text)
  if (
    first.text.length === 8 &&
    !(at(tokens, index + 1) === '-' && glued(tokens, index + 1) && tokens[index + 2]?.kind === 'number') &&
    /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(first.text)
  )
    return {
      value: {
        is: 'calendar',
        year: Number(first.text.slice(0, 4)),
        month: Number(first.text.slice(4, 6)) - 1,
        day: Number(first.text.slice(6)),
      },
      next: index + 1,
    }
  const mark = at(tokens, index + 1)
  if (!/^[-/.]$/.test(mark) || !glued(tokens, index + 1) || !glued(tokens, index + 2)) return null
  const second = tokens[index + 2]
  const third =
    at(tokens, index + 3) === mark && glued(tokens, index + 3) && glued(tokens, index + 4)
      ? tokens[index + 4]
      : undefined
  if (first.text.length === 4 && third) {
    const month = second?.kind === 'number' ? Number(second.text) - 1 : months.get(second?.text ?? '')
    const day = Number(third.text)
    if (
      value >= 1900 &&
      value < 2200 &&
      month !== undefined &&
      month >= 0 &&
      month < 12 &&
      day >= 1 &&
      day <= 31
    )
      return { value: { is: 'calendar', year: value, month, day }, next: index + 5 }
    return null
  }
  if (second?.kind !== 'number' || first.text.length > 2 || second.text.length > 2) return null
  const other = Number(second.text)
  const year =
    third?.kind === 'number' && (third.text.length === 4 || third.text.length === 2)
      ? Number(third.text)
      : undefined
  // "10.11" may be a price or a time and "3-5" a range: only with a year are they dates.
  if (year === undefined) {
    const governed = at(tokens, index - 1) === 'on'
    if (
      mark === '-' &&
      !(governed && second.text.length === 2 && (value > 12 || other > 12 || first.text.length === 2))
    )
      return null
    if (
      mark === '.' &&
      !governed &&
      !(
        at(tokens, index + 3) === '.' &&
        glued(tokens, index + 3) &&
        other <= 12 &&
        tokens[index + 4]?.kind === 'word' &&
        !tokens[index + 4]!.line
      )
    )
      return null
    if (
      (/^(?:st|nd|rd|th|am|pm|%|of|price|hours?|inch|cup|working)$/.test(at(tokens, index + 3)) &&
        !(first.text[0] === '0' && /^(?:am|pm)$/.test(at(tokens, index + 3)))) ||
      (at(tokens, index + 3) === '/' && glued(tokens, index + 3))
    )
      return null
    if (value === 24 && other === 7) return null
    if (/^[#£$€:]$/.test(at(tokens, index - 1)) && glued(tokens, index)) return null
  }
  if (value < 1 || other < 1 || (value > 12 && other > 12) || value > 31 || other > 31) return null
  const next =
    year === undefined
      ? mark === '.' && at(tokens, index + 3) === '.' && tokens[index + 4]?.kind === 'word'
        ? index + 4
        : index + 3
      : index + 5
  const unsure =
    value <= 12 && other <= 12 && (mark !== '.' || (year === undefined && at(tokens, index - 1) === 'on'))
  const dayFirst = value > 12 || (mark === '.' && other <= 12 && !unsure)
  const [day, month] = dayFirst && other <= 12 ? [value, other] : other > 12 ? [other, value] : [other, value]
  return {
    value: {
      is: 'calendar',
      month: month - 1,
      day,
      ...(year !== undefined && { year: year < 100 ? 2000 + year : year }),
      ...(unsure && { swap: true }),
    },
    next,
  }
}

const feastWords = feasts.map(([words, feast]) => [words.split(' '), feast] as const)
const feastStarts = new Set(feastWords.map(([words]) => words[0]!.replace(/'.*/, '')))

/** Christmas, Good Friday, Thanksgiving, New Year's Eve … with a year if one is said. */
export function feastAt(tokens: readonly Token[], index: number): Parsed<Day> | null {
  if (!feastStarts.has(at(tokens, index))) return null
  for (const [words, feast] of feastWords) {
    let next = index
    let matches = true
    for (const word of words) {
      const [stem, tail] = word.split("'")
      if (at(tokens, next) !== stem) {
        matches = false
        break
      }
      next++
      if (tail === 's' && at(tokens, next) === "'s") next++
      else if (tail === '' && at(tokens, next) === "'") next++
      else if (tail === 's') {
        matches = false
        break
      }
    }
    if (!matches) continue
    const year = yearAfter(tokens, next)
    // "in the new year": some time in it.
    if (
      feast === 'new-year' &&
      !year &&
      is(tokens, index - 1, 'the') &&
      /^(?:in|into|for)$/.test(at(tokens, index - 2))
    )
      return null
    return { value: { is: 'feast', feast, ...(year && { year: year.value }) }, next: year?.next ?? next }
  }
  return null
}

/** "15 April of 87", "May '26": a year of two digits where one is awaited. */
function shortYearAt(tokens: readonly Token[], index: number): Parsed<number> | null {
  const token = tokens[index]
  if (token?.kind !== 'number' || token.text.length !== 2) return null
  const value = Number(token.text)
  return { value: value < 50 ? 2000 + value : 1900 + value, next: index + 1 }
}
