import { tend } from '#server/base/actor.ts'
import { inHouse } from '#server/base/spoken.ts'
import { text as say } from '#server/base/text.ts'
import { lockConversation } from '#server/conversations/queries.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { findTeammate } from '#server/team/queries.ts'
import { actorOf } from '#server/team/signIn.ts'
import { openRecovery } from './actions.ts'
import { setCheckTimer } from './checking.ts'
import { lockRecovery, openIn } from './rows.ts'
import { doSteps, dropStep } from './steps.ts'

/** Our word was broken: that is a failure, and it is made right. Safe to repeat: each promise opens one at most. */
export async function openForBroken(db: Db, promiseId: string, conversationId: string): Promise<void> {
  await transaction(db, async (trx) => {
    const promise = await trx
      .selectFrom('promises')
      .selectAll()
      .where('conversationId', '=', conversationId)
      .where('id', '=', promiseId)
      .executeTakeFirst()
    // Made good meanwhile, or moved with its letter.
    if (promise?.state !== 'broken') return
    await lockConversation(trx, tend, conversationId)
    const before = await trx
      .selectFrom('recoveries')
      .select('id')
      .where('conversationId', '=', conversationId)
      .where((e) => e.or([e('promiseId', '=', promiseId), e('closedAt', 'is', null)]))
      .executeTakeFirst()
    if (before) return
    await openRecovery(trx, tend, conversationId, {
      what: say('recoveries.broken', { what: promise.quote ?? promise.what }, inHouse()).slice(0, 500),
      source: 'promise',
      promiseId,
      since: promise.due ?? promise.brokenAt ?? promise.madeAt,
    })
  })
}

/** The promise to ask again was kept: whoever kept it has asked. Safe to repeat. */
export async function followCheckPromise(
  db: Db,
  promiseId: string,
  by: { kind: string; id: string | null },
): Promise<void> {
  const row = await db
    .selectFrom('recoveries')
    .select('id')
    .where('checkPromiseId', '=', promiseId)
    .where('closedAt', 'is', null)
    .executeTakeFirst()
  if (!row) return
  const keeper = by.kind === 'teammate' && by.id ? await findTeammate(db, by.id) : undefined
  const actor = keeper ? actorOf(keeper, 'key') : tend
  await doSteps(db, actor, row.id, { steps: ['check'], evidence: { kind: 'promise', id: promiseId } })
}

/** A letter or act was taken back: what it had done is open again. Safe to repeat. */
export async function forgetEvidence(db: Db, conversationId: string, id: string): Promise<void> {
  const steps = await db
    .selectFrom('recoverySteps')
    .select(['recoveryId', 'step'])
    .where('conversationId', '=', conversationId)
    .where('evidenceId', '=', id)
    .execute()
  for (const { recoveryId, step } of steps)
    await transaction(db, async (trx) => {
      const row = await lockRecovery(trx, tend, recoveryId)
      await dropStep(trx, tend, row, step)
    })
}

/** What of a letter taken back, and of acts undone, stood as evidence. */
export async function forgetUndoneActs(db: Db, conversationId: string): Promise<void> {
  const undone = await db
    .selectFrom('acts')
    .innerJoin('recoverySteps', 'recoverySteps.evidenceId', 'acts.id')
    .select('acts.id')
    .where('acts.conversationId', '=', conversationId)
    .where('undoneAt', 'is not', null)
    .execute()
  for (const { id } of undone) await forgetEvidence(db, conversationId, id)
}

/** Which of a conversation that goes into another would be closed by it, because there one is open already. */
export async function joinedIn(trx: Trx, { from, to }: { from: string; to: string }): Promise<string[]> {
  const [going, home] = [await openIn(trx, from), await openIn(trx, to)]
  return going && home ? [going.id] : []
}

/** They are parted again: what was closed only because the two were one goes on, unless somebody has decided about it since. */
export async function goOnApart(trx: Trx, conversationId: string, joined: readonly string[]): Promise<void> {
  if (joined.length === 0 || (await openIn(trx, conversationId))) return
  const again = await trx
    .updateTable('recoveries')
    .set({ closedAt: null, closedByName: null, outcome: null, because: null })
    .where('conversationId', '=', conversationId)
    .where('id', 'in', joined)
    .where('outcome', '=', 'as-it-is')
    .where('closedById', 'is', null)
    .returningAll()
    .execute()
  for (const row of again) await setCheckTimer(trx, row)
}

/** Answers that were read, and what somebody said no to, go along, or these. Returns which. */
export async function moveReadings(
  trx: Trx,
  { from, to }: { from: string; to: string },
  ids: readonly string[] | null = null,
): Promise<string[]> {
  let moving = trx
    .updateTable('secondReadings')
    .set({ conversationId: to })
    .where('conversationId', '=', from)
  if (ids) moving = moving.where('id', 'in', ['', ...ids])
  return (await moving.returning('id').execute()).map(({ id }) => id)
}

export async function moveRefusals(
  trx: Trx,
  { from, to }: { from: string; to: string },
  subjects: readonly string[] | null = null,
): Promise<string[]> {
  let going = trx.deleteFrom('recoveryRefusals').where('conversationId', '=', from)
  if (subjects) going = going.where('subject', 'in', ['', ...subjects])
  const gone = await going.returningAll().execute()
  if (gone.length)
    await trx
      .insertInto('recoveryRefusals')
      .values(gone.map((one) => ({ ...one, conversationId: to })))
      .onConflict((c) => c.doNothing())
      .execute()
  return [...new Set(gone.map(({ subject }) => subject))]
}

/**
 * A conversation that was put back, or became one with another, takes its recoveries along, or these; of two open ones that of the home
 * goes on. Returns which. One that is split off leaves them where they are.
 */
export async function moveRecoveries(
  trx: Trx,
  { from, to }: { from: string; to: string },
  ids: readonly string[] | null = null,
): Promise<string[]> {
  const going = await trx
    .selectFrom('recoveries')
    .select(['id', 'openedAt', 'closedAt'])
    .where('conversationId', '=', from)
    .execute()
  const mine = going.filter((one) => ids === null || ids.includes(one.id))
  const open = mine.find((one) => !one.closedAt)
  const home = await openIn(trx, to)
  if (open && home)
    await trx
      .updateTable('recoveries')
      .set({
        closedAt: new Date(Math.max(open.openedAt.getTime(), home.openedAt.getTime())),
        closedByName: tend.name,
        outcome: 'as-it-is',
        because: say('recoveries.joined', {}, inHouse()),
      })
      .where('conversationId', '=', from)
      .where('id', '=', open.id)
      .execute()
  const moving = mine.map((one) => one.id)
  if (moving.length === 0) return []
  await trx
    .updateTable('recoveries')
    .set({ conversationId: to })
    .where('conversationId', '=', from)
    .where('id', 'in', moving)
    .execute()
  for (const table of ['recoverySteps', 'recoveryCosts'] as const)
    await trx
      .updateTable(table)
      .set({ conversationId: to })
      .where('conversationId', '=', from)
      .where('recoveryId', 'in', moving)
      .execute()
  return moving
}
