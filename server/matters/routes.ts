import type { FastifyInstance } from 'fastify'
import { matterHookRoutes, mattersRoutes } from '#contract/matters.ts'
import type { House } from '#server/base/context.ts'
import { type ServeOptions, serve } from '#server/base/http/serve.ts'
import { countTry } from '#server/base/rates.ts'
import { demandOn } from '#server/team/practices.ts'
import { addPerson, bringNews, dropPerson, endMatter, linkConversation, makeMatter } from './actions.ts'
import { firstFigures, whoWroteFirst } from './first.ts'
import { closeHook, listHooks, makeHook, takeEvent, turnHook } from './hooks.ts'
import { peopleToTell } from './people.ts'
import { listMatters, matterById, mattersOf } from './queries.ts'
import { tellOtherwise } from './telling.ts'

export async function serveMatters(app: FastifyInstance, options: ServeOptions, house: House): Promise<void> {
  const on = () => demandOn(options.db, 'matters')
  serve(app, options, mattersRoutes, {
    'GET /matters': async ({ db, by, query }) => {
      await on()
      return listMatters(db, by, query)
    },
    'POST /matters': async ({ db, by, body, reply }) => {
      const { id, isNew } = await makeMatter(db, by, body)
      if (!isNew) reply.status(200)
      return matterById(db, by, id)
    },
    'GET /matters/{id}': async ({ db, by, params }) => {
      await on()
      return matterById(db, by, params.id)
    },
    'POST /matters/{id}/news': async ({ db, by, params, body }) => {
      await bringNews(db, by, params.id, body.text)
      return matterById(db, by, params.id)
    },
    'POST /matters/{id}/people': async ({ db, by, params, body }) => {
      await addPerson(db, by, params.id, body)
      return matterById(db, by, params.id)
    },
    'DELETE /matters/{id}/people/{customerId}': ({ db, by, params }) =>
      dropPerson(db, by, params.id, params.customerId) as never,
    'POST /matters/{id}/people/{customerId}/telling': async ({ db, by, params, body }) => {
      await tellOtherwise(db, by, params.id, params.customerId, body)
      return matterById(db, by, params.id)
    },
    'POST /matters/{id}/ending': async ({ db, by, params }) => {
      await endMatter(db, by, params.id)
      return matterById(db, by, params.id)
    },
    'GET /people-to-tell': async ({ db, by, query }) => {
      await on()
      return { items: await peopleToTell(db, by, query.limit) }
    },
    'GET /conversations/{id}/matters': async ({ db, by, params }) => {
      await on()
      return mattersOf(db, by, params.id)
    },
    'POST /conversations/{id}/matters': async ({ db, by, params, body }) =>
      matterById(db, by, await linkConversation(db, by, params.id, body)),
    'GET /matters-figures': async ({ db, by }) => {
      await on()
      return firstFigures(db, by)
    },
    'GET /matters-first': async ({ db, by, query }) => {
      await on()
      return whoWroteFirst(db, by, query)
    },
    'GET /matter-hooks': async ({ by }) => {
      await on()
      return listHooks(house, by)
    },
    'POST /matter-hooks': async ({ by, body }) => {
      await on()
      return makeHook(house, by, body)
    },
    'POST /matter-hooks/{id}/rotation': async ({ by, params }) => {
      await on()
      return turnHook(house, by, params.id)
    },
    'DELETE /matter-hooks/{id}': ({ db, by, params }) => closeHook(db, by, params.id) as never,
  })
  // A signature is over the bytes as they came, so here JSON is read only once it has been looked at.
  await app.register(async (raw) => {
    raw.removeContentTypeParser('application/json')
    raw.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) =>
      done(null, body),
    )
    serve(raw, options, matterHookRoutes, {
      'POST /hooks/matters/{id}': async ({ db, params, request }) => {
        await countTry(db, `hook ${params.id}`, { limit: 600, seconds: 60 })
        const header = (name: string) => {
          const value = request.headers[name]
          return typeof value === 'string' ? value : undefined
        }
        return takeEvent(house, params.id, {
          id: header('webhook-id'),
          timestamp: header('webhook-timestamp'),
          signature: header('webhook-signature'),
          body: typeof request.body === 'string' ? request.body : '',
        })
      },
    })
  })
}
