import { z } from 'zod'
import { id, instant, pageOf, pageQuery } from './common.ts'
import { dueHint, promiseState } from './promises.ts'
import { routes } from './route.ts'

export const callOutcome = z.enum(['reached', 'not-reached'])

/** A call at a time the customer picked. It is a promise: `id` is the promise's, and what is owed, moved and kept stands there. */
export const callback = z.object({
  id: id('promise'),
  conversationId: z.string(),
  inboxId: z.string(),
  customerId: z.string(),
  customerName: z.string(),
  subject: z.string(),
  at: instant,
  minutes: z.number(),
  /** Who rings; null for the team's. */
  callerId: z.string().nullable(),
  phone: z.string(),
  /** What they want to talk about, in their words. */
  about: z.string().nullable(),
  /** Where the clock of whoever is rung stands. */
  timeZone: z.string(),
  askedBy: z.enum(['customer', 'team']),
  state: promiseState,
  outcome: callOutcome.nullable(),
  calledAt: instant.nullable(),
  /** Whoever rings has another call at that time: one of them is to be moved. */
  clashes: z.boolean(),
  /** How often we rang about this matter and nobody picked up. */
  tries: z.number(),
})
export type Callback = z.infer<typeof callback>

export const callRules = z.object({
  /** How long a call may take. */
  minutes: z.union([z.literal(15), z.literal(30), z.literal(45), z.literal(60)]),
  /** Minutes before the first time that is offered. */
  ahead: z.number().int().min(0).max(10_080),
  /** Days for which times are offered. */
  days: z.number().int().min(1).max(60),
})

const byId = z.object({ id: id('promise') })

export const callbacksRoutes = routes({
  'GET /callbacks': {
    summary: 'Calls that customers wait for, in the order of time',
    access: 'observer',
    query: z.strictObject({
      ...pageQuery,
      maker: z.enum(['mine-or-nobody']).optional(),
      conversation: id('conversation').optional(),
    }),
    response: pageOf(callback),
  },
  'GET /callbacks/slots': {
    summary:
      'Times at which a call about a conversation could be, by opening hours, holidays, leave and other calls',
    access: 'teammate',
    query: z.strictObject({ conversation: id('conversation'), caller: id('teammate').optional() }),
    response: z.object({
      slots: z.array(z.object({ at: instant })),
      /** Whose times these are; null where anybody of the team may ring. */
      callerId: z.string().nullable(),
      minutes: z.number(),
      /** The customer’s own; the company’s where nobody knows it. */
      timeZone: z.string(),
    }),
  },
  'GET /callbacks/{id}': {
    summary: 'One call, by the id of its promise',
    access: 'observer',
    params: byId,
    response: callback,
  },
  'POST /callbacks': {
    summary:
      'Set a call by hand. Refused with 409 and the nearest free times where its maker has another call then.',
    access: 'teammate',
    body: z.strictObject({
      conversationId: id('conversation'),
      at: instant,
      phone: z.string().max(60),
      about: z.string().trim().max(1000).optional(),
      /** Who looks after the conversation unless said otherwise; null for the team. */
      callerId: id('teammate').nullable().optional(),
      minutes: z.number().int().min(5).max(240).optional(),
    }),
    response: callback.extend({ hint: dueHint.nullable() }),
    status: 201,
  },
  'PUT /callbacks/{id}/time': {
    summary: 'Another time that was agreed with them; `POST /promises/{id}/renegotiation` also tells them',
    access: 'teammate',
    params: byId,
    body: z.strictObject({ at: instant }),
    response: callback,
  },
  'POST /callbacks/{id}/calling': {
    summary:
      'We rang. Where nobody picked up, `next` proposes the next free time and `words` what to tell them.',
    access: 'teammate',
    params: byId,
    body: z.strictObject({ outcome: callOutcome, note: z.string().trim().max(20_000).optional() }),
    response: callback.extend({ next: instant.nullable(), words: z.string().nullable() }),
    status: 201,
  },
  'GET /callback-rules': {
    summary: 'How long calls are, and how far ahead they can be picked',
    access: 'observer',
    response: callRules,
  },
  'PATCH /callback-rules': {
    summary: 'Change how long calls are, and how far ahead they can be picked',
    access: 'lead',
    body: z.strictObject(callRules.partial().shape),
    response: callRules,
  },
})
