import { type SqlBool, sql } from 'kysely'
import type { z } from 'zod'
import type { closingItem, closing as closingShape } from '#contract/incident.ts'
import { type Actor, requireRole } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { clockNow } from '#server/base/clock.ts'
import { conflict } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { text as say } from '#server/base/text.ts'
import { clearTimers } from '#server/base/timers.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { newestBegun, peopleOfIncident } from './ledger.ts'
import { type IncidentRow, incidentRow, lockIncident, lockOpen, nameOf } from './rows.ts'
import { recallNextUpdate, subjectOf, timerOfSending } from './sending.ts'
import { slotsIn } from './slots.ts'
import './tables.ts'

export type Closing = z.infer<typeof closingShape>
type Item = z.infer<typeof closingItem>

interface Figures {
  people: number
  untold: number
  toldUs: number
  waiting: number
  uncovered: number
  promises: number
  proposals: number
}

/** What is done and what is not, from the rows themselves. */
export async function closingOf(db: Db | Trx, by: Actor, id: string): Promise<Closing> {
  const incident = await incidentRow(db, by, id)
  const last = await db
    .selectFrom('incidentUpdates')
    .select(['position', 'kind', 'text'])
    .where('incidentId', '=', id)
    .where('sendingSince', 'is not', null)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst()
  const figures = await figuresOf(db, id)
  const isOver = last?.kind === 'closing'
  const thanks = last?.kind === 'closing' && (await thanked(db, id, last))
  const items = [
    item('told', true, isOver ? figures.untold : figures.people, isOver ? 'untold' : 'noLetter'),
    item('cause', true, incident.cause ? 0 : 1),
    item('make-good', true, figures.uncovered),
    item('thanks', true, thanks ? 0 : figures.toldUs),
    item('answers', false, figures.waiting),
    item('promises', false, figures.promises),
    item('proposals', false, figures.proposals),
  ]
  return {
    ready: items.every((one) => one.done || !one.needed),
    items,
    makeGood: await amendsOf(db, id),
  }
}

const item = (kind: Item['kind'], needed: boolean, left: number, variant: string = kind): Item => ({
  kind,
  needed,
  left,
  done: left === 0,
  says: say(`incidents.closing.${left === 0 ? `${kind}Done` : variant}`, { n: left }),
})

async function figuresOf(db: Db | Trx, id: string): Promise<Figures> {
  const { rows } = await sql<Figures>`
    select count(*)::int as people, count(*) filter (where t.state <> 'told')::int as untold,
      count(*) filter (where p.told_us)::int as told_us, count(*) filter (where t.waiting)::int as waiting,
      count(*) filter (where not exists (select 1 from incident_amends m where m.incident_id = i.id and m.kind is null)
        and not exists (select 1 from incident_gifts f where f.incident_id = i.id and f.customer_id = p.customer_id and f.decision_id is not null))::int as uncovered,
      (select count(*) from incident_promises o join promises r on r.id = o.promise_id and r.conversation_id = o.conversation_id
        where o.incident_id = ${id} and r.state in ('open', 'late', 'broken'))::int as promises,
      (select count(*) from incident_proposals o where o.incident_id = ${id} and o.answered_at is null)::int as proposals
    from incidents i cross join lateral ${newestBegun} n
    join ${peopleOfIncident} on p.incident_id = i.id and p.off_at is null
    where ${sql<SqlBool>`i.id = ${id}`}`.execute(db)
  return rows[0]!
}

/** The last letter has a place for thanks in all its wordings, so everybody who told us has been thanked. */
async function thanked(
  db: Db | Trx,
  incidentId: string,
  { position, text }: { position: number; text: string },
): Promise<boolean> {
  const voices = await db
    .selectFrom('incidentVoices')
    .select('text')
    .where('incidentId', '=', incidentId)
    .where('updatePosition', '=', position)
    .execute()
  return [text, ...voices.map((one) => one.text)].every((one) =>
    slotsIn(one).some((slot) => slot.name === 'thanks'),
  )
}

async function amendsOf(db: Db | Trx, incidentId: string): Promise<Closing['makeGood']> {
  const { rows } = await sql<{
    kind: string | null
    unit: string | null
    amount: string | null
    because: string
    at: Date
    byName: string | null
    decided: number
    asked: number
    left: number
  }>`
    select m.kind, m.unit, m.amount, m.because, m.at, m.by_name,
      count(f.*) filter (where d.state in ('decided', 'approved'))::int as decided, count(f.*) filter (where d.state = 'asked')::int as asked,
      count(f.*) filter (where f.decision_id is null)::int as left
    from incident_amends m
    left join incident_gifts f on f.incident_id = m.incident_id and f.position = m.position
    left join decisions d on d.id = f.decision_id and d.conversation_id = f.conversation_id
    where m.incident_id = ${incidentId} group by m.incident_id, m.position order by m.position`.execute(db)
  return rows.map(({ byName, at, amount, ...row }) => ({
    ...row,
    amount: amount === null ? null : Number(amount),
    at: at.toISOString(),
    by: byName,
  }))
}

/** It is over. With something open only with the reason, which stays on record. */
export async function closeIncident(
  db: Db | Trx,
  by: Actor,
  id: string,
  asItIs: string | undefined,
): Promise<void> {
  requireRole(by, 'teammate')
  await transaction(db, async (trx) => {
    const incident = await lockOpen(trx, by, id)
    const { ready, items } = await closingOf(trx, by, id)
    if (!ready && !asItIs)
      throw conflict('still-open', say('incidents.stillOpen'), {
        items: items.filter((one) => one.needed && !one.done),
      })
    await stopEverything(trx, incident)
    await trx
      .updateTable('incidents')
      .set({
        closedAt: await clockNow(trx),
        closedByName: nameOf(by),
        closedAsItIs: ready ? null : asItIs!,
        nextUpdate: null,
      })
      .where('id', '=', id)
      .execute()
    await recordEvent(trx, by, 'incident.closed', { inboxId: incident.inboxId }, { incidentId: id })
    await audit(
      trx,
      by,
      'incident.closed',
      { kind: 'incident', id, inboxId: incident.inboxId },
      { asItIs: !ready },
    )
  })
}

/** What is still to leave does not: whoever closes as it is has seen how many do not know. */
async function stopEverything(trx: Trx, { id }: IncidentRow): Promise<void> {
  const sending = await trx
    .updateTable('incidentUpdates')
    .set({ state: 'stopped', nextBatchAt: null })
    .where('incidentId', '=', id)
    .where('state', '=', 'sending')
    .returning('position')
    .execute()
  for (const { position } of sending) await clearTimers(trx, timerOfSending, subjectOf(id, position))
  await trx
    .updateTable('incidentLetters')
    .set({ state: 'draft' })
    .where('incidentId', '=', id)
    .where('state', '=', 'waiting')
    .execute()
}

/** It is not over yet. */
export async function reopenIncident(db: Db, by: Actor, id: string): Promise<void> {
  requireRole(by, 'teammate')
  await transaction(db, async (trx) => {
    const incident = await lockIncident(trx, by, id)
    if (!incident.closedAt) return
    await trx
      .updateTable('incidents')
      .set({ closedAt: null, closedByName: null, closedAsItIs: null })
      .where('id', '=', id)
      .execute()
    // The hour that stands in everybody's letter counts again.
    await recallNextUpdate(trx, id)
    await recordEvent(trx, by, 'incident.reopened', { inboxId: incident.inboxId }, { incidentId: id })
    await audit(trx, by, 'incident.reopened', { kind: 'incident', id, inboxId: incident.inboxId })
  })
}
