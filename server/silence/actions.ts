import { sql } from 'kysely'
import { type Actor, requireRole, tend } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { clockNow } from '#server/base/clock.ts'
import { recordEvent } from '#server/base/events.ts'
import { readSetting, writeSetting } from '#server/base/settings.ts'
import { clearTimers, setTimers } from '#server/base/timers.ts'
import { workingTime } from '#server/calendar/queries.ts'
import type { ConversationRow } from '#server/conversations/conversation.ts'
import { lockIfThere } from '#server/conversations/queries.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { compose } from './draft.ts'
import { byDefault, type SilenceRules, type Standing, silenceOf } from './silence.ts'
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
  transaction(db, async (trx) => settleSilenceOf(trx, conversationId, await lockIfThere(trx, conversationId)))

/** The same of one that is held already; null where it is gone. */
export async function settleSilenceOf(
  trx: Trx,
  conversationId: string,
  conversation: ConversationRow | null,
): Promise<void> {
  const before = await trx
    .selectFrom('silences')
    .selectAll()
    .where('conversationId', '=', conversationId)
    .executeTakeFirst()
  const silence =
    conversation &&
    silenceOf(await standing(trx, conversation), await readSilenceRules(trx), await workingTime(trx))
  const isSame =
    before &&
    silence &&
    before.kind === silence.kind &&
    (['since', 'nearAt', 'limitAt'] as const).every((one) => before[one].getTime() === silence[one].getTime())
  // The clock runs on, but what has happened meanwhile belongs into the words.
  if (isSame && before.draftedAt && conversation) return writeDraft(trx, conversation, before)
  if (isSame || (!before && !silence)) return
  await clearTimers(trx, ['silence.near', 'silence.over'], conversationId)
  await trx.deleteFrom('silences').where('conversationId', '=', conversationId).execute()
  if (silence && conversation) {
    await trx
      .insertInto('silences')
      .values({
        conversationId,
        inboxId: conversation.inboxId,
        ...silence,
        nextAt: null,
        draft: null,
        draftedAt: null,
        passedAt: null,
      })
      .execute()
    await setTimers(trx, conversationId, [
      { kind: 'silence.near', dueAt: silence.nearAt },
      { kind: 'silence.over', dueAt: silence.limitAt },
    ])
    // A timer that fired at this very moment before is not set again: what it would do is done here.
    const now = await clockNow(trx)
    if (silence.nearAt <= now) await draftIfNear(trx, conversation)
    if (silence.limitAt <= now) await passIfOver(trx, conversation)
  }
  if (before?.draftedAt && conversation)
    await recordEvent(trx, tend, 'silence.broken', about(conversation), {})
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

async function standing(trx: Trx, row: ConversationRow): Promise<Standing> {
  const { rows } = await sql<{ heardAt: Date | null; isTrouble: boolean }>`
    select greatest(
        (select max(at) from messages m where m.conversation_id = ${row.id} and m.direction = 'out' and not m.auto_reply),
        -- On the phone or at the door: what was kept and told, they have heard.
        (select max(settled_at) from promises p where p.conversation_id = ${row.id} and p.state = 'kept' and p.told)
      ) as heard_at,
      exists (
        select 1 from readings r where r.conversation_id = ${row.id} and exists (
          select 1 from unnest(array['failure', 'upset', 'leaving', 'urgent']) as one
          where (r.signals ->> one)::float >= 0.5
        )
      ) as is_trouble`.execute(trx)
  return {
    status: row.status,
    waitingSince: row.waitingSince,
    ...rows[0]!,
    promise: row.nextPromiseId ? { due: row.nextPromiseDue } : null,
  }
}
