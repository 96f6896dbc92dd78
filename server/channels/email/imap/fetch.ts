import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { ImapFlow } from 'imapflow'
import type { House } from '#server/base/context.ts'
import { keepLetter } from '../arrival.ts'
import type { MailboxRow } from '../tables.ts'
import { answered } from './connection.ts'
import type { Pace } from './watch.ts'
import '../tables.ts'

export const inbox = 'INBOX'
/** Larger letters go through a file instead of through memory. */
const large = 4 * 2 ** 20

export interface Cursor {
  uidvalidity: number
  firstUid: number
  lastUid: number
  since: Date | null
}

/** Keeps what is new behind the cursor (folder, UIDVALIDITY, UID), whatever its flags. */
export async function fetchNew(house: House, mailbox: MailboxRow, imap: ImapFlow, pace: Pace): Promise<void> {
  const cursor = await cursorOf(house, mailbox, imap)
  if (!cursor) return
  const uids = await uidsBehind(imap, cursor, cursor.lastUid, pace)
  for (const uid of uids) {
    await keepOne(house, mailbox, imap, cursor.uidvalidity, uid, pace)
    await stepOn(house, mailbox, inbox, cursor.uidvalidity, uid)
  }
  if (uids.length)
    await house.db
      .updateTable('mailboxes')
      .set({ lastLetterAt: new Date() })
      .where('id', '=', mailbox.id)
      .execute()
}

/** Everything up to here has been looked at. */
export async function stepOn(
  house: House,
  mailbox: MailboxRow,
  folder: string,
  uidvalidity: number,
  uid: number,
): Promise<void> {
  await house.db
    .updateTable('mailboxFolders')
    .set({ lastUid: uid })
    .where('mailboxId', '=', mailbox.id)
    .where('folder', '=', folder)
    .where('uidvalidity', '=', uidvalidity)
    .execute()
}

/**
 * Where we stand in the folder as it is numbered now. The first look of all begins behind what is there. A folder that was
 * numbered anew is looked through from the day the mailbox was connected; what we have already is recognised by its fingerprint.
 */
export async function cursorOf(
  house: House,
  mailbox: MailboxRow,
  imap: ImapFlow,
  folder = inbox,
): Promise<Cursor | null> {
  if (!imap.mailbox) return null
  const uidvalidity = Number(imap.mailbox.uidValidity)
  const known = await house.db
    .selectFrom('mailboxFolders')
    .selectAll()
    .where('mailboxId', '=', mailbox.id)
    .where('folder', '=', folder)
    .execute()
  const here = known.find((row) => row.uidvalidity === uidvalidity)
  if (here) return here
  const first = known.length === 0 ? Math.max(0, (imap.mailbox.uidNext ?? 1) - 1) : 0
  const cursor: Cursor = {
    uidvalidity,
    firstUid: first,
    lastUid: first,
    since: known.length === 0 ? null : mailbox.createdAt,
  }
  await house.db
    .insertInto('mailboxFolders')
    .values({ mailboxId: mailbox.id, folder, ...cursor, comparedAt: null })
    .onConflict((c) => c.doNothing())
    .execute()
  return cursor
}

/** UIDs above one, in order, without what was there before the mailbox was ours to read. */
export async function uidsBehind(imap: ImapFlow, cursor: Cursor, uid: number, pace: Pace): Promise<number[]> {
  // `n:*` names the last letter also where its UID is below n.
  const since = cursor.since && { since: new Date(cursor.since.getTime() - 86_400_000) }
  const found = await answered(
    imap,
    pace.patience,
    imap.search({ uid: `${uid + 1}:*`, ...since }, { uid: true }),
  )
  const uids = (found || []).filter((one) => one > uid).sort((one, other) => one - other)
  if (!cursor.since || uids.length === 0) return uids
  const dates = await answered(
    imap,
    pace.patience * 4,
    imap.fetchAll(uids.join(','), { uid: true, internalDate: true }, { uid: true }),
  )
  // A server knows whole seconds only: what came in the very second we were connected is rather taken than lost.
  const begin = Math.floor(cursor.since.getTime() / 1000) * 1000
  const old = new Set(
    dates.filter((one) => new Date(one.internalDate ?? Date.now()).getTime() < begin).map((one) => one.uid),
  )
  return uids.filter((one) => !old.has(one))
}

/** Fetches one letter byte for byte and keeps it. False when the server does not give it. */
export async function keepOne(
  house: House,
  mailbox: MailboxRow,
  imap: ImapFlow,
  uidvalidity: number,
  uid: number,
  pace: Pace,
  folder = inbox,
): Promise<boolean> {
  const ask = <T>(question: Promise<T>) => answered(imap, pace.patience, question)
  const about = await ask(imap.fetchOne(String(uid), { uid: true, size: true }, { uid: true }))
  if (!about) return false
  const keep = (raw: Uint8Array | { path: string }) =>
    keepLetter(house, {
      raw,
      via: 'imap',
      trusted: true,
      envelopeFrom: null,
      envelopeTo: [],
      peer: null,
      mailbox: { id: mailbox.id, inboxId: mailbox.inboxId, folder, uidvalidity, uid },
    })
  if ((about.size ?? 0) <= large) {
    const letter = await ask(imap.fetchOne(String(uid), { source: true }, { uid: true }))
    if (!letter || !('source' in letter) || !letter.source) return false
    await keep(letter.source)
    return true
  }
  const place = await mkdtemp(join(tmpdir(), 'tend-fetch-'))
  try {
    const { content } = await ask(imap.download(String(uid), undefined, { uid: true }))
    if (!content) return false
    const path = join(place, 'letter.eml')
    // A large letter takes its time; a dead line is noticed by the socket.
    await pipeline(content, createWriteStream(path, { mode: 0o600 }))
    await keep({ path })
    return true
  } finally {
    await rm(place, { recursive: true, force: true })
  }
}
