import { type Selectable, sql } from 'kysely'
import type { z } from 'zod'
import type { personOfCustomer } from '#contract/persons.ts'
import { type Actor, sees } from '#server/base/actor.ts'
import { clockNow } from '#server/base/clock.ts'
import { leaveAt } from '#server/calendar/queries.ts'
import { demandKnown } from '#server/customers/queries.ts'
import { within } from '#server/customers/sight.ts'
import type { Db, Trx } from '#server/database/database.ts'
import { isOn } from '#server/team/practices.ts'
import { findTeammate, type TeammateRow } from '#server/team/queries.ts'
import type { NamedPersonsTable } from './tables.ts'

export type NamedPerson = Selectable<NamedPersonsTable>
type Shown = z.input<typeof personOfCustomer>

/** After this many answers by one teammate it is asked once whether they are their person. */
const answersToPropose = 3

export const namedPersonOf = (db: Db | Trx, customerId: string): Promise<NamedPerson | undefined> =>
  db
    .selectFrom('namedPersons')
    .selectAll()
    .where('customerId', '=', customerId)
    .where('until', 'is', null)
    .executeTakeFirst()

export interface Looking {
  person: TeammateRow
  /** Who answers for them while they are away; null where nobody was named, or where the person is here. */
  standIn: TeammateRow | null
  /** The last day away; null while they are here. */
  until: string | null
}

/** Who looks after a customer: their person, with who stands in. Null where nobody is named or the team does not work this way. */
export async function whoLooksAfter(
  db: Db | Trx,
  customerId: string,
  inboxId?: string,
): Promise<Looking | null> {
  if (!(await isOn(db, 'namedPerson'))) return null
  const named = await namedPersonOf(db, customerId)
  return named ? looking(db, named.teammateId, inboxId) : null
}

/**
 * Who answers while whoever looks after a conversation is away: its owner, else the customer's person. Null where nobody is away, nobody
 * stands in, or a third colleague has it and is here.
 */
export async function whoStandsIn(
  db: Db | Trx,
  { customerId, inboxId, assigneeId }: { customerId: string; inboxId: string; assigneeId: string | null },
): Promise<{ person: TeammateRow; standIn: TeammateRow } | null> {
  if (!(await isOn(db, 'namedPerson'))) return null
  const owner = assigneeId ? await looking(db, assigneeId, inboxId) : null
  if (owner?.standIn) return { person: owner.person, standIn: owner.standIn }
  const found = await whoLooksAfter(db, customerId, inboxId)
  if (!found?.standIn) return null
  const { person, standIn } = found
  return !assigneeId || assigneeId === person.id || assigneeId === standIn.id ? { person, standIn } : null
}

/** Whether `whoStandsIn` could name somebody; whether they are away today is for it to say. For a statement that reads more. */
export const mayBeStoodInFor = (conversation: 'c') => sql<boolean>`(
  exists (select 1 from settings where key = 'practices' and value->'on' @> '["namedPerson"]')
  and exists (select 1 from leaves l where l.stand_in_id is not null and (l.teammate_id = ${sql.ref(`${conversation}.assignee_id`)}
    or l.teammate_id = (select np.teammate_id from named_persons np
      where np.customer_id = ${sql.ref(`${conversation}.customer_id`)} and np.until is null))))`

async function looking(db: Db | Trx, id: string, inboxId: string | undefined): Promise<Looking | null> {
  const [person, leave] = [await findTeammate(db, id), await leaveAt(db, id, await clockNow(db))]
  if (!person || !isAble(person, inboxId)) return null
  const other = leave?.standInId ? await findTeammate(db, leave.standInId) : undefined
  const isHere = other && isAble(other, inboxId) && !(await leaveAt(db, other.id, await clockNow(db)))
  return { person, standIn: isHere ? other : null, until: leave?.toDay ?? null }
}

export const isAble = (teammate: TeammateRow, inboxId?: string): boolean =>
  !teammate.leftAt &&
  teammate.role !== 'observer' &&
  (inboxId === undefined || teammate.inboxIds.includes(inboxId))

/** Whose customer somebody is, who stands in, and whether to ask that somebody becomes their person. */
export async function personShown(db: Db | Trx, by: Actor, customerId: string): Promise<Shown> {
  await demandKnown(db, by, customerId)
  const named = await namedPersonOf(db, customerId)
  if (!named) return { person: null, proposal: await proposed(db, by, customerId) }
  const found = await looking(db, named.teammateId, undefined)
  if (!found) return { person: null, proposal: null }
  return {
    person: {
      teammateId: found.person.id,
      name: found.person.name,
      title: found.person.title,
      since: named.since.toISOString(),
      away: found.until
        ? {
            until: found.until,
            standInId: found.standIn?.id ?? null,
            standInName: found.standIn?.name ?? null,
          }
        : null,
    },
    proposal: null,
  }
}

/**
 * The teammate who has answered this customer most, from the third answer on. Asked once: not after a no, and not where the customer
 * had a person before. Counts only what the reader may see.
 */
export async function proposed(db: Db | Trx, by: Actor, customerId: string): Promise<Shown['proposal']> {
  const asked = await db
    .selectFrom('personRefusals')
    .select('customerId')
    .where('customerId', '=', customerId)
    .union(db.selectFrom('namedPersons').select('customerId').where('customerId', '=', customerId))
    .executeTakeFirst()
  if (asked) return null
  const most = await db
    .selectFrom('messages')
    .select((e) => ['authorId', e.fn.countAll<number>().as('times'), e.fn.max('inboxId').as('inboxId')])
    .where('customerId', '=', customerId)
    .where('direction', '=', 'out')
    .where('authorId', 'is not', null)
    .where(within(by, 'messages.inbox_id'))
    .groupBy('authorId')
    .having((e) => e.fn.countAll<number>(), '>=', answersToPropose)
    .orderBy('times', 'desc')
    .orderBy('authorId')
    .executeTakeFirst()
  const teammate = most && (await findTeammate(db, most.authorId!))
  if (!teammate || !isAble(teammate, most.inboxId!) || !sees(by, most.inboxId!)) return null
  return { teammateId: teammate.id, name: teammate.name, times: most.times }
}
