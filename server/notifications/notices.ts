import { sql } from 'kysely'
import { clockNow } from '#server/base/clock.ts'
import type { House } from '#server/base/context.ts'
import { clearTimers, nextTimer, setTimer } from '#server/base/timers.ts'
import { type Trx, transaction } from '#server/database/database.ts'
import { findTeammate, type TeammateRow } from '#server/team/queries.ts'
import { adminsOf, type Letter, leadsOf, type News, wordAbout } from './letters.ts'
import { choose, earliest, memory, quietUntil, roomAt, type Standing } from './pacing.ts'
import { bringTo, type PushWords } from './push.ts'
import { awayUntil, devicesOf, waysOf } from './settings.ts'
import type { NoticeKind } from './tables.ts'
import { type Facts, type Notice, newsOf } from './truth.ts'

/** What the roof knows and this room does not: what the news is about, and the queues that send. */
export interface Sources extends Facts {
  /** In the same transaction that notes it as told. */
  post(trx: Trx, letter: Letter): Promise<void>
  push(trx: Trx, job: PushJob): Promise<void>
}

export interface PushJob {
  deviceId: string
  words: PushWords
  /** Goes by mail where no browser takes it any more. */
  otherwise: Letter | null
}

export interface Occasion {
  /** The event's number: the same one is told once, however often its job runs. */
  seq: number
  conversationId?: string | null
  promiseId?: string | null
  messageId?: string | null
  teammateId?: string | null
  inboxId?: string | null
  /** When what it warns of happens, where that is known already. */
  due?: Date
}

/** Something a teammate should hear: now, or together with what else waits for them. */
export const notify = (house: House, kind: NoticeKind, about: Occasion, sources: Sources): Promise<void> =>
  notifyOfAll(house, kind, [about], sources)

