import type { Query } from '@tanstack/react-query'
import type { LiveEvent } from '#contract/house.ts'
import { type Asked, affects, isOfHouse } from './affects.ts'
import { queryClient } from './cache.ts'

/** One change is several events in a few milliseconds. */
const together = 15
/** The same is not read more often than this: the first time at once, what comes after it in one go at its end. */
const gaps: [RegExp, number][] = [
  [/^GET \/conversations\/\{id\}$/, 300],
  [/^GET \/(conversations\/counts|surge|today|search)$/, 2000],
]
const usual = 1000
const gapOf = (key: string) => gaps.find(([route]) => route.test(key))?.[1] ?? usual

const readAt = new Map<string, number>()
const planned = new Map<string, ReturnType<typeof setTimeout>>()

/** Words of what came back, to find a number in. Kept as long as the data are. */
const words = new WeakMap<object, string>()
function shows(data: unknown, id: string): boolean {
  if (typeof data !== 'object' || data === null) return false
  let all = words.get(data)
  if (all === undefined) words.set(data, (all = JSON.stringify(data)))
  return all.includes(id)
}

const askedOf = ({ queryKey, state }: Query): Asked => ({
  key: String(queryKey[0]),
  params: (queryKey[1] ?? null) as Asked['params'],
  query: (queryKey[2] ?? null) as Asked['query'],
  // Nothing is here yet: what is on its way may be of before.
  shows: (id) => state.data === undefined || shows(state.data, id),
})

/** The rail needs of the day only how much is promised; the rest is read when the day is on the screen again. */
const isAside = (query: Query, event: LiveEvent) =>
  query.queryKey[0] === 'GET /today' && query.getObserversCount() < 2 && !event.type.startsWith('promise.')

/** What changed is read again where it is on the screen, and is old where it is not. */
export function readAgain(events: readonly LiveEvent[]): void {
  for (const query of queryClient.getQueryCache().getAll()) {
    const asked = askedOf(query)
    const heard = events.filter((event) => affects(event, asked))
    if (heard.length === 0) continue
    mark(query)
    if (heard.some((event) => !isAside(query, event))) plan(query)
  }
}

const mark = ({ queryKey }: Query) =>
  void queryClient.invalidateQueries({ queryKey, exact: true, refetchType: 'none' })

function plan({ queryHash, queryKey }: Query): void {
  if (planned.has(queryHash)) return
  const since = Date.now() - (readAt.get(queryHash) ?? 0)
  const wait = Math.max(together, gapOf(String(queryKey[0])) - since)
  planned.set(
    queryHash,
    setTimeout(() => {
      planned.delete(queryHash)
      readAt.set(queryHash, Date.now())
      // A tab that nobody sees reads when it is seen: what is old is read again with the focus.
      const refetchType = document.hidden && queryKey[0] !== 'GET /today' ? 'none' : 'active'
      void queryClient.invalidateQueries({ queryKey, exact: true, refetchType })
    }, wait),
  )
}

const said: Record<string, string[]> = {
  'POST /conversations/{id}/replies': ['message.written', 'conversation.waiting'],
  'POST /conversations/{id}/notes': ['note.added'],
}

/** After something of ours was done: what the events will say of it, before they say it. */
export function readAfter(key: string, params?: { id?: string } | null): void {
  const conversationId = / \/conversations\/\{id\}/.test(key) ? params?.id : undefined
  if (!conversationId) return void queryClient.invalidateQueries()
  const types = said[key]
  const at = new Date().toISOString()
  const hears = (query: Query) =>
    types
      ? types.some((type) => affects({ type, at, conversationId }, askedOf(query)))
      : !isOfHouse(String(query.queryKey[0]))
  for (const query of queryClient.getQueryCache().getAll())
    if (hears(query)) {
      readAt.set(query.queryHash, Date.now())
      void queryClient.invalidateQueries({ queryKey: query.queryKey, exact: true })
    }
}

/** Leaves nothing planned behind. */
export function forgetPlans(): void {
  for (const timer of planned.values()) clearTimeout(timer)
  planned.clear()
}
