import { z } from 'zod'
import { id, instant, pageOf, pageQuery } from './common.ts'
import {
  byId,
  customerIds,
  groupingBy,
  incidentLetter,
  incidentSlot,
  incidentUpdate,
  letterState,
  position,
  stopKind,
  wholeIncident,
  words,
} from './incident.ts'
import { routes } from './route.ts'

const byGroup = byId.extend({ position })
const byUpdate = byId.extend({ update: position })
const byLetter = byUpdate.extend({ customerId: id('customer') })
const letterText = words(20_000)
const updateIn = {
  subject: words(300),
  text: letterText,
  nextUpdate: instant.nullable().default(null),
}

export const incidentLettersRoutes = routes({
  'PUT /incidents/{id}/people/group': {
    summary: 'Put people into a group by hand; null: into none',
    access: 'teammate',
    params: byId,
    body: z.strictObject({ customerIds, group: position.nullable() }),
    response: wholeIncident,
  },
  'POST /incidents/{id}/grouping': {
    summary: 'Part everybody into groups, each with one concierge, as evenly as it can be',
    access: 'teammate',
    params: byId,
    body: z.strictObject({
      how: groupingBy,
      concierges: z.array(id('teammate')).min(1).max(50),
      /** Only those in no group; the others stay where they are. */
      onlyUngrouped: z.boolean().default(false),
    }),
    response: wholeIncident,
    status: 201,
  },
  'POST /incidents/{id}/groups': {
    summary: 'A group by hand',
    access: 'teammate',
    params: byId,
    body: z.strictObject({
      name: words(100),
      conciergeId: id('teammate').nullable().default(null),
      customerIds: z.array(id('customer')).max(10_000).default([]),
    }),
    response: wholeIncident,
    status: 201,
  },
  'PATCH /incidents/{id}/groups/{position}': {
    summary: 'Another name, or another concierge: they take over everybody in it, with their conversations',
    access: 'teammate',
    params: byGroup,
    body: z.strictObject({
      name: words(100).optional(),
      conciergeId: id('teammate').nullable().optional(),
    }),
    response: wholeIncident,
  },
  'DELETE /incidents/{id}/groups/{position}': {
    summary: 'Dissolve a group; its people are in none',
    access: 'teammate',
    params: byGroup,
    response: wholeIncident,
  },
  'GET /incidents/{id}/slots': {
    summary: 'What a letter may say of each person, and for how many it is known',
    access: 'observer',
    params: byId,
    response: z.object({ items: z.array(incidentSlot) }),
  },
  'GET /incidents/{id}/wording': {
    summary: 'Words to begin with, from what is written down about the incident',
    access: 'teammate',
    params: byId,
    query: z.strictObject({
      kind: z.enum(['update', 'closing']).default('update'),
      language: z.string().max(20).optional(),
      nextUpdate: instant.optional(),
    }),
    response: z.object({ subject: z.string(), text: z.string() }),
  },
  'POST /incidents/{id}/updates': {
    summary: 'One text with slots: a letter is drafted for everybody',
    access: 'teammate',
    params: byId,
    body: z.strictObject({ ...updateIn, kind: z.enum(['update', 'closing']).default('update') }),
    response: incidentUpdate,
    status: 201,
  },
  'GET /incidents/{id}/updates/{update}': {
    summary: 'One update: its letters, and what stops them',
    access: 'observer',
    params: byUpdate,
    response: incidentUpdate,
  },
  'PATCH /incidents/{id}/updates/{update}': {
    summary: 'Change it before it leaves; letters written by hand stay as they are',
    access: 'teammate',
    params: byUpdate,
    body: z.strictObject({
      subject: words(300).optional(),
      text: letterText.optional(),
      nextUpdate: instant.nullable().optional(),
    }),
    response: incidentUpdate,
  },
  'DELETE /incidents/{id}/updates/{update}': {
    summary: 'Throw away a draft of which nothing has left',
    access: 'teammate',
    params: byUpdate,
    status: 204,
  },
  'PUT /incidents/{id}/updates/{update}/groups/{position}': {
    summary: 'A concierge’s own words for their group; null: the common ones',
    access: 'teammate',
    params: byUpdate.extend({ position }),
    body: z.strictObject({ text: letterText.nullable() }),
    response: incidentUpdate,
  },
  'GET /incidents/{id}/updates/{update}/letters': {
    summary: 'The letters, those that are stopped first',
    access: 'observer',
    params: byUpdate,
    query: z.strictObject({
      ...pageQuery,
      state: letterState.optional(),
      stop: stopKind.optional(),
      group: z.union([position, z.literal('none')]).optional(),
    }),
    response: pageOf(incidentLetter),
  },
  'GET /incidents/{id}/updates/{update}/letters/{customerId}': {
    summary: 'One letter',
    access: 'observer',
    params: byLetter,
    response: incidentLetter,
  },
  'PUT /incidents/{id}/updates/{update}/letters/{customerId}': {
    summary: 'Write this one by hand',
    access: 'teammate',
    params: byLetter,
    body: z.strictObject({ subject: words(300).optional(), text: letterText }),
    response: incidentLetter,
  },
  'DELETE /incidents/{id}/updates/{update}/letters/{customerId}': {
    summary: 'Back to the common words',
    access: 'teammate',
    params: byLetter,
    response: incidentLetter,
  },
  'POST /incidents/{id}/updates/{update}/reviews': {
    summary:
      'I have looked at it and it may go: one letter, or all that are stopped by this. An empty slot can only be filled.',
    access: 'teammate',
    params: byUpdate,
    body: z.strictObject({
      kind: z.enum(['suspicious', 'identical', 'care']),
      /** The slot or the check; all of the kind unless said. */
      what: z.string().max(100).optional(),
      customerIds: customerIds.optional(),
    }),
    response: incidentUpdate,
    status: 201,
  },
  'POST /incidents/{id}/updates/{update}/sending': {
    summary:
      'Send, each in the name of their concierge, at a pace; ordinary answers go first. Refused with what stops it.',
    access: 'teammate',
    params: byUpdate,
    body: z.strictObject({
      perMinute: z.number().int().min(1).max(3000).default(300),
      /** Until then it can be taken back whole. */
      undoSeconds: z.number().int().min(0).max(60).default(10),
    }),
    response: incidentUpdate,
    status: 201,
  },
  'DELETE /incidents/{id}/updates/{update}/sending': {
    summary: 'Stop: what has not been written yet does not leave until it is sent again',
    access: 'teammate',
    params: byUpdate,
    response: incidentUpdate,
  },
})
