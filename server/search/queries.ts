import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { z } from 'zod'
import type { Condition } from '#contract/filters.ts'
import type { searchHit } from '#contract/search.ts'
import type { Actor } from '#server/base/actor.ts'
import { findPeople, type Ways } from '#server/customers/finding.ts'
import { customerRows, listCustomers } from '#server/customers/queries.ts'
import { within } from '#server/customers/sight.ts'
import type { Db } from '#server/database/database.ts'
import { holding } from '#server/database/like.ts'
import { whoWear } from '#server/tags/people.ts'
import { tagsCalled } from '#server/tags/queries.ts'
import { filterSql } from '#server/views/filter.ts'
import { readingOf } from '#server/views/queries.ts'
import { findConversations } from './finding.ts'
import { noteSearch } from './letters.ts'
import { asksOfConversations, type Query, readQuery } from './query.ts'
import { snippet, wordsOf } from './words.ts'

type Hit = z.input<typeof searchHit>

/** Finds conversations by words and people by name or address; only what the reader may see. */
export async function search(
  db: Db,
  by: Actor,
  { q, limit, kind }: { q: string; limit: number; kind: 'all' | 'conversation' | 'customer' },
): Promise<{ items: Hit[]; isCut: boolean; tookMs: number }> {
  const began = performance.now()
  noteSearch(db)
  const query = readQuery(q)
  const atMost = Math.min(5, limit)
  let [people, { hits: conversations, isCut }] = await Promise.all([
    kind === 'conversation'
      ? []
      : kind === 'customer' || query.personTags.length
        ? peopleListed(db, by, query, kind === 'customer' ? limit : atMost)
        : peopleFound(db, by, query, atMost, 'as written'),
    kind === 'customer' ? { hits: [], isCut: false } : conversationsFound(db, by, query, limit),
  ])
  // What was found as it was typed was hardly mistyped; looking for what is alike costs more than all the rest.
  if (kind === 'all' && !query.personTags.length && people.length + conversations.length === 0)
    people = await peopleFound(db, by, query, atMost, 'alike')
  return {
    items: [...people, ...conversations].slice(0, limit),
    isCut,
    tookMs: Math.round(performance.now() - began),
  }
}

/** What could be somebody's name or address; an operator never is. */
function nameIn(query: Query): string | null {
  const name = [...query.phrases, ...query.words, query.prefix ?? ''].join(' ').trim()
  const isOfPeople = name.length >= 2 || (name === '' && query.personTags.length > 0)
  return asksOfConversations(query) || !isOfPeople ? null : name
}

async function peopleListed(db: Db, by: Actor, query: Query, limit: number): Promise<Hit[]> {
  const name = nameIn(query)
  if (name === null) return []
  const people = query.personTags.length
    ? await wearing(db, by, query.personTags, name, limit)
    : (await listCustomers(db, by, { q: name, limit })).items
  return people.map(({ lastAt, emails, ...person }) =>
    personHit({ ...person, lastAt, email: emails[0] ?? null }),
  )
}

async function peopleFound(db: Db, by: Actor, query: Query, limit: number, ways: Ways): Promise<Hit[]> {
  const name = nameIn(query)
  if (name === null) return []
  const { found } = await findPeople(db, by, name, { ways, limit })
  return found.map(({ lastAt, ...person }) => personHit({ ...person, lastAt: lastAt?.toISOString() ?? null }))
}

const personHit = (person: {
  id: string
  name: string
  preferredName: string | null
  email: string | null
  lastAt: string | null
}): Hit => ({
  kind: 'customer',
  id: person.id,
  title:
    person.preferredName && person.preferredName !== person.name
      ? `${person.name} (${person.preferredName})`
      : person.name,
  snippet: person.email ?? '',
  customerName: person.name,
  status: null,
  at: person.lastAt,
})

/** Those who wear all of the tags, whoever was heard of last first; with a name only those who are called so, the most alike first. */
async function wearing(db: Db, by: Actor, names: readonly string[], name: string, limit: number) {
  const tags = await Promise.all(names.map((one) => tagsCalled(db, by, one)))
  if (tags.some((ids) => ids.length === 0)) return []
  if (name === '') return customerRows(db, by, await whoWear(db, by, tags, { limit }))
  const { found } = await findPeople(db, by, name, { limit: 300 })
  const who = found.map((one) => one.id)
  const wear = new Set((await whoWear(db, by, tags, { who, limit: who.length })).map((one) => one.id))
  return customerRows(db, by, found.filter((one) => wear.has(one.id)).slice(0, limit))
}

