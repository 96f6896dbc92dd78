import { createContext, useContext } from 'react'
import type { Me } from '#contract/team.ts'

export const MeContext = createContext<Me | null>(null)

/** Who I am; only inside the frame, where somebody is signed in. */
export function useMe(): Me {
  const me = useContext(MeContext)
  if (!me) throw new Error('nobody is signed in here')
  return me
}

/** Keeps what decides the first paint where the page finds it before it asks the server. */
export function applyPreferences(preferences: Me['preferences']): void {
  localStorage.setItem('tend.preferences', JSON.stringify(preferences))
  const root = document.documentElement
  root.dataset.theme = preferences.theme
  root.dataset.contrast = preferences.contrast
  root.dataset.density = preferences.density
  if (preferences.easierLetters) {
    root.dataset.letters = 'easier'
    void import('@fontsource-variable/atkinson-hyperlegible-next/index.css')
  } else delete root.dataset.letters
}
