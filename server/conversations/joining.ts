import { conflict } from '#server/base/errors.ts'
import { text as say } from '#server/base/text.ts'
import type { ConversationRow } from './conversation.ts'

/**
 * Whether one may go into the other, whichever verb asks: letters never change the inbox on the way, since its walls are theirs;
 * and nobody who waits for us disappears among spam.
 */
export function demandCanJoin(home: ConversationRow, row: ConversationRow): void {
  if (home.inboxId !== row.inboxId) throw conflict('other-inbox', say('conversations.merge.otherInbox'))
  if (home.spamAt && !row.spamAt) throw conflict('into-spam', say('conversations.merge.intoSpam'))
}
