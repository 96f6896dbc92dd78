import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { z } from 'zod'
import type { conversationRow, View } from '#contract/conversations.ts'
import { type Actor, teammateId } from '#server/base/actor.ts'
import { moment, text as say } from '#server/base/text.ts'
import type { Db } from '#server/database/database.ts'
import '#server/conversations/tables.ts'

type Row = z.input<typeof conversationRow>

export interface ListQuery {
  inbox?: string
  status?: string
  view?: View
  assignee?: string
  customer?: string
  after?: string
  limit: number
}

export const within = (by: Actor, column: string): RawBuilder<SqlBool> =>
  by.inboxIds === 'all'
    ? sql`true`
    : sql`${sql.ref(column)} in (${sql.join(by.inboxIds.length ? [...by.inboxIds] : [''])})`

/** The condition of a view. "New" and "Promised" are views, not statuses. */
export function ofView(view: View, me: string | null): RawBuilder<SqlBool> {
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
    case 'all':
      return sql`true`
  }
}

const working = new Set<View>(['for-me', 'new', 'waiting-for-us'])

/**
 * How pressing a conversation is, larger first: harm (what their words showed, having to ask again), how long they have
 * waited, and how near or past our promise is. Hours are the unit; each part has its cap so that none drowns the others.
 */
const pressing = sql<number>`(
  least(extract(epoch from clock_now() - coalesce(c.waiting_since, c.last_at)) / 3600, 240)
  + case when c.next_promise_state = 'late' then 400 when c.next_promise_due < clock_now() + interval '4 hours' then 200 when c.next_promise_due < clock_now() + interval '1 day' then 60 else 0 end
  + least(c.chased, 4) * 60
  + coalesce((select max(greatest(coalesce((r.signals->>'urgent')::float, 0) * 120, coalesce((r.signals->>'upset')::float, 0) * 80, coalesce((r.signals->>'failure')::float, 0) * 60, coalesce((r.signals->>'leaving')::float, 0) * 100))
      from readings r where r.conversation_id = c.id), 0)
)`

/** A page of a list. Working views: most pressing first, by offset (they are short); elsewhere newest first, by keyset. */
export async function listConversations(
  db: Db,
  by: Actor,
  query: ListQuery,
): Promise<{ items: Row[]; next: string | null }> {
  const me = teammateId(by)
  const byPressure = query.view !== undefined && working.has(query.view)
  const conditions = [within(by, 'c.inbox_id'), query.view ? ofView(query.view, me) : sql`true`]
  if (query.inbox) conditions.push(sql`c.inbox_id = ${query.inbox}`)
  if (query.status) conditions.push(sql`c.status = ${query.status}`)
  if (query.assignee) conditions.push(sql`c.assignee_id = ${query.assignee}`)
  if (query.customer) conditions.push(sql`c.customer_id = ${query.customer}`)
  const byDue = query.view === 'promised'
  const offset = (byPressure || byDue) && /^\d{1,6}$/.test(query.after ?? '') ? Number(query.after) : 0
  const key = /^(.+)~(cnv_\w+)$/.exec(query.after ?? '')
  if (!byPressure && !byDue && key && !Number.isNaN(Date.parse(key[1]!)))
    conditions.push(sql`(c.last_at, c.id) < (${key[1]}::timestamptz, ${key[2]})`)
  const order = byPressure
    ? sql`pressing desc, c.id`
    : byDue
      ? sql`c.next_promise_due nulls last, c.id`
      : sql`c.last_at desc, c.id desc`
  const { rows } = await sql<Found>`
    select c.*, p.name as customer_name, p.preferred_name, ${byPressure ? pressing : sql`0`} as pressing,
      s.message_id as seen_id,
      (select jsonb_agg(jsonb_build_object('teammateId', v.teammate_id, 'doing', v.doing)) from presence v where v.conversation_id = c.id and v.until > now() and v.teammate_id <> ${me ?? ''}) as viewers,
      (select jsonb_agg(e) from (select jsonb_array_elements(r.evidence) as e from readings r where r.conversation_id = c.id order by r.message_id desc limit 6) x) as evidence
    from conversations c
    join customers p on p.id = c.customer_id
    left join seen s on s.conversation_id = c.id and s.teammate_id = ${me ?? ''}
    where ${sql.join(conditions, sql` and `)}
    order by ${order}
    limit ${query.limit + 1} offset ${offset}`.execute(db)
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  return {
    items: page.map((row) => shapeRow(row)),
    next:
      rows.length <= query.limit || !last
        ? null
        : byPressure || byDue
          ? String(offset + query.limit)
          : `${last.lastAt.toISOString()}~${last.id}`,
  }
}

