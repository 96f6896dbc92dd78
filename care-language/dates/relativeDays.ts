import type { Token } from '../tokens.ts'
import { feastAt, namedDateAt, numericDateAt, weekdayAt } from './calendarDays.ts'
import { today, tomorrow, type Unit, units } from './english.ts'
import { amountAt, at, cardinalAt, is, ordinalAt, type Parsed, yearAt } from './numbers.ts'
import type { Day, When } from './when.ts'

export type Piece = Partial<When>
const has = (set: ReadonlySet<string>, tokens: readonly Token[], index: number) => set.has(at(tokens, index))

const lengths: Partial<Record<Unit, [days: number, months: number]>> = {
  day: [1, 0],
  week: [7, 0],
  fortnight: [14, 0],
  month: [0, 1],
  quarter: [0, 3],
  year: [0, 12],
}
const inMinutes: Partial<Record<Unit, number>> = { second: 1 / 60, minute: 1, hour: 60 }

export interface Length {
  days: number
  months: number
  minutes: number
  working: boolean
  /** The longer end of "3-5 days". */
  to?: Length
}

const length = (amount: number, unit: Unit, working: boolean): Length => {
  const [days, months] = lengths[unit] ?? [0, 0]
  return { days: days * amount, months: months * amount, minutes: (inMinutes[unit] ?? 0) * amount, working }
}

/** `3 days`, `a couple of hours`, `3-5 working days`, `a day or two`, `2 years 1 month 21 days`, `an hour and a half`, `2h`. */
export function lengthAt(tokens: readonly Token[], index: number): Parsed<Length> | null {
  const amount = amountAt(tokens, index)
  if (!amount) return null
  let next = amount.next
  let most: number | null = null
  if (/^(?:to|or|and|-|–|—|\/)$/.test(at(tokens, next))) {
    const other = amountAt(tokens, next + 1)
    if (other && other.value > amount.value) {
      most = other.value
      next = other.next
    }
  }
  const unit = unitAt(tokens, next)
  if (!unit) return null
  next = unit.next
  let value = length(amount.value, unit.value.unit, unit.value.working)
  if (most !== null)
    return { value: { ...value, to: length(most, unit.value.unit, unit.value.working) }, next }
  // "a day or two"
  if (is(tokens, next, 'or')) {
    const other = cardinalAt(tokens, next + 1)
    if (other && other.value > amount.value && other.value < 10 && !units.has(at(tokens, other.next)))
      return {
        value: { ...value, to: length(other.value, unit.value.unit, unit.value.working) },
        next: other.next,
      }
  }
  if (is(tokens, next, 'and', 'a', 'half'))
    return { value: { ...value, minutes: value.minutes * 1.5, days: value.days * 1.5 }, next: next + 3 }
  // "for the last 3 months and 2 days ago they …" are two times.
  const past = /^(?:last|past|previous)$/.test(at(tokens, index - 1))
  for (let turn = 0; turn < 3 && !past; turn++) {
    const joined = is(tokens, next, 'and') || is(tokens, next, ',') ? next + 1 : next
    const more = amountAt(tokens, joined)
    const moreUnit = more && unitAt(tokens, more.next)
    if (!more || !moreUnit || tokens[joined]?.text === 'a') break
    const extra = length(more.value, moreUnit.value.unit, false)
    value = {
      days: value.days + extra.days,
      months: value.months + extra.months,
      minutes: value.minutes + extra.minutes,
      working: value.working,
    }
    next = moreUnit.next
  }
  return { value, next }
}

function unitAt(tokens: readonly Token[], index: number): Parsed<{ unit: Unit; working: boolean }> | null {
  let next = index
  let working = false
  if (at(tokens, next) === '-' && tokens[next]?.gap === false) next++
  if (
    /^(?:working|business|work|bank|week|weekday)$/.test(at(tokens, next)) &&
    /^(?:days?|hours?)$/.test(at(tokens, next + 1))
  ) {
    working = true
    next++
  } else if (/^(?:full|calendar|whole|more|further|consecutive)$/.test(at(tokens, next))) next++
  if (working && at(tokens, next) === '-') next++
  const unit = units.get(at(tokens, next))
  if (!unit || unit === 'weekend') return null
  return { value: { unit, working }, next: next + 1 }
}

const pieceOf = (value: Length, window: boolean): Piece => {
  const last = value.to ?? value
  if (last.minutes && !last.days && !last.months)
    return {
      minutes: value.minutes,
      ...(value.to && { minutesTo: value.to.minutes }),
      ...(last.working && { workingMinutes: true }),
    }
  return {
    day: { is: 'shift', days: last.days, months: last.months, ...(last.working && { working: true }) },
    ...(last.minutes && { minutes: last.minutes }),
    ...((value.to || window) && { window: true }),
  }
}

