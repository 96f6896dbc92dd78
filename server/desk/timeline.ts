import { sql } from 'kysely'
import type { z } from 'zod'
import type { timelineItem } from '#contract/customers.ts'
import type { Actor } from '#server/base/actor.ts'
import { badCursor } from '#server/base/errors.ts'
import { demandKnown } from '#server/customers/queries.ts'
import { within } from '#server/customers/sight.ts'
import type { Db } from '#server/database/database.ts'
import { isOn } from '#server/team/practices.ts'
import { fromMicros } from './day.ts'

type Item = z.input<typeof timelineItem>

/** Everything between a person and us, newest first, over all matters the reader may see. */
export async function timelineOf(
  db: Db,
  by: Actor,
  customerId: string,
  query: { after?: string; limit: number },
): Promise<{ items: Item[]; next: string | null }> {
  await demandKnown(db, by, customerId)
  const key = /^(-?\d{1,17})~((?:msg|prm|cnv|dea)_\w{22})$/.exec(query.after ?? '')
  if (query.after !== undefined && !key) throw badCursor()
  const most = query.limit + 1
  // Each kind walks down its own index from where the page before ended; only what may stand on this page is ever read.
  const behind = (at: string, id: string) =>
    key
      ? sql`and (${sql.ref(at)}, ${sql.ref(id)}) < (${fromMicros(key[1]!)}, ${key[2]} collate "C")
          order by ${sql.ref(at)} desc, ${sql.ref(id)} desc limit ${most}`
      : sql`order by ${sql.ref(at)} desc, ${sql.ref(id)} desc limit ${most}`
  const dealings = (await isOn(db, 'dealings'))
    ? sql`union all (
        select 'dealing', d.at, null, '', d.id::text, null, null, d.what, d.kind
        from dealings d where d.customer_id = ${customerId} and ${within(by, 'd.inbox_id')} ${behind('d.at', 'd.id')})`
    : sql``
  const { rows } = await sql<Item & { at: unknown; key: string }>`
    select *, (extract(epoch from at) * 1000000)::bigint::text as key from (
      (select case when m.direction = 'note' then 'note' else 'message' end as kind, m.at, m.conversation_id, c.subject, m.id::text collate "C" as id, m.direction, coalesce(t.name, m.from_name, m.from_address) as by, left(m.text, 2000) as text, null::text as state
      from messages m join conversations c on c.id = m.conversation_id left join teammates t on t.id = m.author_id
      where m.customer_id = ${customerId} and ${within(by, 'm.inbox_id')} ${behind('m.at', 'm.id')})
      union all (
      select 'promise', r.made_at, r.conversation_id, c.subject, r.id::text, null, t.name, r.what, r.state
      from promises r join conversations c on c.id = r.conversation_id left join teammates t on t.id = r.maker_id
      where r.customer_id = ${customerId} and ${within(by, 'r.inbox_id')} ${behind('r.made_at', 'r.id')})
      union all (
      select 'closing', c.closed_at, c.id, c.subject, c.id::text, null, t.name, coalesce(c.goodbye, ''), 'closed'
      from conversations c left join teammates t on t.id = c.closed_by
      where c.customer_id = ${customerId} and c.closed_at is not null and ${within(by, 'c.inbox_id')} ${behind('c.closed_at', 'c.id')})
      ${dealings}
    ) all_items
    order by at desc, id desc limit ${most}`.execute(db)
  const iso = (at: unknown) => (at as Date).toISOString()
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  return {
    items: page.map(({ key: _, ...row }) => ({ ...row, at: iso(row.at) })),
    next: rows.length > query.limit && last ? `${last.key}~${last.id}` : null,
  }
}
