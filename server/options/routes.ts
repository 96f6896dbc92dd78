import type { FastifyInstance } from 'fastify'
import { optionsRoutes } from '#contract/options.ts'
import { type ServeOptions, serve } from '#server/base/http/serve.ts'
import { demandOn } from '#server/team/practices.ts'
import { agreeToIdea, chooseOption, refuseProposal, withdrawOffer } from './actions.ts'
import { offerById, offersOf } from './queries.ts'

export function serveOptions(app: FastifyInstance, options: ServeOptions): void {
  serve(app, options, optionsRoutes, {
    'GET /conversations/{id}/offers': async ({ db, by, params }) => {
      await demandOn(db, 'options')
      return { items: await offersOf(db, by, params.id) }
    },
    'POST /offers/{id}/choice': async ({ db, by, params, body }) => {
      await chooseOption(db, by, params.id, body, 'reply')
      return offerById(db, by, params.id)
    },
    'DELETE /offers/{id}/proposal': async ({ db, by, params }) => {
      await refuseProposal(db, by, params.id)
      return offerById(db, by, params.id)
    },
    'POST /offers/{id}/agreement': async ({ db, by, params, body }) => {
      await agreeToIdea(db, by, params.id, body.due ? new Date(body.due) : null)
      return offerById(db, by, params.id)
    },
    'POST /offers/{id}/withdrawal': async ({ db, by, params }) => {
      await withdrawOffer(db, by, params.id)
      return offerById(db, by, params.id)
    },
  })
}
