import { z } from 'zod'
import { id, instant, nothing, ok, person } from './common.ts'
import { customer, fact } from './customers.ts'
import { promise } from './promises.ts'
import { routes } from './route.ts'
import { tag } from './tags.ts'
import { ties } from './ties.ts'

export const status = z.enum(['open', 'waiting', 'snoozed', 'closed'])
export const view = z.enum([
  'for-me',
  'new',
  'waiting-for-us',
  'waiting-for-them',
  'promised',
  /** A failure of ours that is being made right. */
  'making-right',
  'later',
  'looked-after',
  /** A problem we have only talked about (where the team records what it did). */
  'talk-only',
  /** Marked as spam, or from somebody blocked; in no other list. */
  'spam',
  'all',
])
export type View = z.infer<typeof view>

export const attachment = z.object({
  id: id('file'),
  filename: z.string(),
  contentType: z.string(),
  size: z.number(),
  inline: z.boolean(),
  contentId: z.string().nullable(),
  /** Signed, expiring address of the bytes; safe to put in href. */
  url: z.string(),
})

export const delivery = z.object({
  to: z.string(),
  /** held: may still be undone; waiting: on its way; unknown: sent, not confirmed. */
  state: z.enum(['held', 'waiting', 'accepted', 'deferred', 'refused', 'unknown', 'bounced']),
  code: z.number().nullable(),
  detail: z.string().nullable(),
  at: instant.nullable(),
})

export const message = z.object({
  id: id('message'),
  conversationId: id('conversation'),
  inboxId: id('inbox'),
  direction: z.enum(['in', 'out', 'note']),
  channel: z.enum(['email', 'page', 'api', 'note']),
  at: instant,
  from: person.nullable(),
  /** The teammate who wrote it, for ours and for notes. */
  authorId: z.string().nullable(),
  authorName: z.string().nullable(),
  to: z.array(person),
  cc: z.array(person),
  /** Of ours: whoever got it unseen by the others. Never in a header, never on a page of theirs. */
  bcc: z.array(person),
  subject: z.string(),
  /** The visible reply: without quotes and signature. */
  text: z.string(),
  textFull: z.string(),
  /** Sanitised; inline images point to our own addresses; remote images are taken out. */
  html: z.string().nullable(),
  /** Remote images were taken out; `POST …/images` is what a person clicks. */
  hasRemote: z.boolean(),
  attachments: z.array(attachment),
  flags: z.object({
    autoReply: z.boolean(),
    bounce: z.boolean(),
    suppressAutoReply: z.boolean(),
    /** Sent through a mailing list or in bulk. */
    list: z.boolean(),
    /** A mailbox provider tells of a complaint about our mail. */
    report: z.boolean(),
    /** A machine asks us to prove that we are people. */
    challenge: z.boolean(),
  }),
  bounce: z
    .object({
      recipients: z.array(z.string()),
      kind: z.enum(['hard', 'soft']).nullable(),
      reason: z.string().nullable(),
    })
    .nullable(),
  /** The letter inside this one. `by`: the teammate who passed it on; it counts as its writer's own then. */
  forwarded: z
    .object({
      from: person.nullable(),
      subject: z.string(),
      text: z.string(),
      by: person.nullable(),
    })
    .nullable(),
  /** Its subject, where it joined and nobody here had used it before: perhaps another matter (`POST …/splitting`). */
  newSubject: z.string().nullable(),
  /** Sentences for the teammate: not proven to be from this address, could not be fully read … */
  warnings: z.array(z.string()),
  /** Held for a teammate: not shown to the customer until let in. */
  held: z.boolean(),
  unreadable: z.boolean(),
  hasRaw: z.boolean(),
  delivery: z.array(delivery),
  /** Our own message can still be taken back until then. */
  undoUntil: instant.nullable(),
})
export type Message = z.infer<typeof message>

export const ask = z.object({
  id: z.string(),
  messageId: z.string(),
  text: z.string(),
  answered: z.boolean(),
})

/** Words of theirs that showed a signal (A8); shown to teammates only. */
export const mood = z.object({ signal: z.string(), words: z.string(), messageId: z.string() })

