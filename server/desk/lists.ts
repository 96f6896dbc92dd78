import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { z } from 'zod'
import { type conversationRow, type View, view as views } from '#contract/conversations.ts'
import {
  countConditions,
  type Filter,
  filter as filterShape,
  mostConditions,
  type Sort,
} from '#contract/filters.ts'
import { mostPinned, mostShown } from '#contract/views.ts'
import { type Actor, sees, teammateId } from '#server/base/actor.ts'
import { clockNow } from '#server/base/clock.ts'
import { badCursor, invalid, Problem } from '#server/base/errors.ts'
import { once } from '#server/base/glance.ts'
import { parse } from '#server/base/http/serve.ts'
import { text as say } from '#server/base/text.ts'
import { type Db, type Trx, tookTooLong, transaction } from '#server/database/database.ts'
import { fewThatMayFit } from '#server/views/among.ts'
import { filterSql } from '#server/views/filter.ts'
import { readingOf, shape as shapeView, viewById } from '#server/views/queries.ts'
import { fromMicros, microsOf, readerOf } from './day.ts'
import { pressing } from './pressing.ts'
import { besides, joins, type Listed, recordsActs, shapeRow, shown } from './rows.ts'

export interface ListQuery {
  inbox?: string
  status?: string
  view?: View
  assignee?: string
  customer?: string
  /** A view that somebody has made, instead of `view`. */
  saved?: string
  /** Or what it would be made of, as JSON. */
  filter?: string
  sort?: Sort
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
    case 'making-right':
      return sql`exists (select 1 from recoveries r where r.conversation_id = c.id and r.closed_at is null)`
    case 'later':
      return sql`c.status = 'snoozed'`
    case 'looked-after':
      return sql`(c.status = 'closed' and c.spam_at is null)`
    case 'talk-only':
      return sql`(c.talk_only and ${recordsActs})`
    case 'spam':
      return sql`c.spam_at is not null`
    case 'all':
      return sql`c.spam_at is null`
  }
}

/** An order of a list and its key: where a page ends, and what lies behind it. */
interface Order {
  /** What a conversation `c` is placed by, and how that orders. */
  place: RawBuilder<unknown>
  order(place: RawBuilder<unknown>, id: RawBuilder<unknown>): RawBuilder<unknown>
  /** Of what lies in `page`, as text. */
  key: RawBuilder<string>
  behind(key: string): RawBuilder<SqlBool> | null
}

const newestFirst: Order = {
  place: sql`c.last_at`,
  order: (place, id) => sql`${place} desc, ${id} desc`,
  key: microsOf('page.place'),
  behind(key) {
    const [, micros, id] = /^(-?\d{1,17})~(cnv_\w{22})$/.exec(key) ?? []
    return micros && id ? sql`(c.last_at, c.id) < (${fromMicros(micros)}, ${id}::text)` : null
  },
}

const dueFirst: Order = {
  place: sql`c.next_promise_due`,
  order: (place, id) => sql`${place}, ${id}`,
  key: sql`coalesce(${microsOf('page.place')}, 'never')`,
  behind(key) {
    const [, due, id] = /^(-?\d{1,17}|never)~(cnv_\w{22})$/.exec(key) ?? []
    if (!due || !id) return null
    if (due === 'never') return sql`(c.next_promise_due is null and c.id > ${id})`
    return sql`((c.next_promise_due, c.id) > (${fromMicros(due)}, ${id}::text) or c.next_promise_due is null)`
  },
}

const sortOf = (view: View): Sort =>
  view === 'for-me' || view === 'new' || view === 'waiting-for-us'
    ? 'pressing'
    : view === 'promised'
      ? 'promised'
      : 'newest'

