import type { FastifyInstance, FastifyReply } from 'fastify'
import { deskRoutes } from '#contract/desk.ts'
import { readingsRoutes } from '#contract/readings.ts'
import { theirSideRoutes } from '#contract/theirSide.ts'
import type { House } from '#server/base/context.ts'
import { type Call, type ServeOptions, serve } from '#server/base/http/serve.ts'
import { spoken } from '#server/base/spoken.ts'
import { unlessChanged } from '#server/base/unchanged.ts'
import { isFull } from '#server/database/dataFolder.ts'
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
async function unlessWritten<C extends Call>(
  screen: string,
  call: C,
  asked: unknown,
  read: (call: C) => Promise<string>,
  lasts?: number,
): Promise<FastifyReply> {
  const { db, by, reply } = call
  const what = [screen, by.kind, by.id, 'role' in by && by.role, by.inboxIds, spoken(), asked]
  const bytes = await unlessChanged(db, what, async () => Buffer.from(await read(call)), {
    by,
    ...(lasts && { lasts }),
  })
  return reply.type('application/json; charset=utf-8').send(bytes)
}

/** Of an open conversation the clock alone moves only how long ago things were, in minutes. */
const conversationLasts = 5000

export function serveDesk(app: FastifyInstance, options: ServeOptions, house: House): void {
  serve(app, options, deskRoutes, {
    'GET /conversations': (call) =>
      unlessWritten('list', call, call.query, async ({ db, by, query }) =>
        JSON.stringify(await listConversations(db, by, query)),
      ),
    'GET /conversations/counts': (call) =>
      unlessWritten('counts', call, call.query, async ({ db, by, query }) =>
        JSON.stringify(await countViews(db, by, query.inbox, query.views?.split(','))),
      ),
    'GET /conversations/{id}': (call) =>
      unlessWritten(
        'conversation',
        call,
        call.params.id,
        ({ by, params }) => writeConversation(house, by, params.id),
        conversationLasts,
      ),
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
    'GET /today': async (call) => {
      // Nothing is written when the disk fills up.
      const noRoom = await isFull(house.config.dataFolder)
      return unlessWritten('today', call, [call.query, noRoom], async ({ db, by }) =>
        JSON.stringify(await today(db, by, noRoom)),
      )
    },
  })
  serve(app, options, theirSideRoutes, {
    'GET /conversations/{id}/their-side': ({ db, by, params }) => theirSideOf(db, by, params.id),
  })
  serve(app, options, readingsRoutes, {
    'GET /inboxes/{id}/reader': ({ db, by, params }) => readerContext(db, by, params.id),
    'POST /guide/readings': ({ db, by, body }) => readByGuide(db, by, body),
  })
}
