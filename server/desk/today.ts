import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { z } from 'zod'
import type { deskRoutes } from '#contract/desk.ts'
import { type Actor, teammateId } from '#server/base/actor.ts'
import { atAGlance } from '#server/base/glance.ts'
import { within } from '#server/customers/sight.ts'
import type { Db } from '#server/database/database.ts'
import { countPromises, listPromises, promiseById } from '#server/promises/queries.ts'
import { countQuiet, listQuiet } from '#server/silence/queries.ts'
import { forLeads } from './leading.ts'
import { listConversations } from './lists.ts'
import { briefsOf, reachOut, restsUntil } from './reachOut.ts'

type Today = z.input<(typeof deskRoutes)['GET /today']['response']>

/** How many people Today names; the rest are in the inbox. */
const people = 7
/** How many promises; the rest are on the board. */
const cards = 20

/** My day: what I owe, who waits, what needs a hand. A list with an end. */
export const today = (db: Db, by: Actor, noRoom = false): Promise<Today> =>
  atAGlance(() => look(db, by, noRoom))

async function look(db: Db, by: Actor, noRoom: boolean): Promise<Today> {
  const me = teammateId(by)
  const [word, handovers, quiet, mine, fresh, counts, tasks, briefs, reach, lead, rests] = await Promise.all([
    me ? myWord(db, by, me) : noWord,
    me ? handedTo(db, by, me) : [],
    me ? listQuiet(db, by, { assignee: 'mine-or-nobody', limit: people }) : nothing,
    me ? listConversations(db, by, { view: 'for-me', limit: people }) : nothing,
    listConversations(db, by, { view: 'new', limit: people }),
    countPeople(db, by, me),
    openTasks(db, by),
    briefsOf(db, by),
    reachOut(db, by),
    forLeads(db, by, noRoom),
    restsUntil(db, me),
  ])
  // Whom we write to first does not wait for us: they stand under "Reach out", once.
  const isTold = new Set(reach.tell.map((one) => one.conversationId))
  const rows = [
    ...mine.items.map((row) => ({ ...row, mine: true })),
    ...fresh.items.map((row) => ({ ...row, mine: false })),
  ].filter((row) => row.waitingSince !== null || !isTold.has(row.id))
  return {
    counts: {
      ...counts,
      ...word.counts,
      // Counted only where there are more than are shown.
      quiet: me && quiet.next ? await countQuiet(db, by) : quiet.items.length,
    },
    promises: word.promises,
    handovers,
    untold: word.untold,
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

const nothing = { items: [], next: null }
const noWord = { promises: [], untold: [], counts: { due: 0, late: 0, untold: 0 } }

/** What I may have to keep, late first, and of what I kept who does not know yet: a few of each, and how many there are. */
async function myWord(
  db: Db,
  by: Actor,
  me: string,
): Promise<Pick<Today, 'promises' | 'untold'> & { counts: typeof noWord.counts }> {
  // What is nobody's is everybody's, until somebody takes it.
  const late = { maker: me, orNobody: true, lane: 'late' as const }
  const due = { ...late, lane: 'today' as const }
  const told = { maker: me, lane: 'untold' as const }
  const [first, then, untold] = await Promise.all([
    listPromises(db, by, { ...late, limit: cards }),
    listPromises(db, by, { ...due, limit: cards }),
    listPromises(db, by, { ...told, limit: people }),
  ])
  const all = async (page: typeof first, filter: Parameters<typeof countPromises>[2]) =>
    page.next === null ? page.items.length : countPromises(db, by, filter)
  const counts = await Promise.all([all(then, due), all(first, late), all(untold, told)])
  return {
    promises: [...first.items, ...then.items].slice(0, cards),
    untold: untold.items,
    counts: { due: counts[0], late: counts[1], untold: counts[2] },
  }
}

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

async function countPeople(
  db: Db,
  by: Actor,
  me: string | null,
): Promise<Pick<Today['counts'], 'waiting' | 'fresh'>> {
  const open = (more: RawBuilder<SqlBool>) => sql`(select count(*) from conversations c
    where ${more} and c.status = 'open' and ${within(by, 'c.inbox_id')})::int`
  const { rows } = await sql<Pick<Today['counts'], 'waiting' | 'fresh'>>`
    select ${open(sql`c.assignee_id = ${me ?? ''} and c.waiting_since is not null`)} as waiting,
      ${open(sql`c.assignee_id is null`)} as fresh`.execute(db)
  return rows[0]!
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
