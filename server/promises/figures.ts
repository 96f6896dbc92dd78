import { type SqlBool, sql } from 'kysely'
import type { z } from 'zod'
import type { figures as figuresShape } from '#contract/promises.ts'
import { type Actor, teammateId } from '#server/base/actor.ts'
import type { EventType } from '#server/base/events.ts'
import { within } from '#server/customers/sight.ts'
import type { Db } from '#server/database/database.ts'
import './tables.ts'

export type Figures = z.infer<typeof figuresShape>

/** How the word was kept over the last 90 days: the team's, and one's own for oneself alone. Each promise counts once, by the worst that came of it. */
export async function promiseFigures(db: Db, by: Actor): Promise<{ team: Figures; mine: Figures | null }> {
  const me = teammateId(by)
  return { team: await countFigures(db, by, {}), mine: me ? await countFigures(db, by, { maker: me }) : null }
}

export async function countFigures(
  db: Db,
  by: Actor,
  { maker, days = 90 }: { maker?: string; days?: number },
): Promise<Figures> {
  let query = db
    .selectFrom('promises')
    .select([
      sql<number>`count(*) filter (where broken_at is null and late_at is null and renegotiations = 0)`.as(
        'kept',
      ),
      sql<number>`count(*) filter (where broken_at is null and late_at is null and renegotiations > 0)`.as(
        'toldBefore',
      ),
      sql<number>`count(*) filter (where broken_at is null and late_at is not null)`.as('late'),
      sql<number>`count(*) filter (where broken_at is not null)`.as('broken'),
      sql<number>`count(*)`.as('total'),
    ])
    .where(
      sql<SqlBool>`coalesce(settled_at, broken_at, late_at) > clock_now() - make_interval(days => ${days})`,
    )
    .where(sql<SqlBool>`state in ('kept', 'late', 'broken')`)
    .where(within(by, 'promises.inbox_id'))
  if (maker) query = query.where('makerId', '=', maker)
  return query.executeTakeFirstOrThrow()
}

/** What became of one promise, as its events tell it. */
interface Story {
  state: 'open' | 'late' | 'broken' | 'kept' | 'released'
  wasLate: boolean
  wasBroken: boolean
  moves: number
}

/** The same figures from the events alone, from scratch: the proof that reports can be derived from what was recorded. */
export function figuresFromEvents(
  events: readonly { type: EventType; promiseId?: string | null; detail: unknown }[],
): Figures {
  const stories = new Map<string, Story>()
  for (const { type, promiseId, detail } of events) {
    if (!promiseId) continue
    if (type === 'promise.made') {
      stories.set(promiseId, { state: 'open', wasLate: false, wasBroken: false, moves: 0 })
      continue
    }
    const story = stories.get(promiseId)
    if (!story) continue
    if (type === 'promise.unsaid') stories.delete(promiseId)
    else tell(story, type, detail as { state?: Story['state'] })
  }
  const all = [...stories.values()].filter(({ state }) => ['kept', 'late', 'broken'].includes(state))
  const inTime = all.filter((story) => !story.wasBroken && !story.wasLate)
  return {
    kept: inTime.filter((story) => story.moves === 0).length,
    toldBefore: inTime.filter((story) => story.moves > 0).length,
    late: all.filter((story) => story.wasLate && !story.wasBroken).length,
    broken: all.filter((story) => story.wasBroken).length,
    total: all.length,
  }
}

function tell(story: Story, type: EventType, detail: { state?: Story['state'] }): void {
  if (type === 'promise.renegotiated') {
    story.moves++
    story.state = 'open'
  } else if (type === 'promise.moved-back') {
    story.moves = Math.max(0, story.moves - 1)
    story.state = detail.state ?? story.state
  } else if (type === 'promise.late') {
    story.wasLate = true
    story.state = 'late'
  } else if (type === 'promise.broken') {
    story.wasBroken = true
    story.state = 'broken'
  } else if (type === 'promise.kept') story.state = 'kept'
  else if (type === 'promise.released') story.state = 'released'
}
