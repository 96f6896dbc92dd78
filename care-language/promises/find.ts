import { isMonthFirst } from '../dates/clocks.ts'
import type { OfficeHours } from '../dates/office.ts'
import { actionOf } from './action.ts'
import type { Anchor } from './anchor.ts'
import { anchorAt } from './anchors.ts'
import { addressesMany } from './audience.ts'
import { coordinated, listItem } from './chain.ts'
import { startsClause } from './clauses.ts'
import { commandVerb } from './conditions/command.ts'
import { conditionOf } from './conditions.ts'
import { coordinators } from './englishWords.ts'
import { giver } from './forms/giver.ts'
import { isHardBreak, type Line, type Page, startsWith, wordAt } from './line.ts'
import { type Memory, recall } from './memory.ts'
import type { FoundPromise } from './promise.ts'
import { remainingAnchor } from './remaining/remaining.ts'
import { asksBack, isForAll, isTheirs, saysAfterwards } from './saidOf.ts'
import { isOverridden } from './silence.ts'
import type { Subject } from './subjectKinds.ts'
import { closingTime, dueOf, type Timing, tell, theirZone } from './timing.ts'

/** "Dear tenant, an electrician will inspect your flat": to all, and to each. */
const theirHome = /\byour (?:flat|home|house|property|apartment|unit|room|meter)\b/i

/** More than this nobody promises in one letter: it is a bait or a log, and reading it on is time lost. */
const most = 60

/** Promises of the lines of one text. */
export function promisesIn(
  { lines, starts }: Page,
  { ref, tz, office }: { ref: number; tz: string; office: OfficeHours | null },
  memory: Memory,
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
  const circumstances = recall(
    memory.circumstances,
    JSON.stringify([ref, tz, office, timing.closes, timing.theirZone]),
    () => ++memory.given,
  )
  const found: FoundPromise[] = []
  const announces = addressesMany(lines)
  for (let index = 0; index < lines.length && found.length < most; index++) {
    const key = `${circumstances} ${timing.told}${neighboursOf(lines, index)}`
    const { promises, told } = recall(memory.told, key, () => ({
      promises: promisesOfLine(lines, index, timing),
      told: timing.told,
    }))
    timing.told = told
    for (const promise of promises)
      if (!announces || promise.who === 'writer' || (promise.due && theirHome.test(promise.quote)))
        add(found, moved(promise, starts[index]!))
  }
  return found
}

const moved = (promise: FoundPromise, by: number): FoundPromise => ({
  ...promise,
  start: promise.start + by,
  end: promise.end + by,
})

/** All that is looked at when a line is read: whom "she" means, what was asked before, the time behind it; of a list its head. */
function neighboursOf(lines: readonly Line[], index: number): string {
  const first = wordAt(lines[index]!, 0)
  const above = lines[index - 1]
  const listed =
    /^(?:[-*•–·]|\d+)$/.test(first) || (above?.tokens.length === 2 && above.tokens[0]!.kind === 'number')
  let key = ''
  for (let at = Math.max(0, index - (listed ? 12 : 2)); at <= index + 1 && at < lines.length; at++)
    key += `${at === index ? '!' : ' '}${lines[at]!.number}`
  return key
}

