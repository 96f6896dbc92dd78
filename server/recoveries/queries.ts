import { sql } from 'kysely'
import { type Recovery, recoverySteps } from '#contract/recoveries.ts'
import type { Actor } from '#server/base/actor.ts'
import { clockNow } from '#server/base/clock.ts'
import { badCursor, notFound } from '#server/base/errors.ts'
import { text as say } from '#server/base/text.ts'
import { conversationById } from '#server/conversations/queries.ts'
import { demandKnown } from '#server/customers/queries.ts'
import { within } from '#server/customers/sight.ts'
import type { Db, Trx } from '#server/database/database.ts'
import { proposalsFor } from './proposals.ts'
import { isEarly, nextOf, type RecoveryRow, type StepRow } from './recovery.ts'
import './tables.ts'

type Found = RecoveryRow & {
  subject: string
  customerName: string
  assigneeId: string | null
  promisedDue: Date | null
}

interface Filter {
  id?: string
  state?: 'open' | 'closed'
  conversation?: string
  customer?: string
  after?: string
  limit: number
}

/** Recoveries the reader may see: open ones the longest open first, others newest first. */
export async function listRecoveries(
  db: Db | Trx,
  by: Actor,
  filter: Filter,
): Promise<{ items: Recovery[]; next: string | null }> {
  if (filter.after !== undefined && !/^rcv_\w{22}$/.test(filter.after)) throw badCursor()
  const upwards = filter.state === 'open'
  const conditions = [
    within(by, 'r.inbox_id'),
    ...(filter.id ? [sql<boolean>`r.id = ${filter.id}`] : []),
    ...(filter.state === 'open' ? [sql<boolean>`r.closed_at is null`] : []),
    ...(filter.state === 'closed' ? [sql<boolean>`r.closed_at is not null`] : []),
    ...(filter.conversation ? [sql<boolean>`r.conversation_id = ${filter.conversation}`] : []),
    ...(filter.customer ? [sql<boolean>`r.customer_id = ${filter.customer}`] : []),
    ...(filter.after
      ? [upwards ? sql<boolean>`r.id > ${filter.after}` : sql<boolean>`r.id < ${filter.after}`]
      : []),
  ]
  const { rows } = await sql<Found>`
    select r.*, c.subject, coalesce(p.preferred_name, p.name) as customer_name, c.assignee_id, w.due as promised_due
    from recoveries r
    join conversations c on c.id = r.conversation_id
    join customers p on p.id = r.customer_id
    left join promises w on w.conversation_id = r.conversation_id and w.id = r.check_promise_id
    where ${sql.join(conditions, sql` and `)}
    order by r.id ${upwards ? sql`asc` : sql`desc`} limit ${filter.limit + 1}`.execute(db)
  const page = rows.slice(0, filter.limit)
  return { items: await shapeAll(db, page), next: rows.length > filter.limit ? page.at(-1)!.id : null }
}

export async function recoveryById(db: Db | Trx, by: Actor, id: string): Promise<Recovery> {
  const { items } = await listRecoveries(db, by, { id, limit: 1 })
  if (!items[0]) throw notFound(say('recoveries.this'))
  return items[0]
}

/** When we let this person down; never more than the reader sees. */
export async function recoveriesOfCustomer(db: Db, by: Actor, customerId: string): Promise<Recovery[]> {
  await demandKnown(db, by, customerId)
  return (await listRecoveries(db, by, { customer: customerId, limit: 50 })).items
}

export async function recoveriesIn(db: Db, by: Actor, conversationId: string) {
  await conversationById(db, by, conversationId)
  const { items } = await listRecoveries(db, by, { conversation: conversationId, limit: 20 })
  const isOpen = items.some((one) => !one.closed)
  return { items, proposal: isOpen ? null : await proposedFor(db, conversationId) }
}

/** From here on a signal is worth a question; a person answers it. */
const worthAsking = 0.6

