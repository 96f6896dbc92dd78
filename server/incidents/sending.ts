import { sql } from 'kysely'
import { type Actor, requireRole } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { clockNow } from '#server/base/clock.ts'
import { conflict } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { text as say } from '#server/base/text.ts'
import { clearTimers, setTimer } from '#server/base/timers.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { draftFor } from './drafting.ts'
import { type IncidentRow, lockOpen, lockWhateverIsOn, nameOf, updateRow } from './rows.ts'
import './tables.ts'

export const timerOfSending = 'incident.send'
export const subjectOf = (incidentId: string, update: number): string => `${incidentId} ${update}`

interface Ready {
  drafts: number
  unread: number
  nobodys: number
  stops: Record<string, number>
}

/** What would leave, and what speaks against it. */
export async function whatStops(db: Db | Trx, incident: IncidentRow, update: number): Promise<Ready> {
  const { rows } = await sql<Omit<Ready, 'stops'> & { stops: Record<string, number> | null }>`
    with drafts as (
      select l.*, g.concierge_id from incident_letters l
      join incident_people p on p.incident_id = l.incident_id and p.customer_id = l.customer_id and p.off_at is null
      left join incident_groups g on g.incident_id = l.incident_id and g.position = p.group_position
      where l.incident_id = ${incident.id} and l.update_position = ${update} and l.state = 'draft'
    )
    select count(*)::int as drafts, count(*) filter (where not read)::int as unread,
      count(*) filter (where concierge_id is null)::int as nobodys,
      (select jsonb_object_agg(kind, n) from (select kind, count(*)::int as n from drafts, unnest(stopped) as kind group by kind) x) as stops
    from drafts`.execute(db)
  return { ...rows[0]!, stops: rows[0]!.stops ?? {} }
}

/**
 * Sends what is drafted, each letter in the name of their concierge. Refused as long as anything stops a letter, so that nobody is forgotten
 * behind one that could not leave.
 */
export async function startSending(
  db: Db | Trx,
  by: Actor,
  id: string,
  position: number,
  { perMinute, undoSeconds }: { perMinute: number; undoSeconds: number },
): Promise<void> {
  requireRole(by, 'teammate')
  await draftAnew(db, by, id, position)
  await transaction(db, async (trx) => {
    const incident = await lockOpen(trx, by, id)
    const update = await updateRow(trx, id, position)
    if (update.state === 'sending') throw conflict('still-sending', say('incidents.stillSending'))
    const ready = await whatStops(trx, incident, position)
    refuse(ready)
    const now = await clockNow(trx)
    if (update.nextUpdate && update.nextUpdate <= now)
      throw conflict('next-update-past', say('incidents.nextUpdatePast'))
    const leavesAt = new Date(now.getTime() + undoSeconds * 1000)
    await trx
      .updateTable('incidentLetters')
      .set({ state: 'waiting' })
      .where('incidentId', '=', id)
      .where('updatePosition', '=', position)
      .where('state', '=', 'draft')
      .where(
        sql<boolean>`exists (select 1 from incident_people p where p.incident_id = ${id} and p.customer_id = incident_letters.customer_id and p.off_at is null)`,
      )
      .execute()
    await trx
      .updateTable('incidentUpdates')
      .set({
        state: 'sending',
        perMinute,
        sendingSince: update.sendingSince ?? now,
        sendingByName: nameOf(by),
        leavesAt,
        nextBatchAt: leavesAt,
        doneAt: null,
        toldAt: null,
      })
      .where('incidentId', '=', id)
      .where('position', '=', position)
      .execute()
    await trx.updateTable('incidents').set({ nextUpdate: update.nextUpdate }).where('id', '=', id).execute()
    await setTimer(trx, timerOfSending, subjectOf(id, position), leavesAt)
    await recordEvent(
      trx,
      by,
      'incident.sending',
      { inboxId: incident.inboxId },
      { incidentId: id, update: position },
    )
    await audit(
      trx,
      by,
      'incident.sending',
      { kind: 'incident', id, inboxId: incident.inboxId },
      { update: position, letters: ready.drafts, perMinute },
    )
  })
}

