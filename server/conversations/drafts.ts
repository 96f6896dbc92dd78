import type { Person } from '#contract/common.ts'
import { type Actor, requireRole, teammateId } from '#server/base/actor.ts'
import { sqlNow } from '#server/base/clock.ts'
import { conflict, notFound } from '#server/base/errors.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { conversationById } from './queries.ts'
import './tables.ts'

export interface DraftText {
  html: string
  text: string
  to: Person[]
  cc: Person[]
  attachments: string[]
  /** The version this text grew from; 0 for a first one. */
  version: number
}

/** Keeps my draft. An older tab never overwrites a newer one: it gets the newer text back with 409. */
export async function keepDraft(
  db: Db,
  by: Actor,
  conversationId: string,
  kind: 'reply' | 'note',
  draft: DraftText,
): Promise<{ version: number; updatedAt: string }> {
  requireRole(by, 'teammate')
  await conversationById(db, by, conversationId)
  const me = writer(by)
  return transaction(db, async (trx) => {
    const before = await trx
      .selectFrom('drafts')
      .selectAll()
      .where('conversationId', '=', conversationId)
      .where('teammateId', '=', me)
      .where('kind', '=', kind)
      .forUpdate()
      .executeTakeFirst()
    if (before && before.version > draft.version)
      throw conflict(
        'newer-draft',
        'A newer draft was written in another window. Both are safe: yours is here, the newer one came back with this answer.',
        {
          newer: {
            html: before.html,
            text: before.text,
            to: before.to,
            cc: before.cc,
            version: before.version,
          },
        },
      )
    const version = (before?.version ?? draft.version) + 1
    const row = await trx
      .insertInto('drafts')
      .values({
        conversationId,
        teammateId: me,
        kind,
        html: draft.html,
        text: draft.text,
        to: JSON.stringify(draft.to),
        cc: JSON.stringify(draft.cc),
        attachments: JSON.stringify(draft.attachments),
        version,
      })
      .onConflict((c) =>
        c.columns(['conversationId', 'teammateId', 'kind']).doUpdateSet({
          html: draft.html,
          text: draft.text,
          to: JSON.stringify(draft.to),
          cc: JSON.stringify(draft.cc),
          attachments: JSON.stringify(draft.attachments),
          version,
          updatedAt: sqlNow,
        }),
      )
      .returning(['version', 'updatedAt'])
      .executeTakeFirstOrThrow()
    return { version: row.version, updatedAt: row.updatedAt.toISOString() }
  })
}

export async function dropDraft(
  db: Db | Trx,
  by: Actor,
  conversationId: string,
  kind: 'reply' | 'note',
): Promise<void> {
  const me = teammateId(by)
  if (me)
    await db
      .deleteFrom('drafts')
      .where('conversationId', '=', conversationId)
      .where('teammateId', '=', me)
      .where('kind', '=', kind)
      .execute()
}

function writer(by: Actor): string {
  const me = teammateId(by)
  if (!me) throw notFound('A teammate behind this key')
  return me
}
