import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { z } from 'zod'
import type { searchHit } from '#contract/search.ts'
import type { Actor } from '#server/base/actor.ts'
import { findPeople } from '#server/customers/finding.ts'
import { listCustomers } from '#server/customers/queries.ts'
import { within } from '#server/customers/sight.ts'
import { type Db, transaction } from '#server/database/database.ts'
import { findConversations } from './finding.ts'
import { hasOperators, type Query, readQuery } from './query.ts'
import { snippet, wordsOf } from './words.ts'
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
  const [people, conversations] = await Promise.all([
    kind === 'conversation'
      ? []
      : peopleFound(db, by, query, kind === 'customer' ? limit : Math.min(5, limit)),
    kind === 'customer' ? [] : conversationsFound(db, by, query, limit),
  ])
  return {
    items: [...people, ...conversations].slice(0, limit),
    tookMs: Math.round(performance.now() - began),
  }
}

async function peopleFound(db: Db, by: Actor, query: Query, limit: number): Promise<Hit[]> {
  const name = [...query.phrases, ...query.words, query.prefix ?? ''].join(' ').trim()
  if (hasOperators(query) || name.length < 2) return []
  const { items } = await listCustomers(db, by, { q: name, limit })
  return items.map((person) => ({
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
}

async function conversationsFound(db: Db, by: Actor, query: Query, limit: number): Promise<Hit[]> {
  const rows = await findConversations(db, by, query, await conditions(db, by, query), limit)
  const words = [...query.words, ...query.phrases].flatMap(wordsOf)
  const typing = query.prefix === null ? [] : wordsOf(query.prefix)
  return rows.map((row) => ({
    kind: 'conversation',
    id: row.id,
    title: row.subject,
    snippet: snippet(row.text, [...words, ...typing], typing.at(-1) ?? null),
    customerName: row.customerName,
    status: row.status,
    at: row.at.toISOString(),
  }))
}

/** The operators as conditions on a conversation `c`. Times are those of the last message. */
async function conditions(db: Db, by: Actor, query: Query): Promise<RawBuilder<SqlBool>[]> {
  const all: RawBuilder<SqlBool>[] = []
  if (query.is) all.push(sql`c.status = ${query.is}`)
  if (query.before) all.push(sql`c.last_at < ${query.before.toISOString()}::timestamptz`)
  if (query.after) all.push(sql`c.last_at >= ${query.after.toISOString()}::timestamptz`)
  if (query.promise)
    all.push(
      sql`exists (select 1 from promises r where r.conversation_id = c.id and r.state = ${query.promise})`,
    )
  if (query.hasAttachment)
    all.push(
      sql`exists (select 1 from attachments a where a.conversation_id = c.id and a.message_id is not null)`,
    )
  if (query.inbox) {
    const part = `%${query.inbox.replace(/[\\%_]/g, (character) => `\\${character}`)}%`
    all.push(
      sql`c.inbox_id in (select i.id from inboxes i where (i.name ilike ${part} or i.address ilike ${part}) and ${within(by, 'i.id')})`,
    )
  }
  if (query.from) {
    const from = query.from
    const { found } = await transaction(db, (trx) => findPeople(trx, by, from, { limit: 300 }))
    all.push(sql`c.customer_id = any(${found.map((person) => person.id)}::text[])`)
  }
  return all
}
