import type { House } from '#server/base/context.ts'
import type { Trx } from '#server/database/database.ts'
import type { Authentication } from './authentication.ts'
import type { ReadMail } from './read/mail.ts'
import { type AddressToken, readReplyAddress } from './token.ts'
import './tables.ts'

export type Place =
  | { kind: 'join'; conversationId: string }
  /** In the conversation, for a teammate's eyes only, until let in. */
  | { kind: 'hold'; conversationId: string; why: 'stranger' | 'notProven' }
  | { kind: 'open'; relatedTo: string | null; held: 'notProven' | null }

/**
 * Where a letter belongs (MAIL.md §3). It joins by the token of its reply address, or by a reference to a message of the
 * conversation and a known participant; never with a DMARC fail. A token in a stranger's hands gives no rights. Subjects join nothing.
 */
export async function findPlace(
  trx: Trx,
  house: House,
  inboxId: string,
  mail: ReadMail,
  recipients: readonly string[],
  authentication: Authentication,
): Promise<Place> {
  const sender = mail.from?.email ?? ''
  const failed = authentication.dmarc === 'fail'
  for (const token of recipients
    .map((address) => readReplyAddress(house.key, address))
    .filter((one): one is AddressToken => one !== null)) {
    const conversation = await conversationOf(trx, token.conversationId, inboxId)
    if (!conversation) continue
    const knows = token.fits(sender) || (await isParticipant(trx, conversation, sender))
    const genuine = token.fits(sender) || (await madeForSomebodyHere(trx, token, conversation))
    if (!genuine) continue
    if (failed) return { kind: 'hold', conversationId: conversation, why: 'notProven' }
    return knows
      ? { kind: 'join', conversationId: conversation }
      : { kind: 'hold', conversationId: conversation, why: 'stranger' }
  }
  const referenced = await byReference(trx, inboxId, references(mail))
  if (referenced) {
    const participant = await isParticipant(trx, referenced, sender)
    if (participant && failed) return { kind: 'hold', conversationId: referenced, why: 'notProven' }
    if (participant) return { kind: 'join', conversationId: referenced }
    return { kind: 'open', relatedTo: referenced, held: null }
  }
  const remembered = failed ? null : await byUnknownReference(trx, inboxId, references(mail), sender)
  if (remembered) return { kind: 'join', conversationId: remembered }
  return { kind: 'open', relatedTo: null, held: null }
}

/** Newest reference first: In-Reply-To, then References from the end. Outlook writes our ids with `x_` in front. */
export const references = (mail: ReadMail): string[] =>
  [...new Set([...mail.inReplyTo, ...mail.references.toReversed()].map((id) => id.replace(/^x_/, '')))].slice(
    0,
    50,
  )

async function conversationOf(trx: Trx, id: string, inboxId: string): Promise<string | null> {
  const row = await trx
    .selectFrom('conversations')
    .select('id')
    .where('id', '=', id)
    .where('inboxId', '=', inboxId)
    .executeTakeFirst()
  return row?.id ?? null
}

async function isParticipant(trx: Trx, conversationId: string, address: string): Promise<boolean> {
  if (!address) return false
  return (
    (await trx
      .selectFrom('participants')
      .select('address')
      .where('conversationId', '=', conversationId)
      .where('address', '=', address.toLowerCase())
      .executeTakeFirst()) !== undefined
  )
}

/** A genuine token was made for one of its participants, whoever holds it now. */
async function madeForSomebodyHere(trx: Trx, token: AddressToken, conversationId: string): Promise<boolean> {
  const people = await trx
    .selectFrom('participants')
    .select('address')
    .where('conversationId', '=', conversationId)
    .execute()
  return people.some((person) => token.fits(person.address))
}

async function byReference(trx: Trx, inboxId: string, ids: string[]): Promise<string | null> {
  if (ids.length === 0) return null
  const found = await trx
    .selectFrom('emailIds')
    .select(['messageIdHeader', 'conversationId'])
    .where('messageIdHeader', 'in', ids)
    .where('inboxId', '=', inboxId)
    .execute()
  return (
    ids
      .map((id) => found.find((row) => row.messageIdHeader === id)?.conversationId)
      .find((id) => id !== undefined) ?? null
  )
}

async function byUnknownReference(
  trx: Trx,
  inboxId: string,
  ids: string[],
  sender: string,
): Promise<string | null> {
  if (ids.length === 0 || !sender) return null
  const row = await trx
    .selectFrom('unknownReferences')
    .select('conversationId')
    .where('messageIdHeader', 'in', ids)
    .where('inboxId', '=', inboxId)
    .where('sender', '=', sender)
    .executeTakeFirst()
  return row?.conversationId ?? null
}

/** Remembers the letter's own id and the references nobody knew, so that what follows finds its place. */
export async function rememberIds(
  trx: Trx,
  letter: { inboxId: string; conversationId: string; messageId: string; mail: ReadMail; opened: boolean },
): Promise<void> {
  const { inboxId, conversationId, messageId, mail } = letter
  if (mail.messageId)
    await trx
      .insertInto('emailIds')
      .values({ messageIdHeader: mail.messageId, conversationId, messageId, inboxId, ours: false })
      .onConflict((c) => c.doNothing())
      .execute()
  const unknown = letter.opened ? references(mail) : []
  if (unknown.length && mail.from)
    await trx
      .insertInto('unknownReferences')
      .values(
        unknown.map((messageIdHeader) => ({
          messageIdHeader,
          inboxId,
          sender: mail.from!.email,
          conversationId,
        })),
      )
      .onConflict((c) => c.doNothing())
      .execute()
}
