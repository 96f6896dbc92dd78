import { sql } from 'kysely'
import { clockNow } from '#server/base/clock.ts'
import { workingTime } from '#server/calendar/queries.ts'
import type { Db, Trx } from '#server/database/database.ts'
import { findTeammate, type TeammateRow, teammatesByIds } from '#server/team/queries.ts'
import { readCallRules } from './rules.ts'
import { type CallRules, quartersOf, slotsIn } from './slots.ts'
import './tables.ts'

/** A time somebody can be rung, and who of us could ring then; the least busy first. */
export interface Slot {
  at: Date
  callers: string[]
}

export interface FreeSlots {
  slots: Slot[]
  /** Who rings, where it is one person's matter; null: whoever of the team is free. */
  caller: Pick<TeammateRow, 'id' | 'name'> | null
  minutes: number
}

/**
 * Times at which a matter can be talked over: those of whoever looks after it, and where that person has none in the days ahead, or
 * nobody looks after it, those of everyone who sees the inbox. Opening hours, holidays, leave and other calls are taken off.
 */
export async function freeSlots(
  db: Db | Trx,
  matter: { inboxId: string; assigneeId: string | null },
  { except, minutes }: { except?: string; minutes?: number } = {},
): Promise<FreeSlots> {
  const given = await readCallRules(db)
  const rules = { ...given, minutes: minutes ?? given.minutes }
  const now = await clockNow(db)
  const assignee = matter.assigneeId ? await findTeammate(db, matter.assigneeId) : undefined
  if (assignee && mayRing(assignee, matter.inboxId)) {
    const slots = await slotsOf(db, [assignee], rules, now, except)
    if (slots.length) return { slots, caller: assignee, minutes: rules.minutes }
  }
  const team = await whoSees(db, matter.inboxId)
  return { slots: await slotsOf(db, team, rules, now, except), caller: null, minutes: rules.minutes }
}

const mayRing = (teammate: TeammateRow, inboxId: string): boolean =>
  !teammate.leftAt && teammate.role !== 'observer' && teammate.inboxIds.includes(inboxId)

/** Who was given the inbox; where nobody was, the admins, who see every one. */
async function whoSees(db: Db | Trx, inboxId: string): Promise<TeammateRow[]> {
  const rows = await db
    .selectFrom('teammates')
    .leftJoin('inboxAccess', (j) =>
      j.onRef('inboxAccess.teammateId', '=', 'teammates.id').on('inboxAccess.inboxId', '=', inboxId),
    )
    .select(['teammates.id', 'inboxAccess.inboxId'])
    .where('leftAt', 'is', null)
    // Whoever was only invited rings nobody yet; the sample team is always in.
    .where((e) => e.or([e('joinedAt', 'is not', null), e('demo', '=', true)]))
    .where((e) => e.or([e('inboxAccess.inboxId', 'is not', null), e('role', '=', 'admin')]))
    .orderBy('teammates.id')
    .execute()
  const given = rows.filter((row) => row.inboxId !== null)
  const people = await teammatesByIds(
    db,
    (given.length ? given : rows).map((row) => row.id),
  )
  return [...people.values()].filter((one) => mayRing(one, inboxId))
}

async function slotsOf(
  db: Db | Trx,
  team: readonly TeammateRow[],
  rules: CallRules,
  now: Date,
  except: string | undefined,
): Promise<Slot[]> {
  if (team.length === 0) return []
  const taken = await quartersTaken(db, team, now, except)
  const found = new Map<number, string[]>()
  const busy = (id: string) => taken.get(id)?.size ?? 0
  for (const { id } of team.toSorted((a, b) => busy(a.id) - busy(b.id) || (a.id < b.id ? -1 : 1)))
    for (const at of slotsIn(await workingTime(db, id), rules, now)) {
      if (quartersOf(at, rules.minutes).some((one) => taken.get(id)?.has(one.getTime()))) continue
      found.set(at.getTime(), [...(found.get(at.getTime()) ?? []), id])
    }
  return [...found].sort(([a], [b]) => a - b).map(([at, callers]) => ({ at: new Date(at), callers }))
}

async function quartersTaken(
  db: Db | Trx,
  team: readonly TeammateRow[],
  now: Date,
  except: string | undefined,
): Promise<Map<string, Set<number>>> {
  const rows = await db
    .selectFrom('callQuarters')
    .select(['teammateId', 'at'])
    .where(
      'teammateId',
      'in',
      team.map((one) => one.id),
    )
    .where('at', '>', sql<Date>`${now}::timestamptz - interval '1 hour'`)
    .where('promiseId', '!=', except ?? '')
    .execute()
  const taken = new Map<string, Set<number>>()
  for (const { teammateId, at } of rows)
    taken.set(teammateId, (taken.get(teammateId) ?? new Set()).add(at.getTime()))
  return taken
}
