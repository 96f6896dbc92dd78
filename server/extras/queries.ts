import { sql } from 'kysely'
import type { GivenExtra } from '#contract/extras.ts'
import { leftFor, whole } from '#server/authority/limits.ts'
import { type Actor, teammateId } from '#server/base/actor.ts'
import { notFound } from '#server/base/errors.ts'
import { text as say } from '#server/base/text.ts'
import { conversationById } from '#server/conversations/queries.ts'
import { spokenTo } from '#server/conversations/spokenTo.ts'
import { within } from '#server/customers/sight.ts'
import type { Db, Trx } from '#server/database/database.ts'
import { isOn } from '#server/team/practices.ts'
import { hasItsMaker, leftOf } from './catalogue.ts'
import { type ExtraRow, type GivenRow, type Paid, stateOf } from './extra.ts'
import './tables.ts'

/** What became of the decision that pays for it. */
export async function paidFor(db: Db | Trx, row: Pick<GivenRow, 'decisionId'>): Promise<Paid | null> {
  if (!row.decisionId) return null
  const paid = await db
    .selectFrom('decisions')
    .select(['state', 'result'])
    .where('id', '=', row.decisionId)
    .executeTakeFirst()
  return paid ?? null
}

type Found = GivenRow & {
  subject: string
  customerName: string
  makerName: string | null
  paidState: Paid['state'] | null
  paidResult: Paid['result'] | null
}

interface Filter {
  id?: string
  conversation?: string
  /** Theirs to make or to bring. */
  maker?: string
}

export async function listGiven(db: Db | Trx, by: Actor, filter: Filter): Promise<GivenExtra[]> {
  const conditions = [
    within(by, 'g.inbox_id'),
    ...(filter.id ? [sql<boolean>`g.id = ${filter.id}`] : []),
    ...(filter.conversation ? [sql<boolean>`g.conversation_id = ${filter.conversation}`] : []),
    ...(filter.maker
      ? [sql<boolean>`g.maker_id = ${filter.maker} and g.delivered_at is null and g.cancelled_at is null`]
      : []),
  ]
  const { rows } = await sql<Found>`
    select g.*, c.subject, coalesce(p.preferred_name, p.name) as customer_name, t.name as maker_name,
      d.state as paid_state, d.result as paid_result
    from given_extras g
    join conversations c on c.id = g.conversation_id
    join customers p on p.id = g.customer_id
    left join teammates t on t.id = g.maker_id
    left join decisions d on d.id = g.decision_id
    where ${sql.join(conditions, sql` and `)}
    order by g.at ${filter.maker ? sql`` : sql`desc`}, g.id limit 50`.execute(db)
  const shaped = []
  for (const row of rows) shaped.push(await shape(db, row))
  return filter.maker ? shaped.filter((one) => one.state !== 'off' && one.state !== 'waiting') : shaped
}

export async function givenById(db: Db | Trx, by: Actor, id: string): Promise<GivenExtra> {
  const [found] = await listGiven(db, by, { id })
  if (!found) throw notFound(say('extras.given'))
  return found
}

/** What I have to make or to bring. */
export async function toMake(db: Db, by: Actor): Promise<GivenExtra[]> {
  const me = teammateId(by)
  return me ? listGiven(db, by, { maker: me }) : []
}

/** What was given here, and what of the catalogue may be given; free ones first. */
export async function extrasIn(db: Db, by: Actor, conversationId: string) {
  const conversation = await conversationById(db, by, conversationId)
  const items = await listGiven(db, by, { conversation: conversationId })
  const limited = await isOn(db, 'authority')
  const may = []
  for (const extra of await catalogueOf(db, by, conversation.inboxId)) {
    if (!(await hasItsMaker(db, extra, conversation.inboxId))) continue
    const left = await leftOf(db, extra)
    const isFree = Number(extra.cost) === 0
    const { upTo } =
      isFree || !limited
        ? { upTo: null }
        : await leftFor(db, by, conversation, { kind: 'gift', unit: extra.unit! })
    may.push({
      id: extra.id,
      name: extra.name,
      cost: whole(Number(extra.cost)),
      unit: extra.unit,
      left,
      makerId: extra.makerId,
      makerName: extra.makerName,
      how:
        left === 0
          ? ('none-left' as const)
          : isFree
            ? ('free' as const)
            : upTo === null || upTo >= Number(extra.cost)
              ? ('yours' as const)
              : ('ask' as const),
    })
  }
  return { items, may }
}

export type CatalogueRow = ExtraRow & { makerName: string | null }

/** Free ones first, then by what they cost. */
export async function catalogueOf(
  db: Db | Trx,
  by: Actor,
  inboxId: string | null = null,
): Promise<CatalogueRow[]> {
  const { rows } = await sql<CatalogueRow>`
    select e.*, t.name as maker_name from extras e left join teammates t on t.id = e.maker_id
    where e.retired_at is null and (e.inbox_id is null or ${within(by, 'e.inbox_id')})
      ${inboxId ? sql`and (e.inbox_id is null or e.inbox_id = ${inboxId})` : sql``}
    order by e.cost, lower(e.name), e.id`.execute(db)
  return rows
}

async function shape(db: Db | Trx, row: Found): Promise<GivenExtra> {
  const paid = row.paidState && { state: row.paidState, result: row.paidResult! }
  const state = stateOf(row, paid)
  return {
    id: row.id,
    conversationId: row.conversationId,
    subject: row.subject,
    customerName: row.customerName,
    extraId: row.extraId,
    name: row.name,
    cost: whole(Number(row.cost)),
    unit: row.unit,
    because: row.because,
    state,
    by: row.byName,
    at: row.at.toISOString(),
    makerId: row.makerId,
    makerName: row.makerName,
    due: row.due?.toISOString() ?? null,
    deliveredAt: row.deliveredAt?.toISOString() ?? null,
    answer:
      row.answer === null
        ? null
        : {
            words: row.answer,
            messageId: row.answerMessageId,
            glad: row.isGlad ?? false,
            at: row.answeredAt!.toISOString(),
            by: row.answeredByName,
          },
    proposal: row.answer === null && state !== 'off' ? await gladWordsSince(db, row) : null,
    sentence: state === 'possible' ? await sentenceOf(db, row) : null,
  }
}

/** Their time is said on their clock, in their language. */
async function sentenceOf(db: Db | Trx, row: Found): Promise<string> {
  if (!row.due) return row.words
  const { say: tell, when } = await spokenTo(db, { id: row.conversationId, customerId: row.customerId })
  return `${row.words} ${tell('extras.by', { when: when(row.due) })}`
}

/** From here on their words are worth a question; a person answers it. */
const worthAsking = 0.6

/** Their newest thanks or praise since it was given. */
async function gladWordsSince(db: Db | Trx, row: GivenRow) {
  const { rows } = await sql<{ messageId: string; words: string }>`
    select r.message_id, e->>'words' as words
    from readings r
    join messages m on m.conversation_id = r.conversation_id and m.id = r.message_id,
    jsonb_array_elements(r.evidence) e
    where r.conversation_id = ${row.conversationId} and m.at > ${row.deliveredAt ?? row.at} and m.direction = 'in'
      and e->>'signal' in ('praise', 'thanks') and (r.signals ->> (e->>'signal'))::float >= ${worthAsking}
    order by m.at desc, e->>'signal' limit 1`.execute(db)
  return rows[0] ?? null
}
