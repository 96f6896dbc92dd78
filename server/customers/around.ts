import { sql } from 'kysely'
import type { z } from 'zod'
import type { Around, Circle, circlesRoutes } from '#contract/circles.ts'
import type { Actor } from '#server/base/actor.ts'
import { badCursor, notFound } from '#server/base/errors.ts'
import { text as say } from '#server/base/text.ts'
import type { Db, Trx } from '#server/database/database.ts'
import { holding } from '#server/database/like.ts'
import { within } from './sight.ts'
import './tables.ts'

type CirclePage = z.input<(typeof circlesRoutes)['GET /circles/{id}']['response']>

/** Whether a reader may know the person of `column`. */
const knownBy = (by: Actor, column: string) =>
  sql`exists (select 1 from customer_inboxes i where i.customer_id = ${sql.ref(column)} and ${within(by, 'i.inbox_id')})`

const peopleOf = (by: Actor) => sql`coalesce((
  select jsonb_agg(jsonb_build_object('id', c.id, 'name', coalesce(c.preferred_name, c.name), 'role', p.role)
    order by coalesce(c.preferred_name, c.name), c.id)
  from circle_people p join customers c on c.id = p.customer_id
  where p.circle_id = circles.id and ${knownBy(by, 'c.id')}), '[]'::jsonb)`

/** Whom somebody belongs to and is related with; people whom the reader does not know are not there. `by` Tend itself: all of it. */
export async function aroundOf(db: Db | Trx, by: Actor, customerId: string): Promise<Around> {
  const [circles, relations] = await Promise.all([
    sql<Around['circles'][number]>`
      select circles.id, circles.kind, circles.name, mine.role, ${peopleOf(by)} as others
      from circle_people mine join circles on circles.id = mine.circle_id
      where mine.customer_id = ${customerId} and ${within(by, 'circles.inbox_id')}
      order by circles.kind desc, circles.name, circles.id`.execute(db),
    sql<{ id: string; personId: string; name: string; is: string }>`
      select r.id, c.id as person_id, coalesce(c.preferred_name, c.name) as name,
        case when r.customer_id = ${customerId} then r.is_theirs else r.is_back end as is
      from relations r
      join customers c on c.id = case when r.customer_id = ${customerId} then r.other_id else r.customer_id end
      where (r.customer_id = ${customerId} or r.other_id = ${customerId})
        and ${within(by, 'r.inbox_id')} and ${knownBy(by, 'c.id')}
      order by r.made_at, r.id`.execute(db),
  ])
  return {
    circles: circles.rows.map((one) => ({
      ...one,
      others: one.others.filter((person) => person.id !== customerId),
    })),
    relations: relations.rows.map(({ id, personId, name, is }) => ({
      id,
      person: { id: personId, name },
      is,
    })),
  }
}

const circleSql = (by: Actor) => sql`
  select circles.id, circles.kind, circles.name, circles.inbox_id, ${peopleOf(by)} as people,
    (select count(*)::int from conversations v join circle_people p on p.customer_id = v.customer_id
      where p.circle_id = circles.id and v.status <> 'closed' and ${within(by, 'v.inbox_id')}) as open_conversations
  from circles where ${within(by, 'circles.inbox_id')}
    and exists (select 1 from circle_people p where p.circle_id = circles.id and ${knownBy(by, 'p.customer_id')})`

/** By name. A circle none of whose people the reader may know is not there. */
export async function listCircles(
  db: Db,
  by: Actor,
  { q, after, limit }: { q?: string | undefined; after?: string | undefined; limit: number },
): Promise<{ items: Circle[]; next: string | null }> {
  const key = /^(cir_\w{22})$/.exec(after ?? '')
  if (after !== undefined && !key) throw badCursor()
  const part = q?.trim() ? holding(q.trim()) : null
  const { rows } = await sql<Circle>`${circleSql(by)}
    ${part ? sql`and circles.name ilike ${part}` : sql``}
    ${key ? sql`and (lower(circles.name), circles.id) > (select lower(c.name), c.id from circles c where c.id = ${key[1]!})` : sql``}
    order by lower(circles.name), circles.id limit ${limit + 1}`.execute(db)
  return { items: rows.slice(0, limit), next: rows.length > limit ? rows[limit - 1]!.id : null }
}

export async function circleById(db: Db, by: Actor, id: string): Promise<CirclePage> {
  const { rows } = await sql<Circle>`${circleSql(by)} and circles.id = ${id}`.execute(db)
  const circle = rows[0]
  if (!circle) throw notFound(say('customers.this.circle'))
  const lines = await sql<Omit<CirclePage['conversations'][number], 'lastAt'> & { lastAt: Date }>`
    select v.id, v.subject, v.status, v.last_at, v.customer_id, coalesce(c.preferred_name, c.name) as customer_name
    from circle_people p join conversations v on v.customer_id = p.customer_id join customers c on c.id = v.customer_id
    where p.circle_id = ${id} and ${within(by, 'v.inbox_id')}
    order by v.last_at desc, v.id desc limit 50`.execute(db)
  return {
    ...circle,
    conversations: lines.rows.map((line) => ({ ...line, lastAt: line.lastAt.toISOString() })),
  }
}
