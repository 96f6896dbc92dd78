import { z } from 'zod'
import { email, id, instant } from './common.ts'
import { routes } from './route.ts'

const server = z.strictObject({
  host: z.string().trim().min(1).max(255),
  port: z.number().int().min(1).max(65535),
  security: z.enum(['tls', 'starttls', 'none']),
  user: z.string().max(255),
  password: z.string().max(500).optional(),
})

const consentProvider = z.enum(['google', 'microsoft'])

export const mailboxCheck = z.object({
  step: z.enum(['reach', 'secure', 'sign-in', 'folder', 'send']),
  direction: z.enum(['in', 'out']),
  ok: z.boolean(),
  /** What happened and the remedy, in plain words. */
  says: z.string(),
})

export const mailbox = z.object({
  id: id('mailbox'),
  inboxId: z.string(),
  address: z.string(),
  imap: z.object({ host: z.string(), port: z.number(), security: z.string(), user: z.string() }).nullable(),
  smtp: z.object({ host: z.string(), port: z.number(), security: z.string(), user: z.string() }).nullable(),
  /** Signed in by the provider's consent instead of a password. */
  consent: consentProvider.nullable(),
  state: z.enum(['connected', 'connecting', 'failing', 'paused']),
  /** What is wrong and the remedy, when failing. */
  says: z.string().nullable(),
  lastCheckedAt: instant.nullable(),
  lastLetterAt: instant.nullable(),
})

const settings = z.strictObject({
  inboxId: id('inbox').optional(),
  inboxName: z.string().trim().max(120).optional(),
  address: email,
  imap: server.optional(),
  smtp: server.optional(),
})

export const intakeOutcome = z.enum([
  'joined',
  'opened',
  'held',
  'bounce',
  'automatic',
  'unreadable',
  'ignored',
  'duplicate',
  /** With 202: safe, and still being read; it will be found by its headers. */
  'kept',
])

export const emailRoutes = routes({
  'POST /intake/email': {
    summary: 'Hand in one letter: raw MIME, byte for byte. `X-Envelope-To` names the inbox.',
    access: 'teammate',
    takes: 'message/rfc822',
    response: z.object({
      messageId: z.string().nullable(),
      conversationId: z.string().nullable(),
      outcome: intakeOutcome,
    }),
    status: 201,
  },
  'GET /mailboxes': {
    summary: 'Connected mailboxes',
    access: 'lead',
    response: z.object({ items: z.array(mailbox) }),
  },
  'POST /mailboxes/guess': {
    summary: 'Settings for an address, from well-known providers and the domain',
    access: 'admin',
    body: z.strictObject({ address: email }),
    response: z.object({
      provider: z.string().nullable(),
      advice: z.string().nullable(),
      imap: server.nullable(),
      smtp: server.nullable(),
      /** Signing in at the provider is the way to go: `POST /mailboxes/consents`. Null where it is not, or Tend is not registered there. */
      consent: consentProvider.nullable(),
    }),
  },
  'POST /mailboxes/consents': {
    summary:
      'Begin signing in at Google or Microsoft: send the browser to `url`. It comes back to `/settings/mailboxes?connected=…`, or `?problem=…` with a sentence.',
    access: 'admin',
    body: z.strictObject({
      provider: consentProvider,
      address: email,
      inboxId: id('inbox').optional(),
      inboxName: z.string().trim().max(120).optional(),
      /** To give consent anew for a mailbox that is connected. */
      mailboxId: id('mailbox').optional(),
    }),
    response: z.object({ url: z.string() }),
    status: 201,
  },
  'GET /mailboxes/consents/return': {
    summary: 'Where the provider sends the browser back; answers with a redirect',
    access: 'anyone',
    query: z.object({
      state: z.string().max(500).optional(),
      code: z.string().max(5000).optional(),
      error: z.string().max(500).optional(),
    }),
  },
  'POST /mailboxes/check': {
    summary: 'Try both ways, step by step, without saving anything',
    access: 'admin',
    body: settings,
    response: z.object({ ok: z.boolean(), checks: z.array(mailboxCheck) }),
  },
  'POST /mailboxes': {
    summary: 'Connect a mailbox to an inbox (made when `inboxName` is given)',
    access: 'admin',
    body: settings,
    response: mailbox,
    status: 201,
  },
  'PATCH /mailboxes/{id}': {
    summary: 'Change or pause a mailbox',
    access: 'admin',
    params: z.object({ id: id('mailbox') }),
    body: z.strictObject({
      imap: server.nullable().optional(),
      smtp: server.nullable().optional(),
      paused: z.boolean().optional(),
    }),
    response: mailbox,
  },
  'DELETE /mailboxes/{id}': {
    summary: 'Disconnect a mailbox; what it brought stays',
    access: 'admin',
    params: z.object({ id: id('mailbox') }),
    status: 204,
  },
})
