import type { Said, StatusLanguage } from '#contract/status.ts'
import { moment, text } from '#server/base/text.ts'
import { escapeHtml, letters } from '#server/pages/html.ts'
import { saidIn } from './report.ts'

const locales = { en: 'en-GB', de: 'de-DE' } as const

/** What the clocks of a zone are called at a moment, in the reader's language: "Western European Standard Time". */
export function zoneName(timeZone: string, language: StatusLanguage, at: Date): string {
  if (timeZone === 'UTC') return timeZone
  const named = new Intl.DateTimeFormat(locales[language], { timeZone, timeZoneName: 'long' })
  return named.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? timeZone
}

/** A moment on the company's clock, and whose clock that is: a reader may sit anywhere. */
export const momentThere = (at: Date, timeZone: string, language: StatusLanguage): string =>
  text(
    'status.at',
    { when: moment(at, timeZone, language), zone: zoneName(timeZone, language, at) },
    language,
  )

/** How the page speaks: one language, the company's clock. Escaped, all of it. */
export interface PageVoice {
  language: StatusLanguage
  told(key: string, values?: Record<string, string | number>): string
  /** The team's own words in a line; where only the other language has them, it says which that is. */
  line(said: Said): string
  /** The same as paragraphs. */
  words(said: Said): string
  /** A moment on the company's clock; the page's script turns it into the reader's own. */
  time(at: Date): string
  /** A sentence with a moment as its `when`; it names the clock as well. */
  timed(key: string, at: Date): string
  /** From when to when, and how long that was. */
  span(from: Date, to: Date): string
}

/** Where a moment goes; in no words of anybody. */
const hole = '\u0000'

export function voiceOf(language: StatusLanguage, timeZone: string): PageVoice {
  const told: PageVoice['told'] = (key, values = {}) => escapeHtml(text(key, values, language))
  const marked = (said: Said, inner: (text: string) => string, tag: 'span' | 'div') => {
    const one = saidIn(said, language)
    const html = inner(one.text)
    return one.language === language ? html : `<${tag} lang="${one.language}">${html}</${tag}>`
  }
  const timeAs = (at: Date, words: string) =>
    `<time datetime="${at.toISOString()}">${escapeHtml(words)}</time>`
  const time = (at: Date) => timeAs(at, moment(at, timeZone, language))
  return {
    language,
    told,
    line: (said) => marked(said, escapeHtml, 'span'),
    words: (said) => marked(said, letters, 'div'),
    time,
    timed: (key, at) =>
      told(key, { when: hole }).replace(hole, () => timeAs(at, momentThere(at, timeZone, language))),
    span(from, to) {
      const minutes = Math.max(1, Math.round((to.getTime() - from.getTime()) / 60_000))
      const long =
        minutes < 60
          ? told('status.minutes', { n: minutes })
          : minutes < 48 * 60
            ? told('status.hours', { h: Math.floor(minutes / 60), m: minutes % 60 })
            : told('status.days', { n: Math.round(minutes / 1440) })
      return `${time(from)} – ${long}`
    },
  }
}
