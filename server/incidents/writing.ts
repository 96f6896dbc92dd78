import { sql } from 'kysely'
import { tend } from '#server/base/actor.ts'
import { clockNow } from '#server/base/clock.ts'
import type { House } from '#server/base/context.ts'
import { Problem } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { text as say } from '#server/base/text.ts'
import { setTimer } from '#server/base/timers.ts'
import { lockConversation, presentId } from '#server/conversations/queries.ts'
import { openConversation } from '#server/conversations/receive.ts'
import { assign, setWaiting } from '#server/conversations/state.ts'
import { type Trx, transaction } from '#server/database/database.ts'
import { answerTo } from '#server/replies/actions.ts'
import { write } from '#server/replies/write.ts'
import { isOn } from '#server/team/practices.ts'
import type { TeammateRow } from '#server/team/queries.ts'
import { actorOf } from '#server/team/signIn.ts'
import { promiseNext } from './nextUpdate.ts'
import type { IncidentRow, UpdateRow } from './rows.ts'
import { halt, timerOfSending } from './sending.ts'
import { writerFor } from './writers.ts'
import './tables.ts'

/** How often a handful leaves, in milliseconds. */
export const pause = 2000
/** While so many of this incident wait in the outbox, no more are put there: a slow mail server fills up at its own pace, not ours. */
const mostWaiting = 120

/**
 * A handful of letters, at the pace of the update. The next handful has its time in the same transaction in which this one is claimed, so the
 * chain goes on wherever a process dies; each letter is written with its place in the ledger in one transaction, so it leaves once.
 */
export async function writeSome(house: House, subject: string): Promise<void> {
  const [incidentId, position] = [subject.split(' ')[0]!, Number(subject.split(' ')[1])]
  const batch = await transaction(house.db, async (trx) => {
    const update = await trx
      .selectFrom('incidentUpdates')
      .selectAll()
      .where('incidentId', '=', incidentId)
      .where('position', '=', position)
      .forUpdate()
      .executeTakeFirst()
    const now = await clockNow(trx)
    // Another job of the same chain has claimed this handful.
    if (update?.state !== 'sending' || !update.nextBatchAt || update.nextBatchAt > now) return null
    // Whoever switches it off wants that nothing leaves.
    if (!(await isOn(trx, 'incidents'))) {
      await halt(trx, incidentId, position)
      return null
    }
    const next = new Date(now.getTime() + pause)
    await trx
      .updateTable('incidentUpdates')
      .set({ nextBatchAt: next })
      .where('incidentId', '=', incidentId)
      .where('position', '=', position)
      .execute()
    await setTimer(trx, timerOfSending, subject, next)
    return { update, waiting: await waitingIn(trx, incidentId) }
  })
  if (!batch) return
  const { update, waiting } = batch
  const most = Math.min(Math.max(1, Math.round((update.perMinute * pause) / 60_000)), mostWaiting - waiting)
  const failed = new Set<string>()
  let written = 0
  for (; written < most; written++) if (!(await writeNext(house, update, failed))) break
  // Tried with every handful; once nobody else waits, a person has to look.
  if (failed.size > 0 && written === failed.size)
    await transaction(house.db, async (trx) => {
      for (const one of failed) await putAside(trx, update, one, say('incidents.notWritten'))
    })
  await settleSending(house, update, written)
}

async function waitingIn(trx: Trx, incidentId: string): Promise<number> {
  const { rows } = await sql<{
    n: number
  }>`select count(*)::int as n from incident_letters l join outbox o on o.message_id = l.message_id
    where l.incident_id = ${incidentId} and l.state = 'written' and o.phase = 'queued' and o.attempt = 0`.execute(
    trx,
  )
  return rows[0]!.n
}

interface Next {
  customerId: string
  subject: string
  text: string
  name: string
  email: string | null
  /** For no letters to many, and nobody has written this one to them. */
  askedNot: boolean
  conversationId: string | null
  answeredAt: Date | null
  groupPosition: number | null
  conciergeId: string | null
  told: boolean
}

/** Writes the next letter, or adds whose could not be written for a reason of ours to `failed`. False where no other waits. */
async function writeNext(house: House, update: UpdateRow, failed: Set<string>): Promise<boolean> {
  let tried: string | null = null
  try {
    return await transaction(house.db, async (trx) => {
      const next = await lockNext(trx, update, [...failed])
      if (!next) return false
      tried = next.customerId
      await writeOne(house, trx, update, next)
      return true
    })
  } catch (error) {
    if (!tried) throw error
    if (!(error instanceof Problem) || error.status >= 500) {
      house.log.error(
        { err: error, incidentId: update.incidentId, customerId: tried },
        'a letter of an incident',
      )
      failed.add(tried)
      return true
    }
    // What cannot be written holds up nobody else; it is a draft again, with the reason.
    await transaction(house.db, (trx) => putAside(trx, update, tried!, error.message))
    return true
  }
}

async function lockNext(trx: Trx, update: UpdateRow, except: readonly string[]): Promise<Next | null> {
  const { rows } = await sql<Next>`
    select l.customer_id, l.subject, l.text, coalesce(nullif(u.preferred_name, ''), u.name) as name, p.conversation_id, p.answered_at,
      p.group_position, g.concierge_id,
      u.no_circulars_at is not null and not l.edited as asked_not,
      (select a.address from customer_addresses a where a.customer_id = l.customer_id and a.kind = 'email' order by a.created_at, a.address limit 1) as email,
      exists (select 1 from incident_letters b where b.incident_id = l.incident_id and b.customer_id = l.customer_id and b.written_at is not null) as told
    from incident_letters l
    join incident_people p on p.incident_id = l.incident_id and p.customer_id = l.customer_id
    join customers u on u.id = l.customer_id
    left join incident_groups g on g.incident_id = l.incident_id and g.position = p.group_position
    where l.incident_id = ${update.incidentId} and l.update_position = ${update.position} and l.state = 'waiting'
      and l.customer_id <> all(${[...except]}::text[])
    -- Who told us hears first, then in the order of the list.
    order by p.told_us desc, p.group_position, l.customer_id limit 1 for update of l skip locked`.execute(trx)
  return rows[0] ?? null
}

