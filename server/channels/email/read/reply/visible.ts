import type { Letter } from '../decode.ts'
import { markedText } from './html.ts'
import { withoutQuote } from './quoted.ts'
import { withoutSignature } from './signature.ts'

/** Beyond this a letter is shown whole: nobody wrote that much by hand, and looking for quotes in it costs. */
const longest = 400_000

/** What the writer says in this letter: without quotes and signature. Losing their words is the worse error: if none are left, everything is shown. */
export function visibleReply(mail: Letter, textFull: string): string {
  if (textFull.length > longest) return textFull
  const marked = mail.html && mail.html.length <= longest * 4 ? markedText(mail.html) : null
  for (const text of [marked, textFull]) {
    if (text === null || !hasWords(text)) continue
    const unquoted = withoutQuote(text, text === marked)
    const unsigned = withoutWhatEnds(unquoted, mail)
    if (hasWords(unsigned)) return unsigned.trim()
    if (hasWords(unquoted)) return unquoted.trim()
  }
  return textFull
}

/** The signature off; it may have stood below a quote, and hidden that the quote is the end. */
function withoutWhatEnds(text: string, mail: Letter): string {
  const unsigned = withoutSignature(text, mail.from)
  return unsigned === text.trimEnd() ? unsigned : withoutSignature(withoutQuote(unsigned), mail.from)
}

const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)
