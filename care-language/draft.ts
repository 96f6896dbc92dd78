import { observe } from './draft/observe.ts'
import { read } from './draft/read.ts'
import { type Inbound, readInbound } from './inbound.ts'
import type { FoundPromise, OfficeHours } from './promises.ts'
import type { Span } from './sentences.ts'

export interface DraftContext {
  channel: string
  customer: {
    name: string
    preferredName: string | null
    /** What is to be answered. */
    message: string
    /** What they wrote before: nobody asks for it again. */
    earlier?: readonly string[]
  }
  ours: {
    writer: string
    role?: string
    firstReply: boolean
    /** Whose fault it is, as far as anybody knows. `theirs` and `unclear` are accepted for `customer` and `unknown`. */
    fault: 'ours' | 'customer' | 'nobody' | 'unknown' | 'theirs' | 'unclear'
  }
  /** Local wall clock `YYYY-MM-DDTHH:MM` and zone at which the reply is read. */
  ref: string
  tz: string
  /** The office's hours: "within two working days" and "by end of day" are counted by them. */
  office?: OfficeHours | undefined
  /** Who works here, by name: what they are said to do is a promise of ours. */
  teammates?: readonly string[] | undefined
  frameworks?: readonly { id: string; name: string; text: string }[]
  recentReplies?: readonly string[]
  checksOff?: readonly string[]
  voice?: Voice
  /** What we have promised them and not done yet; `due` is local wall clock as in `FoundPromise`. */
  promised?: readonly { quote: string; due: string }[]
}

/** A team's own words: an edit changes what the checks say. (C9) */
export interface Voice {
  /** Inside words that customers should not meet. */
  jargon?: readonly string[]
  /** Words of ours, and short forms, that our customers know. */
  known?: readonly string[]
  /** Beginnings that nobody here uses. */
  openers?: readonly string[]
  /** Which word is said instead of which. */
  preferred?: readonly { not: string; say: string }[]
}

export type Severity = 'note' | 'hint' | 'important'

export interface Observation {
  id: string
  start: number
  end: number
  severity: Severity
  /** One sentence: what, and why it matters. */
  reason: string
  source: string
  /** The customer's own words it rests on. */
  words?: string
}

export type MarkName = 'warm' | 'who' | 'clear' | 'heard' | 'answered' | 'next' | 'sorry'

export interface DraftReading {
  asks: (Span & { answered: boolean; answeredBy: { start: number; end: number } | null })[]
  /** The six CICARE marks; `sorry` is null unless we failed or they are hurt. */
  marks: Record<Exclude<MarkName, 'sorry'>, boolean> & { sorry: boolean | null }
  promises: FoundPromise[]
  /** Most important first. */
  observations: Observation[]
  labels: {
    name: 'ok' | 'missing' | 'wrong' | 'placeholder'
    echo: boolean
    empathy: 'none' | 'formula' | 'specific'
    apology: 'none' | 'real' | 'conditional' | 'passive' | 'legal'
    order: 'empathy-first' | 'fix-first' | 'n/a'
    remedy: boolean
    when: boolean
    blame: boolean
    curt: boolean
    jargon: boolean
    canned: boolean
    close: 'warm' | 'plain' | 'none'
  }
}

/** Reads a draft in its context, as a caring colleague at the writer's shoulder. Pure; the same input gives the same result. */
export function readDraft(
  draft: string,
  context: DraftContext,
  inbound: Inbound = readInbound(context.customer.message),
): DraftReading {
  const seen = read(draft, context, inbound)
  const { labels } = seen
  const { firstReply, writer } = context.ours
  return {
    asks: seen.asks,
    marks: {
      warm: labels.name === 'ok' && !labels.blame && !labels.canned,
      who: seen.total > 0 && (!firstReply || seen.signs(writer)),
      clear: labels.remedy && !labels.jargon,
      heard: labels.echo,
      answered: seen.asks.length > 0 ? seen.asks.every((ask) => ask.answered) : seen.total > 3,
      next: labels.remedy && labels.when,
      sorry:
        seen.ourFault || seen.hurt
          ? (labels.apology === 'real' || (!seen.ourFault && labels.empathy === 'specific')) &&
            labels.order !== 'fix-first'
          : null,
    },
    promises: seen.promises,
    observations: seen.total < 3 ? [] : observe(seen).filter((one) => !context.checksOff?.includes(one.id)),
    labels,
  }
}
