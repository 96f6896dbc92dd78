import type { FastifyInstance } from 'fastify'
import { actsRoutes } from '#contract/acts.ts'
import { type ServeOptions, serve } from '#server/base/http/serve.ts'
import { demandOn } from '#server/team/practices.ts'
import { nameActKinds, readActKinds } from './actKinds.ts'
import { actsOf, recordAct, undoAct } from './acts.ts'

export function serveActs(app: FastifyInstance, options: ServeOptions): void {
  serve(app, options, actsRoutes, {
    'GET /act-kinds': ({ db }) => readActKinds(db),
    'PUT /act-kinds': ({ db, by, body }) => nameActKinds(db, by, body.own),
    'GET /conversations/{id}/acts': async ({ db, by, params }) => {
      await demandOn(db, 'actions')
      return { items: await actsOf(db, by, params.id) }
    },
    'POST /conversations/{id}/acts': ({ db, by, params, body }) =>
      recordAct(db, by, { ...body, conversationId: params.id }),
    'DELETE /conversations/{id}/acts/{actId}': async ({ db, by, params }) => {
      await undoAct(db, by, params.id, params.actId)
      return undefined
    },
  })
}
