import type { House } from '#server/base/context.ts'
import { roadOfInbox } from '../mailboxes.ts'
import { keyOfRoad, type Road, roadOf } from './road.ts'

/** The way out of an inbox: its own mailbox's server, else TEND_OUTBOUND_SMTP, else none. */
export async function roadOut(house: House, inboxId: string): Promise<Road | null> {
  return (
    (await roadOfInbox(house, inboxId)) ??
    (house.config.outboundSmtp ? roadOf(house.config.outboundSmtp) : null)
  )
}

/**
 * The roads by which mail that is due can leave, each with its inboxes. What has no way out is not even claimed: it waits,
 * nothing is tried, nothing is lost.
 */
export async function roadsOut(
  house: House,
  due: readonly { inboxId: string; sample: boolean }[],
): Promise<{ road: Road; inboxIds: string[] }[]> {
  const roads = new Map<string, { road: Road; inboxIds: string[] }>()
  for (const { inboxId, sample } of due) {
    const road = sample
      ? null
      : await roadOut(house, inboxId).catch((error) => cannotGo(house, inboxId, error))
    if (!road) continue
    const known = roads.get(keyOfRoad(road))
    if (known) known.inboxIds.push(inboxId)
    else roads.set(keyOfRoad(road), { road, inboxIds: [inboxId] })
  }
  return [...roads.values()]
}

/** The provider's consent is gone, or the key to a password: only this inbox waits, and its mailbox says why. */
async function cannotGo(house: House, inboxId: string, error: unknown): Promise<null> {
  house.log.warn({ err: error, inboxId }, 'no way out for now')
  await house.db
    .updateTable('mailboxes')
    .set({ state: 'failing', says: (error as Error).message.slice(0, 500) })
    .where('inboxId', '=', inboxId)
    .where('removedAt', 'is', null)
    .where('state', '!=', 'failing')
    .execute()
  return null
}
