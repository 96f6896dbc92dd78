import { type Actor, requireRole, tend } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { clockNow } from '#server/base/clock.ts'
import { conflict, invalid } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { text as say } from '#server/base/text.ts'
import { lockIfThere } from '#server/conversations/queries.ts'
import { assign } from '#server/conversations/state.ts'
import { demandKnown } from '#server/customers/queries.ts'
import { within } from '#server/customers/sight.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { demandOn } from '#server/team/practices.ts'
import { findTeammate } from '#server/team/queries.ts'
import { isAble, namedPersonOf, proposed, whoLooksAfter } from './queries.ts'
import './tables.ts'

/** "Make this Ana's customer"; null: nobody's. Two who press at once: the later one counts, and both stay on record. */
export async function namePerson(
  db: Db | Trx,
  by: Actor,
  customerId: string,
  to: string | null,
  since?: Date,
): Promise<void> {
  requireRole(by, 'teammate')
  await transaction(db, async (trx) => {
    await demandOn(trx, 'namedPerson')
    await demandKnown(trx, by, customerId)
    await trx.selectFrom('customers').select('id').where('id', '=', customerId).forUpdate().execute()
    if (to) await demandAbleFor(trx, by, customerId, to)
    const before = await namedPersonOf(trx, customerId)
    if ((before?.teammateId ?? null) === to) return
    const at = since ?? (await clockNow(trx))
    await endNow(trx, customerId, at)
    if (to)
      await trx
        .insertInto('namedPersons')
        .values({ customerId, teammateId: to, since: at, until: null, byId: by.id })
        .onConflict((c) =>
          // Named, taken back and named again within one tick of the clock: the last word is the one that stands.
          c.columns(['customerId', 'since']).doUpdateSet({ teammateId: to, until: null, byId: by.id }),
        )
        .execute()
    await tellAll(trx, by, customerId, { to, from: before?.teammateId ?? null })
    await audit(trx, by, 'person.named', { kind: 'customer', id: customerId }, { to })
  })
}

/** They must see an inbox through which the one who names them knows the customer. */
async function demandAbleFor(trx: Trx, by: Actor, customerId: string, to: string): Promise<void> {
  const teammate = await findTeammate(trx, to)
  if (!teammate || !isAble(teammate)) throw invalid('/teammateId', say('persons.notAble'))
  const inboxes = await trx
    .selectFrom('customerInboxes')
    .select('inboxId')
    .where('customerId', '=', customerId)
    .where(within(by, 'customer_inboxes.inbox_id'))
    .execute()
  if (!inboxes.some((one) => teammate.inboxIds.includes(one.inboxId)))
    throw invalid('/teammateId', say('persons.notSeen'))
}

const endNow = (trx: Trx, customerId: string, at: Date) =>
  trx
    .updateTable('namedPersons')
    .set({ until: at })
    .where('customerId', '=', customerId)
    .where('until', 'is', null)
    .execute()

/** Everybody who may know the customer hears of it, each through an inbox of their own. */
async function tellAll(
  trx: Trx,
  by: Actor,
  customerId: string,
  detail: { to: string | null; from: string | null },
): Promise<void> {
  const inboxes = await trx
    .selectFrom('customerInboxes')
    .select('inboxId')
    .where('customerId', '=', customerId)
    .execute()
  for (const { inboxId } of inboxes)
    await recordEvent(trx, by, 'person.named', { customerId, inboxId, teammateId: detail.to }, detail)
}

/** No to the proposal: it is not made again for this customer. */
export async function refuseProposal(db: Db, by: Actor, customerId: string): Promise<void> {
  requireRole(by, 'teammate')
  await transaction(db, async (trx) => {
    await demandOn(trx, 'namedPerson')
    await demandKnown(trx, by, customerId)
    const proposal = await proposed(trx, by, customerId)
    if (!proposal) throw conflict('nobody-proposed', say('persons.unproposed'))
    await trx
      .insertInto('personRefusals')
      .values({ customerId, teammateId: proposal.teammateId, byId: by.id })
      .onConflict((c) => c.doNothing())
      .execute()
    await tellAll(trx, by, customerId, { to: null, from: null })
  })
}

/**
 * A letter of theirs has come: it goes to their person, or to whoever stands in while they are away. What a colleague looks after
 * already stays with them. Safe to repeat.
 */
export async function preferTheirPerson(db: Db, conversationId: string): Promise<void> {
  await transaction(db, async (trx) => {
    const row = await lockIfThere(trx, conversationId)
    if (row?.status !== 'open') return
    const found = await whoLooksAfter(trx, row.customerId, row.inboxId)
    if (!found || (row.assigneeId !== null && row.assigneeId !== found.person.id)) return
    const takes = found.until ? found.standIn : found.person
    if (!takes || takes.id === row.assigneeId) return
    await assign(trx, tend, conversationId, takes.id)
    await recordEvent(
      trx,
      tend,
      'person.preferred',
      { inboxId: row.inboxId, conversationId, customerId: row.customerId, teammateId: takes.id },
      { to: takes.id, standsInFor: found.until ? found.person.id : null },
    )
  })
}

/** A teammate has left: their customers are nobody's, until somebody is named. Safe to repeat. */
export async function endForLeaver(db: Db, teammateId: string): Promise<void> {
  const gone = await findTeammate(db, teammateId)
  if (gone && isAble(gone)) return
  const theirs = await db
    .selectFrom('namedPersons')
    .select('customerId')
    .where('teammateId', '=', teammateId)
    .where('until', 'is', null)
    .execute()
  for (const { customerId } of theirs)
    await transaction(db, async (trx) => {
      await trx.selectFrom('customers').select('id').where('id', '=', customerId).forUpdate().execute()
      if ((await namedPersonOf(trx, customerId))?.teammateId !== teammateId) return
      await endNow(trx, customerId, await clockNow(trx))
      await tellAll(trx, tend, customerId, { to: null, from: teammateId })
    })
}
