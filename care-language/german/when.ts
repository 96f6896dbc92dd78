import { at, type Parsed } from '../dates/numbers.ts'
import type { Clock, Day, Part, Period, When } from '../dates/when.ts'
import type { Token } from '../tokens.ts'

/** Times of German service letters, as the same tree the English grammar builds; the resolvers are shared. */

const map = <T>(rows: Record<string, T>): ReadonlyMap<string, T> => new Map(Object.entries(rows))
const weekdays = map<number>({
  montag: 0,
  mo: 0,
  dienstag: 1,
  di: 1,
  mittwoch: 2,
  mi: 2,
  donnerstag: 3,
  do: 3,
  freitag: 4,
  fr: 4,
  samstag: 5,
  sonnabend: 5,
  sa: 5,
  sonntag: 6,
  so: 6,
})
const shortDays = new Set(['mo', 'di', 'mi', 'do', 'fr', 'sa', 'so'])
const months = map<number>({
  januar: 0,
  jan: 0,
  jänner: 0,
  februar: 1,
  feb: 1,
  märz: 2,
  april: 3,
  apr: 3,
  mai: 4,
  juni: 5,
  jun: 5,
  juli: 6,
  jul: 6,
  august: 7,
  aug: 7,
  september: 8,
  sept: 8,
  oktober: 9,
  okt: 9,
  november: 10,
  nov: 10,
  dezember: 11,
  dez: 11,
})
const numbers = map<number>({
  eins: 1,
  ein: 1,
  eine: 1,
  einem: 1,
  einer: 1,
  einen: 1,
  zwei: 2,
  drei: 3,
  vier: 4,
  fünf: 5,
  sechs: 6,
  sieben: 7,
  acht: 8,
  neun: 9,
  zehn: 10,
  elf: 11,
  zwölf: 12,
  vierzehn: 14,
  zwanzig: 20,
  dreißig: 30,
})
const parts = map<Part>({
  früh: 'morning',
  morgen: 'morning',
  vormittag: 'morning',
  vormittags: 'morning',
  mittag: 'lunch',
  mittags: 'lunch',
  nachmittag: 'afternoon',
  nachmittags: 'afternoon',
  abend: 'evening',
  abends: 'evening',
  nacht: 'evening',
})
const units = map<[days: number, months: number, minutes: number]>({
  minute: [0, 0, 1],
  minuten: [0, 0, 1],
  min: [0, 0, 1],
  stunde: [0, 0, 60],
  stunden: [0, 0, 60],
  tag: [1, 0, 0],
  tage: [1, 0, 0],
  tagen: [1, 0, 0],
  tages: [1, 0, 0],
  woche: [7, 0, 0],
  wochen: [7, 0, 0],
  monat: [0, 1, 0],
  monate: [0, 1, 0],
  monaten: [0, 1, 0],
})
const workingDays = /^(?:werktag|werktage|werktagen|werktages|arbeitstag|arbeitstage|arbeitstagen)$/
const today = { is: 'shift', days: 0, months: 0 } as const

const number = (tokens: readonly Token[], index: number): number | null => {
  const token = tokens[index]
  if (token?.kind === 'number') return token.text.length <= 4 ? Number(token.text) : null
  return numbers.get(token?.text ?? '') ?? null
}

interface Piece {
  day?: Day
  period?: Period
  clock?: Clock
  clockTo?: Clock
  part?: Part
  minutes?: number
  window?: boolean
}

