import { readdir, readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import pg from 'pg'
import { expect, inject, onTestFinished, test } from 'vitest'
import { socketHome } from '#server/database/dataFolder.ts'
import { knownMigrations } from '#server/database/migrate.ts'
import { emptyDatabase } from '#server/database/testing.ts'
import { verifyArchive } from '#server/exchange/readArchive.ts'
import { type Ended, launch, type Running, startTend, tempFolder } from './testing.ts'

/** DATABASE_URL for a database of the test run's own server. */
function urlOf(database: string, password = String(inject('postgres').password)): string {
  const { host, port } = inject('postgres')
  return `postgresql://tend:${password}@localhost:${port}/${database}?host=${encodeURIComponent(host!)}`
}

async function refusal(DATABASE_URL: string): Promise<Ended & { says: string }> {
  const end = await launch({ TEND_DATA: await tempFolder(), DATABASE_URL }).ended
  expect(end.stderr).not.toMatch(/\n\s+at |undefined|\[object/)
  expect(end.stdout).not.toMatch(/^ready/m)
  return { ...end, says: end.stderr.trim().replace(/\s+/g, ' ') }
}

test('a database that does not let us in is named, its password is not', async () => {
  const told = await refusal(urlOf('tend', 'grandmother'))
  expect(told).toMatchObject({
    code: 5,
    says: expect.stringMatching(/DATABASE_URL.*password.*Nothing was changed/),
  })
  expect(told.stderr + told.stdout).not.toContain('grandmother')
})

test('a database that does not exist is named', async () => {
  expect(await refusal(urlOf('nowhere'))).toMatchObject({
    code: 5,
    says: expect.stringMatching(/DATABASE_URL.*"nowhere".*Nothing was changed/),
  })
})

test('a server that is too old is refused', async () => {
  // As much of PostgreSQL's protocol as it takes to say one's age.
  const message = (type: string, body: Buffer) => {
    const head = Buffer.alloc(5)
    head.write(type, 0, 'latin1')
    head.writeInt32BE(body.length + 4, 1)
    return Buffer.concat([head, body])
  }
  const int = (value: number, bytes: number) => {
    const made = Buffer.alloc(bytes)
    made.writeIntBE(value, 0, bytes)
    return made
  }
  const ready = message('Z', Buffer.from('I'))
  const age = Buffer.from('140012')
  const column = Buffer.concat([
    Buffer.from('v\0'),
    int(0, 4),
    int(0, 2),
    int(23, 4),
    int(4, 2),
    int(-1, 4),
    int(0, 2),
  ])
  const old = createServer((socket) => {
    socket.on('error', () => {})
    socket.once('data', () => {
      socket.write(Buffer.concat([message('R', int(0, 4)), ready]))
      socket.on('data', (asked) => {
        if (asked.toString('latin1', 0, 1) !== 'Q') return
        socket.write(
          Buffer.concat([
            message('T', Buffer.concat([int(1, 2), column])),
            message('D', Buffer.concat([int(1, 2), int(age.length, 4), age])),
            message('C', Buffer.from('SELECT 1\0')),
            ready,
          ]),
        )
      })
    })
  })
  await new Promise<void>((resolve) => old.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void old.close())
  const { port } = old.address() as { port: number }
  expect(await refusal(`postgresql://tend@127.0.0.1:${port}/tend`)).toMatchObject({
    code: 5,
    says: expect.stringMatching(/PostgreSQL 15 or newer.*older.*Nothing was changed/),
  })
})

test('two that start at once on an empty database make it once, and are one Tend', {
  timeout: 300_000,
}, async () => {
  const DATABASE_URL = urlOf(await emptyDatabase())
  const files = join(await tempFolder(), 'letters')
  const begin = async (run: string): Promise<Running> =>
    startTend({ TEND_DATA: await tempFolder(), TEND_FILES: files, DATABASE_URL, TEND_RUN: run })
  const [web, all] = await Promise.all([begin('web'), begin('web,worker,mail')])
  const key = await web.key()
  const made = await web.ask('POST', '/inboxes', {
    key,
    body: { name: 'Repairs', address: 'repairs@marlow.example' },
  })
  expect(made.status).toBe(201)
  const seen = await all.ask('GET', '/inboxes', { key })
  expect(seen.body.items.map((one: { id: string }) => one.id)).toEqual([made.body.id])
  // One of the two made the key; a neighbour without the folder would have another, and is refused where that would show.
  expect(await readdir(files)).toContain('tend.key')
  for (const one of [web, all]) expect((await one.stop()).code).toBe(0)
})

test('a database that a newer Tend has changed is left as it is', { timeout: 300_000 }, async () => {
  const DATABASE_URL = urlOf(await emptyDatabase())
  const first = await startTend({ TEND_DATA: await tempFolder(), DATABASE_URL })
  await first.stop()
  const client = new pg.Client(DATABASE_URL)
  await client.connect()
  await client.query(
    `insert into kysely_migration (name, timestamp) values ('9999_from_tomorrow.sql', now())`,
  )
  await client.end()
  expect(await refusal(DATABASE_URL)).toMatchObject({
    code: 5,
    says: expect.stringMatching(/newer Tend.*9999_from_tomorrow.*Nothing was changed/),
  })
})

test('an update that fails leaves everything as it was, with a backup made before', {
  timeout: 300_000,
}, async () => {
  const folder = await tempFolder()
  const before = await startTend({ TEND_DATA: folder })
  const key = await before.key()
  await before.ask('POST', '/inboxes', { key, body: { name: 'Repairs', address: 'repairs@marlow.example' } })
  // A migration is forgotten, so that it is applied once more, and fails on what it finds.
  const last = '0400_phrases_hold_their_words.sql'
  const client = new pg.Client({
    host: join(socketHome(folder), 'sockets'),
    port: 5432,
    user: 'tend',
    database: 'tend',
    password: (await readFile(join(folder, 'postgres.password'), 'utf8')).trim(),
  })
  await client.connect()
  const forget = () => client.query('delete from kysely_migration where name = $1 returning *', [last])
  const forgotten = (await forget()).rows[0]
  await client.end()
  await before.stop()
  const failed = await launch({ TEND_DATA: folder }).ended
  expect(failed.code).toBe(5)
  expect(failed.stderr).toContain(last)
  expect(failed.stderr).toMatch(/All of the update was taken back: the database is as it was/)
  expect(failed.stderr).not.toMatch(/\n\s+at /)
  const backups = await readdir(join(folder, 'backups'))
  expect(backups).toEqual([expect.stringMatching(/-before-update\.tend$/)])
  const { version, migrations } = await verifyArchive(join(folder, 'backups', backups[0]!))
  expect(version).toMatch(/^\d/)
  // It is one that the Tend of before can restore.
  expect(migrations).toEqual((await knownMigrations()).filter((name) => name !== last))
  expect(forgotten.name).toBe(last)
})
