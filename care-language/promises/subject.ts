import { isFirstName } from '../words/names.ts'
import {
  adverbs,
  bareThings,
  beForms,
  coordinators,
  determiners,
  generic,
  prepositions,
  pronouns,
  questionWords,
  roles,
  subordinators,
  systems,
  thirdParties,
  titles,
  will,
} from './englishWords.ts'
import { isHardBreak, type Line, wordAt } from './line.ts'
import { classify, isName, namesIn } from './nouns.ts'
import { type Subject, subject } from './subjectKinds.ts'

const people = new Set(['he', 'she', 'someone', 'somebody'])

/** The subject that ends just before token `end` (a modal or a verb); adverbs between are skipped. */
export function subjectBefore(line: Line, end: number): Subject {
  let last = end - 1
  while (
    last >= 0 &&
    (adverbs.has(wordAt(line, last)) || /^(?:will|probably)$/.test(wordAt(line, last))) &&
    line.times[last] === -1
  )
    last--
  // "the manager on duty tonight will have it ready"
  if (last > 0 && line.times[last] !== -1) {
    const before = line.whens[line.times[last]!]!.from - 1
    if (
      before > 0 &&
      line.tokens[before]!.kind === 'word' &&
      line.times[before] === -1 &&
      !coordinators.has(wordAt(line, before)) &&
      determiners.has(wordAt(line, phraseStart(line, before)))
    )
      last = before
  }
  if (last < 0 || line.times[last] !== -1 || isHardBreak(line, last)) return subject('none', end, '')
  const word = wordAt(line, last)
  if (word === ',') return apposition(line, last) ?? subject('none', end, '')
  if (coordinators.has(word) || subordinators.has(word) || questionWords.has(word))
    return subject('none', end, word)
  const relative = relativeHead(line, last)
  if (relative === 'whoever') return subject('person', segmentOpening(line, last), 'someone')
  const head = relative >= 0 ? relative : beforeRelative(line, last)
  if (head >= 0)
    return wordAt(line, head) === 'everything'
      ? subject('thing', head, 'everything')
      : nounSubject(line, head, end)
  // "Breakfast boxes for the four of you will …": the pronoun is inside the phrase.
  if (
    /^(?:you|it|them|this|that)$/.test(word) &&
    last > 1 &&
    /^(?:of|for|with|from)$/.test(wordAt(line, last - 1))
  ) {
    let inner = last - 2
    while (inner > 0 && /^(?:the|both|all|two|three|four|five|six|rest|of|for)$/.test(wordAt(line, inner)))
      inner--
    if (
      line.times[inner] === -1 &&
      !isHardBreak(line, inner) &&
      line.tokens[inner]!.kind === 'word' &&
      !pronouns.has(wordAt(line, inner))
    )
      return nounSubject(line, inner, end)
  }
  if (
    pronouns.has(word) &&
    !(
      word === 'one' &&
      last > 0 &&
      wordAt(line, last - 1) !== 'and' &&
      determinersOrAdjective(line, last - 1)
    )
  )
    return pronounSubject(line, last, word)
  // "Either I or Colm will"
  if (/^(?:or|and)$/.test(wordAt(line, last - 1)) && /^(?:i|we|myself|me)$/.test(wordAt(line, last - 2)))
    return subject('firm', wordAt(line, last - 3) === 'either' ? last - 3 : last - 2, 'we')
  return nounSubject(line, last, end)
}

