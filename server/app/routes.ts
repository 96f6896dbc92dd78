import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import multipart from '@fastify/multipart'
import fastifyStatic from '@fastify/static'
import Fastify, { type FastifyInstance } from 'fastify'
import type pg from 'pg'
import { houseRoutes } from '#contract/house.ts'
import { movingRoutes } from '#contract/ties.ts'
import { serveAuthority } from '#server/authority/routes.ts'
import { audit } from '#server/base/audit.ts'
import { clockNow, moveClock } from '#server/base/clock.ts'
import type { House } from '#server/base/context.ts'
import { Problem } from '#server/base/errors.ts'
import { isAnswering } from '#server/base/givingWay.ts'
import { takeJson } from '#server/base/http/json.ts'
import { answerProblems, answerUnroutable } from '#server/base/http/problem.ts'
import { type ServeOptions, serve } from '#server/base/http/serve.ts'
import { slicesOf, sliceTables } from '#server/base/slices.ts'
import { serveBulk } from '#server/bulk/routes.ts'
import { serveCalendar } from '#server/calendar/routes.ts'
import { serveCallbacks } from '#server/callbacks/routes.ts'
import type { Reader } from '#server/channels/email/read/reader.ts'
import { serveEmail } from '#server/channels/email/routes.ts'
import type { SystemLetter } from '#server/channels/email/systemMail.ts'
import { serveActs } from '#server/conversations/actRoutes.ts'
import { presentPlace } from '#server/conversations/queries.ts'
import { serveConversations } from '#server/conversations/routes.ts'
import { serveCustomers } from '#server/customers/routes.ts'
import type { Db } from '#server/database/database.ts'
import { serveDealings } from '#server/dealings/routes.ts'
import { serveDesk } from '#server/desk/routes.ts'
import { backupFile, makeBackup } from '#server/exchange/archive.ts'
import { streamExport } from '#server/exchange/export.ts'
import { serveExchange } from '#server/exchange/routes.ts'
import { serveExtras } from '#server/extras/routes.ts'
import { serveFields } from '#server/fields/routes.ts'
import { serveGoals } from '#server/goals/routes.ts'
import { serveHandover } from '#server/handover/routes.ts'
import { serveHeat } from '#server/heat/routes.ts'
import { serveIncidents } from '#server/incidents/routes.ts'
import { seenIncidents } from '#server/incidents/rows.ts'
import { serveKnowledge } from '#server/knowledge/routes.ts'
import { serveMatters } from '#server/matters/routes.ts'
import { serveNotifications } from '#server/notifications/routes.ts'
import { serveOncall } from '#server/oncall/routes.ts'
import { serveOptions } from '#server/options/routes.ts'
import { servePageRules } from '#server/pages/apiRoutes.ts'
import { servePages } from '#server/pages/routes.ts'
import { serveTaking } from '#server/pages/taking.ts'
import { servePersons } from '#server/persons/routes.ts'
import { servePromises } from '#server/promises/routes.ts'
import { serveRecoveries } from '#server/recoveries/routes.ts'
import { serveReplies } from '#server/replies/routes.ts'
import { serveSearch } from '#server/search/routes.ts'
import { serveSilence } from '#server/silence/routes.ts'
import { serveStatements } from '#server/statements/routes.ts'
import { serveStatusPages } from '#server/status/publicRoutes.ts'
import { serveStatus } from '#server/status/routes.ts'
import { serveTags } from '#server/tags/routes.ts'
import { serveTargets } from '#server/targets/routes.ts'
import { serveTeam } from '#server/team/routes.ts'
import { whoAsks } from '#server/team/whoAsks.ts'
import { serveTeams } from '#server/teams/routes.ts'
import { serveTranslation } from '#server/translation/routes.ts'
import { serveViews } from '#server/views/routes.ts'
import { bringDemo, removeDemo } from './demo.ts'
import { health } from './health.ts'
import { serveMetrics } from './metrics.ts'
import { moveToInbox } from './movingInbox.ts'
import { openapi, readableApi } from './openapi.ts'
import { sendSafely } from './safeHeaders.ts'
import { serveSamePeople } from './samePeopleRoutes.ts'
import { settleClock } from './settleClock.ts'
import { nameSlowRequests } from './slow.ts'
import { streamEvents } from './sse.ts'
import { version } from './version.ts'

const web = fileURLToPath(new URL('../../web/dist/', import.meta.url))

