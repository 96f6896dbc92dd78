import { sql } from 'kysely'
import pg from 'pg'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { leastIdAt } from './ids.ts'

// The two tables that grow for ever may be cut into slices of time, each of which can be moved (docs/decisions/0035). Slices lie in
// a schema of their own, so that whoever asks what tables there are finds each once.

/** Slices of letters are years; of events so many of their numbers. */
const eventsInOne = 10_000_000
/** A slice is there so long before it is needed. */
const ahead = { days: 31, events: 2_000_000 }

export interface Slice {
  table: string
  name: string
  /** As PostgreSQL writes it; `DEFAULT` for what lies behind the newest, such as an old letter dated in the future. */
  bounds: string
  bytes: number
  /** As estimated when PostgreSQL last looked; -1 where it has not. */
  rows: number
}

/** Oldest first; none where nothing is sliced. */
export async function slicesOf(db: Db | Trx): Promise<Slice[]> {
  const { rows } = await sql<Slice>`
    select p.relname as "table", c.relname as name, pg_get_expr(c.relpartbound, c.oid) as bounds,
      pg_total_relation_size(c.oid)::float8 as bytes, c.reltuples::float8 as rows
    from pg_class c join pg_inherits i on i.inhrelid = c.oid join pg_class p on p.oid = i.inhparent
    where c.relnamespace = to_regnamespace('slices') and c.relkind = 'r'
    order by p.relname, c.oid`.execute(db)
  return rows
}

/** Where the newest slice of a table ends; null where it is not sliced. */
async function endOf(db: Db | Trx, table: string): Promise<string | null> {
  const ends = (await slicesOf(db))
    .filter((slice) => slice.table === table)
    .flatMap(({ bounds }) => / TO \('(\w+)'\)$/.exec(bounds)?.[1] ?? [])
  return ends.at(-1) ?? null
}

const yearsEnd = (at: Date): Date => new Date(Date.UTC(at.getUTCFullYear() + 1, 0, 1))

/**
 * Cuts letters and events: what is there becomes the first slice as it stands. It is read once while everybody goes on working; the change
 * itself takes a moment. What is sliced already stays so. A failure, or a kill, leaves each table whole or sliced.
 * @throws where the tables are in use so that the moment does not come within ten seconds.
 */
export async function sliceTables(config: pg.PoolConfig, now = new Date(), patience = '10s'): Promise<void> {
  const client = new pg.Client(config)
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query('set statement_timeout = 0; set idle_in_transaction_session_timeout = 0')
    await client.query(`select pg_advisory_lock(hashtext('tend slices'))`)
    await client.query(`set lock_timeout = ${pg.escapeLiteral(patience)}`)
    if (await isWhole(client, 'messages')) {
      const { rows } = await client.query<{ newest: string }>(
        `select coalesce(max(id), '') as newest from messages`,
      )
      let end = yearsEnd(now)
      // Old letters are as old as they say, also where they say the future.
      while (leastIdAt('message', end) <= rows[0]!.newest) end = yearsEnd(end)
      await cut(
        client,
        'messages',
        'id',
        `messages_until_${end.getUTCFullYear() - 1}`,
        leastIdAt('message', end),
      )
    }
    if (await isWhole(client, 'events')) {
      const { rows } = await client.query<{ newest: number }>(
        'select coalesce(max(seq), 0)::float8 as newest from events',
      )
      const end = (Math.floor((rows[0]!.newest + ahead.events) / eventsInOne) + 1) * eventsInOne
      await cut(client, 'events', 'seq', 'events_1', String(end))
    }
    // A table of slices is looked at by nobody else.
    await client.query('analyze messages; analyze events')
  } finally {
    await client.end()
  }
}

async function isWhole(client: pg.Client, table: string): Promise<boolean> {
  const { rows } = await client.query(`select relkind from pg_class where oid = $1::regclass`, [
    `public.${table}`,
  ])
  return rows[0].relkind === 'r'
}

