import type { Person } from '#contract/common.ts'
import { type Actor, teammateId } from '#server/base/actor.ts'
import { clockNow } from '#server/base/clock.ts'
import type { House } from '#server/base/context.ts'
import { invalid, Problem } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { text as say } from '#server/base/text.ts'
import { queueMail } from '#server/channels/email/outbox/actions.ts'
import { sanitiseMail } from '#server/channels/email/show/sanitise.ts'
import { attachmentsForMail } from '#server/conversations/attachments.ts'
import type { ConversationRow } from '#server/conversations/conversation.ts'
import { pageUrl } from '#server/conversations/links.ts'
import { keepPictures } from '#server/conversations/ownPictures.ts'
import { readPageRules } from '#server/conversations/pageRules.ts'
import { participantsOf } from '#server/conversations/queries.ts'
import { type SpokenTo, spokenTo } from '#server/conversations/spokenTo.ts'
import { addParticipants, writeMessage, writtenBefore } from '#server/conversations/write.ts'
import type { Trx } from '#server/database/database.ts'
import { offerOptions } from '#server/options/actions.ts'
import { type Offered, offerAsHtml, offerAsText } from '#server/options/offer.ts'
import { makePromise } from '#server/promises/actions.ts'
import { readCompany } from '#server/team/company.ts'
import { findTeammate, inboxById } from '#server/team/queries.ts'
import { endingOf } from './ending.ts'
import { type Body, bodyOf, composeLetter } from './letter.ts'
import { sender } from './sender.ts'
import type { PromiseGiven } from './tables.ts'
import './tables.ts'

export interface Words {
  text?: string
  html?: string
  attachments: string[]
  undoSeconds: number
  /** Put to them behind the words, its times in their zone. */
  offer?: (Offered & { ownIdea: boolean } & Pick<SpokenTo, 'timeZone' | 'language'>) | null
  /** The client's Idempotency-Key. */
  clientKey: string | null
}

export interface Outgoing extends Words {
  /** Locked by the caller. */
  conversation: ConversationRow
  /** Who belongs to it, where that was read already. */
  people?: Awaited<ReturnType<typeof participantsOf>>
  to: Person[]
  cc: Person[]
  bcc?: Person[]
  subject: string
  promises: PromiseGiven[]
  care?: Record<string, boolean>
  /** What `checkedBody` made of the words, where that was asked already. */
  body?: Body
  /** `sentBefore` has found nothing, and the conversation, or the key, is held since. */
  isFirst?: boolean
  /** The conversation was just opened with it: the number it has there. */
  opens?: string
  /** One of many letters about one thing, which lets ordinary answers go first. */
  kind?: 'reply' | 'incident'
}

export interface Sent {
  messageId: string
  conversationId: string
  promiseIds: string[]
  undoUntil: string | null
}

