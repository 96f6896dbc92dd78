import { z } from 'zod'
import { email, id, instant, pageOf, pageQuery, timeZone } from './common.ts'
import { routes } from './route.ts'

/** Something they told us, something they like, or an event of their life. */
export const factKind = z.enum(['told', 'like', 'life'])
/** `careful`: known, not mentioned unless they do. `sensitive`: health, faith, money and the like; it never stays for ever. */
export const privacyClass = z.enum(['plain', 'careful', 'sensitive'])
/** Whether we may speak of it: nobody has asked yet, they said yes, they said no. */
export const mention = z.enum(['ask', 'yes', 'no'])

export const fact = z.object({
  id: id('fact'),
  kind: factKind,
  text: z.string(),
  privacy: privacyClass,
  mention,
  /** When it goes by itself; null: it stays until somebody forgets it. */
  expiresAt: instant.nullable(),
  /** Where it was said: a message, or a teammate who wrote it down. */
  source: z.object({
    kind: z.enum(['message', 'teammate', 'import']),
    conversationId: z.string().nullable(),
    messageId: z.string().nullable(),
    by: z.string().nullable(),
  }),
  at: instant,
})
export type Fact = z.infer<typeof fact>

/** How they would rather be reached. */
export const reachBy = z.enum(['mail', 'call', 'letter', 'visit'])

export const customer = z.object({
  id: id('customer'),
  name: z.string(),
  /** How they like to be called; empty when nobody knows yet. */
  preferredName: z.string().nullable(),
  sayIt: z.string().nullable(),
  pronouns: z.string().nullable(),
  language: z.string().nullable(),
  formality: z.enum(['formal', 'informal']).nullable(),
  timeZone: timeZone.nullable(),
  company: z.string().nullable(),
  /** What they do there. */
  role: z.string().nullable(),
  reachBy: reachBy.nullable(),
  accessNeeds: z.string().nullable(),
  /** What they asked us not to do, a line each. */
  pleaseDont: z.array(z.string()),
  /** Since when they ask not to be written to when we write to many; null: they do not. */
  noCircularsSince: instant.nullable(),
  emails: z.array(z.string()),
  phones: z.array(z.string()),
  demo: z.boolean(),
  createdAt: instant,
})
export type Customer = z.infer<typeof customer>

export const customerRow = customer.extend({
  lastAt: instant.nullable(),
  openConversations: z.number(),
  openPromises: z.number(),
})

const details = {
  name: z.string().trim().min(1).max(200).optional(),
  preferredName: z.string().trim().max(100).nullable().optional(),
  sayIt: z.string().trim().max(100).nullable().optional(),
  pronouns: z.string().trim().max(40).nullable().optional(),
  language: z.string().trim().max(35).nullable().optional(),
  formality: z.enum(['formal', 'informal']).nullable().optional(),
  timeZone: timeZone.nullable().optional(),
  company: z.string().trim().max(200).nullable().optional(),
  role: z.string().trim().max(100).nullable().optional(),
  reachBy: reachBy.nullable().optional(),
  accessNeeds: z.string().trim().max(500).nullable().optional(),
  pleaseDont: z.array(z.string().trim().min(1).max(200)).max(12).optional(),
  /** They ask not to be written to when we write to many. */
  noCirculars: z.boolean().optional(),
}
const byId = z.object({ id: id('customer') })

/** One line of a person's lifelong timeline, whatever the channel; what they bought belongs to no conversation. */
export const timelineItem = z.object({
  kind: z.enum(['message', 'note', 'promise', 'closing', 'dealing']),
  at: instant,
  conversationId: z.string().nullable(),
  subject: z.string(),
  id: z.string(),
  direction: z.enum(['in', 'out', 'note']).nullable(),
  by: z.string().nullable(),
  text: z.string(),
  state: z.string().nullable(),
})

export const customersRoutes = routes({
  'GET /customers': {
    summary: 'People we care for; `q` finds by name or address, also mistyped',
    access: 'observer',
    query: z.strictObject({ ...pageQuery, q: z.string().max(200).optional() }),
    response: pageOf(customerRow),
  },
  'POST /customers': {
    summary: 'Add a person',
    access: 'teammate',
    body: z.strictObject({
      ...details,
      name: z.string().trim().min(1).max(200),
      inboxId: id('inbox'),
      emails: z.array(email).max(20).default([]),
      phones: z.array(z.string().max(40)).max(20).default([]),
    }),
    response: customer,
    status: 201,
  },
  'GET /customers/{id}': {
    summary: 'One person: who they are and what we know',
    access: 'observer',
    params: byId,
    response: customer.extend({ facts: z.array(fact) }),
  },
  'PATCH /customers/{id}': {
    summary: 'Correct what we know',
    access: 'teammate',
    params: byId,
    body: z.strictObject(details),
    response: customer,
  },
  'POST /customers/{id}/facts': {
    summary: 'Remember something they told us',
    access: 'teammate',
    params: byId,
    body: z.strictObject({
      text: z.string().trim().min(1).max(1000),
      kind: factKind.default('told'),
      privacy: privacyClass.default('plain'),
      mention: mention.default('ask'),
      /** Left out: a sensitive one goes after a year, others stay. */
      expiresAt: instant.nullable().optional(),
      conversationId: id('conversation').optional(),
      messageId: id('message').optional(),
      inboxId: id('inbox').optional(),
      /** When they said it; left out: now. */
      saidAt: instant.optional(),
    }),
    response: fact,
    status: 201,
  },
  'PATCH /customers/{id}/facts/{factId}': {
    summary: 'How carefully a fact is held, whether we may mention it, and when it goes',
    access: 'teammate',
    params: z.object({ id: id('customer'), factId: id('fact') }),
    body: z.strictObject({
      privacy: privacyClass.optional(),
      mention: mention.optional(),
      expiresAt: instant.nullable().optional(),
    }),
    response: fact,
  },
  'DELETE /customers/{id}/facts/{factId}': {
    summary: 'Forget a fact',
    access: 'teammate',
    params: z.object({ id: id('customer'), factId: id('fact') }),
    status: 204,
  },
})
