import { asksIn } from './inbound/asks.ts'
import { onlyInGeneral, toldTrouble } from './inbound/byElimination.ts'
import { toldGermanTrouble } from './inbound/german/byElimination.ts'
import { germanPraisedIn } from './inbound/german/praised.ts'
import { germanAsksIn } from './inbound/germanAsks.ts'
import { languagesOf, signalsInTheirLanguage } from './inbound/inTheirLanguage.ts'
import { namedIn, praisedIn } from './inbound/praised.ts'
import type { Evidence, Signal } from './inbound/signals.ts'
import { severityOf } from './inbound/weigh.ts'
import { languageOf } from './language.ts'
import { legible } from './legible.ts'
import { onceEach } from './onceEach.ts'
import { type Span, sentences } from './sentences.ts'
import { ownWords } from './zones.ts'

export type { Signal }

export interface Inbound {
  /** Each question and request, in order; spans into the given text. */
  asks: Span[]
  /** 0 … 1 each. */
  signals: Record<Signal, number>
  /** The words that showed a signal. */
  evidence: Evidence[]
  /** How bad it is for them, 0 … 1, also where it is politely understated. It orders a queue; it never speaks. */
  severity: number
  /** The words that say the worst of it; null where it is not severe. */
  worst: string | null
  /** Teammates named with thanks or praise. */
  praised: string[]
}

/** What is read of a letter; of a longer one its beginning and its end, where people say what they want. */
const longest = 10_000
const beginning = 7_000
/** Behind a signature's line or the head of a forwarded letter nothing is their own. */
const cutOff = /^(?:--|—|__)[ \t]*$|^[ \t]*-{2,}[ \t]*(?:original|forwarded)\b/im

/** Where no letter is Latin and nothing is marked as a question, no pattern is compiled to find none. */
const asksOf = (text: string): Span[] => {
  if (!/[a-z?]/i.test(text)) return []
  return languageOf(text) === 'de' ? germanAsksIn(text) : asksIn(text)
}

/** Reads one inbound message: what they ask, what happened to them, whom they thank. Pure; the same input gives the same result. */
export function readInbound(text: string, context: { teammates?: readonly string[] } = {}): Inbound {
  const letter = text.length > longest ? text.trimEnd() : text
  const room = longest - beginning - 2
  if (letter.length <= longest || cutOff.test(letter.slice(0, -room))) return readWhole(text, context)
  // No word is cut in half at the seam.
  const end = letter.length - room + Math.max(0, letter.slice(-room).search(/\s/))
  const read = readWhole(`${letter.slice(0, beginning)}\n\n${letter.slice(end)}`, context)
  const moved = <Place extends { start: number; end: number }>(one: Place): Place => {
    const by = one.start > beginning ? end - beginning - 2 : 0
    return { ...one, start: one.start + by, end: one.end + by }
  }
  return { ...read, asks: read.asks.map(moved), evidence: read.evidence.map(moved) }
}

function readWhole(text: string, context: { teammates?: readonly string[] }): Inbound {
  const own = onceEach(ownWords(legible(text, longest)))
  const asks = asksOf(own)
  const languages = languagesOf(own)
  const { isGerman } = languages
  const read = signalsInTheirLanguage(own, asks, languages)
  if (/[a-z]/i.test(own) && !isGerman) {
    const { signals } = read
    if (signals.failure >= 0.5 && onlyInGeneral(asks, read.evidence)) signals.failure = 0.35
    // A colleague's name in a letter without trouble or errand stands there for their sake.
    if (
      asks.length === 0 &&
      Math.max(signals.failure, signals.upset, signals.chase) < 0.5 &&
      signals.praise < 0.5 &&
      namedIn(sentences(own), context.teammates ?? []).length > 0
    )
      signals.praise = 0.55
  }
  const trouble = isGerman
    ? toldGermanTrouble(sentences(own), asks, read.signals, own)
    : toldTrouble(sentences(own), asks, read.signals, 'en')
  if (trouble && /[a-z]/i.test(own)) {
    read.signals.failure = Math.max(read.signals.failure, 0.55)
    read.evidence.push({ signal: 'failure', start: trouble.start, end: trouble.end, words: trouble.text })
  }
  // Only now: whoever tells of it without a loud word is no less hurt.
  const severity = severityOf(read.signals, read.plight)
  const isWarm = read.signals.praise > 0 || read.signals.thanks > 0
  const teammates = context.teammates ?? []
  return {
    asks,
    signals: read.signals,
    evidence: read.evidence,
    severity,
    worst: severity >= 0.5 ? (read.worst ?? trouble?.text ?? null) : null,
    praised: !isWarm
      ? []
      : isGerman
        ? germanPraisedIn(sentences(own), teammates)
        : praisedIn(
            sentences(own),
            teammates,
            read.signals.praise >= 0.5 && read.signals.failure < 0.5 && read.signals.upset < 0.5,
          ),
  }
}
