/** One step of a script; exactly one of the verbs is set. */
export interface Step {
  as?: string
  in?: {
    from: string
    to: string
    cc?: string
    subject: string
    body: string
    inReplyTo?: string
    references?: string[]
    headers?: Record<string, string>
    messageId?: string
    envelopeFrom?: string
  }
  agentReply?: { conv: string; text: string }
  agentNew?: { to: string; subject: string; text: string }
  resend?: string
  dsnFor?: string
  close?: string
}

export interface Expectation {
  same?: string
  orNew?: boolean
  new?: boolean
  newOrQuarantine?: boolean
  newOrSameInInbox?: string
  notPublicIn?: string
  ignored?: boolean
  notLost?: boolean
  customer?: string
  bodyIncludes?: string[]
  autoReply?: boolean
  bounce?: boolean
  stays?: string
  noMailSent?: boolean
  recipientsInclude?: string[]
  recipientsExclude?: string[]
  maxMailsSentTo?: Record<string, number>
}

export interface Script {
  id: string
  class: string
  steps: Step[]
  expect: Record<string, Expectation>
}

/** What became of a step. */
export interface Done {
  /** Message-ID header, without brackets. */
  messageId?: string
  /** Id in the API. */
  api?: string
  conversationId?: string | null
  outcome?: string
  subject?: string
  replyTo?: string
  raw?: Buffer
  sentTo?: string[]
}
