import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Actor } from '#server/base/actor.ts'
import { tend } from '#server/base/actor.ts'
import { clockNow } from '#server/base/clock.ts'
import type { House } from '#server/base/context.ts'
import { recordEvent } from '#server/base/events.ts'
import { newId } from '#server/base/ids.ts'
import { text as say } from '#server/base/text.ts'
import { cleanName } from '#server/conversations/attachments.ts'
import { openConversation, receiveMessage } from '#server/conversations/receive.ts'
import { findOrAddCustomer } from '#server/customers/actions.ts'
import { type Trx, transaction } from '#server/database/database.ts'
import { allInboxes, type InboxRow, teammateByEmail } from '#server/team/queries.ts'
import { type Authentication, authenticate } from './authentication.ts'
import { markBounced } from './outbox/delivery.ts'
import type { ReadMail } from './read/mail.ts'
import type { Reader, Reading } from './read/reader.ts'
import { addMailTask } from './tasks.ts'
import { findPlace, references, rememberIds } from './threading.ts'
import { isOurMessageId, readReplyAddress, withoutToken } from './token.ts'
import './tables.ts'

export interface Arrival {
  raw: Uint8Array
  via: 'smtp' | 'imap' | 'api' | 'import'
  /** A hand whose Authentication-Results we believe. */
  trusted: boolean
  envelopeFrom: string | null
  envelopeTo: string[]
  peer: string | null
  mailbox?: { id: string; inboxId: string; folder: string; uidvalidity: number; uid: number }
}

export type Outcome =
  | 'joined'
  | 'opened'
  | 'held'
  | 'bounce'
  | 'automatic'
  | 'unreadable'
  | 'ignored'
  | 'duplicate'

export interface TakenIn {
  messageId: string | null
  conversationId: string | null
  outcome: Outcome
}

/**
 * Keeps a letter as it came: the raw file synced, then its row, then commit. Only after this may anybody be told that it
 * is accepted. A letter to two of our inboxes is two letters. Returns their ids.
 */
export async function keepLetter(house: House, arrival: Arrival): Promise<string[]> {
  const rawFile = await house.files.keep(arrival.raw)
  const inboxes = await inboxesFor(house, arrival)
  return transaction(house.db, async (trx) => {
    const kept: string[] = []
    for (const inbox of inboxes) {
      const row = await trx
        .insertInto('letters')
        .values({
          id: newId('letter'),
          inboxId: inbox.id,
          fingerprint: null,
          rawFile,
          rawSize: arrival.raw.length,
          via: arrival.via,
          trusted: arrival.trusted,
          envelopeFrom: arrival.envelopeFrom,
          envelopeTo: JSON.stringify(arrival.envelopeTo),
          peer: arrival.peer,
          mailboxId: arrival.mailbox?.id ?? null,
          folder: arrival.mailbox?.folder ?? null,
          uidvalidity: arrival.mailbox?.uidvalidity ?? null,
          uid: arrival.mailbox?.uid ?? null,
          outcome: null,
          conversationId: null,
          messageId: null,
        })
        .onConflict((c) => c.doNothing())
        .returning('id')
        .executeTakeFirst()
      if (!row) continue
      kept.push(row.id)
      await recordEvent(trx, tend, 'letter.received', { inboxId: inbox.id }, { letterId: row.id })
    }
    return kept
  })
}

/** Reads a kept letter and puts it where it belongs, in one transaction. Safe to repeat: the second time it says what the first did. */
export async function takeIn(house: House, reader: Reader, letterId: string): Promise<TakenIn> {
  const letter = await house.db
    .selectFrom('letters')
    .selectAll()
    .where('id', '=', letterId)
    .executeTakeFirst()
  if (!letter) return { messageId: null, conversationId: null, outcome: 'ignored' }
  if (letter.state !== 'received')
    return {
      messageId: letter.messageId,
      conversationId: letter.conversationId,
      outcome: letter.outcome as Outcome,
    }
  const raw = await house.files.read(letter.rawFile)
  const reading = await readFromFile(reader, raw)
  try {
    const authentication = await authenticate(house, letter, raw, reading.mail.headers)
    const files = await keepAttachments(house, reading.mail)
    return await transaction(house.db, async (trx) => {
      // Two processes may have picked up the same letter; the second waits here and then sees what the first did.
      const fresh = await trx
        .selectFrom('letters')
        .selectAll()
        .where('id', '=', letterId)
        .forUpdate()
        .executeTakeFirstOrThrow()
      if (fresh.state !== 'received')
        return {
          messageId: fresh.messageId,
          conversationId: fresh.conversationId,
          outcome: fresh.outcome as Outcome,
        }
      const taken = await place(trx, house, fresh, reading.mail, authentication, files)
      await trx
        .updateTable('letters')
        .set({
          state: taken.outcome === 'ignored' || taken.outcome === 'duplicate' ? 'ignored' : 'taken-in',
          outcome: taken.outcome,
          fingerprint: reading.mail.fingerprint,
          conversationId: taken.conversationId,
          messageId: taken.messageId,
        })
        .where('id', '=', letterId)
        .execute()
      return taken
    })
  } finally {
    await reading.done()
  }
}

