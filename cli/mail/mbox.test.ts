import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lettersOfMbox, quoted } from './mbox.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tend-mbox-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function split(mbox: string | Buffer): Promise<{ raws: string[]; dates: (string | null)[] }> {
  const path = join(folder, 'letters.mbox')
  await writeFile(path, mbox)
  const raws: string[] = []
  const dates: (string | null)[] = []
  for await (const letter of lettersOfMbox(path)) {
    raws.push(letter.raw.toString('latin1'))
    dates.push(letter.at)
  }
  return { raws, dates }
}

const line = 'From maria@mail.example Wed Nov 25 09:12:00 2026'
const letter = (body: string, more = '') => `From: maria@mail.example\nSubject: Tap\n${more}\n${body}`

test('one or two letters, with their dates; the empty line between belongs to neither', async () => {
  const one = letter('It drips.\n')
  const two = letter('It drips\n\nagain.\n\n\n')
  expect((await split(`${line}\n${one}`)).raws).toEqual([one])
  expect((await split(`${line}\n${one}\n`)).raws).toEqual([one])
  const both = await split(`${line}\n${one}\n${line}\n${two}\n${line}\n${one}`)
  expect(both.raws).toEqual([one, two, one])
  expect(both.dates[0]).toBe('2026-11-25T09:12:00.000Z')
})

test('words at the beginning of a line are not the beginning of a letter', async () => {
  const talk = letter(
    'From Monday 9:30 on in 2026 it drips.\nFrom me: thanks\n\nFrom now on at 10:00 (2026) call.\nnot a header\n',
  )
  expect((await split(`${line}\n${talk}\n${line}\n${letter('x\n')}`)).raws).toEqual([talk, letter('x\n')])
})

test('quoted lines lose one ">", in the body alone', async () => {
  const stored = letter('>From here on\n>>From there\n> From afar\nsaid >From him\n')
  expect((await split(`${line}\n${stored}`)).raws).toEqual([
    letter('From here on\n>From there\n> From afar\nsaid >From him\n'),
  ])
})

test('Content-Length: a letter is as long as it says, quoting nothing where the file does not quote', async () => {
  const body = `Hello,\n\n${line}\nSubject: no letter\n\n>From the quoted\nbye\n`
  const cl2 = letter(body, `Content-Length: ${body.length}\n`)
  expect((await split(`${line}\n${cl2}\n${line}\n${letter('x\n')}`)).raws).toEqual([cl2, letter('x\n')])
  const quotedBody = 'Hello\n>From here\n'
  const cl = letter(quotedBody, `Content-Length: ${quotedBody.length}\n`)
  expect((await split(`${line}\n${cl}\n${line}\n${letter('x\n')}`)).raws).toEqual([
    cl.replace('>From', 'From'),
    letter('x\n'),
  ])
})

test('a Content-Length that is not true any more is passed over', async () => {
  const stale = letter('Hello\n', 'Content-Length: 4711\n')
  const short = letter('Hello, hello\n', 'Content-Length: 3\n')
  expect((await split(`${line}\n${stale}\n${line}\n${short}\n${line}\n${letter('x\n')}`)).raws).toEqual([
    stale,
    short,
    letter('x\n'),
  ])
})

test('other line ends, other dates, no date: as mail programs write them', async () => {
  const dos = letter('It drips.\n').replaceAll('\n', '\r\n')
  const thunderbird = 'From - Wed Nov 25 09:12:00 2026'
  expect((await split(`${thunderbird}\r\n${dos}\r\n${thunderbird}\r\n${dos}`)).raws).toEqual([dos, dos])
  const takeout = 'From 1784000000000000000@xxx Wed Nov 25 09:12:00 +0100 2026'
  const { raws, dates } = await split(`${takeout}\n${letter('a\n')}\n${takeout}\n${letter('b\n')}`)
  expect(raws).toEqual([letter('a\n'), letter('b\n')])
  expect(dates[0]).toBe('2026-11-25T08:12:00.000Z')
  const bare = 'From maria'
  expect((await split(`${bare}\n${letter('a\n')}\n${bare}\n${letter('b\n')}`)).raws).toHaveLength(2)
  expect((await split('\n\n')).raws).toEqual([])
  expect((await split('')).raws).toEqual([])
})

test('letters larger than a read of the file come whole', async () => {
  const large = letter(`${'The tap drips. From time to time.\n'.repeat(120_000)}`)
  const { raws } = await split(`${line}\n${large}\n${line}\n${letter('x\n')}\n${line}\n${large}`)
  expect(raws.map((raw) => raw.length)).toEqual([large.length, letter('x\n').length, large.length])
  expect(raws[2] === large).toBe(true)
})

test('whatever bytes are written out as mboxrd come back the same', async () => {
  const bodies = [
    'From a\n',
    '>From a\n>>From b\nFrom c\n',
    `\n\n${line}\nTo: x\n\n`,
    'x\r\n\r\nFrom y\r\n',
    '\u00ff\u0080\n',
  ]
  for (const body of bodies) {
    const raw = Buffer.from(letter(body), 'latin1')
    const file = Buffer.concat([Buffer.from(`${line}\n`), quoted(raw), Buffer.from('\n')])
    const { raws } = await split(Buffer.concat([file, file]))
    expect(raws).toEqual([raw.toString('latin1'), raw.toString('latin1')])
  }
})
