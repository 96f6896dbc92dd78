import type { Token } from '../tokens.ts'
import { carries, feastAt, monthAt, namedDateAt, numericDateAt, weekdayAt } from './calendarDays.ts'
import { today, tomorrow, tonight } from './english.ts'
import { at, cardinalAt, is, ordinalAt, type Parsed, yearAt } from './numbers.ts'
import { periodAt } from './periods.ts'
import { countedAt, fromBaseAt, type Piece } from './relativeDays.ts'
import type { Day, Part } from './when.ts'

/** `today`, `later today`, `tonight`, `tomorrow`, `the day after tomorrow`, `yesterday`. */
export function nearDayAt(tokens: readonly Token[], index: number): Parsed<Piece> | null {
  let next = index
  if (is(tokens, next, 'the', 'day', 'after') || is(tokens, next, 'day', 'after')) {
    const skip = at(tokens, next) === 'the' ? 3 : 2
    if (tomorrow.has(at(tokens, next + skip))) return shift(2, next + skip + 1)
  }
  if (is(tokens, next, 'overmorrow')) return shift(2, next + 1)
  if (/^(?:later|early|earlier|mid|sometime|somewhen)$/.test(at(tokens, next))) next++
  if (at(tokens, next) === '-') next++
  const text = at(tokens, next)
  // "today week", "tomorrow fortnight"
  const more = /^(?:week|fortnight)$/.exec(at(tokens, next + 1))?.[0]
  if (more && (today.has(text) || tomorrow.has(text)) && tokens[next + 2]?.kind !== 'number')
    return shift((today.has(text) ? 0 : 1) + (more === 'week' ? 7 : 14), next + 2)
  if (today.has(text)) return shift(0, next + 1)
  if (tomorrow.has(text))
    return at(tokens, next + 1) === "'s"
      ? carries.test(at(tokens, next + 2))
        ? shift(1, next + 2)
        : null
      : shift(1, next + 1)
  if (tonight.has(text))
    return { value: { day: { is: 'shift', days: 0, months: 0 }, part: 'evening' }, next: next + 1 }
  if (text === 'yesterday') return shift(-1, next + 1)
  const before = text === 'the' ? next + 1 : next
  if (is(tokens, before, 'day', 'before', 'yesterday')) return shift(-2, before + 3)
  if (is(tokens, before, 'day', 'after', 'next')) return shift(2, before + 3)
  if (is(tokens, next, 'this', 'day')) return shift(0, next + 2)
  if (is(tokens, next, 'next', 'day')) return shift(1, next + 2)
  if (text === 'last' && /^(?:night|evening)$/.test(at(tokens, next + 1)))
    return { value: { day: { is: 'shift', days: -1, months: 0 }, part: 'evening' }, next: next + 2 }
  return null
}

const shift = (days: number, next: number): Parsed<Piece> => ({
  value: { day: { is: 'shift', days, months: 0 } },
  next,
})

