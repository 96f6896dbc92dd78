import { type RawBuilder, sql } from 'kysely'
import type { Trx } from '#server/database/database.ts'

/** What was done to one row: it moved to the other person, it stood in the way and was taken out, or it was the other's own and changed. */
export interface Step {
  table: string
  how: 'moved' | 'taken' | 'changed'
  /** Its primary key, as it is after the step. */
  key: Record<string, unknown>
  before?: Record<string, unknown>
  after?: Record<string, unknown>
}
export type Journal = Step[]

/** What tells of the past as it was, or of the two themselves. */
const staying = [
  'customers',
  'audit',
  'events',
  'erasures',
  'person_merges',
  'person_merge_rows',
  'same_refusals',
]
/** A person stands in these under another name than `customer_id`. */
const otherNames: Readonly<Record<string, string>> = { relations: 'other_id' }

interface Place {
  table: string
  column: string
  key: string[]
}

/** Every column of every room that names a person, read from the tables themselves: a room built later is not passed over. */
async function placesOfPeople(trx: Trx): Promise<Place[]> {
  const { rows } = await sql<Place>`
    select c.table_name as "table", c.column_name as "column",
      -- What tells a row from all others: its primary key, else what is unique about a person's rows.
      (select names.columns from pg_index i
        cross join lateral (select array_agg(a.attname::text order by k.n) as columns
          from unnest(i.indkey::int[]) with ordinality as k(attnum, n)
          join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum) as names
        where i.indrelid = format('%I.%I', c.table_schema, c.table_name)::regclass and i.indisunique and not 0 = any(i.indkey::int[])
          and (i.indisprimary or c.column_name::text = any(names.columns))
        order by i.indisprimary desc limit 1) as key
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = current_schema() and t.table_type = 'BASE TABLE'
      and not c.table_name = any(${staying}::text[])
      and (c.column_name = 'customer_id' ${sql.join(
        Object.entries(otherNames).map(
          ([table, column]) => sql`or (c.table_name = ${table} and c.column_name = ${column})`,
        ),
        sql` `,
      )})
    order by c.table_name, c.column_name`.execute(trx)
  const bare = rows.filter((row) => !row.key)
  if (bare.length) throw new Error(`rows that cannot be told apart: ${bare.map((row) => row.table)}`)
  return rows
}

const matches = (key: Record<string, unknown>): RawBuilder<boolean> =>
  sql.join(
    // By its text: a key that was read as JSON is given back as such.
    Object.entries(key).map(
      ([column, value]) =>
        sql`${sql.ref(column)} = (${JSON.stringify(value)}::jsonb #>> '{}')::${sql.raw(typeOf(column, value))}`,
    ),
    sql` and `,
  )
const typeOf = (column: string, value: unknown): string =>
  typeof value === 'number' ? 'bigint' : /(^|_)(at|since|until)$/.test(column) ? 'timestamptz' : 'text'

/** Moves every row that names the one to the other. What cannot stand beside a row of the other's is taken out and kept. */
export async function carry(trx: Trx, journal: Journal, fromId: string, intoId: string): Promise<void> {
  const places = await placesOfPeople(trx)
  let left: { place: Place; row: Record<string, unknown> }[] = []
  for (const place of places) {
    const rows = await rowsOf(trx, place, fromId)
    if (rows.length === 0) continue
    if (await moveAll(trx, place, fromId, intoId)) {
      for (const row of rows) journal.push(moved(place, row, intoId))
      continue
    }
    for (const row of rows)
      if (await moveOne(trx, place, row, intoId)) journal.push(moved(place, row, intoId))
      else left.push({ place, row })
  }
  // Some could not go before what they belong to had gone, or follow what stays where it is.
  const again = left
  left = []
  for (const one of again)
    if (await moveOne(trx, one.place, one.row, intoId)) journal.push(moved(one.place, one.row, intoId))
    else left.push(one)
  // Read before the first of them goes: it may take others with it.
  const taken: Step[] = []
  for (const { place, row } of left) {
    const key = keyOf(place, row)
    const { rows } = await sql<{ before: Record<string, unknown> }>`
      select to_jsonb(t) as before from ${sql.table(place.table)} t where ${matches(key)}`.execute(trx)
    for (const { before } of rows) taken.push({ table: place.table, how: 'taken', key, before })
  }
  for (const step of taken) {
    await sql`delete from ${sql.table(step.table)} where ${matches(step.key)}`.execute(trx)
    journal.push(step)
  }
}

const keyOf = (place: Place, row: Record<string, unknown>) =>
  Object.fromEntries(place.key.map((column) => [column, row[column]]))
const moved = (place: Place, row: Record<string, unknown>, intoId: string): Step => ({
  table: place.table,
  how: 'moved',
  key: keyOf(place, { ...row, [place.column]: intoId }),
  before: { [place.column]: row[place.column] },
})

