import type { FastifyInstance } from 'fastify'
import { statementsRoutes } from '#contract/statements.ts'
import type { House } from '#server/base/context.ts'
import { type Call, type ServeOptions, serve } from '#server/base/http/serve.ts'
import { incidentsFor, type SeenIncidents } from '#server/status/incidents.ts'
import { demandOn } from '#server/team/practices.ts'
import { beginStatement, changeWords, comment, nameSigners, settleComment, throwAway } from './actions.ts'
import { listStatements, statementById } from './queries.ts'
import { publish, sign, unsign, withdraw } from './signing.ts'

/** The workshop of public statements. */
export function serveStatements(
  app: FastifyInstance,
  options: ServeOptions,
  house: House,
  seenIncidents: SeenIncidents,
): void {
  const on = () => demandOn(options.db, 'statements')
  const incidents = incidentsFor(seenIncidents)
  const shown = async ({ db, by, params }: Call & { params: { id: string } }, done?: Promise<unknown>) => {
    await done
    return (await incidents.shown(db, by, [await statementById(house, params.id)]))[0]!
  }
  serve(app, options, statementsRoutes, {
    'GET /statements': async ({ db }) => {
      await on()
      return { items: await listStatements(db) }
    },
    'POST /statements': async (call) => {
      const { db, by, body } = call
      await incidents.demand(db, by, body.incidentId)
      return shown({ ...call, params: { id: await beginStatement(db, by, body) } })
    },
    'GET /statements/{id}': (call) => shown(call, on()),
    'POST /statements/{id}/versions': (call) =>
      shown(call, changeWords(call.db, call.by, call.params.id, call.body)),
    'PUT /statements/{id}/signers': (call) =>
      shown(call, nameSigners(call.db, call.by, call.params.id, call.body.signers)),
    'POST /statements/{id}/comments': (call) =>
      shown(call, comment(call.db, call.by, call.params.id, call.body)),
    'POST /statements/{id}/comments/{commentId}/settling': (call) =>
      shown(call, settleComment(call.db, call.by, call.params.id, call.params.commentId)),
    'POST /statements/{id}/signature': (call) =>
      shown(call, sign(call.db, call.by, call.params.id, call.body.version)),
    'DELETE /statements/{id}/signature': (call) => shown(call, unsign(call.db, call.by, call.params.id)),
    'POST /statements/{id}/publication': (call) =>
      shown(call, publish(call.db, call.by, call.params.id, call.body)),
    'POST /statements/{id}/withdrawal': (call) =>
      shown(call, withdraw(call.db, call.by, call.params.id, call.body.because)),
    'DELETE /statements/{id}': async ({ db, by, params }) => {
      await throwAway(db, by, params.id)
      return {}
    },
  })
}
