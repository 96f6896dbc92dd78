import { sql } from 'kysely'
import type { Promised } from '#contract/promises.ts'
import type { TheirSide } from '#contract/theirSide.ts'
import type { Actor } from '#server/base/actor.ts'
import { clockNow } from '#server/base/clock.ts'
import { notFound } from '#server/base/errors.ts'
import { text as say } from '#server/base/text.ts'
import { deliveryOf } from '#server/channels/email/outbox/delivery.ts'
import { conversationById } from '#server/conversations/queries.ts'
import type { Db } from '#server/database/database.ts'
import { promisesOf } from '#server/promises/queries.ts'
import { demandOn } from '#server/team/practices.ts'
import {
  figuresOf,
  type Lived,
  type LivedMessage,
  type LivedPromise,
  livedSteps,
  unknownTo,
} from './lived.ts'

/** The matter as the person it is about lived it: what never reached them is not there, and nothing of the team's own. */
export async function theirSideOf(db: Db, by: Actor, id: string): Promise<TheirSide> {
  await demandOn(db, 'theirSide')
  const conversation = await conversationById(db, by, id)
  const { customerId } = conversation
  const [now, person, addresses, messages, files, promises, asks, closings, chases] = await Promise.all([
    clockNow(db),
    db
      .selectFrom('customers')
      .select(['name', 'preferredName'])
      .where('id', '=', customerId)
      .executeTakeFirst(),
    addressesOf(db, id, customerId),
    lettersOf(db, id, customerId),
    db
      .selectFrom('attachments')
      .select(['messageId', (e) => e.fn.countAll<number>().as('count')])
      .where('conversationId', '=', id)
      .where('messageId', 'is not', null)
      .where('inline', '=', false)
      .groupBy('messageId')
      .execute(),
    promisesOf(db, by, id),
    db
      .selectFrom('asks')
      .innerJoin('messages', (join) =>
        join
          .onRef('messages.id', '=', 'asks.messageId')
          .onRef('messages.conversationId', '=', 'asks.conversationId'),
      )
      .select(['asks.text', 'asks.messageId', 'messages.at'])
      .where('asks.conversationId', '=', id)
      .where('asks.answeredAt', 'is', null)
      .where('messages.customerId', '=', customerId)
      .orderBy('messages.at')
      .orderBy('asks.position')
      .execute(),
    db
      .selectFrom('events')
      .select('at')
      .where('conversationId', '=', id)
      .where('type', '=', 'conversation.closed')
      .execute(),
    db
      .selectFrom('events')
      .select('messageId')
      .where('conversationId', '=', id)
      .where('type', '=', 'conversation.read')
      .where(sql<boolean>`detail->'chase' = 'true'::jsonb`)
      .execute(),
  ])
  if (!person) throw notFound(say('desk.conversation'))
  const deliveries = await deliveryOf(
    db,
    messages.filter((one) => one.direction === 'out').map((one) => one.id),
  )
  const again = new Set(chases.map((one) => one.messageId))
  const shown = messages.flatMap((message): LivedMessage[] => {
    const isTheirs = message.direction === 'in'
    const written = [...message.to, ...message.cc].map((one) => one.email.toLowerCase())
    // An answer to somebody else in copy is none of theirs.
    if (!isTheirs && written.length > 0 && !written.some((one) => addresses.has(one))) return []
    const came = isTheirs
      ? { cameAt: null, state: 'came' as const }
      : arrival(
          (deliveries.get(message.id)?.deliveries ?? []).filter((one) => addresses.has(one.to.toLowerCase())),
        )
    return [
      {
        id: message.id,
        direction: isTheirs ? 'in' : 'out',
        at: message.at,
        ...came,
        by: isTheirs ? writerOf(message, addresses) : message.author,
        text: message.text,
        files: Number(files.find((one) => one.messageId === message.id)?.count ?? 0),
        automatic: message.autoReply || (!isTheirs && message.author === null && Boolean(message.isMachine)),
        again: again.has(message.id),
      },
    ]
  })
  const known = new Set(shown.filter((one) => one.state !== 'on-its-way').map((one) => one.id))
  const lived: Lived = {
    now,
    waitsNow: conversation.waitingSince !== null,
    messages: shown,
    promises: promises
      .filter((one) => one.customerId === customerId && (one.messageId === null || known.has(one.messageId)))
      .map(livedPromise),
    asks,
    closings: closings.map((one) => one.at),
  }
  return {
    conversationId: id,
    name: person.preferredName ?? person.name,
    steps: livedSteps(lived),
    figures: figuresOf(lived),
    unknown: unknownTo(lived),
  }
}

