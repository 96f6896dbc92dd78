import { sql } from 'kysely'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { unseen } from '#server/database/statement.ts'
import { enqueueAll, job, jobTogether } from './jobs.ts'
import './tables.ts'

export interface Timer {
  kind: string
  subject: string
  dueAt: string
}

const handlers = new Set<string>()

/** Declares what happens when timers of a kind fall due; `server/app/schedule.ts` is the one place that calls this. Must be safe to repeat. */
export function onTimer(kind: string, run: (timer: Timer) => Promise<void>): void {
  handlers.add(kind)
  job<Timer>(`timer.${kind}`, run, 2, 25)
}

/** The same where many of a kind fall due at once, and are done together. */
export function onTimersTogether(kind: string, run: (timers: readonly Timer[]) => Promise<void>): void {
  handlers.add(kind)
  jobTogether<Timer>(`timer.${kind}`, run)
}

/** For tests, as `forgetKinds`. */
export const forgetTimerKinds = (): void => handlers.clear()

/** Sets a timer in the caller's transaction; the same one set twice is one. */
export const setTimer = (trx: Trx, kind: string, subject: string, dueAt: Date): Promise<void> =>
  setTimers(trx, [{ kind, subject, dueAt }])

/** The same for some. */
export async function setTimers(
  trx: Trx,
  timers: readonly { kind: string; subject: string; dueAt: Date }[],
): Promise<void> {
  if (timers.length === 0) return
  await sql`
    insert into timers (kind, subject, due_at)
    select * from unnest(${timers.map(({ kind }) => kind)}::text[], ${timers.map(({ subject }) => subject)}::text[],
      ${timers.map(({ dueAt }) => dueAt)}::timestamptz[])
    on conflict do nothing`.execute(trx)
}

/** When the next timer of a kind and subject is due; null where none waits. */
export async function nextTimer(trx: Trx, kind: string, subject: string): Promise<Date | null> {
  const row = await trx
    .selectFrom('timers')
    .select('dueAt')
    .where('kind', '=', kind)
    .where('subject', '=', subject)
    .where('firedAt', 'is', null)
    .orderBy('dueAt')
    .limit(1)
    .executeTakeFirst()
  return row?.dueAt ?? null
}

/** Takes back the timers of a kind and subject, or of some, that have not fired. */
export async function clearTimers(
  trx: Trx,
  kind: string | readonly string[],
  subject: string | readonly string[],
): Promise<void> {
  await sql`
    delete from timers where kind = any(${unseen([kind].flat(), 'text[]')}::text[]) and subject = any(${unseen([subject].flat(), 'text[]')}::text[])
      and fired_at is null`.execute(trx)
}

/**
 * Fires what is due, oldest first: marks the row and queues its job in one transaction, so each timer fires once
 * however many processes sweep. Returns how many fired.
 */
export async function sweepTimers(db: Db): Promise<number> {
  let fired = 0
  for (;;) {
    const batch = await transaction(db, async (trx) => {
      const { rows } = await sql<{ kind: string; subject: string; dueAt: Date }>`
        update timers set fired_at = clock_now() where ctid = any(array(
          select ctid from timers where fired_at is null and due_at <= clock_now() order by due_at limit 500 for update skip locked))
        returning kind, subject, due_at`.execute(trx)
      rows.sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime())
      for (const [kind, due] of Map.groupBy(rows, (row) => row.kind))
        if (handlers.has(kind))
          await enqueueAll(
            trx,
            `timer.${kind}`,
            due.map(({ subject, dueAt }): Timer => ({ kind, subject, dueAt: dueAt.toISOString() })),
          )
      return rows.length
    })
    fired += batch
    if (batch < 500) return fired
  }
}

/** The sweep of one process: every second, and when woken. */
export function startSweep(
  db: Db,
  log: (message: string, error: unknown) => void,
): { stop(): Promise<void> } {
  let running: Promise<unknown> = Promise.resolve()
  let busy = false
  const tick = setInterval(() => {
    if (busy) return
    busy = true
    running = sweepTimers(db)
      .catch((error) => log('sweep of timers', error))
      .finally(() => (busy = false))
  }, 1000)
  return {
    async stop() {
      clearInterval(tick)
      await running
    },
  }
}

/** Timers late by more than a minute, for the health page. */
export async function lateTimers(db: Db): Promise<number> {
  const { rows } = await sql<{
    n: number
  }>`select count(*) as n from timers where fired_at is null and due_at < clock_now() - interval '1 minute'`.execute(
    db,
  )
  return Number(rows[0]!.n)
}
