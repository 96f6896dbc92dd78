import { type Actor, requireRole, teammateId, tend } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { clockNow } from '#server/base/clock.ts'
import { conflict, invalid } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { newId } from '#server/base/ids.ts'
import { inHouse } from '#server/base/spoken.ts'
import { text as say } from '#server/base/text.ts'
import type { ConversationRow } from '#server/conversations/conversation.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { makePromise, releasePromise } from '#server/promises/actions.ts'
import { isOpen } from '#server/promises/promise.ts'
import { demandOn } from '#server/team/practices.ts'
import { findTeammate } from '#server/team/queries.ts'
import { demandOpen, lockOffer, type Offered, type OfferRow, stateOf } from './offer.ts'
import './tables.ts'

/** Puts two or three ways to go on to the customer, in the reply that is being written. */
export async function offerOptions(
  trx: Trx,
  by: Actor,
  conversation: ConversationRow,
  messageId: string,
  given: Offered & { ownIdea: boolean },
): Promise<string> {
  requireRole(by, 'teammate')
  await demandOn(trx, 'options')
  const now = await clockNow(trx)
  for (const [index, { due }] of given.choices.entries())
    if (due && new Date(due) <= now) throw invalid(`/offer/choices/${index}/due`, say('options.duePast'))
  // A new question takes the place of one that nobody has answered.
  await trx
    .updateTable('offers')
    .set({ withdrawnAt: now })
    .where('conversationId', '=', conversation.id)
    .where('chosen', 'is', null)
    .where('withdrawnAt', 'is', null)
    .execute()
  const id = newId('offer')
  await trx
    .insertInto('offers')
    .values({
      conversationId: conversation.id,
      id,
      customerId: conversation.customerId,
      inboxId: conversation.inboxId,
      messageId,
      question: given.question,
      ownIdea: given.ownIdea,
      madeBy: teammateId(by),
      madeAt: now,
      ...unchosen,
      withdrawnAt: null,
    })
    .execute()
  await trx
    .insertInto('offerChoices')
    .values(
      given.choices.map(({ text, due, theirs }, index) => ({
        conversationId: conversation.id,
        offerId: id,
        position: index + 1,
        text,
        due: due ? new Date(due) : null,
        theirs: theirs ?? false,
      })),
    )
    .execute()
  await recordEvent(trx, by, 'options.offered', about(conversation), { choices: given.choices.length })
  return id
}

const noProposal = { proposed: null, proposedIn: null, proposedWords: null }
const unchosen = { chosen: null, chosenAt: null, chosenOn: null, promiseId: null, ...noProposal }

export type Choice = { position: number } | { own: string }

/**
 * What they chose becomes our word: what, and by when of that choice. Chosen anew, the promise made before is let go. An idea of
 * their own waits for our yes, since nobody has said by when.
 */
export async function chooseOption(
  db: Db | Trx,
  by: Actor,
  id: string,
  choice: Choice,
  on: 'page' | 'reply',
): Promise<{ changed: boolean; text: string; own: boolean }> {
  if (by.kind !== 'customer') requireRole(by, 'teammate')
  return transaction(db, async (trx) => {
    await demandOn(trx, 'options')
    const { offer, choices, conversation } = await lockOffer(trx, by, id)
    const before = await promiseOf(trx, offer)
    demandOpen(stateOf(offer, before?.state ?? null))
    const picked =
      'own' in choice
        ? await addIdea(trx, offer, choices.length + 1, choice.own)
        : choices.find((one) => one.position === choice.position)
    if (!picked) throw invalid('/position', say('options.none'))
    if (offer.chosen === picked.position) return { changed: false, text: picked.text, own: picked.theirs }
    const now = await clockNow(trx)
    if (picked.due && picked.due <= now) throw conflict('choice-over', say('options.over'))
    if (before && isOpen(before))
      await releasePromise(
        trx,
        by.kind === 'customer' ? tend : by,
        offer.promiseId!,
        say('options.another', {}, inHouse()),
      )
    // One of the choices has its time; an idea that just came in has none yet.
    const promiseId =
      'own' in choice
        ? null
        : await promiseIt(trx, by, conversation, offer, { what: picked.text, due: picked.due })
    const chosen = { chosen: picked.position, chosenAt: now, chosenOn: on, promiseId, ...noProposal }
    await update(trx, offer, chosen)
    const detail = {
      position: picked.position,
      text: picked.text,
      own: 'own' in choice,
      again: offer.chosen !== null,
    }
    const keeper = await keeperOf(trx, conversation, offer)
    await recordEvent(
      trx,
      by,
      'option.chosen',
      { ...about(conversation), promiseId, teammateId: keeper },
      detail,
    )
    await audit(trx, by, 'option.chosen', subjectOf(offer), { position: picked.position })
    return { changed: true, text: picked.text, own: 'own' in choice }
  })
}

