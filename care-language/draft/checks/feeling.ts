import type { Observation } from '../../draft.ts'
import { remember } from '../../remember.ts'
import { isAccident } from '../apology.ts'
import { note, nowhere } from '../note.ts'
import type { Seen } from '../read.ts'
import { whoOf } from './name.ts'

/** In order and honest: seen before fixed; a sorry that is ours, plain, and followed by repair. (C2, C3, C4) */
export function feelingChecks(seen: Seen): Observation[] {
  const { labels, hurt, ourFault, apology, empathy, total, inbound, context } = seen
  const found: Observation[] = []
  const failed = !seen.theirSlip
  if (seen.finished) found.push(...apologyChecks(seen))
  const excuse = excuseIn(seen)
  if (excuse) found.push(note('apology.but', 'note', 'C3', excuse))
  const pains = inbound.evidence.find((one) =>
    ['upset', 'vulnerable', 'failure', 'repeat'].includes(one.signal),
  )
  // Where the soup burns, the next step is the kindness.
  const burning =
    context.channel === 'chat' &&
    (ourFault ? labels.apology === 'real' && labels.remedy && labels.when : inbound.signals.urgent >= 0.7)
  // A slip of their own is told so that it be undone; pain must be said, or nothing done.
  const pained =
    failed || !labels.remedy || inbound.signals.upset >= 0.55 || inbound.signals.vulnerable >= 0.8
  // "I am 58 and a bit ashamed": with nobody at fault, a mild word beside a plain question is no cry.
  const mild =
    context.ours.fault === 'nobody' &&
    labels.remedy &&
    seen.asks.length > 0 &&
    inbound.signals.failure < 0.4 &&
    inbound.signals.vulnerable < 0.8 &&
    inbound.signals.upset < 0.7
  if (hurt && pained && !mild && labels.empathy !== 'specific' && total > 5 && !burning)
    found.push(
      note('empathy.missing', 'hint', 'C2, EPITOME', nowhere, { who: whoOf(seen), words: pains?.words }),
    )
  // "Are they gone?" – "They are not gone": whoever is afraid wants that first.
  const first = seen.layout.body[0]
  const relieves =
    seen.doings[0]?.deed === 'tell' &&
    seen.asks.some(
      (ask) => ask.answeredBy && ask.answeredBy.start === first?.start && asksWhether.test(ask.text),
    )
  if (labels.order === 'fix-first' && failed && hurt && !relieves) {
    const at = seen.doings.find(
      (one) => one.deed === 'act' || one.deed === 'ask' || one.deed === 'guide',
    )?.span
    found.push(note('empathy.late', 'hint', 'C2', at))
  }
  if (apology.kind === 'real' && ourFault && !labels.remedy && labels.empathy === 'none')
    found.push(note('apology.no_repair', 'note', 'C4, Lewicki 2016', apology.at ?? nowhere))
  const middle = empathy.specific.filter((span) => span !== empathy.specific[0])
  if (middle.length > 2 && seen.layout.body.length > 5)
    found.push(note('warmth.middle', 'note', 'Packard 2023', middle[1]))
  return found
}

const asksWhether =
  /^(?:(?:and|so|but|please),? )?(?:is|are|was|were|do|does|did|can|could|will|has|have|must|should)\b|\b(?:if|whether)\b/i

function apologyChecks({ labels, ourFault, hurt, apology, context, draft }: Seen): Observation[] {
  const at = apology.at ?? nowhere
  switch (labels.apology) {
    case 'legal':
      return hurt || ourFault ? [note('apology.legal', 'hint', 'C3, E6', at)] : []
    case 'conditional':
      return [note('apology.conditional', 'hint', 'C3, Lewicki 2016', at)]
    case 'passive':
      return ourFault || (hurt && accidentIn(apology.at, draft))
        ? [note('apology.passive', 'hint', 'C3, C5', at)]
        : []
    case 'none':
      return ourFault && (hurt || context.ours.firstReply)
        ? [note('apology.missing', 'hint', 'C3, Lewicki 2016')]
        : []
    default:
      return []
  }
}

const excuses =
  /\b(?:sorry|apologi[sz]e|apologies|apology)\b[^.!?;]{0,110}?,? (but|however|although|though)\b(?! (?:I|we)(?:['’]ll|['’]ve| have| will| can| am| are)\b)/i

const excuseAt = remember((text) => excuses.exec(text))

/** "Sorry, but it was very busy": what is behind the "but" takes the apology back, unless it puts things right. */
function excuseIn({ layout, apology }: Seen): { start: number; end: number } | null {
  if (apology.kind === 'none') return null
  for (const { text, start } of layout.body) {
    const found = excuseAt(text)
    if (found)
      return { start: start + found.index + found[0].length - found[1]!.length, end: start + text.length }
  }
  return null
}

/** Where nobody knows yet whose fault it is, only "a mistake was made" hides somebody. */
const accidentIn = (at: { start: number; end: number } | null, draft: string): boolean =>
  at !== null && isAccident(draft.slice(at.start, at.end))
