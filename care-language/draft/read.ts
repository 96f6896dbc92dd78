import type { DraftContext, DraftReading } from '../draft.ts'
import type { Inbound } from '../inbound.ts'
import { languageOf } from '../language.ts'
import { legible } from '../legible.ts'
import { type FoundPromise, findPromises } from '../promises.ts'
import { type Span, words } from '../sentences.ts'
import { ownWords } from '../zones.ts'
import { type Doing, deedsOf } from './acts.ts'
import { answersTo } from './answers.ts'
import { type Apology, apologyIn } from './apology.ts'
import { closeOf } from './close.ts'
import { isCanned } from './copies.ts'
import { type Empathy, empathyIn } from './empathy.ts'
import { germanApology } from './german.ts'
import { germanAnswersTo } from './germanAnswers.ts'
import { type Layout, layoutOf } from './layout.ts'
import { fold, nameUse } from './name.ts'
import { echoes, personal } from './ownWay.ts'
import { saysWhen, untimedSteps } from './times.ts'
import { blameIn, isCurt, jargonIn } from './tone.ts'
import { meaning, ownMeaning, shared } from './words.ts'

/** Everything that was read of a draft, before anything is said about it. */
export interface Seen {
  /** As `languageOf` tells it; null is read as English. */
  language: string | null
  /** How much it says of its own, 0 … 1. */
  personal: number
  draft: string
  context: DraftContext
  inbound: Inbound
  layout: Layout
  doings: readonly Doing[]
  asks: DraftReading['asks']
  /** Which asks of `asks` are surely open. */
  open: readonly Span[]
  /** How many sentences say or do something that answers none of the asks, as far as was seen: one of them may be the answer. */
  spare: number
  promises: FoundPromise[]
  labels: DraftReading['labels']
  apology: Apology
  empathy: Empathy
  untimed: readonly { start: number; end: number }[]
  jargon: readonly { start: number; end: number; text: string }[]
  /** The message carries a complaint, a loss, a worry or anger, or we failed. */
  hurt: boolean
  ourFault: boolean
  /** It went wrong by their own hand. */
  theirSlip: boolean
  total: number
  /** Long enough to be judged, or short and ended: nobody is interrupted in a first line. */
  finished: boolean
  /** Does somebody stand under it? */
  signs(writer: string): boolean
}

/** More than this is not a reply. */
const longest = 5_000
/** As `readInbound` reads. */
const longestLetter = 10_000

export function read(draft: string, given: DraftContext, inbound: Inbound): Seen {
  const message = legible(given.customer.message, longestLetter)
  const context: DraftContext = { ...given, customer: { ...given.customer, message } }
  const text = legible(draft, longest)
  const own = ownWords(text)
  const layout = layoutOf(own, context.ours.writer)
  const { body } = layout
  const promises = findPromises(text, context)
  const ourFault = context.ours.fault === 'ours'
  // A line too short to tell is in the language it answers.
  const language = languageOf(own) ?? languageOf(message)
  const doings = deedsOf(body, promises, ourFault)
  const theirSlip =
    context.ours.fault === 'theirs' ||
    context.ours.fault === 'customer' ||
    (context.ours.fault === 'nobody' && ownSlip.test(message))
  const hurt = isHurt(
    inbound,
    ourFault,
    theirSlip,
    context.ours.fault === 'unclear',
    jokes.test(message),
    message.length,
  )
  const apology =
    language === 'de'
      ? germanApology(body)
      : apologyIn(
          body,
          ourFault || context.ours.fault === 'unclear' || context.ours.fault === 'unknown',
          ourFault,
        )
  const empathy = empathyIn(doings, message, hurt)
  const ownWay = personal(body, doings, layout, apology)
  const echo = echoes(body, message, doings, ownWay)
  const canned = isCanned(doings, echo)
  const personally = canned ? 0 : ownWay
  const answers =
    language === 'de'
      ? germanAnswersTo(inbound.asks, doings)
      : answersTo(inbound.asks, hurt ? withoutFeelings(doings, empathy) : doings, personally, message)
  const asks = inbound.asks.map((ask, at) => {
    const { answered, answeredBy } = answers[at]!
    // What goes unchanged to anyone answers several things only in their words.
    const said = answeredBy ? text.slice(answeredBy.start, answeredBy.end) : ''
    return canned && inbound.asks.length > 1 && shared(ownMeaning(ask.text), meaning(said)).length === 0
      ? { ...ask, answered: false, answeredBy: null }
      : { ...ask, answered, answeredBy }
  })
  const spare = spareIn(doings, asks, empathy)
  const untimed = untimedSteps(body, promises)
  // What sees them helps nobody, also where it says what they need.
  const helping = doings.filter((one) => one.deed !== 'guide' || !empathy.specific.includes(one.span))
  const remedy = isRemedied(helping, asks, inbound, hurt, canned)
  const close = closeOf(layout)
  const jargon = jargonIn(body, [message, ...(context.customer.earlier ?? [])].join('\n'), context.voice)
  const labels: DraftReading['labels'] = {
    name: nameUse(own, layout, context.customer),
    // Who answers everything in their own words has read it, also without repeating a word.
    echo:
      echo || (asks.length > 0 && asks.every((ask) => ask.answered) && personally >= 0.8 && body.length <= 4),
    empathy: empathy.kind,
    apology: apology.kind,
    order: orderOf(doings, asks, apology, empathy, hurt || ourFault),
    remedy,
    when: isTimed(remedy, untimed, inbound, hurt, ourFault, doings),
    blame: body.some((span) => blameIn(span.text) !== null),
    curt: isCurt(
      body,
      message,
      hurt,
      inbound.asks.length,
      empathy.kind === 'specific' || close === 'warm',
      context.channel === 'chat',
      asks.filter((ask) => !ask.answered).length,
    ),
    jargon: jargon.length > 0,
    canned,
    close,
  }
  return {
    language,
    personal: personally,
    draft: own,
    context,
    inbound,
    layout,
    doings,
    asks,
    open: asks.filter(
      (ask, at) => !ask.answered && !answers[at]!.nearly && !(remedy && personally >= 0.7 && spare >= 3),
    ),
    spare,
    promises,
    labels,
    apology,
    empathy,
    untimed,
    jargon,
    hurt,
    ourFault,
    theirSlip,
    total: words(own).length,
    finished: words(own).length > 5 || (words(own).length > 3 && /[.!?…]\s*$/.test(own)),
    signs: (writer) =>
      fold(writer)
        .split(/[^\p{L}]+/u)
        .some((part) => part.length > 1 && fold(own).includes(part)),
  }
}

