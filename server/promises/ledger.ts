import { type Actor, sees, tend } from '#server/base/actor.ts'
import { notFound } from '#server/base/errors.ts'
import { type EventSubjects, type Events, recordEvent } from '#server/base/events.ts'
import { text as say } from '#server/base/text.ts'
import { lockConversation } from '#server/conversations/queries.ts'
import { noteOpenPromise } from '#server/conversations/state.ts'
import type { Trx } from '#server/database/database.ts'
import { mostPressing, type PromiseRow } from './promise.ts'
import type { StepKind } from './tables.ts'

/** The row with its conversation, both held until the transaction ends; always in this order, so that two verbs never wait for each other. */
export async function lockPromise(trx: Trx, by: Actor, id: string): Promise<PromiseRow> {
  const where = await trx
    .selectFrom('promises')
    .select(['conversationId', 'inboxId'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!where || !sees(by, where.inboxId)) throw notFound(say('promises.this'))
  await lockConversation(trx, tend, where.conversationId)
  const row = await trx
    .selectFrom('promises')
    .selectAll()
    .where('conversationId', '=', where.conversationId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound(say('promises.this'))
  return row
}

/** The same for timers, which may find that it was taken back. */
export async function lockIfThere(trx: Trx, id: string): Promise<PromiseRow | null> {
  const there = await trx.selectFrom('promises').select('id').where('id', '=', id).executeTakeFirst()
  return there ? lockPromise(trx, tend, id) : null
}

/** Many, each with its conversation, in the order everybody locks them; those that are gone are left out. With who looks after them. */
export async function lockThose(
  trx: Trx,
  ids: readonly string[],
): Promise<{ row: PromiseRow; assigneeId: string | null }[]> {
  const there = await trx
    .selectFrom('promises')
    .select('conversationId')
    .where('id', 'in', [...ids])
    .execute()
  if (there.length === 0) return []
  const conversationIds = [...new Set(there.map((one) => one.conversationId))]
  const conversations = await trx
    .selectFrom('conversations')
    .select(['id', 'assigneeId'])
    .where('id', 'in', conversationIds)
    .orderBy('id')
    .forUpdate()
    .execute()
  const rows = await trx
    .selectFrom('promises')
    .selectAll()
    .where('conversationId', 'in', conversationIds)
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forUpdate()
    .execute()
  const assignees = new Map(conversations.map((one) => [one.id, one.assigneeId]))
  return rows.map((row) => ({ row, assigneeId: assignees.get(row.conversationId) ?? null }))
}

/** Writes a change of one promise, and tells its conversation which promise is the most pressing now. */
export async function change(
  trx: Trx,
  row: PromiseRow,
  to: Partial<
    Pick<
      PromiseRow,
      | 'state'
      | 'due'
      | 'nudgeAt'
      | 'nudgedAt'
      | 'lateAt'
      | 'brokenAt'
      | 'repeats'
      | 'settledAt'
      | 'told'
      | 'renegotiations'
      | 'makerId'
      | 'handoverToId'
      | 'metAt'
      | 'dueOnceMet'
    >
  >,
): Promise<PromiseRow> {
  await trx
    .updateTable('promises')
    .set(to)
    .where('conversationId', '=', row.conversationId)
    .where('id', '=', row.id)
    .execute()
  if (to.state || to.due !== undefined) await settleRow(trx, row.conversationId)
  return { ...row, ...to }
}

export async function settleRow(trx: Trx, conversationId: string): Promise<void> {
  const open = await trx
    .selectFrom('promises')
    .select(['id', 'due', 'state'])
    .where('conversationId', '=', conversationId)
    .where('state', 'in', ['open', 'late', 'broken'])
    .execute()
  await noteOpenPromise(trx, conversationId, mostPressing(open))
}

/** One line of what happened to it, for ever. */
export async function step(
  trx: Trx,
  by: Actor,
  row: PromiseRow,
  kind: StepKind,
  detail: Record<string, unknown>,
  at?: Date,
): Promise<void> {
  await trx
    .insertInto('promiseSteps')
    .values({
      conversationId: row.conversationId,
      promiseId: row.id,
      kind,
      byId: by.id,
      byName: by.kind === 'system' ? null : by.name,
      detail: JSON.stringify(detail),
      ...(at && { at }),
    })
    .execute()
}

type PromiseEvent = Extract<keyof Events, `promise.${string}`>

export async function record<T extends PromiseEvent>(
  trx: Trx,
  by: Actor,
  row: PromiseRow,
  type: T,
  detail: Events[T],
  about: string | null = null,
): Promise<void> {
  await recordEvent(trx, by, type, subjectsOf(row, about), detail)
}

export const subjectsOf = (row: PromiseRow, teammateId: string | null): EventSubjects => ({
  inboxId: row.inboxId,
  conversationId: row.conversationId,
  customerId: row.customerId,
  promiseId: row.id,
  messageId: row.messageId,
  teammateId,
})

/** Who is to hear of it: its maker, or where nobody's name stands under it, whoever looks after the conversation. */
export async function whoseIs(trx: Trx, row: PromiseRow): Promise<string | null> {
  if (row.makerId) return row.makerId
  const conversation = await trx
    .selectFrom('conversations')
    .select('assigneeId')
    .where('id', '=', row.conversationId)
    .executeTakeFirst()
  return conversation?.assigneeId ?? null
}
