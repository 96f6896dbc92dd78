import { sql } from 'kysely'
import type { PolicyStep, TookStep } from '#contract/heat.ts'
import { type Actor, atLeast, requireRole, sees } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { clockNow } from '#server/base/clock.ts'
import { conflict, forbidden, invalid, notFound } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { newId } from '#server/base/ids.ts'
import { text as say } from '#server/base/text.ts'
import { lockConversation } from '#server/conversations/queries.ts'
import { within } from '#server/customers/sight.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { demandOn } from '#server/team/practices.ts'
import { nextStep, readHeatRules } from './rules.ts'
import type { PolicyStepsTable } from './tables.ts'
import './tables.ts'

const day = 86_400_000

/** A step of our policy was taken here, and is logged. A lead may go to the end at once: nobody has to hear a threat three times. */
export async function takeStep(
  db: Db | Trx,
  by: Actor,
  conversationId: string,
  { step, because }: { step: PolicyStep; because?: string | undefined },
): Promise<void> {
  requireRole(by, 'teammate')
  await transaction(db, async (trx) => {
    await demandOn(trx, 'heat')
    const { inboxId, customerId } = await lockConversation(trx, by, conversationId)
    const isLead = atLeast(by, 'lead')
    if (step === 'end' && !isLead) throw forbidden(say('heat.lead'))
    if (step === 'end' && !because) throw invalid('/because', say('heat.because'))
    const next = nextStep(await stepsIn(trx, conversationId))
    if (!isLead && next !== step)
      throw conflict('not-next', say('heat.notNext', { step: say(`heat.policyStep.${next ?? 'end'}`) }))
    const id = newId('policyStep')
    const now = await clockNow(trx)
    const { endDays } = await readHeatRules(trx)
    await trx
      .insertInto('policySteps')
      .values({
        conversationId,
        id,
        inboxId,
        customerId,
        step,
        because: because ?? null,
        byId: by.id,
        byName: by.name,
        at: now,
        until: step === 'end' ? new Date(now.getTime() + endDays * day) : null,
        liftedAt: null,
        liftedByName: null,
      })
      .execute()
    const subjects = { inboxId, conversationId, customerId }
    await recordEvent(trx, by, 'policy.step', subjects, { stepId: id, step, because: because ?? null })
    await audit(trx, by, 'policy.step', { kind: 'conversation', id: conversationId, inboxId }, { step })
  })
}

/** What a lead decided stands no longer. */
export async function liftStep(db: Db, by: Actor, id: string): Promise<void> {
  requireRole(by, 'lead')
  await transaction(db, async (trx) => {
    const row = await trx
      .selectFrom('policySteps')
      .selectAll()
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst()
    if (row?.step !== 'end' || !sees(by, row.inboxId)) throw notFound(say('heat.step'))
    if (row.liftedAt) return
    const { conversationId, inboxId, customerId } = row
    await trx
      .updateTable('policySteps')
      .set({ liftedAt: await clockNow(trx), liftedByName: by.name })
      .where('conversationId', '=', conversationId)
      .where('id', '=', id)
      .execute()
    await recordEvent(trx, by, 'policy.lifted', { inboxId, conversationId, customerId }, { stepId: id })
    await audit(trx, by, 'policy.lifted', { kind: 'conversation', id: conversationId, inboxId })
  })
}

export async function stepsIn(db: Db | Trx, conversationId: string): Promise<TookStep[]> {
  const rows = await db
    .selectFrom('policySteps')
    .selectAll()
    .where('conversationId', '=', conversationId)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map(shape)
}

/** What a lead has decided about this person and still stands; nothing else about their words reaches beyond its conversation. */
export async function endedFor(db: Db | Trx, by: Actor, customerId: string): Promise<TookStep | null> {
  const { rows } = await sql<Row>`
    select * from policy_steps where customer_id = ${customerId} and step = 'end' and lifted_at is null
      and until > clock_now() and ${within(by, 'inbox_id')}
    order by at desc limit 1`.execute(db)
  return rows[0] ? shape(rows[0]) : null
}

type Row = Omit<PolicyStepsTable, 'at'> & { at: Date }

const shape = (row: Row): TookStep => ({
  id: row.id,
  conversationId: row.conversationId,
  step: row.step,
  because: row.because,
  by: row.byName,
  at: row.at.toISOString(),
  until: row.until?.toISOString() ?? null,
  liftedAt: row.liftedAt?.toISOString() ?? null,
})
