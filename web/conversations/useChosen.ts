import { useEffect, useState } from 'react'
import type { ConversationRow } from '#contract/conversations.ts'

/** Several rows chosen for one act (`x`, shift for all in between). Who has left the view is no longer chosen. */
export function useChosen(all: readonly ConversationRow[], view: string) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  const [last, setLast] = useState<string | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another view begins anew
  useEffect(() => setIds(new Set()), [view])
  return {
    rows: all.filter((row) => ids.has(row.id)),
    has: (id: string) => ids.has(id),
    toggle: (id: string) => {
      setLast(id)
      setIds((before) => {
        const next = new Set(before)
        if (!next.delete(id)) next.add(id)
        return next
      })
    },
    through: (id: string) => {
      const [from, to] = [all.findIndex((row) => row.id === last), all.findIndex((row) => row.id === id)]
      const between = all.slice(Math.max(0, Math.min(from, to)), Math.max(from, to) + 1)
      setLast(id)
      setIds((before) => new Set([...before, ...between.map((row) => row.id)]))
    },
    everybody: () => setIds(new Set(all.map((row) => row.id))),
    nobody: () => setIds(new Set()),
  }
}
