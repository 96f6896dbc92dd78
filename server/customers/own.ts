import { sql } from 'kysely'
import type { CustomerActor } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { sqlNow } from '#server/base/clock.ts'
import { recordEvent } from '#server/base/events.ts'
import type { Db, Trx } from '#server/database/database.ts'
import { cleanPersonName } from './customer.ts'
import './tables.ts'

/** What somebody may correct of what we know of them: everything but the addresses by which we know that it is them. */
export interface OwnCard {
  name: string
  preferredName: string | null
  sayIt: string | null
  pronouns: string | null
  language: string | null
  formality: 'formal' | 'informal' | null
  accessNeeds: string | null
  pleaseDont: string[]
  noCirculars: boolean
}

export const mostWishes = 12
const longestWish = 200

/** A wish is a line: what is empty is none, what is said twice is one. */
export const cleanWishes = (lines: readonly string[]): string[] =>
  [...new Set(lines.map((line) => cleanPersonName(line)?.slice(0, longestWish) ?? '').filter(Boolean))].slice(
    0,
    mostWishes,
  )

/** Asked again is asked since the first time. */
export const askedSince = (asked: boolean) =>
  asked ? sql<Date>`coalesce(no_circulars_at, clock_now())` : null

export async function wishesOf(db: Db | Trx, customerId: string): Promise<string[]> {
  const row = await db
    .selectFrom('customers')
    .select('pleaseDont')
    .where('id', '=', customerId)
    .executeTakeFirst()
  return row?.pleaseDont ?? []
}

/** They corrected their own card. Gives the fields that are other than before; a name that is empty stays. */
export async function correctOwnCard(trx: Trx, by: CustomerActor, card: OwnCard): Promise<string[]> {
  const before = await trx
    .selectFrom('customers')
    .selectAll()
    .where('id', '=', by.id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const short = (text: string | null, most: number) => cleanPersonName(text)?.slice(0, most) ?? null
  const clean: OwnCard = {
    name: cleanPersonName(card.name) ?? before.name,
    preferredName: short(card.preferredName, 100),
    sayIt: short(card.sayIt, 100),
    pronouns: short(card.pronouns, 40),
    language: short(card.language, 35),
    formality: card.formality,
    accessNeeds: card.accessNeeds?.trim().slice(0, 500) || null,
    pleaseDont: cleanWishes(card.pleaseDont),
    noCirculars: card.noCirculars,
  }
  const known = { ...before, noCirculars: before.noCircularsAt !== null }
  const changed = (Object.keys(clean) as (keyof OwnCard)[]).filter(
    (field) => JSON.stringify(clean[field]) !== JSON.stringify(known[field]),
  )
  if (changed.length === 0) return []
  const { noCirculars, ...fields } = clean
  await trx
    .updateTable('customers')
    .set({
      ...fields,
      pleaseDont: JSON.stringify(clean.pleaseDont),
      noCircularsAt: askedSince(noCirculars),
      updatedAt: sqlNow,
    })
    .where('id', '=', by.id)
    .execute()
  await tellInboxes(trx, by)
  await audit(trx, by, 'customer.corrected-own', { kind: 'customer', id: by.id }, { fields: changed })
  return changed
}

/** They want a fact forgotten: its words are gone, in whatever inbox it was learned. False where it is none of theirs. */
export async function forgetOwnFact(trx: Trx, by: CustomerActor, factId: string): Promise<boolean> {
  const gone = await trx
    .updateTable('customerFacts')
    .set({ text: '', forgottenAt: sqlNow })
    .where('id', '=', factId)
    .where('customerId', '=', by.id)
    .where('forgottenAt', 'is', null)
    .returning('inboxId')
    .executeTakeFirst()
  if (!gone) return false
  await recordEvent(trx, by, 'customer.changed', { customerId: by.id, inboxId: gone.inboxId }, {})
  await audit(trx, by, 'fact.forgotten', { kind: 'fact', id: factId, inboxId: gone.inboxId })
  return true
}

/** Everybody who may know them hears of it, each through an inbox of their own. */
async function tellInboxes(trx: Trx, by: CustomerActor): Promise<void> {
  const inboxes = await trx
    .selectFrom('customerInboxes')
    .select('inboxId')
    .where('customerId', '=', by.id)
    .execute()
  for (const { inboxId } of inboxes)
    await recordEvent(trx, by, 'customer.changed', { customerId: by.id, inboxId }, {})
}
