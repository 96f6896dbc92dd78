import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * Signed tokens of MAIL.md §3: an HMAC (100 bits kept in 20 base-32 digits: addresses are folded to lower case on the
 * way) over conversation and recipient. A changed token is no token.
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

/** Ids are case-sensitive and addresses are not: the id travels as hex. */
const idToHex = (id: string) => Buffer.from(id.slice(4), 'latin1').toString('hex')
const idFromHex = (hex: string) => `cnv_${Buffer.from(hex, 'hex').toString('latin1')}`

/** `hello@firm.example` → `hello+c-<conversation>-<token>@firm.example`; the token is good for this recipient only. */
export function replyAddress(
  key: Buffer,
  inboxAddress: string,
  conversationId: string,
  recipient: string,
): string {
  const at = inboxAddress.lastIndexOf('@')
  return `${inboxAddress.slice(0, at)}+c${idToHex(conversationId)}${sign(key, `reply|${conversationId}|${recipient.toLowerCase()}`).slice(0, 26)}${inboxAddress.slice(at)}`
}

export interface AddressToken {
  conversationId: string
  /** Whether the token was made for this sender. */
  fits(sender: string): boolean
}

const shape = /\+c([0-9a-f]{44})([a-z2-7]{26})@/i

/** The token of an address; null when it has none. Its signature is checked against a sender by `fits`. */
export function readReplyAddress(key: Buffer, address: string): AddressToken | null {
  const match = shape.exec(address.toLowerCase())
  if (!match) return null
  const conversationId = idFromHex(match[1]!)
  if (!/^cnv_[0-9A-Za-z]{22}$/.test(conversationId)) return null
  return {
    conversationId,
    fits: (sender) => same(match[2]!, sign(key, `reply|${conversationId}|${sender.toLowerCase()}`)),
  }
}

/** The inbox address behind a token or a plus-address. */
export const withoutToken = (address: string): string => address.toLowerCase().replace(/\+[^@]*@/, '@')

/** A Message-ID of ours, for ever the same; its signature shows that a reference to it was not guessed. */
export const ourMessageId = (key: Buffer, messageId: string, domain: string): string =>
  `${messageId}.${sign(key, `message|${messageId}`)}@${domain}`

export function isOurMessageId(key: Buffer, id: string): boolean {
  const match = /^(msg_[0-9A-Za-z]{22})\.([a-z2-7]{26})@/.exec(id)
  return match !== null && same(match[2]!, sign(key, `message|${match[1]}`))
}
