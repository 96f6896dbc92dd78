import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import pg from 'pg'
import type { Files } from '#server/base/files/files.ts'
import { knownMigrations } from '#server/database/migrate.ts'

/**
 * Tend's own portable archive: gzip of lines of JSON. First a head (format, version, migrations, tables), then a line per row
 * (`["table", {…}]`, values as PostgreSQL writes them as text), then a line per file (`["file", name, base64]`), last a tail with counts
 * and the SHA-256 of all lines before. One consistent snapshot; readable without Tend.
 */
export const format = 1

/** Rows that mean nothing on another machine or in another hour. */
const leftOut = new Set([
  'kysely_migration',
  'kysely_migration_lock',
  'presence',
  'rate_limits',
  'idempotency',
  'passkey_challenges',
])

export interface BackupResult {
  file: string
  bytes: number
  tables: number
  rows: number
  sha256: string
}

/** Writes a backup and reads it through once more. Temp file, synced, renamed: a torn one never has its name. */
export async function makeBackup(
  source: { config: pg.PoolConfig; files: Files; version: string },
  file: string,
): Promise<BackupResult> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  const temporary = `${file}.partial`
  const hash = createHash('sha256')
  const counts = { tables: 0, rows: 0, files: 0 }
  const client = new pg.Client({
    ...source.config,
    types: { getTypeParser: () => (value: string) => value } as never,
  })
  await client.connect()
  async function* lines(): AsyncGenerator<string> {
    await client.query('begin isolation level repeatable read read only')
    const tables = await tablesOf(client)
    const emit = (value: unknown) => {
      const line = `${JSON.stringify(value)}\n`
      hash.update(line)
      return line
    }
    yield emit({ tend: format, version: source.version, migrations: await knownMigrations(), tables })
    for (const table of tables) {
      counts.tables++
      await client.query(`declare rows no scroll cursor for select * from ${pg.escapeIdentifier(table)}`)
      for (;;) {
        const { rows } = await client.query<Record<string, string | null>>('fetch 500 from rows')
        for (const row of rows) {
          counts.rows++
          yield emit([table, row])
        }
        if (rows.length < 500) break
      }
      await client.query('close rows')
    }
    for await (const name of source.files.names()) {
      counts.files++
      yield emit(['file', name, (await source.files.read(name)).toString('base64')])
    }
    await client.query('commit')
    yield `${JSON.stringify({ end: true, ...counts, sha256: hash.digest('hex') })}\n`
  }
  try {
    await pipeline(lines(), createGzip({ level: 4 }), createWriteStream(temporary, { mode: 0o600 }))
  } finally {
    await client.end()
  }
  const handle = await open(temporary, 'r+')
  await handle.sync()
  await handle.close()
  await verifyArchive(temporary)
  await rename(temporary, file)
  return {
    file,
    bytes: (await stat(file)).size,
    tables: counts.tables,
    rows: counts.rows,
    sha256: await sha256Of(file),
  }
}

export class TornArchive extends Error {
  constructor(why: string) {
    super(`This backup cannot be used: ${why}. Nothing was changed. Take an older one.`)
  }
}

