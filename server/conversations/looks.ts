import { type Selectable, sql } from 'kysely'
import type { SecondLook } from '#contract/looks.ts'
import { type Actor, requireRole, sees, teammateId } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { sqlNow } from '#server/base/clock.ts'
import { conflict, invalid, notFound } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { newId } from '#server/base/ids.ts'
import { text as say } from '#server/base/text.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { findTeammate } from '#server/team/queries.ts'
import { paragraphs } from './drafts.ts'
import { conversationById, lockConversation } from './queries.ts'
import type { SecondLooksTable } from './tables.ts'

type Row = Selectable<SecondLooksTable>

/** Asks a colleague to read my draft. Asked again, it is read anew. */
export async function askToLook(
  db: Db,
  by: Actor,
  conversationId: string,
  readerId: string,
): Promise<SecondLook> {
  requireRole(by, 'teammate')
  const me = meOf(by)
  return transaction(db, async (trx) => {
    const { inboxId } = await lockConversation(trx, by, conversationId)
    const reader = await findTeammate(trx, readerId)
    if (!reader || reader.leftAt || reader.role === 'observer' || readerId === me)
      throw invalid('/teammateId', say('conversations.notAble'))
    if (!reader.inboxIds.includes(inboxId)) throw invalid('/teammateId', say('conversations.notSeen'))
    if (!(await draftOf(trx, conversationId, me)))
      throw conflict('no-draft', say('conversations.look.noDraft'))
    const row = await trx
      .insertInto('secondLooks')
      .values({ id: newId('look'), conversationId, inboxId, authorId: me, readerId, answeredAt: null })
      .onConflict((c) =>
        c
          .columns(['conversationId', 'authorId', 'readerId'])
          .doUpdateSet({ state: 'asked', askedAt: sqlNow, answeredAt: null }),
      )
      .returningAll()
      .executeTakeFirstOrThrow()
    await recordEvent(
      trx,
      by,
      'look.asked',
      { inboxId, conversationId, teammateId: readerId },
      { lookId: row.id },
    )
    await audit(trx, by, 'look.asked', { kind: 'conversation', id: conversationId, inboxId }, { readerId })
    return shape(trx, row)
  })
}

/** Mine here, asked or to read, as long as the draft is there. */
export async function looksOf(db: Db, by: Actor, conversationId: string): Promise<SecondLook[]> {
  await conversationById(db, by, conversationId)
  const me = meOf(by)
  const rows = await db
    .selectFrom('secondLooks')
    .selectAll()
    .where('conversationId', '=', conversationId)
    .where((e) => e.or([e('authorId', '=', me), e('readerId', '=', me)]))
    .where(
      sql<boolean>`exists (select 1 from drafts d where d.conversation_id = second_looks.conversation_id
        and d.teammate_id = second_looks.author_id and d.kind = 'reply')`,
    )
    .orderBy('askedAt')
    .execute()
  return Promise.all(rows.map((row) => shape(db, row)))
}

export async function commentOn(
  db: Db,
  by: Actor,
  id: string,
  comment: { text: string; quote: string },
): Promise<SecondLook> {
  requireRole(by, 'teammate')
  return transaction(db, async (trx) => {
    const row = await held(trx, by, id)
    const me = meOf(by)
    await trx
      .insertInto('lookComments')
      .values({ ...comment, lookId: id, id: newId('comment'), byId: me, byName: by.name })
      .execute()
    const { inboxId, conversationId } = row
    const other = row.authorId === me ? row.readerId : row.authorId
    await recordEvent(
      trx,
      by,
      'look.commented',
      { inboxId, conversationId, teammateId: other },
      { lookId: id },
    )
    await audit(trx, by, 'look.commented', { kind: 'conversation', id: conversationId, inboxId })
    return shape(trx, row)
  })
}

