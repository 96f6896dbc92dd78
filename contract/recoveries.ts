import { z } from 'zod'
import { id, instant, ok, pageOf, pageQuery } from './common.ts'
import { routes } from './route.ts'

/** In this order: seen before sorry, sorry before the fix, and at the end we ask whether it is good again. */
export const recoverySteps = ['acknowledge', 'apologise', 'fix', 'explain', 'extra', 'check'] as const
export const recoveryStep = z.enum(recoverySteps)
export type RecoveryStep = z.infer<typeof recoveryStep>

export const costKind = z.enum(['time', 'money', 'face', 'other'])
export type CostKind = z.infer<typeof costKind>

/** What a step is done by: it can be looked at. */
export const evidenceKind = z.enum(['message', 'act', 'promise', 'decision', 'extra'])
const evidence = z.object({ kind: evidenceKind, id: z.string() })

const proposal = z.object({
  step: recoveryStep,
  evidence,
  /** The sentence of the letter that does it, or the name of the act. */
  words: z.string(),
  at: instant,
})

export const recovery = z.object({
  id: id('recovery'),
  conversationId: id('conversation'),
  subject: z.string(),
  customerId: z.string(),
  customerName: z.string(),
  inboxId: id('inbox'),
  assigneeId: z.string().nullable(),
  /** What went wrong, in plain words. */
  what: z.string(),
  /** By hand, by what they wrote and a person confirmed, by our broken promise, or by another program. */
  source: z.enum(['hand', 'signal', 'promise', 'api']),
  messageId: z.string().nullable(),
  promiseId: z.string().nullable(),
  since: instant,
  openedAt: instant,
  openedBy: z.string().nullable(),
  costs: z.array(
    z.object({
      position: z.number().int(),
      kind: costKind,
      /** In their own words. */
      words: z.string(),
      /** Where they said it; null where they said it aloud. */
      messageId: z.string().nullable(),
      at: instant,
      by: z.string().nullable(),
    }),
  ),
  /** All six, in their order. */
  steps: z.array(
    z.object({
      step: recoveryStep,
      state: z.enum(['open', 'done', 'left-out']),
      /** When it was done: the time of the letter or act. */
      at: instant.nullable(),
      by: z.string().nullable(),
      evidence: evidence.nullable(),
      words: z.string().nullable(),
      /** Why it was left out. */
      because: z.string().nullable(),
      /** It came before an earlier step: a fix before they were seen. */
      early: z.boolean(),
    }),
  ),
  /** The first step that is open; null when all are done or left out. */
  next: recoveryStep.nullable(),
  /** What our letters and acts seem to have done already, for a person to confirm. */
  proposals: z.array(proposal),
  /** When we ask them whether it is good again, and whether they were told that we do. */
  check: z.object({ due: instant, promiseId: z.string().nullable(), reached: z.boolean() }).nullable(),
  closed: z
    .object({
      at: instant,
      by: z.string().nullable(),
      /** as-it-is: with steps open, and a reason; mistaken: nothing of ours had failed. */
      outcome: z.enum(['made-right', 'as-it-is', 'mistaken']),
      because: z.string().nullable(),
    })
    .nullable(),
})
export type Recovery = z.infer<typeof recovery>

const byId = z.object({ id: id('recovery') })
const byConversation = z.object({ id: id('conversation') })
const words = z.string().trim().min(1).max(500)
const cost = z.strictObject({ kind: costKind, words, messageId: id('message').optional() })

/** One failure that was closed, and what came after it. */
const closedFailure = z.object({
  recoveryId: z.string(),
  conversationId: z.string(),
  customerName: z.string(),
  what: z.string(),
  closedAt: instant,
  madeRight: z.boolean(),
  /** Their own words behind the fix that say it is good again; null where they said nothing of it. */
  good: z.object({ messageId: z.string(), words: z.string() }).nullable(),
  /** It happened to them again within the second chance. */
  again: z.boolean(),
})

