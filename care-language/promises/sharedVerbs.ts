import { rarelyImperative } from '../words/verbs.ts'
import {
  acts,
  adverbs,
  coordinators,
  determiners,
  hedges,
  imperatives,
  irregular,
  prepositions,
  pronouns,
  questionWords,
  subordinators,
} from './englishWords.ts'
import { type Line, wordAt } from './line.ts'
import { participleAt } from './predicates/participles.ts'

export const auxiliaries = new Set(
  "will 'll shall is are am 'm 're 's was were has have had 've 'd can could would should may might must do does did won wo".split(
    ' ',
  ),
)

/** Skips "also", "then", "please" before a clause. */
export function skipAdverbs(line: Line, index: number): number {
  let at = index
  while (line.times[at] === -1 && (adverbs.has(wordAt(line, at)) || wordAt(line, at) === 'please')) at++
  return at
}

/** Verbs that are as often things: only with what they act on behind them do they begin a clause. */
export const alsoThings = new Set(
  'order email e-mail call text post book check label report quote test repair refund move change update note mail message credit transfer visit ring stop work share paint return record document copy feed pack file address form list name place time house top iron water measure polish service feed brief press help answer show log plan load roll hand meet cut set build lift sign ship draft glue plaster wire drop pass clean start finish save reserve release process clear fit fix turn run join care'.split(
    ' ',
  ),
)

/** A verb no table of ours has, with its object behind it: "freeze the interest". What customers are told to do is theirs. */
const otherVerb = (line: Line, at: number): boolean =>
  isOpen(wordAt(line, at)) &&
  !line.tokens[at]!.capital &&
  !rarelyImperative.has(wordAt(line, at)) &&
  (!imperatives.has(wordAt(line, at)) ||
    /^(?:include|provide|present|price|quote|mention|create)$/.test(wordAt(line, at))) &&
  line.times[at + 1] === -1 &&
  (/^(?:you|it|them|him|her|the|a|an|your|my|our|this|that|these|those|any|all|everything)$/.test(
    wordAt(line, /^(?:away|up|down|out|off|over)$/.test(wordAt(line, at + 1)) ? at + 2 : at + 1),
  ) ||
    (/^(?:liaise|coordinate|consult|confer|negotiate|report|reply|apologise|apologize|intervene)$/.test(
      wordAt(line, at),
    ) &&
      /^(?:with|to|on|in|for)$/.test(wordAt(line, at + 1))))

/** No small word that may stand before a pronoun: "and with you", "and hopefully it". */
const isOpen = (word: string): boolean =>
  word.length > 2 &&
  !/ly$|ed$|ing$|[^su]s$/.test(word) &&
  !prepositions.has(word) &&
  !coordinators.has(word) &&
  !subordinators.has(word) &&
  !questionWords.has(word) &&
  !adverbs.has(word) &&
  !hedges.has(word) &&
  !determiners.has(word) &&
  !pronouns.has(word) &&
  !auxiliaries.has(word) &&
  !/^(?:half|double|twice|half-way|whatever|whenever|once|maybe|perhaps|please|thanks|thank|sorry|not|then|than|like|what|even|only|make|believe|because|yes|before|been|being|having|until|hope)$/.test(
    word,
  )

/** Whether a verb without a subject begins here, in the form of the one before it. */
export function verbHere(line: Line, index: number, form: 'base' | 'ing' | 'passive'): number | null {
  const at = skipAdverbs(line, index)
  const word = wordAt(line, at)
  if (line.times[at] !== -1 || line.tokens[at]?.kind !== 'word' || wordAt(line, at - 1) === 'please')
    return null
  // "and re-run your VAT"
  if (form === 'base' && word === 're' && wordAt(line, at + 1) === '-' && acts.has(wordAt(line, at + 2)))
    return at + 2
  if (form === 'ing')
    return word.endsWith('ing') &&
      word.length > 4 &&
      !/^(?:morning|evening|nothing|anything|everything|something|during|including|according|regarding|building|wedding)$/.test(
        word,
      )
      ? at
      : null
  if (form === 'passive')
    return (word.length > 4 && word.endsWith('ed')) || (Object.hasOwn(irregular, word) && !acts.has(word))
      ? at
      : null
  // "I'll pick it up and be with you by two"
  if (
    word === 'be' &&
    /^(?:with|round|over|at)$/.test(wordAt(line, at + 1)) &&
    /^you(?:rs)?$/.test(wordAt(line, at + 2))
  )
    return at
  if (word === 'see' && /^(?:what|if|whether)$/.test(wordAt(line, at + 1)) && wordAt(line, at + 2) !== 'you')
    return at
  if (!acts.has(word) && word !== 'have' && word !== 'try' && !otherVerb(line, at)) return null
  // "…, slot is 8 to 12": a noun.
  if (/^(?:is|are|was|were|'s|i)$/.test(wordAt(line, at + 1))) return null
  // "keep us posted", "let me know": asked of them, not promised by us.
  if (/^(?:us|me)$/.test(wordAt(line, at + 1)) || (word === 'let' && wordAt(line, at + 1) === "'s"))
    return null
  if (
    word === 'have' &&
    !/^(?:it|a|an|that|them|the|your|some|something|someone|everything|him|her)$/.test(wordAt(line, at + 1))
  )
    return null
  if (!alsoThings.has(word)) return at
  const next = wordAt(line, at + 1)
  // "fit the rest, then return for the last piece": a way of moving needs no object.
  if (word === 'return' && /^(?:for|to|on)$/.test(next)) return at
  // "keep an eye out and ring if I see one"
  if (
    /^(?:ring|call|text|email|message|phone|write)$/.test(word) &&
    /^(?:if|when|once|as|before)$/.test(next)
  )
    return at
  return /^(?:you|it|them|him|her|his|their|me|us|the|a|an|your|my|our|this|that|these|those|back|up|round|off|out|in|with|everything|some|any|one|on|over|away|down|through|both|another|all|everyone|everybody|anyone|someone)$/.test(
    next,
  ) ||
    (line.times[at + 1] !== -1 && line.times[at + 1] !== undefined) ||
    (line.tokens[at + 1]?.capital === true && line.tokens[at]!.capital === false)
    ? at
    : null
}

/** "… and moves it", ", takes the old one out": a verb that shares the subject of a colleague's present; -1 where none. */
export function thirdHere(line: Line, index: number): number {
  const at = skipAdverbs(line, index)
  const word = wordAt(line, at)
  if (line.times[at] !== -1 || !word.endsWith('s') || word.length < 4) return -1
  const known =
    acts.has(word.slice(0, -1)) || acts.has(word.replace(/es$/, '')) || acts.has(word.replace(/ies$/, 'y'))
  return known &&
    /^(?:it|them|you|the|your|a|an|this|that|him|her|both|up|out|off|everything|all|my|our)$/.test(
      wordAt(line, at + 1),
    )
    ? at
    : -1
}

/** "the card sent out", "your money paid back": a thing and what is done to it, the auxiliary shared; -1 where none. */
export function gapped(line: Line, at: number): number {
  if (!/^(?:the|your|a|an|any|its)$/.test(wordAt(line, at))) return -1
  for (let verb = at + 2; verb < at + 5; verb++) {
    if (line.tokens[verb]?.kind !== 'word' || line.times[verb] !== -1) return -1
    if (participleAt(line, verb)) {
      const next = wordAt(line, verb + 1)
      return next === '' || !/^(?:by|in|will|is|are|'ll|has|can)$/.test(next) ? verb : -1
    }
  }
  return -1
}
