import { type Expression, type SqlBool, sql } from 'kysely'
import type { z } from 'zod'
import type { promise as promiseShape } from '#contract/promises.ts'
import { type Actor, sees, teammateId } from '#server/base/actor.ts'
import { notFound } from '#server/base/errors.ts'
import { text as say } from '#server/base/text.ts'
import { within } from '#server/customers/sight.ts'
import type { Db, Trx } from '#server/database/database.ts'
import type { PromiseRow } from './promise.ts'
import './tables.ts'

type Promised = z.input<typeof promiseShape>

export interface PromiseFilter {
  state?: string
  dueBefore?: Date
  maker?: string
  /** With those of nobody: whose maker left, or a key of the installation made. */
  orNobody?: boolean
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
  if (filter.dueBefore) query = query.where('promises.due', '<', filter.dueBefore)
  if (filter.maker && filter.orNobody)
    query = query.where((e) =>
      e.or([e('promises.makerId', '=', filter.maker!), e('promises.makerId', 'is', null)]),
    )
  else if (filter.maker) query = query.where('promises.makerId', '=', filter.maker)
  if (filter.customer) query = query.where('promises.customerId', '=', filter.customer)
  if (filter.conversation) query = query.where('promises.conversationId', '=', filter.conversation)
  const after = filter.after?.split('~')
  if (after?.length === 2 && !Number.isNaN(Date.parse(after[0]!)))
    query = query.where(
      sql<SqlBool>`(${dueKey}, promises.id) > (${after[0]!}::timestamptz, ${after[1]!})` as Expression<SqlBool>,
    )
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
    .orderBy(sql`promises.state in ('open', 'late') desc, promises.due nulls last, promises.id`)
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
    union select maker_id from promises where inbox_id = ${inboxId} and state in ('open', 'late')
    union select handover_to_id from promises where inbox_id = ${inboxId} and state in ('open', 'late')`.execute(
    db,
  )
  return rows.map((row) => row.id).filter((id) => id !== null)
}

interface Figures {
  kept: number
  toldBefore: number
  late: number
  total: number
}

/** How the word was kept over the last 90 days: the team's, and one's own for oneself alone. */
export async function promiseFigures(db: Db, by: Actor): Promise<{ team: Figures; mine: Figures | null }> {
  const count = async (maker: string | null): Promise<Figures> => {
    let query = db
      .selectFrom('promises')
      .select([
        sql<number>`count(*) filter (where late_at is null and renegotiations = 0)`.as('kept'),
        sql<number>`count(*) filter (where late_at is null and renegotiations > 0)`.as('toldBefore'),
        sql<number>`count(*) filter (where late_at is not null)`.as('late'),
        sql<number>`count(*)`.as('total'),
      ])
      .where(sql<SqlBool>`coalesce(settled_at, late_at) > clock_now() - interval '90 days'`)
      .where('state', 'in', ['kept', 'late'])
      .where(within(by, 'promises.inbox_id'))
    if (maker) query = query.where('makerId', '=', maker)
    return query.executeTakeFirstOrThrow()
  }
  const me = teammateId(by)
  return { team: await count(null), mine: me ? await count(me) : null }
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
  const ofPromise = Map.groupBy(steps, (step) => step.promiseId)
  return rows.map((row) => ({
    id: row.id,
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
