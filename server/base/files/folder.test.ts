import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tempFolder } from '#server/app/testing.ts'
import { openFiles } from './files.ts'

const nameOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const letters = Array.from({ length: 120 }, (_, n) => Buffer.from(`Letter ${n} to Casa Amaral`))
const all = async (names: AsyncIterable<string>) => {
  const found: string[] = []
  for await (const name of names) found.push(name)
  return found.sort()
}

test('what comes at once is kept once each, and nothing is left on the way', async () => {
  const folder = await tempFolder()
  const files = await openFiles(folder)
  const names = await Promise.all([...letters, ...letters].map((letter) => files.keep(letter)))
  expect(names).toEqual([...letters, ...letters].map(nameOf))
  expect(await all(files.names())).toEqual(letters.map(nameOf).sort())
  expect(await readdir(join(folder, 'incoming'))).toEqual([])
  expect(await files.read(names[7]!)).toEqual(letters[7])
})

test('a file that lies there is kept too, the same one twice', async () => {
  const folder = await tempFolder()
  const files = await openFiles(folder)
  const path = join(folder, 'photo')
  await writeFile(path, letters[0]!)
  for (let n = 0; n < 2; n++)
    expect(await files.keepFile(path)).toEqual({ name: nameOf(letters[0]!), size: letters[0]!.length })
  expect(await readdir(join(folder, 'incoming'))).toEqual([])
})

test('what was kept two levels deep is found, told once, and removed', async () => {
  const folder = await tempFolder()
  const files = await openFiles(folder)
  const letter = letters[0]!
  const name = nameOf(letter)
  await mkdir(join(folder, name.slice(0, 2), name.slice(2, 4)), { recursive: true })
  await writeFile(join(folder, name.slice(0, 2), name.slice(2, 4), name), letter)
  expect(await files.has(name)).toBe(true)
  expect(await files.read(name)).toEqual(letter)
  const chunks: Buffer[] = []
  for await (const chunk of await files.stream(name)) chunks.push(chunk as Buffer)
  expect(Buffer.concat(chunks)).toEqual(letter)
  await files.keep(letter)
  expect(await all(files.names())).toEqual([name])
  await files.remove(name)
  expect(await files.has(name)).toBe(false)
  await expect(files.read(name)).rejects.toThrow('ENOENT')
})

test('a folder taken away is said once and made again', async () => {
  const folder = await tempFolder()
  const files = await openFiles(folder)
  const name = await files.keep(letters[0]!)
  await rm(join(folder, name.slice(0, 2)), { recursive: true })
  await expect(files.keep(letters[0]!)).rejects.toThrow('ENOENT')
  expect(await files.keep(letters[0]!)).toBe(name)
  expect(await readFile(join(folder, name.slice(0, 2), name))).toEqual(letters[0])
})
