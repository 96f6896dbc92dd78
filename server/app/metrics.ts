import { timingSafeEqual } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import type { House } from '#server/base/context.ts'
import { hashToken } from '#server/team/secrets.ts'
import { version } from './version.ts'
import { openStreams } from './windows.ts'

/**
 * `GET /metrics` in the text form of Prometheus, for whoever has `TEND_METRICS_TOKEN`; without that setting there is no such page.
 * Figures of one process and of what waits; no names, addresses or words of anybody.
 */
export async function serveMetrics(app: FastifyInstance, house: House): Promise<void> {
  const token = house.config.metricsToken
  if (!token) return
  const { collectDefaultMetrics, Gauge, Histogram, Registry } = await import('prom-client')
  const register = new Registry()
  collectDefaultMetrics({ register })
  new Gauge({
    name: 'tend_info',
    help: 'The version that runs',
    labelNames: ['version'],
    registers: [register],
  }).set({ version }, 1)
  const requests = new Histogram({
    name: 'tend_http_request_seconds',
    help: 'Answered requests by route',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [register],
  })
  new Gauge({
    name: 'tend_live_streams',
    help: 'Browsers and programs that listen for events',
    registers: [register],
    collect() {
      this.set(openStreams())
    },
  })
  new Gauge({
    name: 'tend_database_connections',
    help: 'Connections of this process by what they do; waiting: requests without one',
    labelNames: ['state'],
    registers: [register],
    collect() {
      const { totalCount, idleCount, waitingCount } = house.database.pool
      this.set({ state: 'busy' }, totalCount - idleCount)
      this.set({ state: 'idle' }, idleCount)
      this.set({ state: 'waiting' }, waitingCount)
    },
  })
  new Gauge({
    name: 'tend_waiting',
    help: 'What waits to be done, in all processes together',
    labelNames: ['what'],
    registers: [register],
    async collect() {
      for (const [what, n] of Object.entries(await whatWaits(house))) this.set({ what }, n)
    },
  })
  app.addHook('onResponse', async (request, reply) => {
    if (reply.getHeader('content-type') === 'text/event-stream') return
    const labels = {
      method: request.method,
      // The pattern, not the address: addresses are as many as there are people.
      route: request.routeOptions.url ?? 'none',
      status: reply.statusCode,
    }
    requests.observe(labels, reply.elapsedTime / 1000)
  })
  const expected = Buffer.from(hashToken(token))
  app.get('/metrics', async (request, reply) => {
    const given = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? ''
    if (!timingSafeEqual(Buffer.from(hashToken(given)), expected))
      return reply
        .status(401)
        .header('www-authenticate', 'Bearer')
        .type('text/plain; charset=utf-8')
        .send('These figures need the token that TEND_METRICS_TOKEN holds, as "Authorization: Bearer …".\n')
    return reply.type(register.contentType).send(await register.metrics())
  })
}

/** Each by an index that holds only what waits, so that asking every few seconds costs nothing at any size. */
async function whatWaits(house: House): Promise<Record<string, number>> {
  const { rows } = await sql<Record<string, number>>`select
    (select count(*) from letters where state = 'received')::int as letters,
    (select count(*) from outbox where phase = 'queued')::int as outgoing,
    (select count(*) from timers where fired_at is null and due_at < clock_now())::int as timers,
    (select count(*) from jobs.job where state in ('created', 'retry'))::int + (select count(*) from reactions_due)::int as jobs,
    (select count(*) from jobs.job where state = 'failed')::int as "jobsParked"`.execute(house.db)
  return rows[0]!
}
