import { z } from 'zod'
import { email, id, instant, pageOf, pageQuery } from './common.ts'
import { routes } from './route.ts'

export const dealingKind = z.enum(['purchase', 'visit', 'usage', 'event'])

export const dealing = z.object({
  id: id('dealing'),
  kind: dealingKind,
  what: z.string(),
  at: instant,
  /** With its currency, or neither. */
  amount: z.number().nullable(),
  currency: z.string().nullable(),
  externalId: z.string(),
})
export type Dealing = z.infer<typeof dealing>

export const mostDealings = 500

/** What became of a row: new, as it was, corrected, or refused with the reason in a sentence. */
export const takenRow = z.object({
  outcome: z.enum(['added', 'same', 'corrected', 'refused']),
  customerId: z.string().nullable(),
  /** The address was new: so is the person. */
  newPerson: z.boolean(),
  because: z.string().nullable(),
})

export const dealingsRoutes = routes({
  'POST /dealings': {
    summary:
      'What customers bought, when they came, what they use, up to 500 at once. The same external id is the same dealing: a second run adds nothing. With `dryRun` nothing is kept.',
    access: 'teammate',
    body: z.strictObject({
      inboxId: id('inbox'),
      dryRun: z.boolean().default(false),
      items: z
        .array(
          z.strictObject({
            /** The other program's own number. Left out: the row itself is its number. */
            externalId: z.string().trim().min(1).max(200).optional(),
            kind: dealingKind.default('purchase'),
            what: z.string().trim().min(1).max(300),
            at: instant,
            amount: z.number().min(-1e12).max(1e12).nullable().default(null),
            currency: z
              .string()
              .trim()
              .regex(/^[A-Za-z]{3}$/)
              .nullable()
              .default(null),
            who: z.strictObject({
              email: email.optional(),
              phone: z.string().trim().max(40).optional(),
              name: z.string().trim().max(200).optional(),
            }),
          }),
        )
        .min(1)
        .max(mostDealings),
    }),
    response: z.object({ items: z.array(takenRow) }),
  },
  'GET /customers/{id}/dealings': {
    summary: 'What they bought, when they came, what they use; newest first',
    access: 'observer',
    params: z.object({ id: id('customer') }),
    query: z.strictObject({ ...pageQuery }),
    response: pageOf(dealing),
  },
  'DELETE /customers/{id}/dealings/{dealingId}': {
    summary: 'Forget a dealing that is not theirs',
    access: 'teammate',
    params: z.object({ id: id('customer'), dealingId: id('dealing') }),
    status: 204,
  },
})
