import { sql } from 'kysely'
import type { z } from 'zod'
import type { message as messageShape } from '#contract/conversations.ts'
import type { Actor } from '#server/base/actor.ts'
import type { House } from '#server/base/context.ts'
import { badCursor, invalid, notFound } from '#server/base/errors.ts'
import { text as say } from '#server/base/text.ts'
import { readLetter } from '#server/channels/email/outbox/actions.ts'
import { deliveryOf } from '#server/channels/email/outbox/delivery.ts'
import { attachmentShape } from '#server/conversations/attachments.ts'
import type { MessageRow } from '#server/conversations/conversation.ts'
import { messageById } from '#server/conversations/queries.ts'
import { resolveImages } from '#server/conversations/showLetter.ts'
import { within } from '#server/customers/sight.ts'

type Message = z.input<typeof messageShape>

/** Rows as the contract shows them, with files, author and how each recipient stands; three queries whatever their number. */
export async function shapeMessages(house: House, rows: readonly MessageRow[]): Promise<Message[]> {
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.id)
  const [files, deliveries, authors] = await Promise.all([
    house.db
      .selectFrom('attachments')
      .selectAll()
      .where('conversationId', 'in', [...new Set(rows.map((row) => row.conversationId))])
      .where('messageId', 'in', ids)
      .orderBy('id')
      .execute(),
    deliveryOf(house.db, ids),
    house.db
      .selectFrom('teammates')
      .select(['id', 'name'])
      .where('id', 'in', [...new Set(rows.map((row) => row.authorId ?? ''))])
      .execute(),
  ])
  const filesOf = Map.groupBy(files, (file) => file.messageId)
  const names = new Map(authors.map((author) => [author.id, author.name]))
  return rows.map((row) =>
    shapeMessage(house, row, {
      files: filesOf.get(row.id) ?? [],
      authorName: names.get(row.authorId ?? '') ?? nameless(row),
      delivery: deliveries.get(row.id),
    }),
  )
}

/** Who wrote it where no colleague of that id is known: the name that stands on it, unless it is theirs. */
export const nameless = (row: Pick<MessageRow, 'direction' | 'fromName'>): string | null =>
  row.direction === 'in' ? null : row.fromName

export type FileBeside = Parameters<typeof attachmentShape>[1]

/** A message, and what stands beside it and may change while its row does not; in this order, which desk/letters.ts knows. */
export const shapeMessage = (
  house: House,
  row: MessageRow,
  beside: {
    authorName: string | null
    files: readonly FileBeside[]
    delivery: { deliveries: Message['delivery']; undoUntil: string | null } | undefined
  },
): Message => ({
  id: row.id,
  conversationId: row.conversationId,
  inboxId: row.inboxId,
  direction: row.direction,
  channel: row.channel as 'email',
  at: row.at.toISOString(),
  from: row.fromAddress ? { name: row.fromName, email: row.fromAddress } : null,
  authorId: row.authorId,
  authorName: beside.authorName,
  to: row.to,
  cc: row.cc,
  bcc: row.bcc,
  subject: row.subject,
  text: row.text,
  textFull: row.textFull ?? row.text,
  html: row.html && resolveImages(house, row.html, beside.files, false),
  hasRemote: row.hasRemote,
  attachments: beside.files.map((file) => attachmentShape(house, file)),
  flags: {
    autoReply: row.autoReply,
    bounce: row.isBounce,
    suppressAutoReply: row.suppressAutoReply,
    list: row.isList,
    report: row.isReport,
    challenge: row.isChallenge,
  },
  bounce: row.bounce,
  forwarded: row.forwarded && { ...row.forwarded, by: row.forwarded.by ?? null },
  newSubject: row.newSubject,
  warnings: row.warnings,
  held: row.held,
  unreadable: row.unreadable,
  ...way(row.rawFile !== null, beside.delivery),
})

/** How a message came or goes. */
export const way = (
  hasRaw: boolean,
  delivery: { deliveries: Message['delivery']; undoUntil: string | null } | undefined,
) => ({
  hasRaw: hasRaw || delivery !== undefined,
  delivery: delivery?.deliveries ?? [],
  undoUntil: delivery?.undoUntil ?? null,
})

/** One message of an inbox the reader sees. */
export async function oneMessage(house: House, by: Actor, id: string): Promise<Message> {
  const row = await house.db
    .selectFrom('messages')
    .selectAll()
    .where('id', '=', id)
    .where(within(by, 'messages.inbox_id'))
    .executeTakeFirst()
  if (!row) throw notFound(say('desk.message'))
  return (await shapeMessages(house, [row]))[0]!
}

/** The bytes of a letter: theirs as it came, ours as it leaves. A note has none, nor has what was written on a page. */
export async function originalOf(house: House, by: Actor, id: string): Promise<Buffer> {
  const message = await messageById(house.db, by, id)
  const ours =
    message.direction !== 'in'
      ? await house.db
          .selectFrom('outbox')
          .select(['letter', 'bytesFile'])
          .where('messageId', '=', id)
          .executeTakeFirst()
      : undefined
  if (message.rawFile) return house.files.read(message.rawFile)
  if (!ours) throw notFound(say('desk.original'))
  return readLetter(house, ours)
}

/** Messages that came with a header, `Name:value`; newest first. */
export async function messagesWithHeader(
  house: House,
  by: Actor,
  query: { header: string; after?: string; limit: number },
): Promise<{ items: Message[]; next: string | null }> {
  const colon = query.header.indexOf(':')
  if (colon < 1) throw invalid('/header', say('desk.header'))
  const [name, value] = [
    query.header.slice(0, colon).trim().toLowerCase(),
    query.header.slice(colon + 1).trim(),
  ]
  let select = house.db
    .selectFrom('emailHeaders')
    .innerJoin('messages', (j) =>
      j
        .onRef('messages.id', '=', 'emailHeaders.messageId')
        .onRef('messages.conversationId', '=', 'emailHeaders.conversationId'),
    )
    .selectAll('messages')
    .where('emailHeaders.name', '=', name)
    .where('emailHeaders.value', '=', value)
    .where(within(by, 'messages.inbox_id'))
    .orderBy(sql`messages.id desc`)
    .limit(query.limit + 1)
  if (query.after !== undefined) {
    if (!/^msg_\w{22}$/.test(query.after)) throw badCursor()
    select = select.where('messages.id', '<', query.after)
  }
  const rows = await select.execute()
  const page = rows.slice(0, query.limit)
  return { items: await shapeMessages(house, page), next: rows.length > query.limit ? page.at(-1)!.id : null }
}
