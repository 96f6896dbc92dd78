import { sql } from 'kysely'
import type { ClueIn, Found } from '#contract/incident.ts'
import { type Actor, requireRole } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { recordEvent } from '#server/base/events.ts'
import { text as say } from '#server/base/text.ts'
import { findOrAddCustomer } from '#server/customers/actions.ts'
import { within } from '#server/customers/sight.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { demandOn } from '#server/team/practices.ts'
import { putOnList } from './listing.ts'
import { inInbox, lookSql, looksOn } from './looking.ts'
import { readList } from './pastedList.ts'
import { type IncidentRow, incidentRow, lockOpen, nameOf } from './rows.ts'
import { becauseOf, type Problem, saysOf } from './says.ts'
import './tables.ts'

export interface FoundPerson {
  customerId: string
  because: string
  conversationId: string | null
}

export interface Finding {
  people: FoundPerson[]
  problems: Problem[]
  /** Addresses nobody knows, to be added when the clue is taken. */
  strangers: { email: string; name: string | null }[]
}

const mostProblems = 200

/** Everybody a clue finds, each once, only those the actor may know. Two questions to the database, however many they are. */
export async function findPeople(
  db: Db | Trx,
  by: Actor,
  incident: Pick<IncidentRow, 'id' | 'since' | 'inboxId'>,
  clue: ClueIn,
): Promise<Finding> {
  if (clue.by === 'list') return readList(db, by, clue)
  if (clue.by === 'people')
    return known(
      db,
      by,
      incident.inboxId,
      clue,
      () => sql`select x.id as customer_id, null::text as detail, null::text as conversation_id
      from unnest(${[...new Set(clue.customerIds)]}::text[]) as x(id)`,
    )
  if (clue.by === 'conversations')
    return known(
      db,
      by,
      incident.inboxId,
      clue,
      (who) => sql`select c.customer_id, c.subject as detail, c.id as conversation_id from conversations c
      where c.id = any(${[...new Set(clue.conversationIds)]}::text[]) and c.spam_at is null and ${within(who, 'c.inbox_id')}`,
    )
  return known(db, by, incident.inboxId, clue, (who) =>
    lookSql(who, clue, { incidentId: incident.id, since: incident.since }),
  )
}

/** Whom the actor finds; why, as far as the incident's own inbox knows it: whoever sees the incident reads the reason, and may not see the other. */
async function known(
  db: Db | Trx,
  by: Actor,
  inboxId: string,
  clue: ClueIn,
  question: (who: Actor) => ReturnType<typeof lookSql>,
): Promise<Finding> {
  const { rows } = await sql<{
    customerId: string
    detail: string | null
    conversationId: string | null
    isElsewhere: boolean
  }>`
    with here as (select distinct on (q.customer_id) q.* from (${question(inInbox(inboxId))}) q
      order by q.customer_id, q.conversation_id desc nulls last)
    select distinct on (f.customer_id) f.customer_id, here.detail, here.conversation_id, here.customer_id is null as is_elsewhere
    from (${question(by)}) f left join here on here.customer_id = f.customer_id
    where exists (select 1 from customer_inboxes k where k.customer_id = f.customer_id and ${within(by, 'k.inbox_id')})
    order by f.customer_id`.execute(db)
  return {
    people: rows.map(({ customerId, detail, conversationId, isElsewhere }) => ({
      customerId,
      conversationId,
      because: isElsewhere ? say('incidents.because.elsewhere') : becauseOf(clue, detail),
    })),
    problems: [],
    strangers: [],
  }
}

/** Who would be found; nothing is changed. */
export async function look(db: Db, by: Actor, id: string, clue: ClueIn): Promise<Found> {
  requireRole(by, 'teammate')
  await demandOn(db, 'incidents')
  const incident = await incidentRow(db, by, id)
  return describe(db, incident.id, await findPeople(db, by, incident, clue))
}

interface Standing {
  customerId: string
  name: string
  listed: boolean
  off: boolean
  email: boolean
  askedNot: boolean
}

