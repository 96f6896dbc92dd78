import type { Person } from '#contract/common.ts'
import type { ColumnType, Generated } from '#server/database/database.ts'
import type { Beside } from './wasApart.ts'

type Json<T> = ColumnType<T, string | undefined, string>
type NullableJson<T> = ColumnType<T | null, string | null, string | null>

export interface ConversationsTable {
  id: string
  inboxId: string
  customerId: string
  subject: string
  gist: Generated<string>
  channel: Generated<string>
  status: Generated<'open' | 'waiting' | 'snoozed' | 'closed'>
  assigneeId: string | null
  lastAt: Date
  lastMessageId: string | null
  waitingSince: Date | null
  snoozedUntil: Date | null
  snoozeReason: string | null
  closedAt: Date | null
  closedBy: string | null
  goodbye: string | null
  chased: Generated<number>
  openAsks: Generated<number>
  harm: Generated<number>
  harmSignal: Generated<string | null>
  harmWords: Generated<string | null>
  /** By when they should be answered; kept by the room of targets. */
  targetAt: Generated<Date | null>
  /** We let this person down then, and go with more care until then; kept by the room of recoveries. */
  secondChanceSince: Generated<Date | null>
  secondChanceUntil: Generated<Date | null>
  nextPromiseId: string | null
  nextPromiseDue: Date | null
  nextPromiseState: string | null
  relatedTo: string | null
  splitFrom: Generated<string | null>
  /** A problem with an answer of ours and no act. */
  talkOnly: Generated<boolean>
  held: Generated<boolean>
  /** Kept by the room of tags. */
  tags: ColumnType<string[], string[] | undefined, string[]>
  /** Marked as spam; how it stood before, where it was not spam from the beginning. */
  spamAt: Generated<Date | null>
  spamBy: Generated<string | null>
  spamBecause: Generated<'marked' | 'blocked' | null>
  spamBefore: ColumnType<StateBefore | null, string | null | undefined, string | null>
  pageKey: string
  demo: Generated<boolean>
  createdAt: Generated<Date>
}

interface BlocksTable {
  id: string
  inboxId: string
  address: string
  customerId: string | null
  byId: string | null
  byName: string | null
  at: Generated<Date>
}

/** The letter inside a letter. `by`: the teammate who passed it on, where it counts as its writer's own. */
export interface Forwarded {
  from: Person | null
  subject: string
  text: string
  by?: Person | null
}

export interface MessagesTable {
  conversationId: string
  id: string
  inboxId: string
  customerId: string
  direction: 'in' | 'out' | 'note'
  channel: string
  at: Date
  fromName: string | null
  fromAddress: string | null
  authorId: string | null
  to: Json<Person[]>
  cc: Json<Person[]>
  bcc: Json<Person[]>
  subject: Generated<string>
  text: string
  textFull: string | null
  html: string | null
  hasRemote: Generated<boolean>
  autoReply: Generated<boolean>
  isBounce: Generated<boolean>
  suppressAutoReply: Generated<boolean>
  isList: Generated<boolean>
  isReport: Generated<boolean>
  isChallenge: Generated<boolean>
  bounce: NullableJson<{ recipients: string[]; kind: 'hard' | 'soft' | null; reason: string | null }>
  forwarded: NullableJson<Forwarded>
  newSubject: Generated<string | null>
  warnings: Json<string[]>
  held: Generated<boolean>
  heldWithSpam: Generated<boolean>
  unreadable: Generated<boolean>
  rawFile: string | null
  rawSize: number | null
  /** Kept by the database, for finding. */
  fileNames: Generated<string | null>
  clientKey: string | null
  createdAt: Generated<Date>
}

interface ConversationsPutBackTable {
  id: string
  intoId: string
  pageKey: string
  at: Generated<Date>
}

interface MergesTable {
  id: string
  conversationId: string
  fromId: string
  inboxId: string
  customerId: string
  subject: string
  was: ColumnType<WasApart, string, string>
  byId: string | null
  byName: string
  at: Generated<Date>
  until: Date
  undoneAt: Date | null
  undoneBy: string | null
}

/** How a conversation stood before it was merged, and what of it went along: rows are given back by these. */
export interface WasApart {
  row: Record<string, unknown>
  people: Record<string, unknown>[]
  state: StateBefore
  messages: string[]
  acts: string[]
  /** Ids that led to it, conversations that grew out of it, and what had been merged into it. */
  ways: string[]
  grown: string[]
  merges: string[]
  followers: string[]
  /** What the rooms above took along, by the name of the room. */
  above: Record<string, string[]>
  /** What was not kept in the first days. */
  beside?: Beside
}

interface ConversationLinksTable {
  conversationId: string
  otherId: string
  byId: string | null
  at: Generated<Date>
}

interface ConversationInboxesTable {
  conversationId: string
  inboxId: string
  until: Generated<Date>
}

export interface SecondLooksTable {
  id: string
  conversationId: string
  inboxId: string
  authorId: string
  readerId: string
  askedAt: Generated<Date>
  state: Generated<'asked' | 'good' | 'back'>
  answeredAt: Date | null
}

interface LookCommentsTable {
  lookId: string
  id: string
  byId: string
  byName: string
  quote: string
  text: string
  at: Generated<Date>
}

interface FollowersTable {
  conversationId: string
  teammateId: string
  since: Generated<Date>
}

