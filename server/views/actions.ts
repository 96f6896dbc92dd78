import { countConditions, type Filter, mostConditions, type Sort } from '#contract/filters.ts'
import type { SavedView } from '#contract/views.ts'
import { type Actor, atLeast, sees, teammateId } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { clockNow, sqlNow } from '#server/base/clock.ts'
import { conflict, forbidden, invalid, notFound } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { newId } from '#server/base/ids.ts'
import { text as say } from '#server/base/text.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { seatOf } from '#server/team/queries.ts'
import { mayChange, shape, type ViewRow, viewById } from './queries.ts'
import './tables.ts'

export interface NewView {
  name: string
  filter: Filter
  sort: Sort
  shared: boolean
  inboxId: string | null
}

/** Everybody makes lists for themselves; to put one before others takes somebody who answers. */
export async function makeView(
  db: Db | Trx,
  by: Actor,
  given: NewView,
  { demo = false }: { demo?: boolean } = {},
): Promise<SavedView> {
  const seat = await seatOf(db, by)
  demandSharing(by, given)
  demandReadable(given.filter)
  return transaction(db, async (trx) => {
    const id = newId('view')
    await trx
      .insertInto('views')
      .values({
        id,
        ...given,
        inboxId: given.shared ? given.inboxId : null,
        filter: JSON.stringify(given.filter),
        makerId: seat.id,
        demo,
        removedAt: null,
      })
      .execute()
    return told(trx, by, 'view.made', id)
  })
}

export async function changeView(
  db: Db,
  by: Actor,
  id: string,
  { version, ...change }: Partial<NewView> & { version: number },
): Promise<SavedView> {
  return transaction(db, async (trx) => {
    const row = await held(trx, by, id)
    const next = {
      shared: change.shared ?? row.shared,
      inboxId: change.inboxId === undefined ? row.inboxId : change.inboxId,
    }
    if (change.shared !== undefined || change.inboxId !== undefined) demandSharing(by, next)
    if (change.filter) demandReadable(change.filter)
    if (row.version !== version) throw conflict('changed', say('views.changed'), { version: row.version })
    // Whoever makes another's list private would take it from them and have it nowhere.
    if (row.shared && !next.shared && row.makerId !== teammateId(by)) throw forbidden(say('views.notYours'))
    await trx
      .updateTable('views')
      .set({
        ...(change.name !== undefined && { name: change.name }),
        ...(change.sort !== undefined && { sort: change.sort }),
        ...(change.filter && { filter: JSON.stringify(change.filter) }),
        shared: next.shared,
        inboxId: next.shared ? next.inboxId : null,
        version: version + 1,
        changedAt: sqlNow,
      })
      .where('id', '=', id)
      .execute()
    return told(trx, by, 'view.changed', id)
  })
}

export async function removeView(db: Db, by: Actor, id: string): Promise<void> {
  await transaction(db, async (trx) => {
    await held(trx, by, id)
    await told(trx, by, 'view.removed', id)
    await trx
      .updateTable('views')
      .set({ removedAt: await clockNow(trx) })
      .where('id', '=', id)
      .execute()
  })
}

export async function restoreView(db: Db, by: Actor, id: string): Promise<SavedView> {
  return transaction(db, async (trx) => {
    const row = await viewById(trx, by, id, { removed: true })
    if (!mayChange(by, row)) throw forbidden(say('views.notYours'))
    await trx.updateTable('views').set({ removedAt: null }).where('id', '=', id).execute()
    return told(trx, by, 'view.restored', id)
  })
}

async function held(trx: Trx, by: Actor, id: string): Promise<ViewRow> {
  await trx.selectFrom('views').select('id').where('id', '=', id).forUpdate().execute()
  const row = await viewById(trx, by, id)
  if (!mayChange(by, row)) throw forbidden(say('views.notYours'))
  return row
}

function demandSharing(by: Actor, { shared, inboxId }: Pick<NewView, 'shared' | 'inboxId'>): void {
  if (inboxId && !sees(by, inboxId)) throw notFound(say('views.inbox'))
  if (shared && !atLeast(by, 'teammate')) throw forbidden(say('views.readers'))
}

function demandReadable(filter: Filter): void {
  if (countConditions(filter) > mostConditions)
    throw invalid('/filter', say('views.tooMany', { most: mostConditions }))
}

/** The stream says that some view has changed; what it is called is read again, by those it is for. */
async function told(
  trx: Trx,
  by: Actor,
  action: 'view.made' | 'view.changed' | 'view.removed' | 'view.restored',
  id: string,
): Promise<SavedView> {
  const row = await viewById(trx, by, id)
  await recordEvent(
    trx,
    by,
    'view.changed',
    { inboxId: row.inboxId, teammateId: row.shared ? null : row.makerId },
    { viewId: id },
  )
  await audit(
    trx,
    by,
    action,
    { kind: 'view', id, inboxId: row.inboxId },
    { name: row.name, shared: row.shared },
  )
  return shape(by, row)
}
