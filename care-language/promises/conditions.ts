import { segmentStart, startsClause } from './clauses.ts'
import {
  acts,
  adverbs,
  coordinators,
  customerActs,
  imperatives,
  pronouns,
  roles,
  tastes,
  thirdParties,
  will,
} from './englishWords.ts'
import { isHardBreak, type Line, startsWith, wordAt } from './line.ts'

/** What a promise waits on. */
export interface Condition {
  is: 'none' | 'offer' | 'act' | 'event'
  /** Index of the time in the customer's act that is ours too: "bring it on Saturday and we'll mend it". */
  when: number
  /** Where a condition in front of the promise opens. */
  from?: number
}

const none: Condition = { is: 'none', when: -1 }
/** They meet us at that time: its day is the day of our act. */
const meeting = new Set(
  'bring come pop drop visit call ring hop swing stop pick collect bringing coming phone take join'.split(
    ' ',
  ),
)
const openers = new Set(
  'if once when whenever after until till til before unless provided providing'.split(' '),
)

/** Where a condition opens here: the index of its first own word, else -1. */
function opensAt(line: Line, at: number): { word: string; from: number } | null {
  if (line.times[at] !== -1) return null
  const word = wordAt(line, at)
  if (
    word === 'as' &&
    /^(?:soon|long)$/.test(wordAt(line, at + 1)) &&
    wordAt(line, at + 2) === 'as' &&
    !/^(?:possible|we|i|humanly)$/.test(wordAt(line, at + 3))
  )
    return { word: 'once', from: at + 3 }
  if (
    word === 'as' &&
    wordAt(line, at + 1) === 'soon' &&
    wordAt(line, at + 2) === 'as' &&
    /^(?:we|i)$/.test(wordAt(line, at + 3)) &&
    !/^(?:can|possibly|could)$/.test(wordAt(line, at + 4))
  )
    return { word: 'once', from: at + 3 }
  if (word === 'should' && wordAt(line, at + 1) === 'you') return { word: 'should', from: at + 1 }
  if (
    wordAt(line, at) === 'the' &&
    /^(?:moment|minute|second|instant)$/.test(wordAt(line, at + 1)) &&
    !/^(?:to|of|is|one|time|in)$/.test(wordAt(line, at + 2))
  )
    return { word: 'once', from: at + 2 }
  if (startsWith(line, at, ['by', 'the', 'time'])) return { word: 'once', from: at + 3 }
  if (startsWith(line, at, ['in', 'the', 'event'])) return { word: 'if', from: at + 3 }
  if (word === 'upon' || (word === 'on' && /^(?:receipt|receiving)$/.test(wordAt(line, at + 1))))
    return { word: 'once', from: at + 1 }
  if (!openers.has(word)) return null
  if (
    word === 'once' &&
    (/^(?:more|again|and|for)$/.test(wordAt(line, at + 1)) || wordAt(line, at - 1) === 'at')
  )
    return null
  if (
    word === 'when' &&
    at > 0 &&
    /^(?:know|tell|ask|say|see|sure|wonder|check|confirm)$/.test(wordAt(line, at - 1))
  )
    return null
  if (
    word === 'if' &&
    at > 0 &&
    /^(?:know|ask|see|wonder|check|confirm|find|even)$/.test(wordAt(line, at - 1))
  )
    return null
  return { word, from: at + 1 }
}

/** What a promise whose clause is `from`…`end` waits on; `previousEnd`: where the promise before it in the sentence ends. */
export function conditionOf(line: Line, from: number, end: number, previousEnd: number): Condition {
  const trailing = trailingCondition(line, end)
  if (trailing.is === 'offer' || trailing.is === 'act') return trailing
  const fronted = frontedCondition(line, from, previousEnd)
  // "If it is not here by Friday, ring me and I'll …": the act is theirs.
  const command = commandCondition(line, from)
  if ((fronted.is === 'event' || fronted.is === 'offer') && command.is === 'act') return command
  // "Send the picture and once it's checked we'll …": the act before the condition is theirs too.
  if (fronted.is === 'event' && fronted.from !== undefined) {
    const earlier = commandCondition(line, fronted.from)
    if (earlier.is === 'act') return { ...earlier, when: -1 }
  }
  // "Lee comes before his first job, and I'll take the charge off": said of the clause before.
  const joined =
    fronted.is === 'event' &&
    fronted.from !== undefined &&
    fronted.from > 0 &&
    /^(?:and|but)$/.test(wordAt(line, from - 1))
  if (fronted.is !== 'none' && !joined) return fronted
  if (trailing.is !== 'none') return trailing
  return command.is !== 'none' ? command : whateverCondition(line, from, end)
}

