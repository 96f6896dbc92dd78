import pg from 'pg'

/** Rows that mean nothing on another machine or in another hour. Unlogged tables are left out as well. */
const leftOut = [
  'kysely_migration',
  'kysely_migration_lock',
  'rate_limits',
  'idempotency',
  'commit_marks',
  'passkey_challenges',
]

export interface Column {
  name: string
  /** A jsonb column that must not be null: JSON's own null is a value there. */
  demandsJson: boolean
}

export interface Table {
  name: string
  columns: Column[]
}

/**
 * The steps that this database has taken. Not those that the program knows: a backup before an update is made by the new Tend, and
 * is there for the one before.
 */
export async function migrationsOf(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    'select name from kysely_migration order by name collate "C"',
  )
  return rows.map((row) => row.name)
}

/** The tables that are kept, parents before children, so that foreign keys hold while loading. */
export async function tablesInOrder(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<{ name: string; parents: string[]; columns: Column[] }>(
    `select c.relname as name,
       array(select distinct p.relname::text from pg_constraint f join pg_class p on p.oid = f.confrelid
             where f.conrelid = c.oid and f.contype = 'f' and p.oid <> c.oid) as parents,
       (select json_agg(json_build_object('name', a.attname, 'demandsJson', a.attnotnull and a.atttypid = 'jsonb'::regtype) order by a.attnum)
        from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns
     from pg_class c
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relpersistence = 'p' and c.relname <> all($1)
     order by 1`,
    [leftOut],
  )
  const sorted: typeof rows = []
  const left = [...rows]
  while (left.length) {
    const ready = left.findIndex(
      (row) => !row.parents.some((name) => left.some((other) => other.name === name)),
    )
    if (ready < 0)
      throw new Error(`tables refer to each other in a circle: ${left.map((row) => row.name).join(', ')}`)
    sorted.push(...left.splice(ready, 1))
  }
  return sorted.map(({ name, columns }) => ({ name, columns }))
}

/** Opens one snapshot of everything; what is written meanwhile is not in it. Times come as UTC. */
export async function openSnapshot(config: pg.PoolConfig): Promise<pg.Client> {
  const client = new pg.Client(config)
  // A connection lost between two questions shows in the next one.
  client.on('error', () => {})
  await client.connect()
  await client.query('begin isolation level repeatable read read only')
  await client.query(
    `set local timezone = 'UTC'; set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0`,
  )
  return client
}

/** Rows of one query as lines of JSON, a few hundred at a time. `expression` makes the line of a row `t`. */
export async function* linesOf(
  client: pg.Client,
  from: string,
  expression: string,
): AsyncGenerator<string[]> {
  await client.query(`declare lines no scroll cursor for select (${expression})::text as line from ${from} t`)
  for (;;) {
    const { rows } = await client.query<{ line: string }>('fetch 200 from lines')
    if (rows.length) yield rows.map((row) => row.line)
    if (rows.length < 200) break
  }
  await client.query('close lines')
}

export const quoted = pg.escapeIdentifier
