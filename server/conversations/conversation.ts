import type { Selectable } from 'kysely'
import { text as say } from '#server/base/text.ts'
import type { AttachmentsTable, ConversationsTable, MessagesTable } from './tables.ts'

export type ConversationRow = Selectable<ConversationsTable>
export type MessageRow = Selectable<MessagesTable>
export type AttachmentRow = Selectable<AttachmentsTable>

/** Neither put off nor looked after: what every change of turn begins with. */
export const afresh = {
  snoozedUntil: null,
  snoozeReason: null,
  closedAt: null,
  closedBy: null,
  goodbye: null,
} as const

/** The line on the row: the beginning of what was said, without a greeting alone on its line. */
export function gistOf(text: string): string {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  const first = lines[0] ?? ''
  const greeting =
    lines.length > 1 &&
    first.length < 40 &&
    /[,!.]?$/.test(first) &&
    /^(hi|hello|hey|dear|good (morning|afternoon|evening)|olá|hallo|bonjour|hola|ciao)\b/i.test(first)
  const words = (greeting ? lines.slice(1) : lines).join(' ')
  return words.length > 160
    ? `${words
        .slice(0, 157)
        .replace(/\s+\S*$/, '')
        .replace(/[,;:.–-]+$/, '')}…`
    : words
}

/** The subject without its row of "Re:" and "Fwd:", as people read it. */
export const bareSubject = (subject: string): string =>
  subject
    .replace(/^(\s*(re|fwd?|aw|wg|sv|vs|antw|odp|tr|rv|enc|res|rif)\s*(\[\d+\])?\s*:\s*)+/i, '')
    .trim() || subject.trim()

/** What is missing for a good goodbye, in words; closing is never refused (C10). */
export function missingAtClosing(
  conversation: Pick<ConversationRow, 'openAsks' | 'nextPromiseId'>,
  goodbye: string | null,
): string[] {
  const missing: string[] = []
  if (conversation.openAsks > 0) missing.push(say('conversations.missing.asks', { n: conversation.openAsks }))
  if (conversation.nextPromiseId) missing.push(say('conversations.missing.promise'))
  if (!goodbye) missing.push(say('conversations.missing.goodbye'))
  return missing
}
