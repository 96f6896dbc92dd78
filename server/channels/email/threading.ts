import { sql } from 'kysely'
import type { House } from '#server/base/context.ts'
import { areOneFamily, participantsOf, presentId } from '#server/conversations/queries.ts'
import { isReachedBy } from '#server/conversations/ties.ts'
import type { Trx } from '#server/database/database.ts'
import type { Authentication } from './authentication.ts'
import type { ReadMail } from './read/mail.ts'
import { isOurToken, tokenIn } from './token.ts'
import './tables.ts'

export type Place =
  | { kind: 'join'; conversationId: string; by: 'token' | 'reference' | 'earlier' }
  /** In the conversation, for a teammate's eyes only, until let in. */
  | { kind: 'hold'; conversationId: string; why: 'stranger' | 'notProven' }
  | { kind: 'open'; relatedTo: string | null }

/** What is known of a letter before it is decided where it belongs. */
export interface Evidence {
  dmarc: Authentication['dmarc']
  /** The conversation of a genuine token in an address it was sent to. */
  token: { conversationId: string; madeForSender: boolean; senderTakesPart: boolean } | null
  /** The conversation of a message it refers to. */
  reference: { conversationId: string; senderTakesPart: boolean } | null
  /** The conversation that an earlier letter of the same sender opened with the same unknown reference. */
  earlier: string | null
}

/**
 * Where a letter belongs (MAIL.md §3). It joins by the token of its reply address, or by a reference to a message of the
 * conversation and a known participant; never with a DMARC fail. A token in a stranger's hands gives no rights. Subjects join nothing.
 */
export function placeOf({ dmarc, token, reference, earlier }: Evidence): Place {
  const failed = dmarc === 'fail'
  if (token) {
    const { conversationId } = token
    if (failed) return { kind: 'hold', conversationId, why: 'notProven' }
    return token.madeForSender || token.senderTakesPart
      ? { kind: 'join', conversationId, by: 'token' }
      : { kind: 'hold', conversationId, why: 'stranger' }
  }
  if (reference) {
    const { conversationId } = reference
    if (!reference.senderTakesPart) return { kind: 'open', relatedTo: conversationId }
    return failed
      ? { kind: 'hold', conversationId, why: 'notProven' }
      : { kind: 'join', conversationId, by: 'reference' }
  }
  if (earlier && !failed) return { kind: 'join', conversationId: earlier, by: 'earlier' }
  return { kind: 'open', relatedTo: null }
}

export async function findPlace(
  trx: Trx,
  house: Pick<House, 'key'>,
  inboxId: string,
  mail: ReadMail,
  recipients: readonly string[],
  authentication: Authentication,
): Promise<Place> {
  const sender = mail.from?.email.toLowerCase() ?? ''
  const ids = references(mail)
  const given = await tokenAmong(trx, house, inboxId, recipients, sender)
  const token = given && (await followSplit(trx, inboxId, ids, sender, given))
  const reference = token ? null : await byReference(trx, inboxId, ids, sender)
  return placeOf({
    dmarc: authentication.dmarc,
    token,
    reference,
    earlier: token || reference ? null : await byUnknownReference(trx, inboxId, ids, sender),
  })
}

/** Newest reference first: In-Reply-To, then References from the end. Outlook writes our ids with `x_` in front. */
export const references = (mail: Pick<ReadMail, 'inReplyTo' | 'references'>): string[] =>
  [...new Set([...mail.inReplyTo, ...mail.references.toReversed()].map((id) => id.replace(/^x_/, '')))].slice(
    0,
    50,
  )

