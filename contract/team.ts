import { z } from 'zod'
import { email, id, instant, ok, pageOf, pageQuery, timeZone } from './common.ts'
import { routes } from './route.ts'

export const role = z.enum(['admin', 'lead', 'teammate', 'observer'])
export type Role = z.infer<typeof role>

export const inbox = z.object({
  id: id('inbox'),
  name: z.string(),
  address: z.string(),
  /** People who may see it; admins see all. */
  teammateIds: z.array(z.string()),
  archivedAt: instant.nullable(),
})
export type Inbox = z.infer<typeof inbox>

export const teammate = z.object({
  id: id('teammate'),
  name: z.string(),
  email: z.string(),
  role,
  /** The line under the name in replies and on the customer's page: "your person for repairs". */
  title: z.string().nullable(),
  timeZone,
  inboxes: z.array(z.string()),
  state: z.enum(['invited', 'here', 'signed-out-for-good']),
  demo: z.boolean(),
  lastSeenAt: instant.nullable(),
})
export type Teammate = z.infer<typeof teammate>

export const preferences = z.object({
  /** What the interface speaks; `system`: as the browser does. */
  language: z.enum(['system', 'en', 'de']).default('system'),
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  contrast: z.enum(['normal', 'more']).default('normal'),
  density: z.enum(['roomy', 'cosy', 'compact']).default('cosy'),
  easierLetters: z.boolean().default(false),
  keys: z.boolean().default(true),
  keyMap: z.record(z.string(), z.string()).default({}),
  /** Views that stand first, each with its count, in this order: ours by name, made ones by number. */
  pinned: z
    .array(z.string().max(40))
    .max(7)
    .default(['for-me', 'new', 'waiting-for-us', 'waiting-for-them', 'promised', 'later', 'looked-after']),
  afterSend: z.enum(['next', 'stay', 'list']).default('next'),
  undoSeconds: z.number().int().min(0).max(60).default(10),
  checksOff: z.array(z.string()).default([]),
  /** Languages I read besides the one I chose: letters in these are not offered in translation. */
  reads: z.array(z.string().max(10)).max(30).default([]),
  checklistDone: z.array(z.string()).default([]),
})
export type Preferences = z.infer<typeof preferences>

export const me = z.object({
  teammate,
  preferences,
  inboxes: z.array(inbox),
  company: z.object({ name: z.string(), timeZone, color: z.string().nullable() }),
  /** The sample team is here and can be removed in one click. */
  demo: z.boolean(),
  hasPassword: z.boolean(),
  passkeys: z.number(),
})
export type Me = z.infer<typeof me>

export const apiKey = z.object({
  id: id('key'),
  name: z.string(),
  role,
  teammateId: z.string().nullable(),
  createdAt: instant,
  lastUsedAt: instant.nullable(),
  revokedAt: instant.nullable(),
})

export const session = z.object({
  id: z.string(),
  device: z.string(),
  address: z.string().nullable(),
  current: z.boolean(),
  createdAt: instant,
  lastUsedAt: instant,
})

const name = z.string().trim().min(1).max(120)
const password = z.string().min(10, 'needs at least 10 characters').max(200)
const token = z.string().min(20).max(200)
const byId = z.object({ id: id('teammate') })
const passkeyJson = z.record(z.string(), z.unknown())

