import { sql } from 'kysely'
import { type Actor, type TeammateActor, tend } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { sqlNow } from '#server/base/clock.ts'
import { notFound, Problem } from '#server/base/errors.ts'
import { newId, newSecret } from '#server/base/ids.ts'
import { addressBucket, countTry, forgetTries, giveBack } from '#server/base/rates.ts'
import { text as say } from '#server/base/text.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { seatOf, type TeammateRow, teammateByEmail } from './queries.ts'
import { hashToken, passwordFits } from './secrets.ts'
import './tables.ts'

/** A sign-in lives 30 days after its last use. */
export const sessionDays = 30
export const sessionEnd = sql<Date>`clock_now() + make_interval(days => ${sql.lit(sessionDays)})`

/** Failures allowed per account, and per address of the network (TRUST.md S27). */
const tries = { limit: 10, seconds: 900 }

export interface Device {
  name: string
  address: string
}

export const actorOf = (
  row: Pick<TeammateRow, 'id' | 'name' | 'role' | 'inboxIds'>,
  via: TeammateActor['via'],
  sessionId?: string,
): TeammateActor => ({
  kind: 'teammate',
  id: row.id,
  name: row.name,
  role: row.role,
  inboxIds: row.inboxIds,
  via,
  ...(sessionId && { sessionId }),
})

/** A new sign-in; the token goes into the cookie and is kept nowhere. */
export async function openSession(
  db: Db | Trx,
  teammate: TeammateRow,
  device: Device,
  how: string,
): Promise<{ token: string; by: TeammateActor }> {
  const token = newSecret()
  const id = newId('session')
  const by = actorOf(teammate, 'session', id)
  await transaction(db, async (trx) => {
    await trx.deleteFrom('sessions').where('expiresAt', '<', sqlNow).execute()
    await trx
      .insertInto('sessions')
      .values({
        id,
        teammateId: teammate.id,
        tokenHash: hashToken(token),
        device: device.name.slice(0, 200),
        address: device.address,
        expiresAt: sessionEnd,
      })
      .execute()
    await audit(trx, by, 'session.opened', { kind: 'session', id }, { how, address: device.address })
  })
  return { token, by }
}

/** Signs in. An unknown address and a wrong password get the same answer after the same work. */
export async function signInByPassword(db: Db, email: string, password: string, device: Device) {
  const account = `sign-in:${email}`
  const network = `sign-in-from:${addressBucket(device.address)}`
  await countTry(db, network, tries)
  await countTry(db, account, tries)
  const teammate = await teammateByEmail(db, email)
  const fits = await passwordFits(password, teammate?.passwordHash)
  if (!teammate || !fits) {
    const subject = teammate ? { kind: 'teammate', id: teammate.id } : null
    await audit(db, tend, 'sign-in.refused', subject, { address: device.address })
    throw new Problem(401, 'sign-in-refused', say('team.signIn.refused'))
  }
  await forgetTries(db, account)
  await giveBack(db, network)
  return openSession(db, teammate, device, 'password')
}

/** Ends one of my own sign-ins. */
export async function endSession(db: Db, by: Actor, id: string): Promise<void> {
  const me = await seatOf(db, by)
  await transaction(db, async (trx) => {
    const ended = await trx
      .deleteFrom('sessions')
      .where('id', '=', id)
      .where('teammateId', '=', me.id)
      .returning('id')
      .executeTakeFirst()
    if (!ended) throw notFound(say('team.this.signIn'))
    await audit(trx, by, 'session.ended', { kind: 'session', id })
  })
}

/** A browser that signs in anew leaves the sign-in it had before, whoever's that was. */
export async function dropSession(db: Db, token: string | undefined): Promise<void> {
  if (token) await db.deleteFrom('sessions').where('tokenHash', '=', hashToken(token)).execute()
}

export async function mySessions(db: Db, by: Actor) {
  const me = await seatOf(db, by)
  const rows = await db
    .selectFrom('sessions')
    .selectAll()
    .where('teammateId', '=', me.id)
    .where('expiresAt', '>', sqlNow)
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
