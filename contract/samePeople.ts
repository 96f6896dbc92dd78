import { z } from 'zod'
import { id, instant } from './common.ts'
import { routes } from './route.ts'

/** Why two may be one: the same number, the same name at the same place of work, the same name in one household. */
export const sameReason = z.object({
  kind: z.enum(['phone', 'name-domain', 'name-company']),
  /** The number, the domain, the company. */
  what: z.string(),
})

const side = z.object({
  id: z.string(),
  name: z.string(),
  company: z.string().nullable(),
  emails: z.array(z.string()),
  phones: z.array(z.string()),
})
export const samePair = z.object({ one: side, other: side, reasons: z.array(sameReason) })
export type SamePair = z.infer<typeof samePair>

export const merge = z.object({
  id: id('personMerge'),
  /** Whose page it all stands on now. */
  intoId: z.string(),
  fromName: z.string(),
  by: z.string(),
  at: instant,
  undoUntil: instant,
})

const ofCustomer = z.object({ id: id('customer') })

export const samePeopleRoutes = routes({
  'GET /same-people': {
    summary: 'People who may be one, with the reason; at most 50 pairs',
    access: 'observer',
    query: z.strictObject({ customer: id('customer').optional() }),
    response: z.object({ items: z.array(samePair) }),
  },
  'POST /customers/{id}/same-refusals': {
    summary: 'These two are two people; it is not proposed again',
    access: 'teammate',
    params: ofCustomer,
    body: z.strictObject({ otherId: id('customer') }),
    status: 204,
  },
  'DELETE /customers/{id}/same-refusals/{otherId}': {
    summary: 'Propose these two again',
    access: 'teammate',
    params: z.object({ id: id('customer'), otherId: id('customer') }),
    status: 204,
  },
  'GET /customers/{id}/merges': {
    summary: 'Who was brought together with them and can still be parted',
    access: 'observer',
    params: ofCustomer,
    response: z.object({ items: z.array(merge) }),
  },
  'POST /customers/{id}/merges': {
    summary:
      'Bring two people together: all of the other’s is theirs from now on, later letters too; can be undone for 30 days',
    access: 'teammate',
    params: ofCustomer,
    body: z.strictObject({ otherId: id('customer') }),
    response: merge,
    status: 201,
  },
  'DELETE /person-merges/{id}': {
    summary: 'Part them again, as they were; what came since goes with its conversation',
    access: 'teammate',
    params: z.object({ id: id('personMerge') }),
    status: 204,
  },
})