function trailingCondition(line: Line, end: number): Condition {
  let at = end
  if (
    wordAt(line, at) === ',' ||
    wordAt(line, at) === '(' ||
    wordAt(line, at) === '-' ||
    wordAt(line, at) === '–' ||
    wordAt(line, at) === '—'
  )
    at++
  // "… by three, and if you agree we'll start": that condition belongs to what follows it.
  if (/^(?:and|but)$/.test(wordAt(line, at)) && leadsOn(line, at + 1)) return none
  if (/^(?:but|and|only|right|straight|immediately|just|then|even|shortly|directly)$/.test(wordAt(line, at)))
    at++
  const opened = opensAt(line, at)
  if (!opened) return none
  if (opened.word === 'unless') return none
  let to = opened.from
  while (
    to < line.tokens.length &&
    !isHardBreak(line, to) &&
    !(wordAt(line, to) === ',' && startsClause(line, to + 1))
  )
    to++
  return judged(line, opened.word, opened.from, to, true)
}

/** "I'll pick up anything you send": waits on what they send. */
function whateverCondition(line: Line, from: number, end: number): Condition {
  for (let at = from; at < end; at++)
    if (
      /^(?:anything|whatever|everything|whichever)$/.test(wordAt(line, at)) &&
      wordAt(line, at + 1) === 'you' &&
      /^(?:send|choose|pick|decide|bring|order|post|want-sent|return|upload|drop)$/.test(wordAt(line, at + 2))
    )
      return { is: 'act', when: -1 }
  return none
}

/** Whether a promise of its own stands behind a condition that opens here. */
function leadsOn(line: Line, at: number): boolean {
  if (!opensAt(line, at)) return false
  for (let ahead = at + 2; ahead < line.tokens.length && !isHardBreak(line, ahead); ahead++)
    if (
      /^(?:i|we|he|she|they|it)$/.test(wordAt(line, ahead - 1)) &&
      (will.has(wordAt(line, ahead)) || (ahead > at + 4 && acts.has(wordAt(line, ahead))))
    )
      return true
  return false
}

function frontedCondition(line: Line, from: number, previousEnd: number): Condition {
  const start = Math.max(previousEnd, segmentBefore(line, from))
  for (let at = start; at < from; at++) {
    const opened = opensAt(line, at)
    if (!opened || opened.word === 'unless') continue
    // It trails what stands before it ("I'll ring when it's done and …") unless it opens the sentence or a new part.
    if (at === previousEnd && previousEnd > 0 && at > 0) continue
    const before = wordAt(line, at - 1)
    if (
      at > start &&
      !coordinators.has(before) &&
      before !== ',' &&
      !adverbs.has(before) &&
      !isHardBreak(line, at - 1) &&
      !/^(?:please|that|sure|ok|okay|hi|yes|no|only)$/.test(before)
    )
      continue
    return { ...judged(line, opened.word, opened.from, from, false), from: at }
  }
  return none
}

