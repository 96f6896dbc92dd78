import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { email as emailShape, type Person } from '#contract/common.ts'
import { type Actor, requireRole } from '#server/base/actor.ts'
import { clockNow, sqlNow } from '#server/base/clock.ts'
import type { House } from '#server/base/context.ts'
import { conflict, invalid, notFound } from '#server/base/errors.ts'
import { newId } from '#server/base/ids.ts'
import { text as say } from '#server/base/text.ts'
import type { Trx } from '#server/database/database.ts'
import { insertRows, type Places, question } from '#server/database/statement.ts'
import { finishMailTasks } from '../tasks.ts'
import { ourMessageId, replyAddress, replyToken } from '../token.ts'
import { mayBeWrittenTo } from './automatic.ts'
import { keepLetter, type LetterBytes } from './bytes.ts'
import { render } from './render.ts'
import '../tables.ts'

export interface OutgoingMail {
  conversationId: string
  messageId: string
  inboxId: string
  /** `incident`: a person's letter to one of many; it gives way to answers. */
  kind: 'reply' | 'incident' | 'automatic' | 'team'
  from: Person
  to: Person[]
  cc: Person[]
  /** On the envelope alone: no header names them. */
  bcc?: Person[]
  subject: string
  text: string
  html: string | null
  attachments: {
    id: string
    filename: string
    contentType: string
    inline: boolean
    contentId: string | null
    file: string
  }[]
  /** The message that automatic mail answers, where it answers one. */
  answers?: string | null
  notBefore: Date
  /** To somebody outside, beside the conversation: it begins a thread of its own. */
  beside?: boolean
  /** To a sample customer: goes all the way but out of the door. */
  sample: boolean
}

/**
 * Renders the letter once and puts it into the outbox, in the caller's transaction. Every attempt sends these same bytes.
 * False, with nothing queued: automatic mail that nobody may get (RFC 3834, or three a day). Throws `invalid` for a
 * recipient that two parsers could read differently.
 */
export async function queueMail(trx: Trx, house: House, _by: Actor, given: OutgoingMail): Promise<boolean> {
  const mail = given.kind === 'automatic' ? await withoutMachines(trx, given) : given
  if (given.kind === 'automatic' && mail.to.length === 0) return false
  const addresses = recipientsOf(mail)
  const domain = mail.from.email.split('@')[1]!
  const messageIdHeader = ourMessageId(house.key, mail.messageId, domain)
  const thread = mail.beside ? [] : await threadOf(trx, mail.conversationId)
  const replyTo = await replyAddressFor(trx, house, mail)
  const bytes = await render(house, mail, { messageIdHeader, replyTo, thread, date: await clockNow(trx) })
  const id = newId('outbox')
  await insertRows(trx, 'outbox', [
    {
      id,
      conversationId: mail.conversationId,
      messageId: mail.messageId,
      inboxId: mail.inboxId,
      kind: mail.kind,
      messageIdHeader,
      // An empty return path keeps automatic mail from being answered by machines (RFC 3834).
      envelopeFrom: mail.kind === 'automatic' ? '' : mail.from.email,
      ...(await keepLetter(house, bytes)),
      bytesSha256: createHash('sha256').update(bytes).digest('hex'),
      sample: mail.sample,
      notBefore: mail.notBefore,
      nextAt: mail.notBefore,
      leaseUntil: null,
      handoverAt: null,
      doneAt: null,
    },
  ])
  await insertRows(
    trx,
    'outboxRecipients',
    addresses.map((address) => ({ outboxId: id, address, code: null, detail: null, at: null })),
  )
  await insertRows(trx, 'emailIds', [
    {
      messageIdHeader,
      conversationId: mail.conversationId,
      messageId: mail.messageId,
      inboxId: mail.inboxId,
      ours: true,
    },
  ])
  // An answer settles what was wrong with an earlier one; a message that is held still waits to be looked at.
  if (mail.beside) {
    await sql`select pg_notify('outbox', '')`.execute(trx)
    return true
  }
  await finishMailTasks(trx, {
    conversationId: mail.conversationId,
    kinds: ['refused', 'unknown', 'bounced', 'unreadable'],
  })
  await sql`select pg_notify('outbox', '')`.execute(trx)
  return true
}

const withoutMachines = async (trx: Trx, mail: OutgoingMail): Promise<OutgoingMail> => {
  const allowed: Person[] = []
  for (const person of [...mail.to, ...mail.cc])
    if (await mayBeWrittenTo(trx, person.email, { messageId: mail.messageId, answers: mail.answers ?? null }))
      allowed.push(person)
  return { ...mail, to: allowed, cc: [] }
}

