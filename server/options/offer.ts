import type { Selectable } from 'kysely'
import { type Actor, sees, tend } from '#server/base/actor.ts'
import { conflict, notFound } from '#server/base/errors.ts'
import { moment, text as say } from '#server/base/text.ts'
import type { ConversationRow } from '#server/conversations/conversation.ts'
import { lockConversation } from '#server/conversations/queries.ts'
import type { SpokenTo } from '#server/conversations/spokenTo.ts'
import type { Trx } from '#server/database/database.ts'
import type { OfferChoicesTable, OffersTable } from './tables.ts'

export type OfferRow = Selectable<OffersTable>
export type ChoiceRow = Selectable<OfferChoicesTable>

/** An offer with what it offers and its conversation, held until the transaction ends. A customer reaches those of their own page. */
export async function lockOffer(
  trx: Trx,
  by: Actor,
  id: string,
): Promise<{ offer: OfferRow; choices: ChoiceRow[]; conversation: ConversationRow }> {
  const where = await trx
    .selectFrom('offers')
    .select(['conversationId', 'inboxId'])
    .where('id', '=', id)
    .executeTakeFirst()
  const isTheirs = by.kind !== 'customer' || by.conversationId === where?.conversationId
  if (!where || !isTheirs || !sees(by, where.inboxId)) throw notFound(say('options.this'))
  const conversation = await lockConversation(trx, tend, where.conversationId)
  const offer = await trx
    .selectFrom('offers')
    .selectAll()
    .where('conversationId', '=', where.conversationId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!offer) throw notFound(say('options.this'))
  const choices = await trx
    .selectFrom('offerChoices')
    .selectAll()
    .where('conversationId', '=', offer.conversationId)
    .where('offerId', '=', id)
    .orderBy('position')
    .execute()
  return { offer, choices, conversation }
}

/** Where it stands, by its own record and its promise's. */
export const stateOf = (
  offer: Pick<OfferRow, 'withdrawnAt' | 'chosen' | 'promiseId'>,
  promiseState: string | null,
): 'open' | 'own' | 'chosen' | 'done' | 'withdrawn' => {
  if (promiseState === 'kept') return 'done'
  if (offer.withdrawnAt) return 'withdrawn'
  if (offer.chosen === null) return 'open'
  return offer.promiseId ? 'chosen' : 'own'
}

export function demandOpen(state: ReturnType<typeof stateOf>): void {
  if (state === 'withdrawn') throw conflict('offer-withdrawn', say('options.isWithdrawn'))
  if (state === 'done') throw conflict('offer-done', say('options.isDone'))
}

export interface Offered {
  question: string
  choices: readonly { text: string; due: string | null; theirs?: boolean }[]
}

/** On whose clock and in whose language the choices are told: theirs who choose. */
type Tongue = Pick<SpokenTo, 'timeZone' | 'language'>

/** "2. We send a new one, by Friday 27 November, 15:00" */
export const lineOf = (
  choice: { text: string; due: string | Date | null },
  position: number,
  { timeZone, language }: Tongue,
): string =>
  say(
    'options.line',
    {
      n: position,
      text: choice.text,
      hasDue: choice.due ? 'yes' : 'no',
      due: choice.due ? moment(new Date(choice.due), timeZone, language) : '',
    },
    language,
  )

/** As it stands in the letter, behind the teammate's own words. */
export const offerAsText = (offer: Offered, tongue: Tongue): string =>
  [offer.question, offer.choices.map((choice, index) => lineOf(choice, index + 1, tongue)).join('\n')].join(
    '\n\n',
  )

const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

export const offerAsHtml = (offer: Offered, tongue: Tongue): string =>
  `<p>${escapeHtml(offer.question)}</p><p>${offer.choices
    .map((choice, index) => escapeHtml(lineOf(choice, index + 1, tongue)))
    .join('<br>')}</p>`
