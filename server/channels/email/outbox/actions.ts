import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import MailComposer from 'nodemailer/lib/mail-composer/index.js'
import type { Person } from '#contract/common.ts'
import { type Actor, requireRole } from '#server/base/actor.ts'
import { clockNow, sqlNow } from '#server/base/clock.ts'
import type { House } from '#server/base/context.ts'
import { conflict, notFound } from '#server/base/errors.ts'
import { newId } from '#server/base/ids.ts'
import type { Trx } from '#server/database/database.ts'
import { finishMailTasks } from '../tasks.ts'
import { ourMessageId, replyAddress } from '../token.ts'
import '../tables.ts'

export interface OutgoingMail {
  conversationId: string
  messageId: string
  inboxId: string
  kind: 'reply' | 'automatic' | 'team'
  from: Person
  to: Person[]
  cc: Person[]
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
  notBefore: Date
  /** To a sample customer: goes all the way but out of the door. */
  sample: boolean
}

/** Renders the letter once and puts it into the outbox, in the caller's transaction. Every attempt sends these same bytes. */
export async function queueMail(trx: Trx, house: House, _by: Actor, mail: OutgoingMail): Promise<void> {
  const domain = mail.from.email.split('@')[1]!
  const messageIdHeader = ourMessageId(house.key, mail.messageId, domain)
  const thread = await threadOf(trx, mail.conversationId)
  const bytes = await render(house, mail, { messageIdHeader, thread, date: await clockNow(trx) })
  const id = newId('outbox')
  await trx
    .insertInto('outbox')
    .values({
      id,
      conversationId: mail.conversationId,
      messageId: mail.messageId,
      inboxId: mail.inboxId,
      kind: mail.kind,
      messageIdHeader,
      // An empty return path keeps automatic mail from being answered by machines (RFC 3834).
      envelopeFrom: mail.kind === 'automatic' ? '' : mail.from.email,
      bytesFile: await house.files.keep(bytes),
      bytesSha256: createHash('sha256').update(bytes).digest('hex'),
      sample: mail.sample,
      notBefore: mail.notBefore,
      nextAt: mail.notBefore,
      leaseUntil: null,
      handoverAt: null,
      doneAt: null,
    })
    .execute()
  const addresses = [...new Set([...mail.to, ...mail.cc].map((person) => person.email))]
  await trx
    .insertInto('outboxRecipients')
    .values(addresses.map((address) => ({ outboxId: id, address, code: null, detail: null, at: null })))
    .execute()
  await trx
    .insertInto('emailIds')
    .values({
      messageIdHeader,
      conversationId: mail.conversationId,
      messageId: mail.messageId,
      inboxId: mail.inboxId,
      ours: true,
    })
    .execute()
  await finishMailTasks(trx, { conversationId: mail.conversationId })
  await sql`select pg_notify('outbox', '')`.execute(trx)
}

/** The conversation's Message-IDs, oldest first: what the customer's client threads by. */
async function threadOf(trx: Trx, conversationId: string): Promise<string[]> {
  const rows = await trx
    .selectFrom('emailIds')
    .select('messageIdHeader')
    .where('conversationId', '=', conversationId)
    .orderBy('messageId')
    .execute()
  const ids = rows.map((row) => row.messageIdHeader)
  // References keeps the root and the newest ones (RFC 5322 lets a long list be cut in the middle).
  return ids.length > 20 ? [ids[0]!, ...ids.slice(-19)] : ids
}

async function render(
  house: House,
  mail: OutgoingMail,
  envelope: { messageIdHeader: string; thread: string[]; date: Date },
): Promise<Buffer> {
  const inline = mail.attachments.filter((file) => file.inline)
  let html = mail.html
  for (const file of inline)
    html = html?.replaceAll(new RegExp(`/files/${file.id}/[^"'\\s>]*`, 'g'), `cid:${file.contentId}`) ?? null
  const address = ({ name, email }: Person) => ({ name: oneLine(name ?? ''), address: email })
  const composer = new MailComposer({
    from: address(mail.from),
    to: mail.to.map(address),
    cc: mail.cc.map(address),
    // The token is the first recipient's; the others are known as participants by what they refer to.
    replyTo: {
      name: oneLine(mail.from.name ?? ''),
      address: replyAddress(house.key, mail.from.email, mail.conversationId, mail.to[0]!.email),
    },
    subject: oneLine(mail.subject),
    messageId: `<${envelope.messageIdHeader}>`,
    date: envelope.date,
    ...(envelope.thread.length && {
      inReplyTo: `<${envelope.thread.at(-1)}>`,
      references: envelope.thread.map((id) => `<${id}>`),
    }),
    text: mail.text,
    ...(html && { html }),
    attachments: await Promise.all(
      mail.attachments.map(async (file) => ({
        filename: file.filename,
        contentType: file.contentType,
        content: await house.files.read(file.file),
        ...(file.inline && file.contentId && { cid: file.contentId }),
      })),
    ),
    headers:
      mail.kind === 'automatic'
        ? { 'Auto-Submitted': 'auto-replied', 'X-Auto-Response-Suppress': 'All' }
        : mail.kind === 'team'
          ? { 'Auto-Submitted': 'auto-generated' }
          : {},
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return composer.compile().build()
}

/** CR and LF never reach a header. */
const oneLine = (value: string) => value.replace(/[\r\n\0]+/g, ' ').trim()

/** Takes a message out of the outbox while nobody has claimed it; false when it has left. */
export async function undoMail(trx: Trx, messageId: string): Promise<boolean> {
  const gone = await trx
    .deleteFrom('outbox')
    .where('messageId', '=', messageId)
    .where('phase', '=', 'queued')
    .where('attempt', '=', 0)
    .where('notBefore', '>', sqlNow)
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
  if (!outbox) throw notFound('A letter of this message')
  if (outbox.phase === 'claimed' || outbox.phase === 'handover')
    throw conflict('on-its-way', 'This message is being sent at this moment. Nothing was changed.')
  const again = await trx
    .updateTable('outboxRecipients')
    .set({ state: 'waiting', code: null, detail: null, at: sqlNow })
    .where('outboxId', '=', outbox.id)
    .where('state', 'in', ['refused', 'unknown', 'bounced', 'deferred'])
    .returning('address')
    .execute()
  if (again.length === 0)
    throw conflict('all-accepted', 'Everybody has got this message. Nothing was sent again.')
  await trx
    .updateTable('outbox')
    .set({ phase: 'queued', nextAt: sqlNow, attempt: 0, doneAt: null })
    .where('id', '=', outbox.id)
    .execute()
  await finishMailTasks(trx, { messageId })
  await sql`select pg_notify('outbox', '')`.execute(trx)
}
