import { createHmac, timingSafeEqual } from 'node:crypto'
import { type Actor, requireRole } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { clockNow } from '#server/base/clock.ts'
import type { House } from '#server/base/context.ts'
import { recordEvent } from '#server/base/events.ts'
import { newSecret } from '#server/base/ids.ts'
import { type Db, transaction } from '#server/database/database.ts'
import { lockConversation } from './queries.ts'
import './tables.ts'

const days = 90
const dayNumber = (at: Date) => Math.floor(at.getTime() / 86_400_000)

/**
 * The address of the customer's page: conversation, day of expiry and a 144-bit signature over both and the
 * conversation's page key. Whoever holds it may read and write in this one conversation; a new page key revokes it.
 */
export function pageUrl(
  house: Pick<House, 'url' | 'key'>,
  conversation: { id: string; pageKey: string },
  /** The clock's time. */
  now: Date,
): string {
  // Rounded up to weeks, so that mails of one week carry one and the same link.
  const expires = Math.ceil((dayNumber(now) + days) / 7) * 7
  return `${house.url}/p/${conversation.id.slice(4)}.${expires.toString(36)}.${sign(house.key, conversation, expires)}`
}

const sign = (key: Buffer, conversation: { id: string; pageKey: string }, expires: number): string =>
  createHmac('sha256', key)
    .update(`page|${conversation.id}|${conversation.pageKey}|${expires}`)
    .digest()
    .subarray(0, 18)
    .toString('base64url')

/** Whose page a link opens; null when it is not ours, too old, or revoked. */
export async function readPageLink(
  house: House,
  token: string,
): Promise<{ conversationId: string; customerId: string; inboxId: string } | null> {
  const [id, expiresText, signature] = token.split('.')
  if (!id || !expiresText || !signature || !/^[0-9A-Za-z]{22}$/.test(id)) return null
  const expires = Number.parseInt(expiresText, 36)
  if (!(expires >= dayNumber(await clockNow(house.db)))) return null
  const row = await house.db
    .selectFrom('conversations')
    .select(['id', 'pageKey', 'customerId', 'inboxId'])
    .where('id', '=', `cnv_${id}`)
    .executeTakeFirst()
  if (row) return isSignedBy(house, row, expires, signature) ? shown(row) : null
  const gone = await house.db
    .selectFrom('conversationsPutBack')
    .innerJoin('conversations', 'conversations.id', 'conversationsPutBack.intoId')
    .select(['conversationsPutBack.id as was', 'conversationsPutBack.pageKey as wasKey'])
    .select(['conversations.id', 'conversations.customerId', 'conversations.inboxId'])
    .where('conversationsPutBack.id', '=', `cnv_${id}`)
    .executeTakeFirst()
  if (!gone) return null
  return isSignedBy(house, { id: gone.was, pageKey: gone.wasKey }, expires, signature) ? shown(gone) : null
}

const shown = ({ id, customerId, inboxId }: { id: string; customerId: string; inboxId: string }) => ({
  conversationId: id,
  customerId,
  inboxId,
})

function isSignedBy(
  house: Pick<House, 'key'>,
  conversation: { id: string; pageKey: string },
  expires: number,
  signature: string,
): boolean {
  const expected = Buffer.from(sign(house.key, conversation, expires))
  const given = Buffer.from(signature)
  return expected.length === given.length && timingSafeEqual(expected, given)
}

/** A link to hand out; with `revoke` every earlier one stops working. */
export async function freshPageUrl(
  house: House,
  db: Db,
  by: Actor,
  id: string,
  revoke: boolean,
): Promise<string> {
  requireRole(by, 'teammate')
  return transaction(db, async (trx) => {
    const conversation = await lockConversation(trx, by, id)
    const now = await clockNow(trx)
    if (!revoke) return pageUrl(house, conversation, now)
    const pageKey = newSecret()
    await trx.updateTable('conversations').set({ pageKey }).where('id', '=', id).execute()
    await trx
      .updateTable('conversationsPutBack')
      .set({ pageKey: newSecret() })
      .where('intoId', '=', id)
      .execute()
    const { inboxId, customerId } = conversation
    await recordEvent(trx, by, 'page.revoked', { inboxId, conversationId: id, customerId }, {})
    await audit(trx, by, 'page.revoked', { kind: 'conversation', id, inboxId: conversation.inboxId })
    return pageUrl(house, { id, pageKey }, now)
  })
}
