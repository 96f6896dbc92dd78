import { z } from 'zod'
import { id, instant } from './common.ts'
import { routes } from './route.ts'

export const secondLook = z.object({
  id: id('look'),
  conversationId: id('conversation'),
  authorId: id('teammate'),
  authorName: z.string(),
  readerId: id('teammate'),
  readerName: z.string(),
  askedAt: instant,
  /** asked: being read; good: may leave; back: has words to think about. */
  state: z.enum(['asked', 'good', 'back']),
  /** The draft as it stands now. */
  text: z.string(),
  version: z.number(),
  comments: z.array(
    z.object({
      id: id('comment'),
      byId: id('teammate'),
      by: z.string(),
      /** The words of the draft it is about; empty: all of it. */
      quote: z.string(),
      text: z.string(),
      at: instant,
    }),
  ),
})
export type SecondLook = z.infer<typeof secondLook>

const byId = z.object({ id: id('look') })

export const looksRoutes = routes({
  'GET /conversations/{id}/second-looks': {
    summary: 'Drafts here that I asked somebody to read, or am asked to read',
    access: 'teammate',
    params: z.object({ id: id('conversation') }),
    response: z.object({ items: z.array(secondLook) }),
  },
  'POST /conversations/{id}/second-looks': {
    summary: 'Ask a teammate to read my draft before it leaves',
    access: 'teammate',
    params: z.object({ id: id('conversation') }),
    body: z.strictObject({ teammateId: id('teammate') }),
    response: secondLook,
    status: 201,
  },
  'POST /second-looks/{id}/comments': {
    summary: 'Say something about the draft, or about some of its words',
    access: 'teammate',
    params: byId,
    body: z.strictObject({
      text: z.string().trim().min(1).max(2000),
      quote: z.string().max(500).default(''),
    }),
    response: secondLook,
    status: 201,
  },
  'POST /second-looks/{id}/answer': {
    summary:
      'It may leave, or goes back with something to think about; `text` are the words as the reader would say it',
    access: 'teammate',
    params: byId,
    body: z.strictObject({
      good: z.boolean(),
      /** Changes the draft itself; refused with 409 when it was changed since `version`. */
      text: z.string().trim().min(1).max(200_000).optional(),
      version: z.number().int().min(0).optional(),
    }),
    response: secondLook,
    status: 201,
  },
  'DELETE /second-looks/{id}': {
    summary: 'I need no second look any more',
    access: 'teammate',
    params: byId,
    status: 204,
  },
})
