import { sql } from 'kysely'
import { type Actor, teammateId, tend } from '#server/base/actor.ts'
import { forgetEvents, recordEvent } from '#server/base/events.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { type Places, question } from '#server/database/statement.ts'
import { conversationById } from './queries.ts'
import './tables.ts'

/** Somebody who says nothing for 15 seconds is gone. */
const lasts = sql<Date>`now() + interval '15 seconds'`

/** I am looking, or typing, and have read what stands there. Others hear of it only when it changes. */
export async function noticePresence(
  db: Db,
  by: Actor,
  conversationId: string,
  doing: 'looking' | 'typing' | 'gone',
): Promise<void> {
  const me = teammateId(by)
  const conversation = await conversationById(db, by, conversationId)
  if (!me) return
  await transaction(db, async (trx) => {
    const before = await trx
      .selectFrom('presence')
      .select('doing')
      .where('conversationId', '=', conversationId)
      .where('teammateId', '=', me)
      .where('until', '>', sql<Date>`now()`)
      .executeTakeFirst()
    if (doing === 'gone')
      await trx
        .deleteFrom('presence')
        .where('conversationId', '=', conversationId)
        .where('teammateId', '=', me)
        .execute()
    else
      await trx
        .insertInto('presence')
        .values({ conversationId, inboxId: conversation.inboxId, teammateId: me, doing, until: lasts })
        .onConflict((c) => c.columns(['conversationId', 'teammateId']).doUpdateSet({ doing, until: lasts }))
        .execute()
    if (doing !== 'gone') {
      const { newest } = await trx
        .selectFrom('messages')
        .select((e) => e.fn.max('id').as('newest'))
        .where('conversationId', '=', conversationId)
        .executeTakeFirstOrThrow()
      if (newest) await noteSeenMessage(trx, by, conversationId, newest)
    }
    if ((before?.doing ?? 'gone') !== doing)
      await recordEvent(
        trx,
        by,
        'presence.changed',
        { inboxId: conversation.inboxId, conversationId, teammateId: me },
        { doing },
      )
  })
}

/** Tells of those whose window closed without a word, and forgets the events of comings and goings, which nobody reads twice. */
export async function sweepPresence(db: Db): Promise<void> {
  await transaction(db, async (trx) => {
    const gone = await trx
      .deleteFrom('presence')
      .where('until', '<', sql<Date>`now()`)
      .returning(['conversationId', 'inboxId', 'teammateId'])
      .execute()
    for (const subjects of gone) await recordEvent(trx, tend, 'presence.changed', subjects, { doing: 'gone' })
  })
  await forgetEvents(db, 'presence.changed', 10)
}

/** I have read up to here. */
export async function noteSeenMessage(
  db: Db | Trx,
  by: Actor,
  conversationId: string,
  messageId: string,
): Promise<void> {
  const me = teammateId(by)
  if (!me) return
  await noteSeen(db, { conversationId, teammateId: me, messageId }).execute()
}

const noteSeen = question(
  (db, place: Places<{ conversationId: string; teammateId: string; messageId: string }>) =>
    db
      .insertInto('seen')
      .values({
        conversationId: place('conversationId'),
        teammateId: place('teammateId'),
        messageId: place('messageId'),
      })
      .onConflict((c) =>
        c
          .columns(['teammateId', 'conversationId'])
          .doUpdateSet({ messageId: place('messageId') })
          .where('seen.messageId', '<', place('messageId')),
      ),
)
