import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { ConversationRow } from '#contract/conversations.ts'
import type { Answer, api, Problem } from '#web/api/client.ts'
import { read } from '#web/offline/reading.ts'

type Query = NonNullable<Parameters<typeof api<'GET /conversations'>>[1]>['query']
type Page = Answer<'GET /conversations'>

/** Everything of a list, a page at a time as one comes near its end. A row that moved between two pages stands once. */
export function usePages(query: NonNullable<Query>, enabled: boolean) {
  const asked = useInfiniteQuery<Page, Problem, { pages: Page[] }, unknown[], string | undefined>({
    queryKey: ['GET /conversations', null, query, 'pages'],
    queryFn: ({ pageParam, signal }) =>
      read('GET /conversations', { query: { ...query, limit: 50, after: pageParam }, signal }),
    initialPageParam: undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
    enabled,
  })
  const pages = asked.data?.pages
  const rows = useMemo(() => {
    const once = new Map<string, ConversationRow>()
    for (const page of pages ?? []) for (const row of page.items) if (!once.has(row.id)) once.set(row.id, row)
    return [...once.values()]
  }, [pages])
  return {
    rows,
    isHere: pages !== undefined,
    error: asked.error,
    hasMore: asked.hasNextPage,
    isFetching: asked.isFetchingNextPage,
    /** Does nothing while a page is on its way, where there is none, or where it was refused: that is read again with the list. */
    more: () => {
      if (asked.hasNextPage && !asked.isFetching && !asked.isFetchNextPageError) void asked.fetchNextPage()
    },
  }
}
