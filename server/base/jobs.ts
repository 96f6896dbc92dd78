import { setTimeout as pause } from 'node:timers/promises'
import { CompiledQuery, sql } from 'kysely'
import type pg from 'pg'
import { type PgBoss as Boss, fromKysely, type JobInsert, type JobResult, PgBoss } from 'pg-boss'
import { beforeCommit, type Db, type Trx } from '#server/database/database.ts'
import { answersNobody } from '#server/database/patience.ts'
import { dueFigures } from './due.ts'
import { paced } from './paced.ts'

/** A kind of work: its queue, and what is done with one job's data. Retried with growing pauses; parked after 5 tries. */
export interface JobKind<T extends object> {
  name: string
  run(data: T): Promise<void>
}

interface Described {
  name: string
  run(data: never): Promise<void>
  /** Does what was taken from the queue in one go. */
  together?(all: never[], how: Taken): Promise<void>
  parallel: number
  atOnce: number
}

/** How jobs were taken: how often each was begun before, in their order, and where to say what went wrong. */
export interface Taken {
  tries: readonly number[]
  log(message: string, error: unknown): void
}

const kinds = new Map<string, Described>()
/** Queues of an earlier version, and what becomes of a job that still lies in one. */
const former = new Map<string, { name: string; data(old: object): object }>()
let boss: Boss | undefined

/**
 * Declares a kind of job. `parallel` is how many of it one process runs at once; `atOnce` how many each of these takes from the
 * queue in one go, and does one after the other: many where each takes milliseconds, since fetching costs more than doing.
 */
export function job<T extends object>(
  name: string,
  run: (data: T) => Promise<void>,
  parallel = 2,
  // More than one, since only a full batch makes pg-boss ask again at once; a backlog would wait for the next poll after every job.
  atOnce = 3,
): JobKind<T> {
  if (kinds.has(name)) throw new Error(`job ${name} is declared twice`)
  kinds.set(name, { name, run, parallel, atOnce })
  return { name, run }
}

/**
 * Declares a kind of job that does many as cheaply as one: what is taken from the queue in one go is given to `run` together. Where
 * that fails, each is tried by itself, so that one bad job parks no other; so it must be safe to repeat.
 */
export function jobTogether<T extends object>(
  name: string,
  run: (all: T[], how: Taken) => Promise<void>,
  parallel = 2,
  atOnce = 50,
): void {
  job<T>(name, (one) => run([one], { tries: [1], log: () => {} }), parallel, atOnce)
  kinds.get(name)!.together = run
}

/** What an earlier version, or one that still runs beside this, has put into a queue that is no more, is done from another. */
export function formerQueue(old: string, name: string, data: (old: object) => object): void {
  former.set(old, { name, data })
}

/** A queue in a table of ours, worked on for as long as the others are. */
export interface OwnQueue {
  /** A query that finds something where there is work that nobody does. */
  isDue: string
  open(parts: {
    ask<Row>(text: string, values?: readonly unknown[]): Promise<Row[]>
    log(message: string, error: unknown): void
    alone: boolean
  }): { wake(): void; stop(): Promise<void> }
}

/** Declares it. `openJobs` opens it, and wakes it when it was told to, or once a second where there is work. */
export function ownQueue(name: string, queue: OwnQueue): void {
  own.set(name, queue)
}
const own = new Map<string, OwnQueue>()

/** For tests: many of their files share one process, and each begins with nothing declared. */
export function forgetKinds(): void {
  kinds.clear()
  former.clear()
  own.clear()
}

/** Puts work into the queue within the caller's transaction: it exists exactly when the transaction commits. */
export const enqueue = <T extends object>(trx: Trx | Db, kind: JobKind<T> | string, data: T): Promise<void> =>
  enqueueAll(trx, typeof kind === 'string' ? kind : kind.name, [data])

/** The same for many of one kind. All jobs of a transaction are written together, at its end. */
export async function enqueueAll<T extends object>(
  trx: Trx | Db,
  name: string,
  all: readonly T[],
): Promise<void> {
  if (!boss) throw new Error('jobs are not open yet')
  if (all.length === 0) return
  const old = former.get(name)
  const jobs = all.map((data) => ({ data: old ? old.data(data) : data }))
  const queue = old?.name ?? name
  const others = waiting.get(trx)
  if (others) return void others.set(queue, [...(others.get(queue) ?? []), ...jobs])
  const mine = new Map([[queue, jobs]])
  const isLater = beforeCommit(trx, async () => {
    waiting.delete(trx)
    for (const [one, some] of mine) await boss!.insert(one, some, { db: unread(trx) })
  })
  if (isLater) waiting.set(trx, mine)
  else await boss.insert(queue, jobs, { db: fromKysely(trx) })
}

