import { sql } from 'kysely'
import type { Db, Trx } from '#server/database/database.ts'
import type { Actor } from './actor.ts'
import { queueReactions } from './reacting.ts'
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

/** Records a fact and queues what reacts to it, in the caller's transaction. A trigger wakes live readers at commit. */
export async function recordEvent<T extends EventType>(
  trx: Trx,
  by: Actor,
  type: T,
  subjects: EventSubjects,
  detail: Events[T],
): Promise<number> {
  const [seq] = await recordEvents(trx, by, type, [{ subjects, detail }])
  return seq!
}

/** The same fact of several things, in as few statements as of one. */
export async function recordEvents<T extends EventType>(
  trx: Trx,
  by: Actor,
  type: T,
  facts: readonly { subjects: EventSubjects; detail: Events[T] }[],
): Promise<number[]> {
  if (facts.length === 0) return []
  const rows = await trx
    .insertInto('events')
    .values(
      facts.map(({ subjects, detail }) => ({
        type,
        byKind: by.kind,
        byId: by.id,
        byName: by.name,
        inboxId: subjects.inboxId ?? null,
        conversationId: subjects.conversationId ?? null,
        customerId: subjects.customerId ?? null,
        promiseId: subjects.promiseId ?? null,
        messageId: subjects.messageId ?? null,
        teammateId: subjects.teammateId ?? null,
        detail: JSON.stringify(detail),
      })),
    )
    // In the order of the values, as PostgreSQL returns them.
    .returning(['seq', 'at'])
    .execute()
  const events = facts.map(({ subjects, detail }, n) => ({
    seq: rows[n]!.seq,
    type,
    at: rows[n]!.at.toISOString(),
    byKind: by.kind,
    byId: by.id,
    byName: by.name,
    ...subjects,
    detail,
  }))
  await queueReactions(trx, events)
  return rows.map((row) => row.seq)
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
  return match ? { xid: match[1]!, seq: Number(match[2]) } : null
}

/** The end of what is committed now, where a new listener begins. */
export async function newestCursor(db: Db): Promise<EventCursor> {
  const { rows } = await sql<{
    xid: string
  }>`select pg_snapshot_xmin(pg_current_snapshot())::text as xid`.execute(db)
  return { xid: rows[0]!.xid, seq: -1 }
}

/** Events behind a cursor, oldest first. Events of transactions still open are left for the next call. */
export async function eventsAfter(
  db: Db,
  cursor: EventCursor,
  limit = 500,
): Promise<(RecordedEvent & { cursor: EventCursor })[]> {
  const rows = await db
    .selectFrom('events')
    .selectAll()
    .where(sql<boolean>`(xid, seq) > (${cursor.xid}::xid8, ${cursor.seq}::bigint)`)
    .where(sql<boolean>`xid < pg_snapshot_xmin(pg_current_snapshot())`)
    .orderBy('xid')
    .orderBy('seq')
    .limit(limit)
    .execute()
  return rows.map(
    ({ xid, ...row }) =>
      ({ ...row, at: row.at.toISOString(), cursor: { xid: String(xid), seq: row.seq } }) as never,
  )
}
