import type { NewOffer } from '#contract/options.ts'
import type { Trx } from '#server/database/database.ts'
import './tables.ts'

/** Messages went into another conversation: what was offered in them goes along. */
export async function moveOffers(
  trx: Trx,
  { from, to, messageIds }: { from: string; to: string; messageIds: readonly string[] },
): Promise<void> {
  if (messageIds.length === 0) return
  const moved = await trx
    .updateTable('offers')
    .set({ conversationId: to })
    .where('conversationId', '=', from)
    .where('messageId', 'in', [...messageIds])
    .returning('id')
    .execute()
  if (moved.length)
    await trx
      .updateTable('offerChoices')
      .set({ conversationId: to })
      .where('conversationId', '=', from)
      .where(
        'offerId',
        'in',
        moved.map((one) => one.id),
      )
      .execute()
}

/** The reply was taken back before it left: nothing was put to anybody. Gives back what it offered. */
export async function unsayOffer(
  trx: Trx,
  conversationId: string,
  messageId: string,
): Promise<NewOffer | null> {
  const offer = await trx
    .deleteFrom('offers')
    .where('conversationId', '=', conversationId)
    .where('messageId', '=', messageId)
    .returning(['id', 'question', 'ownIdea'])
    .executeTakeFirst()
  if (!offer) return null
  const choices = await trx
    .deleteFrom('offerChoices')
    .where('conversationId', '=', conversationId)
    .where('offerId', '=', offer.id)
    .returning(['position', 'text', 'due', 'theirs'])
    .execute()
  return {
    question: offer.question,
    ownIdea: offer.ownIdea,
    choices: choices
      .sort((a, b) => a.position - b.position)
      .map(({ text, due, theirs }) => ({ text, due: due?.toISOString() ?? null, theirs })),
  }
}
