import { sql } from 'kysely'
import type { Complaint } from '#contract/secondChances.ts'
import { type Actor, tend } from '#server/base/actor.ts'
import { clockNow } from '#server/base/clock.ts'
import { recordEvent } from '#server/base/events.ts'
import { clearTimers, setTimer } from '#server/base/timers.ts'
import { addOpenMinutes } from '#server/calendar/openMinutes.ts'
import { workingTime } from '#server/calendar/queries.ts'
import type { ConversationRow } from '#server/conversations/conversation.ts'
import { type HeldConversation, holdConversations, idsOf } from '#server/conversations/holding.ts'
import { lockIfThere } from '#server/conversations/queries.ts'
import { within } from '#server/customers/sight.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { isOn } from '#server/team/practices.ts'
import { readRecoveryRules } from './rules.ts'
import './tables.ts'

const timer = 'complaint.climb'

/** Starts, ends or leaves alone the clock of an unanswered complaint. Safe to repeat: what has not changed runs on. */
export const settleComplaint = (db: Db, conversationId: string): Promise<void> =>
  holdConversations(db, [conversationId], settleComplaints)

/** The same of some that are held already. */
export async function settleComplaints(trx: Trx, held: readonly HeldConversation[]): Promise<void> {
  const befores = await trx
    .selectFrom('complaints')
    .selectAll()
    .where(sql<boolean>`conversation_id = any(${idsOf(held)}::text[])`)
    .execute()
  const before = new Map(befores.map((row) => [row.conversationId, row]))
  const sinces = (await isOn(trx, 'climbing')) ? await unansweredSince(trx, held) : new Map<string, Date>()
  for (const { id, row } of held) await settleOne(trx, id, row, before.get(id), sinces.get(id))
}

async function settleOne(
  trx: Trx,
  conversationId: string,
  row: ConversationRow | null,
  before: { since: Date; level: number } | undefined,
  since: Date | undefined,
): Promise<void> {
  if (before && since && before.since.getTime() === since.getTime()) return climbIfDue(trx, row!)
  if (!before && !since) return
  await clearTimers(trx, timer, conversationId)
  await trx.deleteFrom('complaints').where('conversationId', '=', conversationId).execute()
  if (before?.level && row) await recordEvent(trx, tend, 'complaint.over', about(row), {})
  if (!row || !since) return
  const { inboxId, customerId } = row
  await trx
    .insertInto('complaints')
    .values({ conversationId, inboxId, customerId, since, nextAt: null, ignoredAt: null })
    .execute()
  await climbIfDue(trx, row)
}

/** The timer. Says once for each step up; how often it runs, and on how many machines, does not matter. */
export const climb = (db: Db, conversationId: string): Promise<void> =>
  transaction(db, async (trx) => {
    const row = await lockIfThere(trx, conversationId)
    if (row) await climbIfDue(trx, row)
  })

async function climbIfDue(trx: Trx, row: ConversationRow): Promise<void> {
  const complaint = await complaintOf(trx, row.id)
  if (!complaint) return
  const [rules, working, now] = [await readRecoveryRules(trx), await workingTime(trx), await clockNow(trx)]
  const steps = [rules.assigneeAfter, rules.leadAfter, rules.adminAfter].sort((a, b) => a - b)
  const times = steps.map((minutes) => addOpenMinutes(complaint.since, minutes, working))
  const level = Math.max(complaint.level, times.filter((at) => at !== null && at <= now).length)
  const nextAt = times[level] ?? null
  await clearTimers(trx, timer, row.id)
  await trx
    .updateTable('complaints')
    .set({ level, nextAt, ignoredAt: complaint.ignoredAt ?? (level > 0 ? now : null) })
    .where('conversationId', '=', row.id)
    .execute()
  if (nextAt) await setTimer(trx, timer, row.id, nextAt)
  // After a long night everybody it has climbed past is told once, not step by step.
  if (level > complaint.level) await sayOnce(trx, row, level, complaint.since)
}

