import type { FastifyInstance } from 'fastify'
import { translationRoutes } from '#contract/translation.ts'
import type { House } from '#server/base/context.ts'
import { type ServeOptions, serve } from '#server/base/http/serve.ts'
import { tryEngine } from './asking.ts'
import { connectEngine, disconnectEngine, readTranslation } from './engine.ts'
import { translateLetter } from './letters.ts'

export function serveTranslation(app: FastifyInstance, options: ServeOptions, house: House): void {
  serve(app, options, translationRoutes, {
    'GET /translation': ({ db, by }) => readTranslation(db, by),
    'PUT /translation': ({ by, body }) => connectEngine(house, by, body),
    'DELETE /translation': ({ db, by }) => disconnectEngine(db, by),
    'POST /translation/trial': ({ by }) => tryEngine(house, by),
    'POST /messages/{id}/translations': ({ by, params, body }) =>
      translateLetter(house, by, params.id, body.language),
  })
}
