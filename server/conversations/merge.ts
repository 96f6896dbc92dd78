import { sql } from 'kysely'
import { type Actor, requireRole, teammateId } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { clockNow } from '#server/base/clock.ts'
import { conflict, invalid } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { newId, newSecret } from '#server/base/ids.ts'
import { text as say } from '#server/base/text.ts'
import type { Trx } from '#server/database/database.ts'
import { absorb, type Moved } from './absorb.ts'
import type { ConversationRow } from './conversation.ts'
import { demandCanJoin } from './joining.ts'
import { lockConversation } from './queries.ts'
import { howItStood } from './wasApart.ts'
import './tables.ts'

/** So long two conversations can be parted again. */
const days = 30

export interface Merged extends Moved {
  mergeId: string
  until: Date
}

/**
 * Two conversations become one: `fromId` goes into `id`, whose person, subject and inbox stay. Where they are two people's,
 * only with `differentPerson`: from then on both get our answers.
 */
export async function mergeIn(
  trx: Trx,
  by: Actor,
  id: string,
  { fromId, differentPerson }: { fromId: string; differentPerson: boolean },
): Promise<Merged> {
  requireRole(by, 'teammate')
  if (fromId === id) throw invalid('/conversationId', say('conversations.merge.itself'))
  // The older one first, as everybody locks them, so that two verbs never wait for each other.
  const locked = new Map<string, ConversationRow>()
  for (const one of [id, fromId].sort()) locked.set(one, await lockConversation(trx, by, one))
  const [home, row] = [locked.get(id)!, locked.get(fromId)!]
  demandCanJoin(home, row)
  const isOther = home.customerId !== row.customerId
  const [theirs, mine] = [await nameOf(trx, row.customerId), await nameOf(trx, home.customerId)]
  if (isOther && !differentPerson)
    throw conflict('different-person', say('conversations.merge.different', { theirs, mine }))
  const was = await howItStood(trx, row, home)
  // A link opens the whole conversation: whoever was given one to theirs alone does not read somebody else's.
  const moved = await absorb(trx, home, row, isOther ? newSecret() : row.pageKey)
  const mergeId = newId('merge')
  const at = await clockNow(trx)
  const until = new Date(at.getTime() + days * 86_400_000)
  await trx
    .insertInto('merges')
    .values({
      id: mergeId,
      conversationId: id,
      fromId,
      inboxId: row.inboxId,
      customerId: row.customerId,
      subject: row.subject,
      was: JSON.stringify(was),
      byId: teammateId(by),
      byName: by.name,
      at,
      until,
      undoneAt: null,
      undoneBy: null,
    })
    .execute()
  const about = { inboxId: home.inboxId, customerId: home.customerId, conversationId: id }
  await recordEvent(trx, by, 'conversation.merged', about, {
    other: fromId,
    subject: row.subject,
    mergeId,
    person: isOther ? theirs : null,
  })
  await recordEvent(
    trx,
    by,
    'conversation.gone',
    { ...about, customerId: row.customerId, conversationId: fromId },
    { into: id },
  )
  await audit(
    trx,
    by,
    'conversation.merged',
    { kind: 'conversation', id, inboxId: home.inboxId },
    { from: fromId, differentPerson: isOther },
  )
  return { ...moved, mergeId, until }
}

const nameOf = async (trx: Trx, customerId: string): Promise<string> => {
  const row = await trx
    .selectFrom('customers')
    .select(['name', 'preferredName'])
    .where('id', '=', customerId)
    .executeTakeFirst()
  return row?.preferredName || row?.name || '?'
}

/** Notes what the rooms above took along, so that it finds the way back. */
export async function noteTaken(trx: Trx, mergeId: string, above: Record<string, string[]>): Promise<void> {
  await sql`update merges set was = jsonb_set(was, '{above}', ${JSON.stringify(above)}::jsonb) where id = ${mergeId}`.execute(
    trx,
  )
}
