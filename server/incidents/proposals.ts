import { type SqlBool, sql } from 'kysely'
import { type Actor, requireRole, tend } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { notFound } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { inHouse } from '#server/base/spoken.ts'
import { text as say } from '#server/base/text.ts'
import { conversationById } from '#server/conversations/queries.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { isOn } from '#server/team/practices.ts'
import { putOnList } from './listing.ts'
import { inInbox, type LookingClue, lookSql, looksOn, tsQueryOf } from './looking.ts'
import { lockOpen, nameOf } from './rows.ts'
import { becauseOf } from './says.ts'
import './tables.ts'

/**
 * A letter came: whether it belongs to something that hits many, and why. It is proposed once, and a person says yes or no. Safe to repeat.
 */
export async function proposeFor(db: Db, conversationId: string, messageId: string): Promise<void> {
  if (!(await isOn(db, 'incidents'))) return
  const { rows } = await sql<{ customerId: string; inboxId: string; subject: string; text: string }>`
    select c.customer_id, c.inbox_id, m.subject, coalesce(m.text_full, m.text) as text
    from messages m join conversations c on c.id = m.conversation_id
    where m.id = ${messageId} and c.id = ${conversationId} and m.direction = 'in' and not m.auto_reply and not m.is_bounce and not m.is_report
      and not m.held and c.spam_at is null`.execute(db)
  const letter = rows[0]
  if (!letter) return
  const incidents = await db
    .selectFrom('incidents')
    .select(['id', 'since', 'inboxId', 'what'])
    .where('inboxId', '=', letter.inboxId)
    .where('closedAt', 'is', null)
    .where('mergedInto', 'is', null)
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('incidentPeople')
            .select('customerId')
            .whereRef('incidentPeople.incidentId', '=', 'incidents.id')
            .where('conversationId', '=', conversationId),
        ),
      ),
    )
    .execute()
  for (const incident of incidents) {
    const because = await whyItFits(db, incident, conversationId, letter)
    if (!because) continue
    await transaction(db, async (trx) => {
      const made = await trx
        .insertInto('incidentProposals')
        .values({ incidentId: incident.id, conversationId, customerId: letter.customerId, because })
        .onConflict((c) => c.doNothing())
        .returning('conversationId')
        .executeTakeFirst()
      if (made)
        await recordEvent(
          trx,
          tend,
          'incident.proposed',
          { inboxId: incident.inboxId, conversationId, customerId: letter.customerId },
          { incidentId: incident.id },
        )
    })
  }
}

async function whyItFits(
  db: Db,
  incident: { id: string; since: Date; inboxId: string },
  conversationId: string,
  letter: { customerId: string; subject: string; text: string },
): Promise<string | null> {
  const listed = await db
    .selectFrom('incidentPeople')
    .select(['offAt', 'conversationId'])
    .where('incidentId', '=', incident.id)
    .where('customerId', '=', letter.customerId)
    .executeTakeFirst()
  // A person said they are not hit.
  if (listed?.offAt) return null
  const clues = await db
    .selectFrom('incidentClues')
    .select('looks')
    .where('incidentId', '=', incident.id)
    .where('watches', '=', true)
    .orderBy('position')
    .execute()
  for (const { looks } of clues) {
    if (!looksOn(looks)) continue
    const because = await fits(db, incident, looks, conversationId, letter)
    if (because) return because
  }
  return listed ? say('incidents.because.listed') : null
}

async function fits(
  db: Db,
  incident: { id: string; since: Date; inboxId: string },
  clue: LookingClue,
  conversationId: string,
  letter: { customerId: string; subject: string; text: string },
): Promise<string | null> {
  const by = inInbox(incident.inboxId)
  // The letter is asked for itself: it is one, and at hand.
  if (clue.by === 'words' || clue.by === 'area') {
    const query = tsQueryOf(clue.by === 'words' ? clue.words : clue.places.join('\n'))
    if (query && (await holds(db, letter, query))) return becauseOf(clue, letter.subject)
    if (clue.by === 'words') return null
  }
  const { rows } = await sql<{ detail: string | null }>`
    select f.detail from (${lookSql(by, clue, { incidentId: incident.id, since: incident.since })}) f
    where ${clue.by === 'tag' ? wears(conversationId, letter.customerId) : sql<SqlBool>`f.customer_id = ${letter.customerId}`}
    limit 1`.execute(db)
  return rows[0] ? becauseOf(clue, rows[0].detail) : null
}

