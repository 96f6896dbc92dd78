import { type SqlBool, sql } from 'kysely'
import type { z } from 'zod'
import type { merge as mergeShape, SamePair } from '#contract/samePeople.ts'
import { type Actor, requireRole, teammateId } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { Problem } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { text as say } from '#server/base/text.ts'
import { type Db, type Trx, tookTooLong, transaction } from '#server/database/database.ts'
import { demandKnown } from './queries.ts'
import { within } from './sight.ts'
import './tables.ts'

/** Where everybody may have an address: the same one there says nothing. */
const everybodys =
  '^(gmail|googlemail|outlook|hotmail|live|msn|yahoo|ymail|icloud|me|mac|aol|gmx|web|t-online|mail|proton|protonmail|posteo|sapo|orange|free|laposte|libero|wp|o2)\\.'

/** How long everybody may be compared with everybody, in milliseconds. */
const patience = 4000

/**
 * Pairs that may be one person, as far as the reader may know both, each with its reasons. Nothing is guessed from a name alone: two
 * people may well be called the same.
 */
export async function samePeople(db: Db, by: Actor, customerId?: string, ms = patience): Promise<SamePair[]> {
  try {
    return await transaction(db, async (trx) => {
      await sql`select set_config('statement_timeout', ${String(ms)}, true)`.execute(trx)
      return pairsOf(trx, by, customerId)
    })
  } catch (error) {
    if (tookTooLong(error)) throw new Problem(422, 'too-wide', say('customers.tooManyToCompare'))
    throw error
  }
}

async function pairsOf(db: Trx, by: Actor, customerId?: string): Promise<SamePair[]> {
  const known = (column: string) =>
    sql`exists (select 1 from customer_inboxes i where i.customer_id = ${sql.ref(column)} and ${within(by, 'i.inbox_id')})`
  // One of the two sides is theirs, so that an index finds the other; and the wall stands on both before anything is compared further.
  const both = (left: string, right: string) =>
    sql<SqlBool>`${
      customerId
        ? sql`${sql.ref(left)} = ${customerId} and ${sql.ref(right)} <> ${customerId}`
        : sql`${sql.ref(left)} < ${sql.ref(right)}`
    } and ${known(left)} and ${known(right)}`
  const pair = sql`least(x.id, y.id), greatest(x.id, y.id)`
  const { rows } = await sql<{
    a: string
    b: string
    kind: SamePair['reasons'][number]['kind']
    what: string
  }>`
    with found as (
      select least(a.customer_id, b.customer_id) as a, greatest(a.customer_id, b.customer_id) as b, 'phone' as kind, min(a.address) as what
      from customer_addresses a join customer_addresses b
        on right(regexp_replace(b.address, '[^0-9]', '', 'g'), 9) = right(regexp_replace(a.address, '[^0-9]', '', 'g'), 9)
      where a.kind = 'phone' and b.kind = 'phone' and ${both('a.customer_id', 'b.customer_id')}
        and length(regexp_replace(a.address, '[^0-9]', '', 'g')) >= 7
      group by 1, 2
      union all
      select ${pair}, 'name-domain', split_part(a.address, '@', 2)
      from customers x join customers y on lower(y.name) = lower(x.name)
      join customer_addresses a on a.customer_id = x.id and a.kind = 'email'
      join customer_addresses b on b.customer_id = y.id and b.kind = 'email'
      where split_part(a.address, '@', 2) = split_part(b.address, '@', 2)
        and split_part(a.address, '@', 2) !~ ${everybodys} and ${both('x.id', 'y.id')}
      union all
      select ${pair}, 'name-company', x.company
      from customers x join customers y on lower(y.name) = lower(x.name)
      where x.company is not null and lower(x.company) = lower(y.company) and ${both('x.id', 'y.id')}
    )
    select distinct a, b, kind, what from found
    where not exists (select 1 from same_refusals r where r.one_id = found.a and r.other_id = found.b)
    order by a desc, b desc, kind desc limit 150`.execute(db)
  const pairs = [...Map.groupBy(rows, (row) => `${row.a} ${row.b}`).values()].slice(0, 50)
  if (pairs.length === 0) return []
  const sides = await sidesOf(db, [...new Set(pairs.flatMap(([row]) => [row!.a, row!.b]))])
  return pairs.map((of) => ({
    one: sides.get(of[0]!.a)!,
    other: sides.get(of[0]!.b)!,
    reasons: of.map(({ kind, what }) => ({ kind, what })),
  }))
}

