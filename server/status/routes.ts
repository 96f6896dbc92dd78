import type { FastifyInstance } from 'fastify'
import { statusRoutes } from '#contract/status.ts'
import type { Actor } from '#server/base/actor.ts'
import type { House } from '#server/base/context.ts'
import { notFound } from '#server/base/errors.ts'
import { type ServeOptions, serve } from '#server/base/http/serve.ts'
import { text as say } from '#server/base/text.ts'
import type { Db } from '#server/database/database.ts'
import { demandOn } from '#server/team/practices.ts'
import { correctReport, openReport, removeReport, sayUpdate } from './actions.ts'
import { addPart, changePart, dropPart, orderParts } from './components.ts'
import { dropHook, listHooks, makeHook } from './hooks.ts'
import { incidentsFor, type SeenIncidents } from './incidents.ts'
import { listReports, readStatusPage, reportById } from './queries.ts'
import { changePage } from './settings.ts'

/** The team's side of the status page. What it may know of incidents, a room above, comes from the roof. */
export function serveStatus(
  app: FastifyInstance,
  options: ServeOptions,
  house: House,
  seenIncidents: SeenIncidents,
): void {
  const on = () => demandOn(options.db, 'statusPage')
  const incidents = incidentsFor(seenIncidents)
  const partById = async (id: string) => {
    const part = (await readStatusPage(house)).components.find((one) => one.id === id)
    if (!part) throw notFound(say('status.this.part'))
    return part
  }
  const shown = async (db: Db, by: Actor, id: string) =>
    (await incidents.shown(db, by, [await reportById(house, id)]))[0]!
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
    'GET /status-reports': async ({ db, by, query }) => {
      await on()
      await incidents.demand(db, by, query.incidentId)
      return { items: await incidents.shown(db, by, await listReports(house, query)) }
    },
    'POST /status-reports': async ({ db, by, body }) => {
      await incidents.demand(db, by, body.incidentId)
      return reportById(house, await openReport(db, by, body))
    },
    'GET /status-reports/{id}': async ({ db, by, params }) => {
      await on()
      return shown(db, by, params.id)
    },
    'PATCH /status-reports/{id}': async ({ db, by, params, body }) => {
      await incidents.demand(db, by, body.incidentId)
      await correctReport(db, by, params.id, body)
      return shown(db, by, params.id)
    },
    'DELETE /status-reports/{id}': async ({ db, by, params }) => {
      await removeReport(db, by, params.id)
      return {}
    },
    'POST /status-reports/{id}/updates': async ({ db, by, params, body }) => {
      await sayUpdate(db, by, params.id, body)
      return shown(db, by, params.id)
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
