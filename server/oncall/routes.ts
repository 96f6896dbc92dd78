import type { FastifyInstance } from 'fastify'
import { oncallRoutes } from '#contract/oncall.ts'
import type { House } from '#server/base/context.ts'
import { type ServeOptions, serve } from '#server/base/http/serve.ts'
import { dropProvider, readProvider, setProvider, tryProvider } from './provider.ts'
import { listUrgents } from './queries.ts'
import { listRotas, setRota, swap, undoSwap } from './rota.ts'
import { letItWait, takeUrgent } from './taking.ts'

export function serveOncall(app: FastifyInstance, options: ServeOptions, house: House): void {
  serve(app, options, oncallRoutes, {
    'GET /rotas': ({ db, by }) => listRotas(db, by),
    'PUT /inboxes/{id}/rota': async ({ db, by, params, body }) => ({
      rota: await setRota(db, by, params.id, body),
    }),
    'POST /inboxes/{id}/rota/swaps': ({ db, by, params, body }) => swap(db, by, params.id, body),
    'DELETE /rota-swaps/{id}': async ({ db, by, params }) => {
      await undoSwap(db, by, params.id)
      return {}
    },
    'GET /urgents': ({ db, by }) => listUrgents(db, by),
    'POST /urgents/{id}/taking': ({ by, params, body }) => takeUrgent(house, by, params.id, body.minutes),
    'POST /urgents/{id}/waiting': ({ by, params }) => letItWait(house, by, params.id),
    'GET /call-provider': () => readProvider(house),
    'PUT /call-provider': ({ by, body }) => setProvider(house, by, body),
    'DELETE /call-provider': async ({ by }) => {
      await dropProvider(house, by)
      return {}
    },
    'POST /call-provider/trial': async ({ by }) => {
      await tryProvider(house, by)
      return {}
    },
  })
}
