import { createContext, useContext } from 'react'
import type { Me } from '#contract/team.ts'
import { chosenLanguage } from '#web/text/language.ts'
import { readableAccent } from '#web/ui/contrast.ts'
import { grounds } from '#web/ui/tokens.ts'

export const MeContext = createContext<Me | null>(null)

/** Who I am; only inside the frame, where somebody is signed in. */
export function useMe(): Me {
  const me = useContext(MeContext)
  if (!me) throw new Error('nobody is signed in here')
  return me
}

/** Inboxes that something new may go out of or into; one that is archived keeps what it has. */
export const openInboxes = (me: Me) => me.inboxes.filter((one) => one.archivedAt === null)

/** Keeps what decides the first paint where the page finds it before it asks the server. */
export function applyPreferences(preferences: Me['preferences']): void {
  const spoke = chosenLanguage()
  localStorage.setItem('tend.preferences', JSON.stringify(preferences))
  // The catalogue is read once, before the first word; another one begins the page anew.
  if (chosenLanguage() !== spoke) {
    location.reload()
    return
  }
  const root = document.documentElement
  root.dataset.theme = preferences.theme
  root.dataset.contrast = preferences.contrast
  root.dataset.density = preferences.density
  if (preferences.easierLetters) {
    root.dataset.letters = 'easier'
    void import('@fontsource-variable/atkinson-hyperlegible-next/index.css')
  } else delete root.dataset.letters
}

/** Puts on the company's colour, shifted until it can be read in both themes; kept for the first paint, as above. */
export function applyCompanyColor(color: string | null): void {
  const root = document.documentElement
  if (!color) {
    localStorage.removeItem('tend.companyColor')
    delete root.dataset.companyColor
    return
  }
  const kept = { light: readableAccent(color, grounds.light), dark: readableAccent(color, grounds.dark) }
  localStorage.setItem('tend.companyColor', JSON.stringify(kept))
  root.style.setProperty('--company-on-light', kept.light)
  root.style.setProperty('--company-on-dark', kept.dark)
  root.dataset.companyColor = ''
}
