import type { ColumnType, Generated } from '#server/database/database.ts'

type Json<T> = ColumnType<T, unknown, unknown>

interface ClockTable {
  onlyRow: Generated<boolean>
  ahead: string
}

export interface EventsTable {
  seq: Generated<number>
  xid: Generated<string>
  at: Generated<Date>
  type: string
  byKind: string
  byId: string | null
  byName: string | null
  inboxId: string | null
  conversationId: string | null
  customerId: string | null
  promiseId: string | null
  messageId: string | null
  teammateId: string | null
  detail: Json<Record<string, unknown>>
}

interface ReactionsDueTable {
  id: Generated<number>
  seqs: number[]
  tries: Generated<number>
  takenUntil: Date | null
}

interface TimersTable {
  kind: string
  subject: string
  dueAt: Date
  firedAt: Date | null
}

interface SettingsTable {
  key: string
  value: Json<unknown>
}

export interface AuditTable {
  id: string
  at: Generated<Date>
  byKind: string
  byId: string | null
  byName: string
  via: string
  action: string
  subjectKind: string | null
  subjectId: string | null
  inboxId: string | null
  detail: Json<Record<string, unknown>>
}

interface IdempotencyTable {
  actor: string
  key: string
  route: string
  bodyHash: string
  status: number | null
  response: Json<unknown>
  createdAt: Generated<Date>
}

interface RateLimitsTable {
  bucket: string
  windowStart: Date
  hits: Generated<number>
}

declare module '#server/database/database.ts' {
  interface Tables {
    clock: ClockTable
    events: EventsTable
    reactionsDue: ReactionsDueTable
    timers: TimersTable
    settings: SettingsTable
    audit: AuditTable
    idempotency: IdempotencyTable
    rateLimits: RateLimitsTable
  }
}
