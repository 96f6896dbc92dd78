import { z } from 'zod'
import { id, instant, pageOf, pageQuery } from './common.ts'
import { routes } from './route.ts'

/** Something went wrong for them, or they are hurt or in a hurry; put off by us; anything else. */
export const silenceKind = z.enum(['trouble', 'usual', 'later'])

const days = z.number().int().min(1).max(60).nullable()
/** Opening days nobody should hear nothing from us, per kind of conversation; null: no clock. */
export const silenceRules = z.object({ trouble: days, usual: days, later: days })

export const quiet = z.object({
  conversationId: id('conversation'),
  inboxId: z.string(),
  subject: z.string(),
  customerName: z.string(),
  assigneeId: z.string().nullable(),
  kind: silenceKind,
  /** They have heard nothing since. */
  since: instant,
  /** By when they must have heard. */
  limit: instant,
  passed: z.boolean(),
  /** An update from the real timeline, also where there is no news; a proposal, never sent by itself. */
  draft: z.string(),
  /** When the draft says they will hear again; sent with it, it becomes a promise. */
  next: instant,
})
export type Quiet = z.infer<typeof quiet>

export const silenceRoutes = routes({
  'GET /quiet': {
    summary: 'Conversations near their silence limit, the nearest first, each with its update drafted',
    access: 'observer',
    query: z.strictObject({ ...pageQuery, assignee: z.enum(['mine-or-nobody']).optional() }),
    response: pageOf(quiet),
  },
  'GET /silence-rules': {
    summary: 'How many opening days nobody should hear nothing from us',
    access: 'observer',
    response: silenceRules,
  },
  'PATCH /silence-rules': {
    summary: 'Change how long it may be quiet',
    access: 'lead',
    body: z.strictObject(silenceRules.partial().shape),
    response: silenceRules,
  },
})
