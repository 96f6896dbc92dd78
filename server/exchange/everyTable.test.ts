import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { openFiles } from '#server/base/files/files.ts'
import { sliceTables } from '#server/base/slices.ts'
import { testDatabase } from '#server/database/testing.ts'
import { makeBackup } from './archive.ts'
import { loadArchive } from './restore.ts'
import { quoted, tablesInOrder } from './schema.ts'

/*
 * A table of a new room is in the archive without anybody thinking of it, and this says so: a row with something in every column,
 * in every table of the schema, comes back as it was. Values follow from the column's type, its references and its checks.
 */

interface Column {
  table: string
  name: string
  type: string
  isNumbered: boolean
  /** What a check names: the words it allows, or the numbers it allows or lies between. */
  words: string[] | null
  numbers: string[] | null
  parent: string | null
  parentColumn: string | null
}

/** Where a check says more than words can. */
const day = '2031-05-06'
const given: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  goals: { review_on: day },
  holidays: { day },
  leaves: { from_day: day, to_day: day },
  rotas: { starts_on: day, changes_at: '07:08' },
  notice_settings: { quiet_from: '20:00', quiet_to: '07:00' },
  rota_swaps: { from_at: '2031-05-06T07:00:00Z', to_at: '2031-05-07T07:00:00Z' },
  tags: { name: 'heating' },
  // Only an end has a day until which it holds.
  policy_steps: { step: 'end' },
  // A letter stands in its row or in a file.
  outbox: { bytes_file: null },
  // One of each three, and no more.
  field_values: { customer_id: null, circle_id: null, number: null, day: null },
}

const byType: Readonly<Record<string, (column: Column) => unknown>> = {
  boolean: () => true,
  integer: ({ numbers }) => Number(numbers?.[0] ?? 1) || 1,
  smallint: ({ numbers }) => Number(numbers?.[0] ?? 1) || 1,
  bigint: () => 1,
  real: () => 0.5,
  'double precision': () => 0.5,
  numeric: () => 0.5,
  date: () => '2031-05-06',
  'time without time zone': () => '07:08',
  'timestamp with time zone': () => '2031-05-06T07:08:09.123456Z',
  jsonb: () => JSON.stringify({ Größe: [1.5, null, 'ein "Wort"'] }),
  json: () => '{}',
  bytea: () => Buffer.from([0, 255, 10]),
  tsvector: () => 'kettle:1',
  xid8: () => '0',
  text: ({ table, name }) => `${table} ${name} – ü\n"x"`,
}

async function columnsOf(client: pg.Client): Promise<Column[]> {
  const { rows } = await client.query<Column>(`
    select c.relname as table, a.attname as name,
      format_type(coalesce(nullif(t.typbasetype, 0), t.oid), null) as type, a.attidentity <> '' as "isNumbered",
      (select array_agg(m[1]) from pg_constraint k, regexp_matches(pg_get_constraintdef(k.oid), '''([^'']*)''::text', 'g') m
        where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum]) as words,
      (select array_agg(m[1]) from pg_constraint k, regexp_matches(pg_get_constraintdef(k.oid), '\\m(\\d+)\\M', 'g') m
        where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum]) as numbers,
      (select p.relname from pg_constraint f join pg_class p on p.oid = f.confrelid
        where f.conrelid = c.oid and f.contype = 'f' and a.attnum = any(f.conkey) limit 1) as parent,
      (select q.attname from pg_constraint f join pg_attribute q on q.attrelid = f.confrelid
          and q.attnum = f.confkey[array_position(f.conkey, a.attnum)]
        where f.conrelid = c.oid and f.contype = 'f' and a.attnum = any(f.conkey) limit 1) as "parentColumn"
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_type t on t.oid = a.atttypid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    order by c.relname, a.attnum`)
  return rows
}

