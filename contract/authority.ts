import { z } from 'zod'
import { id, instant, ok } from './common.ts'
import { routes } from './route.ts'

/** What every team may give; a team adds its own by name. */
export const usualGifts = ['refund', 'gift', 'extend', 'call-out'] as const

const kind = z.string().trim().min(1).max(40)
/** A currency (EUR), or what is counted: days, times. */
const unit = z.union([
  z.string().regex(/^[A-Z]{3}$/, 'must be a currency like EUR'),
  z.enum(['days', 'times']),
])
/** With at most two decimals. */
const amount = z.number().positive().max(10_000_000).multipleOf(0.01)
const limit = amount.nullable().default(null)
const words = z.string().trim().min(1).max(500)

const rule = {
  role: z.enum(['teammate', 'lead', 'admin']),
  kind,
  unit,
  /** In one matter. */
  perCase: amount,
  /** For one customer within a year; null: no limit. */
  perPerson: limit,
  /** By one teammate within a calendar month; null: no limit. */
  perMonth: limit,
  /** Claims up to this are believed without proof; null: nothing is said. */
  noProofUpTo: limit,
  /** Null: every inbox. */
  inboxId: id('inbox').nullable().default(null),
  /** Why this much: whoever decides should know. */
  because: words,
}
export const authorityRule = z.object({
  id: id('rule'),
  ...rule,
  perPerson: amount.nullable(),
  perMonth: amount.nullable(),
  noProofUpTo: amount.nullable(),
  inboxId: z.string().nullable(),
})
export type AuthorityRule = z.infer<typeof authorityRule>

export const decision = z.object({
  id: id('decision'),
  conversationId: id('conversation'),
  subject: z.string(),
  customerName: z.string(),
  inboxId: z.string(),
  kind: z.string(),
  unit: z.string(),
  amount: z.number(),
  because: z.string(),
  /** Why proof was asked; null: they were believed. */
  proof: z.string().nullable(),
  state: z.enum(['decided', 'asked', 'approved', 'declined', 'withdrawn']),
  byId: z.string().nullable(),
  by: z.string().nullable(),
  at: instant,
  answeredBy: z.string().nullable(),
  answeredAt: instant.nullable(),
  /** Why it was declined. */
  answer: z.string().nullable(),
  /** What a connected program made of it; none where none is connected. */
  result: z.enum(['none', 'waiting', 'done', 'failed']),
  reference: z.string().nullable(),
  resultWords: z.string().nullable(),
  /** Just decided or only asked, and nothing set in motion: it can still be taken back. */
  canWithdraw: z.boolean(),
  /** What can be said of it in the reply, as it stands; null where nothing may be said yet. */
  sentence: z.string().nullable(),
})
export type Decision = z.infer<typeof decision>

/** What I may give here at this moment. */
const may = z.object({
  kind: z.string(),
  unit: z.string(),
  /** What is left; 0: ask first. Null: no limit. */
  upTo: z.number().nullable(),
  noProofUpTo: z.number().nullable(),
  because: z.string().nullable(),
})

const delivery = z.object({
  id: id('delivery'),
  /** Null: a trial. */
  decisionId: z.string().nullable(),
  at: instant,
  /** taken: it has it; later: it is away or busy, and tried again; refused: never to be taken; gone: it wants nothing more. */
  outcome: z.enum(['taken', 'later', 'refused', 'gone']),
  /** What it answered; 0 where nobody did. */
  status: z.number().int(),
  tookMs: z.number().int(),
  /** What it was about, and what has become of it since; null for a trial, or where it is forgotten. */
  about: z
    .object({
      conversationId: z.string(),
      customerName: z.string(),
      amount: z.number(),
      unit: z.string(),
      result: z.enum(['none', 'waiting', 'done', 'failed']),
      resultWords: z.string().nullable(),
    })
    .nullable(),
})
export type HookDelivery = z.infer<typeof delivery>

const hook = z.object({
  kind: z.string(),
  url: z.string(),
  /** The address lies in our own network. */
  inside: z.boolean(),
  /** The newest delivery. */
  last: delivery.pick({ at: true, outcome: true, status: true }).nullable(),
  /** Handed over or tried again, and not confirmed yet. */
  waiting: z.number().int(),
})
export type AuthorityHook = z.infer<typeof hook>

