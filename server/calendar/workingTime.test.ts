import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import {
  addWorkingDays,
  endOfDay,
  isOpenAt,
  lastShift,
  nearestGood,
  nextOpen,
  type WorkingTime,
} from './workingTime.ts'

const at = (text: string) => new Date(text)
const nineToFive = { from: '09:00', to: '17:00' }
const week = [null, nineToFive, nineToFive, nineToFive, nineToFive, nineToFive, null]
const lisbon: WorkingTime = { timeZone: 'Europe/Lisbon', hours: week }
const christmas: WorkingTime = { ...lisbon, holidays: { '2026-12-25': 'Christmas Day' } }

describe('a day that is none', () => {
  it('is passed over, forwards and backwards', () => {
    // Christmas Day 2026 is a Friday.
    expect(nextOpen(at('2026-12-24T18:00Z'), christmas)).toEqual(at('2026-12-28T09:00Z'))
    expect(lastShift(at('2026-12-27T12:00Z'), christmas)?.to).toEqual(at('2026-12-24T17:00Z'))
    expect(isOpenAt(at('2026-12-25T12:00Z'), christmas)).toBe(false)
    expect(isOpenAt(at('2026-12-25T12:00Z'), lisbon)).toBe(true)
  })

  it('may be one person’s own', () => {
    const away = { ...lisbon, away: [{ from: '2026-11-24', to: '2026-12-04' }] }
    expect(nextOpen(at('2026-11-23T18:00Z'), away)).toEqual(at('2026-12-07T09:00Z'))
    expect(lastShift(at('2026-12-05T12:00Z'), away)?.to).toEqual(at('2026-11-23T17:00Z'))
  })
})

describe('the nearest good time', () => {
  const now = at('2026-11-23T10:00Z')
  const good = (due: string, when = lisbon) => nearestGood(at(due), now, when)?.toISOString()

  it('is the time itself in opening time, closing included', () => {
    expect(good('2026-11-24T12:00Z')).toBe('2026-11-24T12:00:00.000Z')
    expect(good('2026-11-24T17:00Z')).toBe('2026-11-24T17:00:00.000Z')
  })

  it('is the closing before or two hours into the opening after, whichever is nearer', () => {
    expect(good('2026-11-24T19:00Z')).toBe('2026-11-24T17:00:00.000Z')
    expect(good('2026-11-25T08:30Z')).toBe('2026-11-25T11:00:00.000Z')
    expect(good('2026-11-28T12:00Z')).toBe('2026-11-27T17:00:00.000Z')
    expect(good('2026-11-29T20:00Z')).toBe('2026-11-30T11:00:00.000Z')
    expect(good('2026-12-25T15:00Z', christmas)).toBe('2026-12-24T17:00:00.000Z')
  })

  it('is never before it can be', () => {
    expect(nearestGood(at('2026-11-28T12:00Z'), at('2026-11-27T18:00Z'), lisbon)).toEqual(
      at('2026-11-30T11:00Z'),
    )
    expect(nearestGood(at('2026-11-20T12:00Z'), now, lisbon)).toEqual(now)
    expect(nearestGood(now, now, { ...lisbon, hours: Array(7).fill(null) })).toBeNull()
  })
})

describe('opening days ahead', () => {
  const ahead = (from: string, days: number, when = lisbon) =>
    addWorkingDays(at(from), days, when).toISOString()

  it('count only days that open, to the same hour', () => {
    expect(ahead('2026-11-26T14:00Z', 1)).toBe('2026-11-27T14:00:00.000Z')
    expect(ahead('2026-11-27T14:00Z', 1)).toBe('2026-11-30T14:00:00.000Z')
    expect(ahead('2026-11-28T23:00Z', 1)).toBe('2026-11-30T17:00:00.000Z')
    expect(ahead('2026-12-24T14:00Z', 2, christmas)).toBe('2026-12-29T14:00:00.000Z')
    expect(ahead('2026-11-26T14:00Z', 0)).toBe('2026-11-26T14:00:00.000Z')
  })

  it('keep the hour on the wall when the clocks change', () => {
    // Lisbon leaves summer time on 25 October 2026 and enters it on 28 March 2027.
    expect(ahead('2026-10-23T13:00Z', 1)).toBe('2026-10-26T14:00:00.000Z')
    expect(ahead('2027-03-26T14:00Z', 1)).toBe('2027-03-29T13:00:00.000Z')
  })
})

it('ends the day where the person is', () => {
  expect(endOfDay(at('2026-11-24T23:30:00Z'), 'Asia/Tokyo')).toEqual(at('2026-11-25T15:00:00Z'))
  // The day the clocks go back has 25 hours.
  expect(endOfDay(at('2026-10-25T00:30:00Z'), 'Europe/Berlin')).toEqual(at('2026-10-25T23:00:00Z'))
  expect(endOfDay(at('2026-10-23T00:30:00Z'), 'Europe/Berlin', 7)).toEqual(at('2026-10-29T23:00:00Z'))
})

/** Six zones whose clocks change on different days, by different amounts, on both halves of the earth; one that never changes. */
const zones = [
  'Europe/Lisbon',
  'America/New_York',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'America/Santiago',
]

describe.each(zones)('in %s', (timeZone) => {
  const when: WorkingTime = {
    timeZone,
    hours: week,
    holidays: { '2026-10-26': 'Rest', '2027-03-29': 'Rest' },
  }
  const moment = fc.date({ min: at('2026-01-01'), max: at('2028-01-01'), noInvalidDate: true })
  const wall = (date: Date) => Temporal.Instant.from(date.toISOString()).toZonedDateTimeISO(timeZone)

  it('opens and closes by the wall, through every change of clocks', () => {
    fc.assert(
      fc.property(moment, (now) => {
        const open = nextOpen(now, when)!
        expect(open >= now && isOpenAt(open, when)).toBe(true)
        if (open > now) expect(wall(open).toPlainTime().toString()).toBe('09:00:00')
        expect(wall(open).dayOfWeek).toBeLessThan(6)
        expect(when.holidays![wall(open).toPlainDate().toString()]).toBeUndefined()
        const shut = lastShift(now, when)!
        expect(shut.to <= now).toBe(true)
        if (shut.to < now) expect(wall(shut.to).toPlainTime().toString()).toBe('17:00:00')
      }),
      { numRuns: 300 },
    )
  })

  it('never proposes a time that is closed, past, or further away than another opening', () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: 0, max: 90 }), (due, hours) => {
        const earliest = new Date(due.getTime() - hours * 3_600_000)
        const good = nearestGood(due, earliest, when)!
        expect(isOpenAt(good, when)).toBe(true)
        expect(good >= earliest).toBe(true)
        const after = nextOpen(due, when)!.getTime() + 2 * 3_600_000
        expect(Math.abs(good.getTime() - due.getTime())).toBeLessThanOrEqual(after - due.getTime())
      }),
      { numRuns: 300 },
    )
  })
})
