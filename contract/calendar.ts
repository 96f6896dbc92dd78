import { z } from 'zod'
import { id, ok } from './common.ts'
import { routes } from './route.ts'

/** A calendar day of the company's zone, `YYYY-MM-DD`. */
export const day = z.iso.date()

export const holiday = z.object({ day, name: z.string() })

export const leave = z.object({
  id: id('leave'),
  teammateId: z.string(),
  /** First and last day away. */
  from: day,
  to: day,
  /** Asked to take over what is promised for these days. */
  standInId: z.string().nullable(),
})
export type Leave = z.infer<typeof leave>

export const calendarRoutes = routes({
  'GET /holidays': {
    summary: 'Days on which the company is closed, by name',
    access: 'observer',
    response: z.object({ items: z.array(holiday) }),
  },
  'PUT /holidays/{day}': {
    summary: 'Close a day, or rename one',
    access: 'admin',
    params: z.object({ day }),
    body: z.strictObject({ name: z.string().trim().min(1).max(80) }),
    response: holiday,
  },
  'DELETE /holidays/{day}': {
    summary: 'Open again on a day',
    access: 'admin',
    params: z.object({ day }),
    response: ok,
  },
  'GET /leaves': {
    summary: 'Who is away, now and later',
    access: 'observer',
    response: z.object({ items: z.array(leave) }),
  },
  'POST /leaves': {
    summary:
      'Say that I am away, or as a lead that a teammate is. What is promised for these days is handed to the stand-in, who accepts; what nobody has accepted when the leave begins is the team’s.',
    access: 'teammate',
    body: z.strictObject({
      teammateId: id('teammate').optional(),
      from: day,
      to: day,
      standInId: id('teammate').nullable().default(null),
    }),
    response: leave,
    status: 201,
  },
  'DELETE /leaves/{id}': {
    summary: 'Not away after all',
    access: 'teammate',
    params: z.object({ id: id('leave') }),
    response: ok,
  },
})
