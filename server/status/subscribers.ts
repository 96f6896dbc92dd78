import { createHmac, timingSafeEqual } from 'node:crypto'
import { type IdKind, idPrefixes } from '#contract/common.ts'
import { tend } from '#server/base/actor.ts'
import { clockNow, sqlNow } from '#server/base/clock.ts'
import type { House } from '#server/base/context.ts'
import { recordEvent } from '#server/base/events.ts'
import { newId } from '#server/base/ids.ts'
import type { TextLanguage } from '#server/base/text.ts'
import { type Db, transaction } from '#server/database/database.ts'
import './tables.ts'

// Who hears by mail. Nobody is asked whether an address is on the list, so nothing here answers that.

/** A link that only whoever reads the mailbox has; nothing of it lies in the database. */
type Purpose = 'confirm' | 'leave'
const kind: IdKind = 'subscriber'

const seal = (house: Pick<House, 'key'>, purpose: Purpose, id: string): string =>
  createHmac('sha256', house.key)
    .update(`status-${purpose}|${id}`)
    .digest()
    .subarray(0, 18)
    .toString('base64url')

export const linkOf = (house: Pick<House, 'key' | 'url'>, purpose: Purpose, id: string): string =>
  `${house.url}/status/${purpose}/${id}.${seal(house, purpose, id)}`

/** Whose link it is; null for one that we never made. */
export function readToken(house: Pick<House, 'key'>, purpose: Purpose, token: string): string | null {
  const [id, given] = token.split('.')
  if (!id?.startsWith(`${idPrefixes[kind]}_`) || !given) return null
  const [one, other] = [Buffer.from(given), Buffer.from(seal(house, purpose, id))]
  return one.length === other.length && timingSafeEqual(one, other) ? id : null
}

/** Somebody wants to hear, or somebody else wants them to: a letter asks them. Who hears already gets the same letter. */
export async function askToHear(
  db: Db,
  { address, language }: { address: string; language: TextLanguage },
): Promise<void> {
  await transaction(db, async (trx) => {
    const { id } = await trx
      .insertInto('statusSubscribers')
      .values({ id: newId(kind), address, language })
      // Asked anew the two days begin anew; the language of whoever hears already is theirs to change, not a stranger's.
      .onConflict((c) =>
        c.column('address').doUpdateSet((e) => ({
          askedAt: sqlNow,
          language: e
            .case()
            .when('statusSubscribers.confirmedAt', 'is', null)
            .then(e.ref('excluded.language'))
            .else(e.ref('statusSubscribers.language'))
            .end(),
        })),
      )
      .returning('id')
      .executeTakeFirstOrThrow()
    await recordEvent(trx, tend, 'status.asked', {}, { subscriberId: id })
  })
}

/** From now on they hear; false where the letter lay too long. Pressed twice is once. */
export async function confirmHearing(db: Db, id: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('statusSubscribers')
    .set((e) => ({ confirmedAt: e.fn.coalesce('confirmedAt', sqlNow) }))
    .where('id', '=', id)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** They hear nothing more, and nothing of them is kept. */
export async function stopHearing(db: Db, id: string): Promise<void> {
  await transaction(db, async (trx) => {
    await trx.deleteFrom('statusSubscribers').where('id', '=', id).execute()
    await trx.deleteFrom('statusDeliveries').where('toId', '=', id).execute()
  })
}

const patience = 2 * 86_400_000

/** Whoever did not say so from their mailbox never asked. */
export async function forgetUnconfirmed(db: Db): Promise<void> {
  const now = await clockNow(db)
  await db
    .deleteFrom('statusSubscribers')
    .where('confirmedAt', 'is', null)
    .where('askedAt', '<', new Date(now.getTime() - patience))
    .execute()
}