/** The moment a walk through the most pressing began stays in its key, or rows would move while one turns pages. */
function mostPressingFirst(began: Date): Order {
  const score = pressing(began)
  return {
    place: score,
    order: (place, id) => sql`${place} desc, ${id}`,
    key: sql`${began.getTime()}::text || '~' || (page.place / 1000.0)::numeric(12, 3)`,
    behind(key) {
      const [, whole, thousandths, id] = /^\d{1,15}~(-?\d{1,6})\.(\d{3})~(cnv_\w{22})$/.exec(key) ?? []
      const least = sql`${`${whole}${thousandths}`}::int`
      return id ? sql`(${score} < ${least} or (${score} = ${least} and c.id > ${id}))` : null
    },
  }
}
const beganOf = (key: string | undefined): Date | null => {
  const [, began] = /^(\d{1,15})~-?\d+\.\d{3}~/.exec(key ?? '') ?? []
  return began ? new Date(Number(began)) : null
}

/** What is not done, as the index has it that holds all of that. */
const inHand = sql<SqlBool>`c.status in ('open', 'waiting', 'snoozed')`
/** Where what is done begins, in a list that shows the most pressing first. */
const doneBegins = 'done'

/**
 * A page of a list: most pressing first in the working views, by due time in Promised, newest first elsewhere. Always by key; one walk
 * down an index per inbox, merged, so that the time of a page does not grow with the number of conversations. What is done presses nobody:
 * where a list holds it too, it comes behind what is in hand, newest first.
 */
export async function listConversations(
  db: Db,
  by: Actor,
  query: ListQuery,
): Promise<{ items: z.input<typeof conversationRow>[]; next: string | null }> {
  const now = await clockNow(db)
  const own = await narrowed(db, by, query)
  const sort = query.sort ?? own?.sort ?? (query.view ? sortOf(query.view) : 'newest')
  const conditions: RawBuilder<SqlBool>[] = [query.view ? ofView(query.view, teammateId(by)) : sql`true`]
  if (own) conditions.push(filterSql(own.filter, await readingOf(db, by)), sql`c.spam_at is null`)
  // Spelt out, or a plan for any status could use none of the indexes that hold one.
  if (query.status) conditions.push(sql`c.status = ${sql.lit(query.status)}`)
  if (query.assignee) conditions.push(sql`c.assignee_id = ${query.assignee}`)
  if (query.customer) conditions.push(sql`c.customer_id = ${query.customer}`)
  const look = async (order: Order, and: RawBuilder<SqlBool>[], after: string | undefined, limit: number) => {
    const behind = after === undefined ? sql<SqlBool>`true` : order.behind(after)
    if (!behind) throw badCursor()
    const all = sql.join([...conditions, ...and, behind], sql` and `)
    // What is in hand is little, and not worth the question.
    const among =
      own && order !== pressed ? await patiently(db, (trx) => fewThatMayFit(trx, own.filter)) : null
    return lookFor(db, by, { inbox: query.inbox, order, all, limit, isOwn: own !== null, among })
  }
  const pressed = mostPressingFirst(beganOf(query.after) ?? now)
  const reader = await once('reader', () => readerOf(db, by))
  const page = ({ rows, next }: Page) => ({ items: rows.map((row) => shapeRow(row, now, reader)), next })
  if (sort !== 'pressing')
    return page(await look(sort === 'promised' ? dueFirst : newestFirst, [], query.after, query.limit))
  const { after } = query
  // Ours of which nothing is done.
  if (query.view && sortOf(query.view) === 'pressing')
    return page(await look(pressed, [], after, query.limit))
  const isBehind = after === doneBegins || after?.startsWith(`${doneBegins}~`)
  const held = isBehind ? noPage : await look(pressed, [inHand], after, query.limit)
  if (held.next) return page(held)
  const from = isBehind && after !== doneBegins ? after!.slice(doneBegins.length + 1) : undefined
  const left = query.limit - held.rows.length
  if (left === 0) return page({ ...held, next: doneBegins })
  try {
    const done = await look(newestFirst, [sql`c.status = 'closed'`], from, left)
    return page({
      rows: [...held.rows, ...done.rows],
      next: done.next && `${doneBegins}~${done.next}`,
    })
  } catch (error) {
    // What is in hand is shown; whoever pages on is told that the rest takes too long.
    if (held.rows.length === 0 || !isTooWide(error)) throw error
    return page({ ...held, next: doneBegins })
  }
}

