import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import type { personsRoutes } from '#contract/persons.ts'
import type { Actor } from '#server/base/actor.ts'
import { clockNow } from '#server/base/clock.ts'
import { badCursor } from '#server/base/errors.ts'
import { within } from '#server/customers/sight.ts'
import type { Db } from '#server/database/database.ts'
import { readCompany } from '#server/team/company.ts'

type Figures = z.input<(typeof personsRoutes)['GET /persons/figures']['response']>
type Answers = z.input<(typeof personsRoutes)['GET /persons/answers']['response']>
type Whose = 'own' | 'stand-in' | 'other'

const days = 90

/**
 * Conversations in which we answered a customer who had a person at that time, in the last 90 days: by whom. One in which their person
 * wrote counts as theirs, else one in which whoever stood in on that day wrote. Read from messages, so it agrees with any recount.
 */
async function answered(db: Db, by: Actor): Promise<RawBuilder<unknown>> {
  const since = new Date((await clockNow(db)).getTime() - days * 86_400_000)
  const { timeZone } = await readCompany(db)
  return sql`(
    select m.conversation_id, max(n.teammate_id) as person_id,
      case when bool_or(m.author_id = n.teammate_id) then 'own'
        when bool_or(exists (select 1 from leaves l where l.teammate_id = n.teammate_id and l.stand_in_id = m.author_id
          and (m.at at time zone ${timeZone})::date::text between l.from_day and l.to_day)) then 'stand-in'
        else 'other' end as whose,
      array_agg(distinct m.author_id::text) as authors
    from named_persons n
    join messages m on m.customer_id = n.customer_id and m.at >= greatest(n.since, ${since}) and (n.until is null or m.at < n.until)
    where m.direction = 'out' and m.author_id is not null and (n.until is null or n.until > ${since})
      and ${within(by, 'm.inbox_id')}
    group by m.conversation_id)`
}

/** How often their own person answered. */
export async function personFigures(db: Db, by: Actor): Promise<Figures> {
  const { rows } = await sql<{ whose: Whose; n: number }>`
    select whose, count(*)::int as n from ${await answered(db, by)} a group by whose`.execute(db)
  const of = (whose: Whose) => rows.find((row) => row.whose === whose)?.n ?? 0
  const [own, standIn, other] = [of('own'), of('stand-in'), of('other')]
  const total = own + standIn + other
  return { days, own, standIn, other, total, share: total ? (own + standIn) / total : null }
}

/** The conversations behind the figure, newest first. */
export async function personAnswers(
  db: Db,
  by: Actor,
  { whose, after, limit }: { whose?: Whose; after?: string; limit: number },
): Promise<Answers> {
  if (after !== undefined && !/^cnv_\w{22}$/.test(after)) throw badCursor()
  const { rows } = await sql<Answers['items'][number]>`
    select a.conversation_id, c.subject, c.customer_id, coalesce(p.preferred_name, p.name) as customer_name,
      a.person_id, a.whose, a.authors as answered_by
    from ${await answered(db, by)} a
    join conversations c on c.id = a.conversation_id
    join customers p on p.id = c.customer_id
    where true ${whose ? sql`and a.whose = ${whose}` : sql``} ${after ? sql`and a.conversation_id < ${after}` : sql``}
    order by a.conversation_id desc limit ${limit + 1}`.execute(db)
  const items = rows.slice(0, limit)
  return { items, next: rows.length > limit ? items.at(-1)!.conversationId : null }
}
