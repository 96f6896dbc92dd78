import { expect, it } from 'vitest'
import { nextOf } from './usePaged.ts'

const page = (from: number, next: string | null) => ({
  items: Array.from({ length: 50 }, (_, index) => ({ customerId: `cus_${from + index}` })),
  next,
})

it('reads again as far as somebody looks, and no further', () => {
  const all = [page(0, 'a'), page(50, 'b'), page(100, null)]
  expect(nextOf(all.slice(0, 1), 30)).toBeUndefined()
  expect(nextOf(all.slice(0, 1), 51)).toBe('a')
  expect(nextOf(all.slice(0, 2), 100)).toBeUndefined()
  expect(nextOf(all, 1000)).toBeUndefined()
  // Whoever moved between two pages stands once, and the page behind is read in their place.
  expect(nextOf([page(0, 'a'), page(30, 'b')], 81)).toBe('b')
})
