export interface Span {
  text: string
  start: number
  end: number
}

/** The same spans, with those put together that belong to the one before them. */
export function joinSpans(spans: readonly Span[], belongs: (span: Span, before: Span) => boolean): Span[] {
  const joined: Span[] = []
  for (const span of spans) {
    const before = joined.at(-1)
    if (before && belongs(span, before))
      joined[joined.length - 1] = {
        text: `${before.text} ${span.text}`,
        start: before.start,
        end: span.end,
      }
    else joined.push(span)
  }
  return joined
}

const abbreviations =
  /(?:\b(?:mr|mrs|ms|dr|prof|st|no|nr|inc|ltd|co|vs|etc|approx|incl|excl|tel|max|min|e\.g|i\.e|a\.m|p\.m|(?<!['’])[a-z])\.)$/i

const dayFollows =
  /^[ \t]+(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|January|February|March|May|June|July|October|December|Jan|Feb|Mrz|Apr|Jun|Jul|Aug|Sept?|Okt|Oct|Nov|De[cz]|KW|Uhr|um|ab|bis|und|oder)\b/

/** The dot of "27. November" and "am 3. um vier" belongs to the day. */
const isDayDot = (text: string, at: number): boolean =>
  /(?:^|[^\d.])\d{1,2}$/.test(text.slice(Math.max(0, at - 3), at)) &&
  dayFollows.test(text.slice(at + 1, at + 16))

const shortDay =
  /\b(?:jan|feb|mar|mrz|apr|jun|jul|aug|sept?|oct|okt|nov|de[cz]|mon|tues?|wed|thur?s?|fri|sat|sun)\.$/i

const goesOn =
  /^[ \t]+(?:[\d\p{Ll}(]|(?:Jan|Feb|Mar|Mrz|Apr|Ma[iy]|Jun|Jul|Aug|Sep|O[ck]t|Nov|De[cz])[a-z.]|the\b)/u

/** "Nov. 27", "Thurs. 3 Dec. and Fri. morning": the dot of a short month or day, with more of the sentence behind it. */
const isShortDay = (text: string, at: number): boolean =>
  shortDay.test(text.slice(Math.max(0, at - 6), at + 1)) && goesOn.test(text.slice(at + 1, at + 8))

/** A short line of capitals at the end of a text is a name, not the end of the sentence above it. */
const isName = (rest: string): boolean =>
  /^[ \t]*\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,2}\s*$/u.test(rest)

const stops: ReadonlySet<string> = new Set('.!?…')
const closers: ReadonlySet<string> = new Set('"\'”’)')

/** Sentences with their places. A line break ends one where the next line begins anew; a list item stands alone. */
export function sentences(text: string): Span[] {
  const found: Span[] = []
  let start = 0
  const push = (end: number) => {
    const raw = text.slice(start, end)
    const lead = raw.length - raw.trimStart().length
    const trimmed = raw.trim()
    if (trimmed) found.push({ text: trimmed, start: start + lead, end: start + lead + trimmed.length })
    start = end
  }
  for (let at = 0; at < text.length; at++) {
    // Nearly all characters are letters and spaces: one look by number passes them over.
    const code = text.charCodeAt(at)
    if (code !== 10 && (code === 32 || (code > 63 && code < 0x2000))) continue
    const character = text[at]!
    if (character === '\n') {
      const next = /^[ \t]*(\S?)/.exec(text.slice(at + 1, at + 200))?.[1] ?? ''
      const before = text.slice(start, at).trim()
      if (
        next === '' ||
        /[-*•\d]/.test(next) ||
        /[.!?:,]$/.test(before) ||
        before.length < 45 ||
        isName(text.slice(at + 1, at + 60)) ||
        /^[ \t]*\n/.test(text.slice(at + 1, at + 100))
      )
        push(at)
    } else if (stops.has(character)) {
      if (stops.has(text[at + 1] ?? '') || closers.has(text[at + 1] ?? '')) continue
      const after = text.slice(at + 1, at + 4)
      if (
        character === '.' &&
        (/\d/.test(text[at + 1] ?? '') ||
          !/^(\s|$)/.test(after) ||
          isDayDot(text, at) ||
          isShortDay(text, at) ||
          abbreviations.test(text.slice(Math.max(start, at - 8), at + 1)))
      )
        continue
      push(at + 1)
    } else if (
      closers.has(character) &&
      stops.has(text[at - 1] ?? '') &&
      /^\s+[A-Z]/.test(text.slice(at + 1, at + 4))
    )
      push(at + 1)
  }
  push(text.length)
  return found
}

const word = /[\p{L}\p{N}]+(?:['’][\p{L}]+)?/gu
/** The same in a text of these letters alone: a class of code units is read several times faster than a property. */
const plainWord = /[a-z0-9]+(?:'[a-z]+)?/g

export const words = (text: string): string[] =>
  text.toLowerCase().match(isPlain(text) ? plainWord : word) ?? []

/** Nothing but the letters and marks of English typing. */
export const isPlain = (text: string): boolean => !/[^\u0000-\u007f]/.test(text)
