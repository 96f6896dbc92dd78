import { rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newSecret } from '#server/base/ids.ts'
import { readHeadersOnly } from './headersOnly.ts'
import type { ReadMail } from './mail.ts'
import { type Answer, type Asked, startWorker, type Worker } from './worker.ts'

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

/** Small letters that wait together travel together: to hand one over and back costs as much as to read it. */
const lotOf = { letters: 16, bytes: 256 * 1024 }

interface Waiting extends Asked {
  bytes: number
  alone: boolean
  tell(answer: Answer): void
  fail(error: unknown): void
}

/** A small pool of reading processes, started when there is mail, gone when there is none. `size` is how many at once. */
export function createReader(size = 2, start = startWorker): Reader {
  const resting = new Map<Worker, NodeJS.Timeout>()
  const working = new Set<Worker>()
  const waiting: Waiting[] = []
  let closed = false

  const take = (): Worker => {
    let worker: Worker | undefined
    for (const [one, timer] of resting) {
      resting.delete(one)
      clearTimeout(timer)
      if (one.isAlive()) {
        worker = one
        break
      }
    }
    worker ??= start()
    working.add(worker)
    return worker
  }
  const giveBack = (worker: Worker) => {
    working.delete(worker)
    if (closed) worker.stop()
    else if (worker.isAlive()) resting.set(worker, setTimeout(() => letGo(worker), idle).unref())
  }
  const letGo = (worker: Worker) => {
    resting.delete(worker)
    worker.leave()
  }

  const nextLot = (): Waiting[] => {
    const lot = waiting.splice(0, 1)
    let bytes = lot[0]!.bytes
    const fits = (one: Waiting | undefined) =>
      one && !one.alone && lot.length < lotOf.letters && bytes + one.bytes <= lotOf.bytes
    while (!lot[0]!.alone && fits(waiting[0])) {
      bytes += waiting[0]!.bytes
      lot.push(waiting.shift()!)
    }
    return lot
  }
  const readLot = async (lot: readonly Waiting[]) => {
    const worker = take()
    try {
      const bytes = lot.reduce((sum, one) => sum + one.bytes, 0)
      const answers = await worker.read(lot, bytes)
      if (Array.isArray(answers)) for (const [n, one] of lot.entries()) one.tell(answers[n]!)
      else if (lot.length === 1) lot[0]!.tell(answers)
      // One of them was too much. Which, is found by reading each by itself.
      else waiting.push(...lot.map((one) => ({ ...one, alone: true })))
    } catch (error) {
      for (const one of lot) one.fail(error)
    } finally {
      giveBack(worker)
      readOn()
    }
  }
  const readOn = () => {
    while (waiting.length > 0 && working.size < size) void readLot(nextLot())
  }
  const ask = (asked: Asked & { bytes: number; alone: boolean }): Promise<Answer> =>
    new Promise((tell, fail) => {
      waiting.push({ ...asked, tell, fail })
      readOn()
    })
  /** A busy machine is no fault of the letter: it has a second try, once. */
  const readWhole = async (letter: string | Uint8Array, folder: string) => {
    const bytes = typeof letter === 'string' ? (await stat(letter)).size : letter.length
    const asked = { letter, folder, bytes, alone: typeof letter === 'string' }
    const read = await ask(asked)
    return read === 'waited' ? ask({ ...asked, alone: true }) : read
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