async function sidesOf(db: Db | Trx, ids: string[]): Promise<Map<string, SamePair['one']>> {
  const { rows } = await sql<SamePair['one']>`
    select c.id, c.name, c.company,
      coalesce((select jsonb_agg(a.address order by a.address) from customer_addresses a where a.customer_id = c.id and a.kind = 'email'), '[]') as emails,
      coalesce((select jsonb_agg(a.address order by a.address) from customer_addresses a where a.customer_id = c.id and a.kind = 'phone'), '[]') as phones
    from customers c where c.id = any(${ids}::text[])`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}

const inOrder = (a: string, b: string) => (a < b ? { oneId: a, otherId: b } : { oneId: b, otherId: a })

/** Two people after all: the two are not proposed again. */
export async function refuseSame(db: Db, by: Actor, a: string, b: string): Promise<void> {
  requireRole(by, 'teammate')
  await transaction(db, async (trx) => {
    await demandKnown(trx, by, a)
    await demandKnown(trx, by, b)
    await trx
      .insertInto('sameRefusals')
      .values({ ...inOrder(a, b), byId: teammateId(by) })
      .onConflict((c) => c.doNothing())
      .execute()
    await tell(trx, by, a, b)
    await audit(trx, by, 'customer.told-apart', { kind: 'customer', id: a }, { otherId: b })
  })
}

export async function proposeSameAgain(db: Db, by: Actor, a: string, b: string): Promise<void> {
  requireRole(by, 'teammate')
  await transaction(db, async (trx) => {
    await demandKnown(trx, by, a)
    await demandKnown(trx, by, b)
    const { oneId, otherId } = inOrder(a, b)
    await trx.deleteFrom('sameRefusals').where('oneId', '=', oneId).where('otherId', '=', otherId).execute()
    await tell(trx, by, a, b)
    await audit(trx, by, 'customer.same-again', { kind: 'customer', id: a }, { otherId: b })
  })
}

/** Everybody who may know one of them hears of it, each through an inbox of their own. */
async function tell(trx: Trx, by: Actor, ...ids: string[]): Promise<void> {
  const rows = await trx
    .selectFrom('customerInboxes')
    .select(['customerId', 'inboxId'])
    .where('customerId', 'in', ids)
    .execute()
  for (const row of rows) await recordEvent(trx, by, 'customer.changed', row, {})
}

/** Who was brought together with them, as long as it can be undone; the newest first. The caller has checked that they know the person. */
export async function mergesOf(db: Db | Trx, customerId: string): Promise<z.input<typeof mergeShape>[]> {
  const rows = await db
    .selectFrom('personMerges')
    .selectAll()
    .where('intoId', '=', customerId)
    .where('undoneAt', 'is', null)
    .where('undoUntil', '>', sql<Date>`clock_now()`)
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    intoId: row.intoId,
    fromName: row.fromName,
    by: row.byName,
    at: row.at.toISOString(),
    undoUntil: row.undoUntil.toISOString(),
  }))
}

/** When two can no longer be parted, the journal of their rows is only a copy of what they have forgotten since. */
export async function forgetOldJournals(db: Db): Promise<void> {
  await sql`delete from person_merge_rows r using person_merges m
    where m.id = r.merge_id and m.undo_until < clock_now()`.execute(db)
}
