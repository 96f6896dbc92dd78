import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * Signed tokens of MAIL.md §3: an HMAC over conversation and recipient, 130 bits in 26 base-32 digits, because addresses
 * are folded to lower case on the way. A changed token is no token.
 */
const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'

function sign(key: Buffer, about: string): string {
  const bytes = createHmac('sha256', key).update(about).digest()
  let digits = ''
  for (let index = 0; index < 26; index++) digits += alphabet[bytes[index]! & 31]
  return digits
}

const same = (a: string, b: string) =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))

/** The token of one recipient in one conversation. */
export const replyToken = (key: Buffer, conversationId: string, recipient: string): string =>
  sign(key, `reply|${conversationId}|${recipient.toLowerCase()}`)

/** Servers may refuse a longer local part (RFC 5321 §4.5.3.1.1). */
const longestLocalPart = 64

/** `hello@firm.example` → `hello+t-<token>@firm.example`; the plain address where that would be too long for a mail server. */
export function replyAddress(inboxAddress: string, token: string): string {
  const at = inboxAddress.lastIndexOf('@')
  const local = `${inboxAddress.slice(0, at)}+t-${token}`
  return local.length <= longestLocalPart ? local + inboxAddress.slice(at) : inboxAddress
}

/** The digits that look like a token in an address; whose they are, only the table knows. */
export const tokenIn = (address: string): string | null =>
  /\+t-([a-z2-7]{26})@/.exec(address.toLowerCase())?.[1] ?? null

/** Whether a token is ours: nobody can make one without the key. */
export const isOurToken = (key: Buffer, token: string, conversationId: string, recipient: string): boolean =>
  same(token, replyToken(key, conversationId, recipient))

/** The inbox address behind a token or a plus-address. */
export const withoutToken = (address: string): string => address.toLowerCase().replace(/\+[^@]*@/, '@')

/** Whether a letter to this address is for that inbox: itself, with a token, or with a plus-tag of the sender's own. */
export const isFor = (inboxAddress: string, address: string): boolean =>
  [address.toLowerCase(), withoutToken(address)].includes(inboxAddress.toLowerCase())

/** A Message-ID of ours, for ever the same; its signature shows that a reference to it was not guessed. */
export const ourMessageId = (key: Buffer, messageId: string, domain: string): string =>
  `${messageId}.${sign(key, `message|${messageId}`)}@${domain}`

export function isOurMessageId(key: Buffer, id: string): boolean {
  const match = /^(msg_[0-9A-Za-z]{22})\.([a-z2-7]{26})@/.exec(id)
  return match !== null && same(match[2]!, sign(key, `message|${match[1]}`))
}
