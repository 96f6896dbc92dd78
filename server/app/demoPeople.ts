import { people } from '#cast/cast.ts'
import type { InboxName, TeammateName } from '#cast/company.ts'
import type { CustomerName } from '#cast/people.ts'
import { type Actor, tend } from '#server/base/actor.ts'
import type { Trx } from '#server/database/database.ts'
import { keepGoal } from '#server/goals/actions.ts'
import { today } from '#server/goals/queries.ts'
import { handOver } from '#server/handover/actions.ts'
import { makeMatter } from '#server/matters/actions.ts'
import { tellOtherwise } from '#server/matters/telling.ts'
import { namePerson } from '#server/persons/actions.ts'
import { practicesOn } from '#server/team/practices.ts'

/** Whose customer who is, as the letters show it: who has answered them for years. */
const persons: Partial<Record<CustomerName, TeammateName>> = {
  maria: 'ana',
  edith: 'ana',
  henry: 'ana',
  helen: 'ana',
  bruno: 'ben',
  omar: 'ben',
  wei: 'ben',
  jo: 'tomas',
  yara: 'rosa',
  amara: 'ines',
}

interface Company {
  team: Record<TeammateName, Actor>
  customers: Record<CustomerName, string>
  inboxIds: Record<InboxName, string>
  now: Date
}

const day = 86_400_000

/** What the cast has between them besides letters: people of their own, a handover in the air, goals, and parts that come late. */
export async function bringPeople(trx: Trx, company: Company): Promise<void> {
  const on = await practicesOn(trx)
  const { team, customers, now } = company
  if (on.includes('namedPerson'))
    for (const [who, whose] of Object.entries(persons) as [CustomerName, TeammateName][])
      await namePerson(trx, tend, customers[who], team[whose].id!, new Date(now.getTime() - 60 * day))
  if (on.includes('handover')) await handHumOver(trx, company)
  if (on.includes('goals')) await keepGoals(trx, company)
  if (on.includes('matters')) await lateParts(trx, company)
}

/** Their letter about something, by its subject. */
async function letterOf(trx: Trx, customerId: string, subject: string) {
  return trx
    .selectFrom('conversations')
    .innerJoin('messages', 'messages.conversationId', 'conversations.id')
    .select(['conversations.id as conversationId', 'messages.id as messageId'])
    .where('conversations.customerId', '=', customerId)
    .where('conversations.subject', '=', subject)
    .where('direction', '=', 'in')
    .orderBy('messages.at')
    .limit(1)
    .executeTakeFirstOrThrow()
}

/** Ana asks Ben to take the hum in the clinic, since he knows the pump. */
async function handHumOver(trx: Trx, { team, customers, now }: Company): Promise<void> {
  const hum = await letterOf(trx, customers.helen, 'A hum above treatment room 2')
  await handOver(trx, team.ana, hum.conversationId, {
    to: team.ben.id!,
    at: new Date(now.getTime() - 40 * 60_000),
    brief: {
      who: 'Dr Helen Ashworth, the clinic in Rua Nova. Short letters, short answers.',
      feels: '',
      asked: 'What hums above treatment room 2, and does it have to be that day?',
      promised: '',
      urgency: 'today',
      more: 'It may be the pump you put in two years ago. She treats until six; never between patients.',
    },
  })
}

async function keepGoals(trx: Trx, { customers, now }: Company): Promise<void> {
  const walnuts = await letterOf(trx, customers.miriam, 'Walnuts in Noam’s cake')
  await keepGoal(trx, tend, customers.miriam, {
    words: 'whether I can ever buy a cake from you again',
    messageId: walnuts.messageId,
    reviewOn: await today(trx),
    at: new Date(now.getTime() - 2 * day),
  })
  const toe = await letterOf(trx, customers.bruno, 'Floor heating, the bedroom stays cold')
  await keepGoal(trx, tend, customers.bruno, {
    words: 'fix it myself if somebody tells me where to begin',
    messageId: toe.messageId,
    reviewOn: new Date(now.getTime() + 40 * day).toISOString().slice(0, 10),
    at: new Date(now.getTime() - 20 * day),
  })
}

/** The wholesaler says that parts come late: one customer knows already, two are still to be told before they ask. */
async function lateParts(trx: Trx, { team, customers, inboxIds, now }: Company): Promise<void> {
  const happenedAt = new Date(now.getTime() - 20 * 60_000)
  const { id } = await makeMatter(
    trx,
    tend,
    {
      inboxId: inboxIds.repairs,
      key: 'wholesaler-delivery-4471',
      kind: 'late-parcel',
      title: 'The part we ordered for you comes a week late',
      news: 'The wholesaler’s delivery was turned back at the border this morning. Your part is in it. They send it again on Monday, so we can fit it a week later than planned.',
      happenedAt: happenedAt.toISOString(),
      people: (['bruno', 'samuel', 'lucy'] as const).map((who) => ({
        customerId: customers[who],
        name: people[who].name,
      })),
      demo: true,
    },
    'webhook',
  )
  await tellOtherwise(trx, team.ben, id, customers.bruno, { how: 'aloud', news: 1 })
}
