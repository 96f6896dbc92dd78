import { moveDecisions } from '#server/authority/moving.ts'
import type { Actor } from '#server/base/actor.ts'
import type { House } from '#server/base/context.ts'
import { moveReferences, moveReferencesBack } from '#server/channels/email/moved.ts'
import { mergeIn, noteTaken } from '#server/conversations/merge.ts'
import { partAgain } from '#server/conversations/part.ts'
import { transaction } from '#server/database/database.ts'
import { moveExtras } from '#server/extras/moving.ts'
import { moveFields, moveFieldsBack } from '#server/fields/moving.ts'
import { moveHandovers } from '#server/handover/following.ts'
import { movePolicy } from '#server/heat/moving.ts'
import { moveMatters } from '#server/matters/actions.ts'
import { moveUrgents } from '#server/oncall/moving.ts'
import { movePromises } from '#server/promises/moving.ts'
import {
  goOnApart,
  joinedIn,
  moveReadings,
  moveRecoveries,
  moveRefusals,
} from '#server/recoveries/following.ts'
import { partTags } from '#server/tags/parting.ts'
import { moveScheduled } from './scheduled.ts'
import { alsoMove } from './split.ts'
import './tables.ts'

/** Two conversations that are one matter become one: with their letters, the word given in them, and all that hangs on them. */
export async function mergeConversation(
  house: House,
  by: Actor,
  id: string,
  what: { conversationId: string; differentPerson: boolean },
): Promise<{ mergeId: string; conversationId: string; until: string }> {
  return transaction(house.db, async (trx) => {
    const merged = await mergeIn(trx, by, id, { ...what, fromId: what.conversationId })
    const promises = await movePromises(trx, { ...merged, messageIds: null })
    await alsoMove(trx, merged)
    await noteTaken(trx, merged.mergeId, {
      promises,
      references: await moveReferences(trx, merged),
      handovers: await moveHandovers(trx, merged),
      matters: await moveMatters(trx, merged),
      joined: await joinedIn(trx, merged),
      recoveries: await moveRecoveries(trx, merged),
      readings: await moveReadings(trx, merged),
      refusals: await moveRefusals(trx, merged),
      decisions: await moveDecisions(trx, merged),
      extras: await moveExtras(trx, merged),
      policy: await movePolicy(trx, merged),
      urgents: await moveUrgents(trx, merged),
      scheduled: await moveScheduled(trx, merged),
      fields: await moveFields(trx, merged),
    })
    return { mergeId: merged.mergeId, conversationId: id, until: merged.until.toISOString() }
  })
}

/** The way back, for 30 days: what came along goes home again. */
export async function partConversation(
  house: House,
  by: Actor,
  mergeId: string,
): Promise<{ conversationId: string }> {
  return transaction(house.db, async (trx) => {
    const { above, tags, ...moved } = await partAgain(trx, by, mergeId)
    await partTags(trx, moved, tags)
    await movePromises(trx, { ...moved, ids: above.promises ?? [] })
    await alsoMove(trx, moved)
    await moveReferencesBack(trx, moved, above.references ?? [])
    await moveHandovers(trx, moved, above.handovers ?? [])
    await moveMatters(trx, moved, above.matters ?? [])
    await moveRecoveries(trx, moved, above.recoveries ?? [])
    await goOnApart(trx, moved.to, above.joined ?? [])
    await moveReadings(trx, moved, above.readings ?? [])
    await moveRefusals(trx, moved, above.refusals ?? [])
    await moveDecisions(trx, moved, above.decisions ?? [])
    await moveExtras(trx, moved, above.extras ?? [])
    await movePolicy(trx, moved, above.policy ?? [])
    await moveUrgents(trx, moved, above.urgents ?? [])
    await moveScheduled(trx, moved, { ids: above.scheduled ?? [] })
    await moveFieldsBack(trx, moved, above.fields ?? [])
    return { conversationId: moved.to }
  })
}
