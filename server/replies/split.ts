import { moveDecisions } from '#server/authority/moving.ts'
import type { Actor } from '#server/base/actor.ts'
import type { House } from '#server/base/context.ts'
import { followCalls } from '#server/callbacks/settling.ts'
import { moveMail, moveReferences } from '#server/channels/email/moved.ts'
import type { Moved } from '#server/conversations/absorb.ts'
import { putBack, splitOff } from '#server/conversations/split.ts'
import { moveSources } from '#server/customers/facts.ts'
import { type Trx, transaction } from '#server/database/database.ts'
import { moveExtras } from '#server/extras/moving.ts'
import { moveFields } from '#server/fields/moving.ts'
import { moveGoals } from '#server/goals/actions.ts'
import { moveHandovers } from '#server/handover/following.ts'
import { moveHeat, movePolicy } from '#server/heat/moving.ts'
import { moveMatters } from '#server/matters/actions.ts'
import { moveUrgents } from '#server/oncall/moving.ts'
import { moveOffers } from '#server/options/moving.ts'
import { movePromises } from '#server/promises/moving.ts'
import { moveReadings, moveRecoveries, moveRefusals } from '#server/recoveries/following.ts'
import { moveTranslations } from '#server/translation/letters.ts'
import { moveScheduled } from './scheduled.ts'
import { moveOwnWords } from './translated.ts'
import './tables.ts'

/** Makes a message, and all behind it, a matter of its own: with its files, its letters, and the word given in them. */
export async function splitConversation(
  house: House,
  by: Actor,
  id: string,
  where: { messageId: string; subject?: string },
): Promise<{ conversationId: string }> {
  return transaction(house.db, async (trx) => {
    const moved = await splitOff(trx, by, id, where)
    await movePromises(trx, moved)
    await alsoMove(trx, moved)
    await moveScheduled(trx, moved, { since: moved.firstAt })
    return { conversationId: moved.to }
  })
}

/** The one click back: everything goes home, also what was written since. */
export async function unsplitConversation(
  house: House,
  by: Actor,
  id: string,
): Promise<{ conversationId: string }> {
  return transaction(house.db, async (trx) => {
    const moved = await putBack(trx, by, id)
    await movePromises(trx, { ...moved, messageIds: null })
    await alsoMove(trx, moved)
    await moveReferences(trx, moved)
    await moveHandovers(trx, moved)
    await moveMatters(trx, moved)
    await moveRecoveries(trx, moved)
    await moveReadings(trx, moved)
    await moveRefusals(trx, moved)
    await moveDecisions(trx, moved)
    await moveExtras(trx, moved)
    await movePolicy(trx, moved)
    await moveUrgents(trx, moved)
    await moveScheduled(trx, moved)
    await moveFields(trx, moved)
    return { conversationId: moved.to }
  })
}

/** What goes wherever its messages, or its promises, go. */
export async function alsoMove(trx: Trx, moved: Moved): Promise<void> {
  await followCalls(trx, moved)
  await moveOffers(trx, moved)
  await moveMail(trx, moved)
  await moveSources(trx, moved)
  await moveGoals(trx, moved)
  await moveHeat(trx, moved)
  await moveTranslations(trx, moved)
  await moveOwnWords(trx, moved)
  if (moved.messageIds.length === 0) return
  await trx
    .updateTable('careResults')
    .set({ conversationId: moved.to })
    .where('conversationId', '=', moved.from)
    .where('messageId', 'in', moved.messageIds)
    .execute()
}
