import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type pg from 'pg'
import type { Files } from '#server/base/files/files.ts'
import { format, type Head, type Manifest } from './manifest.ts'
import { sha256Of, verifyArchive } from './readArchive.ts'
import { linesOf, migrationsOf, openSnapshot, quoted, tablesInOrder } from './schema.ts'
import { tarEnd, tarFile } from './tar.ts'
import { waitingJobs } from './waitingJobs.ts'

/**
 * Tend's own portable archive: a gzipped tar with `tend.json` (what it is), `tables/<name>/<part>.ndjson` (rows as
 * PostgreSQL writes them as JSON), `jobs.ndjson` (work not yet done), `files/<sha256>` and last `manifest.json` (counts and
 * checksums). One consistent snapshot; readable without Tend. The key for links and mailbox passwords is not in it.
 */
export interface BackupResult {
  file: string
  bytes: number
  tables: number
  rows: number
  sha256: string
}

export interface BackupSource {
  config: pg.PoolConfig
  files: Files
  version: string
  /** Hears of files that had rotted on disk and are therefore not in the archive. The backup is made all the same. */
  damaged?(names: string[]): void
}

const partSize = 4 * 2 ** 20

/** Where backups lie, with the moment in the name. */
export const backupFile = (folder: string, at: Date, why = 'backup'): string =>
  join(folder, 'backups', `${at.toISOString().replace(/[:.]/g, '-')}-${why}.tend`)

/** Writes a backup and reads it through once more. Temp file, synced, renamed: a torn one never has its name. */
export async function makeBackup(source: BackupSource, file: string): Promise<BackupResult> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  const temporary = `${file}.partial`
  try {
    const manifest = await write(source, temporary)
    await sync(temporary)
    await verifyArchive(temporary)
    await rename(temporary, file)
    if (process.platform !== 'win32') await sync(dirname(file))
    const tables = Object.values(manifest.tables)
    if (manifest.damaged.length) source.damaged?.(manifest.damaged)
    return {
      file,
      bytes: (await stat(file)).size,
      tables: tables.length,
      rows: tables.reduce((sum, table) => sum + table.rows, 0),
      sha256: await sha256Of(file),
    }
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}

async function write(source: BackupSource, file: string): Promise<Manifest> {
  const client = await openSnapshot(source.config)
  const manifest: Manifest = { tables: {}, files: { count: 0, bytes: 0 }, damaged: [], sha256: '' }
  const whole = createHash('sha256')
  const add = (name: string, bytes: Buffer) => {
    whole.update(name).update(bytes)
    return tarFile(name, bytes)
  }
  async function* contents(): AsyncGenerator<Buffer> {
    const tables = await tablesInOrder(client)
    const head: Head = {
      format,
      version: source.version,
      madeAt: new Date().toISOString(),
      migrations: await migrationsOf(client),
      tables: tables.map(({ name, columns }) => ({ name, columns: columns.map((column) => column.name) })),
    }
    yield* add('tend.json', Buffer.from(JSON.stringify(head)))
    for (const { name } of tables) {
      const hash = createHash('sha256')
      let rows = 0
      for await (const { part, bytes, lines } of parts(linesOf(client, quoted(name), 'row_to_json(t)'))) {
        hash.update(bytes)
        rows += lines
        yield* add(`tables/${name}/${String(part).padStart(6, '0')}.ndjson`, bytes)
      }
      manifest.tables[name] = { rows, sha256: hash.digest('hex') }
    }
    yield* add(
      'jobs.ndjson',
      Buffer.from((await waitingJobs(client)).map((job) => `${JSON.stringify(job)}\n`).join('')),
    )
    await client.query('commit')
    for await (const name of source.files.names()) {
      const bytes = await source.files.read(name).catch(() => null)
      if (!bytes || createHash('sha256').update(bytes).digest('hex') !== name) {
        manifest.damaged.push(name)
        continue
      }
      manifest.files.count++
      manifest.files.bytes += bytes.length
      yield* add(`files/${name}`, bytes)
    }
    manifest.sha256 = whole.digest('hex')
    yield* tarFile('manifest.json', Buffer.from(JSON.stringify(manifest)))
    yield tarEnd
  }
  try {
    await pipeline(contents(), createGzip({ level: 4 }), createWriteStream(file, { mode: 0o600 }))
  } finally {
    await client.end()
  }
  return manifest
}

/** Gathers lines into files of a few megabytes: a table of any size passes through little memory. */
async function* parts(
  batches: AsyncIterable<string[]>,
): AsyncGenerator<{ part: number; bytes: Buffer; lines: number }> {
  let part = 0
  let held: string[] = []
  let size = 0
  const cut = () => {
    const made = { part: part++, bytes: Buffer.from(`${held.join('\n')}\n`), lines: held.length }
    held = []
    size = 0
    return made
  }
  for await (const lines of batches)
    for (const line of lines) {
      held.push(line)
      size += line.length
      if (size >= partSize) yield cut()
    }
  if (held.length) yield cut()
}

async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