interface Page {
  rows: Listed[]
  next: string | null
}
const noPage: Page = { rows: [], next: null }

/** Only what is on the page is read whole: what is weighed for it lies in the index. */
async function lookFor(
  db: Db,
  by: Actor,
  given: {
    inbox: string | undefined
    order: Order
    all: RawBuilder<unknown>
    limit: number
    isOwn: boolean
    /** Nothing else can be on it; null where that is not known. */
    among: string[] | null
  },
): Promise<Page> {
  const { inbox: only, order, all, limit, among } = given
  const me = teammateId(by)
  const most = howMany(limit + 1)
  const inOne = (inbox: RawBuilder<unknown>) => sql`
    select c.id, ${order.place} as place from conversations c
    where c.inbox_id = ${inbox} and ${all}
    order by ${order.order(order.place, sql`c.id`)} limit ${most}`
  const inFew = (ids: string[]) => sql`
    select c.id, ${order.place} as place from ${these(ids)}
    where ${only ? sql`c.inbox_id = ${sees(by, only) ? only : ''}` : inTheirs(by)} and ${all}
    order by ${order.order(order.place, sql`c.id`)} limit ${most}`
  const page = among
    ? inFew(among)
    : only
      ? inOne(sql`${sees(by, only) ? only : ''}`)
      : sql`select found.* from ${inboxesOf(by)} as one(id) cross join lateral (${inOne(sql`one.id`)}) found
        order by ${order.order(sql`found.place`, sql`found.id`)} limit ${most}`
  const asked = sql<Listed & { key: string }>`
    with page as (${page})
    select ${shown}, ${order.key} as key, ${besides(me)} from page join conversations c on c.id = page.id ${joins(me)}
    order by ${order.order(sql`page.place`, sql`c.id`)}`
  const { rows } = given.isOwn
    ? await patiently(db, (trx) => asked.execute(trx.withoutPlugins()))
    : await asked.execute(db.withoutPlugins())
  const last = rows.slice(0, limit).at(-1)
  return {
    rows: rows.slice(0, limit),
    next: rows.length > limit && last ? `${last.key}~${last.id}` : null,
  }
}

/** The few are looked up first, whatever PostgreSQL expects of a walk. */
const these = (ids: string[]) => sql`(select * from conversations where id = any(${ids}::text[]) offset 0) c`

/** One by one and not as an array: PostgreSQL keeps a plan only where it knows how many they are. */
const inboxesOf = (by: Actor) =>
  by.inboxIds === 'all'
    ? sql`(select id from inboxes)`
    : by.inboxIds.length === 0
      ? sql`(select id from inboxes where false)`
      : sql`(values ${sql.join(by.inboxIds.map((id) => sql`(${id}::text)`))})`

const inTheirs = (by: Actor): RawBuilder<SqlBool> =>
  by.inboxIds === 'all'
    ? sql`true`
    : by.inboxIds.length === 0
      ? sql`false`
      : sql`c.inbox_id in (${sql.join([...by.inboxIds])})`

/** What the web app asks for stands in the statement itself, for the same reason; any other number would be one more statement to keep. */
const howMany = (n: number) => (n === 51 || n === 8 ? sql.lit(n) : sql`${n}`)

/** What somebody has put together, by the number of their view or in so many words. Null where a list is one of ours. */
async function narrowed(
  db: Db,
  by: Actor,
  { saved, filter }: Pick<ListQuery, 'saved' | 'filter'>,
): Promise<{ filter: Filter; sort: Sort } | null> {
  if (saved) {
    const view = shapeView(by, await viewById(db, by, saved))
    return { filter: view.filter, sort: view.sort }
  }
  return filter === undefined ? null : { filter: readFilter(filter), sort: 'pressing' }
}

function readFilter(given: string): Filter {
  let json: unknown
  try {
    json = JSON.parse(given)
  } catch {
    throw invalid('/filter', say('desk.filter'))
  }
  const filter = parse(filterShape, json, '/filter')
  if (countConditions(filter) > mostConditions) throw invalid('/filter', say('desk.filter'))
  return filter
}

