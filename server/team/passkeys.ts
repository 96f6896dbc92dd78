import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import { type Actor, teammateId } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { notFound, Problem } from '#server/base/errors.ts'
import { newId } from '#server/base/ids.ts'
import type { Db } from '#server/database/database.ts'
import { findTeammate } from './queries.ts'
import { type Device, openSession } from './signIn.ts'
import './tables.ts'

// Loaded when somebody first uses a passkey: the library is large.
const library = () => import('@simplewebauthn/server')

const refused = () =>
  new Problem(
    401,
    'passkey-refused',
    'This passkey was not accepted. Try again, or sign in with your password.',
  )
const site = (url: string) => ({ rpID: new URL(url).hostname, origin: url })

async function rememberChallenge(db: Db, challenge: string, teammate: string | null): Promise<void> {
  await db.deleteFrom('passkeyChallenges').where('expiresAt', '<', new Date()).execute()
  await db
    .insertInto('passkeyChallenges')
    .values({ challenge, teammateId: teammate, expiresAt: new Date(Date.now() + 300_000) })
    .execute()
}

/** Each challenge answers once. */
async function spendChallenge(db: Db, clientData: string, teammate: string | null): Promise<string> {
  const { challenge } = JSON.parse(Buffer.from(clientData, 'base64url').toString()) as { challenge: string }
  const row = await db
    .deleteFrom('passkeyChallenges')
    .where('challenge', '=', challenge)
    .returningAll()
    .executeTakeFirst()
  if (!row || row.expiresAt < new Date() || row.teammateId !== teammate) throw refused()
  return challenge
}

export async function beginPasskey(db: Db, by: Actor, url: string, company: string) {
  const teammate = await findTeammate(db, teammateId(by) ?? '')
  if (!teammate) throw notFound('A teammate behind this key')
  const known = await db
    .selectFrom('passkeys')
    .select(['credentialId', 'transports'])
    .where('teammateId', '=', teammate.id)
    .execute()
  const { generateRegistrationOptions } = await library()
  const options = await generateRegistrationOptions({
    rpID: site(url).rpID,
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
  url: string,
  name: string | undefined,
  response: RegistrationResponseJSON,
): Promise<{ id: string }> {
  const me = teammateId(by)
  if (!me) throw notFound('A teammate behind this key')
  const { verifyRegistrationResponse } = await library()
  const expectedChallenge = await spendChallenge(db, response.response?.clientDataJSON ?? '', me)
  const { rpID, origin } = site(url)
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

export async function beginPasskeySignIn(db: Db, url: string) {
  const { generateAuthenticationOptions } = await library()
  const options = await generateAuthenticationOptions({ rpID: site(url).rpID, userVerification: 'preferred' })
  await rememberChallenge(db, options.challenge, null)
  return options
}

export async function signInByPasskey(
  db: Db,
  url: string,
  response: AuthenticationResponseJSON,
  device: Device,
) {
  const { verifyAuthenticationResponse } = await library()
  const expectedChallenge = await spendChallenge(db, response.response?.clientDataJSON ?? '', null)
  const key = await db
    .selectFrom('passkeys')
    .selectAll()
    .where('credentialId', '=', String(response.id))
    .executeTakeFirst()
  const teammate = key && (await findTeammate(db, key.teammateId))
  if (!key || !teammate || teammate.leftAt) throw refused()
  const { rpID, origin } = site(url)
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
    .set({ counter: checked.authenticationInfo.newCounter, lastUsedAt: new Date() })
    .where('id', '=', key.id)
    .execute()
  return openSession(db, teammate, device, 'passkey')
}

export const myPasskeys = async (db: Db, by: Actor) =>
  (
    await db
      .selectFrom('passkeys')
      .selectAll()
      .where('teammateId', '=', teammateId(by) ?? '')
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
    .where('teammateId', '=', teammateId(by) ?? '')
    .returning('id')
    .executeTakeFirst()
  if (!gone) throw notFound('This passkey')
  await audit(db, by, 'passkey.removed', { kind: 'passkey', id })
}
