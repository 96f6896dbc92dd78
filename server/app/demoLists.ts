import type { InboxName, TeammateName } from '#cast/company.ts'
import type { Actor } from '#server/base/actor.ts'
import type { Trx } from '#server/database/database.ts'
import { putOn } from '#server/tags/actions.ts'
import { makeView } from '#server/views/actions.ts'

/** What the team has called things, and which letters wear it, by their subjects. */
const worn: [tag: string, by: TeammateName, subjects: string[]][] = [
  [
    'Part ordered',
    'ana',
    ['The boiler again, F28', 'Hot water on the second floor', 'A hum above treatment room 2'],
  ],
  ['Invoice', 'ana', ['Charged twice for one tap']],
  ['Invoice', 'tomas', ['Invoice for the school fair']],
  ['Allergy', 'ines', ['Walnuts in Noam’s cake', 'Two without gluten, eight with opinions']],
  [
    'Way in',
    'rosa',
    ['Eleven centimetres', 'My father cannot get into the tub', 'Nobody came (somebody came)'],
  ],
]

/** Tags, and the lists two of them have put together for everybody. */
export async function bringLists(
  trx: Trx,
  { team, inboxIds }: { team: Record<TeammateName, Actor>; inboxIds: Record<InboxName, string> },
): Promise<void> {
  const ids = new Map<string, string>()
  for (const [tag, by, subjects] of worn)
    for (const { id } of await trx
      .selectFrom('conversations')
      .select('id')
      .where('demo', '=', true)
      .where('subject', 'in', subjects)
      .execute())
      ids.set(tag, (await putOn(trx, team[by], id, tag, { demo: true })).tagId)
  const wears = (tag: string) => ({
    match: 'all' as const,
    of: [{ on: 'tag' as const, is: [ids.get(tag)!], not: false }],
  })
  const shared = { sort: 'pressing' as const, shared: true }
  await makeView(
    trx,
    team.ana,
    { ...shared, name: 'Waiting for parts', filter: wears('Part ordered'), inboxId: inboxIds.repairs },
    { demo: true },
  )
  await makeView(
    trx,
    team.rosa,
    { ...shared, name: 'Invoices', filter: wears('Invoice'), inboxId: null },
    { demo: true },
  )
}