interface ParticipantsTable {
  conversationId: string
  address: string
  name: string | null
  role: 'requester' | 'cc'
  addedById: string | null
  addedIn: string | null
  addedAt: Generated<Date>
}

export interface AttachmentsTable {
  id: string
  conversationId: string | null
  messageId: string | null
  inboxId: string | null
  uploadedBy: string | null
  filename: string
  contentType: string
  size: number
  inline: Generated<boolean>
  contentId: string | null
  file: string
  accessKey: string
  createdAt: Generated<Date>
}

interface AsksTable {
  conversationId: string
  id: string
  messageId: string
  position: number
  text: string
  answeredAt: Date | null
  answeredById: string | null
  answeredIn: string | null
}

interface ReadingsTable {
  conversationId: string
  messageId: string
  signals: ColumnType<Record<string, number>, string, string>
  evidence: ColumnType<{ signal: string; words: string }[], string, string>
  praised: Json<string[]>
}

export interface DraftsTable {
  conversationId: string
  teammateId: string
  kind: 'reply' | 'note'
  html: string
  text: string
  to: Json<Person[]>
  cc: Json<Person[]>
  bcc: Json<Person[]>
  attachments: Json<string[]>
  version: Generated<number>
  updatedAt: Generated<Date>
}

export interface ActsTable {
  conversationId: string
  id: string
  customerId: string
  inboxId: string
  kind: string
  note: string | null
  at: Date
  byId: string | null
  byName: string | null
  undoneAt: Date | null
  undoneBy: string | null
}

interface PresenceTable {
  conversationId: string
  inboxId: string
  teammateId: string
  doing: string
  until: Date
}

interface SeenTable {
  conversationId: string
  teammateId: string
  messageId: string
  at: Generated<Date>
}

/** What a reply changes and taking it back must restore; times as RFC 3339. */
export interface StateBefore {
  status: 'open' | 'waiting' | 'snoozed' | 'closed'
  snoozedUntil: string | null
  snoozeReason: string | null
  closedAt: string | null
  closedBy: string | null
  goodbye: string | null
}

declare module '#server/database/database.ts' {
  interface Tables {
    acts: ActsTable
    conversations: ConversationsTable
    blocks: BlocksTable
    conversationsPutBack: ConversationsPutBackTable
    conversationInboxes: ConversationInboxesTable
    conversationLinks: ConversationLinksTable
    followers: FollowersTable
    lookComments: LookCommentsTable
    secondLooks: SecondLooksTable
    merges: MergesTable
    messages: MessagesTable
    participants: ParticipantsTable
    attachments: AttachmentsTable
    asks: AsksTable
    readings: ReadingsTable
    drafts: DraftsTable
    presence: PresenceTable
    seen: SeenTable
  }
}

declare module '#server/base/events.ts' {
  interface Events {
    'act.recorded': { kind: string }
    'act.undone': { kind: string }
    'act-kinds.changed': Record<string, never>
    'page-rules.changed': Record<string, never>
    /** Earlier links to the page of a conversation stopped working. */
    'page.revoked': Record<string, never>
    'conversation.opened': { channel: string }
    'conversation.assigned': { to: string | null; from: string | null }
    'conversation.snoozed': { until: string | null; reason: string }
    'conversation.woken': Record<string, never>
    'conversation.closed': { goodbye: string | null }
    'conversation.reopened': Record<string, never>
    'conversation.renamed': { from: string }
    'conversation.waiting': Record<string, never>
    /** `other`: the conversation that grew out of it, or that it grew out of. */
    'conversation.split': { other: string; subject: string }
    'conversation.split-off': { other: string; subject: string }
    'conversation.put-back': { other: string; subject: string }
    'conversation.gone': { into: string }
    /** `other`: the one that came in; `person`: whose it was, where that is somebody else. */
    'conversation.merged': { other: string; subject: string; mergeId: string; person: string | null }
    'conversation.unmerged': { other: string; subject: string }
    /** It is there again, as it was before it was merged. */
    'conversation.parted': { other: string; subject: string }
    'conversation.linked': { other: string; subject: string }
    'conversation.unlinked': { other: string; subject: string }
    /** It belongs to another inbox from now on. */
    'conversation.moved': { from: string; fromName: string; toName: string }
    'conversation.spam': { because: 'marked' | 'blocked'; address: string | null }
    'conversation.not-spam': Record<string, never>
    'blocks.changed': { address: string }
    /** It went to another inbox: whoever sees only this one sees it no more. */
    'conversation.left': Record<string, never>
    'conversation.followed': { follows: boolean }
    'conversation.read': { asks: number; chase: boolean }
    'message.received': { automatic: boolean; held: boolean }
    /** How the conversation stood before, so that taking the message back restores it. */
    'message.written': { before: StateBefore }
    'message.let-in': Record<string, never>
    'note.added': Record<string, never>
    /** It left the team to these, beside the conversation. */
    'look.asked': { lookId: string }
    'look.commented': { lookId: string }
    'look.answered': { lookId: string; good: boolean; changed: boolean }
    'look.withdrawn': { lookId: string }
    'message.forwarded': { to: string[] }
    'forward.undone': Record<string, never>
    /** Whoever it was forwarded to has answered; `forwarder` passed it on. */
    'forward.answered': { from: string; forwarder: string | null }
    'ask.answered': { answered: boolean }
    'presence.changed': { doing: string }
  }
}
