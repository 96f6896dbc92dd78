import { sql } from 'kysely'
import type { z } from 'zod'
import type { mattersRoutes } from '#contract/matters.ts'
import type { Actor } from '#server/base/actor.ts'
import { clockNow } from '#server/base/clock.ts'
import { badCursor } from '#server/base/errors.ts'
import { within } from '#server/customers/sight.ts'
import type { Db } from '#server/database/database.ts'
import { theyWroteAfter } from './people.ts'

type Figures = z.input<(typeof mattersRoutes)['GET /matters-figures']['response']>
type Behind = z.input<(typeof mattersRoutes)['GET /matters-first']['response']>
type Who = 'we' | 'they' | 'nobody-yet'

const days = 90
/** What went wrong for somebody; an order or a delivery may be good news. */
const failures = ['late-parcel', 'failed-payment', 'missed-visit', 'bug']

/** Everyone something went wrong for in the last 90 days, and who wrote first: read from letters and tellings, so any recount agrees. */
async function encounters(db: Db, by: Actor) {
  const since = new Date((await clockNow(db)).getTime() - days * 86_400_000)
  return sql`(
    select m.id as matter_id, m.title, p.customer_id, p.conversation_id, m.happened_at, t.at as we_wrote_at, w.at as they_wrote_at,
      case when t.at is null and w.at is null then 'nobody-yet' when w.at is null or t.at <= w.at then 'we' else 'they' end as who
    from matter_people p join matters m on m.id = p.matter_id
    left join lateral (select min(at) as at from matter_tellings where matter_id = m.id and customer_id = p.customer_id
      and how <> 'not-needed') t on true
    left join lateral (${theyWroteAfter}) w on true
    where m.kind = any(${failures}::text[]) and m.happened_at >= ${since} and ${within(by, 'm.inbox_id')})`
}

export async function firstFigures(db: Db, by: Actor): Promise<Figures> {
  const { rows } = await sql<{ who: Who; n: number }>`
    select who, count(*)::int as n from ${await encounters(db, by)} e group by who`.execute(db)
  const of = (who: Who) => rows.find((row) => row.who === who)?.n ?? 0
  const [weFirst, theyFirst] = [of('we'), of('they')]
  const written = weFirst + theyFirst
  return {
    days,
    weFirst,
    theyFirst,
    nobodyYet: of('nobody-yet'),
    share: written ? weFirst / written : null,
  }
}

export async function whoWroteFirst(
  db: Db,
  by: Actor,
  { who, after, limit }: { who?: Who; after?: string; limit: number },
): Promise<Behind> {
  const [, matterId, customerId] = /^(mat_\w{22})~(cus_\w{22})$/.exec(after ?? '') ?? []
  if (after !== undefined && !matterId) throw badCursor()
  const { rows } = await sql<
    Omit<Behind['items'][number], 'happenedAt' | 'weWroteAt' | 'theyWroteAt'> & {
      happenedAt: Date
      weWroteAt: Date | null
      theyWroteAt: Date | null
    }
  >`
    select e.*, coalesce(u.preferred_name, u.name) as customer_name
    from ${await encounters(db, by)} e join customers u on u.id = e.customer_id
    where ${who ? sql`e.who = ${who}` : sql`true`}
      and ${matterId ? sql`(e.matter_id, e.customer_id) < (${matterId}, ${customerId})` : sql`true`}
    order by e.matter_id desc, e.customer_id desc limit ${limit + 1}`.execute(db)
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return {
    items: items.map((row) => ({
      ...row,
      happenedAt: row.happenedAt.toISOString(),
      weWroteAt: row.weWroteAt?.toISOString() ?? null,
      theyWroteAt: row.theyWroteAt?.toISOString() ?? null,
    })),
    next: rows.length > limit && last ? `${last.matterId}~${last.customerId}` : null,
  }
}