/** How long a list of somebody's own making may look, in milliseconds; ours walk an index and need no limit. */
const patience = { list: 4000, count: 250 }

const hurried = <T>(db: Db, ms: number, run: (trx: Trx) => Promise<T>): Promise<T> =>
  transaction(db, async (trx) => {
    // How they are best found depends on what they ask for.
    await sql`select set_config('statement_timeout', ${String(ms)}, true),
      set_config('plan_cache_mode', 'force_custom_plan', true)`.execute(trx)
    return run(trx)
  })

const isTooWide = (error: unknown) => error instanceof Problem && error.type === 'too-wide'

async function patiently<T>(db: Db, run: (trx: Trx) => Promise<T>): Promise<T> {
  try {
    return await hurried(db, patience.list, run)
  } catch (error) {
    if (tookTooLong(error)) throw new Problem(422, 'too-wide', say('views.tooWide'))
    throw error
  }
}

/** One more than is ever shown: "99+". */
const enough = mostShown + 1

/** How many are in each of ours for the reader, each up to a hundred; of `only`, also views that somebody has made. */
export async function countViews(
  db: Db,
  by: Actor,
  inbox: string | undefined,
  only: readonly string[] = views.options,
): Promise<Record<string, number | null>> {
  const me = teammateId(by)
  const walls = inbox ? sql<SqlBool>`c.inbox_id = ${sees(by, inbox) ? inbox : ''}` : inTheirs(by)
  const some = (
    wall: RawBuilder<SqlBool>,
    test: RawBuilder<SqlBool>,
    more = sql``,
    from = sql`conversations c`,
  ) => sql`select 1 from ${from} where ${wall} and ${test} ${more} limit ${sql.lit(enough)}`
  const count = (test: RawBuilder<SqlBool>, from?: RawBuilder<unknown>) =>
    sql`(select count(*) from (${some(walls, test, sql``, from)}) x)::int`
  // Nearly all are among these. In an order that an index has, or the whole table is walked for an inbox with few.
  const newest = (test: RawBuilder<SqlBool>) => sql`(select count(*) from (
    select 1 from ${inbox ? sql`(values (${sees(by, inbox) ? inbox : ''}::text))` : inboxesOf(by)} as one(id)
    cross join lateral (${some(sql`c.inbox_id = one.id`, test, sql`order by c.last_at desc, c.id desc`)}) x
    limit ${sql.lit(enough)}) y)::int`
  const ours = only.filter((one): one is View => (views.options as readonly string[]).includes(one))
  const made = only.filter((one) => one.startsWith('viw_')).slice(0, mostPinned)
  const counts: Record<string, number | null> = {}
  if (ours.length) {
    const { rows } = await sql<{ view: View; n: number }>`${sql.join(
      ours.map((view) => {
        const test = ofView(view, me)
        return sql`select ${sql.lit(view)} as view, ${view === 'all' || view === 'looked-after' ? newest(test) : count(test)} as n`
      }),
      sql` union all `,
    )}`.execute(db.withoutPlugins())
    for (const { view, n } of rows) counts[view] = n
  }
  if (made.length === 0) return counts
  const reading = await readingOf(db, by)
  for (const id of made) {
    const view = await viewById(db, by, id).catch(() => null)
    if (!view) continue
    const { filter } = shapeView(by, view)
    const test = sql<SqlBool>`c.spam_at is null and ${filterSql(filter, reading)}`
    // One that cannot be counted at once has no count: a number is never worth the wait.
    counts[id] = await hurried(db, patience.count, async (trx) => {
      const among = await fewThatMayFit(trx, filter)
      const { rows } = await sql<{
        n: number
      }>`select ${count(test, among ? these(among) : undefined)} as n`.execute(trx)
      return rows[0]!.n
    }).catch((error) => {
      if (tookTooLong(error)) return null
      throw error
    })
  }
  return counts
}
