import { z } from 'zod'
import { email, id, instant } from './common.ts'
import { letterStreamType } from './letterStream.ts'
import { routes } from './route.ts'

const hash = z.string().regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in hex')

/** What became of one old letter. */
export const imported = z.enum(['stored', 'there', 'unreadable'])

/** What stands before each letter of an import. */
export interface ImportHead {
  size: number
  /** When its mailbox says that it came, RFC 3339; counts where the letter itself has no date. */
  at?: string | null
}

/** What stands before each letter of an export. */
export interface ExportHead {
  size: number
  messageId: string
  at: string
  direction: 'in' | 'out'
  from: string | null
  /** The letter is named but its file was not there. */
  missing?: true
}

export const exchangeRoutes = routes({
  'POST /mail/import/known': {
    summary: 'Which of these letters (SHA-256 of their bytes) an inbox has already',
    access: 'admin',
    body: z.strictObject({ inboxId: id('inbox'), hashes: z.array(hash).max(1000) }),
    response: z.object({ known: z.array(z.string()) }),
  },
  'POST /mail/import/letters': {
    summary:
      'Takes old letters into an inbox: each a line of JSON (`size`, `at`), then its bytes. They keep their dates; nothing is sent and nobody is told. Safe to repeat.',
    access: 'admin',
    takes: letterStreamType,
    query: z.object({
      inboxId: id('inbox'),
      ours: z.string().max(5000).optional().describe('further addresses that were ours, separated by commas'),
    }),
    response: z.object({ items: z.array(imported) }),
  },
  'POST /mail/import/end': {
    summary:
      'Ends an import: what came in lies closed, but conversations whose last letter is theirs and younger than `openDays` are opened',
    access: 'admin',
    body: z.strictObject({ inboxId: id('inbox'), openDays: z.number().int().min(0).max(3650) }),
    response: z.object({ opened: z.number() }),
  },
  'GET /mail/export': {
    summary: 'Letters as they came and went, oldest first: each a line of JSON, then its bytes',
    access: 'admin',
    query: z.object({
      inboxId: id('inbox').optional(),
      person: email.optional().describe('letters from or to this address'),
      since: instant.optional(),
      until: instant.optional(),
    }),
    gives: letterStreamType,
  },
})
