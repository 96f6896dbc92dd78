import type { FastifyInstance } from 'fastify'
import { viewsRoutes } from '#contract/views.ts'
import { type ServeOptions, serve } from '#server/base/http/serve.ts'
import { changeView, makeView, removeView, restoreView } from './actions.ts'
import { listViews, shape, viewById } from './queries.ts'

export function serveViews(app: FastifyInstance, options: ServeOptions): void {
  serve(app, options, viewsRoutes, {
    'GET /views': ({ db, by }) => listViews(db, by),
    'POST /views': ({ db, by, body }) => makeView(db, by, body),
    'GET /views/{id}': async ({ db, by, params }) => shape(by, await viewById(db, by, params.id)),
    'PATCH /views/{id}': ({ db, by, params, body }) => changeView(db, by, params.id, body),
    'DELETE /views/{id}': async ({ db, by, params }) => {
      await removeView(db, by, params.id)
      return undefined
    },
    'POST /views/{id}/restoring': ({ db, by, params }) => restoreView(db, by, params.id),
  })
}
