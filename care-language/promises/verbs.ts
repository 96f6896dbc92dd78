import {
  acts,
  adverbs,
  gifts,
  habits,
  hedges,
  idle,
  irregular,
  money,
  notDone,
  receiving,
  roles,
  thingVerbs,
} from './englishWords.ts'
import { isHardBreak, type Line, startsWith, wordAt } from './line.ts'
import type { Subject } from './subjectKinds.ts'

/** What stands after a modal: the verb, and whether it is one of ours that the customer may hold us to. */
export interface Predicate {
  /** Index of the verb that acts: "call" in "be calling", "refunded" in "be refunded". */
  verb: number
  form: 'base' | 'ing' | 'passive' | 'state'
}

const idleByFirst = new Map<string, (readonly string[])[]>()
for (const phrase of idle) idleByFirst.set(phrase[0]!, [...(idleByFirst.get(phrase[0]!) ?? []), phrase])

/** Skips what may stand between a modal and its verb; null where a negation or a hedge stands there. */
export function verbAfter(line: Line, from: number): number | null {
  let at = from
  for (let steps = 0; steps < 12; steps++) {
    const word = wordAt(line, at)
    if (
      word === "n't" ||
      word === 'not' ||
      word === 'never' ||
      word === 'no' ||
      hedges.has(word) ||
      habits.has(word)
    )
      return null
    if (line.times[at] !== -1 && line.times[at] !== undefined) {
      at = line.whens[line.times[at]!]!.to
      continue
    }
    const aside = word === ',' ? asideEnd(line, at) : 0
    if (aside) at = aside
    else if (adverbs.has(word)) at++
    else if (startsWith(line, at, ['be', 'sure', 'to']) || startsWith(line, at, ['make', 'sure', 'to']))
      at += 3
    else if (startsWith(line, at, ['of', 'course'])) at += 2
    else if (startsWith(line, at, ['go', 'ahead', 'and']) || startsWith(line, at, ['get', 'back', 'and']))
      at += 3
    else if (startsWith(line, at, ['go', 'and'])) at += 2
    else if (startsWith(line, at, ['as', 'promised'])) at += 2
    else if (
      startsWith(line, at, ['in', 'turn']) ||
      startsWith(line, at, ['at', 'once']) ||
      startsWith(line, at, ['once', 'more'])
    )
      at += 2
    else if (
      (startsWith(line, at, ['have', 'to']) || startsWith(line, at, ['need', 'to'])) &&
      /^(?:check|ask|speak|talk|find|look|contact|chase|confirm|consult|investigate|raise|escalate|get)$/.test(
        wordAt(line, at + 2),
      )
    )
      at += 2
    else if (word === ',' && adverbs.has(wordAt(line, at - 1)) === false && at > from) return at
    else return at
  }
  return at
}

/** ", of course," between a modal and its verb: where it ends, or 0. */
function asideEnd(line: Line, comma: number): number {
  for (let at = comma + 1; at < comma + 6 && at < line.tokens.length; at++) {
    if (wordAt(line, at) === ',') return at + 1
    if (isHardBreak(line, at) || line.tokens[at]!.kind === 'mark') return 0
  }
  return 0
}

const idleAt = (line: Line, at: number): boolean =>
  (idleByFirst.get(wordAt(line, at)) ?? []).some(
    (phrase) => startsWith(line, at, phrase) && !rescued(line, at, phrase),
  )

/** Idle phrases that are acts after all: "be back on Monday to finish it", "see to it", "close the account". */
function rescued(line: Line, at: number, phrase: readonly string[]): boolean {
  const after = wordAt(line, at + phrase.length)
  switch (phrase.join(' ')) {
    case 'see':
      return /^(?:to|what|if|whether|about|that|it)$/.test(after)
    case 'try':
      return after === 'again'
    case 'be out':
      return /^(?:to|there|with|at)$/.test(after)
    case 'be around':
      return /^(?:to|at|on|with)$/.test(after) && hasTime(line, at)
    case 'get it':
      return !/^(?:,|\.|!|now|then)?$/.test(after)
    case 'stay':
      return /^(?:in|on)$/.test(after) && /^(?:touch|it|the|top)$/.test(wordAt(line, at + 2))
    case 'be moving':
      return /^(?:your|you|the|it|this)$/.test(after)
    case 'be carrying':
      return after === 'out' && hasTime(line, at)
    default:
      return false
  }
}