/** We take up their own idea: from here on it is our word. */
export async function agreeToIdea(db: Db, by: Actor, id: string, due: Date | null): Promise<void> {
  requireRole(by, 'teammate')
  await transaction(db, async (trx) => {
    const { offer, choices, conversation } = await lockOffer(trx, by, id)
    const state = stateOf(offer, (await promiseOf(trx, offer))?.state ?? null)
    const idea = choices.find((one) => one.position === offer.chosen)
    if (state !== 'own' || !idea) throw conflict('no-idea', say('options.noIdea'))
    const promiseId = await promiseIt(trx, by, conversation, offer, { what: idea.text, due })
    await trx
      .updateTable('offerChoices')
      .set({ due })
      .where('conversationId', '=', offer.conversationId)
      .where('offerId', '=', id)
      .where('position', '=', idea.position)
      .execute()
    await update(trx, offer, { promiseId })
    await recordEvent(
      trx,
      by,
      'option.agreed',
      { ...about(conversation), promiseId },
      { due: due?.toISOString() ?? null },
    )
    await audit(trx, by, 'option.agreed', subjectOf(offer))
  })
}

/** It cannot be chosen from any more; the promise that came of it stands. */
export async function withdrawOffer(db: Db, by: Actor, id: string): Promise<void> {
  requireRole(by, 'teammate')
  await transaction(db, async (trx) => {
    const { offer, conversation } = await lockOffer(trx, by, id)
    if (offer.withdrawnAt) return
    await update(trx, offer, { withdrawnAt: await clockNow(trx), ...noProposal })
    await recordEvent(trx, by, 'options.withdrawn', about(conversation), {})
    await audit(trx, by, 'options.withdrawn', subjectOf(offer))
  })
}

/** Their letter chose something else, or nothing. */
export async function refuseProposal(db: Db, by: Actor, id: string): Promise<void> {
  requireRole(by, 'teammate')
  await transaction(db, async (trx) => {
    const { offer, conversation } = await lockOffer(trx, by, id)
    if (offer.proposed === null) return
    await update(trx, offer, noProposal)
    await recordEvent(trx, by, 'option.refused', about(conversation), {})
  })
}

async function promiseIt(
  trx: Trx,
  by: Actor,
  conversation: ConversationRow,
  offer: OfferRow,
  { what, due }: { what: string; due: Date | null },
): Promise<string> {
  return makePromise(trx, by.kind === 'customer' ? tend : by, {
    conversationId: conversation.id,
    customerId: conversation.customerId,
    inboxId: conversation.inboxId,
    messageId: null,
    what,
    to: null,
    quote: null,
    makerId: await keeperOf(trx, conversation, offer),
    due,
  })
}

/** Whose it becomes: theirs who look after the matter, else of whoever offered it, where they still can. */
async function keeperOf(trx: Trx, conversation: ConversationRow, offer: OfferRow): Promise<string | null> {
  for (const id of [conversation.assigneeId, offer.madeBy]) {
    const one = id ? await findTeammate(trx, id) : undefined
    if (one && !one.leftAt && one.role !== 'observer' && one.inboxIds.includes(conversation.inboxId))
      return one.id
  }
  return null
}

async function addIdea(trx: Trx, offer: OfferRow, position: number, text: string) {
  return trx
    .insertInto('offerChoices')
    .values({
      conversationId: offer.conversationId,
      offerId: offer.id,
      position,
      text: text.trim(),
      due: null,
      theirs: true,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

const promiseOf = (trx: Trx, offer: OfferRow) =>
  trx
    .selectFrom('promises')
    .select('state')
    .where('conversationId', '=', offer.conversationId)
    .where('id', '=', offer.promiseId ?? '')
    .executeTakeFirst()

const update = (trx: Trx, { conversationId, id }: OfferRow, to: Partial<OfferRow>) =>
  trx
    .updateTable('offers')
    .set(to)
    .where('conversationId', '=', conversationId)
    .where('id', '=', id)
    .execute()

const about = (row: ConversationRow) => ({
  inboxId: row.inboxId,
  conversationId: row.id,
  customerId: row.customerId,
})
const subjectOf = (offer: OfferRow) => ({ kind: 'offer', id: offer.id, inboxId: offer.inboxId })
