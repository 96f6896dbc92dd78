import { z } from 'zod'
import { id, instant, ok } from './common.ts'
import { routes } from './route.ts'

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as 20:00')

export const pushDevice = z.object({
  id: id('device'),
  /** What the browser calls itself, as its owner will know it again. */
  device: z.string(),
  createdAt: instant,
  lastUsedAt: instant.nullable(),
})

export const noticeSettings = z.object({
  /** `instead`: only where no browser takes what is pushed. */
  mail: z.enum(['always', 'instead', 'never']),
  /** In my own time zone; null: at any hour. What comes meanwhile waits and comes together. */
  quiet: z.object({ from: clockTime, to: clockTime }).nullable(),
  /** Weekdays on which nothing comes, 0 = Sunday. */
  daysOff: z.array(z.number().int().min(0).max(6)),
  /** Everything is held until then, because I said so. */
  holdUntil: instant.nullable(),
  /** I am on leave: nothing comes until then. */
  awayUntil: instant.nullable(),
  /** For calls while I am on call, where a provider is connected. */
  phone: z.string().nullable(),
  /** The server’s public key, which a browser needs to subscribe. */
  pushKey: z.string(),
  devices: z.array(pushDevice),
})
export type NoticeSettings = z.infer<typeof noticeSettings>

const base64url = z.string().regex(/^[A-Za-z0-9_-]+=*$/, 'must be base64url')

export const notificationsRoutes = routes({
  'GET /me/notifications': {
    summary: 'How and when I am told',
    access: 'observer',
    response: noticeSettings,
  },
  'PATCH /me/notifications': {
    summary: 'Change how and when I am told',
    access: 'observer',
    body: z.strictObject({
      mail: z.enum(['always', 'instead', 'never']).optional(),
      quiet: z.strictObject({ from: clockTime, to: clockTime }).nullable().optional(),
      daysOff: z
        .array(z.number().int().min(0).max(6))
        .max(6, 'leaves no day on which anything could come')
        .optional(),
      phone: z
        .string()
        .trim()
        .regex(/^\+[1-9][\d ()-]{5,24}$/, 'must be a number with its country, such as +351 912 345 678')
        .nullable()
        .optional(),
    }),
    response: noticeSettings,
  },
  'PUT /me/hold': {
    summary: 'Hold everything for some minutes; 0 ends it. An urgent call to whoever is on call still comes.',
    access: 'observer',
    body: z.strictObject({ minutes: z.number().int().min(0).max(480) }),
    response: noticeSettings,
  },
  'POST /me/push-devices': {
    summary: 'Show what concerns me in this browser too, as its push subscription says',
    access: 'observer',
    body: z.strictObject({
      endpoint: z.url().max(2000),
      keys: z.strictObject({ p256dh: base64url.max(200), auth: base64url.max(100) }),
      device: z.string().trim().min(1).max(120),
    }),
    response: pushDevice,
    status: 201,
  },
  'DELETE /me/push-devices/{id}': {
    summary: 'No longer in this browser',
    access: 'observer',
    params: z.object({ id: id('device') }),
    response: ok,
  },
  'POST /me/push-devices/{id}/trial': {
    summary: 'Send a word to one of my browsers, to see that it comes',
    access: 'observer',
    params: z.object({ id: id('device') }),
    response: ok,
    status: 202,
  },
})
