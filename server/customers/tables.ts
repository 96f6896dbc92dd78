import type { ColumnType, Generated } from '#server/database/database.ts'

export interface CustomersTable {
  id: string
  name: string
  preferredName: string | null
  sayIt: string | null
  pronouns: string | null
  language: string | null
  formality: 'formal' | 'informal' | null
  timeZone: string | null
  company: string | null
  role: string | null
  reachBy: 'mail' | 'call' | 'letter' | 'visit' | null
  accessNeeds: string | null
  /** What they asked us not to do, a line each. */
  pleaseDont: ColumnType<string[], string | undefined, string>
  /** Since when they ask not to be written to when we write to many. */
  noCircularsAt: Generated<Date | null>
  demo: Generated<boolean>
  createdAt: Generated<Date>
  updatedAt: Generated<Date>
}

interface CustomerAddressesTable {
  customerId: string
  kind: 'email' | 'phone'
  address: string
  createdAt: Generated<Date>
}

interface CustomerInboxesTable {
  customerId: string
  inboxId: string
  lastAt: Generated<Date>
}

export interface CustomerFactsTable {
  id: string
  customerId: string
  inboxId: string
  kind: Generated<'told' | 'like' | 'life'>
  text: string
  privacy: Generated<'plain' | 'careful' | 'sensitive'>
  mention: Generated<'ask' | 'yes' | 'no'>
  expiresAt: Date | null
  sourceKind: 'message' | 'teammate' | 'import'
  conversationId: string | null
  messageId: string | null
  byId: string | null
  createdAt: Generated<Date>
  forgottenAt: Date | null
}

interface CirclesTable {
  id: string
  kind: 'company' | 'household'
  name: string
  inboxId: string
  byId: string | null
  madeAt: Generated<Date>
}

interface CirclePeopleTable {
  circleId: string
  customerId: string
  role: string | null
  byId: string | null
  since: Generated<Date>
}

interface RelationsTable {
  id: string
  customerId: string
  otherId: string
  inboxId: string
  isTheirs: string
  isBack: string
  byId: string | null
  madeAt: Generated<Date>
}

interface MergesTable {
  id: string
  fromId: string
  intoId: string
  fromName: string
  byId: string | null
  byName: string
  at: Generated<Date>
  undoUntil: Date
  undoneAt: Date | null
}

interface MergeRowsTable {
  mergeId: string
  position: number
  tableName: string
  how: 'moved' | 'taken' | 'changed'
  key: ColumnType<Record<string, unknown>, string, string>
  before: ColumnType<Record<string, unknown> | null, string | null, string | null>
  after: ColumnType<Record<string, unknown> | null, string | null, string | null>
}

interface SameRefusalsTable {
  oneId: string
  otherId: string
  byId: string | null
  at: Generated<Date>
}

declare module '#server/database/database.ts' {
  interface Tables {
    circles: CirclesTable
    circlePeople: CirclePeopleTable
    relations: RelationsTable
    personMerges: MergesTable
    personMergeRows: MergeRowsTable
    sameRefusals: SameRefusalsTable
    customers: CustomersTable
    customerAddresses: CustomerAddressesTable
    customerInboxes: CustomerInboxesTable
    customerFacts: CustomerFactsTable
  }
}

declare module '#server/base/events.ts' {
  interface Events {
    'customer.added': Record<string, never>
    'customer.changed': Record<string, never>
    'customer.merged': { mergeId: string; fromId: string }
    'customer.parted': { mergeId: string; fromId: string }
  }
}
