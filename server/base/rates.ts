import { isIPv4 } from 'node:net'
import { sql } from 'kysely'
import type { Db } from '#server/database/database.ts'
import { tooMany } from './errors.ts'
import './tables.ts'

/** How often something may be tried in a window. */
export interface Allowance {
  limit: number
  seconds: number
}

/** Counts one try in a bucket's present window, for all processes together; throws `tooMany` beyond the limit. */
export async function countTry(db: Db, bucket: string, { limit, seconds }: Allowance): Promise<void> {
  const { rows } = await sql<{ hits: number; left: number }>`
    insert into rate_limits (bucket, window_start, hits)
    values (${bucket}, to_timestamp(floor(extract(epoch from now()) / ${seconds}::int) * ${seconds}::int), 1)
    on conflict (bucket, window_start) do update set hits = rate_limits.hits + 1
    returning hits, ceil(extract(epoch from window_start) + ${seconds}::int - extract(epoch from now()))::int as left`.execute(
    db,
  )
  if (rows[0]!.hits > limit) throw tooMany(Math.max(1, rows[0]!.left))
}

/** Takes one try back, where only failures count. */
export async function giveBack(db: Db, bucket: string): Promise<void> {
  await sql`
    update rate_limits set hits = greatest(hits - 1, 0)
    where bucket = ${bucket} and window_start = (select max(window_start) from rate_limits where bucket = ${bucket})`.execute(
    db,
  )
}

/** Forgets a bucket after a success. */
export async function forgetTries(db: Db, bucket: string): Promise<void> {
  await db.deleteFrom('rateLimits').where('bucket', '=', bucket).execute()
}

/** An address for counting: IPv6 by its /64, since one household has them all; IPv4 the same however it is written. */
export function addressBucket(ip: string): string {
  const bare = ip.replace(/%.*$/, '').toLowerCase()
  const mapped = bare.replace(/^::ffff:(?=\d+\.)/, '')
  if (isIPv4(mapped)) return mapped
  const [head = '', tail] = bare.split('::')
  const front = head ? head.split(':') : []
  const back = tail ? tail.split(':') : []
  const groups =
    tail === undefined
      ? front
      : [...front, ...Array(Math.max(0, 8 - front.length - back.length)).fill('0'), ...back]
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')
}
