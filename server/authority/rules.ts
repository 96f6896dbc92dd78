import { sql } from 'kysely'
import type { AuthorityRule } from '#contract/authority.ts'
import { type Actor, atLeast, requireRole, sees } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { conflict, forbidden, invalid, notFound } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { newId } from '#server/base/ids.ts'
import { text as say } from '#server/base/text.ts'
import { within } from '#server/customers/sight.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { demandOn } from '#server/team/practices.ts'
import { hundredths, type Rule, whole } from './limits.ts'

/** The limits of the inboxes that the reader sees; what other inboxes may give is not theirs to know. */
export async function listRules(db: Db | Trx, by: Actor): Promise<AuthorityRule[]> {
  const rows = await db
    .selectFrom('authorityRules')
    .selectAll()
    .where((e) => e.or([e('inboxId', 'is', null), within(by, 'authority_rules.inbox_id')]))
    .orderBy('kind')
    .orderBy('role', 'desc')
    .orderBy('id')
    .execute()
  return rows.map((row) => shape(row as Rule))
}

export type NewRule = Omit<AuthorityRule, 'id'>

/** Sets a limit, or changes the one of the same scope. Nobody widens what they may do themselves. */
export async function setRule(db: Db | Trx, by: Actor, given: NewRule): Promise<AuthorityRule> {
  requireRole(by, 'lead')
  return transaction(db, async (trx) => {
    await demandOn(trx, 'authority')
    demandAbove(by, given.role)
    if (given.inboxId && !sees(by, given.inboxId)) throw notFound(say('authority.inbox'))
    await demandNoMore(trx, by, given)
    for (const one of ['perPerson', 'perMonth'] as const)
      if (given[one] !== null && given[one] < given.perCase)
        throw invalid(`/${one}`, say('authority.smaller'))
    const of = (amount: number | null) => (amount === null ? null : hundredths(amount))
    const { rows } = await sql<Rule>`
      insert into authority_rules (id, inbox_id, role, kind, unit, per_case, per_person, per_month, no_proof_up_to, because, by_id)
      values (${newId('rule')}, ${given.inboxId}, ${given.role}, ${given.kind}, ${given.unit}, ${of(given.perCase)},
        ${of(given.perPerson)}, ${of(given.perMonth)}, ${of(given.noProofUpTo)}, ${given.because}, ${by.id})
      on conflict (role, kind, unit, coalesce(inbox_id, '')) do update set per_case = excluded.per_case,
        per_person = excluded.per_person, per_month = excluded.per_month, no_proof_up_to = excluded.no_proof_up_to,
        because = excluded.because, by_id = excluded.by_id, at = clock_now()
      returning *`.execute(trx)
    await recordEvent(trx, by, 'authority.changed', { inboxId: given.inboxId }, {})
    await audit(trx, by, 'authority.changed', null, { ...given })
    return shape(rows[0]!)
  })
}

export async function dropRule(db: Db, by: Actor, id: string): Promise<void> {
  requireRole(by, 'lead')
  await transaction(db, async (trx) => {
    const rule = await trx.selectFrom('authorityRules').selectAll().where('id', '=', id).executeTakeFirst()
    if (!rule || (rule.inboxId && !sees(by, rule.inboxId))) throw notFound(say('authority.rule'))
    demandAbove(by, rule.role)
    await trx.deleteFrom('authorityRules').where('id', '=', id).execute()
    await recordEvent(trx, by, 'authority.changed', { inboxId: rule.inboxId }, {})
    await audit(trx, by, 'authority.dropped', null, { kind: rule.kind, role: rule.role })
  })
}

/** A lead says what teammates may give; what leads and admins may, who runs the house says. */
function demandAbove(by: Actor, role: Rule['role']): void {
  if (role !== 'teammate' && !atLeast(by, 'admin')) throw forbidden(say('authority.notYours'))
}

/**
 * A lead has what their teammates have, and may say yes to it: so they give nobody more than an admin has given them, or they would
 * widen what they may do themselves.
 */
async function demandNoMore(trx: Trx, by: Actor, given: NewRule): Promise<void> {
  if (atLeast(by, 'admin')) return
  const { rows } = await sql<Rule>`
    select * from authority_rules where role = 'lead' and kind = ${given.kind} and unit = ${given.unit}
      and (inbox_id is null or inbox_id = ${given.inboxId})
    order by inbox_id nulls last limit 1`.execute(trx)
  const own = rows[0]
  const isWithin = (mine: number | null, theirs: number | null) =>
    mine === null || (theirs !== null && hundredths(theirs) <= Number(mine))
  if (
    !own ||
    !isWithin(own.perCase, given.perCase) ||
    !isWithin(own.perPerson, given.perPerson) ||
    !isWithin(own.perMonth, given.perMonth)
  )
    throw conflict('above-own-limit', say('authority.moreThanYours'))
}

const shape = (row: Rule): AuthorityRule => ({
  id: row.id,
  role: row.role,
  kind: row.kind,
  unit: row.unit,
  perCase: whole(Number(row.perCase)),
  perPerson: row.perPerson === null ? null : whole(Number(row.perPerson)),
  perMonth: row.perMonth === null ? null : whole(Number(row.perMonth)),
  noProofUpTo: row.noProofUpTo === null ? null : whole(Number(row.noProofUpTo)),
  inboxId: row.inboxId,
  because: row.because,
})
