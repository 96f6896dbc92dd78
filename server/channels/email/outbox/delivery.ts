import type { z } from 'zod'
import type { delivery as deliveryShape } from '#contract/conversations.ts'
import { tend } from '#server/base/actor.ts'
import { sqlNow } from '#server/base/clock.ts'
import { recordEvent } from '#server/base/events.ts'
import type { Db, Trx } from '#server/database/database.ts'
import '../tables.ts'

export type Delivery = z.input<typeof deliveryShape>

/** How each recipient of each message stands, and until when it may be taken back. */
export async function deliveryOf(
  db: Db | Trx,
  messageIds: readonly string[],
): Promise<Map<string, { deliveries: Delivery[]; undoUntil: string | null }>> {
  if (messageIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('outbox')
    .innerJoin('outboxRecipients', 'outboxRecipients.outboxId', 'outbox.id')
    .select([
      'outbox.messageId',
      'outbox.phase',
      'outbox.notBefore',
      'address',
      'state',
      'code',
      'detail',
      'at',
    ])
    .select((e) => e('outbox.notBefore', '>', sqlNow).as('held'))
    .where('outbox.messageId', 'in', [...messageIds])
    .orderBy('address')
    .execute()
  const byMessage = Map.groupBy(rows, (row) => row.messageId)
  return new Map(
    [...byMessage].map(([id, of]) => [
      id,
      {
        deliveries: of.map((row) => ({
          to: row.address,
          state:
            row.phase === 'queued' && row.held && row.state === 'waiting' ? ('held' as const) : row.state,
          code: row.code,
          detail: row.detail,
          at: row.at?.toISOString() ?? null,
        })),
        undoUntil: of[0]!.phase === 'queued' && of[0]!.held ? of[0]!.notBefore.toISOString() : null,
      },
    ]),
  )
}

/** A bounce says that some recipients never got one of ours. */
export async function markBounced(
  trx: Trx,
  messageId: string,
  bounce: { recipients: string[]; kind: string | null; reason: string | null } | null,
): Promise<void> {
  const outbox = await trx
    .selectFrom('outbox')
    .selectAll()
    .where('messageId', '=', messageId)
    .executeTakeFirst()
  if (!outbox) return
  let mark = trx
    .updateTable('outboxRecipients')
    .set({ state: 'bounced', detail: bounce?.reason ?? null, at: sqlNow })
    .where('outboxId', '=', outbox.id)
  const known = await trx
    .selectFrom('outboxRecipients')
    .select('address')
    .where('outboxId', '=', outbox.id)
    .execute()
  const named = known.map((row) => row.address).filter((address) => bounce?.recipients.includes(address))
  if (known.length > 1 && named.length) mark = mark.where('address', 'in', named)
  await mark.execute()
  await recordEvent(
    trx,
    tend,
    'mail.bounced',
    { inboxId: outbox.inboxId, conversationId: outbox.conversationId, messageId },
    { to: named, kind: bounce?.kind ?? null },
  )
}
