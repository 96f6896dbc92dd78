import type { Db, Trx } from '#server/database/database.ts'
import { insertRows } from '#server/database/statement.ts'
import type { Actor } from './actor.ts'
import { newId } from './ids.ts'
import './tables.ts'

/** Writes who did what. `action` is past tense, such as `promise.kept`; `detail` never holds secrets or message texts. */
export async function audit(
  db: Trx | Db,
  by: Actor,
  action: string,
  subject: { kind: string; id: string; inboxId?: string | null } | null,
  detail: Record<string, unknown> = {},
): Promise<void> {
  await insertRows(db, 'audit', [
    {
      id: newId('audit'),
      byKind: by.kind,
      byId: by.id,
      byName: by.name,
      via: by.via,
      action,
      subjectKind: subject?.kind ?? null,
      subjectId: subject?.id ?? null,
      inboxId: subject?.inboxId ?? null,
      detail: JSON.stringify(detail),
    },
  ])
}