/** Lost or broken by their own hand: they want it undone, not mourned. */
const ownSlip =
  /\bI(?:['’]ve| have)? (?:stupidly |just |accidentally |must have )?(?:lost|dropped|forgot(?:ten)?|deleted|misplaced|locked (?:myself|me)|spil(?:t|led)|mistyped|threw away|left (?:my|it|the)) /i

/** A complaint, a loss, a worry or anger; not a joke, a plain question or thanks. */
const jokes =
  /\b(?:do(?:n['’]t| not) laugh|haha+|hehe|lol|joking|just kidding|funny)\b|[:;]-?\)|[😀😂🤣😅😄😁😆😉🙃]/iu

function isHurt(
  inbound: Inbound,
  ourFault: boolean,
  theirSlip: boolean,
  unclear: boolean,
  isJoking: boolean,
  length: number,
): boolean {
  const { signals } = inbound
  const kept = [
    signals.upset,
    // What went wrong by their own hand is told without pain: they want it undone; nor is what is only likely a failure a wound.
    signals.failure * (theirSlip || signals.failure < 0.6 ? 0.55 : 0.8),
    signals.vulnerable >= 0.8 ? signals.vulnerable : signals.vulnerable * 0.2,
    signals.leaving * 0.7,
    signals.chase * 0.5,
    signals.repeat * 0.4,
    signals.urgent * 0.25,
  ].reduce((silence, signal) => silence * (1 - signal), 1)
  const pain = (1 - kept) * (isJoking ? 0.5 : 1)
  const glad = 1 - (1 - signals.thanks) * (1 - signals.praise)
  // Thanks that open a letter without any trouble in it; thanks at its foot are manners.
  const thanksFirst = inbound.evidence.some(
    (one) => (one.signal === 'thanks' || one.signal === 'praise') && one.start < length * 0.6,
  )
  if (ourFault || unclear)
    return !(
      glad >= 0.5 &&
      thanksFirst &&
      signals.failure < 0.45 &&
      signals.upset < 0.5 &&
      signals.vulnerable < 0.8
    )
  return pain >= (glad >= 0.8 ? 0.8 : 0.55)
}

/** Sentences that say or do something, were taken for no answer, and see nobody; none where things are put off. */
function spareIn(doings: readonly Doing[], asks: DraftReading['asks'], { specific }: Empathy): number {
  if (doings.some((one) => one.deed === 'vague')) return 0
  const used = new Set(asks.flatMap((ask) => (ask.answeredBy ? [ask.answeredBy.start] : [])))
  return doings.filter(
    ({ span, deed }) =>
      (deed === 'act' || deed === 'tell' || deed === 'guide') &&
      !used.has(span.start) &&
      !specific.includes(span) &&
      words(span.text).length > 3,
  ).length
}

/** "Nobody should have to hear that": said of what happened, and no answer. */
const verdict = /^(?:and )?(?:no ?one|nobody|no \w+) (?:should|deserves|ought)\b/i

/** A sentence that only sees them answers nothing, unless it says yes or no. */
const withoutFeelings = (doings: readonly Doing[], { specific }: Empathy): Doing[] =>
  doings.map((one) =>
    one.deed === 'tell' &&
    (specific.includes(one.span) || verdict.test(one.span.text)) &&
    !/(?:^|[:;,–—] )(?:yes|no(?! one)|it is not)\b/i.test(one.span.text)
      ? { ...one, deed: 'nothing' as const }
      : one,
  )

const refuses =
  /\b(?:(?:I|we) (?:can(?:not|['’]t)|are (?:not able|unable)|am (?:not able|unable)|do not|don['’]t) (?:offer|accept|do|refund|change|help|replace|deliver|give|take|repair|make|provide|ship|send|book|allow|have|sell)|(?:is|are) not (?:possible|allowed|available|eligible)|(?:are|is) (?:fully|all) booked|(?:are|is) sold out|cannot be (?!easy|nice|good|fun|pleasant|right|true)(?:\w+))\b/i

/** Is something done, to be done or answered? Looking into it is nothing yet. */
function isRemedied(
  doings: readonly Doing[],
  asks: DraftReading['asks'],
  inbound: Inbound,
  hurt: boolean,
  canned: boolean,
): boolean {
  // After thanks nothing needs doing, however little was said.
  if (canned) return !hurt && asks.length === 0
  if (doings.some((one) => one.deed === 'act')) return true
  // A bare no answers; it helps nobody.
  if (
    doings.some(({ span }) => refuses.test(span.text)) &&
    !doings.some((one) => one.deed === 'guide' && blameIn(one.span.text) === null)
  )
    return false
  if (asks.some((ask) => ask.answered)) return true
  // A figure told to a plain question is an answer of some kind.
  if (
    !hurt &&
    doings.some(({ deed, span }) => deed === 'tell' && /\d/.test(span.text)) &&
    !doings.some(
      ({ span }) =>
        blameIn(span.text) !== null || / not (?:covered|included in the warranty)/i.test(span.text),
    )
  )
    return true
  if (!hurt && doings.some((one) => one.deed === 'guide' || one.deed === 'tell')) {
    return asks.length === 0 || doings.some((one) => one.deed === 'guide')
  }
  if (!hurt && asks.length === 0) return true
  return (
    hurt &&
    inbound.signals.failure > 0 &&
    doings.some(({ deed, span }) => deed === 'guide' && !/\bthank\b|^keep \w+ing\b/i.test(span.text))
  )
}

/** Sent off to do something, so that we can begin. */
const theirErrand =
  /\b(?:please|kindly|you (?:need|have) to|you must)\b[^.!?]*\b(?:return|bring|send|ring|call|phone|contact|provide|book|make an? appointment|drop (?:it|them) off|submit|fill|have (?:\w+ ){1,3}(?:checked|seen|repaired))\b|^(?:just )?(?:return|bring|send|drop) (?!me a|us a|my|our)\w+/i

function isTimed(
  remedy: boolean,
  untimed: readonly unknown[],
  inbound: Inbound,
  hurt: boolean,
  ourFault: boolean,
  doings: readonly Doing[],
): boolean {
  if (untimed.length > 0) return false
  // All waits for them, and nobody says when it goes on.
  if (
    ourFault &&
    doings.some(({ span }) => theirErrand.test(span.text)) &&
    !doings.some(({ span, deed }) => (deed === 'act' && !theirErrand.test(span.text)) || saysWhen(span.text))
  )
    return false
  if (remedy) return true
  return !hurt && inbound.asks.length === 0 && !doings.some((one) => one.deed === 'vague')
}

/** Which came first: seeing them, or the fix, the answer, the request. */
function orderOf(
  doings: readonly Doing[],
  asks: DraftReading['asks'],
  apology: Apology,
  empathy: Empathy,
  applies: boolean,
): DraftReading['labels']['order'] {
  if (!applies) return 'n/a'
  const seen = [apology.first, empathy.first].filter((one): one is number => one !== null)
  if (seen.length === 0) return 'n/a'
  const first = Math.min(...seen)
  const answering = new Set(asks.flatMap((ask) => (ask.answeredBy ? [ask.answeredBy.start] : [])))
  const fix = doings.find(
    ({ span, deed }) =>
      (deed === 'act' ||
        deed === 'guide' ||
        deed === 'ask' ||
        (deed === 'tell' &&
          answering.has(span.start) &&
          !(span === doings[0]?.span && span.text.length < 30))) &&
      span.start !== apology.first,
  )
  const late = doings.find(({ span, deed }) => deed === 'act' && span.start === apology.first)
  if (!fix && !late) return 'n/a'
  return !fix || first <= fix.span.start ? 'empathy-first' : 'fix-first'
}
