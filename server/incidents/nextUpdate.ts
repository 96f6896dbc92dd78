import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { type Actor, teammateId, tend } from '#server/base/actor.ts'
import { clockNow } from '#server/base/clock.ts'
import { conflict, invalid, Problem } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { newId } from '#server/base/ids.ts'
import { text as say, textLanguage } from '#server/base/text.ts'
import type { Trx } from '#server/database/database.ts'
import { keepPromise, makePromise } from '#server/promises/actions.ts'
import { handOver } from '#server/promises/handing.ts'
import { moveDue } from '#server/promises/moving.ts'
import { newestBegun, peopleOfIncident } from './ledger.ts'
import type { IncidentRow, UpdateRow } from './rows.ts'
import { writerFor } from './writers.ts'
import './tables.ts'

/**
 * "You hear from me again at 15:30" stands in every letter, so it is a promise: one per group, in the conversation of the first of them who is
 * written to, made to that person and to so many others. Others are not named there: it is that person's conversation.
 */
export async function promiseNext(
  trx: Trx,
  by: Actor,
  incident: IncidentRow,
  update: UpdateRow,
  first: { group: number; conversationId: string; customerId: string; messageId: string },
): Promise<void> {
  const due = update.nextUpdate!
  if (due <= (await clockNow(trx))) return
  const id = newId('promise')
  const mine = await trx
    .insertInto('incidentPromises')
    .values({
      incidentId: incident.id,
      updatePosition: update.position,
      groupPosition: first.group,
      promiseId: id,
      conversationId: first.conversationId,
    })
    .onConflict((c) => c.doNothing())
    .returning('promiseId')
    .executeTakeFirst()
  if (!mine) return
  const { others } = await trx
    .selectFrom('incidentPeople')
    .select((e) => e.fn.countAll<number>().as('others'))
    .where('incidentId', '=', incident.id)
    .where(sql<SqlBool>`coalesce(group_position, 0) = ${first.group}`)
    .where('offAt', 'is', null)
    .where('customerId', '!=', first.customerId)
    .executeTakeFirstOrThrow()
  const { language, formality } = await trx
    .selectFrom('customers')
    .select(['language', 'formality'])
    .where('id', '=', first.customerId)
    .executeTakeFirstOrThrow()
  const tongue = textLanguage(language, formality)
  await makePromise(trx, by, {
    id,
    conversationId: first.conversationId,
    customerId: first.customerId,
    inboxId: incident.inboxId,
    messageId: first.messageId,
    what: say('incidents.promise', { what: incident.what }, tongue),
    to: null,
    quote: null,
    makerId: teammateId(by),
    due,
    demo: incident.demo,
    ...(others > 0 && { alsoTo: [say('incidents.others', { n: others }, tongue)] }),
  })
}

const someone = (where: RawBuilder<SqlBool>, incidentId: string) => sql<{ there: boolean }>`
  select exists (select 1 from incidents i cross join lateral ${newestBegun} n
    join ${peopleOfIncident} on p.incident_id = i.id
    where i.id = ${incidentId} and p.off_at is null and n.latest > 0 and ${where}) as there`

/**
 * After a step in the ledger: an update that has reached everybody is told, and what was promised to a group before is kept once the last of
 * them has heard. Safe to repeat.
 */
export async function settleTold(trx: Trx, incidentId: string): Promise<void> {
  const incident = await trx
    .selectFrom('incidents')
    .select(['inboxId'])
    .where('id', '=', incidentId)
    .forUpdate()
    .executeTakeFirst()
  if (!incident) return
  const latest = await trx
    .selectFrom('incidentUpdates')
    .selectAll()
    .where('incidentId', '=', incidentId)
    .where('sendingSince', 'is not', null)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!latest) return
  await keepWhatWasPromised(trx, incidentId, latest.position)
  if (latest.toldAt) return
  const untold = await someone(sql<SqlBool>`t.state <> 'told'`, incidentId).execute(trx)
  if (untold.rows[0]!.there) return
  await trx
    .updateTable('incidentUpdates')
    .set({ toldAt: await clockNow(trx) })
    .where('incidentId', '=', incidentId)
    .where('position', '=', latest.position)
    .execute()
  await recordEvent(
    trx,
    tend,
    'incident.told',
    { inboxId: incident.inboxId },
    { incidentId, update: latest.position },
  )
}

