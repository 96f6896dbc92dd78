import type { FastifyInstance } from 'fastify'
import { promisesRoutes } from '#contract/promises.ts'
import { teammateId } from '#server/base/actor.ts'
import { type ServeOptions, serve } from '#server/base/http/serve.ts'
import { conversationById } from '#server/conversations/queries.ts'
import { keepPromise, makePromise, releasePromise } from './actions.ts'
import { breakPromise, changeWordRules, readWordRules } from './breaking.ts'
import { judgeDue } from './dueHint.ts'
import { promiseFigures } from './figures.ts'
import { answerHandover, handOver } from './handing.ts'
import { meetCondition } from './meeting.ts'
import { tellThem } from './people.ts'
import { putOffAsPromised } from './puttingOff.ts'
import { listPromises, promiseById } from './queries.ts'
import { draftOfTelling } from './tellingFirst.ts'

export function servePromises(app: FastifyInstance, options: ServeOptions): void {
  serve(app, options, promisesRoutes, {
    'GET /promises': ({ db, by, query }) =>
      listPromises(db, by, {
        ...query,
        dueBefore: query.due_before ? new Date(query.due_before) : undefined,
        maker:
          query.maker === 'me' || query.maker === 'mine-or-nobody'
            ? (teammateId(by) ?? 'nobody')
            : query.maker,
        orNobody: query.maker === 'mine-or-nobody',
        unsettled: query.unsettled === 'true',
      }),
    'GET /promises/figures': ({ db, by }) => promiseFigures(db, by),
    'POST /promises/snoozing': async ({ db, by, body }) =>
      promiseById(db, by, await putOffAsPromised(db, by, { ...body, due: new Date(body.due) })),
    'GET /promises/hint': async ({ db, by, query }) => ({
      hint: await judgeDue(db, {
        due: query.due ? new Date(query.due) : null,
        makerId: query.maker === 'me' ? teammateId(by) : query.maker === 'nobody' ? null : query.maker,
        assigneeId: query.conversation
          ? (await conversationById(db, by, query.conversation)).assigneeId
          : null,
      }),
    }),
    'GET /promises/{id}/telling-draft': ({ db, by, params, query }) =>
      draftOfTelling(db, by, params.id, new Date(query.due)),
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
        repeats: body.repeats,
        alsoTo: body.alsoTo,
        makerId: body.makerId === undefined ? teammateId(by) : body.makerId,
        condition: body.condition ?? null,
        due: body.due ? new Date(body.due) : null,
      })
      const promise = await promiseById(db, by, id)
      const hint = await judgeDue(db, {
        due: body.due ? new Date(body.due) : null,
        makerId: promise.makerId,
        assigneeId: conversation.assigneeId,
      })
      return { ...promise, hint }
    },
    'POST /promises/{id}/keeping': async ({ db, by, params, body }) => {
      await keepPromise(db, by, params.id, { told: body?.told ?? true, again: body?.again ?? true })
      return promiseById(db, by, params.id)
    },
    'POST /promises/{id}/start': async ({ db, by, params, body }) => {
      await meetCondition(db, by, params.id, body?.due ? new Date(body.due) : null)
      return promiseById(db, by, params.id)
    },
    'POST /promises/{id}/telling': async ({ db, by, params, body }) => {
      await tellThem(db, by, params.id, body?.people ?? null)
      return promiseById(db, by, params.id)
    },
    'POST /promises/{id}/breaking': async ({ db, by, params, body }) => {
      await breakPromise(db, by, params.id, body.because)
      return promiseById(db, by, params.id)
    },
    'GET /word-rules': ({ db }) => readWordRules(db),
    'PATCH /word-rules': ({ db, by, body }) => changeWordRules(db, by, body),
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
