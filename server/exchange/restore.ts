import pg from 'pg'
import type { Files } from '#server/base/files/files.ts'
import { type Head, TornArchive } from './manifest.ts'
import { readArchive } from './readArchive.ts'
import { quoted, type Table, tablesInOrder } from './schema.ts'
import { restoredWork } from './waitingJobs.ts'

export interface Restored {
  rows: number
  files: number
  /** Work that was queued and will go on at the next start. */
  jobs: number
}

/**
 * Loads an archive into a migrated database, in place of everything in it: all or nothing. Nobody else may use the
 * database meanwhile. Transaction numbers of the old database mean nothing here, so old events lie before all new ones.
 */
export async function loadArchive(
  target: { config: pg.PoolConfig; files: Files },
  file: string,
): Promise<Restored> {
  const client = new pg.Client(target.config)
  client.on('error', () => {})
  await client.connect()
  const done: Restored = { rows: 0, files: 0, jobs: 0 }
  try {
    await client.query(`begin; set local lock_timeout = '10s'; set local statement_timeout = 0`)
    let into = new Map<string, { table: Table; insert: string }>()
    for await (const part of readArchive(file))
      if (part.kind === 'head') into = await makeRoom(client, part.head)
      else if (part.kind === 'rows') {
        const here = into.get(part.table)
        if (!here && gone.has(part.table)) continue
        if (!here) throw new TornArchive(`it holds a table called ${part.table}`)
        await client.query(here.insert, [`[${part.lines.join(',')}]`])
        done.rows += part.lines.length
      } else if (part.kind === 'jobs') {
        done.jobs = part.lines.length
        if (done.jobs)
          await client.query('insert into settings (key, value) values ($1, $2)', [
            restoredWork,
            `[${part.lines.join(',')}]`,
          ])
      } else {
        await target.files.keep(part.bytes)
        done.files++
      }
    await nameFiles(client)
    await doubtOpenMail(client)
    await countOn(client)
    await client.query('commit')
    await client.query('analyze')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    if ((error as { code?: string }).code === '55P03')
      throw new Error(
        'Another program is using this database. Nothing was changed. Stop every Tend that works on it, then try again.',
      )
    throw error
  } finally {
    await client.end()
  }
  return done
}

async function makeRoom(
  client: pg.Client,
  head: Head,
): Promise<Map<string, { table: Table; insert: string }>> {
  const tables = await tablesInOrder(client)
  await client.query(`truncate ${tables.map((table) => quoted(table.name)).join(', ')} cascade`)
  // Queued work belongs to the rows that are going; what the archive knew of is queued again at the next start.
  await client.query('drop schema if exists jobs cascade')
  return new Map(
    head.tables.flatMap(({ name, columns }) => {
      const table = tables.find((one) => one.name === name)
      return table ? [[name, { table, insert: insertInto(table, columns) }] as const] : []
    }),
  )
}

function insertInto(table: Table, archived: string[]): string {
  const columns = table.columns.filter((column) => archived.includes(column.name))
  const values = columns.map(({ name, demandsJson }) => {
    if (table.name === 'events' && name === 'xid') return `'0'::xid8`
    return demandsJson ? `coalesce(r.${quoted(name)}, 'null')` : `r.${quoted(name)}`
  })
  return `insert into ${quoted(table.name)} (${columns.map((column) => quoted(column.name)).join(', ')})
    overriding system value
    select ${values.join(', ')} from json_populate_recordset(null::${quoted(table.name)}, $1::json) r`
}

/** Tables that older archives hold and nothing is lost without: words are found in the letters themselves. */
const gone = new Set(['search_entries'])

/** Archives from before letters knew the names of their files. */
async function nameFiles(client: pg.Client): Promise<void> {
  await client.query(
    `update messages m set file_names = f.names from (
       select conversation_id, message_id, string_agg(filename, ' ' order by id) as names from attachments where message_id is not null group by 1, 2
     ) f where f.conversation_id = m.conversation_id and f.message_id = m.id and m.file_names is null`,
  )
}

/**
 * Letters that were on their way when the backup was made may have left since. They are treated like those of a process
 * that died at the final dot: proof is looked for, then a personal reply goes once more and says so, the rest asks a person.
 */
async function doubtOpenMail(client: pg.Client): Promise<void> {
  await client.query(
    `update outbox set phase = 'handover', handover_at = clock_now(), lease_until = clock_timestamp() - interval '1 second'
     where phase in ('queued', 'claimed', 'handover') and next_at <= clock_now()`,
  )
}

/** Numbers that count up go on behind what was loaded. */
async function countOn(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ t: string; c: string }>(
    `select table_name as t, column_name as c from information_schema.columns where table_schema = 'public' and (is_identity = 'YES' or column_default like 'nextval(%')`,
  )
  for (const { t, c } of rows)
    await client.query(
      `select setval(pg_get_serial_sequence($1, $2), coalesce((select max(${quoted(c)}) from ${quoted(t)}), 0) + 1, false)`,
      [`public.${quoted(t)}`, c],
    )
}
