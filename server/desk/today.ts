import { sql } from 'kysely'
import { type Actor, teammateId } from '#server/base/actor.ts'
import { clockNow } from '#server/base/clock.ts'
import type { Db } from '#server/database/database.ts'
import { listPromises } from '#server/promises/queries.ts'
import { findTeammate } from '#server/team/queries.ts'
import { endOfDay } from './day.ts'
import { listConversations, within } from './rows.ts'

/** My day: what I owe, who waits, what needs a hand. A list with an end. */
export async function today(db: Db, by: Actor) {
  const me = teammateId(by)
  const zone = (me && (await findTeammate(db, me))?.timeZone) || 'UTC'
  const dueBefore = endOfDay(await clockNow(db), zone)
  const mineDue = me
    ? (await listPromises(db, by, { maker: me, dueBefore, limit: 100 })).items.filter(
        (promise) => promise.state === 'open' || promise.state === 'late',
      )
    : []
  const handovers = me ? await handedToMe(db, by, me) : []
  const [mine, fresh, counts, tasks] = await Promise.all([
    me ? listConversations(db, by, { view: 'for-me', limit: 7 }) : { items: [] },
    listConversations(db, by, { view: 'new', limit: 7 }),
    countMine(db, by, me),
    openTasks(db, by),
  ])
  const waiting = [
    ...mine.items.map((row) => ({ row, mine: true })),
    ...fresh.items.map((row) => ({ row, mine: false })),
  ].slice(0, 7)
  return {
    counts: { waiting: counts.waiting, due: mineDue.length, late: counts.late },
    promises: mineDue,
    handovers,
    waiting: waiting.map(({ row, mine: isMine }) => ({
      conversationId: row.id,
      subject: row.subject,
      gist: row.gist,
      customerName: row.customer.name,
      preferredName: row.customer.preferredName,
      waitingSince: row.waitingSince,
      because: row.because,
      mine: isMine,
    })),
    tasks,
  }
}

async function handedToMe(db: Db, by: Actor, me: string) {
  const rows = await db
    .selectFrom('promises')
    .select('id')
    .where('handoverToId', '=', me)
    .where('state', 'in', ['open', 'late'])
    .limit(50)
    .execute()
  const { promiseById } = await import('#server/promises/queries.ts')
  return Promise.all(rows.map((row) => promiseById(db, by, row.id)))
}

async function countMine(db: Db, by: Actor, me: string | null): Promise<{ waiting: number; late: number }> {
  const { rows } = await sql<{ waiting: number; late: number }>`select
    (select count(*) from conversations c where c.assignee_id = ${me ?? ''} and c.status = 'open' and ${within(by, 'c.inbox_id')})::int as waiting,
    (select count(*) from promises r where r.state = 'late' and ${within(by, 'r.inbox_id')})::int as late`.execute(
    db,
  )
  return rows[0]!
}

async function openTasks(db: Db, by: Actor) {
  const rows = await db
    .selectFrom('mailTasks')
    .selectAll()
    .where('doneAt', 'is', null)
    .where(within(by, 'mail_tasks.inbox_id'))
    .orderBy('createdAt', 'desc')
    .limit(20)
    .execute()
  return rows.map((row) => ({
    kind: row.kind,
    conversationId: row.conversationId,
    messageId: row.messageId,
    text: row.detail,
    at: row.createdAt.toISOString(),
  }))
}
