import type { Person } from '#contract/common.ts'
import { type Actor, tend } from '#server/base/actor.ts'
import { askClock, clockNow } from '#server/base/clock.ts'
import type { House } from '#server/base/context.ts'
import { text as say } from '#server/base/text.ts'
import { bareSubject } from '#server/conversations/conversation.ts'
import { forwardedTo, receiveBeside } from '#server/conversations/forwards.ts'
import {
  askLocked,
  askParticipants,
  conversationById,
  hadBlindCopy,
  participantsOf,
  subjectsOf,
} from '#server/conversations/queries.ts'
import { openConversation, plain, receiveMessage } from '#server/conversations/receive.ts'
import { askBlock, beginAsSpam, isBlocked } from '#server/conversations/spam.ts'
import { addParticipants } from '#server/conversations/write.ts'
import { askPerson, findOrAddCustomer } from '#server/customers/actions.ts'
import { askAhead } from '#server/database/ahead.ts'
import type { Trx } from '#server/database/database.ts'
import { allInboxes, askInboxes } from '#server/team/queries.ts'
import type { Authentication } from './authentication.ts'
import { takeBounce } from './bounce.ts'
import { asTheCustomersOwn } from './forwards.ts'
import { rememberHeaders } from './headers.ts'
import type { Outcome, TakenIn } from './intake.ts'
import { type KeptFiles, type Letter, messageOf } from './letters.ts'
import { noteProof } from './outbox/delivery.ts'
import type { ReadMail } from './read/mail.ts'
import { isFromSent, takeSent } from './sentByHand.ts'
import { addMailTask } from './tasks.ts'
import { takeTeammatesAnswer } from './teammateAnswer.ts'
import { findPlace, type Place, references, rememberIds } from './threading.ts'
import { isFor, isOurMessageId } from './token.ts'
import { warningsOf } from './warnings.ts'

interface Found {
  authentication: Authentication
  files: KeptFiles
  cut: boolean
}

/** What every letter asks, whatever becomes of it, in one go. */
export async function askForLetter(trx: Trx, letter: Letter, { from }: ReadMail): Promise<void> {
  const address = from?.email
  await askAhead(trx, [
    askClock(trx).compile(),
    askInboxes(trx).compile(),
    ...(address
      ? [askBlock(trx, letter.inboxId, address).compile(), askPerson(trx, address.toLowerCase()).compile()]
      : []),
  ])
}

