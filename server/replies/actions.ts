import type { Person } from '#contract/common.ts'
import { type Actor, requireRole, teammateId } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { clockNow } from '#server/base/clock.ts'
import type { House } from '#server/base/context.ts'
import { conflict, invalid } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { text as say } from '#server/base/text.ts'
import { queueMail, resend, undoMail } from '#server/channels/email/outbox/actions.ts'
import { sanitiseMail } from '#server/channels/email/show/sanitise.ts'
import { attachmentsForMail } from '#server/conversations/attachments.ts'
import { dropDraft } from '#server/conversations/drafts.ts'
import { pageUrl } from '#server/conversations/links.ts'
import {
  type conversationById,
  lockConversation,
  messageById,
  participantsOf,
} from '#server/conversations/queries.ts'
import { tickAsks } from '#server/conversations/reading.ts'
import { openConversation } from '#server/conversations/receive.ts'
import { assign, close, setWaiting, snooze } from '#server/conversations/state.ts'
import { addParticipants, crossed, undoMessage, writeMessage } from '#server/conversations/write.ts'
import { findOrAddCustomer } from '#server/customers/actions.ts'
import { type Trx, transaction } from '#server/database/database.ts'
import { makePromise } from '#server/promises/actions.ts'
import { moveDue, unsayPromises } from '#server/promises/moving.ts'
import { promiseRow } from '#server/promises/queries.ts'
import { readCompany } from '#server/team/company.ts'
import { findTeammate, inboxById } from '#server/team/queries.ts'
import { composeLetter } from './letter.ts'
import { readRecipients, unique } from './recipients.ts'
import './tables.ts'

type Given = string | { name?: string | null; email: string }

export interface Reply {
  conversationId: string
  text?: string
  html?: string
  to?: Given[]
  cc?: Given[]
  promises: { what: string; to?: string; due: string | null; quote?: string }[]
  attachments: string[]
  undoSeconds: number
  seen?: string
  anyway: boolean
  afterwards: 'waiting' | 'done' | 'open'
  goodbye?: 'next-step' | 'thanks' | 'nothing-more'
  later?: { until: string | null; reason: string }
  answeredAsks: string[]
  care?: Record<string, boolean>
  clientKey: string | null
}

export interface Sent {
  messageId: string
  conversationId: string
  promiseIds: string[]
  undoUntil: string | null
}

/** Answers: message, promises and outbox row in one transaction. A colleague's crossing answer stops it with 409. */
export async function sendReply(house: House, by: Actor, reply: Reply): Promise<Sent> {
  requireRole(by, 'teammate')
  return transaction(house.db, async (trx) => {
    const conversation = await lockConversation(trx, by, reply.conversationId)
    if (reply.seen && !reply.anyway) await stopIfCrossed(trx, by, reply)
    const participants = await participantsOf(trx, conversation.id)
    const to = reply.to
      ? readRecipients(reply.to, '/to')
      : participants.filter((person) => person.role === 'requester').map(bare)
    const cc = unique(
      reply.cc
        ? readRecipients(reply.cc, '/cc')
        : participants.filter((person) => person.role === 'cc').map(bare),
      to,
    )
    if (to.length === 0)
      throw invalid(
        '/to',
        'has nobody to write to: this person has no e-mail address. Add one, or write a note',
      )

    const sent = await write(house, trx, by, {
      ...reply,
      conversation,
      to,
      cc,
      subject: replySubject(conversation.subject),
    })
    if (sent.repeated) return sent
    await addParticipants(trx, conversation.id, [...to, ...cc], teammateId(by))
    if (!conversation.assigneeId && teammateId(by)) await assign(trx, by, conversation.id, teammateId(by))
    if (reply.answeredAsks.length)
      await tickAsks(trx, by, conversation.id, reply.answeredAsks, sent.messageId)
    await settleAfterwards(trx, by, reply)
    return sent
  })
}

