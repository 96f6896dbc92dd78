import { Temporal } from 'temporal-polyfill'
import type { Rota as RotaShape } from '#contract/oncall.ts'
import { type Actor, atLeast, requireRole, sees, teammateId } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { clockNow } from '#server/base/clock.ts'
import { forbidden, invalid, notFound } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { newId } from '#server/base/ids.ts'
import { text as say } from '#server/base/text.ts'
import { leaveAt } from '#server/calendar/queries.ts'
import { dayOf } from '#server/calendar/workingTime.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { leadsOf } from '#server/notifications/letters.ts'
import { readCompany } from '#server/team/company.ts'
import { demandOn } from '#server/team/practices.ts'
import { findTeammate } from '#server/team/queries.ts'
import { order, type Rota, turnsFrom } from './turns.ts'
import './tables.ts'

interface Kept extends Rota {
  inboxId: string
  escalateMinutes: number
  swaps: { id: string; teammateId: string; from: Date; to: Date }[]
}

export async function rotaOf(db: Db | Trx, inboxId: string): Promise<Kept | null> {
  const row = await db.selectFrom('rotas').selectAll().where('inboxId', '=', inboxId).executeTakeFirst()
  if (!row) return null
  const members = await db
    .selectFrom('rotaMembers')
    .select('teammateId')
    .where('inboxId', '=', inboxId)
    .orderBy('position')
    .execute()
  const swaps = await db
    .selectFrom('rotaSwaps')
    .select(['id', 'teammateId', 'fromAt', 'toAt'])
    .where('inboxId', '=', inboxId)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return {
    ...row,
    members: members.map((one) => one.teammateId),
    swaps: swaps.map(({ fromAt: from, toAt: to, ...one }) => ({ ...one, from, to })),
  }
}

/** Whom to call, one after the other: whose turn it is, the others of the rota, then those who lead. Whoever is away is stood in for. */
export async function whomToCall(trx: Trx, inboxId: string, at: Date): Promise<string[]> {
  const rota = await rotaOf(trx, inboxId)
  if (!rota) return []
  const { timeZone } = await readCompany(trx)
  const able: string[] = []
  for (const id of [...order(rota, at, timeZone), ...(await leadsOf(trx, inboxId))]) {
    const found = await ableOrStandIn(trx, id, inboxId, at)
    if (found && !able.includes(found)) able.push(found)
  }
  return able
}

/** Somebody who is here and works in the inbox, else who stands in for them. */
async function ableOrStandIn(trx: Trx, id: string, inboxId: string, at: Date): Promise<string | null> {
  const leave = await leaveAt(trx, id, at)
  if (!leave) return (await isAble(trx, id, inboxId)) ? id : null
  const { standInId } = leave
  if (!standInId || (await leaveAt(trx, standInId, at))) return null
  return (await isAble(trx, standInId, inboxId)) ? standInId : null
}

async function isAble(trx: Db | Trx, id: string, inboxId: string): Promise<boolean> {
  const teammate = await findTeammate(trx, id)
  return Boolean(
    teammate && !teammate.leftAt && teammate.role !== 'observer' && teammate.inboxIds.includes(inboxId),
  )
}

export async function listRotas(db: Db, by: Actor): Promise<{ items: RotaShape[] }> {
  await demandOn(db, 'onCall')
  const rows = await db.selectFrom('rotas').select('inboxId').orderBy('inboxId').execute()
  const items: RotaShape[] = []
  for (const { inboxId } of rows) if (sees(by, inboxId)) items.push((await shapeOf(db, inboxId))!)
  return { items }
}

async function shapeOf(db: Db | Trx, inboxId: string): Promise<RotaShape | null> {
  const rota = await rotaOf(db, inboxId)
  if (!rota) return null
  const now = await clockNow(db)
  const { timeZone } = await readCompany(db)
  const [first] = await transaction(db, (trx) => whomToCall(trx, inboxId, now))
  const turn = (one: { teammateId: string; from: Date; to: Date }) => ({
    teammateId: one.teammateId,
    from: one.from.toISOString(),
    to: one.to.toISOString(),
  })
  return {
    inboxId,
    members: [...rota.members],
    startsOn: rota.startsOn,
    changesAt: rota.changesAt,
    escalateMinutes: rota.escalateMinutes,
    now: first ?? null,
    turns: turnsFrom(rota, now, timeZone, 6).map(turn),
    swaps: rota.swaps.filter((one) => one.to > now).map((one) => ({ id: one.id, ...turn(one) })),
  }
}

