import { expect, it } from 'vitest'
import { shares } from './shares.ts'

it.each([
  [
    [7, 0, 1, 0],
    [87, 0, 13, 0],
  ],
  [
    [1, 1, 1],
    [34, 33, 33],
  ],
  [
    [199, 1, 0, 0],
    [99, 1, 0, 0],
  ],
  [
    [0, 0],
    [0, 0],
  ],
])('%j is %j percent', (counts, percents) => {
  expect(shares(counts)).toEqual(percents)
})

it('makes a hundred of whatever there is', () => {
  for (let n = 1; n < 300; n++) {
    const counts = [n, (n * 7) % 31, (n * 3) % 11, n % 5]
    expect(shares(counts).reduce((sum, one) => sum + one)).toBe(100)
  }
})
