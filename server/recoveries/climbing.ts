import { sql } from 'kysely'
import type { Complaint } from '#contract/secondChances.ts'
import { type Actor, tend } from '#server/base/actor.ts'
import { clockNow } from '#server/base/clock.ts'
import { recordEvent } from '#server/base/events.ts'
import { clearTimers, setTimer } from '#server/base/timers.ts'
import { addOpenMinutes } from '#server/calendar/openMinutes.ts'
import { workingTime } from '#server/calendar/queries.ts'
import type { ConversationRow } from '#server/conversations/conversation.ts'
import { lockIfThere } from '#server/conversations/queries.ts'
import { within } from '#server/customers/sight.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { isOn } from '#server/team/practices.ts'
import { readRecoveryRules } from './rules.ts'
import './tables.ts'

const timer = 'complaint.climb'

/** Starts, ends or leaves alone the clock of an unanswered complaint. Safe to repeat: what has not changed runs on. */
export const settleComplaint = (db: Db, conversationId: string): Promise<void> =>
  transaction(db, async (trx) =>
    settleComplaintOf(trx, conversationId, await lockIfThere(trx, conversationId)),
  )

/** The same of one that is held already; null where it is gone. */
export async function settleComplaintOf(
  trx: Trx,
  conversationId: string,
  row: ConversationRow | null,
): Promise<void> {
  const before = await complaintOf(trx, conversationId)
  const since = row && (await isOn(trx, 'climbing')) ? await unansweredSince(trx, row) : null
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
 * Since when somebody who complained has no answer: something failed or hurt in what they wrote, they said on their page that they are
 * not happy, or we are making something right for them. Putting it off is no answer; null where nobody complains or waits.
 */
async function unansweredSince(trx: Trx, row: ConversationRow): Promise<Date | null> {
  if (row.status === 'closed' || row.held) return null
  const { rows } = await sql<{ since: Date | null; complains: boolean }>`
    select (select min(m.at) from messages m where m.conversation_id = ${row.id} and m.direction = 'in' and not m.auto_reply
        and not m.is_bounce and not m.is_report and not m.held and m.at > x.answered) as since,
      ${row.harm >= 30 && ['severe', 'failure', 'repeat', 'upset', 'leaving'].includes(row.harmSignal ?? '')}
      or exists (select 1 from recoveries r where r.conversation_id = ${row.id} and r.closed_at is null)
      or exists (select 1 from events e where e.conversation_id = ${row.id} and e.type = 'page.unhappy' and e.at > x.answered)
        as complains
    from (select coalesce(max(o.at), '-infinity') as answered from messages o
      where o.conversation_id = ${row.id} and o.direction = 'out' and not o.auto_reply) x`.execute(trx)
  return rows[0]!.complains ? rows[0]!.since : null
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