export const teamRoutes = routes({
  'GET /welcome': {
    summary: 'What the first page needs to know: does anybody live here yet?',
    access: 'anyone',
    response: z.object({ settled: z.boolean(), company: z.string().nullable(), version: z.string() }),
  },
  'POST /welcome': {
    summary: 'The first person moves in, by the one-time link of the terminal. Signs in.',
    access: 'anyone',
    body: z.strictObject({
      token,
      name,
      email,
      timeZone: timeZone.optional(),
      company: z.string().trim().max(120).optional(),
      sampleTeam: z.boolean().default(false),
    }),
    response: me,
    status: 201,
  },
  'POST /sessions': {
    summary: 'Sign in with e-mail and password',
    access: 'anyone',
    body: z.strictObject({ email, password: z.string().max(200) }),
    response: me,
    status: 201,
  },
  'POST /sessions/link': {
    summary: 'Sign in by a one-time link (made by `tend` on the machine, or for an invited teammate)',
    access: 'anyone',
    body: z.strictObject({ token }),
    response: me,
    status: 201,
  },
  'GET /sessions': {
    summary: 'My sign-ins',
    access: 'observer',
    response: z.object({ items: z.array(session) }),
  },
  'DELETE /sessions/current': { summary: 'Sign out here', access: 'observer', status: 204 },
  'DELETE /sessions/{id}': {
    summary: 'End one of my sign-ins',
    access: 'observer',
    params: z.object({ id: z.string() }),
    status: 204,
  },
  'POST /sessions/passkey/options': {
    summary: 'Begin signing in with a passkey',
    access: 'anyone',
    response: passkeyJson,
  },
  'POST /sessions/passkey': {
    summary: 'Sign in with a passkey',
    access: 'anyone',
    body: z.strictObject({ response: passkeyJson }),
    response: me,
    status: 201,
  },
  'POST /me/passkeys/options': {
    summary: 'Begin adding a passkey',
    access: 'observer',
    response: passkeyJson,
  },
  'POST /me/passkeys': {
    summary: 'Add a passkey',
    access: 'observer',
    body: z.strictObject({ name: z.string().max(80).optional(), response: passkeyJson }),
    response: z.object({ id: z.string() }),
    status: 201,
  },
  'GET /me/passkeys': {
    summary: 'My passkeys',
    access: 'observer',
    response: z.object({
      items: z.array(
        z.object({ id: z.string(), name: z.string(), createdAt: instant, lastUsedAt: instant.nullable() }),
      ),
    }),
  },
  'DELETE /me/passkeys/{id}': {
    summary: 'Remove a passkey',
    access: 'observer',
    params: z.object({ id: z.string() }),
    status: 204,
  },
  'GET /me': { summary: 'Who am I, what may I see, how do I like it', access: 'observer', response: me },
  'PATCH /me': {
    summary: 'Change my own card',
    access: 'observer',
    body: z.strictObject({
      name: name.optional(),
      title: z.string().max(120).nullable().optional(),
      timeZone: timeZone.optional(),
    }),
    response: me,
  },
  'PATCH /me/preferences': {
    summary: 'Change how Tend looks and behaves for me',
    access: 'observer',
    body: z.strictObject({
      language: z.enum(['system', 'en', 'de']).optional(),
      theme: z.enum(['system', 'light', 'dark']).optional(),
      contrast: z.enum(['normal', 'more']).optional(),
      density: z.enum(['roomy', 'cosy', 'compact']).optional(),
      easierLetters: z.boolean().optional(),
      keys: z.boolean().optional(),
      keyMap: z.record(z.string(), z.string()).optional(),
      pinned: z.array(z.string().max(40)).max(7, 'more than seven counts would only be numbers').optional(),
      afterSend: z.enum(['next', 'stay', 'list']).optional(),
      undoSeconds: z.number().int().min(0).max(60).optional(),
      reads: z.array(z.string().max(10)).max(30).optional(),
      checksOff: z.array(z.string()).optional(),
      checklistDone: z.array(z.string()).optional(),
    }),
    response: preferences,
  },
  'PUT /me/password': {
    summary: 'Set or change my password; ends my other sign-ins',
    access: 'observer',
    body: z.strictObject({ current: z.string().max(200).optional(), password }),
    status: 204,
  },
  'POST /password-resets': {
    summary: 'Forgotten password: sends a link when the address is known (the answer is the same either way)',
    access: 'anyone',
    body: z.strictObject({ email }),
    response: ok,
    status: 202,
  },
  'GET /invites/{token}': {
    summary: 'What an invitation or reset link is for',
    access: 'anyone',
    params: z.object({ token }),
    response: z.object({
      purpose: z.enum(['join', 'reset']),
      name: z.string(),
      email: z.string(),
      company: z.string(),
    }),
  },
  'POST /invites/{token}': {
    summary: 'Accept an invitation or reset a password. Signs in.',
    access: 'anyone',
    params: z.object({ token }),
    body: z.strictObject({
      name: name.optional(),
      password: password.optional(),
      timeZone: timeZone.optional(),
    }),
    response: me,
    status: 201,
  },
  'GET /teammates': {
    summary: 'The team',
    access: 'observer',
    query: z.strictObject(pageQuery),
    response: pageOf(teammate),
  },
  'POST /teammates': {
    summary: 'Invite a teammate',
    access: 'admin',
    body: z.strictObject({
      name,
      email,
      role: role.default('teammate'),
      inboxes: z.array(id('inbox')).default([]),
      sendMail: z.boolean().default(false),
    }),
    response: teammate.extend({ inviteUrl: z.string() }),
    status: 201,
  },
  'PATCH /teammates/{id}': {
    summary: 'Change role, name or inboxes. The last admin stays one.',
    access: 'admin',
    params: byId,
    body: z.strictObject({
      name: name.optional(),
      role: role.optional(),
      inboxes: z.array(id('inbox')).optional(),
    }),
    response: teammate,
  },
  'POST /teammates/{id}/invite': {
    summary: 'A fresh invitation link; the old one stops working',
    access: 'admin',
    params: byId,
    body: z.strictObject({ sendMail: z.boolean().default(false) }).optional(),
    response: z.object({ inviteUrl: z.string() }),
    status: 201,
  },
  'DELETE /teammates/{id}': {
    summary:
      'Sign a teammate out for good. Their conversations go back to New, their open promises stay and show on the board.',
    access: 'admin',
    params: byId,
    status: 204,
  },
  'DELETE /teammates/{id}/sessions': {
    summary: 'End all sign-ins of a teammate',
    access: 'admin',
    params: byId,
    status: 204,
  },
  'POST /teammates/{id}/keys': {
    summary: 'An API key with the rights of this teammate or less. Shown once.',
    access: 'admin',
    params: byId,
    body: z.strictObject({ name: z.string().max(80).default('API key'), role: role.optional() }).optional(),
    response: z.object({ id: id('key'), key: z.string() }),
    status: 201,
  },
  'GET /keys': { summary: 'API keys', access: 'admin', response: z.object({ items: z.array(apiKey) }) },
  'POST /keys': {
    summary: 'An API key of the installation (no teammate behind it). Shown once.',
    access: 'admin',
    body: z.strictObject({ name: z.string().max(80).default('API key'), role: role.default('admin') }),
    response: z.object({ id: id('key'), key: z.string() }),
    status: 201,
  },
  'DELETE /keys/{id}': {
    summary: 'Revoke an API key',
    access: 'admin',
    params: z.object({ id: id('key') }),
    status: 204,
  },
  'GET /inboxes': {
    summary: 'Inboxes I may see',
    access: 'observer',
    response: z.object({ items: z.array(inbox) }),
  },
  'POST /inboxes': {
    summary: 'A new inbox',
    access: 'admin',
    body: z.strictObject({ name, address: email }),
    response: inbox,
    status: 201,
  },
  'PATCH /inboxes/{id}': {
    summary: 'Rename an inbox, change who may see it, archive it',
    access: 'admin',
    params: z.object({ id: id('inbox') }),
    body: z.strictObject({
      name: name.optional(),
      address: email.optional(),
      teammateIds: z.array(id('teammate')).optional(),
      archived: z.boolean().optional(),
    }),
    response: inbox,
  },
  'GET /audit': {
    summary: 'Who did what, newest first',
    access: 'admin',
    query: z.strictObject(pageQuery),
    response: pageOf(
      z.object({
        id: z.string(),
        at: instant,
        by: z.string(),
        via: z.string(),
        action: z.string(),
        subjectKind: z.string().nullable(),
        subjectId: z.string().nullable(),
        detail: z.record(z.string(), z.unknown()),
      }),
    ),
  },
})
