import { z } from 'zod'
import { day } from './calendar.ts'
import { id, instant, nothing, pageOf, pageQuery } from './common.ts'
import { routes } from './route.ts'

export const personOfCustomer = z.object({
  /** Whose customer they are; null while nobody is named. */
  person: z
    .object({
      teammateId: id('teammate'),
      name: z.string(),
      title: z.string().nullable(),
      since: instant,
      /** While they are away: until which day, and who stands in. */
      away: z
        .object({ until: day, standInId: z.string().nullable(), standInName: z.string().nullable() })
        .nullable(),
    })
    .nullable(),
  /** Who has answered them three times or more; asked once, null after a no. */
  proposal: z.object({ teammateId: id('teammate'), name: z.string(), times: z.number() }).nullable(),
})
export type PersonOfCustomer = z.infer<typeof personOfCustomer>

const whose = z.enum(['own', 'stand-in', 'other'])
const byCustomer = z.object({ id: id('customer') })

export const personsRoutes = routes({
  'GET /customers/{id}/person': {
    summary: 'Whose customer they are, and who stands in',
    access: 'observer',
    params: byCustomer,
    response: personOfCustomer,
  },
  'PUT /customers/{id}/person': {
    summary: 'Make somebody their person; new letters go to them, or to whoever stands in',
    access: 'teammate',
    params: byCustomer,
    body: z.strictObject({ teammateId: id('teammate').nullable() }),
    response: personOfCustomer,
  },
  'POST /customers/{id}/person-refusals': {
    summary: 'Not their person: do not ask again',
    access: 'teammate',
    params: byCustomer,
    body: nothing,
    response: personOfCustomer,
    status: 201,
  },
  'GET /persons/figures': {
    summary:
      'Of the conversations of customers who have a person, in how many that person answered; the last 90 days',
    access: 'observer',
    response: z.object({
      days: z.number(),
      own: z.number(),
      standIn: z.number(),
      other: z.number(),
      total: z.number(),
      /** By their person or whoever stood in; null where nothing was answered. */
      share: z.number().nullable(),
    }),
  },
  'GET /persons/answers': {
    summary: 'The conversations behind that figure',
    access: 'observer',
    query: z.strictObject({ ...pageQuery, whose: whose.optional() }),
    response: pageOf(
      z.object({
        conversationId: id('conversation'),
        subject: z.string(),
        customerId: z.string(),
        customerName: z.string(),
        personId: z.string(),
        whose,
        answeredBy: z.array(z.string()),
      }),
    ),
  },
})
