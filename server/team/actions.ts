import type { Role } from '#contract/team.ts'
import { type Actor, requireRole, teammateId } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { conflict, invalid, notFound, Problem } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { newId, newSecret } from '#server/base/ids.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { changeCompany, demandTimeZone } from './company.ts'
import { findTeammate, inboxById, isSettled, type TeammateRow } from './queries.ts'
import { hashToken } from './secrets.ts'
import { actorOf, type Device, makeInvite, openSession, spendInvite } from './signIn.ts'
import './tables.ts'

/** A link for the first person, fresh at each start; null when somebody lives here. */
export async function firstLink(db: Db, url: string): Promise<string | null> {
  if (await isSettled(db)) return null
  return `${url}/welcome?key=${await makeInvite(db, 'first', null, 24 * 30)}`
}

/** The first person moves in and is admin; a first inbox and the company are there from then on. */
export async function welcome(
  db: Db,
  body: { token: string; name: string; email: string; timeZone?: string; company?: string },
  address: string,
  device: Device,
) {
  if (body.timeZone) demandTimeZone(body.timeZone)
  return transaction(db, async (trx) => {
    await spendInvite(trx, body.token, ['first'])
    if (await isSettled(trx))
      throw conflict('settled', 'Somebody has already moved in here. Ask them for an invitation.')
    const id = newId('teammate')
    await trx
      .insertInto('teammates')
      .values({
        id,
        name: body.name,
        email: body.email,
        role: 'admin',
        title: null,
        signature: null,
        timeZone: body.timeZone ?? 'UTC',
        passwordHash: null,
        joinedAt: new Date(),
        leftAt: null,
        lastSeenAt: new Date(),
      })
      .execute()
    const teammate = (await findTeammate(trx, id))!
    const by = actorOf(teammate, 'session')
    await changeCompany(trx, by, {
      ...(body.company && { name: body.company }),
      timeZone: body.timeZone ?? 'UTC',
    })
    const inboxes = await trx.selectFrom('inboxes').select('id').limit(1).execute()
    if (inboxes.length === 0) await addInbox(trx, by, { name: 'Hello', address: `hello@${address}` })
    await recordEvent(trx, by, 'teammate.joined', { teammateId: id }, {})
    return openSession(trx, (await findTeammate(trx, id))!, device, 'first link')
  })
}

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
    signature?: string | null
    timeZone?: string
  },
): Promise<{ id: string; token: string }> {
  requireRole(by, 'admin')
  return transaction(db, async (trx) => {
    await demandFreeAddress(trx, card.email)
    const id = newId('teammate')
    await trx
      .insertInto('teammates')
      .values({
        id,
        name: card.name,
        email: card.email,
        role: card.role,
        title: card.title ?? null,
        signature: card.signature ?? null,
        timeZone: card.timeZone ?? 'UTC',
        passwordHash: null,
        demo: card.demo ?? false,
        joinedAt: card.demo ? new Date() : null,
        leftAt: null,
        lastSeenAt: null,
      })
      .execute()
    await giveInboxes(trx, id, card.inboxes)
    await recordEvent(trx, by, 'teammate.invited', { teammateId: id }, {})
    await audit(
      trx,
      by,
      'teammate.invited',
      { kind: 'teammate', id },
      { role: card.role, inboxes: card.inboxes },
    )
    return { id, token: await makeInvite(trx, 'join', id, 24) }
  })
}

/** A fresh invitation; for somebody who is here already, a one-time sign-in link. */
export async function inviteAgain(
  db: Db,
  by: Actor,
  id: string,
): Promise<{ token: string; teammate: TeammateRow }> {
  requireRole(by, 'admin')
  const teammate = await present(db, id)
  const token = await makeInvite(db, teammate.joinedAt ? 'sign-in' : 'join', id, 24)
  await audit(db, by, 'teammate.invited-again', { kind: 'teammate', id })
  return { token, teammate }
}

export async function changeTeammate(
  db: Db,
  by: Actor,
  id: string,
  change: { name?: string; role?: Role; inboxes?: string[] },
): Promise<void> {
  requireRole(by, 'admin')
  await transaction(db, async (trx) => {
    const teammate = await present(trx, id)
    if (change.role && change.role !== 'admin' && teammate.role === 'admin') await demandAnotherAdmin(trx, id)
    if (change.name || change.role)
      await trx
        .updateTable('teammates')
        .set({ ...(change.name && { name: change.name }), ...(change.role && { role: change.role }) })
        .where('id', '=', id)
        .execute()
    if (change.inboxes) await giveInboxes(trx, id, change.inboxes)
    await recordEvent(trx, by, 'teammate.changed', { teammateId: id }, {})
    await audit(trx, by, 'teammate.changed', { kind: 'teammate', id }, change)
  })
}

/** Leaves for good: sign-ins, keys and links end at once. What they were assigned goes back to New (by event). */
export async function sendAway(db: Db | Trx, by: Actor, id: string): Promise<void> {
  requireRole(by, 'admin')
  await transaction(db, async (trx) => {
    const teammate = await present(trx, id)
    if (teammate.role === 'admin' && !teammate.demo) await demandAnotherAdmin(trx, id)
    await trx
      .updateTable('teammates')
      .set({ leftAt: new Date(), passwordHash: null })
      .where('id', '=', id)
      .execute()
    await trx.deleteFrom('sessions').where('teammateId', '=', id).execute()
    await trx.deleteFrom('invites').where('teammateId', '=', id).execute()
    await trx.deleteFrom('passkeys').where('teammateId', '=', id).execute()
    await trx
      .updateTable('apiKeys')
      .set({ revokedAt: new Date() })
      .where('teammateId', '=', id)
      .where('revokedAt', 'is', null)
      .execute()
    await recordEvent(trx, by, 'teammate.left', { teammateId: id }, { demo: teammate.demo })
    await audit(trx, by, 'teammate.left', { kind: 'teammate', id })
  })
}