/** Puts a read letter where it belongs: own mail come back? bounce? forwarded by a teammate? which conversation? */
export async function putAway(
  trx: Trx,
  house: House,
  letter: Letter,
  mail: ReadMail,
  { authentication, files, cut }: Found,
): Promise<TakenIn> {
  const own = (await allInboxes(trx)).map((inbox) => inbox.address)
  if (isFromSent(letter)) return takeSent(trx, house, letter, mail, { own, files })
  // Somebody has it, so a server took it: what was not confirmed is now.
  await noteProof(trx, [mail.messageId, ...references(mail)])
  if (isOwnMailComeBack(house, mail, own))
    return { messageId: null, conversationId: null, outcome: 'ignored' }
  const recipients = recipientsOf(letter, mail)
  if (mail.flags.bounce) {
    const bounced = await takeBounce(trx, house, letter, mail, recipients, files)
    if (bounced) return { ...bounced, outcome: 'bounce' }
  }
  const ours = await takeTeammatesAnswer(trx, house, letter, mail, { recipients, authentication, files })
  if (ours) return ours
  const { mail: theirs, by: forwardedBy } = await asTheCustomersOwn(trx, mail, authentication, letter)
  const found = await findPlace(trx, house, letter.inboxId, mail, recipients, authentication)
  const aside = await answerToForward(trx, found, theirs, authentication)
  if (aside) return takeBeside(trx, letter, theirs, files, aside)
  const place = (await isBlockedHere(trx, letter.inboxId, theirs, found)) ? beside(found) : found
  const automatic = mail.flags.autoReply || mail.flags.bounce || mail.flags.report
  const company = automatic ? [] : inCopy(theirs, own)
  const conversationId =
    place.kind === 'open'
      ? await open(trx, letter, theirs, {
          relatedTo: place.relatedTo,
          cc: authentication.dmarc === 'fail' ? [] : company,
          spam: place !== found,
        })
      : place.conversationId
  await askAhead(trx, [
    askParticipants(trx, conversationId).compile(),
    askLocked(trx, conversationId).compile(),
  ])
  const here = await participantsOf(trx, conversationId)
  const strangers = company.filter((person) => !here.some((one) => same(one, person)))
  const mayBring =
    isSurelyThem(place, authentication) &&
    here.some((person) => person.role === 'requester' && theirs.from && same(person, theirs.from))
  if (mayBring) await addParticipants(trx, conversationId, strangers, null)
  const held = place.kind === 'hold'
  const { messageId } = await receiveMessage(trx, writer(theirs), {
    conversationId,
    ...messageOf(letter, mail, theirs, files, await clockNow(trx)),
    forwarded: mail.forwarded && { ...mail.forwarded, by: forwardedBy },
    newSubject:
      place.kind === 'join' && !automatic ? await newSubject(trx, conversationId, mail.subject) : null,
    warnings: warningsOf({
      from: theirs.from,
      notProven: authentication.dmarc === 'fail',
      heldAs: place.kind === 'hold' ? place.why : null,
      cut,
      newInCopy: mayBring ? [] : strangers,
      known: [...own, ...here.map((person) => person.email)],
      readsUnseen:
        theirs.from !== null &&
        !here.some((person) => same(person, theirs.from!)) &&
        (await hadBlindCopy(trx, conversationId, theirs.from.email)),
    }),
    held,
  })
  const about = { inboxId: letter.inboxId, conversationId, messageId }
  await rememberIds(trx, { ...about, mail, opened: place.kind === 'open' })
  await rememberHeaders(trx, mail, conversationId, messageId)
  if (mail.unreadable)
    await addMailTask(trx, { kind: 'unreadable', ...about, detail: say('email.task.unreadable') })
  if (held)
    await addMailTask(trx, {
      kind: 'held',
      ...about,
      detail: say('email.task.held', { email: mail.from?.email ?? '?' }),
    })
  return { messageId, conversationId, outcome: outcomeOf(mail, place) }
}

/** Wherever it was sent to, by envelope and by header. */
export const recipientsOf = (letter: Letter, mail: ReadMail): string[] => [
  ...letter.envelopeTo,
  ...mail.deliveredTo,
  ...[...mail.to, ...mail.cc].map((p) => p.email),
]

function outcomeOf(mail: ReadMail, place: Place): Outcome {
  if (mail.unreadable) return 'unreadable'
  if (place.kind === 'hold') return 'held'
  if (mail.flags.bounce) return 'bounce'
  if (mail.flags.autoReply) return 'automatic'
  return place.kind === 'open' ? 'opened' : 'joined'
}

/** The subject of a letter that joined, where nobody in the conversation used it before: perhaps it is another matter. */
async function newSubject(trx: Trx, conversationId: string, subject: string): Promise<string | null> {
  const bare = bareSubject(subject)
  if (!bare) return null
  const { subject: current } = await conversationById(trx, tend, conversationId)
  const used = [current, ...(await subjectsOf(trx, conversationId))].map((one) =>
    bareSubject(one).toLowerCase(),
  )
  return used.includes(bare.toLowerCase()) ? null : bare
}

export const writer = (mail: ReadMail): Actor => ({
  ...tend,
  name: mail.from?.name ?? mail.from?.email ?? tend.name,
})

const isOneOf = (inboxes: readonly string[], address: string) =>
  inboxes.some((inbox) => isFor(inbox, address))

