import { z } from 'zod'
import { id, instant } from './common.ts'
import { draftOfWords } from './conversations.ts'
import { condition } from './promises.ts'
import { routes } from './route.ts'

export const notesRoutes = routes({
  'POST /conversations/{id}/notes': {
    summary:
      'Write a note; it never leaves the team. What was promised on the call or visit is written down with it.',
    access: 'teammate',
    params: z.object({ id: id('conversation') }),
    body: z.strictObject({
      text: z.string().min(1).max(200_000),
      html: z.string().max(400_000).optional(),
      attachments: z.array(id('file')).default([]),
      promises: z
        .array(
          z.strictObject({
            /** In words they may read: it stands on their page. */
            what: z.string().trim().min(1).max(500),
            due: instant.nullable(),
            /** Mine unless said otherwise; null for the team's. */
            makerId: id('teammate').nullable().optional(),
            condition: condition.optional(),
          }),
        )
        .max(20)
        .default([]),
      draft: draftOfWords,
    }),
    response: z.object({ messageId: id('message'), promiseIds: z.array(id('promise')) }),
    status: 201,
  },
})
