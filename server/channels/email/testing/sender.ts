import { readConfig } from '#server/base/config.ts'
import type { House } from '#server/base/context.ts'
import { openFiles } from '#server/base/files/files.ts'
import { openDatabase } from '#server/database/database.ts'
import { startSending } from '../outbox/sending.ts'

/**
 * A worker in a process of its own, for the tests that kill it: `node sender.ts '{"database":…,"files":…,"key":…,"smtp":…}'`.
 * It sends what is due until somebody ends it.
 */
const { database: connection, files, key, smtp } = JSON.parse(process.argv[2]!)
const database = openDatabase(connection)
const house: House = {
  config: { ...readConfig({}), outboundSmtp: smtp },
  database,
  db: database.db,
  files: await openFiles(files),
  live: {
    hear: () => () => {},
    noticed: () => () => {},
    cursor: () => ({ xid: '0', seq: 0 }),
    close: async () => {},
  },
  url: 'http://care.brightpipe.example',
  key: Buffer.from(key, 'hex'),
  log: { info() {}, warn() {}, error: (about: unknown, what?: string) => console.error(what, about) },
}
await startSending(house, { patience: { silence: 10_000, dot: 20_000 } })
process.send?.('ready')
