import { z } from 'zod'
import { id, instant, pageOf, pageQuery } from './common.ts'
import { routes } from './route.ts'

/**
 * made → (nudged) → kept · late → kept · released; late without a word → broken, which is still to be made good: kept after all,
 * renegotiated or released. Renegotiated moves the due, and what was late or broken is open again; that it was stays on record.
 */
export const promiseState = z.enum(['open', 'late', 'broken', 'kept', 'released'])

/** Comes again when kept, until the conversation is done or the customer needs it no longer. */
export const repeats = z.enum(['daily', 'weekly', 'fortnightly', 'monthly'])

/** Where a promise stands on the board, in the reader's own day. */
export const lane = z.enum(['late', 'today', 'week', 'later', 'waits', 'untold'])

export const promiseStep = z.object({
  kind: z.enum([
    'made',
    'nudged',
    'renegotiated',
    /** They did what our word hung on, and the clock runs. */
    'met',
    'handed-over',
    'accepted',
    'declined',
    /** Its maker left, or sees the inbox no more; `to` is who has it now, null while it is nobody's. */
    'passed-on',
    'kept',
    'late',
    'broken',
    'told',
    'released',
    /** The matter was done, and with it what was promised until then. */
    'ended',
  ]),
  at: instant,
  by: z.string().nullable(),
  detail: z.record(z.string(), z.unknown()),
})

/** Our sentence with what they are to do first, as in “Once you’ve sent the photo, I’ll order it”. */
export const condition = z.string().trim().min(1).max(1000)

/** Our word, or a call at a time of day (`GET /callbacks/{id}` has the number). */
export const promiseKind = z.enum(['word', 'callback'])

export const promise = z.object({
  id: id('promise'),
  kind: promiseKind,
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
  /** Everyone it was made to knows that it is kept. */
  told: z.boolean(),
  /** Everyone it was made to, its customer first, where they are several; else empty. */
  people: z.array(z.object({ position: z.number(), name: z.string(), toldAt: instant.nullable() })),
  repeats: repeats.nullable(),
  brokenAt: instant.nullable(),
  nudgedAt: instant.nullable(),
  condition: z.string().nullable(),
  /** When they had done their part; until then no clock runs. */
  metAt: instant.nullable(),
  /** The time that was named with it, and counts once they have. */
  dueOnceMet: instant.nullable(),
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

export const figures = z.object({
  kept: z.number(),
  toldBefore: z.number(),
  late: z.number(),
  broken: z.number(),
  total: z.number(),
})

export const wordRules = z.object({
  /** Opening days a promise may be late without a word from us before it is broken; null: only people say so. */
  brokenAfterDays: z.number().int().min(0).max(60).nullable(),
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
      maker: z
        .union([id('teammate'), z.enum(['me', 'mine-or-nobody', 'nobody'])])
        .optional()
        .describe('`nobody`: the team’s; `mine-or-nobody`: what I may have to keep'),
      lane: lane.optional(),
      kind: promiseKind.optional(),
      unsettled: z.literal('true').optional().describe('open, late or broken'),
      customer: id('customer').optional(),
      conversation: id('conversation').optional(),
    }),
    response: pageOf(promise),
  },
  'GET /promises/figures': {
    summary:
      'How the team keeps its word: kept in time, told before late, late, broken; over the last 90 days, with my own for me alone',
    access: 'observer',
    response: z.object({ team: figures, mine: figures.nullable() }),
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
      /** With what they are to do first; the due then counts once they have. */
      condition: condition.optional(),
      repeats: repeats.nullable().default(null),
      /** Others it is made to besides the customer, by name. */
      alsoTo: z.array(z.string().trim().min(1).max(200)).max(30).default([]),
    }),
    response: promise.extend({ hint: dueHint.nullable() }),
    status: 201,
  },
  'POST /promises/snoozing': {
    summary:
      'Later, because I said I would: puts the conversation off and makes the promise; it comes back while there is time to keep it',
    access: 'teammate',
    body: z.strictObject({
      conversationId: id('conversation'),
      what: z.string().trim().min(1).max(300),
      due: instant,
    }),
    response: promise,
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
  'GET /promises/{id}/telling-draft': {
    summary: 'The words that tell them first that it will be later, in their language and on their clock',
    access: 'teammate',
    params: byId,
    query: z.strictObject({ due: instant }),
    /** `when` is the new time as the words say it. */
    response: z.object({ text: z.string(), when: z.string() }),
  },
  'POST /promises/{id}/keeping': {
    summary:
      'Kept; `told` says whether the customer knows. One that repeats appears again, unless `again` is false.',
    access: 'teammate',
    params: byId,
    body: z.strictObject({ told: z.boolean().default(true), again: z.boolean().default(true) }).optional(),
    response: promise,
    status: 201,
  },
  'POST /promises/{id}/start': {
    summary:
      'They have done their part: the clock of what hung on it starts, by `due` or by the time that was named with it',
    access: 'teammate',
    params: byId,
    body: z.strictObject({ due: instant.nullable().default(null) }).optional(),
    response: promise,
    status: 201,
  },
  'POST /promises/{id}/telling': {
    summary: 'They know that it is kept: everyone, or of several the people named by position',
    access: 'teammate',
    params: byId,
    body: z.strictObject({ people: z.array(z.number().int().min(0)).min(1).optional() }).optional(),
    response: promise,
    status: 201,
  },
  'POST /promises/{id}/breaking': {
    summary:
      'It cannot be kept any more, says its maker or a lead; it stays on the board until it is made good',
    access: 'teammate',
    params: byId,
    body: z.strictObject({ because: z.string().trim().min(1).max(500) }),
    response: promise,
    status: 201,
  },
  'GET /word-rules': {
    summary: 'When a late promise counts as broken',
    access: 'observer',
    response: wordRules,
  },
  'PATCH /word-rules': {
    summary: 'Change when a late promise counts as broken',
    access: 'lead',
    body: z.strictObject(wordRules.partial().shape),
    response: wordRules,
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
