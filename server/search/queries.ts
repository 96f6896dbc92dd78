import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import type { searchHit } from '#contract/search.ts'
import type { Actor } from '#server/base/actor.ts'
import { listCustomers } from '#server/customers/queries.ts'
import type { Db } from '#server/database/database.ts'
import { type Query, readQuery } from './query.ts'
import './tables.ts'

type Hit = z.input<typeof searchHit>

/** Finds conversations by words and people by name or address; only what the reader may see. */
export async function search(
  db: Db,
  by: Actor,
  { q, limit, kind }: { q: string; limit: number; kind: 'all' | 'conversation' | 'customer' },
): Promise<{ items: Hit[]; tookMs: number }> {
  const began = performance.now()
  const query = readQuery(q)
  const name = [...query.phrases, ...query.words, query.prefix ?? ''].join(' ').trim()
  const onlyWords =
    !query.from &&
    !query.is &&
    !query.inbox &&
    !query.promise &&
    !query.hasAttachment &&
    !query.before &&
    !query.after
  const [people, conversations] = await Promise.all([
    kind !== 'conversation' && onlyWords && name.length > 1
      ? listCustomers(db, by, { q: name, limit: Math.min(5, limit) })
      : { items: [] },
    kind === 'customer' ? [] : findConversations(db, by, query, limit),
  ])
  const persons: Hit[] = people.items.map((person) => ({
    kind: 'customer',
    id: person.id,
    title:
      person.preferredName && person.preferredName !== person.name
        ? `${person.name} (${person.preferredName})`
        : person.name,
    snippet: person.emails[0] ?? '',
    customerName: person.name,
    status: null,
    at: person.lastAt,
  }))
  return {
    items: [...persons, ...conversations].slice(0, limit),
    tookMs: Math.round(performance.now() - began),
  }
}

async function findConversations(db: Db, by: Actor, query: Query, limit: number): Promise<Hit[]> {
  const walls =
    by.inboxIds === 'all'
      ? sql`true`
      : sql`c.inbox_id in (${sql.join(by.inboxIds.length ? [...by.inboxIds] : [''])})`
  const words = tsQuery(query)
  const found = words
    ? sql`(select e.conversation_id, max(e.message_id) as message_id, max(e.at) as at from search_entries e where e.words @@ (${words}) ${by.inboxIds === 'all' ? sql`` : sql`and e.inbox_id in (${sql.join(by.inboxIds.length ? [...by.inboxIds] : [''])})`} group by 1 order by 3 desc limit 400)`
    : sql`(select c0.id as conversation_id, c0.last_message_id as message_id, c0.last_at as at from conversations c0 order by c0.last_at desc limit 5000)`
  const { rows } = await sql<{
    id: string
    subject: string
    status: string
    at: Date
    name: string
    text: string | null
  }>`
    select c.id, c.subject, c.status, c.last_at as at, coalesce(p.preferred_name, p.name) as name, left(coalesce(m.text, c.gist), 4000) as text
    from ${found} f
    join conversations c on c.id = f.conversation_id
    join customers p on p.id = c.customer_id
    left join messages m on m.conversation_id = f.conversation_id and m.id = f.message_id
    where ${walls}
      and ${query.is ? sql`c.status = ${query.is}` : sql`true`}
      and ${query.from ? sql`(p.name ilike ${like(query.from)} or p.preferred_name ilike ${like(query.from)} or exists (select 1 from customer_addresses a where a.customer_id = p.id and a.address ilike ${like(query.from)}))` : sql`true`}
      and ${query.inbox ? sql`exists (select 1 from inboxes i where i.id = c.inbox_id and (i.name ilike ${like(query.inbox)} or i.address ilike ${like(query.inbox)}))` : sql`true`}
      and ${query.hasAttachment ? sql`exists (select 1 from attachments a where a.conversation_id = c.id and a.message_id is not null)` : sql`true`}
      and ${query.before ? sql`c.last_at < ${query.before.toISOString()}::timestamptz` : sql`true`}
      and ${query.after ? sql`c.last_at >= ${query.after.toISOString()}::timestamptz` : sql`true`}
      and ${query.promise ? sql`exists (select 1 from promises r where r.conversation_id = c.id and r.state = ${query.promise})` : sql`true`}
    order by f.at desc limit ${limit}`.execute(db)
  const needles = [...query.phrases, ...query.words, ...(query.prefix ? [query.prefix] : [])]
  return rows.map((row) => ({
    kind: 'conversation',
    id: row.id,
    title: row.subject,
    snippet: snippet(row.text ?? '', needles),
    customerName: row.name,
    status: row.status,
    at: row.at.toISOString(),
  }))
}

const like = (value: string) => `%${value.replace(/[\\%_]/g, (character) => `\\${character}`)}%`

/** Each word as written or by its stem; the last one also as a beginning. Null when nothing was typed but operators. */
function tsQuery(query: Query): RawBuilder<unknown> | null {
  const parts: RawBuilder<unknown>[] = []
  for (const word of [...query.words, ...query.phrases.flatMap((phrase) => phrase.split(/\s+/))])
    parts.push(sql`(plainto_tsquery('simple', ${word}) || plainto_tsquery('english', ${word}))`)
  if (query.prefix) {
    const plain = query.prefix
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
      .split(' ')
    const last = plain.at(-1)
    for (const word of plain.slice(0, -1)) parts.push(sql`plainto_tsquery('simple', ${word})`)
    if (last) parts.push(sql`(to_tsquery('simple', ${`'${last}':*`}) || plainto_tsquery('english', ${last}))`)
  }
  return parts.length ? sql.join(parts, sql` && `) : null
}

/** Plain text around the first find; found words stand between ⟦ and ⟧. */
function snippet(text: string, needles: string[]): string {
  const flat = text.replace(/\s+/g, ' ')
  const lower = flat.toLowerCase()
  const at =
    needles
      .map((needle) => lower.indexOf(needle.toLowerCase()))
      .filter((index) => index >= 0)
      .sort((a, b) => a - b)[0] ?? 0
  const start = Math.max(0, at - 50)
  const cut = `${start > 0 ? '…' : ''}${flat.slice(start, start + 180)}${flat.length > start + 180 ? '…' : ''}`
  if (needles.length === 0) return cut
  const pattern = new RegExp(
    `(${needles.map((needle) => needle.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`,
    'giu',
  )
  return cut.replace(pattern, '⟦$1⟧')
}
