import { tend } from '#server/base/actor.ts'
import { clockNow } from '#server/base/clock.ts'
import { leaveAt } from '#server/calendar/queries.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { isAble } from '#server/persons/queries.ts'
import { findTeammate } from '#server/team/queries.ts'
import { handGroup } from './groups.ts'
import type { IncidentRow } from './rows.ts'
import './tables.ts'

/** Somebody left, or sees the inbox no more: their groups go to the concierge of the same incident with the fewest people, else to whoever opened it. */
export async function passOnGroups(db: Db, teammate: string): Promise<void> {
  const gone = await findTeammate(db, teammate)
  const groups = await db
    .selectFrom('incidentGroups')
    .innerJoin('incidents', 'incidents.id', 'incidentGroups.incidentId')
    .select(['incidents.id', 'incidents.inboxId'])
    .distinct()
    .where('conciergeId', '=', teammate)
    .where('closedAt', 'is', null)
    .where('mergedInto', 'is', null)
    .execute()
  for (const { id, inboxId } of groups)
    if (!gone || !isAble(gone, inboxId))
      await transaction(db, async (trx) => {
        const incident = await trx
          .selectFrom('incidents')
          .selectAll()
          .where('id', '=', id)
          .forUpdate()
          .executeTakeFirstOrThrow()
        const theirs = await trx
          .selectFrom('incidentGroups')
          .selectAll()
          .where('incidentId', '=', id)
          .where('conciergeId', '=', teammate)
          .execute()
        for (const group of theirs)
          await handGroup(trx, tend, incident, group, {
            name: group.name,
            conciergeId: await whoCould(trx, incident, teammate),
          })
      })
}

async function whoCould(trx: Trx, incident: IncidentRow, gone: string): Promise<string | null> {
  const rows = await trx
    .selectFrom('incidentGroups as g')
    .leftJoin('incidentPeople as p', (join) =>
      join
        .onRef('p.incidentId', '=', 'g.incidentId')
        .onRef('p.groupPosition', '=', 'g.position')
        .on('p.offAt', 'is', null),
    )
    .select('g.conciergeId')
    .where('g.incidentId', '=', incident.id)
    .where('g.conciergeId', 'is not', null)
    .where('g.conciergeId', '!=', gone)
    .groupBy('g.conciergeId')
    .orderBy((e) => e.fn.count('p.customerId'))
    .execute()
  const leave = await leaveAt(trx, gone, await clockNow(trx))
  for (const id of [leave?.standInId, ...rows.map((row) => row.conciergeId), incident.openedById]) {
    const teammate = id && id !== gone ? await findTeammate(trx, id) : undefined
    if (teammate && isAble(teammate, incident.inboxId)) return teammate.id
  }
  return null
}

/** An inbox has other people: groups of those who see it no more pass on. */
export async function passOnGroupsOf(db: Db, inboxId: string): Promise<void> {
  const rows = await db
    .selectFrom('incidentGroups')
    .innerJoin('incidents', 'incidents.id', 'incidentGroups.incidentId')
    .select('conciergeId')
    .distinct()
    .where('inboxId', '=', inboxId)
    .where('conciergeId', 'is not', null)
    .where('closedAt', 'is', null)
    .execute()
  for (const { conciergeId } of rows) await passOnGroups(db, conciergeId!)
}
