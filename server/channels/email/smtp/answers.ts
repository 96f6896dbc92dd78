import type { House } from '#server/base/context.ts'
import { text as say } from '#server/base/text.ts'
import { allInboxes } from '#server/team/queries.ts'
import { type Arrival, keepRaw, keepRows } from '../arrival.ts'
import { isFor } from '../token.ts'
import { refuse, temporary } from './refusals.ts'

/**
 * LMTP: one answer for each recipient, in their order, each said after that inbox's copy is committed (RFC 2033 §4.2). What
 * fails for one is tried again by the other server for that one alone.
 */
export async function answerEach(house: House, arrival: Arrival): Promise<(string | Error)[]> {
  const inboxes = await allInboxes(house.db)
  const file = await keepRaw(house, arrival.raw)
  const inboxOf = (address: string) => inboxes.find((inbox) => isFor(inbox.address, address))
  const byInbox = Map.groupBy(arrival.envelopeTo, (address) => inboxOf(address)?.id ?? null)
  const answers = new Map<string | null, string | Error>([[null, refuse(550, 'nobody')]])
  for (const [id, envelopeTo] of byInbox) {
    if (id === null) continue
    try {
      await keepRows(house, { ...arrival, envelopeTo }, [{ id }], file)
      answers.set(id, say('email.smtp.kept', {}, 'en'))
    } catch (error) {
      const answer = temporary(error)
      if (answer !== error) house.log.error({ err: error }, 'a letter could not be kept')
      answers.set(id, answer)
    }
  }
  return arrival.envelopeTo.map((address) => answers.get(inboxOf(address)?.id ?? null)!)
}
