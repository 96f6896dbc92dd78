import { createHmac, timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import { type Actor, requireRole, teammateId } from '#server/base/actor.ts'
import type { House } from '#server/base/context.ts'
import { invalid, notFound } from '#server/base/errors.ts'
import { newId, newSecret } from '#server/base/ids.ts'
import { text as say } from '#server/base/text.ts'
import type { Db, Trx } from '#server/database/database.ts'
import type { AttachmentRow } from './conversation.ts'
import { contentIdOf } from './ownPictures.ts'
import './tables.ts'

/** Names are text for people: no paths, no control or direction characters, at most 150 characters. */
export function cleanName(name: string | null | undefined): string {
  const cleaned = (name ?? '')
    .normalize('NFC')
    .replace(/[\u0000-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replace(/[\\/:*?"<>|]/g, '_')
    .replace(/^[.\s]+|[.\s]+$/g, '')
  const dot = cleaned.lastIndexOf('.')
  const end = dot > 0 ? cleaned.slice(dot).slice(0, 20) : ''
  return (dot > 0 ? cleaned.slice(0, dot) : cleaned).slice(0, 150 - end.length) + end || 'file'
}

/** Keeps an uploaded file until a reply or note takes it. */
export async function keepUpload(
  house: House,
  by: Actor,
  file: { filename: string; bytes: Buffer; inline?: boolean },
): Promise<AttachmentRow> {
  requireRole(by, 'teammate')
  const name = await house.files.keep(file.bytes)
  return house.db
    .insertInto('attachments')
    .values({
      id: newId('file'),
      conversationId: null,
      messageId: null,
      inboxId: null,
      uploadedBy: teammateId(by) ?? by.id,
      filename: cleanName(file.filename),
      contentType: await typeOf(file.filename, file.bytes),
      size: file.bytes.length,
      inline: file.inline ?? false,
      contentId: null,
      file: name,
      accessKey: newSecret(),
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** What a file is, by our own look at its bytes, and for text by the ending of its name. */
export async function typeOf(filename: string, bytes: Buffer): Promise<string> {
  const { fileTypeFromBuffer } = await import('file-type')
  return (await fileTypeFromBuffer(bytes))?.mime ?? textType(filename, bytes)
}

/** Kinds of text, which bytes alone do not tell apart, by the ending of the name. What is shown to anybody is decided anew when it is served. */
const textTypes: Record<string, string> = {
  csv: 'text/csv',
  html: 'text/html',
  htm: 'text/html',
  ics: 'text/calendar',
  json: 'application/json',
  md: 'text/markdown',
  svg: 'image/svg+xml',
  vcf: 'text/vcard',
}

function textType(filename: string, bytes: Buffer): string {
  if (bytes.subarray(0, 4096).includes(0)) return 'application/octet-stream'
  return textTypes[/\.(\w{1,5})$/.exec(filename)?.[1]?.toLowerCase() ?? ''] ?? 'text/plain'
}

/** Gives uploaded files to a message. Only one's own uploads can be taken, each once. What its HTML shows in place is inline. */
export async function attachFiles(
  trx: Trx,
  by: Actor,
  ids: readonly string[],
  message: { conversationId: string; messageId: string; inboxId: string },
  html: string | null = null,
): Promise<void> {
  for (const [index, id] of ids.entries()) {
    let take = trx
      .updateTable('attachments')
      .set({
        ...message,
        contentId: contentIdOf(id),
        inline: html?.includes(`cid:${contentIdOf(id)}"`) ?? false,
      })
      .where('id', '=', id)
      .where('messageId', 'is', null)
    if (by.kind !== 'system') take = take.where('uploadedBy', '=', teammateId(by) ?? by.id ?? '')
    if (!(await take.returning('id').executeTakeFirst()))
      throw invalid(`/attachments/${index}`, say('conversations.file.notWaiting'))
  }
}

/** A draft names only one's own uploads; one that was sent meanwhile is passed over when the draft is read. */
export async function demandOwnFiles(db: Db, by: Actor, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const own = await db
    .selectFrom('attachments')
    .select('id')
    .where('id', 'in', [...ids])
    .where('uploadedBy', '=', teammateId(by) ?? by.id ?? '')
    .execute()
  const mine = new Set(own.map((file) => file.id))
  const missing = ids.findIndex((id) => !mine.has(id))
  if (missing >= 0) throw invalid(`/attachments/${missing}`, say('conversations.file.notWaiting'))
}

/** Keeps uploads for an answer that leaves later. Only one's own, each once. */
export async function holdFiles(
  trx: Trx,
  by: Actor,
  ids: readonly string[],
  conversationId: string,
): Promise<void> {
  for (const [index, id] of ids.entries()) {
    const held = await trx
      .updateTable('attachments')
      .set({ conversationId })
      .where('id', '=', id)
      .where('messageId', 'is', null)
      .where('conversationId', 'is', null)
      .where('uploadedBy', '=', teammateId(by) ?? by.id ?? '')
      .returning('id')
      .executeTakeFirst()
    if (!held) throw invalid(`/attachments/${index}`, say('conversations.file.notWaiting'))
  }
}

/** Files held for an answer go with it to another conversation. */
export async function moveFiles(trx: Trx, ids: readonly string[], conversationId: string): Promise<void> {
  if (ids.length === 0) return
  await trx
    .updateTable('attachments')
    .set({ conversationId })
    .where('id', 'in', ids)
    .where('messageId', 'is', null)
    .execute()
}

/** Files of an answer that does not leave are uploads again: its writer's, or whoever takes it over. */
export async function releaseFiles(
  trx: Trx,
  ids: readonly string[],
  to: Actor | null,
): Promise<AttachmentRow[]> {
  if (ids.length === 0) return []
  return trx
    .updateTable('attachments')
    .set({ conversationId: null, ...(to && { uploadedBy: teammateId(to) ?? to.id }) })
    .where('id', 'in', [...ids])
    .where('messageId', 'is', null)
    .returningAll()
    .execute()
}

/** What the mail needs of a message's files. */
export async function attachmentsForMail(trx: Trx, conversationId: string, messageId: string) {
  return trx
    .selectFrom('attachments')
    .select(['id', 'filename', 'contentType', 'size', 'inline', 'contentId', 'file'])
    .where('conversationId', '=', conversationId)
    .where('messageId', '=', messageId)
    .orderBy('id')
    .execute()
}

const hours = 12
const sign = (key: Buffer, row: { id: string; accessKey: string }, until: number): string =>
  createHmac('sha256', key)
    .update(`file|${row.id}|${row.accessKey}|${until}`)
    .digest()
    .subarray(0, 18)
    .toString('base64url')

/** A signed address of the bytes, good for at least twelve hours. */
export function attachmentUrl(
  house: Pick<House, 'key'>,
  row: { id: string; accessKey: string; filename: string },
): string {
  // Stable within six hours, so that the browser's cache helps.
  const until = Math.ceil(Date.now() / 21_600_000) * 21_600_000 + hours * 3_600_000
  return `/files/${row.id}/${encodeURIComponent(row.filename)}?until=${until}&k=${sign(house.key, row, until)}`
}

/** The file behind a signed address; not found when the signature does not fit or time is up. */
export async function openAttachment(
  house: House,
  id: string,
  until: string | undefined,
  key: string | undefined,
): Promise<AttachmentRow> {
  const row = await house.db.selectFrom('attachments').selectAll().where('id', '=', id).executeTakeFirst()
  const expected = Buffer.from(row ? sign(house.key, row, Number(until)) : '')
  const given = Buffer.from(typeof key === 'string' ? key : '')
  if (
    !row ||
    expected.length !== given.length ||
    !timingSafeEqual(expected, given) ||
    !(Number(until) > Date.now())
  )
    throw notFound(say('conversations.this.file'))
  return row
}

export const attachmentShape = (
  house: Pick<House, 'key'>,
  row: Pick<AttachmentRow, 'id' | 'filename' | 'contentType' | 'size' | 'inline' | 'contentId' | 'accessKey'>,
) => ({
  id: row.id,
  filename: row.filename,
  contentType: row.contentType,
  size: row.size,
  inline: row.inline,
  contentId: row.contentId,
  url: attachmentUrl(house, row),
})

/** Uploads nobody sent and no draft holds are forgotten after a week; the bytes go when nothing else needs them (exchange sweeps). */
export async function dropOldUploads(db: Db): Promise<void> {
  await db
    .deleteFrom('attachments')
    .where('messageId', 'is', null)
    // Held for an answer that leaves later.
    .where('conversationId', 'is', null)
    .where('createdAt', '<', sql<Date>`clock_now() - interval '7 days'`)
    .where(
      sql<boolean>`not exists (select 1 from drafts where drafts.attachments @> jsonb_build_array(attachments.id))`,
    )
    .execute()
}
