import { dayText, moment, type TextLanguage, text, textLanguage, weekdayText } from '#server/base/text.ts'
import { escapeHtml } from './html.ts'

/** How a page speaks to its reader: their language, their time. */
export interface Voice {
  language: TextLanguage
  timeZone: string
  /** A text of the catalogue; not escaped. */
  say(key: string, values?: Record<string, string | number>): string
  /** A text of the catalogue, escaped with all that was filled in. */
  told(key: string, values?: Record<string, string | number>): string
  /** "Friday 27 November, 15:00" in their zone; not escaped. */
  moment(at: Date): string
  day(at: Date): string
  weekday(day: number): string
}

export function voiceFor(language: string | null | undefined, timeZone: string): Voice {
  const own = textLanguage(language)
  const say: Voice['say'] = (key, values = {}) => text(key, values, own)
  return {
    language: own,
    timeZone,
    say,
    told: (key, values) => escapeHtml(say(key, values)),
    moment: (at) => moment(at, timeZone, own),
    day: (at) => dayText(at, timeZone, own),
    weekday: (day) => weekdayText(day, own),
  }
}