/** "The person who handles these will …", "whoever is on shift will …": the noun before "who"; -1 where none is. */
function relativeHead(line: Line, last: number): number | 'whoever' {
  for (let at = last - 1; at >= 0 && last - at < 8; at--) {
    const word = wordAt(line, at)
    if (isHardBreak(line, at) || word === ',' || coordinators.has(word) || will.has(word)) return -1
    if (word === 'whoever') return 'whoever'
    if (!/^(?:who|that|which)$/.test(word) || line.times[at] !== -1) continue
    const verb = wordAt(line, at + 1)
    if (
      at < 2 ||
      !/[^s]s$|^(?:is|are|was|were|has|have|had|can|look|handle|deal|made|took|sold|fitted|saw)$/.test(verb)
    )
      return -1
    const start = phraseStart(line, at - 1)
    return start < at &&
      determiners.has(wordAt(line, start)) &&
      !/^(?:fact|way|day|time|news|chance)$/.test(wordAt(line, at - 1))
      ? at - 1
      : -1
  }
  return -1
}

const segmentOpening = (line: Line, last: number): number => {
  let at = last
  while (at > 0 && wordAt(line, at) !== 'whoever') at--
  return at
}

/** "The permit you asked for will …": the last word of what stands before "you asked for"; -1 where nothing does. */
function beforeRelative(line: Line, last: number): number {
  const particle = /^(?:for|about|in|us|me|to|back|on|with|out|up)$/.test(wordAt(line, last))
    ? last - 1
    : last
  const word = wordAt(line, particle)
  if (
    line.times[particle] !== -1 ||
    !/ed$|^(?:sent|(?:over|under|pre)?paid|lent|bought|wrote|brought|left|gave|saw|chose|made|lost|want|need|rang|told)$/.test(
      word,
    )
  )
    return -1
  const who = particle - 1
  if (!/^(?:you|we|i|they|he|she)$/.test(wordAt(line, who)) || who < 1) return -1
  const head = wordAt(line, who - 1) === 'that' || wordAt(line, who - 1) === 'which' ? who - 2 : who - 1
  // "The £35 you paid will …"
  if (line.tokens[head]?.kind === 'number' && line.times[head] === -1) {
    let sum = head
    while (sum > 0 && /^[£$€.,]$|^\d+$/.test(wordAt(line, sum))) sum--
    return determiners.has(wordAt(line, sum)) ? head : -1
  }
  if (wordAt(line, head) === 'everything') return head
  return line.tokens[head]?.kind === 'word' &&
    line.times[head] === -1 &&
    !pronouns.has(wordAt(line, head)) &&
    !coordinators.has(wordAt(line, head)) &&
    !subordinators.has(wordAt(line, head)) &&
    determiners.has(wordAt(line, phraseStart(line, head)))
    ? head
    : -1
}

const determinersOrAdjective = (line: Line, index: number) =>
  /^(?:the|new|a|this|that|your|another|other|first|second|next|my|our|right|correct|blue|red|same)$/.test(
    wordAt(line, index),
  )

function pronounSubject(line: Line, at: number, word: string): Subject {
  // "Rosa and I will", "Ben and we"
  // "Rosa and I will", but not "check with Rosa and I will".
  const before = at - 3
  const joint =
    wordAt(line, at - 1) === 'and' &&
    line.times[at - 2] === -1 &&
    line.tokens[at - 2]?.capital === true &&
    isName(line, at - 2) &&
    (before < 0 ||
      isHardBreak(line, before) ||
      wordAt(line, before) === ',' ||
      adverbs.has(wordAt(line, before)))
  switch (word) {
    case 'i':
      return joint ? subject('firm', at - 2, 'we') : subject('writer', at, 'i', 'writer')
    case 'we':
      return subject('firm', at, 'we')
    case 'you':
    case 'u':
      return subject('you', at, 'you')
    case 'one':
      if (wordAt(line, at - 1) === 'no' || (wordAt(line, at - 1) === '-' && wordAt(line, at - 2) === 'no'))
        return subject('nobody', at - 1, word)
      return subject('thing', at, word)
    case 'nobody':
    case 'nothing':
      return subject('nobody', at, word)
    case 'there':
      return subject('place', at, word)
    case 'everyone':
      return subject('generic', at, word)
    default:
      return subject(
        people.has(word) ? 'person' : 'thing',
        at,
        word,
        'firm',
        word === 'they' || word === 'these' || word === 'those',
      )
  }
}

