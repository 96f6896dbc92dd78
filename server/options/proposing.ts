import { tend } from '#server/base/actor.ts'
import { recordEvent } from '#server/base/events.ts'
import { lockConversation } from '#server/conversations/queries.ts'
import { type Db, transaction } from '#server/database/database.ts'
import { isOn } from '#server/team/practices.ts'
import { guessChoice } from './guess.ts'
import { stateOf } from './offer.ts'
import './tables.ts'

/** They wrote back: where their words seem to choose, that is proposed to whoever reads them. Safe to repeat. */
export async function proposeChoice(db: Db, conversationId: string, messageId: string): Promise<void> {
  if (!(await isOn(db, 'options'))) return
  await transaction(db, async (trx) => {
    const message = await trx
      .selectFrom('messages')
      .select(['text', 'autoReply', 'isBounce', 'held', 'direction'])
      .where('conversationId', '=', conversationId)
      .where('id', '=', messageId)
      .executeTakeFirst()
    if (message?.direction !== 'in' || message.autoReply || message.isBounce || message.held) return
    const conversation = await lockConversation(trx, tend, conversationId)
    const offer = await trx
      .selectFrom('offers')
      .leftJoin('promises', (j) =>
        j
          .onRef('promises.conversationId', '=', 'offers.conversationId')
          .onRef('promises.id', '=', 'offers.promiseId'),
      )
      .selectAll('offers')
      .select('promises.state as promiseState')
      .where('offers.conversationId', '=', conversationId)
      .where('withdrawnAt', 'is', null)
      .orderBy('offers.id', 'desc')
      .executeTakeFirst()
    if (!offer || stateOf(offer, offer.promiseState) === 'done') return
    const choices = await trx
      .selectFrom('offerChoices')
      .select(['position', 'text'])
      .where('conversationId', '=', conversationId)
      .where('offerId', '=', offer.id)
      .orderBy('position')
      .execute()
    const guess = guessChoice(message.text, choices)
    if (!guess || guess.position === offer.chosen) return
    if (offer.proposedIn === messageId && offer.proposed === guess.position) return
    await trx
      .updateTable('offers')
      .set({ proposed: guess.position, proposedIn: messageId, proposedWords: guess.words.slice(0, 300) })
      .where('conversationId', '=', conversationId)
      .where('id', '=', offer.id)
      .execute()
    const { inboxId, customerId } = conversation
    await recordEvent(
      trx,
      tend,
      'option.proposed',
      { inboxId, conversationId, customerId, messageId },
      { position: guess.position },
    )
  })
}
