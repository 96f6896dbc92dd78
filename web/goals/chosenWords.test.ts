import { describe, expect, it } from 'vitest'
import { inThreeMonths, longDay, tomorrow } from './chosenWords.ts'

describe('the day to look at a goal again', () => {
  it.each([
    // 28 February is a Sunday.
    [new Date(2026, 10, 28, 10), '2027-03-01'],
    // There is no 31 February.
    [new Date(2026, 10, 30, 10), '2027-03-02'],
    [new Date(2026, 10, 25, 23, 50), '2027-02-25'],
  ])('%s is %s', (now, day) => {
    expect(inThreeMonths(now)).toBe(day)
  })
  it('is tomorrow at the earliest, and reads as people say it', () => {
    expect(tomorrow(new Date(2026, 11, 31, 23, 59))).toBe('2027-01-01')
    expect(longDay('2027-03-01')).toBe('1 March 2027')
  })
})
