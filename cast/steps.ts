import type { Attachment } from './attachments.ts'
import type { TeammateName } from './company.ts'
import type { Instant } from './when.ts'

/** Our word with a time, as it stands in a reply. */
export interface StoryPromise {
  /** What later steps of the same story call it. */
  key: string
  what: string
  due: Instant
  /** The words of the reply, letter by letter. */
  quote: string
}

export interface MailIn {
  kind: 'mailIn'
  at: Instant
  /** Message-ID without its angle brackets; the same at every "now". */
  id: string
  from: { name: string; email: string }
  /** The inbox's address. */
  to: string
  subject: string
  text: string
  html?: string
  cc?: { name: string; email: string }[]
  attachments?: Attachment[]
  /** Written by a machine (RFC 3834): it asks nothing and reopens nothing. */
  autoReply?: boolean
}

export interface Reply {
  kind: 'reply'
  at: Instant
  by: TeammateName
  text: string
  promises: StoryPromise[]
  attachments?: Attachment[]
}

export interface Note {
  kind: 'note'
  at: Instant
  by: TeammateName
  text: string
}

export interface PromiseKept {
  kind: 'promiseKept'
  at: Instant
  by: TeammateName
  promise: string
  told: boolean
}

/** Told before the old time came: the letter, and the new due. */
export interface Renegotiated {
  kind: 'renegotiated'
  at: Instant
  by: TeammateName
  promise: string
  due: Instant
  text: string
  quote: string
}

/** The matter, and where named the promise too, goes to a colleague with a brief. */
export interface Handover {
  kind: 'handover'
  at: Instant
  by: TeammateName
  to: TeammateName
  brief: string
  promise?: string
}

export interface Later {
  kind: 'later'
  at: Instant
  by: TeammateName
  until: Instant
  reason: string
}

export interface Done {
  kind: 'done'
  at: Instant
  by: TeammateName
  goodbye: 'next-step' | 'thanks' | 'nothing-more'
}

export interface Assign {
  kind: 'assign'
  at: Instant
  by: TeammateName
  to: TeammateName
}

export type Step = MailIn | Reply | Note | PromiseKept | Renegotiated | Handover | Later | Done | Assign
