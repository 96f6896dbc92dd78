import { describe, expect, onTestFinished, test } from 'vitest'
import { rawMail } from '#cast/mail.ts'
import { customers } from '#cast/people.ts'
import type { House } from '#server/base/context.ts'
import { seal } from '../secrets.ts'
import { openImap, type TestMailbox } from '../testing/imap.ts'
import { testHouse, testReader, until } from '../testing.ts'
import { compare } from './compare.ts'
import { openImap as connectImap } from './connection.ts'
import { fetchNew } from './fetch.ts'
import { mailboxFigures, startFetching } from './fetching.ts'
import { type Pace, usualPace } from './watch.ts'

const { maria } = customers
type TestHouse = Awaited<ReturnType<typeof testHouse>>

const letter = (text: string) =>
  rawMail({
    from: maria,
    to: 'hello@brightpipe.example',
    subject: text,
    text,
    date: '2026-11-25T09:00:00Z',
    messageId: `${text.replaceAll(' ', '-')}@mail.example`,
  })

const mailboxId = 'mbx_0000000000000000000001'
async function connectTo(
  house: TestHouse,
  imap: { port: number; user: string },
  password: string,
  host = '127.0.0.1',
) {
  const values = {
    id: mailboxId,
    inboxId: house.inboxId,
    address: house.address,
    imap: JSON.stringify({ host, port: imap.port, security: 'none', user: imap.user }),
    smtp: null,
    secrets: seal(house, { imap: password }),
    oauth: null,
    says: null,
    lastCheckedAt: null,
    lastLetterAt: null,
    removedAt: null,
  }
  await house.db
    .insertInto('mailboxes')
    .values(values)
    .onConflict((c) => c.column('id').doUpdateSet({ imap: values.imap, secrets: values.secrets }))
    .execute()
}

const quick: Pace = { ...usualPace, idle: 60_000, patience: 10_000, pause: 20, slowest: 200 }

async function reading(house: House, pace: Partial<Pace> = {}) {
  const fetching = await startFetching(house, { ...quick, ...pace })
  onTestFinished(() => fetching.stop())
  return fetching
}

async function begin(pace: Partial<Pace> = {}): Promise<{ house: TestHouse; imap: TestMailbox }> {
  const imap = await openImap()
  imap.put(await letter('there before'))
  const house = await testHouse()
  await connectTo(house, imap, imap.password)
  await reading(house, pace)
  await firstLook(house)
  return { house, imap }
}

const firstLook = (house: House) =>
  until(async () => (await house.db.selectFrom('mailboxFolders').selectAll().execute()).length > 0)

const stateOf = (house: House) =>
  house.db.selectFrom('mailboxes').selectAll().where('id', '=', mailboxId).executeTakeFirstOrThrow()

async function subjects(house: House): Promise<string[]> {
  const rows = await house.db.selectFrom('letters').selectAll().orderBy('id').execute()
  const raws = await Promise.all(rows.map((row) => house.files.read(row.rawFile)))
  return raws.map((raw) => /^Subject: (.*)$/m.exec(raw.toString())![1]!.trim())
}

const taken = (house: House, ...expected: string[]) =>
  until(async () => {
    const now = await subjects(house)
    return expected.every((one) => now.includes(one))
  }, 30_000)

