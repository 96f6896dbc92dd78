import { people } from '#cast/cast.ts'
import type { InboxName, TeammateName } from '#cast/company.ts'
import type { CustomerName } from '#cast/people.ts'
import type { Actor } from '#server/base/actor.ts'
import type { Trx } from '#server/database/database.ts'
import { changeIncident, openIncident } from '#server/incidents/actions.ts'
import { makeUpdate } from '#server/incidents/drafting.ts'
import { groupPeople } from '#server/incidents/grouping.ts'
import { isOn } from '#server/team/practices.ts'

interface Company {
  team: Record<TeammateName, Actor>
  customers: Record<CustomerName, string>
  inboxIds: Record<InboxName, string>
  now: Date
}

/** The storm that cut three streets: who is hit, three who each look after some of them, and the first letter, which nobody has sent yet. */
export async function bringIncidents(trx: Trx, { team, customers, inboxIds, now }: Company): Promise<void> {
  if (!(await isOn(trx, 'incidents'))) return
  const streets = (Object.keys(people) as CustomerName[]).filter((name) => people[name].inbox === 'repairs')
  const id = await openIncident(trx, team.ana, {
    inboxId: inboxIds.repairs,
    what: 'The storm has cut the power in three streets, and the boilers there stand still',
    since: new Date(now.getTime() - 50 * 60_000).toISOString(),
    clues: [{ by: 'people', customerIds: streets.slice(0, 14).map((name) => customers[name]) }],
    demo: true,
  })
  const nextUpdate = new Date(now.getTime() + 3 * 3_600_000).toISOString()
  await changeIncident(trx, team.ana, id, {
    impact: 'Without power a boiler does not heat, and after about four hours there is no warm water either',
    doing: 'Two vans are out with generators, first to those who are ill or have small children',
    nextUpdate,
  })
  await groupPeople(trx, team.ana, id, {
    how: { by: 'evenly' },
    concierges: [team.ana, team.ben, team.rosa].map((one) => one.id!),
    onlyUngrouped: false,
  })
  await makeUpdate(trx, team.ana, id, {
    kind: 'update',
    subject: 'The power in your street',
    text: 'Dear {{name}},\n\nthe storm has cut the power in your street, and your boiler cannot heat without it. We are sorry that your house is getting cold.\n\nTwo of our vans are out with generators. They come first to whoever is ill or has small children: if that is you, answer this letter and we come to you next.\n\nYou hear from me again by {{next update}}, also if there is nothing new by then.\n\n{{concierge}}',
    nextUpdate,
  })
}