/** Where letters reach them: their own addresses, and the one this was asked from. */
async function addressesOf(db: Db, conversationId: string, customerId: string): Promise<ReadonlySet<string>> {
  const [own, here] = await Promise.all([
    db.selectFrom('customerAddresses').select('address').where('customerId', '=', customerId).execute(),
    db
      .selectFrom('participants')
      .select('address')
      .where('conversationId', '=', conversationId)
      .where('role', '=', 'requester')
      .execute(),
  ])
  return new Set([...own, ...here].map((one) => one.address.toLowerCase()))
}

/** Theirs and ours, as the customer's page shows them; a machine of theirs writes nothing that they wrote. */
const lettersOf = (db: Db, conversationId: string, customerId: string) =>
  db
    .selectFrom('messages')
    .leftJoin('teammates', 'teammates.id', 'messages.authorId')
    .select([
      'messages.id',
      'messages.direction',
      'messages.channel',
      'messages.at',
      'messages.text',
      'messages.to',
      'messages.cc',
      'messages.fromName',
      'messages.fromAddress',
      'messages.autoReply',
      'teammates.name as author',
    ])
    .select((e) =>
      e
        .exists(
          e
            .selectFrom('outbox')
            .select('outbox.id')
            .whereRef('outbox.messageId', '=', 'messages.id')
            .where('outbox.kind', '=', 'automatic'),
        )
        .as('isMachine'),
    )
    .where('messages.conversationId', '=', conversationId)
    .where('messages.customerId', '=', customerId)
    .where('messages.direction', '!=', 'note')
    .where('messages.held', '=', false)
    .where('messages.isBounce', '=', false)
    .where('messages.isReport', '=', false)
    .where('messages.isChallenge', '=', false)
    .where((e) => e.or([e('messages.direction', '=', 'out'), e('messages.autoReply', '=', false)]))
    .orderBy('messages.at')
    .orderBy('messages.id')
    .execute()

type Delivered = { state: string; at: string | null }

/** How ours came to them: taken by their provider, perhaps, not yet, or never. What left by no road of ours came when it was written. */
function arrival(deliveries: readonly Delivered[]): Pick<LivedMessage, 'cameAt' | 'state'> {
  if (deliveries.length === 0) return { cameAt: null, state: 'came' }
  const taken = deliveries.find((one) => one.state === 'accepted')
  if (taken) return { cameAt: taken.at ? new Date(taken.at) : null, state: 'came' }
  if (deliveries.some((one) => one.state === 'unknown')) return { cameAt: null, state: 'perhaps' }
  if (deliveries.every((one) => one.state === 'refused' || one.state === 'bounced'))
    return { cameAt: null, state: 'never' }
  return { cameAt: null, state: 'on-its-way' }
}

/** Whoever wrote beside them, by name; themselves have none. */
const writerOf = (
  message: { channel: string; fromName: string | null; fromAddress: string | null },
  own: ReadonlySet<string>,
): string | null =>
  message.channel === 'page' || !message.fromAddress || own.has(message.fromAddress.toLowerCase())
    ? null
    : (message.fromName ?? message.fromAddress)

function livedPromise(promise: Promised): LivedPromise {
  const steps = (kind: Promised['steps'][number]['kind']) => promise.steps.filter((one) => one.kind === kind)
  const moves = steps('renegotiated').map(({ at, detail }) => ({
    at: new Date(at),
    due: typeof detail.due === 'string' ? new Date(detail.due) : null,
    before: detail.before === true,
    from: typeof detail.from === 'string' ? new Date(detail.from) : null,
  }))
  const due = promise.due ? new Date(promise.due) : null
  const told = steps('told').at(-1)?.at ?? promise.keptAt
  return {
    id: promise.id,
    // Our own sentence is what they heard: "I'll call you", not "call Maria".
    what: (promise.messageId && promise.quote) || promise.what,
    madeAt: new Date(promise.madeAt),
    firstDue: moves[0] ? moves[0].from : due,
    due,
    state: promise.state,
    keptAt: promise.keptAt ? new Date(promise.keptAt) : null,
    toldAt: promise.state === 'kept' && promise.told && told ? new Date(told) : null,
    lateAt: steps('late').map((one) => new Date(one.at)),
    releasedAt:
      promise.state === 'released' ? new Date(steps('released').at(-1)?.at ?? promise.madeAt) : null,
    moves,
  }
}
