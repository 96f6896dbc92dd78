import { expect, it } from 'vitest'
import { rankBy } from './fuzzy.ts'

const rank = (typed: string) =>
  rankBy(typed, ['Next', 'Give to me', 'New message', 'Promises', 'Note'], (label) => label)

it('puts what starts so before a word inside, before letters in order', () => {
  expect(rank('me')).toEqual(['Give to me', 'New message', 'Promises'])
  expect(rank('n')[0]).toBe('Next')
  expect(rank('nt')).toEqual(['Next', 'Note'])
})
it('leaves everything in its order while nothing is typed', () => expect(rank(' ')).toHaveLength(5))
it('finds nothing rather than something near', () => expect(rank('zebra')).toEqual([]))
