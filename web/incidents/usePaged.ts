import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { type Answer, api, type Problem } from '#web/api/client.ts'

interface Page<T> {
  items: T[]
  next: string | null
}

/** A list a page at a time; whoever moved between two pages stands once. */
function usePaged<T extends { customerId: string }>(
  key: [string, object, object],
  read: (after: string | undefined, signal: AbortSignal) => Promise<Page<T>>,
) {
  const asked = useInfiniteQuery<Page<T>, Problem, { pages: Page<T>[] }, unknown[], string | undefined>({
    queryKey: [...key, 'pages'],
    queryFn: ({ pageParam, signal }) => read(pageParam, signal),
    initialPageParam: undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
  })
  const pages = asked.data?.pages
  const rows = useMemo(() => {
    const once = new Map<string, T>()
    for (const page of pages ?? [])
      for (const row of page.items) if (!once.has(row.customerId)) once.set(row.customerId, row)
    return [...once.values()]
  }, [pages])
  return {
    rows,
    isHere: pages !== undefined,
    error: asked.error,
    hasMore: asked.hasNextPage,
    isFetching: asked.isFetchingNextPage,
    more: () => void asked.fetchNextPage(),
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
  )
