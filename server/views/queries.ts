import { type Selectable, sql } from 'kysely'
import type { FieldKind } from '#contract/fields.ts'
import { type Filter, filter as filterShape } from '#contract/filters.ts'
import type { SavedView } from '#contract/views.ts'
import { type Actor, atLeast, sees, teammateId } from '#server/base/actor.ts'
import { clockNow } from '#server/base/clock.ts'
import { notFound } from '#server/base/errors.ts'
import { text as say } from '#server/base/text.ts'
import type { Db, Trx } from '#server/database/database.ts'
import type { Reading } from './filter.ts'
import type { ViewsTable } from './tables.ts'
import './tables.ts'

export type ViewRow = Selectable<ViewsTable>

/** Mine, and those shared with the house or with an inbox of mine. */
export async function listViews(db: Db | Trx, by: Actor): Promise<{ items: SavedView[] }> {
  const rows = await db
    .selectFrom('views')
    .leftJoin('teammates', 'teammates.id', 'views.makerId')
    .selectAll('views')
    .select('teammates.name as makerName')
    .where('removedAt', 'is', null)
    .where((e) => e.or([e('shared', '=', true), e('makerId', '=', teammateId(by) ?? '')]))
    .orderBy(sql`lower(views.name)`)
    .orderBy('views.id')
    .limit(500)
    .execute()
  return { items: rows.filter((row) => isFor(by, row)).map((row) => shape(by, row)) }
}

/** Whether a view is there for somebody at all. */
export const isFor = (by: Actor, row: Pick<ViewRow, 'makerId' | 'shared' | 'inboxId'>): boolean =>
  (row.makerId !== null && row.makerId === teammateId(by)) ||
  (row.shared && (row.inboxId === null || sees(by, row.inboxId)))

export const mayChange = (by: Actor, row: Pick<ViewRow, 'makerId' | 'shared'>): boolean =>
  (row.makerId !== null && row.makerId === teammateId(by)) || (row.shared && atLeast(by, 'lead'))

export async function viewById(
  db: Db | Trx,
  by: Actor,
  id: string,
  { removed = false }: { removed?: boolean } = {},
): Promise<ViewRow & { makerName: string | null }> {
  const row = await db
    .selectFrom('views')
    .leftJoin('teammates', 'teammates.id', 'views.makerId')
    .selectAll('views')
    .select('teammates.name as makerName')
    .where('views.id', '=', id)
    .where('removedAt', removed ? 'is not' : 'is', null)
    .executeTakeFirst()
  if (!row || !isFor(by, row)) throw notFound(say('views.this'))
  return row
}

export function shape(by: Actor, row: ViewRow & { makerName: string | null }): SavedView {
  return {
    id: row.id,
    name: row.name,
    filter: safe(row.filter),
    sort: row.sort,
    shared: row.shared,
    inboxId: row.inboxId,
    makerId: row.makerId,
    makerName: row.makerName,
    mayChange: mayChange(by, row),
    version: row.version,
    changedAt: row.changedAt.toISOString(),
  }
}

/** A filter of an older Tend may hold words that are gone; an empty one shows too much, but breaks nothing. */
const safe = (kept: unknown): Filter => {
  const read = filterShape.safeParse(kept)
  return read.success ? read.data : { match: 'all', of: [] }
}

export async function readingOf(db: Db | Trx, by: Actor): Promise<Reading> {
  const [now, fields] = await Promise.all([
    clockNow(db),
    db.selectFrom('fields').select(['id', 'kind']).where('removedAt', 'is', null).execute(),
  ])
  return {
    me: teammateId(by),
    by,
    now,
    fields: new Map(fields.map((one): [string, FieldKind] => [one.id, one.kind])),
  }
}
