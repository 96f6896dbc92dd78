import type { Letter } from '../decode.ts'
import { ids } from '../ids.ts'
import type { ReadMail } from '../mail.ts'
import { findFailed } from './failed.ts'
import { type Reported, readReported } from './fields.ts'
import { type Notice, readNotice } from './notice.ts'
import { isHard, reasonOf } from './reason.ts'
import { readSesNotice } from './simpleNotification.ts'
import { failureWords, isDaemon, refusal } from './words.ts'

type Bounce = NonNullable<ReadMail['bounce']>

/** A letter of a mail server that another one was not delivered, or not yet; with or without a machine-readable part. */
export function readBounce(mail: Letter): Bounce | null {
  const notice = readNotice(mail.text)
  const ses = readSesNotice(mail.text)
  if (ses?.kind === 'complaint') return null
  const reported = ses?.reported ?? reportedIn(mail, notice)
  if (
    reported.length > 0 &&
    reported.every(({ action }) => action !== null && /^(delivered|relayed|expanded)$/.test(action))
  )
    return null
  const failing = reported.filter(
    ({ action }) => action === null || /^(failed|delayed|failure|error|undeliverable)/.test(action),
  )
  if (!ses && !isBounce(mail, notice, reported)) return null
  const named = failing.flatMap(({ recipients }) => recipients)
  const free = named.length ? [] : freelyNamed(mail, notice)
  const recipients = named.length ? named : [...listed(mail), ...free.map(({ address }) => address)]
  const said = [...failing.map(({ diagnostic }) => diagnostic), ...free.map(({ about }) => about)].join('\n')
  const status = statusOf(failing, said, notice)
  const reason = reasonFrom(status, said, notice, mail.subject)
  return {
    recipients: [...new Set(recipients.length ? recipients : fromOriginal(mail, notice))].slice(0, 100),
    kind: isHard(reason, status) ? 'hard' : 'soft',
    reason: reason === 'undefined' ? null : reason,
    originalMessageId: originalId(mail, notice),
  }
}

/** The best of what the notice names; failing that, its only address that is not ours. */
function freelyNamed(mail: Letter, notice: Notice) {
  const own = ownAddresses(mail)
  const found = findFailed(notice.said, own)
  const guessed = found.length ? [] : findFailed(notice.said, own, 0)
  return guessed.length === 1 ? guessed : found
}

const reportParts = (mail: Letter) =>
  mail.reports.filter(({ type }) =>
    /^message\/(?:global-)?delivery-status|^message\/xdelivery-status/.test(type),
  )

function reportedIn(mail: Letter, notice: Notice): Reported[] {
  const parts = reportParts(mail).flatMap(({ text }) => readReported(text))
  if (parts.some(({ recipients }) => recipients.length)) return parts
  // Some gateways flatten the report into the text.
  const flat = /^final-recipient\s*:/im.test(mail.text) ? readReported(mail.text) : []
  return flat.length
    ? flat
    : [...parts, ...readReported(notice.said).filter(({ recipients }) => recipients.length)]
}

const header = (mail: Letter, name: string) => mail.header(name)?.trim() ?? ''

/** Nobody is to answer it: the envelope had no sender. */
export const hasNoReturnPath = (mail: Letter): boolean =>
  /^<\s*>$|^<?mailer-daemon(?:@[^>]*)?>?$/i.test(header(mail, 'return-path')) ||
  /^<\s*>$/.test(header(mail, 'envelope-from'))

