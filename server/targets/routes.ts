import type { FastifyInstance } from 'fastify'
import { targetsRoutes } from '#contract/targets.ts'
import { type ServeOptions, serve } from '#server/base/http/serve.ts'
import { removeRule, setRule } from './actions.ts'
import { listRules, ruleById, targetOfConversation, waitOfInbox } from './queries.ts'

export function serveTargets(app: FastifyInstance, options: ServeOptions): void {
  serve(app, options, targetsRoutes, {
    'GET /target-rules': ({ db, by }) => listRules(db, by),
    'PUT /target-rules': async ({ db, by, body }) => ruleById(db, by, await setRule(db, by, body)),
    'DELETE /target-rules/{id}': async ({ db, by, params }) => {
      await removeRule(db, by, params.id)
      return {}
    },
    'GET /conversations/{id}/target': async ({ db, by, params }) => ({
      target: await targetOfConversation(db, by, params.id),
    }),
    'GET /inboxes/{id}/expected-wait': async ({ db, by, params, query }) => ({
      wait: await waitOfInbox(db, by, params.id, query.channel),
    }),
  })
}