export const recoveriesRoutes = routes({
  'GET /recovery-rate': {
    summary:
      'Failures closed in the last 90 days: made right, said to be good again, happened again; with each behind it',
    access: 'observer',
    response: z.object({
      closed: z.number().int(),
      madeRight: z.number().int(),
      good: z.number().int(),
      again: z.number().int(),
      items: z.array(closedFailure),
    }),
  },
  'GET /recoveries': {
    summary: 'What is being made right, the longest open first; or what was, newest first',
    access: 'observer',
    query: z.strictObject({ ...pageQuery, state: z.enum(['open', 'closed']).default('open') }),
    response: pageOf(recovery),
  },
  'GET /recoveries/{id}': {
    summary: 'One recovery, with its trail',
    access: 'observer',
    params: byId,
    response: recovery,
  },
  'GET /customers/{id}/recoveries': {
    summary: 'When we let them down, newest first, in inboxes the reader sees',
    access: 'observer',
    params: z.object({ id: id('customer') }),
    response: z.object({ items: z.array(recovery) }),
  },
  'GET /conversations/{id}/recoveries': {
    summary: 'The recoveries of this conversation, newest first, and whether what they wrote suggests one',
    access: 'observer',
    params: byConversation,
    response: z.object({
      items: z.array(recovery),
      /** Their words that show a failure or hurt; a person decides. Null while one is open, or after a no. */
      proposal: z.object({ messageId: z.string(), signal: z.string(), words: z.string() }).nullable(),
    }),
  },
  'POST /conversations/{id}/recoveries': {
    summary: 'We let them down here: begin to make it right',
    access: 'teammate',
    params: byConversation,
    body: z.strictObject({
      what: words,
      /** Their message in which it shows. */
      messageId: id('message').optional(),
      /** It was proposed by what they wrote, and a person says so. */
      confirmed: z.boolean().default(false),
      costs: z.array(cost).max(10).default([]),
    }),
    response: recovery,
    status: 201,
  },
  'POST /conversations/{id}/recovery-refusals': {
    summary: 'Nothing of ours failed in this message: it is not proposed again',
    access: 'teammate',
    params: byConversation,
    body: z.strictObject({ messageId: id('message') }),
    response: ok,
    status: 201,
  },
  'POST /recoveries/{id}/steps': {
    summary: 'Steps are done, by one letter, act or promise that can be looked at',
    access: 'teammate',
    params: byId,
    body: z.strictObject({
      steps: z.array(recoveryStep).min(1).max(6),
      evidence: z.strictObject({ kind: evidenceKind, id: z.string().max(60) }),
    }),
    response: recovery,
    status: 201,
  },
  'POST /recoveries/{id}/omissions': {
    summary: 'A step is left out, with its reason',
    access: 'teammate',
    params: byId,
    body: z.strictObject({ step: recoveryStep, because: words }),
    response: recovery,
    status: 201,
  },
  'DELETE /recoveries/{id}/steps/{step}': {
    summary: 'The step is open again',
    access: 'teammate',
    params: z.object({ id: id('recovery'), step: recoveryStep }),
    response: recovery,
  },
  'POST /recoveries/{id}/refusals': {
    summary: 'This letter or act does not do that step: it is not proposed again',
    access: 'teammate',
    params: byId,
    body: z.strictObject({ step: recoveryStep, evidenceId: z.string().max(60) }),
    response: recovery,
    status: 201,
  },
  'POST /recoveries/{id}/costs': {
    summary: 'What it cost them, in their own words; with `messageId` they must stand in that message',
    access: 'teammate',
    params: byId,
    body: cost,
    response: recovery,
    status: 201,
  },
  'DELETE /recoveries/{id}/costs/{position}': {
    summary: 'It was not that',
    access: 'teammate',
    params: z.object({ id: id('recovery'), position: z.coerce.number().int() }),
    response: recovery,
  },
  'PUT /recoveries/{id}/check': {
    summary: 'When we ask them whether it is good again: as a promise to them, or as a reminder to us',
    access: 'teammate',
    params: byId,
    /** A new time, promised or only remembered; or a promise of this conversation that is just that. */
    body: z.union([
      z.strictObject({ due: instant, promised: z.boolean() }),
      z.strictObject({ promiseId: id('promise') }),
    ]),
    response: recovery,
  },
  'POST /recoveries/{id}/closing': {
    summary: 'Made right; with open steps, or where nothing had failed, it needs a reason',
    access: 'teammate',
    params: byId,
    body: z.strictObject({
      outcome: z.enum(['made-right', 'as-it-is', 'mistaken']),
      because: words.optional(),
    }),
    response: recovery,
    status: 201,
  },
  'POST /recoveries/{id}/reopening': {
    summary: 'It is not good yet',
    access: 'teammate',
    params: byId,
    response: recovery,
    status: 201,
  },
})
