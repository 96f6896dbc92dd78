import type { Token } from '../tokens.ts'
import { monthAt } from './calendarDays.ts'
import { unsureMonths } from './english.ts'
import { at, cardinalAt, is, ordinalAt, type Parsed, yearAt } from './numbers.ts'
import { baseAt, type Piece } from './relativeDays.ts'
import type { Edge, Period } from './when.ts'

const period = (value: Period, next: number): Parsed<Piece> => ({ value: { period: value }, next })

/** `early`, `the end of`, `mid-`, `later`, `the beginning of`. */
function edgeAt(tokens: readonly Token[], index: number): Parsed<Edge> | null {
  let next = at(tokens, index) === 'the' ? index + 1 : index
  if (at(tokens, next) === 'very') next++
  const text = at(tokens, next)
  const edge: Edge | null = /^(?:early|start|beginning|earlier)$/.test(text)
    ? 'start'
    : /^(?:middle|mid|halfway)$/.test(text)
      ? 'middle'
      : /^(?:end|late|later|close|tail)$/.test(text)
        ? 'end'
        : /^(?:sometime|some|anytime|during|course)$/.test(text)
          ? 'whole'
          : null
  if (!edge) return null
  // "start the week" is work to be done, "start of the week" a time.
  if (
    /^(?:start|beginning|end|middle|close|tail|during|course)$/.test(text) &&
    !/^(?:of|in|end)$/.test(at(tokens, next + 1)) &&
    text !== 'during'
  )
    return null
  next++
  if (text === 'some' && at(tokens, next) === 'time') next++
  else if (text === 'some') return null
  if (text === 'tail' && at(tokens, next) === 'end') next++
  if (text === 'later' || text === 'earlier') {
    if (at(tokens, next) === 'on') next++
  }
  if (at(tokens, next) === '-' && tokens[next]?.gap === false) next++
  if (/^(?:of|in|part|during)$/.test(at(tokens, next))) next++
  if (at(tokens, next - 1) === 'part' && at(tokens, next) === 'of') next++
  return { value: edge, next }
}

/** Weeks, weekends, months, years and their beginnings, middles and ends. */
export function periodAt(tokens: readonly Token[], index: number): Parsed<Piece> | null {
  const edge = edgeAt(tokens, index)
  const start = edge?.next ?? index
  const said = edge?.value ?? 'whole'
  return (
    nthWeekAt(tokens, start) ??
    weekOfAt(tokens, start) ??
    weekAt(tokens, start, said, edge !== null) ??
    monthPeriodAt(tokens, start, said, edge !== null) ??
    yearPeriodAt(tokens, start, said) ??
    otherAt(tokens, start)
  )
}

/** `the first week of December`, `the last week in May`. */
function nthWeekAt(tokens: readonly Token[], index: number): Parsed<Piece> | null {
  const start = at(tokens, index) === 'the' ? index + 1 : index
  const last = at(tokens, start) === 'last'
  const nth = last ? { value: 5, next: start + 1 } : ordinalAt(tokens, start)
  if (!nth || nth.value > 5 || !is(tokens, nth.next, 'week') || !/^(?:of|in)$/.test(at(tokens, nth.next + 1)))
    return null
  const month = monthAt(tokens, nth.next + 2)
  if (!month) return null
  const year = yearAt(tokens, month.next)
  const day = last ? 24 : nth.value * 7 - 6
  return period(
    {
      is: 'weekOf',
      day: { is: 'calendar', month: month.value, day, ...(year && { year: year.value }) },
      weeks: 0,
    },
    year?.next ?? month.next,
  )
}

/** `the week of the 16th`, `week commencing 7 December`, `w/c 7th`, `the week after next`. */
function weekOfAt(tokens: readonly Token[], index: number): Parsed<Piece> | null {
  let next = at(tokens, index) === 'the' ? index + 1 : index
  if (is(tokens, next, 'w', '/') && /^(?:c|b|k)$/.test(at(tokens, next + 2))) next += 3
  else if (is(tokens, next, 'wc') || is(tokens, next, 'wb')) next += 1
  else if (
    at(tokens, next) === 'week' &&
    /^(?:of|commencing|beginning|starting|from|ending)$/.test(at(tokens, next + 1))
  )
    next += 2
  else if (is(tokens, next, 'week', 'after', 'next'))
    return period({ is: 'week', weeks: 2, edge: 'whole' }, next + 3)
  else if (is(tokens, next, 'week', 'after', 'that'))
    return period({ is: 'week', weeks: 2, edge: 'whole' }, next + 3)
  else if (
    is(tokens, next, 'week', 'after') &&
    next > index &&
    (!tokens[next + 2] ||
      tokens[next + 2]!.kind === 'mark' ||
      /^(?:and|so|then|if|when|once)$/.test(at(tokens, next + 2)))
  )
    return period({ is: 'week', weeks: 1, edge: 'whole', told: true }, next + 2)
  else return null
  if (at(tokens, next) === 'on' || at(tokens, next) === ':') next++
  const day = baseAt(tokens, next) ?? plainDay(tokens, next)
  return day && period({ is: 'weekOf', day: day.value, weeks: 0 }, day.next)
}

