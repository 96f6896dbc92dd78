import { z } from 'zod'
import { id } from './common.ts'
import { routes } from './route.ts'

const wallClock = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/, 'must be local time like 2026-11-25T09:30')
const span = { start: z.number(), end: z.number() }

const hours = z.object({ from: z.string(), to: z.string() }).nullable()

/** What the reader knows where a reply is written, beside the letter, the guide and the frameworks. */
export const readerContext = z.object({
  /** When somebody is here: opening hours from Sunday on, and days that are none. */
  office: z.object({ hours: z.array(hours), holidays: z.array(z.string()) }),
  /** My own last letters, newest first, so that a near-copy is seen. */
  recentReplies: z.array(z.string()),
  /** Who works here, by name. */
  teammates: z.array(z.string()),
})
export type ReaderContext = z.infer<typeof readerContext>

export const readingsRoutes = routes({
  'GET /inboxes/{id}/reader': {
    summary:
      'What the reader knows in this inbox beside the letter: opening hours, holidays, my last letters',
    access: 'teammate',
    params: z.object({ id: id('inbox') }),
    response: readerContext,
  },
  'POST /guide/readings': {
    summary: 'Read a draft as the care line does, by this house’s guide. Nothing is kept.',
    access: 'teammate',
    body: z.strictObject({
      inboxId: id('inbox').nullable().default(null),
      draft: z.string().max(20_000),
      channel: z.string().max(40).default('email'),
      customer: z.strictObject({
        name: z.string().max(200),
        preferredName: z.string().max(200).nullable().default(null),
        message: z.string().max(100_000),
        earlier: z.array(z.string().max(100_000)).max(20).optional(),
      }),
      ours: z.strictObject({
        writer: z.string().max(200),
        role: z.string().max(200).optional(),
        firstReply: z.boolean().default(true),
        fault: z.enum(['ours', 'customer', 'nobody', 'unknown']).default('unknown'),
      }),
      /** Local wall clock and zone at which the reply is read; without them, now and the company's. */
      ref: wallClock.optional(),
      tz: z.string().max(64).optional(),
    }),
    response: z.object({
      asks: z.array(
        z.object({
          text: z.string(),
          ...span,
          answered: z.boolean(),
          answeredBy: z.object(span).nullable(),
        }),
      ),
      /** The six marks of the care line, and `sorry` where it applies. */
      marks: z.record(z.string(), z.boolean().nullable()),
      promises: z.array(
        z.object({
          quote: z.string(),
          ...span,
          who: z.string(),
          action: z.string(),
          due: z.string().nullable(),
          dueKind: z.string(),
          conditional: z.boolean(),
          /** The sentence that names what they are to do first. */
          condition: z.string().nullable(),
          hold: z.boolean(),
        }),
      ),
      /** Most important first. */
      observations: z.array(
        z.object({
          id: z.string(),
          ...span,
          severity: z.enum(['note', 'hint', 'important']),
          reason: z.string(),
          source: z.string(),
          words: z.string().optional(),
        }),
      ),
      /** Learnt heads that are sure of a sentence of the draft; they never hint by themselves. */
      heard: z.array(z.object({ head: z.string(), ...span })),
    }),
  },
})
