import type { Brief } from '#contract/handover.ts'
import { type Actor, atLeast, requireRole, sees, teammateId, tend } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { clockNow } from '#server/base/clock.ts'
import { conflict, invalid, notFound } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { newId } from '#server/base/ids.ts'
import { text as say } from '#server/base/text.ts'
import type { ConversationRow } from '#server/conversations/conversation.ts'
import { keepWordsAsDraft } from '#server/conversations/drafts.ts'
import { lockConversation, participantsOf } from '#server/conversations/queries.ts'
import { assign } from '#server/conversations/state.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { handOver as handOverPromise } from '#server/promises/handing.ts'
import { demandOn } from '#server/team/practices.ts'
import { findTeammate } from '#server/team/queries.ts'
import { proposeBrief } from './brief.ts'
import type { HandoverRow } from './queries.ts'
import { wordsToCustomer } from './telling.ts'
import './tables.ts'

const about = (row: Pick<HandoverRow, 'inboxId' | 'conversationId' | 'customerId'>) => ({
  inboxId: row.inboxId,
  conversationId: row.conversationId,
  customerId: row.customerId,
})

/** Hands a conversation over with a brief. It stays with the giver until the receiver accepts, so it is never nobody's. */
export async function handOver(
  db: Db | Trx,
  by: Actor,
  conversationId: string,
  { to, brief, at }: { to: string; brief: Brief; at?: Date },
): Promise<string> {
  requireRole(by, 'teammate')
  return transaction(db, async (trx) => {
    await demandOn(trx, 'handover')
    const row = await lockConversation(trx, by, conversationId)
    const receiver = await findTeammate(trx, to)
    if (!receiver || receiver.leftAt || receiver.role === 'observer')
      throw invalid('/teammateId', say('handover.notAble'))
    if (!receiver.inboxIds.includes(row.inboxId)) throw invalid('/teammateId', say('handover.notSeen'))
    if (to === teammateId(by)) throw invalid('/teammateId', say('handover.self'))
    if (to === row.assigneeId)
      throw conflict('already-theirs', say('handover.already', { name: receiver.name }))
    if (![brief.who, brief.feels, brief.asked, brief.promised, brief.more].some(Boolean))
      throw invalid('/brief', say('handover.nothing'))
    const open = await openOf(trx, conversationId)
    if (open) {
      const { name } = (await findTeammate(trx, open.toId)) ?? { name: '' }
      throw conflict('handed-over', say('handover.open', { name }))
    }
    return writeHandover(trx, by, row, {
      to,
      from: row.assigneeId ?? teammateId(by),
      brief,
      ...(at && { at }),
    })
  })
}

export async function writeHandover(
  trx: Trx,
  by: Actor,
  row: ConversationRow,
  given: { to: string; from: string | null; brief: Brief | null; at?: Date },
): Promise<string> {
  const id = newId('handover')
  const { sources } = await proposeBrief(trx, by, row)
  await trx
    .insertInto('handovers')
    .values({
      id,
      conversationId: row.id,
      inboxId: row.inboxId,
      customerId: row.customerId,
      fromId: given.from,
      toId: given.to,
      byId: by.id,
      brief: given.brief && JSON.stringify(given.brief),
      sources: JSON.stringify(sources),
      answeredAt: null,
      because: null,
      ...(given.at && { madeAt: given.at }),
    })
    .execute()
  await recordEvent(
    trx,
    by,
    'handover.asked',
    { inboxId: row.inboxId, conversationId: row.id, customerId: row.customerId, teammateId: given.to },
    { from: given.from, to: given.to, brief: given.brief !== null },
  )
  await audit(
    trx,
    by,
    'handover.asked',
    { kind: 'conversation', id: row.id, inboxId: row.inboxId },
    { to: given.to },
  )
  return id
}

/**
 * Takes it on: the conversation is mine, and with it what the giver promised in it. The words that tell the customer become my draft,
 * unless I am writing there already.
 */
export async function acceptHandover(
  db: Db,
  by: Actor,
  id: string,
): Promise<{ draft: string; promiseIds: string[] }> {
  requireRole(by, 'teammate')
  return transaction(db, async (trx) => {
    await demandOn(trx, 'handover')
    const { row, conversation } = await lockOpen(trx, by, id)
    await demandReceiver(trx, by, row)
    return takeOn(trx, by, row, conversation)
  })
}

export async function takeOn(
  trx: Trx,
  by: Actor,
  row: HandoverRow,
  conversation: ConversationRow,
): Promise<{ draft: string; promiseIds: string[] }> {
  await settle(trx, row, 'accepted', null)
  await assign(trx, by, row.conversationId, row.toId)
  // Before they move: what the customer was promised, as it stood with the giver.
  const draft = await wordsToCustomer(trx, by, conversation, row)
  const promiseIds = await movePromises(trx, by, row)
  await keepWordsAsDraft(trx, row.toId, row.conversationId, {
    html: null,
    text: draft,
    to: await requesterOf(trx, row.conversationId),
    cc: [],
    attachments: [],
    version: 1,
  })
  await recordEvent(
    trx,
    by,
    'handover.accepted',
    { ...about(row), teammateId: row.fromId },
    { from: row.fromId, to: row.toId, promises: promiseIds.length },
  )
  return { draft, promiseIds }
}

