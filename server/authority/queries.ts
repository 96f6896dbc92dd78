import { type Selectable, sql } from 'kysely'
import { type Decision, usualGifts } from '#contract/authority.ts'
import { idPrefixes } from '#contract/common.ts'
import type { Actor } from '#server/base/actor.ts'
import { clockNow } from '#server/base/clock.ts'
import { notFound } from '#server/base/errors.ts'
import { text as say, type TextLanguage, textLanguage } from '#server/base/text.ts'
import { conversationById } from '#server/conversations/queries.ts'
import { within } from '#server/customers/sight.ts'
import type { Db, Trx } from '#server/database/database.ts'
import { leftFor, whole } from './limits.ts'
import type { DecisionsTable } from './tables.ts'
import './tables.ts'

export type DecisionRow = Selectable<DecisionsTable>

type Found = DecisionRow & {
  subject: string
  customerName: string
  language: string | null
  formality: 'formal' | 'informal' | null
}

/** The teammate whose it is; a key of the installation is nobody who could be told. */
export const deciderOf = (row: Pick<DecisionRow, 'byId'>): string | null =>
  row.byId?.startsWith(`${idPrefixes.teammate}_`) ? row.byId : null

/** After this what was decided is given: taken back later, it would only make room for the next. */
const freshFor = 3_600_000

export const isFresh = (row: Pick<DecisionRow, 'state' | 'at' | 'answeredAt'>, now: Date): boolean =>
  row.state === 'asked' || now.getTime() - (row.answeredAt ?? row.at).getTime() < freshFor

/** "40 EUR", "3 days", "2 times": as one says it. */
export const inUnit = (amount: number, unit: string): string =>
  unit === 'days' || unit === 'times'
    ? say(`authority.${unit}`, { n: amount })
    : `${Number.isInteger(amount) ? amount : amount.toFixed(2)} ${unit}`

export async function listDecisions(
  db: Db | Trx,
  by: Actor,
  filter: { id?: string; conversation?: string; state?: DecisionRow['state'] },
): Promise<Decision[]> {
  const conditions = [
    within(by, 'd.inbox_id'),
    ...(filter.id ? [sql<boolean>`d.id = ${filter.id}`] : []),
    ...(filter.conversation ? [sql<boolean>`d.conversation_id = ${filter.conversation}`] : []),
    ...(filter.state ? [sql<boolean>`d.state = ${filter.state}`] : []),
  ]
  const { rows } = await sql<Found>`
    select d.*, c.subject, coalesce(p.preferred_name, p.name) as customer_name, p.language, p.formality
    from decisions d join conversations c on c.id = d.conversation_id join customers p on p.id = d.customer_id
    where ${sql.join(conditions, sql` and `)}
    order by d.at ${filter.state === 'asked' ? sql`` : sql`desc`}, d.id desc limit 100`.execute(db)
  const now = await clockNow(db)
  return rows.map((row) => shape(row, now))
}

export async function decisionById(db: Db | Trx, by: Actor, id: string): Promise<Decision> {
  const [found] = await listDecisions(db, by, { id })
  if (!found) throw notFound(say('authority.decision'))
  return found
}

/** What was decided here, and what the reader may still decide alone; kinds nobody has a rule for are asked first. */
export async function decisionsIn(db: Db, by: Actor, conversationId: string) {
  const conversation = await conversationById(db, by, conversationId)
  const items = await listDecisions(db, by, { conversation: conversationId })
  const kinds = await db
    .selectFrom('authorityRules')
    .select(['kind', 'unit'])
    .distinct()
    .where((e) => e.or([e('inboxId', 'is', null), e('inboxId', '=', conversation.inboxId)]))
    .execute()
  const rank = (kind: string) => {
    const at = (usualGifts as readonly string[]).indexOf(kind)
    return at < 0 ? usualGifts.length : at
  }
  const may = []
  for (const what of kinds.sort((a, b) => rank(a.kind) - rank(b.kind) || (a.kind < b.kind ? -1 : 1))) {
    const { upTo, rule } = await leftFor(db, by, conversation, what)
    may.push({
      ...what,
      upTo: upTo === null ? null : whole(upTo),
      noProofUpTo: rule?.noProofUpTo == null ? null : whole(Number(rule.noProofUpTo)),
      because: rule?.because ?? null,
    })
  }
  return { items, may }
}

const shape = (row: Found, now: Date): Decision => ({
  id: row.id,
  conversationId: row.conversationId,
  subject: row.subject,
  customerName: row.customerName,
  inboxId: row.inboxId,
  kind: row.kind,
  unit: row.unit,
  amount: whole(Number(row.amount)),
  because: row.because,
  proof: row.proof,
  state: row.state,
  byId: row.byId,
  by: row.byName,
  at: row.at.toISOString(),
  answeredBy: row.answeredByName,
  answeredAt: row.answeredAt?.toISOString() ?? null,
  answer: row.answer,
  result: row.result,
  reference: row.reference,
  resultWords: row.resultWords,
  canWithdraw: canWithdraw(row) && isFresh(row, now),
  sentence: sentenceOf(row),
})

/** Whether nothing has been answered, or set in motion by it. */
export const canWithdraw = (row: Pick<DecisionRow, 'state' | 'result'>): boolean =>
  ['asked', 'decided', 'approved'].includes(row.state) && row.result === 'none'

/** A fact of what was done, never more: nothing is said of what only was asked, failed, or is not confirmed yet as if it were done. */
function sentenceOf(row: Found): string | null {
  if ((row.state !== 'decided' && row.state !== 'approved') || row.result === 'failed') return null
  const language = textLanguage(row.language, row.formality)
  const known = ['refund', 'gift', 'extend', 'call-out'].includes(row.kind) ? row.kind : 'other'
  const state = row.result === 'waiting' ? 'waiting' : 'done'
  const what = inUnitOf(row, language)
  return say(`authority.sentence.${known}`, { what, kind: row.kind, state }, language)
}

const inUnitOf = (row: DecisionRow, language: TextLanguage): string => {
  const amount = whole(Number(row.amount))
  return row.unit === 'days' || row.unit === 'times'
    ? say(`authority.${row.unit}`, { n: amount }, language)
    : inUnit(amount, row.unit)
}