const hasTime = (line: Line, from: number) => line.whens.some((one) => one.from > from && !one.when.now)

/** The predicate after a modal that promises, for this kind of subject; null where it does not. */
export function promisedPredicate(line: Line, subject: Subject, at: number): Predicate | null {
  const word = wordAt(line, at)
  const token = line.tokens[at]
  if (token?.kind !== 'word') return null
  switch (subject.kind) {
    case 'writer':
    case 'firm':
    case 'none':
      return actorPredicate(line, at, subject)
    case 'person':
      return personPredicate(line, at, subject)
    case 'thing':
      return thingPredicate(line, subject, at)
    case 'system':
    case 'place':
      return /^(?:your|this|that)$/.test(wordAt(line, subject.from)) ||
        subject.kind === 'system' ||
        subject.head === 'there' ||
        word !== 'be'
        ? placedPredicate(line, subject, at)
        : null
    case 'family':
      return word === 'be' ? participleAt(line, at + 1) : null
    case 'generic':
      return subject.plural && word === 'be' && toThem(line, at) ? participleAt(line, at + 1) : null
    case 'you':
      return givenPredicate(line, at)
    default:
      return null
  }
}

/** "Tickets will be emailed to you": said of all, but to this one. */
function toThem(line: Line, from: number): boolean {
  for (let at = from; at < Math.min(from + 8, line.tokens.length) && !isHardBreak(line, at); at++)
    if (wordAt(line, at) === 'you') return true
  return false
}

/** Systems and places act by themselves or for everybody; what is done to them by us, for this customer, is a promise. */
function placedPredicate(line: Line, subject: Subject, at: number): Predicate | null {
  const word = wordAt(line, at)
  // "There'll be an engineer with you by three."
  if (subject.head === 'there' && word === 'be') {
    for (let index = at + 1; index < at + 5; index++)
      if (roles.has(wordAt(line, index)) && hasTime(line, index))
        return startsWith(line, index + 1, ['with', 'you']) || wordAt(line, index + 1) === 'out'
          ? { verb: at, form: 'state' }
          : null
  }
  if (subject.kind === 'place') {
    // "The bakery will ring you": a place that acts towards the customer is our people.
    return word !== 'be' &&
      acts.has(word) &&
      !/^(?:close|open|reopen|start|begin|move|finish|stop|do|run|help|show|set|change|go|come|keep|meet|work|read|take)$/.test(
        word,
      ) &&
      subject.head !== 'there'
      ? { verb: at, form: 'base' }
      : null
  }
  if (word !== 'be') return null
  const after = participleAt(line, at + 1)
  return after &&
    !/^(?:updated|charged|retried|renewed|logged|reset|saved|sent|downgraded|synced|applied|added|restarted)$/.test(
      wordAt(line, after.verb),
    )
    ? subject.head === 'card' && wordAt(line, subject.from) === 'the'
      ? null
      : after
    : stateAt(line, at + 1, true)
}

