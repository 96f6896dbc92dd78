import { baseVerbs, rarelyImperative } from '../words/verbs.ts'
import {
  acts,
  adverbs,
  beForms,
  coordinators,
  determiners,
  hedges,
  imperatives,
  irregular,
  prepositions,
  pronouns,
  questionWords,
  roles,
  subordinators,
  will,
} from './englishWords.ts'
import { isHardBreak, type Line, startsWith, wordAt } from './line.ts'
import { participleAt } from './predicates/participles.ts'

const auxiliaries = new Set(
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

/** Whether a clause with a subject of its own begins here. */
export function startsClause(line: Line, index: number): boolean {
  let at = skipAdverbs(line, index)
  if (line.times[at] !== -1 && line.times[at] !== undefined)
    at = skipAdverbs(line, line.whens[line.times[at]!]!.to)
  if (wordAt(line, at) === ',') at++
  const word = wordAt(line, at)
  if (
    subordinators.has(word) ||
    word === 'let' ||
    (/^(?:ill|well)$/.test(word) && acts.has(wordAt(line, at + 1)) && wordAt(line, at + 1) !== 'done') ||
    word === 'lemme' ||
    word === 'thanks' ||
    word === 'thank' ||
    word === 'sorry' ||
    word === 'hopefully'
  )
    return true
  if (will.has(word)) return true
  if (pronouns.has(word) && !determiners.has(word)) {
    const next = skipAdverbs(line, at + 1)
    return (
      auxiliaries.has(wordAt(line, next)) ||
      (word === 'you' &&
        (/^(?:hear|get|receive|have|hold|just|only)$/.test(wordAt(line, next)) ||
          ((imperatives.has(wordAt(line, next)) || wordAt(line, next) === 'wait') &&
            line.tokens[next]?.gap === true))) ||
      (/^(?:it|that|this)$/.test(word) &&
        /^(?:leaves|goes|ships|arrives|comes|starts|gets|takes|looks|means|says|depends|costs|works|seems)$/.test(
          wordAt(line, next),
        )) ||
      (/^(?:i|we|he|she|they)$/.test(word) &&
        line.tokens[next]?.kind === 'word' &&
        !/^(?:and|or|to|at|on|in|by|for|with|from)$/.test(wordAt(line, next)))
    )
  }
  // "and lost property will ring you"
  for (let ahead = at + 1; ahead < at + 4; ahead++) {
    if (
      line.tokens[ahead]?.kind !== 'word' ||
      line.times[ahead] !== -1 ||
      coordinators.has(wordAt(line, ahead))
    )
      break
    if (will.has(wordAt(line, ahead))) return true
  }
  if (determiners.has(word) || line.tokens[at]?.capital || roles.has(word)) {
    for (let ahead = at + 1; ahead < at + 8; ahead++) {
      const next = wordAt(line, ahead)
      if (
        !next ||
        isHardBreak(line, ahead) ||
        next === ',' ||
        coordinators.has(next) ||
        line.times[ahead] !== -1
      )
        return false
      if (auxiliaries.has(next) && next !== "'s") return true
      // "and the painter follows on Tuesday"
      if (
        ahead < at + 5 &&
        next.endsWith('s') &&
        acts.has(next.slice(0, -1)) &&
        line.times[ahead + 1] !== undefined &&
        line.times[ahead + 1] !== -1
      )
        return true
      if (
        ahead > at + 1 &&
        /^(?:follows|goes|comes|leaves|arrives|returns|gets|rings|sends|collects|brings)$/.test(next) &&
        /^(?:in|by|on|at|to|with|from|out|back|over|round|separately)$/.test(wordAt(line, ahead + 1))
      )
        return true
      // "and my son brings it"
      if (
        ahead > at + 1 &&
        ahead < at + 5 &&
        next.endsWith('s') &&
        acts.has(next.slice(0, -1)) &&
        /^(?:it|you|them|the|your|a|him|her|this|that|over|round|back)$/.test(wordAt(line, ahead + 1))
      )
        return true
    }
  }
  return false
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

/** Verbs that are as often things: only with what they act on behind them do they begin a clause. */
const alsoThings = new Set(
  'order email e-mail call text post book check label report quote test repair refund move change update note mail message credit transfer visit ring stop work share paint return record document copy feed pack file address form list name place time house top iron water measure polish service feed brief press help answer show log plan load roll hand meet cut set build lift sign ship draft glue plaster wire drop pass clean start finish save reserve release process clear fit fix turn run join care'.split(
    ' ',
  ),
)

/** A verb no table of ours has, with its object behind it: "freeze the interest". What customers are told to do is theirs. */
const otherVerb = (line: Line, at: number): boolean =>
  (baseVerbs.has(wordAt(line, at)) || /^(?:you|back|it|them)$/.test(wordAt(line, at + 1))) &&
  isOpen(wordAt(line, at)) &&
  !rarelyImperative.has(wordAt(line, at)) &&
  !imperatives.has(wordAt(line, at)) &&
  /^(?:you|it|them|him|her|the|a|an|your|my|our|this|that|these|those|any|all)$/.test(wordAt(line, at + 1))

/** No small word that may stand before a pronoun: "and with you", "and hopefully it". */
const isOpen = (word: string): boolean =>
  word.length > 2 &&
  !/ly$|ed$|ing$/.test(word) &&
  !prepositions.has(word) &&
  !coordinators.has(word) &&
  !subordinators.has(word) &&
  !questionWords.has(word) &&
  !adverbs.has(word) &&
  !hedges.has(word) &&
  !determiners.has(word) &&
  !pronouns.has(word) &&
  !auxiliaries.has(word) &&
  !/^(?:please|thanks|thank|sorry|not|then|than|like|what|even|only|make|believe|because|yes|before|been|being|having|until|hope)$/.test(
    word,
  )

/** Whether a verb without a subject begins here, in the form of the one before it. */
export function verbHere(line: Line, index: number, form: 'base' | 'ing' | 'passive'): number | null {
  const at = skipAdverbs(line, index)
  const word = wordAt(line, at)
  if (line.times[at] !== -1 || line.tokens[at]?.kind !== 'word' || wordAt(line, at - 1) === 'please')
    return null
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
  if (word === 'see' && /^(?:what|if|whether)$/.test(wordAt(line, at + 1)) && wordAt(line, at + 2) !== 'you')
    return at
  if (!acts.has(word) && word !== 'have' && word !== 'try' && !otherVerb(line, at)) return null
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
  return /^(?:you|it|them|him|her|his|their|me|us|the|a|an|your|my|our|this|that|these|those|back|up|round|off|out|in|with|everything|some|any|one|on|over|away|down|through|both|another|all|everyone|everybody|anyone|someone)$/.test(
    next,
  ) ||
    (line.times[at + 1] !== -1 && line.times[at + 1] !== undefined) ||
    (line.tokens[at + 1]?.capital === true && line.tokens[at]!.capital === false)
    ? at
    : null
}

const tags =
  /^(?:ok|okay|k|right|alright|all|yeah|yes|deal|sound|sounds|does|is|would|will|can|could|if|promise|thanks|thank|cheers|sorry|x|xx|please|no|don't|lol|haha|so|hope|hopefully|should|might|may|ought|just|apologies|honest|honestly)$/

/** "I'll ring you, every Friday, until it is settled": a time between commas is of the clause before it. */
const closedBehind = (line: Line, at: number): boolean => {
  const after = line.whens[line.times[at]!]!.to
  return wordAt(line, after) === ',' && /^(?:until|till|unless|so|because|as)$/.test(wordAt(line, after + 1))
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

/** Where the clause of a verb ends: the index after its last token. */
export function clauseEnd(line: Line, verb: number, form: 'base' | 'ing' | 'passive' | 'state'): number {
  const same = form === 'state' ? 'base' : form
  for (let at = verb + 1; at < line.tokens.length; at++) {
    if (line.times[at] !== -1) continue
    const word = wordAt(line, at)
    if (isHardBreak(line, at)) {
      // A bracket inside the clause may be passed over: "your parcel (the red one) to Porto".
      return at
    }
    if (word === ',') {
      let next = at + 1
      if (coordinators.has(wordAt(line, next))) next++
      if (
        wordAt(line, at + 1) === 'so' &&
        line.times[at + 2] !== undefined &&
        line.times[at + 2] !== -1 &&
        !startsClause(line, at + 2)
      )
        continue
      if (
        coordinators.has(wordAt(line, at + 1)) &&
        wordAt(line, at + 1) !== 'and' &&
        wordAt(line, at + 1) !== 'or'
      )
        return at
      const first = wordAt(line, next)
      if (line.times[next] !== -1 && line.times[next] !== undefined) {
        // A time after a comma is still ours unless a clause of its own follows it.
        if (startsClause(line, next) && !closedBehind(line, next)) return at
        continue
      }
      if (
        subordinators.has(first) ||
        questionWords.has(first) ||
        tags.test(first) ||
        // "I'm sending a link, check your inbox in five minutes"
        (same !== 'base' &&
          imperatives.has(first) &&
          /^(?:your|the|it|us|me)$/.test(wordAt(line, next + 1))) ||
        startsClause(line, next) ||
        verbHere(line, next, same) !== null ||
        (form === 'state' && thirdHere(line, next) >= 0) ||
        startsWith(line, next, ['as', 'soon'])
      )
        return at
      continue
    }
    if (
      word === 'and' ||
      word === '&' ||
      word === 'n' ||
      word === 'or' ||
      word === 'plus' ||
      word === 'then' ||
      word === 'but' ||
      word === 'so' ||
      word === 'yet'
    ) {
      if (
        word === 'so' &&
        (/^(?:far|much|long)$/.test(wordAt(line, at + 1)) || wordAt(line, at - 1) === 'do')
      )
        continue
      // "on my way home, so about six"
      if (
        word === 'so' &&
        line.times[at + 1] !== undefined &&
        line.times[at + 1] !== -1 &&
        !startsClause(line, at + 1)
      )
        continue
      if (word === 'but' || word === 'so' || word === 'yet') return at
      if (
        word === 'then' &&
        (at + 1 >= line.tokens.length || isHardBreak(line, at + 1) || wordAt(line, at + 1) === ',')
      )
        continue
      let next = at + 1
      if (wordAt(line, next) === 'then' || wordAt(line, next) === 'so') next++
      if (
        startsClause(line, next) ||
        /^(?:should|would|may|might|can|could|must|is|are|was|were|has|had|ought)$/.test(
          wordAt(line, next),
        ) ||
        verbHere(line, next, same) !== null ||
        (same === 'passive' && gapped(line, next) >= 0) ||
        (form === 'state' && thirdHere(line, next) >= 0) ||
        imperativeAfterAnd(line, next) ||
        (wordAt(line, next) === 'to' &&
          acts.has(wordAt(line, next + 1)) &&
          !alsoThings.has(wordAt(line, next + 1)))
      )
        return at
      continue
    }
    if (subordinators.has(word)) {
      if (word === 'as' && !/^(?:soon|long)$/.test(wordAt(line, at + 1))) continue
      if (
        word === 'once' &&
        (/^(?:more|again)$/.test(wordAt(line, at + 1)) || /^(?:at|this)$/.test(wordAt(line, at - 1)))
      )
        continue
      if (wordAt(line, at + 1) === '-' && line.tokens[at + 1]!.gap === false) continue
      if (word === 'except' || word === 'though') continue
      if (
        word === 'after' &&
        (/^look/.test(wordAt(line, at - 1)) ||
          /^(?:myself|ourselves|themselves|himself|herself|lunch|work|hours|dark|all|me|us|him|them)$/.test(
            wordAt(line, at + 1),
          ))
      )
        continue
      return at
    }
    if (
      startsWith(line, at, ['in', 'case']) ||
      (word === 'the' &&
        /^(?:moment|minute|second|instant)$/.test(wordAt(line, at + 1)) &&
        /^(?:i|we|you|he|she|it|they|the|your|that|this|our)$/.test(wordAt(line, at + 2))) ||
      startsWith(line, at, ['by', 'the', 'time']) ||
      word === 'upon' ||
      (word === 'on' && /^(?:receipt|receiving)$/.test(wordAt(line, at + 1))) ||
      startsWith(line, at, ['in', 'order', 'to'])
    )
      return at
    if (/^(?:which|who|whose|where)$/.test(word)) return at
    // A run-on: "I'll ask Ben he'll know".
    if (
      pronouns.has(word) &&
      !determiners.has(word) &&
      will.has(wordAt(line, at + 1)) &&
      at > verb + 1 &&
      word !== 'that'
    )
      return at
  }
  return line.tokens.length
}

const imperativeAfterAnd = (line: Line, index: number) =>
  /^(?:please|thank|thanks|sorry|apologies|hopefully|you)$/.test(wordAt(line, index)) &&
  (wordAt(line, index) !== 'you' ||
    beForms.has(wordAt(line, index + 1)) ||
    will.has(wordAt(line, index + 1)) ||
    /^(?:can|could|should|may)$/.test(wordAt(line, index + 1)))

/** Where the segment between hard breaks begins that this token is in. */
export function segmentStart(line: Line, index: number): number {
  let at = index
  while (at > 0 && !isHardBreak(line, at - 1)) at--
  return at
}
