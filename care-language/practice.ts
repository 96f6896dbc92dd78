import { checkOf } from './checks.ts'
import { type DraftContext, type DraftReading, type Observation, readDraft, type Voice } from './draft.ts'
import { type Inbound, readInbound, type Signal } from './inbound.ts'

/** What a team or a teammate has changed: checks that stay silent, and their own words. */
export interface Own {
  checksOff?: readonly string[]
  voice?: Voice
}

/** Reads a draft in the situation of a check's example. */
export function tryDraft(id: string, draft: string, own: Own = {}): DraftReading {
  const { example } = known(id)
  if (example.kind !== 'draft') throw new RangeError(`${id} reads what comes in, not a draft.`)
  return readDraft(draft, { ...example.context, ...withVoice(example.context, own) })
}

/** What one check says about a text in the situation of its example; empty where it is silent. */
export function tryCheck(id: string, text: string, own: Own = {}): Observation[] {
  const { example, title } = known(id)
  if (example.kind === 'draft') {
    const reading = tryDraft(id, text, own)
    if (id !== 'promise.extract') return reading.observations.filter((one) => one.id === id)
    return reading.promises.map(({ start, end }) => ({
      id,
      start,
      end,
      severity: 'note',
      reason: title,
      source: 'D1',
    }))
  }
  const inbound = readInbound(text, { teammates: example.teammates ?? [] })
  return placesOf(id, inbound).map((place) => ({
    id,
    ...place,
    severity: 'note',
    reason: title,
    source: 'A8',
  }))
}

function known(id: string) {
  const check = checkOf(id)
  if (!check) throw new RangeError(`No check is called ${id}.`)
  return check
}

const withVoice = (context: DraftContext, { checksOff, voice }: Own): Partial<DraftContext> => ({
  ...(checksOff && { checksOff }),
  ...(voice && { voice: { ...context.voice, ...voice } }),
})

/** From here on a signal is more yes than no. */
const likely = 0.5

const signalOf: Readonly<Record<string, Signal>> = {
  'in.failure': 'failure',
  'in.repeat': 'repeat',
  'in.upset': 'upset',
  'in.urgent': 'urgent',
  'in.churn': 'leaving',
  'in.vulnerable': 'vulnerable',
}

function placesOf(id: string, inbound: Inbound): { start: number; end: number; words: string }[] {
  if (id === 'in.requests') return inbound.asks.map(({ start, end, text }) => ({ start, end, words: text }))
  const named =
    id === 'in.praise'
      ? inbound.praised.length > 0
        ? inbound.evidence.filter((one) => one.signal === 'praise' || one.signal === 'thanks')
        : []
      : inbound.signals[signalOf[id]!] >= likely
        ? inbound.evidence.filter((one) => one.signal === signalOf[id])
        : []
  return named.map(({ start, end, words }) => ({ start, end, words }))
}
