import type { FastifyInstance } from 'fastify'
import { affectedRoutes } from '#contract/affected.ts'
import { incidentLettersRoutes } from '#contract/incidentLetters.ts'
import { incidentsRoutes } from '#contract/incidents.ts'
import { type ServeOptions, serve } from '#server/base/http/serve.ts'
import { demandOn } from '#server/team/practices.ts'
import { changeIncident, openIncident } from './actions.ts'
import { makeGood } from './amends.ts'
import { closeIncident, closingOf, reopenIncident } from './closing.ts'
import { changeUpdate, makeUpdate, speakForGroup, throwAway } from './drafting.ts'
import { look, takeClue, watchClue } from './finding.ts'
import { groupPeople } from './grouping.ts'
import { changeGroup, dissolveGroup, makeGroup, movePeople } from './groups.ts'
import { backToCommon, review, writeByHand } from './letters.ts'
import { mergeIncidents, partIncident } from './merging.ts'
import { addPeople, markPeople, takeOff, tellOtherwise } from './people.ts'
import { incidentsOf, listPeople, listProposals, personShown } from './peopleQueries.ts'
import { answerProposal, linkConversation } from './proposals.ts'
import { listIncidents, wholeIncident } from './queries.ts'
import { addReach, dropReach, listReaches } from './reaches.ts'
import { startSending, stopSending } from './sending.ts'
import { setSurge, surgeShown } from './surge.ts'
import { letterShown, listLetters, updateShown } from './updateQueries.ts'
import { slotsOf, wordingFor } from './wording.ts'

