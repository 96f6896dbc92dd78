import { sql } from 'kysely'
import { tend } from '#server/base/actor.ts'
import { recordEvent } from '#server/base/events.ts'
import { assign } from '#server/conversations/state.ts'
import { type Db, transaction } from '#server/database/database.ts'
import { handPromises, settleTold } from './nextUpdate.ts'
import { writerFor } from './writers.ts'
import './tables.ts'

/** What a mail server answered is written into the ledger; many at once, as they come. Safe to repeat. */
export async function followMail(db: Db, messageIds: readonly string[]): Promise<void> {
  const { rows } = await sql<{ incidentId: string }>`select distinct incident_id from incident_letters
    where message_id = any(${[...messageIds]}::text[])`.execute(db)
  for (const { incidentId } of rows)
    await transaction(db, async (trx) => {
      const incident = await trx
        .selectFrom('incidents')
        .select('inboxId')
        .where('id', '=', incidentId)
        .forUpdate()
        .executeTakeFirst()
      if (!incident) return
      await sql`update incident_letters l set state = n.standing, told_at = case when n.standing = 'told' then coalesce(l.told_at, n.at) end
        from (select x.message_id, r.at, case r.state when 'accepted' then 'told' when 'refused' then 'refused' when 'bounced' then 'refused' else 'written' end as standing
          from incident_letters x join outbox o on o.message_id = x.message_id join outbox_recipients r on r.outbox_id = o.id
          where x.message_id = any(${[...messageIds]}::text[])) n
        where l.message_id = n.message_id and l.incident_id = ${incidentId} and l.state in ('written', 'told', 'refused')`.execute(
        trx,
      )
      await recordEvent(trx, tend, 'incident.ledger', { inboxId: incident.inboxId }, { incidentId })
      await settleTold(trx, incidentId)
    })
}

/** A letter that was taken back before it left has told nobody: it is a draft again. Safe to repeat. */
export async function untellLetter(db: Db, messageId: string): Promise<void> {
  await transaction(db, async (trx) => {
    const { rows } = await sql<{ incidentId: string; inboxId: string }>`
      update incident_letters l set state = 'draft', how = null, message_id = null, written_at = null, told_at = null, by_id = null, by_name = null
      from incidents i where i.id = l.incident_id and l.message_id = ${messageId} returning l.incident_id, i.inbox_id`.execute(
      trx,
    )
    for (const { incidentId, inboxId } of rows)
      await recordEvent(trx, tend, 'incident.ledger', { inboxId }, { incidentId })
  })
}

/** A conversation was merged into another: they are told there, where it is theirs; into somebody else's no letter of theirs goes. Safe to repeat. */
export async function followMerge(db: Db, from: string, into: string): Promise<void> {
  await sql`update incident_people p set conversation_id = case when c.customer_id = p.customer_id then c.id end from conversations c
    where p.conversation_id = ${from} and c.id = ${into}`.execute(db)
}

/**
 * Conversations follow their group: whoever writes to its people looks after them, so that every reply comes back to that person. One at a
 * time, as for a hand that assigns them; safe to repeat, and where it broke off it goes on.
 */
export async function handConversations(db: Db, incidentId: string): Promise<void> {
  const incident = await db
    .selectFrom('incidents')
    .selectAll()
    .where('id', '=', incidentId)
    .executeTakeFirst()
  if (!incident) return
  await transaction(db, (trx) => handPromises(trx, incident))
  const groups = await db
    .selectFrom('incidentGroups')
    .select(['position', 'conciergeId'])
    .where('incidentId', '=', incidentId)
    .execute()
  for (const { position, conciergeId } of groups) {
    const writer = await writerFor(db, conciergeId, incident.inboxId)
    if (!writer) continue
    const { rows } = await sql<{ id: string }>`
      select c.id from incident_people p join conversations c on c.id = p.conversation_id and c.inbox_id = ${incident.inboxId}
      where p.incident_id = ${incidentId} and p.group_position = ${position} and p.off_at is null
        and c.assignee_id is distinct from ${writer.id} and c.status <> 'closed' and c.spam_at is null
        and exists (select 1 from incident_letters l where l.incident_id = p.incident_id and l.customer_id = p.customer_id and l.written_at is not null)
      order by c.id`.execute(db)
    for (const { id } of rows) await assign(db, tend, id, writer.id)
  }
}

/** They answered our letter. */
export async function noteAnswer(db: Db, conversationId: string, messageId: string): Promise<void> {
  await transaction(db, async (trx) => {
    const { rows } = await sql<{ incidentId: string; inboxId: string }>`
      update incident_people p set answered_at = m.at
      from messages m, incidents i
      where m.id = ${messageId} and m.conversation_id = ${conversationId} and m.direction = 'in' and not m.auto_reply and not m.is_bounce
        and not m.is_report and not m.held and i.id = p.incident_id
        and p.conversation_id = m.conversation_id and (p.answered_at is null or p.answered_at < m.at)
        and exists (select 1 from incident_letters l where l.incident_id = p.incident_id and l.customer_id = p.customer_id and l.written_at <= m.at)
      returning p.incident_id, i.inbox_id`.execute(trx)
    for (const { incidentId, inboxId } of rows)
      await recordEvent(trx, tend, 'incident.ledger', { inboxId }, { incidentId })
  })
}
