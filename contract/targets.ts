import { z } from 'zod'
import { id, instant, ok } from './common.ts'
import { routes } from './route.ts'

/** The first answer of a person to a new matter, or each one after it. Automatic answers are none. */
export const targetAnswer = z.enum(['first', 'next'])
export const targetChannel = z.enum(['email', 'page', 'api'])

const scope = {
  answer: targetAnswer,
  /** Null: every inbox. */
  inboxId: id('inbox').nullable(),
  /** Null: every channel. */
  channel: targetChannel.nullable(),
  /** True: where harm or hurry shows in what they wrote; false: elsewhere; null: both. */
  pressing: z.boolean().nullable(),
}

export const targetRule = z.object({
  id: id('rule'),
  ...scope,
  /** In opening time: hours in which nobody is here do not count. */
  minutes: z.number().int(),
})
export type TargetRule = z.infer<typeof targetRule>

/** What runs in a conversation. */
export const target = z.object({
  answer: targetAnswer,
  /** They wait since. */
  since: instant,
  /** By when they should hear. */
  at: instant,
  missed: z.boolean(),
})

/** How long people really wait for the first word of a person; null where too few have asked lately to say so. */
export const expectedWait = z
  .object({
    /** Half of them hear sooner than this, in minutes of opening time. */
    usually: z.number().int(),
    /** Eight of ten hear sooner. */
    mostly: z.number().int(),
    /** Who asks at this moment would usually, and mostly, have heard by then. */
    usuallyBy: instant,
    mostlyBy: instant,
    /** From so many matters of so many weeks. */
    matters: z.number().int(),
    weeks: z.number().int(),
  })
  .nullable()

export const targetsRoutes = routes({
  'GET /target-rules': {
    summary: 'How soon people should hear from us',
    access: 'observer',
    response: z.object({ items: z.array(targetRule) }),
  },
  'PUT /target-rules': {
    summary: 'Set a target, or change the one of the same scope',
    access: 'lead',
    body: z.strictObject({
      answer: targetAnswer,
      inboxId: id('inbox').nullable().default(null),
      channel: targetChannel.nullable().default(null),
      pressing: z.boolean().nullable().default(null),
      minutes: z.number().int().min(1).max(14_400),
    }),
    response: targetRule,
  },
  'DELETE /target-rules/{id}': {
    summary: 'Take a target away',
    access: 'lead',
    params: z.object({ id: id('rule') }),
    response: ok,
  },
  'GET /conversations/{id}/target': {
    summary: 'By when somebody should be answered; null where nobody waits or nothing is set',
    access: 'observer',
    params: z.object({ id: id('conversation') }),
    response: z.object({ target: target.nullable() }),
  },
  'GET /inboxes/{id}/expected-wait': {
    summary: 'How long people really wait for the first answer of a person, from the last weeks',
    access: 'observer',
    params: z.object({ id: id('inbox') }),
    query: z.strictObject({ channel: targetChannel.optional() }),
    response: z.object({ wait: expectedWait }),
  },
})
