import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { prepareFolder } from '#server/database/dataFolder.ts'
import { startEmbedded } from '#server/database/embedded/embedded.ts'
import { quickFolder } from '#server/database/quickFolder.testing.ts'

const debian = '/usr/lib/postgresql'

/** The programs of a PostgreSQL that this machine has installed: the oldest from 15 on, since that is the least we promise; null for none. */
async function installedPostgres(): Promise<string | null> {
  const majors = (await readdir(debian).catch(() => [])).map(Number).filter((major) => major >= 15)
  for (const major of majors.sort((a, b) => a - b)) {
    const bin = join(debian, String(major), 'bin')
    if ((await readdir(bin).catch(() => [] as string[])).includes('initdb')) return bin
  }
  return null
}

export interface OutsidePostgres {
  /** For DATABASE_URL: a role that is no superuser and owns its database. */
  url: string
  /** The same for a client of the test's own. */
  connection: pg.PoolConfig
  version: string
  stop(): Promise<void>
}

/**
 * A server such as an administrator would give us: no Tend has started it, and none ends it. PostgreSQL 15 where this machine
 * has it, else the programs that come with Tend. Not durable: no test pulls the plug on it.
 */
export async function startPostgres(): Promise<OutsidePostgres> {
  const folder = await mkdtemp(join(await quickFolder(1), `tend-test-${process.pid}-outside-`))
  await prepareFolder(folder)
  const before = process.env.TEND_POSTGRES_BIN
  const bin = before ?? (await installedPostgres())
  if (bin) process.env.TEND_POSTGRES_BIN = bin
  const server = await startEmbedded({ folder, log: () => {}, unsafe: true }).finally(() => {
    if (before === undefined) delete process.env.TEND_POSTGRES_BIN
  })
  const { host, user, password, database, port } = server.connection
  const client = new pg.Client(server.connection)
  await client.connect()
  const { rows } = await client.query<{ v: string }>(`select current_setting('server_version') as v`)
  await client.end()
  const place = new URLSearchParams({ host: host!, port: String(port) })
  return {
    url: `postgresql://${user}:${encodeURIComponent(String(password))}@localhost/${database}?${place}`,
    connection: server.connection,
    version: rows[0]!.v,
    stop: async () => {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
