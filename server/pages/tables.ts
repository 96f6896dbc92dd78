import type { Generated } from '#server/database/database.ts'

interface PagePressesTable {
  subject: string
  once: string
  /** The key of what was said after it. */
  said: string
  at: Generated<Date>
}

export interface PersonKeysTable {
  id: string
  customerId: string
  kind: 'link' | 'browser'
  tokenHash: string | null
  address: string
  createdAt: Generated<Date>
  expiresAt: Date
  usedAt: Date | null
  endedAt: Date | null
}

export interface ErasuresTable {
  id: string
  customerId: string
  conversationId: string | null
  askedAt: Generated<Date>
  state: 'asked' | 'confirmed' | 'refused' | 'withdrawn' | 'done'
  byId: string | null
  because: string | null
  settledAt: Date | null
}

declare module '#server/database/database.ts' {
  interface Tables {
    pagePresses: PagePressesTable
    personKeys: PersonKeysTable
    erasures: ErasuresTable
  }
}

declare module '#server/base/events.ts' {
  interface Events {
    /** The customer pressed "It's solved", and "I'm not happy". */
    'page.solved': Record<string, never>
    'page.unhappy': Record<string, never>
    /** A link to their own page was asked for; the letter with it is on its way. */
    'page.link-asked': { keyId: string }
    'erasure.asked': { erasureId: string }
    'erasure.confirmed': { erasureId: string }
    'erasure.refused': { erasureId: string }
    'erasure.withdrawn': { erasureId: string }
    /** Nothing of them is left. */
    'customer.erased': Record<string, never>
  }
}
