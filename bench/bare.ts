import type pg from 'pg'

interface Made {
  /** What takes it away, and what makes it again. */
  drop: string
  make: string
}

/**
 * Does something while these tables have no indexes, keys and references, and makes them again afterwards, of all rows at once: entering each
 * row in each index costs many times as much as sorting them all.
 */
export async function whileBare(
  client: pg.ClientBase,
  tables: string[],
  run: () => Promise<void>,
): Promise<void> {
  const keys = await constraints(client, tables)
  const indexes = await plainIndexes(client, tables)
  const all = [
    ...keys.filter((one) => !one.isReference),
    ...indexes,
    ...keys.filter((one) => one.isReference),
  ]
  await client.query('begin')
  for (const { drop } of [...all].reverse()) await client.query(drop)
  await client.query('commit')
  await run()
  // As much as sorting wants, on as many processors as there are.
  await client.query(`set maintenance_work_mem = '1GB'; set max_parallel_maintenance_workers = 4`)
  for (const { make } of all) {
    const began = performance.now()
    await client.query(make)
    const took = (performance.now() - began) / 1000
    if (took > 5) process.stdout.write(`  ${took.toFixed(0)} s  ${make.slice(0, 90)}\n`)
  }
}

/** Keys, and references from and to these tables. */
async function constraints(
  client: pg.ClientBase,
  tables: string[],
): Promise<(Made & { isReference: boolean })[]> {
  const { rows } = await client.query(
    `select conrelid::regclass::text as on, quote_ident(conname) as name, contype = 'f' as is_reference, pg_get_constraintdef(oid) as made
     from pg_constraint where contype in ('p', 'u', 'f') and conparentid = 0 and (conrelid = any($1::regclass[]) or confrelid = any($1::regclass[]))
     order by contype = 'f', contype, conname`,
    [tables],
  )
  return rows.map((row) => ({
    drop: `alter table ${row.on} drop constraint ${row.name}`,
    make: `alter table ${row.on} add constraint ${row.name} ${row.made}`,
    isReference: row.is_reference,
  }))
}

async function plainIndexes(client: pg.ClientBase, tables: string[]): Promise<Made[]> {
  const { rows } = await client.query(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as made,
       (select string_agg(format('; alter index %s alter column %s set statistics %s', indexrelid::regclass, attnum, attstattarget), '')
        from pg_attribute where attrelid = indexrelid and attstattarget >= 0) as and_then
     from pg_index where indrelid = any($1::regclass[]) and not exists (select from pg_constraint where conindid = indexrelid)
     order by 1`,
    [tables],
  )
  return rows.map((row) => ({ drop: `drop index ${row.name}`, make: row.made + (row.and_then ?? '') }))
}
