import { sql } from 'kysely'
import { noteTags } from '#server/conversations/tagging.ts'
import type { Trx } from '#server/database/database.ts'
import './tables.ts'

/**
 * Two that were one are two again: each wears what it wore, but for what was taken off or out of use meanwhile; what was put on since
 * stays where it was put on. `home`: what the one that stayed wore, where that is known.
 */
export async function partTags(
  trx: Trx,
  { from, to }: { from: string; to: string },
  { its, home }: { its: readonly string[]; home: readonly string[] | null },
): Promise<void> {
  const worn = await wornBy(trx, from)
  const [mine, theirs] = [await inUse(trx, its), home && (await inUse(trx, home))]
  await noteTags(
    trx,
    to,
    mine.filter((tag) => worn.includes(tag)),
  )
  if (!theirs) return
  const came = mine.filter((tag) => !theirs.includes(tag))
  await noteTags(
    trx,
    from,
    worn.filter((tag) => !came.includes(tag)),
  )
}

const wornBy = async (trx: Trx, id: string): Promise<string[]> =>
  (await trx.selectFrom('conversations').select('tags').where('id', '=', id).executeTakeFirstOrThrow()).tags

/** By what each goes now: one that was made part of another is that one, one that was taken out of use is none. */
async function inUse(trx: Trx, tags: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive now(id, retired_at, merged_into, place) as (
      select t.id, t.retired_at, t.merged_into, array_position(${[...tags]}::text[], t.id::text) from tags t
      where t.id = any(${[...tags]}::text[])
      union all
      select t.id, t.retired_at, t.merged_into, n.place from tags t join now n on t.id = n.merged_into and n.retired_at is not null
    )
    select id from now where retired_at is null order by place`.execute(trx)
  return [...new Set(rows.map((row) => row.id))]
}
