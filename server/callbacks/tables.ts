import type { Generated } from '#server/database/database.ts'

export interface CallbacksTable {
  conversationId: string
  /** The promise it is: its due is the time of the call, its maker rings. */
  promiseId: string
  customerId: string
  inboxId: string
  phone: string
  about: string | null
  minutes: number
  timeZone: string
  askedBy: 'customer' | 'team'
  askedAt: Generated<Date>
  outcome: 'reached' | 'not-reached' | null
  note: string | null
  calledAt: Date | null
  calledBy: string | null
  clashes: Generated<boolean>
}

interface CallQuartersTable {
  teammateId: string
  at: Date
  promiseId: string
}

declare module '#server/database/database.ts' {
  interface Tables {
    callbacks: CallbacksTable
    callQuarters: CallQuartersTable
  }
}

declare module '#server/base/events.ts' {
  interface Events {
    'callback.wanted': { at: string }
    'callback.moved': { from: string | null; at: string }
    'callback.called': { outcome: 'reached' | 'not-reached' }
    'callback.cancelled': Record<string, never>
    /** Whoever has it now has another call at the same time. */
    'callback.clashes': { at: string }
    'callback-rules.changed': Record<string, never>
  }
}
