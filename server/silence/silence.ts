import type { z } from 'zod'
import type { silenceKind, silenceRules } from '#contract/silence.ts'
import {
  addWorkingDays,
  dayOf,
  lastShift,
  nextOpen,
  startOf,
  type WorkingTime,
} from '#server/calendar/workingTime.ts'

export type SilenceKind = z.infer<typeof silenceKind>
export type SilenceRules = z.infer<typeof silenceRules>

/** Opening days nobody should hear nothing; null: this kind has no clock. */
export const byDefault: SilenceRules = { trouble: 1, usual: 3, later: 5 }

/** What the draft needs in opening time before the limit. */
const timeToWrite = 2 * 3_600_000

export interface Standing {
  status: 'open' | 'waiting' | 'snoozed' | 'closed'
  /** Their oldest message without an answer. */
  waitingSince: Date | null
  /** When they last heard from us. */
  heardAt: Date | null
  /** The promise that presses most. */
  promise: { due: Date | null } | null
  /** They showed harm, hurt or hurry. */
  isTrouble: boolean
}

export interface Silence {
  kind: SilenceKind
  since: Date
  nearAt: Date
  limitAt: Date
}

/**
 * The clock of a conversation, or null where it is not for us to speak: looked after, or their turn with nothing owed. A promise with
 * a time tells them when they will hear and has a nudge of its own, late or broken a place on the board: nobody is reminded twice.
 */
export function silenceOf(now: Standing, rules: SilenceRules, working: WorkingTime): Silence | null {
  if (now.status === 'closed') return null
  if (now.status === 'waiting' && !now.promise) return null
  if (now.promise?.due) return null
  const asked = now.status === 'open' ? now.waitingSince : null
  // Told since by other ways than a letter: from then on.
  const since =
    asked && now.heardAt && now.heardAt > asked ? now.heardAt : (asked ?? now.heardAt ?? now.waitingSince)
  if (!since) return null
  const kind = now.isTrouble ? 'trouble' : now.status === 'snoozed' ? 'later' : 'usual'
  const days = rules[kind]
  if (days === null) return null
  const limitAt = addWorkingDays(since, days, working)
  return { kind, since, limitAt, nearAt: nearOf(since, limitAt, working) }
}

/** The morning of the last day; the opening before where that leaves no time to write. Never before the silence began. */
function nearOf(since: Date, limitAt: Date, working: WorkingTime): Date {
  const morning = nextOpen(startOf(dayOf(limitAt, working.timeZone), working.timeZone), working)
  const enough = morning && limitAt.getTime() - morning.getTime() >= timeToWrite
  const near = enough
    ? morning
    : (lastShift(startOf(dayOf(limitAt, working.timeZone), working.timeZone), working)?.from ?? since)
  return near > since ? near : since
}
