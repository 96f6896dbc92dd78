import { useMemo } from 'react'
import { useLocation } from 'wouter'
import { queryClient } from '#web/api/cache.ts'
import { api } from '#web/api/client.ts'
import { t } from '#web/text/t.ts'
import { toast } from '#web/ui/toast.tsx'

/** Makes a letter and all behind it a conversation of its own, and puts one back; each with its undo. */
export function useSplit() {
  const [, go] = useLocation()
  return useMemo(() => splitting(go), [go])
}

function splitting(go: (path: string) => void) {
  const trying = async (act: () => Promise<void>) => {
    try {
      await act()
      void queryClient.invalidateQueries()
    } catch (error) {
      toast({ text: (error as Error).message, lasts: 8000 })
    }
  }
  const putBack = (id: string) =>
    trying(async () => {
      const home = await api('DELETE /conversations/{id}/splitting', { params: { id } })
      go(`/conversations/${home.conversationId}`)
      toast({ text: t('split.backDone'), lasts: 5000 })
    })
  const split = (id: string, messageId: string) =>
    trying(async () => {
      const made = await api('POST /conversations/{id}/splitting', { params: { id }, body: { messageId } })
      go(`/conversations/${made.conversationId}`)
      toast({
        text: t('split.done'),
        action: { label: t('app.undo'), run: () => void putBack(made.conversationId) },
      })
    })
  return { split, putBack }
}