/** How the found stand: on the list already, taken off it, without an address, or asking not to be written to. */
async function describe(
  db: Db | Trx,
  incidentId: string,
  { people, problems, strangers }: Finding,
): Promise<Found> {
  const { rows } = await sql<Standing>`
    select u.id as customer_id, coalesce(u.preferred_name, u.name) as name, p.customer_id is not null as listed, p.off_at is not null as off,
      exists (select 1 from customer_addresses a where a.customer_id = u.id and a.kind = 'email') as email,
      u.no_circulars_at is not null as asked_not
    from customers u left join incident_people p on p.incident_id = ${incidentId} and p.customer_id = u.id
    where u.id = any(${people.map((one) => one.customerId)}::text[]) order by u.id`.execute(db)
  const standing = new Map(rows.map((row) => [row.customerId, row]))
  const all: Problem[] = [...problems]
  for (const { customerId, name, off, askedNot } of rows) {
    if (off)
      all.push({
        kind: 'refused',
        line: null,
        given: name,
        customerId,
        says: say('incidents.problem.off', { name }),
      })
    if (askedNot)
      all.push({
        kind: 'asked-not',
        line: null,
        given: name,
        customerId,
        says: say('incidents.problem.askedNot', { name }),
      })
  }
  const fresh = people.filter((one) => !standing.get(one.customerId)?.listed)
  return {
    people: people.length + strangers.length,
    fresh: fresh.length + strangers.length,
    noAddress: rows.filter((row) => !row.email).length,
    sample: fresh.slice(0, 20).map(({ customerId, because }) => ({
      customerId,
      name: standing.get(customerId)?.name ?? '',
      because,
    })),
    problems: all.slice(0, mostProblems),
    problemsInAll: all.length,
  }
}

/** Takes everybody a clue finds onto the list, and keeps the clue, so that whoever writes and fits is proposed. */
export async function takeClue(
  db: Db | Trx,
  by: Actor,
  id: string,
  clue: ClueIn,
): Promise<{ added: number; found: Found }> {
  requireRole(by, 'teammate')
  return transaction(db, async (trx) => {
    const incident = await lockOpen(trx, by, id)
    return keepClue(trx, by, incident, clue)
  })
}

export async function keepClue(
  trx: Trx,
  by: Actor,
  incident: IncidentRow,
  clue: ClueIn,
): Promise<{ added: number; found: Found }> {
  const finding = await findPeople(trx, by, incident, clue)
  const found = await describe(trx, incident.id, finding)
  for (const { email, name } of finding.strangers) {
    const { id } = await findOrAddCustomer(trx, by, { email, name, inboxId: incident.inboxId })
    finding.people.push({ customerId: id, because: becauseOf(clue, null), conversationId: null })
  }
  const position = await nextClue(trx, incident.id)
  await trx
    .insertInto('incidentClues')
    .values({
      incidentId: incident.id,
      position,
      kind: clue.by,
      looks: JSON.stringify(clue.by === 'list' ? { ...clue, text: '' } : clue),
      says: await saysOf(trx, clue, finding.people.length),
      watches: looksOn(clue) && clue.by !== 'around',
      byName: nameOf(by),
    })
    .execute()
  const added = await putOnList(trx, by, incident, finding.people, position)
  const about = { inboxId: incident.inboxId }
  await recordEvent(trx, by, 'incident.people', about, { incidentId: incident.id, added })
  await audit(
    trx,
    by,
    'incident.found',
    { kind: 'incident', id: incident.id, inboxId: incident.inboxId },
    { by: clue.by, found: finding.people.length, added },
  )
  return { added, found }
}

async function nextClue(trx: Trx, incidentId: string): Promise<number> {
  const { last } = await trx
    .selectFrom('incidentClues')
    .select((e) => e.fn.coalesce(e.fn.max('position'), e.lit(0)).as('last'))
    .where('incidentId', '=', incidentId)
    .executeTakeFirstOrThrow()
  return last + 1
}

/** Stops looking by it, or goes on. */
export async function watchClue(
  db: Db,
  by: Actor,
  id: string,
  position: number,
  watches: boolean,
): Promise<void> {
  requireRole(by, 'teammate')
  await transaction(db, async (trx) => {
    const incident = await lockOpen(trx, by, id)
    await trx
      .updateTable('incidentClues')
      .set({ watches })
      .where('incidentId', '=', id)
      .where('position', '=', position)
      .where('kind', 'not in', ['list', 'people', 'conversations', 'around'])
      .execute()
    await recordEvent(trx, by, 'incident.changed', { inboxId: incident.inboxId }, { incidentId: id })
  })
}
