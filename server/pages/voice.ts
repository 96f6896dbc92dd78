import {
  dayText,
  locales,
  moment,
  type TextLanguage,
  text,
  textLanguage,
  weekdayText,
} from '#server/base/text.ts'
import { escapeHtml } from './html.ts'

/** How a page speaks to its reader: their language, their time. */
export interface Voice {
  language: TextLanguage
  /** How times are written in it. */
  locale: string
  /** What a page says in its `lang`. */
  tag: string
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

/** `formality`: whether they are spoken to per du, where their language has it. */
export function voiceFor(
  language: string | null | undefined,
  timeZone: string,
  formality?: 'formal' | 'informal' | null,
): Voice {
  const own = textLanguage(language, formality)
  const say: Voice['say'] = (key, values = {}) => text(key, values, own)
  return {
    language: own,
    locale: locales[own],
    tag: locales[own].slice(0, 2),
    timeZone,
    say,
    told: (key, values) => escapeHtml(say(key, values)),
    moment: (at) => moment(at, timeZone, own),
    day: (at) => dayText(at, timeZone, own),
    weekday: (day) => weekdayText(day, own),
  }
}
