/** Where none of these stands every word is the writer's own: nearly every draft is passed over at one look. */
const maybeTheirs = /^\s*(?:>|--|—|__|On\b)|https?:|www\.|@/im

/** Blanks out what is not the writer's own words (quoted lines, headers of quotes, signatures, addresses), keeping every position. */
export function ownWords(text: string): string {
  if (!maybeTheirs.test(text)) return text
  const lines = text.split('\n')
  let rest = false
  const kept = lines.map((line, index) => {
    if (rest) return blank(line)
    if (/^\s*>/.test(line)) return blank(line)
    if (index > 0 && /^(--|—|__)\s*$/.test(line)) rest = true
    else if (/^\s*-{2,}\s*(original|forwarded)\b/i.test(line)) rest = true
    else if (
      /^\s*On\b.{5,200}\bwrote:\s*$/.test(line) &&
      lines.slice(index + 1).some((next) => /^\s*>/.test(next))
    )
      return blank(line)
    return rest ? blank(line) : line
  })
  return kept.join('\n').replace(/\S+/g, withoutAddress)
}

/** A web or mail address; the sentence's own mark behind it stays. One look at each word, so that no bait slows it. */
const withoutAddress = (word: string): string => {
  if (!/https?:\/\/|www\.|@[^@]{0,100}\.\w/.test(word)) return word
  const marks = /[.,!?;:)]{0,3}$/.exec(word)?.[0] ?? ''
  return blank(word.slice(0, word.length - marks.length)) + marks
}

const blank = (text: string) => ' '.repeat(text.length)
