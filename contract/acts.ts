import { z } from 'zod'
import { id, instant } from './common.ts'
import { routes } from './route.ts'

/** What every team may have done about a problem; a team adds its own by name. */
export const usualActs = ['called', 'refunded', 'replaced', 'repaired', 'asked-workshop'] as const

/** One of the usual ones, or a name the team has given. */
const kind = z.string().trim().min(1).max(60)

export const act = z.object({
  id: id('act'),
  kind,
  note: z.string().nullable(),
  at: instant,
  by: z.string().nullable(),
  /** Taken back: it stays on record as that. */
  undone: z.boolean(),
})
export type Act = z.infer<typeof act>

export const actKinds = z.object({
  usual: z.array(z.enum(usualActs)),
  own: z.array(kind),
})

const byId = z.object({ id: id('conversation') })

export const actsRoutes = routes({
  'GET /act-kinds': {
    summary: 'What can be recorded as done, the usual and the team’s own',
    access: 'observer',
    response: actKinds,
  },
  'PUT /act-kinds': {
    summary: 'The team’s own kinds of act, all of them; what was recorded keeps its name',
    access: 'lead',
    body: z.strictObject({ own: z.array(kind).max(20) }),
    response: actKinds,
  },
  'GET /conversations/{id}/acts': {
    summary: 'What we did in this matter, oldest first, with what was taken back',
    access: 'observer',
    params: byId,
    response: z.object({ items: z.array(act) }),
  },
  'POST /conversations/{id}/acts': {
    summary: 'Record what was done, in one press',
    access: 'teammate',
    params: byId,
    body: z.strictObject({ kind, note: z.string().trim().max(1000).optional() }),
    response: act,
    status: 201,
  },
  'DELETE /conversations/{id}/acts/{actId}': {
    summary: 'It was not done after all',
    access: 'teammate',
    params: z.object({ id: id('conversation'), actId: id('act') }),
    status: 204,
  },
})
