import { describe, expect, it } from 'vitest'
import type { WorkingTime } from '#server/calendar/workingTime.ts'
import { byDefault, quartersOf, slotsIn } from './slots.ts'

const nine = { from: '09:00', to: '17:00' }
const weekdays = [null, nine, nine, nine, nine, nine, null]
const lisbon: WorkingTime = { timeZone: 'Europe/Lisbon', hours: weekdays }
const iso = (dates: readonly Date[]) => dates.map((one) => one.toISOString())

describe('times at which somebody can be rung', () => {
  it('lie in opening hours, end before closing, and leave an hour to be ready', () => {
    const slots = slotsIn(lisbon, { ...byDefault, days: 1 }, new Date('2026-11-25T15:10:00Z'))
    expect(iso(slots)).toEqual(['2026-11-25T16:30:00.000Z'])
  })

  it('leave out weekends, holidays and leave', () => {
    const friday = new Date('2026-11-27T12:00:00Z')
    const when = {
      ...lisbon,
      holidays: { '2026-12-01': 'Restoration Day' },
      away: [{ from: '2026-12-02', to: '2026-12-02' }],
    }
    const days = new Set(
      slotsIn(when, { ...byDefault, days: 8 }, friday).map((one) => one.toISOString().slice(0, 10)),
    )
    expect([...days]).toEqual(['2026-11-27', '2026-11-30', '2026-12-03', '2026-12-04'])
  })

  it.each([
    ['Europe/Lisbon', '2027-03-26T08:00:00Z', '2027-03-26T09:00:00.000Z', '2027-03-29T08:00:00.000Z'],
    ['America/New_York', '2026-10-30T12:00:00Z', '2026-10-30T13:00:00.000Z', '2026-11-02T14:00:00.000Z'],
    ['Australia/Lord_Howe', '2027-04-01T22:00:00Z', '2027-04-02T22:00:00.000Z', '2027-04-04T22:30:00.000Z'],
  ])('keep their hour on the wall when clocks change in %s', (timeZone, now, first, behind) => {
    const opens = slotsIn(
      { timeZone, hours: weekdays },
      { ...byDefault, ahead: 0, days: 5 },
      new Date(now),
    ).filter(
      (at) => new Intl.DateTimeFormat('en-GB', { timeZone, timeStyle: 'short' }).format(at) === '09:00',
    )
    expect(iso(opens)).toContain(behind)
    if (timeZone !== 'Australia/Lord_Howe') expect(iso(opens)).toContain(first)
  })

  it('count each quarter of an hour they touch', () => {
    expect(iso(quartersOf(new Date('2026-11-25T14:00:00Z'), 30))).toEqual([
      '2026-11-25T14:00:00.000Z',
      '2026-11-25T14:15:00.000Z',
    ])
    expect(quartersOf(new Date('2026-11-25T14:07:00Z'), 30)).toHaveLength(3)
  })
})
