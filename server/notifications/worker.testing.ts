import { tmpdir } from 'node:os'
import { declareReactions } from '#server/app/reactions.ts'
import { declareTimers } from '#server/app/schedule.ts'
import { readConfig } from '#server/base/config.ts'
import type { House } from '#server/base/context.ts'
import { openFiles } from '#server/base/files/files.ts'
import { openJobs } from '#server/base/jobs.ts'
import { startSweep } from '#server/base/timers.ts'
import { createReader } from '#server/channels/email/read/reader.ts'
import { openDatabase } from '#server/database/database.ts'

// One of several processes that sweep and work on the database of TEST_DATABASE, until it is killed. Letters to the team find no way
// out here: they wait in their queue, where a test counts them. TEST_ALONE: as after a restart, what lies there is taken up at once.
const config = JSON.parse(process.env.TEST_DATABASE!)
const database = openDatabase(config)
const silent = () => {}
const log = (message: string, error: unknown) => process.stderr.write(`${message}: ${error}\n`)
const house: House = {
  config: readConfig({}),
  database,
  db: database.db,
  files: await openFiles(tmpdir()),
  live: {
    hear: () => silent,
    noticed: () => silent,
    cursor: () => ({ xid: '0', seq: 0 }),
    close: async () => {},
  },
  url: 'https://care.casa-amaral.example',
  key: Buffer.alloc(32, 7),
  log: { info: silent, warn: silent, error: silent },
}
declareReactions(house, createReader(1))
declareTimers(house)
await openJobs(config, { work: true, alone: process.env.TEST_ALONE === '1', log })
startSweep(database.db, log)
process.stdout.write('works\n')
