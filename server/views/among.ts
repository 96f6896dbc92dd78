import { type RawBuilder, sql } from 'kysely'
import { type Condition, type Filter, isGroup, type Part } from '#contract/filters.ts'
import type { Trx } from '#server/database/database.ts'
import { ofCompanies, showsMood } from './filter.ts'

/** Ids of conversations. */
type Ids = RawBuilder<unknown>

/** More are not few: whoever walks through all finds some of so many soon. */
const few = 2000

/**
 * Which conversations may fit a filter, where something in it narrows them to a few. Where hardly anything fits, a walk from the newest back
 * would go through all that was ever done.
 */
export async function fewThatMayFit(trx: Trx, filter: Filter): Promise<string[] | null> {
  const ways = amongWhich(filter)
  if (ways.length === 0) return null
  const { rows } = await sql<{ ids: string[] }>`${sql.join(
    ways.map((ids) => sql`(select array(select id::text from ${ids} ids limit ${sql.lit(few + 1)}) as ids)`),
    sql` union all `,
  )}`.execute(trx)
  const [fewest] = rows.map(({ ids }) => ids).sort((a, b) => a.length - b.length)
  return fewest && fewest.length <= few ? fewest : null
}

/**
 * Where all lie that can fit a filter, for what few have and an index holds: any one of what is returned holds all of them. None where
 * nothing narrows it so. What is found still has to be asked the filter itself.
 */
function amongWhich(part: Part): Ids[] {
  if (!isGroup(part)) {
    const ids = part.not ? null : haveIt(part)
    return ids ? [ids] : []
  }
  const each = part.of.map(amongWhich)
  if (part.match === 'all') return each.flat()
  const firsts = each.map(([first]) => first)
  return firsts.length && firsts.every((one) => one !== undefined)
    ? [sql`(${sql.join(firsts, sql` union all `)})`]
    : []
}

function haveIt(one: Condition): Ids | null {
  switch (one.on) {
    case 'mood':
      return sql`(${sql.join(
        one.is.map(
          (signal) =>
            sql`(select r.conversation_id as id from readings r where ${showsMood(signal)} limit ${sql.lit(few + 1)})`,
        ),
        sql` union all `,
      )})`
    case 'promise':
      return one.is.includes('none')
        ? null
        : atMost(sql`c.next_promise_id is not null and c.next_promise_state = any(${one.is}::text[])`)
    case 'waiting':
      return atMost(sql`c.status = 'open' and c.waiting_since is not null`)
    case 'customer':
      return atMost(sql`c.customer_id = any(${one.is}::text[])`)
    case 'company':
      return atMost(ofCompanies(one.is))
    default:
      return null
  }
}

const atMost = (test: RawBuilder<unknown>): Ids =>
  sql`(select c.id from conversations c where ${test} limit ${sql.lit(few + 1)})`
