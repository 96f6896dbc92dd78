import { z } from 'zod'
import { email, id, instant, nothing, ok, pageOf, pageQuery } from './common.ts'
import { routes } from './route.ts'

export const matterKind = z.enum([
  'late-parcel',
  'failed-payment',
  'missed-visit',
  'bug',
  'order',
  'delivery',
  'other',
])

const personIn = z.strictObject({
  customerId: id('customer').optional(),
  email: email.optional(),
  name: z.string().trim().max(200).optional(),
  /** Where they are told; without it one is opened, on Today of their person. */
  conversationId: id('conversation').optional(),
})

/** An event of another system, or news of ours, about one or many people. */
const event = {
  /** The sender's own name for it: sent again, it is the same matter. */
  key: z.string().trim().min(1).max(200),
  kind: matterKind.default('other'),
  title: z.string().trim().min(1).max(200),
  /** What we know and they should: it stands in the draft as it is. */
  news: z.string().trim().min(1).max(4000).optional(),
  happenedAt: instant.optional(),
  people: z.array(personIn).max(500).default([]),
}

export const personToTell = z.object({
  matterId: id('matter'),
  title: z.string(),
  kind: matterKind,
  customerId: z.string(),
  customerName: z.string(),
  conversationId: z.string().nullable(),
  assigneeId: z.string().nullable(),
  /** The newest news, which a telling must name: one that was written before it is refused. */
  news: z.number(),
  told: z.boolean(),
  toldAt: instant.nullable(),
  how: z.enum(['letter', 'aloud', 'not-needed']).nullable(),
  because: z.string().nullable(),
  /** We wrote before they did; null where we have told nobody and they have not asked. */
  first: z.boolean().nullable(),
  /** Personal words with the news they have not heard, ready to be looked at. Null where there is nothing to tell. */
  draft: z.string().nullable(),
})
export type PersonToTell = z.infer<typeof personToTell>

export const matter = z.object({
  id: id('matter'),
  inboxId: z.string(),
  key: z.string(),
  kind: matterKind,
  title: z.string(),
  happenedAt: instant,
  source: z.enum(['teammate', 'api', 'webhook']),
  madeAt: instant,
  overAt: instant.nullable(),
  news: z.array(z.object({ position: z.number(), text: z.string(), at: instant, by: z.string().nullable() })),
  people: z.number(),
  untold: z.number(),
  demo: z.boolean(),
})
export type Matter = z.infer<typeof matter>
const whole = matter.extend({ toTell: z.array(personToTell) })

const byId = z.object({ id: id('matter') })
const byPerson = z.object({ id: id('matter'), customerId: id('customer') })
const ofConversation = z.object({ id: id('conversation') })
const hook = z.object({
  id: id('hook'),
  inboxId: z.string(),
  name: z.string(),
  url: z.string(),
  madeAt: instant,
  lastAt: instant.nullable(),
  /** The secret before the last turn is still good until then. */
  alsoOldUntil: instant.nullable(),
})
const withSecret = hook.extend({ secret: z.string() })