/** What tells their rows apart, and nothing else: the letters of many years need not be in memory. */
async function rowsOf(
  trx: Trx,
  { table, column, key }: Place,
  id: string,
): Promise<Record<string, unknown>[]> {
  const names = [...new Set([...key, column])]
  const parts = sql.join(names.map((name) => sql`${sql.val(name)}::text, ${sql.ref(name)}`))
  const { rows } = await sql<{ row: Record<string, unknown> }>`
    select jsonb_build_object(${parts}) as row from ${sql.table(table)} t where ${sql.ref(column)} = ${id} for update`.execute(
    trx,
  )
  return rows.map(({ row }) => row)
}

/** Tried on its own: what cannot be undoes itself and nothing else. */
async function tried(trx: Trx, run: () => Promise<unknown>): Promise<boolean> {
  await sql`savepoint carrying`.execute(trx)
  try {
    await run()
    await sql`release savepoint carrying`.execute(trx)
    return true
  } catch (error) {
    await sql`rollback to savepoint carrying`.execute(trx)
    // In the way of another row (23505), before what it belongs to (23503), or the two would be one (23514).
    if (/^23(505|503|514)$/.test((error as { code?: string }).code ?? '')) return false
    throw error
  }
}

const moveAll = (trx: Trx, { table, column }: Place, fromId: string, intoId: string) =>
  tried(trx, () =>
    sql`update ${sql.table(table)} set ${sql.ref(column)} = ${intoId} where ${sql.ref(column)} = ${fromId}`.execute(
      trx,
    ),
  )
const moveOne = (trx: Trx, place: Place, row: Record<string, unknown>, intoId: string) =>
  tried(trx, () =>
    sql`update ${sql.table(place.table)} set ${sql.ref(place.column)} = ${intoId} where ${matches(keyOf(place, row))}`.execute(
      trx,
    ),
  )

export async function readJournal(trx: Trx, mergeId: string): Promise<Journal> {
  const rows = await trx
    .selectFrom('personMergeRows')
    .selectAll()
    .where('mergeId', '=', mergeId)
    .orderBy('position')
    .execute()
  return rows.map((row) => ({
    table: row.tableName,
    how: row.how,
    key: row.key,
    ...(row.before && { before: row.before }),
    ...(row.after && { after: row.after }),
  }))
}

/** The journal backwards. A row that is no longer there stays gone; what was corrected since stays corrected. */
export async function putBack(
  trx: Trx,
  journal: Journal,
  { fromId, intoId, since }: { fromId: string; intoId: string; since: Date },
): Promise<void> {
  for (const step of journal.toReversed()) {
    if (step.how === 'taken') {
      await tried(trx, () =>
        sql`insert into ${sql.table(step.table)} overriding system value
          select * from jsonb_populate_record(null::${sql.table(step.table)}, ${JSON.stringify(step.before)}::jsonb)`.execute(
          trx,
        ),
      )
      continue
    }
    for (const [column, value] of Object.entries(step.before!)) {
      const still =
        step.how === 'changed'
          ? sql`and to_jsonb(${sql.ref(column)}) is not distinct from nullif(${JSON.stringify(step.after![column])}::jsonb, 'null')`
          : sql``
      await tried(trx, () =>
        sql`update ${sql.table(step.table)} t set ${sql.ref(column)} =
            (jsonb_populate_record(null::${sql.table(step.table)}, ${JSON.stringify({ [column]: value })}::jsonb)).${sql.ref(column)}
          where ${matches(step.key)} ${still}`.execute(trx),
      )
    }
  }
  await returnNewcomers(trx, fromId, intoId, since)
}

/**
 * What came since: a conversation that was begun by one of the addresses that go back goes with them, and whatever belongs to a
 * conversation of theirs follows it.
 */
async function returnNewcomers(trx: Trx, fromId: string, intoId: string, since: Date): Promise<void> {
  await sql`update conversations c set customer_id = ${fromId}
    where c.customer_id = ${intoId} and c.created_at >= ${since} and (
      select lower(m.from_address) from messages m where m.conversation_id = c.id and m.direction = 'in' order by m.at, m.id limit 1
    ) in (select address from customer_addresses where customer_id = ${fromId} and kind = 'email')`.execute(
    trx,
  )
  await sql`insert into customer_inboxes (customer_id, inbox_id, last_at)
    select ${fromId}, inbox_id, max(last_at) from conversations where customer_id = ${fromId} group by inbox_id
    on conflict do nothing`.execute(trx)
  const { rows } = await sql<{ table: string }>`
    select a.table_name as "table" from information_schema.columns a
    join information_schema.columns b using (table_schema, table_name)
    where a.table_schema = current_schema() and a.column_name = 'customer_id' and b.column_name = 'conversation_id'
      and not a.table_name = any(${[...staying, 'customer_facts', 'matter_people', 'incident_people', 'incident_letters']}::text[])`.execute(
    trx,
  )
  for (const { table } of rows)
    await sql`update ${sql.table(table)} t set customer_id = ${fromId}
      where t.customer_id = ${intoId} and t.conversation_id in (select id from conversations where customer_id = ${fromId})`.execute(
      trx,
    )
}
