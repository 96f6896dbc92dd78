import { sql } from 'kysely'
import type { z } from 'zod'
import type { expectedWait as expectedShape, TargetRule, target } from '#contract/targets.ts'
import { type Actor, sees } from '#server/base/actor.ts'
import { clockNow } from '#server/base/clock.ts'
import { notFound } from '#server/base/errors.ts'
import { text as say } from '#server/base/text.ts'
import { addOpenMinutes, openMinutesBetween } from '#server/calendar/openMinutes.ts'
import { workingTime } from '#server/calendar/queries.ts'
import { conversationById } from '#server/conversations/queries.ts'
import type { Db, Trx } from '#server/database/database.ts'
import { demandOn, isOn } from '#server/team/practices.ts'
import { type Channel, waitsOf, weeksLookedAt } from './target.ts'
import './tables.ts'

/** The rules of the inboxes one sees, and those for all. */
export async function listRules(db: Db, by: Actor): Promise<{ items: TargetRule[] }> {
  await demandOn(db, 'targets')
  const rows = await db
    .selectFrom('targetRules')
    .select(['id', 'answer', 'inboxId', 'channel', 'pressing', 'minutes'])
    .orderBy('answer')
    .orderBy('id')
    .execute()
  return { items: rows.filter((row) => row.inboxId === null || sees(by, row.inboxId)) }
}

export async function ruleById(db: Db, by: Actor, id: string): Promise<TargetRule> {
  const rule = (await listRules(db, by)).items.find((one) => one.id === id)
  if (!rule) throw notFound(say('targets.rule'))
  return rule
}

export async function targetOfConversation(
  db: Db,
  by: Actor,
  id: string,
): Promise<z.input<typeof target> | null> {
  const { id: conversationId } = await conversationById(db, by, id)
  const row = await db
    .selectFrom('targets')
    .selectAll()
    .where('conversationId', '=', conversationId)
    .executeTakeFirst()
  if (!row) return null
  return {
    answer: row.answer,
    since: row.since.toISOString(),
    at: row.targetAt.toISOString(),
    missed: row.missedAt !== null || row.targetAt <= (await clockNow(db)),
  }
}

export interface Wait {
  /** Minutes of opening time. */
  usually: number
  mostly: number
  usuallyBy: Date
  mostlyBy: Date
  matters: number
}

/** More than this changes nothing about the middle. */
const most = 3000

/**
 * How long whoever asks at `since` will most likely wait for the first word of a person. By the same channel where that has evidence
 * enough, else by all of the inbox; null where neither has, or the practice is off.
 */
export async function expectedWait(
  db: Db | Trx,
  { inboxId, channel, since }: { inboxId: string; channel?: string; since: Date },
): Promise<Wait | null> {
  if (!(await isOn(db, 'targets'))) return null
  const answered = await db
    .selectFrom('firstAnswers')
    .select(['channel', 'minutes'])
    .where('inboxId', '=', inboxId)
    .where('askedAt', '>', sql<Date>`clock_now() - ${weeksLookedAt * 7} * interval '1 day'`)
    .orderBy('askedAt', 'desc')
    .limit(most)
    .execute()
  const { rows: waiting } = await sql<{ channel: string; askedAt: Date }>`
    select c.channel, c.waiting_since as asked_at from conversations c
    where c.inbox_id = ${inboxId} and c.status in ('open', 'snoozed') and c.waiting_since is not null and not c.held
      and c.created_at > clock_now() - ${weeksLookedAt * 7} * interval '1 day'
      and not exists (select 1 from messages o where o.conversation_id = c.id and o.direction = 'out' and not o.auto_reply)
    limit ${most}`.execute(db)
  const working = await workingTime(db)
  const now = await clockNow(db)
  const soFar = waiting.map((one) => ({ ...one, minutes: openMinutesBetween(one.askedAt, now, working) }))
  const of = (rows: readonly { channel: string; minutes: number }[], only?: string) =>
    rows.filter((row) => !only || row.channel === only).map((row) => row.minutes)
  const waits =
    (channel && waitsOf(of(answered, channel), of(soFar, channel))) || waitsOf(of(answered), of(soFar))
  const usuallyBy = waits && addOpenMinutes(since, waits.usually, working)
  const mostlyBy = waits && addOpenMinutes(since, waits.mostly, working)
  return waits && usuallyBy && mostlyBy ? { ...waits, usuallyBy, mostlyBy } : null
}

/** The same over the API, for whoever sees the inbox. */
export async function waitOfInbox(
  db: Db,
  by: Actor,
  inboxId: string,
  channel: Channel | undefined,
): Promise<z.input<typeof expectedShape>> {
  if (!sees(by, inboxId)) throw notFound(say('targets.inbox'))
  await demandOn(db, 'targets')
  const wait = await expectedWait(db, { inboxId, since: await clockNow(db), ...(channel && { channel }) })
  return (
    wait && {
      ...wait,
      usuallyBy: wait.usuallyBy.toISOString(),
      mostlyBy: wait.mostlyBy.toISOString(),
      weeks: weeksLookedAt,
    }
  )
}
