import type { Selectable } from 'kysely'
import { type Actor, teammateId } from '#server/base/actor.ts'
import { clockNow } from '#server/base/clock.ts'
import { invalid } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { inHouse } from '#server/base/spoken.ts'
import { text as say } from '#server/base/text.ts'
import { gistOf } from '#server/conversations/conversation.ts'
import { lockConversation } from '#server/conversations/queries.ts'
import { openConversation } from '#server/conversations/receive.ts'
import { close } from '#server/conversations/state.ts'
import { findOrAddCustomer, noteSeen, personAt } from '#server/customers/actions.ts'
import { customerById, isKnown } from '#server/customers/queries.ts'
import type { Trx } from '#server/database/database.ts'
import { whoLooksAfter } from '#server/persons/queries.ts'
import type { MattersTable } from './tables.ts'

type MatterRow = Selectable<MattersTable>

export interface Person {
  customerId?: string
  email?: string
  name?: string
  conversationId?: string
}

/** A matter concerns somebody: they are on its list, with the conversation in which they are told. Twice is once. */
export async function concern(
  trx: Trx,
  by: Actor,
  matter: MatterRow,
  person: Person,
  pointer: string,
): Promise<void> {
  const customerId = await whom(trx, by, matter, person, pointer)
  const listed = await trx
    .selectFrom('matterPeople')
    .select('conversationId')
    .where('matterId', '=', matter.id)
    .where('customerId', '=', customerId)
    .executeTakeFirst()
  if (listed) {
    if (person.conversationId && person.conversationId !== listed.conversationId)
      await tellThere(trx, by, matter, customerId, listed.conversationId, person.conversationId, pointer)
    return
  }
  const conversationId = person.conversationId
    ? await theirs(trx, matter, customerId, person.conversationId, pointer)
    : ((await alreadyAsking(trx, matter, customerId)) ?? (await open(trx, by, matter, customerId)))
  await trx
    .insertInto('matterPeople')
    .values({ matterId: matter.id, customerId, inboxId: matter.inboxId, conversationId })
    .execute()
  await recordConcern(trx, by, matter, customerId, conversationId)
}

const recordConcern = (
  trx: Trx,
  by: Actor,
  matter: MatterRow,
  customerId: string,
  conversationId: string | null,
) =>
  recordEvent(
    trx,
    by,
    'matter.concerns',
    { inboxId: matter.inboxId, customerId, conversationId },
    { matterId: matter.id },
  )

/** They asked about it elsewhere before they were told: they are told there, and what was opened only to write to them is not needed. */
async function tellThere(
  trx: Trx,
  by: Actor,
  matter: MatterRow,
  customerId: string,
  from: string | null,
  to: string,
  pointer: string,
): Promise<void> {
  const conversationId = await theirs(trx, matter, customerId, to, pointer)
  const told = await trx
    .selectFrom('matterTellings')
    .select('news')
    .where('matterId', '=', matter.id)
    .where('customerId', '=', customerId)
    .executeTakeFirst()
  if (told) return
  await trx
    .updateTable('matterPeople')
    .set({ conversationId })
    .where('matterId', '=', matter.id)
    .where('customerId', '=', customerId)
    .execute()
  await recordConcern(trx, by, matter, customerId, conversationId)
  if (from) await closeIfEmpty(trx, by, from)
}

/** It was opened only for a letter that is not written any more: nobody need look at it. */
export async function closeIfEmpty(trx: Trx, by: Actor, conversationId: string): Promise<void> {
  const row = await lockConversation(trx, by, conversationId)
  if (row.status === 'open' && row.lastMessageId === null)
    await close(trx, by, conversationId, 'nothing-more')
}

async function whom(
  trx: Trx,
  by: Actor,
  matter: MatterRow,
  { customerId, email, name }: Person,
  pointer: string,
): Promise<string> {
  if (customerId) return (await customerById(trx, by, customerId)).id
  if (!email) throw invalid(`${pointer}/email`, say('matters.nobody'))
  // An address is no key to somebody whom only other inboxes know.
  const known = await personAt(trx, email.toLowerCase())
  if (known && !(await isKnown(trx, by, known.id))) throw invalid(`${pointer}/email`, say('matters.others'))
  const found = await findOrAddCustomer(trx, by, { name: name || null, email, inboxId: matter.inboxId })
  return found.id
}

async function theirs(
  trx: Trx,
  matter: MatterRow,
  customerId: string,
  conversationId: string,
  pointer: string,
): Promise<string> {
  const row = await trx
    .selectFrom('conversations')
    .select('id')
    .where('id', '=', conversationId)
    .where('customerId', '=', customerId)
    .where('inboxId', '=', matter.inboxId)
    .executeTakeFirst()
  if (!row) throw invalid(`${pointer}/conversationId`, say('matters.notTheirs'))
  return row.id
}

/**
 * They were quicker than the event: what they wrote since then, and nobody has answered, is where they are told. One letter asks about
 * one matter: where another is told already, this one is not what they asked about.
 */
async function alreadyAsking(trx: Trx, matter: MatterRow, customerId: string): Promise<string | null> {
  const row = await trx
    .selectFrom('conversations')
    .select('id')
    .where('customerId', '=', customerId)
    .where('inboxId', '=', matter.inboxId)
    .where('status', '=', 'open')
    .where('waitingSince', '>=', matter.happenedAt)
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('matterPeople')
            .select('matterId')
            .whereRef('matterPeople.conversationId', '=', 'conversations.id'),
        ),
      ),
    )
    .orderBy('waitingSince')
    .limit(1)
    .executeTakeFirst()
  return row?.id ?? null
}

/** A conversation before they write: with their person, or whoever stands in. Null for somebody without an address. */
async function open(trx: Trx, by: Actor, matter: MatterRow, customerId: string): Promise<string | null> {
  const customer = await trx
    .selectFrom('customers')
    .innerJoin('customerAddresses', 'customerAddresses.customerId', 'customers.id')
    .select(['customers.name', 'address'])
    .where('customers.id', '=', customerId)
    .where('kind', '=', 'email')
    .orderBy('customerAddresses.createdAt')
    .limit(1)
    .executeTakeFirst()
  if (!customer) return null
  const found = await whoLooksAfter(trx, customerId, matter.inboxId)
  const theirs = found && (found.until ? found.standIn : found.person)
  const mine = by.kind === 'teammate' && by.via === 'session' ? teammateId(by) : null
  await noteSeen(trx, customerId, matter.inboxId)
  const { id } = await openConversation(trx, by, {
    inboxId: matter.inboxId,
    customerId,
    subject: matter.title,
    gist: gistOf(say('matters.gist', { title: matter.title }, inHouse())),
    channel: 'api',
    at: await clockNow(trx),
    requester: { name: customer.name, email: customer.address },
    assigneeId: theirs?.id ?? mine,
    demo: matter.demo,
  })
  return id
}
