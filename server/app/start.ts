import { createServer, type RequestListener } from 'node:http'
import { join } from 'node:path'
import pg from 'pg'
import { pino } from 'pino'
import { tend } from '#server/base/actor.ts'
import { type Config, readConfig, unknownSettings, WrongSetting } from '#server/base/config.ts'
import type { House } from '#server/base/context.ts'
import { openFiles } from '#server/base/files/files.ts'
import { freeClaims } from '#server/base/http/idempotency.ts'
import { openJobs } from '#server/base/jobs.ts'
import { openLive } from '#server/base/live.ts'
import { startFetching } from '#server/channels/email/imap/fetching.ts'
import { startSending } from '#server/channels/email/outbox/sending.ts'
import { createReader } from '#server/channels/email/read/reader.ts'
import { assertSanitiserWorks } from '#server/channels/email/show/sanitise.ts'
import { listenForMail } from '#server/channels/email/smtp.ts'
import { openDatabase } from '#server/database/database.ts'
import { dataFolder, FolderProblem, prepareFolder } from '#server/database/dataFolder.ts'
import { type Embedded, startEmbedded } from '#server/database/embedded/embedded.ts'
import { FolderInUse, lockFolder } from '#server/database/lock.ts'
import { migrateToLatest, planMigrations } from '#server/database/migrate.ts'
import { backupFile, makeBackup } from '#server/exchange/archive.ts'
import { resumeRestoredWork } from '#server/exchange/waitingJobs.ts'
import { firstLink } from '#server/team/actions.ts'
import { bringDemo } from './demo.ts'
import { readKey } from './key.ts'
import { declareReactions } from './reactions.ts'
import { buildHttp } from './routes.ts'
import { declareTimers, startSchedule } from './schedule.ts'
import { endStreams } from './sse.ts'
import { version } from './version.ts'

/** Exit codes: 1 broken, 2 a setting is wrong, 3 the data folder is in use, 4 the folder or the port cannot be used, 5 the database. */
class CannotStart extends Error {
  readonly code: number
  constructor(code: number, message: string) {
    super(message)
    this.code = code
  }
}

const say = (line: string) => process.stdout.write(`${line}\n`)
const stops: (() => Promise<void> | void)[] = []

async function start(): Promise<void> {
  const [major] = process.versions.node.split('.').map(Number)
  if (major! < 24)
    throw new CannotStart(
      1,
      `Tend needs Node 24 or newer and brings its own; this is ${process.version}. Start it with "npm start".`,
    )
  const config = readConfig(process.env)
  for (const name of unknownSettings(process.env))
    process.stderr.write(`  ${name} is not a setting that Tend knows; it is left aside.\n`)
  const folder = dataFolder(config.dataFolder)
  config.dataFolder = folder
  const log = pino({
    level: config.logLevel,
    redact: {
      paths: ['*.password', '*.pass', '*.token', '*.key', 'req.headers.authorization', 'req.headers.cookie'],
      censor: '…',
    },
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
  })

  await prepareFolder(folder)
  const lock = await lockFolder(folder)
  stops.push(() => lock.release())
  // The port is ours before anything slow begins: a taken one is said at once, and /healthz can say "not yet".
  let answer: RequestListener = (_request, response) =>
    response.writeHead(503, { 'content-type': 'application/json', 'retry-after': '1' }).end('{"ok":false}')
  const server = createServer((request, response) => answer(request, response))
  const port = config.run.web ? await listenOn(server, config) : null
  stops.push(() => {
    endStreams()
    server.close()
    setTimeout(() => server.closeAllConnections(), 2000).unref()
  })

  const { connection, embedded } = await openStore(config, folder)
  if (embedded) stops.push(() => embedded.stop())
  const files = await openFiles(config.files ?? join(folder, 'files'))
  await migrate(connection, config, folder, files)

  const database = openDatabase(connection, (message, error) => log.warn({ err: error }, message))
  stops.push(() => database.close())
  if (embedded) await freeClaims(database.db)
  assertSanitiserWorks()
  const url =
    config.url ??
    `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port ?? config.port}`
  const key = await readKey(database.db, config, folder, process.env.TEND_KEY)
  const live = await openLive(database, (message, error) => log.warn({ err: error }, message))
  stops.push(() => live.close())
  const house: House = { config, database, db: database.db, files, live, url, key, log }

  const reader = createReader(2)
  stops.push(() => reader.close())
  const { sendLater } = declareReactions(house, reader)
  declareTimers(house)
  const jobs = await openJobs(connection, {
    work: config.run.worker,
    alone: embedded !== null,
    log: (message, error) => log.error({ err: error }, message),
  })
  stops.push(() => jobs.close())
  await resumeRestoredWork(database.db)
  if (config.run.worker) {
    const schedule = startSchedule(house)
    stops.push(() => schedule.stop())
    const sending = await startSending(house)
    stops.push(() => sending.stop())
  }
  let ready = false
  const app = await buildHttp(house, { reader, sendLater, connection, isReady: () => ready })
  answer = (request, response) => app.routing(request, response)
  lock.answer((request, response) => app.routing(request, response))
  stops.push(() => app.close())
  let smtpPort: number | null = null
  if (config.run.mail) {
    const smtp = await listenForMail(house).catch((error: NodeJS.ErrnoException) => {
      throw new CannotStart(4, portSentence(error, 'TEND_SMTP_PORT', config.smtpPort))
    })
    smtpPort = smtp.port
    stops.push(() => smtp.close())
    const fetching = await startFetching(house)
    stops.push(() => fetching.stop())
  }
  if (
    config.demo &&
    !(await database.db
      .selectFrom('teammates')
      .select('id')
      .where('demo', '=', true)
      .limit(1)
      .executeTakeFirst())
  )
    await bringDemo(house, tend)
  ready = true

  say('')
  say(`  Tend ${version} is ready.`)
  say(`  Open  ${url}`)
  const link = config.run.web ? await firstLink(database.db, url) : null
  if (link) say(`  Move in with this link (it works once):  ${link}`)
  if (smtpPort) say(`  Mail is taken in on port ${smtpPort}. Data lie in ${folder}`)
  say('')
  say(`ready ${JSON.stringify({ url, port, smtpPort, data: folder, version })}`)
}

