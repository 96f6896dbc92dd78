import type { ImapFlow } from 'imapflow'
import type { House } from '#server/base/context.ts'
import { transaction } from '#server/database/database.ts'
import { noteProof } from '../outbox/delivery.ts'
import { idsOf } from '../sentByHand.ts'
import type { MailboxRow } from '../tables.ts'
import { isOurMessageId } from '../token.ts'
import { answered } from './connection.ts'
import { cursorOf, inbox, keepOne, stepOn, uidsBehind } from './fetch.ts'
import type { Pace } from './watch.ts'
import '../tables.ts'

const asked = [
  'message-id',
  'in-reply-to',
  'references',
  'x-microsoft-original-message-id',
  'x-google-original-message-id',
]

/**
 * Looks through what was sent by this mailbox since the last look. One of ours there is the proof that it left, where the
 * answer of the mail server was lost. An answer that a teammate wrote in another program is kept and shown as ours. Of
 * everything else nothing but these headers is read: it is not our business.
 */
export async function readSent(house: House, mailbox: MailboxRow, imap: ImapFlow, pace: Pace): Promise<void> {
  // A letter and its answer may both be new to us: the letter comes first.
  if (await hasUnread(house, mailbox)) return
  const folder = await sentFolder(imap, pace)
  if (!folder) return
  const ask = <T>(question: Promise<T>) => answered(imap, pace.patience, question)
  const lock = await ask(imap.getMailboxLock(folder, { readOnly: true }))
  try {
    const cursor = await cursorOf(house, mailbox, imap, folder)
    if (!cursor) return
    for (const uid of await uidsBehind(imap, cursor, cursor.lastUid, pace)) {
      const found = await ask(imap.fetchOne(String(uid), { uid: true, headers: asked }, { uid: true }))
      const headers = found && 'headers' in found && found.headers ? linesOf(found.headers) : []
      const ids = idsOf({ messageId: headerIn(headers, 'message-id'), headers })
      const ours = ids.filter((id) => isOurMessageId(house.key, id))
      if (ours.length) await transaction(house.db, (trx) => noteProof(trx, ours))
      else if (await answersOurs(house, mailbox, headers))
        await keepOne(house, mailbox, imap, cursor.uidvalidity, uid, pace, folder)
      await stepOn(house, mailbox, folder, cursor.uidvalidity, uid)
    }
  } finally {
    lock.release()
  }
}

async function hasUnread(house: House, mailbox: MailboxRow): Promise<boolean> {
  const row = await house.db
    .selectFrom('letters')
    .select('id')
    .where('state', '=', 'received')
    .where('mailboxId', '=', mailbox.id)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** By the mark of its server, or by a name that mail programs give it. */
async function sentFolder(imap: ImapFlow, pace: Pace): Promise<string | null> {
  const folders = await answered(imap, pace.patience, imap.list())
  const sent = folders.find((one) => one.specialUse === '\\Sent')
  return sent && sent.path !== inbox ? sent.path : null
}

function linesOf(block: Buffer): [string, string][] {
  return block
    .toString('latin1')
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)
    .flatMap((line): [string, string][] => {
      const colon = line.indexOf(':')
      return colon > 0 ? [[line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()]] : []
    })
}

const headerIn = (headers: readonly [string, string][], name: string): string | null =>
  headers.find(([one]) => one === name)?.[1] ?? null

/** It names a letter that came to this inbox, or left it. */
async function answersOurs(
  house: House,
  mailbox: MailboxRow,
  headers: readonly [string, string][],
): Promise<boolean> {
  const named = headers
    .filter(([name]) => name === 'in-reply-to' || name === 'references')
    .flatMap(([, value]) => value.match(/<[^<>\s]{1,900}>/g) ?? [])
    .map((id) => id.slice(1, -1).replace(/^x_/, ''))
  if (named.length === 0) return false
  const known = await house.db
    .selectFrom('emailIds')
    .select('messageId')
    .where('messageIdHeader', 'in', named.slice(-100))
    .where('inboxId', '=', mailbox.inboxId)
    .limit(1)
    .executeTakeFirst()
  return known !== undefined
}
