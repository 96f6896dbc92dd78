import { existsSync, readFileSync } from 'node:fs'
import { IntlMessageFormat } from 'intl-messageformat'
import { spoken } from './spoken.ts'
import { written } from './written.ts'

/** The rooms that have texts for people. One file each, so that a text lives beside what says it. */
export const places = [
  'base',
  'team',
  'calendar',
  'customers',
  'conversations',
  'knowledge',
  'notifications',
  'promises',
  'silence',
  'targets',
  'persons',
  'tags',
  'views',
  'fields',
  'teams',
  'bulk',
  'handover',
  'goals',
  'dealings',
  'matters',
  'recoveries',
  'incidents',
  'authority',
  'status',
  'statements',
  'extras',
  'heat',
  'channels/email',
  'callbacks',
  'oncall',
  'options',
  'translation',
  'replies',
  'pages',
  'desk',
  'app',
]

/**
 * German has two words for "you", and `de-du` is the one among friends: it holds only what the other says differently to a customer.
 * Teammates are spoken to per du everywhere.
 */
export const textLanguages = ['en', 'de', 'de-du'] as const
export type TextLanguage = (typeof textLanguages)[number]

const names = {
  en: /^(en\b|english\b)/i,
  de: /^(de\b|german\b|deutsch\b)/i,
}

/**
 * The language to speak to somebody in: theirs where we have it, by tag ("de-AT") or by name ("German"), else English; per du
 * only with whoever said so.
 */
export function textLanguage(
  language: string | null | undefined,
  formality?: 'formal' | 'informal' | null,
): TextLanguage {
  const tag = language?.trim().replaceAll('_', '-') ?? ''
  if (names.en.test(tag) || !names.de.test(tag)) return 'en'
  return formality === 'informal' ? 'de-du' : 'de'
}

/** Where a text is looked for, one after the other. */
const searched: Record<TextLanguage, readonly TextLanguage[]> = {
  en: ['en'],
  de: ['de', 'en'],
  'de-du': ['de-du', 'de', 'en'],
}

/** How times and numbers are written in it. */
export const locales: Record<TextLanguage, string> = { en: 'en-GB', de: 'de-DE', 'de-du': 'de-DE' }
type Catalogue = Map<string, IntlMessageFormat>
const catalogues = new Map<TextLanguage, Catalogue>()

function load(language: TextLanguage): Catalogue {
  const all: Catalogue = new Map()
  for (const place of places) {
    const file = new URL(`../${place}/text.${language}.json`, import.meta.url)
    // Nobody is said du to in every room.
    if (language !== 'en' && !existsSync(file)) continue
    const texts = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>
    for (const [key, message] of Object.entries(texts)) {
      if (all.has(key)) throw new Error(`two rooms have a text ${key}`)
      all.set(key, new IntlMessageFormat(message, locales[language], undefined, { ignoreTag: true }))
    }
  }
  return all
}

function catalogue(language: TextLanguage): Catalogue {
  const known = catalogues.get(language)
  if (known) return known
  const loaded = load(language)
  catalogues.set(language, loaded)
  return loaded
}

/**
 * A text of the catalogue with its values filled in (ICU MessageFormat), in the language of whoever asks unless another is named: what
 * goes to somebody else names theirs, what is written down for all the house's (`inHouse`). Throws for a key that does not exist.
 */
export function text(
  key: string,
  values: Record<string, string | number | Date> = {},
  language: TextLanguage = spoken(),
): string {
  let message: IntlMessageFormat | undefined
  for (const one of searched[language]) message ??= catalogue(one).get(key)
  if (!message) throw new Error(`no text ${key}`)
  return String(message.format(values))
}

export const hasText = (key: string): boolean => catalogue('en').has(key)

/** A moment in the words of a time zone: "Friday 27 November, 15:00", "Freitag, 27. November, 15:00 Uhr". */
export function moment(at: Date, timeZone: string, language: TextLanguage = spoken()): string {
  const told = written(locales[language], {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  }).format(at)
  return language !== 'en' ? `${told.replace(/ um /, ', ')} Uhr` : told.replace(' at ', ', ')
}

/** A day of the calendar: "27 November 2026". */
export const dayText = (at: Date, timeZone: string, language: TextLanguage = spoken()): string =>
  written(locales[language], {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone,
  }).format(at)

/** A day that is near, as one says it: "Friday 18 December", "Freitag, 18. Dezember". */
export const nearDayText = (at: Date, timeZone: string, language: TextLanguage = spoken()): string =>
  written(locales[language], {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone,
  }).format(at)

/** "Monday", by its number from Sunday. */
export const weekdayText = (day: number, language: TextLanguage = spoken()): string =>
  written(locales[language], { weekday: 'long', timeZone: 'UTC' }).format(
    new Date(Date.UTC(2023, 0, 1 + day)),
  )

/** "Deutsch" for the German reader, "German" for the English one; a tag nobody knows stays as it is. */
export function languageName(tag: string, language: TextLanguage = spoken()): string {
  try {
    return new Intl.DisplayNames([locales[language]], { type: 'language' }).of(tag) ?? tag
  } catch {
    return tag
  }
}
