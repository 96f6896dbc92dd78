import { type Actor, requireRole, sees, teammateId, tend } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { clockNow, sqlNow } from '#server/base/clock.ts'
import { invalid, notFound } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { newId } from '#server/base/ids.ts'
import { text as say } from '#server/base/text.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { demandKnown, stillKnown } from './queries.ts'
import { anInboxOf, within } from './sight.ts'
import './tables.ts'

export interface NewFact {
  text: string
  /** Where it was said; its inbox is then the fact's boundary. */
  conversationId?: string | null
  messageId?: string | null
  /** For what was not said in a conversation: one of the reader's inboxes. */
  inboxId?: string
  source?: 'message' | 'teammate' | 'import'
  kind?: 'told' | 'like' | 'life'
  privacy?: 'plain' | 'careful' | 'sensitive'
  mention?: 'ask' | 'yes' | 'no'
  expiresAt?: Date | null
  at?: Date
}

/** Remembers something they told us, in the boundary of the inbox where it was said. */
export async function rememberFact(
  db: Db | Trx,
  by: Actor,
  customerId: string,
  fact: NewFact,
): Promise<string> {
  requireRole(by, 'teammate')
  await demandKnown(db, by, customerId)
  return transaction(db, async (trx) => {
    const said = await whereSaid(trx, by, customerId, fact)
    const inboxId = said?.inboxId ?? fact.inboxId ?? (await anInboxOf(trx, by, customerId))
    if (!inboxId || !sees(by, inboxId)) throw notFound(say('customers.this.inbox'))
    const now = await clockNow(trx)
    if (fact.at && fact.at > now) throw invalid('/saidAt', say('customers.fact.saidLater'))
    if (fact.expiresAt) demandAhead(fact.expiresAt, now)
    const privacy = fact.privacy ?? 'plain'
    const id = newId('fact')
    await trx
      .insertInto('customerFacts')
      .values({
        id,
        customerId,
        inboxId,
        text: fact.text,
        kind: fact.kind ?? 'told',
        privacy,
        mention: fact.mention ?? 'ask',
        expiresAt: fact.expiresAt ?? (privacy === 'sensitive' ? inAYear(now) : null),
        sourceKind: fact.source ?? (said?.messageId ? 'message' : 'teammate'),
        conversationId: said?.conversationId ?? null,
        messageId: said?.messageId ?? null,
        byId: teammateId(by),
        forgottenAt: null,
        ...(fact.at && { createdAt: fact.at }),
      })
      .execute()
    await recordEvent(trx, by, 'customer.changed', { customerId, inboxId }, {})
    await audit(trx, by, 'fact.remembered', { kind: 'fact', id, inboxId }, { customerId })
    return id
  })
}

/** The message or conversation a fact comes from, when it is this person's and the actor sees it. */
async function whereSaid(
  trx: Trx,
  by: Actor,
  customerId: string,
  { conversationId, messageId }: NewFact,
): Promise<{ inboxId: string; conversationId: string; messageId: string | null } | null> {
  if (messageId) {
    const row = await trx
      .selectFrom('messages')
      .select(['inboxId', 'conversationId', 'id as messageId'])
      .where('id', '=', messageId)
      .where('customerId', '=', customerId)
      .where(within(by, 'messages.inbox_id'))
      .executeTakeFirst()
    if (!row || (conversationId && conversationId !== row.conversationId))
      throw notFound(say('customers.this.message'))
    return row
  }
  if (!conversationId) return null
  const row = await trx
    .selectFrom('conversations')
    .select(['inboxId', 'id as conversationId'])
    .where('id', '=', conversationId)
    .where('customerId', '=', customerId)
    .where(within(by, 'conversations.inbox_id'))
    .executeTakeFirst()
  if (!row) throw notFound(say('customers.this.conversation'))
  return { ...row, messageId: null }
}

/** How it is held may change; what was said does not. A sensitive one always has a day on which it goes. */
export async function holdFact(
  db: Db,
  by: Actor,
  customerId: string,
  factId: string,
  change: Pick<NewFact, 'privacy' | 'mention' | 'expiresAt'>,
): Promise<void> {
  requireRole(by, 'teammate')
  await demandKnown(db, by, customerId)
  await transaction(db, async (trx) => {
    const row = await lockFact(trx, by, customerId, factId)
    const now = await clockNow(trx)
    if (change.expiresAt) demandAhead(change.expiresAt, now)
    const privacy = change.privacy ?? row.privacy
    const expiresAt = change.expiresAt === undefined ? row.expiresAt : change.expiresAt
    await trx
      .updateTable('customerFacts')
      .set({
        privacy,
        mention: change.mention ?? row.mention,
        expiresAt: expiresAt ?? (privacy === 'sensitive' ? inAYear(now) : null),
      })
      .where('id', '=', factId)
      .execute()
    await recordEvent(trx, by, 'customer.changed', { customerId, inboxId: row.inboxId }, {})
    const subject = { kind: 'fact', id: factId, inboxId: row.inboxId }
    await audit(trx, by, 'fact.held', subject, { fields: Object.keys(change) })
  })
}

function demandAhead(day: Date, now: Date): void {
  if (day <= now) throw invalid('/expiresAt', say('customers.fact.past'))
}
const inAYear = (now: Date) => new Date(now.getTime() + 365 * 86_400_000)

async function lockFact(trx: Trx, by: Actor, customerId: string, factId: string) {
  const row = await trx
    .selectFrom('customerFacts')
    .selectAll()
    .where('id', '=', factId)
    .where('customerId', '=', customerId)
    .where(stillKnown)
    .forUpdate()
    .executeTakeFirst()
  if (!row || !sees(by, row.inboxId)) throw notFound(say('customers.this.fact'))
  return row
}

/** Whose day has come is forgotten as if somebody had pressed the button; no screen has shown it since that moment. */
export async function forgetExpired(db: Db): Promise<number> {
  return transaction(db, async (trx) => {
    const gone = await trx
      .updateTable('customerFacts')
      .set({ text: '', forgottenAt: sqlNow })
      .where('forgottenAt', 'is', null)
      .where('expiresAt', '<=', sqlNow)
      .returning(['id', 'customerId', 'inboxId'])
      .execute()
    for (const { id, customerId, inboxId } of gone) {
      await recordEvent(trx, tend, 'customer.changed', { customerId, inboxId }, {})
      await audit(trx, tend, 'fact.expired', { kind: 'fact', id, inboxId }, { customerId })
    }
    return gone.length
  })
}

/** Forgotten means gone: the words are wiped, the row says only that something was forgotten. */
export async function forgetFact(db: Db, by: Actor, customerId: string, factId: string): Promise<void> {
  requireRole(by, 'teammate')
  await demandKnown(db, by, customerId)
  await transaction(db, async (trx) => {
    const row = await lockFact(trx, by, customerId, factId)
    await trx
      .updateTable('customerFacts')
      .set({ text: '', forgottenAt: sqlNow })
      .where('id', '=', factId)
      .execute()
    await recordEvent(trx, by, 'customer.changed', { customerId, inboxId: row.inboxId }, {})
    await audit(trx, by, 'fact.forgotten', { kind: 'fact', id: factId, inboxId: row.inboxId })
  })
}

/** Messages went into another conversation: what was learned in them is found there. */
export async function moveSources(
  trx: Trx,
  { from, to, messageIds }: { from: string; to: string; messageIds: readonly string[] },
): Promise<void> {
  if (messageIds.length === 0) return
  await trx
    .updateTable('customerFacts')
    .set({ conversationId: to })
    .where('conversationId', '=', from)
    .where('messageId', 'in', [...messageIds])
    .execute()
}
