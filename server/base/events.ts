import { CompiledQuery, sql } from 'kysely'
import { beforeCommit, type Db, type Trx } from '#server/database/database.ts'
import { answersNobody } from '#server/database/patience.ts'
import { statement } from '#server/database/statement.ts'
import type { Actor } from './actor.ts'
import { atMostTogether, queueReactions, whereReactions } from './reacting.ts'
import './tables.ts'

/** Names of events and the shape of their detail. Each room adds its own by declaration merging. */
// biome-ignore lint/suspicious/noEmptyInterface: filled by the rooms
export interface Events {}
export type EventType = keyof Events & string

/** What an event is about. `inboxId` decides who may hear of it; without one, every teammate may. */
export interface EventSubjects {
  inboxId?: string | null
  conversationId?: string | null
  customerId?: string | null
  promiseId?: string | null
  messageId?: string | null
  teammateId?: string | null
}

export interface RecordedEvent<T extends EventType = EventType> extends EventSubjects {
  seq: number
  type: T
  at: string
  byKind: Actor['kind']
  byId: string | null
  byName: string | null
  detail: Events[T]
}

/** Events of transactions that write theirs at their end. */
const held = new WeakMap<Trx, NewEvent[]>()
type NewEvent = Omit<RecordedEvent, 'seq' | 'at'>

/**
 * From here to its end, what a transaction records is written in one statement just before it commits. For a write that records much
 * and reads no events itself.
 */
export function recordTogether(trx: Trx): void {
  const events: NewEvent[] = []
  const isLater = beforeCommit(trx, async () => {
    held.delete(trx)
    await insertEvents(trx, events, true)
  })
  if (isLater) held.set(trx, events)
}

/** Records a fact and queues what reacts to it, in the caller's transaction. A trigger wakes live readers at commit. */
export async function recordEvent<T extends EventType>(
  trx: Trx,
  by: Actor,
  type: T,
  subjects: EventSubjects,
  detail: Events[T],
): Promise<void> {
  await recordEvents(trx, by, type, [{ subjects, detail }])
}

/** The same fact of several things, in as few statements as of one. */
export async function recordEvents<T extends EventType>(
  trx: Trx,
  by: Actor,
  type: T,
  facts: readonly { subjects: EventSubjects; detail: Events[T] }[],
): Promise<void> {
  const events: NewEvent[] = facts.map(({ subjects, detail }) => ({
    type,
    byKind: by.kind,
    byId: by.id,
    byName: by.name,
    ...subjects,
    detail: detail as never,
  }))
  const later = held.get(trx)
  if (later) later.push(...events)
  else await insertEvents(trx, events)
}

