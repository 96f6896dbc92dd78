import { t } from '#web/text/t.ts'
import { toast } from '#web/ui/toast.tsx'
import { offerSentence } from './offered.ts'

/** A sentence goes to the end of the reply that is being written; where none is open, it says so. */
export function intoReply(sentence: string): void {
  if (!offerSentence(sentence)) toast({ text: t('authority.noReply'), lasts: 5000 })
}
