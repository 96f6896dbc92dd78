import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { z } from 'zod'
import { type conversationRow, type View, view as views } from '#contract/conversations.ts'
import { type Actor, sees, teammateId } from '#server/base/actor.ts'
import { clockNow } from '#server/base/clock.ts'
import { badCursor } from '#server/base/errors.ts'
import { within } from '#server/customers/sight.ts'
import type { Db } from '#server/database/database.ts'
import { fromMicros, microsOf, zoneOf } from './day.ts'
import { pressing } from './pressing.ts'
import { besides, type Found, joins, recordsActs, shapeRow } from './rows.ts'

export interface ListQuery {
  inbox?: string
  status?: string
  view?: View
  assignee?: string
  customer?: string
  after?: string
  limit: number
}

/** The condition of a view on a conversation `c`. "New" and "Promised" are views, not statuses. */
function ofView(view: View, me: string | null): RawBuilder<SqlBool> {
  switch (view) {
    case 'for-me':
      return sql`c.assignee_id = ${me ?? ''} and c.status = 'open'`
    case 'new':
      return sql`c.assignee_id is null and c.status = 'open'`
    case 'waiting-for-us':
      return sql`c.status = 'open'`
    case 'waiting-for-them':
      return sql`c.status = 'waiting'`
    case 'promised':
      return sql`c.next_promise_id is not null`
    case 'later':
      return sql`c.status = 'snoozed'`
    case 'looked-after':
      return sql`c.status = 'closed'`
    case 'talk-only':
      return sql`(c.talk_only and ${recordsActs})`
    case 'all':
      return sql`true`
  }
}

/** An order of a list and its key: where a page ends, and what lies behind it. */
interface Order {
  order: RawBuilder<unknown>
  key: RawBuilder<string>
  behind(key: string): RawBuilder<SqlBool> | null
}

const newestFirst: Order = {
  order: sql`c.last_at desc, c.id desc`,
  key: microsOf('c.last_at'),
  behind(key) {
    const [, micros, id] = /^(-?\d{1,17})~(cnv_\w{22})$/.exec(key) ?? []
    return micros && id ? sql`(c.last_at, c.id) < (${fromMicros(micros)}, ${id}::text)` : null
  },
}

const dueFirst: Order = {
  order: sql`c.next_promise_due, c.id`,
  key: sql`coalesce(${microsOf('c.next_promise_due')}, 'never')`,
  behind(key) {
    const [, due, id] = /^(-?\d{1,17}|never)~(cnv_\w{22})$/.exec(key) ?? []
    if (!due || !id) return null
    if (due === 'never') return sql`(c.next_promise_due is null and c.id > ${id})`
    return sql`((c.next_promise_due, c.id) > (${fromMicros(due)}, ${id}::text) or c.next_promise_due is null)`
  },
}

const working = new Set<View>(['for-me', 'new', 'waiting-for-us'])

/** The moment a walk through the most pressing began stays in its key, or rows would move while one turns pages. */
function mostPressingFirst(began: Date): Order {
  const score = pressing(began)
  return {
    order: sql`${score} desc, c.id`,
    key: sql`${began.getTime()}::text || '~' || ${score}::text`,
    behind(key) {
      const [, least, id] = /^\d{1,15}~(-?\d{1,6}\.\d{3})~(cnv_\w{22})$/.exec(key) ?? []
      return least && id
        ? sql`(${score} < ${least}::numeric or (${score} = ${least}::numeric and c.id > ${id}))`
        : null
    },
  }
}
const beganOf = (key: string | undefined): Date | null => {
  const [, began] = /^(\d{1,15})~-?\d+\.\d{3}~/.exec(key ?? '') ?? []
  return began ? new Date(Number(began)) : null
}

/**
 * A page of a list: most pressing first in the working views, by due time in Promised, newest first elsewhere. Always by key; one walk
 * down an index per inbox, merged, so that the time of a page does not grow with the number of conversations.
 */
export async function listConversations(
  db: Db,
  by: Actor,
  query: ListQuery,
): Promise<{ items: z.input<typeof conversationRow>[]; next: string | null }> {
  const me = teammateId(by)
  const now = await clockNow(db)
  const order =
    query.view && working.has(query.view)
      ? mostPressingFirst(beganOf(query.after) ?? now)
      : query.view === 'promised'
        ? dueFirst
        : newestFirst
  const conditions: RawBuilder<SqlBool>[] = [query.view ? ofView(query.view, me) : sql`true`]
  if (query.status) conditions.push(sql`c.status = ${query.status}`)
  if (query.assignee) conditions.push(sql`c.assignee_id = ${query.assignee}`)
  if (query.customer) conditions.push(sql`c.customer_id = ${query.customer}`)
  if (query.after !== undefined) {
    const behind = order.behind(query.after)
    if (!behind) throw badCursor()
    conditions.push(behind)
  }
  const { rows } = await sql<Found & { key: string }>`
    with page as (
      select c.* from ${inboxesOf(by, query.inbox)} as one(id)
      cross join lateral (
        select c.*, ${order.key} as key from conversations c
        where c.inbox_id = one.id and ${sql.join(conditions, sql` and `)}
        order by ${order.order} limit ${query.limit + 1}
      ) c
      order by ${order.order} limit ${query.limit + 1}
    )
    select c.*, ${besides(me)} from page c ${joins(me)} order by ${order.order}`.execute(db)
  const zone = await zoneOf(db, by)
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  return {
    items: page.map((row) => shapeRow(row, now, zone)),
    next: rows.length > query.limit && last ? `${last.key}~${last.id}` : null,
  }
}

const inboxesOf = (by: Actor, only: string | undefined) =>
  only
    ? sql`unnest(${sees(by, only) ? [only] : []}::text[])`
    : by.inboxIds === 'all'
      ? sql`(select id from inboxes)`
      : sql`unnest(${[...by.inboxIds]}::text[])`

/** Beyond this nobody counts; a view with more shows this many. */
const enough = 1000

/** How many are in each view for the reader, each up to a thousand. */
export async function countViews(
  db: Db,
  by: Actor,
  inbox: string | undefined,
): Promise<Record<View, number>> {
  const me = teammateId(by)
  const inOne = inbox ? sql`and c.inbox_id = ${inbox}` : sql``
  const { rows } = await sql<{ view: View; n: number }>`${sql.join(
    views.options.map(
      (view) => sql`select ${view}::text as view, (select count(*) from (
        select 1 from conversations c where ${within(by, 'c.inbox_id')} ${inOne} and ${ofView(view, me)} limit ${enough}) x)::int as n`,
    ),
    sql` union all `,
  )}`.execute(db)
  return Object.fromEntries(rows.map((row) => [row.view, row.n])) as Record<View, number>
}
