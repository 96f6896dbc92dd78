import { sql } from 'kysely'
import type { House } from '#server/base/context.ts'
import type { JobKind } from '#server/base/jobs.ts'
import { enqueue } from '#server/base/jobs.ts'
import type { SystemLetter } from '#server/channels/email/systemMail.ts'
import type { Db, Trx } from '#server/database/database.ts'
import { mentionedIn } from '#server/notifications/mentions.ts'
import type { Sources } from '#server/notifications/notices.ts'
import { takeUrl } from '#server/oncall/taking.ts'

/** What notices are about, read across rooms for the room that words them. */
export const sourcesOfNotices = (
  house: Pick<House, 'url' | 'key'>,
  mail: JobKind<SystemLetter> | string,
): Sources => ({
  post: (trx, letter) => enqueue(trx, mail, letter),
  push: (trx, job) => enqueue(trx, 'push.bring', job),
  matter: async (trx, id, teammateId) => {
    const row = await trx
      .selectFrom('conversations')
      .innerJoin('customers', 'customers.id', 'conversations.customerId')
      .leftJoin('seen', (join) =>
        join.onRef('seen.conversationId', '=', 'conversations.id').on('seen.teammateId', '=', teammateId),
      )
      .leftJoin('presence', (join) =>
        join
          .onRef('presence.conversationId', '=', 'conversations.id')
          .on('presence.teammateId', '=', teammateId)
          // Somebody is there by the time of the machine, whatever the clock of the domain is set to.
          .on('presence.until', '>', sql<Date>`now()`),
      )
      .leftJoin('handovers', (join) =>
        join.onRef('handovers.conversationId', '=', 'conversations.id').on('handovers.state', '=', 'open'),
      )
      .select([
        'handovers.toId as handedToId',
        'conversations.inboxId',
        'subject',
        'conversations.demo',
        'name',
        'preferredName',
        'assigneeId',
        'status',
        'waitingSince',
        'targetAt',
        'seen.messageId as seenId',
        'presence.doing',
      ])
      .where('conversations.id', '=', id)
      .executeTakeFirst()
    return (
      row && {
        inboxId: row.inboxId,
        subject: row.subject,
        demo: row.demo,
        customer: row.preferredName || row.name,
        assigneeId: row.assigneeId,
        handedToId: row.handedToId,
        isWaiting: row.status === 'open' && row.waitingSince !== null,
        isClosed: row.status === 'closed',
        seenId: row.seenId,
        isLooking: row.doing !== null,
        targetAt: row.targetAt,
        ...(await calledNow(house, trx, id, teammateId)),
      }
    )
  },
  promise: (trx, id) =>
    trx
      .selectFrom('promises')
      .select(['what', 'due', 'state', 'makerId', 'handoverToId'])
      .where('id', '=', id)
      .executeTakeFirst(),
  dueBy: async (trx, teammateId, until) => {
    const rows = await trx
      .selectFrom('promises')
      .innerJoin('events', (join) =>
        join
          .onRef('events.promiseId', '=', 'promises.id')
          .onRef('events.conversationId', '=', 'promises.conversationId')
          .on('events.type', 'in', [
            'promise.made',
            'promise.renegotiated',
            'promise.moved-back',
            'promise.started',
          ]),
      )
      .select(['promises.id', 'promises.conversationId', sql<number>`max(events.seq)`.as('occasion')])
      .where('makerId', '=', teammateId)
      .where('state', '=', 'open')
      .where('due', '<=', until)
      .groupBy(['promises.id', 'promises.conversationId', 'due'])
      .orderBy('due')
      .limit(20)
      .execute()
    return rows.map(({ id, conversationId, occasion }) => ({
      kind: 'nudge' as const,
      conversationId,
      promiseId: id,
      messageId: null,
      occasion: Number(occasion),
    }))
  },
})

/** Who is called because a conversation cannot wait, and the address by which this teammate takes it. */
async function calledNow(house: Pick<House, 'url' | 'key'>, trx: Trx, id: string, teammateId: string) {
  const rows = await trx
    .selectFrom('urgents')
    .innerJoin('urgentCalls', 'urgentCalls.urgentId', 'urgents.id')
    .select(['urgents.id', 'urgentCalls.teammateId'])
    .where('urgents.conversationId', '=', id)
    .where('state', '=', 'calling')
    .execute()
  const mine = rows.find((row) => row.teammateId === teammateId)
  return {
    called: rows.map((row) => row.teammateId),
    takeUrl: mine ? takeUrl(house, mine.id, teammateId) : null,
  }
}

/** Whose conversation it is, where somebody writes again. */
export const assigneeOf = async (db: Db, conversationId: string): Promise<string | null> =>
  (
    await db
      .selectFrom('conversations')
      .select('assigneeId')
      .where('id', '=', conversationId)
      .executeTakeFirst()
  )?.assigneeId ?? null

/** Whom a note calls by name, without its writer. */
export async function mentionedInNote(db: Db, messageId: string): Promise<string[]> {
  const note = await db
    .selectFrom('messages')
    .select(['text', 'authorId', 'inboxId'])
    .where('id', '=', messageId)
    .executeTakeFirst()
  if (!note?.text.includes('@')) return []
  const team = await db.selectFrom('teammates').select(['id', 'name']).where('leftAt', 'is', null).execute()
  return mentionedIn(note.text, team).filter((id) => id !== note.authorId)
}
