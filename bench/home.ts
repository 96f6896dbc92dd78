import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { launchTend, type RunningTend, tend } from '#journeys/house.ts'
import { prepareFolder } from '#server/database/dataFolder.ts'
import { type Embedded, startEmbedded } from '#server/database/embedded/embedded.ts'
import { type Filled, fill } from './fill.ts'

/** Outside git, and kept: preparing a million conversations takes minutes. */
const folder = process.env.BENCH_FOLDER ?? fileURLToPath(new URL('../.cache/bench', import.meta.url))

export interface Home {
  /** For Tend and the ceilings: the same server, the same role. */
  connection: pg.PoolConfig & { host: string; password: string }
  url: string
  admin: pg.PoolConfig
  data: string
  made: Made
  postgresPid(): number | undefined
  stop(): Promise<void>
}
interface Made extends Filled {
  inboxes: string[]
  teammates: string[]
  took: number
}

/** One PostgreSQL as Tend runs it, durable (fsync, synchronous commit, checksums), with a database for each size. */
export async function openHome(total: number): Promise<Home> {
  await mkdir(folder, { recursive: true, mode: 0o755 })
  await prepareFolder(folder)
  const name = `bench_${total}`
  const data = join(folder, name)
  await mkdir(data, { recursive: true })
  const file = join(data, 'made.json')
  const before = await readFile(file, 'utf8').catch(() => null)
  const made = before ? (JSON.parse(before) as Made) : await makeIn(name, data, total)
  if (!before) await writeFile(file, JSON.stringify(made))
  const server = await startEmbedded({ folder, log: () => {} })
  return {
    ...placeOf(server, name),
    admin: { ...server.adminConnection, database: name },
    data,
    made,
    postgresPid: () => server.pid(),
    stop: () => server.stop(),
  }
}

function placeOf(server: Embedded, name: string): Pick<Home, 'connection' | 'url'> {
  const connection = { ...(server.connection as Home['connection']), database: name }
  const place = new URLSearchParams({ host: connection.host, port: String(connection.port) })
  const url = `postgresql://${connection.user}:${encodeURIComponent(connection.password)}@localhost/${name}?${place}`
  return { connection, url }
}

/** A new database, filled without waiting for the disk: the disk has all of it before anybody takes it for made. */
async function makeIn(name: string, data: string, total: number): Promise<Made> {
  const server = await startEmbedded({ folder, log: () => {}, unsafe: true })
  try {
    const admin = new pg.Client(server.adminConnection)
    await admin.connect()
    await admin.query(`drop database if exists ${name}`)
    await admin.query(`create database ${name} owner tend`)
    await admin.end()
    return await make(total, { ...placeOf(server, name), data })
  } finally {
    await server.stop()
    if (process.platform !== 'win32') spawnSync('sync')
  }
}

async function make(
  total: number,
  home: { connection: pg.PoolConfig; url: string; data: string },
): Promise<Made> {
  process.stdout.write(`Preparing ${total.toLocaleString('en')} conversations, once …\n`)
  const began = Date.now()
  // The schema, the team and its inboxes are made by the product itself.
  const house = await launchTend({ data: home.data, env: { DATABASE_URL: home.url } }).ready
  const client = await house.admin()
  const inboxes: string[] = []
  for (const [n, of] of ['Help', 'Repairs', 'Invoices'].entries())
    inboxes.push(
      (
        await client.call('POST /inboxes', {
          body: { name: of, address: `${of.toLowerCase()}${n}@brightwater.example` },
        })
      ).id,
    )
  const teammates: string[] = []
  for (let n = 0; n < 10; n++)
    teammates.push(
      (
        await client.call('POST /teammates', {
          body: { name: `Teammate ${n + 1}`, email: `t${n}@brightwater.example`, role: 'lead', inboxes },
        } as never)
      ).id,
    )
  await house.stop()
  const filled = await fill(home.connection, total, { inboxes, teammates })
  const made: Made = { ...filled, inboxes, teammates, took: Date.now() - began }
  process.stdout.write(`  ${Math.round(made.took / 1000)} s\n`)
  return made
}

/** Tend on that database, and somebody of its team who is signed in as a browser is. */
export async function openTend(
  home: Home,
  more: Record<string, string> = {},
): Promise<{ house: RunningTend; cookie: string; cookies: string[]; startedIn: number }> {
  const began = performance.now()
  const house = await launchTend({
    data: home.data,
    env: { DATABASE_URL: home.url, TEND_LOG: 'error', TEND_SMTP_TRUSTED: '127.0.0.1', ...more },
  }).ready
  const startedIn = performance.now() - began
  const cookies: string[] = []
  for (let n = 0; n < 2; n++) {
    const { stdout } = await tend(home.data, 'teammates', 'sign-in-link', `t${n}@brightwater.example`)
    const token = /\/join\/([\w-]+)/.exec(stdout)![1]!
    const entered = await fetch(`${house.url}/api/v1/invites/${token}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ password: randomBytes(9).toString('hex') }),
    })
    if (!entered.ok) throw new Error(await entered.text())
    cookies.push(entered.headers.getSetCookie()[0]!.split(';')[0]!)
  }
  return { house, cookie: cookies[0]!, cookies, startedIn }
}

/** Until the jobs that writing has left behind are done. */
export async function settled(pool: pg.Pool, below = 20): Promise<void> {
  for (let n = 0; n < 600; n++) {
    const { rows } = await pool.query(
      `select (select count(*) from jobs.job where state in ('created', 'retry', 'active'))::int + (select count(*) from reactions_due)::int as n`,
    )
    if (rows[0].n < below) return
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}
