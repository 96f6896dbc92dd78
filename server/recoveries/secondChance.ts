import { sql } from 'kysely'
import { type Actor, tend } from '#server/base/actor.ts'
import { clockNow } from '#server/base/clock.ts'
import { recordEvent } from '#server/base/events.ts'
import { leaveAt } from '#server/calendar/queries.ts'
import { lockIfThere } from '#server/conversations/queries.ts'
import { assign, noteSecondChance } from '#server/conversations/state.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { whoLooksAfter } from '#server/persons/queries.ts'
import { isOn } from '#server/team/practices.ts'
import type { RecoveryRow } from './recovery.ts'
import { about } from './rows.ts'
import { readRecoveryRules } from './rules.ts'
import './tables.ts'

const day = 86_400_000

/** The chance that runs for somebody in an inbox; undefined where none does. */
export async function chanceOf(db: Db | Trx, customerId: string, inboxId: string) {
  const now = await clockNow(db)
  return db
    .selectFrom('secondChances')
    .innerJoin('recoveries', 'recoveries.id', 'secondChances.recoveryId')
    .select(['secondChances.since', 'secondChances.until', 'recoveryId', 'what', 'conversationId'])
    .where('secondChances.customerId', '=', customerId)
    .where('secondChances.inboxId', '=', inboxId)
    .where('until', '>', now)
    .executeTakeFirst()
}

/**
 * A failure began: from here on this person's matters go with more care. Where a chance ran already this is the second failure, and
 * who leads hears of it at once, with what happened the first time.
 */
export async function beginChance(trx: Trx, by: Actor, row: RecoveryRow): Promise<void> {
  await holdChance(trx, row.customerId, row.inboxId)
  const before = await chanceOf(trx, row.customerId, row.inboxId)
  if (before && before.recoveryId !== row.id && (await isOn(trx, 'secondChance')))
    await recordEvent(trx, by, 'second-chance.failed', about(row), {
      recoveryId: row.id,
      firstId: before.recoveryId,
      what: row.what,
      first: before.what,
    })
  await settleChance(trx, row.customerId, row.inboxId)
}

/** Two failures at once come one after the other: each knows of the one before, and never do both write the one row. */
const holdChance = (trx: Trx, customerId: string, inboxId: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`second-chance ${customerId} ${inboxId}`}, 0))`.execute(
    trx,
  )

/** The chance follows the newest failure that was one; without any it is over. */
export async function settleChance(trx: Trx, customerId: string, inboxId: string): Promise<void> {
  await holdChance(trx, customerId, inboxId)
  const newest = await trx
    .selectFrom('recoveries')
    .select(['id', 'openedAt', 'since'])
    .where('customerId', '=', customerId)
    .where('inboxId', '=', inboxId)
    .where((e) => e.or([e('outcome', 'is', null), e('outcome', '!=', 'mistaken')]))
    .orderBy('openedAt', 'desc')
    .executeTakeFirst()
  const { secondChanceDays } = await readRecoveryRules(trx)
  const until = newest && new Date(newest.openedAt.getTime() + secondChanceDays * day)
  const chance = newest && until! > (await clockNow(trx)) ? { since: newest.since, until: until! } : null
  await trx
    .deleteFrom('secondChances')
    .where('customerId', '=', customerId)
    .where('inboxId', '=', inboxId)
    .execute()
  if (chance)
    await trx
      .insertInto('secondChances')
      .values({ customerId, inboxId, recoveryId: newest!.id, ...chance })
      .execute()
  const theirs = await trx
    .selectFrom('conversations')
    .select('id')
    .where('customerId', '=', customerId)
    .where('inboxId', '=', inboxId)
    .where('status', '!=', 'closed')
    .execute()
  await noteSecondChance(
    trx,
    theirs.map((one) => one.id),
    chance,
  )
}

/** How long a chance lasts has changed: those that run are set anew. */
export async function settleAllChances(db: Db): Promise<void> {
  const { rows } = await sql<{ customerId: string; inboxId: string }>`
    select distinct customer_id, inbox_id from recoveries`.execute(db)
  for (const { customerId, inboxId } of rows)
    await transaction(db, (trx) => settleChance(trx, customerId, inboxId))
}

/**
 * A letter of somebody we let down has come: it is marked, and where nobody looks after it, it goes to their person or else to a senior
 * who is here and has least to do. Safe to repeat.
 */
export async function takeMoreCare(db: Db, conversationId: string): Promise<void> {
  await transaction(db, async (trx) => {
    const row = await lockIfThere(trx, conversationId)
    if (!row || !(await isOn(trx, 'secondChance'))) return
    const chance = await chanceOf(trx, row.customerId, row.inboxId)
    if (!chance || row.status === 'closed' || row.held) return
    await noteSecondChance(trx, [conversationId], chance)
    const to = row.assigneeId ? null : await whoTakesIt(trx, row.customerId, row.inboxId)
    if (to) await assign(trx, tend, conversationId, to)
    if (row.secondChanceSince && !to) return
    await recordEvent(
      trx,
      tend,
      'second-chance.noted',
      { inboxId: row.inboxId, conversationId, customerId: row.customerId, teammateId: to },
      { since: chance.since.toISOString(), to },
    )
  })
}

async function whoTakesIt(trx: Trx, customerId: string, inboxId: string): Promise<string | null> {
  const found = await whoLooksAfter(trx, customerId, inboxId)
  const own = found && (found.until ? found.standIn : found.person)
  if (own) return own.id
  return (await seniorsOf(trx, inboxId))[0]?.id ?? null
}

/** Leads of an inbox who are here, whoever has least to do first; where it has none, who runs the house. */
export async function seniorsOf(db: Db | Trx, inboxId: string): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string; role: string }>`
    select t.id, t.name, t.role from teammates t
    where t.left_at is null and t.role in ('lead', 'admin')
      and (t.role = 'admin' or exists (select 1 from inbox_access a where a.teammate_id = t.id and a.inbox_id = ${inboxId}))
    order by t.role = 'admin', (select count(*) from conversations c where c.assignee_id = t.id and c.status = 'open'), t.id`.execute(
    db,
  )
  const now = await clockNow(db)
  const here = []
  for (const one of rows) if (!(await leaveAt(db, one.id, now))) here.push(one)
  return here
}
