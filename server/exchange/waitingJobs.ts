import type pg from 'pg'
import { enqueue } from '#server/base/jobs.ts'
import { forgetSetting, readSetting } from '#server/base/settings.ts'
import { type Db, transaction } from '#server/database/database.ts'
import '#server/base/tables.ts'

/** Work that was queued but not done when a backup was made. Reactions are safe to repeat, so one half done counts as waiting. */
export interface WaitingJob {
  name: string
  data: object
}

export const restoredWork = 'restored-work'

/** Reads it in the snapshot of a backup. */
export async function waitingJobs(client: pg.ClientBase): Promise<WaitingJob[]> {
  const { rows } = await client.query<{ there: boolean }>(
    `select to_regclass('jobs.job') is not null as there`,
  )
  if (!rows[0]!.there) return []
  const jobs = await client.query<WaitingJob>(
    `select name, coalesce(data, '{}') as data from jobs.job
     where state in ('created', 'retry', 'active', 'failed') and name not like '\\_\\_%' order by created_on, id`,
  )
  return jobs.rows
}

/** After a restore: queues what was waiting, once, in one transaction. To be called when the queues are open. Returns how many. */
export async function resumeRestoredWork(db: Db): Promise<number> {
  return transaction(db, async (trx) => {
    const jobs = await readSetting<WaitingJob[]>(trx, restoredWork)
    if (!jobs) return 0
    for (const { name, data } of jobs) await enqueue(trx, name, data)
    await forgetSetting(trx, restoredWork)
    return jobs.length
  })
}
