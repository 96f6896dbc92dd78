import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { closeSync, openSync } from 'node:fs'
import { access, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { socketFolder } from '../dataFolder.ts'
import { postgresBinaries } from './binaries.ts'
import { type RunAs, runAs } from './runAs.ts'

const run = promisify(execFile)
const windows = process.platform === 'win32'

export interface Embedded {
  /** For the app: a role without superuser rights that owns the database `tend`. */
  connection: pg.PoolConfig
  /** For making databases in tests. */
  adminConnection: pg.PoolConfig
  stop(): Promise<void>
}

export interface EmbeddedOptions {
  folder: string
  log(message: string, detail?: unknown): void
  /** Only for unit tests: data that need not survive a power cut. */
  unsafe?: boolean
}

/** Makes (first time), starts and supervises the PostgreSQL of a data folder. The caller holds the folder's lock. */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const { folder, log } = options
  const data = join(folder, 'postgres')
  const sockets = await socketFolder(folder)
  const as = runAs(folder)
  const bin = await postgresBinaries(as.kind === 'user' ? folder : null)
  const password = await passwordOf(folder)
  as.give(sockets)
  await mkdir(data, { recursive: true, mode: 0o700 })
  as.give(data)
  await stopLeftover(data, log)
  if (!(await there(join(data, 'PG_VERSION')))) await initialise(as, bin, folder, data, password, log)

  const port = windows ? await freePort() : 5432
  const host = windows ? '127.0.0.1' : sockets
  const admin: pg.PoolConfig = { host, port, user: 'postgres', password, database: 'postgres' }
  const connection: pg.PoolConfig = { host, port, user: 'tend', password, database: 'tend' }

  let stopping = false
  let child: ChildProcess
  const launch = async () => {
    child = start(as, bin, folder, settings(data, sockets, port, options.unsafe))
    const here = child
    here.once('exit', (code, signal) => {
      if (stopping) return
      log(`PostgreSQL ended (${signal ?? code}); starting it again`)
      setTimeout(() => void launch().catch((error) => log('PostgreSQL did not come back', error)), 200)
    })
    await untilAnswers(admin, here, folder)
  }
  await launch()
  await ensureDatabase(admin, password)
  return {
    connection,
    adminConnection: admin,
    async stop() {
      stopping = true
      const ended = new Promise((resolve) => child.once('exit', resolve))
      if (child.exitCode !== null || child.signalCode !== null) return
      // Fast shutdown: ends sessions, writes a checkpoint.
      child.kill('SIGINT')
      const late = setTimeout(() => child.kill('SIGQUIT'), 20_000)
      await ended
      clearTimeout(late)
    },
  }
}