export const mattersRoutes = routes({
  'GET /matters': {
    summary: 'Matters that concern several people, newest first; `open`: not over, or somebody untold',
    access: 'observer',
    query: z.strictObject({ ...pageQuery, open: z.literal('true').optional() }),
    response: pageOf(matter),
  },
  'POST /matters': {
    summary:
      'A late parcel, a failed payment, a missed visit, a bug: each person gets a conversation with a draft before they write. Sent again with the same key, it is the same matter.',
    access: 'teammate',
    body: z.strictObject({ ...event, inboxId: id('inbox') }),
    response: whole,
    status: 201,
  },
  'GET /matters/{id}': {
    summary: 'One matter with everyone it concerns: told and untold, each with their draft',
    access: 'observer',
    params: byId,
    response: whole,
  },
  'POST /matters/{id}/news': {
    summary: 'New information: everyone it concerns is to be told',
    access: 'teammate',
    params: byId,
    body: z.strictObject({ text: z.string().trim().min(1).max(4000) }),
    response: whole,
    status: 201,
  },
  'POST /matters/{id}/people': {
    summary: 'It concerns somebody else too',
    access: 'teammate',
    params: byId,
    body: personIn,
    response: whole,
    status: 201,
  },
  'DELETE /matters/{id}/people/{customerId}': {
    summary: 'It does not concern them after all',
    access: 'teammate',
    params: byPerson,
    status: 204,
  },
  'POST /matters/{id}/people/{customerId}/telling': {
    summary: 'Told by other ways than a letter, or need not be told, with the reason',
    access: 'teammate',
    params: byPerson,
    body: z.strictObject({
      how: z.enum(['aloud', 'not-needed']),
      news: z.number().int().min(1),
      because: z.string().trim().max(500).optional(),
    }),
    response: whole,
    status: 201,
  },
  'POST /matters/{id}/ending': {
    summary: 'It is over. Refused while somebody does not know the newest.',
    access: 'teammate',
    params: byId,
    body: nothing,
    response: whole,
    status: 201,
  },
  'GET /people-to-tell': {
    summary: 'Who is to be told what: mine and nobody’s, the longest waiting first',
    access: 'observer',
    query: z.strictObject({ limit: z.coerce.number().int().min(1).max(100).default(25) }),
    response: z.object({ items: z.array(personToTell) }),
  },
  'GET /conversations/{id}/matters': {
    summary: 'What this conversation is linked with',
    access: 'observer',
    params: ofConversation,
    response: z.object({ items: z.array(matter) }),
  },
  'POST /conversations/{id}/matters': {
    summary: 'Link it with a matter, or with a new one',
    access: 'teammate',
    params: ofConversation,
    body: z.strictObject({
      matterId: id('matter').optional(),
      title: z.string().trim().min(1).max(200).optional(),
      kind: matterKind.default('bug'),
    }),
    response: whole,
    status: 201,
  },
  'GET /matters-figures': {
    summary:
      'Of the people something went wrong for, how many heard it from us first; the last 90 days, failures only',
    access: 'observer',
    response: z.object({
      days: z.number(),
      weFirst: z.number(),
      theyFirst: z.number(),
      nobodyYet: z.number(),
      /** We first, of all in which somebody wrote; null where nobody has. */
      share: z.number().nullable(),
    }),
  },
  'GET /matters-first': {
    summary: 'The conversations behind that figure',
    access: 'observer',
    query: z.strictObject({ ...pageQuery, who: z.enum(['we', 'they', 'nobody-yet']).optional() }),
    response: pageOf(
      z.object({
        matterId: id('matter'),
        title: z.string(),
        customerId: z.string(),
        customerName: z.string(),
        conversationId: z.string().nullable(),
        happenedAt: instant,
        weWroteAt: instant.nullable(),
        theyWroteAt: instant.nullable(),
        who: z.enum(['we', 'they', 'nobody-yet']),
      }),
    ),
  },
  'GET /matter-hooks': {
    summary: 'Addresses to which other systems send events',
    access: 'admin',
    response: z.object({ items: z.array(hook) }),
  },
  'POST /matter-hooks': {
    summary: 'A new address for events, with its signing secret (Standard Webhooks)',
    access: 'admin',
    body: z.strictObject({ inboxId: id('inbox'), name: z.string().trim().min(1).max(100) }),
    response: withSecret,
    status: 201,
  },
  'POST /matter-hooks/{id}/rotation': {
    summary: 'A new secret; the old one is good for one more day',
    access: 'admin',
    params: z.object({ id: id('hook') }),
    body: nothing,
    response: withSecret,
    status: 201,
  },
  'DELETE /matter-hooks/{id}': {
    summary: 'Close an address',
    access: 'admin',
    params: z.object({ id: id('hook') }),
    status: 204,
  },
})

/** What another system sends; the inbox is the hook's. */
export const hookEvent = z.object({ ...event, people: z.array(personIn).min(1).max(500) })

export const matterHookRoutes = routes({
  'POST /hooks/matters/{id}': {
    summary:
      'An event of another system, signed: `webhook-id`, `webhook-timestamp`, `webhook-signature` (Standard Webhooks)',
    access: 'anyone',
    params: z.object({ id: id('hook') }),
    takes: 'application/json',
    response: ok.extend({ matterId: z.string() }),
  },
})
