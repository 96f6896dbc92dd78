import { sql } from 'kysely'
import type { Quiet } from '#contract/silence.ts'
import { type Actor, teammateId } from '#server/base/actor.ts'
import { clockNow } from '#server/base/clock.ts'
import { badCursor } from '#server/base/errors.ts'
import { within } from '#server/customers/sight.ts'
import type { Db } from '#server/database/database.ts'
import { readSilenceRules } from './actions.ts'
import { compose } from './draft.ts'
import type { SilencesTable } from './tables.ts'

interface Found extends SilencesTable {
  customerName: string
  key: string
}

/** Conversations near their limit, whose update is drafted; nearest limit first. */
export async function listQuiet(
  db: Db,
  by: Actor,
  query: { assignee?: 'mine-or-nobody'; after?: string; limit: number },
): Promise<{ items: Quiet[]; next: string | null }> {
  const [, at, id] = /^(\d{1,17})~(cnv_\w{22})$/.exec(query.after ?? '') ?? []
  if (query.after !== undefined && !at) throw badCursor()
  const mine = query.assignee ? sql`and ${mineOrNobodys(by)}` : sql``
  const behind = at
    ? sql`and (s.limit_at, s.conversation_id) > (to_timestamp(0) + ${at}::bigint * interval '1 microsecond', ${id}::text)`
    : sql``
  const { rows } = await sql<Found>`
    select s.*, coalesce(p.preferred_name, p.name) as customer_name,
      (extract(epoch from s.limit_at) * 1000000)::bigint::text || '~' || s.conversation_id as key
    from silences s
    join conversations c on c.id = s.conversation_id
    join customers p on p.id = c.customer_id
    where s.drafted_at is not null and ${within(by, 's.inbox_id')} ${mine} ${behind}
    order by s.limit_at, s.conversation_id limit ${query.limit + 1}`.execute(db)
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  return {
    items: await shape(db, page),
    next: rows.length > query.limit && last ? last.key : null,
  }
}

/** How many of them are mine or nobody's. */
export async function countQuiet(db: Db, by: Actor): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from silences s join conversations c on c.id = s.conversation_id
    where s.drafted_at is not null and ${within(by, 's.inbox_id')} and ${mineOrNobodys(by)}`.execute(db)
  return rows[0]!.n
}

const mineOrNobodys = (by: Actor) =>
  sql<boolean>`(c.assignee_id = ${teammateId(by) ?? ''} or c.assignee_id is null)`

async function shape(db: Db, rows: Found[]): Promise<Quiet[]> {
  if (rows.length === 0) return []
  const conversations = await db
    .selectFrom('conversations')
    .selectAll()
    .where(
      'id',
      'in',
      rows.map((row) => row.conversationId),
    )
    .execute()
  const [now, rules] = [await clockNow(db), await readSilenceRules(db)]
  const items: Quiet[] = []
  for (const row of rows) {
    const conversation = conversations.find((one) => one.id === row.conversationId)
    if (!conversation) continue
    // A draft that names a time which has passed meanwhile would give a broken word.
    const { text, nextAt } =
      row.nextAt! > now
        ? { text: row.draft!, nextAt: row.nextAt! }
        : await compose(db, conversation, row, rules[row.kind] ?? 1)
    items.push({
      conversationId: row.conversationId,
      inboxId: row.inboxId,
      subject: conversation.subject,
      customerName: row.customerName,
      assigneeId: conversation.assigneeId,
      kind: row.kind,
      since: row.since.toISOString(),
      limit: row.limitAt.toISOString(),
      passed: row.passedAt !== null || row.limitAt <= now,
      draft: text,
      next: nextAt.toISOString(),
    })
  }
  return items
}
