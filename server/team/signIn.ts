import { type Actor, type TeammateActor, teammateId } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { invalid, notFound, Problem } from '#server/base/errors.ts'
import { newId, newSecret } from '#server/base/ids.ts'
import { addressBucket, countTry, forgetTries } from '#server/base/rates.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { findTeammate, type TeammateRow, teammateByEmail } from './queries.ts'
import { hashPassword, hashToken, passwordFits } from './secrets.ts'
import './tables.ts'

/** A sign-in lives 30 days after its last use. */
export const sessionDays = 30

export interface Device {
  name: string
  address: string
}

/** A new sign-in; the token goes into the cookie and is kept nowhere. */
export async function openSession(
  db: Db | Trx,
  teammate: TeammateRow,
  device: Device,
  how: string,
): Promise<{ token: string; by: TeammateActor }> {
  const token = newSecret()
  const id = newId('session')
  await db
    .insertInto('sessions')
    .values({
      id,
      teammateId: teammate.id,
      tokenHash: hashToken(token),
      device: device.name.slice(0, 200),
      address: device.address,
      expiresAt: new Date(Date.now() + sessionDays * 86_400_000),
    })
    .execute()
  const by = actorOf(teammate, 'session', id)
  await audit(db, by, 'session.opened', { kind: 'session', id }, { how })
  return { token, by }
}

export const actorOf = (row: TeammateRow, via: TeammateActor['via'], sessionId?: string): TeammateActor => ({
  kind: 'teammate',
  id: row.id,
  name: row.name,
  role: row.role,
  inboxIds: row.inboxIds,
  via,
  ...(sessionId && { sessionId }),
})

const refused = () =>
  new Problem(
    401,
    'sign-in-refused',
    'This address and password do not fit together. Check both, or ask for a new password.',
  )

/** Ten tries in a quarter of an hour, per account and per address of the network. */
export async function signInByPassword(db: Db, email: string, password: string, device: Device) {
  const account = `sign-in:${email}`
  await countTry(db, account, { limit: 10, seconds: 900 })
  await countTry(db, `sign-in-from:${addressBucket(device.address)}`, { limit: 50, seconds: 900 })
  const teammate = await teammateByEmail(db, email)
  if (!(await passwordFits(password, teammate?.passwordHash)) || !teammate) throw refused()
  await forgetTries(db, account)
  return openSession(db, teammate, device, 'password')
}

/** Uses up a one-time token; each works once and not after its time. */
export async function spendInvite(
  trx: Trx,
  token: string,
  purposes: readonly string[],
): Promise<{ id: string; purpose: string; teammateId: string | null }> {
  const invite = await trx
    .selectFrom('invites')
    .selectAll()
    .where('tokenHash', '=', hashToken(token))
    .forUpdate()
    .executeTakeFirst()
  if (!invite || invite.usedAt || invite.expiresAt < new Date() || !purposes.includes(invite.purpose))
    throw spent()
  await trx.updateTable('invites').set({ usedAt: new Date() }).where('id', '=', invite.id).execute()
  return invite
}

const spent = () =>
  new Problem(
    410,
    'link-spent',
    'This link has been used or is too old. Nothing is lost: ask for a fresh one, or run "npm run -s tend -- teammates sign-in-link" on the machine.',
  )

export async function makeInvite(
  db: Db | Trx,
  purpose: 'first' | 'join' | 'reset' | 'sign-in',
  teammate: string | null,
  hours: number,
): Promise<string> {
  const token = newSecret()
  let older = db.deleteFrom('invites').where('purpose', '=', purpose).where('usedAt', 'is', null)
  older = teammate ? older.where('teammateId', '=', teammate) : older.where('teammateId', 'is', null)
  await older.execute()
  await db
    .insertInto('invites')
    .values({
      id: newId('invite'),
      purpose,
      teammateId: teammate,
      tokenHash: hashToken(token),
      expiresAt: new Date(Date.now() + hours * 3_600_000),
      usedAt: null,
    })
    .execute()
  return token
}

