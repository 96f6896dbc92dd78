import type { BulkAct } from '#contract/bulk.ts'
import type { Actor } from '#server/base/actor.ts'
import type { StateBefore } from '#server/conversations/tables.ts'
import type { ColumnType, Generated, Trx } from '#server/database/database.ts'

/** Moves to another inbox, in every room; given by the roof, which alone knows them all. */
export type Move = (trx: Trx, by: Actor, id: string, inboxId: string) => Promise<unknown>

type Json<T> = ColumnType<T, string, string>

export interface Snapshot {
  state: StateBefore
  assigneeId: string | null
  inboxId: string
  spam: boolean
  /** Whether it wore the tag that is put on or taken off. */
  worn: boolean
}

interface BulkActsTable {
  id: string
  byId: string
  act: Json<BulkAct>
  once: string | null
  at: Generated<Date>
  undoneAt: Date | null
}

interface BulkItemsTable {
  bulkId: string
  conversationId: string
  before: Json<Snapshot>
  after: Json<Snapshot>
}

declare module '#server/database/database.ts' {
  interface Tables {
    bulkActs: BulkActsTable
    bulkItems: BulkItemsTable
  }
}
