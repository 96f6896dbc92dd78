import { execFile, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chown, mkdtemp, readdir, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { until } from './until.ts'

const run = promisify(execFile)
const debian = '/usr/lib/postgresql'

/** The server programs of a PostgreSQL that this machine has installed: 15 where it is there, else the oldest newer one; null for none. */
export async function installedPostgres(): Promise<{ bin: string; major: number } | null> {
  const majors = (await readdir(debian).catch(() => [])).map(Number).filter((major) => major >= 15)
  for (const major of majors.sort((a, b) => a - b)) {
    const bin = join(debian, String(major), 'bin')
    if ((await readdir(bin).catch(() => [] as string[])).includes('initdb')) return { bin, major }
  }
  return null
}

export interface OutsidePostgres {
  /** For DATABASE_URL: a role that is no superuser and owns its database. */
  url: string
  version: string
  stop(): Promise<void>
}

/** A server such as an administrator would give us, on a port of its own. PostgreSQL refuses to run as root. */
export async function startPostgres({ bin }: { bin: string }): Promise<OutsidePostgres> {
  const data = await mkdtemp(join(tmpdir(), 'tend-postgres-'))
  const who = process.getuid?.() === 0 ? accountOf('postgres') : {}
  if (who.uid !== undefined) await chown(data, who.uid, who.gid!)
  const env = { PATH: process.env.PATH, LC_ALL: 'C.UTF-8' }
  await run(join(bin, 'initdb'), ['-D', data, '-U', 'postgres', '--auth=trust', '--encoding=UTF8'], {
    ...who,
    cwd: '/',
    env,
  })
  const port = await freePort()
  const server = spawn(
    join(bin, 'postgres'),
    ['-D', data, '-h', '127.0.0.1', '-p', String(port), '-k', data, '-c', 'max_connections=120'],
    { ...who, cwd: '/', env, stdio: 'ignore' },
  )
  const ended = once(server, 'exit')
  const stop = async () => {
    server.kill('SIGINT')
    await ended
    await rm(data, { recursive: true, force: true })
  }
  process.once('exit', () => server.kill('SIGQUIT'))
  const admin = { host: '127.0.0.1', port, user: 'postgres', database: 'postgres' }
  const version = await until('PostgreSQL answers', async () => {
    const client = new pg.Client(admin)
    client.on('error', () => {})
    try {
      await client.connect()
      await client.query('create role tend login')
      await client.query('create database tend owner tend')
      const { rows } = await client.query<{ v: string }>(`select current_setting('server_version') as v`)
      return rows[0]!.v
    } finally {
      await client.end().catch(() => {})
    }
  })
  return { url: `postgresql://tend@127.0.0.1:${port}/tend`, version, stop }
}

function accountOf(name: string): { uid?: number; gid?: number } {
  const id = (flag: string) => Number(execFileSync('id', [flag, name]))
  return { uid: id('-u'), gid: id('-g') }
}

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
