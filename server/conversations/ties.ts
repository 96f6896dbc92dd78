import { type RawBuilder, sql } from 'kysely'
import type { Ties } from '#contract/ties.ts'
import { type Actor, requireRole, teammateId } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { clockNow } from '#server/base/clock.ts'
import { invalid, notFound } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { text as say } from '#server/base/text.ts'
import { within } from '#server/customers/sight.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import type { ConversationRow } from './conversation.ts'
import { lockConversation } from './queries.ts'
import './tables.ts'

/** Links two conversations that have to do with each other; both must be seen. Safe to repeat. */
export async function linkConversations(db: Db, by: Actor, id: string, otherId: string): Promise<void> {
  requireRole(by, 'teammate')
  if (id === otherId) throw invalid('/conversationId', say('conversations.merge.itself'))
  await transaction(db, async (trx) => {
    const [one, other] = await bothOf(trx, by, id, otherId)
    const fresh = await trx
      .insertInto('conversationLinks')
      .values({ ...inOrder(id, otherId), byId: teammateId(by) })
      .onConflict((c) => c.doNothing())
      .returning('otherId')
      .executeTakeFirst()
    if (fresh) await tellBoth(trx, by, 'conversation.linked', one, other)
  })
}

export async function unlinkConversations(db: Db, by: Actor, id: string, otherId: string): Promise<void> {
  requireRole(by, 'teammate')
  await transaction(db, async (trx) => {
    const [one, other] = await bothOf(trx, by, id, otherId)
    const { conversationId, otherId: younger } = inOrder(id, otherId)
    const gone = await trx
      .deleteFrom('conversationLinks')
      .where('conversationId', '=', conversationId)
      .where('otherId', '=', younger)
      .returning('otherId')
      .executeTakeFirst()
    if (!gone) throw notFound(say('conversations.this.link'))
    await tellBoth(trx, by, 'conversation.unlinked', one, other)
  })
}

const inOrder = (id: string, otherId: string) =>
  id < otherId ? { conversationId: id, otherId } : { conversationId: otherId, otherId: id }

async function bothOf(trx: Trx, by: Actor, id: string, otherId: string) {
  const rows = new Map<string, ConversationRow>()
  for (const one of [id, otherId].sort()) rows.set(one, await lockConversation(trx, by, one))
  return [rows.get(id)!, rows.get(otherId)!] as const
}

/** Each side tells of the other only where both are in one inbox: a line is read by everybody who sees its conversation. */
async function tellBoth(
  trx: Trx,
  by: Actor,
  type: 'conversation.linked' | 'conversation.unlinked',
  one: ConversationRow,
  other: ConversationRow,
): Promise<void> {
  for (const [here, there] of [
    [one, other],
    [other, one],
  ] as const) {
    const { inboxId, customerId } = here
    const subject = here.inboxId === there.inboxId ? there.subject : ''
    await recordEvent(
      trx,
      by,
      type,
      { inboxId, customerId, conversationId: here.id },
      { other: there.id, subject },
    )
  }
  await audit(trx, by, type, { kind: 'conversation', id: one.id, inboxId: one.inboxId }, { other: other.id })
}

/** I am told what happens here from now on, or no more. */
export async function follow(db: Db | Trx, by: Actor, id: string, follows: boolean): Promise<void> {
  const me = teammateId(by)
  if (!me) throw notFound(say('conversations.this.teammate'))
  await transaction(db, async (trx) => {
    const { inboxId } = await lockConversation(trx, by, id)
    const changed = follows
      ? await trx
          .insertInto('followers')
          .values({ conversationId: id, teammateId: me })
          .onConflict((c) => c.doNothing())
          .returning('teammateId')
          .executeTakeFirst()
      : await trx
          .deleteFrom('followers')
          .where('conversationId', '=', id)
          .where('teammateId', '=', me)
          .returning('teammateId')
          .executeTakeFirst()
    if (!changed) return
    await recordEvent(trx, by, 'conversation.followed', { inboxId, conversationId: id }, { follows })
    await audit(trx, by, 'conversation.followed', { kind: 'conversation', id, inboxId }, { follows })
  })
}

