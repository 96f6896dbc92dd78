import type { FastifyInstance } from 'fastify'
import { authorityRoutes, decisionHookRoutes } from '#contract/authority.ts'
import type { House } from '#server/base/context.ts'
import { type ServeOptions, serve } from '#server/base/http/serve.ts'
import { addressBucket, countTry } from '#server/base/rates.ts'
import { demandOn } from '#server/team/practices.ts'
import { approve, decide, decline, withdraw } from './actions.ts'
import { listDeliveries } from './deliveries.ts'
import { dropHook, sendAgain, tryHook } from './hooks.ts'
import { listHooks, setHook } from './programs.ts'
import { decisionById, decisionsIn, listDecisions } from './queries.ts'
import { takeResult } from './results.ts'
import { dropRule, listRules, setRule } from './rules.ts'

export async function serveAuthority(
  app: FastifyInstance,
  options: ServeOptions,
  house: House,
): Promise<void> {
  const on = () => demandOn(options.db, 'authority')
  serve(app, options, authorityRoutes, {
    'GET /authority': async ({ db, by }) => {
      await on()
      return { items: await listRules(db, by) }
    },
    'PUT /authority': ({ db, by, body }) => setRule(db, by, body),
    'DELETE /authority/{id}': async ({ db, by, params }) => {
      await dropRule(db, by, params.id)
      return {}
    },
    'GET /conversations/{id}/decisions': async ({ db, by, params }) => {
      await on()
      return decisionsIn(db, by, params.id)
    },
    'POST /conversations/{id}/decisions': async ({ db, by, params, body }) =>
      decisionById(db, by, await decide(db, by, params.id, body)),
    'GET /decisions': async ({ db, by }) => {
      await on()
      return { items: await listDecisions(db, by, { state: 'asked' }) }
    },
    'POST /decisions/{id}/approval': async ({ db, by, params }) => {
      await approve(db, by, params.id)
      return decisionById(db, by, params.id)
    },
    'POST /decisions/{id}/refusal': async ({ db, by, params, body }) => {
      await decline(db, by, params.id, body.because)
      return decisionById(db, by, params.id)
    },
    'POST /decisions/{id}/withdrawal': async ({ db, by, params }) => {
      await withdraw(db, by, params.id)
      return decisionById(db, by, params.id)
    },
    'GET /authority-hooks': ({ db, by }) => listHooks(db, by),
    'PUT /authority-hooks': async ({ by, body }) => {
      await on()
      return setHook(house, by, body)
    },
    'GET /authority-hooks/{kind}/deliveries': async ({ db, by, params }) => ({
      items: await listDeliveries(db, by, { kind: params.kind }),
    }),
    'POST /authority-hooks/{kind}/trial': async ({ db, by, params }) => {
      const id = await tryHook(house, by, params.kind)
      return (await listDeliveries(db, by, { kind: params.kind, id }))[0]!
    },
    'POST /decisions/{id}/sending': async ({ db, by, params }) => {
      await sendAgain(house, by, params.id)
      return decisionById(db, by, params.id)
    },
    'DELETE /authority-hooks/{kind}': async ({ db, by, params }) => {
      await dropHook(db, by, params.kind)
      return {}
    },
  })
  // A signature is over the bytes as they came, so here JSON is read only once it has been looked at.
  await app.register(async (raw) => {
    raw.removeContentTypeParser('application/json')
    raw.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) =>
      done(null, body),
    )
    serve(raw, options, decisionHookRoutes, {
      'POST /hooks/decisions/{id}': async ({ db, params, request }) => {
        // By where it comes from: a made-up decision must leave no trace of its own.
        await countTry(db, `decision ${addressBucket(request.ip)}`, { limit: 300, seconds: 60 })
        const header = (name: string) => {
          const value = request.headers[name]
          return typeof value === 'string' ? value : undefined
        }
        await takeResult(house, params.id, {
          id: header('webhook-id'),
          timestamp: header('webhook-timestamp'),
          signature: header('webhook-signature'),
          body: typeof request.body === 'string' ? request.body : '',
        })
        return {}
      },
    })
  })
}
