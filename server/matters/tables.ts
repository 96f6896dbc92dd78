import type { z } from 'zod'
import type { matterKind } from '#contract/matters.ts'
import type { Generated } from '#server/database/database.ts'

export interface MattersTable {
  id: string
  inboxId: string
  key: string
  kind: z.infer<typeof matterKind>
  title: string
  happenedAt: Date
  source: 'teammate' | 'api' | 'webhook'
  byId: string | null
  madeAt: Generated<Date>
  overAt: Date | null
  demo: Generated<boolean>
}

interface MatterNewsTable {
  matterId: string
  position: number
  text: string
  at: Generated<Date>
  byId: string | null
  byName: string | null
}

export interface MatterPeopleTable {
  matterId: string
  customerId: string
  inboxId: string
  conversationId: string | null
  addedAt: Generated<Date>
}

interface MatterTellingsTable {
  matterId: string
  customerId: string
  position: Generated<number>
  news: number
  how: 'letter' | 'aloud' | 'not-needed'
  messageId: string | null
  because: string | null
  first: boolean | null
  at: Generated<Date>
  byId: string | null
  byName: string | null
}

export interface MatterHooksTable {
  id: string
  inboxId: string
  name: string
  turn: Generated<number>
  turnedAt: Date | null
  byId: string | null
  madeAt: Generated<Date>
  lastAt: Date | null
  revokedAt: Date | null
}

declare module '#server/database/database.ts' {
  interface Tables {
    matters: MattersTable
    matterNews: MatterNewsTable
    matterPeople: MatterPeopleTable
    matterTellings: MatterTellingsTable
    matterHooks: MatterHooksTable
  }
}

declare module '#server/base/events.ts' {
  interface Events {
    'matter.made': { matterId: string; kind: string; people: number }
    'matter.news': { matterId: string; position: number }
    'matter.concerns': { matterId: string }
    'matter.told': { matterId: string; news: number; how: string; first: boolean | null }
    'matter.untold': { matterId: string }
    'matter.over': { matterId: string }
  }
}
