import { tend } from '#server/base/actor.ts'
import type { Moved } from '#server/conversations/absorb.ts'
import { lockConversation } from '#server/conversations/queries.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { isOn } from '#server/team/practices.ts'
import { findTeammate } from '#server/team/queries.ts'
import { actorOf } from '#server/team/signIn.ts'
import { endHandover, openOf, takeOn, writeHandover } from './actions.ts'

interface Assigned {
  at: string
  conversationId: string
  byKind: string
  byId: string | null
  to: string | null
  from: string | null
}

/**
 * A conversation was assigned. Whoever it was handed to and took it has said yes; given to a third, the asking is over; and given from
 * one to another without a brief, it is open until they say yes. Safe to repeat.
 */
export async function followAssignment(db: Db, event: Assigned): Promise<void> {
  await withConversation(db, event.conversationId, async (trx) => {
    const row = await lockConversation(trx, tend, event.conversationId)
    // Somebody was quicker: what happened then has an event of its own.
    if (row.assigneeId !== event.to) return
    const open = await openOf(trx, row.id)
    if (open && open.toId === event.to) {
      const taker = event.byId === open.toId ? await findTeammate(trx, open.toId) : undefined
      if (taker) await takeOn(trx, actorOf(taker, 'key'), open, row)
      return
    }
    if (open) await endHandover(trx, tend, open, 'withdrawn')
    const { to, from, byId } = event
    if (event.byKind !== 'teammate' || !to || !from || to === byId) return
    if (!(await isOn(trx, 'handover')) || (await writtenSince(trx, event, to))) return
    const giver = byId ? await findTeammate(trx, byId) : undefined
    await writeHandover(trx, giver ? actorOf(giver, 'key') : tend, row, { to, from, brief: null })
  })
}

/** The job of this event has run before. */
async function writtenSince(trx: Trx, event: Assigned, to: string): Promise<boolean> {
  const row = await trx
    .selectFrom('handovers')
    .select('id')
    .where('conversationId', '=', event.conversationId)
    .where('toId', '=', to)
    .where('madeAt', '>=', new Date(event.at))
    .executeTakeFirst()
  return row !== undefined
}

/** Looked after: nobody need take it on any more. */
export async function endIfClosed(db: Db, conversationId: string): Promise<void> {
  await withConversation(db, conversationId, async (trx) => {
    const row = await lockConversation(trx, tend, conversationId)
    const open = row.status === 'closed' && (await openOf(trx, conversationId))
    if (open) await endHandover(trx, tend, open, 'ended')
  })
}

/** Whoever was asked has left or sees the inbox no more: it is with the giver, who may ask somebody else. */
export async function endForGone(db: Db, teammateId: string): Promise<void> {
  const gone = await findTeammate(db, teammateId)
  const still = gone && !gone.leftAt && gone.role !== 'observer' ? gone.inboxIds : []
  const rows = await db
    .selectFrom('handovers')
    .select(['conversationId', 'inboxId'])
    .where('toId', '=', teammateId)
    .where('state', '=', 'open')
    .execute()
  for (const { conversationId, inboxId } of rows) {
    if (still.includes(inboxId)) continue
    await withConversation(db, conversationId, async (trx) => {
      await lockConversation(trx, tend, conversationId)
      const open = await openOf(trx, conversationId)
      if (open?.toId === teammateId) await endHandover(trx, tend, open, 'ended')
    })
  }
}

/** A conversation that was put back takes its handovers along, or these; of two open ones that of the home stands. Returns which. */
export async function moveHandovers(
  trx: Trx,
  { from, to }: Pick<Moved, 'from' | 'to'>,
  ids: readonly string[] | null = null,
): Promise<string[]> {
  const [open, home] = [await openOf(trx, from), await openOf(trx, to)]
  if (open && home) await endHandover(trx, tend, open, 'ended')
  let moving = trx.updateTable('handovers').set({ conversationId: to }).where('conversationId', '=', from)
  if (ids) moving = moving.where('id', 'in', ['', ...ids])
  return (await moving.returning('id').execute()).map(({ id }) => id)
}

/** Nothing to follow where the conversation was put back meanwhile. */
async function withConversation(
  db: Db,
  conversationId: string,
  work: (trx: Trx) => Promise<void>,
): Promise<void> {
  await transaction(db, async (trx) => {
    const there = await trx
      .selectFrom('conversations')
      .select('id')
      .where('id', '=', conversationId)
      .executeTakeFirst()
    if (there) await work(trx)
  })
}
