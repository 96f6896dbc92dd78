import { clauseEnd, segmentStart } from './clauses.ts'
import {
  acts,
  adverbs,
  beForms,
  believing,
  coordinators,
  determiners,
  gifts,
  idleLet,
  questionWords,
  reporting,
  roles,
  subordinators,
  will,
} from './englishWords.ts'
import { isHardBreak, type Line, startsWith, wordAt } from './line.ts'
import { antecedent, classify } from './nouns.ts'
import { subjectBefore } from './subject.ts'
import type { Subject } from './subjectKinds.ts'
import { type Predicate, participleAt, promisedPredicate, verbAfter } from './verbs.ts'

/** One place where a promise is made, before its conditions and its time are known. */
export interface Anchor {
  subject: Subject
  /** Index of the first token of the quote. */
  from: number
  predicate: Predicate
  end: number
  /** "Let me check": an act that holds the line. */
  hold: boolean
  /** A form that promises only with a time: "we're sending a driver tomorrow", "your order ships on Monday". */
  needsTime: 'no' | 'day' | 'any'
  /** "then": waits on what was said before. */
  later: boolean
}

const base = (
  subject: Subject,
  from: number,
  predicate: Predicate,
  line: Line,
  more: Partial<Anchor> = {},
): Anchor => ({
  subject,
  from,
  predicate,
  end: clauseEnd(line, predicate.verb, predicate.form),
  hold: false,
  needsTime: 'no',
  later: false,
  ...more,
})

const expecting = new Set(['expect', 'look', 'keep', 'watch'])
const vows = new Set(['promise', 'guarantee', 'undertake', 'commit', 'swear', 'vow', 'pledge', 'word'])
const hasty = new Set(['ill', 'well', 'youll', 'theyll', 'itll', 'shell', 'hell'])

/** The promise whose form begins at this token, or null. */
export function anchorAt(
  lines: readonly Line[],
  lineIndex: number,
  at: number,
  inherited: Subject | null,
): Anchor | null {
  const line = lines[lineIndex]!
  const word = wordAt(line, at)
  if (will.has(word) || (word === 'going' && wordAt(line, at + 1) === 'to'))
    return willAnchor(lines, lineIndex, at, inherited)
  if (beForms.has(word)) return progressiveAnchor(lines, lineIndex, at)
  if (word === 'let' || word === 'lemme') return letAnchor(line, at)
  if (expecting.has(word)) return expectAnchor(line, at)
  if (vows.has(word)) return vowAnchor(line, at)
  if (hasty.has(word)) return hastyAnchor(lines, lineIndex, at)
  return presentAnchor(lines, lineIndex, at) ?? chatAnchor(line, at)
}

