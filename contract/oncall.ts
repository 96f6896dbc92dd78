import { z } from 'zod'
import { id, instant, ok } from './common.ts'
import { routes } from './route.ts'

export const turn = z.object({ teammateId: z.string(), from: instant, to: instant })

export const rota = z.object({
  inboxId: z.string(),
  /** In their order; each has a week. */
  members: z.array(z.string()),
  /** Turns begin on this day’s weekday. */
  startsOn: z.iso.date(),
  changesAt: z.string(),
  escalateMinutes: z.number().int(),
  /** Who is called at this moment: leave, stand-ins and swaps counted. Null where nobody could be. */
  now: z.string().nullable(),
  /** The turns of the next weeks, with swaps and without leave. */
  turns: z.array(turn),
  swaps: z.array(turn.extend({ id: id('swap') })),
})
export type Rota = z.infer<typeof rota>

export const urgent = z.object({
  id: id('urgent'),
  conversationId: z.string(),
  inboxId: z.string(),
  subject: z.string(),
  gist: z.string(),
  customerName: z.string(),
  /** `asked`: we have asked whether it can wait. `calling`: somebody is being called. */
  state: z.enum(['asked', 'calling', 'taken', 'can-wait']),
  since: instant,
  /** Who was called, in order. */
  called: z.array(z.object({ teammateId: z.string(), at: instant })),
  /** Everybody was called, and nobody has taken it. */
  nobody: z.boolean(),
  takenById: z.string().nullable(),
  callBy: instant.nullable(),
})
export type Urgent = z.infer<typeof urgent>

const minutes = z.number().int().min(5).max(240)
const byInbox = z.object({ id: id('inbox') })
const byId = z.object({ id: id('urgent') })

export const oncallRoutes = routes({
  'GET /rotas': {
    summary: 'Who is on call, now and in the next weeks',
    access: 'observer',
    response: z.object({ items: z.array(rota) }),
  },
  'PUT /inboxes/{id}/rota': {
    summary: 'Set who is on call for an inbox, week by week; nobody ends it',
    access: 'lead',
    params: byInbox,
    body: z.strictObject({
      members: z.array(id('teammate')).max(20),
      startsOn: z.iso.date().optional(),
      changesAt: z
        .string()
        .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as 08:00')
        .default('08:00'),
      escalateMinutes: z.number().int().min(1).max(120).default(10),
    }),
    response: z.object({ rota: rota.nullable() }),
  },
  'POST /inboxes/{id}/rota/swaps': {
    summary: 'Take a turn, or as a lead give one to somebody',
    access: 'teammate',
    params: byInbox,
    body: z.strictObject({ teammateId: id('teammate'), from: instant, to: instant }),
    response: rota,
    status: 201,
  },
  'DELETE /rota-swaps/{id}': {
    summary: 'Not swapped after all',
    access: 'teammate',
    params: z.object({ id: id('swap') }),
    response: ok,
  },
  'GET /urgents': {
    summary: 'What cannot wait and nobody has taken yet',
    access: 'observer',
    response: z.object({ items: z.array(urgent) }),
  },
  'POST /urgents/{id}/taking': {
    summary: 'Take it: it is mine, and they hear by when I call',
    access: 'teammate',
    params: byId,
    body: z.strictObject({ minutes }),
    response: urgent,
    status: 201,
  },
  'POST /urgents/{id}/waiting': {
    summary: 'It can wait until we are here: nobody is called any more',
    access: 'teammate',
    params: byId,
    response: urgent,
    status: 201,
  },
  'GET /call-provider': {
    summary: 'Where calls and text messages are handed over',
    access: 'admin',
    response: z.object({ url: z.string().nullable(), inside: z.boolean() }),
  },
  'PUT /call-provider': {
    summary:
      'Hand calls over to a provider by a signed webhook (Standard Webhooks). Gives the secret once; `inside` allows an address of our own network.',
    access: 'admin',
    body: z.strictObject({
      url: z.url({ protocol: /^https?$/ }).max(2000),
      inside: z.boolean().default(false),
    }),
    response: z.object({ url: z.string(), inside: z.boolean(), secret: z.string() }),
  },
  'DELETE /call-provider': { summary: 'No provider any more', access: 'admin', response: ok },
  'POST /call-provider/trial': {
    summary: 'Call me, to see that it works',
    access: 'admin',
    response: ok,
    status: 202,
  },
})
