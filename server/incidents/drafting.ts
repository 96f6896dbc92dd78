import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { type Actor, requireRole, tend } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { conflict } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { text as say } from '#server/base/text.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { type Known, knownOf, slotValues } from './knownOf.ts'
import { demandAhead } from './nextUpdate.ts'
import { type IncidentRow, lockOpen, nameOf, newestUpdate, type UpdateRow, updateRow } from './rows.ts'
import { fill, oddness } from './slots.ts'
import type { Stop } from './tables.ts'
import { writerFor } from './writers.ts'
import './tables.ts'

/** More people than this with the same words is a circular, and somebody says that it may be one (UX.md §4.11). */
export const mostTheSame = 20

export interface Drafted {
  subject: string
  text: string
  sameAs: string
  stops: Stop[]
}

/** One person's letter, and what in it stops it. */
export function draftOne(
  text: string,
  subject: string,
  known: Known,
  values: ReadonlyMap<string, string>,
): Drafted {
  const [letter, title] = [fill(text, values), fill(subject, values)]
  const stops: Stop[] = [...new Set([...letter.empty, ...title.empty])].map((what) => ({
    kind: 'empty',
    what,
    why: 'incidents.stop.empty',
    quote: null,
  }))
  const used = new Map([...letter.used, ...title.used].map((one) => [one.slot, one.value]))
  for (const [slot, value] of used) {
    const odd = slot === 'name' && value === known.email ? 'address' : oddness(slot, value)
    if (odd)
      stops.push({ kind: 'suspicious', what: slot, why: `incidents.odd.${odd}`, quote: value.slice(0, 80) })
  }
  return {
    subject: title.text,
    text: letter.text,
    sameAs: createHash('md5').update(`${title.sameAs}\n${letter.sameAs}`).digest('hex'),
    stops,
  }
}

/**
 * Drafts the letters of an update for everybody, or for some: three questions to the database and one writing, however many they are. What was
 * written by hand, or has left, stays as it is.
 */
export async function draftFor(
  trx: Trx,
  incident: IncidentRow,
  update: UpdateRow,
  customerIds: readonly string[] | null,
): Promise<void> {
  const writers = await writersOf(trx, incident)
  const people = (await knownOf(trx, incident, customerIds)).map((known) => ({
    ...known,
    concierge: writers.get(known.groupPosition ?? 0) ?? null,
  }))
  if (people.length === 0) return
  const voices = new Map(
    (
      await trx
        .selectFrom('incidentVoices')
        .select(['groupPosition', 'text'])
        .where('incidentId', '=', incident.id)
        .where('updatePosition', '=', update.position)
        .execute()
    ).map((one) => [one.groupPosition, one.text]),
  )
  const valuesOf = await slotValues(trx, update.nextUpdate)
  const drafts = people.map((known) => ({
    known,
    ...draftOne(voices.get(known.groupPosition ?? 0) ?? update.text, update.subject, known, valuesOf(known)),
  }))
  const same = customerIds ? await alreadySame(trx, update, customerIds) : new Map<string, number>()
  for (const { sameAs } of drafts) same.set(sameAs, (same.get(sameAs) ?? 0) + 1)
  const rows = drafts.map(({ known, subject, text, sameAs, stops }) => {
    const all: Stop[] =
      same.get(sameAs)! > mostTheSame
        ? [...stops, { kind: 'identical', what: 'text', why: 'incidents.stop.identical', quote: null }]
        : stops
    return {
      customer_id: known.customerId,
      subject,
      text,
      same_as: sameAs,
      stops: all,
      stopped: [...new Set(all.map((stop) => stop.kind))],
      state: known.email && !known.askedNot ? 'draft' : 'otherwise',
    }
  })
  for (let at = 0; at < rows.length; at += 2500)
    await putDown(trx, update, JSON.stringify(rows.slice(at, at + 2500)))
  await recordEvent(
    trx,
    tend,
    'incident.drafted',
    { inboxId: incident.inboxId },
    { incidentId: incident.id, update: update.position },
  )
}

/** By group, who writes just now: the concierge, or whoever stands in. */
async function writersOf(trx: Trx, incident: IncidentRow): Promise<Map<number, string>> {
  const groups = await trx
    .selectFrom('incidentGroups')
    .select(['position', 'conciergeId'])
    .where('incidentId', '=', incident.id)
    .execute()
  const writers = new Map<number, string>()
  for (const { position, conciergeId } of groups) {
    const writer = await writerFor(trx, conciergeId, incident.inboxId)
    if (writer) writers.set(position, writer.name)
  }
  return writers
}

const putDown = (trx: Trx, update: UpdateRow, rows: string) =>
  sql`
  insert into incident_letters as l (incident_id, update_position, customer_id, subject, text, same_as, stops, stopped, state)
  select ${update.incidentId}, ${update.position}, x.customer_id, x.subject, x.text, x.same_as, x.stops,
    array(select jsonb_array_elements_text(x.stopped)), x.state
  from jsonb_to_recordset(${rows}::jsonb)
    as x(customer_id text, subject text, text text, same_as text, stops jsonb, stopped jsonb, state text)
  on conflict (incident_id, customer_id, update_position) do update set subject = excluded.subject, text = excluded.text,
    same_as = excluded.same_as, stops = excluded.stops, stopped = excluded.stopped, state = excluded.state,
    reviewed = '{}', read = false, version = l.version + 1
  where not l.edited and l.state in ('draft', 'otherwise') and l.told_at is null
    and (l.subject, l.text, l.state) is distinct from (excluded.subject, excluded.text, excluded.state)`.execute(
    trx,
  )

