import { sql } from 'kysely'
import type { Actor } from '#server/base/actor.ts'
import { clockNow } from '#server/base/clock.ts'
import { dayOf, startOf } from '#server/calendar/workingTime.ts'
import type { ConversationRow } from '#server/conversations/conversation.ts'
import type { Db, Trx } from '#server/database/database.ts'
import { readCompany } from '#server/team/company.ts'
import type { AuthorityRulesTable } from './tables.ts'
import './tables.ts'

export type Rule = AuthorityRulesTableRow
type AuthorityRulesTableRow = Omit<AuthorityRulesTable, 'at'> & { at: Date }

/** Money without cents is no money: everything is counted in hundredths. */
export const hundredths = (amount: number): number => Math.round(amount * 100)
export const whole = (hundred: number): number => hundred / 100

/**
 * Holds whatever a limit counts over: this customer, and this teammate. Two decisions at once come one after the other, so that they
 * never pass a limit together; in one order everywhere, so that they never wait for each other.
 */
export async function holdLimits(trx: Trx, customerId: string, by: Actor): Promise<void> {
  for (const one of [`customer ${customerId}`, `decider ${by.id ?? by.name}`])
    await sql`select pg_advisory_xact_lock(hashtextextended(${`authority ${one}`}, 0))`.execute(trx)
}

export interface Left {
  /** Hundredths that may still be given alone; null: as much as is needed. */
  upTo: number | null
  rule: Rule | null
}

const ranks: readonly Rule['role'][] = ['teammate', 'lead', 'admin']

/** The rule that fits best: one's own role before those below it, whose limits one has as well; its inbox before all inboxes. */
export async function ruleFor(
  db: Db | Trx,
  role: string | null,
  what: { inboxId: string; kind: string; unit: string },
): Promise<Rule | null> {
  const roles = ranks.slice(0, ranks.indexOf(role as Rule['role']) + 1)
  if (roles.length === 0) return null
  const rows = await db
    .selectFrom('authorityRules')
    .selectAll()
    .where('role', 'in', roles)
    .where('kind', '=', what.kind)
    .where('unit', '=', what.unit)
    .where((e) => e.or([e('inboxId', 'is', null), e('inboxId', '=', what.inboxId)]))
    .execute()
  const weight = (one: (typeof rows)[number]) => ranks.indexOf(one.role) * 2 + (one.inboxId ? 1 : 0)
  return (rows.sort((a, b) => weight(b) - weight(a))[0] ?? null) as Rule | null
}

/** What is left of every limit at this moment; the smallest counts. Who runs the house needs to ask nobody. */
export async function leftFor(
  db: Db | Trx,
  by: Actor,
  conversation: Pick<ConversationRow, 'id' | 'customerId' | 'inboxId'>,
  what: { kind: string; unit: string },
): Promise<Left> {
  const role = 'role' in by ? by.role : null
  const rule = await ruleFor(db, role, { ...what, inboxId: conversation.inboxId })
  if (!rule) return { upTo: role === 'admin' ? null : 0, rule: null }
  const given = await givenSoFar(db, by, conversation, what)
  const left = [
    rule.perCase - given.inCase,
    ...(rule.perPerson === null ? [] : [rule.perPerson - given.toPerson]),
    ...(rule.perMonth === null ? [] : [rule.perMonth - given.byMeThisMonth]),
  ]
  return { upTo: Math.max(0, Math.min(...left)), rule }
}

/** What counts: decided or approved, and not failed at the other program. Whoever says yes gives it, in their month. */
async function givenSoFar(
  db: Db | Trx,
  by: Actor,
  { id, customerId }: Pick<ConversationRow, 'id' | 'customerId'>,
  { kind, unit }: { kind: string; unit: string },
) {
  const [now, { timeZone }] = [await clockNow(db), await readCompany(db)]
  const month = startOf(`${dayOf(now, timeZone).slice(0, 8)}01`, timeZone)
  const year = new Date(now.getTime() - 365 * 86_400_000)
  const me = by.id ?? ''
  const { rows } = await sql<{ inCase: number; toPerson: number; byMeThisMonth: number }>`
    select
      coalesce(sum(amount) filter (where conversation_id = ${id}), 0)::float8 as in_case,
      coalesce(sum(amount) filter (where customer_id = ${customerId} and at > ${year}), 0)::float8 as to_person,
      coalesce(sum(amount) filter (where (by_id = ${me} and state = 'decided' and at >= ${month})
        or (answered_by_id = ${me} and state = 'approved' and answered_at >= ${month})), 0)::float8 as by_me_this_month
    from decisions
    where kind = ${kind} and unit = ${unit} and state in ('decided', 'approved') and result <> 'failed'
      and (customer_id = ${customerId} or (by_id = ${me} and at >= ${month}) or (answered_by_id = ${me} and answered_at >= ${month}))`.execute(
    db,
  )
  return rows[0]!
}