/** The row of one conversation, as lists show it. */
export async function oneRow(db: Db, by: Actor, id: string): Promise<Found | undefined> {
  const me = teammateId(by)
  const { rows } = await sql<Found>`
    select c.*, p.name as customer_name, p.preferred_name, 0 as pressing, s.message_id as seen_id,
      (select jsonb_agg(jsonb_build_object('teammateId', v.teammate_id, 'doing', v.doing)) from presence v where v.conversation_id = c.id and v.until > now() and v.teammate_id <> ${me ?? ''}) as viewers,
      null as evidence
    from conversations c join customers p on p.id = c.customer_id
    left join seen s on s.conversation_id = c.id and s.teammate_id = ${me ?? ''}
    where c.id = ${id} and ${within(by, 'c.inbox_id')}`.execute(db)
  return rows[0]
}

export interface Found {
  id: string
  inboxId: string
  customerId: string
  subject: string
  gist: string
  channel: string
  status: 'open' | 'waiting' | 'snoozed' | 'closed'
  assigneeId: string | null
  lastAt: Date
  lastMessageId: string | null
  waitingSince: Date | null
  snoozedUntil: Date | null
  snoozeReason: string | null
  closedAt: Date | null
  closedBy: string | null
  goodbye: string | null
  chased: number
  openAsks: number
  nextPromiseId: string | null
  nextPromiseDue: Date | null
  nextPromiseState: string | null
  relatedTo: string | null
  held: boolean
  pageKey: string
  demo: boolean
  createdAt: Date
  customerName: string
  preferredName: string | null
  seenId: string | null
  viewers: { teammateId: string; doing: 'looking' | 'typing' }[] | null
  evidence: { signal: string; words: string }[] | null
}

export function shapeRow(row: Found): Row {
  return {
    id: row.id,
    status: row.status,
    subject: row.subject,
    customerId: row.customerId,
    assigneeId: row.assigneeId,
    inboxId: row.inboxId,
    lastAt: row.lastAt.toISOString(),
    waitingSince: row.waitingSince?.toISOString() ?? null,
    gist: row.gist,
    customer: { name: row.customerName, preferredName: row.preferredName },
    promise: row.nextPromiseId
      ? {
          id: row.nextPromiseId,
          due: row.nextPromiseDue?.toISOString() ?? null,
          state: row.nextPromiseState ?? 'open',
        }
      : null,
    asks: row.openAsks,
    chased: row.chased,
    later:
      row.status === 'snoozed'
        ? { until: row.snoozedUntil?.toISOString() ?? null, reason: row.snoozeReason ?? '' }
        : null,
    channel: row.channel,
    because: because(row),
    unread: row.lastMessageId !== null && (row.seenId === null || row.seenId < row.lastMessageId),
    held: row.held,
    demo: row.demo,
    viewers: row.viewers ?? [],
  }
}

/** Why it stands where it stands, in words. */
function because(row: Found): string {
  if (row.nextPromiseState === 'late') return say('desk.because.late')
  if (row.status !== 'open')
    return row.nextPromiseDue
      ? say('desk.because.promised', { due: moment(row.nextPromiseDue, 'UTC') })
      : row.status === 'waiting'
        ? say('desk.because.theirs')
        : say('desk.because.newest')
  const shown = (signal: string) => row.evidence?.find((one) => one.signal === signal)?.words
  if (shown('urgent')) return say('desk.because.urgent', { words: shown('urgent')! })
  if (row.chased > 0) return say('desk.because.chased', { times: row.chased })
  if (shown('upset')) return say('desk.because.upset', { words: shown('upset')! })
  if (row.nextPromiseDue) return say('desk.because.promised', { due: moment(row.nextPromiseDue, 'UTC') })
  if (shown('failure')) return say('desk.because.failure')
  return say('desk.because.waiting', { since: moment(row.waitingSince ?? row.lastAt, 'UTC') })
}

/** How many are in each view; looked up to a bound, because nobody counts beyond it. */
export async function countViews(
  db: Db,
  by: Actor,
  inbox: string | undefined,
): Promise<Record<View, number>> {
  const me = teammateId(by)
  const walls = inbox ? sql`${within(by, 'c.inbox_id')} and c.inbox_id = ${inbox}` : within(by, 'c.inbox_id')
  const counted: View[] = ['for-me', 'new', 'waiting-for-us', 'waiting-for-them', 'promised', 'later']
  const { rows } = await sql<
    Record<string, number>
  >`select ${sql.join(counted.map((view) => sql`(select count(*) from (select 1 from conversations c where ${walls} and ${ofView(view, me)} limit 1000) x)::int as ${sql.id(view)}`))}`.execute(
    db,
  )
  return { ...(rows[0] as Record<View, number>), 'looked-after': 0, all: 0, ...fromCamel(rows[0]!) }
}

/** The camel-case plugin renames the views too; they keep their own names here. */
const fromCamel = (row: Record<string, number>): Record<string, number> =>
  Object.fromEntries(
    Object.entries(row).map(([name, n]) => [
      name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
      n,
    ]),
  )
