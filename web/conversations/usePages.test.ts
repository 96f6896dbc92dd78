import { InfiniteQueryObserver, QueryClient } from '@tanstack/react-query'
import { expect, it } from 'vitest'
import type { Answer } from '#web/api/client.ts'
import { nextOf } from './usePages.ts'

type Page = Answer<'GET /conversations'>

/** A list of numbers that may change between two pages, read by the last one of a page. */
function reader(list: number[]) {
  let asked = 0
  let needed = 1
  const observer = new InfiniteQueryObserver<Page, Error, { pages: Page[] }, string[], string | undefined>(
    new QueryClient({ defaultOptions: { queries: { retry: false } } }),
    {
      queryKey: ['rows'],
      queryFn: ({ pageParam }) => {
        asked++
        const rest = list.filter((n) => pageParam === undefined || n > Number(pageParam))
        const items = rest.slice(0, 50).map((n) => ({ id: `${n}` })) as Page['items']
        return Promise.resolve({ items, next: rest.length > 50 ? items.at(-1)!.id : null })
      },
      initialPageParam: undefined,
      getNextPageParam: (_, all) => nextOf(all, needed),
    },
  )
  const pages = () => observer.getCurrentResult().data?.pages ?? []
  const count = async (work: () => Promise<unknown>) => {
    asked = 0
    await work()
    return asked
  }
  return {
    ids: () => pages().flatMap((page) => page.items.map((row) => Number(row.id))),
    /** Goes there; how many pages it read. */
    need: (rows: number) => {
      needed = rows
      return count(async () => {
        while (nextOf(pages(), rows)) await observer.fetchNextPage()
      })
    },
    readAgain: () => count(() => observer.refetch()),
  }
}
const upTo = (n: number) => Array.from({ length: n }, (_, index) => index + 1)

it('reads again what the reader needs, and not all that they have ever seen', async () => {
  const list = upTo(500)
  const { need, readAgain, ids } = reader(list)
  await readAgain()
  expect(await need(476)).toBe(9)
  expect(ids()).toEqual(upTo(500))
  // Where they are, nothing is missing after a change, whatever it was.
  list.splice(40, 3)
  expect(await readAgain()).toBe(10)
  expect(ids()).toEqual(list)
  // Back at the top one page does, and the rest comes when they go down again.
  await need(46)
  list.splice(10, 1)
  expect(await readAgain()).toBe(1)
  expect(ids()).toEqual(list.slice(0, 50))
  expect(await need(126)).toBe(2)
  expect(ids()).toEqual(list.slice(0, 150))
})

it('ends where the list ends, and counts a row that stands on two pages once', () => {
  const page = (from: number, next: string | null) =>
    ({ items: upTo(50).map((n) => ({ id: `${n + from}` })), next }) as Page
  expect(nextOf([], 10)).toBeUndefined()
  expect(nextOf([page(0, null)], 100)).toBeUndefined()
  expect(nextOf([page(0, 'a')], 50)).toBeUndefined()
  expect(nextOf([page(0, 'a')], 51)).toBe('a')
  expect(nextOf([page(0, 'a'), page(40, 'b')], 95)).toBe('b')
})
