import { expect, test } from 'vitest'
import { chance } from '../train/chance.ts'
import { telling } from '../train/telling.ts'
import { placeOf, settle } from './table.ts'

const next = chance(7)
const numbers = (count: number) => Array.from({ length: count }, () => Math.floor(next() * 2 ** 32))

test('a feature that was kept is found again, and no other is found in its place', () => {
  const features = numbers(300)
  const prints = settle(features, 1024)
  const places = features.map((one) => placeOf(prints, one))
  expect(places.filter((place) => place < 0).length).toBeLessThan(30)
  expect(new Set(places).size).toBeGreaterThan(250)
})

test('a stranger is known for one, but for a few in a thousand', () => {
  const prints = settle(numbers(700), 1024)
  const mistaken = numbers(20_000).filter((one) => placeOf(prints, one) >= 0)
  expect(mistaken.length / 20_000).toBeLessThan(0.01)
})

test('the most telling settle first where places are few', () => {
  const features = numbers(64)
  const prints = settle(features, 16)
  expect(placeOf(prints, features[0]!)).toBeGreaterThanOrEqual(0)
  expect(prints.filter((print) => print > 0).length).toBeLessThanOrEqual(16)
})

test('telling is what falls into one class, often; what was seen once is nothing', () => {
  const yes = { features: Uint32Array.of(1, 2), label: 1 as const }
  const no = { features: Uint32Array.of(2, 3), label: 0 as const }
  const once = { features: Uint32Array.of(4), label: 1 as const }
  expect(telling([yes, yes, yes, no, no, no, once], 2, 10)).toEqual([3, 1, 2])
  expect(telling([yes, yes, yes, no, no, no, once], 2, 1)).toEqual([3])
})