/** What a link is for, without using it. */
export async function readInvite(db: Db, token: string) {
  const invite = await db
    .selectFrom('invites')
    .selectAll()
    .where('tokenHash', '=', hashToken(token))
    .executeTakeFirst()
  if (
    !invite ||
    invite.usedAt ||
    invite.expiresAt < new Date() ||
    !invite.teammateId ||
    invite.purpose === 'first'
  )
    throw spent()
  const teammate = await findTeammate(db, invite.teammateId)
  if (!teammate || teammate.leftAt) throw spent()
  return {
    purpose: invite.purpose === 'join' ? ('join' as const) : ('reset' as const),
    name: teammate.name,
    email: teammate.email,
  }
}

/** Accepts an invitation, or resets a password; ends every other sign-in after a reset. */
export async function acceptInvite(
  db: Db,
  token: string,
  card: { name?: string; password?: string; timeZone?: string },
  device: Device,
) {
  const passwordHash = card.password ? await hashPassword(card.password) : undefined
  return transaction(db, async (trx) => {
    const invite = await spendInvite(trx, token, ['join', 'reset', 'sign-in'])
    const teammate = invite.teammateId ? await findTeammate(trx, invite.teammateId) : undefined
    if (!teammate || teammate.leftAt) throw spent()
    if (invite.purpose === 'reset' && !passwordHash) throw invalid('/password', 'is needed')
    await trx
      .updateTable('teammates')
      .set({
        ...(passwordHash && { passwordHash }),
        ...(card.name && { name: card.name }),
        ...(card.timeZone && { timeZone: card.timeZone }),
        joinedAt: teammate.joinedAt ?? new Date(),
      })
      .where('id', '=', teammate.id)
      .execute()
    if (invite.purpose === 'reset')
      await trx.deleteFrom('sessions').where('teammateId', '=', teammate.id).execute()
    return openSession(trx, (await findTeammate(trx, teammate.id))!, device, invite.purpose)
  })
}

export async function setPassword(
  db: Db,
  by: Actor,
  { current, password }: { current?: string; password: string },
): Promise<void> {
  const teammate = by.kind === 'teammate' ? await findTeammate(db, by.id) : undefined
  if (!teammate) throw notFound('A teammate behind this key')
  if (teammate.passwordHash && !(await passwordFits(current ?? '', teammate.passwordHash)))
    throw invalid('/current', 'is not your present password')
  const passwordHash = await hashPassword(password)
  await transaction(db, async (trx) => {
    await trx.updateTable('teammates').set({ passwordHash }).where('id', '=', teammate.id).execute()
    let others = trx.deleteFrom('sessions').where('teammateId', '=', teammate.id)
    if (by.kind === 'teammate' && by.sessionId) others = others.where('id', '!=', by.sessionId)
    await others.execute()
    await audit(trx, by, 'password.changed', { kind: 'teammate', id: teammate.id })
  })
}

export async function endSession(db: Db, by: Actor, id: string): Promise<void> {
  const me = teammateId(by)
  const ended = await db
    .deleteFrom('sessions')
    .where('id', '=', id)
    .where('teammateId', '=', me ?? '')
    .returning('id')
    .executeTakeFirst()
  if (!ended) throw notFound('This sign-in')
  await audit(db, by, 'session.ended', { kind: 'session', id })
}

export async function mySessions(db: Db, by: Actor) {
  const rows = await db
    .selectFrom('sessions')
    .selectAll()
    .where('teammateId', '=', teammateId(by) ?? '')
    .orderBy('lastUsedAt', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    device: row.device,
    address: row.address,
    current: by.kind === 'teammate' && by.sessionId === row.id,
    createdAt: row.createdAt.toISOString(),
    lastUsedAt: row.lastUsedAt.toISOString(),
  }))
}
