import { usePractice } from '#web/app/practices.ts'
import { t } from '#web/text/t.ts'
import type { MenuItem } from '#web/ui/Menu.tsx'
import { openExtras } from './opened.ts'

/** "A little extra", among what can be offered with a reply. */
export function useExtrasOffer(conversationId: string): MenuItem | null {
  const isOn = usePractice('extras')
  return isOn ? { label: t('extras.give'), run: () => openExtras(conversationId) } : null
}
