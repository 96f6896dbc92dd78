import type { FastifyInstance } from 'fastify'
import { teamsRoutes } from '#contract/teams.ts'
import { type ServeOptions, serve } from '#server/base/http/serve.ts'
import { changeTeam, endRouting, makeTeam, removeTeam, restoreTeam, setRouting } from './actions.ts'
import { listRules, listTeams, routingShown } from './queries.ts'

export function serveTeams(app: FastifyInstance, options: ServeOptions): void {
  serve(app, options, teamsRoutes, {
    'GET /teams': async ({ db }) => ({ items: await listTeams(db) }),
    'POST /teams': ({ db, by, body }) => makeTeam(db, by, body),
    'PATCH /teams/{id}': ({ db, by, params, body }) => changeTeam(db, by, params.id, body),
    'DELETE /teams/{id}': async ({ db, by, params }) => {
      await removeTeam(db, by, params.id)
      return undefined
    },
    'POST /teams/{id}/restoring': ({ db, by, params }) => restoreTeam(db, by, params.id),
    'GET /routing-rules': async ({ db, by }) => ({ items: await listRules(db, by) }),
    'PUT /inboxes/{id}/routing': ({ db, by, params, body }) => setRouting(db, by, params.id, body),
    'DELETE /inboxes/{id}/routing': async ({ db, by, params }) => {
      await endRouting(db, by, params.id)
      return undefined
    },
    'GET /inboxes/{id}/routing': ({ db, by, params }) => routingShown(db, by, params.id),
  })
}
