import { type SqlBool, sql } from 'kysely'
import { tend } from '#server/base/actor.ts'
import { clockNow } from '#server/base/clock.ts'
import type { House } from '#server/base/context.ts'
import { pageUrl } from '#server/conversations/links.ts'
import { aroundOf } from '#server/customers/around.ts'
import { wishesOf } from '#server/customers/own.ts'
import { stillKnown } from '#server/customers/queries.ts'
import { dealingsOf } from '#server/dealings/queries.ts'
import { fieldsOf } from '#server/fields/queries.ts'
import { whoLooksAfter } from '#server/persons/queries.ts'
import { toThem } from '#server/promises/promise.ts'
import { tagsOfPerson } from '#server/tags/people.ts'
import { type Company, readCompany } from '#server/team/company.ts'
import { isOn } from '#server/team/practices.ts'
import '#server/goals/tables.ts'
import { readRequestPage, stands } from './page.ts'
import './tables.ts'

export interface OwnRequest {
  id: string
  subject: string
  /** As the customer is told; never looked after while an answer or a promise is owed. */
  standing: 'ours' | 'theirs' | 'looked-after'
  by: string | null
  lastAt: Date
  url: string
}

export interface OwnPromise {
  what: string
  due: Date | null
  state: string
  settledAt: Date | null
  subject: string
}

/** All that is somebody's, over every inbox that knows them: what was held for a teammate to look at may be a stranger's and is not. */
export interface OwnPage {
  company: Company
  customerId: string
  language: string | null
  timeZone: string
  name: string
  person: { name: string; title: string | null; until: string | null; standIn: string | null } | null
  open: OwnRequest[]
  past: OwnRequest[]
  /** How many requests there are that are not shown. */
  more: number
  promises: OwnPromise[]
  card: Awaited<ReturnType<typeof readCard>>
  facts: { id: string; text: string; at: Date; until: Date | null }[]
  /** Their company, household and relations, and what they bought: what a teammate reads of it, they read. */
  around: Awaited<ReturnType<typeof aroundOf>>
  dealings: Awaited<ReturnType<typeof dealingsOf>>['items']
  /** There are more of these than are shown; a download has all. */
  moreDealings: string | null
  /** What a team notes of people besides, where something is known. */
  fields: { name: string; value: string }[]
  /** The words by which a team finds them. */
  tags: string[]
  /** What they are here for, in their words. */
  goals: { words: string; at: Date }[]
  erasure: { state: 'asked' | 'confirmed' | 'refused'; at: Date; because: string | null } | null
}

export const mostShown = 40
const dealingsShown = 100

/** Conversations that are theirs to see: with one message at least that is no stranger's. */
export const theirs = sql<SqlBool>`exists (
  select 1 from messages m where m.conversation_id = conversations.id and m.direction <> 'note' and not m.held)`

export async function readOwnPage(house: House, customerId: string, all = false): Promise<OwnPage> {
  const { db } = house
  const company = await readCompany(db)
  const now = await clockNow(db)
  const [card, person, rows, promises, facts, goals, erasure, around, bought, noted, tags] =
    await Promise.all([
      readCard(house, customerId),
      whoLooksAfter(db, customerId),
      db
        .selectFrom('conversations')
        .leftJoin('teammates', 'teammates.id', 'conversations.assigneeId')
        .select(['conversations.id', 'subject', 'status', 'conversations.lastAt', 'pageKey', 'nextPromiseId'])
        .select(['teammates.name as by', 'teammates.leftAt'])
        .select(
          sql<boolean>`(select m.direction = 'in' from messages m
          where m.conversation_id = conversations.id and m.direction <> 'note' and not m.held and not m.auto_reply and not m.is_bounce
          order by m.at desc, m.id desc limit 1)`.as('theyWroteLast'),
        )
        .where('customerId', '=', customerId)
        .where('conversations.held', '=', false)
        .where(theirs)
        .orderBy(sql`status = 'closed'`)
        .orderBy('conversations.lastAt', 'desc')
        .orderBy('conversations.id')
        .limit(2000)
        .execute(),
      ownPromises(house, customerId),
      db
        .selectFrom('customerFacts')
        .select(['id', 'text', 'createdAt as at', 'expiresAt as until'])
        .where('customerId', '=', customerId)
        .where(stillKnown)
        .orderBy('createdAt', 'desc')
        .orderBy('id')
        .execute(),
      goalsOf(house, customerId),
      db
        .selectFrom('erasures')
        .select(['state', 'askedAt', 'settledAt', 'because'])
        .where('customerId', '=', customerId)
        .where('state', 'in', ['asked', 'confirmed', 'refused'])
        .orderBy('askedAt', 'desc')
        .limit(1)
        .executeTakeFirst(),
      aroundOf(db, tend, customerId),
      isOn(db, 'dealings').then(async (on) =>
        on ? dealingsOf(db, tend, customerId, { limit: dealingsShown }) : { items: [], next: null },
      ),
      fieldsOf(db, tend, { kind: 'customer', id: customerId }),
      tagsOfPerson(db, tend, customerId),
    ])
  const shown = all ? rows : rows.slice(0, mostShown)
  const requests: OwnRequest[] = []
  for (const row of shown) {
    // What was closed while they wrote last wants a closer look.
    const asClosed = row.status === 'closed' && (row.theyWroteLast || row.nextPromiseId !== null)
    requests.push({
      id: row.id,
      subject: row.subject,
      standing: asClosed
        ? stands(await readRequestPage(house, row.id))
        : row.status === 'closed'
          ? 'looked-after'
          : row.status === 'waiting' && row.nextPromiseId === null
            ? 'theirs'
            : 'ours',
      by: row.leftAt ? null : row.by,
      lastAt: row.lastAt,
      url: new URL(pageUrl(house, row, now)).pathname,
    })
  }
  return {
    company,
    customerId,
    language: card.language,
    timeZone: card.timeZone ?? company.timeZone,
    name: card.preferredName || card.name,
    person: person && {
      name: person.person.name,
      title: person.person.title,
      until: person.until,
      standIn: person.standIn?.name ?? null,
    },
    open: requests.filter((one) => one.standing !== 'looked-after'),
    past: requests.filter((one) => one.standing === 'looked-after'),
    more: rows.length - shown.length,
    promises,
    card,
    facts,
    goals,
    around,
    dealings: bought.items,
    moreDealings: bought.next,
    fields: noted.items.flatMap(({ name, value }) => (value === null ? [] : [{ name, value }])),
    tags: tags.map((tag) => tag.name),
    erasure: erasure
      ? {
          state: erasure.state as 'asked',
          at: erasure.settledAt ?? erasure.askedAt,
          because: erasure.because,
        }
      : null,
  }
}

