import type { LivedStep, TheirSide } from '#contract/theirSide.ts'

/** What the rule is told; all of it has been read through the walls already. */
export interface Lived {
  now: Date
  /** They wait for an answer of ours now, as the lists have it. */
  waitsNow: boolean
  messages: readonly LivedMessage[]
  promises: readonly LivedPromise[]
  asks: readonly { text: string; messageId: string; at: Date }[]
  /** The matter was done for now: nobody waits from then on. */
  closings: readonly Date[]
}

export interface LivedMessage {
  id: string
  direction: 'in' | 'out'
  at: Date
  /** Of ours: when it came to them; null while it is on its way. */
  cameAt: Date | null
  state: 'came' | 'perhaps' | 'on-its-way' | 'never'
  by: string | null
  text: string
  files: number
  automatic: boolean
  again: boolean
}

export interface LivedPromise {
  id: string
  what: string
  madeAt: Date
  /** The time given first, and the one that holds now, or held when it was kept. */
  firstDue: Date | null
  due: Date | null
  state: 'open' | 'late' | 'broken' | 'kept' | 'released'
  keptAt: Date | null
  /** When they learned that it is kept; null where they do not know. */
  toldAt: Date | null
  lateAt: readonly Date[]
  /** They said that they need it no longer. */
  releasedAt: Date | null
  moves: readonly { at: Date; due: Date | null; before: boolean }[]
}

/** A shorter silence is nobody's: an hour of ours, a day of theirs. */
const feltFrom = { ours: 3600, theirs: 86_400 }

type Silence = Extract<LivedStep, { kind: 'silence' }>

const iso = (date: Date) => date.toISOString()
const between = (from: Date, to: Date) => Math.max(0, Math.round((to.getTime() - from.getTime()) / 1000))

/** The steps in the order they lived them, and between them every silence that somebody would have felt. */
export function livedSteps(lived: Lived): LivedStep[] {
  const moments = momentsOf(lived)
  const felt = silencesOf(lived, moments).filter(
    ({ why, seconds, until }) =>
      seconds >= (why === 'their-turn' ? feltFrom.theirs : feltFrom.ours) &&
      (why !== 'their-turn' || until !== null),
  )
  const steps = moments.flatMap((moment) => moment.step ?? [])
  const rank = (step: LivedStep) => (step.kind === 'silence' ? 1 : 0)
  return [...steps, ...felt].sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || rank(a) - rank(b))
}

/** From each moment to the next, and why nothing came: whose turn it was, or what we owed. */
function silencesOf(lived: Lived, moments: readonly Moment[]): Silence[] {
  const silences: Silence[] = []
  let unanswered = false
  let owed = 0
  for (const [index, { at, does }] of moments.entries()) {
    if (does === 'asks') unanswered = true
    if (does === 'answers' || does === 'closes') unanswered = false
    if (does === 'owes') owed++
    if (does === 'settles') owed--
    const next = moments[index + 1]
    if (!next && !lived.waitsNow) unanswered = false
    const seconds = between(at, next?.at ?? lived.now)
    if (seconds === 0) continue
    const why = unanswered ? 'answer' : owed > 0 ? 'promise' : 'their-turn'
    silences.push({ kind: 'silence', at: iso(at), until: next ? iso(next.at) : null, seconds, why })
  }
  return silences
}

interface Moment {
  at: Date
  /** passes: a time of ours goes by, or a letter of ours never comes. Nothing reaches them, so the silence goes on. */
  does: 'asks' | 'answers' | 'tells' | 'owes' | 'settles' | 'passes' | 'closes'
  step: LivedStep | null
}

/** What happens in one moment, in the order of causes: a letter before the promise in it. */
const order: Moment['does'][] = ['asks', 'answers', 'tells', 'owes', 'settles', 'passes', 'closes']

const momentsOf = ({ messages, promises, closings }: Lived): Moment[] =>
  [
    ...messages.flatMap(momentsOfMessage),
    ...promises.flatMap(momentsOfPromise),
    ...closings.map((at): Moment => ({ at, does: 'closes', step: null })),
  ].sort((a, b) => a.at.getTime() - b.at.getTime() || order.indexOf(a.does) - order.indexOf(b.does))

