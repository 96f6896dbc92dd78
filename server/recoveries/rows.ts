import { type Actor, sees, tend } from '#server/base/actor.ts'
import { conflict, notFound } from '#server/base/errors.ts'
import { text as say } from '#server/base/text.ts'
import { lockConversation } from '#server/conversations/queries.ts'
import type { Db, Trx } from '#server/database/database.ts'
import type { RecoveryRow, StepRow } from './recovery.ts'
import './tables.ts'

/** The row, held together with its conversation: two people acting at once do so one after the other. */
export async function lockRecovery(trx: Trx, by: Actor, id: string): Promise<RecoveryRow> {
  const there = await trx
    .selectFrom('recoveries')
    .select(['conversationId', 'inboxId'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!there || !sees(by, there.inboxId)) throw notFound(say('recoveries.this'))
  await lockConversation(trx, tend, there.conversationId)
  return trx
    .selectFrom('recoveries')
    .selectAll()
    .where('conversationId', '=', there.conversationId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}

export async function lockOpen(trx: Trx, by: Actor, id: string): Promise<RecoveryRow> {
  const row = await lockRecovery(trx, by, id)
  if (row.closedAt) throw conflict('recovery-closed', say('recoveries.closed'))
  return row
}

export const stepsOf = (db: Db | Trx, row: Pick<RecoveryRow, 'conversationId' | 'id'>): Promise<StepRow[]> =>
  db
    .selectFrom('recoverySteps')
    .selectAll()
    .where('conversationId', '=', row.conversationId)
    .where('recoveryId', '=', row.id)
    .execute()

export const openIn = (db: Db | Trx, conversationId: string): Promise<RecoveryRow | undefined> =>
  db
    .selectFrom('recoveries')
    .selectAll()
    .where('conversationId', '=', conversationId)
    .where('closedAt', 'is', null)
    .executeTakeFirst()

export const about = (row: Pick<RecoveryRow, 'inboxId' | 'conversationId' | 'customerId'>) => ({
  inboxId: row.inboxId,
  conversationId: row.conversationId,
  customerId: row.customerId,
})

export const subjectOf = (row: Pick<RecoveryRow, 'id' | 'inboxId'>) => ({
  kind: 'recovery',
  id: row.id,
  inboxId: row.inboxId,
})
