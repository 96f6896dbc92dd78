import type { Actor } from '#server/base/actor.ts'
import type { ConversationRow } from '#server/conversations/conversation.ts'
import { spokenTo } from '#server/conversations/spokenTo.ts'
import type { Trx } from '#server/database/database.ts'
import { findTeammate } from '#server/team/queries.ts'
import { proposeBrief } from './brief.ts'
import type { HandoverRow } from './queries.ts'

/**
 * What tells the customer in their language who is there for them now, in the receiver's name: that they need not tell it again, what
 * is open and what stands promised. A draft; the next step is the writer's to say.
 */
export async function wordsToCustomer(
  trx: Trx,
  by: Actor,
  conversation: ConversationRow,
  row: HandoverRow,
): Promise<string> {
  const [{ name, say, when }, giver, receiver, { sources }] = [
    await spokenTo(trx, conversation),
    row.fromId ? await findTeammate(trx, row.fromId) : undefined,
    await findTeammate(trx, row.toId),
    await proposeBrief(trx, by, conversation),
  ]
  const me = receiver?.name ?? by.name
  const owed = sources.promised[0]
  const paragraphs = [
    say('handover.draft.greeting', { name }),
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
              .map((ask) => say('handover.draft.ask', { ask: ask.text }))
              .join(' '),
          }),
        ]
      : []),
    ...(owed
      ? [
          say('handover.draft.promised', {
            what: owed.what,
            hasDue: owed.due ? 'yes' : 'no',
            due: owed.due ? when(new Date(owed.due)) : '',
          }),
        ]
      : []),
    say('handover.draft.end', { me: me.split(' ')[0]! }),
  ]
  return paragraphs.join('\n\n')
}
