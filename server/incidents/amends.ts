import { sql } from 'kysely'
import { decide } from '#server/authority/actions.ts'
import { type Actor, requireRole } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { conflict, invalid, Problem } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { text as say } from '#server/base/text.ts'
import { type Db, transaction } from '#server/database/database.ts'
import { demandOn } from '#server/team/practices.ts'
import { findTeammate } from '#server/team/queries.ts'
import { actorOf } from '#server/team/signIn.ts'
import { lockOpen, nameOf } from './rows.ts'
import './tables.ts'

type Given =
  | {
      kind: string
      unit: string
      amount: number
      because: string
      group?: number | undefined
      customerIds?: readonly string[] | undefined
    }
  | { nothing: true; because: string }

/**
 * What is made good, said once for everybody or some of them, and then decided in each conversation within the limits of whoever says it:
 * above them it is asked, one by one. Or nothing, and why.
 */
export async function makeGood(db: Db, by: Actor, id: string, given: Given): Promise<void> {
  requireRole(by, 'teammate')
  await transaction(db, async (trx) => {
    const incident = await lockOpen(trx, by, id)
    const gift = 'nothing' in given ? null : given
    if (gift) await demandOn(trx, 'authority')
    const { last } = await trx
      .selectFrom('incidentAmends')
      .select((e) => e.fn.coalesce(e.fn.max('position'), e.lit(0)).as('last'))
      .where('incidentId', '=', id)
      .executeTakeFirstOrThrow()
    const position = last + 1
    await trx
      .insertInto('incidentAmends')
      .values({
        incidentId: id,
        position,
        kind: gift?.kind ?? null,
        unit: gift?.unit ?? null,
        amount: gift ? gift.amount.toFixed(2) : null,
        because: given.because,
        byId: by.id,
        byName: nameOf(by),
      })
      .execute()
    if (gift) {
      const meant = sql`p.incident_id = ${id} and p.off_at is null
          ${gift.group === undefined ? sql`` : sql`and p.group_position = ${gift.group}`}
          ${gift.customerIds ? sql`and p.customer_id = any(${[...gift.customerIds]}::text[])` : sql``}`
      const { rows: people } = await sql`select 1 from incident_people p where ${meant} limit 1`.execute(trx)
      if (people.length === 0) throw invalid('/customerIds', say('incidents.nobodyThere'))
      // Two concierges who press at once, or one who presses twice, give it once.
      const { rows } = await sql`insert into incident_gifts (incident_id, position, customer_id)
        select ${id}, ${position}, p.customer_id from incident_people p where ${meant} and not exists (
          select 1 from incident_gifts g join incident_amends a on a.incident_id = g.incident_id and a.position = g.position
          where g.incident_id = ${id} and g.customer_id = p.customer_id and a.kind = ${gift.kind} and a.unit = ${gift.unit})
        returning customer_id`.execute(trx)
      if (rows.length === 0) throw conflict('already-given', say('incidents.alreadyGiven'))
      await recordEvent(
        trx,
        by,
        'incident.amends',
        { inboxId: incident.inboxId },
        { incidentId: id, position },
      )
    }
    await recordEvent(trx, by, 'incident.changed', { inboxId: incident.inboxId }, { incidentId: id })
    await audit(
      trx,
      by,
      'incident.make-good',
      { kind: 'incident', id, inboxId: incident.inboxId },
      gift ? { kind: gift.kind, unit: gift.unit, amount: gift.amount } : { nothing: true },
    )
  })
}

/** Decides it in each conversation, each in a transaction of its own. Safe to repeat: what is decided is passed over. */
export async function decideEach(db: Db, incidentId: string, position: number): Promise<void> {
  const amends = await db
    .selectFrom('incidentAmends')
    .selectAll()
    .where('incidentId', '=', incidentId)
    .where('position', '=', position)
    .executeTakeFirst()
  const { kind, unit, amount } = amends ?? {}
  const teammate = amends?.byId ? await findTeammate(db, amends.byId) : undefined
  if (!amends || !kind || !unit || !amount || !teammate) return
  const by = actorOf(teammate, 'session')
  const { rows } = await sql<{ customerId: string; conversationId: string }>`
    select f.customer_id, p.conversation_id from incident_gifts f
    join incident_people p on p.incident_id = f.incident_id and p.customer_id = f.customer_id and p.off_at is null
    join conversations c on c.id = p.conversation_id and c.customer_id = p.customer_id
    where f.incident_id = ${incidentId} and f.position = ${position} and f.decision_id is null and p.conversation_id is not null
    order by f.customer_id`.execute(db)
  for (const { customerId, conversationId } of rows) {
    const problem = await transaction(db, async (trx) => {
      const mine = await trx
        .selectFrom('incidentGifts')
        .select('decisionId')
        .where('incidentId', '=', incidentId)
        .where('position', '=', position)
        .where('customerId', '=', customerId)
        .forUpdate()
        .executeTakeFirst()
      if (!mine || mine.decisionId) return null
      const decisionId = await decide(trx, by, conversationId, {
        kind,
        unit,
        amount: Number(amount),
        because: amends.because,
        ask: true,
      })
      await trx
        .updateTable('incidentGifts')
        .set({ decisionId, conversationId, problem: null })
        .where('incidentId', '=', incidentId)
        .where('position', '=', position)
        .where('customerId', '=', customerId)
        .execute()
      return null
    }).catch((error) => {
      if (!(error instanceof Problem) || error.status >= 500) throw error
      return error.message
    })
    if (problem)
      await db
        .updateTable('incidentGifts')
        .set({ problem })
        .where('incidentId', '=', incidentId)
        .where('position', '=', position)
        .where('customerId', '=', customerId)
        .where('decisionId', 'is', null)
        .execute()
  }
}

/** Whoever had no conversation when it was decided has one now that they were written to. */
export async function decideLeft(db: Db, incidentId: string): Promise<void> {
  const open = await db
    .selectFrom('incidentGifts')
    .select('position')
    .distinct()
    .where('incidentId', '=', incidentId)
    .where('decisionId', 'is', null)
    .where('problem', 'is', null)
    .execute()
  for (const { position } of open) await decideEach(db, incidentId, position)
}
