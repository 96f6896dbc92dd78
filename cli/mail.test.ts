import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { maria, paul } from '#cast/cast.ts'
import { rawMail } from '#cast/mail.ts'
import { type Ended, launch, leaveNothing, type Running, startTend, tempFolder } from '#server/app/testing.ts'

const command = fileURLToPath(new URL('./tend.ts', import.meta.url))
const us = { name: 'Ines Duarte', email: 'care@marlow.example' }

let tend: Running
let key: string
let folder: string
beforeAll(async () => {
  folder = await tempFolder()
  tend = await startTend(settings())
  key = await tend.key()
  for (const [name, address] of [
    ['Care', us.email],
    ['Roofs', 'roofs@marlow.example'],
  ])
    await tend.ask('POST', '/inboxes', { key, body: { name, address } })
})
afterAll(leaveNothing)

const settings = () => ({ TEND_DATA: join(folder, 'data'), TEND_FILES: join(folder, 'kept') })

const json = (end: Ended) => {
  expect(end.code, end.stderr).toBe(0)
  return JSON.parse(end.stdout)
}
const letter = (n: number, from: { name: string; email: string } = maria) =>
  rawMail({
    from,
    to: us,
    subject: `Boiler ${n}`,
    text: `It is cold, ${n}.\n\nFrom here to the yard.\n`,
    date: new Date(Date.UTC(2020, 0, 1, 0, n)),
    messageId: `boiler.${n}@mail.example`,
  })
const mbox = (raws: Buffer[]) =>
  Buffer.concat(
    raws.map((raw) =>
      Buffer.from(
        `From maria Wed Jan  1 00:00:00 2020\n${raw
          .toString('latin1')
          .replace(/^(>*From )/gm, (line, _, at) => (at === 0 ? line : `>${line}`))
          .replaceAll('\r\n', '\n')}\n`,
        'latin1',
      ),
    ),
  )
const found = async (words: string) =>
  (await tend.ask('GET', `/search?q=${encodeURIComponent(words)}`, { key })).body

test('words that do not fit are answered with what does', async () => {
  const ends = await Promise.all([
    tend.tend('mail'),
    tend.tend('mail', 'import'),
    tend.tend('mail', 'import', folder, '--open-days', 'many', '--inbox', 'Care'),
    tend.tend('mail', 'export', join(folder, 'x'), '--format', 'pst'),
    tend.tend('mail', 'import', join(folder, 'nothing.mbox'), '--inbox', 'Care'),
    tend.tend('mail', 'import', folder),
    tend.tend('mail', 'import', folder, '--inbox', 'Boats'),
  ])
  expect(ends.map((end) => end.code)).toEqual([2, 2, 2, 2, 1, 1, 1])
  expect(ends[4]!.stderr).toContain('There is no')
  for (const end of ends.slice(5))
    expect(end.stderr).toContain('Care (care@marlow.example), Roofs (roofs@marlow.example)')
  const asleep = await launch({ TEND_DATA: join(folder, 'nobody') }, [command, 'mail', 'import', folder])
    .ended
  expect(asleep).toMatchObject({ code: 3, stderr: expect.stringContaining('npm start') })
})

test('mbox, Maildir and single letters come in; the sum is right; again stores nothing', async () => {
  const place = join(folder, 'old')
  for (const part of ['Mail/cur', 'Mail/new', 'Mail/tmp', 'Mail/.Sent/cur', 'Mail/.Sent/new', 'single'])
    await mkdir(join(place, part), { recursive: true })
  await writeFile(join(place, 'inbox.mbox'), mbox([await letter(1), await letter(2), await letter(1)]))
  await writeFile(join(place, 'Mail/cur/1577836800.a.host:2,S'), await letter(3))
  await writeFile(join(place, 'Mail/cur/1577836800.b.host:2,ST'), await letter(4))
  await writeFile(join(place, 'Mail/tmp/1577836800.c.host'), await letter(5))
  await writeFile(
    join(place, 'Mail/.Sent/cur/1577836801.d.host:2,S'),
    await rawMail({
      from: us,
      to: maria,
      subject: 'Re: Boiler 3',
      text: 'The part comes tomorrow.',
      date: '2020-01-02T00:00:00Z',
      inReplyTo: 'boiler.3@mail.example',
    }),
  )
  await writeFile(join(place, 'single/one.eml'), await letter(6))
  await writeFile(join(place, 'single/notes.txt'), 'Subject: no letter\n\nwords')
  await writeFile(join(place, 'single/empty.eml'), '')
  const apple = await letter(7)
  await writeFile(
    join(place, 'single/7.emlx'),
    Buffer.concat([Buffer.from(`${apple.length}\n`), apple, Buffer.from('<?xml?>')]),
  )
  const spoken = await tend.tend('mail', 'import', place, '--inbox', 'care')
  expect(spoken.code, spoken.stderr).toBe(0)
  expect(spoken.stdout).toContain('In 7 = stored 6 + already there 1 + unreadable 0.')
  expect(spoken.stdout).toMatch(/Left out: (1 deleted, 1 empty|1 empty, 1 deleted)\./)
  expect(spoken.stdout).toContain('Nothing was sent')
  const again = json(await tend.tend('mail', 'import', place, '--inbox', us.email, '--json'))
  expect(again).toMatchObject({ in: 7, stored: 0, there: 7, unreadable: 0 })
  const { items } = (await tend.ask('GET', '/conversations?limit=100', { key })).body
  const boilers = items.filter((one: { subject: string }) => /Boiler/.test(one.subject))
  expect(boilers.map((one: { status: string }) => one.status)).toEqual(Array(5).fill('closed'))
  const third = boilers.find((one: { subject: string }) => one.subject === 'Boiler 3')
  const { messages } = (await tend.ask('GET', `/conversations/${third.id}`, { key })).body
  expect(messages.map((one: { direction: string; delivery: [] }) => [one.direction, one.delivery])).toEqual([
    ['in', []],
    ['out', []],
  ])
  await expect
    .poll(async () => JSON.stringify(await found('part tomorrow')), { timeout: 60_000 })
    .toContain(third.id)
})

