import { type Selectable, sql } from 'kysely'
import type { Brief, BriefSources, Handover } from '#contract/handover.ts'
import { type Actor, teammateId } from '#server/base/actor.ts'
import { clockNow } from '#server/base/clock.ts'
import { badCursor, notFound } from '#server/base/errors.ts'
import { nearDayText, text as say } from '#server/base/text.ts'
import { leaveAt } from '#server/calendar/queries.ts'
import { within } from '#server/customers/sight.ts'
import type { Db, Trx } from '#server/database/database.ts'
import { findTeammate } from '#server/team/queries.ts'
import type { HandoversTable } from './tables.ts'

export type HandoverRow = Selectable<HandoversTable>

interface Filter {
  id?: string
  state?: HandoverRow['state']
  mine?: boolean
  /** Given to me. */
  toMe?: boolean
  /** Between others, who answer neither to me nor from me. */
  others?: boolean
  answeredSince?: string
  conversation?: string
  oldestFirst?: boolean
  after?: string
  limit: number
}

type Found = HandoverRow & Pick<Handover, 'subject' | 'customerName' | 'fromName' | 'toName' | 'told'>

/** Handovers the reader may see, newest first. */
export async function listHandovers(
  db: Db | Trx,
  by: Actor,
  filter: Filter,
): Promise<{ items: Handover[]; next: string | null }> {
  if (filter.after !== undefined && !/^hnd_\w{22}$/.test(filter.after)) throw badCursor()
  const me = teammateId(by) ?? ''
  const conditions = [
    within(by, 'h.inbox_id'),
    ...(filter.id ? [sql<boolean>`h.id = ${filter.id}`] : []),
    ...(filter.state ? [sql<boolean>`h.state = ${filter.state}`] : []),
    ...(filter.mine ? [sql<boolean>`(h.to_id = ${me} or h.from_id = ${me})`] : []),
    ...(filter.toMe ? [sql<boolean>`h.to_id = ${me}`] : []),
    ...(filter.others ? [sql<boolean>`h.to_id <> ${me} and h.from_id is distinct from ${me}`] : []),
    ...(filter.answeredSince ? [sql<boolean>`h.answered_at >= ${filter.answeredSince}`] : []),
    ...(filter.conversation ? [sql<boolean>`h.conversation_id = ${filter.conversation}`] : []),
    ...(filter.after ? [sql<boolean>`h.id < ${filter.after}`] : []),
  ]
  // Told is read from the letters: one that is taken back tells nobody.
  const { rows } = await sql<Found>`
    select h.*, c.subject, coalesce(p.preferred_name, p.name) as customer_name, f.name as from_name, t.name as to_name,
      h.state = 'accepted' and exists (select 1 from messages m where m.conversation_id = h.conversation_id
        and m.direction = 'out' and m.author_id = h.to_id and m.at >= h.answered_at) as told
    from handovers h
    join conversations c on c.id = h.conversation_id
    join customers p on p.id = h.customer_id
    join teammates t on t.id = h.to_id
    left join teammates f on f.id = h.from_id
    where ${sql.join(conditions, sql` and `)}
    order by h.id ${filter.oldestFirst ? sql`` : sql`desc`} limit ${filter.limit + 1}`.execute(db)
  const page = rows.slice(0, filter.limit)
  return { items: page.map(shape), next: rows.length > filter.limit ? page.at(-1)!.id : null }
}

const nothing: BriefSources = { feels: [], asked: [], promised: [] }

const shape = (row: Found): Handover => ({
  id: row.id,
  conversationId: row.conversationId,
  subject: row.subject,
  customerId: row.customerId,
  customerName: row.customerName,
  inboxId: row.inboxId,
  fromId: row.fromId,
  fromName: row.fromName,
  toId: row.toId,
  toName: row.toName,
  brief: row.brief as Brief | null,
  sources: { ...nothing, ...row.sources },
  state: row.state,
  madeAt: row.madeAt.toISOString(),
  answeredAt: row.answeredAt?.toISOString() ?? null,
  because: row.because,
  told: row.told,
})

export async function handoverById(db: Db | Trx, by: Actor, id: string): Promise<Handover> {
  const { items } = await listHandovers(db, by, { id, limit: 1 })
  if (!items[0]) throw notFound(say('handover.this'))
  return items[0]
}

/** For Today: what is open between me and others, and what I took on without a word to the customer yet. */
export async function myHandovers(db: Db, by: Actor, limit: number): Promise<Handover[]> {
  const { items } = await listHandovers(db, by, { state: 'open', mine: true, limit })
  const since = new Date((await clockNow(db)).getTime() - 14 * 86_400_000).toISOString()
  const { items: taken } = await listHandovers(db, by, {
    state: 'accepted',
    toMe: true,
    answeredSince: since,
    limit: 20,
  })
  return [...items, ...taken.filter((one) => !one.told)].slice(0, limit)
}

/** For whoever leads: between others and without a yes, the oldest first. */
export const untakenHandovers = async (db: Db, by: Actor, limit: number): Promise<Handover[]> =>
  (await listHandovers(db, by, { state: 'open', others: true, oldestFirst: true, limit })).items

/** What speaks against a receiver: they are away. */
export async function hintAbout(db: Db, to: string | undefined) {
  const leave = to ? await leaveAt(db, to, await clockNow(db)) : undefined
  if (!leave) return null
  const [receiver, standIn] = [
    await findTeammate(db, leave.teammateId),
    leave.standInId ? await findTeammate(db, leave.standInId) : undefined,
  ]
  const until = nearDayText(new Date(`${leave.toDay}T00:00Z`), 'UTC')
  return {
    says: say('handover.away', {
      name: receiver?.name ?? '',
      until,
      hasStandIn: standIn ? 'yes' : 'no',
      standIn: standIn?.name ?? '',
    }),
    standInId: standIn?.id ?? null,
  }
}
