import { z } from 'zod'
import { id, instant } from './common.ts'
import { routes } from './route.ts'

const minutes = z.number().int().min(5).max(14_400)

/** After a failure, and for complaints that nobody answers. Minutes are opening time. */
export const recoveryRules = z.object({
  /** So long a person's matters go with more care after we let them down. */
  secondChanceDays: z.number().int().min(7).max(730),
  /** A complaint climbs to whoever looks after it, to who leads, to who runs the house. */
  assigneeAfter: minutes,
  leadAfter: minutes,
  adminAfter: minutes,
})

export const complaint = z.object({
  conversationId: id('conversation'),
  subject: z.string(),
  customerName: z.string(),
  inboxId: z.string(),
  assigneeId: z.string().nullable(),
  /** They wait for a word since. */
  since: instant,
  /** 1: whoever looks after it was told; 2: who leads; 3: who runs the house. */
  level: z.number().int(),
  /** Their words, where the reader has them. */
  words: z.string().nullable(),
})
export type Complaint = z.infer<typeof complaint>

export const secondReading = z.object({
  id: id('reading'),
  conversationId: id('conversation'),
  askedById: z.string(),
  readerId: z.string(),
  /** The answer as it stood when it was shown. */
  text: z.string(),
  askedAt: instant,
  answeredAt: instant.nullable(),
  good: z.boolean().nullable(),
  comment: z.string().nullable(),
})
export type SecondReading = z.infer<typeof secondReading>

const byConversation = z.object({ id: id('conversation') })

export const secondChancesRoutes = routes({
  'GET /recovery-rules': {
    summary: 'How long a second chance lasts, and when an unanswered complaint climbs',
    access: 'observer',
    response: recoveryRules,
  },
  'PATCH /recovery-rules': {
    summary: 'Change how long a second chance lasts, or when a complaint climbs',
    access: 'lead',
    body: z.strictObject(recoveryRules.partial().shape),
    response: recoveryRules,
  },
  'GET /complaints': {
    summary: 'Complaints that nobody has answered in time, the oldest first; it should be empty',
    access: 'observer',
    response: z.object({ items: z.array(complaint) }),
  },
  'GET /conversations/{id}/second-chance': {
    summary: 'Whether we let this person down lately, what happened then, and who may read an answer first',
    access: 'observer',
    params: byConversation,
    response: z.object({
      chance: z
        .object({
          since: instant,
          until: instant,
          what: z.string(),
          recoveryId: z.string(),
          conversationId: z.string(),
        })
        .nullable(),
      /** Teammates of this inbox who are here and could read along, leads first. */
      readers: z.array(z.object({ id: z.string(), name: z.string() })),
      /** Newest first. */
      readings: z.array(secondReading),
    }),
  },
  'POST /conversations/{id}/second-readings': {
    summary: 'Ask a colleague to read an answer before it goes',
    access: 'teammate',
    params: byConversation,
    body: z.strictObject({ readerId: id('teammate'), text: z.string().trim().min(1).max(20_000) }),
    response: secondReading,
    status: 201,
  },
  'POST /second-readings/{id}/answer': {
    summary: 'It is good as it is, or what you would change',
    access: 'teammate',
    params: z.object({ id: id('reading') }),
    body: z.strictObject({ good: z.boolean(), comment: z.string().trim().max(2000).optional() }),
    response: secondReading,
    status: 201,
  },
})
