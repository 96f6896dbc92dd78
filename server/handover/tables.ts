import type { Brief, BriefSources } from '#contract/handover.ts'
import type { ColumnType, Generated } from '#server/database/database.ts'

export interface HandoversTable {
  conversationId: string
  id: string
  inboxId: string
  customerId: string
  fromId: string | null
  toId: string
  byId: string | null
  brief: ColumnType<Brief | null, string | null, never>
  sources: ColumnType<BriefSources | Record<string, never>, string | undefined, never>
  state: Generated<'open' | 'accepted' | 'returned' | 'withdrawn' | 'ended'>
  madeAt: Generated<Date>
  answeredAt: Date | null
  because: string | null
}

declare module '#server/database/database.ts' {
  interface Tables {
    handovers: HandoversTable
  }
}

declare module '#server/base/events.ts' {
  interface Events {
    'handover.asked': { from: string | null; to: string; brief: boolean }
    'handover.accepted': { from: string | null; to: string; promises: number }
    'handover.returned': { from: string; to: string | null; because: string }
    'handover.withdrawn': { to: string }
    'handover.ended': { to: string }
  }
}
