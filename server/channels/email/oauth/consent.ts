import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { type Actor, requireRole } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import type { House } from '#server/base/context.ts'
import { conflict, invalid, notFound } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { newId } from '#server/base/ids.ts'
import { text as say } from '#server/base/text.ts'
import { type Trx, transaction } from '#server/database/database.ts'
import { addInbox } from '#server/team/actions.ts'
import { inboxById } from '#server/team/queries.ts'
import { guessProvider } from '../providers.ts'
import { seal } from '../secrets.ts'
import { type ConsentProvider, consentProvider, type ProviderId, providerName } from './providers.ts'
import { askForTokens, type TokenAnswer } from './tokens.ts'
import '../tables.ts'

const hash = (text: string) => createHash('sha256').update(text).digest('base64url')
const random = () => randomBytes(32).toString('base64url')

/** Where the provider sends the browser back to. It must be registered there, letter for letter. */
export const returnUrl = (house: Pick<House, 'url'>): string =>
  `${house.url}/api/v1/mailboxes/consents/return`

export interface ConsentWish {
  provider: ProviderId
  address: string
  inboxId?: string
  inboxName?: string
  /** Consent for a mailbox that is connected already, given anew. */
  mailboxId?: string
}

/** Begins the way to a provider's consent page; the browser goes to the `url`. Nothing is connected yet. */
export async function beginConsent(house: House, by: Actor, wish: ConsentWish): Promise<{ url: string }> {
  requireRole(by, 'admin')
  const provider = registered(wish.provider)
  if (wish.inboxId) await inboxById(house.db, wish.inboxId)
  const state = random()
  const verifier = random()
  await house.db.deleteFrom('mailboxConsents').where('expiresAt', '<', sql<Date>`now()`).execute()
  await house.db
    .insertInto('mailboxConsents')
    .values({
      stateHash: hash(state),
      provider: wish.provider,
      address: wish.address,
      inboxId: wish.inboxId ?? null,
      inboxName: wish.inboxName ?? null,
      mailboxId: wish.mailboxId ?? null,
      verifier,
      byId: by.id,
      expiresAt: sql<Date>`now() + interval '10 minutes'`,
    })
    .execute()
  const url = new URL(provider.authorizeUrl)
  for (const [name, value] of Object.entries({
    ...provider.extra,
    client_id: provider.clientId,
    redirect_uri: returnUrl(house),
    response_type: 'code',
    scope: provider.scope,
    state,
    code_challenge: hash(verifier),
    code_challenge_method: 'S256',
    login_hint: wish.address,
  }))
    url.searchParams.set(name, value)
  return { url: url.href }
}

/** The browser comes back with a code: the mailbox is connected, for the admin who began and nobody else. */
export async function endConsent(
  house: House,
  by: Actor,
  back: { state?: string; code?: string; error?: string },
): Promise<{ mailboxId: string }> {
  requireRole(by, 'admin')
  const begun = await house.db
    .deleteFrom('mailboxConsents')
    .where('stateHash', '=', hash(back.state ?? ''))
    .where('expiresAt', '>', sql<Date>`now()`)
    .returningAll()
    .executeTakeFirst()
  if (!begun || begun.byId !== by.id) throw conflict('consent-unknown', say('email.consent.unknown'))
  if (!back.code)
    throw conflict(
      'consent-refused',
      say('email.consent.refused', { provider: providerName(begun.provider) }),
    )
  const provider = registered(begun.provider)
  const tokens = await askForTokens(provider, {
    grant_type: 'authorization_code',
    code: back.code,
    redirect_uri: returnUrl(house),
    code_verifier: begun.verifier,
  })
  if (!tokens.refresh_token)
    throw conflict('consent-not-lasting', say('email.consent.notLasting', { provider: provider.name }))
  const other = otherAddress(tokens, begun.address)
  if (other) throw conflict('consent-other', say('email.consent.other', { other, address: begun.address }))
  const secrets = seal(house, { refresh: tokens.refresh_token })
  return transaction(house.db, async (trx) => ({
    mailboxId: begun.mailboxId
      ? await renew(trx, by, begun.mailboxId, begun.provider, secrets)
      : await connect(trx, by, begun, secrets),
  }))
}

function registered(id: ProviderId): ConsentProvider {
  const provider = consentProvider(id)
  if (!provider)
    throw invalid('/provider', say('email.consent.notRegistered', { provider: providerName(id) }))
  return provider
}

/** Who signed in at the provider, where it says so (the token came straight from it), and is not whom we were asked to connect. */
function otherAddress(tokens: TokenAnswer, address: string): string | null {
  const claims = tokens.id_token?.split('.')[1]
  if (!claims) return null
  const { email } = JSON.parse(Buffer.from(claims, 'base64url').toString('utf8')) as { email?: string }
  return email && email.toLowerCase() !== address.toLowerCase() ? email : null
}

interface Begun {
  provider: ProviderId
  address: string
  inboxId: string | null
  inboxName: string | null
}

async function connect(trx: Trx, by: Actor, begun: Begun, secrets: Buffer): Promise<string> {
  const { provider, address } = begun
  const inboxId =
    begun.inboxId ?? (await addInbox(trx, by, { name: begun.inboxName ?? address.split('@')[0]!, address }))
  const servers = guessProvider(provider === 'google' ? 'x@gmail.com' : 'x@outlook.com')
  const id = newId('mailbox')
  const added = await trx
    .insertInto('mailboxes')
    .values({
      id,
      inboxId,
      address,
      imap: JSON.stringify({ ...servers.imap, ...serverFor(provider, 'IMAP'), user: address }),
      smtp: JSON.stringify({ ...servers.smtp, ...serverFor(provider, 'SMTP'), user: address }),
      secrets,
      oauth: provider,
      says: null,
      lastCheckedAt: null,
      lastLetterAt: null,
      removedAt: null,
    })
    .onConflict((c) => c.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!added) throw conflict('mailbox-known', say('email.mailbox.known', { address }))
  await tell(trx, by, 'mailbox.connected', id, inboxId)
  return id
}

/** TEND_GOOGLE_IMAP=host:port and its like: a server of a test, without TLS. */
function serverFor(provider: ProviderId, way: 'IMAP' | 'SMTP') {
  const [host, port] = (process.env[`TEND_${provider.toUpperCase()}_${way}`] ?? '').split(':')
  return host && port ? { host, port: Number(port), security: 'none' as const } : {}
}

async function renew(
  trx: Trx,
  by: Actor,
  id: string,
  provider: ProviderId,
  secrets: Buffer,
): Promise<string> {
  const row = await trx
    .updateTable('mailboxes')
    .set({ secrets, oauth: provider, state: 'connecting', says: null })
    .where('id', '=', id)
    .where('removedAt', 'is', null)
    .returning('inboxId')
    .executeTakeFirst()
  if (!row) throw notFound(say('email.this.mailbox'))
  await tell(trx, by, 'mailbox.changed', id, row.inboxId)
  return id
}

async function tell(trx: Trx, by: Actor, what: string, id: string, inboxId: string): Promise<void> {
  await recordEvent(trx, by, 'mailbox.changed', { inboxId }, { state: 'connecting' })
  await audit(trx, by, what, { kind: 'mailbox', id, inboxId })
}
