import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo, useRef } from 'react'
import { type Answer, api, type Problem } from '#web/api/client.ts'

interface Page<T> {
  items: T[]
  next: string | null
}

const unique = <T extends { customerId: string }>(pages: readonly Page<T>[]): T[] => {
  const once = new Map<string, T>()
  for (const page of pages)
    for (const row of page.items) if (!once.has(row.customerId)) once.set(row.customerId, row)
  return [...once.values()]
}

/** The page behind those that are here, until so many rows are: what is read again ends there, however far somebody has been. */
export const nextOf = <T extends { customerId: string }>(
  pages: readonly Page<T>[],
  rows: number,
): string | undefined => (unique(pages).length >= rows ? undefined : (pages.at(-1)?.next ?? undefined))

/** How many of these lines are on the screen or above it, and those that come into sight next. */
function linesSeen(line: string): number {
  const lines = [...document.querySelectorAll(line)]
  const below = lines.findIndex((one) => one.getBoundingClientRect().top > innerHeight)
  return below < 0 ? lines.length : below + 10
}

/** A list a page at a time; whoever moved between two pages stands once. */
function usePaged<T extends { customerId: string }>(
  key: [string, object, object],
  read: (after: string | undefined, signal: AbortSignal) => Promise<Page<T>>,
  /** How its lines are found on the screen. */
  line: string,
) {
  const needed = useRef(0)
  const wanted = useRef(0)
  const asked = useInfiniteQuery<Page<T>, Problem, { pages: Page<T>[] }, unknown[], string | undefined>({
    queryKey: [...key, 'pages'],
    queryFn: ({ pageParam, signal }) => read(pageParam, signal),
    initialPageParam: undefined,
    getNextPageParam: (_, all) => nextOf(all, Math.max(1, wanted.current, needed.current, linesSeen(line))),
    placeholderData: keepPreviousData,
  })
  const pages = asked.data?.pages
  const rows = useMemo(() => unique(pages ?? []), [pages])
  return {
    rows,
    isHere: pages !== undefined,
    error: asked.error,
    hasMore: pages?.at(-1)?.next != null,
    isFetching: asked.isFetchingNextPage,
    more: () => {
      wanted.current = rows.length + 1
      void asked.fetchNextPage().finally(() => {
        wanted.current = 0
      })
    },
    /** What must stay, wherever one has scrolled: where the keys stand, and all that one may have chosen. */
    need: (count: number) => {
      needed.current = count
    },
  }
}

type Query<K extends Parameters<typeof api>[0]> = Partial<
  NonNullable<NonNullable<Parameters<typeof api<K>>[1]>['query']>
>

/** Everybody who is hit. */
export const useAffected = (id: string, query: Query<'GET /incidents/{id}/people'>) =>
  usePaged<Answer<'GET /incidents/{id}/people'>['items'][number]>(
    ['GET /incidents/{id}/people', { id }, query],
    (after, signal) =>
      api('GET /incidents/{id}/people', {
        params: { id },
        query: { limit: 50, ...query, ...(after && { after }) },
        signal,
      }),
    '[data-hit]',
  )

/** The letters of one update, those that are stopped first. */
export const useLetters = (
  id: string,
  update: number,
  query: Query<'GET /incidents/{id}/updates/{update}/letters'>,
) =>
  usePaged<Answer<'GET /incidents/{id}/updates/{update}/letters'>['items'][number]>(
    ['GET /incidents/{id}/updates/{update}/letters', { id, update }, query],
    (after, signal) =>
      api('GET /incidents/{id}/updates/{update}/letters', {
        params: { id, update },
        query: { limit: 50, ...query, ...(after && { after }) },
        signal,
      }),
    '[data-letter]',
  )
