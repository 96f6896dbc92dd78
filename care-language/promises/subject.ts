import {
  adverbs,
  bareThings,
  beForms,
  coordinators,
  determiners,
  generic,
  places,
  prepositions,
  pronouns,
  questionWords,
  roles,
  subordinators,
  systems,
  thirdParties,
  thirdPhrases,
  titles,
  will,
} from './englishWords.ts'
import { isHardBreak, type Line, wordAt } from './line.ts'

export type Who = 'writer' | 'firm' | `colleague:${string}`
export type SubjectKind =
  | 'writer'
  | 'firm'
  | 'you'
  | 'person'
  | 'thing'
  | 'third'
  | 'system'
  | 'place'
  | 'generic'
  | 'nobody'
  /** None stands there: a chat form, or a verb that shares the subject before it. */
  | 'none'

export interface Subject {
  kind: SubjectKind
  who: Who
  /** Index of its first token. */
  from: number
  /** Its last noun, lower case. */
  head: string
  plural: boolean
}

const subject = (
  kind: SubjectKind,
  from: number,
  head: string,
  who: Who = 'firm',
  plural = false,
): Subject => ({ kind, who, from, head, plural })

const people = new Set(['he', 'she', 'someone', 'somebody'])
const contractions = new Set(['i', 'we', 'you', 'he', 'she', 'they', 'it', 'that', 'this', 'there'])

/** The subject that ends just before token `end` (a modal or a verb); adverbs between are skipped. */
export function subjectBefore(line: Line, end: number): Subject {
  let last = end - 1
  while (
    last >= 0 &&
    (adverbs.has(wordAt(line, last)) || /^(?:will|probably)$/.test(wordAt(line, last))) &&
    line.times[last] === -1
  )
    last--
  if (last < 0 || line.times[last] !== -1 || isHardBreak(line, last)) return subject('none', end, '')
  const word = wordAt(line, last)
  if (word === ',') return apposition(line, last) ?? subject('none', end, '')
  if (coordinators.has(word) || subordinators.has(word) || questionWords.has(word))
    return subject('none', end, word)
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
  return nounSubject(line, last, end)
}

const determinersOrAdjective = (line: Line, index: number) =>
  /^(?:the|new|a|this|that|your|another|other|first|second|next|my|our|right|correct|blue|red|same)$/.test(
    wordAt(line, index),
  )

