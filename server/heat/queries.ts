import { sql } from 'kysely'
import { heatIn } from '#care/heat.ts'
import type { Heat, HeatKind } from '#contract/heat.ts'
import { type Actor, teammateId } from '#server/base/actor.ts'
import { conversationById } from '#server/conversations/queries.ts'
import type { Db } from '#server/database/database.ts'
import { isOn } from '#server/team/practices.ts'
import { endedFor, stepsIn } from './policy.ts'
import { colleagues, reliefIn } from './relief.ts'
import { myRest } from './resting.ts'
import { nextStep, readHeatRules } from './rules.ts'
import './tables.ts'

interface Theirs {
  messageId: string
  text: string
  kind: HeatKind | 'no' | null
  byName: string | null
  saidAt: Date | null
}

/** Whether their words are hard, and what helps whoever answers. */
export async function heatOf(db: Db, by: Actor, conversationId: string): Promise<Heat> {
  const conversation = await conversationById(db, by, conversationId)
  const [rules, theirs, steps, relief, until] = [
    await readHeatRules(db),
    await unanswered(db, conversationId),
    await stepsIn(db, conversationId),
    await reliefIn(db, conversationId),
    await myRest(db, by, conversationId),
  ]
  const said = theirs.find((one) => one.kind === 'hard' || one.kind === 'abuse')
  const others = await colleagues(db, conversation, [teammateId(by) ?? ''])
  return {
    proposal: said ? null : proposedOf(theirs),
    confirmed: said
      ? {
          messageId: said.messageId,
          kind: said.kind as HeatKind,
          by: said.byName,
          at: said.saidAt!.toISOString(),
        }
      : null,
    ways: rules.ways,
    policy: rules.policy,
    steps,
    next: nextStep(steps),
    ended: await endedFor(db, by, conversation.customerId),
    rest: until && { until: until.toISOString() },
    relief,
    canSwap: others.length > 0 && (await isOn(db, 'handover')),
  }
}

function proposedOf(theirs: readonly Theirs[]): Heat['proposal'] {
  for (const { messageId, text, kind } of theirs) {
    if (kind !== null) continue
    const found = heatIn(text)
    if (found) return { messageId, words: found.words, kind: found.kind }
  }
  return null
}

/** Their words since we last answered, newest first: what came before was met already. */
async function unanswered(db: Db, conversationId: string): Promise<Theirs[]> {
  const { rows } = await sql<Theirs>`
    select m.id as message_id, m.text, a.kind, a.by_name, a.at as said_at
    from messages m left join heat_answers a on a.conversation_id = m.conversation_id and a.message_id = m.id
    where m.conversation_id = ${conversationId} and m.direction = 'in'
      and not m.auto_reply and not m.is_bounce and not m.is_report and not m.held
      and m.at > coalesce((select max(o.at) from messages o where o.conversation_id = ${conversationId}
        and o.direction = 'out' and not o.auto_reply), '-infinity')
    order by m.at desc, m.id desc limit 5`.execute(db)
  return rows
}
