import type { Said, StatusLanguage } from '#contract/status.ts'
import { chosenLanguage } from '#web/text/language.ts'

/** The words a teammate reads first: in the language of the screen, else in the other one. */
export function ownWords(said: Said | null | undefined): string {
  const mine: StatusLanguage = chosenLanguage() === 'de' ? 'de' : 'en'
  return said?.[mine] || said?.[mine === 'de' ? 'en' : 'de'] || ''
}

/** Without languages in which nothing was written: the server takes none that are empty. */
export function filled(said: Said): Said {
  const { en, de } = said
  return { ...(en?.trim() && { en }), ...(de?.trim() && { de }) }
}

export const isSaid = (said: Said): boolean => Boolean(said.en?.trim() || said.de?.trim())