function settings(data: string, sockets: string, port: number, unsafe = false): string[] {
  const values: Record<string, string | number> = {
    listen_addresses: windows ? '127.0.0.1' : '',
    ...(windows ? {} : { unix_socket_directories: sockets, unix_socket_permissions: '0700' }),
    port,
    max_connections: 80,
    shared_buffers: '64MB',
    maintenance_work_mem: '64MB',
    max_wal_size: '512MB',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    fsync: unsafe ? 'off' : 'on',
    synchronous_commit: unsafe ? 'off' : 'on',
    full_page_writes: unsafe ? 'off' : 'on',
    log_min_messages: 'warning',
  }
  return ['-D', data, ...Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
}

function start(as: RunAs, bin: string, folder: string, args: string[]): ChildProcess {
  const log = openSync(join(folder, 'postgres.log'), 'a')
  const { file, args: all, uid, gid } = as.command(join(bin, windows ? 'postgres.exe' : 'postgres'), args)
  // In a group of its own, so that Ctrl-C in a terminal lets Tend finish before its database goes.
  const child = spawn(file, all, {
    uid,
    gid,
    cwd: '/',
    detached: !windows,
    stdio: ['ignore', log, log],
    env: { PATH: process.env.PATH, LC_ALL: 'C' },
  })
  closeSync(log)
  child.on('error', () => {})
  return child
}

async function initialise(
  as: RunAs,
  bin: string,
  folder: string,
  data: string,
  password: string,
  log: EmbeddedOptions['log'],
): Promise<void> {
  log('Making the database (the first time only)')
  const passwordFile = join(folder, 'postgres.initial')
  await writeFile(passwordFile, password, { mode: 0o600 })
  as.give(passwordFile)
  const args = [
    '-D',
    data,
    '-U',
    'postgres',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--data-checksums',
    '--no-instructions',
  ]
  // PostgreSQL before 17 has no builtin provider; there plain C sorts the same way.
  const major = Number(
    /(\d+)/.exec((await run(join(bin, windows ? 'postgres.exe' : 'postgres'), ['--version'])).stdout)?.[1],
  )
  const {
    file,
    args: all,
    uid,
    gid,
  } = as.command(join(bin, windows ? 'initdb.exe' : 'initdb'), [
    ...args,
    ...(major >= 17
      ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
      : ['--locale=C']),
  ])
  try {
    await run(file, all, { uid, gid, cwd: '/', env: { PATH: process.env.PATH, LC_ALL: 'C' } })
  } catch (error) {
    throw new Error(
      `The database could not be made in ${data}: ${(error as { stderr?: string }).stderr?.trim() || (error as Error).message}`,
    )
  } finally {
    await rm(passwordFile, { force: true })
  }
}

/** A Tend that was killed leaves its PostgreSQL running. We hold the folder's lock, so it is nobody's: end it cleanly. */
async function stopLeftover(data: string, log: EmbeddedOptions['log']): Promise<void> {
  const pidFile = join(data, 'postmaster.pid')
  const pid = Number((await readFile(pidFile, 'utf8').catch(() => '')).split('\n')[0])
  if (!pid || !(await isPostgresOf(pid, data))) return
  log('A database of a Tend that was killed is still running; stopping it first')
  const alive = () => {
    try {
      process.kill(pid, 0)
      return true
    } catch {
      return false
    }
  }
  process.kill(pid, 'SIGINT')
  // It removes its file as the last thing; the process itself may linger as a zombie until somebody collects it.
  for (let waited = 0; alive() && (await there(pidFile)); waited += 20) {
    if (waited === 15_000) process.kill(pid, 'SIGQUIT')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** The number may have been given to a stranger since; on Linux we look at what it runs. */
async function isPostgresOf(pid: number, data: string): Promise<boolean> {
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => null)
  if (command !== null) return command.includes('postgres') && command.includes(data)
  if (process.platform === 'linux') return false
  const { stdout } = await run('ps', ['-p', String(pid), '-o', 'command=']).catch(() => ({ stdout: '' }))
  return stdout.includes('postgres') && stdout.includes(data)
}

async function untilAnswers(config: pg.PoolConfig, child: ChildProcess, folder: string): Promise<void> {
  const giveUp = performance.now() + 60_000
  for (;;) {
    if (child.exitCode !== null)
      throw new Error(
        `PostgreSQL did not start: ${await lastLines(folder)}. Nothing was changed; the whole log is ${join(folder, 'postgres.log')}.`,
      )
    const client = new pg.Client({ ...config, connectionTimeoutMillis: 5000 })
    client.on('error', () => {})
    try {
      await client.connect()
      await client.end()
      return
    } catch (error) {
      if (performance.now() > giveUp) throw error
      await new Promise((resolve) => setTimeout(resolve, 15))
    }
  }
}

async function ensureDatabase(admin: pg.PoolConfig, password: string): Promise<void> {
  const client = new pg.Client(admin)
  await client.connect()
  try {
    const found = await client.query(`select 1 from pg_database where datname = 'tend'`)
    if (found.rowCount) return
    await client.query(`create role tend login password ${pg.escapeLiteral(password)} createdb`)
    await client.query('create database tend owner tend')
  } finally {
    await client.end()
  }
}

async function passwordOf(folder: string): Promise<string> {
  const file = join(folder, 'postgres.password')
  const known = await readFile(file, 'utf8').catch(() => null)
  if (known) return known.trim()
  const fresh = randomBytes(24).toString('base64url')
  await writeFile(file, fresh, { mode: 0o600, flag: 'wx' })
  return fresh
}

const there = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  )

const lastLines = async (folder: string) =>
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
