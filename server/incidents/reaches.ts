import { sql } from 'kysely'
import { type Actor, requireRole, teammateId } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { conflict, notFound } from '#server/base/errors.ts'
import { newId } from '#server/base/ids.ts'
import { text as say } from '#server/base/text.ts'
import { type Db, transaction } from '#server/database/database.ts'
import { demandOn } from '#server/team/practices.ts'
import './tables.ts'

interface Reach {
  id: string
  from: string
  to: string
}

/** What depends on whom, for everybody who works here: it names things and suppliers, never a customer. */
export async function listReaches(db: Db): Promise<{ items: Reach[] }> {
  await demandOn(db, 'incidents')
  const rows = await db
    .selectFrom('reaches')
    .selectAll()
    .orderBy(sql`lower(from_name)`)
    .orderBy('id')
    .execute()
  return { items: rows.map((row) => ({ id: row.id, from: row.fromName, to: row.toName })) }
}

export async function addReach(
  db: Db,
  by: Actor,
  { from, to }: { from: string; to: string },
): Promise<Reach> {
  requireRole(by, 'teammate')
  return transaction(db, async (trx) => {
    await demandOn(trx, 'incidents')
    if (from.toLowerCase() === to.toLowerCase()) throw conflict('itself', say('incidents.reachItself'))
    const id = newId('reach')
    await trx
      .insertInto('reaches')
      .values({ id, fromName: from, toName: to, byId: teammateId(by) })
      .onConflict((c) => c.doNothing())
      .execute()
    const row = await trx
      .selectFrom('reaches')
      .selectAll()
      .where(sql<boolean>`lower(from_name) = lower(${from}) and lower(to_name) = lower(${to})`)
      .executeTakeFirstOrThrow()
    await audit(trx, by, 'reach.added', { kind: 'reach', id: row.id }, { from, to })
    return { id: row.id, from: row.fromName, to: row.toName }
  })
}

export async function dropReach(db: Db, by: Actor, id: string): Promise<void> {
  requireRole(by, 'teammate')
  await transaction(db, async (trx) => {
    await demandOn(trx, 'incidents')
    const gone = await trx
      .deleteFrom('reaches')
      .where('id', '=', id)
      .returning(['fromName', 'toName'])
      .executeTakeFirst()
    if (!gone) throw notFound(say('incidents.reach'))
    await audit(trx, by, 'reach.dropped', { kind: 'reach', id }, { from: gone.fromName, to: gone.toName })
  })
}
