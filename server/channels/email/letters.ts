import { type Selectable, sql } from 'kysely'
import { text as say } from '#server/base/text.ts'
import type { receiveMessage } from '#server/conversations/receive.ts'
import type { Trx } from '#server/database/database.ts'
import type { ReadMail } from './read/mail.ts'
import type { LettersTable } from './tables.ts'
import './tables.ts'

export type Letter = Selectable<LettersTable>
export type KeptFiles = Parameters<typeof receiveMessage>[2]['attachments']

/**
 * Letters for whoever puts them away. Two processes may have picked up the same; the second waits here and then sees what the first did. Always in
 * the same order, so the two never wait for each other in a ring.
 */
export const lockLetters = (trx: Trx, ids: readonly string[]): Promise<Letter[]> =>
  trx
    .selectFrom('letters')
    .selectAll()
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forUpdate()
    .execute()

/** The same letter to the same inbox by whichever road is one message; the unique key decides, not luck. Returns those that are the first. */
export async function claimFingerprints(
  trx: Trx,
  inboxId: string,
  read: readonly { letterId: string; mail: Pick<ReadMail, 'fingerprint'> }[],
): Promise<Set<string>> {
  if (read.length === 0) return new Set()
  const rows = read.map(({ letterId, mail }) => ({
    inbox_id: inboxId,
    letter_id: letterId,
    fingerprint: mail.fingerprint,
  }))
  const { rows: claimed } = await sql<{ letterId: string }>`
    insert into fingerprints (inbox_id, fingerprint, letter_id)
    select inbox_id, fingerprint, letter_id from json_populate_recordset(null::fingerprints, ${JSON.stringify(rows)}::json)
    on conflict do nothing returning letter_id`.execute(trx)
  return new Set(claimed.map(({ letterId }) => letterId))
}

/**
 * A letter as the message it becomes, whichever road it came; `theirs` is it as the customer's own, where somebody of ours has forwarded it. One that
 * could not be read says so in the place of its words.
 */
export function messageOf(
  letter: Pick<Letter, 'rawFile' | 'rawSize'>,
  mail: ReadMail,
  theirs: ReadMail,
  files: KeptFiles,
  at: Date,
) {
  const unreadable = mail.unreadable ? say('email.unreadable') : null
  return {
    channel: 'email' as const,
    at,
    from: theirs.from,
    to: mail.to,
    cc: mail.cc,
    subject: mail.subject,
    text: unreadable ?? theirs.text,
    textFull: unreadable ?? mail.textFull,
    html: mail.html,
    hasRemote: mail.hasRemote,
    flags: mail.flags,
    bounce: mail.bounce && {
      recipients: mail.bounce.recipients,
      kind: mail.bounce.kind,
      reason: mail.bounce.reason,
    },
    unreadable: mail.unreadable,
    rawFile: letter.rawFile,
    rawSize: letter.rawSize,
    attachments: files,
  }
}
