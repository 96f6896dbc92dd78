import { z } from 'zod'
import { id, instant } from './common.ts'
import { routes } from './route.ts'

/** Two or three ways to go on, as a question in a reply. What they choose becomes the promise, by when it says. */
export const newOffer = z.strictObject({
  question: z.string().trim().min(1).max(300),
  choices: z
    .array(
      z.strictObject({
        text: z.string().trim().min(1).max(300),
        /** By when we would do it; null where it has no time of its own. */
        due: instant.nullable().default(null),
        /** The customer’s own idea, put among ours. */
        theirs: z.boolean().default(false),
      }),
    )
    .min(2)
    .max(4),
  /** Ask for another idea of theirs as well. */
  ownIdea: z.boolean().default(true),
})
export type NewOffer = z.infer<typeof newOffer>

export const offer = z.object({
  id: id('offer'),
  conversationId: z.string(),
  messageId: z.string(),
  question: z.string(),
  ownIdea: z.boolean(),
  madeAt: instant,
  /** open: nothing is chosen; own: an idea of theirs waits for our yes; chosen: it is a promise now; done: kept. */
  state: z.enum(['open', 'own', 'chosen', 'done', 'withdrawn']),
  choices: z.array(
    z.object({
      position: z.number(),
      text: z.string(),
      due: instant.nullable(),
      theirs: z.boolean(),
    }),
  ),
  chosen: z.number().nullable(),
  chosenAt: instant.nullable(),
  chosenOn: z.enum(['page', 'reply']).nullable(),
  promiseId: z.string().nullable(),
  /** What a letter of theirs seems to choose, with the words that say so. */
  proposal: z.object({ position: z.number(), messageId: z.string(), words: z.string() }).nullable(),
})
export type Offer = z.infer<typeof offer>

const byId = z.object({ id: id('offer') })

export const optionsRoutes = routes({
  'GET /conversations/{id}/offers': {
    summary: 'What was put to them to choose from in this matter, oldest first',
    access: 'observer',
    params: z.object({ id: id('conversation') }),
    response: z.object({ items: z.array(offer) }),
  },
  'POST /offers/{id}/choice': {
    summary: 'They chose, in a letter or on the phone: it becomes the promise; one chosen before is let go',
    access: 'teammate',
    params: byId,
    body: z.union([
      z.strictObject({ position: z.number().int().min(1).max(20) }),
      z.strictObject({ own: z.string().trim().min(1).max(1000) }),
    ]),
    response: offer,
    status: 201,
  },
  'DELETE /offers/{id}/proposal': {
    summary: 'Their letter did not choose that',
    access: 'teammate',
    params: byId,
    response: offer,
  },
  'POST /offers/{id}/agreement': {
    summary: 'We take up their own idea: it becomes the promise',
    access: 'teammate',
    params: byId,
    body: z.strictObject({ due: instant.nullable() }),
    response: offer,
    status: 201,
  },
  'POST /offers/{id}/withdrawal': {
    summary: 'It cannot be chosen from any more; a promise that came of it stands',
    access: 'teammate',
    params: byId,
    response: offer,
    status: 201,
  },
})
