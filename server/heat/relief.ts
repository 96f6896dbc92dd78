import { type Selectable, sql } from 'kysely'
import type { Relief } from '#contract/heat.ts'
import { type Actor, atLeast, requireRole, teammateId, tend } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { clockNow } from '#server/base/clock.ts'
import { conflict, notFound } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { newId } from '#server/base/ids.ts'
import { inHouse } from '#server/base/spoken.ts'
import { text as say } from '#server/base/text.ts'
import { clearTimers, setTimer } from '#server/base/timers.ts'
import { leaveAt } from '#server/calendar/queries.ts'
import type { ConversationRow } from '#server/conversations/conversation.ts'
import { lockConversation, lockIfThere } from '#server/conversations/queries.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { endHandover, handOver } from '#server/handover/actions.ts'
import { proposeBrief } from '#server/handover/brief.ts'
import { demandOn } from '#server/team/practices.ts'
import { findTeammate } from '#server/team/queries.ts'
import { actorOf } from '#server/team/signIn.ts'
import { readHeatRules } from './rules.ts'
import type { ReliefsTable } from './tables.ts'
import '#server/handover/tables.ts'
import './tables.ts'

export type ReliefRow = Selectable<ReliefsTable>

const timerOf = (row: Pick<ReliefRow, 'conversationId' | 'id'>) => `${row.conversationId} ${row.id}`

/** One press: colleagues who are here are asked, one after the other, until somebody accepts. Until then it stays with whoever asked. */
export async function askRelief(db: Db | Trx, by: Actor, conversationId: string): Promise<void> {
  requireRole(by, 'teammate')
  const me = teammateId(by)
  if (!me) throw notFound(say('conversations.this.teammate'))
  await transaction(db, async (trx) => {
    await demandOn(trx, 'heat')
    const conversation = await lockConversation(trx, by, conversationId)
    if (conversation.assigneeId && conversation.assigneeId !== me && !atLeast(by, 'lead'))
      throw conflict('not-yours', say('heat.notYours'))
    if (await openRelief(trx, conversationId)) throw conflict('relief-asked', say('heat.asked'))
    const { inboxId, customerId } = conversation
    const row = await trx
      .insertInto('reliefs')
      .values({
        conversationId,
        id: newId('relief'),
        inboxId,
        customerId,
        askedById: me,
        asked: JSON.stringify([]),
        handoverId: null,
        nextAt: null,
      })
      .returningAll()
      .executeTakeFirstOrThrow()
    if (!(await askNext(trx, by, row, conversation))) throw conflict('nobody-here', say('heat.nobody'))
    await audit(trx, by, 'relief.asked', { kind: 'conversation', id: conversationId, inboxId })
  })
}

/** The next who was not asked yet gets a handover with its brief. False where nobody is left. */
async function askNext(trx: Trx, by: Actor, row: ReliefRow, conversation: ConversationRow): Promise<boolean> {
  const [next] = await colleagues(trx, conversation, [row.askedById, ...row.asked])
  if (!next) return false
  const { brief } = await proposeBrief(trx, by, conversation)
  const more = [brief.more, say('heat.brief', {}, inHouse())].filter(Boolean).join('\n')
  const handoverId = await handOver(trx, by, conversation.id, { to: next.id, brief: { ...brief, more } })
  const { askMinutes } = await readHeatRules(trx)
  const nextAt = new Date((await clockNow(trx)).getTime() + askMinutes * 60_000)
  await trx
    .updateTable('reliefs')
    .set({ handoverId, asked: JSON.stringify([...row.asked, next.id]), nextAt })
    .where('conversationId', '=', row.conversationId)
    .where('id', '=', row.id)
    .execute()
  await clearTimers(trx, 'relief.next', timerOf(row))
  await setTimer(trx, 'relief.next', timerOf(row), nextAt)
  const subjects = { inboxId: row.inboxId, conversationId: row.conversationId, teammateId: next.id }
  await recordEvent(trx, by, 'relief.asked', subjects, { reliefId: row.id, to: next.id })
  return true
}

