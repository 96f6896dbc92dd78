import type { OwnWords, ReplyTranslation } from '#contract/translation.ts'
import { type Actor, requireRole, teammateId } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import type { House } from '#server/base/context.ts'
import { conflict, invalid, Problem } from '#server/base/errors.ts'
import { newId } from '#server/base/ids.ts'
import { text as say } from '#server/base/text.ts'
import { paragraphs } from '#server/conversations/drafts.ts'
import { conversationById, lockConversation } from '#server/conversations/queries.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { askEngine } from '#server/translation/asking.ts'
import { type Engine, engineFor } from '#server/translation/engine.ts'
import { bareForm, formAgain, isPlain } from '#server/translation/form.ts'
import { bodyOf } from './letter.ts'
import { checkedBody, cleaned } from './write.ts'
import './tables.ts'

interface Own {
  text?: string
  html?: string
}

/**
 * My words in their language, and back again. Kept, so that what leaves is what was shown: a reply names this, and never brings a
 * translation of its own. Nothing leaves for the customer here.
 */
export async function translateReply(
  house: House,
  by: Actor,
  conversationId: string,
  { writtenIn, language, ...own }: Own & { writtenIn: string; language: string },
): Promise<ReplyTranslation> {
  requireRole(by, 'teammate')
  const { inboxId } = await conversationById(house.db, by, conversationId)
  const authorId = teammateId(by)
  if (!authorId) throw invalid('', say('replies.later.aPerson'))
  const { text } = checkedBody({ ...own, attachments: [] })
  if (!text) throw invalid('/text', say('replies.empty'))
  const html = cleaned(own.html)
  const engine = await engineFor(house, inboxId)
  const { back, ...theirs } = await thereAndBack(engine, { text, html }, writtenIn, language)
  return transaction(house.db, async (trx) => {
    await lockConversation(trx, by, conversationId)
    // Whoever translates anew has no use for what they had translated before.
    await trx
      .deleteFrom('translatedReplies')
      .where('conversationId', '=', conversationId)
      .where('authorId', '=', authorId)
      .where('messageId', 'is', null)
      .where('held', '=', false)
      .execute()
    const id = newId('translation')
    const told = { language, back, engine: engine.name }
    await trx
      .insertInto('translatedReplies')
      .values({
        ...told,
        conversationId,
        id,
        messageId: null,
        authorId,
        writtenIn,
        text,
        html,
        ...theirs,
      })
      .execute()
    const subject = { kind: 'conversation', id: conversationId, inboxId }
    await audit(trx, by, 'reply.translated', subject, { language, engine: engine.name })
    return { ...told, id, conversationId, text: theirs.theirText }
  })
}

/** Plain words as words; where there is more, as HTML whose links and pictures must all come back, and whose addresses stay here. */
async function thereAndBack(
  engine: Engine,
  { text, html }: { text: string; html: string | null },
  writtenIn: string,
  language: string,
): Promise<{ theirText: string; theirHtml: string | null; back: string }> {
  const isHtml = html !== null && !isPlain(html)
  const bare = bareForm(isHtml ? html : '')
  const there = { from: writtenIn, to: language, isHtml }
  const told = await askEngine(engine, { ...there, text: isHtml ? bare.html : text })
  const again = isHtml ? formAgain(told.text, bare) : html && paragraphs(told.text)
  if (isHtml && again === null)
    throw new Problem(424, 'translation-form', say('translation.formBroken', { name: engine.name }))
  const theirHtml = cleaned(again ?? undefined)
  const back = await askEngine(engine, { from: language, to: writtenIn, isHtml, text: told.text })
  return {
    theirText: bodyOf({ text: told.text, html: theirHtml }).text,
    theirHtml,
    // Only read, never sent: what lost its form on the way back is read without it.
    back: isHtml ? bodyOf({ html: cleaned(formAgain(back.text, bare) ?? back.text) }).text : back.text,
  }
}

/**
 * A reply as it leaves: where it names a translation of these very words, what was shown stands in their place. Refused where the
 * words are others by now.
 */
