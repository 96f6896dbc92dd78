import { CompiledQuery } from 'kysely'
import type { Tables, Trx } from './database.ts'

const statements = new Map<string, string>()

/**
 * Writes many rows by one statement whose text does not depend on how many there are: so it is put together once, and planned once. Each row
 * names the same columns; a value for a jsonb column is the value itself, not its text. `conflict` stands behind the rows.
 */
export async function insertAll<T extends keyof Tables & string>(
  trx: Trx,
  table: T,
  rows: readonly { readonly [column: string]: unknown }[],
  conflict = '',
): Promise<void> {
  if (rows.length === 0) return
  await trx.executeQuery(
    CompiledQuery.raw(textFor(table, rows[0]!, conflict), [JSON.stringify(rows.map(named))]),
  )
}

function textFor(table: string, row: object, conflict: string): string {
  const columns = Object.keys(row).map((name) => `"${inWords(name)}"`)
  const key = `${table} ${columns.join()} ${conflict}`
  const into = `"${inWords(table)}"`
  const text =
    statements.get(key) ??
    `insert into ${into} (${columns.join(', ')}) select ${columns.join(', ')} from json_populate_recordset(null::${into}, $1::json) ${conflict}`
  statements.set(key, text)
  return text
}

/** As PostgreSQL names it: `lastAt` is `last_at`. */
const inWords = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

const named = (row: object): object =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [inWords(name), value]))
