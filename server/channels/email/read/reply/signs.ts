import { wroteWords } from './languages.ts'

/** Signs by which a line shows that it is about another letter: a date, an address, a word for writing. */

const month = '(?:de |of |d[ae] )?\\p{L}{3,}\\.?,?(?: de| d[ae])?'
const dates = new RegExp(
  [
    '\\d{1,4}[./-]\\s?\\d{1,2}[./-]\\s?\\d{1,4}',
    '\\d{1,2}[:.h]\\d{2}(?!\\d)',
    `\\d{1,2}(?:st|nd|rd|th|er|º|\\.)?[ -]${month}[ -]\\d{2,4}`,
    '\\d{1,2}\\.? \\p{L}{3,}[.,]{0,2} ',
    `\\p{L}{3,}\\.?[ -]\\d{1,2}(?:st|nd|rd|th)?(?:, ?|[ -])\\d{4}`,
    '\\d{4}年|\\d{1,2}月\\d{1,2}日|\\d{4}년',
    '[٠-٩۰-۹]{1,2}[:/.][٠-٩۰-۹]{1,2}',
    'ngày \\d|\\d{1,2} thg \\d',
  ].join('|'),
  'iu',
)
const address =
  /[\w.+%'-]{1,64}@[\w-]{1,63}\.[\w.-]{1,190}|\[?mailto:|<[^<>\s]{1,200}@[^<>]{1,200}>|&lt;\S{1,200}@/i

/** Where a line first shows a date; -1 when it does not. */
export const dateAt = (line: string): number => dates.exec(line)?.index ?? -1
export const hasDate = (line: string): boolean => dates.test(line)
export const hasAddress = (line: string): boolean => address.test(line)
export const saysWrote = (line: string): boolean => wroteWords.test(line)

export const isBlank = (line: string): boolean => line.trim() === ''
/** A line that stands in a quote: `>` before it, however many. */
export const isQuoted = (line: string): boolean => /^\s{0,3}>/.test(line)
/** The line without its marks of quoting, emphasis and direction of writing. */
export const bare = (line: string): string =>
  line
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/^[\s>]+/, '')
    .replace(/\*/g, '')
    .trim()

/** Nothing but strokes: a line that separates. */
export const isRule = (line: string): boolean =>
  /^[\s>]*[-_=*~#+\u2014\u2013\u2500\u1427]{2,}[\s]*$|^\s*[\u2014\u2013\u1427]\s*$/.test(line)