export async function asShown<T extends Own & { translation?: string; attachments: string[] }>(
  trx: Trx,
  by: Actor,
  conversationId: string,
  reply: T,
): Promise<T> {
  if (!reply.translation) return reply
  const row = await trx
    .selectFrom('translatedReplies')
    .selectAll()
    .where('id', '=', reply.translation)
    .executeTakeFirst()
  if (!row || row.authorId !== teammateId(by) || (row.messageId && row.conversationId !== conversationId))
    throw conflict('translation-gone', say('translation.gone'))
  const isSame =
    row.text === checkedBody({ ...reply, attachments: [] }).text &&
    withoutAddresses(row.html) === withoutAddresses(cleaned(reply.html))
  if (!isSame) throw conflict('translation-changed', say('translation.changed'))
  return { ...reply, text: row.theirText, html: row.theirHtml ?? undefined }
}

/** A picture's address is signed anew from time to time; the picture is the same. */
const withoutAddresses = (html: string | null): string =>
  (html ?? '').replace(/(\bsrc="[^"?]*)\?[^"]*"/g, '$1"').trim()

/** It became this letter. */
export async function keepWithLetter(
  trx: Trx,
  translation: string | undefined,
  { conversationId, messageId }: { conversationId: string; messageId: string },
): Promise<void> {
  if (!translation) return
  const kept = await trx
    .updateTable('translatedReplies')
    .set({ conversationId, messageId, held: false })
    .where('id', '=', translation)
    .where('messageId', 'is', null)
    .returning('id')
    .executeTakeFirst()
  // One translation, one letter: another letter with it would stand there without the words it was made of.
  if (!kept) throw conflict('translation-gone', say('translation.gone'))
}

/** It leaves by itself later on, or no longer does. */
export async function holdTranslation(trx: Trx, id: string | null | undefined, held: boolean): Promise<void> {
  if (!id) return
  await trx.updateTable('translatedReplies').set({ held }).where('id', '=', id).execute()
}

/** What its writer wrote of a letter that is taken back; the translation is no letter's any more. */
export async function takeOwnWords(
  trx: Trx,
  messageId: string,
): Promise<{ text: string; html: string | null } | null> {
  const row = await trx
    .updateTable('translatedReplies')
    .set({ messageId: null })
    .where('messageId', '=', messageId)
    .returning(['text', 'html'])
    .executeTakeFirst()
  return row ?? null
}

/** What leaves of answers that wait, in the place of their writers' words. The reader was let in by whoever asks. */
export async function leavingWords(
  db: Db | Trx,
  ids: readonly (string | null | undefined)[],
): Promise<ReadonlyMap<string, { language: string; text: string }>> {
  const these = ids.filter((id) => typeof id === 'string')
  if (these.length === 0) return new Map()
  const rows = await db
    .selectFrom('translatedReplies')
    .select(['id', 'language', 'theirText as text'])
    .where('id', 'in', these)
    .execute()
  return new Map(rows.map(({ id, ...leaves }) => [id, leaves]))
}

/** Our own words of the letters of a conversation that left in another language. The reader was let in by whoever asks. */
export async function ownWordsIn(db: Db | Trx, conversationId: string): Promise<OwnWords[]> {
  const rows = await db
    .selectFrom('translatedReplies')
    .select(['messageId', 'text', 'writtenIn', 'language', 'back', 'engine'])
    .where('conversationId', '=', conversationId)
    .where('messageId', 'is not', null)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, messageId: row.messageId! }))
}

/** Goes where its letter goes; what is no letter yet, where its whole conversation goes. */
export async function moveOwnWords(
  trx: Trx,
  { from, to, messageIds }: { from: string; to: string; messageIds: readonly string[] },
): Promise<void> {
  if (messageIds.length)
    await trx
      .updateTable('translatedReplies')
      .set({ conversationId: to })
      .where('conversationId', '=', from)
      .where('messageId', 'in', [...messageIds])
      .execute()
  const stays = await trx.selectFrom('conversations').select('id').where('id', '=', from).executeTakeFirst()
  if (!stays)
    await trx
      .updateTable('translatedReplies')
      .set({ conversationId: to })
      .where('conversationId', '=', from)
      .execute()
}

/** The translations of answers that wait go with them. */
export async function moveHeld(
  trx: Trx,
  ids: readonly (string | null | undefined)[],
  to: string,
): Promise<void> {
  const these = ids.filter((id) => typeof id === 'string')
  if (these.length === 0) return
  await trx
    .updateTable('translatedReplies')
    .set({ conversationId: to })
    .where('id', 'in', these)
    .where('messageId', 'is', null)
    .execute()
}
