import { createHmac, timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor, CustomerActor } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { clockNow } from '#server/base/clock.ts'
import type { House } from '#server/base/context.ts'
import { recordEvent } from '#server/base/events.ts'
import { newId, newSecret } from '#server/base/ids.ts'
import type { SystemLetter } from '#server/channels/email/systemMail.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { readCompany } from '#server/team/company.ts'
import { hashToken } from '#server/team/secrets.ts'
import { voiceFor } from './voice.ts'
import './tables.ts'

/*
 * A request's link may be passed on: to a neighbour who lets the plumber in, to a whole office. So it opens that request alone.
 * All that is somebody's opens by a second proof: a link sent to an address of theirs that we know, good for one hour and for one
 * browser. It is opened by a press and not by being fetched, because mail scanners fetch.
 */
const linkLasts = 60 * 60_000
const browserLasts = 24 * 60 * 60_000
/** Letters with a link to one person a day, whoever asks for them. */
const mostLetters = 3

const sign = (house: Pick<House, 'key'>, key: { id: string; customerId: string; address: string }): string =>
  createHmac('sha256', house.key)
    .update(`mine|${key.id}|${key.customerId}|${key.address}`)
    .digest()
    .subarray(0, 18)
    .toString('base64url')

/** The address of theirs a link goes to: the one they wrote this request from where it is on file, else the oldest we know. */
export async function addressFor(
  db: Db | Trx,
  customerId: string,
  conversationId: string | null,
): Promise<string | null> {
  const { rows } = await sql<{ address: string }>`
    select a.address from customer_addresses a
    left join participants p on p.conversation_id = ${conversationId} and p.address = a.address and p.role = 'requester'
    where a.customer_id = ${customerId} and a.kind = 'email'
    order by p.address is null, a.created_at, a.address limit 1`.execute(db)
  return rows[0]?.address ?? null
}

/** "m•••@mail.example": enough to know it again, too little to write to. */
export const veiled = (address: string): string =>
  address.replace(/^(.)[^@]*(?=@)/u, (_all, first: string) => `${first}•••`)

/** A link is asked for. Null where there is no address, or where three have gone out today. */
export async function askForLink(
  trx: Trx,
  by: CustomerActor,
  { customerId, inboxId }: { customerId: string; inboxId: string },
): Promise<{ keyId: string } | null> {
  // Two who ask at once count one after the other.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`tend.mine ${customerId}`}, 0))`.execute(trx)
  const address = await addressFor(trx, customerId, by.conversationId)
  const now = await clockNow(trx)
  const today = await trx
    .selectFrom('personKeys')
    .select('id')
    .where('customerId', '=', customerId)
    .where('kind', '=', 'link')
    .where('createdAt', '>', new Date(now.getTime() - 24 * 60 * 60_000))
    .execute()
  if (!address || today.length >= mostLetters) return null
  const keyId = newId('personKey')
  await trx
    .insertInto('personKeys')
    .values({
      id: keyId,
      customerId,
      kind: 'link',
      tokenHash: null,
      address,
      expiresAt: new Date(now.getTime() + linkLasts),
      usedAt: null,
      endedAt: null,
    })
    .execute()
  await recordEvent(
    trx,
    by,
    'page.link-asked',
    { inboxId, conversationId: by.conversationId, customerId },
    { keyId },
  )
  await audit(trx, by, 'page.link-asked', { kind: 'customer', id: customerId, inboxId })
  return { keyId }
}

/** The address of the page behind a link that was asked for; null where it is used, over or ended. */
export async function linkOf(house: Pick<House, 'key' | 'url'>, db: Db | Trx, keyId: string) {
  const key = await openLink(db, keyId)
  return key && { ...key, url: `${house.url}/p/me/enter/${key.id.slice(4)}.${sign(house, key)}` }
}

/** The letter that carries it, in their language. Safe to repeat: the link stays the same one. */
export async function linkLetter(
  house: House,
  keyId: string,
  inboxId: string | null | undefined,
): Promise<SystemLetter | null> {
  const link = await linkOf(house, house.db, keyId)
  if (!link) return null
  const [customer, company] = [
    await house.db
      .selectFrom('customers')
      .select(['name', 'preferredName', 'language', 'formality', 'demo'])
      .where('id', '=', link.customerId)
      .executeTakeFirstOrThrow(),
    await readCompany(house.db),
  ]
  // People of the sample have no mailbox.
  if (customer.demo) return null
  const { say } = voiceFor(customer.language, company.timeZone, customer.formality)
  const values = { name: customer.preferredName || customer.name, company: company.name, url: link.url }
  return {
    to: { name: customer.name, email: link.address },
    subject: say('pages.letter.subject', values),
    text: say('pages.letter.text', values),
    ...(inboxId && { inboxId }),
  }
}