/** `in zwei Stunden`, `innerhalb von 24 Stunden`, `binnen drei Werktagen`, `in den nächsten zwei Tagen`. */
function countedAt(tokens: readonly Token[], index: number): Parsed<Piece> | null {
  if (!/^(?:in|innerhalb|binnen)$/.test(at(tokens, index))) return null
  let next = index + 1
  while (
    /^(?:von|den|der|nächsten|kommenden|etwa|ca|circa|ungefähr|knapp|gut|maximal|höchstens|weniger|als|\.|rund|spätestens)$/.test(
      at(tokens, next),
    ) &&
    next < index + 5
  )
    next++
  let half = 1
  if (at(tokens, next) === 'einer' && at(tokens, next + 1) === 'halben') {
    half = 0.5
    next++
  }
  const first = half === 0.5 ? 1 : number(tokens, next)
  if (first === null) return null
  let most = first
  next++
  const window = /^(?:bis|-|–|oder)$/.test(at(tokens, next)) && number(tokens, next + 1) !== null
  if (window) {
    most = number(tokens, next + 1)!
    next += 2
  }
  if (workingDays.test(at(tokens, next)))
    return {
      value: { day: { is: 'shift', days: most, months: 0, working: true }, ...(window && { window }) },
      next: next + 1,
    }
  const unit = units.get(at(tokens, next))
  if (!unit) return null
  if (unit[2]) return { value: { minutes: most * unit[2] * half }, next: next + 1 }
  return {
    value: { day: { is: 'shift', days: most * unit[0], months: most * unit[1] }, ...(window && { window }) },
    next: next + 1,
  }
}

const clockOf = (hour: number, minute = 0): Clock => ({
  hour,
  minute,
  second: 0,
  half: null,
  exact: hour > 12 || hour === 0,
})

/** `15 Uhr`, `15:30 Uhr`, `15.30 Uhr`, `halb vier`; without "Uhr" only with a colon or behind "um". */
function clockAt(tokens: readonly Token[], index: number, bare: boolean): Parsed<Clock> | null {
  if (at(tokens, index) === 'halb') {
    const hour = number(tokens, index + 1)
    return hour && hour <= 12 ? { value: clockOf(hour === 1 ? 12 : hour - 1, 30), next: index + 2 } : null
  }
  const hour = number(tokens, index)
  if (hour === null || hour > 24 || (tokens[index]!.kind === 'word' && !bare)) return null
  // "bis einen Tag vorher": one of something.
  if (/^eine?[mnr]?$/.test(at(tokens, index)) && at(tokens, index + 1) !== 'uhr') return null
  const mark = at(tokens, index + 1)
  const minute =
    /^[:.]$/.test(mark) &&
    tokens[index + 2]?.kind === 'number' &&
    tokens[index + 2]!.text.length === 2 &&
    tokens[index + 1]!.gap === false
      ? Number(tokens[index + 2]!.text)
      : null
  let next = minute === null ? index + 1 : index + 3
  const uhr = at(tokens, next) === 'uhr'
  if (uhr) {
    next++
    const after = number(tokens, next)
    if (minute === null && after !== null && after < 60 && tokens[next]!.kind === 'number')
      return { value: clockOf(hour, after), next: next + 1 }
  }
  if (minute !== null && minute > 59) return null
  if (!uhr && !(minute !== null && mark === ':') && !bare) return null
  return { value: clockOf(hour, minute ?? 0), next }
}

/** `am 3. Dezember`, `3.12.`, `03.12.2026`, `den 18.`. */
function dateAt(tokens: readonly Token[], index: number, governed: boolean): Parsed<Day> | null {
  const day = tokens[index]
  if (day?.kind !== 'number' || day.text.length > 2 || at(tokens, index + 1) !== '.') return null
  const value = Number(day.text)
  if (value < 1 || value > 31) return null
  const second = tokens[index + 2]
  const month = months.get(second?.text ?? '')
  const year = (from: number) =>
    tokens[from]?.kind === 'number' && tokens[from]!.text.length === 4
      ? Number(tokens[from]!.text)
      : undefined
  if (month !== undefined) {
    const said = year(index + 3)
    return {
      value: { is: 'calendar', month, day: value, ...(said && { year: said }) },
      next: said ? index + 4 : index + 3,
    }
  }
  if (
    second?.kind === 'number' &&
    second.text.length <= 2 &&
    second.gap === false &&
    Number(second.text) >= 1 &&
    Number(second.text) <= 12
  ) {
    const dotted = at(tokens, index + 3) === '.' && tokens[index + 3]!.gap === false
    const said = dotted ? year(index + 4) : undefined
    if (dotted || said)
      return {
        value: { is: 'calendar', month: Number(second.text) - 1, day: value, ...(said && { year: said }) },
        next: said ? index + 5 : index + 4,
      }
  }
  return governed ? { value: { is: 'ordinal', day: value }, next: index + 2 } : null
}

