import { sql } from 'kysely'
import type { Trx } from '#server/database/database.ts'
import './tables.ts'

// Called by tags: what a conversation wears stands on its own row, so that lists never join.

export async function noteTags(trx: Trx, id: string, tags: readonly string[]): Promise<void> {
  await sql`update conversations set tags = ${[...tags]}::text[] where id = ${id}`.execute(trx)
}

/** Puts `into` in the place of `tag`, or nothing, on everything that wears it. Returns who wore it, and which wore both. */
export async function exchangeTag(
  trx: Trx,
  tag: string,
  into: string | null,
): Promise<{ id: string; woreBoth: boolean }[]> {
  const next = into
    ? sql`case when c.tags @> array[${into}::text] then array_remove(c.tags, ${tag}) else array_replace(c.tags, ${tag}, ${into}) end`
    : sql`array_remove(c.tags, ${tag})`
  const { rows } = await sql<{ id: string; woreBoth: boolean }>`
    with wearing as materialized (
      select id, tags @> array[${into ?? ''}::text] as wore_both from conversations
      where tags @> array[${tag}::text] and tags <> '{}' for update
    )
    update conversations c set tags = ${next} from wearing w where c.id = w.id
    returning c.id, w.wore_both`.execute(trx)
  return rows
}

/** The way back: `tag` again, and `instead` only where it was worn besides. */
export async function giveTagBack(
  trx: Trx,
  tag: string,
  instead: string | null,
  wearers: readonly { id: string; keeps: boolean }[],
): Promise<void> {
  for (const [keeps, ids] of [
    [true, wearers.filter((one) => one.keeps).map((one) => one.id)],
    [false, wearers.filter((one) => !one.keeps).map((one) => one.id)],
  ] as const) {
    if (ids.length === 0) continue
    const kept = keeps || !instead ? sql`tags` : sql`array_remove(tags, ${instead})`
    await sql`update conversations set tags = array_append(array_remove(${kept}, ${tag}), ${tag}::text)
      where id = any(${ids}::text[])`.execute(trx)
  }
}

/** Two conversations become one: it wears what either wore. */
export async function joinTags(trx: Trx, from: string, to: string): Promise<void> {
  await sql`update conversations c set tags = array(
      select distinct one from unnest(c.tags || (select tags from conversations where id = ${from})) as one)
    where c.id = ${to}`.execute(trx)
}
