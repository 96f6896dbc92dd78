import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { knownMigrations } from '#server/database/migrate.ts'
import { format, type Head, type Manifest, NewerArchive, TornArchive } from './manifest.ts'
import { untar } from './tar.ts'

export type Part =
  | { kind: 'head'; head: Head }
  | { kind: 'rows'; table: string; lines: string[] }
  | { kind: 'jobs'; lines: string[] }
  | { kind: 'file'; name: string; bytes: Buffer }

/** An archive piece by piece. Throws TornArchive unless every count and checksum fits at the end, NewerArchive at once. */
export async function* readArchive(file: string): AsyncGenerator<Part> {
  const whole = createHash('sha256')
  const tables: Record<string, { rows: number; hash: ReturnType<typeof createHash> }> = {}
  let files = 0
  let manifest: Manifest | null = null
  let first = true
  for await (const { name, bytes } of entries(file)) {
    if (manifest) throw new TornArchive('there is more behind its end')
    if (name === 'manifest.json') {
      manifest = asJson<Manifest>(bytes)
      continue
    }
    whole.update(name).update(bytes)
    if (first !== (name === 'tend.json')) throw new TornArchive('it is not one of our archives')
    first = false
    const [folder, inside] = name.split('/') as [string, string | undefined]
    if (name === 'tend.json') {
      const head = asJson<Head>(bytes)
      await demandKnown(head)
      for (const table of head.tables) tables[table.name] = { rows: 0, hash: createHash('sha256') }
      yield { kind: 'head', head }
    } else if (folder === 'tables' && inside && tables[inside]) {
      const lines = linesIn(bytes)
      tables[inside].rows += lines.length
      tables[inside].hash.update(bytes)
      yield { kind: 'rows', table: inside, lines }
    } else if (folder === 'files' && inside) {
      if (createHash('sha256').update(bytes).digest('hex') !== inside)
        throw new TornArchive(`the file ${inside} in it is damaged`)
      files++
      yield { kind: 'file', name: inside, bytes }
    } else if (name === 'jobs.ndjson') yield { kind: 'jobs', lines: linesIn(bytes) }
    else throw new TornArchive(`it holds something called ${name}`)
  }
  if (!manifest) throw new TornArchive('it ends in the middle')
  const fits =
    manifest.sha256 === whole.digest('hex') &&
    manifest.files.count === files &&
    Object.entries(tables).every(
      ([name, { rows, hash }]) =>
        manifest.tables[name]?.rows === rows && manifest.tables[name].sha256 === hash.digest('hex'),
    )
  if (!fits) throw new TornArchive('its contents do not fit its checksums')
}

/** Reads an archive through. Throws TornArchive or NewerArchive with a sentence; gives its head. */
export async function verifyArchive(file: string): Promise<Head> {
  let head: Head | undefined
  for await (const part of readArchive(file)) if (part.kind === 'head') head = part.head
  return head!
}

async function* entries(file: string): AsyncGenerator<{ name: string; bytes: Buffer }> {
  const gunzip = createGunzip()
  // Errors of either stream reach the reader below; the pipeline's own promise adds nothing.
  pipeline(createReadStream(file), gunzip).catch(() => {})
  try {
    yield* untar(gunzip)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') throw new TornArchive(`there is no file ${file}`)
    if (code === 'EACCES' || code === 'EISDIR') throw new TornArchive(`${file} cannot be read (${code})`)
    throw new TornArchive(
      code === 'Z_BUF_ERROR' ? 'it ends in the middle' : code ? `it is damaged (${code})` : message,
    )
  } finally {
    gunzip.destroy()
  }
}

async function demandKnown(head: Head): Promise<void> {
  if (typeof head.format !== 'number' || !Array.isArray(head.migrations) || !Array.isArray(head.tables))
    throw new TornArchive('it is not one of our archives')
  const known = await knownMigrations()
  if (head.format > format || head.migrations.some((name) => !known.includes(name)))
    throw new NewerArchive(head.version)
}

const linesIn = (bytes: Buffer): string[] => bytes.toString('utf8').split('\n').slice(0, -1)

function asJson<T>(bytes: Buffer): T {
  try {
    return JSON.parse(bytes.toString('utf8')) as T
  } catch {
    throw new TornArchive('it is damaged')
  }
}

export async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}