/** Whoever sees the inbox, answers people and is here; who has least open comes first. */
export async function colleagues(
  db: Db | Trx,
  { inboxId, assigneeId }: Pick<ConversationRow, 'inboxId' | 'assigneeId'>,
  without: readonly string[],
): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select t.id, t.name from teammates t
    join inbox_access a on a.teammate_id = t.id and a.inbox_id = ${inboxId}
    where t.left_at is null and t.role <> 'observer' and t.id <> all(${[...without, assigneeId ?? '']}::text[])
    order by (select count(*) from conversations c where c.assignee_id = t.id and c.status = 'open'), t.id`.execute(
    db,
  )
  const now = await clockNow(db)
  const here = []
  for (const one of rows) if (!(await leaveAt(db, one.id, now))) here.push(one)
  return here
}

/** The timer: whoever was asked has not answered, so the next one is. */
export async function askAnother(db: Db, subject: string): Promise<void> {
  const [conversationId = '', id] = subject.split(' ')
  await withRelief(db, conversationId, async (trx, row, conversation) => {
    if (row.id !== id || !row.nextAt || row.nextAt > (await clockNow(trx))) return
    await goOn(trx, row, conversation)
  })
}

/** The handover was answered: taken, given back, or taken back. Safe to repeat. */
export async function followHandover(db: Db, conversationId: string): Promise<void> {
  await withRelief(db, conversationId, async (trx, row, conversation) => {
    const handover = await handoverOf(trx, row)
    if (!handover || handover.state === 'open') return
    if (handover.state === 'returned') return goOn(trx, row, conversation)
    await settle(trx, tend, row, handover.state === 'accepted' ? 'taken' : 'withdrawn')
  })
}

/** I go on with it myself. */
export async function withdrawRelief(db: Db, by: Actor, conversationId: string): Promise<void> {
  requireRole(by, 'teammate')
  await transaction(db, async (trx) => {
    await lockConversation(trx, by, conversationId)
    const row = await openRelief(trx, conversationId)
    if (!row) return
    if (row.askedById !== teammateId(by) && !atLeast(by, 'lead'))
      throw conflict('not-yours', say('heat.notYours'))
    await endItsHandover(trx, row)
    await settle(trx, by, row, 'withdrawn')
  })
}

async function goOn(trx: Trx, row: ReliefRow, conversation: ConversationRow): Promise<void> {
  await endItsHandover(trx, row)
  const asker = await findTeammate(trx, row.askedById)
  const by = asker && !asker.leftAt ? actorOf(asker, 'key') : tend
  if (await askNext(trx, by, row, conversation)) return
  await trx
    .updateTable('reliefs')
    .set({ state: 'nobody', nextAt: null })
    .where('conversationId', '=', row.conversationId)
    .where('id', '=', row.id)
    .execute()
  await clearTimers(trx, 'relief.next', timerOf(row))
  const subjects = { inboxId: row.inboxId, conversationId: row.conversationId, customerId: row.customerId }
  await recordEvent(trx, by, 'relief.nobody', subjects, { reliefId: row.id })
}

async function endItsHandover(trx: Trx, row: ReliefRow): Promise<void> {
  const handover = await handoverOf(trx, row)
  if (handover?.state === 'open') await endHandover(trx, tend, handover, 'withdrawn')
}

const handoverOf = (trx: Trx, row: ReliefRow) =>
  trx
    .selectFrom('handovers')
    .selectAll()
    .where('conversationId', '=', row.conversationId)
    .where('id', '=', row.handoverId ?? '')
    .executeTakeFirst()

async function settle(trx: Trx, by: Actor, row: ReliefRow, state: 'taken' | 'withdrawn'): Promise<void> {
  await trx
    .updateTable('reliefs')
    .set({ state, nextAt: null })
    .where('conversationId', '=', row.conversationId)
    .where('id', '=', row.id)
    .execute()
  await clearTimers(trx, 'relief.next', timerOf(row))
  const subjects = { inboxId: row.inboxId, conversationId: row.conversationId, teammateId: row.askedById }
  await recordEvent(trx, by, 'relief.over', subjects, { reliefId: row.id, state })
}

export const openRelief = (db: Db | Trx, conversationId: string): Promise<ReliefRow | undefined> =>
  db
    .selectFrom('reliefs')
    .selectAll()
    .where('conversationId', '=', conversationId)
    .where('state', '=', 'open')
    .executeTakeFirst()

/** Nothing to follow where the conversation was put back meanwhile, or nobody is asked any more. */
async function withRelief(
  db: Db,
  conversationId: string,
  work: (trx: Trx, row: ReliefRow, conversation: ConversationRow) => Promise<void>,
): Promise<void> {
  await transaction(db, async (trx) => {
    const conversation = await lockIfThere(trx, conversationId)
    if (!conversation) return
    const row = await openRelief(trx, conversationId)
    if (row) await work(trx, row, conversation)
  })
}

/** The newest of a conversation, as its readers see it. */
export async function reliefIn(db: Db | Trx, conversationId: string): Promise<Relief | null> {
  const row = await db
    .selectFrom('reliefs')
    .selectAll()
    .where('conversationId', '=', conversationId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  if (!row) return null
  const toId = row.state === 'open' || row.state === 'taken' ? (row.asked.at(-1) ?? null) : null
  return {
    id: row.id,
    state: row.state,
    askedById: row.askedById,
    toId,
    toName: toId ? ((await findTeammate(db, toId))?.name ?? null) : null,
    handoverId: row.handoverId,
    nextAt: row.nextAt?.toISOString() ?? null,
  }
}