/** Writes first: opens a conversation and sends. */
export async function writeFirst(
  house: House,
  by: Actor,
  letter: {
    inboxId: string
    to: Given[]
    cc: Given[]
    subject: string
    text?: string
    html?: string
    attachments: string[]
    undoSeconds: number
    clientKey: string | null
  },
): Promise<Sent> {
  requireRole(by, 'teammate')
  const to = readRecipients(letter.to, '/to')
  const cc = unique(readRecipients(letter.cc, '/cc'), to)
  const first = to[0]!
  return transaction(house.db, async (trx) => {
    const customer = await findOrAddCustomer(trx, by, {
      name: first.name ?? first.email,
      email: first.email,
      inboxId: letter.inboxId,
    })
    const opened = await openConversation(trx, by, {
      inboxId: letter.inboxId,
      customerId: customer.id,
      subject: letter.subject,
      channel: 'email',
      at: await clockNow(trx),
      assigneeId: teammateId(by),
      requester: first,
      cc: [...to.slice(1), ...cc],
    })
    const conversation = await lockConversation(trx, by, opened.id)
    const sent = await write(house, trx, by, { promises: [], ...letter, conversation, to, cc })
    await setWaiting(trx, by, opened.id)
    return sent
  })
}

/** Tell them first: the words go to the customer, and the promise gets its new time, in one transaction. */
export async function tellThemFirst(
  house: House,
  by: Actor,
  promiseId: string,
  news: { due: string; text: string; undoSeconds: number; clientKey: string | null },
): Promise<Sent> {
  requireRole(by, 'teammate')
  return transaction(house.db, async (trx) => {
    const promise = await promiseRow(trx, by, promiseId)
    const conversation = await lockConversation(trx, by, promise.conversationId)
    const participants = await participantsOf(trx, conversation.id)
    const to = participants.filter((person) => person.role === 'requester').map(bare)
    const sent = await write(house, trx, by, {
      conversation,
      to,
      cc: [],
      subject: replySubject(conversation.subject),
      text: news.text,
      promises: [],
      attachments: [],
      undoSeconds: news.undoSeconds,
      clientKey: news.clientKey,
    })
    if (!sent.repeated) {
      await moveDue(trx, by, promiseId, new Date(news.due), { messageId: sent.messageId })
      await setWaiting(trx, by, conversation.id)
    }
    return sent
  })
}

/** Takes a reply back before it leaves; gives its words back. 409 when it has left. */
export async function undoReply(house: House, by: Actor, messageId: string) {
  requireRole(by, 'teammate')
  return transaction(house.db, async (trx) => {
    const message = await messageById(trx, by, messageId)
    if (message.direction !== 'out')
      throw conflict('not-ours', 'Only our own messages can be taken back. Nothing was changed.')
    if (!(await undoMail(trx, messageId)))
      throw conflict(
        'already-sent',
        'This message has already left and cannot be taken back. You can write a second one.',
      )
    await unsayPromises(trx, by, { conversationId: message.conversationId, messageId })
    await undoMessage(trx, by, messageId)
    await recordEvent(
      trx,
      by,
      'reply.undone',
      { inboxId: message.inboxId, conversationId: message.conversationId, messageId },
      {},
    )
    return {
      conversationId: message.conversationId,
      text: message.text,
      html: message.html,
      to: message.to as Person[],
      cc: message.cc as Person[],
    }
  })
}

/** Sends again what was refused or is not confirmed: same bytes, only to those who did not get it. */
export async function sendAgain(house: House, by: Actor, messageId: string): Promise<void> {
  requireRole(by, 'teammate')
  await transaction(house.db, async (trx) => {
    const message = await messageById(trx, by, messageId)
    await resend(trx, by, messageId)
    await audit(trx, by, 'message.sent-again', { kind: 'message', id: messageId, inboxId: message.inboxId })
  })
}

type Conversation = Awaited<ReturnType<typeof conversationById>>

interface Outgoing {
  conversation: Conversation
  to: Person[]
  cc: Person[]
  subject: string
  text?: string
  html?: string
  promises: Reply['promises']
  attachments: string[]
  undoSeconds: number
  clientKey: string | null
  care?: Record<string, boolean>
}

