import { sql } from 'kysely'
import type { Extra } from '#contract/extras.ts'
import { whole } from '#server/authority/limits.ts'
import type { Actor } from '#server/base/actor.ts'
import { clockNow } from '#server/base/clock.ts'
import { notFound } from '#server/base/errors.ts'
import { text as say } from '#server/base/text.ts'
import { within } from '#server/customers/sight.ts'
import type { Db, Trx } from '#server/database/database.ts'
import { leftOf } from './catalogue.ts'
import { catalogueOf } from './queries.ts'
import './tables.ts'

const year = 365 * 86_400_000

interface Count {
  extraId: string
  unit: string | null
  given: number
  delivered: number
  answered: number
  glad: number
  cost: number
}

/** What became of those given in a year: never by whom, for nobody is measured by what they give. */
async function countsOf(db: Db | Trx, by: Actor): Promise<Count[]> {
  const since = new Date((await clockNow(db)).getTime() - year)
  const { rows } = await sql<Count>`
    select g.extra_id, g.unit, count(*)::int as given,
      count(*) filter (where g.delivered_at is not null)::int as delivered,
      count(*) filter (where g.answer is not null)::int as answered,
      count(*) filter (where g.is_glad)::int as glad,
      coalesce(sum(g.cost) filter (where g.delivered_at is not null), 0)::float8 as cost
    from given_extras g left join decisions d on d.id = g.decision_id
    where ${within(by, 'g.inbox_id')} and g.at > ${since} and g.cancelled_at is null
      and (d.id is null or g.delivered_at is not null or (d.state not in ('declined', 'withdrawn') and d.result <> 'failed'))
    group by g.extra_id, g.unit`.execute(db)
  return rows
}

const sum = (rows: readonly Count[], of: 'given' | 'delivered' | 'answered' | 'glad' | 'cost') =>
  rows.reduce((all, row) => all + row[of], 0)

export async function extrasAndReport(db: Db | Trx, by: Actor) {
  const counts = await countsOf(db, by)
  const items: Extra[] = []
  for (const row of await catalogueOf(db, by)) {
    const own = counts.filter((one) => one.extraId === row.id)
    items.push({
      id: row.id,
      name: row.name,
      words: row.words,
      cost: whole(Number(row.cost)),
      unit: row.unit,
      left: await leftOf(db, row),
      makerId: row.makerId,
      inboxId: row.inboxId,
      given: sum(own, 'given'),
      delivered: sum(own, 'delivered'),
      glad: sum(own, 'glad'),
    })
  }
  const free = counts.filter((one) => one.unit === null)
  const paid = Map.groupBy(
    counts.filter((one) => one.unit !== null),
    (one) => one.unit!,
  )
  return {
    items,
    report: {
      given: sum(counts, 'given'),
      delivered: sum(counts, 'delivered'),
      answered: sum(counts, 'answered'),
      glad: sum(counts, 'glad'),
      free: sum(free, 'given'),
      freeGlad: sum(free, 'glad'),
      spent: [...paid].map(([unit, rows]) => ({
        unit,
        amount: whole(sum(rows, 'cost')),
        glad: sum(rows, 'glad'),
      })),
    },
  }
}

export async function extraById(db: Db | Trx, by: Actor, id: string): Promise<Extra> {
  const found = (await extrasAndReport(db, by)).items.find((one) => one.id === id)
  if (!found) throw notFound(say('extras.this'))
  return found
}
