import type { InboxName, TeammateName } from '#cast/company.ts'
import type { CustomerName } from '#cast/people.ts'
import type { CostKind, RecoveryStep } from '#contract/recoveries.ts'
import type { Actor } from '#server/base/actor.ts'
import type { Trx } from '#server/database/database.ts'
import { closeRecovery, openRecovery } from '#server/recoveries/actions.ts'
import { doSteps, leaveOut } from '#server/recoveries/steps.ts'

interface Company {
  team: Record<TeammateName, Actor>
  customers: Record<CustomerName, string>
  inboxIds: Record<InboxName, string>
  now: Date
}

/** The cake that came a day early, made right to the end; and the boiler that fails a second time, half way. */
export async function bringRecoveries(trx: Trx, company: Company): Promise<void> {
  await cakeMadeRight(trx, company)
  await boilerTheFirstTime(trx, company)
  await boilerAgain(trx, company)
}

interface Matter {
  id: string
  theirs: { id: string; at: Date }[]
  ours: { id: string; at: Date }[]
}

async function matterOf(trx: Trx, customerId: string, subject: string): Promise<Matter> {
  const { id } = await trx
    .selectFrom('conversations')
    .select('id')
    .where('customerId', '=', customerId)
    .where('subject', '=', subject)
    .executeTakeFirstOrThrow()
  const letters = await trx
    .selectFrom('messages')
    .select(['id', 'at', 'direction'])
    .where('conversationId', '=', id)
    .where('direction', '!=', 'note')
    .orderBy('at')
    .execute()
  return {
    id,
    theirs: letters.filter((one) => one.direction === 'in'),
    ours: letters.filter((one) => one.direction === 'out'),
  }
}

const begin = (
  trx: Trx,
  by: Actor,
  { id, theirs }: Matter,
  what: string,
  costs: { kind: CostKind; words: string }[],
) =>
  openRecovery(trx, by, id, {
    what,
    source: 'signal',
    messageId: theirs[0]!.id,
    costs: costs.map((one) => ({ ...one, messageId: theirs[0]!.id, at: theirs[0]!.at })),
    openedAt: new Date(theirs[0]!.at.getTime() + 2 * 60_000),
    demo: true,
  })

const did = (trx: Trx, by: Actor, id: string, letter: { id: string }, steps: RecoveryStep[]) =>
  doSteps(trx, by, id, { steps, evidence: { kind: 'message', id: letter.id } })

async function cakeMadeRight(trx: Trx, { team, customers }: Company): Promise<void> {
  const cake = await matterOf(trx, customers.amara, 'The Okoro cake is here. The wedding is tomorrow')
  const [first, , asked] = cake.ours
  const id = await begin(trx, team.ines, cake, 'We brought the Okoro wedding cake a day early', [
    { kind: 'face', words: 'a bride who chose that cake before she chose the hall' },
  ])
  await did(trx, team.ines, id, first!, ['acknowledge', 'apologise', 'fix', 'explain', 'extra'])
  await did(trx, team.ines, id, asked!, ['check'])
  const at = new Date(cake.theirs.at(-1)!.at.getTime() + 5 * 60_000)
  await closeRecovery(trx, team.ines, id, { outcome: 'made-right', at })
}

async function boilerTheFirstTime(trx: Trx, { team, customers }: Company): Promise<void> {
  const boiler = await matterOf(trx, customers.maria, 'No hot water since last night')
  const [first, last] = boiler.ours
  const id = await begin(trx, team.ana, boiler, 'The boiler we put in went out, with a baby in the house', [
    { kind: 'time', words: 'I heated bath water in the pasta pot' },
  ])
  await did(trx, team.ana, id, first!, ['acknowledge', 'fix', 'explain', 'extra'])
  await leaveOut(trx, team.ana, id, 'apologise', 'We took it for a part that wears out', last!.at)
  await leaveOut(trx, team.ana, id, 'check', 'She wrote herself that it is warm', last!.at)
  await closeRecovery(trx, team.ana, id, { outcome: 'made-right', at: last!.at })
}

async function boilerAgain(trx: Trx, { team, customers }: Company): Promise<void> {
  const boiler = await matterOf(trx, customers.maria, 'The boiler again, F28')
  const id = await begin(
    trx,
    team.ana,
    boiler,
    'The same boiler, the same F28: we had not looked for the cause',
    [{ kind: 'time', words: 'My husband carried water up from the neighbour before work' }],
  )
  await did(trx, team.ana, id, boiler.ours[0]!, ['acknowledge', 'apologise', 'fix', 'explain', 'extra'])
}
