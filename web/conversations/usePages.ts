import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo, useRef } from 'react'
import type { ConversationRow } from '#contract/conversations.ts'
import type { Answer, api, Problem } from '#web/api/client.ts'
import { read } from '#web/offline/reading.ts'

type Query = NonNullable<Parameters<typeof api<'GET /conversations'>>[1]>['query']
type Page = Answer<'GET /conversations'>

const unique = (pages: readonly Page[]) => {
  const once = new Map<string, ConversationRow>()
  for (const page of pages) for (const row of page.items) if (!once.has(row.id)) once.set(row.id, row)
  return [...once.values()]
}

/** The page behind those that are here, until so many rows are. What is read again ends there too, however far somebody has been. */
export const nextOf = (pages: readonly Page[], rows: number): string | undefined =>
  unique(pages).length >= rows ? undefined : (pages.at(-1)?.next ?? undefined)

/** Everything of a list, a page at a time as one comes near its end. A row that moved between two pages stands once. */
export function usePages(query: NonNullable<Query>, enabled: boolean) {
  const needed = useRef(1)
  const asked = useInfiniteQuery<Page, Problem, { pages: Page[] }, unknown[], string | undefined>({
    queryKey: ['GET /conversations', null, query, 'pages'],
    queryFn: ({ pageParam, signal }) =>
      read('GET /conversations', { query: { ...query, limit: 50, after: pageParam }, signal }),
    initialPageParam: undefined,
    getNextPageParam: (_, all) => nextOf(all, needed.current),
    placeholderData: keepPreviousData,
    enabled,
  })
  const pages = asked.data?.pages
  const rows = useMemo(() => unique(pages ?? []), [pages])
  return {
    rows,
    isHere: pages !== undefined,
    /** What stood here before still stands here: another list was asked for and has not come. */
    isBefore: asked.isPlaceholderData,
    error: asked.error,
    hasMore: pages?.at(-1)?.next != null,
    isFetching: asked.isFetchingNextPage,
    /**
     * How many rows the reader needs: those that are missing are read, and of what lies beyond nothing is read again when the list changes.
     * Reads nothing while a page is on its way or where it was refused: that is read again with the list.
     */
    need: (count: number) => {
      needed.current = count
      if (nextOf(pages ?? [], count) && !asked.isFetching && !asked.isFetchNextPageError)
        void asked.fetchNextPage()
    },
  }
}
