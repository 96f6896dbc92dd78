import { sql } from 'kysely'
import { hundredths } from '#server/authority/limits.ts'
import { type Actor, requireRole, sees } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { sqlNow } from '#server/base/clock.ts'
import { invalid, notFound } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { newId } from '#server/base/ids.ts'
import { text as say } from '#server/base/text.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { demandOn } from '#server/team/practices.ts'
import { findTeammate } from '#server/team/queries.ts'
import type { ExtraRow } from './extra.ts'
import './tables.ts'

export interface NewExtra {
  name: string
  words: string
  cost: number
  unit: string | null
  left: number | null
  makerId: string | null
  inboxId: string | null
}

export async function addExtra(
  db: Db | Trx,
  by: Actor,
  given: NewExtra,
  { demo = false }: { demo?: boolean } = {},
): Promise<string> {
  requireRole(by, 'lead')
  return transaction(db, async (trx) => {
    await demandOn(trx, 'extras')
    await demandSound(trx, by, given)
    const id = newId('extra')
    await trx
      .insertInto('extras')
      .values({ id, ...valuesOf(given), stock: given.left, retiredAt: null, byId: by.id, demo })
      .execute()
    await changed(trx, by, 'extra.added', { id, ...given })
    return id
  })
}

/** What is left is counted anew only where somebody says so: a new text is no new stock. */
export async function changeExtra(db: Db, by: Actor, id: string, given: NewExtra): Promise<void> {
  requireRole(by, 'lead')
  await transaction(db, async (trx) => {
    await demandOn(trx, 'extras')
    await demandSound(trx, by, given)
    const row = await lockExtra(trx, by, id)
    const isCounted = given.left !== (await leftOf(trx, row))
    await trx
      .updateTable('extras')
      .set({ ...valuesOf(given), ...(isCounted && { stock: given.left, countedAt: sqlNow }) })
      .where('id', '=', id)
      .execute()
    await changed(trx, by, 'extra.changed', { id, ...given })
  })
}

export async function retireExtra(db: Db, by: Actor, id: string): Promise<void> {
  requireRole(by, 'lead')
  await transaction(db, async (trx) => {
    await demandOn(trx, 'extras')
    await lockExtra(trx, by, id)
    await trx.updateTable('extras').set({ retiredAt: sqlNow }).where('id', '=', id).execute()
    await changed(trx, by, 'extra.retired', { id })
  })
}

const valuesOf = ({ name, words, cost, unit, makerId, inboxId }: NewExtra) => ({
  name,
  words,
  cost: hundredths(cost),
  unit: cost > 0 ? unit : null,
  makerId,
  inboxId,
})

async function demandSound(trx: Trx, by: Actor, given: NewExtra): Promise<void> {
  if (given.cost > 0 && !given.unit) throw invalid('/unit', say('extras.unit'))
  if (given.inboxId && !sees(by, given.inboxId)) throw invalid('/inboxId', say('extras.inbox'))
  if (!given.makerId) return
  const maker = await findTeammate(trx, given.makerId)
  if (!maker || maker.leftAt || maker.role === 'observer') throw invalid('/makerId', say('extras.maker'))
}

/** Held, so that of two people who give the last one at once only one does. */
export async function lockExtra(trx: Trx, by: Actor, id: string): Promise<ExtraRow> {
  const row = await trx.selectFrom('extras').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row || row.retiredAt || (row.inboxId && !sees(by, row.inboxId))) throw notFound(say('extras.this'))
  return row
}

/** Whoever makes it is here and sees the matter: what nobody can say yes to is not given there. */
export async function hasItsMaker(
  db: Db | Trx,
  { makerId }: Pick<ExtraRow, 'makerId'>,
  inboxId: string,
): Promise<boolean> {
  if (!makerId) return true
  const maker = await findTeammate(db, makerId)
  return maker !== undefined && !maker.leftAt && maker.inboxIds.includes(inboxId)
}

/** Counted from what was given since somebody last counted; what was taken back, or never came about, is there again. */
export async function leftOf(db: Db | Trx, row: Pick<ExtraRow, 'id' | 'stock' | 'countedAt'>) {
  if (row.stock === null) return null
  const { rows } = await sql<{ gone: number }>`
    select count(*)::int as gone from given_extras g
    left join decisions d on d.id = g.decision_id
    where g.extra_id = ${row.id} and g.at >= ${row.countedAt} and g.cancelled_at is null
      and (d.id is null or g.delivered_at is not null or (d.state not in ('declined', 'withdrawn') and d.result <> 'failed'))`.execute(
    db,
  )
  return Math.max(0, row.stock - rows[0]!.gone)
}

async function changed(trx: Trx, by: Actor, verb: string, detail: object): Promise<void> {
  await recordEvent(trx, by, 'extras.changed', {}, {})
  await audit(trx, by, verb, null, { ...detail })
}
