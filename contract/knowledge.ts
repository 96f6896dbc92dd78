import { z } from 'zod'
import { id, instant } from './common.ts'
import { guideRoutes } from './guide.ts'
import { routes } from './route.ts'

export const framework = z.object({
  id: id('framework'),
  name: z.string(),
  /** Text with slots such as {{preferredName}}; a reply is never sent with an empty slot. */
  text: z.string(),
  /** Mine alone; nobody else sees it. */
  mine: z.boolean(),
  used: z.number(),
  lastUsedAt: instant.nullable(),
  updatedAt: instant,
  updatedById: z.string().nullable(),
})
const body = z.strictObject({
  name: z.string().trim().min(1).max(120),
  text: z.string().min(1).max(20_000),
  /** True: mine alone. On rewriting, false gives one's own to the team; what the team has stays the team's. */
  mine: z.boolean().optional(),
})
const byId = z.object({ id: id('framework') })

export const knowledgeRoutes = routes({
  ...guideRoutes,
  'GET /frameworks': {
    summary: 'Framework replies',
    access: 'observer',
    response: z.object({ items: z.array(framework) }),
  },
  'POST /frameworks': {
    summary: 'Add a framework reply',
    access: 'teammate',
    body,
    response: framework,
    status: 201,
  },
  'PUT /frameworks/{id}': {
    summary: 'Rewrite a framework reply',
    access: 'teammate',
    params: byId,
    body: body.extend({
      /** The `updatedAt` it was read with: what somebody else has written since is not overwritten. */
      changedSince: instant.optional(),
    }),
    response: framework,
  },
  'DELETE /frameworks/{id}': {
    summary: 'Take a framework reply out: one’s own, or as a lead one of the team',
    access: 'teammate',
    params: byId,
    status: 204,
  },
  'POST /frameworks/{id}/uses': {
    summary: 'It was put into a draft',
    access: 'teammate',
    params: byId,
    status: 204,
  },
})
