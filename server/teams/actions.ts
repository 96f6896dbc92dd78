import type { z } from 'zod'
import type { RoutingRule, routingWay, Team } from '#contract/teams.ts'
import { type Actor, requireRole, sees, teammateId } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { clockNow, sqlNow } from '#server/base/clock.ts'
import { conflict, invalid, notFound } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { newId } from '#server/base/ids.ts'
import { text as say } from '#server/base/text.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { teammatesByIds } from '#server/team/queries.ts'
import { ruleOf, teamById } from './queries.ts'
import './tables.ts'

export async function makeTeam(
  db: Db | Trx,
  by: Actor,
  { name, teammateIds, demo = false }: { name: string; teammateIds: readonly string[]; demo?: boolean },
): Promise<Team> {
  requireRole(by, 'lead')
  return transaction(db, async (trx) => {
    const id = newId('team')
    const made = await trx
      .insertInto('teams')
      .values({ id, name, demo, byId: teammateId(by), removedAt: null })
      .onConflict((c) => c.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!made) throw conflict('team-exists', say('teams.exists', { name }))
    await setMembers(trx, id, teammateIds)
    return told(trx, by, 'team.made', id)
  })
}

export async function changeTeam(
  db: Db,
  by: Actor,
  id: string,
  { name, teammateIds }: { name?: string; teammateIds?: readonly string[] },
): Promise<Team> {
  requireRole(by, 'lead')
  return transaction(db, async (trx) => {
    await trx.selectFrom('teams').select('id').where('id', '=', id).forUpdate().execute()
    await teamById(trx, id)
    if (name !== undefined) await rename(trx, id, name)
    if (teammateIds) await setMembers(trx, id, teammateIds)
    return told(trx, by, 'team.changed', id)
  })
}

async function rename(trx: Trx, id: string, name: string): Promise<void> {
  const same = await trx
    .selectFrom('teams')
    .select('id')
    .where((e) => e(e.fn('lower', ['name']), '=', name.toLowerCase()))
    .where('removedAt', 'is', null)
    .where('id', '!=', id)
    .executeTakeFirst()
  if (same) throw conflict('team-exists', say('teams.exists', { name }))
  await trx.updateTable('teams').set({ name }).where('id', '=', id).execute()
}

async function setMembers(trx: Trx, id: string, teammateIds: readonly string[]): Promise<void> {
  const people = await teammatesByIds(trx, teammateIds)
  if (teammateIds.some((one) => !people.get(one) || people.get(one)!.leftAt))
    throw invalid('/teammateIds', say('teams.notHere'))
  await trx.deleteFrom('teamMembers').where('teamId', '=', id).execute()
  if (people.size)
    await trx
      .insertInto('teamMembers')
      .values([...people.keys()].map((one) => ({ teamId: id, teammateId: one })))
      .execute()
}

export async function removeTeam(db: Db, by: Actor, id: string): Promise<void> {
  requireRole(by, 'lead')
  await transaction(db, async (trx) => {
    await teamById(trx, id)
    await told(trx, by, 'team.removed', id)
    await trx
      .updateTable('teams')
      .set({ removedAt: await clockNow(trx) })
      .where('id', '=', id)
      .execute()
  })
}

export async function restoreTeam(db: Db, by: Actor, id: string): Promise<Team> {
  requireRole(by, 'lead')
  return transaction(db, async (trx) => {
    const row = await trx.selectFrom('teams').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
    if (!row) throw notFound(say('teams.this'))
    await rename(trx, id, row.name)
    await trx.updateTable('teams').set({ removedAt: null }).where('id', '=', id).execute()
    return told(trx, by, 'team.restored', id)
  })
}

async function told(
  trx: Trx,
  by: Actor,
  action: 'team.made' | 'team.changed' | 'team.removed' | 'team.restored',
  id: string,
): Promise<Team> {
  const team = await teamById(trx, id)
  await recordEvent(trx, by, 'team.changed', {}, { teamId: id })
  await audit(trx, by, action, { kind: 'team', id }, { name: team.name, people: team.teammateIds.length })
  return team
}

export async function setRouting(
  db: Db,
  by: Actor,
  inboxId: string,
  rule: { teamId: string; way: z.infer<typeof routingWay>; capacity: number | null },
): Promise<RoutingRule> {
  requireRole(by, 'lead')
  if (!sees(by, inboxId)) throw notFound(say('teams.inbox'))
  return transaction(db, async (trx) => {
    await teamById(trx, rule.teamId)
    const row = { ...rule, byId: teammateId(by) }
    await trx
      .insertInto('routingRules')
      .values({ inboxId, ...row })
      .onConflict((c) => c.column('inboxId').doUpdateSet({ ...row, changedAt: sqlNow }))
      .execute()
    await recordEvent(trx, by, 'routing.changed', { inboxId }, {})
    await audit(trx, by, 'routing.changed', { kind: 'inbox', id: inboxId, inboxId }, { ...rule })
    return (await ruleOf(trx, inboxId))!
  })
}

export async function endRouting(db: Db, by: Actor, inboxId: string): Promise<void> {
  requireRole(by, 'lead')
  if (!sees(by, inboxId)) throw notFound(say('teams.inbox'))
  await transaction(db, async (trx) => {
    await trx.deleteFrom('routingRules').where('inboxId', '=', inboxId).execute()
    await recordEvent(trx, by, 'routing.changed', { inboxId }, {})
    await audit(trx, by, 'routing.ended', { kind: 'inbox', id: inboxId, inboxId })
  })
}
