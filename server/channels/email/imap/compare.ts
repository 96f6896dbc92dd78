import type { ImapFlow } from 'imapflow'
import type { House } from '#server/base/context.ts'
import { text as say } from '#server/base/text.ts'
import type { MailboxRow, MissingLetter } from '../tables.ts'
import { answered } from './connection.ts'
import { cursorOf, inbox, keepOne, uidsBehind } from './fetch.ts'
import { note } from './note.ts'
import type { Pace } from './watch.ts'
import '../tables.ts'

const named = 20

/**
 * Compares the UIDs of the mailbox with our rows. What we do not have is fetched after all; what cannot be had is counted and
 * named, so that somebody can look for it.
 */
export async function compare(house: House, mailbox: MailboxRow, imap: ImapFlow, pace: Pace): Promise<void> {
  const cursor = await cursorOf(house, mailbox, imap)
  if (!cursor) return
  const { uidvalidity } = cursor
  const ours = await house.db
    .selectFrom('letters')
    .select('uid')
    .where('mailboxId', '=', mailbox.id)
    .where('folder', '=', inbox)
    .where('uidvalidity', '=', uidvalidity)
    .execute()
  const have = new Set(ours.map((row) => row.uid))
  const missing: number[] = []
  for (const uid of await uidsBehind(imap, cursor, cursor.firstUid, pace)) {
    // What came while we compare is the next look's.
    if (have.has(uid) || uid > cursor.lastUid) continue
    if (!(await keepOne(house, mailbox, imap, uidvalidity, uid, pace))) missing.push(uid)
  }
  const names = await namesOf(imap, missing.slice(0, named), pace)
  await house.db
    .updateTable('mailboxFolders')
    .set({ comparedAt: new Date(), missing: missing.length, missingLetters: JSON.stringify(names) })
    .where('mailboxId', '=', mailbox.id)
    .where('folder', '=', inbox)
    .where('uidvalidity', '=', uidvalidity)
    .execute()
  if (missing.length)
    await note(
      house,
      mailbox,
      'failing',
      say('email.remedy.missing', { count: missing.length, letters: names.map(inWords).join('; ') }),
    )
  else await note(house, mailbox, 'connected', null)
}

const inWords = ({ uid, from, subject, date }: MissingLetter) =>
  [from ?? '?', subject && `“${subject}”`, date?.slice(0, 10), `(${uid})`].filter(Boolean).join(' ')

async function namesOf(imap: ImapFlow, uids: number[], pace: Pace): Promise<MissingLetter[]> {
  const letters: MissingLetter[] = []
  for (const uid of uids) {
    const found = await answered(
      imap,
      pace.patience,
      imap.fetchOne(String(uid), { uid: true, envelope: true }, { uid: true }),
    )
    const envelope = found ? found.envelope : undefined
    letters.push({
      uid,
      from: envelope?.from?.[0]?.address ?? null,
      subject: envelope?.subject?.slice(0, 300) ?? null,
      date: envelope?.date ? new Date(envelope.date).toISOString() : null,
    })
  }
  return letters
}