/** Who follows it and still sees its inbox. */
export async function followersOf(db: Db | Trx, conversationId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select f.teammate_id as id from followers f join conversations c on c.id = f.conversation_id
    join teammates t on t.id = f.teammate_id and t.left_at is null
    where f.conversation_id = ${conversationId} and (
      t.role = 'admin' or exists (select 1 from inbox_access i where i.teammate_id = t.id and i.inbox_id = c.inbox_id))
    order by f.since`.execute(db)
  return rows.map((row) => row.id)
}

/** Whether anything binds a conversation to others; of the most, nothing does. For a statement that reads more. */
export const isTied = (id: RawBuilder<unknown>) => sql<boolean>`(
  exists (select 1 from merges where merges.conversation_id = ${id} and undone_at is null)
  or exists (select 1 from conversation_links l where l.conversation_id = ${id})
  or exists (select 1 from conversation_links l where l.other_id = ${id})
  or exists (select 1 from followers f where f.conversation_id = ${id}))`

export const untied = (row: Spammed): Ties => ({ merges: [], links: [], followers: [], spam: spamOf(row) })

type Spammed = Pick<ConversationRow, 'spamAt' | 'spamBy' | 'spamBecause'>
const spamOf = (row: Spammed): Ties['spam'] =>
  row.spamAt ? { at: row.spamAt.toISOString(), by: row.spamBy, because: row.spamBecause ?? 'marked' } : null

/** What binds a conversation to others, for one reader. */
export async function tiesOf(
  db: Db | Trx,
  by: Actor,
  row: Spammed & Pick<ConversationRow, 'id' | 'customerId'>,
): Promise<Ties> {
  const { id } = row
  const [merges, links, followers] = await Promise.all([
    db
      .selectFrom('merges')
      .innerJoin('customers', 'customers.id', 'merges.customerId')
      .select(['merges.id', 'subject', 'byName', 'at', 'until', 'customerId', 'name', 'preferredName'])
      .where('conversationId', '=', id)
      .where('undoneAt', 'is', null)
      .where('until', '>', await clockNow(db))
      .orderBy('at')
      .execute(),
    db
      .selectFrom('conversationLinks as l')
      .innerJoin('conversations as c', (join) =>
        join.on(
          sql<boolean>`c.id = case when l.conversation_id = ${id} then l.other_id else l.conversation_id end`,
        ),
      )
      .innerJoin('customers as p', 'p.id', 'c.customerId')
      .select(['c.id', 'c.subject', 'c.status', 'p.name', 'p.preferredName'])
      .where((e) => e.or([e('l.conversationId', '=', id), e('l.otherId', '=', id)]))
      .where(within(by, 'c.inbox_id'))
      .orderBy('l.at')
      .execute(),
    followersOf(db, id),
  ])
  return {
    merges: merges.map((one) => ({
      id: one.id,
      subject: one.subject,
      person: one.customerId === row.customerId ? null : one.preferredName || one.name,
      by: one.byName,
      at: one.at.toISOString(),
      until: one.until.toISOString(),
    })),
    links: links.map((one) => ({
      conversationId: one.id,
      subject: one.subject,
      person: one.preferredName || one.name,
      lookedAfter: one.status === 'closed',
    })),
    followers,
    spam: spamOf(row),
  }
}

/** Its row, letters and records are another inbox's from now on; the rest of the house follows. Whoever does not see that inbox lets go. */
export async function changeInbox(
  trx: Trx,
  by: Actor,
  id: string,
  to: { id: string; name: string },
  from: string,
): Promise<void> {
  const row = await lockConversation(trx, by, id)
  await trx.updateTable('conversations').set({ inboxId: to.id }).where('id', '=', id).execute()
  await trx
    .insertInto('conversationInboxes')
    .values({ conversationId: id, inboxId: row.inboxId })
    .onConflict((c) => c.columns(['conversationId', 'inboxId']).doUpdateSet({ until: sql`clock_now()` }))
    .execute()
  await trx.deleteFrom('presence').where('conversationId', '=', id).execute()
  const about = { customerId: row.customerId, conversationId: id }
  await recordEvent(trx, by, 'conversation.left', { ...about, inboxId: row.inboxId }, {})
  await recordEvent(
    trx,
    by,
    'conversation.moved',
    { ...about, inboxId: to.id },
    { from: row.inboxId, fromName: from, toName: to.name },
  )
  await audit(
    trx,
    by,
    'conversation.moved',
    { kind: 'conversation', id, inboxId: to.id },
    { from: row.inboxId, to: to.id },
  )
}

/** Whether letters to this inbox find it: it is there, or has been. */
export async function isReachedBy(db: Db | Trx, id: string, inboxId: string): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`select exists (
    select 1 from conversations where id = ${id} and inbox_id = ${inboxId}
    union all select 1 from conversation_inboxes where conversation_id = ${id} and inbox_id = ${inboxId}) as there`.execute(
    db,
  )
  return rows[0]?.there ?? false
}