async function writeOne(house: House, trx: Trx, update: UpdateRow, next: Next): Promise<void> {
  const incident = await trx
    .selectFrom('incidents')
    .selectAll()
    .where('id', '=', update.incidentId)
    .executeTakeFirstOrThrow()
  const writer = await writerFor(trx, next.conciergeId, incident.inboxId)
  if (!writer) return putAside(trx, update, next.customerId, say('incidents.noConcierge'))
  // Sending takes a while: who asks for no letters to many meanwhile gets none, unless somebody wrote this one to them.
  if (!next.email || next.askedNot) return setState(trx, update, next.customerId, 'otherwise')
  const by = actorOf(writer, 'session')
  const conversationId = await whereTo(trx, incident, next, writer)
  await assign(trx, by, conversationId, writer.id)
  const conversation = await lockConversation(trx, by, conversationId)
  const isNew = conversation.lastMessageId === null
  const sent = await write(house, trx, by, {
    conversation,
    to: [{ name: next.name, email: next.email }],
    cc: [],
    subject: isNew ? next.subject : answerTo(conversation.subject),
    text: next.text,
    attachments: [],
    undoSeconds: 0,
    clientKey: `incident ${update.incidentId} ${update.position} ${next.customerId}`,
    promises: [],
    kind: 'incident',
  })
  // Who has asked something since our last letter still waits for an answer of their own.
  if (!(next.told && next.answeredAt && conversation.waitingSince)) await setWaiting(trx, by, conversationId)
  await trx
    .updateTable('incidentLetters')
    .set({
      state: 'written',
      how: 'letter',
      because: null,
      conversationId,
      messageId: sent.messageId,
      writtenAt: await clockNow(trx),
      byId: writer.id,
      byName: writer.name,
    })
    .where('incidentId', '=', update.incidentId)
    .where('updatePosition', '=', update.position)
    .where('customerId', '=', next.customerId)
    .execute()
  await trx
    .updateTable('incidentPeople')
    .set({ conversationId })
    .where('incidentId', '=', update.incidentId)
    .where('customerId', '=', next.customerId)
    .execute()
  if (update.nextUpdate)
    await promiseNext(trx, by, incident, update, {
      group: next.groupPosition ?? 0,
      conversationId,
      customerId: next.customerId,
      messageId: sent.messageId,
    })
}

/** Where they wrote of it, if it is still there and theirs; else a conversation of its own. */
async function whereTo(trx: Trx, incident: IncidentRow, next: Next, writer: TeammateRow): Promise<string> {
  if (next.conversationId) {
    const there = await trx
      .selectFrom('conversations')
      .select('id')
      .where('id', '=', await presentId(trx, next.conversationId))
      .where('inboxId', '=', incident.inboxId)
      .where('customerId', '=', next.customerId)
      .where('spamAt', 'is', null)
      .executeTakeFirst()
    if (there) return there.id
  }
  const opened = await openConversation(trx, actorOf(writer, 'session'), {
    inboxId: incident.inboxId,
    customerId: next.customerId,
    subject: next.subject,
    channel: 'email',
    at: await clockNow(trx),
    assigneeId: writer.id,
    requester: { name: next.name, email: next.email! },
    demo: incident.demo,
  })
  return opened.id
}

const setState = async (
  trx: Trx,
  update: UpdateRow,
  customerId: string,
  state: 'draft' | 'otherwise',
  because: string | null = null,
): Promise<void> => {
  await trx
    .updateTable('incidentLetters')
    .set({ state, because })
    .where('incidentId', '=', update.incidentId)
    .where('updatePosition', '=', update.position)
    .where('customerId', '=', customerId)
    .where('state', '=', 'waiting')
    .execute()
}

const putAside = (trx: Trx, update: UpdateRow, customerId: string, because: string) =>
  setState(trx, update, customerId, 'draft', because)

/** When the last has been written the sending is over; whoever looks hears of the step either way. */
async function settleSending(house: House, update: UpdateRow, written: number): Promise<void> {
  await transaction(house.db, async (trx) => {
    const { incidentId, position } = update
    const left = await trx
      .selectFrom('incidentLetters')
      .select('customerId')
      .where('incidentId', '=', incidentId)
      .where('updatePosition', '=', position)
      .where('state', '=', 'waiting')
      .limit(1)
      .executeTakeFirst()
    if (!left)
      await trx
        .updateTable('incidentUpdates')
        .set({ state: 'sent', nextBatchAt: null, doneAt: await clockNow(trx) })
        .where('incidentId', '=', incidentId)
        .where('position', '=', position)
        .where('state', '=', 'sending')
        .execute()
    if (left && written === 0) return
    const { inboxId } = await trx
      .selectFrom('incidents')
      .select('inboxId')
      .where('id', '=', incidentId)
      .executeTakeFirstOrThrow()
    await recordEvent(trx, tend, 'incident.ledger', { inboxId }, { incidentId })
  })
}
