import { sql } from 'kysely'
import type { z } from 'zod'
import type { deskRoutes } from '#contract/desk.ts'
import { type Actor, teammateId } from '#server/base/actor.ts'
import { within } from '#server/customers/sight.ts'
import type { Db } from '#server/database/database.ts'
import { listPromises, promiseById } from '#server/promises/queries.ts'
import { listQuiet } from '#server/silence/queries.ts'
import { forLeads } from './leading.ts'
import { listConversations } from './lists.ts'
import { briefsOf, reachOut, restsUntil } from './reachOut.ts'

type Today = z.input<(typeof deskRoutes)['GET /today']['response']>

/** How many people Today names; the rest are in the inbox. */
const people = 7

/** My day: what I owe, who waits, what needs a hand. A list with an end. */
export async function today(db: Db, by: Actor): Promise<Today> {
  const me = teammateId(by)
  // What is nobody's is everybody's, until somebody takes it.
  const mineToKeep = { maker: me ?? '', orNobody: true }
  const [late, due, handovers, untold, quiet, mine, fresh, waiting, tasks, briefs, reach, lead, rests] =
    await Promise.all([
      me ? listPromises(db, by, { ...mineToKeep, lane: 'late', limit: 100 }) : nothing,
      me ? listPromises(db, by, { ...mineToKeep, lane: 'today', limit: 100 }) : nothing,
      me ? handedTo(db, by, me) : [],
      me ? listPromises(db, by, { maker: me, lane: 'untold', limit: people }) : nothing,
      me ? listQuiet(db, by, { assignee: 'mine-or-nobody', limit: people }) : nothing,
      me ? listConversations(db, by, { view: 'for-me', limit: people }) : nothing,
      listConversations(db, by, { view: 'new', limit: people }),
      countMine(db, by, me),
      openTasks(db, by),
      briefsOf(db, by),
      reachOut(db, by),
      forLeads(db, by),
      restsUntil(db, me),
    ])
  // Whom we write to first does not wait for us: they stand under "Reach out", once.
  const isTold = new Set(reach.tell.map((one) => one.conversationId))
  const rows = [
    ...mine.items.map((row) => ({ ...row, mine: true })),
    ...fresh.items.map((row) => ({ ...row, mine: false })),
  ].filter((row) => row.waitingSince !== null || !isTold.has(row.id))
  return {
    counts: { waiting, due: due.items.length, late: late.items.length },
    promises: [...late.items, ...due.items],
    handovers,
    untold: untold.items,
    quiet: quiet.items,
    waiting: rows.slice(0, people).map((row) => ({
      conversationId: row.id,
      subject: row.subject,
      gist: row.gist,
      customerName: row.customer.name,
      preferredName: row.customer.preferredName,
      waitingSince: row.waitingSince,
      because: row.because,
      mine: row.mine,
    })),
    tasks,
    briefs,
    reachOut: reach,
    lead,
    restsUntil: rests,
  }
}

const nothing = { items: [] }

/** Promises a colleague wants to hand to me; a few at a time, so each is asked for by itself. */
async function handedTo(db: Db, by: Actor, me: string): Promise<Today['handovers']> {
  const rows = await db
    .selectFrom('promises')
    .select('id')
    .where('handoverToId', '=', me)
    .where('state', 'in', ['open', 'late', 'broken'])
    .where(within(by, 'promises.inbox_id'))
    .orderBy('due')
    .limit(10)
    .execute()
  return Promise.all(rows.map((row) => promiseById(db, by, row.id)))
}

async function countMine(db: Db, by: Actor, me: string | null): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from conversations c
    where c.assignee_id = ${me ?? ''} and c.status = 'open' and c.waiting_since is not null and ${within(by, 'c.inbox_id')}`.execute(
    db,
  )
  return rows[0]!.n
}

/** Work that mail has made: refused, not confirmed, bounced, unreadable, held; newest first. */
async function openTasks(db: Db, by: Actor): Promise<Today['tasks']> {
  const rows = await db
    .selectFrom('mailTasks')
    .selectAll()
    .where('doneAt', 'is', null)
    .where(within(by, 'mail_tasks.inbox_id'))
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
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