/** The reader says whether it may leave; with `text`, in their own words, which become the draft. */
export async function answerLook(
  db: Db,
  by: Actor,
  id: string,
  { good, text, version }: { good: boolean; text?: string; version?: number },
): Promise<SecondLook> {
  requireRole(by, 'teammate')
  return transaction(db, async (trx) => {
    const row = await held(trx, by, id)
    if (row.readerId !== meOf(by)) throw notFound(say('conversations.this.look'))
    const { inboxId, conversationId, authorId } = row
    if (text !== undefined) await rewrite(trx, row, text, version ?? 0)
    const answered = await trx
      .updateTable('secondLooks')
      .set({ state: good ? 'good' : 'back', answeredAt: sqlNow })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow()
    const about = { inboxId, conversationId, teammateId: authorId }
    await recordEvent(trx, by, 'look.answered', about, { lookId: id, good, changed: text !== undefined })
    await audit(trx, by, 'look.answered', { kind: 'conversation', id: conversationId, inboxId }, { good })
    return shape(trx, answered)
  })
}

/** Their writer may be writing on at this moment: newer words are never overwritten. */
async function rewrite(trx: Trx, row: Row, text: string, version: number): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('drafts')
    .set((e) => ({ text, html: paragraphs(text), version: e('version', '+', 1), updatedAt: sqlNow }))
    .where('conversationId', '=', row.conversationId)
    .where('teammateId', '=', row.authorId)
    .where('kind', '=', 'reply')
    .where('version', '=', version)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw conflict('newer-draft', say('conversations.look.newer'))
}

export async function withdrawLook(db: Db, by: Actor, id: string): Promise<void> {
  requireRole(by, 'teammate')
  await transaction(db, async (trx) => {
    const row = await held(trx, by, id)
    if (row.authorId !== meOf(by)) throw notFound(say('conversations.this.look'))
    await trx.deleteFrom('secondLooks').where('id', '=', id).execute()
    const { inboxId, conversationId, readerId } = row
    await recordEvent(
      trx,
      by,
      'look.withdrawn',
      { inboxId, conversationId, teammateId: readerId },
      { lookId: id },
    )
    await audit(
      trx,
      by,
      'look.withdrawn',
      { kind: 'conversation', id: conversationId, inboxId },
      { readerId },
    )
  })
}

/** Of a look only its two people know. */
async function held(trx: Trx, by: Actor, id: string): Promise<Row> {
  const row = await trx
    .selectFrom('secondLooks')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  const me = meOf(by)
  if (!row || !sees(by, row.inboxId) || (row.authorId !== me && row.readerId !== me))
    throw notFound(say('conversations.this.look'))
  return row
}

const draftOf = (db: Db | Trx, conversationId: string, authorId: string) =>
  db
    .selectFrom('drafts')
    .select(['text', 'version'])
    .where('conversationId', '=', conversationId)
    .where('teammateId', '=', authorId)
    .where('kind', '=', 'reply')
    .executeTakeFirst()

async function shape(db: Db | Trx, row: Row): Promise<SecondLook> {
  const [draft, comments, author, reader] = [
    await draftOf(db, row.conversationId, row.authorId),
    await db.selectFrom('lookComments').selectAll().where('lookId', '=', row.id).orderBy('at').execute(),
    await findTeammate(db, row.authorId),
    await findTeammate(db, row.readerId),
  ]
  return {
    id: row.id,
    conversationId: row.conversationId,
    authorId: row.authorId,
    authorName: author?.name ?? '',
    readerId: row.readerId,
    readerName: reader?.name ?? '',
    askedAt: row.askedAt.toISOString(),
    state: row.state,
    text: draft?.text ?? '',
    version: draft?.version ?? 0,
    comments: comments.map(({ id, byId, byName, quote, text, at }) => ({
      id,
      byId,
      by: byName,
      quote,
      text,
      at: at.toISOString(),
    })),
  }
}

function meOf(by: Actor): string {
  const me = teammateId(by)
  if (!me) throw notFound(say('conversations.this.teammate'))
  return me
}