export function serveIncidents(app: FastifyInstance, options: ServeOptions): void {
  const on = () => demandOn(options.db, 'incidents')
  serve(app, options, incidentsRoutes, {
    'GET /incidents': async ({ db, by, query }) => {
      await on()
      return listIncidents(db, by, query)
    },
    'POST /incidents': async ({ db, by, body }) => wholeIncident(db, by, await openIncident(db, by, body)),
    'GET /incidents/{id}': async ({ db, by, params }) => {
      await on()
      return wholeIncident(db, by, params.id)
    },
    'PATCH /incidents/{id}': async ({ db, by, params, body }) => {
      await changeIncident(db, by, params.id, body)
      return wholeIncident(db, by, params.id)
    },
    'POST /incidents/{id}/merging': async ({ db, by, params, body }) => {
      await mergeIncidents(db, by, params.id, body.incidentId)
      return wholeIncident(db, by, params.id)
    },
    'DELETE /incidents/{id}/merging': async ({ db, by, params }) => {
      await partIncident(db, by, params.id)
      return wholeIncident(db, by, params.id)
    },
    'GET /incidents/{id}/closing': async ({ db, by, params }) => {
      await on()
      return closingOf(db, by, params.id)
    },
    'POST /incidents/{id}/closing': async ({ db, by, params, body }) => {
      await closeIncident(db, by, params.id, body.asItIs)
      return wholeIncident(db, by, params.id)
    },
    'DELETE /incidents/{id}/closing': async ({ db, by, params }) => {
      await reopenIncident(db, by, params.id)
      return wholeIncident(db, by, params.id)
    },
    'POST /incidents/{id}/make-good': async ({ db, by, params, body }) => {
      await makeGood(db, by, params.id, body)
      return closingOf(db, by, params.id)
    },
    'GET /surge': ({ db, by, query }) => surgeShown(db, by, query.limit),
    'PUT /surge': async ({ db, by, body }) => {
      await setSurge(db, by, body)
      return surgeShown(db, by, 25)
    },
  })
  serve(app, options, affectedRoutes, {
    'POST /incidents/{id}/finding': ({ db, by, params, body }) => look(db, by, params.id, body),
    'POST /incidents/{id}/clues': async ({ db, by, params, body }) => ({
      ...(await takeClue(db, by, params.id, body)),
      incident: await wholeIncident(db, by, params.id),
    }),
    'PATCH /incidents/{id}/clues/{position}': async ({ db, by, params, body }) => {
      await watchClue(db, by, params.id, params.position, body.watches)
      return wholeIncident(db, by, params.id)
    },
    'GET /incidents/{id}/people': async ({ db, by, params, query }) => {
      await on()
      return listPeople(db, by, params.id, query)
    },
    'POST /incidents/{id}/people': async ({ db, by, params, body }) => ({
      added: await addPeople(db, by, params.id, body),
      incident: await wholeIncident(db, by, params.id),
    }),
    'DELETE /incidents/{id}/people/{customerId}': ({ db, by, params }) =>
      takeOff(db, by, params.id, params.customerId) as never,
    'PUT /incidents/{id}/people/marks': async ({ db, by, params, body }) => {
      await markPeople(db, by, params.id, body.customerIds, body.mark, body.on)
      return wholeIncident(db, by, params.id)
    },
    'POST /incidents/{id}/people/{customerId}/telling': async ({ db, by, params, body }) => {
      await tellOtherwise(db, by, params.id, params.customerId, body)
      return personShown(db, by, params.id, params.customerId)
    },
    'GET /incidents/{id}/proposals': async ({ db, by, params, query }) => {
      await on()
      return listProposals(db, by, params.id, query)
    },
    'POST /incidents/{id}/proposals/{conversationId}': async ({ db, by, params, body }) => {
      await answerProposal(db, by, params.id, params.conversationId, body.add)
      return {}
    },
    'GET /conversations/{id}/incidents': async ({ db, by, params }) => {
      await on()
      return incidentsOf(db, by, params.id)
    },
    'POST /conversations/{id}/incidents': async ({ db, by, params, body }) => {
      await linkConversation(db, by, params.id, body.incidentId)
      return {}
    },
    'GET /reaches': ({ db }) => listReaches(db),
    'POST /reaches': ({ db, by, body }) => addReach(db, by, body),
    'DELETE /reaches/{id}': ({ db, by, params }) => dropReach(db, by, params.id) as never,
  })
  serve(app, options, incidentLettersRoutes, {
    'PUT /incidents/{id}/people/group': async ({ db, by, params, body }) => {
      await movePeople(db, by, params.id, body.customerIds, body.group)
      return wholeIncident(db, by, params.id)
    },
    'POST /incidents/{id}/grouping': async ({ db, by, params, body }) => {
      await groupPeople(db, by, params.id, body)
      return wholeIncident(db, by, params.id)
    },
    'POST /incidents/{id}/groups': async ({ db, by, params, body }) => {
      await makeGroup(db, by, params.id, body)
      return wholeIncident(db, by, params.id)
    },
    'PATCH /incidents/{id}/groups/{position}': async ({ db, by, params, body }) => {
      await changeGroup(db, by, params.id, params.position, body)
      return wholeIncident(db, by, params.id)
    },
    'DELETE /incidents/{id}/groups/{position}': async ({ db, by, params }) => {
      await dissolveGroup(db, by, params.id, params.position)
      return wholeIncident(db, by, params.id)
    },
    'GET /incidents/{id}/slots': async ({ db, by, params }) => {
      await on()
      return slotsOf(db, by, params.id)
    },
    'GET /incidents/{id}/wording': async ({ db, by, params, query }) => {
      await on()
      return wordingFor(db, by, params.id, query)
    },
    'POST /incidents/{id}/updates': async ({ db, by, params, body }) =>
      updateShown(db, by, params.id, await makeUpdate(db, by, params.id, body)),
    'GET /incidents/{id}/updates/{update}': async ({ db, by, params }) => {
      await on()
      return updateShown(db, by, params.id, params.update)
    },
    'PATCH /incidents/{id}/updates/{update}': async ({ db, by, params, body }) => {
      await changeUpdate(db, by, params.id, params.update, body)
      return updateShown(db, by, params.id, params.update)
    },
    'DELETE /incidents/{id}/updates/{update}': ({ db, by, params }) =>
      throwAway(db, by, params.id, params.update) as never,
    'PUT /incidents/{id}/updates/{update}/groups/{position}': async ({ db, by, params, body }) => {
      await speakForGroup(db, by, params.id, params.update, params.position, body.text)
      return updateShown(db, by, params.id, params.update)
    },
    'GET /incidents/{id}/updates/{update}/letters': async ({ db, by, params, query }) => {
      await on()
      return listLetters(db, by, params.id, params.update, query)
    },
    'GET /incidents/{id}/updates/{update}/letters/{customerId}': async ({ db, by, params }) => {
      await on()
      return letterShown(db, by, params.id, params.update, params.customerId)
    },
    'PUT /incidents/{id}/updates/{update}/letters/{customerId}': async ({ db, by, params, body }) => {
      await writeByHand(db, by, params.id, params.update, params.customerId, body)
      return letterShown(db, by, params.id, params.update, params.customerId)
    },
    'DELETE /incidents/{id}/updates/{update}/letters/{customerId}': async ({ db, by, params }) => {
      await backToCommon(db, by, params.id, params.update, params.customerId)
      return letterShown(db, by, params.id, params.update, params.customerId)
    },
    'POST /incidents/{id}/updates/{update}/reviews': async ({ db, by, params, body }) => {
      await review(db, by, params.id, params.update, body)
      return updateShown(db, by, params.id, params.update)
    },
    'POST /incidents/{id}/updates/{update}/sending': async ({ db, by, params, body }) => {
      await startSending(db, by, params.id, params.update, body)
      return updateShown(db, by, params.id, params.update)
    },
    'DELETE /incidents/{id}/updates/{update}/sending': async ({ db, by, params }) => {
      await stopSending(db, by, params.id, params.update)
      return updateShown(db, by, params.id, params.update)
    },
  })
}
