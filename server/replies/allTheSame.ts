import { checkOf } from '#care/checks.ts'
import type { Actor } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { invalid } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { text as say } from '#server/base/text.ts'
import type { Trx } from '#server/database/database.ts'
import './tables.ts'

export type AllTheSame = readonly { check: string; reason: string }[]

/** Keeps why a reply went out that the team's own rule held back: on the timeline, and in the audit. */
export async function sayWhyAllTheSame(
  trx: Trx,
  by: Actor,
  { id, inboxId }: { id: string; inboxId: string },
  all: AllTheSame = [],
): Promise<void> {
  for (const [at, { check, reason }] of all.entries()) {
    const known = checkOf(check)
    if (!known?.mayBlock) throw invalid(`/allTheSame/${at}/check`, say('replies.neverHeld'))
    const detail = { check, title: known.title, reason }
    await recordEvent(trx, by, 'reply.all-the-same', { inboxId, conversationId: id }, detail)
    await audit(trx, by, 'reply.all-the-same', { kind: 'conversation', id, inboxId }, detail)
  }
}
