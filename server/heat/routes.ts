import type { FastifyInstance } from 'fastify'
import { heatRoutes } from '#contract/heat.ts'
import { type ServeOptions, serve } from '#server/base/http/serve.ts'
import { demandOn } from '#server/team/practices.ts'
import { liftStep, takeStep } from './policy.ts'
import { heatOf } from './queries.ts'
import { askRelief, withdrawRelief } from './relief.ts'
import { endRest, rest } from './resting.ts'
import { changeHeatRules, readHeatRules } from './rules.ts'
import { sayKind } from './saying.ts'

export function serveHeat(app: FastifyInstance, options: ServeOptions): void {
  const on = () => demandOn(options.db, 'heat')
  serve(app, options, heatRoutes, {
    'GET /conversations/{id}/heat': async ({ db, by, params }) => {
      await on()
      return heatOf(db, by, params.id)
    },
    'PUT /conversations/{id}/heat/{messageId}': async ({ db, by, params, body }) => {
      await sayKind(db, by, params.id, params.messageId, body.kind)
      return heatOf(db, by, params.id)
    },
    'POST /conversations/{id}/rest': async ({ db, by, params, body }) => {
      await rest(db, by, params.id, body.minutes)
      return heatOf(db, by, params.id)
    },
    'DELETE /conversations/{id}/rest': async ({ db, by, params }) => {
      await endRest(db, by, params.id)
      return heatOf(db, by, params.id)
    },
    'POST /conversations/{id}/reliefs': async ({ db, by, params }) => {
      await askRelief(db, by, params.id)
      return heatOf(db, by, params.id)
    },
    'DELETE /conversations/{id}/reliefs': async ({ db, by, params }) => {
      await withdrawRelief(db, by, params.id)
      return heatOf(db, by, params.id)
    },
    'POST /conversations/{id}/policy-steps': async ({ db, by, params, body }) => {
      await takeStep(db, by, params.id, body)
      return heatOf(db, by, params.id)
    },
    'POST /policy-steps/{id}/lifting': async ({ db, by, params }) => {
      await liftStep(db, by, params.id)
      return {}
    },
    'GET /heat-rules': async ({ db }) => {
      await on()
      return readHeatRules(db)
    },
    'PATCH /heat-rules': ({ db, by, body }) => changeHeatRules(db, by, body),
  })
}
