import type { FastifyInstance } from 'fastify'
import { statementsRoutes } from '#contract/statements.ts'
import type { House } from '#server/base/context.ts'
import { type ServeOptions, serve } from '#server/base/http/serve.ts'
import { demandOn } from '#server/team/practices.ts'
import { beginStatement, changeWords, comment, nameSigners, settleComment, throwAway } from './actions.ts'
import { listStatements, statementById } from './queries.ts'
import { publish, sign, unsign, withdraw } from './signing.ts'

/** The workshop of public statements. */
export function serveStatements(app: FastifyInstance, options: ServeOptions, house: House): void {
  const on = () => demandOn(options.db, 'statements')
  const shown = async (id: string, done?: Promise<unknown>) => {
    await done
    return statementById(house, id)
  }
  serve(app, options, statementsRoutes, {
    'GET /statements': async ({ db }) => {
      await on()
      return { items: await listStatements(db) }
    },
    'POST /statements': async ({ db, by, body }) => shown(await beginStatement(db, by, body)),
    'GET /statements/{id}': ({ params }) => shown(params.id, on()),
    'POST /statements/{id}/versions': ({ db, by, params, body }) =>
      shown(params.id, changeWords(db, by, params.id, body)),
    'PUT /statements/{id}/signers': ({ db, by, params, body }) =>
      shown(params.id, nameSigners(db, by, params.id, body.signers)),
    'POST /statements/{id}/comments': ({ db, by, params, body }) =>
      shown(params.id, comment(db, by, params.id, body)),
    'POST /statements/{id}/comments/{commentId}/settling': ({ db, by, params }) =>
      shown(params.id, settleComment(db, by, params.id, params.commentId)),
    'POST /statements/{id}/signature': ({ db, by, params, body }) =>
      shown(params.id, sign(db, by, params.id, body.version)),
    'DELETE /statements/{id}/signature': ({ db, by, params }) => shown(params.id, unsign(db, by, params.id)),
    'POST /statements/{id}/publication': ({ db, by, params, body }) =>
      shown(params.id, publish(db, by, params.id, body)),
    'POST /statements/{id}/withdrawal': ({ db, by, params, body }) =>
      shown(params.id, withdraw(db, by, params.id, body.because)),
    'DELETE /statements/{id}': async ({ db, by, params }) => {
      await throwAway(db, by, params.id)
      return {}
    },
  })
}
