import { isFirstName, plain } from '../words/names.ts'
import {
  adverbs,
  bareThings,
  coordinators,
  determiners,
  family,
  generic,
  isGift,
  notNames,
  notPeople,
  places,
  prepositions,
  pronouns,
  roles,
  subordinators,
  systems,
  teams,
  thirdParties,
  thirdPhrases,
  titles,
} from './englishWords.ts'
import { isHardBreak, type Line, rawAt, wordAt } from './line.ts'
import { type Subject, type SubjectKind, subject, type Who } from './subjectKinds.ts'

/** The words from one token to another as written, with single spaces; a title's dot is dropped. */
function spelled(line: Line, from: number, to: number): string {
  let text = ''
  for (let index = from; index < to; index++) {
    const token = line.tokens[index]!
    if (token.text !== '.' || wordAt(line, index - 1).length === 1)
      text += text && token.gap ? ` ${rawAt(line, index)}` : rawAt(line, index)
  }
  return text
}

/** Capitalised words in a stretch, as written: "Len and Craig". */
export function namesIn(line: Line, from: number, to: number): string | null {
  let first = -1
  let last = -1
  for (let index = from; index < Math.min(to, line.tokens.length); index++)
    if (line.tokens[index]!.capital && line.tokens[index]!.kind === 'word' && isName(line, index)) {
      if (first < 0) first = index
      last = index
    }
  return first < 0 ? null : spelled(line, first, last + 1)
}

const known = [
  generic,
  bareThings,
  roles,
  determiners,
  pronouns,
  coordinators,
  subordinators,
  adverbs,
  prepositions,
  places,
  systems,
  thirdParties,
  notNames,
]

/** A capital that is a name and not only the beginning of a sentence: words the tables know are none. */
export function isName(line: Line, index: number): boolean {
  const word = wordAt(line, index)
  // "Installation will be …", "Payment will be …": things, not people.
  if (/\w{3}(?:tion|ment|sion|ness|ery)s?$/.test(word)) return false
  // "Fitting will take place": a capital that only begins the sentence.
  if (/\w{3}ing$/.test(word) && (index === 0 || isHardBreak(line, index - 1))) return false
  return !known.some((words) => words.has(word))
}

/** Even "our client" and "our bank" act for themselves. */
const neverOurs =
  /^(?:clients?|landlords?|landlady|banks?|insurers?|insurance|manufacturers?|suppliers?|buyers?|tenants?|solicitors?)$/

const alsoKinds =
  /^(?:bank|insurance|council|airport|hospital|school|garage|network|post|court|client|university|customs|utility)$/

const cares =
  /^(?:teacher|tutor|keyworker|key-worker|nurse|carer|midwife|physio|physiotherapist|consultant|therapist|instructor|coach|trainer|groomer|chaplain)$/

