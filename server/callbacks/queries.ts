import { type SqlBool, sql } from 'kysely'
import type { z } from 'zod'
import type { callback as callbackShape } from '#contract/callbacks.ts'
import { type Actor, teammateId } from '#server/base/actor.ts'
import { notFound } from '#server/base/errors.ts'
import { pageEnd, readPageEnd } from '#server/base/pageEnds.ts'
import { text as say } from '#server/base/text.ts'
import { conversationById } from '#server/conversations/queries.ts'
import { within } from '#server/customers/sight.ts'
import type { Db, Trx } from '#server/database/database.ts'
import { readCompany } from '#server/team/company.ts'
import { freeSlots } from './free.ts'
import './tables.ts'

export type Callback = z.input<typeof callbackShape>

/** Calls that are still to be made, in the order of time; mine and the team's, or everybody's. */
export async function listCallbacks(
  db: Db,
  by: Actor,
  query: { maker?: 'mine-or-nobody'; conversation?: string; after?: string; limit: number },
): Promise<{ items: Callback[]; next: string | null }> {
  let found = visible(db, by)
    .where('promises.state', 'in', ['open', 'late', 'broken'])
    .where('callbacks.calledAt', 'is', null)
  if (query.conversation) found = found.where('callbacks.conversationId', '=', query.conversation)
  if (query.maker)
    found = found.where((e) =>
      e.or([e('promises.makerId', '=', teammateId(by) ?? ''), e('promises.makerId', 'is', null)]),
    )
  if (query.after !== undefined) {
    const { at, id } = readPageEnd(query.after, 'promise')
    found = found.where(sql<SqlBool>`(promises.due, promises.id) > (${at}::timestamptz, ${id}::text)`)
  }
  const rows = await found
    .orderBy('promises.due')
    .orderBy('promises.id')
    .limit(query.limit + 1)
    .execute()
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  return {
    items: page.map(shape),
    next: rows.length > query.limit && last ? pageEnd(last.due!, last.promiseId) : null,
  }
}

export async function callbackById(db: Db | Trx, by: Actor, id: string): Promise<Callback> {
  const row = await visible(db, by).where('callbacks.promiseId', '=', id).executeTakeFirst()
  if (!row) throw notFound(say('callbacks.this'))
  return shape(row)
}

/** The call a customer waits for in one matter, for their page; not somebody's whose matter was merged into it. */
export async function wantedCall(db: Db | Trx, matter: { id: string; customerId: string }) {
  const row = await db
    .selectFrom('callbacks')
    .innerJoin('promises', (j) =>
      j
        .onRef('promises.conversationId', '=', 'callbacks.conversationId')
        .onRef('promises.id', '=', 'callbacks.promiseId'),
    )
    .leftJoin('teammates', 'teammates.id', 'promises.makerId')
    .select(['promiseId as id', 'phone', 'minutes', 'callbacks.timeZone', 'promises.due', 'promises.state'])
    .select('teammates.name as caller')
    .where('callbacks.conversationId', '=', matter.id)
    .where('callbacks.customerId', '=', matter.customerId)
    .where('promises.state', 'in', ['open', 'late', 'broken'])
    .where('calledAt', 'is', null)
    .orderBy('promises.due')
    .executeTakeFirst()
  return row ? { ...row, due: row.due! } : null
}

/** The times a call about this conversation could be at, in the words of the contract. */
export async function slotsFor(db: Db, by: Actor, conversationId: string, caller: string | undefined) {
  const conversation = await conversationById(db, by, conversationId)
  const assigneeId = caller ?? conversation.assigneeId
  const free = await freeSlots(db, { inboxId: conversation.inboxId, assigneeId })
  const person = await db
    .selectFrom('customers')
    .select('timeZone')
    .where('id', '=', conversation.customerId)
    .executeTakeFirst()
  return {
    slots: free.slots.map((slot) => ({ at: slot.at.toISOString() })),
    callerId: free.caller?.id ?? null,
    minutes: free.minutes,
    timeZone: person?.timeZone ?? (await readCompany(db)).timeZone,
  }
}

function visible(db: Db | Trx, by: Actor) {
  return db
    .selectFrom('callbacks')
    .innerJoin('promises', (j) =>
      j
        .onRef('promises.conversationId', '=', 'callbacks.conversationId')
        .onRef('promises.id', '=', 'callbacks.promiseId'),
    )
    .innerJoin('customers', 'customers.id', 'callbacks.customerId')
    .innerJoin('conversations', 'conversations.id', 'callbacks.conversationId')
    .selectAll('callbacks')
    .select(['promises.due', 'promises.state', 'promises.makerId', 'conversations.subject'])
    .select(['customers.name', 'customers.preferredName'])
    .select(
      sql<number>`(select count(*)::int from callbacks earlier where earlier.conversation_id = callbacks.conversation_id
        and earlier.outcome = 'not-reached' and earlier.asked_at < callbacks.asked_at)`.as('tries'),
    )
    .where(within(by, 'callbacks.inbox_id'))
}

type Joined = Awaited<ReturnType<ReturnType<typeof visible>['execute']>>[number]

const shape = (row: Joined): Callback => ({
  id: row.promiseId,
  conversationId: row.conversationId,
  inboxId: row.inboxId,
  customerId: row.customerId,
  customerName: row.preferredName || row.name,
  subject: row.subject,
  at: row.due!.toISOString(),
  minutes: row.minutes,
  callerId: row.makerId,
  phone: row.phone,
  about: row.about,
  timeZone: row.timeZone,
  askedBy: row.askedBy,
  state: row.state,
  outcome: row.outcome,
  calledAt: row.calledAt?.toISOString() ?? null,
  clashes: row.clashes,
  tries: row.tries,
})
