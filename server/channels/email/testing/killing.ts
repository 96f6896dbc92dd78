import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { sql } from 'kysely'
import { onTestFinished } from 'vitest'
import type { testHouse } from '../testing.ts'

export type TestHouse = Awaited<ReturnType<typeof testHouse>>
/** A worker process that sends by `smtp`. Killed at the latest when the test ends. */
export async function startWorker(house: TestHouse, smtp: string): Promise<ChildProcess> {
  const given = JSON.stringify({
    database: (house.database as unknown as { config: object }).config,
    files: join(house.config.dataFolder!, 'files'),
    key: house.key.toString('hex'),
    smtp,
  })
  const worker = fork(join(import.meta.dirname, 'sender.ts'), [given], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  onTestFinished(() => {
    worker.kill('SIGKILL')
  })
  return worker
}

export const killed = async (worker: ChildProcess) => {
  worker.kill('SIGKILL')
  if (worker.exitCode === null && worker.signalCode === null) await once(worker, 'exit')
}

/** Its lease would run out by itself in six seconds; no test need wait for that. */
export const expireLeases = (house: TestHouse) =>
  sql`update outbox set lease_until = clock_timestamp() - interval '1 second' where lease_until is not null`.execute(
    house.db,
  )
