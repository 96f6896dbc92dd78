import type { FastifyInstance } from 'fastify'
import { recoveriesRoutes } from '#contract/recoveries.ts'
import { secondChancesRoutes } from '#contract/secondChances.ts'
import { type ServeOptions, serve } from '#server/base/http/serve.ts'
import { closeRecovery, openRecovery, refuseOpening, reopenRecovery } from './actions.ts'
import { planCheck } from './checking.ts'
import { listComplaints } from './climbing.ts'
import { addCost, dropCost } from './costs.ts'
import { listRecoveries, recoveriesIn, recoveriesOfCustomer, recoveryById } from './queries.ts'
import { recoveryRate } from './rate.ts'
import { answerReading, askToRead, secondChanceIn } from './readings.ts'
import { changeRecoveryRules, readRecoveryRules } from './rules.ts'
import { doSteps, leaveOut, openStep, refuseStep } from './steps.ts'

export function serveRecoveries(app: FastifyInstance, options: ServeOptions): void {
  serve(app, options, recoveriesRoutes, {
    'GET /recovery-rate': ({ db, by }) => recoveryRate(db, by),
    'GET /recoveries': ({ db, by, query }) => listRecoveries(db, by, query),
    'GET /recoveries/{id}': ({ db, by, params }) => recoveryById(db, by, params.id),
    'GET /customers/{id}/recoveries': async ({ db, by, params }) => ({
      items: await recoveriesOfCustomer(db, by, params.id),
    }),
    'GET /conversations/{id}/recoveries': ({ db, by, params }) => recoveriesIn(db, by, params.id),
    'POST /conversations/{id}/recoveries': async ({ db, by, params, body }) => {
      const source = 'via' in by && by.via === 'key' ? 'api' : body.confirmed ? 'signal' : 'hand'
      const { what, messageId, costs } = body
      return recoveryById(db, by, await openRecovery(db, by, params.id, { what, messageId, costs, source }))
    },
    'POST /conversations/{id}/recovery-refusals': async ({ db, by, params, body }) => {
      await refuseOpening(db, by, params.id, body.messageId)
      return {}
    },
    'POST /recoveries/{id}/steps': async ({ db, by, params, body }) => {
      await doSteps(db, by, params.id, body)
      return recoveryById(db, by, params.id)
    },
    'POST /recoveries/{id}/omissions': async ({ db, by, params, body }) => {
      await leaveOut(db, by, params.id, body.step, body.because)
      return recoveryById(db, by, params.id)
    },
    'DELETE /recoveries/{id}/steps/{step}': async ({ db, by, params }) => {
      await openStep(db, by, params.id, params.step)
      return recoveryById(db, by, params.id)
    },
    'POST /recoveries/{id}/refusals': async ({ db, by, params, body }) => {
      await refuseStep(db, by, params.id, body)
      return recoveryById(db, by, params.id)
    },
    'POST /recoveries/{id}/costs': async ({ db, by, params, body }) => {
      await addCost(db, by, params.id, body)
      return recoveryById(db, by, params.id)
    },
    'DELETE /recoveries/{id}/costs/{position}': async ({ db, by, params }) => {
      await dropCost(db, by, params.id, params.position)
      return recoveryById(db, by, params.id)
    },
    'PUT /recoveries/{id}/check': async ({ db, by, params, body }) => {
      const check = 'due' in body ? { ...body, due: new Date(body.due) } : body
      await planCheck(db, by, params.id, check)
      return recoveryById(db, by, params.id)
    },
    'POST /recoveries/{id}/closing': async ({ db, by, params, body }) => {
      await closeRecovery(db, by, params.id, body)
      return recoveryById(db, by, params.id)
    },
    'POST /recoveries/{id}/reopening': async ({ db, by, params }) => {
      await reopenRecovery(db, by, params.id)
      return recoveryById(db, by, params.id)
    },
  })
  serve(app, options, secondChancesRoutes, {
    'GET /recovery-rules': ({ db }) => readRecoveryRules(db),
    'PATCH /recovery-rules': ({ db, by, body }) => changeRecoveryRules(db, by, body),
    'GET /complaints': async ({ db, by }) => ({ items: await listComplaints(db, by) }),
    'GET /conversations/{id}/second-chance': ({ db, by, params }) => secondChanceIn(db, by, params.id),
    'POST /conversations/{id}/second-readings': ({ db, by, params, body }) =>
      askToRead(db, by, params.id, body),
    'POST /second-readings/{id}/answer': ({ db, by, params, body }) => answerReading(db, by, params.id, body),
  })
}
