import { expect, test } from 'vitest'
import { placeIn } from './usePlace.ts'

const rows = ['edith', 'maria', 'henry'].map((id) => ({ id }))

test('the keys stay with a person whom a new letter has moved down', () => {
  expect(placeIn(rows, { id: 'maria', index: 0 })).toBe(1)
})

test('the keys stand where somebody was who has left the list, and never outside of it', () => {
  expect(placeIn(rows, { id: 'joao', index: 1 })).toBe(1)
  expect(placeIn(rows, { id: 'joao', index: 3 })).toBe(2)
  expect(placeIn([], { id: 'joao', index: 3 })).toBe(0)
})

test('where nobody has moved yet, the first is the first', () => {
  expect(placeIn(rows, { id: '', index: 0 })).toBe(0)
})
