import { draftExamples } from './draft/examples/all.ts'
import { inboundExamples } from './draft/examples/inbound.ts'
import type { DraftContext, Severity } from './draft.ts'
import texts from './text/checks.en.json' with { type: 'json' }

/** A situation, and two drafts for it: the check fires on `bad` and is silent on `good`. */
export interface DraftExample {
  kind: 'draft'
  context: DraftContext
  bad: string
  good: string
}

/** Two messages of a customer: what the check is silent on, and what it fires on. */
export interface InboundExample {
  kind: 'inbound'
  silent: string
  fires: string
  teammates?: readonly string[]
}

export type Family = 'person' | 'able' | 'promise' | 'feeling' | 'apology' | 'tone' | 'voice' | 'inbound'

/** One check as people meet it on the practice page and in the settings. Pure data: the reader is not in here. */
export interface Check {
  id: string
  reads: 'draft' | 'inbound'
  family: Family
  /** The strongest it can say. `info` fills the promise ledger, `triage` orders the queue; neither is ever a hint. */
  severity: Severity | 'info' | 'triage'
  /** May show a hint in the composer by itself; otherwise it only stands behind “more”, in the ledger or in the queue. */
  speaks: boolean
  /** May be named in `checksOff`. */
  switchable: boolean
  /** A team may choose that it blocks sending (CARE.md §9: nothing else ever does). */
  mayBlock: boolean
  title: string
  /** One sentence. */
  why: string
  source: string
  /** Ids of PRACTICES.md. */
  practices: readonly string[]
  example: DraftExample | InboundExample
}

type CheckId = keyof typeof texts

const rows: readonly (readonly [CheckId, Family, Check['severity'], string])[] = [
  ['name.missing', 'person', 'hint', 'B1 C6'],
  ['name.wrong', 'person', 'important', 'B1'],
  ['issue.not_named', 'person', 'hint', 'C6'],
  ['concrete.vague', 'person', 'note', 'C6'],
  ['canned.template', 'person', 'hint', 'C6'],
  ['canned.phrase', 'person', 'hint', 'C6 C7'],
  ['close.warm', 'person', 'note', 'C10'],
  ['questions.unanswered', 'able', 'important', 'A2'],
  ['next.missing', 'able', 'important', 'C4 C10'],
  ['empathy.only', 'able', 'important', 'I2'],
  ['ask.needed', 'able', 'note', 'A7'],
  ['ask.again', 'able', 'important', 'B2'],
  ['offer.alternative', 'able', 'note', 'C8'],
  ['next.no_time', 'promise', 'hint', 'C4 D1'],
  ['promise.extract', 'promise', 'info', 'D1'],
  ['promise.past', 'promise', 'important', 'D1'],
  ['promise.clash', 'promise', 'important', 'D1'],
  ['promise.broken', 'promise', 'important', 'D1'],
  ['empathy.missing', 'feeling', 'hint', 'C2'],
  ['empathy.late', 'feeling', 'hint', 'C2'],
  ['warmth.middle', 'feeling', 'note', 'C2'],
  ['apology.missing', 'apology', 'hint', 'C3'],
  ['apology.conditional', 'apology', 'hint', 'C3'],
  ['apology.passive', 'apology', 'hint', 'C3 C5'],
  ['apology.legal', 'apology', 'hint', 'C3 E6'],
  ['apology.but', 'apology', 'note', 'C3'],
  ['apology.no_repair', 'apology', 'note', 'C4'],
  ['tone.blame', 'tone', 'important', 'A10 C7 C8'],
  ['tone.curt', 'tone', 'hint', 'C7 C8'],
  ['tone.jargon', 'tone', 'hint', 'C6'],
  ['voice.passive', 'voice', 'note', 'C5'],
  ['voice.we_not_i', 'voice', 'note', 'C5'],
  ['voice.opener', 'voice', 'hint', 'C9'],
  ['voice.word', 'voice', 'hint', 'C9'],
  ['read.hard', 'voice', 'note', 'A1 C5'],
  ['in.requests', 'inbound', 'triage', 'A2'],
  ['in.failure', 'inbound', 'triage', 'A8 D3'],
  ['in.repeat', 'inbound', 'triage', 'A8 E2'],
  ['in.upset', 'inbound', 'triage', 'A8 D3'],
  ['in.urgent', 'inbound', 'triage', 'A4 A8'],
  ['in.churn', 'inbound', 'triage', 'A8 G2'],
  ['in.vulnerable', 'inbound', 'triage', 'A8 B7'],
  ['in.praise', 'inbound', 'triage', 'H5'],
]

const blocking: ReadonlySet<string> = new Set(['name.wrong', 'promise.past'])

/** Every check, in the order in which a page shows them. */
export const checks: readonly Check[] = rows.map(([id, family, severity, practices]) => {
  const inbound = inboundExamples[id]
  const isHint = severity === 'hint' || severity === 'important'
  return {
    id,
    reads: inbound ? 'inbound' : 'draft',
    family,
    severity,
    speaks: isHint,
    switchable: isHint || severity === 'note',
    mayBlock: blocking.has(id),
    ...texts[id],
    practices: practices.split(' '),
    example: inbound ? { kind: 'inbound', ...inbound } : { kind: 'draft', ...draftExamples[id]! },
  }
})

const byId = new Map(checks.map((check) => [check.id, check]))

export const checkOf = (id: string): Check | undefined => byId.get(id)