function dayAt(tokens: readonly Token[], index: number, governed: boolean): Parsed<Piece> | null {
  const word = at(tokens, index)
  if (word === 'heute') return { value: { day: today }, next: index + 1 }
  if (word === 'übermorgen') return { value: { day: { is: 'shift', days: 2, months: 0 } }, next: index + 1 }
  if (word === 'morgen' && !/^(?:guten|am|jeden|diesen)$/.test(at(tokens, index - 1)))
    return { value: { day: { is: 'shift', days: 1, months: 0 } }, next: index + 1 }
  // "Donnerstagvormittag"
  const joined =
    /^(montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)(morgen|früh|vormittag|mittag|nachmittag|abend)$/.exec(
      word,
    )
  if (joined)
    return {
      value: {
        day: { is: 'weekday', weekday: weekdays.get(joined[1]!)!, which: 'bare', plus: 0 },
        part: parts.get(joined[2]!)!,
      },
      next: index + 1,
    }
  const calendar = dateAt(tokens, index, governed)
  if (calendar) return { value: { day: calendar.value }, next: calendar.next }
  const next = /^(?:nächsten|nächster|nächste)$/.test(word)
    ? 'next'
    : /^(?:diesen|kommenden)$/.test(word)
      ? 'coming'
      : null
  const start = next ? index + 1 : index
  const weekday = weekdays.get(at(tokens, start))
  if (weekday !== undefined && (!shortDays.has(at(tokens, start)) || governed)) {
    let end = start + 1
    if (shortDays.has(at(tokens, start)) && at(tokens, end) === '.') end++
    let from = at(tokens, end) === ',' ? end + 1 : end
    if (at(tokens, from) === 'den' || at(tokens, from) === 'dem') from++
    const exact = dateAt(tokens, from, true)
    if (exact) return { value: { day: { ...exact.value, weekday } as Day }, next: exact.next }
    const inWeek = /^(?:nächster|kommender)$/.test(at(tokens, end)) && at(tokens, end + 1) === 'woche'
    return {
      value: { day: { is: 'weekday', weekday, which: next === 'next' || inWeek ? 'next' : 'bare', plus: 0 } },
      next: inWeek ? end + 2 : end,
    }
  }
  return periodAt(tokens, index)
}

function periodAt(tokens: readonly Token[], index: number): Parsed<Piece> | null {
  const word = at(tokens, index)
  const edge = word === 'anfang' ? 'start' : word === 'mitte' ? 'middle' : word === 'ende' ? 'end' : 'whole'
  const start = edge === 'whole' ? index : index + 1
  const first = at(tokens, start)
  const unit = at(tokens, start + 1)
  if (
    /^(?:diese|dieser|der|nächste|nächster|nächsten|kommende|kommender|kommenden)$/.test(first) &&
    unit === 'woche' &&
    (edge !== 'whole' || first !== 'der')
  )
    return {
      value: { period: { is: 'week', weeks: /^(?:nächst|kommend)/.test(first) ? 1 : 0, edge } },
      next: start + 2,
    }
  if (
    /^(?:diesen|dieses|des|nächsten|kommenden)$/.test(first) &&
    /^(?:monat|monats)$/.test(unit) &&
    (edge !== 'whole' || first !== 'des')
  )
    return {
      value: { period: { is: 'month', months: /^(?:nächst|kommend)/.test(first) ? 1 : 0, edge } },
      next: start + 2,
    }
  const feast = {
    weihnachten: 'christmas',
    ostern: 'easter',
    silvester: 'new-years-eve',
    heiligabend: 'christmas-eve',
    neujahr: 'new-year',
    pfingsten: 'pentecost',
  }[first]
  if (feast && edge === 'whole') return { value: { day: { is: 'feast', feast } }, next: start + 1 }
  const month = months.get(first)
  if (month !== undefined && (edge !== 'whole' || at(tokens, index - 1) === 'im'))
    return { value: { period: { is: 'month', month, edge } }, next: start + 1 }
  if (first === 'monatsende' || first === 'jahresende')
    return {
      value: {
        period:
          first === 'monatsende'
            ? { is: 'month', months: 0, edge: 'end' }
            : { is: 'year', years: 0, edge: 'end' },
      },
      next: start + 1,
    }
  if (first === 'wochenende') return { value: { period: { is: 'weekend', weeks: 0 } }, next: start + 1 }
  if (edge === 'end' && first === 'des' && unit === 'tages')
    return { value: { part: 'close' }, next: start + 2 }
  return null
}

