import { isMonthFirst } from '../dates/clocks.ts'
import type { OfficeHours } from '../dates/office.ts'
import { actionOf } from './action.ts'
import type { Anchor } from './anchor.ts'
import { anchorAt } from './anchors.ts'
import { clauseEnd, verbHere } from './clauses.ts'
import { commandVerb, conditionOf } from './conditions.ts'
import { acts, coordinators, generic } from './englishWords.ts'
import { giver } from './forms/giver.ts'
import { isHardBreak, type Line, startsWith, wordAt } from './line.ts'
import type { FoundPromise } from './promise.ts'
import { isOverridden } from './silence.ts'
import { subjectBefore } from './subject.ts'
import type { Subject } from './subjectKinds.ts'
import { closingTime, dueOf, type Timing, tell, theirZone } from './timing.ts'

/** More than this nobody promises in one letter: it is a bait or a log, and reading it on is time lost. */
const most = 60

/** Promises of the lines of one text. */
export function promisesIn(
  lines: readonly Line[],
  { ref, tz, office }: { ref: number; tz: string; office: OfficeHours | null },
): FoundPromise[] {
  const timing: Timing = {
    ref,
    tz,
    office,
    monthFirst: isMonthFirst(tz),
    told: null,
    closes: closingTime(lines),
    theirZone: theirZone(lines),
    lastInstant: null,
    heard: { line: null, whens: 0 },
  }
  const found: FoundPromise[] = []
  for (let index = 0; index < lines.length && found.length < most; index++)
    for (const promise of promisesOfLine(lines, index, timing)) add(found, promise)
  return found
}

function promisesOfLine(lines: readonly Line[], lineIndex: number, timing: Timing): FoundPromise[] {
  const line = lines[lineIndex]!
  const found: FoundPromise[] = []
  const item = listItem(lines, lineIndex)
  if (item) {
    for (const one of [item, ...coordinated(line, item)]) {
      const promise = promiseOf(lines, lineIndex, one, item, 0, timing)
      if (promise) found.push(promise)
    }
    tell(line, timing, line.tokens.length)
    return found
  }
  let inherited: Subject | null = null
  let previousEnd = 0
  for (let at = 0; at < line.tokens.length; at++) {
    if (line.times[at] !== -1 || line.tokens[at]!.kind !== 'word') continue
    const anchor = anchorAt(lines, lineIndex, at, inherited)
    if (!anchor || anchor.end <= at) continue
    const chain = [anchor, ...coordinated(line, anchor)]
    const read = chain.map((one) => promiseOf(lines, lineIndex, one, anchor, previousEnd, timing))
    // "We make a new one and send it on Friday": the time behind makes promises of both.
    if (!read[0] && read.some(Boolean))
      read[0] = promiseOf(lines, lineIndex, { ...anchor, needsTime: 'no' }, anchor, previousEnd, timing)
    for (const promise of read) if (promise) found.push(promise)
    const last = chain.at(-1)!
    inherited = anchor.subject
    previousEnd = last.end
    at = Math.max(at, last.end - 1)
  }
  tell(line, timing, line.tokens.length)
  return found
}