function willAnchor(
  lines: readonly Line[],
  lineIndex: number,
  at: number,
  inherited: Subject | null,
): Anchor | null {
  const line = lines[lineIndex]!
  let modal = at
  let after = at + 1
  if (wordAt(line, at) === 'going') {
    after = at + 2
    if (beForms.has(wordAt(line, at - 1))) modal = at - 1
    else if (beForms.has(wordAt(line, at - 2)) && adverbs.has(wordAt(line, at - 1))) modal = at - 2
    else if (/^(?:was|were|be|been|not|n't)$/.test(wordAt(line, at - 1))) return null
  } else if (wordAt(line, at) === 'gonna' && beForms.has(wordAt(line, at - 1))) modal = at - 1
  const verb = verbAfter(line, after)
  if (verb === null) return null
  // "the will", "will you …?"
  if (
    determiners.has(wordAt(line, at - 1)) &&
    wordAt(line, at) === 'will' &&
    wordAt(line, at - 1) !== 'that' &&
    wordAt(line, at - 1) !== 'this' &&
    !/^(?:these|those|all|both|one|each|u)$/.test(wordAt(line, at - 1))
  )
    return null
  return built(lines, lineIndex, modal, verb, inherited)
}

/** A subject before a modal and a predicate behind it, if together they promise. */
function built(
  lines: readonly Line[],
  lineIndex: number,
  modal: number,
  verb: number,
  inherited: Subject | null,
): Anchor | null {
  const line = lines[lineIndex]!
  let subject = resolved(lines, lineIndex, subjectBefore(line, modal))
  let from = subject.from
  if (subject.kind === 'none') {
    const found = unsaid(line, modal, inherited, lines, lineIndex)
    if (!found) return null
    subject = found.subject
    from = found.from
  }
  const predicate = promisedPredicate(line, subject, verb)
  if (!predicate || embedded(line, subject.kind === 'none' ? modal : from)) return null
  const whole = {
    ...subject,
    kind: subject.kind === 'none' ? ('writer' as const) : subject.kind,
    who: subject.kind === 'none' ? ('writer' as const) : subject.who,
  }
  const later = saysThen(line, from, verb)
  return base(whole, from, predicate, line, { later })
}

const resolved = (lines: readonly Line[], lineIndex: number, subject: Subject): Subject => {
  if (!/^(?:he|she|they)$/.test(subject.head)) return subject
  const means = antecedent(lines, lineIndex, subject.from, subject.head === 'they')
  return { ...subject, kind: means.kind, who: means.who }
}

/** A modal without its subject: a chat form, a shared subject, or "which will be …". */
function unsaid(
  line: Line,
  modal: number,
  inherited: Subject | null,
  lines: readonly Line[],
  lineIndex: number,
): { subject: Subject; from: number } | null {
  let before = modal - 1
  while (before >= 0 && (adverbs.has(wordAt(line, before)) || line.times[before] !== -1)) before--
  const word = wordAt(line, before)
  const empty: Subject = { kind: 'none', who: 'writer', from: modal, head: '', plural: false }
  if (word === 'which') {
    const means = antecedent(lines, lineIndex, before, true)
    const near = roles.has(wordAt(line, before - 1)) || roles.has(wordAt(line, before - 2))
    return { subject: { ...empty, kind: near ? means.kind : 'thing', who: 'firm' }, from: before }
  }
  if (word === 'who') {
    const means = antecedent(lines, lineIndex, before, false)
    return { subject: { ...empty, kind: means.kind, who: means.who }, from: before }
  }
  if (questionWords.has(word) || (subordinators.has(word) && word !== 'but')) return null
  const lead = before >= 0 && coordinators.has(word) && !inherited ? leadingSubject(line, before) : null
  if (lead) return { subject: { ...lead, from: modal }, from: modal }
  if (inherited && before >= 0 && (coordinators.has(word) || word === ','))
    return { subject: { ...inherited, from: modal }, from: modal }
  // "ok so will", "Got it. Will": only where a clause may begin.
  if (
    before >= 0 &&
    !isHardBreak(line, before) &&
    word !== ',' &&
    !coordinators.has(word) &&
    !/^(?:ok|okay|sure|yes|yep|yeah|thanks|hi|hey|cool|great|right|np|and|so|also|please|perfect|cheers|noted|done|sorry|understood|lovely)$/.test(
      word,
    )
  )
    return null
  return { subject: empty, from: modal }
}

/** "We would be delighted … and will honour it": the subject the sentence began with. */
function leadingSubject(line: Line, before: number): Subject | null {
  const start = segmentStart(line, before)
  for (let at = start; at < before; at++) {
    const word = wordAt(line, at)
    if (line.times[at] !== -1) continue
    if (/^(?:i|we|he|she|they|it|you)$/.test(word)) return subjectBefore(line, at + 1)
    if (/^(?:is|are|has|have|was|were|would|can|could|'s|'ve)$/.test(word)) {
      const subject = subjectBefore(line, at)
      return subject.kind === 'none' ? null : subject
    }
  }
  return null
}

const saysThen = (line: Line, from: number, verb: number): boolean => {
  for (let at = Math.max(0, from - 2); at < verb; at++) {
    const word = wordAt(line, at)
    if (word === 'then' || word === 'afterwards' || (word === 'after' && wordAt(line, at + 1) === 'that'))
      return true
    if (word === 'otherwise' && at < from) return true
  }
  return false
}

/** Whether the clause is inside a hope, a report, a question or a condition: then it is not promised. */
export function embedded(line: Line, from: number): boolean {
  let at = from - 1
  while (at >= 0 && (adverbs.has(wordAt(line, at)) || line.times[at] !== -1)) at--
  let word = wordAt(line, at)
  if (word === ',') return hopefulComma(line, at)
  if (
    /^(?:if|once|when|whenever|until|till|til|unless|whether|before|after|lest|than|provided|what|how|where|why|whom|whose|however|whatever|wherever|whichever)$/.test(
      word,
    )
  )
    return true
  if (word === 'case' && wordAt(line, at - 1) === 'in') return true
  if (word === 'that' || word === 'which') {
    if (word === 'which') return false
    word = wordAt(line, --at)
  }
  for (let steps = 0; at >= 0 && steps < 6; steps++, at--) {
    word = wordAt(line, at)
    if (isHardBreak(line, at) || word === ',' || coordinators.has(word)) return false
    if (believing.has(word))
      return !(word === 'sure' && /^(?:make|made|be|making|rest)$/.test(wordAt(line, at - 1)))
    if (reporting.has(word)) return !speaksNow(line, at)
    // Only what they were told stands between: "told you", "said to Ana".
    if (
      !/^(?:you|me|us|him|her|them|to|that|earlier|already|on|so)$/.test(word) &&
      !line.tokens[at]!.capital &&
      steps > 0
    )
      return false
  }
  return false
}

/** "I can tell you that we will", "just to let you know I'll", "please be advised that": said now, and by us. */
const speaksNow = (line: Line, at: number): boolean => {
  const before = wordAt(line, at - 1)
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
    if (word === 'according' || word === 'per' || word === 'luck' || word === 'crossed') return true
  }
  return false
}

const underWay =
  /^(?:looking|scanning|tracking|following|working|checking|chasing|investigating|trying|waiting|processing|reviewing|monitoring|writing|reading|testing|speaking|talking|asking|handling|dealing|thinking|hoping|planning|aiming|using|having|being|going|experiencing|getting-there|struggling|facing|seeing|closing|opening|reopening|pushing|doing|missing|expecting|celebrating|feeling|losing|fighting|searching)$/
const transfers =
  /^(?:sending|posting|shipping|bringing|mailing|couriering|dispatching|delivering|replacing|swapping|overnighting|emailing|forwarding)$/

/** "We're sending a driver tomorrow", "the deposit is coming back this week", "I'm posting it on Wednesday". */
function progressiveAnchor(lines: readonly Line[], lineIndex: number, at: number): Anchor | null {
  const line = lines[lineIndex]!
  let verb = at + 1
  while (adverbs.has(wordAt(line, verb)) && verb < at + 4) {
    if (/^(?:now|still|already)$/.test(wordAt(line, verb))) return null
    verb++
  }
  const ing = wordAt(line, verb)
  if (ing === 'being') {
    const done = participleAt(line, verb + 1)
    const subject = resolved(lines, lineIndex, subjectBefore(line, at))
    return done && subject.kind === 'thing' && !embedded(line, subject.from)
      ? base(subject, subject.from, done, line, { needsTime: 'day' })
      : null
  }
  if (!ing.endsWith('ing') || ing.length < 5 || (ing === 'going' && wordAt(line, verb + 1) === 'to'))
    return null
  const subject = resolved(lines, lineIndex, subjectBefore(line, at))
  if (embedded(line, subject.from)) return null
  const predicate: Predicate = { verb, form: 'ing' }
  switch (subject.kind) {
    case 'writer':
    case 'firm':
    case 'person': {
      if (
        /^(?:closing|opening|reopening|introducing|launching|releasing|rolling|hoping|trying|planning|aiming|looking|waiting|thinking|missing|celebrating|expecting|going|wearing|having|being)$/.test(
          ing,
        ) &&
        !(
          ing === 'going' &&
          line.times[verb + 1] === -1 &&
          /^(?:back|over|out|round|through|in)$/.test(wordAt(line, verb + 1))
        )
      )
        return null
      if (
        /^(?:this|from)$/.test(wordAt(line, verb + 1)) &&
        /^(?:from|email|message|letter|note|on|to|my)$/.test(wordAt(line, verb + 2))
      )
        return null
      if (underWay.test(ing) && ing !== 'going')
        return base(subject, subject.from, predicate, line, { needsTime: 'day' })
      const sends = (transfers.test(ing) || planned(line, at, verb)) && subject.kind !== 'person'
      return base(subject, subject.from, predicate, line, { needsTime: sends ? 'no' : 'any' })
    }
    case 'thing':
      return /^(?:going|coming|leaving|arriving|shipping|returning|heading|starting|landing|winging)$/.test(
        ing,
      ) && !/^(?:up|down|on|well|off|wrong)$/.test(wordAt(line, verb + 1))
        ? base(subject, subject.from, predicate, line, { needsTime: 'any' })
        : null
    case 'you':
      return /^(?:getting|receiving)$/.test(ing) && givesAfter(line, verb)
        ? base({ ...subject, kind: 'you' }, subject.from, predicate, line, { needsTime: 'any' })
        : null
    default:
      return null
  }
}

/** "You're sending me the numbers, I'm getting a price, and we'll speak on Thursday": steps agreed in one sentence. */
const planned = (line: Line, at: number, verb: number): boolean => {
  if (
    !/^(?:a|an|the|you|your|it|them|someone)$/.test(wordAt(line, verb + 1)) ||
    wordAt(line, at - 1) === 'that'
  )
    return false
  for (let index = 0; index < line.tokens.length; index++) {
    if (index > verb && will.has(wordAt(line, index))) return true
    if (
      index < at - 1 &&
      wordAt(line, index) === 'you' &&
      beForms.has(wordAt(line, index + 1)) &&
      wordAt(line, index + 2).endsWith('ing')
    )
      return true
  }
  return false
}

const givesAfter = (line: Line, verb: number) => {
  for (let at = verb + 1; at < verb + 7; at++) if (gifts.has(wordAt(line, at))) return true
  return false
}

/** "Let me look that up": an act that holds the line. */
function letAnchor(line: Line, at: number): Anchor | null {
  const lemme = wordAt(line, at) === 'lemme'
  if (!lemme && wordAt(line, at + 1) !== 'me') return null
  let verb = lemme ? at + 1 : at + 2
  while (adverbs.has(wordAt(line, verb)) || wordAt(line, verb) === 'please') verb++
  if (startsWith(line, verb, ['go', 'and'])) verb += 2
  const word = wordAt(line, verb)
  if (
    idleLet.has(word) ||
    line.tokens[verb]?.kind !== 'word' ||
    coordinators.has(word) ||
    /^(?:in|down|out|off|through|go|alone|the|have)$/.test(word)
  ) {
    if (
      !(
        word === 'have' &&
        wordAt(line, verb + 1) === 'a' &&
        /^(?:look|word|chat|dig|check|peek|think|read)$/.test(wordAt(line, verb + 2))
      )
    )
      return null
  }
  if (/^(?:please|don't|n't|to)$/.test(wordAt(line, at - 1)) && wordAt(line, at - 1) !== 'please') return null
  if (/^(?:and|will|to|can|could|you)$/.test(wordAt(line, at - 1)) && wordAt(line, at - 1) !== 'and')
    return null
  const subject: Subject = { kind: 'writer', who: 'writer', from: at, head: 'i', plural: false }
  return base(subject, at, { verb, form: 'base' }, line, { hold: true })
}

/** "Expect a call from me at 3", "look out for a text from the driver". */
function expectAnchor(line: Line, at: number): Anchor | null {
  const before = wordAt(line, at - 1)
  if (
    at > 0 &&
    !isHardBreak(line, at - 1) &&
    before !== ',' &&
    !coordinators.has(before) &&
    !/^(?:please|also|just|so|then|do|can)$/.test(before)
  )
    return null
  if (before === 'can' && wordAt(line, at - 2) !== 'you') return null
  let next = at + 1
  if (wordAt(line, at) === 'look' || wordAt(line, at) === 'watch') {
    if (startsWith(line, next, ['out', 'for'])) next += 2
    else if (wordAt(line, at) === 'watch' && wordAt(line, next) === 'for') next += 1
    else return null
  } else if (wordAt(line, at) === 'keep') {
    if (
      !(
        startsWith(line, next, ['an', 'eye', 'out', 'for']) ||
        startsWith(line, next, ['your', 'eyes', 'peeled', 'for'])
      )
    )
      return null
    next += 4
  }
  const end = clauseEnd(line, at, 'base')
  let gift = -1
  for (let index = next; index < Math.min(end, next + 8); index++)
    if (
      gifts.has(wordAt(line, index)) &&
      !/^(?:it|them|that|these|this|one|link|code|new|full|detailed|everything|another|number|details|news)$/.test(
        wordAt(line, index),
      )
    ) {
      gift = index
      break
    }
  if (gift < 0) return null
  const who = giver(line, next, end)
  if (!who) return null
  const subject: Subject = {
    kind: who === 'writer' ? 'writer' : who === 'firm' ? 'firm' : 'person',
    who,
    from: at,
    head: '',
    plural: false,
  }
  return base(subject, at, { verb: at, form: 'base' }, line)
}

/** Who "from …" names; a third party promises nothing of ours. */
export function giver(line: Line, from: number, end: number): Subject['who'] | null {
  if (wordAt(line, from) === 'my') return 'writer'
  for (let at = from; at < end; at++) {
    if (!/^(?:from|by)$/.test(wordAt(line, at)) || line.times[at] !== -1) continue
    if (wordAt(line, at + 1) === 'me') return 'writer'
    let last = at + 1
    while (
      last < end &&
      line.times[last] === -1 &&
      line.tokens[last]?.kind === 'word' &&
      !/^(?:to|with|about|on|in|for|by|at|and|from)$/.test(wordAt(line, last))
    )
      last++
    if (last === at + 1) continue
    const subject = classify(line, at + 1, last - 1)
    if (subject.kind === 'third') return null
    return subject.kind === 'person' ? subject.who : 'firm'
  }
  return 'firm'
}

/** "You have my word that …", "I promise to ring", "we undertake to refund". "I promise we will" is the promise of its clause. */
function vowAnchor(line: Line, at: number): Anchor | null {
  const word = wordAt(line, at)
  if (word === 'word') {
    if (wordAt(line, at - 1) !== 'my' || !/^(?:have|'ve|you)$/.test(wordAt(line, at - 2))) return null
    let from = at - 2
    while (from > 0 && /^(?:i|give|you|have|'ve)$/.test(wordAt(line, from - 1))) from--
    const next = wordAt(line, at + 1) === 'that' ? at + 2 : at + 1
    // The clause behind it: a subject with will. If that is I, we or a person, it is its own promise.
    for (let index = next; index < Math.min(next + 8, line.tokens.length); index++) {
      if (!will.has(wordAt(line, index))) continue
      const verb = verbAfter(line, index + 1)
      if (verb === null) return null
      const inner = subjectBefore(line, index)
      const predicate = promisedPredicate(line, inner, verb)
      return predicate
        ? base(
            { ...inner, kind: 'writer', who: inner.kind === 'firm' ? 'firm' : 'writer' },
            from,
            predicate,
            line,
          )
        : null
    }
    return null
  }
  const subject = subjectBefore(line, at)
  if (subject.kind !== 'writer' && subject.kind !== 'firm') return null
  let next = at + 1
  if (wordAt(line, next) === 'you' || wordAt(line, next) === 'u') next++
  if (wordAt(line, next) !== 'to') return null
  const verb = verbAfter(line, next + 1)
  if (verb === null) return null
  const predicate = promisedPredicate(line, subject, verb)
  return predicate && !embedded(line, subject.from) ? base(subject, subject.from, predicate, line) : null
}

/** "ill call you", "well send it": apostrophes left out in haste. */
function hastyAnchor(lines: readonly Line[], lineIndex: number, at: number): Anchor | null {
  const line = lines[lineIndex]!
  const word = wordAt(line, at)
  const before = wordAt(line, at - 1)
  if (
    at > 0 &&
    !isHardBreak(line, at - 1) &&
    before !== ',' &&
    !coordinators.has(before) &&
    !adverbs.has(before) &&
    !/^(?:ok|okay|sure|yes|hi|thanks|sorry|then|that|know)$/.test(before) &&
    line.times[at - 1] === -1
  )
    return null
  const verb = verbAfter(line, at + 1)
  if (verb === null || verb > at + 4) return null
  const next = wordAt(line, verb)
  if ((word === 'ill' || word === 'well') && !acts.has(next) && next !== 'be' && next !== 'have') return null
  if (
    word === 'well' &&
    /^(?:done|be|do|made|spotted|put|said)$/.test(next) &&
    !(next === 'be' && /^(?:in|with|sending|calling|back)$/.test(wordAt(line, verb + 1)))
  )
    return null
  if ((word === 'shell' || word === 'hell') && !acts.has(next)) return null
  const kind =
    word === 'ill'
      ? 'writer'
      : word === 'well'
        ? 'firm'
        : word === 'youll'
          ? 'you'
          : word === 'itll'
            ? 'thing'
            : 'person'
  const head = { theyll: 'they', itll: 'it', shell: 'she', hell: 'he' }[word] ?? word
  const subject = resolved(lines, lineIndex, {
    kind,
    who: kind === 'writer' ? 'writer' : 'firm',
    from: at,
    head,
    plural: false,
  })
  const predicate = promisedPredicate(line, subject, verb)
  return predicate ? base(subject, at, predicate, line) : null
}

const timetable = new Map(
  Object.entries({
    leave: 1,
    leaves: 1,
    ship: 1,
    ships: 1,
    go: 1,
    goes: 1,
    arrive: 1,
    arrives: 1,
    come: 1,
    comes: 1,
    start: 1,
    starts: 1,
    begin: 1,
    begins: 1,
    return: 1,
    returns: 1,
    follow: 1,
    follows: 1,
  }),
)

/** "Your replacement leaves here on Monday", "they go in the kiln on Thursday", "Tomorrow I bring the new glass". */
function presentAnchor(lines: readonly Line[], lineIndex: number, at: number): Anchor | null {
  const line = lines[lineIndex]!
  const word = wordAt(line, at)
  const moves = timetable.has(word)
  const plain = word.endsWith('s') ? word.slice(0, -1) : word
  const third =
    word !== plain &&
    (acts.has(plain) || acts.has(word.replace(/es$/, '')) || acts.has(word.replace(/ies$/, 'y')))
  if (!moves && !third && !acts.has(word)) return null
  if (at === 0 || (line.whens.length === 0 && !tellsLater(line, at))) return null
  const subject = resolved(lines, lineIndex, subjectBefore(line, at))
  if (subject.kind === 'none' || subject.from >= at) return null
  if (embedded(line, subject.from)) return null
  if (
    /^(?:to|will|'ll|can|could|should|would|may|might|must|not|n't|did|do|does|please)$/.test(
      wordAt(line, at - 1),
    )
  )
    return null
  const predicate: Predicate = { verb: at, form: 'state' }
  const anchor = (needsTime: Anchor['needsTime']) =>
    base(subject, subject.from, predicate, line, { needsTime, later: saysThen(line, subject.from, at) })
  switch (subject.kind) {
    case 'writer':
    case 'firm':
      // "I put nobody on it" may be the past.
      return !third &&
        acts.has(word) &&
        !/^(?:put|set|cut|read|let|shut|hit|split|close|open|start|begin|finish|work|run|show|look|ask|speak|keep|see|meet|go|come|serve|get|stop|use)$/.test(
          word,
        )
        ? anchor(tellsLater(line, at) ? 'no' : 'day')
        : null
    case 'person':
      return (third || (subject.plural && acts.has(word))) &&
        !/^(?:starts|finishes|works|opens|closes|begins|asks|runs|helps|shows|lets|looks|reads|does|keeps|meets|gets|speaks|says|takes|stops|sees|goes)$/.test(
          word,
        )
        ? anchor('day')
        : null
    case 'you':
      return /^(?:get|receive)$/.test(word) && givesAfter(line, at) ? anchor('day') : null
    case 'thing': {
      if (!moves || /^(?:up|down|away|off|with|from)$/.test(wordAt(line, at + 1))) return null
      const ours =
        /^(?:your|yours|it|they|the|my|our|a)$/.test(wordAt(line, subject.from)) ||
        subject.head === 'replacement'
      const verbFits =
        /^(?:goes|leaves|ships|comes|arrives|returns|starts|begins|follows)$/.test(word) ||
        (subject.plural && word !== 'start' && word !== 'begin')
      return ours && verbFits
        ? anchor(
            /^(?:starts|begins)$/.test(word) ||
              (/^(?:the|a)$/.test(wordAt(line, subject.from)) &&
                !/^(?:out|back|in|to|live|here)$/.test(wordAt(line, at + 1)))
              ? 'day'
              : 'any',
          )
        : null
    }
    default:
      return null
  }
}

/** "I write to you when it is there": a present tense that can only mean later. */
const tellsLater = (line: Line, at: number): boolean => {
  if (!/^(?:write|call|ring|phone|tell|text|email|message)$/.test(wordAt(line, at))) return false
  const you = wordAt(line, at + 1) === 'to' ? at + 2 : at + 1
  return wordAt(line, you) === 'you' && /^(?:when|once|if)$/.test(wordAt(line, you + 1))
}

const finished =
  /^(?:done|ready|sorted|fixed|finished|back|delivered|shipped|mended|complete|completed|refunded|posted|there)$/

/** Chat forms without subject and modal: "Calling you at 3", "Done by 3", "Ready by Friday". */
function chatAnchor(line: Line, at: number): Anchor | null {
  if (!wordAt(line, at).endsWith('ing') && !finished.test(wordAt(line, at))) return null
  if (at > 0) {
    const before = wordAt(line, at - 1)
    const opens =
      isHardBreak(line, at - 1) ||
      before === ',' ||
      /^(?:ok|okay|sure|thanks|yes|np|so|and|hi|great|cool|lovely|right|just|perfect|noted)$/.test(before)
    if (!opens) return null
    if (
      before === ',' &&
      !/^(?:sure|thanks|ok|okay|hi|yes|np|right|no|cool|great)$/.test(wordAt(line, at - 2)) &&
      !line.tokens[at - 2]?.capital
    )
      return null
    if (before === 'and' || before === 'so') if (at > 1 && !isHardBreak(line, at - 2)) return null
  }
  const word = wordAt(line, at)
  const next = wordAt(line, at + 1)
  const subject: Subject = { kind: 'writer', who: 'writer', from: at, head: '', plural: false }
  if (word.endsWith('ing') && acts.has(stem(word)) && !underWay.test(word)) {
    const object =
      /^(?:you|it|them|this|that|the|your|a|an|over|off|round|by|back|out|up|now|one|him|her|these|some|another|two|both)$/.test(
        next,
      ) || line.times[at + 1] !== -1
    return object ? base(subject, at, { verb: at, form: 'ing' }, line, { needsTime: 'any' }) : null
  }
  if (
    finished.test(word) &&
    (/^(?:by|on|at|before|with|to|tomorrow|today|tonight|in|for)$/.test(next) || line.times[at + 1] !== -1)
  ) {
    if (/^(?:back|there)$/.test(word) && !/^(?:with|to)$/.test(next)) return null
    return base({ ...subject, kind: 'firm', who: 'firm' }, at, { verb: at, form: 'state' }, line, {
      needsTime: 'any',
    })
  }
  return null
}

const stem = (word: string) => {
  const bare = word.slice(0, -3)
  if (acts.has(bare)) return bare
  if (acts.has(`${bare}e`)) return `${bare}e`
  return /(.)\1$/.test(bare) ? bare.slice(0, -1) : bare
}
