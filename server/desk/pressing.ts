import { sql } from 'kysely'
import { text } from '#server/base/text.ts'
import { type Reader, when } from './day.ts'

/**
 * How pressing a conversation is. Hours of waiting are the unit; each part has its cap so that none drowns the others: ten days of
 * waiting weigh as much as a promise due within four hours and half an urgent word.
 */
const weights = {
  waiting: 240,
  late: 400,
  soon: 200,
  today: 60,
  missed: 160,
  near: 80,
  chased: 60,
  chases: 4,
}

/**
 * The order of the working views as SQL: harm × waiting × promise due, at one moment, so that pages of one walk fit together. In
 * thousandths, and whole: of thousands in hand each is weighed, and exact decimals take ten times as long.
 */
export const pressing = (now: Date) => {
  const at = (hours: number) => sql`${new Date(now.getTime() + hours * 3_600_000).toISOString()}::timestamptz`
  const weight = (of: keyof typeof weights) => sql.lit(weights[of])
  return sql<number>`(1000 * (
    greatest(0, least(date_part('epoch', ${at(0)} - coalesce(c.waiting_since, c.last_at)) / 3600, ${weight('waiting')}))
    + case
        when c.next_promise_state in ('late', 'broken') then ${weight('late')}
        when c.next_promise_due < ${at(4)} then ${weight('soon')}
        when c.next_promise_due < ${at(24)} then ${weight('today')}
        else 0 end
    + case when c.target_at <= ${at(0)} then ${weight('missed')}
        when c.target_at < ${at(2)} then ${weight('near')}
        else 0 end
    + least(c.chased, ${weight('chases')}) * ${weight('chased')}
    + c.harm
  ))::int`
}

export interface Pressed {
  status: string
  waitingSince: Date | null
  lastAt: Date
  nextPromiseDue: Date | null
  nextPromiseState: string | null
  targetAt: Date | null
  chased: number
  harm: number
  harmSignal: string | null
  harmWords: string | null
}

/** Why it stands where it stands, in the reader's language and time: the part that weighs most. */
export function because(row: Pressed, now: Date, { timeZone, language }: Reader): string {
  const say = (key: string, values: Record<string, string | number> = {}) => text(key, values, language)
  const due = row.nextPromiseDue
  if ((row.nextPromiseState === 'late' || row.nextPromiseState === 'broken') && due)
    return say('desk.because.late', { due: when(due, now, timeZone, language) })
  if (row.status !== 'open')
    return due
      ? say('desk.because.promised', { due: when(due, now, timeZone, language) })
      : say(row.status === 'waiting' ? 'desk.because.theirs' : 'desk.because.newest')
  const since = row.waitingSince ?? row.lastAt
  const hours = (later: Date, earlier: Date) => (later.getTime() - earlier.getTime()) / 3_600_000
  const untilDue = due ? hours(due, now) : Number.POSITIVE_INFINITY
  const untilTarget = row.targetAt ? hours(row.targetAt, now) : Number.POSITIVE_INFINITY
  const reasons: [number, () => string][] = [
    [
      untilDue < 4 ? weights.soon : untilDue < 24 ? weights.today : 0,
      () => say('desk.because.promised', { due: when(due!, now, timeZone, language) }),
    ],
    [
      untilTarget <= 0 ? weights.missed : untilTarget < 2 ? weights.near : 0,
      () =>
        say(untilTarget <= 0 ? 'desk.because.missed' : 'desk.because.target', {
          at: when(row.targetAt!, now, timeZone, language),
        }),
    ],
    [row.harm, () => say(`desk.because.${row.harmSignal}`, { words: row.harmWords ?? '…' })],
    [
      Math.min(row.chased, weights.chases) * weights.chased,
      () => say('desk.because.chased', { times: row.chased }),
    ],
    [
      Math.min(hours(now, since), weights.waiting),
      () => say('desk.because.waiting', { since: when(since, now, timeZone, language) }),
    ],
  ]
  const [, heaviest] = reasons.reduce((most, one) => (one[0] > most[0] ? one : most))
  return reasons.every(([weight]) => weight <= 0) ? reasons.at(-1)![1]() : heaviest()
}
