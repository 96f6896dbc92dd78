import { expect, it } from 'vitest'
import { placeOf, places, placesBelow } from './places.ts'

it('finds the place of every address inside it, and only there', () => {
  expect(placeOf('/inbox/waiting-for-us')?.path).toBe('/inbox')
  expect(placeOf('/conversations/cnv_1')?.path).toBe('/inbox')
  expect(placeOf('/customers/cus_1')?.path).toBe('/customers')
  expect(placeOf('/practice/tone.curt')?.path).toBe('/settings')
  expect(placeOf('/customersandmore')).toBeNull()
  expect(placeOf('/')).toBeNull()
})

it('gives each place a key of its own', () => {
  const keys = [...places, ...placesBelow].map((place) => place.key)
  expect(new Set(keys).size).toBe(keys.length)
})

it('leaves room on a phone for three places beside Write and More', () => {
  expect([...places, ...placesBelow].filter((place) => !place.behindMore)).toHaveLength(3)
})