async function readFromFile(reader: Reader, raw: Buffer): Promise<Reading> {
  const folder = await mkdtemp(join(tmpdir(), 'tend-letter-'))
  try {
    await writeFile(join(folder, 'letter.eml'), raw)
    return await reader.read(join(folder, 'letter.eml'))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function keepAttachments(house: House, mail: ReadMail) {
  const kept = []
  for (const { path, ...attachment } of mail.attachments)
    kept.push({
      ...attachment,
      filename: cleanName(attachment.filename),
      file: (await house.files.keepFile(path)).name,
    })
  return kept
}

type Letter = {
  id: string
  inboxId: string
  rawFile: string
  rawSize: number
  envelopeTo: string[]
  via: string
  trusted: boolean
  receivedAt: Date
}
type KeptFiles = Awaited<ReturnType<typeof keepAttachments>>

async function place(
  trx: Trx,
  house: House,
  letter: Letter,
  mail: ReadMail,
  authentication: Authentication,
  files: KeptFiles,
): Promise<TakenIn> {
  const first = await claimFingerprint(trx, letter, mail.fingerprint)
  if (first) return { ...first, outcome: 'duplicate' }
  const recipients = [
    ...letter.envelopeTo,
    ...mail.deliveredTo,
    ...mail.to.map((person) => person.email),
    ...mail.cc.map((person) => person.email),
  ]
  // Our own letter come back, by a Bcc or a loop of forwards: no customer wrote it.
  if (mail.messageId && isOurMessageId(house.key, mail.messageId))
    return { messageId: null, conversationId: null, outcome: 'ignored' }
  if (mail.flags.bounce) {
    const bounced = await takeBounce(trx, house, letter, mail, recipients, files)
    if (bounced) return bounced
  }
  const { mail: asWritten, by: forwarder } = await asTheCustomersOwn(trx, mail, authentication, letter)
  const found = await findPlace(trx, house, letter.inboxId, mail, recipients, authentication)
  const automatic = mail.flags.autoReply || mail.flags.bounce
  const target =
    found.kind === 'open' ? await open(trx, letter, asWritten, found.relatedTo) : found.conversationId
  const held = found.kind === 'hold'
  const warnings = warningsOf(mail, found, forwarder)
  const { messageId } = await receiveMessage(trx, by(asWritten), {
    conversationId: target,
    channel: 'email',
    at: await clockNow(trx),
    from: asWritten.from,
    to: mail.to,
    cc: mail.cc,
    subject: mail.subject,
    text: mail.unreadable ? say('email.unreadable') : asWritten.text,
    textFull: mail.unreadable ? say('email.unreadable') : mail.textFull,
    html: mail.html,
    hasRemote: mail.hasRemote,
    flags: mail.flags,
    bounce: mail.bounce && {
      recipients: mail.bounce.recipients,
      kind: mail.bounce.kind,
      reason: mail.bounce.reason,
    },
    forwarded: mail.forwarded,
    warnings,
    held,
    unreadable: mail.unreadable,
    rawFile: letter.rawFile,
    rawSize: letter.rawSize,
    attachments: files,
  })
  await rememberIds(trx, {
    inboxId: letter.inboxId,
    conversationId: target,
    messageId,
    mail,
    opened: found.kind === 'open',
  })
  await rememberHeaders(trx, mail, target, messageId)
  if (mail.unreadable)
    await addMailTask(trx, {
      kind: 'unreadable',
      inboxId: letter.inboxId,
      conversationId: target,
      messageId,
      detail: say('email.task.unreadable'),
    })
  if (held)
    await addMailTask(trx, {
      kind: 'held',
      inboxId: letter.inboxId,
      conversationId: target,
      messageId,
      detail: say('email.task.held', { email: mail.from?.email ?? '?' }),
    })
  const outcome: Outcome = mail.unreadable
    ? 'unreadable'
    : held
      ? 'held'
      : automatic
        ? mail.flags.bounce
          ? 'bounce'
          : 'automatic'
        : found.kind === 'open'
          ? 'opened'
          : 'joined'
  return { messageId, conversationId: target, outcome }
}

const by = (mail: ReadMail): Actor => ({ ...tend, name: mail.from?.name ?? mail.from?.email ?? tend.name })

/** The same letter to the same inbox by whichever road is one message; the unique key decides, not luck. */
async function claimFingerprint(
  trx: Trx,
  letter: Letter,
  fingerprint: string,
): Promise<{ messageId: string | null; conversationId: string | null } | null> {
  const claimed = await trx
    .insertInto('fingerprints')
    .values({ inboxId: letter.inboxId, fingerprint, letterId: letter.id })
    .onConflict((c) => c.doNothing())
    .returning('letterId')
    .executeTakeFirst()
  if (claimed) return null
  const first = await trx
    .selectFrom('fingerprints')
    .innerJoin('letters', 'letters.id', 'fingerprints.letterId')
    .select(['letters.messageId', 'letters.conversationId'])
    .where('fingerprints.inboxId', '=', letter.inboxId)
    .where('fingerprints.fingerprint', '=', fingerprint)
    .executeTakeFirst()
  return { messageId: first?.messageId ?? null, conversationId: first?.conversationId ?? null }
}

/** A bounce joins the conversation of the message it is about, marks its recipient, and becomes work for a person. It never reopens. */
async function takeBounce(
  trx: Trx,
  house: House,
  letter: Letter,
  mail: ReadMail,
  recipients: string[],
  files: KeptFiles,
): Promise<TakenIn | null> {
  const about = [mail.bounce?.originalMessageId, ...references(mail)].filter((id): id is string =>
    Boolean(id),
  )
  const ours = about.length
    ? await trx
        .selectFrom('emailIds')
        .selectAll()
        .where('messageIdHeader', 'in', about)
        .where('ours', '=', true)
        .executeTakeFirst()
    : undefined
  const token = ours
    ? null
    : recipients.map((address) => readReplyAddress(house.key, address)).find((one) => one !== null)
  const byToken = token
    ? await trx
        .selectFrom('conversations')
        .select('id')
        .where('id', '=', token.conversationId)
        .where('inboxId', '=', letter.inboxId)
        .executeTakeFirst()
    : undefined
  const conversationId = ours?.conversationId ?? byToken?.id
  if (!conversationId) return null
  const { messageId } = await receiveMessage(trx, tend, {
    conversationId,
    channel: 'email',
    at: await clockNow(trx),
    from: mail.from,
    to: mail.to,
    cc: mail.cc,
    subject: mail.subject,
    text: mail.text,
    textFull: mail.textFull,
    html: mail.html,
    hasRemote: mail.hasRemote,
    flags: mail.flags,
    bounce: mail.bounce && {
      recipients: mail.bounce.recipients,
      kind: mail.bounce.kind,
      reason: mail.bounce.reason,
    },
    forwarded: null,
    warnings: [],
    held: false,
    unreadable: false,
    rawFile: letter.rawFile,
    rawSize: letter.rawSize,
    attachments: files,
  })
  await rememberIds(trx, { inboxId: letter.inboxId, conversationId, messageId, mail, opened: false })
  await rememberHeaders(trx, mail, conversationId, messageId)
  if (ours) await markBounced(trx, ours.messageId, mail.bounce)
  const detail = say('email.task.bounced', {
    to: mail.bounce?.recipients.join(', ') || '?',
    detail: mail.bounce?.reason ?? mail.subject,
  })
  await addMailTask(trx, {
    kind: 'bounced',
    inboxId: letter.inboxId,
    conversationId,
    messageId: ours?.messageId ?? messageId,
    detail,
  })
  return { messageId, conversationId, outcome: 'bounce' }
}

/** What a teammate forwards belongs to whom it came from; anybody else's forward belongs to the one who sent it. */
async function asTheCustomersOwn(
  trx: Trx,
  mail: ReadMail,
  authentication: Authentication,
  letter: Letter,
): Promise<{ mail: ReadMail; by: string | null }> {
  if (!mail.forwarded?.from || !mail.from) return { mail, by: null }
  const teammate = await teammateByEmail(trx, mail.from.email)
  const proven =
    authentication.dmarc === 'pass' ||
    (letter.trusted && letter.via !== 'smtp' && authentication.dmarc !== 'fail')
  if (!teammate || !proven || (await teammateByEmail(trx, mail.forwarded.from.email)))
    return { mail, by: null }
  return {
    mail: {
      ...mail,
      from: mail.forwarded.from,
      text: mail.forwarded.text || mail.text,
      subject: mail.forwarded.subject || mail.subject,
    },
    by: teammate.name,
  }
}

async function open(trx: Trx, letter: Letter, mail: ReadMail, relatedTo: string | null): Promise<string> {
  const writer = mail.from ?? {
    name: null,
    email: `unknown-sender@${letter.id.slice(4).toLowerCase()}.invalid`,
  }
  const customer = await findOrAddCustomer(trx, tend, {
    name: writer.name,
    email: writer.email,
    inboxId: letter.inboxId,
  })
  const { id } = await openConversation(trx, tend, {
    inboxId: letter.inboxId,
    customerId: customer.id,
    subject: mail.subject,
    channel: 'email',
    at: await clockNow(trx),
    requester: { name: writer.name ?? customer.name, email: writer.email },
    relatedTo,
  })
  return id
}

function warningsOf(
  mail: ReadMail,
  place: { kind: string; why?: 'stranger' | 'notProven' },
  forwarder: string | null,
): string[] {
  const warnings: string[] = []
  const email = mail.from?.email ?? '?'
  if (place.kind === 'hold') warnings.push(say(`email.warning.${place.why}`, { email }))
  const named = /[\w.+-]+@[\w-]+\.[\w.-]+/.exec(mail.from?.name ?? '')?.[0]
  if (named && named.toLowerCase() !== email)
    warnings.push(say('email.warning.nameIsAddress', { name: named, email }))
  if (forwarder) warnings.push(say('email.warning.forwardedByTeammate', { name: forwarder }))
  return warnings
}

const noise =
  /^x-(ms-|microsoft|google|gm-|spam|received|forefront|originating|exchange|proofpoint|mimecast|barracuda|virus|amavis|envelope)/i

/** A few headers of the sender's own making can be searched for; noise of servers on the way is left out. */
async function rememberHeaders(
  trx: Trx,
  mail: ReadMail,
  conversationId: string,
  messageId: string,
): Promise<void> {
  const own = mail.headers
    .filter(([name, value]) => /^x-/i.test(name) && !noise.test(name) && value.length <= 300)
    .slice(0, 20)
  if (own.length)
    await trx
      .insertInto('emailHeaders')
      .values(own.map(([name, value]) => ({ name: name.toLowerCase(), value, conversationId, messageId })))
      .onConflict((c) => c.doNothing())
      .execute()
}

/** Which of our inboxes a letter is for: by envelope, else by its headers, else the first. */
async function inboxesFor(house: House, arrival: Arrival): Promise<InboxRow[]> {
  const all = await allInboxes(house.db)
  if (all.length === 0) throw new Error('there is no inbox yet')
  if (arrival.mailbox) return all.filter((inbox) => inbox.id === arrival.mailbox!.inboxId)
  const at = (addresses: string[]) =>
    all.filter((inbox) => addresses.some((address) => withoutToken(address) === inbox.address.toLowerCase()))
  const byEnvelope = at(arrival.envelopeTo)
  if (byEnvelope.length) return byEnvelope
  const head = Buffer.from(arrival.raw.subarray(0, 65_536))
    .toString('latin1')
    .split(/\r?\n\r?\n/)[0]!
    .replace(/\r?\n[ \t]+/g, ' ')
  const addresses = head
    .split(/\r?\n/)
    .filter((line) => /^(to|cc|delivered-to|x-original-to|envelope-to)\s*:/i.test(line))
    .flatMap((line) => line.match(/[^\s<>,;:"()]{1,200}@[^\s<>,;"()]{1,200}/g) ?? [])
  const byHeader = at(addresses)
  return byHeader.length ? byHeader : all.slice(0, 1)
}
