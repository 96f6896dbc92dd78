import { sql } from 'kysely'
import { mostOnOne, type Tag } from '#contract/tags.ts'
import { type Actor, requireRole, sees, teammateId } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { invalid, notFound } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { text as say } from '#server/base/text.ts'
import { demandKnown } from '#server/customers/queries.ts'
import { anInboxOf, within } from '#server/customers/sight.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { inUse, make } from './actions.ts'
import './tables.ts'

/** What a person wears for a reader: put on through an inbox of theirs, and by the name that a merged one has now. */
export async function tagsOfPerson(db: Db | Trx, by: Actor, customerId: string): Promise<Tag[]> {
  const { rows } = await sql<Tag>`
    with recursive worn(id) as (
      select tag_id from customer_tags x where x.customer_id = ${customerId} and ${within(by, 'x.inbox_id')}
      union select t.merged_into from tags t join worn w on w.id = t.id where t.retired_at is not null and t.merged_into is not null)
    select t.id, t.name from worn w join tags t on t.id = w.id
    where t.retired_at is null order by lower(t.name), t.id`.execute(db)
  return rows
}

/** These and all that have become one of them: what somebody who wears one of them may have on their row. */
export const alsoCalled = (ids: readonly string[]) => sql<string>`
  with recursive called(id) as (
    select one::text collate "C" from unnest(${[...ids]}::text[]) one
    union select t.id::text collate "C" from tags t join called c on c.id = t.merged_into where t.retired_at is not null)
  select id from called`

/** Who wears one of each of these lists of tags, as far as the reader may see, whoever was heard of last first; of everybody, or of some. */
export async function whoWear(
  db: Db | Trx,
  by: Actor,
  tags: readonly (readonly string[])[],
  { who, limit }: { who?: readonly string[]; limit: number },
): Promise<{ id: string; lastAt: Date | null }[]> {
  const one = (ids: readonly string[]) => sql`
    select x.customer_id from customer_tags x where ${within(by, 'x.inbox_id')} and x.tag_id::text collate "C" in (${alsoCalled(ids)})
      ${who ? sql`and x.customer_id = any(${[...who]}::text[])` : sql``}`
  const { rows } = await sql<{ id: string; lastAt: Date | null }>`
    select i.customer_id as id, max(i.last_at) as last_at from customer_inboxes i
    where i.customer_id in (${sql.join(tags.map(one), sql` intersect `)}) and ${within(by, 'i.inbox_id')}
    group by i.customer_id order by last_at desc nulls last, i.customer_id limit ${limit}`.execute(db)
  return rows
}

/** Puts a tag on a person, by its name; one that nobody knows yet is made. Safe to repeat. */
export async function putOnPerson(
  db: Db | Trx,
  by: Actor,
  customerId: string,
  { name, inboxId: asked }: { name: string; inboxId?: string | undefined },
): Promise<Tag[]> {
  requireRole(by, 'teammate')
  await demandKnown(db, by, customerId)
  return transaction(db, async (trx) => {
    const inboxId = await throughWhich(trx, by, customerId, asked)
    // One at a time on one person, so that two who count to twenty do not both put on the last.
    await trx.selectFrom('customers').select('id').where('id', '=', customerId).forUpdate().execute()
    const tag = (await inUse(trx, name)) ?? (await make(trx, by, name, false))
    const worn = await tagsOfPerson(trx, by, customerId)
    if (worn.some((one) => one.id === tag.id)) return worn
    if (worn.length >= mostOnOne) throw invalid('/name', say('tags.tooManyOnThem', { most: mostOnOne }))
    await trx
      .insertInto('customerTags')
      .values({ customerId, tagId: tag.id, inboxId, byId: teammateId(by) })
      .onConflict((c) => c.doNothing())
      .execute()
    await trx
      .insertInto('tagInboxes')
      .values({ tagId: tag.id, inboxId })
      .onConflict((c) => c.doNothing())
      .execute()
    await record(trx, by, 'customer.tagged', { customerId, inboxId }, tag)
    return tagsOfPerson(trx, by, customerId)
  })
}

/** Takes a tag off a person, in every inbox that the reader sees. Safe to repeat: what is not on is off. */
export async function takeOffPerson(
  db: Db | Trx,
  by: Actor,
  customerId: string,
  tagId: string,
): Promise<void> {
  requireRole(by, 'teammate')
  await demandKnown(db, by, customerId)
  await transaction(db, async (trx) => {
    const tag = (await tagsOfPerson(trx, by, customerId)).find((one) => one.id === tagId)
    if (!tag) return
    const { rows } = await sql<{ inboxId: string }>`
      delete from customer_tags x where x.customer_id = ${customerId} and ${within(by, 'x.inbox_id')}
        and x.tag_id::text collate "C" in (${alsoCalled([tagId])}) returning x.inbox_id`.execute(trx)
    for (const inboxId of new Set(rows.map((row) => row.inboxId)))
      await record(trx, by, 'customer.untagged', { customerId, inboxId }, tag)
  })
}

/** The inbox whose wall the tag stands behind: the one that was named, else the one in which they were heard of last. */
async function throughWhich(
  trx: Trx,
  by: Actor,
  customerId: string,
  asked: string | undefined,
): Promise<string> {
  const inboxId = asked ?? (await anInboxOf(trx, by, customerId))
  if (!inboxId || !sees(by, inboxId)) throw notFound(say('tags.inbox'))
  return inboxId
}

async function record(
  trx: Trx,
  by: Actor,
  type: 'customer.tagged' | 'customer.untagged',
  about: { customerId: string; inboxId: string },
  tag: Tag,
): Promise<void> {
  await recordEvent(trx, by, type, about, { tagId: tag.id, name: tag.name })
  await audit(
    trx,
    by,
    type,
    { kind: 'customer', id: about.customerId, inboxId: about.inboxId },
    { tag: tag.id },
  )
}
