import { type Actor, tend } from '#server/base/actor.ts'
import { moment, text as say } from '#server/base/text.ts'
import type { ConversationRow } from '#server/conversations/conversation.ts'
import { customerById } from '#server/customers/queries.ts'
import type { Trx } from '#server/database/database.ts'
import { readCompany } from '#server/team/company.ts'
import { findTeammate } from '#server/team/queries.ts'
import { proposeBrief } from './brief.ts'
import type { HandoverRow } from './queries.ts'

/**
 * What tells the customer who is there for them now, in the receiver's name: that they need not tell it again, what is open and what
 * stands promised. A draft; the next step is the writer's to say.
 */
export async function wordsToCustomer(
  trx: Trx,
  by: Actor,
  conversation: ConversationRow,
  row: HandoverRow,
): Promise<string> {
  const [person, company, giver, receiver, { sources }] = [
    await customerById(trx, tend, row.customerId),
    await readCompany(trx),
    row.fromId ? await findTeammate(trx, row.fromId) : undefined,
    await findTeammate(trx, row.toId),
    await proposeBrief(trx, by, conversation),
  ]
  const me = receiver?.name ?? by.name
  const owed = sources.promised[0]
  const paragraphs = [
    say('handover.draft.greeting', { name: person.preferredName || person.name }),
    say('handover.draft.me', {
      me,
      hasGiver: giver && row.brief ? 'yes' : 'no',
      giver: giver?.name.split(' ')[0] ?? '',
    }),
    ...(sources.asked.length
      ? [
          say('handover.draft.asked', {
            asks: sources.asked
              .slice(0, 3)
              .map((ask) => `“${ask.text}”`)
              .join(' '),
          }),
        ]
      : []),
    ...(owed
      ? [
          say('handover.draft.promised', {
            what: owed.what,
            hasDue: owed.due ? 'yes' : 'no',
            due: owed.due ? moment(new Date(owed.due), company.timeZone) : '',
          }),
        ]
      : []),
    say('handover.draft.end', { me: me.split(' ')[0]! }),
  ]
  return paragraphs.join('\n\n')
}
