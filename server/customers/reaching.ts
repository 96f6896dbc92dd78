import { type Actor, sees } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { sqlNow } from '#server/base/clock.ts'
import { recordEvent } from '#server/base/events.ts'
import type { Trx } from '#server/database/database.ts'
import { isTimeZone } from './customer.ts'
import './tables.ts'

/** E.164: fifteen digits at most; fewer than six reach nobody from outside. */
const fewest = 6
const most = 15

/**
 * A number as somebody writes it, tidied; null where nobody could ring it: letters in it, too few digits or too many. Which numbers
 * a country has is not judged: a wrong guess would turn a customer away from their own number.
 */
export function readPhone(given: string): string | null {
  const tidy = given
    .normalize('NFKC')
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  if (!/^\+?[\d ()/.\u2010-\u2015-]+(?:(?:ext\.?|x|#) ?\d{1,6})?$/i.test(tidy)) return null
  const digits = tidy.replace(/(?:ext\.?|x|#).*$/i, '').replace(/\D/g, '')
  return digits.length >= fewest && digits.length <= most ? tidy : null
}

const sameNumber = (phone: string) => phone.replace(/[^\d+]/g, '').replace(/^00/, '+')

/** They can be reached at this number from now on. One that is on a card already, theirs or somebody's, is left as it is. */
export async function keepPhone(
  trx: Trx,
  by: Actor,
  { customerId, inboxId, phone }: { customerId: string; inboxId: string; phone: string },
): Promise<void> {
  if (!sees(by, inboxId)) return
  const known = await trx
    .selectFrom('customerAddresses')
    .select('address')
    .where('customerId', '=', customerId)
    .where('kind', '=', 'phone')
    .execute()
  if (known.some(({ address }) => sameNumber(address) === sameNumber(phone))) return
  const added = await trx
    .insertInto('customerAddresses')
    .values({ customerId, kind: 'phone', address: phone })
    .onConflict((c) => c.doNothing())
    .returning('address')
    .executeTakeFirst()
  if (!added) return
  await recordEvent(trx, by, 'customer.changed', { customerId, inboxId }, {})
  await audit(
    trx,
    by,
    'customer.changed',
    { kind: 'customer', id: customerId, inboxId },
    { fields: ['phones'] },
  )
}

/** Where their clock stands, as they say it themselves. */
export async function keepTimeZone(
  trx: Trx,
  by: Actor,
  { customerId, inboxId, timeZone }: { customerId: string; inboxId: string; timeZone: string },
): Promise<void> {
  if (!isTimeZone(timeZone) || !sees(by, inboxId)) return
  await trx
    .updateTable('customers')
    .set({ timeZone, updatedAt: sqlNow })
    .where('id', '=', customerId)
    .execute()
  await recordEvent(trx, by, 'customer.changed', { customerId, inboxId }, {})
  await audit(
    trx,
    by,
    'customer.changed',
    { kind: 'customer', id: customerId, inboxId },
    { fields: ['timeZone'] },
  )
}
