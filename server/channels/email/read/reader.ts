import { rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newSecret } from '#server/base/ids.ts'
import { readHeadersOnly } from './headersOnly.ts'
import type { ReadMail } from './mail.ts'
import { startWorker, type Worker } from './worker.ts'

export interface Reading {
  mail: ReadMail
  /** Removes the files of its attachments; call when they are kept. */
  done(): Promise<void>
}

export interface Reader {
  /** Never throws for what a letter holds: what cannot be read comes back as `unreadable` with what its headers tell. */
  read(letter: string | Uint8Array): Promise<Reading>
  close(): Promise<void>
}

/** An idle reading process is let go after this long, in milliseconds. */
const idle = 60_000

/** A small pool of reading processes, started when there is mail, gone when there is none. `size` is how many at once. */
export function createReader(size = 2): Reader {
  const resting = new Map<Worker, NodeJS.Timeout>()
  const working = new Set<Worker>()
  const waiting: (() => void)[] = []
  let closed = false

  const take = async (): Promise<Worker> => {
    while (working.size >= size) await new Promise<void>((resolve) => waiting.push(resolve))
    let worker: Worker | undefined
    for (const [one, timer] of resting) {
      resting.delete(one)
      clearTimeout(timer)
      if (one.isAlive()) {
        worker = one
        break
      }
    }
    worker ??= startWorker()
    working.add(worker)
    return worker
  }
  const giveBack = (worker: Worker) => {
    working.delete(worker)
    if (closed) worker.stop()
    else if (worker.isAlive()) resting.set(worker, setTimeout(() => letGo(worker), idle).unref())
    waiting.shift()?.()
  }
  const letGo = (worker: Worker) => {
    resting.delete(worker)
    worker.leave()
  }

  const readOnce = async (letter: string | Uint8Array, bytes: number, folder: string) => {
    const worker = await take()
    try {
      return await worker.read(letter, bytes, folder)
    } finally {
      giveBack(worker)
    }
  }
  /** A busy machine is no fault of the letter: it has a second try, once. */
  const readWhole = async (letter: string | Uint8Array, folder: string) => {
    const bytes = typeof letter === 'string' ? (await stat(letter)).size : letter.length
    const read = await readOnce(letter, bytes, folder)
    return read === 'waited' ? readOnce(letter, bytes, folder) : read
  }

  return {
    async read(letter) {
      const folder = join(tmpdir(), `tend-mail-${newSecret()}`)
      const clear = () => rm(folder, { recursive: true, force: true })
      try {
        const read = await readWhole(letter, folder)
        // The folder is made for the first file, and by whoever had to be stopped perhaps.
        if (typeof read !== 'string')
          return { mail: read, done: () => (read.attachments.length ? clear() : Promise.resolve()) }
        await clear()
        return {
          mail: await readHeadersOnly(letter, read === 'waited' ? 'stopped' : read),
          done: () => Promise.resolve(),
        }
      } catch (error) {
        await clear()
        throw error
      }
    },
    async close() {
      closed = true
      for (const [worker, timer] of resting) {
        clearTimeout(timer)
        worker.leave()
      }
      resting.clear()
      for (const worker of working) worker.stop()
    },
  }
}