/** What they bought beyond what the page shows: for a download, a part at a time. */
export async function* restOfDealings(
  { db }: House,
  page: OwnPage,
): AsyncGenerator<OwnPage['dealings'][number]> {
  let after = page.moreDealings
  while (after !== null) {
    const part = await dealingsOf(db, tend, page.customerId, { after, limit: dealingsShown })
    yield* part.items
    after = part.next
  }
}

async function readCard({ db }: House, customerId: string) {
  const card = await db
    .selectFrom('customers')
    .select(['name', 'preferredName', 'sayIt', 'pronouns', 'language', 'formality', 'timeZone', 'company'])
    .select(['role', 'reachBy', 'accessNeeds', 'noCircularsAt', 'createdAt'])
    .where('id', '=', customerId)
    .executeTakeFirstOrThrow()
  const addresses = await db
    .selectFrom('customerAddresses')
    .select(['kind', 'address'])
    .where('customerId', '=', customerId)
    .orderBy('kind')
    .orderBy('createdAt')
    .orderBy('address')
    .execute()
  return { ...card, pleaseDont: await wishesOf(db, customerId), addresses }
}

async function goalsOf({ db }: House, customerId: string): Promise<{ words: string; at: Date }[]> {
  if (!(await isOn(db, 'goals'))) return []
  return db
    .selectFrom('goals')
    .select(['words', 'madeAt as at'])
    .where('customerId', '=', customerId)
    .where('state', '!=', 'dropped')
    .orderBy('madeAt')
    .execute()
}

/** What we have promised them and still owe, and the last that we kept; nothing of a letter that may still be taken back. */
async function ownPromises({ db }: House, customerId: string): Promise<OwnPromise[]> {
  const of = () =>
    db
      .selectFrom('promises')
      .innerJoin('conversations', 'conversations.id', 'promises.conversationId')
      .select(['promises.what', 'promises.quote', 'promises.due', 'promises.state', 'promises.settledAt'])
      .select(['promises.messageId', 'promises.condition', 'promises.metAt', 'conversations.subject'])
      .where('promises.customerId', '=', customerId)
      .where(
        sql<SqlBool>`not exists (select 1 from outbox o where o.message_id = promises.message_id and o.phase = 'queued' and o.not_before > clock_now())`,
      )
  const [owed, kept] = [
    await of()
      .where('promises.state', 'in', ['open', 'late', 'broken'])
      .orderBy(sql`promises.due nulls last`)
      .orderBy('promises.id')
      .limit(30)
      .execute(),
    await of().where('promises.state', '=', 'kept').orderBy('promises.settledAt', 'desc').limit(5).execute(),
  ]
  return [...owed, ...kept].map((promise) => ({
    what: toThem(promise),
    due: promise.due,
    state: promise.state,
    settledAt: promise.settledAt,
    subject: promise.subject,
  }))
}
