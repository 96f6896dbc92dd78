import { readConfig } from '#server/base/config.ts'
import type { House } from '#server/base/context.ts'
import { openFiles } from '#server/base/files/files.ts'
import { startSending } from '#server/channels/email/outbox/sending.ts'
import { openDatabase } from '#server/database/database.ts'
import { writeSome } from '../writing.ts'

/**
 * A worker in a process of its own, for the test that kills it: writes the letters of an update, handful by handful, and sends them, until
 * somebody ends it. `node writer.ts '{"database":…,"files":…,"key":…,"smtp":…,"subject":…}'`
 */
const { database: connection, files, key, smtp, subject } = JSON.parse(process.argv[2]!)
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
for (;;) {
  await writeSome(house, subject)
  await new Promise((resolve) => setTimeout(resolve, 50))
}