async function keepWhatWasPromised(trx: Trx, incidentId: string, latest: number): Promise<void> {
  const promised = await trx
    .selectFrom('incidentPromises')
    .selectAll()
    .where('incidentId', '=', incidentId)
    .where('updatePosition', '<', latest)
    .where('settledAt', 'is', null)
    .execute()
  for (const one of promised) {
    const theirs = sql<SqlBool>`(coalesce(p.group_position, 0) = ${one.groupPosition}
      or not exists (select 1 from incident_groups k where k.incident_id = i.id and k.position = ${one.groupPosition}))`
    const { rows } = await someone(sql<SqlBool>`t.state <> 'told' and ${theirs}`, incidentId).execute(trx)
    if (rows[0]!.there) continue
    await unlessSettled(() => keepPromise(trx, tend, one.promiseId, { told: true }))
    await trx
      .updateTable('incidentPromises')
      .set({ settledAt: await clockNow(trx) })
      .where('incidentId', '=', incidentId)
      .where('updatePosition', '=', one.updatePosition)
      .where('groupPosition', '=', one.groupPosition)
      .execute()
  }
}

export async function demandAhead(trx: Trx, given: string | null): Promise<Date | null> {
  if (!given) return null
  const at = new Date(given)
  if (at <= (await clockNow(trx))) throw invalid('/nextUpdate', say('incidents.past'))
  return at
}

const openPromises = (trx: Trx, incidentId: string) =>
  trx
    .selectFrom('incidentPromises as n')
    .innerJoin('promises as r', (join) =>
      join.onRef('r.id', '=', 'n.promiseId').onRef('r.conversationId', '=', 'n.conversationId'),
    )
    .where('n.incidentId', '=', incidentId)
    .where('n.settledAt', 'is', null)
    .where('r.state', 'in', ['open', 'late', 'broken'])

/** Another hour for the next word: what was promised to each group moves along, and its conversation says so. */
export async function moveNext(trx: Trx, by: Actor, incident: IncidentRow, due: Date | null): Promise<void> {
  const open = await openPromises(trx, incident.id).select(['r.id', 'r.due']).orderBy('r.id').execute()
  if (!due && open.length) throw conflict('was-promised', say('incidents.wasPromised'))
  for (const { id, due: was } of open)
    if (due && was?.getTime() !== due.getTime()) await moveDue(trx, by, id, due, { messageId: null })
}

/** The word of whoever wrote before is asked of whoever writes now; it stays with its maker until they say yes. */
export async function handPromises(trx: Trx, incident: IncidentRow): Promise<void> {
  const open = await openPromises(trx, incident.id)
    .innerJoin('incidentGroups as g', (join) =>
      join.onRef('g.incidentId', '=', 'n.incidentId').onRef('g.position', '=', 'n.groupPosition'),
    )
    .select(['r.id', 'r.makerId', 'r.handoverToId', 'g.conciergeId'])
    .execute()
  for (const { id, makerId, handoverToId, conciergeId } of open) {
    const writer = await writerFor(trx, conciergeId, incident.inboxId)
    if (writer && writer.id !== makerId && writer.id !== handoverToId)
      await unlessSettled(() =>
        handOver(trx, tend, id, writer.id, say('incidents.handBrief', { what: incident.what })),
      )
  }
}

/** What somebody has settled otherwise meanwhile stays as they settled it. */
async function unlessSettled(run: () => Promise<void>): Promise<void> {
  try {
    await run()
  } catch (error) {
    if (!(error instanceof Problem) || error.status >= 500) throw error
  }
}
