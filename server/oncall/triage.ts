import { tend } from '#server/base/actor.ts'
import { clockNow } from '#server/base/clock.ts'
import type { House } from '#server/base/context.ts'
import { workingTime } from '#server/calendar/queries.ts'
import { nextOpen } from '#server/calendar/workingTime.ts'
import { lockConversation } from '#server/conversations/queries.ts'
import type { Db, Trx } from '#server/database/database.ts'
import { isOn } from '#server/team/practices.ts'
import { rotaOf } from './rota.ts'
import { begin } from './urgent.ts'

/**
 * Whether to ask a stranger the one question before they send: nobody is here, and somebody is on call. `open` is when somebody is
 * here again; null where no day is ahead.
 */
export async function triageNow(db: Db | Trx, inboxId: string): Promise<{ open: Date | null } | null> {
  if (!(await isOn(db, 'onCall'))) return null
  const now = await clockNow(db)
  const open = nextOpen(now, await workingTime(db))
  if (open !== null && open <= now) return null
  return (await rotaOf(db, inboxId)) ? { open } : null
}

/** They wrote, and said in the same breath whether it can wait. Nothing where the practice was switched off meanwhile, or we opened. */
export async function startTriaged(
  house: House,
  trx: Trx,
  { conversationId, messageId }: { conversationId: string; messageId: string },
  cannotWait: boolean,
): Promise<boolean> {
  const conversation = await lockConversation(trx, tend, conversationId)
  if (!(await triageNow(trx, conversation.inboxId))) return false
  await begin(house, trx, conversation, messageId, cannotWait ? 'call' : 'wait')
  return true
}
