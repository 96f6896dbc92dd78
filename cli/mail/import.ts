import { createHash } from 'node:crypto'
import { frame, letterStreamType } from '#contract/letterStream.ts'
import { ask, Refused, send } from '../server.ts'
import type { Letter } from './mbox.ts'
import { number, showProgress } from './progress.ts'
import { findSources, readLetters } from './sources.ts'

export interface Import {
  paths: string[]
  inboxId: string
  ours: string[]
  openDays: number
}

export interface Imported {
  in: number
  stored: number
  there: number
  unreadable: number
  /** Conversations that wait for an answer. */
  opened: number
  /** Not letters that should come in, by reason. */
  aside: Record<string, number>
  seconds: number
}

const most = { letters: 100, bytes: 8 * 2 ** 20, requests: 3 }

/** Brings old mail in. What is there already is passed over by its bytes, so running it again goes on where it was stopped. */
export async function importMail(given: Import): Promise<Imported> {
  const sources = await findSources(given.paths)
  const began = performance.now()
  const done: Imported = { in: 0, stored: 0, there: 0, unreadable: 0, opened: 0, aside: {}, seconds: 0 }
  const progress = showProgress(sources.reduce((sum, source) => sum + source.size, 0))
  let bytes = 0
  let batch: Letter[] = []
  let batchBytes = 0
  const running = new Set<Promise<void>>()
  const flush = async () => {
    if (batch.length === 0) return
    const letters = batch
    const size = batchBytes
    batch = []
    batchBytes = 0
    while (running.size >= most.requests) await Promise.race(running)
    const sending: Promise<void> = handIn(given, letters, done).then(() => {
      running.delete(sending)
      bytes += size
      progress.tell(done.in, bytes)
    })
    running.add(sending)
    // Waited for below, or by the next that needs its place.
    sending.catch(() => {})
  }
  try {
    for (const source of sources)
      for await (const read of readLetters(source)) {
        if ('aside' in read) {
          done.aside[read.aside] = (done.aside[read.aside] ?? 0) + 1
          bytes += read.bytes
          continue
        }
        if (batchBytes + read.bytes > most.bytes) await flush()
        batch.push(read.letter)
        batchBytes += read.bytes
        if (batch.length >= most.letters) await flush()
      }
    await flush()
    await Promise.all(running)
    const { inboxId, openDays } = given
    done.opened = (await ask<{ opened: number }>('POST', '/mail/import/end', { inboxId, openDays })).opened
  } catch (error) {
    progress.end()
    throw new Refused(
      `${(error as Error).message}\n${lineOf(done)} so far. Nothing of that is lost: run the same command again and it goes on where it stopped.`,
    )
  }
  progress.end()
  done.seconds = Math.round((performance.now() - began) / 100) / 10
  return done
}

async function handIn({ inboxId, ours }: Import, letters: readonly Letter[], done: Imported): Promise<void> {
  const hashes = letters.map(({ raw }) => createHash('sha256').update(raw).digest('hex'))
  const { known } = await ask<{ known: string[] }>('POST', '/mail/import/known', { inboxId, hashes })
  const there = new Set(known)
  const fresh = letters.filter((_, at) => !there.has(hashes[at]!))
  done.in += letters.length - fresh.length
  done.there += letters.length - fresh.length
  if (fresh.length === 0) return
  const query = new URLSearchParams({ inboxId, ...(ours.length && { ours: ours.join(',') }) })
  const { items } = await send<{ items: ('stored' | 'there' | 'unreadable')[] }>(
    'POST',
    `/mail/import/letters?${query}`,
    { type: letterStreamType, bytes: Buffer.concat(fresh.map(({ raw, at }) => frame({ at }, raw))) },
  )
  if (items.length !== fresh.length) throw new Refused('The server did not say what became of every letter.')
  for (const item of items) done[item]++
  done.in += items.length
}

const lineOf = (done: Imported): string =>
  `In ${number(done.in)} = stored ${number(done.stored)} + already there ${number(done.there)} + unreadable ${number(done.unreadable)}`

export function importedLines(done: Imported): string[] {
  const aside = Object.entries(done.aside)
  return [
    `${lineOf(done)}.`,
    ...(done.unreadable
      ? ['The unreadable ones are shown as “could not read this letter”, with their originals.']
      : []),
    ...(aside.length ? [`Left out: ${aside.map(([why, n]) => `${number(n)} ${why}`).join(', ')}.`] : []),
    ...(done.opened
      ? [
          `${number(done.opened)} ${done.opened === 1 ? 'conversation waits' : 'conversations wait'} for an answer; the others lie closed.`,
        ]
      : []),
    `${done.seconds} seconds. Nothing was sent, and nobody was told.`,
  ]
}
