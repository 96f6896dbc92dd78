import { once } from 'node:events'
import { readdir, readFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import type pg from 'pg'
import { ZipFile } from 'yazl'
import type { House } from '#server/base/context.ts'
import { linesOf, openSnapshot, quoted, tablesInOrder } from './schema.ts'

/** Kept to oneself: what would let somebody in. */
const secretTables = new Set([
  'sessions',
  'invites',
  'passkeys',
  'api_keys',
  'reply_tokens',
  'person_keys',
  'page_presses',
])
const secretColumns = ['password_hash', 'secrets', 'page_key', 'access_key']

const about = `Everything this Tend knows, in open formats.

tables/<table>.ndjson   one row a line, as JSON; times are UTC
letters/<message>.eml   every letter as it came, byte for byte
attachments/<id>/<name> every file that came or went with a message
schema/*.sql            what the tables mean, as they were made
missing.txt             files that are named but were not on disk (only when there are any)

Left out is what would let somebody in: passwords, sign-ins, keys, links.
`
const migrations = new URL('../database/migrations/', import.meta.url)

/** Everything as one zip, as a stream: little is held in memory, however much there is. One snapshot. */
export async function exportZip(
  house: Pick<House, 'files'>,
  config: pg.PoolConfig,
  signal: AbortSignal,
): Promise<{ stream: Readable; done: Promise<void> }> {
  const client = await openSnapshot(config)
  const zip = new ZipFile()
  const stream = zip.outputStream as Readable
  // A reader who goes away is told by `done`; nobody else may be listening by then.
  stream.on('error', () => {})
  const done = fill(zip, house.files, client, signal)
    .catch((error) => {
      stream.destroy(error)
      throw error
    })
    .finally(() => client.end())
  return { stream, done }
}

async function fill(
  zip: ZipFile,
  files: House['files'],
  client: pg.Client,
  signal: AbortSignal,
): Promise<void> {
  const missing: string[] = []
  // One entry after the other: the next is opened when the last has gone out.
  const add = async (path: string, stream: Readable) => {
    zip.addReadStreamLazy(path, (give) => give(null, stream))
    try {
      await once(stream, 'close', { signal })
    } catch (error) {
      stream.on('error', () => {}).destroy()
      throw error
    }
  }
  const addFile = async (path: string, name: string) => {
    const stream = await files.stream(name).catch(() => null)
    if (stream) await add(path, stream)
    else missing.push(`${path} (${name})`)
  }
  zip.addBuffer(Buffer.from(about), 'README.txt')
  for (const name of (await readdir(migrations)).sort())
    zip.addBuffer(await readFile(new URL(name, migrations)), `schema/${name}`)
  for (const { name } of await tablesInOrder(client)) {
    if (secretTables.has(name)) continue
    const row = `to_jsonb(t) - '{${secretColumns.join(',')}}'::text[]`
    await add(
      `tables/${name}.ndjson`,
      Readable.from(ndjson(linesOf(client, quoted(name), row)), { objectMode: false }),
    )
  }
  const letters = linesOf(
    client,
    'letters',
    `json_build_object('path', 'letters/' || coalesce(message_id, id) || '.eml', 'file', raw_file)`,
  )
  for await (const line of each<{ path: string; file: string }>(letters)) await addFile(line.path, line.file)
  const attachments = linesOf(
    client,
    '(select id, filename, file from attachments where message_id is not null)',
    `json_build_object('id', id, 'name', filename, 'file', file)`,
  )
  for await (const { id, name, file } of each<{ id: string; name: string; file: string }>(attachments))
    await addFile(`attachments/${id}/${safeName(name)}`, file)
  if (missing.length) zip.addBuffer(Buffer.from(missing.map((line) => `${line}\n`).join('')), 'missing.txt')
  zip.end()
}

async function* ndjson(batches: AsyncIterable<string[]>): AsyncGenerator<Buffer> {
  for await (const lines of batches) yield Buffer.from(`${lines.join('\n')}\n`)
}

async function* each<T>(batches: AsyncIterable<string[]>): AsyncGenerator<T> {
  for await (const lines of batches) for (const line of lines) yield JSON.parse(line) as T
}

/** A name that stays inside its folder on every system. The exact one is in `tables/attachments.ndjson`. */
export function safeName(name: string): string {
  const plain = name
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}/\\:*?"<>|]/gu, '_')
    .replace(/^[. ]+|[. ]+$/g, '_')
    .slice(0, 120)
  return /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(plain) ? `_${plain}` : plain || '_'
}

/** The same as the answer to a request; ends when the reader goes away. */
export async function streamExport(
  house: Pick<House, 'files' | 'log'>,
  config: pg.PoolConfig,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const gone = new AbortController()
  reply.raw.once('close', () => gone.abort())
  const { stream, done } = await exportZip(house, config, gone.signal)
  done.catch((error) => {
    if (!gone.signal.aborted) house.log.error({ err: error }, 'export')
  })
  const day = new Date().toISOString().slice(0, 10)
  return reply
    .type('application/zip')
    .header('content-disposition', `attachment; filename="tend-export-${day}.zip"`)
    .send(stream)
}