/** Their newest words that show a failure or hurt, where nobody has said no and no recovery has looked at them. */
async function proposedFor(db: Db, conversationId: string) {
  const { rows } = await sql<{ messageId: string; signal: string; words: string }>`
    select r.message_id, e->>'signal' as signal, e->>'words' as words
    from readings r
    join messages m on m.conversation_id = r.conversation_id and m.id = r.message_id,
    jsonb_array_elements(r.evidence) e
    where r.conversation_id = ${conversationId}
      and e->>'signal' in ('failure', 'upset', 'repeat')
      and (r.signals ->> (e->>'signal'))::float >= ${worthAsking}
      and not exists (select 1 from recovery_refusals n where n.conversation_id = r.conversation_id
        and n.subject = r.message_id and n.step = 'open')
      and m.at > coalesce((select max(greatest(x.since, coalesce(x.closed_at, x.since))) from recoveries x
        where x.conversation_id = r.conversation_id), '-infinity')
    order by m.at desc, case e->>'signal' when 'failure' then 0 when 'upset' then 1 else 2 end
    limit 1`.execute(db)
  return rows[0] ?? null
}

async function shapeAll(db: Db | Trx, rows: readonly Found[]): Promise<Recovery[]> {
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.id)
  // Their keys begin with the conversation.
  const at = [...new Set(rows.map((row) => row.conversationId))]
  const [now, steps, costs] = await Promise.all([
    clockNow(db),
    db
      .selectFrom('recoverySteps')
      .selectAll()
      .where('conversationId', 'in', at)
      .where('recoveryId', 'in', ids)
      .execute(),
    db
      .selectFrom('recoveryCosts')
      .selectAll()
      .where('conversationId', 'in', at)
      .where('recoveryId', 'in', ids)
      .orderBy('position')
      .execute(),
  ])
  const shaped: Recovery[] = []
  for (const row of rows) {
    const own = steps.filter((one) => one.recoveryId === row.id)
    shaped.push({
      id: row.id,
      conversationId: row.conversationId,
      subject: row.subject,
      customerId: row.customerId,
      customerName: row.customerName,
      inboxId: row.inboxId,
      assigneeId: row.assigneeId,
      what: row.what,
      source: row.source,
      messageId: row.messageId,
      promiseId: row.promiseId,
      since: row.since.toISOString(),
      openedAt: row.openedAt.toISOString(),
      openedBy: row.openedByName,
      costs: costs
        .filter((one) => one.recoveryId === row.id)
        .map(({ position, kind, words, messageId, at, byName }) => ({
          position,
          kind,
          words,
          messageId,
          at: at.toISOString(),
          by: byName,
        })),
      steps: recoverySteps.map((step) => shapeStep(step, own)),
      next: row.closedAt ? null : nextOf(own),
      proposals: await proposalsFor(db, row, own),
      check: shapeCheck(row, now),
      closed: row.closedAt && {
        at: row.closedAt.toISOString(),
        by: row.closedByName,
        outcome: row.outcome!,
        because: row.because,
      },
    })
  }
  return shaped
}

function shapeStep(step: Recovery['steps'][number]['step'], own: readonly StepRow[]) {
  const row = own.find((one) => one.step === step)
  if (!row)
    return {
      step,
      state: 'open' as const,
      at: null,
      by: null,
      evidence: null,
      words: null,
      because: null,
      early: false,
    }
  return {
    step,
    state: row.state,
    at: row.at.toISOString(),
    by: row.byName,
    evidence: row.evidenceId ? { kind: row.evidenceKind!, id: row.evidenceId } : null,
    words: row.words,
    because: row.because,
    early: isEarly(row, own),
  }
}

/** A promise that was moved since has its new time. */
function shapeCheck(row: Found, now: Date): Recovery['check'] {
  const due = row.promisedDue ?? row.checkDue
  return due && { due: due.toISOString(), promiseId: row.checkPromiseId, reached: due <= now }
}
