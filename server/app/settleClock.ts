import { sql } from 'kysely'
import { sweepTimers } from '#server/base/timers.ts'
import type { Db } from '#server/database/database.ts'

/**
 * Tests only: fires everything due by now and waits until it has run, whichever process runs it, also what
 * met another in the database and is tried again in a moment. Gives up after a minute.
 */
export async function settleClock(db: Db): Promise<void> {
  const giveUp = performance.now() + 60_000
  for (;;) {
    await sweepTimers(db)
    const { rows } = await sql<{ busy: number }>`
      select (select count(*) from jobs.job where name not in ('mail.team', 'push.bring')
               and (state in ('created', 'active') and start_after <= now() or state = 'retry' and start_after <= now() + interval '5 seconds'))
           + (select count(*) from reactions_due)
           + (select count(*) from timers where fired_at is null and due_at <= clock_now()) as busy`.execute(
      db,
    )
    if (Number(rows[0]!.busy) === 0 || performance.now() > giveUp) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
