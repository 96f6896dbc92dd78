import { z } from 'zod'
import { id, instant, pageOf, pageQuery } from './common.ts'
import { routes } from './route.ts'

/** A company or a household: people who belong together. */
export const circleKind = z.enum(['company', 'household'])

const namedPerson = z.object({ id: z.string(), name: z.string(), role: z.string().nullable() })

export const circleRow = z.object({
  id: id('circle'),
  kind: circleKind,
  name: z.string(),
  inboxId: z.string(),
  /** Those of its people whom the reader may know. */
  people: z.array(namedPerson),
  openConversations: z.number(),
})
export type Circle = z.infer<typeof circleRow>

const conversationLine = z.object({
  id: z.string(),
  subject: z.string(),
  status: z.string(),
  lastAt: instant,
  customerId: z.string(),
  customerName: z.string(),
})

/** Whom somebody belongs to, and with whom they are related. */
export const around = z.object({
  circles: z.array(
    z.object({
      id: z.string(),
      kind: circleKind,
      name: z.string(),
      role: z.string().nullable(),
      others: z.array(namedPerson),
    }),
  ),
  relations: z.array(
    z.object({
      id: z.string(),
      person: z.object({ id: z.string(), name: z.string() }),
      /** What that person is to this one: "daughter". */
      is: z.string(),
    }),
  ),
})
export type Around = z.infer<typeof around>

const ofCustomer = z.object({ id: id('customer') })
const word = z.string().trim().min(1).max(60)

export const circlesRoutes = routes({
  'GET /circles': {
    summary: 'Companies and households, by name; `q` finds by a part of it',
    access: 'observer',
    query: z.strictObject({ ...pageQuery, q: z.string().max(200).optional() }),
    response: pageOf(circleRow),
  },
  'GET /circles/{id}': {
    summary: 'One company or household: its people and what is between them and us, newest first',
    access: 'observer',
    params: z.object({ id: id('circle') }),
    response: circleRow.extend({ conversations: z.array(conversationLine) }),
  },
  'PATCH /circles/{id}': {
    summary: 'Correct its name or kind',
    access: 'teammate',
    params: z.object({ id: id('circle') }),
    body: z.strictObject({
      name: z.string().trim().min(1).max(200).optional(),
      kind: circleKind.optional(),
    }),
    response: circleRow,
  },
  'GET /customers/{id}/around': {
    summary: 'Their company, household and relations, as far as the reader may know those people',
    access: 'observer',
    params: ofCustomer,
    response: around,
  },
  'POST /customers/{id}/circles': {
    summary: 'They belong to a company or household; one of that name is joined, else it is made',
    access: 'teammate',
    params: ofCustomer,
    body: z.strictObject({
      kind: circleKind,
      name: z.string().trim().min(1).max(200),
      role: word.nullable().default(null),
      inboxId: id('inbox').optional(),
    }),
    response: around,
    status: 201,
  },
  'DELETE /customers/{id}/circles/{circleId}': {
    summary: 'They belong to it no more; with its last person it goes',
    access: 'teammate',
    params: z.object({ id: id('customer'), circleId: id('circle') }),
    status: 204,
  },
  'POST /customers/{id}/relations': {
    summary: 'Another person is something to them, and they to that person',
    access: 'teammate',
    params: ofCustomer,
    body: z.strictObject({
      otherId: id('customer'),
      /** What the other is to them: "daughter". */
      is: word,
      /** What they are to the other: "mother". */
      back: word,
      inboxId: id('inbox').optional(),
    }),
    response: around,
    status: 201,
  },
  'DELETE /customers/{id}/relations/{relationId}': {
    summary: 'Take a relation back, from both sides',
    access: 'teammate',
    params: z.object({ id: id('customer'), relationId: id('relation') }),
    status: 204,
  },
})
