import { sql } from 'kysely'
import { mostOnOne, type Tag } from '#contract/tags.ts'
import { type Actor, requireRole, teammateId } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { clockNow } from '#server/base/clock.ts'
import { conflict, forbidden, invalid } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { newId } from '#server/base/ids.ts'
import { text as say } from '#server/base/text.ts'
import type { ConversationRow } from '#server/conversations/conversation.ts'
import { lockConversation } from '#server/conversations/queries.ts'
import { exchangeTag, giveTagBack, noteTags } from '#server/conversations/tagging.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { seesAllOf, type TagRow, tagById, tagByName, tagsByIds } from './queries.ts'
import './tables.ts'

/** Puts a tag on, by its name; one that nobody knows yet is made. Safe to repeat. */
export async function putOn(
  db: Db | Trx,
  by: Actor,
  conversationId: string,
  name: string,
  { demo = false }: { demo?: boolean } = {},
): Promise<{ tags: Tag[]; tagId: string; isNew: boolean }> {
  requireRole(by, 'teammate')
  return transaction(db, async (trx) => {
    const row = await lockConversation(trx, by, conversationId)
    const tag = (await inUse(trx, name)) ?? (await make(trx, by, name, demo))
    const isNew = !row.tags.includes(tag.id)
    if (isNew) {
      if (row.tags.length >= mostOnOne) throw invalid('/name', say('tags.tooMany', { most: mostOnOne }))
      await noteTags(trx, row.id, [...row.tags, tag.id])
      await trx
        .insertInto('tagInboxes')
        .values({ tagId: tag.id, inboxId: row.inboxId })
        .onConflict((c) => c.doNothing())
        .execute()
      await record(trx, by, row, 'conversation.tagged', tag)
    }
    return { tags: await tagsByIds(trx, [...row.tags, tag.id]), tagId: tag.id, isNew }
  })
}

/** Takes a tag off. Safe to repeat: what is not on is off. */
export async function takeOff(
  db: Db | Trx,
  by: Actor,
  conversationId: string,
  tagId: string,
): Promise<{ wasOn: boolean }> {
  requireRole(by, 'teammate')
  return transaction(db, async (trx) => {
    const row = await lockConversation(trx, by, conversationId)
    if (!row.tags.includes(tagId)) return { wasOn: false }
    await noteTags(
      trx,
      row.id,
      row.tags.filter((one) => one !== tagId),
    )
    const [tag] = await tagsByIds(trx, [tagId])
    if (tag) await record(trx, by, row, 'conversation.untagged', tag)
    return { wasOn: true }
  })
}

/** Held until we are done, so that nobody takes it out of use between finding it and putting it on. */
export const inUse = async (trx: Trx, name: string): Promise<TagRow | undefined> =>
  (
    await sql<TagRow>`select * from tags where lower(name) = lower(${name}) and retired_at is null for share`.execute(
      trx,
    )
  ).rows[0]

export async function make(trx: Trx, by: Actor, name: string, demo: boolean): Promise<TagRow> {
  await trx
    .insertInto('tags')
    .values({ id: newId('tag'), name, demo, byId: teammateId(by), retiredAt: null, mergedInto: null })
    // Somebody else may make it at this very moment: then it is theirs.
    .onConflict((c) => c.doNothing())
    .execute()
  return (await inUse(trx, name))!
}

async function record(
  trx: Trx,
  by: Actor,
  row: ConversationRow,
  type: 'conversation.tagged' | 'conversation.untagged',
  tag: Tag,
): Promise<void> {
  const about = { inboxId: row.inboxId, conversationId: row.id, customerId: row.customerId }
  await recordEvent(trx, by, type, about, { tagId: tag.id, name: tag.name })
  await audit(trx, by, type, { kind: 'conversation', id: row.id, inboxId: row.inboxId }, { tag: tag.id })
}

