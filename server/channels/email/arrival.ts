import { open } from 'node:fs/promises'
import { tend } from '#server/base/actor.ts'
import type { House } from '#server/base/context.ts'
import { unavailable } from '#server/base/errors.ts'
import { recordEvents } from '#server/base/events.ts'
import { gatheredIn } from '#server/base/gathered.ts'
import { newId } from '#server/base/ids.ts'
import { text as say } from '#server/base/text.ts'
import { type Trx, transaction } from '#server/database/database.ts'
import { allInboxes, type InboxRow } from '#server/team/queries.ts'
import { isFor } from './token.ts'
import './tables.ts'

export interface Arrival {
  /** The letter byte for byte, or where it lies on this machine. */
  raw: Uint8Array | { path: string }
  via: 'smtp' | 'imap' | 'api' | 'import'
  /** A hand whose Authentication-Results we believe. */
  trusted: boolean
  envelopeFrom: string | null
  envelopeTo: string[]
  /** Address of the other machine. */
  peer: string | null
  /** The teammate whose key handed it in. */
  byId?: string | null
  mailbox?: { id: string; inboxId: string; folder: string; uidvalidity: number; uid: number }
}

/**
 * Keeps a letter as it came: the raw file synced, then its row, then commit. Only after this may anybody be told that it
 * is accepted. A letter to two of our inboxes is two letters. Returns their ids; none for a UID that we have already.
 */
export async function keepLetter(house: House, arrival: Arrival): Promise<string[]> {
  const inboxes = await inboxesFor(house, arrival)
  return keepRows(house, arrival, inboxes, await keepRaw(house, arrival.raw))
}

interface ToKeep {
  arrival: Omit<Arrival, 'raw'>
  inboxes: readonly { id: string }[]
  file: KeptRaw
}

/** The rows of a letter whose bytes are kept. */
export const keepRows = (
  house: House,
  arrival: ToKeep['arrival'],
  inboxes: ToKeep['inboxes'],
  file: KeptRaw,
): Promise<string[]> => keepTogether(house, { arrival, inboxes, file })

/** Those of letters that come at once, in one transaction. */
const keepTogether = gatheredIn<House, ToKeep, string[]>(async (house, all) => {
  const rows = all.map(({ arrival, inboxes, file }) => inboxes.map(({ id }) => rowOf(arrival, id, file)))
  if (rows.flat().length === 0) return all.map(() => [])
  return transaction(house.db, async (trx) => {
    const kept = await trx
      .insertInto('letters')
      .values(rows.flat())
      .onConflict((c) => c.doNothing())
      .returning(['id', 'inboxId'])
      .execute()
    await announceLetters(trx, kept)
    const isKept = new Set(kept.map(({ id }) => id))
    return rows.map((of) => of.flatMap(({ id }) => (isKept.has(id) ? [id] : [])))
  })
}, 50)

/** Says that letters wait to be taken in: one fact, and so one job, for those of one inbox. */
export async function announceLetters(
  trx: Trx,
  letters: readonly { id: string; inboxId: string }[],
): Promise<void> {
  const facts = [...Map.groupBy(letters, ({ inboxId }) => inboxId)].map(([inboxId, some]) => ({
    subjects: { inboxId },
    detail: { letterIds: some.map(({ id }) => id) },
  }))
  if (facts.length) await recordEvents(trx, tend, 'letter.received', facts)
}

const rowOf = (arrival: ToKeep['arrival'], inboxId: string, file: KeptRaw) => ({
  id: newId('letter'),
  inboxId,
  fingerprint: null,
  rawFile: file.name,
  rawSize: file.size,
  via: arrival.via,
  trusted: arrival.trusted,
  envelopeFrom: arrival.envelopeFrom,
  envelopeTo: JSON.stringify(arrival.envelopeTo.slice(0, 200)),
  peer: arrival.peer,
  byId: arrival.byId ?? null,
  mailboxId: arrival.mailbox?.id ?? null,
  folder: arrival.mailbox?.folder ?? null,
  uidvalidity: arrival.mailbox?.uidvalidity ?? null,
  uid: arrival.mailbox?.uid ?? null,
  outcome: null,
  conversationId: null,
  messageId: null,
})

export interface KeptRaw {
  name: string
  size: number
}

export const keepRaw = async (house: House, raw: Arrival['raw']): Promise<KeptRaw> =>
  'path' in raw ? house.files.keepFile(raw.path) : { name: await house.files.keep(raw), size: raw.length }

/** Our inboxes as they are; whoever asks while somebody's question is under way is told by the next one. */
export const inboxesNow = (house: House): Promise<InboxRow[]> => askTogether(house, null)

const askTogether = gatheredIn<House, null, InboxRow[]>(async (house, all) => {
  const inboxes = await allInboxes(house.db)
  return all.map(() => inboxes)
}, 200)

/** Which of our inboxes a letter is for: by envelope, else by its headers, else the first. */
async function inboxesFor(house: House, arrival: Arrival): Promise<InboxRow[]> {
  const all = await inboxesNow(house)
  if (all.length === 0) throw unavailable(say('email.noInbox'))
  // An inbox may have been put away since; what still comes for it goes where somebody looks.
  if (arrival.mailbox) {
    const own = all.filter((inbox) => inbox.id === arrival.mailbox!.inboxId)
    return own.length ? own : all.slice(0, 1)
  }
  const at = (addresses: string[]) =>
    all.filter((inbox) => addresses.some((address) => isFor(inbox.address, address)))
  const byEnvelope = at(arrival.envelopeTo)
  if (byEnvelope.length) return byEnvelope
  const byHeader = at(addressesIn(await headOf(arrival.raw)))
  return byHeader.length ? byHeader : all.slice(0, 1)
}

const recipientHeader = /^(to|cc|delivered-to|x-original-to|envelope-to|x-envelope-to)\s*:/i

const addressesIn = (head: string): string[] =>
  head
    .split(/\r?\n\r?\n/)[0]!
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)
    .filter((line) => recipientHeader.test(line))
    .flatMap((line) => line.match(/[^\s<>,;:"()]{1,200}@[^\s<>,;"()]{1,200}/g) ?? [])

const headSize = 65_536

async function headOf(raw: Arrival['raw']): Promise<string> {
  if (!('path' in raw)) return Buffer.from(raw.subarray(0, headSize)).toString('latin1')
  const file = await open(raw.path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headSize), 0, headSize, 0)
    return buffer.toString('latin1', 0, bytesRead)
  } finally {
    await file.close()
  }
}
