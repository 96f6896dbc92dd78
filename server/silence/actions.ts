import { sql } from 'kysely'
import { type Actor, requireRole, tend } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { clockNow } from '#server/base/clock.ts'
import { recordEvent } from '#server/base/events.ts'
import { readSetting, writeSetting } from '#server/base/settings.ts'
import { clearTimers, setTimers } from '#server/base/timers.ts'
import { workingTime } from '#server/calendar/queries.ts'
import type { ConversationRow } from '#server/conversations/conversation.ts'
import { type HeldConversation, holdConversations, idsOf } from '#server/conversations/holding.ts'
import { lockIfThere } from '#server/conversations/queries.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { compose } from './draft.ts'
import { byDefault, type Silence, type SilenceRules, type Standing, silenceOf } from './silence.ts'
import type { SilencesTable } from './tables.ts'
import './tables.ts'

export const readSilenceRules = async (db: Db | Trx): Promise<SilenceRules> => ({
  ...byDefault,
  ...(await readSetting<Partial<SilenceRules>>(db, 'silence')),
})

export async function changeSilenceRules(
  db: Db,
  by: Actor,
  change: Partial<SilenceRules>,
): Promise<SilenceRules> {
  requireRole(by, 'lead')
  return transaction(db, async (trx) => {
    const rules = { ...(await readSilenceRules(trx)), ...change }
    await writeSetting(trx, 'silence', rules)
    await recordEvent(trx, by, 'silence-rules.changed', {}, {})
    await audit(trx, by, 'silence-rules.changed', null, { ...rules })
    return rules
  })
}

/** Sets the clock of one conversation by how it stands now. Safe to repeat: what has not changed runs on. */
export const settleSilence = (db: Db, conversationId: string): Promise<void> =>
  holdConversations(db, [conversationId], settleSilences)

/** The same of some that are held already. */
export async function settleSilences(trx: Trx, held: readonly HeldConversation[]): Promise<void> {
  const befores = await silencesOf(trx, idsOf(held))
  const standings = await standingsOf(
    trx,
    held.flatMap(({ row }) => (row && row.status !== 'closed' ? [row] : [])),
  )
  const rules = await readSilenceRules(trx)
  const working = await workingTime(trx)
  const anew: (HeldConversation & { before?: SilencesTable; silence: Silence | null })[] = []
  for (const { id, row } of held) {
    const before = befores.get(id)
    const standing = standings.get(id)
    const silence = standing ? silenceOf(standing, rules, working) : null
    const isSame = before && silence && isOneSilence(before, silence)
    // The clock runs on, but what has happened meanwhile belongs into the words.
    if (isSame && before.draftedAt && row) await writeDraft(trx, row, before)
    else if (!isSame && (before || silence)) anew.push({ id, row, ...(before && { before }), silence })
  }
  if (anew.length === 0) return
  await clearTimers(trx, ['silence.near', 'silence.over'], idsOf(anew))
  await sql`delete from silences where conversation_id = any(${idsOf(anew)}::text[])`.execute(trx)
  await begin(
    trx,
    anew.flatMap(({ row, silence }) => (row && silence ? [{ row, ...silence }] : [])),
  )
  for (const { row, before } of anew)
    if (before?.draftedAt && row) await recordEvent(trx, tend, 'silence.broken', about(row), {})
}

async function begin(trx: Trx, all: readonly (Silence & { row: ConversationRow })[]): Promise<void> {
  if (all.length === 0) return
  await sql`
    insert into silences (conversation_id, inbox_id, kind, since, near_at, limit_at)
    select * from unnest(${all.map(({ row }) => row.id)}::text[], ${all.map(({ row }) => row.inboxId)}::text[],
      ${all.map(({ kind }) => kind)}::text[], ${all.map(({ since }) => since)}::timestamptz[],
      ${all.map(({ nearAt }) => nearAt)}::timestamptz[], ${all.map(({ limitAt }) => limitAt)}::timestamptz[])`.execute(
    trx,
  )
  await setTimers(
    trx,
    all.flatMap(({ row: { id: subject }, nearAt, limitAt }) => [
      { kind: 'silence.near', subject, dueAt: nearAt },
      { kind: 'silence.over', subject, dueAt: limitAt },
    ]),
  )
  // A timer that fired at this very moment before is not set again: what it would do is done here.
  const now = await clockNow(trx)
  for (const { row, nearAt, limitAt } of all) {
    if (nearAt <= now) await draftIfNear(trx, row)
    if (limitAt <= now) await passIfOver(trx, row)
  }
}

const isOneSilence = (one: Silence, other: Silence): boolean =>
  one.kind === other.kind &&
  (['since', 'nearAt', 'limitAt'] as const).every((at) => one[at].getTime() === other[at].getTime())

