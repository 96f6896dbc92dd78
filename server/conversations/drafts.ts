import { type Selectable, sql } from 'kysely'
import type { Person } from '#contract/common.ts'
import { type Actor, requireRole, teammateId } from '#server/base/actor.ts'
import { sqlNow } from '#server/base/clock.ts'
import { conflict, notFound, type Problem } from '#server/base/errors.ts'
import { text as say } from '#server/base/text.ts'
import type { Db, Trx } from '#server/database/database.ts'
import { type Places, statement } from '#server/database/statement.ts'
import { demandOwnFiles } from './attachments.ts'
import type { MessageRow } from './conversation.ts'
import { conversationById } from './queries.ts'
import { escapeHtml } from './showLetter.ts'
import type { DraftsTable } from './tables.ts'

export interface DraftText {
  html: string
  text: string
  to: Person[]
  cc: Person[]
  bcc?: Person[]
  attachments: string[]
  /** The version this text grew from; 0 for a first one. */
  version: number
}

/** Keeps my draft. An older tab never overwrites a newer one: it gets the newer text back with 409. */
export async function keepDraft(
  db: Db,
  by: Actor,
  conversationId: string,
  kind: 'reply' | 'note',
  draft: DraftText,
): Promise<{ version: number; updatedAt: string }> {
  requireRole(by, 'teammate')
  await conversationById(db, by, conversationId)
  const key = { conversationId, teammateId: writer(by), kind }
  await demandOwnFiles(db, by, draft.attachments)
  const content = {
    html: draft.html,
    text: draft.text,
    to: JSON.stringify(draft.to),
    cc: JSON.stringify(draft.cc),
    bcc: JSON.stringify(draft.bcc ?? []),
    attachments: JSON.stringify(draft.attachments),
  }
  // One statement, so that of two windows saving at once exactly one wins.
  const kept = await db
    .insertInto('drafts')
    .values({ ...key, ...content, version: draft.version + 1 })
    .onConflict((c) =>
      c
        .columns(['conversationId', 'teammateId', 'kind'])
        .doUpdateSet((e) => ({ ...content, version: e('drafts.version', '+', 1), updatedAt: sqlNow }))
        .where('drafts.version', '<=', draft.version),
    )
    .returning(['version', 'updatedAt'])
    .executeTakeFirst()
  if (!kept) throw await newerDraft(db, key)
  return { version: kept.version, updatedAt: kept.updatedAt.toISOString() }
}

async function newerDraft(
  db: Db,
  key: { conversationId: string; teammateId: string; kind: 'reply' | 'note' },
): Promise<Problem> {
  const newer = await db
    .selectFrom('drafts')
    .select(['html', 'text', 'to', 'cc', 'bcc', 'attachments', 'version'])
    .where('conversationId', '=', key.conversationId)
    .where('teammateId', '=', key.teammateId)
    .where('kind', '=', key.kind)
    .executeTakeFirst()
  return conflict('newer-draft', say('conversations.newerDraft'), { newer: newer ?? null })
}

/**
 * The words of a message taken back are its writer's draft again, before any window has asked for them. A draft begun since
 * then stays; version 0 lets the window that took it back go on with it.
 */
export async function giveBackDraft(
  trx: Trx,
  message: MessageRow,
  files: readonly { id: string }[],
): Promise<void> {
  if (!message.authorId) return
  await keepWordsAsDraft(trx, message.authorId, message.conversationId, {
    html: message.html,
    text: message.text,
    to: message.to,
    cc: message.cc,
    bcc: message.bcc,
    attachments: files.map((file) => file.id),
    version: 0,
  })
}

