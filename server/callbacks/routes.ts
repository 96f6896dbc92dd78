import type { FastifyInstance } from 'fastify'
import { callbacksRoutes } from '#contract/callbacks.ts'
import type { House } from '#server/base/context.ts'
import { type ServeOptions, serve } from '#server/base/http/serve.ts'
import { conversationById } from '#server/conversations/queries.ts'
import { judgeDue } from '#server/promises/dueHint.ts'
import { demandOn } from '#server/team/practices.ts'
import { moveCall, wantCall } from './actions.ts'
import { recordCall } from './called.ts'
import { callbackById, listCallbacks, slotsFor } from './queries.ts'
import { changeCallRules, readCallRules } from './rules.ts'
import type { CallRules } from './slots.ts'
import { wordsAfterMissing } from './words.ts'

export function serveCallbacks(app: FastifyInstance, options: ServeOptions, house: House): void {
  serve(app, options, callbacksRoutes, {
    'GET /callbacks': async ({ db, by, query }) => {
      await demandOn(db, 'callbacks')
      return listCallbacks(db, by, query)
    },
    'GET /callbacks/slots': async ({ db, by, query }) => {
      await demandOn(db, 'callbacks')
      return slotsFor(db, by, query.conversation, query.caller)
    },
    'GET /callbacks/{id}': ({ db, by, params }) => callbackById(db, by, params.id),
    'POST /callbacks': async ({ db, by, body }) => {
      const id = await wantCall(db, by, { ...body, at: new Date(body.at) })
      const call = await callbackById(db, by, id)
      const { assigneeId } = await conversationById(db, by, body.conversationId)
      const hint = await judgeDue(db, { due: new Date(call.at), makerId: call.callerId, assigneeId })
      return { ...call, hint }
    },
    'PUT /callbacks/{id}/time': async ({ db, by, params, body }) => {
      await moveCall(db, by, params.id, new Date(body.at))
      return callbackById(db, by, params.id)
    },
    'POST /callbacks/{id}/calling': async ({ db, by, params, body }) => {
      const { next } = await recordCall(db, by, params.id, body)
      const call = await callbackById(db, by, params.id)
      const words = body.outcome === 'reached' ? null : await wordsAfterMissing(house, by, call, next)
      return { ...call, next: next?.toISOString() ?? null, words }
    },
    'GET /callback-rules': async ({ db }) => (await readCallRules(db)) as CallRules & { minutes: 30 },
    'PATCH /callback-rules': async ({ db, by, body }) =>
      (await changeCallRules(db, by, body)) as CallRules & { minutes: 30 },
  })
}
