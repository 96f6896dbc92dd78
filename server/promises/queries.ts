import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { z } from 'zod'
import type { lane as laneShape, promise as promiseShape } from '#contract/promises.ts'
import { type Actor, sees } from '#server/base/actor.ts'
import { notFound } from '#server/base/errors.ts'
import { pageEnd, readPageEnd } from '#server/base/pageEnds.ts'
import { text as say } from '#server/base/text.ts'
import { within } from '#server/customers/sight.ts'
import type { Db, Trx } from '#server/database/database.ts'
import { dueKey, inLane, isUnsettled } from './lanes.ts'
import type { PromiseRow } from './promise.ts'
import './tables.ts'

type Promised = z.input<typeof promiseShape>

export interface PromiseFilter {
  state?: string
  dueBefore?: Date
  maker?: string
  /** With those of nobody: whose maker left, or a key of the installation made. */
  orNobody?: boolean
  lane?: z.infer<typeof laneShape>
  unsettled?: boolean
  kind?: PromiseRow['kind']
  customer?: string
  conversation?: string
  after?: string
  limit: number
}

/** Promises the reader may see, by due time (those without one last), a page at a time. */
export async function listPromises(
  db: Db,
  by: Actor,
  filter: PromiseFilter,
): Promise<{ items: Promised[]; next: string | null }> {
  const found = await nextInOrder(db, by, filter)
  const ids = found.slice(0, filter.limit).map((row) => row.id)
  const rows = ids.length ? await visible(db, by).where('promises.id', 'in', ids).execute() : []
  const page = ids.flatMap((id) => rows.find((row) => row.id === id) ?? [])
  const last = found[filter.limit - 1]
  return {
    items: await shape(db, page),
    next: found.length > filter.limit && last ? cursorOf(last) : null,
  }
}

/** Behind every due: where those without one stand. */
const noDue = new Date('9999-12-31T00:00:00.000Z')
const cursorOf = (row: { id: string; due: Date | null }) => pageEnd(row.due ?? noDue, row.id)

/**
 * The next of the board, and one more. Each part of what is asked for is walked along its own index, inbox by inbox, and no further
 * than a page; then they are merged. So the time does not grow with the number of promises.
 */
async function nextInOrder(
  db: Db,
  by: Actor,
  filter: PromiseFilter,
): Promise<{ id: string; due: Date | null }[]> {
  const limit = filter.limit + 1
  const walks = (await partsOf(db, by, filter)).map(
    (part) =>
      sql`(select promises.id, promises.due from promises where ${part} order by ${dueKey}, promises.id limit ${limit})`,
  )
  if (walks.length === 0) return []
  const { rows } = await sql<{ id: string; due: Date | null }>`
    select id, due from (${sql.join(walks, sql` union all `)}) found
    order by coalesce(due, 'infinity'::timestamptz), id limit ${limit}`.execute(db)
  return rows
}

/** How many there are, all of them: counted in the same indexes as the list is read from. */
export async function countPromises(
  db: Db,
  by: Actor,
  filter: Omit<PromiseFilter, 'limit' | 'after'>,
): Promise<number> {
  const counts = (await partsOf(db, by, filter)).map(
    (part) => sql`(select count(*) from promises where ${part})`,
  )
  if (counts.length === 0) return 0
  const { rows } = await sql<{ n: number }>`select (${sql.join(counts, sql` + `)})::int as n`.execute(db)
  return rows[0]!.n
}

/** What is asked for, in parts that share no promise and lie each in an index of their own. */
async function partsOf(
  db: Db,
  by: Actor,
  filter: Omit<PromiseFilter, 'limit'>,
): Promise<RawBuilder<unknown>[]> {
  const kept = [...conditionsOf(filter), ...behind(filter.after)]
  const lanes = filter.lane ? await inLane(db, by, filter.lane) : [sql<SqlBool>`true`]
  // Named one by one: the planner then knows how many there are in each, and walks instead of sorting.
  const inboxes = (await inboxesOf(db, by)).map((id) => sql<SqlBool>`promises.inbox_id = ${id}`)
  if (inboxes.length === 0) return []
  return lanes.flatMap((lane) =>
    makersOf(filter).flatMap(({ conditions, everyInbox }) =>
      (everyInbox ? inboxes : [within(by, 'promises.inbox_id')]).map((inbox) =>
        sql.join([inbox, lane, ...kept, ...conditions], sql` and `),
      ),
    ),
  )
}

const inboxesOf = async (db: Db, by: Actor): Promise<readonly string[]> =>
  by.inboxIds === 'all'
    ? (await db.selectFrom('inboxes').select('id').execute()).map((inbox) => inbox.id)
    : by.inboxIds

/** Whose are asked for, and whether their index goes inbox by inbox. */
function makersOf({ maker, orNobody, customer, conversation }: Omit<PromiseFilter, 'limit'>): {
  conditions: RawBuilder<SqlBool>[]
  everyInbox: boolean
}[] {
  const nobody = { conditions: [sql<SqlBool>`promises.maker_id is null`], everyInbox: true }
  if (maker === 'nobody') return [nobody]
  if (maker) {
    const theirs = { conditions: [sql<SqlBool>`promises.maker_id = ${maker}`], everyInbox: false }
    return orNobody ? [theirs, nobody] : [theirs]
  }
  // One person's, or one matter's, are few.
  return [{ conditions: [], everyInbox: !customer && !conversation }]
}