/** An item of a list under "I will:": its verb shares the subject above. */
function listItem(lines: readonly Line[], lineIndex: number): Anchor | null {
  const line = lines[lineIndex]!
  const first = bulletEnd(line)
  if (first === 0) return null
  const verb = verbHere(line, first, 'base')
  if (verb !== first) return null
  for (let back = lineIndex - 1; back >= 0 && lineIndex - back < 12; back--) {
    const above = lines[back]!
    if (bulletEnd(above) > 0) continue
    let last = above.tokens.length - 1
    if (wordAt(above, last) !== ':') return null
    last--
    if (!/^(?:will|'ll|shall)$/.test(wordAt(above, last))) return null
    const subject = subjectBefore(above, last)
    if (subject.kind !== 'writer' && subject.kind !== 'firm') return null
    const end = clauseEnd(line, verb, 'base')
    return {
      subject: { ...subject, from: first },
      from: first,
      predicate: { verb, form: 'base' },
      end,
      hold: false,
      needsTime: 'no',
      later: false,
    }
  }
  return null
}

/** How many tokens a bullet or a number takes at the head of a line. */
const bulletEnd = (line: Line): number =>
  /^[-*•–·]$/.test(wordAt(line, 0))
    ? 1
    : line.tokens[0]?.kind === 'number' && /^[.)]$/.test(wordAt(line, 1))
      ? 2
      : 0

/** "… and call you back": verbs that share subject and modal. */
function coordinated(line: Line, first: Anchor): Anchor[] {
  const more: Anchor[] = []
  const verbal =
    acts.has(wordAt(line, first.predicate.verb)) &&
    (first.subject.kind === 'writer' || first.subject.kind === 'firm')
  if (first.predicate.form === 'state' && wordAt(line, first.predicate.verb) !== 'be' && !verbal) return more
  const form = first.predicate.form === 'state' ? 'base' : first.predicate.form
  let end = first.end
  for (let turn = 0; turn < 6; turn++) {
    let at = end
    let joined = false
    while (wordAt(line, at) === ',' || /^(?:and|or|then|plus|&|also)$/.test(wordAt(line, at))) {
      joined = true
      at++
    }
    if (!joined) {
      // "…, while it is on the ramp, and ring you": the verb goes on behind a clause in the middle.
      at = behindClause(line, end, form)
      if (at < 0) break
    }
    const later = wordAt(line, at - 1) === 'then'
    // "I undertake to send … and to arrange …"
    if (first.vow && wordAt(line, at) === 'to') at++
    const verb =
      verbHere(line, at, form === 'ing' ? 'ing' : form) ??
      (form === 'ing' && first.subject.kind !== 'thing' && wordAt(line, first.predicate.verb - 1) === 'be'
        ? verbHere(line, at, 'base')
        : null)
    if (verb === null) break
    // "try and", "go and" and hedges are seen by the verb itself.
    if (/^(?:try|hope|see)$/.test(wordAt(line, verb))) break
    // "come and introduce himself" is one.
    if (joinsVerb(line, end, verb, first)) {
      end = clauseEnd(line, verb, first.predicate.form)
      const before = more.at(-1) ?? first
      before.end = end
      continue
    }
    end = clauseEnd(line, verb, first.predicate.form)
    more.push({
      ...first,
      from: at,
      predicate: { verb, form: first.predicate.form },
      end,
      later,
      hold: false,
    })
  }
  return more
}

/** "come and see you", "stop by and fit it": a way of moving and what is done there are one act. */
const joinsVerb = (line: Line, end: number, verb: number, first: Anchor): boolean =>
  /^(?:come|go|pop|swing|stop|hop|nip|drive|head)$/.test(wordAt(line, first.predicate.verb)) &&
  end - first.predicate.verb <= 2 &&
  verb - end === 1 &&
  line.times[end - 1] === -1

/** Behind "while …", "when …": where "and" and a verb in the same form go on; -1 where none does. */
function behindClause(line: Line, end: number, form: 'base' | 'ing' | 'passive'): number {
  if (
    !/^(?:while|whilst|when|once|as|because|since|before|after|until|if|whether|what|where|how|why|who|that|which)$/.test(
      wordAt(line, end),
    )
  )
    return -1
  for (let at = end + 1; at < line.tokens.length && !isHardBreak(line, at); at++) {
    if (wordAt(line, at) !== 'and' || line.times[at] !== -1) continue
    return verbHere(line, at + 1, form) !== null && /^(?:you|it|them|back)$/.test(wordAt(line, at + 2))
      ? at + 1
      : -1
  }
  return -1
}

function promiseOf(
  lines: readonly Line[],
  lineIndex: number,
  anchor: Anchor,
  first: Anchor,
  previousEnd: number,
  timing: Timing,
): FoundPromise | null {
  const line = lines[lineIndex]!
  if (asksBack(line, anchor) || isTheirs(line, anchor) || isForAll(line, anchor)) return null
  const condition = conditionOf(line, first.from, anchor.end, previousEnd)
  if (condition.is === 'offer' || isOverridden(line, anchor, previousEnd)) return null
  const timed = dueOf(lines, lineIndex, anchor, first, condition, previousEnd, timing)
  // "Send it to me and I do it": after an act of theirs the present is our future.
  const answers =
    condition.is === 'act' && (anchor.subject.kind === 'writer' || anchor.subject.kind === 'firm')
  if (anchor.needsTime !== 'no' && !timed.named && !answers) return null
  if (anchor.needsTime === 'day' && !timed.dayNamed && !answers) return null
  const before = previousAsk(lines, lineIndex, anchor, previousEnd)
  const conditional = condition.is === 'act' || timed.onReceipt || (before && anchor.later)
  const waits =
    conditional || condition.is === 'event' || anchor.later || timed.event || saysAfterwards(line, anchor)
  const start = line.tokens[Math.min(timed.from, anchor.from)]!.start
  const end = line.tokens[quoteEnd(line, anchor) - 1]!.end
  return {
    quote: line.source.slice(start, end),
    start,
    end,
    who: whoOf(anchor, line),
    action: actionOf(line, anchor),
    due: timed.due?.due ?? null,
    dueKind: timed.due?.kind ?? (waits ? 'event' : 'none'),
    conditional,
    hold: (anchor.hold || holdsLine(lines, lineIndex, anchor)) && !timed.due && !waits,
  }
}

/** "You'll hear from me": the giver. */
function whoOf(anchor: Anchor, line: Line): FoundPromise['who'] {
  const { subject } = anchor
  // "Your son will be seen by Mrs Duarte": who does it stands behind.
  if (anchor.predicate.form === 'passive' && subject.kind !== 'you') {
    for (let at = anchor.predicate.verb + 1; at < anchor.end; at++)
      if (wordAt(line, at) === 'by' && line.times[at] === -1)
        return giver(line, at, anchor.end) ?? subject.who
    return subject.who
  }
  if (subject.kind !== 'you') return subject.who
  return giverOf(line, anchor)
}

const giverOf = (line: Line, anchor: Anchor): FoundPromise['who'] => {
  const mine =
    wordAt(line, anchor.predicate.verb + 1) === 'my' ||
    (wordAt(line, anchor.predicate.verb + 1) === 'back' && wordAt(line, anchor.predicate.verb + 2) === 'my')
  return mine ? 'writer' : (giver(line, anchor.predicate.verb + 1, anchor.end) ?? 'firm')
}

/** "I am seeing her at three and will ring you straight afterwards." */
function saysAfterwards(line: Line, anchor: Anchor): boolean {
  for (let at = anchor.predicate.verb + 1; at < anchor.end; at++) {
    const word = wordAt(line, at)
    if (
      word === 'afterwards' ||
      word === 'thereafter' ||
      (word === 'after' && /^(?:that|this)$/.test(wordAt(line, at + 1)))
    )
      return true
  }
  return false
}

/** "You'll get a number from FedEx": given by somebody else. */
const isTheirs = (line: Line, anchor: Anchor): boolean =>
  anchor.subject.kind === 'you' && giver(line, anchor.predicate.verb + 1, anchor.end) === null

/** "… will be sent to all authors", "… tuned before every concert": said of all. */
function isForAll(line: Line, anchor: Anchor): boolean {
  if (
    /^(?:every|each)$/.test(wordAt(line, anchor.predicate.verb + 1)) &&
    wordAt(line, anchor.predicate.verb + 2) !== 'one' &&
    line.times[anchor.predicate.verb + 1] === -1
  )
    return true
  // "We will extend all annual passes"
  if (
    wordAt(line, anchor.predicate.verb + 1) === 'all' &&
    wordAt(line, anchor.predicate.verb + 2).length > 3 &&
    !/^(?:of|the|your|this|that|these|those|three|four|five|six|four|over|right|outstanding)$/.test(
      wordAt(line, anchor.predicate.verb + 2),
    )
  )
    return true
  if (anchor.subject.kind !== 'thing' && anchor.subject.kind !== 'generic') return false
  for (let at = anchor.predicate.verb + 1; at < anchor.end; at++) {
    if (line.times[at] !== -1) continue
    const word = wordAt(line, at)
    if (
      /^(?:before|after|between|during|in|for|with|of)$/.test(word) &&
      /^(?:every|each)$/.test(wordAt(line, at + 1))
    )
      return true
    if (
      word === 'to' &&
      /^(?:everyone|everybody)$/.test(wordAt(line, at + 1)) &&
      wordAt(line, at + 2) !== 'else'
    )
      return true
    if (word === 'to' && generic.has(wordAt(line, at + 1)) && wordAt(line, at + 1).endsWith('s')) return true
    if (word === 'to' && wordAt(line, at + 1) === 'all' && wordAt(line, at + 2) !== 'of') return true
  }
  return (
    /^(?:before|after|between|during)$/.test(wordAt(line, anchor.end)) &&
    /^(?:every|each)$/.test(wordAt(line, anchor.end + 1))
  )
}

/** Clauses inside a question promise nothing, unless the question is a tag or a clause of its own behind them. */
function asksBack(line: Line, anchor: Anchor): boolean {
  if (!line.question) return false
  let last = line.tokens.length - 1
  while (last > 0 && line.tokens[last]!.text !== '?') last--
  return (
    anchor.end >= last ||
    (!isHardBreak(line, anchor.end) &&
      wordAt(line, anchor.end) !== ',' &&
      !coordinators.has(wordAt(line, anchor.end)))
  )
}

/** Fewer than three words: the subordinate clause stays in the quote ("I'll text when it's ready"). */
function quoteEnd(line: Line, anchor: Anchor): number {
  let words = 0
  for (let at = anchor.from; at < anchor.end; at++)
    if (line.tokens[at]!.kind === 'word' && !line.tokens[at]!.text.startsWith("'")) words++
  if (words >= 3) return trimmed(line, anchor.from, anchor.end)
  let end = anchor.end
  while (end < line.tokens.length && !isHardBreak(line, end) && wordAt(line, end) !== ',') end++
  return trimmed(line, anchor.from, end)
}

function trimmed(line: Line, from: number, end: number): number {
  let at = end
  while (
    at > from + 1 &&
    (line.tokens[at - 1]!.kind === 'mark' || coordinators.has(wordAt(line, at - 1))) &&
    !/^[%€£$)]$/.test(wordAt(line, at - 1))
  )
    at--
  return at
}

