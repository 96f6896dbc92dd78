import type { FastifyInstance } from 'fastify'
import { handoverRoutes } from '#contract/handover.ts'
import { type ServeOptions, serve } from '#server/base/http/serve.ts'
import { conversationById } from '#server/conversations/queries.ts'
import { demandOn } from '#server/team/practices.ts'
import { acceptHandover, handOver, returnHandover, withdrawHandover } from './actions.ts'
import { proposeBrief } from './brief.ts'
import { handoverById, hintAbout, listHandovers } from './queries.ts'

export function serveHandover(app: FastifyInstance, options: ServeOptions): void {
  serve(app, options, handoverRoutes, {
    'GET /conversations/{id}/handover-proposal': async ({ db, by, params, query }) => {
      await demandOn(db, 'handover')
      const row = await conversationById(db, by, params.id)
      return { ...(await proposeBrief(db, by, row)), hint: await hintAbout(db, query.to) }
    },
    'GET /handovers': async ({ db, by, query }) => {
      await demandOn(db, 'handover')
      return listHandovers(db, by, { ...query, mine: query.mine === 'true' })
    },
    'POST /conversations/{id}/handovers': async ({ db, by, params, body }) =>
      handoverById(db, by, await handOver(db, by, params.id, { to: body.teammateId, brief: body.brief })),
    'POST /handovers/{id}/acceptance': async ({ db, by, params }) => {
      const taken = await acceptHandover(db, by, params.id)
      return { ...(await handoverById(db, by, params.id)), ...taken }
    },
    'POST /handovers/{id}/return': async ({ db, by, params, body }) => {
      await returnHandover(db, by, params.id, body.because)
      return handoverById(db, by, params.id)
    },
    'POST /handovers/{id}/withdrawal': async ({ db, by, params }) => {
      await withdrawHandover(db, by, params.id)
      return handoverById(db, by, params.id)
    },
  })
}
