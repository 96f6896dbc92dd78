import { z } from 'zod'
import { id } from './common.ts'

// What a list may be narrowed by. The same words stand in views, in the API's `filter` and behind the operators of the search.

const not = z.boolean().default(false)
const some = <T extends z.ZodType>(of: T) => z.array(of).min(1).max(50)
const days = z.number().int().min(1).max(3650)

/** How a value of a custom field is asked for; which of them fit is for the field's kind to say. */
export const fieldTest = z.union([
  z.strictObject({ set: z.boolean() }),
  z.strictObject({ is: some(z.string().max(200)) }),
  z.strictObject({ atLeast: z.string().max(40) }),
  z.strictObject({ atMost: z.string().max(40) }),
])
export type FieldTest = z.infer<typeof fieldTest>

export const condition = z.discriminatedUnion('on', [
  z.strictObject({
    on: z.literal('status'),
    is: some(z.enum(['open', 'waiting', 'snoozed', 'closed'])),
    not,
  }),
  z.strictObject({ on: z.literal('inbox'), is: some(id('inbox')), not }),
  z.strictObject({
    on: z.literal('assignee'),
    /** `me` is whoever reads the list; `nobody` is New. */
    is: some(z.union([z.enum(['me', 'nobody']), id('teammate')])),
    not,
  }),
  z.strictObject({ on: z.literal('team'), is: some(id('team')), not }),
  z.strictObject({ on: z.literal('tag'), is: some(id('tag')), not }),
  /** Of the person, not of the matter. */
  z.strictObject({ on: z.literal('person-tag'), is: some(id('tag')), not }),
  z.strictObject({ on: z.literal('channel'), is: some(z.string().regex(/^[a-z-]{1,20}$/)), not }),
  /** They have been waiting for us longer than so many hours. */
  z.strictObject({ on: z.literal('waiting'), hours: z.number().int().min(0).max(8760), not }),
  /** Something was said within so many days. */
  z.strictObject({ on: z.literal('last'), days, not }),
  /** What we owe them: an open promise, one that is late or broken, or nothing. */
  z.strictObject({ on: z.literal('promise'), is: some(z.enum(['open', 'late', 'broken', 'none'])), not }),
  z.strictObject({ on: z.literal('customer'), is: some(id('customer')), not }),
  /** By name, as it stands on the person’s card. */
  z.strictObject({ on: z.literal('company'), is: some(z.string().trim().min(1).max(200)), not }),
  z.strictObject({ on: z.literal('field'), field: id('field'), test: fieldTest, not }),
  /** They had to ask again, at least so often. */
  z.strictObject({ on: z.literal('chased'), times: z.number().int().min(1).max(20), not }),
  /** What their words showed, anywhere in the matter (A8). */
  z.strictObject({
    on: z.literal('mood'),
    is: some(z.enum(['upset', 'urgent', 'leaving', 'failure', 'thanks', 'praise'])),
    not,
  }),
  z.strictObject({ on: z.literal('file'), not }),
  z.strictObject({ on: z.literal('unread'), not }),
])
export type Condition = z.infer<typeof condition>
export type ConditionKind = Condition['on']

const match = z.enum(['all', 'any'])
const list = <T extends z.ZodType>(of: T) => z.array(of).max(20)

// Three levels and no more: beyond that nobody can say what a view shows.
const inner = z.strictObject({ match, of: list(condition) })
const middle = z.strictObject({ match, of: list(z.union([inner, condition])) })
/** `all` of it or `any` of it; a part is a condition or a group of its own, three levels deep at most. An empty group lets everything through. */
export const filter = z.strictObject({ match, of: list(z.union([middle, condition])) })
export type Filter = z.infer<typeof filter>
export type Group = Filter | z.infer<typeof middle> | z.infer<typeof inner>
export type Part = Group | Condition
export const isGroup = (part: Part): part is Group => 'of' in part
export const deepest = 3

export const mostConditions = 40
export const countConditions = (part: Part): number =>
  isGroup(part) ? part.of.reduce((sum, one) => sum + countConditions(one), 0) : 1

export const sort = z.enum(['pressing', 'newest', 'promised'])
export type Sort = z.infer<typeof sort>
