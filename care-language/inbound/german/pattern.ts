/** Both ways to write an umlaut and a sharp s: "für", "fuer"; "Straße", "Strasse". */
const spelt: Readonly<Record<string, string>> = { ä: '(?:ä|ae)', ö: '(?:ö|oe)', ü: '(?:ü|ue)', ß: '(?:ß|ss)' }

/**
 * A pattern of German phrases. In each, `~` stands for the rest of a word, and `…` for up to sixty characters of the same
 * sentence, because German puts the half that matters at its end.
 */
export const phrases = (...all: string[]): RegExp =>
  new RegExp(
    `(?<!\\p{L})(?:${all
      .join('|')
      .replace(/[äöüß]/g, (letter) => spelt[letter]!)
      .replaceAll('~', '\\p{L}*')
      .replaceAll('…', '(?:(?: |, ?)[^.!?;\\n]{0,60}?)?[ ,]')})(?!\\p{L})`,
    'giu',
  )

/** Whether the pattern stands anywhere in the text. */
export const isIn = (pattern: RegExp, text: string): boolean => {
  pattern.lastIndex = 0
  return pattern.test(text)
}
