import { adverbs, believing, coordinators, reporting } from '../englishWords.ts'
import { isHardBreak, type Line, wordAt } from '../line.ts'
import { isName } from '../nouns.ts'

/** Whether the clause is inside a hope, a report, a question or a condition: then it is not promised. */
export function embedded(line: Line, from: number): boolean {
  let at = from - 1
  while (at >= 0 && (adverbs.has(wordAt(line, at)) || line.times[at] !== -1)) {
    // "Until then the porters will carry it up": a time, no condition.
    if (wordAt(line, at) === 'then' && /^(?:until|till|til|before|after)$/.test(wordAt(line, at - 1)))
      return false
    at--
  }
  let word = wordAt(line, at)
  if (word === ',') return hopefulComma(line, at)
  // "They are at the desk, where they'll be kept for you": goes on telling.
  if (word === 'where' && wordAt(line, at - 1) === ',' && at > 2) return false
  if (
    /^(?:if|once|when|whenever|until|till|til|unless|whether|before|after|lest|than|provided|what|how|where|why|whom|whose|however|whatever|wherever|whichever)$/.test(
      word,
    )
  )
    return true
  if (word === 'case' && wordAt(line, at - 1) === 'in') return true
  // "how long they'll take"
  if (/^(?:long|soon|much|many|often|far)$/.test(word) && wordAt(line, at - 1) === 'how') return true
  if (word === 'that' || word === 'which') {
    if (word === 'which') return false
    word = wordAt(line, --at)
  }
  for (let steps = 0; at >= 0 && steps < 6; steps++, at--) {
    word = wordAt(line, at)
    if (isHardBreak(line, at) || word === ',' || coordinators.has(word)) return false
    // "As soon as I hear anything I'll …": the verb of a condition, not of a belief.
    if ((believing.has(word) || reporting.has(word)) && inCondition(line, at))
      // "I'd be lying if I said it will be ready"
      return /^(?:said|told|promised|thought)$/.test(word) && wordAt(line, at - 2) === 'if'
    // "You'll be pleased to hear your pass will be extended"
    if (
      /^(?:hear|know)$/.test(word) &&
      /^(?:pleased|glad|happy|relieved|delighted)$/.test(wordAt(line, at - 2))
    )
      return false
    if (believing.has(word))
      // "I'm not sure we'll", but not "make sure we'll" nor the Irish "sure I'll".
      return (
        word !== 'sure' ||
        /^(?:'m|am|are|'re|not|pretty|quite|fairly|so|very|feel|nearly|almost|reasonably)$/.test(
          wordAt(line, at - 1),
        )
      )
    // "As I was saying I'm going to raise it"
    if (word === 'saying' && wordAt(line, at - 1) === 'was' && wordAt(line, at - 3) === 'as') return false
    // "Given what you've told me I'm going to …": their telling is over.
    if (reporting.has(word) && [2, 3, 4].some((back) => wordAt(line, at - back) === 'what')) return false
    if (reporting.has(word)) return !speaksNow(line, at) && !ofOneself(line, at, from)
    // "The ferry company has confirmed that sailings will resume": somebody else's word.
    if (/^(?:confirmed|announced|assured|assures|indicated|assure|confirms|announces)$/.test(word))
      return !isOurs(line, at)
    // Only what they were told stands between: "told you", "said to Ana".
    if (
      !/^(?:you|me|us|him|her|them|to|that|earlier|already|on|so|the|our|depot|driver|office|warehouse|shop|team)$/.test(
        word,
      ) &&
      !line.tokens[at]!.capital &&
      steps > 0
    )
      return false
  }
  return false
}

const isOurs = (line: Line, verb: number): boolean => {
  for (let at = verb - 1; at >= 0 && verb - at < 5; at--)
    if (/^(?:i|we|to|please|rest|be|can|let|this|email|letter|message)$/.test(wordAt(line, at))) return true
  return false
}

/** Whether the clause of this verb opens with "if", "once", "as soon as". */
const inCondition = (line: Line, verb: number): boolean => {
  for (let at = verb - 1; at >= 0 && verb - at < 5; at--) {
    const word = wordAt(line, at)
    if (isHardBreak(line, at) || word === ',' || coordinators.has(word)) return false
    if (/^(?:if|once|when|whenever|until|till|unless|after|before|soon|moment|minute)$/.test(word))
      return true
  }
  return false
}

/**
 * "He says he'll be with you at five", "Ana told me she'll ring you": our people's own word; what the subject is decides
 * whether they are ours. "I told the depot that I will come for it": ours, said to others.
 */
const ofOneself = (line: Line, at: number, from: number): boolean => {
  const teller = wordAt(line, at - 1) === "'ve" || wordAt(line, at - 1) === 'have' ? at - 2 : at - 1
  const inner = wordAt(line, from)
  const verb = wordAt(line, at)
  if (/^(?:i|we)$/.test(inner)) return /^(?:told|promised)$/.test(verb) && wordAt(line, teller) === inner
  if (!/^(?:he|she)$/.test(inner) || !/^(?:says|said|promises|promised|tells|told)$/.test(verb)) return false
  return wordAt(line, teller) === inner || (line.tokens[teller]?.capital === true && isName(line, teller))
}

/** "I can tell you that we will", "just to let you know I'll", "please be advised that": said now, and by us. */
const speaksNow = (line: Line, at: number): boolean => {
  let back = at - 1
  while (adverbs.has(wordAt(line, back))) back--
  const before = wordAt(line, back)
  if (/^(?:to|can|will|'ll|must|be|'d)$/.test(before)) return true
  return (
    wordAt(line, at) === 'know' &&
    /^(?:you|u|him|her|them)$/.test(before) &&
    /^(?:let|letting)$/.test(wordAt(line, at - 2))
  )
}

/** "Hopefully, …", "With any luck, …", "According to the courier, …" */
const hopefulComma = (line: Line, comma: number): boolean => {
  for (let at = comma - 1; at >= 0 && comma - at < 8; at--) {
    const word = wordAt(line, at)
    if (isHardBreak(line, at)) return false
    if (
      word === 'according' ||
      (word === 'per' && !/^(?:our|your|my)$/.test(wordAt(line, at + 1))) ||
      word === 'luck' ||
      word === 'crossed'
    )
      return true
  }
  return false
}
