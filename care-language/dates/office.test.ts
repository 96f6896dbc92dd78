import { describe, expect, it } from 'vitest'
import { findDue } from '../dates.ts'
import { findPromises } from '../promises.ts'

const nineToFive = { from: '09:00', to: '17:00' }
/** Open Tuesday to Saturday, longer on Thursdays; shut on Saturday 28 November. */
const bakery = {
  hours: [
    null,
    null,
    nineToFive,
    nineToFive,
    { from: '09:00', to: '19:00' },
    nineToFive,
    { from: '09:00', to: '13:00' },
  ],
  holidays: ['2026-11-28'],
}
/** Wednesday 25 November 2026. */
const at = (clock: string) => ({ ref: `2026-11-25T${clock}`, tz: 'Europe/London' })
const due = (text: string, clock: string) => findDue(text, { ...at(clock), office: bakery })?.due

describe('a due by the hours of the office', () => {
  it('counts working days as the days somebody is there', () => {
    expect(due('within two working days', '10:00')).toBe('2026-11-27')
    // Saturday is a holiday, Sunday and Monday are shut.
    expect(due('within three working days', '10:00')).toBe('2026-12-01')
    expect(findDue('within three working days', at('10:00'))?.due).toBe('2026-11-30')
  })

  it('counts business hours over closing time', () => {
    expect(due('within 4 business hours', '10:00')).toBe('2026-11-25T14:00')
    expect(due('within 4 business hours', '16:00')).toBe('2026-11-26T12:00')
    expect(due('within 4 business hours', '07:00')).toBe('2026-11-25T13:00')
    // Without hours they are the hours of the clock.
    expect(findDue('within 4 business hours', at('16:00'))?.due).toBe('2026-11-25T20:00')
  })

  it('ends the day when the doors close', () => {
    expect(due('by end of day', '10:00')).toBe('2026-11-25T17:00')
    expect(due('by close of business tomorrow', '10:00')).toBe('2026-11-26T19:00')
    expect(due('by end of day', '18:00')).toBe('2026-11-26T19:00')
  })

  it('begins first thing on a day somebody is there', () => {
    expect(
      findDue('first thing', { ref: '2026-11-27T18:00', tz: 'Europe/London', office: bakery })?.due,
    ).toBe('2026-12-01T12:00')
  })

  it('lets closing hours in the text win', () => {
    const [one] = findPromises("We close at 4. I'll send it by end of day.", {
      ...at('10:00'),
      office: bakery,
    })
    expect(one?.due).toBe('2026-11-25T16:00')
  })

  it('reads as without hours where nobody is ever there', () => {
    const never = { hours: Array(7).fill(null) }
    expect(findDue('within two working days', { ...at('10:00'), office: never })?.due).toBe('2026-11-27')
  })
})
