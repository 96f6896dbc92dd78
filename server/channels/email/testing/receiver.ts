import { readConfig } from '#server/base/config.ts'
import type { House } from '#server/base/context.ts'
import { openFiles } from '#server/base/files/files.ts'
import { openDatabase } from '#server/database/database.ts'
import { takeIn } from '../intake.ts'
import { createReader } from '../read/reader.ts'
import { listenForMail } from '../smtp.ts'

/**
 * Takes mail in by SMTP in a process of its own, for the test that kills it: `node receiver.ts '{"database":…,"files":…,"data":…,"key":…}'`.
 * Tells its port, then reads and files whatever is kept, as the jobs of the whole program do.
 */
const { database: connection, files, data, key } = JSON.parse(process.argv[2]!)
const database = openDatabase(connection)
const house: House = {
  config: { ...readConfig({}), dataFolder: data, smtpPort: 0 },
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
const reader = createReader(1)
process.once('disconnect', () => process.exit())
const { port } = await listenForMail(house)
process.send!({ port })
for (;;) {
  const kept = await house.db
    .selectFrom('letters')
    .select('id')
    .where('state', '=', 'received')
    .orderBy('id')
    .limit(20)
    .execute()
  for (const { id } of kept) await takeIn(house, reader, id)
  if (kept.length === 0) await new Promise((resolve) => setTimeout(resolve, 50))
}
