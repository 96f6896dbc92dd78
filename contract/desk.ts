import { z } from 'zod'
import { day } from './calendar.ts'
import { id, instant, pageOf, pageQuery } from './common.ts'
import { conversation, conversationRow, message, status, view } from './conversations.ts'
import { timelineItem } from './customers.ts'
import { sort } from './filters.ts'
import { goal } from './goals.ts'
import { handover } from './handover.ts'
import { personToTell } from './matters.ts'
import { promise } from './promises.ts'
import { routes } from './route.ts'
import { complaint } from './secondChances.ts'
import { quiet } from './silence.ts'

const byId = z.object({ id: id('conversation') })

/** What one screen shows at once, read across rooms. */
export const deskRoutes = routes({
  'GET /conversations': {
    summary: 'A page of conversations, most pressing first in the working views, newest first elsewhere',
    access: 'observer',
    query: z.strictObject({
      ...pageQuery,
      inbox: id('inbox').optional(),
      status: status.optional(),
      view: view.optional(),
      assignee: id('teammate').optional(),
      customer: id('customer').optional(),
      /** A view that somebody has made. */
      saved: id('view').optional(),
      /** What such a view is made of, as JSON (see `POST /views`). */
      filter: z.string().max(8000).optional(),
      sort: sort.optional(),
    }),
    response: pageOf(conversationRow),
  },
  'GET /conversations/counts': {
    summary:
      'How many are in each view, for me and my inboxes, each up to a hundred; `views` names some of ours and of those that were made',
    access: 'observer',
    query: z.strictObject({
      inbox: id('inbox').optional(),
      views: z
        .string()
        .regex(/^(([a-z-]{1,30}|viw_\w{22})(,|$)){1,20}$/, 'must be names of views with commas between')
        .optional(),
    }),
    /** Null: it could not be counted quickly. */
    response: z.record(z.string(), z.number().nullable()),
  },
  'GET /conversations/{id}': {
    summary: 'One conversation, whole',
    access: 'observer',
    params: byId,
    response: conversation,
  },
  'GET /messages': {
    summary: 'Messages with a given header, `header=X-Test-Case:abc`',
    access: 'observer',
    query: z.strictObject({ ...pageQuery, header: z.string().min(3).max(300) }),
    response: pageOf(message),
  },
  'GET /messages/{id}': {
    summary: 'One message',
    access: 'observer',
    params: z.object({ id: id('message') }),
    response: message,
  },
  'GET /messages/{id}/raw': {
    summary: 'The letter as it came, or as ours left, byte for byte',
    access: 'observer',
    params: z.object({ id: id('message') }),
    gives: 'message/rfc822',
  },
  'GET /customers/{id}/timeline': {
    summary: 'Everything between us, newest first, over all matters the reader may see',
    access: 'observer',
    params: z.object({ id: id('customer') }),
    query: z.strictObject(pageQuery),
    response: pageOf(timelineItem),
  },
  'GET /today': {
    summary: 'My day: what I owe, who waits, what is late; a list with an end',
    access: 'observer',
    response: z.object({
      /** All there are, however few of them are named below. `fresh`: open conversations that are nobody’s. */
      counts: z.object({
        waiting: z.number(),
        due: z.number(),
        late: z.number(),
        untold: z.number(),
        quiet: z.number(),
        fresh: z.number(),
      }),
      /** Mine and nobody’s, late ones first: twenty at most. */
      promises: z.array(promise),
      handovers: z.array(promise),
      /** Kept by me, and somebody does not know yet. */
      untold: z.array(promise),
      /** Near their silence limit, mine or nobody’s. */
      quiet: z.array(quiet),
      /** Seven at most, mine first. */
      waiting: z.array(
        z.object({
          conversationId: z.string(),
          subject: z.string(),
          gist: z.string(),
          customerName: z.string(),
          preferredName: z.string().nullable(),
          waitingSince: instant.nullable(),
          because: z.string(),
          mine: z.boolean(),
        }),
      ),
      /** Sends that were refused or not confirmed, letters that could not be read: work for a person. */
      tasks: z.array(
        z.object({
          kind: z.enum(['refused', 'unknown', 'bounced', 'unreadable', 'held', 'job-parked']),
          conversationId: z.string().nullable(),
          messageId: z.string().nullable(),
          text: z.string(),
          at: instant,
        }),
      ),
      /** Handed to me or by me without a yes yet, and what I took on without a word to the customer. */
      briefs: z.array(handover),
      /** Goals to look at, people to tell, and whom I let go without a goodbye. */
      reachOut: z.object({
        goals: z.array(goal),
        tell: z.array(personToTell),
        goodbyes: z.array(
          z.object({
            conversationId: z.string(),
            subject: z.string(),
            customerName: z.string(),
            closedAt: instant,
          }),
        ),
      }),
      /** What a lead sees besides; null for others. */
      lead: z
        .object({
          /** The disk is full, and letters are turned away. */
          noRoom: z.boolean(),
          /** Others' handovers without a yes, the oldest first. */
          handovers: z.array(handover),
          /** They said on their page that they are not happy, and nobody has written to them since. */
          unhappy: z.array(
            z.object({
              conversationId: z.string(),
              subject: z.string(),
              customerName: z.string(),
              assigneeId: z.string().nullable(),
              at: instant,
            }),
          ),
          /** Complaints that nobody has answered in time; null where the team does not work this way. */
          ignored: z.object({ count: z.number(), items: z.array(complaint) }).nullable(),
          /** We let somebody down again who had given us a second chance, and nobody has written since. */
          secondFailures: z.array(
            z.object({
              conversationId: z.string(),
              subject: z.string(),
              customerName: z.string(),
              first: z.string(),
              at: instant,
            }),
          ),
          /** Away now or within three days without anybody who is here to stand in. */
          cover: z.array(
            z.object({
              leaveId: z.string(),
              teammateId: z.string(),
              name: z.string(),
              from: day,
              to: day,
              standInName: z.string().nullable(),
              conversations: z.number(),
              promises: z.number(),
            }),
          ),
        })
        .nullable(),
      /** Until when what comes now can wait: the afternoon, or the next opening. */
      restsUntil: instant.nullable(),
    }),
  },
})