export const conversationRow = z.object({
  id: id('conversation'),
  status,
  subject: z.string(),
  customerId: z.string(),
  assigneeId: z.string().nullable(),
  inboxId: id('inbox'),
  lastAt: instant,
  /** When their wait for us began; null while we wait for them. */
  waitingSince: instant.nullable(),
  gist: z.string(),
  customer: z.object({ name: z.string(), preferredName: z.string().nullable() }),
  /** By when they should be answered, and whether that has passed; null where nobody waits or nothing is set. */
  target: z.object({ at: instant, missed: z.boolean() }).nullable(),
  /** The earliest open promise. */
  promise: z.object({ id: z.string(), due: instant.nullable(), state: z.string() }).nullable(),
  asks: z.number(),
  chased: z.number(),
  /** A problem with an answer of ours and nothing done; always false where the team does not record what it does. */
  talkOnly: z.boolean(),
  /** We let this person down then, and they gave us a second chance; null where nothing runs. */
  letDownAt: instant.nullable(),
  later: z.object({ until: instant.nullable(), reason: z.string() }).nullable(),
  /** The teammate it is handed to who has not said yes yet. */
  handoverToId: z.string().nullable(),
  channel: z.string(),
  /** By name. */
  tags: z.array(tag),
  /** Why it stands where it stands, for the hover: "promised for 14:00". */
  because: z.string(),
  unread: z.boolean(),
  held: z.boolean(),
  demo: z.boolean(),
  viewers: z.array(z.object({ teammateId: z.string(), doing: z.enum(['looking', 'typing']) })),
})
export type ConversationRow = z.infer<typeof conversationRow>

export const systemLine = z.object({
  id: z.string(),
  at: instant,
  type: z.string(),
  by: z.string().nullable(),
  detail: z.record(z.string(), z.unknown()),
})

export const draft = z.object({
  kind: z.enum(['reply', 'note']),
  html: z.string(),
  text: z.string(),
  to: z.array(person),
  cc: z.array(person),
  bcc: z.array(person),
  attachments: z.array(attachment),
  version: z.number(),
  updatedAt: instant,
})

/**
 * The `updatedAt` of my draft that these words were, null where it was never kept: one kept since then stays. Left out: whatever
 * draft I have here goes with them.
 */
export const draftOfWords = instant.nullable().optional()

/** An answer that leaves by itself at its time; nothing of it is said or promised before. */
export const scheduledReply = z.object({
  id: id('scheduled'),
  conversationId: id('conversation'),
  sendAt: instant,
  /** kept-back: something came in between, and a person decides. */
  state: z.enum(['waiting', 'kept-back']),
  /** Why it was kept back. */
  because: z.string().nullable(),
  authorId: z.string(),
  authorName: z.string().nullable(),
  to: z.array(person),
  cc: z.array(person),
  bcc: z.array(person),
  text: z.string(),
  /** What leaves in the place of its writer's words, where it leaves in another language. */
  leaves: z.object({ language: z.string(), text: z.string() }).nullable(),
  attachments: z.array(attachment),
  promises: z.array(z.object({ what: z.string(), due: instant.nullable(), quote: z.string().nullable() })),
})
export type ScheduledReply = z.infer<typeof scheduledReply>

export const conversation = conversationRow.extend({
  createdAt: instant,
  messages: z.array(message),
  asks: z.array(ask),
  moods: z.array(mood),
  promises: z.array(promise),
  participants: z.array(person.extend({ role: z.enum(['requester', 'cc']) })),
  pageUrl: z.string(),
  person: customer.extend({ facts: z.array(fact) }),
  /** Earlier matters of this person, newest first, folded as chapters. */
  chapters: z.array(z.object({ id: z.string(), subject: z.string(), status, at: instant, gist: z.string() })),
  possiblyRelatedId: z.string().nullable(),
  lines: z.array(systemLine),
  drafts: z.array(draft),
  scheduled: z.array(scheduledReply),
  /** The conversation this one grew out of, where it can be put back. */
  splitFrom: z.object({ id: id('conversation'), subject: z.string() }).nullable(),
  /** Give it back with a reply: a colleague's crossing answer is then noticed. */
  seen: z.string(),
  ...ties,
  /** Whoever looks after it, or whose customer this is, is away, and who answers for them; null where nobody is away or stands in. */
  standIn: z
    .object({ forId: id('teammate'), forName: z.string(), byId: id('teammate'), byName: z.string() })
    .nullable(),
  goodbye: z.object({ next: z.string(), at: instant, by: z.string().nullable() }).nullable(),
})
export type Conversation = z.infer<typeof conversation>

