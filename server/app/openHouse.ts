import type { RequestListener } from 'node:http'
import { join } from 'node:path'
import type pg from 'pg'
import { tend } from '#server/base/actor.ts'
import type { Config } from '#server/base/config.ts'
import type { House } from '#server/base/context.ts'
import { openFiles } from '#server/base/files/files.ts'
import { freeClaims } from '#server/base/http/idempotency.ts'
import { openJobs } from '#server/base/jobs.ts'
import { openLive } from '#server/base/live.ts'
import { houseSpeaks } from '#server/base/spoken.ts'
import { startFetching } from '#server/channels/email/imap/fetching.ts'
import { startSending } from '#server/channels/email/outbox/sending.ts'
import { createReader } from '#server/channels/email/read/reader.ts'
import { assertSanitiserWorks } from '#server/channels/email/show/sanitise.ts'
import { listenForMail } from '#server/channels/email/smtp.ts'
import { openDatabase } from '#server/database/database.ts'
import { openReading } from '#server/database/follower.ts'
import { makeLater } from '#server/database/later.ts'
import { migrateToLatest, oneUpdateAtATime, planMigrations } from '#server/database/migrate.ts'
import { backupFile, makeBackup } from '#server/exchange/archive.ts'
import { resumeRestoredWork } from '#server/exchange/waitingJobs.ts'
import type { Door } from '#server/status/door.ts'
import { keepPages } from '#server/status/keeping.ts'
import { firstLink } from '#server/team/actions.ts'
import { readCompany } from '#server/team/company.ts'
import { CannotStart, portSentence } from './cannotStart.ts'
import { bringDemo } from './demo.ts'
import { readKey } from './key.ts'
import { declareReactions } from './reactions.ts'
import { buildHttp } from './routes.ts'
import { declareTimers, startSchedule } from './schedule.ts'
import { sweepAtRest } from './sweep.ts'
import { version } from './version.ts'
import { endStreams } from './windows.ts'

interface Parts {
  config: Config
  folder: string
  connection: pg.PoolConfig
  /** Nobody else works on this database. */
  isAlone: boolean
  /** The port that is ours already; null where this process serves no web. */
  port: number | null
  /** What stands in front of everything, and holds the status page. */
  door: Door
  /** How each part ends; the last that was opened ends first. */
  stops: (() => Promise<void> | void)[]
  log: House['log']
  say(line: string): void
  /** From now on this answers what comes by the port and by the folder's socket. */
  answerWith(next: RequestListener): void
}

