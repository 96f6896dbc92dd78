import type { FastifyInstance } from 'fastify'
import { bulkRoutes } from '#contract/bulk.ts'
import { type ServeOptions, serve } from '#server/base/http/serve.ts'
import { doTogether, undoTogether } from './actions.ts'
import type { Move } from './tables.ts'

export function serveBulk(app: FastifyInstance, options: ServeOptions, move: Move): void {
  serve(app, options, bulkRoutes, {
    'POST /bulk': ({ db, by, body, idempotencyKey }) => doTogether(db, by, body, move, idempotencyKey),
    'POST /bulk/{id}/undoing': ({ db, by, params }) => undoTogether(db, by, params.id, move),
  })
}
