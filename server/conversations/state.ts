import { type Actor, requireRole, teammateId, tend } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { clockNow } from '#server/base/clock.ts'
import { invalid, notFound } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { text as say } from '#server/base/text.ts'
import { clearTimers, setTimer } from '#server/base/timers.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { type Places, question } from '#server/database/statement.ts'
import { findTeammate } from '#server/team/queries.ts'
import { afresh, type ConversationRow, missingAtClosing } from './conversation.ts'
import { lockConversation } from './queries.ts'
import { weighHarm } from './reading.ts'
import { stillHere, theyWrote } from './receive.ts'
import { unmarkSpam } from './spam.ts'
import { firstUnansweredAt } from './turn.ts'
import './tables.ts'

const about = (row: ConversationRow) => ({
  inboxId: row.inboxId,
  conversationId: row.id,
  customerId: row.customerId,
})

/** Gives a conversation to a teammate; null puts it back to New. */
export async function assign(db: Db | Trx, by: Actor, id: string, to: string | null): Promise<void> {
  requireRole(by, 'teammate')
  await transaction(db, async (trx) => {
    await assignLocked(trx, by, await lockConversation(trx, by, id), to)
  })
}

/** The same of one that is held already. */
export async function assignLocked(
  trx: Trx,
  by: Actor,
  row: ConversationRow,
  to: string | null,
): Promise<void> {
  const { id } = row
  if (row.assigneeId === to) return
  if (to) {
    const teammate = await findTeammate(trx, to)
    if (!teammate || teammate.leftAt || teammate.role === 'observer')
      throw invalid('/teammateId', say('conversations.notAble'))
    if (!teammate.inboxIds.includes(row.inboxId)) throw invalid('/teammateId', say('conversations.notSeen'))
  }
  await giveTo(trx, { id, to }).execute()
  await recordEvent(
    trx,
    by,
    'conversation.assigned',
    { ...about(row), teammateId: to },
    { to, from: row.assigneeId },
  )
  await audit(trx, by, 'conversation.assigned', { kind: 'conversation', id, inboxId: row.inboxId }, { to })
}

const giveTo = question((db, place: Places<{ id: string; to: string | null }>) =>
  db
    .updateTable('conversations')
    .set({ assigneeId: place('to') })
    .where('id', '=', place('id')),
)

/** What is forgotten when they have been answered: their wait, and the harm it might have done. */
const answered = { waitingSince: null, harm: 0, harmSignal: null, harmWords: null }

/** We have answered: their turn. Promises stay what they are. */
export async function setWaiting(trx: Trx, by: Actor, id: string): Promise<void> {
  await setWaitingLocked(trx, by, await lockConversation(trx, by, id))
}

/** The same of one that is held already. */
export async function setWaitingLocked(trx: Trx, by: Actor, row: ConversationRow): Promise<void> {
  const { id } = row
  await clearTimers(trx, 'conversation.wake', id)
  await theirTurn(trx, { id }).execute()
  await recordEvent(trx, by, 'conversation.waiting', about(row), {})
}

/** The same of one that we have just opened with our letter: nothing of it was to be forgotten. */
export const sayTheirTurn = (trx: Trx, by: Actor, row: ConversationRow): Promise<void> =>
  recordEvent(trx, by, 'conversation.waiting', about(row), {})

const theirTurn = question((db, place: Places<{ id: string }>) =>
  db
    .updateTable('conversations')
    .set({
      status: 'waiting',
      ...answered,
      ...afresh,
    })
    .where('id', '=', place('id')),
)

/** Later, always with a reason. Without a time: when they reply. */
export async function snooze(
  db: Db | Trx,
  by: Actor,
  id: string,
  { until, reason }: { until: Date | null; reason: string },
): Promise<void> {
  requireRole(by, 'teammate')
  await transaction(db, async (trx) => {
    const row = await lockConversation(trx, by, id)
    if (until && until <= (await clockNow(trx))) throw invalid('/until', say('conversations.timePassed'))
    await clearTimers(trx, 'conversation.wake', id)
    if (until) await setTimer(trx, 'conversation.wake', id, until)
    await trx
      .updateTable('conversations')
      .set({
        status: 'snoozed',
        snoozedUntil: until,
        snoozeReason: reason,
        closedAt: null,
        closedBy: null,
        goodbye: null,
      })
      .where('id', '=', id)
      .execute()
    await recordEvent(trx, by, 'conversation.snoozed', about(row), {
      until: until?.toISOString() ?? null,
      reason,
    })
    await audit(trx, by, 'conversation.snoozed', { kind: 'conversation', id, inboxId: row.inboxId })
  })
}

/** The timer of a snooze: back to our turn. */
export async function wake(db: Db, id: string): Promise<void> {
  await transaction(db, async (trx) => {
    const row = await trx
      .selectFrom('conversations')
      .selectAll()
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst()
    if (row?.status !== 'snoozed' || !row.snoozedUntil || row.snoozedUntil > (await clockNow(trx))) return
    await trx
      .updateTable('conversations')
      .set({
        status: 'open',
        snoozedUntil: null,
        snoozeReason: null,
        waitingSince: row.waitingSince ?? row.snoozedUntil,
      })
      .where('id', '=', id)
      .execute()
    await recordEvent(trx, tend, 'conversation.woken', { ...about(row), teammateId: row.assigneeId }, {})
  })
}

