import { z } from 'zod'
import { id, instant } from './common.ts'
import { routes } from './route.ts'

export const signature = z.object({
  id: id('signature'),
  /** Whose it is; null: of whoever answers in that inbox and has none of their own. */
  teammateId: id('teammate').nullable(),
  /** Where it holds; null: in every inbox. */
  inboxId: id('inbox').nullable(),
  /** As words, with slots where it is an inbox's: {{name}}, {{title}}, {{company}}, {{inbox}}. */
  text: z.string(),
  /** Null where it is words alone. */
  html: z.string().nullable(),
  changedAt: instant,
})
export type Signature = z.infer<typeof signature>

/** How my letters end in one inbox, every slot filled; `from` says which one counts. */
export const signedAs = z.object({
  text: z.string(),
  html: z.string().nullable(),
  from: z.enum(['mine-here', 'mine', 'inbox', 'usual']),
})

export const signaturesRoutes = routes({
  'GET /signatures': {
    summary: 'My own signatures, and those of my inboxes',
    access: 'observer',
    response: z.object({ items: z.array(signature) }),
  },
  'PUT /signatures': {
    summary:
      'Set one signature: mine in one inbox or in all, or an inbox’s for whoever has none. The nearest one counts. Give either words or HTML.',
    access: 'teammate',
    body: z.strictObject({
      whose: z.enum(['mine', 'inbox']),
      inboxId: id('inbox').nullable(),
      text: z.string().trim().max(2000).optional(),
      html: z.string().max(20_000).optional(),
    }),
    response: signature,
  },
  'DELETE /signatures/{id}': {
    summary: 'Take a signature away: the next nearest one counts from then on',
    access: 'teammate',
    params: z.object({ id: id('signature') }),
    status: 204,
  },
  'GET /inboxes/{id}/signature': {
    summary: 'How my letters from this inbox end',
    access: 'observer',
    params: z.object({ id: id('inbox') }),
    response: signedAs,
  },
})
