import { sql } from 'kysely'
import { type Actor, requireRole } from '#server/base/actor.ts'
import { clockNow } from '#server/base/clock.ts'
import { conflict, invalid, notFound } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { text as say } from '#server/base/text.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { demandOn } from '#server/team/practices.ts'
import { lockMatter } from './actions.ts'
import { closeIfEmpty } from './concern.ts'
import { theyWroteAfter } from './people.ts'
import './tables.ts'

/** Who is to be told, held until the transaction ends; refused where these words tell less than is known, or nothing new. */
export async function lockUntold(
  trx: Trx,
  by: Actor,
  matterId: string,
  customerId: string,
  news: number,
): Promise<{ inboxId: string; conversationId: string | null }> {
  await demandOn(trx, 'matters')
  const matter = await lockMatter(trx, by, matterId)
  const person = await trx
    .selectFrom('matterPeople')
    .selectAll()
    .where('matterId', '=', matterId)
    .where('customerId', '=', customerId)
    .executeTakeFirst()
  if (!person) throw notFound(say('matters.person'))
  const { rows } = await sql<{ latest: number; heard: number }>`
    select (select coalesce(max(position), 0) from matter_news where matter_id = ${matterId})::int as latest,
      (select coalesce(max(news), 0) from matter_tellings where matter_id = ${matterId} and customer_id = ${customerId})::int as heard`.execute(
    trx,
  )
  const { latest, heard } = rows[0]!
  if (latest === 0) throw conflict('nothing-new', say('matters.nothingNew'))
  if (news < latest) throw conflict('newer-news', say('matters.newerNews'))
  if (heard >= latest) throw conflict('knows-already', say('matters.knows'))
  return { inboxId: matter.inboxId, conversationId: person.conversationId }
}

export interface Telling {
  matterId: string
  customerId: string
  news: number
  how: 'letter' | 'aloud' | 'not-needed'
  messageId?: string
  because?: string
}

/** They know; the first time it is kept whether we wrote before they did. The caller holds the matter. */
export async function markTold(trx: Trx, by: Actor, telling: Telling): Promise<void> {
  const { matterId, customerId, news, how } = telling
  const before = await trx
    .selectFrom('matterTellings')
    .select('news')
    .where('matterId', '=', matterId)
    .where('customerId', '=', customerId)
    .executeTakeFirst()
  const { rows } = await sql<{ inboxId: string; conversationId: string | null; wrote: boolean }>`
    select m.inbox_id, p.conversation_id, w.at is not null as wrote
    from matters m join matter_people p on p.matter_id = m.id and p.customer_id = ${customerId}
    left join lateral (${theyWroteAfter}) w on true
    where m.id = ${matterId}`.execute(trx)
  const { inboxId, conversationId, wrote } = rows[0]!
  const first = before || how === 'not-needed' ? null : !wrote
  await trx
    .insertInto('matterTellings')
    .values({
      matterId,
      customerId,
      news,
      how,
      messageId: telling.messageId ?? null,
      because: telling.because || null,
      first,
      at: await clockNow(trx),
      byId: by.id,
      byName: by.kind === 'system' ? null : by.name,
    })
    .execute()
  await recordEvent(
    trx,
    by,
    'matter.told',
    { inboxId, customerId, conversationId, messageId: telling.messageId ?? null },
    { matterId, news, how, first },
  )
}

/** Told on the phone or in person, or need not be told, with the reason. */
export async function tellOtherwise(
  db: Db | Trx,
  by: Actor,
  matterId: string,
  customerId: string,
  told: { how: 'aloud' | 'not-needed'; news: number; because?: string },
): Promise<void> {
  requireRole(by, 'teammate')
  await transaction(db, async (trx) => {
    if (told.how === 'not-needed' && !told.because) throw invalid('/because', say('matters.because'))
    const { conversationId } = await lockUntold(trx, by, matterId, customerId, told.news)
    await markTold(trx, by, { matterId, customerId, ...told })
    if (conversationId) await closeIfEmpty(trx, by, conversationId)
  })
}

/** The letter that told them was taken back before it left: they do not know. Safe to repeat. */
export async function untell(db: Db, by: Actor, messageId: string): Promise<void> {
  await transaction(db, async (trx) => {
    const gone = await trx
      .deleteFrom('matterTellings')
      .where('messageId', '=', messageId)
      .returning(['matterId', 'customerId'])
      .execute()
    for (const { matterId, customerId } of gone) {
      const row = await trx
        .selectFrom('matterPeople')
        .select(['inboxId', 'conversationId'])
        .where('matterId', '=', matterId)
        .where('customerId', '=', customerId)
        .executeTakeFirst()
      if (row) await recordEvent(trx, by, 'matter.untold', { ...row, customerId }, { matterId })
    }
  })
}
