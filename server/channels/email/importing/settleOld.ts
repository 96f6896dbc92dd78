import { sql } from 'kysely'
import { tend } from '#server/base/actor.ts'
import { clockNow } from '#server/base/clock.ts'
import type { House } from '#server/base/context.ts'
import { recordEvent } from '#server/base/events.ts'
import { idAt, newId } from '#server/base/ids.ts'
import { text as say } from '#server/base/text.ts'
import {
  addHistory,
  type OldCompany,
  type OldConversation,
  type OldMessage,
} from '#server/conversations/history.ts'
import { findOrAddCustomers } from '#server/customers/many.ts'
import type { Trx } from '#server/database/database.ts'
import { insertAll } from '#server/database/insertAll.ts'
import { rememberAllHeaders } from '../headers.ts'
import type { TakenIn } from '../intake.ts'
import { claimFingerprints, type KeptFiles, type Letter, lockLetters, messageOf } from '../letters.ts'
import type { ReadMail } from '../read/mail.ts'
import { isOurMessageId } from '../token.ts'
import { askForPlaces, noteExpected, noteMessage, notePeople, type Places, placeOf } from './places.ts'
import { askWhose, type Whose } from './whose.ts'
import '../tables.ts'

/** An imported letter that has been read. */
export interface OldRead {
  letterId: string
  mail: ReadMail
  files: KeptFiles
  cut: boolean
}

/**
 * Puts imported letters of one inbox where they belong, oldest first: ours become answers of ours, theirs messages of theirs, all
 * with their dates. No task, no notice, no mail, and nobody's turn changes. Safe to repeat. Many at once, since thirty years of
 * mail would take days one by one.
 */
export async function settleOld(
  trx: Trx,
  house: House,
  read: readonly OldRead[],
): Promise<Map<string, TakenIn>> {
  const outcomes = new Map<string, TakenIn>()
  const letters = await lockLetters(
    trx,
    read.map((one) => one.letterId),
  )
  const byId = new Map(letters.map((letter) => [letter.id, letter]))
  for (const { id, state, messageId, conversationId, outcome } of letters)
    if (state !== 'received')
      outcomes.set(id, { messageId, conversationId, outcome: outcome as TakenIn['outcome'] })
  const waiting = read
    .filter((one) => byId.get(one.letterId)?.state === 'received')
    .sort((a, b) => (a.mail.date ?? '').localeCompare(b.mail.date ?? ''))
  const inboxId = letters[0]?.inboxId
  if (!inboxId || waiting.length === 0) return outcomes
  const claimed = await claimFingerprints(trx, inboxId, waiting)
  const fresh = waiting.filter((one) => claimed.has(one.letterId))
  const placed = await place(trx, house, inboxId, fresh, byId)
  for (const [id, taken] of placed) outcomes.set(id, taken)
  for (const { letterId, mail } of waiting)
    if (!claimed.has(letterId))
      outcomes.set(letterId, await firstOf(trx, inboxId, mail.fingerprint, outcomes))
  await noteOutcomes(trx, waiting, outcomes)
  await noteImported(
    trx,
    inboxId,
    [...placed.values()].filter((taken) => taken.outcome !== 'duplicate'),
  )
  return outcomes
}

/** One fact for many imported letters: what makes them findable hears of it, nobody else does. */
export async function noteImported(
  trx: Trx,
  inboxId: string,
  taken: readonly { messageId: string | null }[],
  toRead: string[] = [],
): Promise<void> {
  const messageIds = taken.flatMap(({ messageId }) => (messageId ? [messageId] : []))
  if (messageIds.length || toRead.length)
    await recordEvent(trx, tend, 'letters.imported', { inboxId }, { messageIds, toRead })
}

async function firstOf(
  trx: Trx,
  inboxId: string,
  fingerprint: string,
  outcomes: ReadonlyMap<string, TakenIn>,
): Promise<TakenIn> {
  const first = await trx
    .selectFrom('fingerprints')
    .innerJoin('letters', 'letters.id', 'fingerprints.letterId')
    .select(['letters.id', 'letters.messageId', 'letters.conversationId'])
    .where('fingerprints.inboxId', '=', inboxId)
    .where('fingerprints.fingerprint', '=', fingerprint)
    .executeTakeFirst()
  const here = first && outcomes.get(first.id)
  return {
    messageId: here?.messageId ?? first?.messageId ?? null,
    conversationId: here?.conversationId ?? first?.conversationId ?? null,
    outcome: 'duplicate',
  }
}

