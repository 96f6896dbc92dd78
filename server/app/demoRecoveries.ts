import type { InboxName, TeammateName } from '#cast/company.ts'
import type { CustomerName } from '#cast/people.ts'
import type { CostKind, RecoveryStep } from '#contract/recoveries.ts'
import { decide } from '#server/authority/actions.ts'
import { setRule } from '#server/authority/rules.ts'
import { type Actor, tend } from '#server/base/actor.ts'
import type { Trx } from '#server/database/database.ts'
import { closeRecovery, openRecovery } from '#server/recoveries/actions.ts'
import { doSteps, leaveOut } from '#server/recoveries/steps.ts'
import { isOn } from '#server/team/practices.ts'

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
  if (await isOn(trx, 'authority')) await decideFreely(trx, company)
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

/** What each may give at Casa Amaral, and a bag of bread that Tomás gave without asking anybody. */
async function decideFreely(trx: Trx, { team, customers, now }: Company): Promise<void> {
  const none = { perPerson: null, perMonth: null, noProofUpTo: null, inboxId: null }
  const money = { ...none, unit: 'EUR' }
  const rules = [
    {
      ...money,
      role: 'teammate' as const,
      kind: 'refund',
      perCase: 60,
      perMonth: 300,
      noProofUpTo: 40,
      because: 'Whoever stands at the door decides; a photo costs them more than it saves us',
    },
    {
      ...money,
      role: 'lead' as const,
      kind: 'refund',
      perCase: 400,
      because: 'A day’s work, so that nobody waits for Rosa',
    },
    {
      ...money,
      role: 'teammate' as const,
      kind: 'gift',
      perCase: 15,
      perPerson: 40,
      because: 'Bread is the language of this house',
    },
    {
      ...none,
      unit: 'times',
      role: 'teammate' as const,
      kind: 'call-out',
      perCase: 1,
      because: 'If we come twice for one thing, the second time is ours',
    },
  ]
  for (const rule of rules) await setRule(trx, tend, rule)
  const boiler = await matterOf(trx, customers.maria, 'The boiler again, F28')
  await decide(trx, team.ben, boiler.id, {
    kind: 'call-out',
    unit: 'times',
    amount: 1,
    because: 'Second visit for the same F28, and the first time I did not measure',
    at: new Date(now.getTime() - 2 * 3_600_000),
    demo: true,
  })
}
