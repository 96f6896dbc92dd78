import type { Observation } from './draft.ts'

/** What the composer remembers about hints: for this reply, this conversation, and this teammate. */
export interface HintState {
  shownInThisReply: readonly string[]
  /** "Not here". */
  dismissedHere: readonly string[]
  /** "Never". */
  dismissedForMe: readonly string[]
  /** How often each was shown to me, taken, and sent away since I was last asked whether it should be silent. */
  history: Readonly<Record<string, { shown: number; taken: number; dismissed?: number }>>
}

/** Below note level nothing speaks by itself; two hints in one reply are enough. */
const perReply = 2
const trialRun = 30
/** Sent away this often, a check asks whether it should be silent for whoever sends it away. */
const oftenAway = 3

/** Whether something is done at all comes before how kindly it is said. (CARE.md §10) */
const substance = new Set(['questions.unanswered', 'empathy.only', 'next.missing'])
const isWarmth = (id: string) =>
  !substance.has(id) && /^(?:tone|apology|empathy|canned|close|warmth|voice)\./.test(id)

const outranks = (one: Observation, current: Observation): boolean =>
  (one.severity === 'important' && current.severity !== 'important') ||
  (substance.has(one.id) && isWarmth(current.id))

/** The one thing to say now, or nothing: one at a time, most important first; a check that is taken less than half the time mutes itself. */
export function chooseHint(observations: readonly Observation[], state: HintState): Observation | null {
  const current = observations.find((one) => state.shownInThisReply.includes(one.id) && speaks(one, state))
  if (
    current &&
    !observations.some(
      (one) => outranks(one, current) && speaks(one, state) && !state.shownInThisReply.includes(one.id),
    )
  )
    return current
  if (state.shownInThisReply.length >= perReply) return current ?? null
  return observations.find((one) => speaks(one, state)) ?? null
}

const speaks = (one: Observation, state: HintState): boolean =>
  one.severity !== 'note' &&
  !state.dismissedHere.includes(one.id) &&
  !state.dismissedForMe.includes(one.id) &&
  !isMuted(one.id, state)

export function isMuted(id: string, state: HintState): boolean {
  const past = state.history[id]
  return past !== undefined && past.shown >= trialRun && past.taken / past.shown < 0.5
}

export const asksForSilence = (id: string, state: Pick<HintState, 'history'>): boolean =>
  (state.history[id]?.dismissed ?? 0) >= oftenAway
