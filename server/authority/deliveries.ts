import { sql } from 'kysely'
import type { HookDelivery } from '#contract/authority.ts'
import { type Actor, requireRole } from '#server/base/actor.ts'
import { clockNow } from '#server/base/clock.ts'
import { newId } from '#server/base/ids.ts'
import type { Db } from '#server/database/database.ts'
import { whole } from './limits.ts'
import './tables.ts'

/** So long it is kept what was handed over: for whoever looks why something hangs. */
const keptFor = 30 * 86_400_000

export async function noteDelivery(
  db: Db,
  kind: string,
  said: { decisionId: string | null } & Pick<HookDelivery, 'outcome' | 'status' | 'tookMs'>,
): Promise<string> {
  const id = newId('delivery')
  await db
    .insertInto('hookDeliveries')
    .values({ id, kind, ...said })
    .execute()
  const old = new Date((await clockNow(db)).getTime() - keptFor)
  await db.deleteFrom('hookDeliveries').where('at', '<', old).execute()
  return id
}

export async function howItGoes(db: Db, kind: string) {
  const last = await db
    .selectFrom('hookDeliveries')
    .select(['at', 'outcome', 'status'])
    .where('kind', '=', kind)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  const { rows } = await sql<{ waiting: number }>`
    select count(*)::int as waiting from decisions where kind = ${kind} and result = 'waiting'`.execute(db)
  return { last: last ? { ...last, at: last.at.toISOString() } : null, waiting: rows[0]!.waiting }
}

interface Row {
  id: string
  decisionId: string | null
  at: Date
  outcome: HookDelivery['outcome']
  status: number
  tookMs: number
  conversationId: string | null
  customerName: string
  amount: number
  unit: string
  result: 'none' | 'waiting' | 'done' | 'failed'
  resultWords: string | null
}

export async function listDeliveries(
  db: Db,
  by: Actor,
  filter: { kind: string; id?: string },
): Promise<HookDelivery[]> {
  requireRole(by, 'admin')
  const { rows } = await sql<Row>`
    select h.id, h.decision_id, h.at, h.outcome, h.status, h.took_ms, d.conversation_id, d.amount, d.unit, d.result,
      d.result_words, coalesce(p.preferred_name, p.name) as customer_name
    from hook_deliveries h
    left join decisions d on d.id = h.decision_id
    left join customers p on p.id = d.customer_id
    where h.kind = ${filter.kind} ${filter.id ? sql`and h.id = ${filter.id}` : sql``}
    order by h.at desc, h.id desc limit 30`.execute(db)
  return rows.map((row) => ({
    id: row.id,
    decisionId: row.decisionId,
    at: row.at.toISOString(),
    outcome: row.outcome,
    status: row.status,
    tookMs: row.tookMs,
    about: row.conversationId
      ? {
          conversationId: row.conversationId,
          customerName: row.customerName,
          amount: whole(Number(row.amount)),
          unit: row.unit,
          result: row.result,
          resultWords: row.resultWords,
        }
      : null,
  }))
}