function promisesOfLine(lines: readonly Line[], lineIndex: number, timing: Timing): FoundPromise[] {
  const line = lines[lineIndex]!
  timing.heard = { line: null, whens: 0 }
  timing.lastInstant = null
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
    const known = anchorAt(lines, lineIndex, at, inherited)
    const anchor: Anchor | null = known ?? remainingAnchor(lines, lineIndex, at, inherited)
    if (!anchor || anchor.end <= at) continue
    const chain = known ? [anchor, ...coordinated(line, anchor)] : [anchor]
    const read = chain.map((one) => promiseOf(lines, lineIndex, one, anchor, previousEnd, timing))
    // "We make a new one and send it on Friday": the time behind makes promises of both.
    if (!read[0] && read.some(Boolean) && wordAt(line, anchor.end - 1) !== 'now')
      read[0] = promiseOf(lines, lineIndex, { ...anchor, needsTime: 'no' }, anchor, previousEnd, timing)
    // "I drive over tomorrow, pick up the part and fit it": so does the time in front.
    if (read[0] && anchor.needsTime !== 'no')
      for (let index = 1; index < chain.length; index++)
        read[index] ??= promiseOf(
          lines,
          lineIndex,
          { ...chain[index]!, needsTime: 'no' },
          anchor,
          previousEnd,
          timing,
        )
    for (const promise of read) if (promise) found.push(promise)
    const last = chain.at(-1)!
    inherited = anchor.subject
    previousEnd = last.end
    at = Math.max(at, last.end - 1)
  }
  tell(line, timing, line.tokens.length)
  return found
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
  // "I'll b": a word that is still being written.
  const verb = line.tokens[anchor.predicate.verb]!
  if (verb.end - verb.start < 2 && verb.end === line.source.length) return null
  if (asksBack(line, anchor) || isTheirs(line, anchor) || isForAll(line, anchor)) return null
  const condition = conditionOf(line, first.from, anchor.end, previousEnd)
  if (condition.is === 'offer' || isOverridden(line, anchor, previousEnd)) return null
  const timed = dueOf(lines, lineIndex, anchor, first, condition, previousEnd, timing)
  // "Send it to me and I do it": after an act of theirs the present is our future.
  const answers =
    condition.is === 'act' && (anchor.subject.kind === 'writer' || anchor.subject.kind === 'firm')
  if (anchor.needsTime !== 'no' && !timed.named && !answers) return null
  if (anchor.needsTime === 'day' && !timed.dayNamed && !answers) return null
  if (anchor.needsTime === 'today' && !timed.todayNamed && !answers) return null
  if (anchor.weighed && anchor.needsTime !== 'no' && !timed.due && condition.is === 'none') return null
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
    condition: conditional ? line.source.trim() : null,
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

/** Fewer than three words: the subordinate clause stays in the quote ("I'll text when it's ready"). */
function quoteEnd(line: Line, anchor: Anchor): number {
  let words = 0
  for (let at = anchor.from; at < anchor.end; at++)
    if (line.tokens[at]!.kind === 'word' && !line.tokens[at]!.text.startsWith("'")) words++
  if (words >= 3) return trimmed(line, anchor.from, anchor.end)
  let end = anchor.end
  while (
    end < line.tokens.length &&
    !isHardBreak(line, end) &&
    wordAt(line, end) !== ',' &&
    !(coordinators.has(wordAt(line, end)) && startsClause(line, end + 1))
  )
    end++
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
  if (!anchor.later || previousEnd > 0 || lineIndex === 0 || wordAt(lines[lineIndex]!, 0) === 'otherwise')
    return false
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

const calling = /^(?:call|ring|phone|telephone)(?: you)?(?: (?:from|on|at|between)\b.*)?$/i

/** "Nadia is going to call you on Thursday; she'll ring from an 0800 number", "two men will come; expect them at nine". */
const restates = (before: FoundPromise | undefined, promise: FoundPromise): boolean =>
  before !== undefined &&
  promise.start - before.end < 90 &&
  ((before.who === promise.who &&
    promise.due === null &&
    promise.dueKind === 'none' &&
    calling.test(promise.action) &&
    /^(?:call|ring|phone|telephone) you\b/i.test(before.action)) ||
    (/^expect (?:it|them|him|her)\b/i.test(promise.quote) && before.due !== null))

/** The same promise said twice in one text is one: the first, fullest one. */
function add(found: FoundPromise[], promise: FoundPromise): void {
  const key = promise.action.toLowerCase()
  const same = found.find(
    (other) =>
      other.who === promise.who &&
      other.action.toLowerCase() === key &&
      (other.due === promise.due || promise.due === null),
  )
  if (!same && !restates(found.at(-1), promise)) found.push(promise)
}
