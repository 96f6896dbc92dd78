import { z } from 'zod'
import { day } from './calendar.ts'
import { id, instant } from './common.ts'
import { routes } from './route.ts'

export const goal = z.object({
  id: id('goal'),
  customerId: z.string(),
  customerName: z.string(),
  inboxId: z.string(),
  /** The customer's own words. */
  words: z.string(),
  /** Where they stand; null where they were said aloud. */
  conversationId: z.string().nullable(),
  messageId: z.string().nullable(),
  reviewOn: day,
  /** The day has come. */
  due: z.boolean(),
  state: z.enum(['open', 'done', 'dropped']),
  madeAt: instant,
  reviews: z.array(
    z.object({
      at: instant,
      by: z.string().nullable(),
      outcome: z.enum(['done', 'again', 'dropped']),
      note: z.string().nullable(),
      nextOn: day.nullable(),
    }),
  ),
})
export type Goal = z.infer<typeof goal>

const byId = z.object({ id: id('goal') })
const byCustomer = z.object({ id: id('customer') })
const words = z.string().trim().min(1).max(500)

export const goalsRoutes = routes({
  'GET /customers/{id}/goals': {
    summary: 'What they want to reach, open ones first',
    access: 'observer',
    params: byCustomer,
    response: z.object({ items: z.array(goal) }),
  },
  'POST /customers/{id}/goals': {
    summary: 'Keep a goal of theirs; with `messageId` the words must stand in that message',
    access: 'teammate',
    params: byCustomer,
    body: z.strictObject({
      words,
      messageId: id('message').optional(),
      inboxId: id('inbox').optional(),
      reviewOn: day,
    }),
    response: goal,
    status: 201,
  },
  'GET /goals': {
    summary: 'Goals whose review day has come: of my customers, and of those who have no person',
    access: 'observer',
    response: z.object({ items: z.array(goal) }),
  },
  'POST /goals/{id}/reviews': {
    summary: 'Looked at with them: reached, to be looked at again, or no longer wanted',
    access: 'teammate',
    params: byId,
    body: z.strictObject({
      outcome: z.enum(['done', 'again', 'dropped']),
      /** With `again`: the next day to look at it. */
      nextOn: day.optional(),
      note: z.string().trim().max(500).optional(),
    }),
    response: goal,
    status: 201,
  },
  'DELETE /goals/{id}': {
    summary: 'Forget a goal that was kept by mistake',
    access: 'teammate',
    params: byId,
    status: 204,
  },
})
