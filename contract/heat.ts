import { z } from 'zod'
import { id, instant, nothing, ok } from './common.ts'
import { routes } from './route.ts'

/** Their words to whoever answers: hard, or beyond what anybody has to take. Only a person says which. */
export const heatKind = z.enum(['hard', 'abuse'])
export type HeatKind = z.infer<typeof heatKind>

/** In this order: said kindly, said clearly, and the end of it, which a lead decides. */
export const policySteps = ['friendly', 'firm', 'end'] as const
export const policyStep = z.enum(policySteps)
export type PolicyStep = z.infer<typeof policyStep>

const words = z.string().trim().min(1).max(1000)
const because = z.string().trim().min(1).max(500)

const wayOut = z.object({
  /** "Another time". */
  name: z.string().trim().min(1).max(80),
  /** What can be said of it in the reply. */
  words,
})

/** What the team has said about it, beside the switch. */
export const heatRules = z.object({
  /** What can be offered to somebody who is angry: another way, another time, another person. */
  ways: z.array(wayOut).max(12),
  policy: z.object({ friendly: words, firm: words, end: words }),
  /** For so many minutes a draft rests. */
  restMinutes: z.number().int().min(1).max(480),
  /** After so many minutes without a yes the next colleague is asked. */
  askMinutes: z.number().int().min(2).max(480),
  /** For so many days what a lead has decided stands. */
  endDays: z.number().int().min(1).max(730),
})
export type HeatRules = z.infer<typeof heatRules>

const took = z.object({
  id: id('policyStep'),
  conversationId: id('conversation'),
  step: policyStep,
  because: z.string().nullable(),
  by: z.string().nullable(),
  at: instant,
  /** For the end alone: so long it stands. */
  until: instant.nullable(),
  liftedAt: instant.nullable(),
})
export type TookStep = z.infer<typeof took>

const relief = z.object({
  id: id('relief'),
  /** open: somebody is asked; taken; nobody: everybody was asked, and who leads was told; withdrawn. */
  state: z.enum(['open', 'taken', 'nobody', 'withdrawn']),
  askedById: z.string(),
  /** Who is asked at this moment, or took it. */
  toId: z.string().nullable(),
  toName: z.string().nullable(),
  handoverId: z.string().nullable(),
  /** Then the next colleague is asked. */
  nextAt: instant.nullable(),
})
export type Relief = z.infer<typeof relief>

export const heat = z.object({
  /** Their newest words that sound hard, where nobody has said yet what they are. */
  proposal: z.object({ messageId: z.string(), words: z.string(), kind: heatKind }).nullable(),
  /** A person has said so of a message that is not answered yet. */
  confirmed: z
    .object({ messageId: z.string(), kind: heatKind, by: z.string().nullable(), at: instant })
    .nullable(),
  ways: z.array(wayOut),
  policy: z.object({ friendly: z.string(), firm: z.string(), end: z.string() }),
  /** Taken in this conversation, oldest first. */
  steps: z.array(took),
  /** Comes next by the policy; null when all were taken. */
  next: policyStep.nullable(),
  /** What a lead has decided about this person and still stands, wherever it was decided. */
  ended: took.nullable(),
  /** My draft rests until then. */
  rest: z.object({ until: instant }).nullable(),
  relief: relief.nullable(),
  /** Whether somebody could be asked: colleagues who see this inbox and are here, where handing over is on. */
  canSwap: z.boolean(),
})
export type Heat = z.infer<typeof heat>

const byConversation = z.object({ id: id('conversation') })

export const heatRoutes = routes({
  'GET /conversations/{id}/heat': {
    summary: 'Whether their words are hard, and what helps: ways to offer, a rest, a colleague, our policy',
    access: 'observer',
    params: byConversation,
    response: heat,
  },
  'PUT /conversations/{id}/heat/{messageId}': {
    summary: 'A person says what a message is; `no`: it is not asked again',
    access: 'teammate',
    params: z.object({ id: id('conversation'), messageId: id('message') }),
    body: z.strictObject({ kind: z.enum(['hard', 'abuse', 'no']) }),
    response: heat,
  },
  'POST /conversations/{id}/rest': {
    summary: 'My draft rests for some minutes; then I am reminded',
    access: 'teammate',
    params: byConversation,
    body: z.strictObject({ minutes: z.number().int().min(1).max(480).optional() }),
    response: heat,
    status: 201,
  },
  'DELETE /conversations/{id}/rest': {
    summary: 'I write on now',
    access: 'teammate',
    params: byConversation,
    response: heat,
  },
  'POST /conversations/{id}/reliefs': {
    summary: 'A colleague takes this from me: one after the other is asked until somebody accepts',
    access: 'teammate',
    params: byConversation,
    body: nothing,
    response: heat,
    status: 201,
  },
  'DELETE /conversations/{id}/reliefs': {
    summary: 'I go on with it myself',
    access: 'teammate',
    params: byConversation,
    response: heat,
  },
  'POST /conversations/{id}/policy-steps': {
    summary: 'The next step of our policy was taken; the end is a lead’s to decide, with its reason',
    access: 'teammate',
    params: byConversation,
    body: z.strictObject({ step: policyStep, because: because.optional() }),
    response: heat,
    status: 201,
  },
  'POST /policy-steps/{id}/lifting': {
    summary: 'What was decided stands no longer',
    access: 'lead',
    params: z.object({ id: id('policyStep') }),
    body: nothing,
    response: ok,
    status: 201,
  },
  'GET /heat-rules': {
    summary: 'What the team has said about hard words',
    access: 'observer',
    response: heatRules,
  },
  'PATCH /heat-rules': {
    summary: 'Change it',
    access: 'lead',
    body: heatRules.partial().strict(),
    response: heatRules,
  },
})
