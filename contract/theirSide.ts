import { z } from 'zod'
import { id, instant } from './common.ts'
import { routes } from './route.ts'

/** One thing as it was for them, oldest first. Nothing of it is the team's own: no note, no name of a list, no line of the system. */
export const livedStep = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('wrote'),
    at: instant,
    messageId: id('message'),
    /** Null: themselves; else whoever wrote beside them. */
    by: z.string().nullable(),
    text: z.string(),
    files: z.number(),
    /** They had to ask for what we owed them already. */
    again: z.boolean(),
  }),
  z.object({
    kind: z.literal('got'),
    /** When it was at their provider, where that is known; else when it was written. */
    at: instant,
    messageId: id('message'),
    by: z.string().nullable(),
    text: z.string(),
    files: z.number(),
    /** A machine of ours wrote it: it answers nothing. */
    automatic: z.boolean(),
    /** Their provider has said that it took it. */
    sure: z.boolean(),
  }),
  /** Ours, that never came to them: they know nothing of it. */
  z.object({
    kind: z.literal('never-got'),
    at: instant,
    messageId: id('message'),
    by: z.string().nullable(),
    text: z.string(),
  }),
  /** Nothing came, from then until then; `until` null: it still lasts. */
  z.object({
    kind: z.literal('silence'),
    at: instant,
    until: instant.nullable(),
    seconds: z.number().int(),
    /** They waited for an answer, or for what we had promised; or it was their turn. */
    why: z.enum(['answer', 'promise', 'their-turn']),
  }),
  z.object({
    kind: z.literal('promised'),
    at: instant,
    promiseId: id('promise'),
    what: z.string(),
    due: instant.nullable(),
  }),
  /** The time we gave has passed, and they had heard nothing. */
  z.object({ kind: z.literal('let-down'), at: instant, promiseId: id('promise'), what: z.string() }),
  z.object({
    kind: z.literal('moved'),
    at: instant,
    promiseId: id('promise'),
    what: z.string(),
    due: instant.nullable(),
    /** Told before the first time had passed. */
    before: z.boolean(),
  }),
  /** Kept, and they know. */
  z.object({
    kind: z.literal('kept'),
    at: instant,
    promiseId: id('promise'),
    what: z.string(),
    /** Null where no time was given. */
    inTime: z.boolean().nullable(),
  }),
])
export type LivedStep = z.infer<typeof livedStep>

export const theirSide = z.object({
  conversationId: id('conversation'),
  name: z.string(),
  steps: z.array(livedStep),
  figures: z.object({
    /** How often they wrote, and how often of these they asked again for what we owed. */
    wrote: z.number(),
    askedAgain: z.number(),
    /** Null: no person has answered them yet. */
    secondsToFirstAnswer: z.number().int().nullable(),
    /** All of their waiting for us together, and the longest of it. */
    secondsWaited: z.number().int(),
    longestSeconds: z.number().int(),
    waitsSince: instant.nullable(),
    /** How many of us they had to do with. */
    people: z.number(),
    promises: z.object({
      inTime: z.number(),
      late: z.number(),
      /** Moved, and told before its time. */
      toldBefore: z.number(),
      open: z.number(),
    }),
  }),
  /** What they still do not know: questions without an answer, our word that is open, and what we did without telling them. */
  unknown: z.array(
    z.object({
      kind: z.enum(['question', 'promise', 'untold']),
      text: z.string(),
      since: instant,
      due: instant.nullable(),
    }),
  ),
})
export type TheirSide = z.infer<typeof theirSide>

export const theirSideRoutes = routes({
  'GET /conversations/{id}/their-side': {
    summary:
      'The matter as they lived it: what they wrote, what came to them and when, the silences between, our word and what became of it',
    access: 'observer',
    params: z.object({ id: id('conversation') }),
    response: theirSide,
  },
})
