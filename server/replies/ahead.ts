import { type Actor, teammateId } from '#server/base/actor.ts'
import { askClock } from '#server/base/clock.ts'
import { askSettings } from '#server/base/settings.ts'
import { askThread } from '#server/channels/email/outbox/actions.ts'
import type { ConversationRow } from '#server/conversations/conversation.ts'
import { lastPlaceOf, notePlace, type Place } from '#server/conversations/places.ts'
import { askLocked, askParticipants, lockConversation } from '#server/conversations/queries.ts'
import { unmarkSpam } from '#server/conversations/spam.ts'
import { askSpokenTo } from '#server/conversations/spokenTo.ts'
import { askWritten } from '#server/conversations/write.ts'
import { askPerson } from '#server/customers/actions.ts'
import { askAhead } from '#server/database/ahead.ts'
import type { Trx } from '#server/database/database.ts'
import { askInbox, askInboxes, askTeammate } from '#server/team/queries.ts'
import { askSignatures } from './ending.ts'

/**
 * Locks the conversation that is answered. Where it lay when it was last read is mostly where it lies, so all that the answer needs is
 * asked in the same message, behind the lock; where it has moved since, that was in vain, and is asked anew.
 */
export async function lockToAnswer(
  trx: Trx,
  by: Actor,
  id: string,
  clientKey: string | null,
): Promise<ConversationRow> {
  const before = lastPlaceOf(id)
  if (before) await askAhead(trx, [askLocked(trx, id).compile(), ...forReply(trx, by, before, clientKey)])
  let conversation = await lockConversation(trx, by, id)
  const { spamAt, inboxId, customerId } = conversation
  // Whoever answers it has seen that it is no spam, and is answered in turn.
  if (spamAt) {
    await unmarkSpam(trx, by, id)
    conversation = await lockConversation(trx, by, id)
  }
  if (spamAt || inboxId !== before?.inboxId || customerId !== before.customerId)
    await askAhead(trx, forReply(trx, by, conversation, clientKey))
  notePlace(conversation)
  return conversation
}

/** What every answer needs to know of its conversation. */
const forReply = (trx: Trx, by: Actor, place: Place, clientKey: string | null) => [
  ...(clientKey ? [askWritten(trx, clientKey, place.id).compile()] : []),
  askParticipants(trx, place.id).compile(),
  askInboxes(trx).compile(),
  askThread(trx, place.id).compile(),
  ...askSpokenTo(trx, place),
  ...askOfWriter(trx, by, place.inboxId),
]

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