/** The first genuine token in the addresses, in this inbox. A token that nobody of ours made is no token. */
export async function tokenAmong(
  trx: Trx,
  house: Pick<House, 'key'>,
  inboxId: string,
  recipients: readonly string[],
  sender: string,
): Promise<Evidence['token']> {
  const tokens = [...new Set(recipients.map(tokenIn))].filter((token): token is string => token !== null)
  if (tokens.length === 0) return null
  const rows = await trx
    .selectFrom('replyTokens')
    .selectAll()
    .where('token', 'in', tokens.slice(0, 20))
    .execute()
  for (const { token, conversationId: named, address } of rows) {
    if (!isOurToken(house.key, token, named, address)) continue
    const conversationId = await presentId(trx, named)
    if (!(await isReachedBy(trx, conversationId, inboxId))) continue
    return {
      conversationId,
      madeForSender: sender !== '' && address === sender,
      senderTakesPart: await takesPart(trx, conversationId, sender),
    }
  }
  return null
}

/**
 * A reply address names the conversation its letter was written in. Where that has been split since, the message that is
 * answered decides in which part the answer belongs.
 */
async function followSplit(
  trx: Trx,
  inboxId: string,
  ids: string[],
  sender: string,
  token: NonNullable<Evidence['token']>,
): Promise<Evidence['token']> {
  const { conversationId } = token
  const reference = await byReference(trx, inboxId, ids, sender)
  if (!reference || reference.conversationId === conversationId) return token
  if (!reference.senderTakesPart && !token.madeForSender) return token
  if (!(await areOneFamily(trx, conversationId, reference.conversationId))) return token
  return { ...token, ...reference }
}

const takesPart = async (trx: Trx, conversationId: string, address: string): Promise<boolean> =>
  address !== '' &&
  (await participantsOf(trx, conversationId)).some((person) => person.email.toLowerCase() === address)

/** The newest known reference counts; of two messages with one id (anybody can repeat an id), that of the sender's own conversation. */
async function byReference(
  trx: Trx,
  inboxId: string,
  ids: string[],
  sender: string,
): Promise<Evidence['reference']> {
  if (ids.length === 0) return null
  const found = await trx
    .selectFrom('emailIds')
    .select(['messageIdHeader', 'conversationId'])
    .where('messageIdHeader', 'in', ids)
    // In this inbox, or in one it has moved to since.
    .where(
      sql<boolean>`exists (select 1 from conversations c where c.id = email_ids.conversation_id and c.inbox_id = ${inboxId}
        union all select 1 from conversation_inboxes i where i.conversation_id = email_ids.conversation_id and i.inbox_id = ${inboxId})`,
    )
    .orderBy('messageId')
    .limit(200)
    .execute()
  const inOrder = [
    ...new Set(
      ids.flatMap((id) => found.filter((row) => row.messageIdHeader === id)).map((row) => row.conversationId),
    ),
  ]
  for (const conversationId of inOrder.slice(0, 10))
    if (await takesPart(trx, conversationId, sender)) return { conversationId, senderTakesPart: true }
  return inOrder[0] ? { conversationId: inOrder[0], senderTakesPart: false } : null
}

/** The conversation that a letter of ours answers: the newest known reference, among whose people is one it goes to. */
export async function answeredConversation(
  trx: Trx,
  inboxId: string,
  ids: string[],
  recipients: readonly { email: string }[],
): Promise<string | null> {
  for (const { email } of recipients.slice(0, 20)) {
    const found = await byReference(trx, inboxId, ids, email.toLowerCase())
    if (found?.senderTakesPart) return found.conversationId
  }
  return null
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
    .orderBy('conversationId')
    .executeTakeFirst()
  return row?.conversationId ?? null
}

/** Remembers the letter's own id and the references nobody knew, so that what follows finds its place. */
export async function rememberIds(
  trx: Trx,
  letter: {
    inboxId: string
    conversationId: string
    messageId: string
    mail: ReadMail
    opened: boolean
    /** Sent from our mailbox by hand: what comes back of it is ours. */
    ours?: boolean
  },
): Promise<void> {
  const { inboxId, conversationId, messageId, mail } = letter
  if (mail.messageId)
    await trx
      .insertInto('emailIds')
      .values({
        messageIdHeader: mail.messageId,
        conversationId,
        messageId,
        inboxId,
        ours: letter.ours ?? false,
      })
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
          sender: mail.from!.email.toLowerCase(),
          conversationId,
        })),
      )
      .onConflict((c) => c.doNothing())
      .execute()
}
