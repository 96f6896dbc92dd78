import type { z } from 'zod'
import type { dueHint as hintShape } from '#contract/promises.ts'
import { clockNow } from '#server/base/clock.ts'
import { moment, nearDayText, text as say } from '#server/base/text.ts'
import { leaveAt, workingTime } from '#server/calendar/queries.ts'
import { dayOf, isOpenAt, nearestGood, startOf, type WorkingTime } from '#server/calendar/workingTime.ts'
import type { Db, Trx } from '#server/database/database.ts'
import { findTeammate } from '#server/team/queries.ts'
import { soonest } from './promise.ts'

export type DueHint = z.input<typeof hintShape>

export interface Given {
  due: Date | null
  makerId: string | null
  /** Who looks after the conversation: the first to ask when it is nobody's. */
  assigneeId: string | null
}

/** What speaks against a promise as it is given, in one sentence with the nearest good proposal; null when nothing does. */
export async function judgeDue(db: Db | Trx, given: Given): Promise<DueHint | null> {
  const now = await clockNow(db)
  const house = await workingTime(db)
  return (
    (given.due && (judgeTime(given.due, now, house) ?? (await judgeMaker(db, given.due, given, now)))) ??
    (given.makerId ? null : nobodys(db, given))
  )
}

/** The time alone, by the hours of the house. */
export function judgeTime(due: Date, now: Date, house: WorkingTime): DueHint | null {
  if (due <= now) {
    const proposal = soonest(now, house)
    return hint('past', say('promises.hint.past', { proposal: moment(proposal, house.timeZone) }), proposal)
  }
  if (isOpenAt(due, house)) return null
  const proposal = nearestGood(due, soonest(now), house)
  if (!proposal) return null
  const words = { due: moment(due, house.timeZone), proposal: moment(proposal, house.timeZone) }
  const name = house.holidays?.[dayOf(due, house.timeZone)]
  return name === undefined
    ? hint('closed', say('promises.hint.closed', words), proposal)
    : hint('holiday', say('promises.hint.holiday', { ...words, name }), proposal)
}

async function judgeMaker(db: Db | Trx, due: Date, given: Given, now: Date): Promise<DueHint | null> {
  const leave = given.makerId && (await leaveAt(db, given.makerId, due))
  if (!leave) return null
  const [maker, standIn, theirs] = [
    await findTeammate(db, leave.teammateId),
    leave.standInId ? await findTeammate(db, leave.standInId) : undefined,
    await workingTime(db, leave.teammateId),
  ]
  const proposal = nearestGood(due, soonest(now), theirs)
  const until = nearDayText(startOf(leave.toDay, theirs.timeZone), theirs.timeZone)
  return hint(
    'away',
    say('promises.hint.away', {
      name: maker?.name ?? '',
      until,
      standIn: standIn?.name ?? 'none',
      hasTime: proposal ? 'yes' : 'no',
      proposal: proposal ? moment(proposal, theirs.timeZone) : '',
    }),
    proposal,
    standIn?.id ?? null,
  )
}

async function nobodys(db: Db | Trx, { assigneeId }: Given): Promise<DueHint> {
  const name = (assigneeId && (await findTeammate(db, assigneeId))?.name) || 'none'
  return hint('nobodys', say('promises.hint.nobodys', { name }), null, assigneeId)
}

const hint = (
  kind: DueHint['kind'],
  says: string,
  due: Date | null,
  makerId: string | null = null,
): DueHint => ({ kind, says, due: due?.toISOString() ?? null, makerId })
