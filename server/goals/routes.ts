import type { FastifyInstance } from 'fastify'
import { goalsRoutes } from '#contract/goals.ts'
import { type ServeOptions, serve } from '#server/base/http/serve.ts'
import { demandOn } from '#server/team/practices.ts'
import { forgetGoal, keepGoal, reviewGoal } from './actions.ts'
import { dueGoals, goalById, goalsOf } from './queries.ts'

export function serveGoals(app: FastifyInstance, options: ServeOptions): void {
  serve(app, options, goalsRoutes, {
    'GET /customers/{id}/goals': async ({ db, by, params }) => {
      await demandOn(db, 'goals')
      return { items: await goalsOf(db, by, params.id) }
    },
    'POST /customers/{id}/goals': async ({ db, by, params, body }) =>
      goalById(db, by, await keepGoal(db, by, params.id, body)),
    'GET /goals': async ({ db, by }) => {
      await demandOn(db, 'goals')
      return { items: await dueGoals(db, by, 50) }
    },
    'POST /goals/{id}/reviews': async ({ db, by, params, body }) => {
      await reviewGoal(db, by, params.id, body)
      return goalById(db, by, params.id)
    },
    'DELETE /goals/{id}': ({ db, by, params }) => forgetGoal(db, by, params.id) as never,
  })
}