const requesterOf = async (trx: Trx, conversationId: string) =>
  (await participantsOf(trx, conversationId))
    .filter((person) => person.role === 'requester')
    .map(({ name, email }) => ({ name, email }))

/** What the giver promised in this conversation and has not kept; others' promises stay theirs. */
async function movePromises(trx: Trx, by: Actor, row: HandoverRow): Promise<string[]> {
  if (!row.fromId || row.fromId === row.toId) return []
  const theirs = await trx
    .selectFrom('promises')
    .select('id')
    .where('conversationId', '=', row.conversationId)
    .where('makerId', '=', row.fromId)
    .where('state', 'in', ['open', 'late', 'broken'])
    .orderBy('id')
    .execute()
  for (const { id } of theirs) await handOverPromise(trx, by, id, row.toId, undefined)
  return theirs.map((one) => one.id)
}

/** Gives it back with the reason; it is the giver's as before. */
export async function returnHandover(db: Db, by: Actor, id: string, because: string): Promise<void> {
  requireRole(by, 'teammate')
  await transaction(db, async (trx) => {
    await demandOn(trx, 'handover')
    const { row, conversation } = await lockOpen(trx, by, id)
    await demandReceiver(trx, by, row)
    await settle(trx, row, 'returned', because)
    // One that was only assigned lies with the receiver already.
    if (conversation.assigneeId === row.toId) {
      const giver = row.fromId ? await findTeammate(trx, row.fromId) : undefined
      const isHere = giver && !giver.leftAt && giver.inboxIds.includes(row.inboxId)
      await assign(trx, tend, row.conversationId, isHere ? giver.id : null)
    }
    await recordEvent(
      trx,
      by,
      'handover.returned',
      { ...about(row), teammateId: row.fromId },
      { from: row.toId, to: row.fromId, because },
    )
    await audit(
      trx,
      by,
      'handover.returned',
      { kind: 'conversation', id: row.conversationId, inboxId: row.inboxId },
      { because },
    )
  })
}

export async function withdrawHandover(db: Db, by: Actor, id: string): Promise<void> {
  requireRole(by, 'teammate')
  await transaction(db, async (trx) => {
    await demandOn(trx, 'handover')
    const { row } = await lockOpen(trx, by, id)
    const me = teammateId(by)
    if (!atLeast(by, 'lead') && me !== row.fromId && me !== row.byId)
      throw conflict('not-given', say('handover.notGiven'))
    await endHandover(trx, by, row, 'withdrawn')
  })
}

export async function endHandover(
  trx: Trx,
  by: Actor,
  row: HandoverRow,
  state: 'withdrawn' | 'ended',
): Promise<void> {
  await settle(trx, row, state, null)
  await recordEvent(trx, by, `handover.${state}`, { ...about(row), teammateId: row.toId }, { to: row.toId })
}

async function demandReceiver(trx: Trx, by: Actor, row: HandoverRow): Promise<void> {
  if (teammateId(by) === row.toId) return
  const { name } = (await findTeammate(trx, row.toId)) ?? { name: '' }
  throw conflict('not-handed-to-you', say('handover.notYours', { name }))
}

export const openOf = (trx: Trx | Db, conversationId: string): Promise<HandoverRow | undefined> =>
  trx
    .selectFrom('handovers')
    .selectAll()
    .where('conversationId', '=', conversationId)
    .where('state', '=', 'open')
    .executeTakeFirst()

/** The row with its conversation, both held: two answers at once come one after the other. */
async function lockOpen(trx: Trx, by: Actor, id: string) {
  const there = await trx
    .selectFrom('handovers')
    .select(['conversationId', 'inboxId'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!there || !sees(by, there.inboxId)) throw notFound(say('handover.this'))
  const conversation = await lockConversation(trx, tend, there.conversationId)
  const row = await trx
    .selectFrom('handovers')
    .selectAll()
    .where('conversationId', '=', there.conversationId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  if (row.state !== 'open') throw conflict('handover-answered', say('handover.answered'))
  return { row, conversation }
}

async function settle(
  trx: Trx,
  row: HandoverRow,
  state: 'accepted' | 'returned' | 'withdrawn' | 'ended',
  because: string | null,
): Promise<void> {
  await trx
    .updateTable('handovers')
    .set({ state, because, answeredAt: await clockNow(trx) })
    .where('conversationId', '=', row.conversationId)
    .where('id', '=', row.id)
    .execute()
}
