import type { Person } from '#contract/common.ts'

export interface ReadAttachment {
  filename: string
  contentType: string
  size: number
  inline: boolean
  contentId: string | null
  /** Where its bytes lie until they are kept. */
  path: string
}

/** What reading makes of a letter. Whatever could not be read is empty, and `unreadable` says so. */
export interface ReadMail {
  messageId: string | null
  inReplyTo: string[]
  references: string[]
  /** RFC 3339. */
  date: string | null
  from: Person | null
  replyTo: Person[]
  sender: Person | null
  to: Person[]
  cc: Person[]
  /** Addresses of Delivered-To, X-Original-To, Envelope-To. */
  deliveredTo: string[]
  subject: string
  /** The visible reply, without quotes and signature; never empty when anything was written. */
  text: string
  textFull: string
  /** Sanitised for a sandboxed frame; images by `cid:`; remote images wait in `data-remote`. */
  html: string | null
  hasRemote: boolean
  attachments: ReadAttachment[]
  flags: { autoReply: boolean; bounce: boolean; suppressAutoReply: boolean }
  bounce: {
    recipients: string[]
    kind: 'hard' | 'soft' | null
    reason: string | null
    originalMessageId: string | null
  } | null
  forwarded: { from: Person | null; subject: string; text: string } | null
  /** All headers, decoded, in order. */
  headers: [name: string, value: string][]
  /** Hash over what does not change on the way: Message-ID, From, Date, Subject, bodies, attachments. */
  fingerprint: string
  unreadable: boolean
}
