import { sql } from 'kysely'
import { type Actor, requireRole, sees, teammateId } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { conflict, invalid, notFound } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { newId } from '#server/base/ids.ts'
import { text as say } from '#server/base/text.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { cleanPersonName } from './customer.ts'
import { demandKnown } from './queries.ts'
import { anInboxOf, within } from './sight.ts'
import './tables.ts'

type CircleKind = 'company' | 'household'

async function inboxFor(trx: Trx, by: Actor, customerId: string, given?: string): Promise<string> {
  const inboxId = given ?? (await anInboxOf(trx, by, customerId))
  if (!inboxId || !sees(by, inboxId)) throw notFound(say('customers.this.inbox'))
  return inboxId
}

/** They belong to a company or household. One of that name is joined, so that nobody makes it twice. Gives its id. */
export async function joinCircle(
  db: Db | Trx,
  by: Actor,
  customerId: string,
  circle: { kind: CircleKind; name: string; role: string | null; inboxId?: string | undefined },
): Promise<string> {
  requireRole(by, 'teammate')
  const name = cleanPersonName(circle.name)
  if (!name) throw invalid('/name', say('customers.name.empty'))
  return transaction(db, async (trx) => {
    await demandKnown(trx, by, customerId)
    const inboxId = await inboxFor(trx, by, customerId, circle.inboxId)
    await trx
      .insertInto('circles')
      .values({ id: newId('circle'), kind: circle.kind, name, inboxId, byId: teammateId(by) })
      .onConflict((c) => c.doNothing())
      .execute()
    const { id } = await trx
      .selectFrom('circles')
      .select('id')
      .where('inboxId', '=', inboxId)
      .where('kind', '=', circle.kind)
      .where(sql`lower(name)`, '=', sql`lower(${name})`)
      .forUpdate()
      .executeTakeFirstOrThrow()
    await trx
      .insertInto('circlePeople')
      .values({ circleId: id, customerId, role: circle.role, byId: teammateId(by) })
      .onConflict((c) => c.columns(['circleId', 'customerId']).doUpdateSet({ role: circle.role }))
      .execute()
    await recordEvent(trx, by, 'customer.changed', { customerId, inboxId }, {})
    await audit(trx, by, 'circle.joined', { kind: 'circle', id, inboxId }, { customerId })
    return id
  })
}

/** They belong to it no more. With its last person it goes, name and all. */
export async function leaveCircle(db: Db, by: Actor, customerId: string, circleId: string): Promise<void> {
  requireRole(by, 'teammate')
  await transaction(db, async (trx) => {
    await demandKnown(trx, by, customerId)
    const { inboxId } = await lockCircle(trx, by, circleId)
    const gone = await trx
      .deleteFrom('circlePeople')
      .where('circleId', '=', circleId)
      .where('customerId', '=', customerId)
      .returning('customerId')
      .executeTakeFirst()
    if (!gone) throw notFound(say('customers.this.circle'))
    await dropEmpty(trx, circleId)
    await recordEvent(trx, by, 'customer.changed', { customerId, inboxId }, {})
    await audit(trx, by, 'circle.left', { kind: 'circle', id: circleId, inboxId }, { customerId })
  })
}

/** A circle without people keeps a name that nobody needs; an erasure leaves such. */
export const dropEmpty = (db: Db | Trx, circleId?: string) =>
  sql`delete from circles where not exists (select 1 from circle_people p where p.circle_id = circles.id)
    ${circleId ? sql`and id = ${circleId}` : sql``}`.execute(db)

async function lockCircle(trx: Trx, by: Actor, id: string) {
  const row = await trx
    .selectFrom('circles')
    .selectAll()
    .where('id', '=', id)
    .where(within(by, 'circles.inbox_id'))
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound(say('customers.this.circle'))
  return row
}