describe('a mailbox is read', () => {
  test('from the moment it is connected, each letter once, byte for byte, no flag touched', async () => {
    const { house, imap } = await begin()
    const raw = await letter('first')
    imap.put(raw)
    await taken(house, 'first')
    // Read in another program before we saw it: the cursor is the UID, not a flag.
    imap.put(await letter('second'), { flags: ['\\Seen'] })
    await taken(house, 'second')
    expect(await subjects(house)).toEqual(['first', 'second'])
    const [row] = await house.db.selectFrom('letters').selectAll().orderBy('id').execute()
    expect(row).toMatchObject({ via: 'imap', trusted: true, mailboxId, folder: 'INBOX', uid: 2 })
    expect((await house.files.read(row!.rawFile)).toString()).toBe(raw.toString())
    expect(imap.messages().map((message) => message.flags)).toEqual([[], [], ['\\Seen']])
    expect(await stateOf(house)).toMatchObject({ state: 'connected', says: null })
    expect(imap.connections).toBe(1)
  })

  test('what comes in the very moment of looking is not passed over', async () => {
    const { house, imap } = await begin()
    const all = Array.from({ length: 30 }, (_, n) => `letter ${n}`)
    for (const one of all) {
      imap.put(await letter(one))
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    await taken(house, ...all)
    expect(await subjects(house)).toHaveLength(30)
  })

  test('a large one goes through a file', async () => {
    const { house, imap } = await begin()
    const raw = Buffer.concat([await letter('large'), Buffer.from(`${'x'.repeat(998)}\r\n`.repeat(5200))])
    imap.put(raw)
    await taken(house, 'large')
    const [row] = await house.db.selectFrom('letters').selectAll().execute()
    expect(row!.rawSize).toBe(raw.length)
    expect((await house.files.read(row!.rawFile)).equals(raw)).toBe(true)
  })

  test('by one process at a time', async () => {
    const { house, imap } = await begin()
    await reading(house)
    imap.put(await letter('one'))
    await taken(house, 'one')
    expect(imap.connections).toBe(1)
  })
})

describe('the line breaks', () => {
  test.each(['LOGIN', 'EXAMINE', 'SEARCH', 'FETCH', 'IDLE', 'DONE'])(
    'at %s: nothing is missed, nothing doubled',
    async (word) => {
      const imap = await openImap()
      const house = await testHouse()
      await connectTo(house, imap, imap.password)
      if (word === 'LOGIN' || word === 'EXAMINE') imap.hangUpAt(word)
      await reading(house)
      await firstLook(house)
      imap.hangUpAt(word)
      imap.put(await letter('while it broke'))
      await taken(house, 'while it broke')
      imap.put(await letter('afterwards'))
      await taken(house, 'afterwards')
      expect(await subjects(house)).toEqual(['while it broke', 'afterwards'])
      await until(async () => (await stateOf(house)).state === 'connected')
    },
  )

  test('without a word, while it waits: noticed, and read on', async () => {
    const { house, imap } = await begin({ idle: 300, patience: 400 })
    imap.fallSilent(true)
    imap.put(await letter('into the silence'))
    await until(async () => (await stateOf(house)).state === 'failing')
    expect((await stateOf(house)).says).toMatch(/did not answer|fell silent/)
    imap.fallSilent(false)
    await taken(house, 'into the silence')
    await until(async () => (await stateOf(house)).state === 'connected')
    expect(imap.connections).toBeGreaterThan(1)
  })
})

/** `14-Sep-2013 21:22:28 +0000` */
const imapDate = (at: Date): string => {
  const [, day, month, year, time] = /^\w+, (\d+) (\w+) (\d+) ([\d:]+)/.exec(at.toUTCString())!
  return `${day}-${month}-${year} ${time} +0000`
}

describe('the mailbox changes under us', () => {
  test('numbered anew: what came since it was connected is ours, once; what was there before is not', async () => {
    const imap = await openImap()
    imap.put(await letter('there before'), { date: '14-Sep-2013 21:22:28 +0000' })
    const house = await testHouse()
    await connectTo(house, imap, imap.password)
    const first = await reading(house)
    await firstLook(house)
    imap.put(await letter('first'))
    await taken(house, 'first')
    await first.stop()
    imap.renumber()
    // In the very second in which it was connected: of when exactly, a server keeps no more.
    const { createdAt } = await house.db.selectFrom('mailboxes').select('createdAt').executeTakeFirstOrThrow()
    imap.put(await letter('second'), { date: imapDate(createdAt) })
    await reading(house)
    await taken(house, 'second')
    const all = await subjects(house)
    expect(all.filter((one) => one === 'second')).toHaveLength(1)
    expect(all).not.toContain('there before')
    const reader = testReader()
    const { takeIn } = await import('../intake.ts')
    for (const { id } of await house.db.selectFrom('letters').select('id').orderBy('id').execute())
      await takeIn(house, reader, id)
    const messages = await house.db.selectFrom('messages').select('subject').orderBy('subject').execute()
    expect(messages.map((one) => one.subject)).toEqual(['first', 'second'])
  })

  test('deleted before we had it: it is gone, and reading goes on', async () => {
    const { house, imap } = await begin({ poll: 50 })
    imap.hangUpAt('FETCH')
    imap.put(await letter('short-lived'))
    await until(async () => imap.connections > 1)
    imap.expunge(2)
    imap.put(await letter('lasting'))
    await taken(house, 'lasting')
  })
})

describe('the comparison', () => {
  test('fetches after all what we do not have, and is told on the health page', async () => {
    const { house, imap } = await begin({ compare: 100 })
    imap.put(await letter('one'))
    imap.put(await letter('two'))
    await taken(house, 'one', 'two')
    await house.db.deleteFrom('letters').where('uid', '=', 2).execute()
    expect(await subjects(house)).toEqual(['two'])
    await taken(house, 'one', 'two')
    const [figures] = await until(async () => {
      const now = await mailboxFigures(house)
      return now[0]!.comparedAt !== null && now
    })
    expect(figures).toMatchObject({ address: house.address, state: 'connected', missing: 0, letters: 2 })
    // What was there before is none of ours.
    expect(await subjects(house)).not.toContain('there before')
  })
})

test('a letter that the server does not give is counted and named, until it can be had', async () => {
  const imap = await openImap()
  const house = await testHouse()
  await connectTo(house, imap, imap.password)
  const mailbox = await stateOf(house)
  const client = await connectImap(house, mailbox, quick)
  onTestFinished(() => client.close())
  await client.connect()
  const lock = await client.getMailboxLock('INBOX', { readOnly: true })
  await fetchNew(house, mailbox, client, quick)
  imap.put(await letter('one'))
  imap.put(await letter('two'))
  await client.noop()
  // As a server does whose disk has a bad spot.
  const give = client.fetchOne.bind(client)
  client.fetchOne = (async (uid: string, query: { source?: boolean }, more: object) =>
    uid === '1' && query.source ? false : give(uid, query, more)) as never
  await fetchNew(house, mailbox, client, quick)
  expect(await subjects(house)).toEqual(['two'])
  await compare(house, mailbox, client, quick)
  expect((await mailboxFigures(house))[0]).toMatchObject({ state: 'failing', missing: 1 })
  expect((await stateOf(house)).says).toMatch(
    /^1 letter lies in the mailbox.*maria\.lopes@mail\.example “one” 2026-11-25 \(1\)/,
  )
  client.fetchOne = give
  await compare(house, mailbox, client, quick)
  expect((await subjects(house)).toSorted()).toEqual(['one', 'two'])
  expect((await mailboxFigures(house))[0]).toMatchObject({ state: 'connected', missing: 0 })
  lock.release()
})

describe('what is wrong is said, with its remedy', () => {
  const saidOf = (house: House) =>
    until(async () => {
      const { state, says } = await stateOf(house)
      return state === 'failing' && says
    }, 30_000)

  test('a wrong password; once it is right, all that came meanwhile is read', async () => {
    const imap = await openImap()
    const house = await testHouse()
    await connectTo(house, imap, imap.password)
    const first = await reading(house)
    await firstLook(house)
    await first.stop()
    await connectTo(house, imap, 'not-this-one')
    await reading(house)
    expect(await saidOf(house)).toMatch(/refused the name or password/)
    imap.put(await letter('meanwhile'))
    await connectTo(house, imap, imap.password)
    await taken(house, 'meanwhile')
  })

  test('nobody at this port; a name that does not exist', async () => {
    const house = await testHouse()
    await connectTo(house, { port: 1, user: 'x' }, 'x')
    await reading(house)
    expect(await saidOf(house)).toBe(
      '127.0.0.1 does not answer on port 1. Check the port: usually 993 for reading, 465 or 587 for sending.',
    )
    const other = await testHouse()
    await connectTo(other, { port: 143, user: 'x' }, 'x', 'imap.nowhere.invalid')
    await reading(other)
    expect(await saidOf(other)).toContain('There is no mail server called imap.nowhere.invalid')
  })
})