/**
 * What leaves is what is true now: names, who is away, what was bought since. Kept also where the sending is refused, for a letter that changes
 * by that is read anew.
 */
const draftAnew = (db: Db | Trx, by: Actor, id: string, position: number) =>
  transaction(db, async (trx) => {
    const incident = await lockOpen(trx, by, id)
    const update = await updateRow(trx, id, position)
    if (update.state !== 'sending') await draftFor(trx, incident, update, null)
  })

function refuse({ drafts, unread, nobodys, stops }: Ready): void {
  const [kind] = (['empty', 'suspicious', 'identical', 'care'] as const).filter((one) => stops[one])
  if (kind)
    throw conflict('stopped', say(`incidents.stopped.${kind}`, { n: stops[kind]! }), {
      stops,
      nobodys,
      unread,
    })
  if (nobodys)
    throw conflict('nobody-writes', say('incidents.nobodys', { n: nobodys }), { stops, nobodys, unread })
  if (unread)
    throw conflict('still-reading', say('incidents.stillReading', { n: unread }), { stops, nobodys, unread })
  if (drafts === 0) throw conflict('nothing-to-send', say('incidents.nothingToSend'))
}

/** Stop: what has not been written does not leave. Before the first has left it is as if nothing had been sent. */
export async function stopSending(db: Db, by: Actor, id: string, position: number): Promise<void> {
  requireRole(by, 'teammate')
  await transaction(db, async (trx) => {
    const incident = await lockWhateverIsOn(trx, by, id)
    const update = await updateRow(trx, id, position)
    if (update.state !== 'sending') throw conflict('not-sending', say('incidents.notSending'))
    await halt(trx, id, position)
    await recordEvent(trx, by, 'incident.ledger', { inboxId: incident.inboxId }, { incidentId: id })
    await audit(
      trx,
      by,
      'incident.sending-stopped',
      { kind: 'incident', id, inboxId: incident.inboxId },
      { update: position },
    )
  })
}

/** What has not been written is a draft again, and no further handful has its time. The update's row is held by the caller. */
export async function halt(trx: Trx, id: string, position: number): Promise<void> {
  await clearTimers(trx, timerOfSending, subjectOf(id, position))
  await trx
    .updateTable('incidentLetters')
    .set({ state: 'draft' })
    .where('incidentId', '=', id)
    .where('updatePosition', '=', position)
    .where('state', '=', 'waiting')
    .execute()
  const left = await trx
    .selectFrom('incidentLetters')
    .select('customerId')
    .where('incidentId', '=', id)
    .where('updatePosition', '=', position)
    .where((e) => e.or([e('writtenAt', 'is not', null), e('toldAt', 'is not', null)]))
    .limit(1)
    .executeTakeFirst()
  await trx
    .updateTable('incidentUpdates')
    .set({
      state: left ? 'stopped' : 'draft',
      leavesAt: null,
      nextBatchAt: null,
      ...(!left && { sendingSince: null, sendingByName: null }),
    })
    .where('incidentId', '=', id)
    .where('position', '=', position)
    .execute()
  if (!left) await recallNextUpdate(trx, id, position)
}

/** The next update is the one that was promised last, by a letter that began to leave; `before` a position, or of all of them. */
export async function recallNextUpdate(trx: Trx, id: string, before?: number): Promise<void> {
  const last = await trx
    .selectFrom('incidentUpdates')
    .select('nextUpdate')
    .where('incidentId', '=', id)
    .$if(before !== undefined, (query) => query.where('position', '<', before!))
    .where('sendingSince', 'is not', null)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst()
  await trx
    .updateTable('incidents')
    .set({ nextUpdate: last?.nextUpdate ?? null })
    .where('id', '=', id)
    .execute()
}
