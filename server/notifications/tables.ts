import type { ColumnType, Generated } from '#server/database/database.ts'

export type NoticeKind =
  | 'nudge'
  | 'late'
  | 'broken'
  | 'handover'
  | 'declined'
  | 'passed-on'
  | 'unhappy'
  /** Somebody asks us to forget them. */
  | 'forget-me'
  | 'quiet'
  | 'assigned'
  | 'asked-over'
  | 'given-back'
  | 'mention'
  /** In what they follow: the customer wrote, a colleague answered. */
  | 'followed-wrote'
  | 'followed-answered'
  /** Whoever they passed something on to has answered. */
  | 'outside-answered'
  /** Somebody asks them to read a draft; and has it back, read. */
  | 'second-look'
  | 'looked'
  | 'came-back'
  | 'call-wanted'
  | 'chosen'
  | 'two-calls'
  | 'target'
  | 'missed'
  | 'page'
  | 'nobody-took'
  /** Time to ask them whether it is good again. */
  | 'check-back'
  /** A complaint that nobody has answered. */
  | 'ignored'
  | 'second-failure'
  | 'to-read'
  | 'was-read'
  | 'to-decide'
  | 'was-decided'
  /** A little extra that is theirs to make; and one they gave that may be told now. */
  | 'to-make'
  | 'may-tell'
  /** Their draft has rested. */
  | 'rested'
  /** Nobody could take hard words over from a colleague. */
  | 'nobody-relieves'

export interface NoticesTable {
  teammateId: string
  conversationId: string
  kind: NoticeKind
  promiseId: string | null
  messageId: string | null
  occasion: number
  at: Generated<Date>
  toldAt: Date | null
}

export interface NoticeSettingsTable {
  teammateId: string
  byMail: Generated<'always' | 'instead' | 'never'>
  quietFrom: string | null
  quietTo: string | null
  daysOff: ColumnType<number[], string | undefined, string>
  holdUntil: Date | null
  phone: string | null
}

export interface PushDevicesTable {
  id: string
  teammateId: string
  endpoint: string
  p256dh: string
  auth: string
  device: string
  /** The sign-in in which it was switched on, and with which it ends; null where it was asked for by a key. */
  sessionId: string | null
  createdAt: Generated<Date>
  lastUsedAt: Date | null
}

declare module '#server/database/database.ts' {
  interface Tables {
    notices: NoticesTable
    noticeSettings: NoticeSettingsTable
    pushDevices: PushDevicesTable
  }
}

declare module '#server/base/events.ts' {
  interface Events {
    /** Quiet hours, days off or a hold have changed: what waits may come sooner, or later. */
    'notices.settings-changed': Record<string, never>
  }
}
