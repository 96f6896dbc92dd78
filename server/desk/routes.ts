import type { FastifyInstance, FastifyReply } from 'fastify'
import { deskRoutes } from '#contract/desk.ts'
import { readingsRoutes } from '#contract/readings.ts'
import { theirSideRoutes } from '#contract/theirSide.ts'
import type { House } from '#server/base/context.ts'
import { type Call, type ServeOptions, serve } from '#server/base/http/serve.ts'
import { spoken } from '#server/base/spoken.ts'
import { unlessChanged } from '#server/base/unchanged.ts'
import { writeConversation } from './conversation.ts'
import { countViews, listConversations } from './lists.ts'
import { messagesWithHeader, oneMessage, originalOf } from './messages.ts'
import { readByGuide, readerContext } from './readings.ts'
import { theirSideOf } from './theirSide.ts'
import { timelineOf } from './timeline.ts'
import { today } from './today.ts'

/**
 * The screens everybody has open, as bytes: the same again for the same reader, until anything is written. Rights are looked up before,
 * each time; they are part of what is asked.
 */
async function unlessWritten<C extends Call & { query: unknown }>(
  screen: string,
  call: C,
  read: (call: C) => Promise<unknown>,
): Promise<FastifyReply> {
  const { db, by, query, reply } = call
  const what = [screen, by.kind, by.id, 'role' in by && by.role, by.inboxIds, spoken(), query]
  const bytes = await unlessChanged(db, what, async () => Buffer.from(JSON.stringify(await read(call))))
  return reply.type('application/json; charset=utf-8').send(bytes)
}

export function serveDesk(app: FastifyInstance, options: ServeOptions, house: House): void {
  serve(app, options, deskRoutes, {
    'GET /conversations': (call) =>
      unlessWritten('list', call, ({ db, by, query }) => listConversations(db, by, query)),
    'GET /conversations/counts': (call) =>
      unlessWritten('counts', call, ({ db, by, query }) =>
        countViews(db, by, query.inbox, query.views?.split(',')),
      ),
    'GET /conversations/{id}': async ({ by, params, reply }) =>
      reply.type('application/json; charset=utf-8').send(await writeConversation(house, by, params.id)),
    'GET /messages': ({ by, query }) => messagesWithHeader(house, by, query),
    'GET /messages/{id}': ({ by, params }) => oneMessage(house, by, params.id),
    'GET /messages/{id}/raw': async ({ by, params, reply }) =>
      reply
        .type('message/rfc822')
        .header('content-disposition', `attachment; filename="${params.id}.eml"`)
        .header('content-security-policy', "sandbox; default-src 'none'")
        .header('x-content-type-options', 'nosniff')
        .send(await originalOf(house, by, params.id)),
    'GET /customers/{id}/timeline': ({ db, by, params, query }) => timelineOf(db, by, params.id, query),
    'GET /today': (call) => unlessWritten('today', call, ({ db, by }) => today(db, by)),
  })
  serve(app, options, theirSideRoutes, {
    'GET /conversations/{id}/their-side': ({ db, by, params }) => theirSideOf(db, by, params.id),
  })
  serve(app, options, readingsRoutes, {
    'GET /inboxes/{id}/reader': ({ db, by, params }) => readerContext(db, by, params.id),
    'POST /guide/readings': ({ db, by, body }) => readByGuide(db, by, body),
  })
}
