import { sql } from 'kysely'
import type { Db } from '#server/database/database.ts'
import { tooMany } from './errors.ts'
import './tables.ts'

/** Counts one try in a bucket's present window, for all processes together; throws `tooMany` beyond the limit. */
export async function countTry(
  db: Db,
  bucket: string,
  { limit, seconds }: { limit: number; seconds: number },
): Promise<void> {
  const { rows } = await sql<{ hits: number; left: number }>`
    insert into rate_limits (bucket, window_start, hits)
    values (${bucket}, to_timestamp(floor(extract(epoch from now()) / ${seconds}::int) * ${seconds}::int), 1)
    on conflict (bucket, window_start) do update set hits = rate_limits.hits + 1
    returning hits, ceil(extract(epoch from window_start) + ${seconds}::int - extract(epoch from now()))::int as left`.execute(
    db,
  )
  if (rows[0]!.hits > limit) throw tooMany(Math.max(1, rows[0]!.left))
}

/** Forgets a bucket after a success. */
export async function forgetTries(db: Db, bucket: string): Promise<void> {
  await db.deleteFrom('rateLimits').where('bucket', '=', bucket).execute()
}

/** An address for counting: IPv6 by its /64, since one household has them all. */
export const addressBucket = (ip: string): string =>
  ip.includes(':') && !ip.startsWith('::ffff:') ? ip.split(':').slice(0, 4).join(':') : ip
