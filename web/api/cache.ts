import { QueryClient } from '@tanstack/react-query'
import { Problem } from './client.ts'

/** Whatever was read from the server, and when. */
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

/** When a conversation was last read from the server, in milliseconds since 1970; 0 where it never was. */
export const conversationReadAt = (id: string): number =>
  queryClient.getQueryState(['GET /conversations/{id}', { id }, null])?.dataUpdatedAt ?? 0
