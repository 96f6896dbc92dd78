import { read } from './draft/read.ts'
import { saysWhen } from './draft/times.ts'
import type { DraftContext } from './draft.ts'
import { readInbound } from './inbound.ts'
import { asksAfterwards, givesExtra } from './recoveryWords.ts'
import type { Span } from './sentences.ts'

export type RecoveryStepName = 'acknowledge' | 'apologise' | 'fix' | 'explain' | 'extra' | 'check'

/** A step of making right that a letter does, and the sentence that does it. */
export interface FoundStep extends Span {
  step: RecoveryStepName
}

/**
 * Which steps of making right a letter of ours does, each with its first sentence, in the order of the text. Where nothing clear is
 * said, nothing is found: a person confirms each of them. Pure; the same input gives the same result.
 */
export function stepsIn(letter: string, context: DraftContext): FoundStep[] {
  const ours: DraftContext = { ...context, ours: { ...context.ours, fault: 'ours' } }
  const { labels, empathy, apology, doings, promises, layout } = read(
    letter,
    ours,
    readInbound(context.customer.message),
  )
  const at = (start: number) => layout.body.find((span) => span.start <= start && start < span.end)
  const acts = doings.filter((one) => one.deed === 'act').map((one) => one.span)
  const extra = layout.body.find((span) => givesExtra(span.text))
  const check = layout.body.find((span) => asksAfterwards(span.text))
  // A gift and a question for later are no repair.
  const fix = acts.find((span) => span !== extra && span !== check)
  // The hour stands best in a sentence of its own; in that of the fix it counts too.
  const dated = [
    ...promises.flatMap((one) => (one.due !== null && !one.hold ? (at(one.start) ?? []) : [])),
    ...acts.filter((span) => saysWhen(span.text)),
  ].filter((span) => span !== check)
  const timed = dated.find((span) => span !== fix) ?? dated[0]
  const found: [RecoveryStepName, Span | undefined][] = [
    ['acknowledge', empathy.specific[0]],
    ['apologise', labels.apology === 'real' && apology.at ? at(apology.at.start) : undefined],
    ['fix', fix],
    ['explain', timed],
    ['extra', extra],
    ['check', check],
  ]
  return found.flatMap(([step, span]) => (span ? [{ step, ...span }] : [])).sort((a, b) => a.start - b.start)
}