const byId = z.object({ id: id('conversation') })
export const goodbye = z.enum(['next-step', 'thanks', 'nothing-more'])
/** What was said at the end, when none of the three fits; kept with the closing, not sent. */
const ownWords = z.string().trim().min(1).max(2000)

export const conversationsRoutes = routes({
  'PATCH /conversations/{id}': {
    summary: 'Reword the subject shown to the team',
    access: 'teammate',
    params: byId,
    body: z.strictObject({ subject: z.string().trim().min(1).max(400) }),
    response: ok,
  },
  'POST /conversations/{id}/closing': {
    summary: 'Done for now, with a goodbye. Any new message from them reopens.',
    access: 'teammate',
    params: byId,
    body: z.strictObject({ goodbye: z.union([goodbye, ownWords]).optional() }).optional(),
    response: z.object({ missing: z.array(z.string()) }),
    status: 201,
  },
  'POST /conversations/{id}/reopening': {
    summary: 'Open it again',
    access: 'teammate',
    params: byId,
    body: nothing,
    response: ok,
    status: 201,
  },
  'POST /conversations/{id}/snoozing': {
    summary: 'Later, always with a reason; `until` null means: when they reply',
    access: 'teammate',
    params: byId,
    body: z.strictObject({ until: instant.nullable(), reason: z.string().trim().min(1).max(300) }),
    response: ok,
    status: 201,
  },
  'POST /conversations/{id}/assignment': {
    summary: 'Give it to a teammate; null puts it back to New',
    access: 'teammate',
    params: byId,
    body: z.strictObject({ teammateId: id('teammate').nullable() }),
    response: ok,
    status: 201,
  },
  'POST /conversations/{id}/admission': {
    summary: 'Let a held message in: it becomes part of the conversation, or a conversation of its own',
    access: 'teammate',
    params: byId,
    body: z.strictObject({ messageId: id('message') }),
    response: ok,
    status: 201,
  },
  'POST /conversations/{id}/asks/{askId}/answer': {
    summary: 'Tick (or untick) one of the things they asked',
    access: 'teammate',
    params: z.object({ id: id('conversation'), askId: z.string() }),
    body: z.strictObject({ answered: z.boolean() }),
    response: ok,
    status: 201,
  },
  'PUT /conversations/{id}/drafts/{kind}': {
    summary: 'Keep my draft; refused when an older version would overwrite a newer one',
    access: 'teammate',
    params: z.object({ id: id('conversation'), kind: z.enum(['reply', 'note']) }),
    body: z.strictObject({
      html: z.string().max(400_000),
      text: z.string().max(200_000),
      to: z.array(person).default([]),
      cc: z.array(person).default([]),
      bcc: z.array(person).default([]),
      attachments: z.array(id('file')).default([]),
      version: z.number().int().min(0),
    }),
    response: z.object({ version: z.number(), updatedAt: instant }),
  },
  'DELETE /conversations/{id}/drafts/{kind}': {
    summary: 'Throw my draft away',
    access: 'teammate',
    params: z.object({ id: id('conversation'), kind: z.enum(['reply', 'note']) }),
    /** The draft's `updatedAt`: one kept since then stays. */
    query: z.strictObject({ keptAt: instant.optional() }),
    status: 204,
  },
  'PUT /conversations/{id}/presence': {
    summary: 'I am looking, or typing; forgotten after 15 seconds unless said again',
    access: 'observer',
    params: byId,
    body: z.strictObject({ doing: z.enum(['looking', 'typing', 'gone']) }),
    response: ok,
  },
  'POST /conversations/{id}/link': {
    summary: 'A fresh link to the page of the customer; `revoke` makes the earlier ones stop working',
    access: 'teammate',
    params: byId,
    body: z.strictObject({ revoke: z.boolean().default(false) }).optional(),
    response: z.object({ pageUrl: z.string() }),
    status: 201,
  },
  'POST /files': {
    summary: 'Upload one file (multipart/form-data, field `file`) to attach to a reply or note',
    access: 'teammate',
    takes: 'multipart/form-data',
    response: attachment,
    status: 201,
  },
  'GET /messages/{id}/html': {
    summary: 'The letter as a page for a sandboxed frame; `images=1` loads remote images through us',
    access: 'observer',
    params: z.object({ id: id('message') }),
    query: z.strictObject({ images: z.enum(['0', '1']).default('0') }),
    gives: 'text/html',
  },
})
