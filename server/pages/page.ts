import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { House } from '#server/base/context.ts'
import { attachmentUrl } from '#server/conversations/attachments.ts'
import { type Company, readCompany } from '#server/team/company.ts'
import { findTeammate } from '#server/team/queries.ts'
import './tables.ts'

export interface PageMessage {
  id: string
  ours: boolean
  /** Who wrote it; null where it was the reader of the page. */
  by: string | null
  at: Date
  text: string
  /** They pressed "It's solved". */
  solved: boolean
  files: { name: string; size: number; url: string }[]
}

/** What the customer's page tells: real work only, nothing of the team's own. */
export interface RequestPage {
  subject: string
  company: Company
  timeZone: string
  person: { name: string; title: string | null } | null
  status: 'open' | 'waiting' | 'snoozed' | 'closed'
  goodbye: string | null
  /** Something they asked after our last answer has no answer. */
  askedSince: boolean
  promises: { what: string; due: Date | null; state: string; settledAt: Date | null }[]
  messages: PageMessage[]
}

/** Reads the page of one conversation. Notes, held messages, bounces and what may still be taken back are never on it. */
export async function readRequestPage(house: House, conversationId: string): Promise<RequestPage> {
  const { db } = house
  const conversation = await db
    .selectFrom('conversations')
    .selectAll()
    .where('id', '=', conversationId)
    .executeTakeFirstOrThrow()
  const { customerId, assigneeId } = conversation
  const [company, customer, addresses, person, promises, messages, files, asked, solved] = await Promise.all([
    readCompany(db),
    db.selectFrom('customers').select('timeZone').where('id', '=', customerId).executeTakeFirst(),
    db.selectFrom('customerAddresses').select('address').where('customerId', '=', customerId).execute(),
    assigneeId ? findTeammate(db, assigneeId) : undefined,
    db
      .selectFrom('promises')
      .select(['what', 'quote', 'due', 'state', 'settledAt', 'messageId'])
      .where('conversationId', '=', conversationId)
      .where('state', '!=', 'released')
      .orderBy('due')
      .orderBy('id')
      .execute(),
    shownMessages(house, conversationId),
    db
      .selectFrom('attachments')
      .selectAll()
      .where('conversationId', '=', conversationId)
      .where('messageId', 'is not', null)
      .orderBy('id')
      .execute(),
    db
      .selectFrom('asks')
      .select('messageId')
      .where('conversationId', '=', conversationId)
      .where('answeredAt', 'is', null)
      .execute(),
    db
      .selectFrom('events')
      .select('messageId')
      .where('conversationId', '=', conversationId)
      .where('type', '=', 'page.solved')
      .execute(),
  ])
  const shown = new Set(messages.map((message) => message.id))
  const theirs = new Set(addresses.map((one) => one.address))
  const sinceOurs = messages.slice(messages.findLastIndex((message) => message.direction === 'out') + 1)
  return {
    subject: conversation.subject,
    company,
    timeZone: customer?.timeZone ?? company.timeZone,
    person: person && !person.leftAt ? { name: person.name, title: person.title } : null,
    status: conversation.status,
    goodbye: conversation.goodbye,
    askedSince: sinceOurs.some((message) => asked.some((ask) => ask.messageId === message.id)),
    promises: promises
      .filter((promise) => promise.messageId === null || shown.has(promise.messageId))
      // Our own sentence reads better to the one it was said to: "I'll call you", not "call Maria".
      .map(({ messageId, quote, ...promise }) => ({
        ...promise,
        what: (messageId && quote) || promise.what,
      })),
    messages: messages.map((message) => ({
      id: message.id,
      ours: message.direction === 'out',
      by: message.direction === 'out' ? message.author : writer(message, theirs),
      at: message.at,
      text: message.text,
      solved: solved.some((one) => one.messageId === message.id),
      files: files
        // A picture in the middle of our letter is shown nowhere else here; one of theirs they know.
        .filter((file) => file.messageId === message.id && (!file.inline || message.direction === 'out'))
        .map((file) => ({
          name: file.filename,
          size: file.size,
          url: `${attachmentUrl(house, file)}&download=1`,
        })),
    })),
  }
}

const shownMessages = (house: House, conversationId: string) =>
  house.db
    .selectFrom('messages')
    .leftJoin('teammates', 'teammates.id', 'messages.authorId')
    .select([
      'messages.id',
      'messages.direction',
      'messages.channel',
      'messages.at',
      'messages.text',
      'messages.fromName',
      'messages.fromAddress',
      'teammates.name as author',
    ])
    .where('messages.conversationId', '=', conversationId)
    .where('messages.direction', '!=', 'note')
    .where('messages.held', '=', false)
    .where('messages.isBounce', '=', false)
    .where('messages.autoReply', '=', false)
    .where(
      sql<boolean>`not exists (select 1 from outbox o where o.message_id = messages.id and o.phase = 'queued' and o.not_before > clock_now())`,
    )
    .orderBy('messages.at')
    .orderBy('messages.id')
    .execute()

/** Somebody in copy is named; the customer themselves is "you". */
function writer(
  message: { channel: string; fromName: string | null; fromAddress: string | null },
  theirs: ReadonlySet<string>,
): string | null {
  if (message.channel === 'page' || !message.fromAddress) return null
  return theirs.has(message.fromAddress.toLowerCase()) ? null : (message.fromName ?? message.fromAddress)
}

/** The same as long as there is no news; addresses of files change by themselves and are none. */
export const tagOf = (page: RequestPage): string => {
  const messages = page.messages.map(({ files, ...message }) => ({ ...message, files: files.length }))
  return `"${createHash('sha256')
    .update(JSON.stringify({ ...page, messages }))
    .digest('base64url')
    .slice(0, 22)}"`
}

/** Whose turn it is, as the customer is told. Never looked after while an answer or a promise is owed (C10). */
export function stands(
  page: Pick<RequestPage, 'promises' | 'status' | 'messages' | 'askedSince' | 'goodbye'>,
): 'ours' | 'theirs' | 'looked-after' {
  if (page.promises.some((promise) => ['open', 'late', 'broken'].includes(promise.state))) return 'ours'
  if (page.status === 'closed') return owesAnswer(page) ? 'ours' : 'looked-after'
  return page.status === 'waiting' ? 'theirs' : 'ours'
}

/** Closed, but they wrote last: only a goodbye on purpose, or their own "It's solved", ends it, and no question left open. */
function owesAnswer(page: Pick<RequestPage, 'messages' | 'askedSince' | 'goodbye'>): boolean {
  const last = page.messages.at(-1)
  if (!last || last.ours || last.solved) return false
  return page.askedSince || page.goodbye === null || !page.messages.some((message) => message.ours)
}
