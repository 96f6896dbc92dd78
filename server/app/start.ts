import { createServer, type RequestListener } from 'node:http'
import pg from 'pg'
import { pino } from 'pino'
import { type Config, readConfig, unknownSettings, WrongSetting } from '#server/base/config.ts'
import { dataFolder, FolderProblem, prepareFolder } from '#server/database/dataFolder.ts'
import { type Embedded, startEmbedded } from '#server/database/embedded/embedded.ts'
import { FolderInUse, lockFolder } from '#server/database/lock.ts'
import { openDoor } from '#server/status/door.ts'
import { CannotStart, portSentence } from './cannotStart.ts'
import { notYet } from './notYet.ts'
import { version } from './version.ts'

// Only what is needed to take the folder and start the database; the rest of the house is read meanwhile (openHouse.ts).
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
    // A driver hangs the whole connection on its errors, with its settings and its secrets.
    serializers: {
      err: (error: unknown) => {
        if (!(error instanceof Error)) return error
        const { client: _, ...plain } = pino.stdSerializers.err(error) as unknown as Record<string, unknown>
        return plain
      },
    },
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
  })

  await prepareFolder(folder)
  const lock = await lockFolder(folder)
  stops.push(() => lock.release())
  // The port is ours before anything slow begins: a taken one is said at once, and /healthz can say "not yet".
  let answer: RequestListener = notYet
  // Before all else: what everybody may read stands, whatever the rest of the house does.
  const door = await openDoor(folder)
  const server = createServer((request, response) => {
    if (!door.answers(request, response)) answer(request, response)
  })
  const port = config.run.web ? await listenOn(server, config) : null
  stops.push(() => {
    server.close()
    setTimeout(() => server.closeAllConnections(), 2000).unref()
  })

  // A database of ours starts while the rest of the program is read: that takes as long. One that runs already is asked before, since
  // reading keeps this process from hearing the answer.
  const house = config.databaseUrl ? null : import('./openHouse.ts')
  house?.catch(() => {})
  const { connection, embedded } = await openStore(config, folder)
  if (embedded) stops.push(() => embedded.stop())
  const { openHouse } = await (house ?? import('./openHouse.ts'))
  const { smtpPort, link, url } = await openHouse({
    config,
    folder,
    connection,
    isAlone: embedded !== null,
    port,
    door,
    stops,
    log,
    say,
    answerWith(next) {
      answer = next
      lock.answer(next)
    },
  })

  say('')
  say(`  Tend ${version} is ready.`)
  say(`  Open  ${url}`)
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

async function openStore(
  config: Config,
  folder: string,
): Promise<{ connection: pg.PoolConfig; embedded: Embedded | null }> {
  if (!config.databaseUrl) {
    const embedded = await startEmbedded({ folder, log: (message) => say(`  ${message}`) })
    return { connection: embedded.connection, embedded }
  }
  const connection: pg.PoolConfig = { connectionString: config.databaseUrl }
  await findDatabase(connection)
  return { connection, embedded: null }
}

/** Waits for a server that is starting or failing over; says at once what waiting does not mend. */
async function findDatabase(connection: pg.PoolConfig): Promise<void> {
  const giveUp = performance.now() + 60_000
  for (let said = false; ; said = true)
    try {
      return await askVersion(connection)
    } catch (error) {
      const { message, code } = error as { message?: string; code?: string }
      if (error instanceof CannotStart) throw error
      const passes = ['57P03', 'ECONNRESET'].includes(code ?? '') || /terminated|timeout/i.test(message ?? '')
      if (!passes || performance.now() > giveUp)
        throw new CannotStart(
          5,
          `The database of DATABASE_URL cannot be reached (${message || code}). Nothing was changed. Check that the server runs and that name, password and address are right.`,
        )
      if (!said) say(`  The database of DATABASE_URL is not ready yet (${message || code}); waiting for it`)
      await new Promise((resolve) => setTimeout(resolve, 1000))
    }
}

async function askVersion(connection: pg.PoolConfig): Promise<void> {
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
  } finally {
    await client.end().catch(() => {})
  }
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
