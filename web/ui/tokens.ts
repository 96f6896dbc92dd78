import type { Ground } from './contrast.ts'

/** The grounds of both themes, for code that must compute with them; `tokens.test.ts` holds them to tokens.css. */
export const grounds: Readonly<Record<'light' | 'dark', Ground>> = {
  light: { bg: '#fbf8f3', surface: '#ffffff', sunken: '#f3eee6', onAccent: '#ffffff', accentSoft: '#e3f0ec' },
  dark: { bg: '#1b1917', surface: '#232120', sunken: '#161412', onAccent: '#1b1917', accentSoft: '#1f3a35' },
}
