import { z } from 'zod'
import { instant } from './common.ts'
import { routes } from './route.ts'

export const searchHit = z.object({
  kind: z.enum(['conversation', 'customer']),
  id: z.string(),
  title: z.string(),
  /** Plain text around the first find; the found words stand between ⟦ and ⟧. */
  snippet: z.string(),
  customerName: z.string().nullable(),
  status: z.string().nullable(),
  at: instant.nullable(),
})

export const searchRoutes = routes({
  'GET /search': {
    summary:
      'Conversations by subject and words, people by name and address (also mistyped). Operators: from: to: in: tag: persontag: assigned: is: has:attachment has:note before: after: promise:late',
    access: 'observer',
    query: z.strictObject({
      q: z.string().trim().min(1).max(300),
      limit: z.coerce.number().int().min(1).max(200).default(20),
      kind: z.enum(['all', 'conversation', 'customer']).default('all'),
    }),
    response: z.object({
      items: z.array(searchHit),
      /** There was not the time to look through all: older finds may be missing. */
      isCut: z.boolean(),
      tookMs: z.number(),
    }),
  },
})
