import type { Selectable } from 'kysely'
import { type Actor, tend } from '#server/base/actor.ts'
import { invalid, notFound } from '#server/base/errors.ts'
import { text as say } from '#server/base/text.ts'
import type { ConversationRow } from '#server/conversations/conversation.ts'
import { lockConversation } from '#server/conversations/queries.ts'
import { readPhone } from '#server/customers/reaching.ts'
import type { Trx } from '#server/database/database.ts'
import { change, lockPromise, record, step } from '#server/promises/ledger.ts'
import type { PromiseRow } from '#server/promises/promise.ts'
import { readCompany } from '#server/team/company.ts'
import type { CallbacksTable } from './tables.ts'

export type CallRow = Selectable<CallbacksTable>

/** A call with its promise and its conversation, held until the transaction ends. A customer reaches those of their own page alone. */
export async function lockCall(
  trx: Trx,
  by: Actor,
  id: string,
): Promise<{ row: PromiseRow; call: CallRow; conversation: ConversationRow }> {
  const row = await lockPromise(trx, by, id)
  if (by.kind === 'customer' && by.conversationId !== row.conversationId)
    throw notFound(say('callbacks.this'))
  const conversation = await lockConversation(trx, tend, row.conversationId)
  const call = await trx
    .selectFrom('callbacks')
    .selectAll()
    .where('conversationId', '=', row.conversationId)
    .where('promiseId', '=', id)
    .executeTakeFirst()
  if (!call) throw notFound(say('callbacks.this'))
  return { row, call, conversation }
}

export const about = (row: ConversationRow, promiseId: string, teammateId: string | null) => ({
  inboxId: row.inboxId,
  conversationId: row.id,
  customerId: row.customerId,
  promiseId,
  teammateId,
})

export function demandPhone(given: string): string {
  const phone = readPhone(given)
  if (!phone) throw invalid('/phone', say('callbacks.phone'))
  return phone
}

export async function nameOf(trx: Trx, customerId: string): Promise<string> {
  const { name, preferredName } = await trx
    .selectFrom('customers')
    .select(['name', 'preferredName'])
    .where('id', '=', customerId)
    .executeTakeFirstOrThrow()
  return preferredName || name
}

export async function zoneOf(trx: Trx, customerId: string): Promise<string> {
  const customer = await trx
    .selectFrom('customers')
    .select('timeZone')
    .where('id', '=', customerId)
    .executeTakeFirst()
  return customer?.timeZone ?? (await readCompany(trx)).timeZone
}

/** Somebody else rings: the promise is theirs from now on. */
export async function passTo(trx: Trx, row: PromiseRow, to: string | null): Promise<void> {
  await change(trx, row, { makerId: to, handoverToId: null })
  await step(trx, tend, row, 'passed-on', { from: row.makerId, to })
  if (row.makerId) await record(trx, tend, row, 'promise.passed-on', { from: row.makerId, to }, to)
}
