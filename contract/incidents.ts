import { z } from 'zod'
import { id, instant, pageOf, pageQuery } from './common.ts'
import {
  byId,
  closing,
  clueIn,
  customerIds,
  incident,
  position,
  surge,
  wholeIncident,
  words,
} from './incident.ts'
import { routes } from './route.ts'

export const incidentsRoutes = routes({
  'GET /incidents': {
    summary: 'What hits several people, newest first',
    access: 'observer',
    query: z.strictObject({ ...pageQuery, state: z.enum(['open', 'closed']).default('open') }),
    response: pageOf(incident),
  },
  'POST /incidents': {
    summary: 'Several people are hit: open it in one sentence, perhaps with whom you know of already',
    access: 'teammate',
    body: z.strictObject({
      inboxId: id('inbox'),
      what: words(300),
      since: instant.optional(),
      clues: z.array(clueIn).max(20).default([]),
    }),
    response: wholeIncident,
    status: 201,
  },
  'GET /incidents/{id}': {
    summary: 'One incident with its ways of finding people, groups and updates',
    access: 'observer',
    params: byId,
    response: wholeIncident,
  },
  'PATCH /incidents/{id}': {
    summary: 'What happened, what it means for them, what we do, and the cause',
    access: 'teammate',
    params: byId,
    body: z.strictObject({
      what: words(300).optional(),
      impact: words(2000).nullable().optional(),
      doing: words(2000).nullable().optional(),
      cause: words(2000).nullable().optional(),
      since: instant.optional(),
      nextUpdate: instant.nullable().optional(),
    }),
    response: wholeIncident,
  },
  'POST /incidents/{id}/merging': {
    summary: 'Another one is the same as this: everybody on it comes here, each once',
    access: 'teammate',
    params: byId,
    body: z.strictObject({ incidentId: id('incident') }),
    response: wholeIncident,
    status: 201,
  },
  'DELETE /incidents/{id}/merging': {
    summary: 'It was another one after all: it stands for itself again',
    access: 'teammate',
    params: byId,
    response: wholeIncident,
  },
  'GET /incidents/{id}/closing': {
    summary: 'What is done and what is still open before it is closed',
    access: 'observer',
    params: byId,
    response: closing,
  },
  'POST /incidents/{id}/closing': {
    summary:
      'It is over: everybody knows, the cause is said, what is made good is decided, those who told us are thanked',
    access: 'teammate',
    params: byId,
    body: z.strictObject({
      /** Close with something open, and why. */
      asItIs: words(500).optional(),
    }),
    response: wholeIncident,
    status: 201,
  },
  'DELETE /incidents/{id}/closing': {
    summary: 'It is not over yet',
    access: 'teammate',
    params: byId,
    response: wholeIncident,
  },
  'POST /incidents/{id}/make-good': {
    summary:
      'What each of them gets, decided in each conversation within your limits; above them it is asked. Or nothing, and why.',
    access: 'teammate',
    params: byId,
    body: z.union([
      z.strictObject({
        kind: words(40),
        unit: z.string().min(1).max(10),
        amount: z.number().positive().max(10_000_000).multipleOf(0.01),
        because: words(500),
        /** A group, or some of them; everybody unless said. */
        group: position.optional(),
        customerIds: customerIds.optional(),
      }),
      z.strictObject({ nothing: z.literal(true), because: words(500) }),
    ]),
    response: closing,
    status: 201,
  },
  'GET /surge': {
    summary: 'Whether many write at once just now, who is looked at first and why',
    access: 'observer',
    query: z.strictObject({ limit: z.coerce.number().int().min(1).max(100).default(25) }),
    response: surge,
  },
  'PUT /surge': {
    summary: 'Many write at once: the worst hit come first until it is over',
    access: 'lead',
    body: z.strictObject({ on: z.boolean(), because: words(300).optional() }),
    response: surge,
  },
})
