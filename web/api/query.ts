import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import type { Api } from '#contract/api.ts'
import type { Conversation } from '#contract/conversations.ts'
import { asIfDone } from '#web/offline/asIfDone.ts'
import { doOrWait } from '#web/offline/line.ts'
import { isPatient, type MayWait, willBe } from '#web/offline/queue.ts'
import { read } from '#web/offline/reading.ts'
import { whoIsHere } from '#web/offline/shelf.ts'
import { toast } from '#web/ui/toast.tsx'
import { readAfter } from './again.ts'
import { queryClient } from './cache.ts'
import { type Answer, api, type Problem } from './client.ts'

/** Reads a route and stays fresh by live events. */
export function useApi<K extends keyof Api & `GET ${string}`>(
  key: K,
  input?: Parameters<typeof api<K>>[1],
  options: { enabled?: boolean; keep?: boolean } = {},
) {
  const queryKey = [key, input?.params ?? null, input?.query ?? null]
  return useQuery<Answer<K>, Problem>({
    queryKey,
    queryFn: ({ signal }) =>
      read(key, { ...input, signal } as never, queryClient.getQueryData(queryKey) !== undefined),
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
    queryFn: () => read(key, input),
  })

/** Whose matter a thing is about that may have to wait, as far as this screen has met them. */
export function nameOf(id: string): string {
  const person = queryClient.getQueryData<Conversation>(['GET /conversations/{id}', { id }, null])?.person
  return person?.preferredName ?? person?.name ?? ''
}

interface Before {
  putBack(): void
}

/** On the screen at once as it will be; a refusal puts back what was there, and says why. */
function paint(
  key: string,
  { params, body }: { params?: { id: string }; body?: object },
): Before | undefined {
  if (!isPatient(key) || !params) return
  const queryKey = ['GET /conversations/{id}', { id: params.id }, null]
  const before = queryClient.getQueryData<Conversation>(queryKey)
  if (!before) return
  const after = asIfDone(before, [willBe(key, params, body as never)], whoIsHere() ?? '')
  // It was not read anew: whatever asks when it was (a draft does) must hear of the last time.
  queryClient.setQueryData(queryKey, after, { updatedAt: queryClient.getQueryState(queryKey)?.dataUpdatedAt })
  return {
    putBack: () => queryClient.setQueryData<Conversation>(queryKey, (now) => (now === after ? before : now)),
  }
}

/** What a thing that waits for the line answers: it is taken, and more nobody knows yet. */
const taken: Partial<Record<MayWait, object>> = { 'POST /conversations/{id}/closing': { missing: [] } }

/**
 * Does something; a refusal is said in its own words, and what may have changed is read again. What can wait for the
 * line waits (offline/queue.ts), and is as good as done for the screen.
 */
export function useAction<K extends keyof Api & string>(
  key: K,
  options: { onDone?: (answer: Answer<K>) => void; quiet?: boolean } = {},
) {
  return useMutation<Answer<K>, Problem, NonNullable<Parameters<typeof api<K>>[1]>, Before | undefined>({
    onMutate: async (input) => paint(key, input as never),
    mutationFn: async (input) => {
      if (!isPatient(key)) return api(key, input)
      const request = input as unknown as { params: { id: string }; body?: unknown }
      const answer = await doOrWait(key, request, { name: nameOf(request.params.id) })
      return (answer ?? taken[key] ?? {}) as Answer<K>
    },
    onSuccess: (answer, input) => {
      readAfter(key, (input as { params?: { id?: string } }).params)
      options.onDone?.(answer)
    },
    onError: (problem, _input, before) => {
      before?.putBack()
      if (!options.quiet) toast({ text: problem.message, lasts: 8000 })
    },
  })
}
