import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Matter, PersonToTell } from '#contract/matters.ts'
import type { Actor } from '#server/base/actor.ts'
import { badCursor, notFound } from '#server/base/errors.ts'
import { text as say } from '#server/base/text.ts'
import { conversationById } from '#server/conversations/queries.ts'
import { within } from '#server/customers/sight.ts'
import type { Db, Trx } from '#server/database/database.ts'
import { peopleIn } from './people.ts'
import type { MattersTable } from './tables.ts'

type Found = MattersTable & {
  madeAt: Date
  demo: boolean
  people: number
  untold: number
  news: Matter['news']
}

async function find(db: Db | Trx, by: Actor, where: RawBuilder<SqlBool>, limit: number): Promise<Matter[]> {
  const { rows } = await sql<Found>`
    select m.*, (select count(*) from matter_people p where p.matter_id = m.id)::int as people,
      (select count(*) from matter_people p where p.matter_id = m.id and coalesce((select max(t.news) from matter_tellings t
        where t.matter_id = m.id and t.customer_id = p.customer_id), 0)
        < (select coalesce(max(position), 0) from matter_news n where n.matter_id = m.id))::int as untold,
      coalesce((select jsonb_agg(jsonb_build_object('position', n.position, 'text', n.text, 'by', n.by_name,
        'at', to_char(n.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by n.position)
        from matter_news n where n.matter_id = m.id), '[]') as news
    from matters m where ${within(by, 'm.inbox_id')} and ${where}
    order by m.id desc limit ${limit}`.execute(db)
  return rows.map((row) => ({
    id: row.id,
    inboxId: row.inboxId,
    key: row.key,
    kind: row.kind,
    title: row.title,
    happenedAt: row.happenedAt.toISOString(),
    source: row.source,
    madeAt: row.madeAt.toISOString(),
    overAt: row.overAt?.toISOString() ?? null,
    news: row.news,
    people: row.people,
    untold: row.untold,
    demo: row.demo,
  }))
}

export async function listMatters(
  db: Db,
  by: Actor,
  { open, after, limit }: { open?: string; after?: string; limit: number },
): Promise<{ items: Matter[]; next: string | null }> {
  if (after !== undefined && !/^mat_\w{22}$/.test(after)) throw badCursor()
  const items = await find(
    db,
    by,
    sql<SqlBool>`${open ? sql`m.over_at is null` : sql`true`} and ${after ? sql`m.id < ${after}` : sql`true`}`,
    limit + 1,
  )
  const page = items.slice(0, limit)
  return { items: page, next: items.length > limit ? page.at(-1)!.id : null }
}

/** With everyone it concerns; at most 500, the untold first. */
export async function matterById(
  db: Db | Trx,
  by: Actor,
  id: string,
): Promise<Matter & { toTell: PersonToTell[] }> {
  const [matter] = await find(db, by, sql`m.id = ${id}`, 1)
  if (!matter) throw notFound(say('matters.this'))
  return { ...matter, toTell: await peopleIn(db, by, sql`m.id = ${id}`, 500) }
}

export async function mattersOf(db: Db, by: Actor, conversationId: string): Promise<{ items: Matter[] }> {
  await conversationById(db, by, conversationId)
  return {
    items: await find(
      db,
      by,
      sql`exists (select 1 from matter_people p where p.matter_id = m.id and p.conversation_id = ${conversationId})`,
      20,
    ),
  }
}