/** Our own letter, by a Bcc or a loop of forwards: no customer wrote it. Somebody else under one of our ids is somebody else. */
const isOwnMailComeBack = (house: House, mail: ReadMail, own: readonly string[]): boolean =>
  mail.messageId !== null && isOurMessageId(house.key, mail.messageId) && isOneOf(own, mail.from?.email ?? '')

/** Whom the writer put in To or Cc besides ourselves. */
export const inCopy = (mail: ReadMail, own: readonly string[]): Person[] =>
  [...mail.to, ...mail.cc]
    .filter((person) => person.email.includes('@') && !isOneOf(own, person.email))
    .filter((person) => !(mail.from && same(person, mail.from)))
    .slice(0, 50)

const same = (one: Person, other: Person) => one.email.toLowerCase() === other.email.toLowerCase()

/**
 * The requester may bring somebody by putting them in copy when it is surely them: by the token of the reply address, or
 * vouched for by their domain. A forged From with a right reference must not make a stranger read what we answer.
 */
const isSurelyThem = (place: Place, authentication: Authentication): boolean =>
  place.kind === 'join' && (place.by === 'token' || authentication.dmarc === 'pass')

/** Whoever we passed something on to answers us, not the customer. */
async function answerToForward(trx: Trx, place: Place, mail: ReadMail, { dmarc }: Authentication) {
  const conversationId = place.kind === 'open' ? place.relatedTo : place.conversationId
  if (!conversationId || !mail.from || dmarc === 'fail' || mail.flags.bounce || mail.unreadable) return null
  const found = await forwardedTo(trx, conversationId, mail.from.email)
  return found && { conversationId, ...found }
}

async function takeBeside(
  trx: Trx,
  letter: Letter,
  mail: ReadMail,
  files: KeptFiles,
  { conversationId, forwarder }: { conversationId: string; forwarder: string | null },
): Promise<TakenIn> {
  const { messageId } = await receiveBeside(
    trx,
    {
      ...plain,
      conversationId,
      channel: 'email',
      at: await clockNow(trx),
      from: mail.from,
      to: mail.to,
      cc: mail.cc,
      subject: mail.subject,
      text: mail.text,
      textFull: mail.textFull,
      html: mail.html,
      hasRemote: mail.hasRemote,
      flags: mail.flags,
      rawFile: letter.rawFile,
      rawSize: letter.rawSize,
      attachments: files,
    },
    forwarder,
  )
  await rememberIds(trx, { inboxId: letter.inboxId, conversationId, messageId, mail, opened: false })
  await rememberHeaders(trx, mail, conversationId, messageId)
  return { messageId, conversationId, outcome: 'joined' }
}

/** A blocked writer's letter is kept beside everything that is not spam, whatever it answers. */
async function isBlockedHere(trx: Trx, inboxId: string, mail: ReadMail, place: Place): Promise<boolean> {
  if (!mail.from || !(await isBlocked(trx, inboxId, mail.from.email))) return false
  return place.kind === 'open' || (await conversationById(trx, tend, place.conversationId)).spamAt === null
}

const beside = (place: Place): Place => ({
  kind: 'open',
  relatedTo: place.kind === 'open' ? place.relatedTo : place.conversationId,
})

async function open(
  trx: Trx,
  letter: Letter,
  mail: ReadMail,
  more: { relatedTo: string | null; cc: Person[]; spam: boolean },
): Promise<string> {
  const from = mail.from ?? {
    name: null,
    email: `unknown-sender@${letter.id.slice(4).toLowerCase()}.invalid`,
  }
  const customer = await findOrAddCustomer(trx, tend, {
    name: from.name,
    email: from.email,
    inboxId: letter.inboxId,
  })
  const { id } = await openConversation(trx, tend, {
    inboxId: letter.inboxId,
    customerId: customer.id,
    subject: mail.subject,
    channel: 'email',
    at: await clockNow(trx),
    requester: { name: from.name ?? customer.name, email: from.email },
    cc: more.cc,
    relatedTo: more.relatedTo,
  })
  if (more.spam) await beginAsSpam(trx, id, from.email)
  return id
}