/** Done for now. Never refused; says what is missing for a good goodbye. */
export async function close(
  db: Db | Trx,
  by: Actor,
  id: string,
  goodbye: string | null,
): Promise<{ missing: string[] }> {
  requireRole(by, 'teammate')
  return transaction(db, async (trx) => {
    const row = await lockConversation(trx, by, id)
    const missing = missingAtClosing(row, goodbye)
    await clearTimers(trx, 'conversation.wake', id)
    await trx
      .updateTable('conversations')
      .set({
        status: 'closed',
        ...answered,
        snoozedUntil: null,
        snoozeReason: null,
        closedAt: await clockNow(trx),
        closedBy: teammateId(by),
        goodbye,
      })
      .where('id', '=', id)
      .execute()
    await recordEvent(trx, by, 'conversation.closed', about(row), { goodbye })
    await audit(
      trx,
      by,
      'conversation.closed',
      { kind: 'conversation', id, inboxId: row.inboxId },
      { missing },
    )
    return { missing }
  })
}

/** Opens it again; their wait goes on from their first message we have not answered. */
export async function reopen(db: Db | Trx, by: Actor, id: string): Promise<void> {
  requireRole(by, 'teammate')
  await transaction(db, async (trx) => {
    // Whoever opens it has seen that it is no spam.
    if ((await lockConversation(trx, by, id)).spamAt) await unmarkSpam(trx, by, id)
    const row = await lockConversation(trx, by, id)
    if (row.status === 'open') return
    await clearTimers(trx, 'conversation.wake', id)
    const waitingSince = (await firstUnansweredAt(trx, id)) ?? (await clockNow(trx))
    await trx
      .updateTable('conversations')
      .set({
        status: 'open',
        waitingSince,
        assigneeId: await stillHere(trx, row),
        ...afresh,
      })
      .where('id', '=', id)
      .execute()
    await weighHarm(trx, id)
    await recordEvent(trx, by, 'conversation.reopened', about(row), {})
  })
}

/** Rewords the subject shown to the team; what was sent keeps its own. */
export async function rename(db: Db, by: Actor, id: string, subject: string): Promise<void> {
  requireRole(by, 'teammate')
  await transaction(db, async (trx) => {
    const row = await lockConversation(trx, by, id)
    await trx.updateTable('conversations').set({ subject }).where('id', '=', id).execute()
    await recordEvent(trx, by, 'conversation.renamed', about(row), { from: row.subject })
  })
}

/** Lets a held message in: from now on it counts like any other, and its sender may write here. */
export async function letIn(db: Db, by: Actor, id: string, messageId: string): Promise<void> {
  requireRole(by, 'teammate')
  await transaction(db, async (trx) => {
    // Whoever lets a letter in has seen that it is no spam.
    if ((await lockConversation(trx, by, id)).spamAt) await unmarkSpam(trx, by, id)
    const row = await lockConversation(trx, by, id)
    const message = await trx
      .selectFrom('messages')
      .selectAll()
      .where('conversationId', '=', id)
      .where('id', '=', messageId)
      .executeTakeFirst()
    if (!message) throw notFound(say('conversations.this.message'))
    if (!message.held) return
    await trx
      .updateTable('messages')
      .set({ held: false, heldWithSpam: false })
      .where('conversationId', '=', id)
      .where('id', '=', messageId)
      .execute()
    if (message.fromAddress)
      await trx
        .insertInto('participants')
        .values({
          conversationId: id,
          address: message.fromAddress.toLowerCase(),
          name: message.fromName,
          role: 'cc',
          addedById: teammateId(by),
          addedIn: null,
        })
        .onConflict((c) => c.doNothing())
        .execute()
    await theyWrote(trx, row, {
      id: messageId,
      at: message.at,
      text: message.text || message.subject,
    })
    await recordEvent(trx, by, 'message.let-in', { ...about(row), messageId }, {})
    await audit(trx, by, 'message.let-in', { kind: 'message', id: messageId, inboxId: row.inboxId })
  })
}

/** Called by promises: which open promise is the most pressing now. */
export async function noteOpenPromise(
  trx: Trx,
  id: string,
  promise: { id: string; due: Date | null; state: string } | null,
): Promise<void> {
  await trx
    .updateTable('conversations')
    .set({
      nextPromiseId: promise?.id ?? null,
      nextPromiseDue: promise?.due ?? null,
      nextPromiseState: promise?.state ?? null,
    })
    .where('id', '=', id)
    .execute()
}

/** Called by recoveries: until when this person's matters go with more care, and since when. */
export async function noteSecondChance(
  trx: Trx,
  ids: readonly string[],
  chance: { since: Date; until: Date } | null,
): Promise<void> {
  if (ids.length === 0) return
  await trx
    .updateTable('conversations')
    .set({ secondChanceSince: chance?.since ?? null, secondChanceUntil: chance?.until ?? null })
    .where('id', 'in', [...ids])
    .execute()
}

/** Called by targets: by when they should be answered. */
export async function noteTarget(trx: Trx, id: string, targetAt: Date | null): Promise<void> {
  await trx.updateTable('conversations').set({ targetAt }).where('id', '=', id).execute()
}

/**
 * A teammate has left, or sees fewer inboxes: what was theirs and is not looked after becomes New, so that nobody waits
 * for somebody who is gone. What is looked after follows when it is opened again. Safe to repeat.
 */
export async function releaseAssignments(db: Db, teammate: string): Promise<void> {
  const gone = await findTeammate(db, teammate)
  const still = gone && !gone.leftAt ? gone.inboxIds : []
  let after = ''
  for (;;) {
    const rows = await db
      .selectFrom('conversations')
      .select(['id', 'inboxId'])
      .where('assigneeId', '=', teammate)
      .where('status', '!=', 'closed')
      .where('id', '>', after)
      .orderBy('id')
      .limit(100)
      .execute()
    for (const row of rows) if (!still.includes(row.inboxId)) await assign(db, tend, row.id, null)
    if (rows.length < 100) return
    after = rows.at(-1)!.id
  }
}