function actorPredicate(line: Line, at: number, subject: Subject): Predicate | null {
  const word = wordAt(line, at)
  if (word === 'be') {
    if (wordAt(line, at + 1) === 'back') return backPredicate(line, at)
    if (idleAt(line, at)) return null
    let next = at + 1
    while (adverbs.has(wordAt(line, next))) next++
    const verb = wordAt(line, next)
    if (verb.endsWith('ing') && verb.length > 4) return idleIng(verb) ? null : { verb: next, form: 'ing' }
    if (/^(?:in|with|round|over|there|out|along|by|through|onto|on|at|straight|right)$/.test(verb)) {
      if (verb === 'in' && !/^(?:touch|contact|your|to)$/.test(wordAt(line, next + 1))) return null
      if (verb === 'on' && !/^(?:it|to|this|that|your|site|the)$/.test(wordAt(line, next + 1))) return null
      if (verb === 'at' && !/^(?:your|yours)$/.test(wordAt(line, next + 1))) return null
      if (verb === 'there' && !hasTime(line, next) && !/^(?:to|with)$/.test(wordAt(line, next + 1)))
        return null
      if (verb === 'right' && wordAt(line, next + 1) === 'back') return null
      return { verb: at, form: 'state' }
    }
    return participleAt(line, next) && subject.kind === 'none' ? participleAt(line, next) : null
  }
  if (word === 'have') return havePredicate(line, at)
  if (idleAt(line, at)) return null
  if (
    /^(?:i|we|you|he|she|it|they|the|a|an|your|my|our|this|that|there|and|or|but|to|in|on|at|of|for)$/.test(
      word,
    )
  )
    return null
  if (
    word === 'get' &&
    /^(?:a|the|some|more|paid|married|old|tired)$/.test(wordAt(line, at + 1)) &&
    wordAt(line, at + 2) === 'chance'
  )
    return null
  return { verb: at, form: 'base' }
}

const idleIng = (verb: string) =>
  /^(?:thinking|hoping|trying|aiming|looking-forward|needing|waiting|missing|closing|opening|reopening|using|asking|charging|being|having|celebrating|wondering|billing|enjoying|seeing|losing|praying|watching-the|working)$/.test(
    verb,
  )

/** "be back to you by four", "be back on Monday to finish": not "be back in the office". */
function backPredicate(line: Line, at: number): Predicate | null {
  const next = wordAt(line, at + 2)
  if (/^(?:to|with|in-touch|onto|out|round|over)$/.test(next) || startsWith(line, at + 2, ['in', 'touch']))
    return { verb: at, form: 'state' }
  for (let index = at + 2; index < Math.min(at + 10, line.tokens.length); index++)
    if (wordAt(line, index) === 'to' && line.times[index] === -1 && acts.has(wordAt(line, index + 1)))
      return { verb: at, form: 'state' }
  return null
}

/** "have it ready", "have the cake boxed", "have an answer for you": something got done, not stock that comes in. */
function havePredicate(line: Line, at: number): Predicate | null {
  const first = wordAt(line, at + 1)
  if (/^(?:to|been|had|no|more|some|plenty|lots|time|access)$/.test(first)) return null
  if (/^(?:it|that|this|them|these|those|him|her|you|your|someone|somebody|everything)$/.test(first))
    return { verb: at, form: 'base' }
  if (
    /^(?:a|an)$/.test(first) &&
    /^(?:look|word|chat|read|dig|check|think|answer|update|quote|price|reply|decision|word|proper|quick|good|full|closer|plan|solution|technician|driver|engineer|colleague|report)$/.test(
      wordAt(line, at + 2),
    )
  )
    return { verb: at, form: 'base' }
  for (
    let index = at + 1;
    index < Math.min(at + 14, line.tokens.length) && !isHardBreak(line, index);
    index++
  ) {
    const word = wordAt(line, index)
    if (
      /^(?:ready|back|done|out|boxed|waiting|finished|sorted|fixed|with|over|you|delivered|wrapped|packed|up|running|dispatched|sent|booked|set)$/.test(
        word,
      )
    )
      return { verb: at, form: 'base' }
    if (index > at + 2 && participleWord(word) && !roles.has(word)) return { verb: at, form: 'base' }
    if (index === at + 1 && line.tokens[index]!.capital) return { verb: at, form: 'base' }
  }
  if (/^(?:my|our|the)$/.test(first)) {
    for (let index = at + 2; index < Math.min(at + 6, line.tokens.length); index++)
      if (roles.has(wordAt(line, index))) return { verb: at, form: 'base' }
    if (first === 'the' && gifts.has(wordAt(line, at + 2))) return { verb: at, form: 'base' }
  }
  return null
}

