import type { InboxName, TeammateName } from '#cast/company.ts'
import type { CustomerName } from '#cast/people.ts'
import { type Actor, tend } from '#server/base/actor.ts'
import type { Trx } from '#server/database/database.ts'
import { noteAnswer } from '#server/extras/answers.ts'
import { addExtra } from '#server/extras/catalogue.ts'
import { deliver, giveExtra } from '#server/extras/giving.ts'
import { isOn } from '#server/team/practices.ts'

interface Company {
  team: Record<TeammateName, Actor>
  customers: Record<CustomerName, string>
  inboxIds: Record<InboxName, string>
}

interface Told {
  conversationId: string
  times: Record<string, Date>
}

/**
 * What Casa Amaral gives beyond what was asked for, and the call at two in the morning, which cost nothing. Gives back when each
 * step of that happened: its events are told as of then.
 */
export async function bringExtras(trx: Trx, { team, customers, inboxIds }: Company): Promise<Told | null> {
  if (!(await isOn(trx, 'extras'))) return null
  const none = { cost: 0, unit: null, left: null, makerId: null, inboxId: null }
  const demo = { demo: true }
  const call = await addExtra(
    trx,
    tend,
    {
      ...none,
      name: 'A call when it comes out of the oven',
      words: 'I call you when it comes out of the oven, whatever hour that is, so that you can sleep.',
      inboxId: inboxIds.bakery,
    },
    demo,
  )
  const others = [
    {
      ...none,
      name: 'All radiators bled while we are there',
      words:
        'While we are with you, we bleed all your radiators; it takes ten minutes and you will hear the difference.',
      inboxId: inboxIds.repairs,
    },
    {
      ...none,
      name: 'A bag of yesterday’s rolls',
      words: 'A bag of rolls lies at the counter with your name on it.',
      left: 6,
      inboxId: inboxIds.bakery,
    },
    {
      ...none,
      name: 'A loaf of Thursday rye',
      words: 'A loaf of our Thursday rye is yours.',
      cost: 4.8,
      unit: 'EUR',
      makerId: team.tomas.id,
      inboxId: inboxIds.bakery,
    },
    {
      ...none,
      name: 'A card, written by hand',
      words: 'A few lines by hand are on their way to you.',
      cost: 1.2,
      unit: 'EUR',
    },
  ]
  for (const one of others) await addExtra(trx, tend, one, demo)
  return theCallAtTwo(trx, team.ines, customers.amara, call)
}

async function theCallAtTwo(trx: Trx, by: Actor, customerId: string, extraId: string): Promise<Told> {
  const letters = await trx
    .selectFrom('messages')
    .innerJoin('conversations', 'conversations.id', 'messages.conversationId')
    .select(['messages.id', 'messages.at', 'messages.direction', 'messages.text', 'conversationId'])
    .where('conversations.customerId', '=', customerId)
    .where('conversations.subject', 'like', 'The Okoro cake is here%')
    .orderBy('messages.at')
    .execute()
  const promised = letters.find((one) => one.direction === 'out')!
  const words = 'The call at two was the first time in my life that a baker woke me to say I could sleep'
  const thanked = letters.find((one) => one.direction === 'in' && one.text.includes(words))!
  const { conversationId } = promised
  const id = await giveExtra(trx, by, conversationId, {
    extraId,
    because: 'She has to sleep before a wedding',
    at: promised.at,
    demo: true,
  })
  await deliver(trx, by, id, new Date(promised.at.getTime() + 10 * 3_600_000))
  await noteAnswer(trx, by, id, { words, glad: true, messageId: thanked.id, at: thanked.at })
  return {
    conversationId,
    times: {
      'extra.given': promised.at,
      'extra.delivered': new Date(promised.at.getTime() + 10 * 3_600_000),
      'extra.answered': thanked.at,
    },
  }
}
