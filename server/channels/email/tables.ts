import type { RawBuilder, Selectable } from 'kysely'
import type { ColumnType, Generated } from '#server/database/database.ts'

export interface LettersTable {
  id: string
  inboxId: string
  fingerprint: string | null
  rawFile: string
  rawSize: number
  via: 'smtp' | 'imap' | 'api' | 'import'
  trusted: Generated<boolean>
  envelopeFrom: string | null
  envelopeTo: ColumnType<string[], string, string>
  peer: string | null
  byId: string | null
  mailboxId: string | null
  folder: string | null
  uidvalidity: number | null
  uid: number | null
  receivedAt: Generated<Date>
  state: Generated<'received' | 'taken-in' | 'ignored'>
  outcome: string | null
  conversationId: string | null
  messageId: string | null
  tries: Generated<number>
  imported: ColumnType<ImportedLetter | null, string | undefined, never>
}

/** What was said of an imported letter when it was handed in. */
export interface ImportedLetter {
  /** When its mailbox says that it came. */
  at: string | null
  /** Addresses that were ours, besides those of the inboxes. */
  ours: string[]
}

interface FingerprintsTable {
  inboxId: string
  fingerprint: string
  letterId: string
}

interface EmailIdsTable {
  messageIdHeader: string
  conversationId: string
  messageId: string
  inboxId: string
  ours: boolean
}

interface UnknownReferencesTable {
  messageIdHeader: string
  inboxId: string
  sender: string
  conversationId: string
}

interface ReplyTokensTable {
  token: string
  conversationId: string
  address: string
}

interface EmailHeadersTable {
  name: string
  value: string
  conversationId: string
  messageId: string
}

export interface ServerSettings {
  host: string
  port: number
  security: 'tls' | 'starttls' | 'none'
  user: string
}

export interface MailboxesTable {
  id: string
  inboxId: string
  address: string
  imap: ColumnType<ServerSettings | null, string | null, string | null>
  smtp: ColumnType<ServerSettings | null, string | null, string | null>
  secrets: Buffer | null
  oauth: 'google' | 'microsoft' | null
  paused: Generated<boolean>
  state: Generated<string>
  says: string | null
  lastCheckedAt: Date | null
  lastLetterAt: Date | null
  createdAt: Generated<Date>
  removedAt: Date | null
}

export type MailboxRow = Selectable<MailboxesTable>

interface MailboxFoldersTable {
  mailboxId: string
  folder: string
  uidvalidity: number
  lastUid: Generated<number>
  firstUid: Generated<number>
  since: Date | null
  comparedAt: Date | null
  missing: Generated<number>
  missingLetters: ColumnType<MissingLetter[], string | undefined, string>
}

export interface MissingLetter {
  uid: number
  from: string | null
  subject: string | null
  date: string | null
}

interface MailboxConsentsTable {
  stateHash: string
  provider: 'google' | 'microsoft'
  address: string
  inboxId: string | null
  inboxName: string | null
  mailboxId: string | null
  verifier: string
  byId: string | null
  expiresAt: ColumnType<Date, Date | RawBuilder<Date>, never>
}

export interface OutboxTable {
  id: string
  conversationId: string
  messageId: string
  recipientGroup: Generated<string>
  inboxId: string
  kind: Generated<'reply' | 'incident' | 'automatic' | 'team'>
  messageIdHeader: string
  envelopeFrom: string
  /** The frozen bytes: here, or in the file of that name where they are many. */
  letter: string | null
  bytesFile: string | null
  bytesSha256: string
  phase: Generated<'queued' | 'claimed' | 'handover' | 'unknown' | 'done' | 'parked'>
  epoch: Generated<number>
  attempt: Generated<number>
  notBefore: Date
  nextAt: Date
  leaseUntil: Date | null
  handoverAt: Date | null
  resentOnce: Generated<boolean>
  sample: Generated<boolean>
  createdAt: Generated<Date>
  doneAt: Date | null
}

export interface OutboxRecipientsTable {
  outboxId: string
  address: string
  state: Generated<'waiting' | 'accepted' | 'deferred' | 'refused' | 'unknown' | 'bounced'>
  code: number | null
  detail: string | null
  at: Date | null
}

interface AutomaticMailTable {
  address: string
  at: Generated<Date>
  messageId: string
}

interface MailTasksTable {
  id: string
  kind: 'refused' | 'unknown' | 'bounced' | 'unreadable' | 'held'
  inboxId: string
  conversationId: string | null
  messageId: string | null
  detail: Generated<string>
  createdAt: Generated<Date>
  doneAt: Date | null
}

declare module '#server/database/database.ts' {
  interface Tables {
    letters: LettersTable
    fingerprints: FingerprintsTable
    emailIds: EmailIdsTable
    unknownReferences: UnknownReferencesTable
    replyTokens: ReplyTokensTable
    emailHeaders: EmailHeadersTable
    mailboxes: MailboxesTable
    mailboxFolders: MailboxFoldersTable
    mailboxConsents: MailboxConsentsTable
    outbox: OutboxTable
    outboxRecipients: OutboxRecipientsTable
    automaticMail: AutomaticMailTable
    mailTasks: MailTasksTable
  }
}

declare module '#server/base/events.ts' {
  interface Events {
    'letter.received': { letterIds: string[] }
    /** Old letters came in by an import; `toRead` are those that still wait for an answer. */
    'letters.imported': { messageIds: string[]; toRead: string[] }
    /** A teammate answered from their own mail program. `hasReachedThem`: the customer was among its recipients. */
    'teammate.answered': {
      letterId: string
      text: string
      files: { filename: string; file: string }[]
      hasReachedThem: boolean
    }
    'mail.accepted': { to: string[] }
    'mail.deferred': { to: string[] }
    'mail.refused': { to: string[] }
    'mail.unknown': Record<string, never>
    'mail.bounced': { to: string[]; kind: string | null }
    'mailbox.changed': { state: string }
  }
}