const fillers =
  /^(?:the|next|about|around|approximately|roughly|another|max|maximum|coming|following|say|under|just|less|than|up|to|as|little|only|at|most|over)$/

/** Counted from now: `in 3 days`, `within the hour`, `in the next day or two`, `two weeks on Monday`, `3 days after Friday`. */
export function countedAt(tokens: readonly Token[], index: number): Parsed<Piece> | null {
  const lead = at(tokens, index)
  if (/^(?:in|within|inside|over|during|for|after|under|w\/in)$/.test(lead)) {
    let next = index + 1
    while (
      next < index + 5 &&
      fillers.test(at(tokens, next)) &&
      !(
        at(tokens, next) === 'next' &&
        /^(?:week|month|year|weekend)$/.test(at(tokens, next + 1)) &&
        at(tokens, next - 1) !== 'the'
      )
    )
      next++
    const said = next > index + 1
    const ahead = /^(?:next|coming)$/.test(at(tokens, index + 2))
    const found =
      lengthAt(tokens, next) ??
      (said && unitAt(tokens, next) && !/s$/.test(at(tokens, next)) ? lengthOne(tokens, next) : null)
    // "the week beginning 7 December" is a week of its own; "in a sec" fixes no time.
    if (
      /^(?:week|month)$/.test(at(tokens, next)) &&
      /^(?:of|beginning|commencing|starting|after|from)$/.test(at(tokens, next + 1))
    )
      return null
    if (found && /^an?$/.test(at(tokens, next)) && /^(?:sec|second|minute|min)$/.test(at(tokens, next + 1)))
      return { value: { now: true }, next: found.next }
    const since = found && is(tokens, found.next, 'since') ? yearBaseAt(tokens, found.next + 1) : null
    if (found && since)
      return {
        value: { day: { is: 'from', base: since.value, days: found.value.days, months: found.value.months } },
        next: since.next,
      }
    if (found && (lead !== 'after' || at(tokens, next - 1) === 'next')) {
      let end = found.next
      if (is(tokens, end, "'s")) end++
      else if (is(tokens, end, "'")) end++
      if (is(tokens, end, 'time')) end++
      if (is(tokens, end, 'or', 'so')) end += 2
      if (/^(?:max|maximum|tops|from|at)$/.test(at(tokens, end))) {
        if (
          is(tokens, end, 'from', 'now') ||
          is(tokens, end, 'from', 'today') ||
          is(tokens, end, 'at', 'most')
        )
          end += 2
        else if (!/^(?:from|at)$/.test(at(tokens, end))) end++
      }
      // "within 2 days of receiving it" waits on something: the promise reader must know.
      return {
        value: {
          ...pieceOf(
            found.value,
            /^(?:over|during|for)$/.test(lead) || (lead === 'in' && ahead && found.value.days > 1),
          ),
          by: lead,
        },
        next: end,
      }
    }
  }
  return everyAt(tokens, index) ?? fromBaseAt(tokens, index)
}

/** `every 30 minutes`, `every two hours`: the first of them. */
function everyAt(tokens: readonly Token[], index: number): Parsed<Piece> | null {
  if (at(tokens, index) !== 'every') return null
  const found = lengthAt(tokens, index + 1) ?? lengthOne(tokens, index + 1)
  if (!found?.value.minutes || found.value.days || found.value.months) return null
  return { value: { ...pieceOf(found.value, false), every: true }, next: found.next }
}

/** "within the hour", "in the next week": the unit alone is one of it. */
function lengthOne(tokens: readonly Token[], index: number): Parsed<Length> | null {
  const unit = unitAt(tokens, index)
  if (!unit) return null
  const one = length(1, unit.value.unit, unit.value.working)
  const more = is(tokens, unit.next, 'or') ? cardinalAt(tokens, unit.next + 1) : null
  return more && more.value > 1 && more.value < 10
    ? { value: { ...one, to: length(more.value, unit.value.unit, unit.value.working) }, next: more.next }
    : { value: one, next: unit.next }
}