function personPredicate(line: Line, at: number, subject: Subject): Predicate | null {
  const word = wordAt(line, at)
  if (/^(?:ask|need|want|require|know|like|love|expect|have|think|understand|see)$/.test(word)) {
    if (word === 'see' && /^(?:you|to|him|her|them)$/.test(wordAt(line, at + 1)))
      return { verb: at, form: 'base' }
    if (word === 'have')
      return wordAt(line, at + 1) === 'a' && /^(?:look|word|chat)$/.test(wordAt(line, at + 2))
        ? { verb: at, form: 'base' }
        : havePredicate(line, at)
    return null
  }
  if (word === 'be') {
    const next = wordAt(line, at + 1)
    if (
      /^(?:happy|glad|able|available|away|off|out|in|closed|open|pleased|delighted|here|on|wearing|asking|looking-for|a|an|the|late|too|very|your|one|our|delayed|back)$/.test(
        next,
      )
    )
      return startsWith(line, at + 1, ['in', 'touch']) ||
        startsWith(line, at + 1, ['in', 'contact']) ||
        (next === 'out' && hasTime(line, at)) ||
        (next === 'on' && /^(?:site|the|their|his|her)$/.test(wordAt(line, at + 2)) && hasTime(line, at)) ||
        (next === 'back' && backPredicate(line, at))
        ? { verb: at, form: 'state' }
        : null
    if (next.endsWith('ing') && next.length > 4) return idleIng(next) ? null : { verb: at + 1, form: 'ing' }
    if (/^(?:with|round|there|over|along|by)$/.test(next)) return { verb: at, form: 'state' }
    return participleAt(line, at + 1)
  }
  if (subject.head === 'they' && /^(?:ask|need)$/.test(word)) return null
  if (idleAt(line, at) && !acts.has(word)) return null
  return { verb: at, form: 'base' }
}

function thingPredicate(line: Line, subject: Subject, at: number): Predicate | null {
  const word = wordAt(line, at)
  if (word !== 'be') {
    if (!thingVerbs.has(word)) {
      // "They'll call you": a plural pronoun may be people.
      return subject.head === 'they' &&
        acts.has(word) &&
        !/^(?:need|ask|take|do|go|come|keep|run|work|show|start|begin|open|close|set|stop|change|hold|turn|leave)$/.test(
          word,
        )
        ? { verb: at, form: 'base' }
        : null
    }
    if (word === 'receive' || (word === 'appear' && !/^(?:on|in|as)$/.test(wordAt(line, at + 1)))) return null
    if (word === 'get' && !/^(?:to|there|back)$/.test(wordAt(line, at + 1))) return null
    if (word === 'turn' && wordAt(line, at + 1) !== 'up') return null
    if (word === 'hit' && !/^(?:your|the)$/.test(wordAt(line, at + 1))) return null
    if (word === 'show' && !/^(?:up|on|in|as)$/.test(wordAt(line, at + 1))) return null
    if (word === 'drop' && !/^(?:on|through|in|into)$/.test(wordAt(line, at + 1))) return null
    if (word === 'go' && /^(?:up|down|away|well|smoothly|bad|off|wrong)$/.test(wordAt(line, at + 1)))
      return null
    if (word === 'come' && /^(?:up|down|off|apart|true|of)$/.test(wordAt(line, at + 1))) return null
    if (word === 'start' && /^(?:to)$/.test(wordAt(line, at + 1))) return null
    if (
      /^(?:this|that|these|those)$/.test(subject.head) &&
      word !== 'go' &&
      word !== 'arrive' &&
      word !== 'reach' &&
      word !== 'be'
    )
      return null
    return { verb: at, form: 'state' }
  }
  let next = at + 1
  while (adverbs.has(wordAt(line, next)) || /^(?:all|fully|completely|back)$/.test(wordAt(line, next))) {
    if (wordAt(line, next) === 'back') break
    next++
  }
  if (habits.has(wordAt(line, next)) || hedges.has(wordAt(line, next)) || wordAt(line, next) === 'not')
    return null
  const done = participleAt(line, next)
  if (done) {
    const verb = wordAt(line, done.verb)
    // What is taken from the customer is no promise to them.
    if (money.has(subject.head) && /^(?:collected|taken|debited|due|charged|deducted)$/.test(verb))
      return null
    // Roads and shops are closed for everybody, an account for its holder.
    if (
      verb === 'closed' &&
      wordAt(line, subject.from) !== 'your' &&
      !/^(?:account|case|ticket|file|complaint|it)$/.test(subject.head)
    )
      return null
    if (verb === 'taken' && !/^(?:off|care|back|out|away|to)$/.test(wordAt(line, done.verb + 1))) return null
    if (/^(?:that|this)$/.test(subject.head) && verb === 'said') return null
    return done
  }
  const ing = wordAt(line, next)
  if (
    ing.endsWith('ing') &&
    /^(?:leaving|arriving|coming|going|starting|shipping|heading|returning|following|landing|reaching|winging)$/.test(
      ing,
    )
  )
    return { verb: next, form: 'ing' }
  return stateAt(line, next, false)
}

