import type { FastifyInstance } from 'fastify'
import { pagesRoutes } from '#contract/pages.ts'
import { requireRole } from '#server/base/actor.ts'
import { type ServeOptions, serve } from '#server/base/http/serve.ts'
import { changePageRules, readPageRules } from '#server/conversations/pageRules.ts'
import { demandKnown } from '#server/customers/queries.ts'
import { confirmErasure, listErasures, refuseErasure } from './erasure.ts'
import { endKeys } from './mineKeys.ts'

/** The team's side of the customers' pages. */
export function servePageRules(app: FastifyInstance, options: ServeOptions): void {
  serve(app, options, pagesRoutes, {
    'GET /page-rules': ({ db }) => readPageRules(db),
    'PATCH /page-rules': ({ db, by, body }) => changePageRules(db, by, body),
    'GET /erasures': ({ db, by }) => listErasures(db, by),
    'POST /erasures/{id}/confirmation': async ({ db, by, params }) => {
      await confirmErasure(db, by, params.id)
      return {}
    },
    'POST /erasures/{id}/refusal': async ({ db, by, params, body }) => {
      await refuseErasure(db, by, params.id, body.because)
      return {}
    },
    'DELETE /customers/{id}/page-keys': async ({ db, by, params }) => {
      requireRole(by, 'teammate')
      await demandKnown(db, by, params.id)
      await endKeys(db, by, params.id)
      return undefined as never
    },
  })
}