function recipientsOf(mail: OutgoingMail): string[] {
  const addresses = [...new Set([...mail.to, ...mail.cc, ...(mail.bcc ?? [])].map((person) => person.email))]
  if (addresses.length === 0) throw invalid('/to', say('email.nobody'))
  for (const address of [...addresses, mail.from.email])
    if (!emailShape.safeParse(address).success || /[\r\n\0]/.test(address))
      throw invalid('/to', `“${address.slice(0, 100)}” is not one e-mail address`)
  return addresses
}

/** The address to answer to. Its token is the first recipient's; the others are known as participants. */
async function replyAddressFor(trx: Trx, house: House, mail: OutgoingMail): Promise<string> {
  const address = (mail.to[0] ?? mail.cc[0])!.email.toLowerCase()
  const token = replyToken(house.key, mail.conversationId, address)
  const known = 'left'
  await insertRows(trx, 'replyTokens', [{ token, conversationId: mail.conversationId, address }], { known })
  return replyAddress(mail.from.email, token)
}

/** The Message-IDs of what both sides have seen, oldest first: what the customer's client threads by. */
async function threadOf(trx: Trx, conversationId: string): Promise<string[]> {
  const rows = await askThread(trx, conversationId).execute()
  // What somebody else wrote into their Message-ID must not become a header line of ours.
  const ids = rows
    .map((row) => row.messageIdHeader)
    .filter((id) => /^[\x21-\x3b\x3d\x3f-\x7e]{1,250}$/.test(id))
  // References keeps the root and the newest ones (RFC 5322 lets a long list be cut in the middle).
  return ids.length > 20 ? [ids[0]!, ...ids.slice(-19)] : ids
}

/** For `askAhead`. */
export const askThread = (trx: Trx, conversationId: string) => thread(trx, { conversationId })
const thread = question((db, place: Places<{ conversationId: string }>) =>
  db
    .selectFrom('emailIds')
    .innerJoin('messages', (join) =>
      join
        .onRef('messages.id', '=', 'emailIds.messageId')
        .onRef('messages.conversationId', '=', 'emailIds.conversationId'),
    )
    .select('messageIdHeader')
    .where('emailIds.conversationId', '=', place('conversationId'))
    .where('messages.conversationId', '=', place('conversationId'))
    .where('messages.held', '=', false)
    .where('messages.isBounce', '=', false)
    .where('messages.autoReply', '=', false)
    .orderBy('emailIds.messageId'),
)

/** The bytes of a letter as every attempt sends them. */
export const readLetter = async (
  { files }: Pick<House, 'files'>,
  { letter, bytesFile }: LetterBytes,
): Promise<Buffer> => (letter === null ? files.read(bytesFile!) : Buffer.from(letter, 'latin1'))

/** Takes a message out of the outbox as long as nobody has claimed it; false when it has left or is leaving. */
export async function undoMail(trx: Trx, messageId: string): Promise<boolean> {
  const gone = await trx
    .deleteFrom('outbox')
    .where('messageId', '=', messageId)
    .where('phase', '=', 'queued')
    // Claimed once, or sent again, it is at somebody's already.
    .where('epoch', '=', 0)
    .returning('id')
    .executeTakeFirst()
  if (!gone) return false
  await trx.deleteFrom('emailIds').where('messageId', '=', messageId).where('ours', '=', true).execute()
  return true
}

/** Sends the same bytes again to those who did not get them: refused, not confirmed, bounced or waiting long. */
export async function resend(trx: Trx, by: Actor, messageId: string): Promise<void> {
  requireRole(by, 'teammate')
  const outbox = await trx
    .selectFrom('outbox')
    .selectAll()
    .where('messageId', '=', messageId)
    .forUpdate()
    .executeTakeFirst()
  if (!outbox) throw notFound(say('email.this.letter'))
  if (outbox.phase === 'claimed' || outbox.phase === 'handover')
    throw conflict('on-its-way', say('email.onItsWay'))
  const again = await trx
    .updateTable('outboxRecipients')
    .set({ state: 'waiting', code: null, detail: null, at: sqlNow })
    .where('outboxId', '=', outbox.id)
    .where('state', 'in', ['refused', 'unknown', 'bounced', 'deferred'])
    .returning('address')
    .execute()
  if (again.length === 0) throw conflict('all-accepted', say('email.allAccepted'))
  await trx
    .updateTable('outbox')
    // Its five days begin anew; a higher epoch makes sure that no answer of an earlier attempt counts for this one.
    .set((e) => ({
      phase: 'queued' as const,
      epoch: e('epoch', '+', 1),
      nextAt: sqlNow,
      attempt: 0,
      doneAt: null,
      createdAt: sqlNow,
    }))
    .where('id', '=', outbox.id)
    .execute()
  await finishMailTasks(trx, { messageId })
  await sql`select pg_notify('outbox', '')`.execute(trx)
}