const byId = z.object({ id: id('decision') })
const byConversation = z.object({ id: id('conversation') })

export const authorityRoutes = routes({
  'GET /authority': {
    summary: 'What each may give without asking, and why',
    access: 'observer',
    response: z.object({ items: z.array(authorityRule) }),
  },
  'PUT /authority': {
    summary: 'Set a limit, or change the one of the same role, kind, unit and inbox',
    access: 'lead',
    body: z.strictObject(rule),
    response: authorityRule,
  },
  'DELETE /authority/{id}': {
    summary: 'Take a limit away: from now on it is asked first',
    access: 'lead',
    params: z.object({ id: id('rule') }),
    response: ok,
  },
  'GET /conversations/{id}/decisions': {
    summary: 'What was decided in this matter, newest first, and what the reader may still decide alone',
    access: 'observer',
    params: byConversation,
    response: z.object({ items: z.array(decision), may: z.array(may) }),
  },
  'POST /conversations/{id}/decisions': {
    summary: 'Decide it, within one’s limits; with `ask`, what is above them goes to somebody who may',
    access: 'teammate',
    params: byConversation,
    body: z.strictObject({
      kind,
      unit,
      amount,
      because: words,
      /** Proof was asked for, and why; within what is believed it needs this reason. */
      proof: words.optional(),
      ask: z.boolean().default(false),
    }),
    response: decision,
    status: 201,
  },
  'GET /decisions': {
    summary: 'What waits for a yes of somebody who may decide it, the oldest first',
    access: 'observer',
    response: z.object({ items: z.array(decision) }),
  },
  'POST /decisions/{id}/approval': {
    summary: 'Yes: it is decided',
    access: 'lead',
    params: byId,
    response: decision,
    status: 201,
  },
  'POST /decisions/{id}/refusal': {
    summary: 'No, and why',
    access: 'lead',
    params: byId,
    body: z.strictObject({ because: words }),
    response: decision,
    status: 201,
  },
  'POST /decisions/{id}/withdrawal': {
    summary: 'Not needed after all; only within an hour, and while nothing has been set in motion',
    access: 'teammate',
    params: byId,
    response: decision,
    status: 201,
  },
  'GET /authority-hooks': {
    summary: 'Which programs carry decisions out',
    access: 'admin',
    response: z.object({ items: z.array(hook) }),
  },
  'GET /authority-hooks/{kind}/deliveries': {
    summary: 'What was handed to this program in the last month, newest first, and what it said',
    access: 'admin',
    params: z.object({ kind }),
    response: z.object({ items: z.array(delivery) }),
  },
  'POST /authority-hooks/{kind}/trial': {
    summary: 'Hand it a trial, signed like a decision; nothing is to be carried out',
    access: 'admin',
    params: z.object({ kind }),
    response: delivery,
    status: 201,
  },
  'POST /decisions/{id}/sending': {
    summary: 'Hand it over once more, with the same id, so that nobody is paid twice',
    access: 'admin',
    params: byId,
    response: decision,
    status: 201,
  },
  'PUT /authority-hooks': {
    summary: 'Send decisions of a kind, signed, to an address; the secret is shown this once',
    access: 'admin',
    body: z.strictObject({
      kind,
      url: z.url({ protocol: /^https?$/ }).max(500),
      /** The address lies in our own network. */
      inside: z.boolean().default(false),
    }),
    response: z.object({ kind: z.string(), url: z.string(), secret: z.string() }),
  },
  'DELETE /authority-hooks/{kind}': {
    summary: 'Send no decisions of this kind any more',
    access: 'admin',
    params: z.object({ kind }),
    response: ok,
  },
})

/** What the other program says: carried out, or not and why. */
export const decisionResult = z.strictObject({
  /** Which decision: here, or as the `webhook-id`, since the address is not signed. */
  id: id('decision').optional(),
  result: z.enum(['done', 'failed']),
  reference: z.string().trim().max(200).optional(),
  words: z.string().trim().max(500).optional(),
})

export const decisionHookRoutes = routes({
  'POST /hooks/decisions/{id}': {
    summary: 'The result of a decision, signed with the same secret (Standard Webhooks)',
    access: 'anyone',
    params: byId,
    response: ok,
  },
})