/** Opens every room on a database that runs: schema, key, jobs, mail, web. Ready when it returns. */
export async function openHouse(
  parts: Parts,
): Promise<{ url: string; smtpPort: number | null; link: string | null }> {
  const { config, folder, connection, port, stops, log } = parts
  const files = await openFiles(config.files ?? join(folder, 'files'))
  await migrate(parts, files)

  const database = openDatabase(connection, (message, error) => log.warn({ err: error }, message), {
    ms: config.slowMs,
    say: ({ sql, took }) => log.warn({ ms: Math.round(took), sql }, 'slow query'),
  })
  stops.push(() => database.close())
  if (parts.isAlone) await freeClaims(database.db)
  assertSanitiserWorks()
  const url =
    config.url ??
    `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port ?? config.port}`
  const key = await readKey(database.db, config, folder, process.env.TEND_KEY)
  const live = await openLive(database, (message, error) => log.warn({ err: error }, message))
  stops.push(() => live.close())
  const house: House = { config, database, db: database.db, files, live, url, key, log }
  stops.push(await speakAsTheHouse(house))

  const reader = createReader(2)
  stops.push(() => reader.close())
  const { sendLater } = declareReactions(house, reader)
  declareTimers(house)
  const jobs = await openJobs(connection, {
    work: config.run.worker,
    alone: parts.isAlone,
    log: (message, error) => log.error({ err: error }, message),
    noticed: live.noticed,
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
  const reading = config.replicaUrl
    ? await openReading(
        database,
        { connectionString: config.replicaUrl },
        (message, error) => log.warn({ err: error }, message),
        { ms: config.slowMs, say: ({ sql, took }) => log.warn({ ms: Math.round(took), sql }, 'slow query') },
      )
    : null
  if (reading) stops.push(() => reading.close())
  const app = await buildHttp(house, {
    readingDb: reading?.db ?? database.db,
    reader,
    sendLater,
    connection,
    isReady: () => ready,
  })
  parts.answerWith((request, response) => app.routing(request, response))
  stops.push(async () => {
    endStreams()
    await app.close()
  })
  if (config.run.web) {
    const keeping = await keepPages(house, parts.door)
    stops.push(() => keeping.stop())
  }
  let smtpPort: number | null = null
  if (config.run.mail) {
    const smtp = await listenForMail(house).catch((error: NodeJS.ErrnoException) => {
      throw new CannotStart(4, portSentence(error, 'TEND_SMTP_PORT', config.smtpPort))
    })
    smtpPort = smtp.port
    stops.push(() => smtp.close())
    if (config.lmtpPort !== null) {
      const lmtp = await listenForMail(house, { lmtp: true }).catch((error: NodeJS.ErrnoException) => {
        throw new CannotStart(4, portSentence(error, 'TEND_LMTP_PORT', config.lmtpPort!))
      })
      stops.push(() => lmtp.close())
    }
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
  stops.push(sweepAtRest())
  if (config.run.worker) {
    const later = makeLater(connection, {
      told: (name, err) => (err ? log.warn({ err, name }, 'made later') : log.info({ name }, 'made later')),
    })
    stops.push(() => later.stop())
  }
  return { url, smtpPort, link: config.run.web ? await firstLink(database.db, url) : null }
}

/** Jobs and reactions write in the house's language, on every node, also when it changes while they run. */
async function speakAsTheHouse({ db, live, log }: House): Promise<() => void> {
  const listen = async () => houseSpeaks((await readCompany(db)).language)
  await listen()
  return live.hear(({ type }) => {
    if (type === 'company.changed') void listen().catch((error) => log.warn({ err: error }, 'language'))
  })
}

/** A backup first, whenever a schema with data in it is about to change. Of several that start at once, one does it. */
async function migrate(parts: Parts, files: Awaited<ReturnType<typeof openFiles>>): Promise<void> {
  if (!(await isBehind(parts))) return
  await oneUpdateAtATime(parts.connection, async () => {
    if (await isBehind(parts)) await update(parts, files)
  })
}

async function isBehind({ connection }: Parts): Promise<boolean> {
  const { unknown, pending } = await planMigrations(connection)
  if (unknown.length)
    throw new CannotStart(
      5,
      `The database was changed by a newer Tend (${unknown.at(-1)}). Nothing was changed. Start the newer Tend, or restore the backup it made before.`,
    )
  return pending.length > 0
}

async function update(
  { connection, config, folder, say }: Parts,
  files: Awaited<ReturnType<typeof openFiles>>,
): Promise<void> {
  const { fresh, asOne } = await planMigrations(connection)
  const backup = fresh || !config.backupBeforeUpdate ? null : backupFile(folder, new Date(), 'before-update')
  if (backup) {
    say('  A newer version: making a backup before the database is changed')
    await makeBackup({ config: connection, files, version }, backup).catch((error: Error) => {
      throw new CannotStart(
        5,
        `The backup before the update could not be made (${error.message}). Nothing was changed. Make room where ${folder} lies; or, with a backup of your own, set TEND_BACKUP_BEFORE_UPDATE=0 for this one start.`,
      )
    })
  }
  const wayBack = backup
    ? `start the Tend you had before, with "npm run -s tend -- restore ${backup} --yes" first`
    : 'restore your own backup with the Tend you had before'
  await migrateToLatest(connection).catch((error: Error) => {
    throw new CannotStart(
      5,
      asOne
        ? `${error.message}. All of the update was taken back: the database is as it was${backup ? `, and a backup of it is ${backup}` : ''}. Start the Tend you had before, and please report this.`
        : `${error.message}. The step that failed was taken back, but steps before it stand. To go back, ${wayBack}; and please report this.`,
    )
  })
  if (backup) say(`  The database is up to date. Should you want to go back: ${wayBack}`)
}
