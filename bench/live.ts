import { connect, type Socket } from 'node:net'
import type pg from 'pg'
import { at, median } from './load.ts'

export interface Listener {
  socket: Socket
  heard: Map<string, number>
  waiting: Map<string, () => void>
  hello: Promise<void>
}

/** A browser's stream without the browser: bytes come, the mark in them is found, the moment is kept. */
export function listen(port: number, path: string, cookie: string): Listener {
  const socket = connect(port, '127.0.0.1')
  socket.write(
    `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nCookie: ${cookie}\r\nAccept: text/event-stream\r\n\r\n`,
  )
  const heard = new Map<string, number>()
  const waiting = new Map<string, () => void>()
  let greet!: () => void
  const hello = new Promise<void>((resolve, reject) => {
    greet = resolve
    socket.once('error', reject)
    socket.once('close', () => reject(new Error('the stream was closed')))
  })
  hello.catch(() => {})
  socket.on('data', (chunk) => {
    const text = chunk.toString('latin1')
    if (text.includes('event: hello')) greet()
    for (const [, mark] of text.matchAll(/mark-(\d+)/g)) {
      heard.set(mark!, performance.now())
      waiting.get(mark!)?.()
    }
  })
  return { socket, heard, waiting, hello }
}

export async function connectAll(
  many: number,
  open: (n: number) => Listener,
): Promise<{ all: Listener[]; took: number }> {
  const began = performance.now()
  const all: Listener[] = []
  for (let from = 0; from < many; from += 500) {
    const some = Array.from({ length: Math.min(500, many - from) }, (_, n) => open(from + n))
    await Promise.all(some.map(({ hello }) => hello))
    all.push(...some)
  }
  return { all, took: performance.now() - began }
}

let mark = 0
/** One event: milliseconds until each of those who should has heard it, in order. */
export async function tell(
  listeners: readonly Listener[],
  say: (mark: string) => Promise<unknown>,
): Promise<number[]> {
  const name = String(++mark)
  const all = Promise.all(
    listeners.map(({ waiting }) => new Promise<void>((resolve) => waiting.set(name, resolve))),
  )
  const began = performance.now()
  await say(`mark-${name}`)
  await Promise.race([
    all,
    new Promise((_, reject) =>
      setTimeout(() => {
        const deaf = listeners.filter(({ heard }) => !heard.has(name))
        const closed = deaf.filter(({ socket }) => socket.destroyed).length
        reject(
          new Error(
            `an event was not heard by ${deaf.length} of ${listeners.length}, of whom ${closed} were closed`,
          ),
        )
      }, 60_000).unref(),
    ),
  ])
  return listeners.map(({ heard }) => heard.get(name)! - began).sort((a, b) => a - b)
}

/** An event as an action records it, committed; thin events carry the id of what they are about. */
export const record = (pool: pg.Pool, inboxId: string) => async (name: string) => {
  await pool.query(
    `with told as (insert into events (type, by_kind, inbox_id, conversation_id) values ('message.received', 'system', $1, $2) returning seq)
     select pg_notify('events', '') from told`,
    [inboxId, name],
  )
}

export const spread = (all: readonly number[][]) => ({
  p50: median(all.flat()),
  p99: at(
    all.flat().sort((a, b) => a - b),
    0.99,
  ),
  last: median(all.map((one) => one.at(-1)!)),
})
