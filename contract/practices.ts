import { z } from 'zod'
import { routes } from './route.ts'

/** Ways of working that a lead switches on. What needs no set-up is always there and has no switch. */
export const practiceNames = [
  'callbacks',
  'options',
  'actions',
  'targets',
  'onCall',
  'namedPerson',
  'handover',
  'goals',
  'matters',
  'dealings',
  'climbing',
  'secondChance',
  'authority',
  'extras',
  'heat',
  'theirSide',
  'incidents',
  'surge',
  'statusPage',
  'statements',
] as const
export const practiceName = z.enum(practiceNames)
export type PracticeName = z.infer<typeof practiceName>

export const practicesRoutes = routes({
  'GET /practices': {
    summary: 'Which ways of working are switched on',
    access: 'observer',
    response: z.object({ on: z.array(practiceName) }),
  },
  'PUT /practices/{name}': {
    summary: 'Switch a way of working on or off',
    access: 'lead',
    params: z.object({ name: practiceName }),
    body: z.strictObject({ on: z.boolean() }),
    response: z.object({ on: z.array(practiceName) }),
  },
})
