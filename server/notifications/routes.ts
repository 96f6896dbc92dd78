import type { FastifyInstance } from 'fastify'
import { notificationsRoutes } from '#contract/notifications.ts'
import type { House } from '#server/base/context.ts'
import { type ServeOptions, serve } from '#server/base/http/serve.ts'
import {
  addDevice,
  changeNoticeSettings,
  holdAll,
  readNoticeSettings,
  removeDevice,
  tryDevice,
} from './settings.ts'

export function serveNotifications(app: FastifyInstance, options: ServeOptions, house: House): void {
  serve(app, options, notificationsRoutes, {
    'GET /me/notifications': ({ by }) => readNoticeSettings(house, by),
    'PATCH /me/notifications': ({ by, body }) => changeNoticeSettings(house, by, body),
    'PUT /me/hold': ({ by, body }) => holdAll(house, by, body.minutes),
    'POST /me/push-devices': ({ by, body }) => addDevice(house, by, body),
    'DELETE /me/push-devices/{id}': async ({ by, params }) => {
      await removeDevice(house, by, params.id)
      return {}
    },
    'POST /me/push-devices/{id}/trial': async ({ by, params }) => {
      await tryDevice(house, by, params.id)
      return {}
    },
  })
}