/** What kind of subject the noun phrase from one token to another (inclusive) is, and who of ours it means. */
export function classify(line: Line, from: number, to: number): Subject {
  const head = headOf(line, from, to)
  const noun = wordAt(line, head)
  const plural =
    /^(?:men|women|people)$/.test(noun) || (noun.length > 3 && noun.endsWith('s') && !noun.endsWith('ss'))
  const of = (kind: SubjectKind, who: Who = 'firm') => subject(kind, from, noun, who, plural)
  const words: string[] = []
  for (let index = from; index <= to; index++) words.push(wordAt(line, index))
  const phrase = words.join(' ')
  const [first, second = ''] = words as [string, string?]
  if (/^(?:no|neither|none)$/.test(first) || phrase.startsWith('no one')) return of('nobody')
  // "Most homes will be back on": said of all; "their man" is not ours.
  if (/^(?:most|many|few|several|other)$/.test(first) && second !== 'of' && plural) return of('generic')
  // "Dr Ellis reads these; his office will ring you": ours, as he is.
  // "His new teacher", "her keyworker": who looks after the customer's own.
  if (/^(?:his|her|their)$/.test(first) && cares.test(noun)) return of('person')
  if (/^(?:their|his)$/.test(first) && roles.has(noun))
    return of(
      first === 'his' && line.tokens.slice(0, from).some(({ text }) => titles.has(text)) ? 'person' : 'third',
    )
  if (/^(?:every|each|any)$/.test(first) && second !== 'of' && second !== 'one') return of('generic')
  const ours = /^(?:our|my)$/.test(first)
  const titled = nameWithTitle(line, from, to)
  // "Mr Bell's secretary": not he.
  if (titled && words.includes("'s") && roles.has(noun)) return of('person')
  if (titled) return of('person', `colleague:${titled}`)
  if (first === 'your' && /^(?:doctor|dentist|vet|engineer|accountant|agent)s?$/.test(noun))
    return of('third')
  if (thirdPhrases.some((one) => phrase.includes(one))) return of('third')
  const inHead = words.slice(0, head - from + 1)
  const theirs = inHead.findLastIndex((word) => thirdParties.has(word) && (!ours || neverOurs.test(word)))
  // "The bank charge", "your council tax account": theirs by name only.
  const ofKind =
    theirs >= 0 &&
    theirs < inHead.length - 1 &&
    alsoKinds.test(inHead[theirs]!) &&
    inHead[theirs + 1] !== "'s" &&
    !roles.has(noun)
  // "Your post will go to the new address": their letters, not those who bring them.
  if (theirs >= 0 && !ofKind && !(first === 'your' && /^(?:post|network)$/.test(noun))) return of('third')
  const group =
    /^(?:someone|somebody)$/.test(first) ||
    /^(?:one|both|two|all|some|any|another) of (?:us|our|my|the (?!two|three|four|five|six))/.test(phrase)
  const role = inHead.findLastIndex((word) => roles.has(word))
  const named = role >= 0 ? namesIn(line, from + role + 1, to + 1) : null
  // "The man from the council"
  for (let at = 1; at + 1 < words.length; at++)
    if (
      words[at] === 'from' &&
      words.slice(at + 1).some((word) => thirdParties.has(word)) &&
      !words.includes('our')
    )
      return of('third')
  // "My manager Rosa Amaral", "Ben, our driver": a name beside a role; "our Porto shop" is a place of ours.
  if (role >= 0 && (named || head === from + role || group)) {
    const person =
      !teams.has(words[role]!) && named && !prepositions.has(words[role + 1] ?? '')
        ? named
        : leadingName(line, from, from + role)
    return of('person', person ? `colleague:${person}` : 'firm')
  }
  if (group) return of('person')
  // "our tiler", "one of our valuers": the ending names who does it.
  if (
    ours &&
    /^[a-z]{2,}(?:ers?|ors?|ists?|ians?|men|man|woman|women)$/.test(noun) &&
    !notPeople.has(noun) &&
    !systems.has(noun) &&
    !places.has(noun)
  )
    return of('person')
  if (
    isBarePlural(line, from, head) &&
    from === to &&
    (from === 0 || line.tokens[from]!.line || isHardBreak(line, from - 1)) &&
    !isKnownName(line, noun)
  )
    return of('generic')
  // "Water will be shut off": a capital that only begins the sentence, and what is done is done to a thing.
  if (
    from === to &&
    (from === 0 || line.tokens[from]!.line || isHardBreak(line, from - 1)) &&
    !isKnownName(line, noun) &&
    !bareThings.has(noun) &&
    wordAt(line, to + 2) === 'be' &&
    /ed$|^(?:shut|sent|made|cut|done|held|put|taken|given)$/.test(wordAt(line, to + 3))
  )
    return of('generic')
  const name = properName(line, from, to)
  // "CalMac will rebook you": a capital inside the word is a company's.
  if (name && /^\p{Lu}\p{Ll}+\p{Lu}\p{Ll}+$/u.test(name) && !/^(?:Mc|Mac|De|Di|La|Le|Van)\p{Lu}/u.test(name))
    return of('third')
  if (name) {
    if (/^[A-Z0-9&.]{2,6}$/.test(name)) return of(/^(?:IT|HR|QA|QC|CS|R&D)$/.test(name) ? 'person' : 'third')
    return of('person', `colleague:${name}`)
  }
  if (first === 'all' && !/^(?:your|the|of|two|three|four|five|six)$/.test(second)) return of('generic')
  if (family.has(noun)) return of(ours ? 'person' : first === 'your' ? 'family' : 'thing')
  if (!determiners.has(first) && (generic.has(noun) || isBarePlural(line, from, head))) return of('generic')
  // "Bottled water will be delivered", "work will commence": no article, no thing of this customer's.
  if (
    !determiners.has(first) &&
    !pronouns.has(first) &&
    !words.some((word) => bareThings.has(word) || determiners.has(word)) &&
    !/^(?:half|percent|yours|ours|which|that|details|instructions|directions|documents)$/.test(noun) &&
    !/\d/.test(phrase) &&
    !systems.has(noun) &&
    !places.has(noun) &&
    !isGift(noun)
  )
    return of('generic')
  if (places.has(noun) && !/^(?:your|a|my)$/.test(first)) return of('place')
  return of(systems.has(noun) ? 'system' : 'thing')
}

const isKnownName = (line: Line, noun: string) => isFirstName(noun) || line.names.has(plain(noun))

