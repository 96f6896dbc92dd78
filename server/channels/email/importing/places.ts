import type { Person } from '#contract/common.ts'
import type { Trx } from '#server/database/database.ts'
import type { ReadMail } from '../read/mail.ts'
import { references } from '../threading.ts'
import '../tables.ts'

export interface OldPlace {
  /** Null: it opens a conversation of its own. */
  conversationId: string | null
  relatedTo: string | null
}

interface Known {
  conversationId: string
  messageId: string
  ours: boolean
}

/** What a batch of old letters must know to find their places: asked for once, and added to as they are placed. */
export interface Places {
  /** Messages by their Message-ID, in the order of their ids. */
  byId: Map<string, Known[]>
  people: Map<string, Set<string>>
  customers: Map<string, string>
  /** Conversations by a reference nobody knew and whom the letter was from or to. */
  expected: Map<string, string>
}

/** Message-IDs by which a letter says where it belongs; a bounce first by that of the letter that came back. */
const named = (mail: ReadMail): string[] =>
  [mail.flags.bounce ? (mail.bounce?.originalMessageId ?? null) : null, ...references(mail)].filter(isText)

const isText = (value: string | null): value is string => value !== null
const expectedKey = (id: string, address: string) => `${id}\n${address}`

export async function askForPlaces(trx: Trx, inboxId: string, mails: readonly ReadMail[]): Promise<Places> {
  const ids = [...new Set(mails.flatMap((mail) => [mail.messageId, ...named(mail)].filter(isText)))]
  const known = ids.length
    ? await trx
        .selectFrom('emailIds')
        .innerJoin('conversations', 'conversations.id', 'emailIds.conversationId')
        .select(['messageIdHeader', 'emailIds.conversationId', 'messageId', 'ours', 'customerId'])
        .where('messageIdHeader', 'in', ids)
        .where('emailIds.inboxId', '=', inboxId)
        .orderBy('messageId')
        .execute()
    : []
  const expected = ids.length
    ? await trx
        .selectFrom('unknownReferences')
        .innerJoin('conversations', 'conversations.id', 'unknownReferences.conversationId')
        .select(['messageIdHeader', 'sender', 'conversationId', 'customerId'])
        .where('messageIdHeader', 'in', ids)
        .where('unknownReferences.inboxId', '=', inboxId)
        .execute()
    : []
  const conversations = [...new Set([...known, ...expected].map((row) => row.conversationId))]
  const people = conversations.length
    ? await trx
        .selectFrom('participants')
        .select(['conversationId', 'address'])
        .where('conversationId', 'in', conversations)
        .execute()
    : []
  const places: Places = { byId: new Map(), people: new Map(), customers: new Map(), expected: new Map() }
  for (const row of known) noteMessage(places, row.messageIdHeader, row)
  for (const row of people) notePeople(places, row.conversationId, [row.address])
  for (const row of [...known, ...expected]) places.customers.set(row.conversationId, row.customerId)
  for (const row of expected)
    places.expected.set(expectedKey(row.messageIdHeader, row.sender), row.conversationId)
  return places
}

export function noteMessage(places: Places, messageIdHeader: string, known: Known): void {
  places.byId.set(messageIdHeader, [...(places.byId.get(messageIdHeader) ?? []), known])
}

export function notePeople(places: Places, conversationId: string, addresses: readonly string[]): void {
  const people = places.people.get(conversationId) ?? new Set()
  for (const address of addresses) people.add(address.toLowerCase())
  places.people.set(conversationId, people)
}

/**
 * Where an old letter belongs: as with new ones only a reference joins, and only where the other side takes part. Letters
 * come in any order (Sent before Inbox), so one that is referred to finds the conversation of the one that came first.
 */
export function placeOf(places: Places, mail: ReadMail, theirs: readonly Person[]): OldPlace {
  const addresses = theirs.map((person) => person.email.toLowerCase())
  const referred = named(mail)
  const inOrder = [
    ...new Set(referred.flatMap((id) => places.byId.get(id) ?? []).map((one) => one.conversationId)),
  ]
  const at = (conversationId: string): OldPlace => ({ conversationId, relatedTo: null })
  for (const conversationId of inOrder.slice(0, 10)) {
    const people = places.people.get(conversationId)
    if (mail.flags.bounce || addresses.some((address) => people?.has(address))) return at(conversationId)
  }
  for (const id of [mail.messageId, ...referred])
    for (const address of id ? addresses : []) {
      const conversationId = places.expected.get(expectedKey(id!, address))
      if (conversationId) return at(conversationId)
    }
  return { conversationId: null, relatedTo: inOrder[0] ?? null }
}

/** The letters that one which opened a conversation refers to, and that may still come. */
export function noteExpected(
  places: Places,
  conversationId: string,
  mail: ReadMail,
  theirs: readonly Person[],
): { messageIdHeader: string; sender: string; conversationId: string }[] {
  const rows = references(mail)
    .slice(0, 20)
    .flatMap((messageIdHeader) =>
      theirs
        .slice(0, 5)
        .map((person) => ({ messageIdHeader, sender: person.email.toLowerCase(), conversationId })),
    )
    .filter((row) => !places.expected.has(expectedKey(row.messageIdHeader, row.sender)))
  for (const row of rows) places.expected.set(expectedKey(row.messageIdHeader, row.sender), conversationId)
  return rows
}
