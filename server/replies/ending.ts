import type { z } from 'zod'
import type { signedAs } from '#contract/signatures.ts'
import type { Db, Trx } from '#server/database/database.ts'
import { type Places, question } from '#server/database/statement.ts'
import { type Ending, filled, type Signer, usualEnding } from './signature.ts'
import './tables.ts'

/** How a letter of somebody ends in one inbox: theirs there, theirs everywhere, the inbox's own, or the usual. */
export async function endingOf(
  db: Db | Trx,
  author: (Signer & { id: string }) | null | undefined,
  inbox: { id: string; name: string },
  company: string,
): Promise<Ending & { from: z.infer<typeof signedAs>['from'] }> {
  const house = company || inbox.name
  if (!author) return { ...usualEnding(null, house), from: 'usual' }
  const rows = await askSignatures(db, author.id, inbox.id).execute()
  const found = (mine: boolean, here: boolean) =>
    rows.find((row) => (row.teammateId !== null) === mine && (row.inboxId !== null) === here)
  const [nearest, from] = found(true, true)
    ? ([found(true, true)!, 'mine-here'] as const)
    : found(true, false)
      ? ([found(true, false)!, 'mine'] as const)
      : found(false, true)
        ? ([found(false, true)!, 'inbox'] as const)
        : ([usualEnding(author, house), 'usual'] as const)
  const { text, html } = nearest
  const values = { name: author.name, title: author.title, company: house, inbox: inbox.name }
  return { ...(from === 'inbox' ? filled({ text, html }, values) : { text, html }), from }
}

/** For `askAhead`. */
export const askSignatures = (db: Db | Trx, authorId: string, inboxId: string) =>
  signatures(db, { authorId, inboxId })
const signatures = question((db, place: Places<{ authorId: string; inboxId: string }>) =>
  db
    .selectFrom('signatures')
    .selectAll()
    .where((e) => e.or([e('teammateId', '=', place('authorId')), e('teammateId', 'is', null)]))
    .where((e) => e.or([e('inboxId', '=', place('inboxId')), e('inboxId', 'is', null)])),
)