async function fill(client: pg.Client, column: Column): Promise<unknown> {
  const own = given[column.table]?.[column.name]
  if (own !== undefined) return own
  if (column.parent && column.parent !== column.table) {
    const { rows } = await client.query(
      `select ${quoted(column.parentColumn!)} as value from ${quoted(column.parent)} limit 1`,
    )
    return rows[0]?.value ?? null
  }
  if (column.parent) return null
  if (column.words?.length) return column.type.endsWith('[]') ? [column.words[0]] : column.words[0]
  if (column.type.endsWith('[]')) {
    const one = byType[column.type.slice(0, -2)]
    if (one) return [one(column)]
  }
  const make = byType[column.type]
  if (!make) throw new Error(`no value for ${column.table}.${column.name} of type ${column.type}`)
  return make(column)
}

const rowsOf = async (client: pg.Client, table: string): Promise<unknown[]> =>
  (
    await client.query(
      // Numbers of transactions mean nothing elsewhere.
      `select (to_jsonb(t) - case when $1 = 'events' then 'xid' else '' end)::text as row from ${quoted(table)} t order by 1`,
      [table],
    )
  ).rows.map(({ row }) => JSON.parse(row))

test('a row in every table comes back as it was', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tend-every-table-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const [from, to] = [await testDatabase(), await testDatabase()]
  const open = async (config: pg.PoolConfig) => {
    const client = new pg.Client(config)
    await client.connect()
    onTestFinished(() => client.end())
    return client
  }
  // A house that has cut its letters into slices takes an archive as any other.
  await sliceTables(to.config)
  const [source, target] = [await open(from.config), await open(to.config)]
  const columns = Map.groupBy(await columnsOf(source), (one) => one.table)
  const tables = await tablesInOrder(source)
  const refused: string[] = []
  for (const { name } of tables) {
    const { rowCount } = await source.query(`select 1 from ${quoted(name)} limit 1`)
    if (rowCount) continue
    const filled = columns.get(name)!.filter((one) => !one.isNumbered)
    const values = []
    for (const one of filled) values.push(await fill(source, one))
    const list = filled.map((one) => quoted(one.name)).join(', ')
    await source
      .query(`insert into ${quoted(name)} (${list}) values (${values.map((_, n) => `$${n + 1}`)})`, values)
      .catch((error) => refused.push(`${name}: ${error.message}`))
  }
  expect(refused, 'Give them what their checks want, in this file.').toEqual([])
  const files = await openFiles(join(folder, 'files'))
  const archive = join(folder, 'everything.tend')
  await makeBackup({ config: from.config, files, version: '0.0.0' }, archive)
  await loadArchive({ config: to.config, files: await openFiles(join(folder, 'other')) }, archive)
  for (const { name } of tables) {
    const before = await rowsOf(source, name)
    expect(before.length, name).toBeGreaterThan(0)
    expect([name, await rowsOf(target, name)]).toEqual([name, before])
  }
})

test('an archive from before letters were their own index loses nothing', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tend-old-archive-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const [from, to] = [await testDatabase(), await testDatabase()]
  const ask = async (config: pg.PoolConfig, text: string) => {
    const client = new pg.Client(config)
    await client.connect()
    return (await client.query(text).finally(() => client.end())).rows
  }
  const [conversation, message] = [`cnv_${'1'.repeat(22)}`, `msg_${'1'.repeat(22)}`]
  await ask(
    from.config,
    `insert into messages (conversation_id, id, inbox_id, customer_id, direction, channel, at, text)
       values ('${conversation}', '${message}', 'inb_${'1'.repeat(22)}', 'cus_${'1'.repeat(22)}', 'in', 'email', '2026-11-03T09:00:00Z', 'The boiler leaks');
     insert into attachments (id, conversation_id, message_id, filename, content_type, size, file, access_key)
       values ('fil_${'1'.repeat(22)}', '${conversation}', '${message}', 'cellar.jpeg', 'image/jpeg', 3, 'x', 'y');
     update messages set file_names = null;
     create table search_entries (message_id text, words tsvector);
     insert into search_entries values ('${message}', 'boiler')`,
  )
  const archive = join(folder, 'old.tend')
  const files = await openFiles(join(folder, 'files'))
  await makeBackup({ config: from.config, files, version: '0.0.0' }, archive)
  await loadArchive({ config: to.config, files: await openFiles(join(folder, 'other')) }, archive)
  expect(await ask(to.config, 'select id, file_names from messages')).toEqual([
    { id: message, file_names: 'cellar.jpeg' },
  ])
})
