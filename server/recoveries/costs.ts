import type { CostKind } from '#contract/recoveries.ts'
import { type Actor, requireRole, teammateId } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { invalid, notFound } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { text as say } from '#server/base/text.ts'
import { messageById } from '#server/conversations/queries.ts'
import { standsIn } from '#server/conversations/theirWords.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import type { RecoveryRow } from './recovery.ts'
import { about, lockRecovery, subjectOf } from './rows.ts'

export interface NewCost {
  kind: CostKind
  words: string
  messageId?: string | undefined
  at?: Date
}

/** What it cost them: their words, and the letter they stand in. Said aloud it stands without one. */
export async function addCost(db: Db | Trx, by: Actor, id: string, cost: NewCost): Promise<void> {
  requireRole(by, 'teammate')
  await transaction(db, async (trx) => {
    const row = await lockRecovery(trx, by, id)
    await writeCost(trx, by, row, cost)
    await recordEvent(trx, by, 'recovery.cost-noted', about(row), { recoveryId: id })
    await audit(trx, by, 'recovery.cost-noted', subjectOf(row), { kind: cost.kind })
  })
}

export async function writeCost(
  trx: Trx,
  by: Actor,
  row: Pick<RecoveryRow, 'id' | 'conversationId' | 'customerId'>,
  cost: NewCost,
  pointer = '/words',
): Promise<void> {
  if (cost.messageId) {
    const said = await messageById(trx, by, cost.messageId)
    if (said.customerId !== row.customerId || said.direction !== 'in')
      throw notFound(say('recoveries.message'))
    if (!standsIn(cost.words, said.textFull ?? said.text))
      throw invalid(pointer, say('recoveries.notTheirWords'))
  }
  await trx
    .insertInto('recoveryCosts')
    .values({
      conversationId: row.conversationId,
      recoveryId: row.id,
      kind: cost.kind,
      words: cost.words,
      messageId: cost.messageId ?? null,
      byId: teammateId(by),
      byName: by.name,
      ...(cost.at && { at: cost.at }),
    })
    .execute()
}

export async function dropCost(db: Db, by: Actor, id: string, position: number): Promise<void> {
  requireRole(by, 'teammate')
  await transaction(db, async (trx) => {
    const row = await lockRecovery(trx, by, id)
    const gone = await trx
      .deleteFrom('recoveryCosts')
      .where('conversationId', '=', row.conversationId)
      .where('recoveryId', '=', id)
      .where('position', '=', position)
      .returning('position')
      .executeTakeFirst()
    if (!gone) throw notFound(say('recoveries.cost'))
    await recordEvent(trx, by, 'recovery.changed', about(row), { recoveryId: id })
    await audit(trx, by, 'recovery.cost-dropped', subjectOf(row))
  })
}
