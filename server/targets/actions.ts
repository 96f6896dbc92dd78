import { sql } from 'kysely'
import { type Actor, requireRole, sees, tend } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { clockNow } from '#server/base/clock.ts'
import { notFound } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { newId } from '#server/base/ids.ts'
import { text as say } from '#server/base/text.ts'
import { clearTimers, setTimers } from '#server/base/timers.ts'
import { workingTime } from '#server/calendar/queries.ts'
import type { ConversationRow } from '#server/conversations/conversation.ts'
import { lockIfThere } from '#server/conversations/queries.ts'
import { noteTarget } from '#server/conversations/state.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { demandOn, isOn } from '#server/team/practices.ts'
import { keepFirstAnswer } from './firstAnswers.ts'
import { type Rule, same, targetOf } from './target.ts'
import './tables.ts'

/** Sets the clock of one conversation by how it stands now. Safe to repeat: what has not changed runs on. */
export const settleTarget = (db: Db, conversationId: string): Promise<void> =>
  transaction(db, async (trx) => settleTargetOf(trx, conversationId, await lockIfThere(trx, conversationId)))

/** The same of one that is held already; null where it is gone. */
export async function settleTargetOf(
  trx: Trx,
  conversationId: string,
  row: ConversationRow | null,
): Promise<void> {
  const on = await isOn(trx, 'targets')
  await keepFirstAnswer(trx, conversationId, on && row ? row : undefined)
  const before = await rowOf(trx, conversationId)
  const target =
    row && on ? targetOf(await standing(trx, row), await rulesOf(trx), await workingTime(trx)) : null
  if (before && target && same(before, target)) return
  if (!before && !target) return
  await clearTimers(trx, ['target.near', 'target.missed'], conversationId)
  await trx.deleteFrom('targets').where('conversationId', '=', conversationId).execute()
  if (row) await noteTarget(trx, conversationId, target?.targetAt ?? null)
  if (!row || !target) return
  await trx
    .insertInto('targets')
    .values({ conversationId, inboxId: row.inboxId, ...target, nearSaidAt: null, missedAt: null })
    .execute()
  await setTimers(trx, conversationId, [
    { kind: 'target.near', dueAt: target.nearAt },
    { kind: 'target.missed', dueAt: target.targetAt },
  ])
  // A timer that fired at this very moment before is not set again: what it would do is done here.
  await sayIfDue(trx, row)
}

/** Both timers. Says that the target comes near, or that it is missed: each once. */
export const sayTarget = (db: Db, conversationId: string): Promise<void> =>
  transaction(db, async (trx) => {
    const row = await lockIfThere(trx, conversationId)
    if (row) await sayIfDue(trx, row)
  })

async function sayIfDue(trx: Trx, row: ConversationRow): Promise<void> {
  const target = await rowOf(trx, row.id)
  if (!target) return
  const now = await clockNow(trx)
  const isMissed = target.targetAt <= now && !target.missedAt
  const isNear = target.nearAt <= now && !target.nearSaidAt
  if (!isMissed && !isNear) return
  await trx
    .updateTable('targets')
    .set({ ...(isNear && { nearSaidAt: now }), ...(isMissed && { missedAt: now }) })
    .where('conversationId', '=', row.id)
    .execute()
  // What is missed already need not be said to come near.
  await sayOnce(trx, row, isMissed ? 'target.missed' : 'target.near', target.targetAt)
}

/** A clock that was stopped and runs again to the same time has said so already. */
async function sayOnce(
  trx: Trx,
  row: ConversationRow,
  type: 'target.near' | 'target.missed',
  at: Date,
): Promise<void> {
  const target = at.toISOString()
  const said = await trx
    .selectFrom('events')
    .select('seq')
    .where('conversationId', '=', row.id)
    .where('type', '=', type)
    .where(sql<boolean>`detail->>'target' = ${target}`)
    .executeTakeFirst()
  if (said) return
  const { inboxId, customerId, assigneeId } = row
  const subjects = { inboxId, customerId, conversationId: row.id, teammateId: assigneeId }
  await recordEvent(trx, tend, type, subjects, { target })
}

