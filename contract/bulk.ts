import { z } from 'zod'
import { id, instant } from './common.ts'
import { goodbye } from './conversations.ts'
import { routes } from './route.ts'
import { tagName } from './tags.ts'

/** Done with many at once. There is no reply among these: an answer to many goes out through an incident, to each in their own words (F3). */
export const bulkAct = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('assign'), teammateId: id('teammate').nullable() }),
  z.strictObject({ do: z.literal('tag'), name: tagName, on: z.boolean().default(true) }),
  z.strictObject({
    do: z.literal('snooze'),
    until: instant.nullable(),
    reason: z.string().trim().min(1).max(300),
  }),
  z.strictObject({
    do: z.literal('close'),
    goodbye: z.union([goodbye, z.string().trim().min(1).max(2000)]),
  }),
  z.strictObject({ do: z.literal('move'), inboxId: id('inbox') }),
  z.strictObject({ do: z.literal('spam') }),
])
export type BulkAct = z.infer<typeof bulkAct>

export const mostAtOnce = 500

export const bulkResult = z.object({
  id: z.string(),
  /** Why this one stayed as it is; null: done. */
  problem: z.object({ type: z.string(), title: z.string() }).nullable(),
})

export const bulkRoutes = routes({
  'POST /bulk': {
    summary:
      'Do one thing with many conversations. Each is asked for its own rights, and says for itself how it went.',
    access: 'teammate',
    body: z.strictObject({ ids: z.array(id('conversation')).min(1).max(mostAtOnce), act: bulkAct }),
    response: z.object({ id: id('bulk'), results: z.array(bulkResult) }),
    status: 201,
  },
  'POST /bulk/{id}/undoing': {
    summary: 'Take all of it back at once. What somebody has changed since stays as it is now.',
    access: 'teammate',
    params: z.object({ id: id('bulk') }),
    response: z.object({ results: z.array(bulkResult) }),
    status: 201,
  },
})