function plainDay(tokens: readonly Token[], index: number): Parsed<{ is: 'ordinal'; day: number }> | null {
  const day = cardinalAt(tokens, index)
  if (!day || day.value < 1 || day.value > 31 || tokens[index]?.kind !== 'number') return null
  const suffix = /^(?:st|nd|rd|th)$/.test(at(tokens, day.next)) ? 1 : 0
  return { value: { is: 'ordinal', day: day.value }, next: day.next + suffix }
}

function weekAt(tokens: readonly Token[], index: number, edge: Edge, edged: boolean): Parsed<Piece> | null {
  let next = index
  let weeks: number | null = null
  const word = at(tokens, next)
  if (word === 'next' || word === 'nxt') weeks = 1
  else if (word === 'this') weeks = 0
  else if (word === 'last' || word === 'previous' || word === 'past') weeks = -1
  else if (word === 'the' && /^(?:next|following)$/.test(at(tokens, next + 1))) {
    weeks = 1
    next++
  } else if (word === 'the' && /^(?:coming|this)$/.test(at(tokens, next + 1))) {
    weeks = 1
    next++
  } else if (word === 'following' || word === 'coming') weeks = 1
  else if (word === 'the' || word === 'your' || word === 'our') weeks = 0
  // "for the rest of the week"
  if (word === 'the' && is(tokens, next + 1, 'rest', 'of', 'the', 'week'))
    return period({ is: 'week', weeks: 0, edge: 'end' }, next + 5)
  // "on the 1st, and you'll have it that week"
  if (
    word === 'that' &&
    !edged &&
    is(tokens, next + 1, 'week') &&
    !/^(?:of|in|at)$/.test(at(tokens, next + 2))
  )
    return period({ is: 'week', weeks: 0, edge: 'whole', told: true }, next + 2)
  // "the middle of that week"
  if (word === 'that' && edged && at(tokens, next + 1) === 'week')
    return period({ is: 'week', weeks: 0, edge, told: true }, next + 2)
  if (weeks !== null) next++
  if (word === 'this' && at(tokens, next) === 'coming') next++
  if (/^(?:working|business)$/.test(at(tokens, next)) && at(tokens, next + 1) === 'week') next++
  const unit = at(tokens, next)
  // "before the week is out": its end.
  const over =
    is(tokens, next + 1, 'is', 'out') ||
    is(tokens, next + 1, 'is', 'over') ||
    is(tokens, next + 1, 'is', 'up')
  if (word === 'the' && over && (unit === 'week' || unit === 'month' || unit === 'year'))
    return period(
      unit === 'week'
        ? { is: 'week', weeks: 0, edge: 'end' }
        : unit === 'month'
          ? { is: 'month', months: 0, edge: 'end' }
          : { is: 'year', years: 0, edge: 'end' },
      next + 3,
    )
  if (unit === 'week' || unit === 'wk') {
    if (weeks === null && !edged) return null
    if (is(tokens, next + 1, 'after', 'next')) return period({ is: 'week', weeks: 2, edge }, next + 3)
    if (at(tokens, next + 1) === "'s") return null
    // "the week" alone is "a week" to most ("it took the week"); only an edge makes it a time.
    if ((word === 'the' || weeks === null) && !edged) return null
    const told = at(tokens, next - 1) === 'following'
    return period({ is: 'week', weeks: weeks ?? 0, edge, ...(told && { told }) }, next + 1)
  }
  if (unit === 'weekend' || unit === 'wknd') {
    if (weeks === null && !/^(?:at|over|by|on|this|before)$/.test(at(tokens, next - 1))) return null
    return period({ is: 'weekend', weeks: word === 'the' ? 0 : (weeks ?? 0) }, next + 1)
  }
  if (/^(?:midweek|mid-week)$/.test(unit) && is(tokens, next + 1, 'next', 'week'))
    return period({ is: 'week', weeks: 1, edge: 'middle' }, next + 3)
  if (/^(?:midweek|mid-week)$/.test(unit) && weeks === null)
    return period({ is: 'week', weeks: 0, edge: 'middle' }, next + 1)
  return null
}

