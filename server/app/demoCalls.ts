import { people } from '#cast/cast.ts'
import type { InboxName, TeammateName } from '#cast/company.ts'
import type { CustomerName } from '#cast/people.ts'
import type { Actor, CustomerActor } from '#server/base/actor.ts'
import { wantCall } from '#server/callbacks/actions.ts'
import { freeSlots } from '#server/callbacks/free.ts'
import { recordAct } from '#server/conversations/acts.ts'
import { writeMessage } from '#server/conversations/write.ts'
import type { Trx } from '#server/database/database.ts'
import { offerOptions } from '#server/options/actions.ts'
import { offerAsText } from '#server/options/offer.ts'
import { readCompany } from '#server/team/company.ts'
import { practicesOn } from '#server/team/practices.ts'

interface Company {
  team: Record<TeammateName, Actor>
  customers: Record<CustomerName, string>
  inboxIds: Record<InboxName, string>
  now: Date
}

const day = 86_400_000

/** A man who no longer sits by the phone, two ways to bring a cake to the table, and a pump that was more than talked about. */
export async function bringCalls(trx: Trx, company: Company): Promise<void> {
  const on = await practicesOn(trx)
  if (on.includes('callbacks')) await paulPicks(trx, company)
  if (on.includes('options')) await inesAsks(trx, company)
  if (on.includes('actions')) await benDid(trx, company)
}

const matterOf = (trx: Trx, customerId: string, subject: string) =>
  trx
    .selectFrom('conversations')
    .selectAll()
    .where('customerId', '=', customerId)
    .where('subject', '=', subject)
    .executeTakeFirstOrThrow()

/** Ben's call did not come and he waited by the phone; on his page Paul picks the hour himself. */
async function paulPicks(trx: Trx, { customers, now }: Company): Promise<void> {
  const conversation = await matterOf(trx, customers.paul, 'Radiator in the hall')
  const paul: CustomerActor = {
    kind: 'customer',
    id: customers.paul,
    name: people.paul.name,
    conversationId: conversation.id,
    inboxIds: [conversation.inboxId],
    via: 'page',
  }
  const { slots } = await freeSlots(trx, conversation)
  if (!slots[0]) return
  await wantCall(trx, paul, {
    conversationId: conversation.id,
    at: slots[0].at,
    phone: '+351 910 000 108',
    about: 'The hall radiator. At this hour I am by the phone, and at no other.',
    madeAt: new Date(now.getTime() - 20 * 60_000),
    demo: true,
  })
}

/** Somebody at Amara's table is ashamed of being vegan: nobody is singled out, and Amara says how. */
async function inesAsks(trx: Trx, { team, customers, now }: Company): Promise<void> {
  const conversation = await matterOf(trx, customers.amara, 'Tasting for three couples')
  const table = conversation.nextPromiseDue ?? new Date(now.getTime() + 4 * day)
  const { timeZone } = await readCompany(trx)
  const offer = {
    question: 'How shall the cake without eggs come to the table?',
    ownIdea: true,
    choices: [
      { text: 'Sliced among the other three, and nobody says which it is', due: table.toISOString() },
      { text: 'Last, as the one everybody has to guess', due: table.toISOString() },
    ],
  }
  const { messageId } = await writeMessage(trx, team.ines, {
    conversationId: conversation.id,
    to: [{ name: people.amara.name, email: people.amara.email }],
    cc: [],
    subject: `Re: ${conversation.subject}`,
    text: `Amara,\n\none thing you know better than I do, because you have seen the ashamed one blush.\n\n${offerAsText(offer, { timeZone, language: 'en' })}\n\nOr tell me a third way; you are the one who reads a table.\n\nInês`,
    html: null,
    attachmentIds: [],
    clientKey: null,
    at: new Date(now.getTime() - day),
  })
  await offerOptions(trx, team.ines, conversation, messageId, offer)
}

/** The hotel's water: measured and worked out, before a word of it was promised. */
async function benDid(trx: Trx, { team, customers, now }: Company): Promise<void> {
  const { id } = await matterOf(trx, customers.omar, 'Hot water on the second floor')
  await recordAct(trx, team.ben, {
    conversationId: id,
    kind: 'asked-workshop',
    note: 'Pump 214, check valve asked for at the wholesaler',
    at: new Date(now.getTime() - 2 * day),
  })
}
