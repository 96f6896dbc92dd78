import type { Said } from '#contract/status.ts'
import { type Actor, requireRole } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { sqlNow } from '#server/base/clock.ts'
import { conflict, notFound } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { newId } from '#server/base/ids.ts'
import { text as say } from '#server/base/text.ts'
import { type Db, json, type Trx, transaction } from '#server/database/database.ts'
import { demandOn } from '#server/team/practices.ts'
import './tables.ts'

/** More parts than this nobody reads in a hurry. */
const most = 60

interface Part {
  name: Said
  about: Said | null
}

export async function addPart(
  db: Db | Trx,
  by: Actor,
  { name, about, demo = false }: Part & { demo?: boolean },
): Promise<string> {
  requireRole(by, 'lead')
  await demandOn(db, 'statusPage')
  return transaction(db, async (trx) => {
    const shown = await shownIds(trx)
    if (shown.length >= most) throw conflict('too-many-parts', say('status.tooManyParts', { most }))
    const id = newId('statusComponent')
    await trx
      .insertInto('statusComponents')
      .values({
        id,
        name: json(name),
        about: about && json(about),
        position: shown.length,
        demo,
      })
      .execute()
    await told(trx, by, id, 'status-part.added')
    return id
  })
}

export async function changePart(db: Db, by: Actor, id: string, change: Partial<Part>): Promise<void> {
  requireRole(by, 'lead')
  await demandOn(db, 'statusPage')
  await transaction(db, async (trx) => {
    await demandPart(trx, id)
    const { name, about } = change
    const set = {
      ...(name && { name: json(name) }),
      ...(about !== undefined && { about: about && json(about) }),
    }
    if (Object.keys(set).length)
      await trx.updateTable('statusComponents').set(set).where('id', '=', id).execute()
    await told(trx, by, id, 'status-part.changed')
  })
}

export async function dropPart(db: Db, by: Actor, id: string): Promise<void> {
  requireRole(by, 'lead')
  await transaction(db, async (trx) => {
    await demandPart(trx, id)
    await trx.updateTable('statusComponents').set({ removedAt: sqlNow }).where('id', '=', id).execute()
    await told(trx, by, id, 'status-part.removed')
  })
}

/** What is not named keeps its place behind those that are. */
export async function orderParts(db: Db, by: Actor, order: readonly string[]): Promise<void> {
  requireRole(by, 'lead')
  await demandOn(db, 'statusPage')
  await transaction(db, async (trx) => {
    const shown = await shownIds(trx)
    const named = [...new Set(order)].filter((id) => shown.includes(id))
    const all = [...named, ...shown.filter((id) => !named.includes(id))]
    for (const [position, id] of all.entries())
      await trx.updateTable('statusComponents').set({ position }).where('id', '=', id).execute()
    await recordEvent(trx, by, 'status.changed', {}, {})
  })
}

/** Locked, so that two who add at once stand one behind the other. */
const shownIds = async (trx: Trx): Promise<string[]> =>
  (
    await trx
      .selectFrom('statusComponents')
      .select('id')
      .where('removedAt', 'is', null)
      .orderBy('position')
      .orderBy('id')
      .forUpdate()
      .execute()
  ).map((row) => row.id)

async function demandPart(trx: Trx, id: string): Promise<void> {
  const row = await trx
    .selectFrom('statusComponents')
    .select('id')
    .where('id', '=', id)
    .where('removedAt', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound(say('status.this.part'))
}

async function told(trx: Trx, by: Actor, id: string, action: string): Promise<void> {
  await recordEvent(trx, by, 'status.changed', {}, {})
  await audit(trx, by, action, { kind: 'status-part', id })
}