async function write(
  house: House,
  trx: Trx,
  by: Actor,
  out: Outgoing,
): Promise<Sent & { repeated: boolean }> {
  const { conversation } = out
  const [inbox, company, author] = [
    await inboxById(trx, conversation.inboxId),
    await readCompany(trx),
    by.kind === 'teammate' ? await findTeammate(trx, by.id) : null,
  ]
  const html = out.html ? sanitiseMail(out.html, { allowRemote: false, keepOwnImages: true }).html : null
  const letter = composeLetter({
    text: out.text,
    html,
    pageUrl: pageUrl(house, conversation),
    signature: signatureOf(author, company.name, inbox.name),
  })
  if (!letter.bodyText && out.attachments.length === 0)
    throw invalid('/text', 'is empty: there is nothing to send yet')

  const message = await writeMessage(trx, by, {
    conversationId: conversation.id,
    to: out.to,
    cc: out.cc,
    subject: out.subject,
    text: letter.bodyText,
    html: letter.bodyHtml,
    attachmentIds: out.attachments,
    clientKey: out.clientKey,
  })
  const notBefore = new Date(message.at.getTime() + out.undoSeconds * 1000)
  const undoUntil = out.undoSeconds > 0 ? notBefore.toISOString() : null
  if (message.repeated)
    return {
      messageId: message.messageId,
      conversationId: conversation.id,
      promiseIds: await promiseIdsOf(trx, message.messageId),
      undoUntil,
      repeated: true,
    }

  const promiseIds: string[] = []
  for (const promise of out.promises)
    promiseIds.push(
      await makePromise(trx, by, {
        conversationId: conversation.id,
        customerId: conversation.customerId,
        inboxId: conversation.inboxId,
        messageId: message.messageId,
        what: promise.what,
        to: promise.to ?? null,
        quote: promise.quote ?? null,
        makerId: teammateId(by),
        due: promise.due ? new Date(promise.due) : null,
      }),
    )
  await queueMail(trx, house, by, {
    conversationId: conversation.id,
    messageId: message.messageId,
    inboxId: conversation.inboxId,
    kind: 'reply',
    from: {
      name: author
        ? say('replies.from', { name: author.name, company: company.name || inbox.name })
        : inbox.name,
      email: inbox.address,
    },
    to: out.to,
    cc: out.cc,
    subject: out.subject,
    text: letter.text,
    html: letter.html,
    attachments: await attachmentsForMail(trx, conversation.id, message.messageId),
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
    undoUntil,
    repeated: false,
  }
}

async function stopIfCrossed(trx: Trx, by: Actor, reply: Reply): Promise<void> {
  const newer = await crossed(trx, by, reply.conversationId, reply.seen!)
  if (newer.length === 0) return
  throw conflict(
    'crossed',
    'Something came in while you were writing. Your words are safe; read it, then send again or change them.',
    { messages: newer },
  )
}

async function settleAfterwards(trx: Trx, by: Actor, reply: Reply): Promise<void> {
  await dropDraft(trx, by, reply.conversationId, 'reply')
  if (reply.later)
    await snooze(trx, by, reply.conversationId, {
      until: reply.later.until ? new Date(reply.later.until) : null,
      reason: reply.later.reason,
    })
  else if (reply.afterwards === 'done') await close(trx, by, reply.conversationId, reply.goodbye ?? null)
  else if (reply.afterwards === 'waiting') await setWaiting(trx, by, reply.conversationId)
}

async function promiseIdsOf(trx: Trx, messageId: string): Promise<string[]> {
  const rows = await trx.selectFrom('promises').select('id').where('messageId', '=', messageId).execute()
  return rows.map((row) => row.id)
}

function signatureOf(
  author: { name: string; title: string | null; signature: string | null } | null | undefined,
  company: string,
  inbox: string,
): string {
  if (!author) return company || inbox
  if (author.signature?.trim()) return author.signature.trim()
  return author.title
    ? say('replies.signatureTitle', { name: author.name, title: author.title, company })
    : say('replies.signature', { name: author.name, company })
}

const bare = ({ name, email }: Person): Person => ({ name, email })
const replySubject = (subject: string): string =>
  /^(re|aw|sv|antw|odp|rif|res)\s*:/i.test(subject) ? subject : `Re: ${subject}`
