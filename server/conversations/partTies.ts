import { sql } from 'kysely'
import type { Trx } from '#server/database/database.ts'
import { presentId } from './queries.ts'
import type { WasApart } from './tables.ts'
import { type Beside, bringRows, homeBefore } from './wasApart.ts'
import './tables.ts'

type Before = Beside['home'] | null

interface Way {
  home: string
  /** The one that comes back. */
  id: string
}

/** Who followed it, what it was linked with, what was being written and read there: all of it goes back, as far as it is there still. */
export async function giveTiesBack(trx: Trx, way: Way, was: WasApart): Promise<void> {
  await followersBack(trx, way, was)
  if (!was.beside) return
  const before = homeBefore(was, way.home)
  await linksBack(trx, way, was.beside, before)
  await draftsBack(trx, way, was.beside, before)
  await looksBack(trx, way, was.beside, before)
  await sql`update conversations set related_to = ${way.id} where related_to = ${way.home}
    and id = any(${was.beside.related}::text[])`.execute(trx)
}

/** Whoever still follows follows both; whom only the merge brought here follows the one they came for. */
async function followersBack(trx: Trx, { home, id }: Way, was: WasApart): Promise<void> {
  await sql`insert into followers (conversation_id, teammate_id, since)
    select ${id}, teammate_id, since from followers where conversation_id = ${home}
      and teammate_id = any(${was.followers}::text[]) on conflict do nothing`.execute(trx)
  const before = homeBefore(was, home)
  if (before)
    await sql`delete from followers where conversation_id = ${home} and teammate_id = any(${was.followers}::text[])
      and teammate_id <> all(${before.followers}::text[])`.execute(trx)
}

/** A link that was taken off meanwhile stays off; between the two it stands again. */
async function linksBack(trx: Trx, { home, id }: Way, beside: Beside, before: Before): Promise<void> {
  for (const link of beside.links) {
    const end = String(link.conversation_id === id ? link.other_id : link.conversation_id)
    const other = end === home ? home : await presentId(trx, end)
    if (other !== home) {
      const there = await trx
        .selectFrom('conversationLinks')
        .select('conversationId')
        .where('conversationId', '=', min(home, other))
        .where('otherId', '=', max(home, other))
        .executeTakeFirst()
      if (!there) continue
    } else if (end !== home) continue
    await sql`insert into conversation_links (conversation_id, other_id, by_id, at)
      values (${min(id, other)}, ${max(id, other)}, ${link.by_id}, ${link.at}) on conflict do nothing`.execute(
      trx,
    )
    if (other !== home && before && !before.links.includes(end))
      await trx
        .deleteFrom('conversationLinks')
        .where('conversationId', '=', min(home, other))
        .where('otherId', '=', max(home, other))
        .execute()
  }
}

// By code unit, as the table's order has it.
const min = (one: string, other: string) => (one < other ? one : other)
const max = (one: string, other: string) => (one < other ? other : one)

/**
 * A draft that came along goes back, with what was written on since. Where it was put below another, both are as they were, unless
 * somebody has written on: then the whole stays where it was written.
 */
async function draftsBack(trx: Trx, { home, id }: Way, beside: Beside, before: Before): Promise<void> {
  for (const draft of beside.drafts) {
    const [teammateId, kind] = [String(draft.teammate_id), draft.kind as 'reply' | 'note']
    const now = await trx
      .selectFrom('drafts')
      .select('version')
      .where('conversationId', '=', home)
      .where('teammateId', '=', teammateId)
      .where('kind', '=', kind)
      .executeTakeFirst()
    if (!now) continue
    const own = before?.drafts.find((one) => one.teammate_id === teammateId && one.kind === kind)
    const here = sql`conversation_id = ${home} and teammate_id = ${teammateId} and kind = ${kind}`
    // In a home that has gone into another itself, only what nobody has touched is surely the one that came.
    if (before ? !own : now.version === draft.version)
      await sql`update drafts set conversation_id = ${id} where ${here}`.execute(trx)
    else if (own && now.version === Number(own.version) + 1) {
      await sql`delete from drafts where ${here}`.execute(trx)
      // Newer than what a window may still hold.
      await bringRows(trx, 'drafts', [{ ...own, version: now.version + 1 }, draft])
    }
  }
}

/** A look is about its author's draft: it goes where that went. One that gave way to another of the same two is there again. */
async function looksBack(trx: Trx, { home, id }: Way, beside: Beside, before: Before): Promise<void> {
  for (const { comments, ...look } of beside.looks) {
    const author = String(look.author_id)
    const draft = await trx
      .selectFrom('drafts')
      .select('version')
      .where('conversationId', '=', id)
      .where('teammateId', '=', author)
      .where('kind', '=', 'reply')
      .executeTakeFirst()
    if (!draft) continue
    const moved = await trx
      .updateTable('secondLooks')
      .set({ conversationId: id })
      .where('id', '=', String(look.id))
      .where('conversationId', '=', home)
      .returning('id')
      .executeTakeFirst()
    const gaveWay = before?.looks.some((one) => one.author_id === author && one.reader_id === look.reader_id)
    if (moved || !gaveWay) continue
    await bringRows(trx, 'second_looks', [look])
    await bringRows(trx, 'look_comments', comments)
  }
}