async function conversationsFound(
  db: Db,
  by: Actor,
  query: Query,
  limit: number,
): Promise<{ hits: Hit[]; isCut: boolean }> {
  const isPlain = !asksOfConversations(query) && query.personTags.length === 0
  const { all, of } = isPlain ? { all: null, of: null } : await conditions(db, by, query)
  const { conversations, isCut } = await findConversations(db, by, query, all, limit, of)
  const words = [...query.words, ...query.phrases].flatMap(wordsOf)
  const typing = query.prefix === null ? [] : wordsOf(query.prefix)
  const hits = conversations.map((row) => ({
    kind: 'conversation' as const,
    id: row.id,
    title: row.subject,
    snippet: snippet(row.text, [...words, ...typing], typing.at(-1) ?? null),
    customerName: row.customerName,
    status: row.status,
    at: row.at.toISOString(),
  }))
  return { hits, isCut }
}

/** So many people at most are looked up, to see what is theirs. */
const mostLookedUp = 300

/** The operators as conditions on a conversation `c`; what a view can ask for too is asked in the same words. Times are those of the last message. */
async function conditions(
  db: Db,
  by: Actor,
  query: Query,
): Promise<{ all: RawBuilder<SqlBool>[]; of: string[] | null }> {
  const worn = await wornBy(db, by, query.personTags)
  const parts = [...(await partsOf(db, by, query)), ...worn.parts]
  const all: RawBuilder<SqlBool>[] = []
  if (parts.length) {
    const reading = await readingOf(db, by)
    all.push(...parts.map((part) => filterSql(part, reading)))
  }
  all.push(query.is === 'spam' ? sql`c.spam_at is not null` : sql`c.spam_at is null`)
  if (query.before) all.push(sql`c.last_at < ${query.before.toISOString()}::timestamptz`)
  if (query.after) all.push(sql`c.last_at >= ${query.after.toISOString()}::timestamptz`)
  if (query.promise && query.promise !== 'none')
    all.push(
      sql`exists (select 1 from promises r where r.conversation_id = c.id and r.state = ${query.promise})`,
    )
  if (query.hasNote)
    all.push(sql`exists (select 1 from messages n where n.conversation_id = c.id and n.direction = 'note')`)
  if (query.to) {
    const part = holding(query.to)
    all.push(
      sql`exists (select 1 from participants t where t.conversation_id = c.id and (t.address ilike ${part} or t.name ilike ${part}))`,
    )
  }
  if (query.inbox) {
    const part = holding(query.inbox)
    all.push(
      sql`c.inbox_id in (select i.id from inboxes i where (i.name ilike ${part} or i.address ilike ${part}) and ${within(by, 'i.id')})`,
    )
  }
  let of = worn.who
  if (query.from) {
    const { found } = await findPeople(db, by, query.from, { limit: mostLookedUp })
    const from = found.map((person) => person.id)
    of = of ? of.filter((id) => from.includes(id)) : from
  }
  if (of) all.push(sql`c.customer_id = any(${of}::text[])`)
  return { all, of }
}

/** What nobody and nothing is called finds nothing, rather than everything. */
const nothing: Condition = { on: 'assignee', is: [`tm_${'0'.repeat(22)}`], not: false }

async function partsOf(db: Db, by: Actor, query: Query): Promise<Condition[]> {
  const not = false
  const parts: Condition[] = []
  if (query.is === 'unread') parts.push({ on: 'unread', not })
  else if (query.is && query.is !== 'spam') parts.push({ on: 'status', is: [query.is], not })
  if (query.hasAttachment) parts.push({ on: 'file', not })
  if (query.promise === 'none') parts.push({ on: 'promise', is: ['none'], not })
  for (const name of query.tags) {
    const is = await tagsCalled(db, by, name)
    parts.push(is.length ? { on: 'tag', is, not } : nothing)
  }
  if (query.assigned) {
    const is = await teammatesCalled(db, query.assigned)
    parts.push(is.length ? { on: 'assignee', is, not } : nothing)
  }
  return parts
}

/**
 * Tags on the person: who wears them all, where these are not too many, since then their conversations are looked up and not found among
 * all others; else the tags, as a condition.
 */
async function wornBy(
  db: Db,
  by: Actor,
  names: readonly string[],
): Promise<{ who: string[] | null; parts: Condition[] }> {
  if (names.length === 0) return { who: null, parts: [] }
  const tags = await Promise.all(names.map((name) => tagsCalled(db, by, name)))
  if (tags.some((ids) => ids.length === 0)) return { who: null, parts: [nothing] }
  const who = await whoWear(db, by, tags, { limit: mostLookedUp + 1 })
  return who.length <= mostLookedUp
    ? { who: who.map((one) => one.id), parts: [] }
    : { who: null, parts: tags.map((is) => ({ on: 'person-tag', is, not: false })) }
}

/** "me", "nobody", or the beginning of a name or an address. */
async function teammatesCalled(db: Db, name: string): Promise<string[]> {
  const word = name.toLowerCase()
  if (word === 'me' || word === 'nobody') return [word]
  const { rows } = await sql<{ id: string }>`
    select id from teammates where (name ilike ${holding(name)} or email ilike ${holding(name).slice(1)}) limit 50`.execute(
    db,
  )
  return rows.map((row) => row.id)
}
