import type { FastifyInstance } from 'fastify'
import { promisesRoutes } from '#contract/promises.ts'
import { teammateId } from '#server/base/actor.ts'
import { type ServeOptions, serve } from '#server/base/http/serve.ts'
import { conversationById } from '#server/conversations/queries.ts'
import { keepPromise, makePromise, releasePromise } from './actions.ts'
import { answerHandover, handOver } from './handing.ts'
import { listPromises, promiseById, promiseFigures } from './queries.ts'

export function servePromises(app: FastifyInstance, options: ServeOptions): void {
  serve(app, options, promisesRoutes, {
    'GET /promises': ({ db, by, query }) =>
      listPromises(db, by, {
        ...query,
        dueBefore: query.due_before ? new Date(query.due_before) : undefined,
        maker: query.maker === 'me' ? (teammateId(by) ?? 'nobody') : query.maker,
      }),
    'GET /promises/figures': ({ db, by }) => promiseFigures(db, by),
    'GET /promises/{id}': ({ db, by, params }) => promiseById(db, by, params.id),
    'POST /promises': async ({ db, by, body }) => {
      const conversation = await conversationById(db, by, body.conversationId)
      const id = await makePromise(db, by, {
        conversationId: conversation.id,
        customerId: conversation.customerId,
        inboxId: conversation.inboxId,
        messageId: null,
        what: body.what,
        to: null,
        quote: body.quote ?? null,
        makerId: body.makerId ?? teammateId(by),
        due: new Date(body.due),
      })
      return promiseById(db, by, id)
    },
    'POST /promises/{id}/keeping': async ({ db, by, params, body }) => {
      await keepPromise(db, by, params.id, { told: body?.told ?? true })
      return promiseById(db, by, params.id)
    },
    'POST /promises/{id}/handover': async ({ db, by, params, body }) => {
      await handOver(db, by, params.id, body.teammateId, body.brief)
      return promiseById(db, by, params.id)
    },
    'POST /promises/{id}/acceptance': async ({ db, by, params, body }) => {
      await answerHandover(db, by, params.id, body?.accept ?? true)
      return promiseById(db, by, params.id)
    },
    'POST /promises/{id}/release': async ({ db, by, params, body }) => {
      await releasePromise(db, by, params.id, body.because)
      return promiseById(db, by, params.id)
    },
  })
}
