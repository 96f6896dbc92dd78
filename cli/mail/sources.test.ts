import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findSources } from './sources.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tend-sources-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function file(name: string, text: string): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, text)
  return path
}

test.each([
  ['what another desk exports', '{"tickets":[{"subject":"Tap"}]}'],
  ['a table', 'name;mail\nMaria;maria@mail.example'],
  ['a list of things to do', 'Monday: call Maria\nTuesday: the tap\n'],
  ['a page', '<html xmlns:x="y">From: Maria</html>'],
])('%s is no letter', async (_, text) => {
  await expect(findSources([await file('odd.txt', text)])).rejects.toThrow('Nothing was imported')
})

test('a letter without an ending is one, however its head begins', async () => {
  const path = await file(
    '1',
    '\ufeffX-Folder: Old\r\nFrom: maria@mail.example\r\nSubject: Tap\r\n\r\nIt drips.',
  )
  expect(await findSources([path])).toMatchObject([{ kind: 'letter', path }])
})

test('a folder without a letter says so', async () => {
  const empty = join(folder, 'empty')
  await mkdir(empty)
  await writeFile(join(empty, 'index.dat'), 'a: b')
  await expect(findSources([empty])).rejects.toThrow('There is no letter in')
})
