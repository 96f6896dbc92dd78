import { isIP } from 'node:net'
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import { sql } from 'kysely'
import type { Actor } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { sqlNow } from '#server/base/clock.ts'
import { notFound, Problem } from '#server/base/errors.ts'
import { newId } from '#server/base/ids.ts'
import { text as say } from '#server/base/text.ts'
import type { Db } from '#server/database/database.ts'
import { findTeammate, seatOf } from './queries.ts'
import { type Device, openSession } from './signIn.ts'
import './tables.ts'

// Loaded when somebody first uses a passkey: the library is large.
const library = () => import('@simplewebauthn/server')

const refused = () => new Problem(401, 'passkey-refused', say('team.passkey.refused'))
/** Where a passkey belongs: browsers bind it to a name. */
export interface Site {
  rpID: string
  origin: string
}

/** Tend on this machine is `localhost` for browsers, whatever number it listens on; other bare numbers get no passkeys. */
export function siteOf(url: string): Site | null {
  const { hostname, protocol, port } = new URL(url)
  const bare = hostname.replace(/[[\]]/g, '')
  if (!isIP(bare)) return { rpID: hostname, origin: new URL(url).origin }
  if (bare !== '127.0.0.1' && bare !== '::1') return null
  return { rpID: 'localhost', origin: `${protocol}//localhost${port && `:${port}`}` }
}

function demandSite(site: Site | null): Site {
  if (site) return site
  throw new Problem(409, 'no-passkeys-here', say('team.passkey.noName'))
}

async function rememberChallenge(db: Db, challenge: string, teammate: string | null): Promise<void> {
  await db.deleteFrom('passkeyChallenges').where('expiresAt', '<', sqlNow).execute()
  await db
    .insertInto('passkeyChallenges')
    .values({ challenge, teammateId: teammate, expiresAt: sql<Date>`clock_now() + interval '5 minutes'` })
    .execute()
}

/** Each challenge answers once, and only to the person it was made for. */
async function spendChallenge(db: Db, response: unknown, teammate: string | null): Promise<string> {
  const challenge = challengeIn(response)
  if (!challenge) throw refused()
  const row = await db
    .deleteFrom('passkeyChallenges')
    .where('challenge', '=', challenge)
    .where('expiresAt', '>', sqlNow)
    .where('teammateId', 'is not distinct from', teammate)
    .returning('challenge')
    .executeTakeFirst()
  if (!row) throw refused()
  return row.challenge
}

/** The challenge a browser says it answers; null when what it sent cannot be read. */
function challengeIn(response: unknown): string | null {
  const data = (response as { response?: { clientDataJSON?: unknown } })?.response?.clientDataJSON
  if (typeof data !== 'string') return null
  try {
    const { challenge } = JSON.parse(Buffer.from(data, 'base64url').toString()) as { challenge?: unknown }
    return typeof challenge === 'string' ? challenge : null
  } catch {
    return null
  }
}

export async function beginPasskey(db: Db, by: Actor, site: Site | null, company: string) {
  const { rpID } = demandSite(site)
  const teammate = await seatOf(db, by)
  const known = await db
    .selectFrom('passkeys')
    .select(['credentialId', 'transports'])
    .where('teammateId', '=', teammate.id)
    .execute()
  const { generateRegistrationOptions } = await library()
  const options = await generateRegistrationOptions({
    rpID,
    rpName: company || 'Tend',
    userName: teammate.email,
    userDisplayName: teammate.name,
    excludeCredentials: known.map((key) => ({ id: key.credentialId, transports: key.transports as never })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'preferred' },
  })
  await rememberChallenge(db, options.challenge, teammate.id)
  return options
}

export async function addPasskey(
  db: Db,
  by: Actor,
  site: Site | null,
  name: string | undefined,
  response: RegistrationResponseJSON,
): Promise<{ id: string }> {
  const { rpID, origin } = demandSite(site)
  const { id: me } = await seatOf(db, by)
  const { verifyRegistrationResponse } = await library()
  const expectedChallenge = await spendChallenge(db, response, me)
  const checked = await verifyRegistrationResponse({
    response,
    expectedChallenge,
    expectedOrigin: origin,
    expectedRPID: rpID,
    requireUserVerification: false,
  }).catch(() => null)
  if (!checked?.verified || !checked.registrationInfo) throw refused()
  const { credential } = checked.registrationInfo
  const id = newId('passkey')
  await db
    .insertInto('passkeys')
    .values({
      id,
      teammateId: me,
      name: name || 'Passkey',
      credentialId: credential.id,
      publicKey: Buffer.from(credential.publicKey),
      counter: credential.counter,
      transports: JSON.stringify(credential.transports ?? []),
      lastUsedAt: null,
    })
    .execute()
  await audit(db, by, 'passkey.added', { kind: 'passkey', id })
  return { id }
}

export async function beginPasskeySignIn(db: Db, site: Site | null) {
  const { rpID } = demandSite(site)
  const { generateAuthenticationOptions } = await library()
  const options = await generateAuthenticationOptions({ rpID, userVerification: 'preferred' })
  await rememberChallenge(db, options.challenge, null)
  return options
}

export async function signInByPasskey(
  db: Db,
  site: Site | null,
  response: AuthenticationResponseJSON,
  device: Device,
) {
  const { rpID, origin } = demandSite(site)
  const { verifyAuthenticationResponse } = await library()
  const expectedChallenge = await spendChallenge(db, response, null)
  const key = await db
    .selectFrom('passkeys')
    .selectAll()
    .where('credentialId', '=', String(response.id))
    .executeTakeFirst()
  const teammate = key && (await findTeammate(db, key.teammateId))
  if (!key || !teammate || teammate.leftAt) throw refused()
  const checked = await verifyAuthenticationResponse({
    response,
    expectedChallenge,
    expectedOrigin: origin,
    expectedRPID: rpID,
    requireUserVerification: false,
    credential: {
      id: key.credentialId,
      publicKey: new Uint8Array(key.publicKey),
      counter: key.counter,
      transports: key.transports as never,
    },
  }).catch(() => null)
  if (!checked?.verified) throw refused()
  await db
    .updateTable('passkeys')
    .set({ counter: checked.authenticationInfo.newCounter, lastUsedAt: sqlNow })
    .where('id', '=', key.id)
    .execute()
  return openSession(db, teammate, device, 'passkey')
}

export const myPasskeys = async (db: Db, by: Actor) =>
  (
    await db
      .selectFrom('passkeys')
      .selectAll()
      .where('teammateId', '=', (await seatOf(db, by)).id)
      .orderBy('id')
      .execute()
  ).map((key) => ({
    id: key.id,
    name: key.name,
    createdAt: key.createdAt.toISOString(),
    lastUsedAt: key.lastUsedAt?.toISOString() ?? null,
  }))

export async function removePasskey(db: Db, by: Actor, id: string): Promise<void> {
  const gone = await db
    .deleteFrom('passkeys')
    .where('id', '=', id)
    .where('teammateId', '=', (await seatOf(db, by)).id)
    .returning('id')
    .executeTakeFirst()
  if (!gone) throw notFound(say('team.this.passkey'))
  await audit(db, by, 'passkey.removed', { kind: 'passkey', id })
}
