import type { FastifyInstance } from 'fastify'
import { searchRoutes } from '#contract/search.ts'
import { type ServeOptions, serve } from '#server/base/http/serve.ts'
import { search } from './queries.ts'

export function serveSearch(app: FastifyInstance, options: ServeOptions): void {
  serve(app, options, searchRoutes, { 'GET /search': ({ db, by, query }) => search(db, by, query) })
}
