import { sql } from 'kysely'
import type { Trx } from '#server/database/database.ts'
import type { ConversationRow } from './conversation.ts'
import type { StateBefore, WasApart } from './tables.ts'
import { stateOf } from './turn.ts'

type Row = Record<string, unknown>

/** What more is kept of two conversations that become one, so that parting finds both as they were. Merges of before have none of it. */
export interface Beside {
  /** Of the one that went. */
  links: Row[]
  drafts: Row[]
  looks: (Row & { comments: Row[] })[]
  /** Conversations that were begun beside it. */
  related: string[]
  /** Of the one that stayed. It may have gone into another since; then this is not about the present home. */
  home: {
    id: string
    assigneeId: string | null
    state: StateBefore
    tags: string[]
    links: string[]
    followers: string[]
    drafts: Row[]
    looks: Row[]
  }
}

/** Both as they stand before the one goes into the other. */
export async function howItStood(trx: Trx, row: ConversationRow, home: ConversationRow): Promise<WasApart> {
  const { id } = row
  const { rows } = await sql<Omit<WasApart, 'state' | 'above' | 'beside'>>`select
    (select to_jsonb(c) from conversations c where c.id = ${id}) as row,
    coalesce((select jsonb_agg(to_jsonb(p)) from participants p where p.conversation_id = ${id}), '[]') as people,
    array(select id::text from messages where conversation_id = ${id} order by id) as messages,
    array(select id::text from acts where conversation_id = ${id}) as acts,
    array(select id::text from conversations_put_back where into_id = ${id}) as ways,
    array(select id::text from conversations where split_from = ${id}) as grown,
    array(select id::text from merges where conversation_id = ${id}) as merges,
    array(select teammate_id::text from followers where conversation_id = ${id}) as followers`.execute(trx)
  return { ...rows[0]!, state: stateOf(row), above: {}, beside: await besides(trx, id, home) }
}

async function besides(trx: Trx, id: string, home: ConversationRow): Promise<Beside> {
  const looksOf = (of: string) => sql`coalesce((select jsonb_agg(to_jsonb(l) || jsonb_build_object('comments',
      coalesce((select jsonb_agg(to_jsonb(c)) from look_comments c where c.look_id = l.id), '[]')))
    from second_looks l where l.conversation_id = ${of}), '[]')`
  const draftsOf = (of: string) =>
    sql`coalesce((select jsonb_agg(to_jsonb(d)) from drafts d where d.conversation_id = ${of}), '[]')`
  const { rows } = await sql<
    Pick<Beside, 'links' | 'drafts' | 'looks' | 'related'> & {
      homeLinks: string[]
      homeFollowers: string[]
      homeDrafts: Row[]
      homeLooks: Row[]
    }
  >`select
    coalesce((select jsonb_agg(to_jsonb(l)) from conversation_links l where ${id} in (conversation_id, other_id)), '[]') as links,
    ${draftsOf(id)} as drafts, ${looksOf(id)} as looks,
    array(select id::text from conversations where related_to = ${id}) as related,
    array(select (case when conversation_id = ${home.id} then other_id else conversation_id end)::text
      from conversation_links where ${home.id} in (conversation_id, other_id)) as home_links,
    array(select teammate_id::text from followers where conversation_id = ${home.id}) as home_followers,
    ${draftsOf(home.id)} as home_drafts, ${looksOf(home.id)} as home_looks`.execute(trx)
  const { homeLinks, homeFollowers, homeDrafts, homeLooks, ...its } = rows[0]!
  return {
    ...its,
    home: {
      id: home.id,
      assigneeId: home.assigneeId,
      state: stateOf(home),
      tags: home.tags,
      links: homeLinks,
      followers: homeFollowers,
      drafts: homeDrafts,
      looks: homeLooks,
    },
  }
}

/** How the home stood, where it is still the same one. */
export const homeBefore = (was: WasApart, homeId: string): Beside['home'] | null =>
  was.beside?.home.id === homeId ? was.beside.home : null

/** Rows as they were, in the columns there are by now: one that was added since takes its own value, one that is gone is left out. */
export async function bringRows(trx: Trx, table: string, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return
  const { rows: there } = await sql<{ name: string }>`
    select column_name as name from information_schema.columns
    where table_schema = current_schema() and table_name = ${table} and is_generated = 'NEVER'
      and column_name = any(${Object.keys(rows[0]!)}::text[])`.execute(trx)
  const columns = sql.join(there.map(({ name }) => sql.ref(name)))
  await sql`insert into ${sql.table(table)} (${columns})
    select ${columns} from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)`.execute(
    trx,
  )
}
