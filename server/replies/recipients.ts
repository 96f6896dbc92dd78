import { email as emailShape, type Person } from '#contract/common.ts'
import { invalid } from '#server/base/errors.ts'
import { text as say } from '#server/base/text.ts'
import { participantsOf } from '#server/conversations/queries.ts'
import type { Trx } from '#server/database/database.ts'
import { allInboxes } from '#server/team/queries.ts'

export type Given = string | { name?: string | null; email: string }

/** Reads recipients as the API takes them: an address, "Name <address>", or both apart. Refuses anything two parsers could read differently. */
export function readRecipients(given: readonly Given[], pointer: string): Person[] {
  const people = given.map((one, index) => {
    const { name, address } =
      typeof one === 'string' ? split(one) : { name: one.name ?? null, address: one.email }
    const parsed = emailShape.safeParse(address)
    if (!parsed.success || /[\r\n\0]/.test(name ?? ''))
      throw invalid(`${pointer}/${index}`, say('replies.notOneAddress'))
    return { name: name?.trim() || null, email: parsed.data }
  })
  return unique(people)
}

function split(text: string): { name: string | null; address: string } {
  const match = /^\s*(?:"([^"<>\r\n]*)"|([^"<>\r\n]*?))\s*<([^<>\s]+)>\s*$/.exec(text)
  return match ? { name: match[1] ?? match[2] ?? null, address: match[3]! } : { name: null, address: text }
}

/** Each address once, in order. */
export function unique(people: readonly Person[], without: readonly Person[] = []): Person[] {
  const taken = new Set(without.map((person) => person.email))
  return people.filter((person) => !taken.has(person.email) && taken.add(person.email))
}

/** Whom an answer goes to: as given, else the requester, with those in copy. Nobody gets it unseen by themselves. */
export async function addressed(
  trx: Trx,
  conversationId: string,
  given: { to?: Given[]; cc?: Given[]; bcc?: Given[] },
): Promise<{
  to: Person[]
  cc: Person[]
  bcc: Person[]
  people: Awaited<ReturnType<typeof participantsOf>>
}> {
  const [people, own] = [await participantsOf(trx, conversationId), await ownAddresses(trx)]
  const of = (role: 'requester' | 'cc') =>
    people
      .filter((person) => person.role === role && !own.has(person.email))
      .map(({ name, email }) => ({ name, email }))
  const to = given.to ? outside(readRecipients(given.to, '/to'), own, '/to') : of('requester')
  const cc = given.cc ? outside(readRecipients(given.cc, '/cc'), own, '/cc') : of('cc')
  const bcc = outside(readRecipients(given.bcc ?? [], '/bcc'), own, '/bcc')
  return { to, cc: unique(cc, to), bcc: unique(bcc, [...to, ...cc]), people }
}

export const ownAddresses = async (trx: Trx): Promise<ReadonlySet<string>> =>
  new Set((await allInboxes(trx)).map((inbox) => inbox.address.toLowerCase()))

/** A letter to one of our own inboxes would come back as our own and be passed over. */
export function outside(people: Person[], own: ReadonlySet<string>, pointer: string): Person[] {
  for (const [index, person] of people.entries())
    if (own.has(person.email)) throw invalid(`${pointer}/${index}`, say('replies.ownAddress'))
  return people
}
