import type { z } from 'zod'
import type { targetAnswer, targetChannel } from '#contract/targets.ts'
import { addOpenMinutes, type WorkingTime } from '#server/calendar/openMinutes.ts'
import type { TargetRulesTable } from './tables.ts'

export type Answer = z.infer<typeof targetAnswer>
export type Channel = z.infer<typeof targetChannel>
export type Rule = Pick<TargetRulesTable, 'answer' | 'inboxId' | 'channel' | 'pressing' | 'minutes'>

/** What of a conversation decides its target. */
export interface Standing {
  status: 'open' | 'waiting' | 'snoozed' | 'closed'
  inboxId: string
  channel: string
  /** How much harm shows, on the scale of the list's order. */
  harm: number
  /** Their oldest message that no person has answered. */
  askedAt: Date | null
  /** We let this person down lately: they hear in half the time. */
  isSecondChance: boolean
  /** A person of ours has written here before. */
  isAnswered: boolean
}

export interface Target {
  answer: Answer
  since: Date
  minutes: number
  nearAt: Date
  targetAt: Date
}

/** From here on a matter presses: something failed for them, or worse. */
const pressingFrom = 60
/** Said ahead when three quarters of the time are gone, as a promise is. */
const nearAfter = 0.75

/**
 * By when they should hear; null where nobody waits or no rule fits. It runs while it is our turn, also while we have put it off: for
 * them nothing has changed. While we wait for them it does not.
 */
export function targetOf(now: Standing, rules: readonly Rule[], working: WorkingTime): Target | null {
  if (now.askedAt === null || now.status === 'closed' || now.status === 'waiting') return null
  const answer = now.isAnswered ? 'next' : 'first'
  const rule = narrowest(rules, answer, now)
  if (!rule) return null
  const minutes = now.isSecondChance ? Math.max(1, Math.ceil(rule.minutes / 2)) : rule.minutes
  const targetAt = addOpenMinutes(now.askedAt, minutes, working)
  // A company that never opens can give no time.
  if (!targetAt) return null
  const nearAt = addOpenMinutes(now.askedAt, Math.floor(minutes * nearAfter), working)!
  return { answer, since: now.askedAt, minutes, nearAt, targetAt }
}

/** The rule that says most: its inbox before how much presses, and that before its channel. */
function narrowest(rules: readonly Rule[], answer: Answer, now: Standing): Rule | null {
  const isPressing = now.harm >= pressingFrom
  const fits = rules.filter(
    (rule) =>
      rule.answer === answer &&
      (rule.inboxId === null || rule.inboxId === now.inboxId) &&
      (rule.channel === null || rule.channel === now.channel) &&
      (rule.pressing === null || rule.pressing === isPressing),
  )
  const weight = (rule: Rule) =>
    (rule.inboxId ? 4 : 0) + (rule.pressing !== null ? 2 : 0) + (rule.channel ? 1 : 0)
  return fits.sort((a, b) => weight(b) - weight(a))[0] ?? null
}

export const same = (one: Target, other: Target): boolean =>
  one.answer === other.answer &&
  one.minutes === other.minutes &&
  (['since', 'nearAt', 'targetAt'] as const).every((at) => one[at].getTime() === other[at].getTime())

/** Fewer than this say nothing about anybody. */
export const leastEvidence = 15
export const weeksLookedAt = 8

/**
 * The middle, and what eight of ten stay under, of how long people waited. Who waits still counts with what they have waited so far, or
 * the slowest answers would be left out until they come. Null with too few.
 */
export function waitsOf(
  answered: readonly number[],
  waiting: readonly number[],
): { usually: number; mostly: number; matters: number } | null {
  const all = [...answered, ...waiting].sort((a, b) => a - b)
  if (all.length < leastEvidence) return null
  const at = (share: number) => all[Math.ceil(share * all.length) - 1]!
  return { usually: nice(at(0.5)), mostly: nice(at(0.8)), matters: all.length }
}

/** Rounded up to what one says: five minutes, a quarter of an hour, an hour. */
function nice(minutes: number): number {
  const step = minutes <= 30 ? 5 : minutes <= 120 ? 15 : 60
  return Math.max(step, Math.ceil(minutes / step) * step)
}
