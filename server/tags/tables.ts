import type { Generated } from '#server/database/database.ts'

export interface TagsTable {
  id: string
  name: string
  demo: Generated<boolean>
  madeAt: Generated<Date>
  byId: string | null
  retiredAt: Date | null
  mergedInto: string | null
}

interface TagInboxesTable {
  tagId: string
  inboxId: string
}

interface TagRetirementsTable {
  tagId: string
  conversationId: string
  woreBoth: boolean
}

interface CustomerTagsTable {
  customerId: string
  tagId: string
  /** Through which they are known to whoever put it on: its wall. */
  inboxId: string
  byId: string | null
  at: Generated<Date>
}

declare module '#server/database/database.ts' {
  interface Tables {
    customerTags: CustomerTagsTable
    tags: TagsTable
    tagInboxes: TagInboxesTable
    tagRetirements: TagRetirementsTable
  }
}

declare module '#server/base/events.ts' {
  interface Events {
    'conversation.tagged': { tagId: string; name: string }
    'conversation.untagged': { tagId: string; name: string }
    'customer.tagged': { tagId: string; name: string }
    'customer.untagged': { tagId: string; name: string }
    /** Renamed, merged, removed or brought back. */
    'tag.changed': Record<string, never>
  }
}