/** "Our fitters, Len and Craig, will": the names in commas are who. */
function apposition(line: Line, comma: number): Subject | null {
  let open = comma - 1
  while (open > 0 && comma - open < 8 && wordAt(line, open) !== ',') {
    if (isHardBreak(line, open) || line.times[open] !== -1) return null
    open--
  }
  if (open <= 0 || comma - open >= 8) return null
  // "They, not we, will send it"
  if (wordAt(line, open + 1) === 'not') return subject('nobody', open + 1, '')
  // A clause between commas is none: "if I may, I will".
  if (subordinators.has(wordAt(line, open + 1)) || pronouns.has(wordAt(line, open + 1))) return null
  const head = nounSubject(line, open - 1, open)
  if (head.kind === 'none') return null
  const name = namesIn(line, open + 1, comma)
  return name && (head.kind === 'person' || head.kind === 'thing')
    ? { ...head, kind: 'person', who: `colleague:${name}` }
    : head
}

function nounSubject(line: Line, last: number, end: number): Subject {
  let start = phraseStart(line, last)
  if (start > last) return subject('none', end, '')
  // "During the visit Len will show you": the name alone.
  if (
    start > 0 &&
    start < last - 1 &&
    line.tokens[last]!.capital &&
    !line.tokens[last - 1]!.capital &&
    determiners.has(wordAt(line, start)) &&
    (prepositions.has(wordAt(line, start - 1)) || wordAt(line, start - 1) === 'during') &&
    isFirstName(wordAt(line, last)) &&
    !roles.has(wordAt(line, last - 1))
  )
    start = last
  if (/^(?:nothing|nobody|none)$/.test(wordAt(line, start - 1))) return subject('nobody', start - 1, '')
  // "A leaflet explaining the changes will …": what it is about is inside the phrase.
  if (
    /^(?:explaining|describing|listing|outlining|detailing|showing|containing|covering|setting|confirming|including|regarding|concerning|giving|asking|telling|about)$/.test(
      wordAt(line, start - 1),
    ) &&
    start > 1 &&
    line.times[start - 2] === -1 &&
    line.tokens[start - 2]!.kind === 'word' &&
    determiners.has(wordAt(line, phraseStart(line, start - 2)))
  )
    return nounSubject(line, start - 2, end)
  // "our chef, who I know will be thrilled": a verb of belief heads no phrase.
  if (
    /^(?:know|think|hope|believe|reckon|suppose|say|says|guess|imagine|expect|suspect|trust|understand|hear)$/.test(
      wordAt(line, last),
    )
  )
    return subject('nobody', start, '')
  // "Nothing with her name will come": the phrase hangs on a nothing.
  if (prepositions.has(wordAt(line, start - 1)) && start > 1) {
    const head = phraseStart(line, start - 2)
    const first = wordAt(line, Math.min(head, start - 2))
    if (
      /^(?:no|none|nothing|nobody|neither|nowhere|never)$/.test(first) ||
      /^(?:nothing|nobody|none)$/.test(wordAt(line, start - 2))
    )
      return subject('nobody', start, '')
  }
  // The rest of a phrase that a time cuts ("any attempt during the 24-hour period will …") is no subject.
  if (
    start > 0 &&
    line.times[start - 1] !== -1 &&
    !determiners.has(wordAt(line, start)) &&
    !line.tokens[start]!.capital &&
    !bareThings.has(wordAt(line, start)) &&
    !roles.has(wordAt(line, start))
  )
    return subject('nobody', start, '')
  return classify(line, start, last)
}

