import { useEffect, useState } from 'react'
import type { ConversationRow } from '#contract/conversations.ts'

/** Several rows chosen for one act (`x`, shift for all in between). Who has left the view is no longer chosen. */
export function useChosen(all: readonly ConversationRow[], view: string) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  /** Chosen with the whole view, though their rows have not been loaded. */
  const [beyond, setBeyond] = useState<readonly string[]>([])
  const [last, setLast] = useState<string | null>(null)
  const nobody = () => {
    setIds(new Set())
    setBeyond([])
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: another view begins anew
  useEffect(nobody, [view])
  const rows = all.filter((row) => ids.has(row.id))
  return {
    rows,
    ids: [...rows.map((row) => row.id), ...beyond.filter((id) => !all.some((row) => row.id === id))],
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
    /** Those loaded, and of the rest those named. */
    everybody: (more: readonly string[] = []) => {
      setIds(new Set([...all.map((row) => row.id), ...more]))
      setBeyond(more)
    },
    nobody,
  }
}
