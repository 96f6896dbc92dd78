import { sql } from 'kysely'
import { atAGlance } from '#server/base/glance.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import type { ConversationRow } from './conversation.ts'
import { lockIfThere } from './queries.ts'
import './tables.ts'

/** A conversation that its transaction has locked; without a row where it is gone. */
export interface HeldConversation {
  id: string
  row: ConversationRow | null
}

type Work = (trx: Trx, held: readonly HeldConversation[]) => Promise<void>

/**
 * Holds some conversations in one transaction, which reads once what they all ask for. One that somebody writes in just now is waited for
 * by itself, so that whoever writes in another of them waits for nobody but us.
 */
export async function holdConversations(db: Db, ids: readonly string[], work: Work): Promise<void> {
  const held = new Set(ids.length > 1 ? await holdFree(db, ids, work) : [])
  for (const id of ids)
    if (!held.has(id))
      await transaction(db, (trx) =>
        atAGlance(async () => work(trx, [{ id, row: await lockIfThere(trx, id) }])),
      )
}

const holdFree = (db: Db, ids: readonly string[], work: Work): Promise<string[]> =>
  transaction(db, (trx) =>
    atAGlance(async () => {
      const rows = await trx
        .selectFrom('conversations')
        .selectAll()
        .where(sql<boolean>`id = any(${ids}::text[])`)
        .orderBy('id')
        .forUpdate()
        .skipLocked()
        .execute()
      if (rows.length)
        await work(
          trx,
          rows.map((row) => ({ id: row.id, row })),
        )
      return rows.map(({ id }) => id)
    }),
  )

export const idsOf = (held: readonly HeldConversation[]): string[] => held.map(({ id }) => id)