function monthPeriodAt(
  tokens: readonly Token[],
  index: number,
  edge: Edge,
  edged: boolean,
): Parsed<Piece> | null {
  let next = index
  const word = at(tokens, next)
  const shift =
    word === 'next' || word === 'following'
      ? 1
      : word === 'this' || word === 'the'
        ? 0
        : word === 'last'
          ? -1
          : null
  if (shift !== null) next++
  let months = shift
  if (word === 'the' && /^(?:following|next|coming)$/.test(at(tokens, next))) {
    months = 1
    next++
  }
  if (at(tokens, next) === 'calendar') next++
  if (at(tokens, next) === 'month' && months !== null) {
    if (word === 'the' && months === 0 && !edged) return null
    if (at(tokens, next + 1) === "'s" && !/^end$/.test(at(tokens, next + 2))) return null
    if (is(tokens, next + 1, 'end')) return period({ is: 'month', months, edge: 'end' }, next + 2)
    return period({ is: 'month', months, edge }, at(tokens, next + 1) === "'s" ? next + 3 : next + 1)
  }
  if (at(tokens, index) === 'month' && is(tokens, index + 1, 'end'))
    return period({ is: 'month', months: 0, edge: 'end' }, index + 2)
  if (at(tokens, index) === 'month' && edged) return period({ is: 'month', months: 0, edge }, index + 1)
  const month = monthAt(tokens, word === 'next' || word === 'this' || word === 'last' ? next : index)
  if (!month) return null
  const name = tokens[month.next - 1]?.text === '.' ? month.next - 2 : month.next - 1
  const governed =
    edged ||
    /^(?:in|by|until|till|til|before|after|during|since|from|to|through|of|between|and|for|this|next|last|-)$/.test(
      at(tokens, name - 1),
    )
  const token = tokens[name]!
  // "Call in on Monday and Jan will fit it"
  if (
    unsureMonths.has(token.text) &&
    /^(?:will|'ll|has|can|could|would|is|said|says)$/.test(at(tokens, month.next))
  )
    return null
  if (!governed || (unsureMonths.has(token.text) && !token.capital && token.text.length < 6)) {
    const year = yearAt(tokens, month.next)
    return year && governed
      ? period({ is: 'month', month: month.value, year: year.value, edge }, year.next)
      : null
  }
  let end = month.next
  if (at(tokens, end) === ',' || at(tokens, end) === 'of') end++
  const year = yearAt(tokens, end)
  return period(
    { is: 'month', month: month.value, edge, ...(year && { year: year.value }) },
    year?.next ?? month.next,
  )
}

function yearPeriodAt(tokens: readonly Token[], index: number, edge: Edge): Parsed<Piece> | null {
  let next = index
  const word = at(tokens, next)
  if (/^(?:this|next|last|the)$/.test(word)) next++
  if (at(tokens, next) === 'new') return null
  if (at(tokens, next) === 'year' && next > index && at(tokens, next + 1) !== "'s") {
    if (word === 'the' && edge === 'whole') return null
    return period({ is: 'year', years: word === 'next' ? 1 : word === 'last' ? -1 : 0, edge }, next + 1)
  }
  if (/^q[1-4]$/.test(word) || (word === 'q' && /^[1-4]$/.test(at(tokens, index + 1)))) {
    const quarter = Number(word[1] ?? at(tokens, index + 1))
    const end = word === 'q' ? index + 2 : index + 1
    const year = yearAt(tokens, at(tokens, end) === 'of' || at(tokens, end) === '-' ? end + 1 : end)
    return period({ is: 'quarter', quarter, ...(year && { year: year.value }) }, year?.next ?? end)
  }
  const year = yearAt(tokens, index)
  if (
    year &&
    tokens[index]?.kind === 'number' &&
    /^(?:in|by|of|until|since|before|after|during|from|to|through|between|and|end)$/.test(
      at(tokens, index - 1),
    )
  )
    return at(tokens, year.next) === 's'
      ? period({ is: 'other' }, year.next + 1)
      : period({ is: 'year', year: year.value, edge }, year.next)
  return null
}

/** Times nothing falls due at: "last night", "this season", "all day". Read so that their parts are not read alone. */
function otherAt(tokens: readonly Token[], index: number): Parsed<Piece> | null {
  if (
    is(tokens, index, 'last') &&
    /^(?:minute|moment|season|summer|winter|spring|autumn|fall)$/.test(at(tokens, index + 1))
  )
    return period({ is: 'other' }, index + 2)
  return null
}
