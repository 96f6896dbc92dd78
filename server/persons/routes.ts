import type { FastifyInstance } from 'fastify'
import { personsRoutes } from '#contract/persons.ts'
import { type ServeOptions, serve } from '#server/base/http/serve.ts'
import { demandOn } from '#server/team/practices.ts'
import { namePerson, refuseProposal } from './actions.ts'
import { personShown } from './queries.ts'
import { personAnswers, personFigures } from './share.ts'

export function servePersons(app: FastifyInstance, options: ServeOptions): void {
  serve(app, options, personsRoutes, {
    'GET /customers/{id}/person': async ({ db, by, params }) => {
      await demandOn(db, 'namedPerson')
      return personShown(db, by, params.id)
    },
    'PUT /customers/{id}/person': async ({ db, by, params, body }) => {
      await namePerson(db, by, params.id, body.teammateId)
      return personShown(db, by, params.id)
    },
    'POST /customers/{id}/person-refusals': async ({ db, by, params }) => {
      await refuseProposal(db, by, params.id)
      return personShown(db, by, params.id)
    },
    'GET /persons/figures': async ({ db, by }) => {
      await demandOn(db, 'namedPerson')
      return personFigures(db, by)
    },
    'GET /persons/answers': async ({ db, by, query }) => {
      await demandOn(db, 'namedPerson')
      return personAnswers(db, by, query)
    },
  })
}
