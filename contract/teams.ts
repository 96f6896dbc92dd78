import { z } from 'zod'
import { id } from './common.ts'
import { routes } from './route.ts'

const name = z.string().trim().min(1).max(60)
const members = z.array(id('teammate')).max(200)

export const team = z.object({ id: id('team'), name: z.string(), teammateIds: z.array(z.string()) })
export type Team = z.infer<typeof team>

/** `in-turn`: one after the other; `least`: to whoever has the fewest open. */
export const routingWay = z.enum(['in-turn', 'least'])

export const routingRule = z.object({
  inboxId: id('inbox'),
  teamId: id('team'),
  way: routingWay,
  /** Nobody gets more while they have so many open; null: as many as come. */
  capacity: z.number().nullable(),
})
export type RoutingRule = z.infer<typeof routingRule>

/** Why somebody is passed over just now. */
export const passedOver = z.enum(['away', 'holding', 'day-off', 'full', 'not-able'])

const byId = z.object({ id: id('team') })
const ofInbox = z.object({ id: id('inbox') })

export const teamsRoutes = routes({
  'GET /teams': {
    summary: 'Who looks after the same things together',
    access: 'observer',
    response: z.object({ items: z.array(team) }),
  },
  'POST /teams': {
    summary: 'Make a team',
    access: 'lead',
    body: z.strictObject({ name, teammateIds: members.default([]) }),
    response: team,
    status: 201,
  },
  'PATCH /teams/{id}': {
    summary: 'Rename a team, or say who is in it',
    access: 'lead',
    params: byId,
    body: z.strictObject({ name: name.optional(), teammateIds: members.optional() }),
    response: team,
  },
  'DELETE /teams/{id}': {
    summary: 'A team is no more; what its people look after stays theirs. Can be taken back.',
    access: 'lead',
    params: byId,
    status: 204,
  },
  'POST /teams/{id}/restoring': {
    summary: 'A team comes back',
    access: 'lead',
    params: byId,
    response: team,
    status: 201,
  },
  'GET /routing-rules': {
    summary: 'How what is new is given out, per inbox of mine; where there is no rule it stays New',
    access: 'observer',
    response: z.object({ items: z.array(routingRule) }),
  },
  'PUT /inboxes/{id}/routing': {
    summary: 'Give out what is new in an inbox by itself',
    access: 'lead',
    params: ofInbox,
    body: z.strictObject({
      teamId: id('team'),
      way: routingWay,
      capacity: z.number().int().min(1).max(500).nullable().default(null),
    }),
    response: routingRule,
  },
  'DELETE /inboxes/{id}/routing': {
    summary: 'What is new in an inbox stays New',
    access: 'lead',
    params: ofInbox,
    status: 204,
  },
  'GET /inboxes/{id}/routing': {
    summary: 'Who would get the next one, and who is passed over just now and why',
    access: 'observer',
    params: ofInbox,
    response: z.object({
      rule: routingRule.nullable(),
      next: z.object({ id: z.string(), name: z.string() }).nullable(),
      people: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          open: z.number(),
          passedOver: passedOver.nullable(),
        }),
      ),
    }),
  },
})
