import { type Actor, requireRole, teammateId } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { clockNow } from '#server/base/clock.ts'
import { conflict, invalid, notFound } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { newId } from '#server/base/ids.ts'
import { text as say } from '#server/base/text.ts'
import { clearTimers } from '#server/base/timers.ts'
import { lockConversation, messageById } from '#server/conversations/queries.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { setCheckTimer, timerOf } from './checking.ts'
import { type NewCost, writeCost } from './costs.ts'
import { nextOf } from './recovery.ts'
import { about, lockOpen, lockRecovery, openIn, stepsOf, subjectOf } from './rows.ts'
import { beginChance, settleChance } from './secondChance.ts'
import type { RecoveriesTable } from './tables.ts'
import './tables.ts'

export interface NewRecovery {
  what: string
  source: RecoveriesTable['source']
  messageId?: string | undefined
  promiseId?: string | undefined
  costs?: readonly NewCost[]
  /** When the failure was; without it, when their message came, or now. */
  since?: Date
  /** Only when the past is brought in. */
  openedAt?: Date
  demo?: boolean
}

/** We let them down: from here on it is made right, step by step. One at a time in a conversation. */
export async function openRecovery(
  db: Db | Trx,
  by: Actor,
  conversationId: string,
  given: NewRecovery,
): Promise<string> {
  requireRole(by, 'teammate')
  return transaction(db, async (trx) => {
    const conversation = await lockConversation(trx, by, conversationId)
    const open = await openIn(trx, conversationId)
    if (open) throw conflict('recovery-open', say('recoveries.open'), { recoveryId: open.id })
    const message = given.messageId ? await messageById(trx, by, given.messageId) : undefined
    if (message && message.conversationId !== conversationId) throw notFound(say('recoveries.message'))
    const now = given.openedAt ?? (await clockNow(trx))
    const row = await trx
      .insertInto('recoveries')
      .values({
        conversationId,
        id: newId('recovery'),
        customerId: conversation.customerId,
        inboxId: conversation.inboxId,
        what: given.what,
        source: given.source,
        messageId: given.messageId ?? null,
        promiseId: given.promiseId ?? null,
        // Our answer may be there already when somebody says that this was a failure.
        since: given.since ?? message?.at ?? conversation.waitingSince ?? now,
        openedAt: now,
        openedById: teammateId(by),
        openedByName: by.name,
        closedAt: null,
        closedById: null,
        closedByName: null,
        outcome: null,
        because: null,
        checkDue: null,
        checkPromiseId: null,
        checkSaidAt: null,
        demo: given.demo ?? false,
      })
      .returningAll()
      .executeTakeFirstOrThrow()
    for (const [at, cost] of (given.costs ?? []).entries())
      await writeCost(trx, by, row, cost, `/costs/${at}/words`)
    await recordEvent(
      trx,
      by,
      'recovery.opened',
      { ...about(row), teammateId: conversation.assigneeId, messageId: row.messageId },
      { recoveryId: row.id, what: row.what, source: row.source },
    )
    await beginChance(trx, by, row)
    await audit(trx, by, 'recovery.opened', subjectOf(row), { source: row.source })
    return row.id
  })
}

/** "No, nothing of ours failed in this": it is asked once per message. */
export async function refuseOpening(
  db: Db,
  by: Actor,
  conversationId: string,
  messageId: string,
): Promise<void> {
  requireRole(by, 'teammate')
  await transaction(db, async (trx) => {
    const row = await lockConversation(trx, by, conversationId)
    const message = await messageById(trx, by, messageId)
    if (message.conversationId !== conversationId) throw notFound(say('recoveries.message'))
    await refuse(trx, by, conversationId, messageId, 'open')
    const subjects = { inboxId: row.inboxId, conversationId, customerId: row.customerId }
    await recordEvent(trx, by, 'recovery.changed', subjects, { recoveryId: '' })
    const subject = { kind: 'conversation', id: conversationId, inboxId: row.inboxId }
    await audit(trx, by, 'recovery.opening-refused', subject, { messageId })
  })
}

export const refuse = (
  trx: Trx,
  by: Actor,
  conversationId: string,
  subject: string,
  step: 'open' | NonNullable<ReturnType<typeof nextOf>>,
) =>
  trx
    .insertInto('recoveryRefusals')
    .values({ conversationId, subject, step, byId: by.id })
    .onConflict((c) => c.doNothing())
    .execute()

export type Outcome = NonNullable<RecoveriesTable['outcome']>

/** Closed: made right with every step done or left out for a reason; anything else needs a reason of its own. */
export async function closeRecovery(
  db: Db | Trx,
  by: Actor,
  id: string,
  { outcome, because, at }: { outcome: Outcome; because?: string | undefined; at?: Date },
): Promise<void> {
  requireRole(by, 'teammate')
  await transaction(db, async (trx) => {
    const row = await lockOpen(trx, by, id)
    const next = nextOf(await stepsOf(trx, row))
    if (outcome === 'made-right' && next)
      throw conflict('steps-open', say('recoveries.stepsOpen', { step: say(`recoveries.step.${next}`) }))
    if (outcome !== 'made-right' && !because) throw invalid('/because', say('recoveries.because'))
    await trx
      .updateTable('recoveries')
      .set({
        closedAt: at ?? (await clockNow(trx)),
        closedById: teammateId(by),
        closedByName: by.name,
        outcome,
        because: because ?? null,
      })
      .where('conversationId', '=', row.conversationId)
      .where('id', '=', id)
      .execute()
    await clearTimers(trx, 'recovery.check', timerOf(row))
    await settleChance(trx, row.customerId, row.inboxId)
    const detail = { recoveryId: id, outcome, because: because ?? null }
    await recordEvent(trx, by, 'recovery.closed', about(row), detail)
    await audit(trx, by, 'recovery.closed', subjectOf(row), { outcome })
  })
}

/** It is not good yet. */
export async function reopenRecovery(db: Db, by: Actor, id: string): Promise<void> {
  requireRole(by, 'teammate')
  await transaction(db, async (trx) => {
    const row = await lockRecovery(trx, by, id)
    if (!row.closedAt) return
    const open = await openIn(trx, row.conversationId)
    if (open) throw conflict('recovery-open', say('recoveries.open'), { recoveryId: open.id })
    await trx
      .updateTable('recoveries')
      .set({ closedAt: null, closedById: null, closedByName: null, outcome: null, because: null })
      .where('conversationId', '=', row.conversationId)
      .where('id', '=', id)
      .execute()
    await setCheckTimer(trx, row)
    await settleChance(trx, row.customerId, row.inboxId)
    await recordEvent(trx, by, 'recovery.reopened', about(row), { recoveryId: id })
    await audit(trx, by, 'recovery.reopened', subjectOf(row))
  })
}
