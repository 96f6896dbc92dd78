import { z } from 'zod'
import { id, instant, ok } from './common.ts'
import { routes } from './route.ts'
import { statusLanguages } from './status.ts'

const language = z.enum(statusLanguages)
const text = (most: number) => z.string().trim().min(1).max(most)
const said = (most: number) =>
  z
    .strictObject({ en: text(most).optional(), de: text(most).optional() })
    .refine((one) => one.en || one.de, 'needs words in at least one language')

const title = said(140)
const words = said(8000)
const version = z.number().int().min(1)
const because = text(500)

/** Those who were hurt hear it personally first; where they do not, it is said why. */
export const toldHow = ['personally', 'nobody-hurt', 'not-yet'] as const

/** How a line of a text reads (care-language/statement.ts): what is against it, and what it says. */
const reading = z.object({
  lines: z.array(
    z.object({
      text: z.string(),
      start: z.number().int(),
      end: z.number().int(),
      faults: z.array(z.object({ id: z.string(), start: z.number().int(), end: z.number().int() })),
      says: z.array(z.string()),
    }),
  ),
  missing: z.array(z.string()),
})

export const statementInList = z.object({
  id: id('statement'),
  title,
  state: z.enum(['draft', 'public', 'withdrawn']),
  version,
  /** Named to sign, and how many of them signed the newest version. */
  signers: z.number().int(),
  signed: z.number().int(),
  openComments: z.number().int(),
  publishedAt: instant.nullable(),
  changedAt: instant,
})
export type StatementInList = z.infer<typeof statementInList>

const signature = z.object({ teammateId: id('teammate'), name: z.string(), at: instant })

export const statement = z.object({
  id: id('statement'),
  title,
  words,
  version,
  state: z.enum(['draft', 'public', 'withdrawn']),
  incidentId: z.string().nullable(),
  /** Newest first; who signed which. */
  versions: z.array(
    z.object({
      version,
      title,
      words,
      at: instant,
      by: z.string().nullable(),
      signatures: z.array(signature),
    }),
  ),
  signers: z.array(
    z.object({
      teammateId: id('teammate'),
      name: z.string(),
      /** A lead or an admin: without one of them nothing becomes public. */
      isLead: z.boolean(),
      /** When they signed the newest version. */
      signedAt: instant.nullable(),
    }),
  ),
  comments: z.array(
    z.object({
      id: id('comment'),
      version,
      language,
      /** The words it stands at. */
      quote: z.string(),
      text: z.string(),
      by: z.string().nullable(),
      at: instant,
      settledBy: z.string().nullable(),
      settledAt: instant.nullable(),
    }),
  ),
  published: z
    .object({
      version,
      at: instant,
      by: z.string().nullable(),
      told: z.enum(toldHow),
      because: z.string().nullable(),
    })
    .nullable(),
  withdrawn: z.object({ at: instant, because: z.string() }).nullable(),
  url: z.string(),
  /** By language: how the newest words read, line by line. */
  reading: z.object({ en: reading.optional(), de: reading.optional() }),
})
export type Statement = z.infer<typeof statement>

const byStatement = z.object({ id: id('statement') })
const signers = z.array(id('teammate')).min(1).max(12)

export const statementsRoutes = routes({
  'GET /statements': {
    summary: 'Public statements and their drafts, newest first',
    access: 'observer',
    response: z.object({ items: z.array(statementInList) }),
  },
  'POST /statements': {
    summary: 'Begin a statement and name who has to sign it; one of them leads',
    access: 'teammate',
    body: z.strictObject({
      title,
      words,
      signers,
      incidentId: z.string().trim().min(1).max(60).nullable().default(null),
    }),
    response: statement,
    status: 201,
  },
  'GET /statements/{id}': {
    summary: 'One statement: its versions, comments, signatures, and how each line reads',
    access: 'observer',
    params: byStatement,
    response: statement,
  },
  'POST /statements/{id}/versions': {
    summary: 'Change the words; who signed has to sign anew',
    access: 'teammate',
    params: byStatement,
    body: z.strictObject({ title, words, after: version.describe('the version that was changed') }),
    response: statement,
    status: 201,
  },
  'PUT /statements/{id}/signers': {
    summary: 'Name who has to sign; one of them leads',
    access: 'teammate',
    params: byStatement,
    body: z.strictObject({ signers }),
    response: statement,
  },
  'POST /statements/{id}/comments': {
    summary: 'Say something at some words of it',
    access: 'observer',
    params: byStatement,
    body: z.strictObject({ version, language, quote: text(500), text: text(2000) }),
    response: statement,
    status: 201,
  },
  'POST /statements/{id}/comments/{commentId}/settling': {
    summary: 'It is dealt with',
    access: 'teammate',
    params: z.object({ id: id('statement'), commentId: id('comment') }),
    response: statement,
    status: 201,
  },
  'POST /statements/{id}/signature': {
    summary: 'Sign these words, as one of those who were named',
    access: 'observer',
    params: byStatement,
    body: z.strictObject({ version }),
    response: statement,
    status: 201,
  },
  'DELETE /statements/{id}/signature': {
    summary: 'Take one’s signature back, while it is not public',
    access: 'observer',
    params: byStatement,
    response: statement,
  },
  'POST /statements/{id}/publication': {
    summary: 'Put the signed words on the status page; says how those who were hurt heard it first',
    access: 'lead',
    params: byStatement,
    body: z.strictObject({
      version,
      told: z.enum(toldHow),
      because: because.optional(),
      /** Comments are still open, and that is known. */
      withComments: z.boolean().default(false),
    }),
    response: statement,
    status: 201,
  },
  'POST /statements/{id}/withdrawal': {
    summary: 'Take it off the status page, and why',
    access: 'lead',
    params: byStatement,
    body: z.strictObject({ because }),
    response: statement,
    status: 201,
  },
  'DELETE /statements/{id}': {
    summary: 'Throw a draft away that was never public',
    access: 'teammate',
    params: byStatement,
    response: ok,
  },
})