/** "Interviews will be held": a plural without an article is all of them; news for one customer is not. */
const isBarePlural = (line: Line, from: number, head: number): boolean => {
  const noun = wordAt(line, head)
  return (
    noun.length > 4 &&
    noun.endsWith('s') &&
    !noun.endsWith('ss') &&
    !/^(?:yours|ours|theirs|hers|details|instructions|directions|documents|parts|keys|photos|prints|samples|results|bits|boxes|goods|pictures|drawings|plans|notes|minutes|flowers|glasses|lenses|curtains|blinds|shoes|tyres|tiles|windows|works|repairs|funds|logins|credentials|cards|labels)$/.test(
      noun,
    ) &&
    (head === from || /ed$|ing$|al$|ful$|ous$|ive$|ent$|ant$/.test(wordAt(line, from)))
  )
}

/** The head: the last noun before "of", "from", "in" … */
function headOf(line: Line, from: number, to: number): number {
  let head = from
  for (let index = from; index <= to; index++) {
    if (index > from && prepositions.has(wordAt(line, index))) break
    if (line.tokens[index]!.kind === 'word' && wordAt(line, index) !== "'s") head = index
  }
  return head
}

/** "Ana our baker": a name at the head of the phrase, before the role. */
const leadingName = (line: Line, from: number, role: number): string | null =>
  role > from && line.tokens[from]!.capital && isName(line, from) && determiners.has(wordAt(line, from + 1))
    ? spelled(line, from, from + 1)
    : null

function nameWithTitle(line: Line, from: number, to: number): string | null {
  for (let index = from; index < to; index++)
    if (titles.has(wordAt(line, index)) && line.tokens[index]!.capital) {
      let end = index + 1
      if (wordAt(line, end) === '.') end++
      if (!line.tokens[end]?.capital) return null
      while (
        end <= to &&
        (line.tokens[end]!.capital || wordAt(line, end) === '-' || wordAt(line, end) === 'and')
      )
        end++
      return spelled(line, index, end)
    }
  return null
}

