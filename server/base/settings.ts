import type { Db, Trx } from '#server/database/database.ts'
import { once } from './glance.ts'
import './tables.ts'

/** Reads one setting of the installation; null when it was never set. */
export const readSetting = <T>(db: Db | Trx, key: string): Promise<T | null> =>
  once(`setting ${key}`, async () => {
    const row = await db.selectFrom('settings').select('value').where('key', '=', key).executeTakeFirst()
    return (row?.value as T | undefined) ?? null
  })

export async function writeSetting(db: Db | Trx, key: string, value: unknown): Promise<void> {
  const text = JSON.stringify(value)
  await db
    .insertInto('settings')
    .values({ key, value: text })
    .onConflict((c) => c.column('key').doUpdateSet({ value: text }))
    .execute()
}

export async function forgetSetting(db: Db | Trx, key: string): Promise<void> {
  await db.deleteFrom('settings').where('key', '=', key).execute()
}