function momentsOfMessage(message: LivedMessage): Moment[] {
  const { id: messageId, by, text, files, automatic } = message
  if (message.direction === 'in')
    return [
      {
        at: message.at,
        does: 'asks',
        step: { kind: 'wrote', at: iso(message.at), messageId, by, text, files, again: message.again },
      },
    ]
  if (message.state === 'on-its-way') return []
  if (message.state === 'never')
    return [
      {
        at: message.at,
        does: 'passes',
        step: { kind: 'never-got', at: iso(message.at), messageId, by, text },
      },
    ]
  const at = cameAt(message)
  return [
    {
      at,
      does: automatic ? 'tells' : 'answers',
      step: {
        kind: 'got',
        at: iso(at),
        messageId,
        by,
        text,
        files,
        automatic,
        sure: message.state === 'came',
      },
    },
  ]
}

function momentsOfPromise(promise: LivedPromise): Moment[] {
  const { id: promiseId, what, firstDue } = promise
  return [
    {
      at: promise.madeAt,
      does: 'owes',
      step: { kind: 'promised', at: iso(promise.madeAt), promiseId, what, due: firstDue && iso(firstDue) },
    },
    ...promise.lateAt.map(
      (at): Moment => ({
        at,
        does: 'passes',
        step: { kind: 'let-down', at: iso(at), promiseId, what },
      }),
    ),
    ...promise.moves.map(
      (move): Moment => ({
        at: move.at,
        does: 'tells',
        step: {
          kind: 'moved',
          at: iso(move.at),
          promiseId,
          what,
          due: move.due && iso(move.due),
          before: move.before,
        },
      }),
    ),
    ...(promise.releasedAt ? [{ at: promise.releasedAt, does: 'settles' as const, step: null }] : []),
    ...(promise.state === 'kept' && promise.toldAt
      ? [
          {
            at: promise.toldAt,
            does: 'settles' as const,
            step: {
              kind: 'kept' as const,
              at: iso(promise.toldAt),
              promiseId,
              what,
              inTime: wasInTime(promise),
            },
          },
        ]
      : []),
  ]
}

const wasInTime = ({ keptAt, due }: LivedPromise): boolean | null => (due && keptAt ? keptAt <= due : null)

/** Without what ends no waiting: a time that goes by, and asking once more. */
function reaching(moments: readonly Moment[]): Moment[] {
  let unanswered = false
  return moments.filter(({ does }) => {
    const isSecond = does === 'asks' && unanswered
    if (does === 'asks') unanswered = true
    if (does === 'answers' || does === 'closes') unanswered = false
    return does !== 'passes' && !isSecond
  })
}

/** When it was at their place; when it was written, where nobody said. */
const cameAt = (message: LivedMessage): Date => message.cameAt ?? message.at

export function figuresOf(lived: Lived): TheirSide['figures'] {
  const theirs = lived.messages.filter((one) => one.direction === 'in')
  const answers = lived.messages.filter(
    (one) => one.direction === 'out' && !one.automatic && (one.state === 'came' || one.state === 'perhaps'),
  )
  const waits = silencesOf(lived, reaching(momentsOf(lived))).filter((one) => one.why !== 'their-turn')
  const first = theirs[0]
  const answer = first && answers.find((one) => cameAt(one) >= first.at)
  const running = waits.findLast((one) => one.until === null && one.why === 'answer')
  return {
    wrote: theirs.length,
    askedAgain: theirs.filter((one) => one.again).length,
    secondsToFirstAnswer: first && answer ? between(first.at, cameAt(answer)) : null,
    secondsWaited: waits.reduce((sum, one) => sum + one.seconds, 0),
    longestSeconds: Math.max(0, ...waits.map((one) => one.seconds)),
    waitsSince: running ? running.at : null,
    people: new Set(answers.map((one) => one.by).filter(Boolean)).size,
    promises: {
      inTime: lived.promises.filter((one) => one.state === 'kept' && wasInTime(one) !== false).length,
      late: lived.promises.filter((one) => one.lateAt.length > 0 || wasInTime(one) === false).length,
      toldBefore: lived.promises.filter((one) => one.moves.some((move) => move.before)).length,
      open: lived.promises.filter((one) => one.state !== 'kept' && one.state !== 'released').length,
    },
  }
}

export function unknownTo({ asks, promises }: Lived): TheirSide['unknown'] {
  return [
    ...asks.map((ask) => ({ kind: 'question' as const, text: ask.text, since: iso(ask.at), due: null })),
    ...promises
      .filter((one) => one.state === 'open' || one.state === 'late' || one.state === 'broken')
      .map((one) => ({
        kind: 'promise' as const,
        text: one.what,
        since: iso(one.madeAt),
        due: one.due && iso(one.due),
      })),
    ...promises
      .filter((one) => one.state === 'kept' && !one.toldAt && one.keptAt)
      .map((one) => ({ kind: 'untold' as const, text: one.what, since: iso(one.keptAt!), due: null })),
  ]
}
