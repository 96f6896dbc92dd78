import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Goal } from '#contract/goals.ts'
import { type Actor, teammateId } from '#server/base/actor.ts'
import { clockNow } from '#server/base/clock.ts'
import { notFound } from '#server/base/errors.ts'
import { text as say } from '#server/base/text.ts'
import { dayOf } from '#server/calendar/workingTime.ts'
import { demandKnown } from '#server/customers/queries.ts'
import { within } from '#server/customers/sight.ts'
import type { Db, Trx } from '#server/database/database.ts'
import { readCompany } from '#server/team/company.ts'
import { isOn } from '#server/team/practices.ts'
import type { GoalsTable } from './tables.ts'

type Found = GoalsTable & {
  state: Goal['state']
  madeAt: Date
  customerName: string
  reviews: Goal['reviews']
}

/** Today in the company's own zone, `YYYY-MM-DD`. */
export async function today(db: Db | Trx): Promise<string> {
  const [now, { timeZone }] = [await clockNow(db), await readCompany(db)]
  return dayOf(now, timeZone)
}

async function find(db: Db | Trx, by: Actor, where: RawBuilder<SqlBool>, limit: number): Promise<Goal[]> {
  const { rows } = await sql<Found>`
    select g.*, coalesce(p.preferred_name, p.name) as customer_name,
      coalesce((select jsonb_agg(jsonb_build_object('at', to_char(r.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'by', r.by_name, 'outcome', r.outcome, 'note', r.note, 'nextOn', r.next_on) order by r.position)
        from goal_reviews r where r.goal_id = g.id), '[]') as reviews
    from goals g join customers p on p.id = g.customer_id
    where ${within(by, 'g.inbox_id')} and ${where}
    order by g.state <> 'open', g.review_on, g.id limit ${limit}`.execute(db)
  const now = await today(db)
  return rows.map((row) => ({
    id: row.id,
    customerId: row.customerId,
    customerName: row.customerName,
    inboxId: row.inboxId,
    words: row.words,
    conversationId: row.conversationId,
    messageId: row.messageId,
    reviewOn: row.reviewOn,
    due: row.state === 'open' && row.reviewOn <= now,
    state: row.state,
    madeAt: row.madeAt.toISOString(),
    reviews: row.reviews,
  }))
}

export async function goalsOf(db: Db | Trx, by: Actor, customerId: string): Promise<Goal[]> {
  await demandKnown(db, by, customerId)
  return find(db, by, sql`g.customer_id = ${customerId}`, 50)
}

export async function goalById(db: Db | Trx, by: Actor, id: string): Promise<Goal> {
  const [goal] = await find(db, by, sql`g.id = ${id}`, 1)
  if (!goal) throw notFound(say('goals.this'))
  return goal
}

/**
 * Goals whose review day has come and which are mine to look at: of my customers; where the customer has no person, those I kept;
 * and where whoever kept it has left, everybody's.
 */
export async function dueGoals(db: Db, by: Actor, limit: number): Promise<Goal[]> {
  const me = teammateId(by) ?? ''
  const day = await today(db)
  const named = await isOn(db, 'namedPerson')
  const person = named
    ? sql`(select n.teammate_id from named_persons n where n.customer_id = g.customer_id and n.until is null)`
    : sql`null`
  return find(
    db,
    by,
    sql<SqlBool>`g.state = 'open' and g.review_on <= ${day} and coalesce(${person},
      (select t.id from teammates t where t.id = g.by_id and t.left_at is null), ${me}) = ${me}`,
    limit,
  )
}
