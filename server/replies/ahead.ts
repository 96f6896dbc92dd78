import { type Actor, teammateId } from '#server/base/actor.ts'
import { askClock } from '#server/base/clock.ts'
import { askSettings } from '#server/base/settings.ts'
import { askThread } from '#server/channels/email/outbox/actions.ts'
import type { ConversationRow } from '#server/conversations/conversation.ts'
import { askParticipants } from '#server/conversations/queries.ts'
import { askSpokenTo } from '#server/conversations/spokenTo.ts'
import { askPerson } from '#server/customers/actions.ts'
import { askAhead } from '#server/database/ahead.ts'
import type { Trx } from '#server/database/database.ts'
import { askInbox, askInboxes, askTeammate } from '#server/team/queries.ts'
import { askSignatures } from './ending.ts'

/** What every answer needs to know of its conversation, asked in one go. */
export const askForReply = (trx: Trx, by: Actor, conversation: ConversationRow): Promise<void> =>
  askAhead(trx, [
    askParticipants(trx, conversation.id).compile(),
    askInboxes(trx).compile(),
    askThread(trx, conversation.id).compile(),
    ...askSpokenTo(trx, conversation),
    ...askOfWriter(trx, by, conversation.inboxId),
  ])

/** The same of a first letter, of which there is nothing yet: to whom, and from which inbox. */
export const askForFirst = (trx: Trx, by: Actor, inboxId: string, to: string): Promise<void> =>
  askAhead(trx, [
    askInboxes(trx).compile(),
    askPerson(trx, to.toLowerCase()).compile(),
    ...askOfWriter(trx, by, inboxId),
  ])

/** And of what has just been opened. */
export const askOfOpened = (trx: Trx, conversation: { id: string; customerId: string }): Promise<void> =>
  askAhead(trx, [askThread(trx, conversation.id).compile(), ...askSpokenTo(trx, conversation)])

function askOfWriter(trx: Trx, by: Actor, inboxId: string) {
  const me = teammateId(by)
  return [
    askClock(trx).compile(),
    askSettings(trx).compile(),
    askInbox(trx, inboxId).compile(),
    ...(me ? [askTeammate(trx, me).compile(), askSignatures(trx, me, inboxId).compile()] : []),
  ]
}