const conditionsOf = (filter: Omit<PromiseFilter, 'limit'>): RawBuilder<SqlBool>[] => [
  ...(filter.state ? [sql<SqlBool>`promises.state = ${filter.state}`] : []),
  ...(filter.kind ? [sql<SqlBool>`promises.kind = ${filter.kind}`] : []),
  // A lane says it already, and twice would make the planner think that there are few.
  ...(filter.unsettled && (!filter.lane || filter.lane === 'untold') ? [isUnsettled] : []),
  ...(filter.dueBefore ? [sql<SqlBool>`${dueKey} < ${filter.dueBefore}`] : []),
  ...(filter.customer ? [sql<SqlBool>`promises.customer_id = ${filter.customer}`] : []),
  ...(filter.conversation ? [sql<SqlBool>`promises.conversation_id = ${filter.conversation}`] : []),
]

function behind(after: string | undefined): RawBuilder<SqlBool>[] {
  if (after === undefined) return []
  const { at, id } = readPageEnd(after, 'promise')
  const from = at >= noDue ? 'infinity' : at
  return [sql<SqlBool>`(${dueKey}, promises.id) > (${from}::timestamptz, ${id})`]
}

export async function promiseById(db: Db | Trx, by: Actor, id: string): Promise<Promised> {
  const rows = await visible(db, by).where('promises.id', '=', id).execute()
  const [promise] = await shape(db, rows)
  if (!promise) throw notFound(say('promises.this'))
  return promise
}

/** All promises of one conversation, open first. The caller has checked that the reader sees it. */
export async function promisesOf(db: Db | Trx, by: Actor, conversationId: string): Promise<Promised[]> {
  const rows = await visible(db, by)
    .where('promises.conversationId', '=', conversationId)
    .orderBy(sql`promises.state in ('open', 'late', 'broken') desc, promises.due nulls last, promises.id`)
    .execute()
  return shape(db, rows)
}

/** The bare row, for other rooms' rules. */
export async function promiseRow(db: Db | Trx, by: Actor, id: string): Promise<PromiseRow> {
  const row = await db.selectFrom('promises').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row || !sees(by, row.inboxId)) throw notFound(say('promises.this'))
  return row
}

/** Teammates who have open work in an inbox: an assignment, a promise, or one handed to them. */
export async function workersIn(db: Db, inboxId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select assignee_id as id from conversations where inbox_id = ${inboxId} and status <> 'closed'
    union select maker_id from promises where inbox_id = ${inboxId} and state in ('open', 'late', 'broken')
    union select handover_to_id from promises where inbox_id = ${inboxId} and state in ('open', 'late', 'broken')`.execute(
    db,
  )
  return rows.map((row) => row.id).filter((id) => id !== null)
}

function visible(db: Db | Trx, by: Actor) {
  const query = db
    .selectFrom('promises')
    .innerJoin('customers', 'customers.id', 'promises.customerId')
    .innerJoin('conversations', 'conversations.id', 'promises.conversationId')
    .selectAll('promises')
    .select(['customers.name as customerName', 'customers.preferredName', 'conversations.subject'])
  return query.where(within(by, 'promises.inbox_id'))
}

type Joined = Awaited<ReturnType<ReturnType<typeof visible>['execute']>>[number]

async function shape(db: Db | Trx, rows: Joined[]): Promise<Promised[]> {
  if (rows.length === 0) return []
  const conversations = [...new Set(rows.map((row) => row.conversationId))]
  const ids = rows.map((row) => row.id)
  const [steps, people] = await Promise.all([
    db
      .selectFrom('promiseSteps')
      .selectAll()
      .where('conversationId', 'in', conversations)
      .where('promiseId', 'in', ids)
      .orderBy('position')
      .execute(),
    db
      .selectFrom('promisePeople')
      .selectAll()
      .where('conversationId', 'in', conversations)
      .where('promiseId', 'in', ids)
      .orderBy('position')
      .execute(),
  ])
  const ofPromise = Map.groupBy(steps, (step) => step.promiseId)
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    what: row.what,
    customerId: row.customerId,
    customerName: row.preferredName || row.customerName,
    conversationId: row.conversationId,
    subject: row.subject,
    inboxId: row.inboxId,
    makerId: row.makerId,
    handoverToId: row.handoverToId,
    due: row.due?.toISOString() ?? null,
    state: row.state,
    quote: row.quote,
    messageId: row.messageId,
    madeAt: row.madeAt.toISOString(),
    keptAt: row.state === 'kept' ? (row.settledAt?.toISOString() ?? null) : null,
    told: row.told,
    people: people
      .filter((person) => person.promiseId === row.id)
      .map(({ position, name, toldAt }) => ({ position, name, toldAt: toldAt?.toISOString() ?? null })),
    repeats: row.repeats,
    brokenAt: row.brokenAt?.toISOString() ?? null,
    nudgedAt: row.nudgedAt?.toISOString() ?? null,
    condition: row.condition,
    metAt: row.metAt?.toISOString() ?? null,
    dueOnceMet: row.dueOnceMet?.toISOString() ?? null,
    demo: row.demo,
    steps: (ofPromise.get(row.id) ?? []).map((step) => ({
      kind: step.kind,
      at: step.at.toISOString(),
      by: step.byName,
      detail: step.detail,
    })),
  }))
}