test('out and in again is the same: bytes as received, in three formats, and nothing new', async () => {
  const raws = new Set(
    await Promise.all((await Promise.all([6, 7].map((n) => letter(n)))).map((raw) => raw.toString('latin1'))),
  )
  for (const [name, format] of [
    ['out.mbox', 'mbox'],
    ['out-maildir', 'maildir'],
    ['out', 'eml'],
  ] as const) {
    const target = join(folder, name)
    const made = json(await tend.tend('mail', 'export', target, '--format', format, '--json'))
    expect(made).toMatchObject({ to: target, letters: 6, missing: 0 })
    if (format !== 'mbox') {
      const where = format === 'eml' ? target : join(target, 'cur')
      const kept = await Promise.all(
        (await readdir(where)).map((file) => readFile(join(where, file), 'latin1')),
      )
      for (const raw of raws) expect(kept).toContain(raw)
    }
    const back = json(await tend.tend('mail', 'import', target, '--inbox', 'Care', '--json'))
    expect(back, format).toMatchObject({ in: 6, stored: 0, there: 6, unreadable: 0, aside: {} })
  }
  const twice = await tend.tend('mail', 'export', join(folder, 'out.mbox'))
  expect(twice).toMatchObject({ code: 1, stderr: expect.stringContaining('is there already') })
})

test('an export is by inbox, person and time', async () => {
  const count = async (...words: string[]) =>
    json(
      await tend.tend(
        'mail',
        'export',
        join(folder, `by-${words.join('-').replace(/\W+/g, '-')}`),
        ...words,
        '--json',
      ),
    ).letters
  expect(await count('--inbox', 'Roofs')).toBe(0)
  expect(await count('--person', maria.email)).toBe(6)
  expect(await count('--person', paul.email)).toBe(0)
  expect(await count('--since', '2020-01-01T00:03:00Z')).toBe(4)
  expect(await count('--until', '2020-01-01T00:03:00Z')).toBe(2)
})

test('killed in the middle, the command or the server, it goes on where it was: everything once', async () => {
  const many = join(folder, 'many.mbox')
  const all = await Promise.all(Array.from({ length: 400 }, (_, n) => letter(1000 + n, n % 2 ? paul : maria)))
  await writeFile(many, mbox(all))
  const words = ['mail', 'import', many, '--inbox', 'Roofs', '--json']
  const inInbox = async () =>
    json(
      await tend.tend('mail', 'export', join(folder, `count-${Math.random()}`), '--inbox', 'Roofs', '--json'),
    ).letters as number
  const kept = async () => (await readdir(join(folder, 'kept'), { recursive: true })).length
  /** The command, begun, at the moment some more letters lie there: what is shown comes later, and by then a quick machine has them all. */
  const halfway = async () => {
    const before = await kept()
    const started = launch({ TEND_DATA: tend.folder }, [command, ...words])
    await expect.poll(kept, { timeout: 120_000, interval: 5 }).toBeGreaterThan(before + 5)
    return started
  }
  const first = await halfway()
  first.child.kill('SIGKILL')
  await first.ended
  expect(await inInbox()).toBeLessThan(400)
  const second = await halfway()
  await tend.kill()
  expect((await second.ended).code).not.toBe(0)
  tend = await startTend(settings())
  const done = json(await tend.tend(...words))
  expect(done.in).toBe(400)
  expect(done.stored + done.there).toBe(400)
  expect(await inInbox()).toBe(400)
  const conversations = new Set<string>()
  for (let after = ''; ; ) {
    const { items, next } = (await tend.ask('GET', `/conversations?limit=100${after}`, { key })).body
    for (const one of items) if (/Boiler 1\d\d\d/.test(one.subject)) conversations.add(one.subject)
    if (!next) break
    after = `&after=${encodeURIComponent(next)}`
  }
  expect(conversations.size).toBe(400)
})