/** "with you", "ready", "back", "in the post", "on its way": the end we answer for. */
function stateAt(line: Line, next: number, system: boolean): Predicate | null {
  const state = wordAt(line, next)
  const after = wordAt(line, next + 1)
  const fits =
    /^(?:ready|fixed|sorted|done|complete|finished|good-as-new|live|restored|working|mended|yours|repaired)$/.test(
      state,
    ) ||
    (!system &&
      (/^(?:back|there|round|over|out)$/.test(state) ||
        (state === 'with' && /^(?:you|him|her|them|your)$/.test(after)) ||
        (state === 'on' &&
          /^(?:its|the|their|your|it|my)$/.test(after) &&
          !startsWith(line, next + 1, ['the', 'house'])) ||
        (state === 'in' &&
          /^(?:the|your|place|stock)$/.test(after) &&
          after !== 'stock' &&
          !/^(?:shop|way|end|red)$/.test(wordAt(line, next + 2))) ||
        (state === 'at' && /^(?:your|the)$/.test(after) && hasTime(line, next)) ||
        (state === 'up' && /^(?:and|again)$/.test(after)) ||
        (state === 'available' && /^(?:for|to)$/.test(after)) ||
        (state === 'off' && /^(?:to)$/.test(after)) ||
        (state === 'here' && hasTime(line, next))))
  if (!fits) return null
  if (system && state === 'working' && !/^(?:again|properly)$/.test(after) && !hasTime(line, next))
    return null
  return { verb: next, form: 'state' }
}

/** A participle that says we did it. */
export function participleAt(line: Line, index: number): Predicate | null {
  let at = index
  while (
    adverbs.has(wordAt(line, at)) ||
    /^(?:fully|completely|properly|being|automatically|carefully|securely)$/.test(wordAt(line, at))
  ) {
    if (wordAt(line, at) === 'automatically') return null
    at++
  }
  const word = wordAt(line, at)
  if (startsWith(line, at, ['re', '-']) && participleWord(wordAt(line, at + 2)))
    return { verb: at + 2, form: 'passive' }
  return participleWord(word) && !notDone.has(word) ? { verb: at, form: 'passive' } : null
}

const participleWord = (word: string): boolean =>
  (word.length > 3 && word.endsWith('ed') && !/^(?:need|feed|speed|indeed|seed|red)$/.test(word)) ||
  (Object.hasOwn(irregular, word) && word !== 'left' && word !== 'read' && word !== 'let')

