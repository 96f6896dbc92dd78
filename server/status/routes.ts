import type { FastifyInstance } from 'fastify'
import { statusRoutes } from '#contract/status.ts'
import type { House } from '#server/base/context.ts'
import { notFound } from '#server/base/errors.ts'
import { type ServeOptions, serve } from '#server/base/http/serve.ts'
import { text as say } from '#server/base/text.ts'
import { demandOn } from '#server/team/practices.ts'
import { correctReport, openReport, removeReport, sayUpdate } from './actions.ts'
import { addPart, changePart, dropPart, orderParts } from './components.ts'
import { dropHook, listHooks, makeHook } from './hooks.ts'
import { listReports, readStatusPage, reportById } from './queries.ts'
import { changePage } from './settings.ts'

/** The team's side of the status page. */
export function serveStatus(app: FastifyInstance, options: ServeOptions, house: House): void {
  const on = () => demandOn(options.db, 'statusPage')
  const partById = async (id: string) => {
    const part = (await readStatusPage(house)).components.find((one) => one.id === id)
    if (!part) throw notFound(say('status.this.part'))
    return part
  }
  serve(app, options, statusRoutes, {
    'GET /status-page': async () => {
      await on()
      return readStatusPage(house)
    },
    'PATCH /status-page': async ({ db, by, body }) => {
      await changePage(db, by, body)
      return readStatusPage(house)
    },
    'POST /status-components': async ({ db, by, body }) => partById(await addPart(db, by, body)),
    'PATCH /status-components/{id}': async ({ db, by, params, body }) => {
      await changePart(db, by, params.id, body)
      return partById(params.id)
    },
    'DELETE /status-components/{id}': async ({ db, by, params }) => {
      await dropPart(db, by, params.id)
      return {}
    },
    'PUT /status-components': async ({ db, by, body }) => {
      await orderParts(db, by, body.order)
      return { items: (await readStatusPage(house)).components }
    },
    'GET /status-reports': async ({ query }) => {
      await on()
      return { items: await listReports(house, query) }
    },
    'POST /status-reports': async ({ db, by, body }) => reportById(house, await openReport(db, by, body)),
    'GET /status-reports/{id}': async ({ params }) => {
      await on()
      return reportById(house, params.id)
    },
    'PATCH /status-reports/{id}': async ({ db, by, params, body }) => {
      await correctReport(db, by, params.id, body)
      return reportById(house, params.id)
    },
    'DELETE /status-reports/{id}': async ({ db, by, params }) => {
      await removeReport(db, by, params.id)
      return {}
    },
    'POST /status-reports/{id}/updates': async ({ db, by, params, body }) => {
      await sayUpdate(db, by, params.id, body)
      return reportById(house, params.id)
    },
    'GET /status-hooks': async ({ db, by }) => {
      await on()
      return listHooks(db, by)
    },
    'POST /status-hooks': async ({ by, body }) => makeHook(house, by, body),
    'DELETE /status-hooks/{id}': async ({ db, by, params }) => {
      await dropHook(db, by, params.id)
      return {}
    },
  })
}
