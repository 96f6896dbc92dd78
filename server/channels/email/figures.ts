import { sql } from 'kysely'
import type { Db } from '#server/database/database.ts'
import './tables.ts'

export interface MailFigures {
  received: number
  stored: number
  waitingToBeRead: number
  /** Letters that came a second time, or were our own come back. */
  doubles: number
  accepted: number
  waiting: number
  unknown: number
  refused: number
  oldestWaitingMinutes: number | null
}

/** "In 4,182 = stored 4,182 · out 910 accepted, 2 waiting, 0 not confirmed, 0 refused", from the rows themselves. */
export async function mailFigures(db: Db): Promise<MailFigures> {
  const { rows } = await sql<MailFigures>`select
    (select count(*) from letters)::int as received,
    (select count(*) from letters l where l.message_id is null or exists (select 1 from messages m where m.id = l.message_id and m.conversation_id = l.conversation_id))::int as stored,
    (select count(*) from letters where state = 'ignored')::int as doubles,
    (select count(*) from letters where state = 'received')::int as "waitingToBeRead",
    (select count(*) from outbox_recipients where state = 'accepted')::int as accepted,
    (select count(*) from outbox_recipients r join outbox o on o.id = r.outbox_id where r.state in ('waiting', 'deferred') and o.phase in ('queued', 'claimed', 'handover'))::int as waiting,
    (select count(*) from outbox_recipients where state = 'unknown')::int as unknown,
    (select count(*) from outbox_recipients where state in ('refused', 'bounced'))::int as refused,
    (select extract(epoch from clock_now() - min(next_at)) / 60 from outbox where phase = 'queued' and next_at < clock_now())::int as "oldestWaitingMinutes"`.execute(
    db,
  )
  return rows[0]!
}
