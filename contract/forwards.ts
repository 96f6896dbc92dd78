import { z } from 'zod'
import { id, instant } from './common.ts'
import { recipients } from './replies.ts'
import { routes } from './route.ts'

export const forwardsRoutes = routes({
  'POST /conversations/{id}/forwards': {
    summary:
      'Pass letters on to somebody outside, with words of ours. It leaves the team; the customer neither gets it nor sees it, and what comes back is read by us alone.',
    access: 'teammate',
    params: z.object({ id: id('conversation') }),
    body: z.strictObject({
      to: recipients.min(1),
      cc: recipients.default([]),
      /** Ours, above what is passed on. */
      text: z.string().max(100_000).default(''),
      /** The letters that are passed on, never a note. */
      messageIds: z.array(id('message')).min(1).max(200),
      /** Files of these letters that go along. */
      files: z.array(id('file')).max(50).default([]),
      /** Uploads of mine besides. */
      attachments: z.array(id('file')).max(50).default([]),
      undoSeconds: z.number().int().min(0).max(60).default(0),
    }),
    response: z.object({
      messageId: id('message'),
      conversationId: id('conversation'),
      undoUntil: instant.nullable(),
    }),
    status: 201,
  },
})