export async function setRota(
  db: Db | Trx,
  by: Actor,
  inboxId: string,
  given: { members: string[]; startsOn?: string; changesAt: string; escalateMinutes: number },
): Promise<RotaShape | null> {
  requireRole(by, 'lead')
  if (!sees(by, inboxId)) throw notFound(say('oncall.inbox'))
  await transaction(db, async (trx) => {
    await demandOn(trx, 'onCall')
    for (const [n, id] of given.members.entries())
      if (!(await isAble(trx, id, inboxId))) throw invalid(`/members/${n}`, say('oncall.notAble'))
    if (given.members.length === 0) await trx.deleteFrom('rotas').where('inboxId', '=', inboxId).execute()
    else await writeRota(trx, inboxId, given)
    await recordEvent(trx, by, 'rota.changed', { inboxId }, {})
    await audit(trx, by, 'rota.changed', { kind: 'inbox', id: inboxId, inboxId }, { members: given.members })
  })
  return shapeOf(db, inboxId)
}

async function writeRota(
  trx: Trx,
  inboxId: string,
  given: { members: string[]; startsOn?: string; changesAt: string; escalateMinutes: number },
): Promise<void> {
  const { timeZone } = await readCompany(trx)
  const before = await rotaOf(trx, inboxId)
  const row = {
    startsOn: given.startsOn ?? before?.startsOn ?? mondayOf(await clockNow(trx), timeZone),
    changesAt: given.changesAt,
    escalateMinutes: given.escalateMinutes,
  }
  await trx
    .insertInto('rotas')
    .values({ inboxId, ...row })
    .onConflict((c) => c.column('inboxId').doUpdateSet(row))
    .execute()
  await trx.deleteFrom('rotaMembers').where('inboxId', '=', inboxId).execute()
  await trx
    .insertInto('rotaMembers')
    .values(given.members.map((one, position) => ({ inboxId, position, teammateId: one })))
    .execute()
}

/** Weeks begin on Mondays, unless somebody says otherwise. */
function mondayOf(at: Date, timeZone: string): string {
  const day = Temporal.PlainDate.from(dayOf(at, timeZone))
  return day.subtract({ days: day.dayOfWeek - 1 }).toString()
}

/** Takes a turn, or gives one: one's own word for oneself, a lead's for others. */
export async function swap(
  db: Db,
  by: Actor,
  inboxId: string,
  given: { teammateId: string; from: string; to: string },
): Promise<RotaShape> {
  requireRole(by, 'teammate')
  if (!sees(by, inboxId)) throw notFound(say('oncall.inbox'))
  if (given.teammateId !== teammateId(by) && !atLeast(by, 'lead')) throw forbidden(say('oncall.swapOther'))
  const [from, to] = [new Date(given.from), new Date(given.to)]
  await transaction(db, async (trx) => {
    await demandOn(trx, 'onCall')
    if (!(await rotaOf(trx, inboxId))) throw notFound(say('oncall.thisRota'))
    if (to <= from) throw invalid('/to', say('oncall.backwards'))
    if (to <= (await clockNow(trx))) throw invalid('/to', say('oncall.past'))
    if (!(await isAble(trx, given.teammateId, inboxId))) throw invalid('/teammateId', say('oncall.notAble'))
    await trx
      .insertInto('rotaSwaps')
      .values({
        id: newId('swap'),
        inboxId,
        teammateId: given.teammateId,
        fromAt: from,
        toAt: to,
        byId: by.id,
      })
      .execute()
    await recordEvent(trx, by, 'rota.changed', { inboxId, teammateId: given.teammateId }, {})
    await audit(trx, by, 'rota.swapped', { kind: 'inbox', id: inboxId, inboxId }, { ...given })
  })
  return (await shapeOf(db, inboxId))!
}

export async function undoSwap(db: Db, by: Actor, id: string): Promise<void> {
  await transaction(db, async (trx) => {
    const row = await trx.selectFrom('rotaSwaps').selectAll().where('id', '=', id).executeTakeFirst()
    if (!row || !sees(by, row.inboxId)) throw notFound(say('oncall.thisSwap'))
    if (row.byId !== by.id && row.teammateId !== teammateId(by)) requireRole(by, 'lead')
    await trx.deleteFrom('rotaSwaps').where('id', '=', id).execute()
    await recordEvent(trx, by, 'rota.changed', { inboxId: row.inboxId, teammateId: row.teammateId }, {})
    await audit(trx, by, 'rota.swap-undone', { kind: 'inbox', id: row.inboxId, inboxId: row.inboxId })
  })
}
