import { sql } from 'kysely'
import { openMinutesBetween } from '#server/calendar/openMinutes.ts'
import { workingTime } from '#server/calendar/queries.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { isOn } from '#server/team/practices.ts'
import { weeksLookedAt } from './target.ts'
import './tables.ts'

export interface First {
  conversationId: string
  inboxId: string
  channel: string
  askedAt: Date
  answeredAt: Date
}

/** Their first word and the first one of a person of ours behind it; none where we wrote first. Lists and machines ask nothing. */
const firsts = (where: ReturnType<typeof sql>) => sql<First>`
  select c.id as conversation_id, c.inbox_id, c.channel, asked.at as asked_at, ours.at as answered_at
  from conversations c
  cross join lateral (select min(m.at) as at from messages m where m.conversation_id = c.id and m.direction = 'in'
    and not m.auto_reply and not m.is_bounce and not m.is_report and not m.is_list and not m.held) asked
  cross join lateral (select min(o.at) as at from messages o where o.conversation_id = c.id and o.direction = 'out'
    and not o.auto_reply) ours
  where ours.at > asked.at and ${where}`

/** Keeps how long the first answers of some matters took, or lets go of them where there are none any more, or nobody counts. */
export async function keepFirstAnswers(trx: Trx, ids: readonly string[], on: boolean): Promise<void> {
  const found = on ? (await firsts(sql`c.id = any(${ids}::text[])`).execute(trx)).rows : []
  const without = ids.filter((id) => !found.some(({ conversationId }) => conversationId === id))
  if (without.length)
    await sql`delete from first_answers where conversation_id = any(${without}::text[])`.execute(trx)
  if (found.length) await write(trx, found)
}

/** Reads the last weeks anew: switched on, or the hours have changed by which one counts. */
export async function readFirstAnswersAnew(db: Db): Promise<void> {
  await transaction(db, async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtext('tend.first-answers'))`.execute(trx)
    await trx.deleteFrom('firstAnswers').execute()
    if (!(await isOn(trx, 'targets'))) return
    const { rows } = await firsts(
      sql`c.created_at > clock_now() - ${weeksLookedAt * 7} * interval '1 day'`,
    ).execute(trx)
    for (let at = 0; at < rows.length; at += 500) await write(trx, rows.slice(at, at + 500))
  })
}

async function write(trx: Trx, rows: readonly First[]): Promise<void> {
  const working = await workingTime(trx)
  await trx
    .insertInto('firstAnswers')
    .values(
      rows.map((row) => ({ ...row, minutes: openMinutesBetween(row.askedAt, row.answeredAt, working) })),
    )
    .onConflict((c) =>
      c.column('conversationId').doUpdateSet((e) => ({
        inboxId: e.ref('excluded.inboxId'),
        channel: e.ref('excluded.channel'),
        askedAt: e.ref('excluded.askedAt'),
        answeredAt: e.ref('excluded.answeredAt'),
        minutes: e.ref('excluded.minutes'),
      })),
    )
    .execute()
}
