import { expect, it } from 'vitest'
import { ends } from './ends.ts'

const friday = new Date(2026, 10, 27, 10, 0)

it.each([
  [new Date(2026, 10, 27, 13), '13:00'],
  [new Date(2026, 10, 28, 9), 'tomorrow'],
  [new Date(2026, 10, 30, 9), 'Monday'],
])('the day ends with %s', (until, when) => {
  expect(ends(until.toISOString(), friday)).toContain(`they can wait until ${when}.`)
})

it('names no time where nobody is ever here', () => {
  expect(ends(null, friday)).toContain('until you come back')
})
