import { segmentStart, startsClause } from './clauses.ts'
import { commandCondition } from './conditions/command.ts'
import { type Condition, none } from './conditions/condition.ts'
import { judged } from './conditions/judged.ts'
import { opensAt } from './conditions/opens.ts'
import { acts, adverbs, coordinators, will } from './englishWords.ts'
import { isHardBreak, type Line, wordAt } from './line.ts'

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
  if (trailing.is !== 'none' && command.is !== 'act') return trailing
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
  // "…, just say when you need it"
  if (
    wordAt(line, end) === ',' &&
    /^(?:say|shout|tell|let)$/.test(wordAt(line, at)) &&
    /^(?:when|if|me|us|so|the)$/.test(wordAt(line, at + 1))
  )
    return { is: 'act', when: -1 }
  const opened = opensAt(line, at)
  if (!opened) return none
  if (opened.word === 'unless') return none
  let to = opened.from
  while (
    to < line.tokens.length &&
    !isHardBreak(line, to) &&
    !(/^(?:,|and|but)$/.test(wordAt(line, to)) && to > opened.from + 1 && startsClause(line, to + 1))
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
