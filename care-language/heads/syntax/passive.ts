import { adjectivesInEd, irregularParticiples } from '#care/words/participles.ts'
import { remember } from '../../remember.ts'
import { isPlain } from '../../sentences.ts'

const word = /[\p{L}]+(?:['’-][\p{L}]+)*|[.,;:!?()"“”]|\S/gu
/** The same in English typing. */
const plainWord = /[a-z]+(?:['-][a-z]+)*|\S/gi
/** Without one of these there is none. */
const mayBe =
  /(?<![a-z])(?:am|is|are|was|were|be|been|being|get|gets|got|gotten|getting|attached|enclosed)(?![a-z])|['’]/i
const be = new Set(
  "am is are was were be been being 'm 're 's isn't aren't wasn't weren't i'm you're we're they're he's she's it's that's there's ain't".split(
    ' ',
  ),
)
const get = new Set('get gets got gotten getting'.split(' '))
const between = new Set(
  "not never also always already just now still often usually sometimes soon once only even ever yet all both either so very well too further first then thus therefore however again being been n't to".split(
    ' ',
  ),
)
const pronoun = new Set('i you he she it we they this that these those there'.split(' '))

/** A passive: a form of "be" (or "get") whose verb is a participle. Null, or where it stands. */
export const passiveIn = remember(readPassive)

function readPassive(text: string): { start: number; end: number; participle: string } | null {
  if (!mayBe.test(text)) return null
  const tokens = [...text.slice(0, 4_000).matchAll(isPlain(text) ? plainWord : word)].map((match) => ({
    raw: match[0],
    low: match[0].toLowerCase().replace(/’/g, "'"),
    at: match.index,
  }))
  const first = tokens[0]
  // "Attached is the form": the participle stands in front.
  if (first && /^(?:attached|enclosed)$/.test(first.low)) {
    const verb = tokens.slice(1, 8).find((one) => one.low === 'is' || one.low === 'are')
    if (verb) return { start: first.at, end: verb.at + verb.raw.length, participle: first.low }
  }
  for (let at = 0; at < tokens.length; at++) {
    const isBe = be.has(tokens[at]!.low)
    if (!isBe && !get.has(tokens[at]!.low)) continue
    let next = at + 1
    let subject = false
    for (let steps = 0; next < tokens.length && steps < 4; steps++, next++) {
      const low = tokens[next]!.low
      if (between.has(low) || /^[a-z]+ly$/.test(low)) continue
      if (isBe && !subject && pronoun.has(low) && at + 1 === next) {
        subject = true
        continue
      }
      break
    }
    const found = tokens[next]
    if (!found || !isParticiple(found.low)) continue
    const after = tokens[next + 1]?.low ?? ''
    if (!isBe && (found.low === 'read' || after === 'to' || next > at + 1)) continue
    if (
      /^(?:it|that|he|she|there|what|who)'s$/.test(tokens[at]!.low) &&
      !irregularParticiples.has(found.low) &&
      !/ed$/.test(found.low)
    )
      continue
    return { start: tokens[at]!.at, end: found.at + found.raw.length, participle: found.low }
  }
  return null
}

export function isParticiple(word: string): boolean {
  if (irregularParticiples.has(word)) return true
  return word.length > 3 && word.endsWith('ed') && !adjectivesInEd.has(word) && !/-/.test(word)
}
