import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lastShift, nextOpen, type WorkingTime } from '#server/calendar/workingTime.ts'
import { demandFuture, mostPressing, nudgeTime } from './promise.ts'

const at = (text: string) => new Date(text)
const nineToFive = { from: '09:00', to: '17:00' }
const lisbon: WorkingTime = {
  timeZone: 'Europe/Lisbon',
  hours: [null, nineToFive, nineToFive, nineToFive, nineToFive, nineToFive, null],
}
const nudge = (made: string, due: string, working?: WorkingTime) =>
  nudgeTime(at(made), at(due), working)?.toISOString() ?? null

describe('the nudge', () => {
  it('comes at three quarters of the time, at most a day and at least five minutes ahead', () => {
    expect(nudge('2026-11-24T10:00Z', '2026-11-24T14:00Z')).toBe('2026-11-24T13:00:00.000Z')
    expect(nudge('2026-11-01T10:00Z', '2026-11-24T14:00Z')).toBe('2026-11-23T14:00:00.000Z')
    expect(nudge('2026-11-24T10:00Z', '2026-11-24T10:08Z')).toBe('2026-11-24T10:03:00.000Z')
    expect(nudge('2026-11-24T10:00Z', '2026-11-24T10:05Z')).toBeNull()
  })

  it('keeps its hour in opening time', () => {
    expect(nudge('2026-11-24T10:00Z', '2026-11-24T14:00Z', lisbon)).toBe('2026-11-24T13:00:00.000Z')
  })

  it('waits from the night for the morning where that leaves time to act', () => {
    // Tuesday 14:00 to Wednesday 15:00: three quarters are at 08:45.
    expect(nudge('2026-11-24T14:00Z', '2026-11-25T15:00Z', lisbon)).toBe('2026-11-25T09:00:00.000Z')
    // Friday 10:00 to Monday 16:00: three quarters are on Sunday.
    expect(nudge('2026-11-27T10:00Z', '2026-11-30T16:00Z', lisbon)).toBe('2026-11-30T09:00:00.000Z')
  })

  it('comes in the last hour of the day before where the morning would be too late', () => {
    expect(nudge('2026-11-26T10:00Z', '2026-11-27T10:00Z', lisbon)).toBe('2026-11-26T16:00:00.000Z')
    expect(nudge('2026-11-27T10:00Z', '2026-11-30T09:30Z', lisbon)).toBe('2026-11-27T16:00:00.000Z')
  })

  it('never comes at the moment of the making', () => {
    // Friday at closing time for Monday 9:30: better late in the morning than at once.
    expect(nudge('2026-11-27T16:58Z', '2026-11-30T09:30Z', lisbon)).toBe('2026-11-30T09:00:00.000Z')
  })

  it('comes when it comes where nobody is there between making and due', () => {
    expect(nudge('2026-11-28T10:00Z', '2026-11-28T14:00Z', lisbon)).toBe('2026-11-28T13:00:00.000Z')
    const never = { timeZone: 'UTC', hours: [null, null, null, null, null, null, null] }
    expect(nudge('2026-11-24T14:00Z', '2026-11-25T15:00Z', never)).toBe('2026-11-25T08:45:00.000Z')
  })

  it('opens by the wall clock on both sides of a clock change', () => {
    // Lisbon leaves summer time on 25 October 2026, enters it on 28 March 2027, both on a Sunday.
    expect(nudge('2026-10-23T09:00Z', '2026-10-26T16:00Z', lisbon)).toBe('2026-10-26T09:00:00.000Z')
    expect(nudge('2026-10-21T14:00Z', '2026-10-22T15:00Z', lisbon)).toBe('2026-10-22T08:45:00.000Z')
    expect(nudge('2027-03-26T10:00Z', '2027-03-29T15:00Z', lisbon)).toBe('2027-03-29T08:00:00.000Z')
  })

  it('lies always between making and due, and in opening time whenever the plan does', () => {
    const moment = fc.date({ min: at('2026-01-01'), max: at('2027-12-31'), noInvalidDate: true })
    const zone = fc.constantFrom(
      'Europe/Lisbon',
      'America/St_Johns',
      'Australia/Lord_Howe',
      'Asia/Kathmandu',
      'UTC',
    )
    fc.assert(
      fc.property(moment, fc.integer({ min: 1, max: 20_000 }), zone, (made, minutes, timeZone) => {
        const due = new Date(made.getTime() + minutes * 60_000)
        const working = { ...lisbon, timeZone }
        const planned = nudgeTime(made, due)
        const time = nudgeTime(made, due, working)
        expect(time === null).toBe(planned === null)
        if (!time || !planned) return
        expect(time.getTime()).toBeGreaterThan(made.getTime())
        expect(time.getTime()).toBeLessThanOrEqual(due.getTime() - 5 * 60_000)
        if (nextOpen(planned, working)?.getTime() === planned.getTime()) expect(time).toEqual(planned)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('opening hours', () => {
  it('finds the next moment and the last stretch', () => {
    expect(nextOpen(at('2026-11-24T12:00Z'), lisbon)).toEqual(at('2026-11-24T12:00Z'))
    expect(nextOpen(at('2026-11-24T17:00Z'), lisbon)).toEqual(at('2026-11-25T09:00Z'))
    expect(nextOpen(at('2026-11-27T18:00Z'), lisbon)).toEqual(at('2026-11-30T09:00Z'))
    expect(lastShift(at('2026-11-29T12:00Z'), lisbon)).toEqual({
      from: at('2026-11-27T09:00Z'),
      to: at('2026-11-27T17:00Z'),
    })
    expect(lastShift(at('2026-11-24T10:00Z'), lisbon)?.to).toEqual(at('2026-11-24T10:00Z'))
  })

  it('may last until midnight', () => {
    const bar = { timeZone: 'Europe/Lisbon', hours: Array(7).fill({ from: '18:00', to: '24:00' }) }
    expect(nextOpen(at('2026-11-24T23:59Z'), bar)).toEqual(at('2026-11-24T23:59Z'))
    expect(nextOpen(at('2026-11-25T00:00Z'), bar)).toEqual(at('2026-11-25T18:00Z'))
  })
})

it('refuses a time that has passed, and proposes one', () => {
  const now = at('2026-11-24T14:20Z')
  expect(() => demandFuture(now, now, '/promises/1/due')).toThrow(
    expect.objectContaining({
      status: 422,
      errors: [{ pointer: '/promises/1/due', detail: 'lies in the past' }],
      extra: { proposal: '2026-11-24T16:00:00.000Z' },
    }),
  )
})

it('puts the earliest due on the row, those without a time last, settled ones never', () => {
  const one = (id: string, due: string | null, state: 'open' | 'late' | 'kept') => ({
    id,
    due: due ? at(due) : null,
    state,
  })
  const kept = one('a', '2026-11-01T00:00Z', 'kept')
  const timeless = one('b', null, 'open')
  const late = one('c', '2026-11-20T00:00Z', 'late')
  expect(mostPressing([kept, timeless, late])?.id).toBe('c')
  expect(mostPressing([kept, timeless])?.id).toBe('b')
  expect(mostPressing([kept])).toBeNull()
})
