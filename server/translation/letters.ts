import { createHash } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { LetterTranslation } from '#contract/translation.ts'
import { type Actor, requireRole } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { sqlNow } from '#server/base/clock.ts'
import type { House } from '#server/base/context.ts'
import { invalid } from '#server/base/errors.ts'
import { text as say } from '#server/base/text.ts'
import type { MessageRow } from '#server/conversations/conversation.ts'
import { messageById } from '#server/conversations/queries.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { askEngine } from './asking.ts'
import { engineFor } from './engine.ts'
import type { TranslationsTable } from './tables.ts'
import './tables.ts'

/**
 * A letter in a language its reader reads. What was made of it before is read again as long as the letter has the same words; the
 * original is never touched. A note of the team is never handed out.
 */
export async function translateLetter(
  house: House,
  by: Actor,
  messageId: string,
  language: string,
): Promise<LetterTranslation> {
  requireRole(by, 'observer')
  const message = await messageById(house.db, by, messageId)
  if (message.direction === 'note') throw invalid('', say('translation.note'))
  const words = wordsOf(message)
  if (!words) throw invalid('', say('translation.empty'))
  const madeOf = numberOf(words)
  const before = await keptOf(house.db, message, language, madeOf)
  if (before) return shape(before)
  const engine = await engineFor(house, message.inboxId)
  // Outside any transaction: it may take a minute.
  const told = await askEngine(engine, { text: words, from: null, to: language, isHtml: false })
  return transaction(house.db, async (trx) => {
    // The letter may have gone to another conversation meanwhile, or be forgotten: then nothing of it is kept.
    const { conversationId, inboxId } = await messageById(trx, by, messageId)
    const made = { madeOf, text: told.text, fromLanguage: told.from, engine: engine.name }
    const row = await trx
      .insertInto('translations')
      .values({ conversationId, messageId, language, ...made })
      .onConflict((c) =>
        c.columns(['conversationId', 'messageId', 'language']).doUpdateSet({ ...made, at: sqlNow }),
      )
      .returningAll()
      .executeTakeFirstOrThrow()
    await audit(
      trx,
      by,
      'message.translated',
      { kind: 'message', id: messageId, inboxId },
      {
        language,
        engine: engine.name,
      },
    )
    return shape(row)
  })
}

/** What is kept of a conversation's letters in one language. The reader was let in by whoever asks. */
export async function translationsIn(
  db: Db | Trx,
  conversationId: string,
  language: string,
): Promise<LetterTranslation[]> {
  const rows = await db
    .selectFrom('translations')
    .selectAll()
    .where('conversationId', '=', conversationId)
    .where('language', '=', language)
    .execute()
  return rows.map(shape)
}

/** Goes where the letters go. */
export async function moveTranslations(
  trx: Trx,
  { from, to, messageIds }: { from: string; to: string; messageIds: readonly string[] },
): Promise<void> {
  if (messageIds.length === 0) return
  await trx
    .updateTable('translations')
    .set({ conversationId: to })
    .where('conversationId', '=', from)
    .where('messageId', 'in', [...messageIds])
    .execute()
}

const keptOf = (db: Db, { conversationId, id }: MessageRow, language: string, madeOf: string) =>
  db
    .selectFrom('translations')
    .selectAll()
    .where('conversationId', '=', conversationId)
    .where('messageId', '=', id)
    .where('language', '=', language)
    .where('madeOf', '=', madeOf)
    .executeTakeFirst()

/** What a reader sees of it: the words, and those of the letter inside. */
const wordsOf = ({ text, forwarded }: MessageRow): string =>
  [text, forwarded && !forwarded.by ? forwarded.text : '']
    .map((part) => part.trim())
    .filter(Boolean)
    .join('\n\n')

const numberOf = (words: string): string =>
  createHash('sha256').update(words).digest('base64url').slice(0, 22)

const shape = (row: Selectable<TranslationsTable>): LetterTranslation => ({
  messageId: row.messageId,
  conversationId: row.conversationId,
  language: row.language,
  text: row.text,
  from: row.fromLanguage,
  engine: row.engine,
  at: row.at.toISOString(),
})
