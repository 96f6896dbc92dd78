import { z } from 'zod'
import { id, instant, pageOf, pageQuery } from './common.ts'
import { routes } from './route.ts'

/** made → (nudged) → kept · late → kept · released; renegotiated moves the due, and what was late is open again. */
export const promiseState = z.enum(['open', 'late', 'kept', 'released'])

export const promiseStep = z.object({
  kind: z.enum([
    'made',
    'nudged',
    'renegotiated',
    'handed-over',
    'accepted',
    'declined',
    /** Its maker left, or sees the inbox no more; `to` is who has it now, null while it is nobody's. */
    'passed-on',
    'kept',
    'late',
    'released',
  ]),
  at: instant,
  by: z.string().nullable(),
  detail: z.record(z.string(), z.unknown()),
})

export const promise = z.object({
  id: id('promise'),
  what: z.string(),
  customerId: z.string(),
  customerName: z.string(),
  conversationId: z.string(),
  subject: z.string(),
  inboxId: z.string(),
  makerId: z.string().nullable(),
  /** The teammate asked to take it over who has not accepted yet. */
  handoverToId: z.string().nullable(),
  due: instant.nullable(),
  state: promiseState,
  /** The sentence it came from. */
  quote: z.string().nullable(),
  messageId: z.string().nullable(),
  madeAt: instant,
  keptAt: instant.nullable(),
  told: z.boolean(),
  nudgedAt: instant.nullable(),
  demo: z.boolean(),
  steps: z.array(promiseStep),
})
export type Promised = z.infer<typeof promise>

/** What speaks against a promise as it is given: one sentence with the nearest good proposal. Only `past` is refused. */
export const dueHint = z.object({
  kind: z.enum(['past', 'closed', 'holiday', 'away', 'nobodys']),
  says: z.string(),
  /** The proposed time, and who could keep it; null where the one given is good. */
  due: instant.nullable(),
  makerId: z.string().nullable(),
})

const byId = z.object({ id: id('promise') })

export const promisesRoutes = routes({
  'GET /promises': {
    summary: 'Promises by due time, late ones first',
    access: 'observer',
    query: z.strictObject({
      ...pageQuery,
      state: promiseState.optional(),
      due_before: instant.optional(),
      maker: z.union([id('teammate'), z.literal('me')]).optional(),
      customer: id('customer').optional(),
      conversation: id('conversation').optional(),
    }),
    response: pageOf(promise),
  },
  'GET /promises/figures': {
    summary:
      'How the team keeps its word: kept in time, told before late, broken; over the last 90 days, with my own for me alone',
    access: 'observer',
    response: z.object({
      team: z.object({ kept: z.number(), toldBefore: z.number(), late: z.number(), total: z.number() }),
      mine: z
        .object({ kept: z.number(), toldBefore: z.number(), late: z.number(), total: z.number() })
        .nullable(),
    }),
  },
  'POST /promises': {
    summary: 'Write down a promise made by hand: on the phone, at the counter',
    access: 'teammate',
    body: z.strictObject({
      conversationId: id('conversation'),
      what: z.string().trim().min(1).max(500),
      /** Null where it waits for something else and has no time of its own yet. */
      due: instant.nullable(),
      /** Mine unless said otherwise; null for the team's, on everyone's board until somebody takes it. */
      makerId: id('teammate').nullable().optional(),
      quote: z.string().max(1000).optional(),
    }),
    response: promise.extend({ hint: dueHint.nullable() }),
    status: 201,
  },
  'GET /promises/hint': {
    summary:
      'What speaks against a time or a maker, before the promise is given: past, outside hours, a holiday, leave',
    access: 'teammate',
    query: z.strictObject({
      due: instant.optional(),
      maker: z.union([id('teammate'), z.literal('me'), z.literal('nobody')]).default('me'),
      conversation: id('conversation').optional(),
    }),
    response: z.object({ hint: dueHint.nullable() }),
  },
  'GET /promises/{id}': {
    summary: 'One promise with its steps',
    access: 'observer',
    params: byId,
    response: promise,
  },
  'POST /promises/{id}/keeping': {
    summary: 'Kept; `told` says whether the customer knows',
    access: 'teammate',
    params: byId,
    body: z.strictObject({ told: z.boolean().default(true) }).optional(),
    response: promise,
    status: 201,
  },
  'POST /promises/{id}/handover': {
    summary: 'Ask a teammate to take it over; it stays with the maker until accepted',
    access: 'teammate',
    params: byId,
    body: z.strictObject({ teammateId: id('teammate'), brief: z.string().max(2000).optional() }),
    response: promise,
    status: 201,
  },
  'POST /promises/{id}/acceptance': {
    summary: 'Take over a promise handed to me',
    access: 'teammate',
    params: byId,
    body: z.strictObject({ accept: z.boolean().default(true) }).optional(),
    response: promise,
    status: 201,
  },
  'POST /promises/{id}/release': {
    summary: 'The customer said it is no longer needed',
    access: 'teammate',
    params: byId,
    body: z.strictObject({ because: z.string().trim().min(1).max(500) }),
    response: promise,
    status: 201,
  },
})
