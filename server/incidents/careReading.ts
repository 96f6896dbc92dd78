import { setImmediate as breathe } from 'node:timers/promises'
import { sql } from 'kysely'
import { type DraftContext, type Observation, readDraft } from '#care/draft.ts'
import { tend } from '#server/base/actor.ts'
import { clockNow } from '#server/base/clock.ts'
import { recordEvent } from '#server/base/events.ts'
import { type Db, transaction } from '#server/database/database.ts'
import { guideInForce } from '#server/knowledge/guide.ts'
import { readCompany } from '#server/team/company.ts'
import { stoppedBy } from './letters.ts'
import type { Stop } from './tables.ts'
import './tables.ts'

const atOnce = 40
/** One job reads so many, and announces the rest: a job that runs for minutes would be taken for dead. */
const mostPerJob = 3000

interface ToRead {
  customerId: string
  version: number
  text: string
  name: string
  preferredName: string | null
  company: string | null
  writer: string | null
  first: boolean
  message: string | null
}

/** What goes to many must not hurt: anything important, and every hint about blame, curtness or a sorry that is none. */
const stopsLetter = ({ severity, id }: Observation): boolean =>
  severity === 'important' || (severity === 'hint' && /^(tone|apology)\./.test(id))

/**
 * Care language reads every letter of an update that it has not read, as it reads an answer; what it would hold against it stops the letter
 * until somebody has looked. Safe to repeat: a letter that was changed meanwhile is read again.
 */
export async function readLetters(db: Db, incidentId: string, update: number): Promise<void> {
  const incident = await db
    .selectFrom('incidents')
    .select(['inboxId', 'closedAt'])
    .where('id', '=', incidentId)
    .executeTakeFirst()
  if (!incident) return
  const guide = await guideInForce(db, tend, incident.inboxId)
  const { timeZone } = await readCompany(db)
  const house = {
    ref: wallClock(await clockNow(db), timeZone),
    tz: timeZone,
    checksOff: guide.checksOff,
    voice: guide.words,
  }
  const readings: Readings = new Map()
  let done = 0
  let after = ''
  for (; done < mostPerJob; done += atOnce) {
    const letters = await unread(db, incidentId, update, after)
    if (letters.length === 0) break
    after = letters.at(-1)!.customerId
    const read: { customer_id: string; version: number; stops: Stop[] }[] = []
    for (const letter of letters) {
      const stops = readOnce(readings, letter, house, guide.stops)
      read.push({ customer_id: letter.customerId, version: letter.version, stops })
      // A letter takes milliseconds, and whoever is at their desk must not wait for thousands.
      await breathe()
    }
    await sql`update incident_letters l set read = true, stops = n.stops, stopped = ${stoppedBy(sql`n.stops`, sql`l.reviewed`)}
      from (select o.customer_id, o.version,
          coalesce((select jsonb_agg(s) from jsonb_array_elements(k.stops) s where s ->> 'kind' <> 'care'), '[]') || o.stops as stops
        from jsonb_to_recordset(${JSON.stringify(read)}::jsonb) as o(customer_id text, version int, stops jsonb)
        join incident_letters k on k.incident_id = ${incidentId} and k.update_position = ${update} and k.customer_id = o.customer_id) n
      where l.incident_id = ${incidentId} and l.update_position = ${update} and l.customer_id = n.customer_id and l.version = n.version`.execute(
      db,
    )
  }
  if (done === 0) return
  await transaction(db, async (trx) => {
    const about = { inboxId: incident.inboxId }
    if (done >= mostPerJob) await recordEvent(trx, tend, 'incident.drafted', about, { incidentId, update })
    await recordEvent(trx, tend, 'incident.ledger', about, { incidentId })
  })
}

/** In order: what was changed behind us has announced itself, and is read by the next job. */
async function unread(db: Db, incidentId: string, update: number, after: string): Promise<ToRead[]> {
  const { rows } = await sql<ToRead>`
    select l.customer_id, l.version, l.text, u.name, u.preferred_name, u.company, t.name as writer,
      not exists (select 1 from messages w where w.conversation_id = p.conversation_id and w.direction = 'out') as first,
      (select left(m.text, 4000) from messages m where m.conversation_id = p.conversation_id and m.direction = 'in' and not m.auto_reply
        and not m.is_bounce order by m.id desc limit 1) as message
    from incident_letters l
    join incident_people p on p.incident_id = l.incident_id and p.customer_id = l.customer_id
    join customers u on u.id = l.customer_id
    left join incident_groups g on g.incident_id = l.incident_id and g.position = p.group_position
    left join teammates t on t.id = g.concierge_id
    where l.incident_id = ${incidentId} and l.update_position = ${update} and not l.read and l.state in ('draft', 'otherwise')
      and l.customer_id > ${after}
    order by l.customer_id limit ${atOnce}`.execute(db)
  return rows
}

type House = Pick<DraftContext, 'ref' | 'tz' | 'checksOff' | 'voice'>
type Readings = Map<string, Stop[]>

/** Letters that differ by the name alone say the same: they are read once. */
function readOnce(readings: Readings, letter: ToRead, house: House, stopping: readonly string[]): Stop[] {
  const name = letter.preferredName || letter.name
  const bare = letter.text.replaceAll(name, '\u0000')
  // Said more than once, or beside what it is part of: read for itself.
  if (letter.message || bare.split('\u0000').length > 2) return readOne(letter, house, stopping)
  const key = JSON.stringify([bare, letter.writer, letter.first])
  const known = readings.get(key)
  if (known) return known
  const read = readOne(letter, house, stopping)
  // What quotes the name is about this one.
  if (!read.some((stop) => stop.quote?.includes(name) || stop.what.startsWith('name.')))
    readings.set(key, read)
  return read
}

function readOne(letter: ToRead, house: House, stopping: readonly string[]): Stop[] {
  const { observations } = readDraft(letter.text, {
    channel: 'email',
    customer: { name: letter.name, preferredName: letter.preferredName, message: letter.message ?? '' },
    ours: { writer: letter.writer ?? '', firstReply: letter.first, fault: 'unknown' },
    ...house,
  })
  return observations
    .filter((one) => stopsLetter(one) || stopping.includes(one.id))
    .map(({ id, reason, start, end }) => ({
      kind: 'care',
      what: id,
      why: reason,
      quote: letter.text.slice(start, end).slice(0, 200) || null,
    }))
}

function wallClock(at: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(at)
  return parts.replace(' ', 'T')
}
