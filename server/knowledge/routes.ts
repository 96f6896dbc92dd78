import type { FastifyInstance } from 'fastify'
import { knowledgeRoutes } from '#contract/knowledge.ts'
import { type ServeOptions, serve } from '#server/base/http/serve.ts'
import {
  addFramework,
  listFrameworks,
  noteFrameworkUsed,
  removeFramework,
  rewriteFramework,
} from './frameworks.ts'
import { guideInForce, readGuide } from './guide.ts'
import { addWords, changeWord, removeWord, rewriteVoice, ruleCheck } from './guideChanges.ts'

export function serveKnowledge(app: FastifyInstance, options: ServeOptions): void {
  serve(app, options, knowledgeRoutes, {
    'GET /frameworks': async ({ db, by }) => ({ items: await listFrameworks(db, by) }),
    'POST /frameworks': ({ db, by, body }) => addFramework(db, by, body),
    'PUT /frameworks/{id}': ({ db, by, params, body }) => rewriteFramework(db, by, params.id, body),
    'DELETE /frameworks/{id}': ({ db, by, params }) => removeFramework(db, by, params.id) as never,
    'POST /frameworks/{id}/uses': ({ db, by, params }) => noteFrameworkUsed(db, by, params.id) as never,
    'GET /guide': ({ db, by }) => readGuide(db, by),
    'PUT /guide/checks/{id}': async ({ db, by, params, body }) => {
      await ruleCheck(db, by, params.id, body)
      return readGuide(db, by)
    },
    'PUT /guide/voice': ({ db, by, body }) => rewriteVoice(db, by, body),
    'POST /guide/words': ({ db, by, body }) => addWords(db, by, body),
    'PATCH /guide/words/{id}': ({ db, by, params, body }) => changeWord(db, by, params.id, body),
    'DELETE /guide/words/{id}': ({ db, by, params }) => removeWord(db, by, params.id) as never,
    'GET /inboxes/{id}/guide': ({ db, by, params }) => guideInForce(db, by, params.id),
  })
}
