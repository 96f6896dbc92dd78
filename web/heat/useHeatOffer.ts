import { usePractice } from '#web/app/practices.ts'
import { t } from '#web/text/t.ts'
import type { MenuItem } from '#web/ui/Menu.tsx'
import { openHeat } from './opened.ts'

/** "Hard words: what helps", by hand, where none were noticed. */
export function useHeatOffer(conversationId: string): MenuItem | null {
  const isOn = usePractice('heat')
  return isOn ? { label: t('heat.open'), run: () => openHeat(conversationId) } : null
}
