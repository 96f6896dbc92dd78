import { z } from 'zod'
import { id } from './common.ts'
import { routes } from './route.ts'

/** What a tag may be called: a few words without the signs that a search reads as its own. */
export const tagName = z
  .string()
  .trim()
  .min(1)
  .max(40)
  .regex(/^[^"⟦⟧\n\r]*$/, 'may not hold a quotation mark')
  .transform((name) => name.normalize('NFC').replace(/\s+/g, ' '))

export const tag = z.object({ id: id('tag'), name: z.string() })
export type Tag = z.infer<typeof tag>

/** More on one conversation, or on one person, would say nothing any more. */
export const mostOnOne = 20

/** Beyond this nobody counts. */
export const mostCounted = 100

const byId = z.object({ id: id('tag') })

export const tagsRoutes = routes({
  'GET /tags': {
    summary: 'The tags of my inboxes by name; `q` finds by the beginning of any word of it',
    access: 'observer',
    query: z.strictObject({
      q: z.string().max(40).optional(),
      /** Also how many conversations and people of mine wear each, up to a hundred. */
      counted: z.enum(['0', '1']).default('0'),
      limit: z.coerce.number().int().min(1).max(500).default(200),
    }),
    response: z.object({
      items: z.array(tag.extend({ conversations: z.number().nullable(), people: z.number().nullable() })),
    }),
  },
  'POST /conversations/{id}/tags': {
    summary: 'Put a tag on a conversation, by name; one that nobody knows yet is made',
    access: 'teammate',
    params: z.object({ id: id('conversation') }),
    body: z.strictObject({ name: tagName }),
    response: z.object({ tags: z.array(tag) }),
    status: 201,
  },
  'DELETE /conversations/{id}/tags/{tagId}': {
    summary: 'Take a tag off a conversation',
    access: 'teammate',
    params: z.object({ id: id('conversation'), tagId: id('tag') }),
    status: 204,
  },
  'GET /customers/{id}/tags': {
    summary: 'The tags of a person, as far as my inboxes know them',
    access: 'observer',
    params: z.object({ id: id('customer') }),
    response: z.object({ tags: z.array(tag) }),
  },
  'POST /customers/{id}/tags': {
    summary: 'Put a tag on a person, by name, behind the wall of an inbox of mine that knows them',
    access: 'teammate',
    params: z.object({ id: id('customer') }),
    body: z.strictObject({ name: tagName, inboxId: id('inbox').optional() }),
    response: z.object({ tags: z.array(tag) }),
    status: 201,
  },
  'DELETE /customers/{id}/tags/{tagId}': {
    summary: 'Take a tag off a person, in all inboxes of mine',
    access: 'teammate',
    params: z.object({ id: id('customer'), tagId: id('tag') }),
    status: 204,
  },
  'PATCH /tags/{id}': {
    summary: 'Call a tag something else, everywhere',
    access: 'lead',
    params: byId,
    body: z.strictObject({ name: tagName }),
    response: tag,
  },
  'POST /tags/{id}/merging': {
    summary: 'Two tags become one: whatever wears this one wears the other. Can be taken back.',
    access: 'lead',
    params: byId,
    body: z.strictObject({ into: id('tag') }),
    response: z.object({ conversations: z.number() }),
    status: 201,
  },
  'DELETE /tags/{id}': {
    summary: 'Take a tag out of use, off everything that wears it. Can be taken back.',
    access: 'lead',
    params: byId,
    status: 204,
  },
  'POST /tags/{id}/restoring': {
    summary: 'A merged or removed tag comes back, onto whatever wore it and is still there',
    access: 'lead',
    params: byId,
    response: tag,
    status: 201,
  },
})