/** `Friday`, `this coming Friday`, `next Friday`, `Friday week`, `Friday next week`, `Friday the 27th`, `Thu 3 Dec`, `Mondays`. */
export function weekdayPieceAt(tokens: readonly Token[], index: number): Parsed<Piece> | null {
  let next = index
  let which: (Day & { is: 'weekday' })['which'] = 'bare'
  if (at(tokens, next) === 'the' && /^(?:following|coming|next)$/.test(at(tokens, next + 1))) next++
  if (at(tokens, next) === 'this') {
    which = 'this'
    next++
  } else if (
    at(tokens, next) === 'the' &&
    /^(?:by|on|until|till|before|from)$/.test(at(tokens, next - 1)) &&
    weekdayAt(tokens, next + 1, true) &&
    endsHere(tokens, next + 2)
  ) {
    which = 'told'
    next++
  }
  const adjective = at(tokens, next)
  if (/^(?:coming|upcoming)$/.test(adjective)) {
    which = 'coming'
    next++
  } else if (adjective === 'next' || adjective === 'nxt') {
    which = 'next'
    next++
  } else if (adjective === 'following') {
    which = 'coming'
    next++
  } else if (/^(?:last|previous|past)$/.test(adjective)) {
    which = 'last'
    next++
  }
  const every = /^(?:every|each)$/.test(at(tokens, next))
  if (every) next++
  const early = /^(?:early|late)$/.test(at(tokens, next))
  if (early) next++
  const sure =
    next > index || /^(?:on|by|before|until|till|til|from|and|or|to|-)$/.test(at(tokens, index - 1))
  const weekday = weekdayAt(tokens, next, sure)
  if (!weekday) {
    if (which !== 'bare' && (which === 'this' || which === 'next')) {
      const date = namedDateAt(tokens, next) ?? numericDateAt(tokens, next)
      if (date) return { value: { day: { ...date.value, which } }, next: date.next }
      const feast = feastAt(tokens, next)
      if (feast?.value.is === 'feast') return { value: { day: { ...feast.value, which } }, next: feast.next }
    }
    return null
  }
  const plural = at(tokens, next).endsWith('days')
  next = weekday.next
  // "on Friday last"
  if (which === 'bare' && at(tokens, next) === 'last' && endsHere(tokens, next + 1)) {
    which = 'last'
    next++
  }
  const day: Day = { is: 'weekday', weekday: weekday.value, which, plus: 0 }
  const piece: Piece = { day, ...((every || plural) && { every: true }) }
  const exact = exactAfter(tokens, next, weekday.value)
  if (exact)
    return {
      value: {
        ...piece,
        day: exact.value.is === 'calendar' && which === 'this' ? { ...exact.value, which } : exact.value,
      },
      next: exact.next,
    }
  // "Sunday 3 weeks after January 15th": the Sunday of that week.
  const counted =
    which === 'bare' ? (at(tokens, next) === 'in' ? countedAt(tokens, next) : fromBaseAt(tokens, next)) : null
  const base = counted?.value.day
  if (counted && (base?.is === 'from' || (base?.is === 'shift' && base.days >= 7))) {
    const from = base.is === 'from' ? base : ({ is: 'from', base, days: 0, months: 0 } as const)
    return {
      value: { ...counted.value, day: { ...from, weekday: weekday.value, inWeek: true } },
      next: counted.next,
    }
  }
  return weekAfter(tokens, next, piece, day) ?? { value: piece, next }
}