async function silencesOf(trx: Trx, ids: readonly string[]): Promise<Map<string, SilencesTable>> {
  const rows = await trx
    .selectFrom('silences')
    .selectAll()
    .where(sql<boolean>`conversation_id = any(${ids}::text[])`)
    .execute()
  return new Map(rows.map((row) => [row.conversationId, row]))
}

/** The timer before the limit: the update is drafted. */
export const draftUpdate = (db: Db, id: string): Promise<void> => onRow(db, id, draftIfNear)
/** The timer at the limit: they have heard nothing for longer than we want. */
export const markOver = (db: Db, id: string): Promise<void> => onRow(db, id, passIfOver)

/** Hours, holidays or the rules have changed: every clock is set anew. */
export async function settleAllSilences(db: Db): Promise<void> {
  let after = ''
  for (;;) {
    const rows = await db
      .selectFrom('conversations')
      .select('id')
      .where('status', '!=', 'closed')
      .where('id', '>', after)
      .orderBy('id')
      .limit(200)
      .execute()
    for (const { id } of rows) await settleSilence(db, id)
    if (rows.length < 200) return
    after = rows.at(-1)!.id
  }
}

const onRow = (db: Db, id: string, work: (trx: Trx, row: ConversationRow) => Promise<void>) =>
  transaction(db, async (trx) => {
    const conversation = await lockIfThere(trx, id)
    if (conversation) await work(trx, conversation)
  })

async function draftIfNear(trx: Trx, conversation: ConversationRow): Promise<void> {
  const now = await clockNow(trx)
  const row = await trx
    .selectFrom('silences')
    .selectAll()
    .where('conversationId', '=', conversation.id)
    .where('draftedAt', 'is', null)
    .where('nearAt', '<=', now)
    .executeTakeFirst()
  if (!row) return
  await writeDraft(trx, conversation, { ...row, draftedAt: now })
  await sayOnce(trx, conversation, 'silence.near', row.limitAt)
}

async function writeDraft(
  trx: Trx,
  conversation: ConversationRow,
  row: Pick<SilencesTable, 'kind' | 'since' | 'draftedAt'>,
): Promise<void> {
  const { text, nextAt } = await compose(trx, conversation, row, (await readSilenceRules(trx))[row.kind] ?? 1)
  await trx
    .updateTable('silences')
    .set({ draft: text, nextAt, draftedAt: row.draftedAt })
    .where('conversationId', '=', conversation.id)
    .execute()
}

async function passIfOver(trx: Trx, conversation: ConversationRow): Promise<void> {
  await draftIfNear(trx, conversation)
  const now = await clockNow(trx)
  const row = await trx
    .updateTable('silences')
    .set({ passedAt: now })
    .where('conversationId', '=', conversation.id)
    .where('passedAt', 'is', null)
    .where('limitAt', '<=', now)
    .returning('limitAt')
    .executeTakeFirst()
  if (row) await sayOnce(trx, conversation, 'silence.over', row.limitAt)
}

/** A clock that was stopped and runs again to the same limit has said so already. */
async function sayOnce(
  trx: Trx,
  conversation: ConversationRow,
  type: 'silence.near' | 'silence.over',
  limitAt: Date,
): Promise<void> {
  const limit = limitAt.toISOString()
  const said = await trx
    .selectFrom('events')
    .select('seq')
    .where('conversationId', '=', conversation.id)
    .where('type', '=', type)
    .where(sql<boolean>`detail->>'limit' = ${limit}`)
    .executeTakeFirst()
  if (!said) await recordEvent(trx, tend, type, about(conversation), { limit })
}

const about = (row: ConversationRow) => ({
  inboxId: row.inboxId,
  conversationId: row.id,
  customerId: row.customerId,
  teammateId: row.assigneeId,
})

async function standingsOf(trx: Trx, rows: readonly ConversationRow[]): Promise<Map<string, Standing>> {
  if (rows.length === 0) return new Map()
  const heard = await sql<{ id: string; heardAt: Date | null; isTrouble: boolean }>`
    select c.id, greatest(
        (select max(at) from messages m where m.conversation_id = c.id and m.direction = 'out' and not m.auto_reply),
        -- On the phone or at the door: what was kept and told, they have heard.
        (select max(settled_at) from promises p where p.conversation_id = c.id and p.state = 'kept' and p.told)
      ) as heard_at,
      exists (
        select 1 from readings r where r.conversation_id = c.id and exists (
          select 1 from unnest(array['failure', 'upset', 'leaving', 'urgent']) as one
          where (r.signals ->> one)::float >= 0.5
        )
      ) as is_trouble
    from unnest(${rows.map(({ id }) => id)}::text[]) as c(id)`.execute(trx)
  const byId = new Map(heard.rows.map((row) => [row.id, row]))
  return new Map(
    rows.map(({ id, status, waitingSince, nextPromiseId, nextPromiseDue }) => [
      id,
      { status, waitingSince, ...byId.get(id)!, promise: nextPromiseId ? { due: nextPromiseDue } : null },
    ]),
  )
}
