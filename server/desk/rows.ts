import { sql } from 'kysely'
import type { z } from 'zod'
import type { conversationRow } from '#contract/conversations.ts'
import type { ConversationRow } from '#server/conversations/conversation.ts'
import type { Reader } from './day.ts'
import { because } from './pressing.ts'

type Row = z.input<typeof conversationRow>

/** Of the conversation itself, what a row shows. */
type Shown = Pick<
  ConversationRow,
  | 'id'
  | 'inboxId'
  | 'customerId'
  | 'assigneeId'
  | 'status'
  | 'subject'
  | 'gist'
  | 'channel'
  | 'lastAt'
  | 'lastMessageId'
  | 'waitingSince'
  | 'snoozedUntil'
  | 'snoozeReason'
  | 'nextPromiseId'
  | 'nextPromiseDue'
  | 'nextPromiseState'
  | 'targetAt'
  | 'openAsks'
  | 'chased'
  | 'harm'
  | 'harmSignal'
  | 'harmWords'
  | 'held'
  | 'demo'
>
/** Each under its name here, since a page is read without anything that renames. */
export const shown = sql`c.id, c.inbox_id as "inboxId", c.customer_id as "customerId", c.assignee_id as "assigneeId", c.status,
  c.subject, c.gist, c.channel, c.last_at as "lastAt", c.last_message_id as "lastMessageId", c.waiting_since as "waitingSince",
  c.snoozed_until as "snoozedUntil", c.snooze_reason as "snoozeReason", c.next_promise_id as "nextPromiseId",
  c.next_promise_due as "nextPromiseDue", c.next_promise_state as "nextPromiseState", c.target_at as "targetAt",
  c.open_asks as "openAsks", c.chased, c.harm, c.harm_signal as "harmSignal", c.harm_words as "harmWords", c.held, c.demo`

interface Besides {
  customerName: string
  preferredName: string | null
  seenId: string | null
  talkShown: boolean
  letDownAt: Date | null
  viewers: { teammateId: string; doing: 'looking' | 'typing' }[] | null
  handoverToId: string | null
  worn: { id: string; name: string }[] | null
}
export type Listed = Shown & Besides

/** Whether the team records what it does, and so wants to see where it only talked. */
export const recordsActs = sql`exists (select 1 from settings w where w.key = 'practices' and w.value -> 'on' @> '"actions"'::jsonb)`

/** What a row shows besides the conversation `c` itself: its person, what I have seen, who looks at it now. */
export const besides = (
  me: string | null,
) => sql`p.name as "customerName", p.preferred_name as "preferredName", s.message_id as "seenId",
  (c.talk_only and ${recordsActs}) as "talkShown",
  case when c.second_chance_until > clock_now() and exists (select 1 from settings where key = 'practices'
    and value->'on' @> '["secondChance"]') then c.second_chance_since end as "letDownAt",
  case when exists (select 1 from presence v where v.conversation_id = c.id) then (select jsonb_agg(jsonb_build_object('teammateId', v.teammate_id, 'doing', v.doing) order by v.teammate_id)
    from presence v where v.conversation_id = c.id and v.until > now() and v.teammate_id <> ${me ?? ''}) end as viewers,
  (select h.to_id from handovers h where h.conversation_id = c.id and h.state = 'open'
    and exists (select 1 from settings where key = 'practices' and value->'on' @> '["handover"]')) as "handoverToId",
  case when c.tags <> '{}' then (select jsonb_agg(jsonb_build_object('id', g.id, 'name', g.name) order by lower(g.name))
    from tags g where g.id = any(c.tags) and g.retired_at is null) end as worn`
export const joins = (me: string | null) => sql`join customers p on p.id = c.customer_id
  left join seen s on s.conversation_id = c.id and s.teammate_id = ${me ?? ''}`

export function shapeRow(row: Listed, now: Date, reader: Reader): Row {
  return {
    id: row.id,
    status: row.status,
    subject: row.subject,
    customerId: row.customerId,
    assigneeId: row.assigneeId,
    inboxId: row.inboxId,
    lastAt: row.lastAt.toISOString(),
    waitingSince: row.waitingSince?.toISOString() ?? null,
    gist: row.gist,
    customer: { name: row.customerName, preferredName: row.preferredName },
    target: row.targetAt && { at: row.targetAt.toISOString(), missed: row.targetAt <= now },
    promise: row.nextPromiseId
      ? {
          id: row.nextPromiseId,
          due: row.nextPromiseDue?.toISOString() ?? null,
          state: row.nextPromiseState ?? 'open',
        }
      : null,
    asks: row.openAsks,
    chased: row.chased,
    talkOnly: row.talkShown,
    letDownAt: row.letDownAt?.toISOString() ?? null,
    later:
      row.status === 'snoozed'
        ? { until: row.snoozedUntil?.toISOString() ?? null, reason: row.snoozeReason ?? '' }
        : null,
    handoverToId: row.handoverToId,
    channel: row.channel,
    tags: row.worn ?? [],
    because: because(row, now, reader),
    unread: row.lastMessageId !== null && (row.seenId === null || row.seenId < row.lastMessageId),
    held: row.held,
    demo: row.demo,
    viewers: row.viewers ?? [],
  }
}
