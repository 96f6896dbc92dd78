import { createHash } from 'node:crypto'
import { clockNow } from '#server/base/clock.ts'
import type { House } from '#server/base/context.ts'
import { newId } from '#server/base/ids.ts'
import { openUnanswered } from '#server/conversations/history.ts'
import { type Db, isTransient, transaction } from '#server/database/database.ts'
import { insertAll } from '#server/database/insertAll.ts'
import { withinBounds } from './bounds.ts'
import { noteImported, type OldRead, settleOld } from './importing/settleOld.ts'
import { keepAttachments, type TakenIn, takeIn } from './intake.ts'
import type { Reader } from './read/reader.ts'
import './tables.ts'

export type { Reader }

export interface OldLetter {
  raw: Buffer
  /** When its mailbox says that it came. */
  at: string | null
}
export type OldOutcome = 'stored' | 'there' | 'unreadable'

interface Into {
  inboxId: string
  ours: string[]
  byId: string | null
}

/** Of these letters, named by the SHA-256 of their bytes, those that the inbox has already, theirs and ours. */
export async function knownLetters(db: Db, inboxId: string, hashes: readonly string[]): Promise<string[]> {
  if (hashes.length === 0) return []
  const taken = await db
    .selectFrom('letters')
    .select('rawFile as hash')
    .where('rawFile', 'in', [...hashes])
    .where('inboxId', '=', inboxId)
    .where('state', '!=', 'received')
    .execute()
  const sent = await db
    .selectFrom('outbox')
    .select('bytesSha256 as hash')
    .where('bytesSha256', 'in', [...hashes])
    .where('inboxId', '=', inboxId)
    .execute()
  return [...new Set([...taken, ...sent].map((row) => row.hash))]
}

/**
 * Takes old letters in by the steps of every letter: the raw bytes synced, then their rows, then reading, then its place. Safe to
 * repeat; what a killed process left between is taken in by the next one.
 */
export async function takeOldLetters(
  house: House,
  reader: Reader,
  into: Into,
  letters: readonly OldLetter[],
): Promise<OldOutcome[]> {
  const names = letters.map(({ raw }) => createHash('sha256').update(raw).digest('hex'))
  const there = new Set(await knownLetters(house.db, into.inboxId, names))
  const fresh = names.flatMap((name, at) => (there.has(name) || names.indexOf(name) !== at ? [] : [at]))
  await inTurns(fresh, (at) => house.files.keep(letters[at]!.raw))
  const kept = await keepRows(
    house,
    into,
    fresh.map((at) => ({ name: names[at]!, size: letters[at]!.raw.length, at: letters[at]!.at })),
  )
  const read = await inTurns(fresh, (at) => readOne(house, reader, kept.get(names[at]!)!, letters[at]!.raw))
  const taken = await oneBatchAtATime(() => settleAll(house, reader, read))
  const outcomes = new Map(fresh.map((at, index) => [at, taken[index]!]))
  return letters.map((_, at) => {
    const one = outcomes.get(at)
    if (!one || one.outcome === 'duplicate' || one.outcome === 'ignored') return 'there'
    return one.outcome === 'unreadable' ? 'unreadable' : 'stored'
  })
}

/** A row for each that has none yet; one that a killed process left is gone on with. */
async function keepRows(
  house: House,
  { inboxId, ours, byId }: Into,
  letters: readonly { name: string; size: number; at: string | null }[],
): Promise<Map<string, string>> {
  if (letters.length === 0) return new Map()
  return transaction(house.db, async (trx) => {
    const before = await trx
      .selectFrom('letters')
      .select(['id', 'rawFile'])
      .where('inboxId', '=', inboxId)
      .where(
        'rawFile',
        'in',
        letters.map((one) => one.name),
      )
      .where('state', '=', 'received')
      .where('via', '=', 'import')
      .execute()
    const ids = new Map(before.map((row) => [row.rawFile, row.id]))
    const rows = letters
      .filter((one) => !ids.has(one.name))
      .map(({ name, size, at }) => ({
        id: newId('letter'),
        inboxId,
        fingerprint: null,
        rawFile: name,
        rawSize: size,
        via: 'import',
        envelopeFrom: null,
        envelopeTo: [],
        peer: null,
        byId,
        mailboxId: null,
        folder: null,
        uidvalidity: null,
        uid: null,
        outcome: null,
        conversationId: null,
        messageId: null,
        imported: { at, ours },
      }))
    await insertAll(trx, 'letters', rows)
    for (const row of rows) ids.set(row.rawFile, row.id)
    return ids
  })
}

async function readOne(house: House, reader: Reader, letterId: string, raw: Buffer): Promise<OldRead> {
  const reading = await reader.read(raw)
  try {
    const files = await keepAttachments(house, reading.mail)
    return { letterId, files, ...withinBounds(reading.mail) }
  } finally {
    await reading.done()
  }
}

/** All in one transaction. Where one of them cannot be put away, each goes its own way, and that one is shown as unreadable. */
async function settleAll(house: House, reader: Reader, read: readonly OldRead[]): Promise<TakenIn[]> {
  if (read.length === 0) return []
  let outcomes: Map<string, TakenIn>
  try {
    outcomes = await transaction(house.db, (trx) => settleOld(trx, house, read))
  } catch (error) {
    if (isTransient(error)) throw error
    house.log.warn({ err: error }, 'old letters could not be put away together')
    outcomes = new Map()
    for (const { letterId } of read) outcomes.set(letterId, await takeIn(house, reader, letterId))
  }
  return read.map(({ letterId }) => outcomes.get(letterId)!)
}

/** What came in lies closed. Those whose last word is theirs and not older than this are our turn. Returns how many. */
export async function endImport(house: House, inboxId: string, openDays: number): Promise<number> {
  if (openDays === 0) return 0
  return transaction(house.db, async (trx) => {
    const since = new Date((await clockNow(trx)).getTime() - openDays * 86_400_000)
    const recent = await trx
      .selectFrom('letters')
      .innerJoin('messages', 'messages.id', 'letters.messageId')
      .select('letters.conversationId')
      .distinct()
      .where('letters.via', '=', 'import')
      .where('letters.inboxId', '=', inboxId)
      .where('messages.at', '>=', since)
      .where('letters.conversationId', 'is not', null)
      .execute()
    const { opened, messageIds } = await openUnanswered(
      trx,
      recent.map((row) => row.conversationId!),
      since,
    )
    await noteImported(trx, inboxId, [], messageIds)
    return opened
  })
}

/** As many at once as keep the disk and the readers busy; a letter that arrives just now waits for no more than these. */
const atOnce = 24

async function inTurns<T, R>(all: readonly T[], work: (one: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  let next = 0
  const lane = async () => {
    while (next < all.length) {
      const at = next++
      results[at] = await work(all[at]!)
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, all.length) }, lane))
  return results
}

let last: Promise<unknown> = Promise.resolve()
/** Batches lock the same people and conversations in another order each; one after the other they never wait for each other in a ring. */
function oneBatchAtATime<T>(work: () => Promise<T>): Promise<T> {
  const next = last.catch(() => {}).then(work)
  last = next.catch(() => {})
  return next
}