/** As `fromKysely`, where what was written is not asked for: it may travel with the commit. */
const unread = (trx: Trx | Db) => ({
  async executeSql(text: string, values: unknown[] = []) {
    await trx.executeQuery(CompiledQuery.raw(`${answersNobody}${text}`, values))
    return { rows: [] }
  },
})

const waiting = new WeakMap<Trx | Db, Map<string, { data: object }[]>>()

/** Puts what is left of a job that is being worked on into the queue, before that job is over. */
export async function enqueueRest(
  name: string,
  all: readonly object[],
  options: Pick<JobInsert, 'startAfter' | 'retryLimit'>,
): Promise<void> {
  if (all.length)
    await boss!.insert(
      name,
      all.map((data) => ({ data, ...options })),
    )
}

const queueOptions = {
  retryLimit: 5,
  retryDelay: 2,
  retryBackoff: true,
  retryDelayMax: 600,
  expireInSeconds: 300,
  // Whoever works on a job says so; one that was killed is noticed within half a minute, by whichever process is left.
  heartbeatSeconds: 10,
  notify: true,
  deleteAfterSeconds: 3 * 86_400,
} as const

/**
 * Opens the queues; with `work` this process also runs jobs. `alone`: nobody else works on this database, so what is still
 * marked as being worked on is from a process that was killed, and is taken up again at once.
 */
export async function openJobs(
  config: pg.PoolConfig,
  options: {
    work: boolean
    alone: boolean
    log: (message: string, error: unknown) => void
    /** Says when an event was recorded; without it that is seen within a second. */
    noticed?: (wake: () => void) => () => void
  },
): Promise<{ close(): Promise<void> }> {
  boss = new PgBoss({
    ...(config as object),
    max: 4,
    schema: 'jobs',
    useListenNotify: true,
    schedule: false,
    supervise: options.work,
    superviseIntervalSeconds: 15,
    monitorIntervalSeconds: 15,
  })
  boss.on('error', (error) => options.log('job queue', error))
  await boss.start()
  for (const kind of kinds.values()) await boss.createQueue(kind.name, queueOptions)
  if (options.work && options.alone) await takeUpAgain(boss)
  const opened = boss
  const workers = new Map<string, string[]>()
  if (options.work)
    for (const kind of kinds.values()) workers.set(kind.name, await work(boss, kind, options.log))
  const wakes = new Map<string, () => void>()
  for (const [name, ids] of workers)
    wakes.set(name, () => {
      for (const id of ids) opened.notifyWorker(id)
    })
  const ours = [...(options.work ? own : [])].map(([name, { open, isDue }]) => {
    const queue = open({
      ask: async (text, values) => (await opened.getDb().executeSql(text, [...(values ?? [])])).rows,
      log: options.log,
      alone: options.alone,
    })
    wakes.set(name, queue.wake)
    return { name, isDue, ...queue }
  })
  const unnotice = options.noticed?.(() => {
    for (const { wake } of ours) wake()
  })
  const rousing = options.work ? rouse(boss, wakes, ours, options.log) : undefined
  const clear = () => clearFormer(opened).catch((error) => options.log('queues of before', error))
  if (options.work) await clear()
  const clearing = options.work ? setInterval(clear, 30_000) : undefined
  return {
    async close() {
      clearInterval(clearing)
      await rousing?.stop()
      unnotice?.()
      await Promise.race([Promise.all(ours.map((one) => one.stop())), pause(8000, undefined, { ref: false })])
      await boss?.stop({ graceful: true, timeout: 8000 })
      boss = undefined
    },
  }
}

/**
 * Wakes whoever has something to do, by one question for all queues: for what was tried before and waits for its next time, and should a
 * notice be lost. Without it each worker would ask for itself, some twenty times a second in all.
 */
