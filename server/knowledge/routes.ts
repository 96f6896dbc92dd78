import type { FastifyInstance } from 'fastify'
import { knowledgeRoutes } from '#contract/knowledge.ts'
import { type ServeOptions, serve } from '#server/base/http/serve.ts'
import {
  addFramework,
  listFrameworks,
  noteFrameworkUsed,
  removeFramework,
  rewriteFramework,
} from './frameworks.ts'

export function serveKnowledge(app: FastifyInstance, options: ServeOptions): void {
  serve(app, options, knowledgeRoutes, {
    'GET /frameworks': async ({ db }) => ({ items: await listFrameworks(db) }),
    'POST /frameworks': ({ db, by, body }) => addFramework(db, by, body),
    'PUT /frameworks/{id}': ({ db, by, params, body }) => rewriteFramework(db, by, params.id, body),
    'DELETE /frameworks/{id}': ({ db, by, params }) => removeFramework(db, by, params.id) as never,
    'POST /frameworks/{id}/uses': ({ db, by, params }) => noteFrameworkUsed(db, by, params.id) as never,
  })
}
