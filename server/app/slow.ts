import type { FastifyInstance } from 'fastify'
import type { House } from '#server/base/context.ts'
import { type Asked, counting } from '#server/database/asked.ts'

const all = new WeakMap<object, Asked>()
/** What a request has asked of the database so far; nothing where neither the slow log nor tracing is on. */
export const askedBy = (request: object): Asked | undefined => all.get(request)

/** Names each request that took `TEND_SLOW_MS` or longer, and where its time went. Before every other hook. */
export function nameSlowRequests(app: FastifyInstance, { config, log }: House): void {
  if (config.slowMs === 0 && !config.tracesUrl) return
  app.addHook('onRequest', (request, _reply, done) => {
    const asked: Asked = { queries: 0, took: 0, slowest: null, traced: config.tracesUrl ? [] : null }
    all.set(request, asked)
    counting(asked, done)
  })
  if (config.slowMs === 0) return
  app.addHook('onResponse', async (request, reply) => {
    const took = reply.elapsedTime
    // A stream of events lasts as long as somebody listens.
    if (took < config.slowMs || reply.getHeader('content-type') === 'text/event-stream') return
    const asked = all.get(request)!
    log.warn(
      {
        method: request.method,
        route: request.routeOptions.url ?? null,
        status: reply.statusCode,
        ms: Math.round(took),
        databaseMs: Math.round(asked.took),
        queries: asked.queries,
        slowest: asked.slowest && { ms: Math.round(asked.slowest.took), sql: asked.slowest.sql },
      },
      `slow request: ${reasonOf(took, asked)}`,
    )
  })
}

/** Queries of one request may run side by side, so their times can add up to more than the whole. */
export function reasonOf(took: number, { queries, took: inDatabase, slowest }: Asked): string {
  if (inDatabase < took / 2)
    return 'most of it outside the database: our own work, or waiting for a connection'
  if (slowest && slowest.took >= inDatabase / 2) return 'one query took most of it'
  return `${queries} queries took most of it together`
}