export async function renameTag(db: Db, by: Actor, id: string, name: string): Promise<Tag> {
  requireRole(by, 'lead')
  return transaction(db, async (trx) => {
    const tag = await mayChange(trx, by, id)
    const same = await tagByName(trx, name)
    if (same && same.id !== id) throw conflict('tag-exists', say('tags.exists', { name: same.name }))
    await trx.updateTable('tags').set({ name }).where('id', '=', id).execute()
    await tell(trx, by, 'tag.renamed', id, { from: tag.name, to: name })
    return { id, name }
  })
}

/** Two become one, or one goes out of use; what wore it is kept, so that it can come back. */
export async function retireTag(
  db: Db,
  by: Actor,
  id: string,
  into: string | null,
): Promise<{ conversations: number }> {
  requireRole(by, 'lead')
  return transaction(db, async (trx) => {
    if (into === id) throw invalid('/into', say('tags.itself'))
    // In one order everywhere, so that two who merge the same two never wait for each other.
    for (const one of [id, ...(into ? [into] : [])].sort()) await mayChange(trx, by, one)
    const wearers = await exchangeTag(trx, id, into)
    if (wearers.length)
      await sql`insert into tag_retirements (tag_id, conversation_id, wore_both)
        select ${id}, w.id, w.with_both from unnest(${wearers.map((one) => one.id)}::text[], ${wearers.map((one) => one.woreBoth)}::boolean[]) as w(id, with_both)`.execute(
        trx,
      )
    if (into)
      await sql`insert into tag_inboxes (tag_id, inbox_id) select ${into}, inbox_id from tag_inboxes where tag_id = ${id}
        on conflict do nothing`.execute(trx)
    await trx
      .updateTable('tags')
      .set({ retiredAt: await clockNow(trx), mergedInto: into })
      .where('id', '=', id)
      .execute()
    await tell(trx, by, into ? 'tag.merged' : 'tag.removed', id, { into, conversations: wearers.length })
    return { conversations: wearers.length }
  })
}

export async function restoreTag(db: Db, by: Actor, id: string): Promise<Tag> {
  requireRole(by, 'lead')
  return transaction(db, async (trx) => {
    await trx.selectFrom('tags').select('id').where('id', '=', id).forUpdate().execute()
    const tag = await tagById(trx, by, id, { retired: true })
    if (!(await seesAllOf(trx, by, id))) throw forbidden(say('tags.elsewhere'))
    const same = await tagByName(trx, tag.name)
    if (same) throw conflict('tag-exists', say('tags.exists', { name: same.name }))
    const wearers = await trx.deleteFrom('tagRetirements').where('tagId', '=', id).returningAll().execute()
    await giveTagBack(
      trx,
      id,
      tag.mergedInto,
      wearers.map((one) => ({ id: one.conversationId, keeps: one.woreBoth })),
    )
    await trx.updateTable('tags').set({ retiredAt: null, mergedInto: null }).where('id', '=', id).execute()
    await tell(trx, by, 'tag.restored', id, { conversations: wearers.length })
    return { id, name: tag.name }
  })
}

/** Whoever changes a tag changes it in every inbox that knows it. Held before it is read: somebody else may be retiring it just now. */
async function mayChange(trx: Trx, by: Actor, id: string): Promise<TagRow> {
  await trx.selectFrom('tags').select('id').where('id', '=', id).forUpdate().execute()
  const tag = await tagById(trx, by, id)
  if (!(await seesAllOf(trx, by, id))) throw forbidden(say('tags.elsewhere'))
  return tag
}

/** Everybody hears that some tag has changed, and nobody which: names are read again through the wall. */
async function tell(
  trx: Trx,
  by: Actor,
  action: string,
  id: string,
  detail: Record<string, unknown>,
): Promise<void> {
  await recordEvent(trx, by, 'tag.changed', {}, {})
  await audit(trx, by, action, { kind: 'tag', id }, detail)
}

/** A conversation is in another inbox now: whoever works there knows its tags from now on. Safe to repeat. */
export async function learnTags(db: Db, conversationId: string): Promise<void> {
  await sql`insert into tag_inboxes (tag_id, inbox_id)
    select t.id, c.inbox_id from conversations c join tags t on t.id = any(c.tags) where c.id = ${conversationId}
    on conflict do nothing`.execute(db)
}
