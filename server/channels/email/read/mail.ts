import type { Person } from '#contract/common.ts'

export interface ReadAttachment {
  filename: string
  /** By its bytes where they tell, else as the letter says. */
  contentType: string
  /** Decoded bytes, exact. */
  size: number
  /** The letter's own HTML shows it. */
  inline: boolean
  contentId: string | null
  sha256: string
  /** Where its bytes lie until they are kept. */
  path: string
}

/** Why a letter could not be read as a whole: a key for a sentence, never the sentence. */
export type ReadingTrouble = 'tooManyParts' | 'tooLong' | 'stopped' | 'failed'

/** What reading makes of a letter. Whatever could not be read is empty, and `unreadable` says so. */
export interface ReadMail {
  messageId: string | null
  inReplyTo: string[]
  references: string[]
  /** RFC 3339. */
  date: string | null
  /** `email` is empty when the letter names somebody without an address. */
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
  flags: {
    autoReply: boolean
    bounce: boolean
    suppressAutoReply: boolean
    /** Sent through a mailing list or in bulk. */
    list: boolean
    /** A complaint by a mailbox provider that somebody called our mail spam (ARF). */
    report: boolean
    /** A machine asks the sender to prove to be a person. */
    challenge: boolean
  }
  bounce: {
    recipients: string[]
    kind: 'hard' | 'soft' | null
    reason: string | null
    originalMessageId: string | null
  } | null
  forwarded: { from: Person | null; subject: string; text: string } | null
  /** All headers, decoded, in order. */
  headers: [name: string, value: string][]
  /** Values of Authentication-Results, topmost first, as written. Whom to believe is not decided here. */
  authenticationResults: string[]
  /** What was left out of the reading though the letter as a whole could be read. */
  troubles: ReadingTrouble[]
  /** Hash over what does not change on the way: Message-ID, From, Date, Subject, bodies, attachments. */
  fingerprint: string
  /** Nothing but the headers could be read. */
  unreadable: boolean
}