/** The date after a weekday: "Friday, 27 November", "Friday the 27th", "friday 5/12". */
function exactAfter(tokens: readonly Token[], index: number, weekday: number): Parsed<Day> | null {
  let next = at(tokens, index) === ',' ? index + 1 : index
  if (at(tokens, next) === '(') next++
  const date = namedDateAt(tokens, next) ?? numericDateAt(tokens, next)
  if (date) return { value: { ...date.value, weekday }, next: closeBracket(tokens, next, date.next) }
  // "Fri 18": no hour of the day is said so.
  const number = tokens[next]
  if (
    number?.kind === 'number' &&
    number.text.length === 2 &&
    Number(number.text) > 12 &&
    Number(number.text) < 32 &&
    (!tokens[next + 1] ||
      !/^(?:[:.h-]|hrs|hours|st|nd|rd|th|–|to|am|pm|o'clock)$/.test(at(tokens, next + 1)) ||
      (at(tokens, next + 1) === '.' && tokens[next + 2]?.kind !== 'number'))
  )
    return { value: { is: 'ordinal', day: Number(number.text), weekday }, next: next + 1 }
  if (at(tokens, next) === 'the') next++
  const ordinal = ordinalAt(tokens, next)
  // "Friday first thing" and "Monday second visit" are not the 1st and the 2nd.
  if (
    ordinal &&
    ordinal.value <= 31 &&
    (tokens[next]?.kind === 'number' || at(tokens, next - 1) === 'the' || ordinal.value > 3)
  )
    return {
      value: { is: 'ordinal', day: ordinal.value, weekday },
      next: closeBracket(tokens, next, ordinal.next),
    }
  return null
}

const closeBracket = (tokens: readonly Token[], from: number, next: number) =>
  at(tokens, from - 1) === '(' && at(tokens, next) === ')' ? next + 1 : next

function weekAfter(
  tokens: readonly Token[],
  index: number,
  piece: Piece,
  day: Day & { is: 'weekday' },
): Parsed<Piece> | null {
  if (is(tokens, index, 'week') && !/^(?:of|commencing|beginning|'s)$/.test(at(tokens, index + 1)))
    return { value: { ...piece, day: { ...day, plus: 7 } }, next: index + 1 }
  if (is(tokens, index, 'fortnight'))
    return { value: { ...piece, day: { ...day, plus: 14 } }, next: index + 1 }
  let next = index
  if (/^(?:of|in|,|the)$/.test(at(tokens, next))) next++
  if (is(tokens, next, 'the')) next++
  if (is(tokens, next, 'week', 'after', 'next'))
    return { value: { ...piece, day: { ...day, which: 'next', plus: 7 } }, next: next + 3 }
  if (at(tokens, next + 1) !== 'week' || is(tokens, next + 2, 'of')) return null
  const word = at(tokens, next)
  const which =
    word === 'next' || word === 'following'
      ? 'next'
      : word === 'this'
        ? 'this'
        : word === 'last'
          ? 'last'
          : null
  return which && { value: { ...piece, day: { ...day, which } }, next: next + 2 }
}

/** `next month on the 20th`. */
export function monthThenDayAt(tokens: readonly Token[], index: number): Parsed<Piece> | null {
  if (!/^(?:next|last)$/.test(at(tokens, index)) || !is(tokens, index + 1, 'month')) return null
  let next = index + 2
  if (at(tokens, next) === ',') next++
  if (/^(?:on|by)$/.test(at(tokens, next))) next++
  if (at(tokens, next) === 'the') next++
  const day = ordinalAt(tokens, next)
  if (!day || day.value > 31) return null
  return {
    value: { day: { is: 'ordinal', day: day.value, months: at(tokens, index) === 'next' ? 1 : -1 } },
    next: day.next,
  }
}

/** `the last day of November`, `the first day of next month`. */
export function edgeDayAt(tokens: readonly Token[], index: number): Parsed<Piece> | null {
  const start = at(tokens, index) === 'the' ? index + 1 : index
  const edge = at(tokens, start)
  if (
    !/^(?:first|last|final)$/.test(edge) ||
    !is(tokens, start + 1, 'day') ||
    !/^(?:of|in)$/.test(at(tokens, start + 2))
  )
    return null
  const named =
    periodAt(tokens, start + 3) ?? (is(tokens, start + 3, 'the', 'month') ? thisMonth(start + 5) : null)
  const period = named?.value.period
  if (!named || (period?.is !== 'month' && period?.is !== 'year')) return null
  return { value: { day: { is: edge === 'first' ? 'startOf' : 'endOf', period } }, next: named.next }
}

const thisMonth = (next: number): Parsed<Piece> => ({
  value: { period: { is: 'month', months: 0, edge: 'whole' } },
  next,
})

/** `the Tuesday after Easter`, `the Friday before Christmas`, `the Monday after next`. */
export function weekdayFromAt(tokens: readonly Token[], index: number): Parsed<Piece> | null {
  const start = at(tokens, index) === 'the' ? index + 1 : index
  const weekday = weekdayAt(tokens, start, start > index)
  if (!weekday) return null
  const link = at(tokens, weekday.next)
  if (!/^(?:after|following|before)$/.test(link)) return null
  if (link === 'after' && is(tokens, weekday.next + 1, 'next') && endsHere(tokens, weekday.next + 2))
    return {
      value: { day: { is: 'weekday', weekday: weekday.value, which: 'next', plus: 7 } },
      next: weekday.next + 2,
    }
  const base = feastAt(tokens, weekday.next + 1) ?? namedDateAt(tokens, weekday.next + 1)
  if (!base) return null
  return {
    value: {
      day: {
        is: 'from',
        base: base.value,
        days: link === 'before' ? -7 : 1,
        months: 0,
        weekday: weekday.value,
      },
    },
    next: base.next,
  }
}

/** `two Mondays ago`. */
export function weekdaysAgoAt(tokens: readonly Token[], index: number): Parsed<Piece> | null {
  const count = cardinalAt(tokens, index)
  const weekday = count && count.value > 1 && count.value < 53 ? weekdayAt(tokens, count.next, true) : null
  if (!count || !weekday || !is(tokens, weekday.next, 'ago')) return null
  return {
    value: {
      day: { is: 'weekday', weekday: weekday.value, which: 'coming', plus: -7 * (count.value + 1) },
      by: 'ago',
    },
    next: weekday.next + 1,
  }
}

/** `next week on Tuesday`, `next week Wednesday`. */
export function weekThenDayAt(tokens: readonly Token[], index: number): Parsed<Piece> | null {
  const start = at(tokens, index) === 'the' ? index + 1 : index
  const said = at(tokens, start)
  const word = /^(?:previous|past)$/.test(said) ? 'last' : /^(?:following|coming)$/.test(said) ? 'next' : said
  if (!/^(?:next|this|last)$/.test(word) || !/^(?:week|wk)$/.test(at(tokens, start + 1))) return null
  let next = start + 2
  if (/^(?:,|-|–)$/.test(at(tokens, next))) next++
  if (/^(?:on|by|from)$/.test(at(tokens, next))) next++
  const weekday = weekdayAt(tokens, next, true)
  if (!weekday) return null
  return {
    value: {
      day: { is: 'weekday', weekday: weekday.value, which: word as 'next' | 'this' | 'last', plus: 0 },
    },
    next: weekday.next,
  }
}

const afterOrdinal =
  /^(?:floor|time|one|day|item|thing|place|class|half|person|visit|try|attempt|order|parcel|letter|payment|charge|step|line|option|century|of|and|quarter|edition|party|hand|to|year|week|month|grade|street|avenue|attempt|anniversary|birthday)$/

/** `the 18th`, `on the 27`, `18th` after a preposition, `the 26th day of the month`. */
export function monthDayAt(tokens: readonly Token[], index: number): Parsed<Piece> | null {
  const the = at(tokens, index) === 'the'
  const start = the ? index + 1 : index
  const before = at(tokens, index - 1)
  const governed = /^(?:on|by|before|until|till|til|from|after|between|around|about)$/.test(before)
  const ordinal = ordinalAt(tokens, start)
  const ofMonth =
    ordinal &&
    is(tokens, ordinal.next, 'of') &&
    /^(?:the|this|next|last)$/.test(at(tokens, ordinal.next + 1)) &&
    is(tokens, ordinal.next + 2, 'month')
  if (ordinal && ofMonth && ordinal.value <= 31)
    return {
      value: {
        day: {
          is: 'ordinal',
          day: ordinal.value,
          ...(at(tokens, ordinal.next + 1) === 'next' && { months: 1 }),
          ...(at(tokens, ordinal.next + 1) === 'last' && { months: -1 }),
        },
      },
      next: ordinal.next + 3,
    }
  if (ordinal && ordinal.value <= 31 && (the || governed) && (tokens[start]!.kind === 'number' || the)) {
    if (is(tokens, ordinal.next, 'day', 'of', 'the', 'month'))
      return { value: { day: { is: 'ordinal', day: ordinal.value } }, next: ordinal.next + 4 }
    const spoken = tokens[start]!.kind === 'word'
    const after = tokens[ordinal.next]
    if (
      after &&
      !after.line &&
      after.kind === 'word' &&
      ((afterOrdinal.test(after.text) && !(!spoken && /^(?:and|to)$/.test(after.text))) ||
        (spoken && !/^(?:at|from|between|in|or|i|we)$/.test(after.text)))
    )
      return null
    if (spoken && ordinal.value < 4 && !governed) return null
    return { value: { day: { is: 'ordinal', day: ordinal.value } }, next: ordinal.next }
  }
  const number = (the && governed) || before === 'on' ? cardinalAt(tokens, start) : null
  if (
    number &&
    // "from the 12.40": the train of that minute.
    !(
      at(tokens, number.next) === '.' &&
      !tokens[number.next]!.gap &&
      tokens[number.next + 1]?.kind === 'number'
    ) &&
    tokens[start]!.kind === 'number' &&
    number.value >= 1 &&
    number.value <= 31 &&
    (!tokens[number.next] || /^(?:at|from|between|[.,;!?)]|and|or|i|we|to|by)$/.test(at(tokens, number.next)))
  )
    return { value: { day: { is: 'ordinal', day: number.value } }, next: number.next }
  return null
}

/** Counted from what was named just before: `the same day`, `that evening`, `the day before`, `the following morning`. */
export function toldDayAt(tokens: readonly Token[], index: number): Parsed<Piece> | null {
  let next = index
  const the = at(tokens, next) === 'the'
  if (the) next++
  const word = at(tokens, next)
  const same = word === 'same' || word === 'very'
  const following = (word === 'following' || word === 'next') && the
  const that = (word === 'that' && index === next) || same
  if (that || following) {
    next++
    if (same && at(tokens, next) === 'very') next++
    const part = partWord(at(tokens, next))
    const days = following ? 1 : 0
    if (at(tokens, next) === 'day') return { value: { day: { is: 'told', days } }, next: next + 1 }
    if (part) return { value: { day: { is: 'told', days }, part }, next: next + 1 }
    return null
  }
  // "We'll text you on the day": the day just named.
  if (the && word === 'day' && at(tokens, index - 1) === 'on' && endsHere(tokens, next + 1))
    return { value: { day: { is: 'told', days: 0 } }, next: next + 1 }
  // "the day before", "the evening before", "the day after": nothing named behind them.
  const part = partWord(word)
  if ((the || index === next) && (word === 'day' || part) && the) {
    const link = at(tokens, next + 1)
    if ((link === 'before' || link === 'after') && endsHere(tokens, next + 2))
      return {
        value: { day: { is: 'told', days: link === 'before' ? -1 : 1 }, ...(part && { part }) },
        next: next + 2,
      }
  }
  return null
}

const endsHere = (tokens: readonly Token[], index: number) => {
  const token = tokens[index]
  return (
    !token ||
    token.line ||
    token.kind === 'mark' ||
    /^(?:to|and|so|with|or|just|at|by|between|if|for|as)$/.test(token.text) ||
    // "The day before we'll ring", but not "in the morning before we do anything".
    (/^(?:i|we)$/.test(token.text) && /^(?:will|'ll|shall)$/.test(at(tokens, index + 1)))
  )
}
const partWord = (text: string): Part | null =>
  text === 'morning'
    ? 'morning'
    : text === 'afternoon'
      ? 'afternoon'
      : text === 'evening' || text === 'night'
        ? 'evening'
        : null

/** `the first Friday of July`, `the third Monday of next month`. */
export function nthWeekdayAt(tokens: readonly Token[], index: number): Parsed<Piece> | null {
  const start = at(tokens, index) === 'the' ? index + 1 : index
  const last = at(tokens, start) === 'last'
  const nth = last ? { value: -1, next: start + 1 } : ordinalAt(tokens, start)
  if (!nth || nth.value > 5) return null
  const weekday = weekdayAt(tokens, nth.next, true)
  if (!weekday || !/^(?:of|in)$/.test(at(tokens, weekday.next))) return null
  const from = weekday.next + 1
  const plain = { is: 'nth', nth: nth.value, weekday: weekday.value } as const
  if (/^(?:this|the|next|last)$/.test(at(tokens, from)) && at(tokens, from + 1) === 'month') {
    const months = at(tokens, from) === 'next' ? 1 : at(tokens, from) === 'last' ? -1 : 0
    return { value: { day: { ...plain, months } }, next: from + 2 }
  }
  const month = monthAt(tokens, from)
  if (!month) return null
  const year = yearAt(
    tokens,
    at(tokens, month.next) === ',' || at(tokens, month.next) === 'of' ? month.next + 1 : month.next,
  )
  return {
    value: { day: { ...plain, month: month.value, ...(year && { year: year.value }) } },
    next: year?.next ?? month.next,
  }
}
