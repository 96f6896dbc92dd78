import { z } from 'zod'
import { id, instant, nothing, ok, person } from './common.ts'
import { attachment, draftOfWords } from './conversations.ts'
import { newOffer } from './options.ts'
import { condition, dueHint, promise } from './promises.ts'
import { routes } from './route.ts'

export const recipients = z
  .array(
    z.union([
      z.string().max(400),
      z.strictObject({ name: z.string().max(200).nullable().optional(), email: z.string().max(254) }),
    ]),
  )
  .max(50)

export const promiseInReply = z.strictObject({
  what: z.string().trim().min(1).max(500),
  /** Whom it is made to; the customer of the conversation unless said otherwise. */
  to: z.string().max(254).optional(),
  /** Whose it is, when it is a colleague's: somebody who sees the inbox. The writer's unless said otherwise. */
  makerId: id('teammate').optional(),
  due: instant.nullable(),
  quote: z.string().max(1000).optional(),
  /** With what they are to do first; the due then counts once they have. */
  condition: condition.optional(),
})

/** What an answer says and settles, whenever it leaves. */
const words = {
  text: z.string().max(200_000).optional(),
  html: z.string().max(400_000).optional(),
  to: recipients.optional(),
  cc: recipients.optional(),
  /** Unseen by the others, and no part of the conversation afterwards. */
  bcc: recipients.optional(),
  promises: z.array(promiseInReply).max(20).default([]),
  attachments: z.array(id('file')).max(50).default([]),
  /** The `seen` of the conversation as it was read. When somebody has answered since, the reply is stopped with 409. */
  seen: z.string().max(100).optional(),
  /** Send although something crossed. */
  anyway: z.boolean().default(false),
  /** What happens to the conversation once sent. */
  afterwards: z.enum(['waiting', 'done', 'open']).default('waiting'),
  goodbye: z.enum(['next-step', 'thanks', 'nothing-more']).optional(),
  /** Questions ticked by the teammate or the care line. */
  answeredAsks: z.array(z.string()).max(100).default([]),
  /** Checks by which the team holds a reply back, and why this one goes all the same. */
  allTheSame: z
    .array(z.strictObject({ check: z.string().max(60), reason: z.string().trim().min(1).max(300) }))
    .max(8)
    .default([]),
  /** The six results of the care line, kept per encounter. */
  care: z.record(z.string(), z.boolean()).optional(),
  draft: draftOfWords,
  /** A translation of these very words (`POST …/reply-translations`): it leaves in their place, and they are kept with it. */
  translation: id('translation').optional(),
}
const takenBack = z.object({
  conversationId: z.string(),
  text: z.string(),
  html: z.string().nullable(),
  to: z.array(person),
  cc: z.array(person),
  bcc: z.array(person),
  /** Its files, waiting to be sent again. */
  attachments: z.array(attachment),
  /** What it offered to choose from. */
  offer: newOffer.optional(),
})
const scheduledById = z.object({ id: id('scheduled') })

