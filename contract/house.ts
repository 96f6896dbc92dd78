import { z } from 'zod'
import { instant, ok, timeZone } from './common.ts'
import { routes } from './route.ts'

/** Thin live events of `GET /events`: what changed, never the content. */
export const liveEvent = z.object({
  type: z.string(),
  at: instant,
  conversationId: z.string().optional(),
  customerId: z.string().optional(),
  promiseId: z.string().optional(),
  messageId: z.string().optional(),
  inboxId: z.string().optional(),
  teammateId: z.string().optional(),
  byId: z.string().optional(),
})
export type LiveEvent = z.infer<typeof liveEvent>

export const company = z.object({
  name: z.string(),
  timeZone,
  color: z.string().nullable(),
  /** What Tend writes in for everybody to read, and to teammates who have chosen none. */
  language: z.enum(['en', 'de']),
  /** Opening hours per weekday, 0 = Sunday; null means closed. */
  hours: z.array(z.object({ from: z.string(), to: z.string() }).nullable()).length(7),
})

export const healthLine = z.object({
  id: z.string(),
  state: z.enum(['good', 'watch', 'bad']),
  says: z.string(),
  remedy: z.string().nullable(),
  figures: z.record(z.string(), z.unknown()),
})

const slices = z.object({
  items: z.array(
    z.object({
      table: z.string(),
      name: z.string(),
      /** As PostgreSQL writes it. */
      bounds: z.string(),
      bytes: z.number(),
      /** An estimate; -1 where PostgreSQL has not looked yet. */
      rows: z.number(),
    }),
  ),
})

export const houseRoutes = routes({
  'GET /events': {
    summary: 'Live events (text/event-stream); goes on after `Last-Event-ID`',
    access: 'observer',
    gives: 'text/event-stream',
  },
  'GET /company': { summary: 'The company', access: 'observer', response: company },
  'PATCH /company': {
    summary: 'Name, time zone, colour, opening hours',
    access: 'admin',
    body: z.strictObject({
      name: z.string().trim().min(1).max(120).optional(),
      timeZone: timeZone.optional(),
      language: z.enum(['en', 'de']).optional(),
      color: z
        .string()
        .regex(/^#[0-9a-f]{6}$/i)
        .nullable()
        .optional(),
      hours: z
        .array(z.strictObject({ from: z.string(), to: z.string() }).nullable())
        .length(7)
        .optional(),
    }),
    response: company,
  },
  'GET /health': {
    summary: 'Is everything well? Plain sentences with remedies.',
    access: 'lead',
    response: z.object({ ok: z.boolean(), version: z.string(), lines: z.array(healthLine) }),
  },
  'POST /backups': {
    summary: 'Make a backup archive now',
    access: 'admin',
    response: z.object({
      file: z.string(),
      bytes: z.number(),
      tables: z.number(),
      rows: z.number(),
      sha256: z.string(),
    }),
    status: 201,
  },
  'GET /slices': {
    summary:
      'The slices of time that letters and events lie in, oldest first; none in a house that was not cut',
    access: 'admin',
    response: slices,
  },
  'POST /slices': {
    summary:
      'Cut letters and events into slices of time, which can be moved to other disks (docs/scaling.md)',
    access: 'admin',
    response: slices,
    status: 201,
  },
  'GET /export': {
    summary: 'Everything as one zip of NDJSON per table, raw letters and files',
    access: 'admin',
    gives: 'application/zip',
  },
  'POST /demo': { summary: 'Invite the sample team in', access: 'admin', response: ok, status: 201 },
  'DELETE /demo': {
    summary: 'The sample team leaves; everything of it is deleted',
    access: 'admin',
    status: 204,
  },
  'GET /clock': {
    summary: 'What time it is for Tend',
    access: 'anyone',
    response: z.object({ now: instant }),
  },
  'PUT /clock': {
    summary:
      'Tests only (TEND_TEST_CLOCK=1): moves the one clock forward and returns when everything due by then has run',
    access: 'admin',
    body: z.strictObject({ now: instant }),
    response: z.object({ now: instant }),
  },
  'GET /openapi.json': { summary: 'This API as OpenAPI 3.1', access: 'anyone', gives: 'application/json' },
})
