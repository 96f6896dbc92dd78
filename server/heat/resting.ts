import { type Actor, requireRole, teammateId, tend } from '#server/base/actor.ts'
import { clockNow } from '#server/base/clock.ts'
import { notFound } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { text as say } from '#server/base/text.ts'
import { clearTimers, setTimer } from '#server/base/timers.ts'
import { conversationById } from '#server/conversations/queries.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { demandOn } from '#server/team/practices.ts'
import { readHeatRules } from './rules.ts'
import './tables.ts'

/** A timer's subject names the conversation too, so that it goes when a person is forgotten. */
const timerOf = (conversationId: string, teammate: string) => `${conversationId} ${teammate}`

/** My draft rests: nothing of it is lost, and I am reminded when the time is over. */
export async function rest(
  db: Db | Trx,
  by: Actor,
  conversationId: string,
  minutes?: number | undefined,
): Promise<void> {
  requireRole(by, 'teammate')
  const me = mine(by)
  await transaction(db, async (trx) => {
    await demandOn(trx, 'heat')
    const { inboxId } = await conversationById(trx, by, conversationId)
    const { restMinutes } = await readHeatRules(trx)
    const until = new Date((await clockNow(trx)).getTime() + (minutes ?? restMinutes) * 60_000)
    await trx
      .insertInto('rests')
      .values({ conversationId, teammateId: me, inboxId, until, saidAt: null })
      .onConflict((c) => c.columns(['conversationId', 'teammateId']).doUpdateSet({ until, saidAt: null }))
      .execute()
    await clearTimers(trx, 'rest.over', timerOf(conversationId, me))
    await setTimer(trx, 'rest.over', timerOf(conversationId, me), until)
    await recordEvent(
      trx,
      by,
      'rest.changed',
      { inboxId, conversationId, teammateId: me },
      { until: until.toISOString() },
    )
  })
}

/** I write on. */
export async function endRest(db: Db | Trx, by: Actor, conversationId: string): Promise<void> {
  const me = teammateId(by)
  if (me) await endRestOf(db, by, conversationId, me)
}

/** Also when what rested has been sent. Safe to repeat. */
export async function endRestOf(db: Db | Trx, by: Actor, conversationId: string, me: string): Promise<void> {
  await transaction(db, async (trx) => {
    const gone = await trx
      .deleteFrom('rests')
      .where('conversationId', '=', conversationId)
      .where('teammateId', '=', me)
      .returning('inboxId')
      .executeTakeFirst()
    if (!gone) return
    await clearTimers(trx, 'rest.over', timerOf(conversationId, me))
    const subjects = { inboxId: gone.inboxId, conversationId, teammateId: me }
    await recordEvent(trx, by, 'rest.changed', subjects, { until: null })
  })
}

/** The timer: said once, also when it runs twice. */
export async function sayRested(db: Db, subject: string): Promise<void> {
  const [conversationId = '', teammate = ''] = subject.split(' ')
  await transaction(db, async (trx) => {
    const row = await trx
      .selectFrom('rests')
      .selectAll()
      .where('conversationId', '=', conversationId)
      .where('teammateId', '=', teammate)
      .forUpdate()
      .executeTakeFirst()
    const now = await clockNow(trx)
    if (!row || row.saidAt || row.until > now) return
    await trx
      .updateTable('rests')
      .set({ saidAt: now })
      .where('conversationId', '=', conversationId)
      .where('teammateId', '=', teammate)
      .execute()
    const { inboxId } = row
    await recordEvent(trx, tend, 'rest.over', { inboxId, conversationId, teammateId: teammate }, {})
  })
}

/** Null when it is over, or was never asked for. */
export async function myRest(db: Db | Trx, by: Actor, conversationId: string): Promise<Date | null> {
  const me = teammateId(by)
  if (!me) return null
  const row = await db
    .selectFrom('rests')
    .select('until')
    .where('conversationId', '=', conversationId)
    .where('teammateId', '=', me)
    .executeTakeFirst()
  return row && row.until > (await clockNow(db)) ? row.until : null
}

function mine(by: Actor): string {
  const me = teammateId(by)
  if (!me) throw notFound(say('conversations.this.teammate'))
  return me
}