export const repliesRoutes = routes({
  'POST /conversations': {
    summary: 'Write first: opens a conversation and sends the message',
    access: 'teammate',
    body: z.strictObject({
      inboxId: id('inbox'),
      to: recipients.min(1),
      cc: recipients.default([]),
      bcc: recipients.default([]),
      subject: z.string().trim().min(1).max(400),
      text: z.string().max(200_000).optional(),
      html: z.string().max(400_000).optional(),
      attachments: z.array(id('file')).default([]),
      undoSeconds: z.number().int().min(0).max(60).default(0),
    }),
    response: z.object({
      id: id('conversation'),
      conversationId: id('conversation'),
      messageId: id('message'),
    }),
    status: 201,
  },
  'POST /promises/{id}/renegotiation': {
    summary: 'Tell them first: a new time, and the words that go to the customer',
    access: 'teammate',
    params: z.object({ id: id('promise') }),
    body: z.strictObject({
      due: instant,
      text: z.string().trim().min(1).max(20_000),
      undoSeconds: z.number().int().min(0).max(60).default(0),
    }),
    response: promise.extend({ sentMessageId: z.string().nullable() }),
    status: 201,
  },
  'POST /matters/{id}/tellings': {
    summary: 'Tell one person the news: the letter, and that they know, in one transaction',
    access: 'teammate',
    params: z.object({ id: id('matter') }),
    body: z.strictObject({
      customerId: id('customer'),
      /** The newest news these words tell. */
      news: z.number().int().min(1),
      text: z.string().trim().min(1).max(20_000),
      undoSeconds: z.number().int().min(0).max(60).default(0),
    }),
    response: z.object({
      messageId: id('message'),
      conversationId: id('conversation'),
      undoUntil: instant.nullable(),
    }),
    status: 201,
  },
  'POST /conversations/{id}/replies': {
    summary: 'Answer. Message, promises and outbox row are written in one transaction.',
    access: 'teammate',
    params: z.object({ id: id('conversation') }),
    body: z.strictObject({
      ...words,
      undoSeconds: z.number().int().min(0).max(60).default(0),
      /** Two or three ways to go on, put to them behind the words. */
      offer: newOffer.optional(),
      later: z
        .strictObject({ until: instant.nullable(), reason: z.string().trim().min(1).max(300) })
        .optional(),
    }),
    response: z.object({
      messageId: id('message'),
      conversationId: id('conversation'),
      promiseIds: z.array(z.string()),
      undoUntil: instant.nullable(),
      /** With `afterwards: done`: what a good goodbye would still need. */
      missing: z.array(z.string()),
      /** What speaks against the promises as they were given, each by its id. They stand all the same. */
      hints: z.array(dueHint.extend({ promiseId: z.string() })),
    }),
    status: 201,
  },
  'POST /conversations/{id}/scheduled-replies': {
    summary:
      'Answer later: it leaves by itself at `sendAt`, and is kept back when they write first. Its promises are made when it leaves.',
    access: 'teammate',
    params: z.object({ id: id('conversation') }),
    body: z.strictObject({ ...words, sendAt: instant }),
    response: z.object({ id: id('scheduled'), sendAt: instant }),
    status: 201,
  },
  'PATCH /scheduled-replies/{id}': {
    summary: 'Another time for an answer that waits, or was kept back',
    access: 'teammate',
    params: scheduledById,
    body: z.strictObject({ sendAt: instant }),
    response: ok,
  },
  'POST /scheduled-replies/{id}/sending': {
    summary: 'Send it now',
    access: 'teammate',
    params: scheduledById,
    body: nothing,
    response: z.object({ messageId: id('message'), conversationId: id('conversation') }),
    status: 201,
  },
  'DELETE /scheduled-replies/{id}': {
    summary: 'Do not send it. Gives the words back as my draft.',
    access: 'teammate',
    params: scheduledById,
    response: takenBack,
  },
  'POST /conversations/{id}/splitting': {
    summary: 'Make a message, and all behind it, a conversation of its own',
    access: 'teammate',
    params: z.object({ id: id('conversation') }),
    body: z.strictObject({
      messageId: id('message'),
      /** Of the new conversation; the message's own unless given. */
      subject: z.string().trim().min(1).max(400).optional(),
    }),
    response: z.object({ conversationId: id('conversation') }),
    status: 201,
  },
  'DELETE /conversations/{id}/splitting': {
    summary: 'Put a conversation that was split off back into the one it came from',
    access: 'teammate',
    params: z.object({ id: id('conversation') }),
    response: z.object({ conversationId: id('conversation') }),
  },
  'DELETE /requests/{key}': {
    summary:
      'Take back a POST of mine whose answer never came, by its Idempotency-Key. `never`: nothing came of it, and nothing will, should it still arrive. 409 while it is being worked on.',
    access: 'teammate',
    params: z.object({ key: z.string().min(1).max(200) }),
    response: z.object({
      state: z.enum(['never', 'done']),
      /** The letter it became, where it became one. */
      messageId: id('message').nullable(),
    }),
  },
  'DELETE /messages/{id}/sending': {
    summary: 'Undo: take a reply back before it leaves. Gives the text back as a draft.',
    access: 'teammate',
    params: z.object({ id: id('message') }),
    response: takenBack,
  },
  'POST /messages/{id}/resending': {
    summary:
      'Send again what was refused or is not confirmed: same bytes, same Message-ID, only to those who did not get it',
    access: 'teammate',
    params: z.object({ id: id('message') }),
    body: nothing,
    response: z.object({ messageId: id('message') }),
    status: 201,
  },
})
