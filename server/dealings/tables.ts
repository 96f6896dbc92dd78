import type { Generated } from '#server/database/database.ts'

interface DealingsTable {
  id: string
  customerId: string
  inboxId: string
  externalId: string
  kind: 'purchase' | 'visit' | 'usage' | 'event'
  what: string
  at: Date
  /** PostgreSQL's numeric, as text: money is never a float here. */
  amount: string | null
  currency: string | null
  byId: string | null
  madeAt: Generated<Date>
}

declare module '#server/database/database.ts' {
  interface Tables {
    dealings: DealingsTable
  }
}
