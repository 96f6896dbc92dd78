import { type SqlBool, sql } from 'kysely'
import type { Offer } from '#contract/options.ts'
import { type Actor, sees } from '#server/base/actor.ts'
import { notFound } from '#server/base/errors.ts'
import { text as say } from '#server/base/text.ts'
import { conversationById } from '#server/conversations/queries.ts'
import type { Db, Trx } from '#server/database/database.ts'
import { stateOf } from './offer.ts'
import './tables.ts'

export async function offersOf(db: Db | Trx, by: Actor, conversationId: string): Promise<Offer[]> {
  await conversationById(db, by, conversationId)
  return shape(db, await joined(db).where('offers.conversationId', '=', conversationId).execute())
}

export async function offerById(db: Db | Trx, by: Actor, id: string): Promise<Offer> {
  const rows = await joined(db).where('offers.id', '=', id).execute()
  const [offer] = rows.length && sees(by, rows[0]!.inboxId) ? await shape(db, rows) : []
  if (!offer) throw notFound(say('options.this'))
  return offer
}

/**
 * What stands on the customer's page: the newest question whose letter has left, until it is done or withdrawn. What somebody else was
 * asked, whose matter was merged into theirs, is not theirs to choose.
 */
export async function offerToChoose(
  db: Db | Trx,
  matter: { id: string; customerId: string },
): Promise<Offer | null> {
  const rows = await joined(db)
    .where('offers.conversationId', '=', matter.id)
    .where('offers.customerId', '=', matter.customerId)
    .where('withdrawnAt', 'is', null)
    .where(
      sql<SqlBool>`not exists (select 1 from outbox o where o.message_id = offers.message_id and o.phase = 'queued' and o.not_before > clock_now())`,
    )
    .execute()
  const offers = await shape(db, rows.slice(-1))
  return offers[0] && offers[0].state !== 'done' ? offers[0] : null
}

const joined = (db: Db | Trx) =>
  db
    .selectFrom('offers')
    .leftJoin('promises', (j) =>
      j
        .onRef('promises.conversationId', '=', 'offers.conversationId')
        .onRef('promises.id', '=', 'offers.promiseId'),
    )
    .selectAll('offers')
    .select('promises.state as promiseState')
    .orderBy('offers.id')

async function shape(
  db: Db | Trx,
  rows: Awaited<ReturnType<ReturnType<typeof joined>['execute']>>,
): Promise<Offer[]> {
  if (rows.length === 0) return []
  const choices = await db
    .selectFrom('offerChoices')
    .selectAll()
    .where('conversationId', 'in', [...new Set(rows.map((row) => row.conversationId))])
    .where(
      'offerId',
      'in',
      rows.map((row) => row.id),
    )
    .orderBy('position')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    conversationId: row.conversationId,
    messageId: row.messageId,
    question: row.question,
    ownIdea: row.ownIdea,
    madeAt: row.madeAt.toISOString(),
    state: stateOf(row, row.promiseState),
    choices: choices
      .filter((one) => one.offerId === row.id)
      .map(({ position, text, due, theirs }) => ({
        position,
        text,
        due: due?.toISOString() ?? null,
        theirs,
      })),
    chosen: row.chosen,
    chosenAt: row.chosenAt?.toISOString() ?? null,
    chosenOn: row.chosenOn,
    promiseId: row.promiseId,
    proposal:
      row.proposed !== null && row.proposedIn
        ? { position: row.proposed, messageId: row.proposedIn, words: row.proposedWords ?? '' }
        : null,
  }))
}
