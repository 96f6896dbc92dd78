import { IntlMessageFormat } from 'intl-messageformat'
import { chosenLanguage, type WebLanguage } from './language.ts'

type English = typeof import('./en.json', { with: { type: 'json' }})
export type TextKey = keyof English

const language = chosenLanguage()

/**
 * One language is loaded, the reader's own, and of it first what the first screen says. Whoever imports this waits for it, so that no
 * text is asked for before it is there.
 */
const messages: Partial<Record<TextKey, string>> = await load(language)

async function load(which: WebLanguage): Promise<Partial<Record<TextKey, string>>> {
  if (which === 'de') return (await import('./de.json', { with: { type: 'json' } })).default as never
  const english = (await import('./en.json', { with: { type: 'json' } })).default
  return which === 'rtl' ? (await import('./pseudo.ts')).mirrored(english) : english
}

let rest: Promise<void> | undefined

/** All other texts of the language: once, and soon after the first screen stands. */
export function allTexts(): Promise<void> {
  rest ??= loadRest().then(
    (more) => void Object.assign(messages, more),
    (error) => {
      rest = undefined
      throw error
    },
  )
  return rest
}

async function loadRest(): Promise<Partial<Record<TextKey, string>>> {
  // Outside of a build the catalogue is one piece.
  if (!(import.meta as { env?: { PROD?: boolean } }).env?.PROD) return {}
  if (language === 'de') return (await import('./de.rest.json')).default
  const english = (await import('./en.rest.json')).default
  return language === 'rtl' ? (await import('./pseudo.ts')).mirrored(english) : english
}

/** For a screen that is loaded when it is asked for: it waits for its words too. */
export const withTexts =
  <T>(load: () => Promise<T>) =>
  async (): Promise<T> => {
    const [screen] = await Promise.all([load(), allTexts()])
    return screen
  }

if (typeof document !== 'undefined') {
  document.documentElement.lang = language === 'rtl' ? 'ar' : language
  document.documentElement.dir = language === 'rtl' ? 'rtl' : 'ltr'
}

/** In which way dates, numbers and plurals are told. */
export const locale = (): string => (language === 'de' ? 'de-DE' : 'en-GB')

/** What the server is asked to answer in. */
export const spokenLanguage = (): 'en' | 'de' => (language === 'de' ? 'de' : 'en')

const ready = new Map<string, IntlMessageFormat>()

/** A text of the catalogue, ICU MessageFormat. */
export function t(key: TextKey, values?: Record<string, string | number | Date | null>): string {
  // A catalogue of a build is whole: what is not translated yet stands there in English (see vite.config.ts).
  const message = messages[key] ?? key
  if (!values && !message.includes('{')) return message
  let format = ready.get(key)
  if (!format) {
    format = new IntlMessageFormat(message, locale(), undefined, { ignoreTag: true })
    ready.set(key, format)
  }
  return String(format.format(values as never))
}
