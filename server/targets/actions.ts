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
import { type HeldConversation, holdConversations, idsOf } from '#server/conversations/holding.ts'
import { lockIfThere } from '#server/conversations/queries.ts'
import { noteTarget } from '#server/conversations/state.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { demandOn, isOn } from '#server/team/practices.ts'
import { keepFirstAnswers } from './firstAnswers.ts'
import { type Rule, type Standing, same, type Target, targetOf } from './target.ts'
import './tables.ts'

/** Sets the clock of one conversation by how it stands now. Safe to repeat: what has not changed runs on. */
export const settleTarget = (db: Db, conversationId: string): Promise<void> =>
  holdConversations(db, [conversationId], settleTargets)

/** The same of some that are held already. */
export async function settleTargets(trx: Trx, held: readonly HeldConversation[]): Promise<void> {
  const on = await isOn(trx, 'targets')
  await keepFirstAnswers(trx, idsOf(held), on)
  const befores = await trx
    .selectFrom('targets')
    .selectAll()
    .where(sql<boolean>`conversation_id = any(${idsOf(held)}::text[])`)
    .execute()
  const before = new Map(befores.map((row) => [row.conversationId, row]))
  const standings = on ? await standingsOf(trx, held) : new Map<string, Standing>()
  const rules = on ? await rulesOf(trx) : []
  for (const { id, row } of held) {
    const standing = standings.get(id)
    const target = standing ? targetOf(standing, rules, await workingTime(trx)) : null
    await settleOne(trx, id, row, before.get(id), target)
  }
}

async function settleOne(
  trx: Trx,
  conversationId: string,
  row: ConversationRow | null,
  before: Target | undefined,
  target: Target | null,
): Promise<void> {
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
  await setTimers(trx, [
    { kind: 'target.near', subject: conversationId, dueAt: target.nearAt },
    { kind: 'target.missed', subject: conversationId, dueAt: target.targetAt },
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

async function standingsOf(trx: Trx, held: readonly HeldConversation[]): Promise<Map<string, Standing>> {
  const there = held.flatMap(({ row }) => row ?? [])
  const { rows } = await sql<{ id: string; askedAt: Date | null; isAnswered: boolean }>`
    select c.id,
      exists (select 1 from messages o where o.conversation_id = c.id and o.direction = 'out' and not o.auto_reply) as is_answered,
      (select min(m.at) from messages m where m.conversation_id = c.id and m.direction = 'in'
        and not m.auto_reply and not m.is_bounce and not m.is_report and not m.held
        and m.at > coalesce((select max(o.at) from messages o
          where o.conversation_id = m.conversation_id and o.direction = 'out' and not o.auto_reply), '-infinity')) as asked_at
    from unnest(${there.map(({ id }) => id)}::text[]) as c(id)`.execute(trx)
  const said = new Map(rows.map((row) => [row.id, row]))
  const now = await clockNow(trx)
  const isPractised = await isOn(trx, 'secondChance')
  return new Map(
    there.map((row) => {
      const until = row.secondChanceUntil
      return [
        row.id,
        { ...row, ...said.get(row.id)!, isSecondChance: isPractised && until !== null && until > now },
      ]
    }),
  )
}