/** "You will receive a card", "you'll hear from me", "you'll be contacted": we are the giver. */
function givenPredicate(line: Line, at: number): Predicate | null {
  const word = wordAt(line, at)
  if (!receiving.has(word)) return null
  if (startsWith(line, at, ['be', 'the', 'first', 'to'])) return { verb: at, form: 'base' }
  if (word === 'be') {
    let next = at + 1
    while (adverbs.has(wordAt(line, next))) next++
    const verb = wordAt(line, next)
    if (/^(?:receiving|getting|hearing|having)$/.test(verb))
      return received(
        line,
        next,
        verb === 'getting' ? 'get' : verb === 'hearing' ? 'hear' : verb === 'having' ? 'have' : 'receive',
      )
        ? { verb: next, form: 'ing' }
        : null
    return /^(?:contacted|assisted|helped|called|rung|phoned|emailed|e-mailed|refunded|credited|reimbursed|notified|informed|updated|sent|given|compensated|repaid|paid|seen|visited|met|moved|upgraded|texted|told|transferred|issued|reconnected|added|assigned|collected|picked|put|back|reinstated|allocated|placed|rebooked|booked|registered|enrolled|removed|unsubscribed|included|kept)$/.test(
      verb,
    )
      ? verb === 'back' || (verb === 'included' && !hasTime(line, next))
        ? null
        : { verb: next, form: 'passive' }
      : null
  }
  return received(line, at, word) ? { verb: at, form: 'base' } : null
}

function received(line: Line, at: number, verb: string): boolean {
  let next = at + 1
  while (adverbs.has(wordAt(line, next)) || wordAt(line, next) === 'back') next++
  const first = wordAt(line, next)
  if (verb === 'hear')
    return (
      /^(?:from|back|of|more|,|by|today|tomorrow|before|within|on|shortly|soon|as)?$/.test(
        wordAt(line, at + 1),
      ) || line.times[at + 1] !== -1
    )
  if (
    verb === 'have' &&
    /^(?:to|seen|noticed|been|had|read|heard|received|a-chance|access|no|plenty|full-control|until|two|three)$/.test(
      first,
    )
  )
    return false
  if (
    verb === 'get' &&
    /^(?:used|to|a-better|better|there|the-hang|lost|tired|more|20|10|%|an-error|on|off|in|out)$/.test(first)
  )
    return false
  // The object: something we give. Look over its first words.
  for (let index = next; index < Math.min(next + 8, line.tokens.length); index++) {
    const word = wordAt(line, index)
    if (isHardBreak(line, index) || word === ',' || word === 'to') break
    if (gifts.has(word) && !(word === 'new' && verb === 'get')) return true
    if (verb === 'receive' && /^(?:your|our|my)$/.test(word)) return true
    if (/^(?:your|my|our)$/.test(word) && hasTime(line, at)) return true
    if (index > next && line.times[index] !== -1) return verb === 'receive' || hasTime(line, at)
  }
  if (verb === 'receive') return !/^(?:\d|%|local|more)$/.test(first)
  return (verb === 'have' || verb === 'get') && /^(?:the|a|an|your|my|our)$/.test(first) && hasTime(line, at)
}

const doubled = /([bdgmnprt])\1$/
const needsE =
  /(?:[aeiou](?:s|c|v|z|g|k|r|p|n)|[aeio]t|u[mt]|bl|pl|tl|dl|ng[e]|nc|rs|lv|rv|rg|dg|ns|id|ud|ad|od|ol|ul|il|us|iq)$/

/** The base form of a verb: "calling" → "call", "refunded" → "refund", "sent" → "send". A hint for people, not a key. */
export function baseForm(word: string): string {
  const known = irregular[word]
  if (known) return known
  if (word.endsWith('ing') && word.length > 5) return stemOf(word.slice(0, -3))
  if (word.endsWith('ied') && word.length > 4) return `${word.slice(0, -3)}y`
  if (word.endsWith('ed') && word.length > 4) return stemOf(word.slice(0, -2))
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`
  if (/(?:sh|ch|ss|x|o)es$/.test(word)) return word.slice(0, -2)
  return word.endsWith('s') && !word.endsWith('ss') && word.length > 3 ? word.slice(0, -1) : word
}

const stemOf = (stem: string): string => {
  if (acts.has(stem)) return stem
  if (acts.has(`${stem}e`)) return `${stem}e`
  if (doubled.test(stem)) {
    const single = stem.slice(0, -1)
    return acts.has(single) || stem.length > 4 ? single : stem
  }
  return needsE.test(stem) ? `${stem}e` : stem
}
