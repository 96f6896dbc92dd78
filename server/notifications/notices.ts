import { sql } from 'kysely'
import { sqlNow } from '#server/base/clock.ts'
import type { House } from '#server/base/context.ts'
import { setTimer } from '#server/base/timers.ts'
import { type Trx, transaction } from '#server/database/database.ts'
import { findTeammate } from '#server/team/queries.ts'
import { type Letter, leadsOf, letterAbout, type News } from './letters.ts'
import type { NoticeKind, NoticesTable } from './tables.ts'

/** About one conversation, one letter in this time at most (UX.md §3); what comes meanwhile goes together into the next. */
const pause = 10 * 60_000

/** What the roof knows and this room does not: what the news is about, and the queue that sends. */
export interface Sources {
  /** In the same transaction that notes it as told. */
  post(trx: Trx, letter: Letter): Promise<void>
  matter(trx: Trx, conversationId: string): Promise<Matter | undefined>
  promise(trx: Trx, id: string): Promise<Told | undefined>
}

export interface Matter {
  inboxId: string
  subject: string
  demo: boolean
  customer: string
}

export interface Told {
  what: string
  due: Date | null
  state: string
  makerId: string | null
  handoverToId: string | null
}

export interface Occasion {
  /** The event's number: the same one is told once, however often its job runs. */
  seq: number
  conversationId?: string | null
  promiseId?: string | null
  teammateId?: string | null
  inboxId?: string | null
}

/** Something a teammate should hear by mail: now, or with the next letter about this conversation. */
export async function notify(
  house: House,
  kind: NoticeKind,
  about: Occasion,
  sources: Sources,
): Promise<void> {
  const { conversationId, teammateId } = about
  if (!conversationId || !teammateId) return
  await transaction(house.db, async (trx) => {
    await oneAtATime(trx, teammateId, conversationId)
    const fresh = await trx
      .insertInto('notices')
      .values({
        teammateId,
        conversationId,
        kind,
        promiseId: about.promiseId ?? null,
        occasion: about.seq,
        toldAt: null,
      })
      .onConflict((c) => c.doNothing())
      .returning('occasion')
      .executeTakeFirst()
    if (fresh) await tellOrWait(house, trx, { teammateId, conversationId }, sources)
  })
}

/** What goes to a lead: a customer who says they are not happy. */
export async function notifyLeads(
  house: House,
  kind: NoticeKind,
  about: Occasion,
  sources: Sources,
): Promise<void> {
  const leads = await transaction(house.db, (trx) => leadsOf(trx, about.inboxId!))
  for (const teammateId of leads) await notify(house, kind, { ...about, teammateId }, sources)
}

/** The timer after a pause; its subject names teammate and conversation. */
export async function tellWaiting(house: House, subject: string, sources: Sources): Promise<void> {
  const [teammateId, conversationId] = subject.split(' ') as [string, string]
  await transaction(house.db, async (trx) => {
    await oneAtATime(trx, teammateId, conversationId)
    await tellOrWait(house, trx, { teammateId, conversationId }, sources)
  })
}

interface Pair {
  teammateId: string
  conversationId: string
}

const oneAtATime = (trx: Trx, teammateId: string, conversationId: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`${teammateId} ${conversationId}`}, 0))`.execute(trx)

async function tellOrWait(house: House, trx: Trx, pair: Pair, sources: Sources): Promise<void> {
  const { teammateId, conversationId } = pair
  const { last, now } = await trx
    .selectFrom('notices')
    .select((e) => [e.fn.max('toldAt').as('last'), sqlNow.as('now')])
    .where('teammateId', '=', teammateId)
    .where('conversationId', '=', conversationId)
    .executeTakeFirstOrThrow()
  const free = last ? new Date(last.getTime() + pause) : now
  if (free > now) return setTimer(trx, 'notices.tell', `${teammateId} ${conversationId}`, free)
  const waiting = await trx
    .selectFrom('notices')
    .selectAll()
    .where('teammateId', '=', teammateId)
    .where('conversationId', '=', conversationId)
    .where('toldAt', 'is', null)
    .orderBy('occasion')
    .execute()
  const letter = await compose(house, trx, pair, waiting, sources)
  // Where nobody is written to, nobody needs to be spared: then it counts as told long ago.
  await trx
    .updateTable('notices')
    .set({ toldAt: letter ? now : new Date(0) })
    .where('teammateId', '=', teammateId)
    .where('conversationId', '=', conversationId)
    .where('toldAt', 'is', null)
    .execute()
  if (letter) await sources.post(trx, letter)
}

/** Null where there is nobody to tell, or nothing is still true. Sample teammates get no mail, and nobody of what they do not see. */
async function compose(
  house: House,
  trx: Trx,
  { teammateId, conversationId }: Pair,
  notices: readonly Pick<NoticesTable, 'kind' | 'promiseId' | 'occasion'>[],
  sources: Sources,
): Promise<Letter | null> {
  const teammate = await findTeammate(trx, teammateId)
  const matter = await sources.matter(trx, conversationId)
  if (!teammate || teammate.leftAt || teammate.demo || !teammate.joinedAt) return null
  if (!matter || matter.demo || !teammate.inboxIds.includes(matter.inboxId)) return null
  const news: News[] = []
  for (const { kind, promiseId, occasion } of notices) {
    const promise = promiseId ? await sources.promise(trx, promiseId) : undefined
    if (promiseId && !(promise && stillTrue(kind, promise, teammateId))) continue
    const event = await trx
      .selectFrom('events')
      .select(['byName', 'byKind'])
      .where('seq', '=', occasion)
      .executeTakeFirst()
    news.push({
      kind,
      customer: matter.customer,
      subject: matter.subject,
      what: promise?.what ?? null,
      due: promise?.due ?? null,
      by: event && event.byKind !== 'system' ? event.byName : null,
    })
  }
  return news.length ? letterAbout(house, teammate, conversationId, news) : null
}

/** A letter that waited must not tell of what is past: kept since, moved, taken back, or somebody else's by now. */
function stillTrue(kind: NoticesTable['kind'], promise: Told, teammateId: string): boolean {
  if (kind === 'handover') return promise.handoverToId === teammateId
  // A broken promise concerns who keeps it and who leads; everything else its maker alone.
  if (kind === 'broken') return promise.state === 'broken'
  if (promise.makerId !== null && promise.makerId !== teammateId) return false
  if (kind === 'nudge') return promise.state === 'open'
  if (kind === 'late') return promise.state === 'late'
  return promise.state === 'open' || promise.state === 'late' || promise.state === 'broken'
}
