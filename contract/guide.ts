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
})
