import type { Said } from '#contract/status.ts'
import type { Actor } from '#server/base/actor.ts'
import { clockNow, sqlNow } from '#server/base/clock.ts'
import { recordEvent } from '#server/base/events.ts'
import { json, type Trx } from '#server/database/database.ts'
import './tables.ts'

/** Puts a statement on the page. Readers are told once; where only its words change, the page says that they did. */
export async function putStatement(
  trx: Trx,
  by: Actor,
  { id, title, words, demo = false, at }: { id: string; title: Said; words: Said; demo?: boolean; at?: Date },
): Promise<void> {
  const before = await trx
    .updateTable('statusStatements')
    .set({ title: json(title), words: json(words), changedAt: sqlNow })
    .where('id', '=', id)
    .executeTakeFirst()
  if (before.numUpdatedRows > 0n) return void (await recordEvent(trx, by, 'status.changed', {}, {}))
  await trx
    .insertInto('statusStatements')
    .values({ id, title: json(title), words: json(words), publishedAt: at ?? (await clockNow(trx)), demo })
    .execute()
  await recordEvent(trx, by, 'status.said', {}, { newsId: id, reportId: null })
}

export async function dropStatement(trx: Trx, by: Actor, id: string): Promise<void> {
  await trx.deleteFrom('statusStatements').where('id', '=', id).execute()
  await recordEvent(trx, by, 'status.changed', {}, {})
}
