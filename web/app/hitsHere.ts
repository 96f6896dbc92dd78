import type { ConversationRow } from '#contract/conversations.ts'
import { queryClient } from '#web/api/cache.ts'
import type { Answer } from '#web/api/client.ts'
import { fitOf } from './fuzzy.ts'

export type Hit = Pick<Answer<'GET /search'>['items'][number], 'id' | 'kind' | 'title' | 'customerName'>

type Pages = { pages?: { items: ConversationRow[] }[]; items?: ConversationRow[] }

/** Conversations of the lists this window has read, by a word that begins so in a name or a subject; nothing is asked. */
export function hitsHere(typed: string): Hit[] {
  const letters = typed.trim().toLowerCase()
  if (letters.length < 2) return []
  const found = new Map<string, { hit: Hit; fit: number }>()
  for (const [, data] of queryClient.getQueriesData<Pages>({ queryKey: ['GET /conversations'] }))
    for (const row of data?.pages?.flatMap((page) => page.items) ?? data?.items ?? []) {
      if (found.has(row.id)) continue
      const name = row.customer.preferredName ?? row.customer.name
      const fit = Math.max(
        ...[row.customer.name, name, row.subject].map((text) => fitOf(letters, text.toLowerCase())),
      )
      // Letters that are only somewhere in a long subject would find nearly everything.
      if (fit > 1)
        found.set(row.id, {
          hit: { id: row.id, kind: 'conversation', title: row.subject, customerName: name },
          fit,
        })
    }
  return [...found.values()]
    .sort((a, b) => b.fit - a.fit)
    .slice(0, 5)
    .map((one) => one.hit)
}