/** Leftwards over a noun phrase: nouns and adjectives to their determiner, then "of", "from" and the phrase before. */
function phraseStart(line: Line, last: number): number {
  let start = last + 1
  let index = last
  for (let steps = 0; index >= 0 && steps < 14; steps++) {
    const token = line.tokens[index]!
    if (line.times[index] !== -1 || isHardBreak(line, index) || token.text === ',') break
    const word = token.text
    if (token.kind === 'mark' && !/^[-'’.&/#£€$]$/.test(word)) break
    if (word === 'and' || word === '&') {
      if (!joinsNames(line, index)) break
    } else if (
      coordinators.has(word) ||
      questionWords.has(word) ||
      will.has(word) ||
      (beForms.has(word) && word !== "'s")
    )
      break
    else if (subordinators.has(word)) break
    // "Please note that payments will …": no "that" of a plural.
    else if (word === 'that' && start <= last && /[^s]s$/.test(wordAt(line, index + 1))) break
    else if (
      word === "n't" ||
      word === "'ve" ||
      word === "'d" ||
      word === 'have' ||
      word === 'has' ||
      word === 'had' ||
      word === 'not'
    )
      break
    else if (
      word === 'that' &&
      start <= last &&
      !determiners.has(wordAt(line, index + 1)) &&
      index + 1 <= last &&
      line.tokens[index + 1]!.capital
    )
      break
    if (/^(?:someone|somebody)$/.test(word)) return index
    if (pronouns.has(word) && !determiners.has(word) && word !== 'one') break
    start = index
    if (determiners.has(word) && !(word === 'one' && wordAt(line, index + 1) !== 'of')) {
      if (/^(?:the|all|both|of|each)$/.test(wordAt(line, index - 1)) && wordAt(line, index - 1) !== 'of') {
        index--
        continue
      }
      const before = wordAt(line, index - 1)
      if (
        prepositions.has(before) &&
        before !== 'to' &&
        before !== 'by' &&
        index >= 2 &&
        !adverbs.has(wordAt(line, index - 2)) &&
        isNounish(line, index - 2)
      ) {
        index -= 2
        continue
      }
      break
    }
    if (word === 'that') break
    index--
  }
  // A verb before a bare name ("confirm Ana will"): only the capitalised tail is the name.
  if (start <= last && !determiners.has(wordAt(line, start))) start = nameStart(line, start, last)
  return start
}

const joinsNames = (line: Line, index: number) =>
  line.tokens[index + 1]?.kind === 'word' &&
  (line.tokens[index - 1]?.capital === true
    ? line.tokens[index + 1]!.capital
    : determiners.has(wordAt(line, index + 1)) &&
      isNounish(line, index - 1) &&
      hasDeterminer(line, index - 1))

const hasDeterminer = (line: Line, index: number) =>
  determiners.has(wordAt(line, index - 1)) || determiners.has(wordAt(line, index - 2))

function isNounish(line: Line, index: number): boolean {
  const token = line.tokens[index]
  return (
    (token?.kind === 'word' && line.times[index] === -1 && !pronouns.has(token.text) === true) ||
    /^(?:someone|somebody|one|both|all|each)$/.test(token?.text ?? '')
  )
}

function nameStart(line: Line, start: number, last: number): number {
  for (let index = start; index <= last; index++) {
    const word = wordAt(line, index)
    if (/^(?:someone|somebody|one|both|everything|everyone|all|each)$/.test(word) || titles.has(word))
      return index
    if (line.tokens[index]!.capital && (index > 0 || isName(line, index))) return index
    if (
      index === start &&
      (bareThings.has(word) || generic.has(word) || roles.has(word) || thirdParties.has(word))
    )
      return index
  }
  const word = wordAt(line, last)
  // Lower-case names in a hasty chat are left; a bare thing may stand alone: "replacement will be shipped".
  if (
    bareThings.has(word) ||
    generic.has(word) ||
    roles.has(word) ||
    thirdParties.has(word) ||
    systems.has(word)
  ) {
    return last > start &&
      line.tokens[last - 1]!.kind === 'word' &&
      /^(?:new|full|missing|second|first|replacement|spare|tracking|delivery|return)$/.test(
        wordAt(line, last - 1),
      )
      ? last - 1
      : last
  }
  return start
}