/** `two weeks from Friday`, `a week on Monday`, `a week today`, `2 days later`, `3 days ago`, `the day before Christmas`. */
export function fromBaseAt(tokens: readonly Token[], index: number): Parsed<Piece> | null {
  const start =
    is(tokens, index, 'the', 'day') || is(tokens, index, 'the', 'week') || is(tokens, index, 'the', 'month')
      ? index + 1
      : index
  const bare = start > index
  const found = bare ? lengthOne(tokens, start) : lengthAt(tokens, index)
  if (!found) return null
  const { next } = found
  const link = at(tokens, next)
  const plain = found.value.to === undefined
  const { days, months, minutes, working } = found.value.to ?? found.value
  const window = plain ? {} : { window: true }
  if (!bare && (link === 'ago' || link === 'back')) {
    if (link === 'back') return null
    if (minutes && !days && !months) return { value: { minutes: -minutes }, next: next + 1 }
    // "two weeks ago today"
    const end = has(today, tokens, next + 1) ? next + 2 : next + 1
    return { value: { day: { is: 'shift', days: -days, months: -months }, by: 'ago' }, next: end }
  }
  if (!bare && (link === 'later' || (link === 'from' && /^(?:now|today)$/.test(at(tokens, next + 1))))) {
    const end = link === 'later' ? next + 1 : next + 2
    // "treated on Tuesday … we call again a week later"
    if (link === 'later' && plain && days >= 1 && !months && !minutes && !working)
      return { value: { day: { is: 'told', days } }, next: end }
    return { value: pieceOf(found.value, false), next: end }
  }
  if (!bare && !minutes && (has(today, tokens, next) || has(tomorrow, tokens, next)) && days >= 7)
    return {
      value: { day: { is: 'shift', days: days + (has(tomorrow, tokens, next) ? 1 : 0), months } },
      next: next + 1,
    }
  // "listed for 14 January … a copy a week before": counted from the day named last.
  if (
    !bare &&
    !minutes &&
    !months &&
    days >= 1 &&
    /^(?:before|beforehand|earlier)$/.test(link) &&
    endsThere(tokens, next + 1)
  )
    return { value: { day: { is: 'told', days: -days } }, next: next + 1 }
  // "two days after that": likewise.
  if (
    !bare &&
    !minutes &&
    !months &&
    days >= 1 &&
    !working &&
    is(tokens, next, 'after', 'that') &&
    endsThere(tokens, next + 2)
  )
    return { value: { day: { is: 'told', days } }, next: next + 2 }
  if (
    !minutes &&
    (link === 'from' ||
      link === 'after' ||
      link === 'before' ||
      (link === 'on' && days >= 7) ||
      link === 'since' ||
      (days >= 7 && !bare))
  ) {
    const base = baseAt(
      tokens,
      link === 'from' || link === 'after' || link === 'before' || link === 'on' || link === 'since'
        ? next + 1
        : next,
    )
    const since = base
      ? null
      : yearBaseAt(tokens, link === 'since' || link === 'from' || link === 'after' ? next + 1 : -1)
    if (since)
      return { value: { day: { is: 'from', base: since.value, days, months }, ...window }, next: since.next }
    if (base && (days !== 1 || base.value.is !== 'told')) {
      const sign = link === 'before' ? -1 : 1
      return {
        value: {
          day: {
            is: 'from',
            base: base.value,
            days: sign * days,
            months: sign * months,
            ...(working && { working: true }),
          },
          ...window,
        },
        next: base.next,
      }
    }
  }
  return null
}

const endsThere = (tokens: readonly Token[], index: number): boolean =>
  !tokens[index] ||
  tokens[index]!.line ||
  /^[.,;:!?)]$/.test(at(tokens, index)) ||
  /^(?:and|so|if|with|to)$/.test(at(tokens, index))

/** "two years since 2011": counted from its first day. */
function yearBaseAt(tokens: readonly Token[], index: number): Parsed<Day> | null {
  const start = is(tokens, index, 'the', 'year') ? index + 2 : is(tokens, index, 'year') ? index + 1 : index
  const year = index < 0 || tokens[start]?.kind !== 'number' ? null : yearAt(tokens, start)
  return year && { value: { is: 'calendar', year: year.value, month: 0, day: 1 }, next: year.next }
}

/** A day that others are counted from. */
export function baseAt(tokens: readonly Token[], index: number): Parsed<Day> | null {
  let next = index
  if (has(today, tokens, next)) return { value: { is: 'shift', days: 0, months: 0 }, next: next + 1 }
  if (has(tomorrow, tokens, next)) return { value: { is: 'shift', days: 1, months: 0 }, next: next + 1 }
  if (at(tokens, next) === 'yesterday') return { value: { is: 'shift', days: -1, months: 0 }, next: next + 1 }
  const calendar = namedDateAt(tokens, next) ?? numericDateAt(tokens, next) ?? feastAt(tokens, next)
  if (calendar) return calendar
  let which: 'bare' | 'this' | 'next' | 'last' = 'bare'
  const word = at(tokens, next)
  if (word === 'this' || word === 'next' || word === 'last') {
    which = word
    next++
  }
  const weekday = weekdayAt(tokens, next, true)
  if (weekday) return { value: { is: 'weekday', weekday: weekday.value, which, plus: 0 }, next: weekday.next }
  if (word === 'the') {
    const day = ordinalAt(tokens, next + 1)
    if (day) return { value: { is: 'ordinal', day: day.value }, next: day.next }
  }
  return null
}
