import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { closeSync, openSync, renameSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { socketFolder } from '../dataFolder.ts'
import { packagedBinaries, postgresBinaries } from './binaries.ts'
import { ensureDatabase, exe, majorOf, makeCluster, passwordOf, quietEnv, resetPassword } from './cluster.ts'
import { clearSockets, stopLeftover } from './leftover.ts'
import { type Command, dyingWithUs, type RunAs, runAs } from './runAs.ts'
import { settings } from './settings.ts'
import { supervise } from './supervise.ts'

const windows = process.platform === 'win32'

export interface Embedded {
  /** For the app: a role without superuser rights that owns the database `tend`. */
  connection: pg.PoolConfig
  /** For making databases in tests. */
  adminConnection: pg.PoolConfig
  /** Process id of the PostgreSQL that runs now. */
  pid(): number | undefined
  /** Ends sessions and writes a checkpoint. */
  stop(): Promise<void>
}

export interface EmbeddedOptions {
  folder: string
  log(message: string, detail?: unknown): void
  /** Only for unit tests: data that need not survive a power cut. */
  unsafe?: boolean
}

/**
 * Makes (first time), starts and supervises the PostgreSQL of a data folder. The caller holds the folder's lock. Rejects with a
 * sentence where it cannot start.
 */
export async function startEmbedded({ folder, log, unsafe = false }: EmbeddedOptions): Promise<Embedded> {
  const data = join(folder, 'postgres')
  const as = runAs(folder)
  const bin = await postgresBinaries(folder, needsCopy(as, unsafe))
  const major = await majorOf(as, bin)
  await stopLeftover(data, log)
  const { password, isNew } = await passwordOf(folder)
  await makeCluster({ as, bin, major, folder, password, unsafe, log })
  const sockets = await socketFolder(folder)
  await clearSockets(sockets)
  as.give(sockets)
  as.give(data)
  if (isNew) await resetPassword(as, bin, folder, password)

  const port = windows ? await freePort() : 5432
  const where = { host: windows ? '127.0.0.1' : sockets, port, password }
  const admin: pg.PoolConfig = { ...where, user: 'postgres', database: 'postgres' }
  const command = dyingWithUs(as.command)(
    join(bin, `postgres${exe}`),
    settings({ data, sockets: windows ? null : sockets, port, major, unsafe }),
  )
  const launch = () => spawnWithLog(command, join(folder, 'postgres.log'))
  const first = await startOnce(launch, admin, folder, log)
  const supervised = supervise(first, launch, log)
  await ensureDatabase(admin, password)
  return {
    connection: { ...where, user: 'tend', database: 'tend' },
    adminConnection: admin,
    pid: supervised.pid,
    stop: () =>
      supervised.stop((child) => {
        // Windows knows no signals: there its own tool asks for the fast shutdown.
        if (windows) spawnSync(join(bin, 'pg_ctl.exe'), ['stop', '-D', data, '-m', 'fast', '-W'])
        else child.kill('SIGINT')
      }),
  }
}

/** An account that runs PostgreSQL for root gets its own copy, which no `npm ci` pulls away under it; tests save the time where they can. */
const needsCopy = (as: RunAs, unsafe: boolean): boolean =>
  as.kind === 'user' && !process.env.TEND_POSTGRES_BIN && !(unsafe && as.reaches(packagedBinaries()))

function spawnWithLog({ file, args, ...who }: Command, path: string): ChildProcess {
  keepSmall(path)
  const log = openSync(path, 'a', 0o600)
  // In a group of its own, so that Ctrl-C in a terminal lets Tend finish before its database goes.
  const child = spawn(file, args, {
    ...who,
    cwd: '/',
    detached: !windows,
    stdio: ['ignore', log, log],
    env: quietEnv,
  })
  closeSync(log)
  child.on('error', () => {})
  return child
}

/** One older log is kept, so that a start that fails again and again does not fill the disk. */
function keepSmall(log: string): void {
  try {
    if (statSync(log).size > 5 * 2 ** 20) renameSync(log, `${log}.1`)
  } catch {
    // There is none yet.
  }
}

/**
 * Waits until it answers, however long it replays its log after a crash. Processes of a database that was killed outright
 * may hold its memory for another moment: then it is tried again, for up to ten seconds.
 */
async function startOnce(
  launch: () => ChildProcess,
  admin: pg.PoolConfig,
  folder: string,
  log: (message: string) => void,
): Promise<ChildProcess> {
  const began = performance.now()
  for (;;) {
    const child = launch()
    if (await answers(child, admin, log)) return child
    const last = await lastLines(folder)
    if (/still in use|is another postmaster/i.test(last) && performance.now() - began < 10_000) {
      await pause(200)
      continue
    }
    throw new Error(
      `PostgreSQL did not start: ${last}. No data were changed; the whole log is ${join(folder, 'postgres.log')}.`,
    )
  }
}

const notYet = new Set(['57P03', 'ENOENT', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE'])

/** False where the process ended instead. */
async function answers(
  child: ChildProcess,
  admin: pg.PoolConfig,
  log: (message: string) => void,
): Promise<boolean> {
  let nextWord = performance.now() + 5000
  for (;;) {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return false
    const client = new pg.Client({ ...admin, connectionTimeoutMillis: 5000 })
    client.on('error', () => {})
    try {
      await client.connect()
      return true
    } catch (error) {
      const code = (error as { code?: string }).code
      if (code !== undefined && !notYet.has(code)) {
        child.kill('SIGINT')
        throw error
      }
    } finally {
      await client.end().catch(() => {})
    }
    if (performance.now() > nextWord) {
      log('The database is putting itself in order after it was interrupted; this can take a few minutes')
      nextWord += 30_000
    }
    await pause(15)
  }
}

const lastLines = async (folder: string): Promise<string> =>
  (await readFile(join(folder, 'postgres.log'), 'utf8').catch(() => ''))
    .trim()
    .split('\n')
    .slice(-3)
    .join(' ')

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}
