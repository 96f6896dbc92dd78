import { createHash, randomBytes } from 'node:crypto'
import * as fs from 'node:fs'
import { access, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { gathered } from '../gathered.ts'
import type { Files } from './files.ts'

/**
 * A folder of files, one level deep by the first two digits of their names. A second level meant a new folder, and waits for three of them, for
 * nearly every letter; what was kept so before is read where it lies.
 */
export async function openFolder(folder: string): Promise<Files> {
  await mkdir(join(folder, 'incoming'), { recursive: true, mode: 0o700 })
  const pathOf = (name: string) => join(folder, name.slice(0, 2), name)
  const pathBefore = (name: string) => join(folder, name.slice(0, 2), name.slice(2, 4), name)
  const there = (path: string) =>
    access(path).then(
      () => true,
      () => false,
    )
  const inEither = <T>(name: string, work: (path: string) => Promise<T>): Promise<T> =>
    work(pathOf(name)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error
      return work(pathBefore(name))
    })
  const mine = randomBytes(9).toString('hex')
  let count = 0
  const temporaryPath = () => join(folder, 'incoming', `${mine}-${count++}`)

  // A folder that was made must survive a power cut too, also for who finds it made by another.
  const standing = new Map<string, Promise<void>>()
  const stand = (parent: string): Promise<void> => {
    const made =
      standing.get(parent) ?? mkdir(parent, { recursive: true, mode: 0o700 }).then(() => syncFolder(folder))
    standing.set(parent, made)
    made.catch(() => standing.delete(parent))
    return made
  }

  const place = async (temporary: string, path: string) => {
    const parent = dirname(path)
    await stand(parent)
    try {
      await rename(temporary, path)
    } catch (error) {
      // Somebody has taken the folder away; the next letter finds it again.
      standing.delete(parent)
      throw error
    }
    await syncFolder(parent)
  }

  return {
    async keep(bytes) {
      const name = createHash('sha256').update(bytes).digest('hex')
      const path = pathOf(name)
      if (await there(path)) {
        // Perhaps put there at this moment, and not yet for good.
        await syncFolder(dirname(path))
        return name
      }
      const temporary = temporaryPath()
      await byNumber('wx', temporary, async (file) => {
        await writeAll(file, bytes)
        await sync(file)
      })
      await place(temporary, path)
      return name
    },
    async keepFile(path) {
      const temporary = temporaryPath()
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
      if (await there(pathOf(name))) {
        await rm(temporary)
        await syncFolder(dirname(pathOf(name)))
      } else await place(temporary, pathOf(name))
      return { name, size }
    },
    read: (name) => inEither(name, (path) => readFile(path)),
    async stream(name) {
      const file = await inEither(name, (path) => open(path, 'r'))
      return file.createReadStream()
    },
    has: async (name) => (await there(pathOf(name))) || there(pathBefore(name)),
    async remove(name) {
      for (const path of [pathOf(name), pathBefore(name)]) await rm(path, { force: true })
    },
    async *names() {
      for (const first of await readdir(folder)) {
        if (!/^[0-9a-f]{2}$/.test(first)) continue
        const here = await readdir(join(folder, first))
        const names = new Set(here.filter((one) => /^[0-9a-f]{64}$/.test(one)))
        for (const second of here.filter((one) => /^[0-9a-f]{2}$/.test(one)))
          for (const name of await readdir(join(folder, first, second))) names.add(name)
        yield* names
      }
    },
  }
}

async function syncFolder(path: string): Promise<void> {
  const failed = await syncTogether(path)
  if (failed) throw failed
}

/**
 * A folder is synced once for all who have put something into it while an earlier lot was synced. What failed is not tried again: the second time
 * the disk says nothing of what it lost the first.
 */
const syncTogether = gathered<string, Error | undefined>(async (paths) => {
  const failed = new Map<string, Error>()
  // Windows cannot open a folder for syncing; its rename is journalled.
  const folders = process.platform === 'win32' ? [] : new Set(paths)
  await Promise.all(
    [...folders].map((path) => byNumber('r', path, sync).catch((error) => failed.set(path, error))),
  )
  return paths.map((path) => failed.get(path))
}, 200)

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
