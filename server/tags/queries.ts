import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import { mostCounted, type Tag } from '#contract/tags.ts'
import { type Actor, sees } from '#server/base/actor.ts'
import { notFound } from '#server/base/errors.ts'
import { text as say } from '#server/base/text.ts'
import { within } from '#server/customers/sight.ts'
import type { Db, Trx } from '#server/database/database.ts'
import { literally } from '#server/database/like.ts'
import type { TagsTable } from './tables.ts'
import './tables.ts'

export type TagRow = Selectable<TagsTable>

type Counted = Tag & { conversations: number | null; people: number | null }

/** Tags of the reader's inboxes by name. */
export async function listTags(
  db: Db | Trx,
  by: Actor,
  { q, counted, limit }: { q?: string; counted?: '0' | '1'; limit: number },
): Promise<{ items: Counted[] }> {
  const term = literally(q?.trim() ?? '')
  const begins = term ? sql`and (t.name ilike ${`${term}%`} or t.name ilike ${`% ${term}%`})` : sql``
  const count =
    counted === '1'
      ? sql`(select count(*) from (select 1 from conversations c where c.tags @> array[t.id::text] and c.tags <> '{}'
          and ${within(by, 'c.inbox_id')} limit ${mostCounted}) x)::int`
      : sql`null::int`
  // Whoever wears one that was merged into it wears it. One person may wear it in several inboxes: rows are read, people are counted.
  const people =
    counted === '1'
      ? sql`(select least(count(distinct x.customer_id), ${mostCounted}) from (select w.customer_id from called k join customer_tags w on w.tag_id = k.id
          where k.now = t.id and ${within(by, 'w.inbox_id')} limit ${10 * mostCounted}) x)::int`
      : sql`null::int`
  const { rows } = await sql<Counted>`
    with recursive called(id, now) as materialized (
      select id, id from tags where retired_at is null
      union all select m.id, k.now from tags m join called k on k.id = m.merged_into where m.retired_at is not null)
    select t.id, t.name, ${count} as conversations, ${people} as people from tags t
    where t.retired_at is null ${begins} and ${known(by)}
    order by lower(t.name), t.id limit ${limit}`.execute(db)
  return { items: rows }
}

/** A tag `t` exists for whoever sees an inbox in which it is known. */
const known = (by: Actor) =>
  sql<boolean>`exists (select 1 from tag_inboxes i where i.tag_id = t.id and ${within(by, 'i.inbox_id')})`

export async function tagById(
  db: Db | Trx,
  by: Actor,
  id: string,
  { retired = false }: { retired?: boolean } = {},
): Promise<TagRow> {
  const { rows } = await sql<TagRow>`
    select t.* from tags t where t.id = ${id} and t.retired_at is ${retired ? sql`not null` : sql`null`} and ${known(by)}`.execute(
    db,
  )
  if (!rows[0]) throw notFound(say('tags.this'))
  return rows[0]
}

export const tagByName = async (db: Db | Trx, name: string): Promise<TagRow | undefined> =>
  (
    await sql<TagRow>`select * from tags where lower(name) = lower(${name}) and retired_at is null`.execute(
      db,
    )
  ).rows[0]

/** The tags that carry one of these names or begin with it, for the search; only those of the reader's inboxes. */
export async function tagsCalled(db: Db | Trx, by: Actor, name: string): Promise<string[]> {
  const whole = await sql<{ id: string }>`
    select t.id from tags t where lower(t.name) = lower(${name}) and t.retired_at is null and ${known(by)}`.execute(
    db,
  )
  if (whole.rows[0]) return [whole.rows[0].id]
  const { rows } = await sql<{ id: string }>`
    select t.id from tags t where t.name ilike ${`${literally(name)}%`} and t.retired_at is null and ${known(by)} limit 50`.execute(
    db,
  )
  return rows.map((row) => row.id)
}

/** Those of a list that are in use, by name. */
export async function tagsByIds(db: Db | Trx, ids: readonly string[]): Promise<Tag[]> {
  if (ids.length === 0) return []
  return db
    .selectFrom('tags')
    .select(['id', 'name'])
    .where('id', 'in', [...ids])
    .where('retiredAt', 'is', null)
    .orderBy(sql`lower(name)`)
    .execute()
}

/** Whether somebody sees every inbox in which a tag is known: to change it is to change it there too. */
export async function seesAllOf(db: Db | Trx, by: Actor, tagId: string): Promise<boolean> {
  const rows = await db.selectFrom('tagInboxes').select('inboxId').where('tagId', '=', tagId).execute()
  return rows.every((row) => sees(by, row.inboxId))
}