/** Hours, holidays, the rules or the switch have changed: every clock is set anew. */
export async function settleAllTargets(db: Db): Promise<void> {
  let after = ''
  for (;;) {
    const rows = await db
      .selectFrom('conversations')
      .select('id')
      .where((e) => e.or([e('status', '!=', 'closed'), e('targetAt', 'is not', null)]))
      .where('id', '>', after)
      .orderBy('id')
      .limit(200)
      .execute()
    for (const { id } of rows) await settleTarget(db, id)
    if (rows.length < 200) return
    after = rows.at(-1)!.id
  }
}

/** Sets a target, or changes the one of the same scope. */
export async function setRule(db: Db | Trx, by: Actor, given: Rule): Promise<string> {
  requireRole(by, 'lead')
  return transaction(db, async (trx) => {
    await demandOn(trx, 'targets')
    if (given.inboxId && !sees(by, given.inboxId)) throw notFound(say('targets.inbox'))
    const { rows } = await sql<{ id: string }>`
      insert into target_rules (id, answer, inbox_id, channel, pressing, minutes, by_id)
      values (${newId('rule')}, ${given.answer}, ${given.inboxId}, ${given.channel}, ${given.pressing}, ${given.minutes}, ${by.id})
      on conflict (answer, coalesce(inbox_id, ''), coalesce(channel, ''), coalesce(pressing::text, ''))
        do update set minutes = excluded.minutes, by_id = excluded.by_id, at = clock_now()
      returning id`.execute(trx)
    await changed(trx, by, 'target-rule.set', given.inboxId, { ...given })
    return rows[0]!.id
  })
}

export async function removeRule(db: Db, by: Actor, id: string): Promise<void> {
  requireRole(by, 'lead')
  await transaction(db, async (trx) => {
    const rule = await trx.selectFrom('targetRules').selectAll().where('id', '=', id).executeTakeFirst()
    if (!rule || (rule.inboxId && !sees(by, rule.inboxId))) throw notFound(say('targets.rule'))
    await trx.deleteFrom('targetRules').where('id', '=', id).execute()
    const { answer, minutes, inboxId } = rule
    await changed(trx, by, 'target-rule.removed', inboxId, { answer, minutes })
  })
}

async function changed(
  trx: Trx,
  by: Actor,
  action: string,
  inboxId: string | null,
  detail: Record<string, unknown>,
): Promise<void> {
  await recordEvent(trx, by, 'target-rules.changed', { inboxId }, {})
  await audit(trx, by, action, inboxId ? { kind: 'inbox', id: inboxId, inboxId } : null, detail)
}

const rulesOf = (trx: Trx): Promise<Rule[]> => trx.selectFrom('targetRules').selectAll().execute()

const rowOf = (trx: Trx, id: string) =>
  trx.selectFrom('targets').selectAll().where('conversationId', '=', id).executeTakeFirst()

async function standing(trx: Trx, row: ConversationRow) {
  const { rows } = await sql<{ askedAt: Date | null; isAnswered: boolean }>`
    select exists (select 1 from messages o where o.conversation_id = ${row.id} and o.direction = 'out' and not o.auto_reply) as is_answered,
      (select min(m.at) from messages m where m.conversation_id = ${row.id} and m.direction = 'in'
        and not m.auto_reply and not m.is_bounce and not m.is_report and not m.held
        and m.at > coalesce((select max(o.at) from messages o
          where o.conversation_id = m.conversation_id and o.direction = 'out' and not o.auto_reply), '-infinity')) as asked_at`.execute(
    trx,
  )
  const isSecondChance =
    row.secondChanceUntil !== null &&
    row.secondChanceUntil > (await clockNow(trx)) &&
    (await isOn(trx, 'secondChance'))
  return { ...row, ...rows[0]!, isSecondChance }
}
