import { keepPreviousData, QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Api } from '#contract/api.ts'
import { toast } from '#web/ui/toast.tsx'
import { type Answer, api, Problem } from './client.ts'

export const queryClient = new QueryClient({
  defaultOptions: {
    // Whether there is a connection is for the call itself to find out: a browser without a network still reaches a
    // Tend on the same machine, and an action that waits unseen for a network would happen when nobody expects it.
    mutations: { networkMode: 'always' },
    queries: {
      networkMode: 'always',
      staleTime: 30_000,
      gcTime: 600_000,
      retry: (count, error) =>
        count < 2 && !(error instanceof Problem && error.status >= 400 && error.status < 500),
      refetchOnWindowFocus: true,
    },
  },
})

/** Reads a route and stays fresh by live events. */
export function useApi<K extends keyof Api & `GET ${string}`>(
  key: K,
  input?: Parameters<typeof api<K>>[1],
  options: { enabled?: boolean; keep?: boolean } = {},
) {
  return useQuery<Answer<K>, Problem>({
    queryKey: [key, input?.params ?? null, input?.query ?? null],
    queryFn: ({ signal }) => api(key, { ...input, signal } as never),
    enabled: options.enabled,
    ...(options.keep && { placeholderData: keepPreviousData as never }),
  })
}

export const prefetch = <K extends keyof Api & `GET ${string}`>(
  key: K,
  input: Parameters<typeof api<K>>[1],
): void =>
  void queryClient.prefetchQuery({
    queryKey: [key, input?.params ?? null, input?.query ?? null],
    queryFn: () => api(key, input),
  })

/** Does something; a refusal is said in its own words, and everything that may have changed is read again. */
export function useAction<K extends keyof Api & string>(
  key: K,
  options: { onDone?: (answer: Answer<K>) => void; quiet?: boolean } = {},
) {
  const client = useQueryClient()
  return useMutation<Answer<K>, Problem, NonNullable<Parameters<typeof api<K>>[1]>>({
    mutationFn: (input) => api(key, input),
    onSuccess: (answer) => {
      void client.invalidateQueries()
      options.onDone?.(answer)
    },
    onError: (problem) => {
      if (!options.quiet) toast({ text: problem.message, lasts: 8000 })
    },
  })
}