/** A dash or a colon may stand between a condition and its promise; a full stop may not. */
function segmentBefore(line: Line, from: number): number {
  let at = segmentStart(line, from)
  while (at > 1 && /^[-–—:(]$/.test(wordAt(line, at - 1))) at = segmentStart(line, at - 1)
  return at
}

/** A clause after if, once, when: an act of the customer, a taste of theirs, or anything else that may happen. */
function judged(line: Line, opener: string, from: number, to: number, trailing: boolean): Condition {
  const event: Condition = { is: 'event', when: -1 }
  if (opener === 'until' || opener === 'till' || opener === 'til') return event
  if (opener === 'before') {
    const time = firstWhen(line, from, to)
    return { is: 'event', when: trailing ? time : -1 }
  }
  let at = from
  while (adverbs.has(wordAt(line, at)) || /^(?:ever|either)$/.test(wordAt(line, at))) at++
  const word = wordAt(line, at)
  if (word === 'you' || word === 'u') return ofYou(line, at + 1, to, opener)
  if (word === 'we' || word === 'i') return ofUs(line, at + 1, to)
  if (word === 'your')
    return /^(?:payment|reply|answer|photo|photos|picture|form|confirmation|letter|details|documents|return|email|message|deposit|application|paperwork|order|response|signature|cheque|approval|money|items?|parcel|package)$/.test(
      headAfter(line, at + 1, to),
    )
      ? { is: 'act', when: -1 }
      : event
  if (/^(?:signed|paid|returned|received|receipt|receiving)$/.test(word)) return { is: 'act', when: -1 }
  if (/^(?:that|this|it|these|those|they|all)$/.test(word)) {
    const rest = wordsOf(line, at + 1, to)
    if (/\bnot\b|n't/.test(rest)) return event
    // "Once this has been received"
    if (/^(?:has|have|is|are|'s) (?:been )?received\b(?! from (?:the|our))/.test(rest))
      return { is: 'act', when: -1 }
    if (
      /\b(?:suits?|works? for you|helps?|ok|okay|alright|all right|convenient|acceptable|agreeable|fine (?:with|by|for) you|interests?|appeals?|of interest|any good|any use|easier|better for you|good for you|preferable|of any use|useful)\b/.test(
        rest,
      )
    )
      return { is: 'offer', when: -1 }
    if (
      /\b(?:with us|to us|reach(?:es)? us|back here|back with us|us|our (?:warehouse|workshop|store|shop|office))\b/.test(
        rest,
      ) &&
      /\b(?:arrives?|reach(?:es)?|is|gets?|comes?|back|lands?)\b/.test(rest) &&
      !/\bsupplier|factory|maker|manufacturer|lab\b/.test(rest)
    )
      return { is: 'act', when: -1 }
    return event
  }
  if (
    /^(?:the|a|an)$/.test(word) &&
    /^(?:payment|deposit|form|forms|documents|paperwork|signed|returned|photos?|return|faulty|broken|old|damaged|original)$/.test(
      wordAt(line, at + 1),
    ) &&
    /\b(?:arriv|receiv|clear|reach|return|sign|back|complet|in\b|paid|land)/.test(wordsOf(line, at + 2, to))
  )
    return /^(?:payment|deposit|form|forms|documents|paperwork|signed|returned|photos?|return)$/.test(
      wordAt(line, at + 1),
    ) || /\b(?:us|back|returned|received)\b/.test(wordsOf(line, at + 2, to))
      ? { is: 'act', when: -1 }
      : event
  return event
}

function headAfter(line: Line, from: number, to: number): string {
  let head = wordAt(line, from)
  for (let at = from; at < Math.min(to, from + 4); at++) {
    if (
      /^(?:is|are|has|have|arrives?|clears?|comes?|reaches|lands|'s|gets|goes|in|of|to)$/.test(
        wordAt(line, at),
      )
    )
      break
    head = wordAt(line, at)
  }
  return head
}

const wordsOf = (line: Line, from: number, to: number) => {
  let text = ''
  for (let at = from; at < to; at++) text += `${wordAt(line, at)} `
  return text.replace(/ ('|n't)/g, '$1').trim()
}

function firstWhen(line: Line, from: number, to: number): number {
  for (const [index, one] of line.whens.entries())
    if (one.from >= from && one.to <= to && !one.when.now) return index
  return -1
}

function ofYou(line: Line, from: number, to: number, opener: string): Condition {
  // "when you arrive on Saturday": their coming is no act we wait for, and its day is ours.
  if (opener === 'when' && /^(?:arrive|come|get|visit|check|land|drop)$/.test(wordAt(line, from)))
    return { is: 'event', when: ownTime(line, from, to) }
  let at = from
  let modal = ''
  while (at < to) {
    const word = wordAt(line, at)
    if (
      /^(?:can|could|'ve|have|'ll|will|just|then|also|are|'re|do|kindly|please|simply|able|to|had|get|were|first|already|manage|would|'d|be|both|so|kind|as|going|still)$/.test(
        word,
      ) ||
      adverbs.has(word)
    ) {
      if (word === 'would' || word === "'d") modal = word
      // "you have any questions", "you are unhappy": no act.
      if (word === 'have' && /^(?:n't|not|yet)$/.test(wordAt(line, at + 1))) return { is: 'event', when: -1 }
      if (word === 'have' && !participleLike(wordAt(line, at + 1))) break
      if (word === 'get' && /^(?:me|us|them|those|these|your|back)$/.test(wordAt(line, at + 1)))
        return { is: 'act', when: -1 }
      if (word === 'get' && !/^(?:to|a|the|it|that)$/.test(wordAt(line, at + 1))) break
      if (word === 'would' && wordAt(line, at + 1) === 'like') return { is: 'offer', when: -1 }
      if (word === 'get' && /^(?:the|a|it|that|your)$/.test(wordAt(line, at + 1))) break
      at++
    } else break
  }
  const verb = wordAt(line, at)
  if (verb === "n't" || verb === 'not' || verb === 'no')
    return /^(?:want|mind|like|need|wish|feel|fancy|sure)$/.test(wordAt(line, at + 1))
      ? { is: 'offer', when: -1 }
      : { is: 'event', when: -1 }
  if (modal && /^(?:like|prefer|rather|love|want|wish|be|appreciate|welcome)$/.test(verb))
    return { is: 'offer', when: -1 }
  if (verb === 'rather' || (tastes.has(verb) && !customerActs.has(verb))) return { is: 'offer', when: -1 }
  if (customerActs.has(verb)) {
    const when = meeting.has(verb) ? ownTime(line, at, to) : -1
    return { is: 'act', when }
  }
  return opener === 'should'
    ? { is: 'offer', when: -1 }
    : {
        is: 'event',
        when: verb === '' || !/^(?:here|in|there|back|at)$/.test(verb) ? -1 : ownTime(line, at, to),
      }
}

const participleLike = (word: string) =>
  /(?:ed|en|nt|id|it|ne|ut|ne)$/.test(word) || customerActs.has(word) || adverbs.has(word)

/** A day they come to us; a deadline of theirs ("by 5pm") is not ours. */
function ownTime(line: Line, from: number, to: number): number {
  const index = firstWhen(line, from, to)
  return index >= 0 &&
    !/^(?:by|before|until|within)$/.test(line.whens[index]!.when.by ?? '') &&
    !(line.whens[index]!.when.by === 'after' && !line.whens[index]!.when.day)
    ? index
    : -1
}

function ofUs(line: Line, from: number, to: number): Condition {
  const rest = wordsOf(line, from, to)
  const event: Condition = { is: 'event', when: -1 }
  // "If we don't hear from you we will close the case" is a notice, not a promise.
  if (/^(?:do not|don't) (?:hear|get|receive)|^(?:have not|haven't) heard/.test(rest))
    return { is: 'offer', when: -1 }
  if (/\b(?:hear|heard) (?:back )?from (?:them|him|her|the)\b/.test(rest)) return event
  if (
    !/^(?:'ve |have |actually |then |do |can |could |both )*(?:receiv|get |get$|got |hear|have |have$|had |see |'ve got)/.test(
      rest,
    )
  )
    return event
  for (let at = from; at < to; at++)
    if (
      thirdParties.has(wordAt(line, at)) ||
      (roles.has(wordAt(line, at)) && /^(?:the|our|my|from)$/.test(wordAt(line, at - 1)))
    )
      return event
  if (/\b(?:from you|your|you|it|that|them|this|these|those|both|everything|all)\b/.test(rest))
    return /\b(?:back from the|from the|news|update|more)\b/.test(rest) ? event : { is: 'act', when: -1 }
  if (
    /\b(?:part|parts|stock|delivery|result|results|news|answer|word|update|report|quote|approval|go-ahead|reply|response|more|date|eta|information|info|confirmation|new|replacement|chance|minute|time)\b/.test(
      rest,
    )
  )
    return event
  return /\b(?:receiv|get|got|have)\w*\s+(?:the|a|an)\b/.test(rest) ? { is: 'act', when: -1 } : event
}

const polite =
  /^(?:please|pls|plz|just|simply|kindly|so|ok|okay|then|also|and|first|yes|sure|hi|hello|hey|or|either|well|great|perfect|thanks)$/

/** "Send me a photo and I'll order it": the command before the promise is its condition. */
export function commandCondition(line: Line, from: number): Condition {
  let link = from - 1
  while (link >= 0 && (adverbs.has(wordAt(line, link)) || wordAt(line, link) === 'then')) link--
  const word = wordAt(line, link)
  if (!coordinators.has(word) && word !== ',' && !/^[-–—;:…]$/.test(word)) return none
  const splice = !coordinators.has(word)
  const start = Math.max(segmentStart(line, link), link - 60)
  const verb = commandVerb(line, start, link)
  if (verb < 0) return none
  if (splice && word === ',' && wordAt(line, link - 1) === ',') return none
  const act = wordAt(line, verb)
  return { is: 'act', when: meeting.has(act) ? ownTime(line, verb, link) : -1 }
}

/** "give us a shout", "drop me a line", "let us know": a command wherever it stands. */
const asksPlainly = (line: Line, at: number): boolean =>
  (/^(?:give|drop|send)$/.test(wordAt(line, at)) &&
    /^(?:me|us)$/.test(wordAt(line, at + 1)) &&
    /^(?:a|an)$/.test(wordAt(line, at + 2)) &&
    /^(?:shout|ring|call|bell|line|text|email|message|buzz|nudge|note|tinkle)$/.test(wordAt(line, at + 3)) &&
    !/^(?:to|will|'ll|can|could|should)$/.test(wordAt(line, at - 1))) ||
  (wordAt(line, at) === 'let' &&
    /^(?:me|us)$/.test(wordAt(line, at + 1)) &&
    wordAt(line, at + 2) === 'know' &&
    !/^(?:to|will|'ll|can|could|should)$/.test(wordAt(line, at - 1)))

/** The command in a stretch, without a subject: its verb's index, or -1. */
export function commandVerb(line: Line, start: number, end: number): number {
  for (let at = start; at < end; at++) {
    const atStart =
      at === start ||
      /^(?:,|and|or|then|but|so|please|just|simply|kindly|pls|either)$/.test(wordAt(line, at - 1)) ||
      isHardBreak(line, at - 1) ||
      polite.test(wordAt(line, at - 1))
    if (asksPlainly(line, at)) return at
    if (!atStart || line.times[at] !== -1) continue
    const word = wordAt(line, at)
    if (/^(?:could|can|would|will)$/.test(word) && wordAt(line, at + 1) === 'you') {
      let verb = at + 2
      while (
        adverbs.has(wordAt(line, verb)) ||
        /^(?:please|be|so|kind|possibly|enough|to|able|perhaps)$/.test(wordAt(line, verb))
      )
        verb++
      if (imperatives.has(wordAt(line, verb))) return verb
      continue
    }
    if (word === 'you' && /^(?:can|could|may)$/.test(wordAt(line, at + 1))) {
      let verb = at + 2
      while (adverbs.has(wordAt(line, verb)) || wordAt(line, verb) === 'always') verb++
      if (imperatives.has(wordAt(line, verb))) return verb
      continue
    }
    if (startsWith(line, at, ['if', 'you', 'could']) || startsWith(line, at, ['if', 'you', 'can'])) return at
    // "Let me check and I'll …" is ours; "let us know" theirs.
    if (word === 'let' && !/^(?:me|us|them)$/.test(wordAt(line, at + 1))) continue
    if (
      word === 'let' &&
      wordAt(line, at + 2) !== 'know' &&
      wordAt(line, at + 2) !== 'have' &&
      wordAt(line, at + 2) !== 'see'
    )
      continue
    if (
      /^(?:give|hold|leave)$/.test(word) &&
      /^(?:me|us|on|it|that)$/.test(wordAt(line, at + 1)) &&
      /^(?:a|one|two|five|ten|just|until|with|,|\d+|and|sec)$/.test(wordAt(line, at + 2)) &&
      !/^(?:call|ring|shout|photo|picture|bell|buzz|date|time|number|name)$/.test(wordAt(line, at + 3))
    )
      continue
    if (word === 'hold' || (word === 'bear' && wordAt(line, at + 1) === 'with')) continue
    if (
      imperatives.has(word) &&
      !pronouns.has(wordAt(line, at - 1)) &&
      !(at === start && line.tokens[at + 1]?.text === ',')
    )
      return at
  }
  return -1
}
