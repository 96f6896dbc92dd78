import { type Actor, requireRole, teammateId } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { clockNow } from '#server/base/clock.ts'
import { conflict } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { text as say } from '#server/base/text.ts'
import { recordAct } from '#server/conversations/acts.ts'
import { addNote } from '#server/conversations/write.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { keepPromise } from '#server/promises/actions.ts'
import type { PromiseRow } from '#server/promises/promise.ts'
import { isOn } from '#server/team/practices.ts'
import { about, lockCall } from './call.ts'
import { freeSlots } from './free.ts'
import { freeTime } from './taking.ts'
import './tables.ts'

/**
 * We rang. Either way our word is kept; where nobody picked up, they do not know it yet, and the next good time is proposed.
 */
export async function recordCall(
  db: Db | Trx,
  by: Actor,
  id: string,
  { outcome, note }: { outcome: 'reached' | 'not-reached'; note?: string },
): Promise<{ next: Date | null }> {
  requireRole(by, 'teammate')
  return transaction(db, async (trx) => {
    const { row, call, conversation } = await lockCall(trx, by, id)
    if (call.calledAt) throw conflict('called-already', say('callbacks.calledAlready'))
    await keepPromise(trx, by, id, { told: outcome === 'reached', again: false })
    const calledAt = await clockNow(trx)
    await trx
      .updateTable('callbacks')
      .set({ outcome, note: note?.trim() || null, calledAt, calledBy: teammateId(by), clashes: false })
      .where('promiseId', '=', id)
      .execute()
    await freeTime(trx, id)
    // Ringing is doing something, where the team records what it does.
    if (await isOn(trx, 'actions'))
      await recordAct(trx, by, { conversationId: conversation.id, kind: 'called' })
    if (note?.trim()) await addNote(trx, by, { conversationId: conversation.id, text: note.trim() })
    await recordEvent(trx, by, 'callback.called', about(conversation, id, row.makerId), { outcome })
    const subject = { kind: 'promise', id, inboxId: row.inboxId }
    await audit(trx, by, 'callback.called', subject, { outcome })
    return { next: outcome === 'reached' ? null : await nextTry(trx, row, call) }
  })
}

/** Not at once again: some hours later, when whoever rings is here and free. */
const pause = 2 * 3_600_000

async function nextTry(trx: Trx, row: PromiseRow, { minutes }: { minutes: number }): Promise<Date | null> {
  const { slots } = await freeSlots(trx, { inboxId: row.inboxId, assigneeId: row.makerId }, { minutes })
  const earliest = (await clockNow(trx)).getTime() + pause
  return slots.find((slot) => slot.at.getTime() >= earliest)?.at ?? null
}
