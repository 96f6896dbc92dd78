import { createHash, randomBytes } from 'node:crypto'
import * as fs from 'node:fs'
import { access, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import type { Files } from './files.ts'

/** A folder of files, two levels deep by the first four digits of their names. */
export async function openFolder(folder: string): Promise<Files> {
  await mkdir(join(folder, 'incoming'), { recursive: true, mode: 0o700 })
  const pathOf = (name: string) => join(folder, name.slice(0, 2), name.slice(2, 4), name)
  const there = (path: string) =>
    access(path).then(
      () => true,
      () => false,
    )

  const place = async (temporary: string, name: string) => {
    const path = pathOf(name)
    const parent = dirname(path)
    let made: string | undefined
    try {
      await rename(temporary, path)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
      made = await mkdir(parent, { recursive: true, mode: 0o700 })
      await rename(temporary, path)
    }
    await syncFolder(parent)
    // New folders must survive a power cut too.
    if (made)
      for (let up = dirname(parent); up.length >= folder.length; up = dirname(up)) await syncFolder(up)
  }

  return {
    async keep(bytes) {
      const name = createHash('sha256').update(bytes).digest('hex')
      if (await there(pathOf(name))) return name
      const temporary = join(folder, 'incoming', randomBytes(9).toString('hex'))
      await byNumber('wx', temporary, async (file) => {
        await writeAll(file, bytes)
        await sync(file)
      })
      await place(temporary, name)
      return name
    },
    async keepFile(path) {
      const temporary = join(folder, 'incoming', randomBytes(9).toString('hex'))
      const hash = createHash('sha256')
      let size = 0
      const file = await open(temporary, 'wx', 0o600)
      try {
        await pipeline(fs.createReadStream(path), async (chunks: AsyncIterable<Buffer>) => {
          for await (const chunk of chunks) {
            hash.update(chunk)
            size += chunk.length
            await file.write(chunk)
          }
        })
        await file.sync()
      } finally {
        await file.close()
      }
      const name = hash.digest('hex')
      if (await there(pathOf(name))) await rm(temporary)
      else await place(temporary, name)
      return { name, size }
    },
    read: (name) => readFile(pathOf(name)),
    async stream(name) {
      const file = await open(pathOf(name), 'r')
      return file.createReadStream()
    },
    has: (name) => there(pathOf(name)),
    remove: (name) => rm(pathOf(name), { force: true }),
    async *names() {
      for (const first of await readdir(folder)) {
        if (!/^[0-9a-f]{2}$/.test(first)) continue
        for (const second of await readdir(join(folder, first)))
          yield* await readdir(join(folder, first, second))
      }
    },
  }
}

async function syncFolder(path: string): Promise<void> {
  // Windows cannot open a folder for syncing; its rename is journalled.
  if (process.platform !== 'win32') await byNumber('r', path, sync)
}

// A letter is a handful of calls, and by the handles of `fs/promises` each costs several times as much.
const openNumber = promisify(fs.open)
const writeAll = promisify(fs.writeFile)
const sync = promisify(fs.fsync)
const close = promisify(fs.close)

async function byNumber(
  flags: 'wx' | 'r',
  path: string,
  work: (file: number) => Promise<void>,
): Promise<void> {
  const file = await openNumber(path, flags, 0o600)
  try {
    await work(file)
  } finally {
    await close(file)
  }
}