async function place(
  trx: Trx,
  house: House,
  inboxId: string,
  read: readonly OldRead[],
  byId: ReadonlyMap<string, Letter>,
): Promise<Map<string, TakenIn>> {
  const taken = new Map<string, TakenIn>()
  if (read.length === 0) return taken
  const places = await askForPlaces(
    trx,
    inboxId,
    read.map((one) => one.mail),
  )
  const whoseIs = await askWhose(trx)
  const now = await clockNow(trx)
  // Who they are is asked for all at once, when it is known who opens something.
  const openings: (Omit<OldConversation, 'customerId'> & { customerId: null })[] = []
  const joined: { conversationId: string; messageOf(customerId: string): OldMessage }[] = []
  const company: OldCompany[] = []
  const expected: ReturnType<typeof noteExpected> = []
  const written: { mail: ReadMail; conversationId: string; messageId: string }[] = []
  const ids: { messageIdHeader: string; conversationId: string; messageId: string }[] = []
  for (const { letterId, mail, files, cut } of read) {
    const letter = byId.get(letterId)!
    const sentBefore = ownLetterKnown(places, house, mail)
    if (sentBefore) {
      taken.set(letterId, { ...sentBefore, outcome: 'duplicate' })
      continue
    }
    const whose = await whoseIs(letter, mail)
    const found = placeOf(places, mail, whose.others)
    const at = dateOf(letter, mail, now)
    const conversationId = found.conversationId ?? newId('conversation')
    if (found.conversationId === null) {
      openings.push({
        id: conversationId,
        inboxId,
        customerId: null,
        subject: whose.mail.subject,
        at,
        requester: whose.others[0]!,
        cc: whose.cc,
        relatedTo: found.relatedTo,
      })
      notePeople(
        places,
        conversationId,
        [...whose.others, ...whose.cc].map((person) => person.email),
      )
      expected.push(...noteExpected(places, conversationId, mail, whose.others))
    } else if (whose.direction === 'out') {
      company.push({ conversationId, people: whose.others })
      notePeople(
        places,
        conversationId,
        whose.others.map((person) => person.email),
      )
    }
    const messageId = idAt('message', at)
    joined.push({
      conversationId,
      messageOf: (customerId) =>
        oldMessageOf({ id: messageId, conversationId, customerId, at }, letter, whose, { files, cut }),
    })
    if (mail.messageId) {
      ids.push({ messageIdHeader: mail.messageId, conversationId, messageId })
      noteMessage(places, mail.messageId, { conversationId, messageId, ours: false })
    }
    written.push({ mail, conversationId, messageId })
    taken.set(letterId, {
      messageId,
      conversationId,
      outcome: outcomeOf(mail, found.conversationId === null),
    })
  }
  const people = await findOrAddCustomers(
    trx,
    tend,
    inboxId,
    openings.map(({ requester }) => requester),
  )
  const conversations = openings.map((one): OldConversation => {
    const customer = people.get(one.requester.email.toLowerCase())!
    places.customers.set(one.id, customer.id)
    return {
      ...one,
      customerId: customer.id,
      requester: { ...one.requester, name: one.requester.name ?? customer.name },
    }
  })
  const messages = joined.map((one) => one.messageOf(places.customers.get(one.conversationId)!))
  await addHistory(trx, { conversations, messages, company })
  await insertAll(
    trx,
    'emailIds',
    ids.map((one) => ({ ...one, inboxId, ours: false })),
    'on conflict do nothing',
  )
  await insertAll(
    trx,
    'unknownReferences',
    expected.map((one) => ({ ...one, inboxId })),
    'on conflict do nothing',
  )
  await rememberAllHeaders(trx, written)
  return taken
}

/** As a new letter would be; its own date, its side and its writer beside it, and no teammate who handed it on. */
function oldMessageOf(
  place: { id: string; conversationId: string; customerId: string; at: Date },
  letter: Letter,
  { direction, mail, author }: Whose,
  { files, cut }: { files: KeptFiles; cut: boolean },
): OldMessage {
  return {
    ...place,
    ...messageOf(letter, mail, mail, files, place.at),
    inboxId: letter.inboxId,
    direction,
    authorId: author?.id ?? null,
    forwarded: mail.forwarded,
    warnings: cut ? [say('email.warning.cut')] : [],
  }
}

function outcomeOf(mail: ReadMail, opened: boolean): TakenIn['outcome'] {
  if (mail.unreadable) return 'unreadable'
  if (mail.flags.bounce) return 'bounce'
  if (mail.flags.autoReply) return 'automatic'
  return opened ? 'opened' : 'joined'
}

/** A letter that Tend itself sent, and that is on the timeline already. */
function ownLetterKnown(
  places: Places,
  house: Pick<House, 'key'>,
  mail: ReadMail,
): { messageId: string; conversationId: string } | null {
  if (!mail.messageId || !isOurMessageId(house.key, mail.messageId)) return null
  const known = places.byId.get(mail.messageId)?.find((one) => one.ours)
  return known ? { messageId: known.messageId, conversationId: known.conversationId } : null
}

/** No mail was sent before this. */
const firstMail = new Date('1971-01-01T00:00:00Z')

/** Its own date, where it can be true; else what its mailbox says; else now. */
function dateOf(letter: Letter, mail: ReadMail, now: Date): Date {
  const possible = [mail.date, letter.imported?.at ?? null]
    .filter((one): one is string => one !== null)
    .map((one) => new Date(one))
  return possible.find((date) => date >= firstMail && date <= now) ?? now
}

/** What became of letters. */
export async function noteOutcomes(
  trx: Trx,
  read: readonly { letterId: string; mail: Pick<ReadMail, 'fingerprint'> }[],
  outcomes: ReadonlyMap<string, TakenIn>,
): Promise<void> {
  const rows = read.map(({ letterId, mail }) => {
    const { outcome, conversationId, messageId } = outcomes.get(letterId)!
    const state = outcome === 'duplicate' ? 'ignored' : 'taken-in'
    return { id: letterId, state, outcome, fingerprint: mail.fingerprint, conversationId, messageId }
  })
  await sql`update letters l set state = r.state, outcome = r.outcome, fingerprint = r.fingerprint,
      conversation_id = r."conversationId", message_id = r."messageId"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(
      id text, state text, outcome text, fingerprint text, "conversationId" text, "messageId" text)
    -- Named a second time, since a list of unknown length makes PostgreSQL look through all letters.
    where l.id = r.id and l.id = any(${rows.map(({ id }) => id)}::text[])`.execute(trx)
}