/** Message, promises and outbox row, in the caller's transaction. */
export async function write(house: House, trx: Trx, by: Actor, out: Outgoing): Promise<Sent> {
  const { conversation } = out
  const [inbox, company, author, people] = [
    await inboxById(trx, conversation.inboxId),
    await readCompany(trx),
    by.kind === 'teammate' ? await findTeammate(trx, by.id) : null,
    out.people ?? (await participantsOf(trx, conversation.id)),
  ]
  const body = out.body ?? checkedBody(out)
  const from = { name: sender(author, company.name, inbox), email: inbox.address }
  const message = await writeMessage(trx, by, {
    conversationId: conversation.id,
    conversation,
    from,
    to: out.to,
    cc: out.cc,
    bcc: out.bcc ?? [],
    subject: out.subject,
    text: body.text,
    html: body.html,
    attachmentIds: out.attachments,
    ...(out.opens && { opens: out.opens }),
    ...(out.isFirst && { isFirst: true }),
    clientKey: keyOf(by, out.clientKey),
  })
  const known = new Set(people.map((person) => person.email.toLowerCase()))
  const more = [...out.to, ...out.cc].filter((person) => !known.has(person.email.toLowerCase()))
  await addParticipants(trx, conversation.id, more, teammateId(by), message.messageId)

  if (out.offer) await offerOptions(trx, by, conversation, message.messageId, out.offer)
  const promiseIds: string[] = []
  for (const [index, promise] of out.promises.entries())
    promiseIds.push(
      await makePromise(
        trx,
        by,
        {
          conversationId: conversation.id,
          customerId: conversation.customerId,
          inboxId: conversation.inboxId,
          messageId: message.messageId,
          what: promise.what,
          to: promise.to ?? null,
          quote: promise.quote ?? null,
          condition: promise.condition ?? null,
          // A key of the installation gives no word of its own: it is theirs who look after the conversation.
          makerId: promise.makerId ?? teammateId(by) ?? conversation.assigneeId,
          due: promise.due ? new Date(promise.due) : null,
        },
        `/promises/${index}`,
      ),
    )
  // Whoever holds the link reads the whole conversation and writes in the requester's name, so it goes to them alone.
  const requesters = people.filter((person) => person.role === 'requester').map((person) => person.email)
  const isTheirsAlone = [...out.to, ...out.cc, ...(out.bcc ?? [])].every((person) =>
    requesters.includes(person.email),
  )
  const showsPage = isTheirsAlone && (await readPageRules(trx)).line
  if (!isTheirsAlone && body.text.includes(`${house.url}/p/`))
    throw invalid('/to', say('replies.pageLinkShared'))
  const notBefore = new Date(message.at.getTime() + out.undoSeconds * 1000)
  await queueMail(trx, house, by, {
    conversationId: conversation.id,
    messageId: message.messageId,
    inboxId: conversation.inboxId,
    kind: out.kind ?? 'reply',
    from,
    to: out.to,
    cc: out.cc,
    bcc: out.bcc ?? [],
    subject: out.subject,
    ...composeLetter(body, {
      signature: await endingOf(trx, author, inbox, company.name),
      // Their language is the line's, which alone is ours.
      ...(showsPage
        ? {
            pageUrl: pageUrl(house, conversation, await clockNow(trx)),
            language: (await spokenTo(trx, conversation)).language,
          }
        : { pageUrl: null, language: 'en' }),
      choosing: out.offer != null,
    }),
    attachments: out.attachments.length
      ? await attachmentsForMail(trx, conversation.id, message.messageId)
      : [],
    notBefore,
    sample: conversation.demo,
  })
  if (out.care)
    await trx
      .insertInto('careResults')
      .values({
        conversationId: conversation.id,
        messageId: message.messageId,
        marks: JSON.stringify(out.care),
      })
      .execute()
  await recordEvent(
    trx,
    by,
    'reply.sent',
    {
      inboxId: conversation.inboxId,
      conversationId: conversation.id,
      customerId: conversation.customerId,
      messageId: message.messageId,
    },
    { promises: promiseIds.length, undoSeconds: out.undoSeconds },
  )
  return {
    messageId: message.messageId,
    conversationId: conversation.id,
    promiseIds,
    undoUntil: out.undoSeconds > 0 ? notBefore.toISOString() : null,
  }
}

/**
 * What an earlier try with the same Idempotency-Key has sent already: the process that sent it may have died before it could
 * answer. Without a conversation, in any: writing first makes its own.
 */
export async function sentBefore(
  trx: Trx,
  by: Actor,
  words: Words,
  conversationId?: string,
): Promise<Sent | null> {
  const key = keyOf(by, words.clientKey)
  const before = key && (await writtenBefore(trx, key, conversationId))
  if (!before) return null
  if (before.text !== readBody(words).text)
    throw new Problem(422, 'idempotency-key-reused', say('replies.keyReused'))
  const rows = await trx
    .selectFrom('promises')
    .select('id')
    .where('conversationId', '=', before.conversationId)
    .where('messageId', '=', before.id)
    .orderBy('id')
    .execute()
  const until = new Date(before.at.getTime() + words.undoSeconds * 1000)
  return {
    messageId: before.id,
    conversationId: before.conversationId,
    promiseIds: rows.map((row) => row.id),
    undoUntil: words.undoSeconds > 0 ? until.toISOString() : null,
  }
}

/** Two keys may use the same word: each caller has its own. */
export const keyOf = (by: Actor, clientKey: string | null): string | null =>
  clientKey && `${by.kind} ${by.id} ${clientKey}`

/** The choices stand behind the words, as the customer gets them. */
function withOffer(words: Spoken): Spoken {
  const { offer, text, html } = words
  if (!offer) return words
  return {
    ...words,
    ...(text !== undefined && { text: `${text.trimEnd()}\n\n${offerAsText(offer, offer)}` }),
    ...(html !== undefined && { html: html + offerAsHtml(offer, offer) }),
  }
}

/** A framework's slot that nobody filled, such as {{preferredName}}. */
const slot = /\{\{\s*\p{L}[\p{L}\d .-]{0,40}\}\}/u

/** What a teammate wrote, inert. */
export const cleaned = (html: string | undefined): string | null =>
  html ? sanitiseMail(html, { allowRemote: false, keepOwnImages: true }).html : null

/** The words, where there is anything to send; refused with an empty slot in them. */
export function checkedBody(words: Spoken) {
  const body = readBody(words)
  if (!body.text && words.attachments.length === 0) throw invalid('/text', say('replies.empty'))
  return body
}

type Spoken = Pick<Words, 'text' | 'html' | 'attachments' | 'offer'>

function readBody(words: Spoken) {
  const { text, html, attachments } = withOffer(words)
  const clean = cleaned(html)
  const body = bodyOf({ text, html: clean ? keepPictures(clean, attachments) : null })
  const empty = slot.exec(body.text)
  if (empty) throw invalid(html ? '/html' : '/text', say('replies.emptySlot', { slot: empty[0] }))
  return body
}