function isBounce(mail: Letter, notice: Notice, reported: Reported[]): boolean {
  if (reported.length > 0 && reportParts(mail).length > 0) return true
  if (
    /^report$|^multipart\/report$/.test(mail.contentType.type) &&
    /delivery-status/i.test(mail.contentType.parameters.get('report-type') ?? '')
  )
    return true
  const daemon = isDaemon(mail.from)
  const noReturn = hasNoReturnPath(mail)
  if (header(mail, 'x-failed-recipients') !== '' && (daemon || noReturn)) return true
  const inSubject = failureWords.test(mail.subject)
  if (reported.length > 0 && (daemon || noReturn || inSubject)) return true
  const answered = /^\s*(?:re|aw|fwd?|wg|tr|sv|vs|odp|antw)\s*:/i.test(mail.subject)
  const list = header(mail, 'list-id') !== '' || header(mail, 'list-unsubscribe') !== ''
  // Nearly every letter ends here, before its text is searched.
  if (!daemon && !noReturn && (!inSubject || list || answered || mail.inReplyTo.length > 0)) return false
  const inText = failureWords.test(notice.said.slice(0, 20_000))
  const gaveBack =
    notice.original !== '' ||
    mail.reports.some(({ type }) => /^message\/(rfc822|partial|global)|rfc822-headers?$/.test(type))
  const named = findFailed(notice.said, ownAddresses(mail)).length > 0
  const coded = refusal.test(notice.said) || /^\s*(?:<<<|>>>)/m.test(notice.said)
  const proofs = [inSubject, inText, gaveBack, named, coded].filter(Boolean).length
  if (daemon && !list) return (inText || inSubject || coded) && proofs >= 2
  if (daemon || noReturn) return (inText || inSubject) && named && proofs >= (list ? 3 : 2)
  // A letter given back with its headers is more than anybody writes by hand.
  return inSubject && inText && (gaveBack || (named && proofs >= (isRobot(mail) ? 3 : 4)))
}

const isRobot = (mail: Letter): boolean =>
  /no-?reply|do-?not-?reply|notification|admin|system|webmaster|service|server|robot|^(?:mail|mailer|auto)[^@]*@/i.test(
    mail.from?.email ?? '',
  ) || /^auto-/i.test(header(mail, 'auto-submitted'))

/** Addresses of ours: to whom the bounce came, and who sent the letter it is about. */
function ownAddresses(mail: Letter): ReadonlySet<string> {
  const own = [...mail.to, ...mail.cc, ...(mail.from ? [mail.from] : [])].map(({ email }) => email)
  for (const [name, value] of mail.headers)
    if (/^(?:delivered-to|x-original-to|envelope-to|x-envelope-to)$/i.test(name))
      own.push(value.replace(/[<>\s]/g, '').toLowerCase())
  return new Set(own.filter(Boolean))
}

const listed = (mail: Letter): string[] =>
  (
    header(mail, 'x-failed-recipients')
      .toLowerCase()
      .match(/[^\s<>,;]+@[^\s<>,;]+/g) ?? []
  ).slice(0, 100)

/** The letter given back tells to whom it went, when its notice does not. */
function fromOriginal(mail: Letter, notice: Notice): string[] {
  const to = /^[\s>|]*to\s*:\s*([^\n]*(?:\n[ \t]+[^\n]*)*)/im.exec(originalOf(mail, notice))?.[1] ?? ''
  const all = [...new Set(to.toLowerCase().match(/[\w.+'=-]{1,64}@[\w.-]{1,190}\w/g) ?? [])]
  const mentioned = all.filter((one) => notice.said.toLowerCase().includes(one.split('@')[0]!))
  return (mentioned.length ? mentioned : all).slice(0, mentioned.length ? 20 : 1)
}

function originalOf(mail: Letter, notice: Notice): string {
  const part = mail.reports.find(({ type }) =>
    /^message\/(rfc822|partial|global)|rfc822-headers?$/.test(type),
  )
  return (part?.text ?? notice.original).slice(0, 100_000)
}

const originalId = (mail: Letter, notice: Notice): string | null => {
  const named = /^[\s>|]*message-id\s*:\s*(<[^<>\s]+>)/im.exec(originalOf(mail, notice))?.[1]
  return ids(named)[0] ?? null
}

function statusOf(failing: Reported[], said: string, notice: Notice): string | null {
  const code = /(?:^|[^\d.])([45]\.\d{1,2}\.\d{1,3})(?![\d.])/
  const told = code.exec(said)?.[1] ?? code.exec(notice.said)?.[1] ?? null
  const reported =
    failing.find(({ status }) => status !== null && !/^[25]\.0\.0$|^2/.test(status))?.status ?? null
  return reported ?? told
}

/** From what is said of the recipient; when that tells nothing, from the whole notice. */
function reasonFrom(status: string | null, said: string, notice: Notice, subject: string): string {
  const near = said ? reasonOf(status, said) : 'undefined'
  return near === 'undefined' ? reasonOf(status, `${notice.said}\n${subject}`) : near
}
