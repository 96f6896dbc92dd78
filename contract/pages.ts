import { z } from 'zod'
import { id, instant, nothing, ok } from './common.ts'
import { routes } from './route.ts'

export const pageRules = z.object({
  /** One quiet line with the link to their page in every mail that goes to them alone. */
  line: z.boolean(),
  /** Whoever asks to be forgotten is: once a lead says so, or at once. */
  erase: z.enum(['ask', 'at-once']),
  /** The inbox in which the page for strangers, `/ask`, puts what they write; null: there is no such page. */
  askInboxId: id('inbox').nullable(),
})
export type PageRules = z.infer<typeof pageRules>

/** Somebody asked us to forget them. */
export const erasure = z.object({
  id: id('erasure'),
  customerId: id('customer'),
  customerName: z.string(),
  conversationId: z.string().nullable(),
  askedAt: instant,
  state: z.enum(['asked', 'confirmed']),
  /** The reader sees every inbox that knows them, and may decide. */
  mayDecide: z.boolean(),
})
export type Erasure = z.infer<typeof erasure>

const byId = z.object({ id: id('erasure') })

export const pagesRoutes = routes({
  'GET /page-rules': {
    summary: 'How customers reach their pages, and how they are forgotten',
    access: 'observer',
    response: pageRules,
  },
  'PATCH /page-rules': {
    summary: 'Change how customers reach their pages, and how they are forgotten',
    access: 'admin',
    body: z.strictObject(pageRules.partial().shape),
    response: pageRules,
  },
  'GET /erasures': {
    summary: 'People who asked us to forget them and wait for a word, the oldest first',
    access: 'lead',
    response: z.object({ items: z.array(erasure) }),
  },
  'POST /erasures/{id}/confirmation': {
    summary: 'Forget this person: their card, requests, letters and files are deleted for good',
    access: 'lead',
    params: byId,
    body: nothing,
    response: ok,
    status: 201,
  },
  'POST /erasures/{id}/refusal': {
    summary: 'Not forgotten, with the reason, which they read on their page',
    access: 'lead',
    params: byId,
    body: z.strictObject({ because: z.string().trim().min(1).max(500) }),
    response: ok,
    status: 201,
  },
  'DELETE /customers/{id}/page-keys': {
    summary: 'Every link and browser that opens the page of a person ends; a new letter lets them in again',
    access: 'teammate',
    params: z.object({ id: id('customer') }),
    status: 204,
  },
})