export async function changeCircle(
  db: Db,
  by: Actor,
  id: string,
  change: { name?: string | undefined; kind?: CircleKind | undefined },
): Promise<void> {
  requireRole(by, 'teammate')
  await transaction(db, async (trx) => {
    const row = await lockCircle(trx, by, id)
    const name = change.name === undefined ? row.name : cleanPersonName(change.name)
    if (!name) throw invalid('/name', say('customers.name.empty'))
    const kind = change.kind ?? row.kind
    const taken = await trx
      .selectFrom('circles')
      .select('id')
      .where('inboxId', '=', row.inboxId)
      .where('kind', '=', kind)
      .where(sql`lower(name)`, '=', sql`lower(${name})`)
      .where('id', '!=', id)
      .executeTakeFirst()
    if (taken) throw conflict('circle-known', say('customers.circle.known', { name }))
    await trx.updateTable('circles').set({ name, kind }).where('id', '=', id).execute()
    const people = await trx
      .selectFrom('circlePeople')
      .select('customerId')
      .where('circleId', '=', id)
      .execute()
    for (const { customerId } of people)
      await recordEvent(trx, by, 'customer.changed', { customerId, inboxId: row.inboxId }, {})
    await audit(trx, by, 'circle.changed', { kind: 'circle', id, inboxId: row.inboxId })
  })
}

/** What two people are to each other. Said again, it is corrected; who sees one of them alone never reads it. */
export async function relate(
  db: Db | Trx,
  by: Actor,
  customerId: string,
  relation: { otherId: string; is: string; back: string; inboxId?: string | undefined },
): Promise<void> {
  requireRole(by, 'teammate')
  const { otherId, is, back } = relation
  if (otherId === customerId) throw invalid('/otherId', say('customers.relation.self'))
  await transaction(db, async (trx) => {
    await demandKnown(trx, by, customerId)
    await demandKnown(trx, by, otherId)
    const inboxId = await inboxFor(trx, by, customerId, relation.inboxId)
    // Said from the other side before: the same relation, read backwards.
    const known = await trx
      .selectFrom('relations')
      .select(['id', 'customerId', 'inboxId'])
      .where((e) =>
        e.or([
          e.and([e('customerId', '=', customerId), e('otherId', '=', otherId)]),
          e.and([e('customerId', '=', otherId), e('otherId', '=', customerId)]),
        ]),
      )
      .forUpdate()
      .executeTakeFirst()
    if (known && !sees(by, known.inboxId)) throw notFound(say('customers.this.relation'))
    const words =
      known && known.customerId !== customerId
        ? { isTheirs: back, isBack: is }
        : { isTheirs: is, isBack: back }
    const id = known?.id ?? newId('relation')
    if (known) await trx.updateTable('relations').set(words).where('id', '=', id).execute()
    else
      await trx
        .insertInto('relations')
        .values({ id, customerId, otherId, inboxId, ...words, byId: teammateId(by) })
        .execute()
    await both(trx, by, [customerId, otherId], known?.inboxId ?? inboxId)
    await audit(trx, by, 'relation.kept', { kind: 'relation', id, inboxId }, { customerId, otherId })
  })
}

export async function unrelate(db: Db, by: Actor, customerId: string, id: string): Promise<void> {
  requireRole(by, 'teammate')
  await transaction(db, async (trx) => {
    await demandKnown(trx, by, customerId)
    const gone = await trx
      .deleteFrom('relations')
      .where('id', '=', id)
      .where((e) => e.or([e('customerId', '=', customerId), e('otherId', '=', customerId)]))
      .where(within(by, 'relations.inbox_id'))
      .returning(['customerId', 'otherId', 'inboxId'])
      .executeTakeFirst()
    if (!gone) throw notFound(say('customers.this.relation'))
    await both(trx, by, [gone.customerId, gone.otherId], gone.inboxId)
    await audit(trx, by, 'relation.taken-back', { kind: 'relation', id, inboxId: gone.inboxId })
  })
}

async function both(trx: Trx, by: Actor, ids: readonly string[], inboxId: string): Promise<void> {
  for (const customerId of ids) await recordEvent(trx, by, 'customer.changed', { customerId, inboxId }, {})
}