/** Much of one kind at once: each teammate's is weighed in one go. Safe to repeat. */
export async function notifyOfAll(
  house: House,
  kind: NoticeKind,
  occasions: readonly Occasion[],
  sources: Sources,
): Promise<void> {
  const news = occasions.flatMap(({ conversationId, teammateId, ...about }) =>
    conversationId && teammateId ? [{ ...about, conversationId, teammateId }] : [],
  )
  // In one order, so that two who tell the same people never wait for each other.
  const people = [...Map.groupBy(news, (one) => one.teammateId)].sort(([one], [other]) =>
    one < other ? -1 : 1,
  )
  for (const [teammateId, theirs] of people)
    await transaction(house.db, async (trx) => {
      await oneAtATime(trx, teammateId)
      const notices = theirs.map((about) => ({
        conversationId: about.conversationId,
        kind,
        promiseId: about.promiseId ?? null,
        messageId: about.messageId ?? null,
        occasion: about.seq,
      }))
      const fresh = await trx
        .insertInto('notices')
        .values(notices.map((notice) => ({ ...notice, teammateId, toldAt: null })))
        .onConflict((c) => c.doNothing())
        .returning('occasion')
        .execute()
      const isFresh = new Set(fresh.map((row) => row.occasion))
      const added = notices
        .map((notice, n) => ({ ...notice, due: theirs[n]!.due }))
        .filter((notice) => isFresh.has(notice.occasion))
      if (added.length === 0 || (await waitWithTheRest(trx, teammateId, added, sources))) return
      await tellOrWait(house, trx, teammateId, sources)
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

/** What has climbed as far as it can. */
export async function notifyAdmins(
  house: House,
  kind: NoticeKind,
  about: Occasion,
  sources: Sources,
): Promise<void> {
  const admins = await transaction(house.db, (trx) => adminsOf(trx))
  for (const teammateId of admins) await notify(house, kind, { ...about, teammateId }, sources)
}

/** The timer of what waits, and after a change of quiet hours, holds and leave. Safe to repeat. */
export async function tellWaiting(house: House, teammateId: string, sources: Sources): Promise<void> {
  await transaction(house.db, async (trx) => {
    await oneAtATime(trx, teammateId)
    await tellOrWait(house, trx, teammateId, sources)
  })
}

/** The job of one browser. Where it is gone or its service is down, mail goes instead, if that was the way. */
export async function bring(house: House, job: PushJob, sources: Sources): Promise<void> {
  const { deviceId, words, otherwise } = job
  try {
    if (await bringTo(house, deviceId, words)) return
  } catch (error) {
    house.log.warn({ err: error }, 'push')
    if (!otherwise) throw error
    return transaction(house.db, (trx) => sources.post(trx, otherwise))
  }
  if (!otherwise) return
  await transaction(house.db, async (trx) => {
    const teammate = await trx
      .selectFrom('teammates')
      .select('id')
      .where('email', '=', otherwise.to.email)
      .executeTakeFirst()
    // The last of several says so for all.
    if (!teammate || (await devicesOf(trx, teammate.id)).length === 0) await sources.post(trx, otherwise)
  })
}

const oneAtATime = (trx: Trx, teammateId: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`notices ${teammateId}`}, 0))`.execute(trx)

const lookAhead = 60 * 60_000
/** More than this at once nobody reads; the rest follows with the next word. */
const most = 40

async function tellOrWait(house: House, trx: Trx, teammateId: string, sources: Sources): Promise<void> {
  const teammate = await findTeammate(trx, teammateId)
  const waiting = await stillTrue(trx, teammateId, teammate, await waitingFor(trx, teammateId), sources)
  await clearTimers(trx, 'notices.tell', teammateId)
  if (!teammate || waiting.length === 0) return
  const standing = await standingOf(trx, teammate)
  const chosen = choose(waiting, standing).now.slice(0, most)
  if (chosen.length) {
    await markTold(trx, teammateId, chosen, standing.now)
    const ahead = await whatComes(trx, teammate, chosen, standing.now, sources)
    const news = [...chosen, ...ahead].map((one) => one.news)
    await deliver(house, trx, teammate, news, sources)
  }
  const rest = waiting.filter((one) => !chosen.includes(one))
  if (rest.length === 0) return
  const after = chosen.length ? await standingOf(trx, teammate) : standing
  const next = Math.min(...rest.map((one) => earliest(one, after).getTime()))
  await setTimer(trx, 'notices.tell', teammateId, new Date(next))
}

/**
 * Something waits already, and none of these is due before it: then they need not be weighed against everything else that waits. On a
 * day with hundreds of promises, each new one would read them all again.
 */
async function waitWithTheRest(
  trx: Trx,
  teammateId: string,
  notices: readonly (Notice & Pick<Occasion, 'due'>)[],
  sources: Sources,
): Promise<boolean> {
  const looked = await nextTimer(trx, 'notices.tell', teammateId)
  const teammate = looked && (await findTeammate(trx, teammateId))
  if (!teammate) return false
  const standing = await standingOf(trx, teammate)
  for (const notice of notices) {
    // Whether it is still true is asked when its time comes.
    const due = notice.due ?? (await newsOf(trx, teammate, notice, sources))?.due
    if (due === undefined || earliest({ ...notice, due }, standing) < looked) return false
  }
  return true
}

const waitingFor = (trx: Trx, teammateId: string): Promise<Notice[]> =>
  trx
    .selectFrom('notices')
    .select(['conversationId', 'kind', 'promiseId', 'messageId', 'occasion'])
    .where('teammateId', '=', teammateId)
    .where('toldAt', 'is', null)
    .orderBy('occasion')
    .execute()

type True = Notice & { due: Date | null; news: News }

/** What is past, or nobody's to hear, counts as told long ago: nobody was spoken to, so nobody needs to be spared. */
async function stillTrue(
  trx: Trx,
  teammateId: string,
  teammate: TeammateRow | undefined,
  notices: readonly Notice[],
  sources: Sources,
): Promise<True[]> {
  const [kept, past]: [True[], Notice[]] = [[], []]
  for (const notice of notices) {
    const news = await newsOf(trx, teammate, notice, sources)
    if (news) kept.push({ ...notice, due: news.due, news })
    else past.push(notice)
  }
  await markTold(trx, teammateId, past, new Date(0))
  return kept
}

async function standingOf(trx: Trx, teammate: TeammateRow): Promise<Standing> {
  const now = await clockNow(trx)
  const rows = await trx
    .selectFrom('notices')
    .select(['toldAt', 'conversationId'])
    .where('teammateId', '=', teammate.id)
    .where('toldAt', '>', new Date(now.getTime() - memory))
    .orderBy('toldAt')
    .execute()
  const ways = await waysOf(trx, teammate.id)
  const ends = [quietUntil(now, ways, teammate.timeZone), ways.holdUntil].filter(
    (end): end is Date => end !== null && end > now,
  )
  return {
    now,
    // Several in one word are one.
    told: [...new Set(rows.map((row) => row.toldAt!.getTime()))].map((at) => new Date(at)),
    toldAbout: new Map(rows.map((row) => [row.conversationId, row.toldAt!])),
    quietUntil: ends.length ? new Date(Math.max(...ends.map((end) => end.getTime()))) : null,
    awayUntil: await awayUntil(trx, teammate.id, now),
  }
}

/**
 * On a full day the word that goes names what falls due within the hour as well, so that each promise need not come by itself.
 * On other days it has its own time.
 */
async function whatComes(
  trx: Trx,
  teammate: TeammateRow,
  chosen: readonly Notice[],
  now: Date,
  sources: Sources,
): Promise<True[]> {
  const { told, quietUntil: quiet } = await standingOf(trx, teammate)
  if (quiet || roomAt(told, now) <= now) return []
  const soon = await sources.dueBy(trx, teammate.id, new Date(now.getTime() + lookAhead))
  const fresh = soon.filter((one) => !chosen.some((other) => other.promiseId === one.promiseId))
  const ahead = await stillTrue(trx, teammate.id, teammate, fresh, sources)
  for (const { news: _, due: __, ...notice } of ahead)
    await trx
      .insertInto('notices')
      .values({ ...notice, teammateId: teammate.id, toldAt: now })
      .onConflict((c) => c.doNothing())
      .execute()
  return ahead
}

async function markTold(trx: Trx, teammateId: string, notices: readonly Notice[], at: Date): Promise<void> {
  if (notices.length === 0) return
  await trx
    .updateTable('notices')
    .set({ toldAt: at })
    .where('teammateId', '=', teammateId)
    .where(
      'occasion',
      'in',
      notices.map((one) => one.occasion),
    )
    .execute()
}

/** By browser where one takes it, by mail as its reader wishes; a call at night by all ways at once. */
async function deliver(
  house: House,
  trx: Trx,
  teammate: TeammateRow,
  news: readonly News[],
  sources: Sources,
): Promise<void> {
  const { letter, short } = wordAbout(house, teammate, news)
  const { mail } = await waysOf(trx, teammate.id)
  const urgent = news.some((one) => one.kind === 'page')
  const devices = await devicesOf(trx, teammate.id)
  const byMail = urgent || mail === 'always' || (mail === 'instead' && devices.length === 0)
  if (byMail) await sources.post(trx, letter)
  for (const { id: deviceId } of devices)
    await sources.push(trx, {
      deviceId,
      words: { ...short, urgent },
      otherwise: mail === 'instead' && !byMail ? letter : null,
    })
}
