import type { Observation } from '../../draft.ts'
import { words } from '../../sentences.ts'
import { isVague } from '../acts.ts'
import { note, nowhere } from '../note.ts'
import type { Seen } from '../read.ts'
import { knownFacts, vagueThing } from './facts.ts'
import { whoOf } from './name.ts'

/** Is it able: every question answered, something done, in their words? (A2, A7, B2, C4, C6, C8) */
export function substanceChecks(seen: Seen): Observation[] {
  const { labels, asks, hurt, total, draft, context, layout } = seen
  const found: Observation[] = []
  const who = whoOf(seen)
  const { open } = seen
  const doubted = asks.find((ask) => !ask.answered && !open.includes(ask))
  const writing = !seen.finished
  // Where something is done, and a sentence is left that may be the answer in other words, nobody is stopped.
  if (open.length > 0 && !writing)
    found.push(
      note('questions.unanswered', labels.remedy && seen.spare > 0 ? 'hint' : 'important', 'A2', nowhere, {
        who,
        words: open[0]!.text,
      }),
    )
  else if (doubted && !writing)
    found.push(note('questions.unanswered', 'note', 'A2', nowhere, { who, words: doubted.text }))
  if (!labels.remedy && !writing) {
    const kind = labels.empathy === 'specific' || labels.apology === 'real' || labels.close === 'warm'
    if (kind && (hurt || asks.length > 0)) found.push(note('empathy.only', 'important', 'I2, C4'))
    else if (hurt || (asks.length > 0 && !asks.every((ask) => ask.answered)))
      found.push(note('next.missing', 'important', 'C4, C10'))
  }
  if (!labels.echo && total > 7 && words(context.customer.message).length > 12)
    found.push(note('issue.not_named', 'hint', 'C6, Packard 2021'))
  const vague = vagueThing(seen)
  if (vague)
    found.push(
      note('concrete.vague', 'note', 'Packard 2021', vague, { vague: vague.text, words: vague.theirs }),
    )
  for (const again of knownFacts(seen))
    found.push(note('ask.again', 'important', 'B2', again, { words: again.theirs }))
  if (
    !labels.remedy &&
    /\b(?:let (?:me|us) know|any questions)\b/i.test(draft) &&
    hurt &&
    !seen.doings.some((one) => one.deed === 'ask')
  )
    found.push(note('ask.needed', 'note', 'A7'))
  const no = layout.body.find((span) => refusal.test(span.text))
  if (
    no &&
    !layout.body.some((span) => (span !== no && another.test(span.text)) || anotherHere.test(span.text)) &&
    !isVague(no.text)
  )
    found.push(note('offer.alternative', 'note', 'C8', no))
  return found
}

const refusal =
  /\b(?:(?:I|we) (?:can(?:not|['’]t)|are (?:not able|unable)|am (?:not able|unable)|do not|don['’]t) (?:offer|accept|do|refund|change|help|replace|deliver|give|take|repair|make|provide|to)|(?:is|are) not (?:possible|allowed|available|eligible)|unfortunately,? (?:not|no)\b|impossible)\b/i
const another =
  /\b(?:but|instead|however|what (?:I|we) can|could|can|until|alternative(?:ly)?|otherwise|or (?:I|we|you)|if you|would you|another|try|I have|we have|I will|I['’]ll)\b/i
const anotherHere =
  /\b(?:cannot|can['’]t|not possible|unable)\b[^.!?]{0,120}\b(?:but|instead|what (?:I|we) can)\b/i
