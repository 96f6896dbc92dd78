import { readFileSync } from 'node:fs'
import { IntlMessageFormat } from 'intl-messageformat'

/** The rooms that have texts for people. One file each, so that a text lives beside what says it. */
export const places = [
  'team',
  'calendar',
  'customers',
  'conversations',
  'knowledge',
  'notifications',
  'promises',
  'silence',
  'channels/email',
  'replies',
  'pages',
  'desk',
  'app',
]

let catalogue: Map<string, IntlMessageFormat> | undefined

function load(): Map<string, IntlMessageFormat> {
  const all = new Map<string, IntlMessageFormat>()
  for (const place of places) {
    const file = new URL(`../${place}/text.en.json`, import.meta.url)
    const texts = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>
    for (const [key, message] of Object.entries(texts)) {
      if (all.has(key)) throw new Error(`two rooms have a text ${key}`)
      all.set(key, new IntlMessageFormat(message, 'en-GB', undefined, { ignoreTag: true }))
    }
  }
  return all
}

/** A text of the catalogue with its values filled in (ICU MessageFormat). Throws for a key that does not exist. */
export function text(key: string, values: Record<string, string | number | Date> = {}): string {
  catalogue ??= load()
  const message = catalogue.get(key)
  if (!message) throw new Error(`no text ${key}`)
  return String(message.format(values))
}

/** A moment in the words of a time zone: "Friday 27 November, 15:00". */
export const moment = (at: Date, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  })
    .format(at)
    .replace(' at ', ', ')