/** A tag on another conversation of theirs says nothing of this letter; one on themselves does. */
const wears = (conversationId: string, customerId: string) =>
  sql<SqlBool>`(f.conversation_id = ${conversationId} or (f.conversation_id is null and f.customer_id = ${customerId}))`

async function holds(
  db: Db,
  letter: { subject: string; text: string },
  query: ReturnType<typeof sql>,
): Promise<boolean> {
  const words = `${letter.subject} ${letter.text}`.slice(0, 200_000)
  const { rows } = await sql<{ holds: boolean }>`
    select (to_tsvector('simple', w) || to_tsvector('english', w)) @@ (${query}) as holds from letter_fold(${words}) as w`.execute(
    db,
  )
  return rows[0]!.holds
}

/** Yes: they are on the list, and are told in this conversation. No: it is not proposed again. */
export async function answerProposal(
  db: Db,
  by: Actor,
  id: string,
  conversationId: string,
  add: boolean,
): Promise<void> {
  requireRole(by, 'teammate')
  await transaction(db, async (trx) => {
    const incident = await lockOpen(trx, by, id)
    const proposal = await trx
      .selectFrom('incidentProposals')
      .selectAll()
      .where('incidentId', '=', id)
      .where('conversationId', '=', conversationId)
      .executeTakeFirst()
    if (!proposal) throw notFound(say('incidents.proposal'))
    if (add) await link(trx, by, incident, conversationId, proposal.because)
    await settle(trx, by, id, conversationId, add)
    await recordEvent(
      trx,
      by,
      'incident.people',
      { inboxId: incident.inboxId },
      { incidentId: id, added: add ? 1 : 0 },
    )
    await audit(
      trx,
      by,
      add ? 'incident.proposal-taken' : 'incident.proposal-refused',
      { kind: 'incident', id, inboxId: incident.inboxId },
      { conversationId },
    )
  })
}

const settle = (trx: Trx, by: Actor, incidentId: string, conversationId: string, added: boolean) =>
  trx
    .updateTable('incidentProposals')
    .set({ answeredAt: sql<Date>`clock_now()`, added, byName: nameOf(by) })
    .where('incidentId', '=', incidentId)
    .where('conversationId', '=', conversationId)
    .execute()

async function link(
  trx: Trx,
  by: Actor,
  incident: Parameters<typeof putOnList>[2],
  conversationId: string,
  because: string,
): Promise<void> {
  const { customerId, inboxId } = await conversationById(trx, by, conversationId)
  if (inboxId !== incident.inboxId) throw notFound(say('incidents.conversation'))
  await putOnList(trx, by, incident, [{ customerId, because, conversationId }], null, { byHand: true })
  // They wrote anew: that is where they are told from now on.
  await trx
    .updateTable('incidentPeople')
    .set({ conversationId })
    .where('incidentId', '=', incident.id)
    .where('customerId', '=', customerId)
    .execute()
}

/** By hand, from the conversation itself. */
export async function linkConversation(
  db: Db,
  by: Actor,
  conversationId: string,
  incidentId: string,
): Promise<void> {
  requireRole(by, 'teammate')
  await transaction(db, async (trx) => {
    const { subject } = await conversationById(trx, by, conversationId)
    const incident = await lockOpen(trx, by, incidentId)
    const because = say('incidents.because.conversations', { subject }, inHouse())
    await link(trx, by, incident, conversationId, because)
    await settle(trx, by, incidentId, conversationId, true)
    await recordEvent(trx, by, 'incident.people', { inboxId: incident.inboxId }, { incidentId, added: 1 })
    await audit(
      trx,
      by,
      'incident.linked',
      { kind: 'incident', id: incidentId, inboxId: incident.inboxId },
      { conversationId },
    )
  })
}
