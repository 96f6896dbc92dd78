import type { FastifyInstance } from 'fastify'
import { samePeopleRoutes } from '#contract/samePeople.ts'
import { type ServeOptions, serve } from '#server/base/http/serve.ts'
import { demandKnown } from '#server/customers/queries.ts'
import { mergesOf, proposeSameAgain, refuseSame, samePeople } from '#server/customers/sameness.ts'
import { bringTogether, partAgain } from './merging.ts'

/** Two who may be one, are brought together, and are parted again. */
export function serveSamePeople(app: FastifyInstance, options: ServeOptions): void {
  serve(app, options, samePeopleRoutes, {
    'GET /same-people': async ({ db, by, query }) => {
      if (query.customer) await demandKnown(db, by, query.customer)
      return { items: await samePeople(db, by, query.customer) }
    },
    'POST /customers/{id}/same-refusals': ({ db, by, params, body }) =>
      refuseSame(db, by, params.id, body.otherId) as never,
    'DELETE /customers/{id}/same-refusals/{otherId}': ({ db, by, params }) =>
      proposeSameAgain(db, by, params.id, params.otherId) as never,
    'GET /customers/{id}/merges': async ({ db, by, params }) => {
      await demandKnown(db, by, params.id)
      return { items: await mergesOf(db, params.id) }
    },
    'POST /customers/{id}/merges': async ({ db, by, params, body }) => {
      const id = await bringTogether(db, by, params.id, body.otherId)
      return (await mergesOf(db, params.id)).find((one) => one.id === id)!
    },
    'DELETE /person-merges/{id}': ({ db, by, params }) => partAgain(db, by, params.id) as never,
  })
}
