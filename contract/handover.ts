import { z } from 'zod'
import { id, instant, nothing, pageOf, pageQuery } from './common.ts'
import { routes } from './route.ts'

export const urgency = z.enum(['now', 'today', 'can-wait'])

/** What the receiver should know, in the giver's words. */
export const brief = z.object({
  who: z.string().trim().max(600),
  /** With the words that showed it. */
  feels: z.string().trim().max(1000),
  /** Asked and not answered. */
  asked: z.string().trim().max(3000),
  promised: z.string().trim().max(3000),
  urgency,
  more: z.string().trim().max(3000).default(''),
})
export type Brief = z.infer<typeof brief>

/** Where each part of the brief stands in the conversation. */
export const briefSources = z.object({
  feels: z.array(z.object({ signal: z.string(), words: z.string(), messageId: z.string() })),
  asked: z.array(z.object({ text: z.string(), messageId: z.string() })),
  promised: z.array(z.object({ promiseId: z.string(), what: z.string(), due: instant.nullable() })),
})
export type BriefSources = z.infer<typeof briefSources>

export const handover = z.object({
  id: id('handover'),
  conversationId: id('conversation'),
  subject: z.string(),
  customerId: z.string(),
  customerName: z.string(),
  inboxId: z.string(),
  fromId: z.string().nullable(),
  fromName: z.string().nullable(),
  toId: z.string(),
  toName: z.string(),
  /** Null where it was only assigned, without a word. */
  brief: brief.nullable(),
  sources: briefSources,
  state: z.enum(['open', 'accepted', 'returned', 'withdrawn', 'ended']),
  madeAt: instant,
  answeredAt: instant.nullable(),
  because: z.string().nullable(),
  /** Accepted, and whoever took it on has written to the customer since. */
  told: z.boolean(),
})
export type Handover = z.infer<typeof handover>

const byId = z.object({ id: id('handover') })
const ofConversation = z.object({ id: id('conversation') })

export const handoverRoutes = routes({
  'GET /conversations/{id}/handover-proposal': {
    summary:
      'A brief proposed from the timeline: who, what they feel, what is open, what was promised, how urgent',
    access: 'teammate',
    params: ofConversation,
    query: z.strictObject({ to: id('teammate').optional() }),
    response: z.object({
      brief,
      sources: briefSources,
      /** Why it is as urgent as it says. */
      because: z.string(),
      /** What speaks against this receiver: away, with who stands in. */
      hint: z.object({ says: z.string(), standInId: z.string().nullable() }).nullable(),
    }),
  },
  'GET /handovers': {
    summary: 'Handovers, newest first; `mine`: from me or to me',
    access: 'observer',
    query: z.strictObject({
      ...pageQuery,
      state: z.enum(['open', 'accepted', 'returned', 'withdrawn', 'ended']).optional(),
      mine: z.literal('true').optional(),
      conversation: id('conversation').optional(),
    }),
    response: pageOf(handover),
  },
  'POST /conversations/{id}/handovers': {
    summary: 'Hand over with a brief; it stays where it is until the receiver accepts',
    access: 'teammate',
    params: ofConversation,
    body: z.strictObject({ teammateId: id('teammate'), brief }),
    response: handover,
    status: 201,
  },
  'POST /handovers/{id}/acceptance': {
    summary:
      'Take it on: the conversation and what the giver promised in it are mine, and a draft tells the customer',
    access: 'teammate',
    params: byId,
    body: nothing,
    response: handover.extend({
      /** The draft that tells the customer; it stands in my composer unless I was writing already. */
      draft: z.string(),
      promiseIds: z.array(z.string()),
    }),
    status: 201,
  },
  'POST /handovers/{id}/return': {
    summary: 'Give it back, with the reason',
    access: 'teammate',
    params: byId,
    body: z.strictObject({ because: z.string().trim().min(1).max(500) }),
    response: handover,
    status: 201,
  },
  'POST /handovers/{id}/withdrawal': {
    summary: 'Take a handover back before it is accepted',
    access: 'teammate',
    params: byId,
    body: nothing,
    response: handover,
    status: 201,
  },
})
