import type { FastifyInstance } from 'fastify'
import { dealingsRoutes } from '#contract/dealings.ts'
import { type ServeOptions, serve } from '#server/base/http/serve.ts'
import { demandOn } from '#server/team/practices.ts'
import { forgetDealing, takeDealings } from './actions.ts'
import { dealingsOf } from './queries.ts'

export function serveDealings(app: FastifyInstance, options: ServeOptions): void {
  serve(app, options, dealingsRoutes, {
    'POST /dealings': async ({ db, by, body }) => ({ items: await takeDealings(db, by, body) }),
    'GET /customers/{id}/dealings': async ({ db, by, params, query }) => {
      await demandOn(db, 'dealings')
      return dealingsOf(db, by, params.id, query)
    },
    'DELETE /customers/{id}/dealings/{dealingId}': ({ db, by, params }) =>
      forgetDealing(db, by, params.id, params.dealingId) as never,
  })
}
