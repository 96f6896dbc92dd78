import { sql } from 'kysely'
import type { House } from '#server/base/context.ts'
import { attachmentUrl } from '#server/conversations/attachments.ts'
import { type Company, readCompany } from '#server/team/company.ts'
import { findTeammate } from '#server/team/queries.ts'

/** What the customer's page tells: real work only, nothing of the team's own. */
export interface RequestPage {
  subject: string
  company: Company
  timeZone: string
  person: { name: string; title: string | null } | null
  status: 'open' | 'waiting' | 'snoozed' | 'closed'
  lastAnswerAt: Date | null
  promises: { what: string; due: Date | null; state: string; settledAt: Date | null }[]
  messages: {
    id: string
    ours: boolean
    by: string | null
    at: Date
    text: string
    files: { name: string; size: number; url: string }[]
  }[]
}

/** Reads the page of one conversation. Notes, held messages, bounces and what may still be taken back are never on it. */
export async function readRequestPage(house: House, conversationId: string): Promise<RequestPage> {
  const { db } = house
  const conversation = await db
    .selectFrom('conversations')
    .selectAll()
    .where('id', '=', conversationId)
    .executeTakeFirstOrThrow()
  const [company, customer, person, promises, messages, files] = await Promise.all([
    readCompany(db),
    db
      .selectFrom('customers')
      .select('timeZone')
      .where('id', '=', conversation.customerId)
      .executeTakeFirst(),
    conversation.assigneeId ? findTeammate(db, conversation.assigneeId) : undefined,
    db
      .selectFrom('promises')
      .select(['what', 'due', 'state', 'settledAt', 'messageId'])
      .where('conversationId', '=', conversationId)
      .where('state', '!=', 'released')
      .orderBy('due')
      .execute(),
    db
      .selectFrom('messages')
      .leftJoin('teammates', 'teammates.id', 'messages.authorId')
      .select([
        'messages.id',
        'messages.direction',
        'messages.at',
        'messages.text',
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
      .execute(),
    db
      .selectFrom('attachments')
      .selectAll()
      .where('conversationId', '=', conversationId)
      .where('messageId', 'is not', null)
      .execute(),
  ])
  const shown = new Set(messages.map((message) => message.id))
  return {
    subject: conversation.subject,
    company,
    timeZone: customer?.timeZone ?? company.timeZone,
    person: person && !person.leftAt ? { name: person.name, title: person.title } : null,
    status: conversation.status,
    lastAnswerAt: messages.findLast((message) => message.direction === 'out')?.at ?? null,
    promises: promises.filter((promise) => promise.messageId === null || shown.has(promise.messageId)),
    messages: messages.map((message) => ({
      id: message.id,
      ours: message.direction === 'out',
      by: message.author,
      at: message.at,
      text: message.text,
      files: files
        .filter((file) => file.messageId === message.id && !file.inline)
        .map((file) => ({
          name: file.filename,
          size: file.size,
          url: `${attachmentUrl(house, file)}&download=1`,
        })),
    })),
  }
}

/** Looked after only when nothing is owed: an open promise, or a message of theirs behind our last, keeps it ours. */
export function stands(page: RequestPage): 'ours' | 'theirs' | 'looked-after' {
  const owed = page.promises.some((promise) => promise.state === 'open' || promise.state === 'late')
  if (page.status === 'closed' && !owed) return 'looked-after'
  return page.status === 'waiting' && !owed ? 'theirs' : 'ours'
}
