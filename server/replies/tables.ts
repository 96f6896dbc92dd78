import type { Person } from '#contract/common.ts'
import type { StateBefore } from '#server/conversations/tables.ts'
import type { ColumnType, Generated } from '#server/database/database.ts'

type Json<T> = ColumnType<T, string, string>

/** A promise as an answer gives it. */
export interface PromiseGiven {
  what: string
  to?: string
  /** A colleague whose it is. */
  makerId?: string
  due: string | null
  quote?: string
  /** Our sentence with what they are to do first. */
  condition?: string
}

/** What else happens once a scheduled answer has left. */
export interface Rest {
  afterwards: 'waiting' | 'done' | 'open'
  goodbye: 'next-step' | 'thanks' | 'nothing-more' | null
  answeredAsks: string[]
  care: Record<string, boolean> | null
  /** Of its words, which leaves in their place. */
  translation?: string | null
}

export interface ScheduledRepliesTable {
  id: string
  conversationId: string
  inboxId: string
  authorId: string
  state: Generated<'waiting' | 'kept-back'>
  because: string | null
  sendAt: Date
  text: string
  html: string | null
  to: Json<Person[]>
  cc: Json<Person[]>
  bcc: ColumnType<Person[], string | undefined, string>
  attachments: Json<string[]>
  promises: Json<PromiseGiven[]>
  rest: Json<Rest>
  seen: string
  before: Json<StateBefore>
  clientKey: string | null
  createdAt: Generated<Date>
}

export interface SignaturesTable {
  id: string
  /** Null: of whoever answers in that inbox and has none of their own. */
  teammateId: string | null
  /** Null: in every inbox. */
  inboxId: string | null
  text: string
  html: string | null
  demo: Generated<boolean>
  changedAt: Generated<Date>
  byId: string | null
}

/** Words of ours in another language, as they were shown; with a message, what its letter was made of. */
interface TranslatedRepliesTable {
  conversationId: string
  id: string
  messageId: string | null
  authorId: string
  writtenIn: string
  language: string
  text: string
  html: string | null
  theirText: string
  theirHtml: string | null
  back: string
  engine: string
  /** An answer that leaves by itself names it. */
  held: Generated<boolean>
  at: Generated<Date>
}

interface CareResultsTable {
  conversationId: string
  messageId: string
  marks: ColumnType<Record<string, boolean>, string, string>
  at: Generated<Date>
}

declare module '#server/database/database.ts' {
  interface Tables {
    careResults: CareResultsTable
    scheduledReplies: ScheduledRepliesTable
    signatures: SignaturesTable
    translatedReplies: TranslatedRepliesTable
  }
}

declare module '#server/base/events.ts' {
  interface Events {
    'reply.sent': { promises: number; undoSeconds: number }
    /** The team holds a reply back by this check, and its writer let it go: why, in their words. */
    'reply.all-the-same': { check: string; title: string; reason: string }
    'reply.undone': Record<string, never>
    'signature.changed': Record<string, never>
    'reply.scheduled': { sendAt: string }
    'reply.unscheduled': Record<string, never>
    /** Something came in between. `isDraft`: its words are its writer's draft again. */
    'reply.kept-back': { because: string; isDraft: boolean }
  }
}
