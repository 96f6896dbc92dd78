import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished, vi } from 'vitest'
import { freeSpace } from '#server/database/dataFolder.ts'

// A whole program takes its time to start where many do at once; how long is not what these tests are about.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 })

/** The real program as a child, on folders and ports of its own. Everything it says is kept. */
export interface Started {
  child: ChildProcess
  /** What it has said so far, both streams. */
  said(): string
  ended: Promise<Ended>
}
export interface Ended {
  code: number | null
  signal: NodeJS.Signals | null
  stdout: string
  stderr: string
}
export interface Running extends Started {
  url: string
  smtpPort: number
  folder: string
  env: Record<string, string>
  ask(method: string, path: string, more?: Asked): Promise<Told>
  /** `tend …` on this one's folder. */
  tend(...words: string[]): Promise<Ended>
  /** A key with the admin role, made the first time it is asked for. */
  key(): Promise<string>
  /** Ends it politely. */
  stop(): Promise<Ended>
  /** Ends it as a power cut would. */
  kill(): Promise<Ended>
}
export interface Asked {
  key?: string
  body?: unknown
  raw?: string | Buffer
  headers?: Record<string, string>
}
export interface Told {
  status: number
  headers: Record<string, string | string[] | undefined>
  // biome-ignore lint/suspicious/noExplicitAny: tests look into whatever came
  body: any
}

const root = fileURLToPath(new URL('../..', import.meta.url))

/** A folder that is gone after the test, in memory where there is room. Named so that the next run clears what a killed one left. */
export async function tempFolder(): Promise<string> {
  const inMemory = await freeSpace('/dev/shm').catch(() => null)
  const parent = inMemory && inMemory.bytes > 2 ** 30 ? '/dev/shm' : tmpdir()
  const folder = await mkdtemp(join(parent, `tend-test-${process.pid}-app-`))
  afterwards(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))
  return folder
}

const left: (() => Promise<unknown>)[] = []
/** After the test; what was begun in `beforeAll` waits for `leaveNothing`. */
function afterwards(work: () => Promise<unknown>): void {
  try {
    onTestFinished(async () => void (await work()))
  } catch {
    left.push(work)
  }
}
/** For `afterAll` of files that start in `beforeAll`. */
export async function leaveNothing(): Promise<void> {
  for (const work of left.splice(0).toReversed()) await work()
}

/** Nothing of the environment that runs the tests reaches the program but what it needs. */
const cleanEnv = (env: Record<string, string>): Record<string, string> => ({
  PATH: process.env.PATH ?? '',
  HOME: process.env.HOME ?? '/',
  TEND_HOST: '127.0.0.1',
  TEND_PORT: '0',
  TEND_SMTP_PORT: '0',
  TEND_LOG: 'warn',
  ...(process.env.NODE_COMPILE_CACHE && { NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE }),
  ...env,
})

/** Starts `server/app/start.ts`, or another program of ours, under the Node that runs the tests. */
export function launch(
  env: Record<string, string>,
  words: string[] = [join(root, 'server/app/start.ts')],
  who: { uid?: number } = {},
): Started {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...words], {
    cwd: root,
    env: cleanEnv(env),
    ...who,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let stdout = ''
  let stderr = ''
  child.stdout?.on('data', (chunk) => (stdout += chunk))
  child.stderr?.on('data', (chunk) => (stderr += chunk))
  const ended = new Promise<Ended>((resolve) =>
    child.once('close', (code, signal) => resolve({ code, signal, stdout, stderr })),
  )
  return { child, ended, said: () => `${stdout}${stderr}` }
}

/** Starts Tend and waits until it is ready; rejects with what it said where it ends instead. */
export async function startTend(env: Record<string, string>): Promise<Running> {
  const started = launch(env)
  const { child, ended, said } = started
  afterwards(async () => {
    child.kill('SIGKILL')
    await ended
  })
  const ready = await readyLine(started)
  const { url, smtpPort, data: folder } = ready
  let key: string | undefined
  const tend = (...words: string[]) =>
    launch({ ...env, TEND_DATA: folder }, [join(root, 'cli/tend.ts'), ...words]).ended
  return {
    ...started,
    url,
    smtpPort,
    folder,
    env,
    ask: (method, path, more) => ask(url, method, path, more),
    tend,
    async key() {
      if (!key) {
        const made = await tend('keys', 'create', '--role', 'admin', '--json')
        if (made.code !== 0) throw new Error(made.stderr)
        key = (JSON.parse(made.stdout) as { key: string }).key
      }
      return key
    },
    stop() {
      child.kill('SIGTERM')
      return ended
    },
    kill() {
      child.kill('SIGKILL')
      return ended
    },
  } satisfies Running & { said: typeof said }
}

async function readyLine({
  child,
  ended,
  said,
}: Started): Promise<{ url: string; smtpPort: number; data: string }> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const line = /^ready (\{.*\})$/m.exec(said())
      if (line) resolve(JSON.parse(line[1]!))
    }
    child.stdout?.on('data', look)
    ended.then(({ code, signal }) => reject(new Error(`Tend ended (${signal ?? code}): ${said()}`)))
  })
}

/** A request with every header under control; `fetch` would not let a test forge a Host. */
export function ask(url: string, method: string, path: string, more: Asked = {}): Promise<Told> {
  const payload = more.raw ?? (more.body === undefined ? undefined : JSON.stringify(more.body))
  return new Promise((resolve, reject) => {
    const out = request(
      new URL(/^(http|\/(api|healthz|metrics))/.test(path) ? path : `/api/v1${path}`, url),
      {
        method,
        headers: {
          ...(payload !== undefined && {
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(payload),
          }),
          ...(more.key && { authorization: `Bearer ${more.key}` }),
          ...more.headers,
        },
      },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk) => chunks.push(chunk))
        response.on('error', reject)
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8')
          const isJson = /json/.test(response.headers['content-type'] ?? '')
          resolve({
            status: response.statusCode!,
            headers: response.headers,
            body: isJson ? JSON.parse(text) : text,
          })
        })
      },
    )
    out.on('error', reject)
    out.end(payload)
  })
}