function pronounSubject(line: Line, at: number, word: string): Subject {
  // "Rosa and I will", "Ben and we"
  const joint =
    wordAt(line, at - 1) === 'and' &&
    line.tokens[at - 2]?.kind === 'word' &&
    !subordinators.has(wordAt(line, at - 2)) &&
    (line.tokens[at - 2]!.capital || roles.has(wordAt(line, at - 2)))
  switch (word) {
    case 'i':
      return joint ? subject('firm', at - 2, 'we') : subject('writer', at, 'i', 'writer')
    case 'we':
      return subject('firm', at, 'we')
    case 'you':
    case 'u':
      return subject('you', at, 'you')
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
  // A clause between commas is none: "if I may, I will".
  if (subordinators.has(wordAt(line, open + 1)) || pronouns.has(wordAt(line, open + 1))) return null
  const head = nounSubject(line, open - 1, open)
  if (head.kind === 'none' || head.kind === 'generic') return null
  const name = namesIn(line, open + 1, comma)
  return name && (head.kind === 'person' || head.kind === 'thing')
    ? { ...head, kind: 'person', who: `colleague:${name}` }
    : head
}

/** Capitalised words in a stretch, as written: "Len and Craig". */
function namesIn(line: Line, from: number, to: number): string | null {
  let first = -1
  let last = -1
  for (let index = from; index < to; index++)
    if (line.tokens[index]!.capital && line.tokens[index]!.kind === 'word') {
      if (first < 0) first = index
      last = index
    }
  return first < 0 ? null : spelled(line, first, last + 1)
}

/** The words from one token to another with single spaces; a title's dot is dropped. */
function spelled(line: Line, from: number, to: number): string {
  let text = ''
  for (let index = from; index < to; index++) {
    const token = line.tokens[index]!
    if (token.text === '.') continue
    const raw = rawOf(line, index)
    text += text && token.gap ? ` ${raw}` : raw
  }
  return text
}

const rawOf = (line: Line, index: number) =>
  line.source.slice(line.tokens[index]!.start, line.tokens[index]!.end)

function nounSubject(line: Line, last: number, end: number): Subject {
  const start = phraseStart(line, last)
  if (start > last) return subject('none', end, '')
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

/** A capital that is a name and not the beginning of the sentence: words the tables know are none. */
function isName(line: Line, index: number): boolean {
  const word = wordAt(line, index)
  return !(
    generic.has(word) ||
    bareThings.has(word) ||
    roles.has(word) ||
    determiners.has(word) ||
    pronouns.has(word) ||
    coordinators.has(word) ||
    subordinators.has(word) ||
    adverbs.has(word) ||
    prepositions.has(word) ||
    places.has(word) ||
    systems.has(word) ||
    thirdParties.has(word)
  )
}

function classify(line: Line, from: number, to: number): Subject {
  const first = wordAt(line, from)
  // The head: the last noun before "of", "from", "in" …
  let head = from
  for (let index = from; index <= to; index++) {
    if (index > from && prepositions.has(wordAt(line, index))) break
    if (line.tokens[index]!.kind === 'word' && wordAt(line, index) !== "'s") head = index
  }
  const noun = wordAt(line, head)
  const plural = noun.length > 3 && noun.endsWith('s') && !noun.endsWith('ss')
  const words: string[] = []
  for (let index = from; index <= to; index++) words.push(wordAt(line, index))
  const phrase = words.join(' ')
  if (first === 'no' || first === 'neither' || first === 'none' || phrase.startsWith('no one'))
    return subject('nobody', from, noun)
  if (thirdPhrases.some((one) => phrase.includes(one))) return subject('third', from, noun)
  const ours = /^(?:our|my)$/.test(first)
  const inHead = words.slice(0, head - from + 1)
  if (!ours && inHead.some((word) => thirdParties.has(word)) && !(first === 'the' && noun === 'mechanic'))
    return subject('third', from, noun)
  const titled = nameWithTitle(line, from, to)
  if (titled) return subject('person', from, noun, `colleague:${titled}`)
  const isRole =
    roles.has(noun) ||
    /^(?:someone|somebody)$/.test(first) ||
    /^(?:one|both|two|all) of (?:us|our|my|the)/.test(phrase)
  if (
    isRole &&
    !(
      first === 'your' &&
      !/^(?:account|delivery|personal|case|sales|support|project)$/.test(words[1] ?? '') &&
      !roles.has(noun)
    )
  ) {
    const name = namesIn(
      line,
      from === 0 || !isName(line, from) ? from + 1 : from,
      head + 1 + (to > head && line.tokens[head + 1]?.capital ? to - head : 0),
    )
    return subject(
      'person',
      from,
      noun,
      name && !/^(?:IT|HR|QA|UK|EU|US)$/.test(name) && !placeNames(line, from, head)
        ? `colleague:${name}`
        : 'firm',
      plural,
    )
  }
  const name = properName(line, from, to)
  if (name) {
    const short = /^[A-Z0-9&.]{2,6}$/.test(name)
    if (short) return subject(/^(?:IT|HR|QA)$/.test(name) ? 'person' : 'third', from, noun)
    return subject('person', from, noun, `colleague:${name}`)
  }
  if (
    first === 'all' &&
    words[1] !== 'your' &&
    words[1] !== 'the' &&
    words[1] !== 'of' &&
    !/^(?:two|three|four|five|six)$/.test(words[1] ?? '')
  )
    return subject('generic', from, noun, 'firm', true)
  if (/^(?:every|each|any)$/.test(first)) return subject('generic', from, noun)
  if (!determiners.has(first) && generic.has(noun)) return subject('generic', from, noun, 'firm', plural)
  if (places.has(noun) && !/^(?:your|a|my)$/.test(first)) return subject('place', from, noun)
  if (systems.has(noun)) return subject('system', from, noun)
  return subject('thing', from, noun, 'firm', plural)
}

/** "Our Porto shop", "the Clifton team": the capital names a place of ours, not a person. */
const placeNames = (line: Line, from: number, head: number) =>
  !/^(?:my|our)$/.test(wordAt(line, from))
    ? wordAt(line, from) === 'the'
    : !/^(?:manager|colleague|boss|partner|supervisor|assistant|engineer|driver|director|technician|baker|plumber|fitter)$/.test(
        wordAt(line, from + 1),
      ) &&
      line.tokens[head]!.capital === false &&
      line.tokens[from + 1]!.capital

function nameWithTitle(line: Line, from: number, to: number): string | null {
  for (let index = from; index < to; index++)
    if (titles.has(wordAt(line, index)) && line.tokens[index]!.capital) {
      let end = index + 1
      if (wordAt(line, end) === '.') end++
      if (!line.tokens[end]?.capital) return null
      while (
        end <= to &&
        (line.tokens[end]!.capital ||
          wordAt(line, end) === '-' ||
          wordAt(line, end) === 'and' ||
          titles.has(wordAt(line, end)))
      )
        end++
      return spelled(line, index, end)
    }
  return null
}

/** "Ana", "Rosa Amaral", "Ben and Tomás", "Ana in the bakery", "my colleague Rosa". */
function properName(line: Line, from: number, to: number): string | null {
  let start = from
  const lead = wordAt(line, from)
  if (determiners.has(lead)) {
    // "Our Rosa", "my Ana": a name after a possessive; "the Amaral order" is a thing.
    if (!/^(?:my|our)$/.test(lead) || from + 1 !== to || !line.tokens[to]!.capital) return null
    start++
  }
  if (!line.tokens[start]?.capital || !isName(line, start)) return null
  let end = start
  while (
    end <= to &&
    (line.tokens[end]!.capital ||
      /^(?:-|'s|\.)$/.test(wordAt(line, end)) ||
      (/^(?:and|&|de|da|van|von)$/.test(wordAt(line, end)) && line.tokens[end + 1]?.capital))
  )
    end++
  if (end <= to && !prepositions.has(wordAt(line, end)) && wordAt(line, end) !== '(') return null
  // "Delivery", "Shipping" at the head of a sentence are no names: a lone first word must be followed by its modal at once.
  while (end > start && /^(?:'s|\.|-)$/.test(wordAt(line, end - 1))) end--
  return spelled(line, start, end)
}

/** Whom "he", "she" or "they" means: the person or firm named last before. */
export function antecedent(
  lines: readonly Line[],
  lineIndex: number,
  before: number,
  plural: boolean,
): { kind: SubjectKind; who: Who } {
  for (let back = 0; back < 3 && lineIndex - back >= 0; back++) {
    const line = lines[lineIndex - back]!
    for (let index = (back ? line.tokens.length : before) - 1; index >= 0; index--) {
      const word = wordAt(line, index)
      const token = line.tokens[index]!
      if (token.kind !== 'word' || line.times[index] !== -1) continue
      if (thirdParties.has(word) || thirdPhrases.some((one) => one === `${wordAt(line, index - 1)} ${word}`))
        return { kind: 'third', who: 'firm' }
      if (systems.has(word) && plural) continue
      if (
        roles.has(word) &&
        word !== 'man' &&
        word !== 'sales' &&
        word !== 'returns' &&
        word !== 'it' &&
        word !== 'support'
      ) {
        const person = nameNear(line, index)
        return { kind: 'person', who: person ? `colleague:${person}` : 'firm' }
      }
      if (!plural && token.capital && index > 0 && isPersonName(line, index)) {
        let start = index
        while (start > 1 && line.tokens[start - 1]!.capital && isPersonName(line, start - 1)) start--
        if (titles.has(wordAt(line, start - 1))) start--
        else if (wordAt(line, start - 1) === '.' && titles.has(wordAt(line, start - 2))) start -= 2
        return { kind: 'person', who: `colleague:${spelled(line, start, index + 1)}` }
      }
    }
  }
  return { kind: plural ? 'thing' : 'person', who: 'firm' }
}

const nameNear = (line: Line, index: number): string | null => {
  const next = line.tokens[index + 1]
  return next?.capital &&
    isName(line, index + 1) &&
    line.times[index + 1] === -1 &&
    !contractions.has(next.text)
    ? spelled(line, index + 1, index + 2)
    : null
}

/** A capital inside a sentence that follows no greeting and no place word. */
function isPersonName(line: Line, index: number): boolean {
  if (!isName(line, index) || !line.tokens[index]!.capital) return false
  const before = wordAt(line, index - 1)
  if (
    /^(?:hi|hello|dear|hey|morning|afternoon|in|at|from|near|the|regards|thanks|cheers|,|of|day|on)$/.test(
      before,
    )
  )
    return false
  return !/^[A-Z]{2,}$/.test(rawOf(line, index)) && wordAt(line, index).length > 1
}
