import { z } from 'zod'
import { id, instant, ok } from './common.ts'
import { routes } from './route.ts'

/** What binds a conversation to others, and who keeps an eye on it. */
export const ties = {
  /** What was merged into it and can still be parted. */
  merges: z.array(
    z.object({
      id: id('merge'),
      subject: z.string(),
      /** Whose it was, where that is somebody else. */
      person: z.string().nullable(),
      by: z.string(),
      at: instant,
      until: instant,
    }),
  ),
  /** Conversations that have to do with it, where I see them. */
  links: z.array(
    z.object({
      conversationId: id('conversation'),
      subject: z.string(),
      person: z.string(),
      lookedAfter: z.boolean(),
    }),
  ),
  /** Teammates who are told what happens here besides its assignee. */
  followers: z.array(id('teammate')),
  /** Marked as spam: in no list but Spam. `because`: by hand, or its writer is blocked. */
  spam: z
    .object({ at: instant, by: z.string().nullable(), because: z.enum(['marked', 'blocked']) })
    .nullable(),
}
export type Ties = z.infer<z.ZodObject<typeof ties>>

export const blocked = z.object({
  id: id('block'),
  inboxId: id('inbox'),
  address: z.string(),
  at: instant,
  by: z.string().nullable(),
  /** Letters that have come since, kept under Spam. */
  letters: z.number(),
})
export type Blocked = z.infer<typeof blocked>

const byId = z.object({ id: id('conversation') })

export const tiesRoutes = routes({
  'POST /conversations/{id}/links': {
    summary: 'Link it with another conversation that has to do with it',
    access: 'teammate',
    params: byId,
    body: z.strictObject({ conversationId: id('conversation') }),
    response: ok,
    status: 201,
  },
  'DELETE /conversations/{id}/links/{otherId}': {
    summary: 'They have nothing to do with each other after all',
    access: 'teammate',
    params: z.object({ id: id('conversation'), otherId: id('conversation') }),
    status: 204,
  },
  'PUT /conversations/{id}/following': {
    summary: 'Follow it, or no more: I am told when they write and when a colleague answers',
    access: 'observer',
    params: byId,
    body: z.strictObject({ follows: z.boolean() }),
    response: ok,
  },
  'POST /conversations/{id}/spam': {
    summary:
      'This is spam: out of every list but Spam, kept; `block` keeps later letters of its writer there too',
    access: 'teammate',
    params: byId,
    body: z.strictObject({ block: z.boolean().default(false) }).optional(),
    response: z.object({ blockId: z.string().nullable() }),
    status: 201,
  },
  'DELETE /conversations/{id}/spam': {
    summary: 'It is not spam: back as it was, and its writer is not blocked any more',
    access: 'teammate',
    params: byId,
    response: ok,
  },
  'GET /blocks': {
    summary: 'Whose letters go to Spam, in the inboxes I see',
    access: 'observer',
    response: z.object({ items: z.array(blocked) }),
  },
  'DELETE /blocks/{id}': {
    summary: 'Let their letters in again',
    access: 'teammate',
    params: z.object({ id: id('block') }),
    status: 204,
  },
})

export const joiningRoutes = routes({
  'POST /conversations/{id}/merging': {
    summary:
      'Merge another conversation into this one: its letters keep their times, and later ones to either arrive here. Can be parted for 30 days.',
    access: 'teammate',
    params: byId,
    body: z.strictObject({
      conversationId: id('conversation'),
      /** It is somebody else's, and that is meant: both get our answers from then on. */
      differentPerson: z.boolean().default(false),
    }),
    response: z.object({ mergeId: id('merge'), conversationId: id('conversation'), until: instant }),
    status: 201,
  },
  'DELETE /merges/{id}': {
    summary: 'Part them again: what came from the other conversation goes back to it',
    access: 'teammate',
    params: z.object({ id: id('merge') }),
    response: z.object({ conversationId: id('conversation') }),
  },
})

export const movingRoutes = routes({
  'POST /conversations/{id}/inbox': {
    summary:
      'Move it to another inbox I see: our answers leave from there, letters to the old address still find it',
    access: 'teammate',
    params: byId,
    body: z.strictObject({ inboxId: id('inbox') }),
    response: z.object({
      inboxId: id('inbox'),
      /** Whom it was taken from because they do not see that inbox. */
      released: z.string().nullable(),
    }),
    status: 201,
  },
})
