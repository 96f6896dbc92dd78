import { sql } from 'kysely'
import { tend } from '#server/base/actor.ts'
import { clockNow } from '#server/base/clock.ts'
import { lockConversation } from '#server/conversations/queries.ts'
import { assign } from '#server/conversations/state.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { preferTheirPerson } from '#server/persons/actions.ts'
import { standingOf } from './candidates.ts'
import { ruleOf } from './queries.ts'
import './tables.ts'

/**
 * Something has come: it goes to their own person where the team works so, else by the rule of its inbox to whoever comes next. Where
 * nobody can take it, it stays New and is given out as soon as somebody can. Safe to repeat.
 */
export async function giveOut(db: Db, conversationId: string): Promise<void> {
  await preferTheirPerson(db, conversationId)
  await transaction(db, (trx) => give(trx, conversationId))
}

async function give(trx: Trx, id: string): Promise<boolean> {
  const there = await trx
    .selectFrom('conversations')
    .select('inboxId')
    .where('id', '=', id)
    .executeTakeFirst()
  if (!there || !(await ruleOf(trx, there.inboxId))) return false
  // One after the other, so that two letters at once do not go to the same person.
  await trx
    .selectFrom('routingRules')
    .select('inboxId')
    .where('inboxId', '=', there.inboxId)
    .forUpdate()
    .execute()
  const row = await lockConversation(trx, tend, id)
  const rule = await ruleOf(trx, row.inboxId)
  if (!rule || row.status !== 'open' || row.assigneeId !== null || row.spamAt !== null || row.held)
    return false
  const now = await clockNow(trx)
  const next = (await standingOf(trx, rule, now)).find((one) => one.passedOver === null)
  if (!next) return false
  await assign(trx, tend, id, next.id)
  await trx
    .insertInto('routingTurns')
    .values({ inboxId: row.inboxId, teammateId: next.id, lastAt: now })
    .onConflict((c) => c.columns(['inboxId', 'teammateId']).doUpdateSet({ lastAt: now }))
    .execute()
  return true
}

/**
 * Somebody has room again: what found nobody is given out, the longest waiting first. What a person has put back to New stays there: they
 * have looked, and found that it is nobody's.
 */
export async function giveOutLeft(db: Db, inboxId: string): Promise<void> {
  if (!(await ruleOf(db, inboxId))) return
  const { rows } = await sql<{ id: string }>`
    select c.id from conversations c
    where c.inbox_id = ${inboxId} and c.status = 'open' and c.assignee_id is null and c.spam_at is null and not c.held
      and not exists (
        select 1 from events e where e.conversation_id = c.id and e.type = 'conversation.assigned' and e.by_kind = 'teammate'
          and e.detail ->> 'to' is null and e.seq = (
            select max(l.seq) from events l where l.conversation_id = c.id and l.type = 'conversation.assigned'))
    order by c.waiting_since, c.id limit 20`.execute(db)
  for (const { id } of rows) if (!(await transaction(db, (trx) => give(trx, id)))) return
}
