import { type RawBuilder, type Selectable, sql } from 'kysely'
import type { z } from 'zod'
import type { delivery as deliveryShape } from '#contract/conversations.ts'
import { tend } from '#server/base/actor.ts'
import { sqlNow } from '#server/base/clock.ts'
import { recordEvent } from '#server/base/events.ts'
import { text as say } from '#server/base/text.ts'
import type { Db, Trx } from '#server/database/database.ts'
import type { OutboxRecipientsTable, OutboxTable } from '../tables.ts'
import { finishMailTasks } from '../tasks.ts'
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
  return standing(rows)
}

type Standing = Omit<Selectable<OutboxRecipientsTable>, 'outboxId'> &
  Pick<Selectable<OutboxTable>, 'messageId' | 'phase' | 'notBefore'> & { held: unknown }

/** The same for a statement that reads more, as JSON: of all messages that `messageIds` selects. */
export const deliveriesIn = (messageIds: RawBuilder<unknown>) => sql`(select json_agg(json_build_object(
    'messageId', o.message_id, 'phase', o.phase, 'notBefore', o.not_before, 'held', o.not_before > clock_now(),
    'address', r.address, 'state', r.state, 'code', r.code, 'detail', r.detail, 'at', r.at) order by r.address)
  from outbox o join outbox_recipients r on r.outbox_id = o.id where o.message_id in (${messageIds}))`

export type StandingIn = Omit<Standing, 'notBefore' | 'at'> & { notBefore: string; at: string | null }

export const deliveryIn = (rows: readonly StandingIn[] | null) =>
  standing(
    (rows ?? []).map((row) => ({
      ...row,
      notBefore: new Date(row.notBefore),
      at: row.at ? new Date(row.at) : null,
    })),
  )

function standing(
  rows: readonly Standing[],
): Map<string, { deliveries: Delivery[]; undoUntil: string | null }> {
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

/**
 * A bounce says that some recipients never got one of ours. Where it names none of them, it is about the only one there is,
 * or about nobody in particular: then a person looks at it.
 */
export async function markBounced(
  trx: Trx,
  messageId: string,
  bounce: { recipients: string[]; kind: string | null; reason: string | null } | null,
): Promise<void> {
  const outbox = await trx
    .selectFrom('outbox')
    .selectAll()
    .where('messageId', '=', messageId)
    .forUpdate()
    .executeTakeFirst()
  if (!outbox) return
  const known = await trx
    .selectFrom('outboxRecipients')
    .select('address')
    .where('outboxId', '=', outbox.id)
    .execute()
  const named = bounce?.recipients.map((address) => address.toLowerCase()) ?? []
  const about =
    known.length === 1
      ? known.map((row) => row.address)
      : known.map((row) => row.address).filter((address) => named.includes(address.toLowerCase()))
  if (about.length)
    await trx
      .updateTable('outboxRecipients')
      .set({ state: 'bounced', detail: bounce?.reason ?? null, at: sqlNow })
      .where('outboxId', '=', outbox.id)
      .where('address', 'in', about)
      // What has not left yet has not come back either.
      .where('state', 'in', ['accepted', 'unknown', 'bounced'])
      .execute()
  await trx
    .updateTable('outbox')
    .set({ phase: 'done', doneAt: sqlNow })
    .where('id', '=', outbox.id)
    .where('phase', 'in', ['unknown', 'parked'])
    .execute()
  await recordEvent(
    trx,
    tend,
    'mail.bounced',
    { inboxId: outbox.inboxId, conversationId: outbox.conversationId, messageId },
    { to: about, kind: bounce?.kind ?? null },
  )
}

/** Letters of ours whose fate was not known are known to have arrived: they came back, or somebody refers to them. */
export async function noteProof(trx: Trx, messageIdHeaders: readonly (string | null)[]): Promise<void> {
  const ids = messageIdHeaders.filter((id): id is string => id !== null)
  if (ids.length === 0) return
  const proven = await trx
    .updateTable('outbox')
    .set({ phase: 'done', doneAt: sqlNow })
    .where('messageIdHeader', 'in', ids)
    .where('phase', 'in', ['unknown', 'parked'])
    .returningAll()
    .execute()
  for (const outbox of proven) {
    const sure = await trx
      .updateTable('outboxRecipients')
      .set({ state: 'accepted', detail: say('email.proof'), at: sqlNow })
      .where('outboxId', '=', outbox.id)
      .where('state', '=', 'unknown')
      .returning('address')
      .execute()
    await recordEvent(
      trx,
      tend,
      'mail.accepted',
      { inboxId: outbox.inboxId, conversationId: outbox.conversationId, messageId: outbox.messageId },
      { to: sure.map((row) => row.address) },
    )
    await finishMailTasks(trx, { messageId: outbox.messageId, kinds: ['unknown'] })
  }
}