/** The HTTP side of the house: every room's routes, the web app, health. */
export async function buildHttp(
  house: House,
  parts: {
    reader: Reader
    sendLater(letter: SystemLetter): Promise<void>
    connection: pg.PoolConfig
    /** For what may be a moment old; never for a look before a write. */
    readingDb: Db
    isReady(): boolean
  },
): Promise<FastifyInstance> {
  const app = Fastify({
    logger: false,
    trustProxy: house.config.trustedProxies.length ? house.config.trustedProxies : false,
    bodyLimit: 2 * 2 ** 20,
    exposeHeadRoutes: true,
    routerOptions: { maxParamLength: 400 },
    frameworkErrors: (error, _request, reply) => answerUnroutable(error, reply),
  })
  app.addHook('onRequest', async (request, reply) => {
    ;(request as { log: unknown }).log = house.log
    if (request.method !== 'GET' && request.method !== 'HEAD') isAnswering(reply.raw)
  })
  nameSlowRequests(app, house)
  await serveMetrics(app, house)
  if (house.config.tracesUrl) (await import('./tracing.ts')).traceRequests(app, house, house.config.tracesUrl)
  const index = await readFile(`${web}index.html`, 'utf8').catch(() => null)
  answerProblems(app, index)
  takeJson(app)
  sendSafely(app, { isHttps: house.url.startsWith('https:') })
  await app.register(cookie)
  await app.register(multipart)
  await app.register(formbody)
  await app.register(compress, { threshold: 1024, encodings: ['gzip', 'identity'] })

  const asks = whoAsks(house)
  const options: ServeOptions = {
    db: house.db,
    key: house.key,
    whoAsks: asks,
    presentPlace: presentPlace(house.db),
  }
  serveTeam(app, options, house, version, { send: parts.sendLater })
  serveCalendar(app, options)
  serveNotifications(app, options, house)
  serveCustomers(app, options)
  serveConversations(app, options, house)
  serveActs(app, options)
  serveTags(app, options)
  serveFields(app, options)
  serveTeams(app, options)
  serveKnowledge(app, options)
  servePromises(app, options)
  serveSilence(app, options)
  serveTargets(app, options)
  serveOncall(app, options, house)
  serveCallbacks(app, options, house)
  serveOptions(app, options)
  servePersons(app, options)
  serveDealings(app, options)
  serveSamePeople(app, options)
  serveHandover(app, options)
  serveGoals(app, options)
  await serveMatters(app, options, house)
  serveRecoveries(app, options)
  await serveAuthority(app, options, house)
  serveExtras(app, options)
  serveHeat(app, options)
  serveTranslation(app, options, house)
  serveEmail(app, options, house, parts.reader)
  serveExchange(app, options, house, parts.reader)
  serveReplies(app, options, house)
  serveViews(app, options)
  serveBulk(app, options, (trx, by, id, inboxId) => moveToInbox({ ...house, db: trx }, by, id, inboxId))
  // Who asks is looked up where rights are written; only the looking itself may be done by a follower.
  serveSearch(app, { ...options, db: parts.readingDb })
  serveDesk(app, options, house)
  serveIncidents(app, options)
  servePageRules(app, options)
  await servePages(app, house)
  serveTaking(app, house)
  serveStatus(app, options, house, seenIncidents)
  serveStatusPages(app, house)
  serveStatements(app, options, house, seenIncidents)

  serve(app, options, movingRoutes, {
    'POST /conversations/{id}/inbox': ({ by, params, body }) =>
      moveToInbox(house, by, params.id, body.inboxId),
  })
  const { 'GET /company': _get, 'PATCH /company': _patch, ...own } = houseRoutes
  serve(app, options, own, {
    'GET /events': ({ request, reply }) => streamEvents(house, asks, request, reply) as never,
    'GET /health': async ({ by }) => ({ ...(await health(house, by)), version }),
    'POST /backups': async ({ db, by }) => {
      const made = await makeBackup(
        { config: parts.connection, files: house.files, version },
        backupFile(house.config.dataFolder!, new Date()),
      )
      await audit(db, by, 'backup.made', null, { file: made.file })
      return made
    },
    'GET /slices': async ({ db }) => ({ items: await slicesOf(db) }),
    'POST /slices': async ({ db, by }) => {
      await sliceTables(parts.connection)
      await audit(db, by, 'slices.made', null)
      return { items: await slicesOf(db) }
    },
    'GET /export': async ({ db, by, reply }) => {
      await audit(db, by, 'everything.exported', null)
      return streamExport(house, parts.connection, reply) as never
    },
    'POST /demo': async ({ by }) => {
      await bringDemo(house, by)
      return {}
    },
    'DELETE /demo': ({ by }) => removeDemo(house, by) as never,
    'GET /clock': async ({ db }) => ({ now: (await clockNow(db)).toISOString() }),
    'PUT /clock': async ({ db, body }) => {
      if (!house.config.testClock)
        throw new Problem(
          403,
          'no-test-clock',
          'The clock can only be moved where TEND_TEST_CLOCK=1. Nothing was changed.',
        )
      // What came before is done at its own time, also where the machine is busy.
      await settleClock(db)
      await moveClock(db, new Date(body.now))
      await settleClock(db)
      return { now: (await clockNow(db)).toISOString() }
    },
    'GET /openapi.json': ({ reply }) =>
      reply.type('application/json').send(openapi(house.url, version)) as never,
  })
  app.get('/api/v1', (_request, reply) => reply.type('text/html; charset=utf-8').send(readableApi()))
  app.get('/healthz', (_request, reply) =>
    parts.isReady() ? reply.send({ ok: true }) : reply.status(503).send({ ok: false }),
  )

  if (index) {
    await app.register(fastifyStatic, {
      root: web,
      index: false,
      wildcard: false,
      setHeaders: (reply, path) =>
        void reply.header(
          'cache-control',
          path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
        ),
    })
    const page = (
      _request: unknown,
      reply: { type(type: string): { header(name: string, value: string): { send(body: string): unknown } } },
    ) => reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(index)
    for (const path of [
      '/',
      '/today',
      '/inbox',
      '/inbox/*',
      '/conversations/*',
      '/promises',
      '/customers',
      '/customers/*',
      '/circles',
      '/circles/*',
      '/matters',
      '/matters/*',
      '/incidents',
      '/incidents/*',
      '/views',
      '/views/*',
      '/search',
      '/library',
      '/settings',
      '/settings/*',
      '/help',
      '/help/*',
      '/status-page',
      '/status-page/*',
      '/statements',
      '/statements/*',
      '/practice',
      '/practice/*',
      '/sign-in',
      '/welcome',
      '/join/*',
      '/reset/*',
    ])
      app.get(path, page as never)
  }
  await app.ready()
  return app
}
