import { sql } from 'kysely'
import type { z } from 'zod'
import type { surge as surgeShape } from '#contract/incident.ts'
import { type Actor, requireRole } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { clockNow } from '#server/base/clock.ts'
import { invalid } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { readSetting, writeSetting } from '#server/base/settings.ts'
import { text as say } from '#server/base/text.ts'
import { within } from '#server/customers/sight.ts'
import { type Db, transaction } from '#server/database/database.ts'
import { demandOn } from '#server/team/practices.ts'
import './tables.ts'

type Surge = z.infer<typeof surgeShape>
interface Kept {
  on: boolean
  since: string | null
  by: string | null
  because: string | null
}
const calm: Kept = { on: false, since: null, by: null, because: null }

/** Many write at once: the worst hit come first until it is over. What the team holds to stays as it is. */
export async function setSurge(
  db: Db,
  by: Actor,
  { on, because }: { on: boolean; because?: string | undefined },
): Promise<void> {
  requireRole(by, 'lead')
  await transaction(db, async (trx) => {
    await demandOn(trx, 'surge')
    if (on && !because) throw invalid('/because', say('incidents.surge.because'))
    const since = (await clockNow(trx)).toISOString()
    await writeSetting(trx, 'surge', on ? { on, since, by: by.name, because: because! } : calm)
    await recordEvent(trx, by, 'surge.changed', {}, { on })
    await audit(trx, by, 'surge.changed', null, { on })
  })
}

interface Waiting {
  conversationId: string
  subject: string
  customerName: string
  assigneeId: string | null
  waitingSince: Date
  harm: number
  harmWords: string | null
  secondChance: boolean
  promiseLate: boolean
  chased: number
  hitBy: string | null
}

/** Whoever is hurt most first, each with the reason; then whom we let down before, what we promised, who asked twice, who waits longest. */
export async function surgeShown(db: Db, by: Actor, limit: number): Promise<Surge> {
  await demandOn(db, 'surge')
  const kept = (await readSetting<Kept>(db, 'surge')) ?? calm
  const { rows } = await sql<Waiting>`
    select c.id as conversation_id, c.subject, coalesce(nullif(u.preferred_name, ''), u.name) as customer_name, c.assignee_id, c.waiting_since,
      c.harm, c.harm_words, coalesce(c.second_chance_until > clock_now(), false) as second_chance,
      coalesce(c.next_promise_state in ('late', 'broken'), false) as promise_late, c.chased,
      (select i.what from incident_people p join incidents i on i.id = p.incident_id and i.closed_at is null and ${within(by, 'i.inbox_id')}
        where p.customer_id = c.customer_id and p.off_at is null limit 1) as hit_by
    from conversations c join customers u on u.id = c.customer_id
    where c.status = 'open' and c.waiting_since is not null and c.spam_at is null and ${within(by, 'c.inbox_id')}
    order by c.harm desc, 8 desc, 9 desc, c.chased desc, c.waiting_since, c.id limit ${limit}`.execute(db)
  const { rows: standards } = await sql<{ waiting: number; longest: Date | null; late: number }>`
    select count(*)::int as waiting, min(c.waiting_since) as longest,
      (select count(*) from promises r where r.state in ('late', 'broken') and ${within(by, 'r.inbox_id')})::int as late
    from conversations c where c.status = 'open' and c.waiting_since is not null and c.spam_at is null and ${within(by, 'c.inbox_id')}`.execute(
    db,
  )
  const { waiting, longest, late } = standards[0]!
  return {
    ...kept,
    order: rows.map((row) => ({
      conversationId: row.conversationId,
      subject: row.subject,
      customerName: row.customerName,
      assigneeId: row.assigneeId,
      because: reasonOf(row),
      waitingSince: row.waitingSince.toISOString(),
    })),
    standards: { waiting, late, longest: longest?.toISOString() ?? null },
  }
}

function reasonOf(row: Waiting): string {
  const first =
    row.harm > 0
      ? say('incidents.surge.harm', { hasWords: row.harmWords ? 'yes' : 'no', words: row.harmWords ?? '' })
      : row.secondChance
        ? say('incidents.surge.secondChance')
        : row.promiseLate
          ? say('incidents.surge.promise')
          : row.chased > 0
            ? say('incidents.surge.chased')
            : say('incidents.surge.longest')
  return row.hitBy ? `${first} ${say('incidents.surge.hitBy', { what: row.hitBy })}` : first
}