const openLink = (db: Db | Trx, id: string) =>
  db
    .selectFrom('personKeys')
    .select(['id', 'customerId', 'address'])
    .where('id', '=', id)
    .where('kind', '=', 'link')
    .where('usedAt', 'is', null)
    .where('endedAt', 'is', null)
    .where('expiresAt', '>', sql<Date>`clock_now()`)
    .executeTakeFirst()

/** Whose page a link would open; it stays unused. */
export async function readLink(
  house: House,
  token: string,
): Promise<{ keyId: string; customerId: string } | null> {
  const [id, signature] = token.split('.')
  if (!id || !signature || !/^[0-9A-Za-z]{22}$/.test(id)) return null
  const key = await openLink(house.db, `pnk_${id}`)
  if (!key) return null
  const [given, expected] = [Buffer.from(signature), Buffer.from(sign(house, key))]
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null
  return { keyId: key.id, customerId: key.customerId }
}

/** Uses the link up and lets this browser in. Of two who press at once, one gets in. */
export async function spendLink(
  house: House,
  token: string,
): Promise<{ secret: string; seconds: number } | null> {
  const link = await readLink(house, token)
  if (!link) return null
  return transaction(house.db, async (trx) => {
    const now = await clockNow(trx)
    const used = await trx
      .updateTable('personKeys')
      .set({ usedAt: now })
      .where('id', '=', link.keyId)
      .where('usedAt', 'is', null)
      .where('endedAt', 'is', null)
      .where('expiresAt', '>', now)
      .returning(['customerId', 'address'])
      .executeTakeFirst()
    if (!used) return null
    const secret = newSecret()
    await trx
      .insertInto('personKeys')
      .values({
        ...used,
        id: newId('personKey'),
        kind: 'browser',
        tokenHash: hashToken(secret),
        expiresAt: new Date(now.getTime() + browserLasts),
        usedAt: now,
        endedAt: null,
      })
      .execute()
    await audit(trx, await ownActor(trx, used.customerId), 'page.opened', {
      kind: 'customer',
      id: used.customerId,
    })
    return { secret, seconds: browserLasts / 1000 }
  })
}

/** Whose browser this is. */
export async function readBrowser(house: House, secret: string | undefined): Promise<CustomerActor | null> {
  if (!secret || secret.length > 100) return null
  const key = await house.db
    .selectFrom('personKeys')
    .select('customerId')
    .where('tokenHash', '=', hashToken(secret))
    .where('kind', '=', 'browser')
    .where('endedAt', 'is', null)
    .where('expiresAt', '>', sql<Date>`clock_now()`)
    .executeTakeFirst()
  return key ? ownActor(house.db, key.customerId) : null
}

/** A person on the page of all that is theirs, in every inbox that knows them. */
async function ownActor(db: Db | Trx, customerId: string): Promise<CustomerActor> {
  const customer = await db
    .selectFrom('customers')
    .select('name')
    .where('id', '=', customerId)
    .executeTakeFirstOrThrow()
  const inboxes = await db
    .selectFrom('customerInboxes')
    .select('inboxId')
    .where('customerId', '=', customerId)
    .execute()
  return {
    kind: 'customer',
    id: customerId,
    name: customer.name,
    conversationId: null,
    inboxIds: inboxes.map((one) => one.inboxId),
    via: 'page',
  }
}

/** This browser is done. */
export async function leaveBrowser(db: Db, secret: string): Promise<void> {
  await db
    .updateTable('personKeys')
    .set({ endedAt: sql<Date>`clock_now()` })
    .where('tokenHash', '=', hashToken(secret))
    .where('endedAt', 'is', null)
    .execute()
}

/** Every link and every browser of a person ends: their page opens again only by a new letter. */
export async function endKeys(db: Db | Trx, by: Actor, customerId: string): Promise<void> {
  const ended = await db
    .updateTable('personKeys')
    .set({ endedAt: sql<Date>`clock_now()` })
    .where('customerId', '=', customerId)
    .where('endedAt', 'is', null)
    .where('expiresAt', '>', sql<Date>`clock_now()`)
    .returning('id')
    .execute()
  if (ended.length) await audit(db, by, 'page.keys-ended', { kind: 'customer', id: customerId })
}

/** Keys that open nothing any more are forgotten after a month. */
export async function forgetOldKeys(db: Db): Promise<void> {
  await sql`delete from person_keys where expires_at < clock_now() - interval '30 days'`.execute(db)
}
