import type { Role } from '#contract/team.ts'
import { type Actor, requireRole, teammateId } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { sqlNow } from '#server/base/clock.ts'
import { conflict, invalid } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { newId } from '#server/base/ids.ts'
import { text as say } from '#server/base/text.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { demandTimeZone } from './company.ts'
import { makeInvite } from './invites.ts'
import { inboxById, isSettled, presentTeammate, type TeammateRow } from './queries.ts'
import './tables.ts'

/** A link for the first person, fresh at each start; null when somebody lives here. */
export async function firstLink(db: Db, url: string): Promise<string | null> {
  if (await isSettled(db)) return null
  return `${url}/welcome?key=${await makeInvite(db, 'first', null)}`
}

/** Gives somebody a seat; the token is for the link that lets them in. The sample team needs no link. */
export async function inviteTeammate(
  db: Db | Trx,
  by: Actor,
  card: {
    name: string
    email: string
    role: Role
    inboxes: string[]
    demo?: boolean
    title?: string | null
    timeZone?: string
  },
): Promise<{ id: string; token: string }> {
  requireRole(by, 'admin')
  if (card.timeZone) demandTimeZone(card.timeZone)
  return transaction(db, async (trx) => {
    const id = newId('teammate')
    const added = await trx
      .insertInto('teammates')
      .values({
        id,
        name: card.name,
        email: card.email,
        role: card.role,
        title: card.title ?? null,
        timeZone: card.timeZone ?? 'UTC',
        passwordHash: null,
        demo: card.demo ?? false,
        joinedAt: card.demo ? sqlNow : null,
        leftAt: null,
        lastSeenAt: null,
      })
      .onConflict((c) => c.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!added) throw addressTaken(card.email)
    await giveInboxes(trx, id, card.inboxes)
    await recordEvent(trx, by, 'teammate.invited', { teammateId: id }, {})
    const { role, inboxes } = card
    await audit(trx, by, 'teammate.invited', { kind: 'teammate', id }, { role, inboxes })
    return { id, token: await makeInvite(trx, 'join', id) }
  })
}

/** A fresh invitation, the old one stops working; for somebody who is here already, a one-time link that signs in. */
export async function inviteAgain(
  db: Db,
  by: Actor,
  id: string,
): Promise<{ token: string; teammate: TeammateRow }> {
  requireRole(by, 'admin')
  return transaction(db, async (trx) => {
    const teammate = await presentTeammate(trx, id)
    const purpose = teammate.joinedAt ? 'sign-in' : 'join'
    const token = await makeInvite(trx, purpose, id)
    await audit(trx, by, 'teammate.invited-again', { kind: 'teammate', id }, { purpose })
    return { token, teammate }
  })
}

export async function changeTeammate(
  db: Db,
  by: Actor,
  id: string,
  change: { name?: string; role?: Role; inboxes?: string[] },
): Promise<void> {
  requireRole(by, 'admin')
  const { name, role, inboxes } = change
  await transaction(db, async (trx) => {
    const teammate = await presentTeammate(trx, id)
    if (role && role !== 'admin') await demandAnotherAdmin(trx, teammate)
    if (name || role)
      await trx
        .updateTable('teammates')
        .set({ ...(name && { name }), ...(role && { role }) })
        .where('id', '=', id)
        .execute()
    if (inboxes) await giveInboxes(trx, id, inboxes)
    await recordEvent(trx, by, 'teammate.changed', { teammateId: id }, {})
    await audit(trx, by, 'teammate.changed', { kind: 'teammate', id }, change)
  })
}

/** Leaves for good: sign-ins, keys and links end at once. What they were assigned goes back to New (by event). */
export async function sendAway(db: Db | Trx, by: Actor, id: string): Promise<void> {
  requireRole(by, 'admin')
  await transaction(db, async (trx) => {
    const teammate = await presentTeammate(trx, id)
    await demandAnotherAdmin(trx, teammate)
    await trx
      .updateTable('teammates')
      .set({ leftAt: sqlNow, passwordHash: null })
      .where('id', '=', id)
      .execute()
    for (const table of ['sessions', 'invites', 'passkeys', 'passkeyChallenges', 'inboxAccess'] as const)
      await trx.deleteFrom(table).where('teammateId', '=', id).execute()
    await trx
      .updateTable('apiKeys')
      .set({ revokedAt: sqlNow })
      .where('teammateId', '=', id)
      .where('revokedAt', 'is', null)
      .execute()
    await recordEvent(trx, by, 'teammate.left', { teammateId: id }, { demo: teammate.demo })
    await audit(trx, by, 'teammate.left', { kind: 'teammate', id })
  })
}