/** Lines of an archive, parsed, after the head; throws TornArchive unless it is whole. */
export async function* readArchive(file: string): AsyncGenerator<unknown> {
  const hash = createHash('sha256')
  let tail: { end?: boolean; sha256?: string } | null = null
  const gunzip = createReadStream(file).pipe(createGunzip())
  let broken: Error | null = null
  gunzip.on('error', (error) => {
    broken = error
  })
  for await (const line of createInterface({ input: gunzip, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (tail) throw new TornArchive('there is more behind its end')
    const value = JSON.parse(line) as { end?: boolean; sha256?: string }
    if (value.end) {
      tail = value
      continue
    }
    hash.update(`${line}\n`)
    yield value
  }
  if (broken || !tail) throw new TornArchive('it ends in the middle')
  if (tail.sha256 !== hash.digest('hex')) throw new TornArchive('its contents do not fit its checksum')
}

export async function verifyArchive(file: string): Promise<void> {
  try {
    for await (const _ of readArchive(file));
  } catch (error) {
    if (error instanceof TornArchive) throw error
    throw new TornArchive((error as Error).message)
  }
}

/** Loads an archive into an empty, migrated database. Everything or nothing. */
export async function loadArchive(
  target: { config: pg.PoolConfig; files: Files },
  file: string,
): Promise<{ rows: number; files: number }> {
  await verifyArchive(file)
  const client = new pg.Client(target.config)
  await client.connect()
  const counts = { rows: 0, files: 0 }
  try {
    await client.query('begin')
    const columns = await columnsOf(client)
    let batch: { table: string; rows: Record<string, string | null>[] } = { table: '', rows: [] }
    const flush = async () => {
      if (batch.rows.length) await insert(client, columns, batch.table, batch.rows)
      batch = { table: '', rows: [] }
    }
    let cleared = false
    for await (const line of readArchive(file)) {
      if (!Array.isArray(line)) {
        const head = line as { tend: number; migrations: string[]; tables: string[] }
        const known = await knownMigrations()
        const unknown = head.migrations.filter((name) => !known.includes(name))
        if (head.tend > format || unknown.length)
          throw new Error('This backup was made by a newer Tend. Nothing was changed; update Tend first.')
        await client.query(
          `truncate ${head.tables.map((table) => pg.escapeIdentifier(table)).join(', ')} cascade`,
        )
        cleared = true
        continue
      }
      if (!cleared) throw new TornArchive('it has no head')
      if (line[0] === 'file') {
        await target.files.keep(Buffer.from(line[2] as string, 'base64'))
        counts.files++
        continue
      }
      if (batch.table !== line[0] || batch.rows.length >= 200) await flush()
      batch.table = line[0] as string
      batch.rows.push(line[1] as Record<string, string | null>)
      counts.rows++
    }
    await flush()
    // Transaction numbers mean nothing here: what came with the archive lies before everything new.
    await client.query(`update events set xid = '0'`)
    for (const { table_name, column_name } of (
      await client.query(
        `select table_name, column_name from information_schema.columns where table_schema = 'public' and is_identity = 'YES'`,
      )
    ).rows)
      await client.query(
        `select setval(pg_get_serial_sequence($1, $2), coalesce((select max(${pg.escapeIdentifier(column_name)}) from ${pg.escapeIdentifier(table_name)}), 0) + 1, false)`,
        [table_name, column_name],
      )
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    await client.end()
  }
  return counts
}

async function insert(
  client: pg.Client,
  columns: Map<string, string[]>,
  table: string,
  rows: Record<string, string | null>[],
): Promise<void> {
  const known = columns.get(table)
  if (!known) throw new TornArchive(`it holds a table called ${table}`)
  const names = Object.keys(rows[0]!).filter((name) => known.includes(name))
  const values: (string | null)[] = []
  const tuples = rows.map(
    (row) => `(${names.map((name) => `$${values.push(row[name] ?? null)}`).join(', ')})`,
  )
  await client.query(
    `insert into ${pg.escapeIdentifier(table)} (${names.map((name) => pg.escapeIdentifier(name)).join(', ')}) overriding system value values ${tuples.join(', ')}`,
    values,
  )
}

async function tablesOf(client: pg.Client): Promise<string[]> {
  // Parents before children, so that foreign keys hold while loading.
  const { rows } = await client.query<{ name: string; parents: string }>(`
    select c.relname as name, coalesce((select string_agg(distinct f.confrelid::regclass::text, ',') from pg_constraint f where f.conrelid = c.oid and f.contype = 'f'), '') as parents
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind = 'r' order by 1`)
  const left = rows.filter((row) => !leftOut.has(row.name))
  const sorted: string[] = []
  while (left.length) {
    const at = left.findIndex((row) =>
      row.parents
        .split(',')
        .every(
          (parent) =>
            parent === '' ||
            parent === row.name ||
            sorted.includes(parent) ||
            !left.some((other) => other.name === parent),
        ),
    )
    sorted.push(left.splice(Math.max(at, 0), 1)[0]!.name)
  }
  return sorted
}

async function columnsOf(client: pg.Client): Promise<Map<string, string[]>> {
  const { rows } = await client.query<{ t: string; c: string }>(
    `select table_name as t, column_name as c from information_schema.columns where table_schema = 'public'`,
  )
  return new Map([...Map.groupBy(rows, (row) => row.t)].map(([table, of]) => [table, of.map((row) => row.c)]))
}

async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

/** Where backups lie, with the moment in the name. */
export const backupFile = (folder: string, at: Date, why = 'backup'): string =>
  join(folder, 'backups', `${at.toISOString().replace(/[:.]/g, '-')}-${why}.tend`)

export const dropPartial = (file: string): Promise<void> => rm(`${file}.partial`, { force: true })
