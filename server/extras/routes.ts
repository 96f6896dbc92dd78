import type { FastifyInstance } from 'fastify'
import { extrasRoutes } from '#contract/extras.ts'
import { type ServeOptions, serve } from '#server/base/http/serve.ts'
import { demandOn } from '#server/team/practices.ts'
import { noteAnswer } from './answers.ts'
import { addExtra, changeExtra, retireExtra } from './catalogue.ts'
import { cancelGiven, deliver, giveExtra, makePossible } from './giving.ts'
import { extrasIn, givenById, toMake } from './queries.ts'
import { extraById, extrasAndReport } from './report.ts'

export function serveExtras(app: FastifyInstance, options: ServeOptions): void {
  const on = () => demandOn(options.db, 'extras')
  serve(app, options, extrasRoutes, {
    'GET /extras': async ({ db, by }) => {
      await on()
      return extrasAndReport(db, by)
    },
    'POST /extras': async ({ db, by, body }) => extraById(db, by, await addExtra(db, by, body)),
    'PUT /extras/{id}': async ({ db, by, params, body }) => {
      await changeExtra(db, by, params.id, body)
      return extraById(db, by, params.id)
    },
    'DELETE /extras/{id}': async ({ db, by, params }) => {
      await retireExtra(db, by, params.id)
      return {}
    },
    'GET /conversations/{id}/extras': async ({ db, by, params }) => {
      await on()
      return extrasIn(db, by, params.id)
    },
    'POST /conversations/{id}/extras': async ({ db, by, params, body }) =>
      givenById(db, by, await giveExtra(db, by, params.id, body)),
    'GET /given-extras': async ({ db, by }) => {
      await on()
      return { items: await toMake(db, by) }
    },
    'POST /given-extras/{id}/possibility': async ({ db, by, params, body }) => {
      await makePossible(db, by, params.id, { due: body.due ? new Date(body.due) : undefined })
      return givenById(db, by, params.id)
    },
    'POST /given-extras/{id}/delivery': async ({ db, by, params }) => {
      await deliver(db, by, params.id)
      return givenById(db, by, params.id)
    },
    'PUT /given-extras/{id}/answer': async ({ db, by, params, body }) => {
      await noteAnswer(db, by, params.id, body)
      return givenById(db, by, params.id)
    },
    'POST /given-extras/{id}/cancellation': async ({ db, by, params }) => {
      await cancelGiven(db, by, params.id)
      return givenById(db, by, params.id)
    },
  })
}