function listenOn(server: ReturnType<typeof createServer>, config: Config): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(new CannotStart(4, portSentence(error, 'TEND_PORT', config.port))),
    )
    server.listen(config.port, config.host, () => resolve((server.address() as { port: number }).port))
  })
}

function portSentence(error: NodeJS.ErrnoException, setting: string, port: number): string {
  if (error.code === 'EADDRINUSE')
    return `Port ${port} is taken by another program. Nothing was changed. Stop that one, or choose another port with ${setting}.`
  if (error.code === 'EACCES')
    return `This user may not use port ${port}. Nothing was changed. Choose a port above 1023 with ${setting}.`
  return `Port ${port} cannot be used (${error.message}). Nothing was changed. Check TEND_HOST and ${setting}.`
}

async function openStore(
  config: Config,
  folder: string,
): Promise<{ connection: pg.PoolConfig; embedded: Embedded | null }> {
  if (!config.databaseUrl) {
    const embedded = await startEmbedded({ folder, log: (message) => say(`  ${message}`) })
    return { connection: embedded.connection, embedded }
  }
  const connection: pg.PoolConfig = { connectionString: config.databaseUrl }
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ v: number }>(
      `select current_setting('server_version_num')::int as v`,
    )
    if (rows[0]!.v < 150_000)
      throw new CannotStart(
        5,
        'Tend needs PostgreSQL 15 or newer; the server of DATABASE_URL is older. Nothing was changed.',
      )
  } catch (error) {
    if (error instanceof CannotStart) throw error
    throw new CannotStart(
      5,
      `The database of DATABASE_URL cannot be reached (${(error as Error).message || (error as { code?: string }).code}). Nothing was changed. Check that the server runs and that name, password and address are right.`,
    )
  } finally {
    await client.end().catch(() => {})
  }
  return { connection, embedded: null }
}

/** A backup first, whenever a schema with data in it is about to change. */
async function migrate(
  connection: pg.PoolConfig,
  config: Config,
  folder: string,
  files: Awaited<ReturnType<typeof openFiles>>,
): Promise<void> {
  const plan = await planMigrations(connection)
  if (plan.unknown.length)
    throw new CannotStart(
      5,
      `The database was changed by a newer Tend (${plan.unknown.at(-1)}). Nothing was changed. Start the newer Tend, or restore the backup it made before.`,
    )
  if (plan.pending.length === 0) return
  if (!plan.fresh && !config.databaseUrl) {
    say('  A newer version: making a backup before the database is changed')
    await makeBackup({ config: connection, files, version }, backupFile(folder, new Date(), 'before-update'))
  }
  await migrateToLatest(connection).catch((error: Error) => {
    throw new CannotStart(
      5,
      `${error.message}. The step that failed was taken back, and what was there is as it was${plan.fresh || config.databaseUrl ? '' : `; a backup of it lies in ${join(folder, 'backups')}`}. Start the Tend you had before, and please report this.`,
    )
  })
}

let stopping = false
async function stop(code: number): Promise<void> {
  if (stopping) return
  stopping = true
  setTimeout(() => process.exit(code || 1), 30_000).unref()
  for (const one of stops.toReversed())
    try {
      await one()
    } catch (error) {
      process.stderr.write(`${(error as Error).message}\n`)
    }
  process.exit(code)
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0))
process.on('unhandledRejection', (error) =>
  process.stderr.write(
    `${JSON.stringify({ level: 50, msg: 'unhandled', error: String((error as Error)?.stack ?? error) })}\n`,
  ),
)

// What nobody caught may have left something half done in memory; on disk nothing is. Ended in order, and started again by whoever watches.
process.on('uncaughtException', (error) => {
  process.stderr.write(
    `${JSON.stringify({ level: 60, msg: 'uncaught', error: String(error?.stack ?? error) })}\n`,
  )
  void stop(1)
})

start().catch(async (error: unknown) => {
  const known =
    error instanceof WrongSetting ||
    error instanceof FolderProblem ||
    error instanceof FolderInUse ||
    error instanceof CannotStart
  process.stderr.write(
    `\n  Tend cannot start. ${known ? (error as Error).message : `${(error as Error)?.message ?? error}`}\n\n`,
  )
  if (!known && process.env.TEND_LOG === 'debug') process.stderr.write(`${(error as Error)?.stack}\n`)
  await stop(
    error instanceof WrongSetting
      ? 2
      : error instanceof FolderInUse
        ? 3
        : error instanceof FolderProblem
          ? 4
          : error instanceof CannotStart
            ? error.code
            : 1,
  )
})
