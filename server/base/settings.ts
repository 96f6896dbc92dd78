import { sql } from 'kysely'
import type { Db, Trx } from '#server/database/database.ts'
import { question } from '#server/database/statement.ts'
import { isAtAGlance, once, unsee } from './glance.ts'
import './tables.ts'

/** Reads one setting of the installation; null when it was never set. */
export async function readSetting<T>(db: Db | Trx, key: string): Promise<T | null> {
  if (isAtAGlance()) {
    const all = await smallSettings(db)
    const value = all.get(key)
    if (value !== null) return (value as T | undefined) ?? null
  }
  return once(`setting ${key}`, async () => {
    const row = await db.selectFrom('settings').select('value').where('key', '=', key).executeTakeFirst()
    return (row?.value as T | undefined) ?? null
  })
}

/** All there are, since whoever asks for one at a glance asks for others; null where one is large. */
const smallSettings = (db: Db | Trx): Promise<Map<string, unknown>> =>
  once('settings', async () => {
    const rows = await askSettings(db).execute()
    return new Map(rows.map((row) => [row.key, row.value]))
  })

/** For `askAhead`. */
export const askSettings = (db: Db | Trx) => settings(db, {})
const settings = question((db) =>
  db
    .selectFrom('settings')
    .select(['key', sql<unknown>`case when pg_column_size(value) < 4000 then value end`.as('value')]),
)

export async function writeSetting(db: Db | Trx, key: string, value: unknown): Promise<void> {
  const text = JSON.stringify(value)
  await db
    .insertInto('settings')
    .values({ key, value: text })
    .onConflict((c) => c.column('key').doUpdateSet({ value: text }))
    .execute()
  unsee('settings', `setting ${key}`)
}

export async function forgetSetting(db: Db | Trx, key: string): Promise<void> {
  await db.deleteFrom('settings').where('key', '=', key).execute()
  unsee('settings', `setting ${key}`)
}