/** "Ana", "Rosa Amaral", "Ben and Tomás", "Ana in the bakery", "our Rosa". */
function properName(line: Line, from: number, to: number): string | null {
  let start = from
  if (determiners.has(wordAt(line, from))) {
    // A name after a possessive; "the Amaral order" is a thing.
    if (!/^(?:my|our)$/.test(wordAt(line, from)) || from + 1 !== to) return null
    start++
  }
  if (!line.tokens[start]?.capital || !isName(line, start)) return null
  let end = start
  while (
    end <= to &&
    (line.tokens[end]!.capital ||
      /^(?:-|'s|\.)$/.test(wordAt(line, end)) ||
      (/^(?:and|&|de|da|van|von)$/.test(wordAt(line, end)) && line.tokens[end + 1]?.capital === true))
  )
    end++
  if (end <= to && !prepositions.has(wordAt(line, end)) && wordAt(line, end) !== '(') return null
  while (end > start && /^(?:'s|\.|-)$/.test(wordAt(line, end - 1))) end--
  return spelled(line, start, end)
}

/** Whom "he", "she" or "they" means: the person or team named last before. */
export function antecedent(
  lines: readonly Line[],
  lineIndex: number,
  before: number,
  plural: boolean,
): { kind: SubjectKind; who: Who } {
  for (let back = 0; back < 3 && lineIndex - back >= 0; back++) {
    const line = lines[lineIndex - back]!
    // "Dear Mr and Mrs Ekstrand": those the letter is to.
    const greets = /^(?:dear|hi|hello|hey)$/.test(wordAt(line, 0)) && line.tokens.length < 9
    if (greets && back > 0) continue
    for (let index = (back ? line.tokens.length : before) - 1; index >= 0; index--) {
      const means = meantBy(line, index, plural)
      if (means) return means
    }
  }
  return { kind: plural ? 'thing' : 'person', who: 'firm' }
}

const seldomMeant = new Set([
  'it',
  'sales',
  'returns',
  'support',
  'van',
  'desk',
  'man',
  'people',
  'owner',
  'board',
  'help',
])

function meantBy(line: Line, index: number, plural: boolean): { kind: SubjectKind; who: Who } | null {
  const word = wordAt(line, index)
  const token = line.tokens[index]!
  if (token.kind !== 'word' || line.times[index] !== -1) return null
  if (thirdParties.has(word) || thirdPhrases.includes(`${wordAt(line, index - 1)} ${word}`))
    return /^(?:our|my)$/.test(wordAt(line, index - 1)) && !neverOurs.test(word)
      ? { kind: 'person', who: 'firm' }
      : { kind: 'third', who: 'firm' }
  if (
    roles.has(word) &&
    !seldomMeant.has(word) &&
    !(token.capital && index > 0 && isName(line, index)) &&
    (plural || !teams.has(word))
  ) {
    const next = line.tokens[index + 1]
    const person =
      !teams.has(word) && next?.capital && isName(line, index + 1)
        ? spelled(line, index + 1, index + 2)
        : null
    const told = person ?? nameBeforeRole(line, index) ?? namedAs(line, index)
    return { kind: 'person', who: told ? `colleague:${told}` : 'firm' }
  }
  if (plural || !token.capital || !isPersonName(line, index)) return null
  // "Kwame has your file and he'll send it": a name only where it acts.
  if (
    index === 0 &&
    !/^(?:has|had|is|'s|was|and|can|will|'ll|does|did|runs|says|said|told|promised|tells|knows|knew|looks|works|comes|came|went|thought|found)$/.test(
      wordAt(line, 1),
    )
  )
    return null
  // "Miss Arden, the Headmaster says that he …": whom the letter is to.
  if (wordAt(line, index + 1) === ',' && (index === 0 || (index === 1 && titles.has(wordAt(line, 0)))))
    return null
  let start = index
  while (start > 1 && line.tokens[start - 1]!.capital && isPersonName(line, start - 1)) start--
  // "Ms T. Bell"
  if (
    start > 2 &&
    wordAt(line, start - 1) === '.' &&
    wordAt(line, start - 2).length === 1 &&
    line.tokens[start - 2]!.capital
  )
    start -= 2
  const named = nameBeforePost(line, start)
  if (named) return { kind: 'person', who: `colleague:${named}` }
  if (titles.has(wordAt(line, start - 1))) start--
  else if (wordAt(line, start - 1) === '.' && titles.has(wordAt(line, start - 2))) start -= 2
  // "Dear Miss Tolley": the customer.
  if (/^(?:dear|hi|hello|hey|morning|afternoon|evening|day)$/.test(wordAt(line, start - 1))) return null
  return { kind: 'person', who: `colleague:${spelled(line, start, index + 1)}` }
}

/** "Moira, my head of department": the name the role is told of. */
function nameBeforeRole(line: Line, role: number): string | null {
  const comma = role - 2
  return /^(?:my|our)$/.test(wordAt(line, role - 1)) &&
    wordAt(line, comma) === ',' &&
    comma > 0 &&
    !titles.has(wordAt(line, comma - 2)) &&
    !/^(?:dear|hi|hello|hey)$/.test(wordAt(line, comma - 2)) &&
    line.tokens[comma - 1]!.capital &&
    isPersonName(line, comma - 1)
    ? spelled(line, comma - 1, comma)
    : null
}

/** "Derek is a retired joiner": whose trade is told. */
function namedAs(line: Line, role: number): string | null {
  for (let at = role - 1; at > 0 && role - at < 5; at--)
    if (/^(?:is|'s|was)$/.test(wordAt(line, at)))
      return line.tokens[at - 1]!.capital && isName(line, at - 1) ? spelled(line, at - 1, at) : null
  return null
}

/** "Mrs Jean Whitmore, Patient Experience Lead": the name before the comma, not the post behind it. */
function nameBeforePost(line: Line, start: number): string | null {
  let post = start
  while (post > 0 && line.tokens[post - 1]!.capital) post--
  if (wordAt(line, post - 1) !== ',') return null
  let head = post - 1
  while (head > 0 && line.tokens[head - 1]!.capital) head--
  return head < post - 2 && titles.has(wordAt(line, head)) ? spelled(line, head, post - 1) : null
}

/** A capital inside a sentence that follows no greeting and no word of place. */
function isPersonName(line: Line, index: number): boolean {
  if (!isName(line, index) || !line.tokens[index]!.capital) return false
  if (
    /^(?:hi|hello|dear|hey|morning|afternoon|in|at|from|near|the|regards|thanks|cheers|,|of|day|on)$/.test(
      wordAt(line, index - 1),
    ) &&
    !(wordAt(line, index - 1) === ',' && roles.has(wordAt(line, index - 2)))
  )
    return false
  // "Orla in our Cork office": a place.
  if (
    /^(?:office|branch|shop|store|depot|team|warehouse|showroom|studio|clinic|surgery|road|street|site|plant|desk)$/.test(
      wordAt(line, index + 1),
    ) &&
    /^(?:our|the|my)$/.test(wordAt(line, index - 1))
  )
    return false
  // "our Executive Office": part of a team's name.
  if (line.tokens[index + 1]?.capital && teams.has(wordAt(line, index + 1))) return false
  return !/^[A-Z]{2,}$/.test(rawAt(line, index)) && wordAt(line, index).length > 1
}
