import { z } from 'zod'
import { email, id, instant, ok, pageOf, pageQuery } from './common.ts'
import {
  affected,
  byId,
  clueIn,
  customerIds,
  found,
  incidentProposal,
  position,
  reach,
  tellingState,
  wholeIncident,
  words,
} from './incident.ts'
import { routes } from './route.ts'

const byClue = byId.extend({ position })
const byPerson = byId.extend({ customerId: id('customer') })

export const affectedRoutes = routes({
  'POST /incidents/{id}/finding': {
    summary: 'Who would be found, with the reasons; nothing is changed',
    access: 'teammate',
    params: byId,
    body: clueIn,
    response: found,
  },
  'POST /incidents/{id}/clues': {
    summary: 'Take everybody it finds onto the list, and propose whoever fits it from now on',
    access: 'teammate',
    params: byId,
    body: clueIn,
    response: z.object({ added: z.number().int(), found, incident: wholeIncident }),
    status: 201,
  },
  'PATCH /incidents/{id}/clues/{position}': {
    summary: 'Stop looking by it, or go on',
    access: 'teammate',
    params: byClue,
    body: z.strictObject({ watches: z.boolean() }),
    response: wholeIncident,
  },
  'GET /incidents/{id}/people': {
    summary: 'Everybody who is hit, the untold first',
    access: 'observer',
    params: byId,
    query: z.strictObject({
      ...pageQuery,
      state: z
        .enum([...tellingState.options, 'otherwise', 'answered', 'waiting', 'made-right', 'content'])
        .optional(),
      group: z.union([position, z.literal('none')]).optional(),
      q: z.string().trim().max(200).optional(),
    }),
    response: pageOf(affected),
  },
  'POST /incidents/{id}/people': {
    summary: 'They are hit too, by hand; also who was taken off before',
    access: 'teammate',
    params: byId,
    body: z.union([
      z.strictObject({ customerIds, because: words(300).optional() }),
      z.strictObject({ email, name: z.string().trim().max(200).optional(), because: words(300).optional() }),
    ]),
    response: z.object({ added: z.number().int(), incident: wholeIncident }),
    status: 201,
  },
  'DELETE /incidents/{id}/people/{customerId}': {
    summary: 'They are not hit; they are not proposed again',
    access: 'teammate',
    params: byPerson,
    status: 204,
  },
  'PUT /incidents/{id}/people/marks': {
    summary: 'It is made right for them, or they are content again; or not yet',
    access: 'teammate',
    params: byId,
    body: z.strictObject({ customerIds, mark: z.enum(['made-right', 'content']), on: z.boolean() }),
    response: wholeIncident,
  },
  'POST /incidents/{id}/people/{customerId}/telling': {
    summary: 'Told on the phone or at the door, or need not be told, with the reason',
    access: 'teammate',
    params: byPerson,
    body: z.strictObject({
      how: z.enum(['aloud', 'not-needed']),
      /** The newest update they know of by that; 0: what there was to say before any letter. */
      update: z.number().int().min(0),
      because: z.string().trim().max(500).optional(),
    }),
    response: affected,
    status: 201,
  },
  'GET /incidents/{id}/proposals': {
    summary: 'Who wrote and may be hit too, newest first, each with the reason',
    access: 'observer',
    params: byId,
    query: z.strictObject({ ...pageQuery }),
    response: pageOf(incidentProposal),
  },
  'POST /incidents/{id}/proposals/{conversationId}': {
    summary: 'Yes, they are hit too; or no',
    access: 'teammate',
    params: byId.extend({ conversationId: id('conversation') }),
    body: z.strictObject({ add: z.boolean() }),
    response: ok,
    status: 201,
  },
  'GET /conversations/{id}/incidents': {
    summary: 'The incidents this person is hit by, and those it is proposed for',
    access: 'observer',
    params: z.object({ id: id('conversation') }),
    response: z.object({
      items: z.array(
        z.object({
          incidentId: id('incident'),
          what: z.string(),
          nextUpdate: instant.nullable(),
          closedAt: instant.nullable(),
          conciergeId: z.string().nullable(),
          conciergeName: z.string().nullable(),
          state: tellingState,
        }),
      ),
      proposals: z.array(incidentProposal),
    }),
  },
  'POST /conversations/{id}/incidents': {
    summary: 'This belongs to an incident: its person is on the list, and is told here',
    access: 'teammate',
    params: z.object({ id: id('conversation') }),
    body: z.strictObject({ incidentId: id('incident') }),
    response: ok,
    status: 201,
  },
  'GET /reaches': {
    summary: 'Suppliers, and what depends on them',
    access: 'observer',
    response: z.object({ items: z.array(reach) }),
  },
  'POST /reaches': {
    summary: 'What goes wrong there reaches this too: a product, a service, another supplier',
    access: 'teammate',
    body: z.strictObject({ from: words(200), to: words(200) }),
    response: reach,
    status: 201,
  },
  'DELETE /reaches/{id}': {
    summary: 'It does not depend on it',
    access: 'teammate',
    params: z.object({ id: id('reach') }),
    status: 204,
  },
})
