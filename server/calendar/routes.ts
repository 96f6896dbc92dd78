import type { FastifyInstance } from 'fastify'
import { calendarRoutes } from '#contract/calendar.ts'
import { type ServeOptions, serve } from '#server/base/http/serve.ts'
import { cancelLeave, closeOn, openOn, planLeave } from './actions.ts'
import { leaveShape, listHolidays, listLeaves } from './queries.ts'

export function serveCalendar(app: FastifyInstance, options: ServeOptions): void {
  serve(app, options, calendarRoutes, {
    'GET /holidays': ({ db }) => listHolidays(db),
    'PUT /holidays/{day}': async ({ db, by, params, body }) => {
      await closeOn(db, by, params.day, body.name)
      return { day: params.day, name: body.name }
    },
    'DELETE /holidays/{day}': async ({ db, by, params }) => {
      await openOn(db, by, params.day)
      return {}
    },
    'GET /leaves': ({ db }) => listLeaves(db),
    'POST /leaves': async ({ db, by, body }) => leaveShape(await planLeave(db, by, body)),
    'DELETE /leaves/{id}': async ({ db, by, params }) => {
      await cancelLeave(db, by, params.id)
      return {}
    },
  })
}
