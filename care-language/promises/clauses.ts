import {
  acts,
  beForms,
  coordinators,
  determiners,
  imperatives,
  prepositions,
  pronouns,
  questionWords,
  roles,
  subordinators,
  will,
} from './englishWords.ts'
import { isHardBreak, type Line, startsWith, wordAt } from './line.ts'
import { alsoThings, auxiliaries, gapped, skipAdverbs, thirdHere, verbHere } from './sharedVerbs.ts'

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
    // "…, look for a call from them tomorrow"
    (/^(?:look|watch)$/.test(word) &&
      /^(?:for|out)$/.test(wordAt(line, at + 1)) &&
      wordAt(line, index - 1) === ',') ||
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
  // "and new one ships tomorrow", ", wall comes down Tuesday", "and the new curtains go up on Wednesday"
  for (let ahead = at + 1; ahead < at + 5; ahead++) {
    if (
      line.tokens[ahead]?.kind !== 'word' ||
      line.times[ahead] !== -1 ||
      coordinators.has(wordAt(line, ahead)) ||
      prepositions.has(wordAt(line, ahead))
    )
      break
    const moves =
      /^(?:ships|goes|leaves|comes|arrives|lands|starts)$/.test(wordAt(line, ahead)) ||
      (/^(?:ship|go|leave|come|arrive)$/.test(wordAt(line, ahead)) &&
        /[^s]s$/.test(wordAt(line, ahead - 1)) &&
        determiners.has(word))
    const next = /^(?:in|out|down|up|over|back)$/.test(wordAt(line, ahead + 1)) ? ahead + 2 : ahead + 1
    if (moves && line.times[next] !== undefined && line.times[next] !== -1) return true
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
      // "and the skip's coming on Wednesday"
      if (
        next === "'s" &&
        /^(?:coming|going|being|due|ready|calling|sending|bringing|arriving|leaving)$/.test(
          wordAt(line, ahead + 1),
        )
      )
        return true
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

const tags =
  /^(?:ok|okay|k|right|alright|all|yeah|yes|deal|sound|sounds|does|is|would|will|can|could|if|promise|thanks|thank|cheers|sorry|x|xx|please|no|don't|lol|haha|so|hope|hopefully|should|might|may|ought|just|apologies|honest|honestly)$/

/** "I'll ring you, every Friday, until it is settled": a time between commas is of the clause before it. */
const closedBehind = (line: Line, at: number): boolean => {
  const after = line.whens[line.times[at]!]!.to
  return wordAt(line, after) === ',' && /^(?:until|till|unless|so|because|as)$/.test(wordAt(line, after + 1))
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
          /^(?:myself|ourselves|themselves|himself|herself|lunch|work|hours|dark|all|me|us|him|them|surgery|school|breakfast|dinner|tea|supper|class|closing)$/.test(
            wordAt(line, at + 1),
          ))
      )
        continue
      return at
    }
    if (
      startsWith(line, at, ['in', 'case']) ||
      (word === 'the' &&
        /^(?:moment|minute|second|instant|day)$/.test(wordAt(line, at + 1)) &&
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
