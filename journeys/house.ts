import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { type Client, clientOf } from './client.ts'
import { furnished } from './furnished.ts'
import { until } from './until.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const run = promisify(execFile)

/** A Tend that runs as a program of its own, as somebody's machine would run it. */
export interface RunningTend {
  pid: number
  url: string
  smtpPort: number
  data: string
  /** The one-time link that lets the first person in, as the terminal shows it; null once somebody lives here. */
  firstLink: string | null
  /** Whatever it has said so far, line by line. */
  log: string[]
  /** Asks the CLI for a key of the installation, over the socket of the data folder. */
  key(role?: 'admin' | 'lead' | 'teammate' | 'observer'): Promise<string>
  /** A client with an admin key of the installation. */
  admin(): Promise<Client>
  /** Ends it as Ctrl-C would, and waits. */
  stop(): Promise<void>
  /** Its end is brought about by other means than these; nothing needs to be said of it. */
  mayEnd(): void
  /** `kill -9`. `withDatabase`: as if the whole machine died, its PostgreSQL included. */
  kill(withDatabase?: boolean): Promise<void>
}

export interface TendOptions {
  env?: Record<string, string>
  /** A folder that lived through an earlier start; otherwise one of its own, gone at the end of the tests. */
  data?: string
}

const running = new Set<ChildProcess>()
/** Told to end by the test. */
const asked = new WeakSet<ChildProcess>()
const folders = new Set<string>()
// A test run that ends badly leaves no server behind; PostgreSQL follows by itself.
const endAll = () => {
  for (const child of running) child.kill('SIGKILL')
}
process.once('exit', endAll)
// Told to stop in the middle, there is no orderly exit.
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.once(signal, endAll)

/** A new data folder; `leaveNothing` takes it away. */
export async function newDataFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tend-journey-'))
  folders.add(folder)
  return folder
}

/** For `afterAll`: ends what still runs and takes every data folder away. */
export async function leaveNothing(): Promise<void> {
  await Promise.all([...running].map((child) => end(child, 'SIGTERM')))
  for (const folder of folders) await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  folders.clear()
}

/** Starts Tend and waits until it is ready. Throws with what it said where it does not become so. */
export const startTend = async (options: TendOptions = {}): Promise<RunningTend> =>
  launchTend({ ...options, data: options.data ?? (await someFolder(options.env ?? {})) }).ready

async function someFolder(env: Record<string, string>): Promise<string> {
  // Whoever brings a database of their own has not lived anywhere yet.
  if (env.DATABASE_URL) return newDataFolder()
  const copy = await furnished(Boolean(env.TEND_DEMO), (data, more) => launchTend({ data, env: more }).ready)
  if (!copy) return newDataFolder()
  folders.add(copy)
  return copy
}

/** A Tend that may be killed before it is ready; then `ready` rejects. */
export interface Launched {
  ready: Promise<RunningTend>
  kill: RunningTend['kill']
}

export function launchTend(options: TendOptions & { data: string }): Launched {
  const { data } = options
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=8', join(root, 'server/app/start.ts')],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...cleanEnv(), TEND_DATA: data, TEND_PORT: '0', TEND_SMTP_PORT: '0', ...options.env },
    },
  )
  running.add(child)
  const log: string[] = []
  child.once('exit', (code, signal) => {
    running.delete(child)
    // Whoever did not ask for it sees only refused connections otherwise.
    if (!asked.has(child))
      process.stderr.write(`Tend ended by itself (${signal ?? code}):\n${log.slice(-20).join('\n')}\n`)
  })
  const said = new Promise<Ready>((resolve, reject) => {
    for (const stream of [child.stdout!, child.stderr!])
      createInterface(stream).on('line', (line) => {
        log.push(line)
        if (line.startsWith('ready {')) resolve(JSON.parse(line.slice(6)) as Ready)
      })
    child.once('exit', (code, signal) =>
      reject(new Error(`Tend ended before it was ready (${signal ?? code}):\n${log.join('\n')}`)),
    )
    child.once('error', reject)
  })
  const kill: Launched['kill'] = async (withDatabase = false) => {
    const postmaster = withDatabase ? await postmasterOf(data) : null
    await Promise.all([end(child, 'SIGKILL'), postmaster && killOutright(postmaster)])
  }
  const ready = said.then((given) => {
    // With TEND_URL the line names the public address; the tests come by the socket.
    const url = given.port ? `http://127.0.0.1:${given.port}` : given.url
    const key: RunningTend['key'] = async (role = 'admin') => {
      const { stdout } = await tend(data, 'keys', 'create', '--role', role)
      return (JSON.parse(stdout) as { key: string }).key
    }
    const firstLink =
      log.map((line) => /https?:\/\/\S+\/welcome\?key=\S+/.exec(line)?.[0]).find(Boolean) ?? null
    return {
      pid: child.pid!,
      url,
      smtpPort: given.smtpPort,
      data,
      firstLink,
      log,
      key,
      admin: async () => clientOf(url, await key()),
      stop: () => end(child, 'SIGTERM'),
      mayEnd: () => void asked.add(child),
      kill,
    }
  })
  // Whoever kills it before it is ready does not wait for it.
  ready.catch(() => {})
  return { ready, kill }
}

interface Ready {
  url: string
  port: number | null
  smtpPort: number
}

/** `tend … --json` on the machine itself, for the server of a data folder. */
export const tend = (data: string, ...words: string[]): Promise<{ stdout: string; stderr: string }> =>
  run(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(root, 'cli/tend.ts'), ...words, '--json'],
    {
      cwd: root,
      env: { ...cleanEnv(), TEND_DATA: data },
    },
  )

/** What the developer's shell or the test runner has set for itself is not the program's. */
function cleanEnv(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(TEND_|DATABASE_URL$|VITEST|NODE_ENV$|NODE_OPTIONS$|PG)/.test(name),
  )
  return {
    ...Object.fromEntries(kept),
    NODE_COMPILE_CACHE: join(root, '.cache/compile'),
    ...(process.env.TEND_POSTGRES_BIN && { TEND_POSTGRES_BIN: process.env.TEND_POSTGRES_BIN }),
  }
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  asked.add(child)
  child.kill(signal)
  await ended
}

async function postmasterOf(data: string): Promise<number | null> {
  const file = await readFile(join(data, 'postgres/postmaster.pid'), 'utf8').catch(() => '')
  return Number(file.split('\n')[0]) || null
}

/** It was sent SIGINT already when Tend died; this is for a machine that dies whole. */
async function killOutright(pid: number): Promise<void> {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has gone meanwhile.
  }
  await until(`process ${pid} is gone`, async () => {
    // A killed process that waits to be collected still has its number.
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ' Z ')
    return / Z /.test(stat)
  })
}