/** The sentence before asks for something: "Could you send the number? Then I'll order it." */
function previousAsk(
  lines: readonly Line[],
  lineIndex: number,
  anchor: Anchor,
  previousEnd: number,
): boolean {
  if (!anchor.later || previousEnd > 0 || lineIndex === 0) return false
  const line = lines[lineIndex - 1]!
  return commandVerbIn(line)
}

const commandVerbIn = (line: Line): boolean => commandVerb(line, 0, line.tokens.length) >= 0

const holdActs =
  /^(?:check|look|see|ask|find|pull|have|get|go|investigate|read|open|search|bring|consult|speak|confirm|review|verify|take)$/

/** "One moment, I'll check": an act named beside a hold. */
function holdsLine(lines: readonly Line[], lineIndex: number, anchor: Anchor): boolean {
  if (anchor.subject.kind !== 'writer' || !holdActs.test(wordAt(lines[lineIndex]!, anchor.predicate.verb)))
    return false
  const saysHold = (line: Line, to: number) => {
    for (let at = 0; at < to; at++) {
      const word = wordAt(line, at)
      if (
        /^(?:moment|second|sec|minute|min|mo|tick)$/.test(word) &&
        /^(?:one|a|just|1|quick|few)$/.test(wordAt(line, at - 1))
      )
        return true
      if (
        word === 'sec' ||
        startsWith(line, at, ['bear', 'with', 'me']) ||
        startsWith(line, at, ['hold', 'on']) ||
        startsWith(line, at, ['hang', 'on'])
      )
        return true
    }
    return false
  }
  return (
    saysHold(lines[lineIndex]!, anchor.from) ||
    (lineIndex > 0 &&
      lines[lineIndex - 1]!.tokens.length < 9 &&
      saysHold(lines[lineIndex - 1]!, lines[lineIndex - 1]!.tokens.length))
  )
}

/** The same promise said twice in one text is one: the first, fullest one. */
function add(found: FoundPromise[], promise: FoundPromise): void {
  const key = promise.action.toLowerCase()
  const same = found.find(
    (other) =>
      other.who === promise.who &&
      other.action.toLowerCase() === key &&
      (other.due === promise.due || promise.due === null),
  )
  if (!same) found.push(promise)
}
