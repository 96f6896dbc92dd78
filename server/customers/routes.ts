import type { FastifyInstance } from 'fastify'
import { circlesRoutes } from '#contract/circles.ts'
import { customersRoutes } from '#contract/customers.ts'
import { type ServeOptions, serve } from '#server/base/http/serve.ts'
import { addCustomer, changeCustomer } from './actions.ts'
import { aroundOf, circleById, listCircles } from './around.ts'
import { changeCircle, joinCircle, leaveCircle, relate, unrelate } from './circles.ts'
import { forgetFact, holdFact, rememberFact } from './facts.ts'
import { customerById, demandKnown, factsOf, listCustomers } from './queries.ts'

export function serveCustomers(app: FastifyInstance, options: ServeOptions): void {
  serve(app, options, customersRoutes, {
    'GET /customers': ({ db, by, query }) => listCustomers(db, by, query),
    'POST /customers': async ({ db, by, body }) => customerById(db, by, await addCustomer(db, by, body)),
    'GET /customers/{id}': ({ db, by, params }) => customerById(db, by, params.id),
    'PATCH /customers/{id}': async ({ db, by, params, body }) => {
      await changeCustomer(db, by, params.id, body)
      return customerById(db, by, params.id)
    },
    'POST /customers/{id}/facts': async ({ db, by, params, body: { saidAt, expiresAt, ...body } }) => {
      const id = await rememberFact(db, by, params.id, {
        ...body,
        ...(saidAt && { at: new Date(saidAt) }),
        ...(expiresAt !== undefined && { expiresAt: expiresAt ? new Date(expiresAt) : null }),
      })
      return (await factsOf(db, by, params.id, id))[0]!
    },
    'PATCH /customers/{id}/facts/{factId}': async ({ db, by, params, body: { expiresAt, ...body } }) => {
      await holdFact(db, by, params.id, params.factId, {
        ...body,
        ...(expiresAt !== undefined && { expiresAt: expiresAt ? new Date(expiresAt) : null }),
      })
      return (await factsOf(db, by, params.id, params.factId))[0]!
    },
    'DELETE /customers/{id}/facts/{factId}': ({ db, by, params }) =>
      forgetFact(db, by, params.id, params.factId) as never,
  })
  serve(app, options, circlesRoutes, {
    'GET /circles': ({ db, by, query }) => listCircles(db, by, query),
    'GET /circles/{id}': ({ db, by, params }) => circleById(db, by, params.id),
    'PATCH /circles/{id}': async ({ db, by, params, body }) => {
      await changeCircle(db, by, params.id, body)
      const { conversations: _, ...circle } = await circleById(db, by, params.id)
      return circle
    },
    'GET /customers/{id}/around': async ({ db, by, params }) => {
      await demandKnown(db, by, params.id)
      return aroundOf(db, by, params.id)
    },
    'POST /customers/{id}/circles': async ({ db, by, params, body }) => {
      await joinCircle(db, by, params.id, body)
      return aroundOf(db, by, params.id)
    },
    'DELETE /customers/{id}/circles/{circleId}': ({ db, by, params }) =>
      leaveCircle(db, by, params.id, params.circleId) as never,
    'POST /customers/{id}/relations': async ({ db, by, params, body }) => {
      await relate(db, by, params.id, body)
      return aroundOf(db, by, params.id)
    },
    'DELETE /customers/{id}/relations/{relationId}': ({ db, by, params }) =>
      unrelate(db, by, params.id, params.relationId) as never,
  })
}