function rouse(
  boss: Boss,
  wakes: ReadonlyMap<string, () => void>,
  ours: readonly { name: string; isDue: string }[],
  log: (message: string, error: unknown) => void,
): { stop(): Promise<void> } {
  const text = [
    `select q.name from unnest($1::text[]) as q(name) where exists (
       select 1 from jobs.job j where j.name = q.name and j.state < 'active' and not j.blocked and j.start_after <= jobs.job_now())`,
    ...ours.map(({ name, isDue }) => `select '${name}' where exists (${isDue})`),
  ].join(' union all ')
  const look = async () => {
    const { rows } = await boss.getDb().executeSql(text, [[...wakes.keys()]])
    for (const { name } of rows as { name: string }[]) wakes.get(name)!()
  }
  const looking = paced(0, () => look().catch((error) => log('looking for jobs', error)))
  const tick = setInterval(looking.wake, 1000)
  return {
    async stop() {
      clearInterval(tick)
      await looking.stop()
    },
  }
}

/** Counts as a try, so that a job that brings its process down is parked in the end. */
async function takeUpAgain(boss: Boss): Promise<void> {
  const { rows } = await boss
    .getDb()
    .executeSql(`select name, array_agg(id) as ids from jobs.job where state = 'active' group by name`)
  for (const { name, ids } of rows as { name: string; ids: string[] }[])
    if (kinds.has(name) || former.has(name))
      await boss.fail(name, ids, { message: 'Tend was stopped while this ran' })
}

/** Brings what lies in queues of an earlier version to where it is done now: put here, under the same id, before it is taken away there. */
async function clearFormer(boss: Boss): Promise<void> {
  if (former.size === 0) return
  const { rows } = await boss
    .getDb()
    .executeSql(
      `select name, id, data from jobs.job where state in ('created', 'retry') and name = any($1::text[]) order by created_on limit 500`,
      [[...former.keys()]],
    )
  for (const { name, id, data } of rows as { name: string; id: string; data: object }[]) {
    const { name: now, data: as } = former.get(name)!
    await boss.insert(now, [{ id, data: as(data) }])
    await boss.deleteJob(name, id)
  }
}

async function work(
  boss: Boss,
  kind: Described,
  log: (message: string, error: unknown) => void,
): Promise<string[]> {
  const options = {
    // One after the other all the same, each with its own end.
    batchSize: kind.atOnce,
    perJobResults: true,
    burstWhenBatchFull: true,
    // They are woken: by a notice, or by `rouse`.
    pollingIntervalSeconds: 60,
    notifyPollingIntervalSeconds: 60,
  } as const
  const take = async (jobs: { id: string; data: object; retryCount: number }[]): Promise<JobResult[]> => {
    const ends: JobResult[] = []
    if (kind.together)
      try {
        await kind.together(
          jobs.map(({ data }) => data as never),
          { tries: jobs.map((one) => one.retryCount), log },
        )
        return jobs.map(({ id }): JobResult => ({ id, status: 'completed' }))
      } catch (error) {
        log(`jobs ${kind.name} failed together, and are tried one by one`, error)
        if (jobs.length === 1) return [failed(jobs[0]!.id, error)]
      }
    for (const { id, data } of jobs) {
      try {
        await kind.run(data as never)
        ends.push({ id, status: 'completed' })
      } catch (error) {
        log(`job ${kind.name} failed`, error)
        ends.push(failed(id, error))
      }
    }
    return ends
  }
  const workers: string[] = []
  for (let n = 0; n < kind.parallel; n++) workers.push(await boss.work(kind.name, options, take))
  return workers
}

const failed = (id: string, error: unknown): JobResult => ({
  id,
  status: 'failed',
  output: { message: String((error as Error)?.message ?? error) },
})

/** Waiting, running and parked jobs, and what follows from events, for the health page. */
export async function jobFigures(db: Db): Promise<{ waiting: number; active: number; parked: number }> {
  const { rows } = await sql<{ state: string; n: number }>`
    select state::text as state, count(*) as n from jobs.job where state in ('created', 'retry', 'active', 'failed') group by 1`.execute(
    db,
  )
  const count = (...states: string[]) =>
    rows.filter((row) => states.includes(row.state)).reduce((sum, row) => sum + Number(row.n), 0)
  const due = await dueFigures(db)
  return {
    waiting: count('created', 'retry') + due.waiting,
    active: count('active') + due.active,
    parked: count('failed'),
  }
}