const leads: Readonly<Record<string, string>> = {
  bis: 'by',
  vor: 'before',
  ab: 'from',
  nach: 'after',
  um: 'at',
  gegen: 'around',
  am: 'on',
  zum: 'by',
  spätestens: 'by',
  zwischen: 'between',
  von: 'from',
  im: 'in',
  seit: 'since',
}

/** A whole German expression of time at this token, or null. */
export function germanWhenAt(tokens: readonly Token[], index: number): Parsed<When> | null {
  let from = index
  let by: string | null = null
  while (leads[at(tokens, from)] && from < index + 3) by = leads[at(tokens, from++)]!
  if (/^(?:zum|zur|dem|den)$/.test(at(tokens, from)) && from > index) from++
  const piece: Piece = {}
  let next = from
  const counted = countedAt(tokens, index)
  if (counted) {
    Object.assign(piece, counted.value)
    next = counted.next
  }
  for (let turn = 0; turn < 5; turn++) {
    let start = next
    if (next > from || counted)
      while (
        /^(?:,|um|am|gegen|bis|zwischen|den|von|ab|spätestens)$/.test(at(tokens, start)) &&
        start < next + 2
      )
        start++
    const governed = start > next || by !== null
    const clock =
      piece.clock || piece.minutes !== undefined
        ? null
        : clockAt(tokens, start, governed && /^(?:um|gegen|zwischen|bis|ab)$/.test(at(tokens, start - 1)))
    const found: Parsed<Piece> | null =
      (piece.day || piece.period || piece.minutes !== undefined ? null : dayAt(tokens, start, governed)) ??
      (clock ? { value: { clock: clock.value }, next: clock.next } : null) ??
      partAt(tokens, start, piece)
    if (!found) break
    Object.assign(piece, found.value)
    next = found.next
    const end = clock && /^(?:und|bis|-|–)$/.test(at(tokens, next)) ? clockAt(tokens, next + 1, true) : null
    if (end) {
      piece.clockTo = end.value
      next = end.next
    }
  }
  if (next === from && !counted) return null
  if (piece.part && !piece.day && !piece.clock && by === null && piece.part !== 'close') return null
  return { value: { start: tokens[index]!.start, end: tokens[next - 1]!.end, by, ...piece }, next }
}

function partAt(tokens: readonly Token[], index: number, piece: Piece): Parsed<Piece> | null {
  if (piece.part) return null
  const word = at(tokens, index)
  if (/^(?:feierabend|geschäftsschluss|tagesende|ladenschluss|dienstschluss)$/.test(word))
    return { value: { part: 'close' }, next: index + 1 }
  const part = parts.get(word)
  return part && (piece.day || /^(?:am|bis|gegen|zum)$/.test(at(tokens, index - 1)))
    ? { value: { part }, next: index + 1 }
    : null
}
