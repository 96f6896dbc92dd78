import type { Selectable } from 'kysely'
import { type Actor, teammateId } from '#server/base/actor.ts'
import { clockNow } from '#server/base/clock.ts'
import { invalid } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { text as say } from '#server/base/text.ts'
import { gistOf } from '#server/conversations/conversation.ts'
import { openConversation } from '#server/conversations/receive.ts'
import { findOrAddCustomer, noteSeen } from '#server/customers/actions.ts'
import { customerById } from '#server/customers/queries.ts'
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
    .select('customerId')
    .where('matterId', '=', matter.id)
    .where('customerId', '=', customerId)
    .executeTakeFirst()
  if (listed) return
  const conversationId = person.conversationId
    ? await theirs(trx, matter, customerId, person.conversationId, pointer)
    : ((await alreadyAsking(trx, matter, customerId)) ?? (await open(trx, by, matter, customerId)))
  await trx
    .insertInto('matterPeople')
    .values({ matterId: matter.id, customerId, inboxId: matter.inboxId, conversationId })
    .execute()
  await recordEvent(
    trx,
    by,
    'matter.concerns',
    { inboxId: matter.inboxId, customerId, conversationId },
    { matterId: matter.id },
  )
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

/** They were quicker than the event: what they wrote since then, and nobody has answered, is where they are told. */
async function alreadyAsking(trx: Trx, matter: MatterRow, customerId: string): Promise<string | null> {
  const row = await trx
    .selectFrom('conversations')
    .select('id')
    .where('customerId', '=', customerId)
    .where('inboxId', '=', matter.inboxId)
    .where('status', '=', 'open')
    .where('waitingSince', '>=', matter.happenedAt)
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
    gist: gistOf(say('matters.gist', { title: matter.title })),
    channel: 'api',
    at: await clockNow(trx),
    requester: { name: customer.name, email: customer.address },
    assigneeId: theirs?.id ?? mine,
    demo: matter.demo,
  })
  return id
}