/** A clock that was stopped and runs again for the same wait has said so already. */
async function sayOnce(trx: Trx, row: ConversationRow, level: number, at: Date): Promise<void> {
  const since = at.toISOString()
  const said = await trx
    .selectFrom('events')
    .select('seq')
    .where('conversationId', '=', row.id)
    .where('type', '=', 'complaint.climbed')
    .where(sql<boolean>`detail->>'since' = ${since} and (detail->>'level')::int >= ${level}`)
    .executeTakeFirst()
  if (said) return
  const subjects = { ...about(row), teammateId: row.assigneeId }
  await recordEvent(trx, tend, 'complaint.climbed', subjects, { level, since })
}

/** Hours, rules or the switch have changed: every clock anew. */
export async function settleAllComplaints(db: Db): Promise<void> {
  let after = ''
  for (;;) {
    const { rows } = await sql<{ id: string }>`
      select id from conversations where id > ${after} and (waiting_since is not null
        or exists (select 1 from complaints x where x.conversation_id = conversations.id))
      order by id limit 200`.execute(db)
    for (const { id } of rows) await settleComplaint(db, id)
    if (rows.length < 200) return
    after = rows.at(-1)!.id
  }
}

/**
 * Since when those who complained have no answer: something failed or hurt in what they wrote, they said on their page that they are
 * not happy, or we are making something right for them. Putting it off is no answer; nothing for those who do not complain or wait.
 */
async function unansweredSince(trx: Trx, held: readonly HeldConversation[]): Promise<Map<string, Date>> {
  const open = held.flatMap(({ row }) => (row && row.status !== 'closed' && !row.held ? [row] : []))
  if (open.length === 0) return new Map()
  const isHarmed = (row: ConversationRow) =>
    row.harm >= 30 && ['severe', 'failure', 'repeat', 'upset', 'leaving'].includes(row.harmSignal ?? '')
  const { rows } = await sql<{ id: string; since: Date | null }>`
    select c.id,
      (select min(m.at) from messages m where m.conversation_id = c.id and m.direction = 'in' and not m.auto_reply
        and not m.is_bounce and not m.is_report and not m.held and m.at > x.answered) as since
    from unnest(${open.map(({ id }) => id)}::text[], ${open.map(isHarmed)}::boolean[]) as c(id, is_harmed)
    cross join lateral (select coalesce(max(o.at), '-infinity') as answered from messages o
      where o.conversation_id = c.id and o.direction = 'out' and not o.auto_reply) x
    where c.is_harmed
      or exists (select 1 from recoveries r where r.conversation_id = c.id and r.closed_at is null)
      or exists (select 1 from events e where e.conversation_id = c.id and e.type = 'page.unhappy' and e.at > x.answered)`.execute(
    trx,
  )
  return new Map(rows.flatMap(({ id, since }) => (since ? [[id, since]] : [])))
}

/** What nobody has answered in time, the oldest first. */
export async function listComplaints(db: Db, by: Actor, limit = 100): Promise<Complaint[]> {
  if (!(await isOn(db, 'climbing'))) return []
  const { rows } = await sql<Omit<Complaint, 'since'> & { since: Date }>`
    select x.conversation_id, c.subject, coalesce(p.preferred_name, p.name) as customer_name, x.inbox_id, c.assignee_id,
      x.since, x.level, c.harm_words as words
    from complaints x join conversations c on c.id = x.conversation_id join customers p on p.id = x.customer_id
    where x.level > 0 and ${within(by, 'x.inbox_id')} order by x.since, x.conversation_id limit ${limit}`.execute(
    db,
  )
  return rows.map((row) => ({ ...row, since: row.since.toISOString() }))
}

/** How many they are: the figure that should be nought. */
export async function countComplaints(db: Db, by: Actor): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from complaints x where x.level > 0 and ${within(by, 'x.inbox_id')}`.execute(db)
  return rows[0]!.n
}

const complaintOf = (trx: Trx, id: string) =>
  trx.selectFrom('complaints').selectAll().where('conversationId', '=', id).executeTakeFirst()

const about = (row: ConversationRow) => ({
  inboxId: row.inboxId,
  conversationId: row.id,
  customerId: row.customerId,
})