const kept = [
  'type',
  'byKind',
  'byId',
  'byName',
  'inboxId',
  'conversationId',
  'customerId',
  'promiseId',
  'messageId',
  'teammateId',
] as const
const columns = kept.map((name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`))
const inserts = new Map<string, string>()

/**
 * How many rows, and what is to become of them: `due` is written in the same statement, `numbers` are asked for by what has a queue of its own,
 * and `nothing` follows. Only numbers are waited for; all else may travel with the commit.
 */
type Follows = 'due' | 'numbers' | 'nothing'
function insertOf(rows: number, follows: Follows): string {
  const key = `${rows} ${follows}`
  const made = inserts.get(key)
  if (made) return made
  const each = columns.length + 1
  const places = Array.from(
    { length: rows },
    (_, n) => `(${Array.from({ length: each }, (_, k) => `$${n * each + k + 1}`).join(', ')})`,
  )
  const insert = `insert into events (${columns.join(', ')}, detail) values ${places.join(', ')}`
  const text = {
    due: `${answersNobody}with made as (${insert} returning seq) insert into reactions_due (seqs) select array_agg(seq order by seq) from made`,
    // In the order of the values, as PostgreSQL returns them.
    numbers: `${insert} returning seq, at`,
    nothing: insert,
  }[follows]
  if (rows <= atMostTogether) inserts.set(key, text)
  return text
}

async function insertEvents(trx: Trx, events: readonly NewEvent[], areAll = false): Promise<void> {
  if (events.length === 0) return
  const values = events.flatMap((event) => [
    ...kept.map((name) => event[name] ?? null),
    JSON.stringify(event.detail),
  ])
  const where = events.map(({ type }) => whereReactions(type))
  const isApart = where.some(({ apart }) => apart)
  const follows =
    !isApart && where.every(({ inTurn }) => !inTurn)
      ? 'nothing'
      : !isApart && areAll && events.length <= atMostTogether
        ? 'due'
        : 'numbers'
  const { rows } = await trx.executeQuery<{ seq: number; at: Date }>(
    CompiledQuery.raw(insertOf(events.length, follows), values),
  )
  if (follows === 'numbers')
    await queueReactions(
      trx,
      events.map((event, n) => ({ ...event, seq: rows[n]!.seq, at: rows[n]!.at.toISOString() })),
    )
}

/** Lets go of events of a kind that nobody reads twice, such as comings and goings. */
export async function forgetEvents(db: Db, type: EventType, olderThanMinutes: number): Promise<void> {
  await db
    .deleteFrom('events')
    .where('type', '=', type)
    .where('at', '<', sql<Date>`clock_now() - make_interval(mins => ${olderThanMinutes})`)
    .execute()
}

/** A place in the stream of events; safe to resume from, because it lies before every open transaction. */
export interface EventCursor {
  xid: string
  seq: number
}
export const cursorText = (cursor: EventCursor): string => `${cursor.xid}-${cursor.seq}`
export function parseCursor(text: string | undefined): EventCursor | null {
  const match = /^(\d{1,20})-(\d{1,18})$/.exec(text ?? '')
  return match ? { xid: String(BigInt(match[1]!)), seq: Number(match[2]) } : null
}

/** The end of what is committed now, where a new listener begins. */
export async function newestCursor(db: Db): Promise<EventCursor> {
  const { rows } = await sql<{
    xid: string
  }>`select pg_snapshot_xmin(pg_current_snapshot())::text as xid`.execute(db)
  return { xid: rows[0]!.xid, seq: -1 }
}

type EventRow = Omit<RecordedEvent, 'at'> & { at: Date; xid: string | number }
/** Events read in one go. */
const atMostBehind = 500
const behind = statement<{ xid: string; seq: number }, EventRow & { isHeld: boolean }>(
  (place) => sql`
    select e.*, held.is_held from (
      select exists (select 1 from events where xid >= pg_snapshot_xmin(pg_current_snapshot())) as is_held
    ) held left join lateral (
      -- Neither is looked at while planning, so that it is planned once: it is asked after nearly every write.
      select * from events where (xid, seq) > ((select ${place('xid')}::xid8), (select ${place('seq')}::bigint))
        and xid < pg_snapshot_xmin(pg_current_snapshot())
      order by xid, seq limit ${sql.raw(String(atMostBehind))}
    ) e on true order by e.xid, e.seq`,
)

/**
 * Events behind a cursor, oldest first. Events of transactions still open are left for the next call, and what was committed behind
 * them: `isHeld`, nobody gives notice when that may be read.
 */
export async function readEvents(
  db: Db,
  cursor: EventCursor,
): Promise<{ events: (RecordedEvent & { cursor: EventCursor })[]; isHeld: boolean }> {
  const rows = await behind(db, { ...cursor })
  const events = rows
    .filter((row) => row.seq !== null)
    .map(({ xid, isHeld: _, ...row }) => ({
      ...row,
      at: row.at.toISOString(),
      cursor: { xid: String(xid), seq: row.seq },
    }))
  return { events, isHeld: rows[0]!.isHeld }
}

export const eventsAfter = async (db: Db, cursor: EventCursor) => (await readEvents(db, cursor)).events
