import { type Expression, type SqlBool, sql } from 'kysely'
import type { z } from 'zod'
import type { lane as laneShape, promise as promiseShape } from '#contract/promises.ts'
import { type Actor, sees } from '#server/base/actor.ts'
import { badCursor, notFound } from '#server/base/errors.ts'
import { text as say } from '#server/base/text.ts'
import { within } from '#server/customers/sight.ts'
import type { Db, Trx } from '#server/database/database.ts'
import { inLane } from './lanes.ts'
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

const noDue = new Date('9999-12-31T00:00:00Z')

/** Promises the reader may see, by due time (those without one last), a page at a time. */
export async function listPromises(
  db: Db,
  by: Actor,
  filter: PromiseFilter,
): Promise<{ items: Promised[]; next: string | null }> {
  const dueKey = sql<Date>`coalesce(promises.due, ${noDue.toISOString()}::timestamptz)`
  let query = visible(db, by)
  if (filter.state) query = query.where('promises.state', '=', filter.state as 'open')
  if (filter.kind) query = query.where('promises.kind', '=', filter.kind)
  if (filter.unsettled) query = query.where('promises.state', 'in', ['open', 'late', 'broken'])
  if (filter.lane) query = query.where(await inLane(db, by, filter.lane))
  if (filter.dueBefore) query = query.where('promises.due', '<', filter.dueBefore)
  if (filter.maker && filter.orNobody)
    query = query.where((e) =>
      e.or([e('promises.makerId', '=', filter.maker!), e('promises.makerId', 'is', null)]),
    )
  else if (filter.maker === 'nobody') query = query.where('promises.makerId', 'is', null)
  else if (filter.maker) query = query.where('promises.makerId', '=', filter.maker)
  if (filter.customer) query = query.where('promises.customerId', '=', filter.customer)
  if (filter.conversation) query = query.where('promises.conversationId', '=', filter.conversation)
  if (filter.after !== undefined) {
    const [, due, id] = /^(\d{4}-\d{2}-\d{2}T[\d:.]+Z)~(prm_\w{22})$/.exec(filter.after) ?? []
    if (!due || !id || Number.isNaN(Date.parse(due))) throw badCursor()
    query = query.where(
      sql<SqlBool>`(${dueKey}, promises.id) > (${due}::timestamptz, ${id})` as Expression<SqlBool>,
    )
  }
  const rows = await query
    .orderBy(dueKey)
    .orderBy('promises.id')
    .limit(filter.limit + 1)
    .execute()
  const page = rows.slice(0, filter.limit)
  const last = page.at(-1)
  return {
    items: await shape(db, page),
    next: rows.length > filter.limit && last ? `${(last.due ?? noDue).toISOString()}~${last.id}` : null,
  }
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
  const steps = await db
    .selectFrom('promiseSteps')
    .selectAll()
    .where('conversationId', 'in', [...new Set(rows.map((row) => row.conversationId))])
    .where(
      'promiseId',
      'in',
      rows.map((row) => row.id),
    )
    .orderBy('position')
    .execute()
  const people = await db
    .selectFrom('promisePeople')
    .selectAll()
    .where(
      'promiseId',
      'in',
      rows.map((row) => row.id),
    )
    .where('conversationId', 'in', [...new Set(rows.map((row) => row.conversationId))])
    .orderBy('position')
    .execute()
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
    demo: row.demo,
    steps: (ofPromise.get(row.id) ?? []).map((step) => ({
      kind: step.kind,
      at: step.at.toISOString(),
      by: step.byName,
      detail: step.detail,
    })),
  }))
}
