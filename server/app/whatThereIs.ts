import { sql } from 'kysely'
import type { PracticeName } from '#contract/practices.ts'
import type { Db } from '#server/database/database.ts'

/** What decides whether most reactions have anything to do for a conversation. */
export interface ThereIs {
  practices: readonly PracticeName[]
  isAssigned: boolean
  /** Any inbox gives out what comes. */
  hasRouting: boolean
  isFollowed: boolean
  isUrgent: boolean
  isHandedOver: boolean
  /** Somebody lets a draft rest. */
  rests: boolean
  hasSeries: boolean
  hasOffer: boolean
  /** An answer waits for its time. */
  hasScheduled: boolean
  /** It is told of something that hits many. */
  isHit: boolean
  hasIncidents: boolean
}

/** Looks at some conversations across all rooms, in one statement. Nothing of one that is gone. */
export async function whatThereIs(db: Db, ids: readonly string[]): Promise<Map<string, ThereIs>> {
  const { rows } = await sql<ThereIs & { id: string }>`
    select c.id, all_of_us.*, c.assignee_id is not null as is_assigned,
      exists (select 1 from followers f where f.conversation_id = c.id) as is_followed,
      exists (select 1 from urgents u where u.conversation_id = c.id and u.state in ('asked', 'calling')) as is_urgent,
      exists (select 1 from handovers h where h.conversation_id = c.id and h.state = 'open') as is_handed_over,
      exists (select 1 from rests r where r.conversation_id = c.id) as rests,
      exists (select 1 from promises p where p.conversation_id = c.id and p.repeats is not null) as has_series,
      exists (select 1 from offers o where o.conversation_id = c.id) as has_offer,
      exists (select 1 from scheduled_replies s where s.conversation_id = c.id) as has_scheduled,
      exists (select 1 from incident_people i where i.conversation_id = c.id) as is_hit
    from conversations c cross join (
      select coalesce((select value -> 'on' from settings where key = 'practices'), '[]') as practices,
        exists (select 1 from routing_rules) as has_routing,
        exists (select 1 from incidents i where i.closed_at is null) as has_incidents
    ) all_of_us
    where c.id = any(${ids}::text[])`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}