export async function endSessionsOf(db: Db, by: Actor, id: string): Promise<void> {
  requireRole(by, 'admin')
  await transaction(db, async (trx) => {
    await presentTeammate(trx, id)
    await trx.deleteFrom('sessions').where('teammateId', '=', id).execute()
    await audit(trx, by, 'sessions.ended', { kind: 'teammate', id })
  })
}

/** A new inbox. Whoever makes it may see it. */
export async function addInbox(
  db: Db | Trx,
  by: Actor,
  inbox: { name: string; address: string; demo?: boolean },
): Promise<string> {
  requireRole(by, 'admin')
  return transaction(db, async (trx) => {
    const id = newId('inbox')
    const added = await trx
      .insertInto('inboxes')
      .values({ ...inbox, id, archivedAt: null })
      .onConflict((c) => c.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!added) throw inboxTaken(inbox.address)
    const me = teammateId(by)
    if (me) await trx.insertInto('inboxAccess').values({ inboxId: id, teammateId: me }).execute()
    await recordEvent(trx, by, 'inbox.added', { inboxId: id }, {})
    await audit(trx, by, 'inbox.added', { kind: 'inbox', id, inboxId: id }, { address: inbox.address })
    return id
  })
}

export async function changeInbox(
  db: Db,
  by: Actor,
  id: string,
  change: { name?: string; address?: string; teammateIds?: string[]; archived?: boolean },
): Promise<void> {
  requireRole(by, 'admin')
  const { name, address, archived, teammateIds } = change
  await transaction(db, async (trx) => {
    const inbox = await inboxById(trx, id)
    if (archived && !inbox.demo) await demandAnotherInbox(trx, id)
    if (name || address || archived !== undefined)
      await trx
        .updateTable('inboxes')
        .set({
          ...(name && { name }),
          ...(address && { address }),
          ...(archived !== undefined && { archivedAt: archived ? sqlNow : null }),
        })
        .where('id', '=', id)
        .execute()
        .catch((error) => {
          throw error.code === '23505' ? inboxTaken(address!) : error
        })
    if (teammateIds) {
      await trx.deleteFrom('inboxAccess').where('inboxId', '=', id).execute()
      for (const teammate of new Set(teammateIds))
        await trx
          .insertInto('inboxAccess')
          .values({ inboxId: id, teammateId: (await presentTeammate(trx, teammate)).id })
          .execute()
    }
    await recordEvent(trx, by, 'inbox.changed', { inboxId: id }, {})
    await audit(trx, by, 'inbox.changed', { kind: 'inbox', id, inboxId: id }, change)
  })
}

/** Letters must arrive somewhere, also when the sample team has left. Locks them, so that two who archive at once do not both win. */
async function demandAnotherInbox(trx: Trx, leaving: string): Promise<void> {
  const open = await trx
    .selectFrom('inboxes')
    .select('id')
    .where('archivedAt', 'is', null)
    .where('demo', '=', false)
    .orderBy('id')
    .forUpdate()
    .execute()
  if (!open.some((one) => one.id !== leaving)) throw conflict('last-inbox', say('team.lastInbox'))
}

async function giveInboxes(trx: Trx, teammate: string, inboxIds: string[]): Promise<void> {
  const known = new Set((await trx.selectFrom('inboxes').select('id').execute()).map((inbox) => inbox.id))
  for (const [index, id] of inboxIds.entries())
    if (!known.has(id)) throw invalid(`/inboxes/${index}`, `${id} is not an inbox here`)
  await trx.deleteFrom('inboxAccess').where('teammateId', '=', teammate).execute()
  if (inboxIds.length)
    await trx
      .insertInto('inboxAccess')
      .values([...new Set(inboxIds)].map((inboxId) => ({ inboxId, teammateId: teammate })))
      .execute()
}

/**
 * A lone admin can never lock everybody out: somebody else must be admin who has really come in. Locks the admins'
 * rows, so that two who send each other away at once do not both win.
 */
async function demandAnotherAdmin(trx: Trx, leaving: TeammateRow): Promise<void> {
  if (leaving.role !== 'admin' || leaving.demo || !leaving.joinedAt) return
  const admins = await trx
    .selectFrom('teammates')
    .select('id')
    .where('role', '=', 'admin')
    .where('joinedAt', 'is not', null)
    .where('leftAt', 'is', null)
    .where('demo', '=', false)
    .orderBy('id')
    .forUpdate()
    .execute()
  if (!admins.some((admin) => admin.id !== leaving.id)) throw conflict('last-admin', say('team.onlyAdmin'))
}

export const addressTaken = (email: string) => conflict('address-taken', say('team.alreadyHere', { email }))

const inboxTaken = (address: string) => conflict('address-taken', say('team.addressTaken', { address }))