async function alreadySame(
  trx: Trx,
  update: UpdateRow,
  except: readonly string[],
): Promise<Map<string, number>> {
  const { rows } = await sql<{ sameAs: string; n: number }>`
    select same_as, count(*)::int as n from incident_letters where incident_id = ${update.incidentId} and update_position = ${update.position}
      and not edited and same_as is not null and not customer_id = any(${[...except]}::text[]) group by same_as`.execute(
    trx,
  )
  return new Map(rows.map((row) => [row.sameAs, row.n]))
}

/** One text with slots, and a letter drafted for everybody. */
export async function makeUpdate(
  db: Db | Trx,
  by: Actor,
  id: string,
  given: { kind: UpdateRow['kind']; subject: string; text: string; nextUpdate: string | null },
): Promise<number> {
  requireRole(by, 'teammate')
  return transaction(db, async (trx) => {
    const incident = await lockOpen(trx, by, id)
    const last = await newestUpdate(trx, id)
    if (last && last.sendingSince === null)
      throw conflict('draft-there', say('incidents.draftThere'), { update: last.position })
    if (last?.state === 'sending') throw conflict('still-sending', say('incidents.stillSending'))
    const nextUpdate = await demandAhead(trx, given.nextUpdate)
    const position = (last?.position ?? 0) + 1
    const update = await trx
      .insertInto('incidentUpdates')
      .values({
        incidentId: id,
        position,
        kind: given.kind,
        subject: given.subject,
        text: given.text,
        nextUpdate,
        byName: nameOf(by),
      })
      .returningAll()
      .executeTakeFirstOrThrow()
    await draftFor(trx, incident, update, null)
    await audit(trx, by, 'incident.drafted', about(incident), { update: position })
    return position
  })
}

const about = (incident: IncidentRow) => ({
  kind: 'incident',
  id: incident.id,
  inboxId: incident.inboxId,
})

/** Changes the common words before they leave; what has left stays as it was said. */
export async function changeUpdate(
  db: Db,
  by: Actor,
  id: string,
  position: number,
  change: { subject?: string | undefined; text?: string | undefined; nextUpdate?: string | null | undefined },
): Promise<void> {
  requireRole(by, 'teammate')
  await transaction(db, async (trx) => {
    const incident = await lockOpen(trx, by, id)
    const before = await demandDraft(trx, id, position)
    const update = await trx
      .updateTable('incidentUpdates')
      .set({
        subject: change.subject ?? before.subject,
        text: change.text ?? before.text,
        nextUpdate:
          change.nextUpdate === undefined ? before.nextUpdate : await demandAhead(trx, change.nextUpdate),
      })
      .where('incidentId', '=', id)
      .where('position', '=', position)
      .returningAll()
      .executeTakeFirstOrThrow()
    await draftFor(trx, incident, update, null)
  })
}

/** A concierge's own words for their group. */
export async function speakForGroup(
  db: Db,
  by: Actor,
  id: string,
  position: number,
  group: number,
  text: string | null,
): Promise<void> {
  requireRole(by, 'teammate')
  await transaction(db, async (trx) => {
    const incident = await lockOpen(trx, by, id)
    const update = await demandDraft(trx, id, position)
    const of = { incidentId: id, updatePosition: position, groupPosition: group }
    if (text === null)
      await trx
        .deleteFrom('incidentVoices')
        .where('incidentId', '=', id)
        .where('updatePosition', '=', position)
        .where('groupPosition', '=', group)
        .execute()
    else
      await trx
        .insertInto('incidentVoices')
        .values({ ...of, text })
        .onConflict((c) => c.columns(['incidentId', 'updatePosition', 'groupPosition']).doUpdateSet({ text }))
        .execute()
    const members = await trx
      .selectFrom('incidentPeople')
      .select('customerId')
      .where('incidentId', '=', id)
      .where('groupPosition', '=', group)
      .where('offAt', 'is', null)
      .execute()
    await draftFor(
      trx,
      incident,
      update,
      members.map((one) => one.customerId),
    )
  })
}

export async function throwAway(db: Db, by: Actor, id: string, position: number): Promise<void> {
  requireRole(by, 'teammate')
  await transaction(db, async (trx) => {
    const incident = await lockOpen(trx, by, id)
    const update = await updateRow(trx, id, position)
    if (update.sendingSince) throw conflict('has-left', say('incidents.hasLeft'))
    for (const table of ['incidentLetters', 'incidentVoices'] as const)
      await trx
        .deleteFrom(table)
        .where('incidentId', '=', id)
        .where('updatePosition', '=', position)
        .execute()
    await trx
      .deleteFrom('incidentUpdates')
      .where('incidentId', '=', id)
      .where('position', '=', position)
      .execute()
    await recordEvent(trx, by, 'incident.changed', { inboxId: incident.inboxId }, { incidentId: id })
    await audit(trx, by, 'incident.draft-dropped', about(incident), { update: position })
  })
}

/** Its words may be changed as long as nothing is under way with them. */
export async function demandDraft(trx: Trx, id: string, position: number): Promise<UpdateRow> {
  const update = await updateRow(trx, id, position)
  if (update.state === 'sending') throw conflict('still-sending', say('incidents.stopFirst'))
  return update
}
