import { z } from 'zod'
import { id, instant } from './common.ts'
import { routes } from './route.ts'

/*
 * The guide: what this team has decided about its care language. Each entry holds for the whole house (`inboxId` null) or
 * is added for one inbox.
 */
const place = id('inbox').nullable()
const when = { at: instant, byId: z.string().nullable() }

/** What a check is about, for people; the examples are in the app's practice page. */
export const guideCheck = z.object({
  id: z.string(),
  family: z.string(),
  severity: z.enum(['important', 'hint', 'note', 'info', 'triage']),
  title: z.string(),
  why: z.string(),
  source: z.string(),
  practices: z.array(z.string()),
  /** Only these can be switched off: a promise is always noticed, what they wrote is always read. */
  switchable: z.boolean(),
  /** Only these may stop a reply at Send. */
  mayStop: z.boolean(),
})

/** What a team says about a check: it hints (`on`), it is silent, or it stops a reply at Send until somebody says “all the same”. */
export const checkRule = z.enum(['on', 'off', 'stops'])
export type CheckRule = z.infer<typeof checkRule>

const line = z.string().trim().min(1).max(200)
export const voice = z.object({
  /** How we speak to people: by which name, formal or not. */
  address: z.string().trim().max(500).default(''),
  tone: z.string().trim().max(1000).default(''),
  /** How a letter of ours ends. */
  signOff: z.string().trim().max(200).default(''),
  dos: z.array(line).max(12).default([]),
  donts: z.array(line).max(12).default([]),
  notes: z.string().trim().max(5000).default(''),
})
export type Voice = z.infer<typeof voice>

/** `inside`: ours, not theirs; with `plain`, what to say instead. `opener`: a beginning nobody here uses. `known`: never flagged. */
export const wordKind = z.enum(['inside', 'opener', 'known'])
export type WordKind = z.infer<typeof wordKind>
const word = z.string().trim().min(1).max(120)
export const guideWord = z.object({
  id: id('word'),
  inboxId: place,
  kind: wordKind,
  word: z.string(),
  plain: z.string().nullable(),
  ...when,
})
export type GuideWord = z.infer<typeof guideWord>

export const guideVoice = voice.extend({ inboxId: place, ...when })

export const guide = z.object({
  checks: z.array(guideCheck),
  /** A check without a rule is on. A rule of an inbox counts there before the house’s. */
  rules: z.array(z.object({ check: z.string(), rule: checkRule, inboxId: place, ...when })),
  voices: z.array(guideVoice),
  words: z.array(guideWord),
})
export type Guide = z.infer<typeof guide>

/** What the reader obeys where a reply is written: the house's guide with the inbox's added. */
export const guideInForce = z.object({
  checksOff: z.array(z.string()),
  stops: z.array(z.string()),
  words: z.object({
    jargon: z.array(z.string()),
    known: z.array(z.string()),
    openers: z.array(z.string()),
    preferred: z.array(z.object({ not: z.string(), say: z.string() })),
  }),
  voice,
})
export type GuideInForce = z.infer<typeof guideInForce>

const wallClock = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/, 'must be local time like 2026-11-25T09:30')
const span = { start: z.number(), end: z.number() }

export const guideRoutes = routes({
  'GET /guide': {
    summary: 'The care language of this house: checks, voice guide, own words, and who changed what',
    access: 'observer',
    response: guide,
  },
  'PUT /guide/checks/{id}': {
    summary: 'Switch a check on or off, or let it stop a reply; for the whole house or for one inbox',
    access: 'lead',
    params: z.object({ id: z.string().max(60) }),
    body: z.strictObject({
      /** Null: as the house says; in the house, on. */
      rule: checkRule.nullable(),
      inboxId: place.default(null),
    }),
    response: guide,
  },
  'PUT /guide/voice': {
    summary: 'Rewrite the voice guide of the house, or what one inbox adds to it',
    access: 'lead',
    body: z.strictObject({
      ...voice.shape,
      inboxId: place.default(null),
      /** The `at` it was read with: what a colleague has written since is not overwritten. */
      changedSince: instant.nullish(),
    }),
    response: guideVoice,
  },
  'POST /guide/words': {
    summary: 'Add own words; those that are there already stay as they are',
    access: 'lead',
    body: z.strictObject({
      inboxId: place.default(null),
      kind: wordKind,
      words: z
        .array(z.strictObject({ word, plain: word.nullish() }))
        .min(1)
        .max(200),
    }),
    response: z.object({ items: z.array(guideWord), already: z.number() }),
    status: 201,
  },
  'PATCH /guide/words/{id}': {
    summary: 'Change a word, or what to say instead',
    access: 'lead',
    params: z.object({ id: id('word') }),
    body: z.strictObject({ word: word.optional(), plain: word.nullable().optional() }),
    response: guideWord,
  },
  'DELETE /guide/words/{id}': {
    summary: 'Take a word out',
    access: 'lead',
    params: z.object({ id: id('word') }),
    status: 204,
  },
  'GET /inboxes/{id}/guide': {
    summary: 'What the reader obeys in this inbox',
    access: 'observer',
    params: z.object({ id: id('inbox') }),
    response: guideInForce,
  },
  'POST /guide/readings': {
    summary: 'Read a draft as the care line does, by this house’s guide. Nothing is kept.',
    access: 'teammate',
    body: z.strictObject({
      inboxId: place.default(null),
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