/** Words that did not leave are a draft again. False where that teammate is writing something else already. */
export async function keepWordsAsDraft(
  trx: Trx,
  teammateId: string,
  conversationId: string,
  words: Omit<DraftText, 'html'> & { html: string | null },
): Promise<boolean> {
  const kept = await trx
    .insertInto('drafts')
    .values({
      conversationId,
      teammateId,
      kind: 'reply',
      html: words.html ?? paragraphs(words.text),
      text: words.text,
      to: JSON.stringify(words.to),
      cc: JSON.stringify(words.cc),
      bcc: JSON.stringify(words.bcc ?? []),
      attachments: JSON.stringify(words.attachments),
      version: words.version,
    })
    .onConflict((c) => c.doNothing())
    .returning('version')
    .executeTakeFirst()
  return kept !== undefined
}

/** Words that come to a place where the same teammate may be writing already: none are lost, the newer ones stand below. */
export async function addDraft(trx: Trx, draft: Selectable<DraftsTable>): Promise<void> {
  const json = { to: draft.to, cc: draft.cc, bcc: draft.bcc, attachments: draft.attachments }
  await trx
    .insertInto('drafts')
    .values({
      ...draft,
      to: JSON.stringify(json.to),
      cc: JSON.stringify(json.cc),
      bcc: JSON.stringify(json.bcc),
      attachments: JSON.stringify(json.attachments),
    })
    .onConflict((c) =>
      c.columns(['conversationId', 'teammateId', 'kind']).doUpdateSet((e) => ({
        html: sql<string>`drafts.html || ${draft.html}`,
        text: sql<string>`drafts.text || E'\n\n' || ${draft.text}`,
        attachments: sql<string>`drafts.attachments || ${JSON.stringify(json.attachments)}::jsonb`,
        version: e('drafts.version', '+', 1),
        updatedAt: sqlNow,
      })),
    )
    .execute()
}

export const paragraphs = (text: string): string =>
  text
    .split(/\n{2,}/)
    .map((part) => `<p>${escapeHtml(part).replace(/\n/g, '<br>')}</p>`)
    .join('')

/**
 * Throws my draft away; nothing happens where there is none. With `keptAt`, only what was kept by then (null: never kept), or has
 * the very words of `text`: words that waited for a line must not take with them what was begun since.
 */
export async function dropDraft(
  db: Db | Trx,
  by: Actor,
  conversationId: string,
  kind: 'reply' | 'note',
  only: { keptAt?: string | null; text?: string } = {},
): Promise<void> {
  await conversationById(db, by, conversationId)
  await dropOwnDraft(db, by, conversationId, kind, only)
}

/** The same where the conversation was looked up already: its rights are not asked again. */
export async function dropOwnDraft(
  db: Db | Trx,
  by: Actor,
  conversationId: string,
  kind: 'reply' | 'note',
  only: { keptAt?: string | null; text?: string },
): Promise<void> {
  const me = teammateId(by)
  if (!me) return
  const { keptAt } = only
  const values = {
    conversationId,
    me,
    kind,
    isAny: keptAt === undefined,
    keptAt: keptAt ? new Date(keptAt) : new Date(0),
    words: only.text?.trim() || null,
  }
  // Who was asked to read it has nothing left to read.
  if (kind === 'reply') await dropLooks(db, values)
  await dropWords(db, values)
}

type Own = {
  conversationId: string
  me: string
  kind: string
  isAny: boolean
  keptAt: Date
  words: string | null
}
// The client knows milliseconds, the database more.
const own = (place: Places<Own>) => sql`
  conversation_id = ${place('conversationId')} and teammate_id = ${place('me')} and kind = ${place('kind')}
  and (${place('isAny')}::boolean or date_trunc('milliseconds', updated_at) <= ${place('keptAt')}
    or btrim(text, E' \\n\\r\\t') = ${place('words')}::text)`
const dropWords = statement<Own, never>((place) => sql`delete from drafts where ${own(place)}`)
const dropLooks = statement<Own, never>(
  (
    place,
  ) => sql`delete from second_looks where conversation_id = ${place('conversationId')} and author_id = ${place('me')}
    and (${place('isAny')}::boolean or exists (select 1 from drafts where ${own(place)}))`,
)

function writer(by: Actor): string {
  const me = teammateId(by)
  if (!me) throw notFound(say('conversations.this.teammate'))
  return me
}
