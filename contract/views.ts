import { z } from 'zod'
import { id, instant } from './common.ts'
import { filter, sort } from './filters.ts'
import { routes } from './route.ts'

/** Lists with a count on them at most; more would only be numbers. */
export const mostPinned = 7
/** Beyond this a count says "99+". */
export const mostShown = 99

const name = z.string().trim().min(1).max(60)

export const savedView = z.object({
  id: id('view'),
  name: z.string(),
  filter,
  sort,
  /** Mine alone, or there for everybody who sees `inboxId` (null: for the whole house). */
  shared: z.boolean(),
  inboxId: z.string().nullable(),
  makerId: z.string().nullable(),
  makerName: z.string().nullable(),
  /** Whether the reader may change it: their own, and shared ones as a lead. */
  mayChange: z.boolean(),
  version: z.number(),
  changedAt: instant,
})
export type SavedView = z.infer<typeof savedView>

const byId = z.object({ id: id('view') })

export const viewsRoutes = routes({
  'GET /views': {
    summary: 'My views and those shared with me, by name',
    access: 'observer',
    response: z.object({ items: z.array(savedView) }),
  },
  'POST /views': {
    summary: 'Make a view: private, or shared with the house or with those of an inbox',
    access: 'observer',
    body: z.strictObject({
      name,
      filter,
      sort: sort.default('pressing'),
      shared: z.boolean().default(false),
      inboxId: id('inbox').nullable().default(null),
    }),
    response: savedView,
    status: 201,
  },
  'GET /views/{id}': { summary: 'One view', access: 'observer', params: byId, response: savedView },
  'PATCH /views/{id}': {
    summary: 'Change a view; refused when it has been changed since `version`',
    access: 'observer',
    params: byId,
    body: z.strictObject({
      version: z.number().int().min(1),
      name: name.optional(),
      filter: filter.optional(),
      sort: sort.optional(),
      shared: z.boolean().optional(),
      inboxId: id('inbox').nullable().optional(),
    }),
    response: savedView,
  },
  'DELETE /views/{id}': {
    summary: 'Remove a view; the conversations in it stay as they are. Can be taken back.',
    access: 'observer',
    params: byId,
    status: 204,
  },
  'POST /views/{id}/restoring': {
    summary: 'A removed view comes back',
    access: 'observer',
    params: byId,
    response: savedView,
    status: 201,
  },
})
