import { useState } from 'react'
import type { BulkAct } from '#contract/bulk.ts'
import { queryClient } from '#web/api/cache.ts'
import { api } from '#web/api/client.ts'
import { t } from '#web/text/t.ts'
import { toast } from '#web/ui/toast.tsx'

/** One act with many and one press that takes all of it back; who could not be changed is said, with the first reason. */
export function useTogether() {
  const [busy, setBusy] = useState(false)
  const together = async (ids: readonly string[], act: BulkAct, said: (n: number) => string) => {
    if (busy || ids.length === 0) return false
    setBusy(true)
    try {
      const { id, results } = await api('POST /bulk', { body: { ids: [...ids], act } })
      const done = results.filter((one) => !one.problem).length
      const refused = results.find((one) => one.problem)?.problem
      const rest = refused ? ` ${t('chosen.not', { n: results.length - done, why: refused.title })}` : ''
      toast({
        text: `${done > 0 ? said(done) : ''}${rest}`.trim(),
        // What can be taken back stays until it is used; what cannot is only said.
        ...(done > 0 ? { action: { label: t('app.undo'), run: () => void undo(id) } } : { lasts: 8000 }),
      })
      return done > 0
    } catch (refusal) {
      toast({ text: (refusal as Error).message, lasts: 8000 })
      return false
    } finally {
      setBusy(false)
      void queryClient.invalidateQueries()
    }
  }
  return { busy, together }
}

async function undo(id: string): Promise<void> {
  try {
    const { results } = await api('POST /bulk/{id}/undoing', { params: { id } })
    const stayed = results.filter((one) => one.problem)
    if (stayed.length)
      toast({ text: t('chosen.stayed', { n: stayed.length, why: stayed[0]!.problem!.title }), lasts: 8000 })
  } catch (refusal) {
    toast({ text: (refusal as Error).message, lasts: 8000 })
  }
  void queryClient.invalidateQueries()
}
