/** What a phrase says about time, before it is counted from a reference: the tree between the grammars and the resolvers. */

/** A day, however it is named. Weekdays: Monday 0 … Sunday 6; months: January 0 … December 11. */
export type Day =
  | { is: 'shift'; days: number; months: number; working?: boolean }
  /** `told`: the first such day after the one named just before ("Monday 7th … by the Wednesday"). */
  | {
      is: 'weekday'
      weekday: number
      which: 'bare' | 'this' | 'next' | 'last' | 'coming' | 'told'
      plus: number
    }
  | { is: 'ordinal'; day: number; weekday?: number; months?: number }
  | {
      is: 'calendar'
      year?: number
      month: number
      day: number
      weekday?: number
      which?: 'this' | 'next' | 'last'
      swap?: boolean
    }
  /** The first Friday of July, the third Monday of next month; nth -1 is the last. */
  | { is: 'nth'; nth: number; weekday: number; month?: number; months?: number; year?: number }
  | { is: 'feast'; feast: string; year?: number; which?: 'this' | 'next' | 'last' }
  /** `weekday`: the first such day from there, or with `inWeek` that of the same week. */
  | {
      is: 'from'
      base: Day
      days: number
      months: number
      working?: boolean
      weekday?: number
      inWeek?: boolean
    }
  /** Counted from the date named just before: "the same day", "that evening", "the day before". */
  | { is: 'told'; days: number }
  | { is: 'endOf'; period: Period }
  /** The first day of a month or year. */
  | { is: 'startOf'; period: Period }

export type Edge = 'whole' | 'start' | 'middle' | 'end'

/** Longer than a day. */
export type Period =
  /** `told`: counted from the week of the day named just before. */
  | { is: 'week'; weeks: number; edge: Edge; told?: boolean }
  | { is: 'weekOf'; day: Day; weeks: number }
  | { is: 'weekend'; weeks: number }
  | { is: 'month'; months?: number; month?: number; year?: number; edge: Edge }
  | { is: 'year'; years?: number; year?: number; edge: Edge }
  | { is: 'quarter'; quarter: number; year?: number }
  /** During the next fortnight: ends so much later. */
  | { is: 'span'; days: number; months: number; working?: boolean }
  /** Last night, the 90s: a time, but none a promise can fall due at. */
  | { is: 'other' }

export interface Clock {
  hour: number
  minute: number
  second: number
  half: 'am' | 'pm' | null
  /** 13:00, 0900: leaves no doubt between morning and evening. */
  exact: boolean
}

export type Part = 'morning' | 'lunch' | 'afternoon' | 'evening' | 'close'

export interface When {
  start: number
  end: number
  /** The preposition that governs it, `by`, `before`, `after` …, or null. */
  by: string | null
  day?: Day
  period?: Period
  clock?: Clock
  clockTo?: Clock
  part?: Part
  /** From now, in minutes. */
  minutes?: number
  minutesTo?: number
  /** "within 4 business hours": the minutes are of the office's hours. */
  workingMinutes?: boolean
  /** The later end of "today or tomorrow", "Monday to Wednesday". */
  to?: When
  toIs?: 'or' | 'to'
  /** "3-5 days": a window even where the day is one. */
  window?: boolean
  sameTime?: boolean
  now?: boolean
  every?: boolean
  /** An IANA name, or `yours` for "your time". */
  zone?: string
  /** "at the latest" */
  latest?: boolean
}