async function cut(client: pg.Client, table: string, key: string, first: string, end: string): Promise<void> {
  const own = pg.escapeLiteral(end)
  // Known beforehand, so that PostgreSQL need not read the table while nobody else may.
  await client.query(`alter table ${table} drop constraint if exists slice_ends`)
  await client.query(`alter table ${table} add constraint slice_ends check (${key} < ${own}) not valid`)
  await client.query(`alter table ${table} validate constraint slice_ends`)
  await client.query('begin')
  try {
    await client.query(`lock table ${table} in access exclusive mode`)
    const said = async (text: string) =>
      (await client.query<{ says: string }>(text, [`public.${table}`])).rows.map(({ says }) => says)
    const primary = await said(
      `select 'add ' || pg_get_constraintdef(oid) as says from pg_constraint where conrelid = $1::regclass and contype = 'p'`,
    )
    // What is unique without the key can be so in each slice only (`alsoOf`).
    const indexes = await said(
      `select pg_get_indexdef(indexrelid) as says from pg_index where indrelid = $1::regclass and not indisunique order by indexrelid`,
    )
    const triggers = await said(
      `select pg_get_triggerdef(oid) as says from pg_trigger where tgrelid = $1::regclass and not tgisinternal`,
    )
    const names = await said(
      `select tgname as says from pg_trigger where tgrelid = $1::regclass and not tgisinternal`,
    )
    const numbered = await client.query<{ column: string; next: string }>(
      `select attname as column, nextval(pg_get_serial_sequence($1, attname))::text as next from pg_attribute
       where attrelid = $1::regclass and attidentity <> ''`,
      [`public.${table}`],
    )
    for (const name of names) await client.query(`drop trigger ${pg.escapeIdentifier(name)} on ${table}`)
    for (const { column } of numbered.rows)
      await client.query(`alter table ${table} alter column ${column} drop identity`)
    await client.query('create schema if not exists slices')
    await client.query(`alter table ${table} set schema slices`)
    await client.query(`alter table slices.${table} rename to ${first}`)
    await client.query(
      `create table ${table} (like slices.${first} including defaults including constraints including storage including comments)
       partition by range (${key})`,
    )
    await client.query(`alter table ${table} drop constraint slice_ends`)
    // PostgreSQL before 17 numbers no table of slices by itself.
    for (const { column, next } of numbered.rows) {
      await client.query(`create sequence ${table}_${column} start with ${next} owned by ${table}.${column}`)
      await client.query(
        `alter table ${table} alter column ${column} set default nextval('${table}_${column}')`,
      )
    }
    for (const one of primary) await client.query(`alter table ${table} ${one}`)
    for (const one of [...indexes, ...triggers]) await client.query(one)
    await client.query(
      `alter table ${table} attach partition slices.${first} for values from (minvalue) to (${own})`,
    )
    await client.query(`alter table slices.${first} drop constraint slice_ends`)
    await client.query(`create table slices.${table}_later partition of ${table} default`)
    for (const one of alsoOf(table, `${table}_later`)) await client.query(one)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

/** What a new slice does not get from its table. A reply holds its conversation while it looks for its key, so that one key in two slices would need two replies of the same turn of the year. */
const alsoOf = (table: string, slice: string): string[] =>
  table === 'messages'
    ? [
        `create unique index on slices.${slice} (conversation_id, client_key) where client_key is not null`,
        // Words of letters are never weighed, and to collect them for that takes as long as to read thirty thousand letters.
        `do $$ declare words regclass; begin
           select x.indexrelid into words from pg_index x join pg_inherits i on i.inhrelid = x.indexrelid
             where i.inhparent = 'public.messages_words'::regclass and x.indrelid = 'slices.${slice}'::regclass;
           execute format('alter index %s alter column 1 set statistics 0', words);
         end $$`,
      ]
    : []

/** The next slices, some time before they are needed. Does nothing where nothing is sliced. */
export async function addSlices(db: Db, now = new Date()): Promise<void> {
  const letters = await endOf(db, 'messages')
  const soon = new Date(now.getTime() + ahead.days * 86_400_000)
  if (letters && letters <= leastIdAt('message', soon)) {
    const end = yearsEnd(soon)
    await add(db, 'messages', 'id', `messages_${soon.getUTCFullYear()}`, [letters, leastIdAt('message', end)])
  }
  const events = await endOf(db, 'events')
  if (!events) return
  const { rows } = await sql<{
    newest: number
  }>`select coalesce(max(seq), 0)::float8 as newest from events`.execute(db)
  if (rows[0]!.newest + ahead.events >= Number(events)) {
    const end = Number(events) + eventsInOne
    await add(db, 'events', 'seq', `events_${end / eventsInOne}`, [events, String(end)])
  }
}

/** PostgreSQL looks at each slice by itself, but never at a table of them, of which plans are made. */
export async function lookAtSlices(db: Db): Promise<void> {
  const tables = new Set((await slicesOf(db)).map((slice) => slice.table))
  for (const table of tables) await sql`analyze ${sql.table(table)}`.execute(db)
}

async function add(
  db: Db,
  table: string,
  key: string,
  name: string,
  [from, end]: [string, string],
): Promise<void> {
  const [whole, slice, later] = [sql.table(table), sql.id('slices', name), sql.id('slices', `${table}_later`)]
  await transaction(db, async (trx) => {
    await sql`set local lock_timeout = '5s'`.execute(trx)
    await sql`select pg_advisory_xact_lock(hashtext('tend slices'))`.execute(trx)
    if ((await endOf(trx, table)) !== from) return
    await sql`lock table ${whole} in access exclusive mode`.execute(trx)
    await sql`alter table ${whole} detach partition ${later}`.execute(trx)
    await sql`create table ${slice} partition of ${whole} for values from (${sql.lit(from)}) to (${sql.lit(end)})`.execute(
      trx,
    )
    await sql`with gone as (delete from ${later} where ${sql.id(key)} < ${sql.lit(end)} returning *)
      insert into ${slice} select * from gone`.execute(trx)
    for (const one of alsoOf(table, name)) await sql.raw(one).execute(trx)
    await sql`alter table ${whole} attach partition ${later} default`.execute(trx)
  })
}
