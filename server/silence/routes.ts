import type { FastifyInstance } from 'fastify'
import { silenceRoutes } from '#contract/silence.ts'
import { type ServeOptions, serve } from '#server/base/http/serve.ts'
import { changeSilenceRules, readSilenceRules } from './actions.ts'
import { listQuiet } from './queries.ts'

export function serveSilence(app: FastifyInstance, options: ServeOptions): void {
  serve(app, options, silenceRoutes, {
    'GET /quiet': ({ db, by, query }) => listQuiet(db, by, query),
    'GET /silence-rules': ({ db }) => readSilenceRules(db),
    'PATCH /silence-rules': ({ db, by, body }) => changeSilenceRules(db, by, body),
  })
}