export async function endSessionsOf(db: Db, by: Actor, id: string): Promise<void> {
  requireRole(by, 'admin')
  await present(db, id)
  await db.deleteFrom('sessions').where('teammateId', '=', id).execute()
  await audit(db, by, 'sessions.ended', { kind: 'teammate', id })
}

export async function changeMe(
  db: Db,
  by: Actor,
  change: { name?: string; title?: string | null; signature?: string | null; timeZone?: string },
): Promise<void> {
  if (change.timeZone) demandTimeZone(change.timeZone)
  const me = teammateId(by)
  if (!me) throw notFound('A teammate behind this key')
  if (Object.keys(change).length) await db.updateTable('teammates').set(change).where('id', '=', me).execute()
}

export async function changePreferences(
  db: Db,
  by: Actor,
  change: Record<string, unknown>,
): Promise<Record<string, unknown>> {
  const me = teammateId(by)
  const teammate = me && (await findTeammate(db, me))
  if (!teammate) throw notFound('A teammate behind this key')
  const preferences = { ...teammate.preferences, ...change }
  await db
    .updateTable('teammates')
    .set({ preferences: JSON.stringify(preferences) })
    .where('id', '=', teammate.id)
    .execute()
  return preferences
}

/** A key with the rights of a teammate or less, or of the installation. Shown once. */
export async function makeKey(
  db: Db,
  by: Actor,
  key: { teammateId: string | null; name: string; role: Role },
): Promise<{ id: string; key: string }> {
  requireRole(by, 'admin')
  if (key.teammateId) await present(db, key.teammateId)
  const secret = `tend_${newSecret()}`
  const id = newId('key')
  await db
    .insertInto('apiKeys')
    .values({ ...key, id, tokenHash: hashToken(secret), lastUsedAt: null, revokedAt: null })
    .execute()
  await audit(db, by, 'key.made', { kind: 'key', id }, { role: key.role, teammateId: key.teammateId })
  return { id, key: secret }
}

export async function revokeKey(db: Db, by: Actor, id: string): Promise<void> {
  requireRole(by, 'admin')
  const row = await db
    .updateTable('apiKeys')
    .set({ revokedAt: new Date() })
    .where('id', '=', id)
    .where('revokedAt', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!row) throw notFound('This key')
  await audit(db, by, 'key.revoked', { kind: 'key', id })
}

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
    if (!added)
      throw conflict(
        'address-taken',
        `There is already an inbox with the address ${inbox.address}. Nothing was changed.`,
      )
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
  await transaction(db, async (trx) => {
    await inboxById(trx, id)
    const { name, address, archived } = change
    if (
      address &&
      (await trx
        .selectFrom('inboxes')
        .select('id')
        .where('address', '=', address)
        .where('id', '!=', id)
        .executeTakeFirst())
    )
      throw conflict(
        'address-taken',
        `There is already an inbox with the address ${address}. Nothing was changed.`,
      )
    if (name || address || archived !== undefined)
      await trx
        .updateTable('inboxes')
        .set({
          ...(name && { name }),
          ...(address && { address }),
          ...(archived !== undefined && { archivedAt: archived ? new Date() : null }),
        })
        .where('id', '=', id)
        .execute()
    if (change.teammateIds) {
      await trx.deleteFrom('inboxAccess').where('inboxId', '=', id).execute()
      for (const teammate of new Set(change.teammateIds))
        await trx
          .insertInto('inboxAccess')
          .values({ inboxId: id, teammateId: (await present(trx, teammate)).id })
          .execute()
    }
    await recordEvent(trx, by, 'inbox.changed', { inboxId: id }, {})
    await audit(trx, by, 'inbox.changed', { kind: 'inbox', id, inboxId: id }, change)
  })
}

async function present(db: Db | Trx, id: string): Promise<TeammateRow> {
  const teammate = await findTeammate(db, id)
  if (!teammate || teammate.leftAt) throw notFound('This teammate')
  return teammate
}

async function giveInboxes(trx: Trx, teammate: string, inboxIds: string[]): Promise<void> {
  const known = await trx.selectFrom('inboxes').select('id').execute()
  for (const [index, id] of inboxIds.entries())
    if (!known.some((inbox) => inbox.id === id)) throw invalid(`/inboxes/${index}`, 'is not an inbox here')
  await trx.deleteFrom('inboxAccess').where('teammateId', '=', teammate).execute()
  if (inboxIds.length)
    await trx
      .insertInto('inboxAccess')
      .values([...new Set(inboxIds)].map((inboxId) => ({ inboxId, teammateId: teammate })))
      .execute()
}

/** A lone admin can never lock everybody out. */
async function demandAnotherAdmin(trx: Trx, id: string): Promise<void> {
  const admins = await trx
    .selectFrom('teammates')
    .select('id')
    .where('role', '=', 'admin')
    .where('leftAt', 'is', null)
    .where('demo', '=', false)
    .forUpdate()
    .execute()
  if (!admins.some((admin) => admin.id !== id))
    throw conflict(
      'last-admin',
      'This is the only admin. Make somebody else admin first; nothing was changed.',
    )
}

async function demandFreeAddress(trx: Trx, email: string): Promise<void> {
  if (
    await trx
      .selectFrom('teammates')
      .select('id')
      .where('email', '=', email)
      .where('leftAt', 'is', null)
      .executeTakeFirst()
  )
    throw new Problem(409, 'address-taken', `${email} is already on the team. Nothing was changed.`)
}
