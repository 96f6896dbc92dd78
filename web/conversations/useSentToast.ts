import { useAction } from '#web/api/query.ts'
import { useMe } from '#web/app/session.ts'
import { t } from '#web/text/t.ts'
import { toast } from '#web/ui/toast.tsx'

/** Says that a letter is on its way, and for as long as it is held lets it be taken back. */
export function useSentToast(): { undoSeconds: number; say: (text: string, messageId: string) => void } {
  const { undoSeconds } = useMe().preferences
  const undo = useAction('DELETE /messages/{id}/sending')
  const say = (text: string, messageId: string) =>
    undoSeconds > 0
      ? toast({
          text,
          lasts: undoSeconds * 1000,
          action: { label: t('app.undo'), run: () => undo.mutate({ params: { id: messageId } }) },
        })
      : toast({ text, lasts: 5000 })
  return { undoSeconds, say }
}
