import { CalendarCheckIcon } from '@phosphor-icons/react/dist/csr/CalendarCheck'
import { EarIcon } from '@phosphor-icons/react/dist/csr/Ear'
import { HandHeartIcon } from '@phosphor-icons/react/dist/csr/HandHeart'
import { HandWavingIcon } from '@phosphor-icons/react/dist/csr/HandWaving'
import { IdentificationBadgeIcon } from '@phosphor-icons/react/dist/csr/IdentificationBadge'
import { LightbulbIcon } from '@phosphor-icons/react/dist/csr/Lightbulb'
import { ListChecksIcon } from '@phosphor-icons/react/dist/csr/ListChecks'
import type { MarkName } from '#care/draft.ts'
import './marks.css'

/** In the order of CICARE: connect, introduce, communicate, ask, respond, exit; and sorry, where we failed. */
export const markOrder: readonly MarkName[] = ['warm', 'who', 'clear', 'heard', 'answered', 'next', 'sorry']
export const markPictures = {
  warm: HandWavingIcon,
  who: IdentificationBadgeIcon,
  clear: LightbulbIcon,
  heard: EarIcon,
  answered: ListChecksIcon,
  next: CalendarCheckIcon,
  sorry: HandHeartIcon,
}
