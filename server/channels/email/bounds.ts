import type { Person } from '#contract/common.ts'
import type { ReadMail } from './read/mail.ts'

/** Beyond this a page cannot show it and an index cannot hold it; the original is kept whole. */
const limits = { text: 1_000_000, html: 4_000_000, subject: 2000, id: 900, address: 254, people: 200 }

/**
 * The letter as the database can take it: no NUL and no half of a character anywhere, nothing longer than what an index holds.
 * What is cut is said in `cut`, and never lost: the raw letter stays as it came.
 */
export function withinBounds(mail: ReadMail): { mail: ReadMail; cut: boolean } {
  const whole = clean(mail)
  const people = (given: Person[]) => given.filter(isAddress).slice(0, limits.people)
  const cut = whole.textFull.length > limits.text || whole.text.length > limits.text
  return {
    cut,
    mail: {
      ...whole,
      messageId: whole.messageId && whole.messageId.length <= limits.id ? whole.messageId : null,
      inReplyTo: whole.inReplyTo.filter((id) => id.length <= limits.id),
      references: whole.references.filter((id) => id.length <= limits.id),
      from: whole.from && isAddress(whole.from) ? whole.from : null,
      to: people(whole.to),
      cc: people(whole.cc),
      deliveredTo: whole.deliveredTo.slice(0, limits.people),
      subject: whole.subject.slice(0, limits.subject),
      text: whole.text.slice(0, limits.text),
      textFull: whole.textFull.slice(0, limits.text),
      html: whole.html && whole.html.length <= limits.html ? whole.html : null,
    },
  }
}

/** What is left of a letter that could not be put away as it was read: whose it is, and nothing that may have stood in the way. */
export const onlyItsEnvelope = (mail: ReadMail): ReadMail => ({
  ...mail,
  text: '',
  textFull: '',
  html: null,
  hasRemote: false,
  forwarded: null,
  bounce: null,
  flags: { ...mail.flags, suppressAutoReply: true },
  references: mail.references.slice(-20),
  to: mail.to.slice(0, 20),
  cc: [],
  headers: [],
  unreadable: true,
})

const isAddress = (person: Person) =>
  person.email.length > 0 && person.email.length <= limits.address && !/[\s<>,;"\\]/.test(person.email)

function clean<T>(value: T): T {
  if (typeof value === 'string')
    return value.includes('\0') || !value.isWellFormed()
      ? (value.replaceAll('\0', '').toWellFormed() as T)
      : value
  if (Array.isArray(value)) return value.map(clean) as T
  if (value && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, clean(part)])) as T
  return value
}
