import { z } from 'zod'
import { id, instant, nothing, ok } from './common.ts'
import { routes } from './route.ts'

const name = z.string().trim().min(1).max(120)
/** What can be said of it in a letter, in the words of the house. */
const words = z.string().trim().min(1).max(500)
/** With at most two decimals; 0: it costs nothing but the thought. */
const cost = z.number().min(0).max(100_000).multipleOf(0.01)
const unit = z.string().regex(/^[A-Z]{3}$/, 'must be a currency like EUR')

export const extra = z.object({
  id: id('extra'),
  name: z.string(),
  words: z.string(),
  cost: z.number(),
  /** The currency; null where it costs nothing. */
  unit: z.string().nullable(),
  /** Null: as many as are wanted. */
  left: z.number().int().nullable(),
  /** Who makes it; null where nobody has to. */
  makerId: z.string().nullable(),
  inboxId: z.string().nullable(),
  /** In the last year, in inboxes the reader sees. */
  given: z.number().int(),
  delivered: z.number().int(),
  glad: z.number().int(),
})
export type Extra = z.infer<typeof extra>

export const givenExtra = z.object({
  id: id('given'),
  conversationId: id('conversation'),
  subject: z.string(),
  customerName: z.string(),
  extraId: z.string(),
  name: z.string(),
  cost: z.number(),
  unit: z.string().nullable(),
  because: z.string().nullable(),
  /**
   * waiting: for a yes, or for the program that carries it out; to-make: its maker has not said by when; possible: it may be told;
   * off: it will not be, after all.
   */
  state: z.enum(['waiting', 'to-make', 'possible', 'delivered', 'off']),
  by: z.string().nullable(),
  at: instant,
  makerId: z.string().nullable(),
  makerName: z.string().nullable(),
  /** By when they have it, where somebody said so. */
  due: instant.nullable(),
  deliveredAt: instant.nullable(),
  answer: z
    .object({
      words: z.string(),
      messageId: z.string().nullable(),
      glad: z.boolean(),
      at: instant,
      by: z.string().nullable(),
    })
    .nullable(),
  /** Their words since then that sound glad, for a person to confirm. */
  proposal: z.object({ messageId: z.string(), words: z.string() }).nullable(),
  /** What may be said of it in the reply; null while it is not possible. */
  sentence: z.string().nullable(),
})
export type GivenExtra = z.infer<typeof givenExtra>

const spent = z.object({
  unit: z.string(),
  amount: z.number(),
  /** How many of those that cost money made somebody glad. */
  glad: z.number().int(),
})

const fields = {
  name,
  words,
  cost: cost.default(0),
  unit: unit.nullable().default(null),
  left: z.number().int().min(0).max(100_000).nullable().default(null),
  makerId: id('teammate').nullable().default(null),
  inboxId: id('inbox').nullable().default(null),
}

const byId = z.object({ id: id('extra') })
const byGiven = z.object({ id: id('given') })
const byConversation = z.object({ id: id('conversation') })

export const extrasRoutes = routes({
  'GET /extras': {
    summary: 'Little extras, those that cost nothing first; and what came of them in the last year',
    access: 'observer',
    response: z.object({
      items: z.array(extra),
      report: z.object({
        given: z.number().int(),
        delivered: z.number().int(),
        /** Somebody said how it was for them. */
        answered: z.number().int(),
        glad: z.number().int(),
        /** Given at no cost, and how many of those made somebody glad. */
        free: z.number().int(),
        freeGlad: z.number().int(),
        spent: z.array(spent),
      }),
    }),
  },
  'POST /extras': {
    summary: 'Add a little extra to the catalogue',
    access: 'lead',
    body: z.strictObject(fields),
    response: extra,
    status: 201,
  },
  'PUT /extras/{id}': {
    summary: 'Change one; what was given keeps what it was',
    access: 'lead',
    params: byId,
    body: z.strictObject(fields),
    response: extra,
  },
  'DELETE /extras/{id}': {
    summary: 'Give it no more; what was given stays on record',
    access: 'lead',
    params: byId,
    response: ok,
  },
  'GET /conversations/{id}/extras': {
    summary: 'What may be given here, and what was',
    access: 'observer',
    params: byConversation,
    response: z.object({
      items: z.array(givenExtra),
      /** free: it costs nothing; yours: within what the reader may give; ask: a lead says yes first; none-left. */
      may: z.array(
        extra
          .pick({ id: true, name: true, cost: true, unit: true, left: true, makerId: true })
          .extend({ makerName: z.string().nullable(), how: z.enum(['free', 'yours', 'ask', 'none-left']) }),
      ),
    }),
  },
  'POST /conversations/{id}/extras': {
    summary: 'Give one; what costs more than the giver may decide goes to a lead with `ask`',
    access: 'teammate',
    params: byConversation,
    body: z.strictObject({
      extraId: id('extra'),
      because: z.string().trim().min(1).max(500).optional(),
      ask: z.boolean().default(false),
    }),
    response: givenExtra,
    status: 201,
  },
  'GET /given-extras': {
    summary: 'What I have to make or to bring, the oldest first',
    access: 'observer',
    response: z.object({ items: z.array(givenExtra) }),
  },
  'POST /given-extras/{id}/possibility': {
    summary: 'Its maker says yes, and by when they have it; from now on it may be told',
    access: 'teammate',
    params: byGiven,
    body: z.strictObject({ due: instant.optional() }),
    response: givenExtra,
    status: 201,
  },
  'POST /given-extras/{id}/delivery': {
    summary: 'They have it',
    access: 'teammate',
    params: byGiven,
    body: nothing,
    response: givenExtra,
    status: 201,
  },
  'PUT /given-extras/{id}/answer': {
    summary: 'What they said to it, in their own words; with `messageId` they must stand in that message',
    access: 'teammate',
    params: byGiven,
    body: z.strictObject({ words, glad: z.boolean(), messageId: id('message').optional() }),
    response: givenExtra,
  },
  'POST /given-extras/{id}/cancellation': {
    summary: 'Not after all; what is left and what may be given are as before',
    access: 'teammate',
    params: byGiven,
    body: nothing,
    response: givenExtra,
    status: 201,
  },
})
