import { segmentStart } from '../clauses.ts'
import { adverbs, coordinators, imperatives, pronouns, will } from '../englishWords.ts'
import { isHardBreak, type Line, startsWith, wordAt } from '../line.ts'
import { type Condition, none } from './condition.ts'
import { meeting, ownTime } from './theirTime.ts'

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
  // "Give me half an hour and I'll come back to you": how long, not what they do.
  if (act === 'give' && /^(?:me|us)$/.test(wordAt(line, verb + 1)) && asksTime(line, verb + 2)) return none
  return { is: 'act', when: meeting.has(act) ? ownTime(line, verb, link) : -1 }
}

const asksTime = (line: Line, from: number): boolean =>
  [0, 1, 2, 3].some(
    (ahead) =>
      /^(?:until|till|til|minutes?|mins?|hours?|days?|secs?|seconds?|moment|week|weekend|tick)$/.test(
        wordAt(line, from + ahead),
      ) || (line.times[from + ahead] ?? -1) !== -1,
  )

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

/** "if still red text me back and i'll …": a command behind a condition that no comma closes. */
const asksUnmarked = (line: Line, at: number, start: number): boolean =>
  ((/^(?:text|ring|call|phone|email|message|tell|dm|send|msg)$/.test(wordAt(line, at)) &&
    /^(?:me|us)$/.test(wordAt(line, at + 1))) ||
    (wordAt(line, at) === 'say' && wordAt(line, at + 1) === 'so') ||
    (wordAt(line, at) === 'shout' && /^(?:and|,)$/.test(wordAt(line, at + 1)))) &&
  /^(?:if|when|once)$/.test(wordAt(line, start)) &&
  !pronouns.has(wordAt(line, at - 1)) &&
  !/^(?:to|will|'ll|can|could|should|would|did|do|does|n't|not|and|or|that|who|must|may|might)$/.test(
    wordAt(line, at - 1),
  )

/** A step of theirs told in the present: "you send it back and we'll mend it". */
const theirStep =
  /^(?:pick|choose|send|sign|tell|bring|reply|fill|upload|confirm|return|email|text|ring|drop|pop|pay|give|say|decide)$/

/** "I'm going to", "somebody is going to", "I'd like to sit down, listen": who does what follows is said. */
const wePromise = (line: Line, from: number, to: number): boolean => {
  for (let at = from + 1; at < to; at++) {
    const word = wordAt(line, at)
    const wants = /^(?:like|want|hope|love|need)$/.test(word) && wordAt(line, at + 1) === 'to'
    if (
      (will.has(word) || word === 'going' || wants) &&
      [1, 2, 3].some((back) => /^(?:i|we|somebody|someone|he|she)$/.test(wordAt(line, at - back)))
    )
      return true
  }
  return false
}

/** The command in a stretch, without a subject: its verb's index, or -1. */
export function commandVerb(line: Line, start: number, end: number): number {
  for (let at = start; at < end; at++) {
    const atStart =
      at === start ||
      /^(?:,|and|or|then|but|so|please|just|simply|kindly|pls|either)$/.test(wordAt(line, at - 1)) ||
      isHardBreak(line, at - 1) ||
      polite.test(wordAt(line, at - 1)) ||
      (wordAt(line, at - 1) === 'do' &&
        !pronouns.has(wordAt(line, at - 2)) &&
        !/^(?:to|will|'ll)$/.test(wordAt(line, at - 2)))
    if (asksPlainly(line, at) || (at > start + 1 && asksUnmarked(line, at, start))) return at
    const word = wordAt(line, at)
    // "Then you pick your forty and I'll have it printed"
    if (atStart && word === 'you' && line.times[at] === -1 && theirStep.test(wordAt(line, at + 1)))
      return at + 1
    if (!atStart || line.times[at] !== -1) continue
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
    // "I'm going to note it and transfer you, they'll …": ours, not theirs.
    if (/^(?:and|then|or)$/.test(wordAt(line, at - 1)) && wePromise(line, start, at)) continue
    // "I'd like to sit with you both, listen, and …"
    if (wordAt(line, at - 1) === ',' && wordAt(line, at + 1) === ',' && wePromise(line, start, at)) continue
    if (
      imperatives.has(word) &&
      // "Check-in starts at 3"
      !(wordAt(line, at + 1) === '-' && line.tokens[at + 1]!.gap === false) &&
      !pronouns.has(wordAt(line, at - 1)) &&
      !(at === start && line.tokens[at + 1]?.text === ',') &&
      // "Sure look, I'll drop it over"
      !(/^(?:look|listen|see|say)$/.test(word) && /^(?:,|here)$/.test(wordAt(line, at + 1)))
    )
      return at
  }
  return -1
}
