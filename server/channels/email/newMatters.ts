import { tend } from '#server/base/actor.ts'
import { clockNow } from '#server/base/clock.ts'
import type { House } from '#server/base/context.ts'
import { type Opening, openAll } from '#server/conversations/openings.ts'
import { blockedAmong } from '#server/conversations/spam.ts'
import { findOrAddCustomers } from '#server/customers/many.ts'
import { askAhead } from '#server/database/ahead.ts'
import type { Trx } from '#server/database/database.ts'
import { insertAll } from '#server/database/insertAll.ts'
import { allInboxes, askInboxes } from '#server/team/queries.ts'
import type { Authentication } from './authentication.ts'
import { rememberAllHeaders } from './headers.ts'
import type { TakenIn } from './intake.ts'
import { claimFingerprints, type KeptFiles, type Letter, messageOf } from './letters.ts'
import { inCopy, recipientsOf, writer } from './putAway.ts'
import type { ReadMail } from './read/mail.ts'
import { isFromSent } from './sentByHand.ts'
import { references } from './threading.ts'
import { isOurMessageId, tokenIn } from './token.ts'
import { warningsOf } from './warnings.ts'
import './tables.ts'

/** A letter that has been read. */
export interface ReadLetter {
  letter: Letter
  mail: ReadMail
  authentication: Authentication
  files: KeptFiles
  cut: boolean
}

/**
 * Whether a letter surely begins a matter of its own, by what stands in it: a person wrote it, it answers nothing, and goes to no address of a
 * conversation. Most first letters are such; whatever else there is, `putAway` sees to.
 */
export const beginsNew = (house: Pick<House, 'key'>, letter: Letter, mail: ReadMail): boolean =>
  letter.via !== 'import' &&
  !isFromSent(letter) &&
  !mail.unreadable &&
  Boolean(mail.from?.email) &&
  mail.forwarded === null &&
  !(mail.flags.autoReply || mail.flags.bounce || mail.flags.report) &&
  references(mail).length === 0 &&
  !(mail.messageId && isOurMessageId(house.key, mail.messageId)) &&
  recipientsOf(letter, mail).every((address) => tokenIn(address) === null)

/**
 * Opens what such letters begin, all of one inbox, in as many statements as for one: the same as `putAway` makes of each. A letter that is
 * there already, or whose writer is blocked, is not in what it returns.
 */
export async function openNew(trx: Trx, read: readonly ReadLetter[]): Promise<Map<string, TakenIn>> {
  const { inboxId } = read[0]!.letter
  const senders = read.map(({ mail }) => mail.from!.email)
  await askAhead(trx, [askInboxes(trx).compile()])
  const blocked = await blockedAmong(trx, inboxId, senders)
  const allowed = read.filter(({ mail }) => !blocked.has(mail.from!.email.toLowerCase()))
  const isFirst = await claimFingerprints(
    trx,
    inboxId,
    allowed.map(({ letter, mail }) => ({ letterId: letter.id, mail })),
  )
  const claimed = allowed.filter(({ letter }) => isFirst.has(letter.id))
  if (claimed.length === 0) return new Map()
  const own = (await allInboxes(trx)).map((inbox) => inbox.address)
  const at = await clockNow(trx)
  const customers = await findOrAddCustomers(
    trx,
    tend,
    inboxId,
    claimed.map(({ mail }) => mail.from!),
  )
  const opened = await openAll(
    trx,
    tend,
    claimed.map((one) => openingOf(one, own, at, customers.get(one.mail.from!.email.toLowerCase())!)),
  )
  await insertAll(
    trx,
    'emailIds',
    claimed.flatMap(({ mail }, n) =>
      mail.messageId ? [{ messageIdHeader: mail.messageId, ...opened[n]!, inboxId, ours: false }] : [],
    ),
    'on conflict do nothing',
  )
  await rememberAllHeaders(
    trx,
    claimed.map(({ mail }, n) => ({ mail, ...opened[n]! })),
  )
  return new Map(claimed.map(({ letter }, n) => [letter.id, { ...opened[n]!, outcome: 'opened' as const }]))
}

function openingOf(
  { letter, mail, authentication, files, cut }: ReadLetter,
  own: readonly string[],
  at: Date,
  customer: { id: string; name: string },
): Opening {
  const { name, email } = mail.from!
  const company = inCopy(mail, own)
  const notProven = authentication.dmarc === 'fail'
  const cc = notProven ? [] : company
  return {
    conversation: {
      inboxId: letter.inboxId,
      customerId: customer.id,
      subject: mail.subject,
      channel: 'email',
      requester: { name: name ?? customer.name, email },
      cc,
    },
    message: {
      ...messageOf(letter, mail, mail, files, at),
      forwarded: null,
      held: false,
      warnings: warningsOf({
        from: mail.from,
        notProven,
        heldAs: null,
        cut,
        newInCopy: notProven ? company : [],
        known: [...own, email, ...cc.map((person) => person.email)],
        readsUnseen: false,
      }),
    },
    writer: writer(mail),
  }
}
