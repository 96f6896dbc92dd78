import { sql } from 'kysely'
import type { Db } from '#server/database/database.ts'
import { forgetOldMarks } from '#server/database/patience.ts'

/** Keys of POSTs live 24 hours, counters of tries and marks of connections a day, fired timers a month. */
export async function sqlForgetOld(db: Db): Promise<void> {
  await sql`delete from idempotency where created_at < now() - interval '24 hours'`.execute(db)
  await sql`delete from rate_limits where window_start < now() - interval '1 day'`.execute(db)
  await forgetOldMarks(db)
  await sql`delete from timers where fired_at < clock_now() - interval '30 days'`.execute(db)
}
