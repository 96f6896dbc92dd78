import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openDoor } from './door.ts'

async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tend-door-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}
const pages = { 'page.en': { type: 'text/html', body: '<p>The power is out.</p>' } }

test('a page that could not be written is written the next time it is put, though nothing has changed', async () => {
  const folder = await emptyFolder()
  // Where the folder should be stands a file.
  await writeFile(join(folder, 'status'), '')
  const door = await openDoor(folder)
  await expect(door.put(pages)).rejects.toThrow()
  await rm(join(folder, 'status'))
  await door.put(pages)
  expect(await readFile(join(folder, 'status/page.en.html'), 'utf8')).toBe(pages['page.en'].body)
})

test('what another process is writing stays, and what one left behind goes', async () => {
  const folder = await emptyFolder()
  await mkdir(join(folder, 'status'))
  const [theirs, left] = ['page.en.html.0123456789ab', 'page.de.html.ba9876543210']
  for (const file of [theirs, left]) await writeFile(join(folder, 'status', file), 'half')
  const long = new Date(Date.now() - 3_600_000)
  await utimes(join(folder, 'status', left), long, long)
  await (await openDoor(folder)).put(pages)
  expect((await readdir(join(folder, 'status'))).sort()).toEqual(['page.en.html', theirs, 'pages.json'])
})
