import type { FastifyReply } from 'fastify'
import pg from 'pg'
import { ZipFile } from 'yazl'
import type { House } from '#server/base/context.ts'

/** Kept to oneself: what would let somebody in. */
const secret = new Set([
  'sessions',
  'invites',
  'passkeys',
  'passkey_challenges',
  'api_keys',
  'idempotency',
  'rate_limits',
  'presence',
  'kysely_migration',
  'kysely_migration_lock',
])
const hiddenColumns = new Set(['password_hash', 'secrets', 'page_key', 'access_key'])

/** Everything as one zip: NDJSON per table, the raw letters as .eml, attachments by their id and name. Streams; nothing is held. */
export async function streamExport(
  house: House,
  config: pg.PoolConfig,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const zip = new ZipFile()
  reply
    .type('application/zip')
    .header(
      'content-disposition',
      `attachment; filename="tend-export-${new Date().toISOString().slice(0, 10)}.zip"`,
    )
  const client = new pg.Client(config)
  await client.connect()
  void (async () => {
    try {
      await client.query('begin isolation level repeatable read read only')
      const tables = (
        await client.query<{ name: string }>(
          `select relname as name from pg_class c join pg_namespace n on n.oid = relnamespace where nspname = 'public' and relkind = 'r' order by 1`,
        )
      ).rows.map((row) => row.name)
      for (const table of tables.filter((name) => !secret.has(name)))
        zip.addBuffer(Buffer.from(await ndjson(client, table)), `tables/${table}.ndjson`)
      const letters = await client.query<{ message_id: string | null; id: string; raw_file: string }>(
        'select id, message_id, raw_file from letters',
      )
      for (const letter of letters.rows)
        zip.addReadStream(
          await house.files.stream(letter.raw_file),
          `letters/${letter.message_id ?? letter.id}.eml`,
        )
      const files = await client.query<{ id: string; filename: string; file: string }>(
        'select id, filename, file from attachments where message_id is not null',
      )
      for (const file of files.rows)
        zip.addReadStream(await house.files.stream(file.file), `attachments/${file.id}/${file.filename}`)
      zip.end()
    } catch (error) {
      house.log.error({ err: error }, 'export')
      ;(zip.outputStream as unknown as { destroy(error: Error): void }).destroy(error as Error)
    } finally {
      await client.end()
    }
  })()
  return reply.send(zip.outputStream)
}

async function ndjson(client: pg.Client, table: string): Promise<string> {
  const { rows } = await client.query<{ row: Record<string, unknown> }>(
    `select to_jsonb(t) as row from ${pg.escapeIdentifier(table)} t`,
  )
  return rows
    .map(
      ({ row }) =>
        `${JSON.stringify(Object.fromEntries(Object.entries(row).filter(([name]) => !hiddenColumns.has(name))))}\n`,
    )
    .join('')
}
