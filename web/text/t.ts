import { IntlMessageFormat } from 'intl-messageformat'
import en from './en.json' with { type: 'json' }

export type TextKey = keyof typeof en
const ready = new Map<string, IntlMessageFormat>()

/** A text of the catalogue, ICU MessageFormat. */
export function t(key: TextKey, values?: Record<string, string | number | Date | null>): string {
  const message = en[key]
  if (!values && !message.includes('{')) return message
  let format = ready.get(key)
  if (!format) {
    format = new IntlMessageFormat(message, 'en-GB', undefined, { ignoreTag: true })
    ready.set(key, format)
  }
  return String(format.format(values as never))
}
