import type { House } from '#server/base/context.ts'

export interface Authentication {
  /** Whether the domain in From vouches for the letter; `unknown` when nothing or nobody can say. */
  dmarc: 'pass' | 'fail' | 'unknown'
}

const unknown: Authentication = { dmarc: 'unknown' }

/**
 * What is known of the sender. From a trusted hand: the topmost Authentication-Results of our own authserv-id. From anybody
 * by SMTP: our own check with mailauth; every such header that came along is ignored (RFC 8601 §5).
 */
export async function authenticate(
  house: House,
  letter: { via: string; trusted: boolean; envelopeFrom: string | null; peer: string | null },
  raw: Buffer,
  headers: readonly [string, string][],
): Promise<Authentication> {
  if (letter.via === 'import') return unknown
  if (letter.trusted) return fromOwnServer(house.config.authservId, headers)
  if (letter.via !== 'smtp' || !letter.peer || isLoopback(letter.peer)) return unknown
  return withinFiveSeconds(bySelf(raw, letter.peer, letter.envelopeFrom ?? ''))
}

function fromOwnServer(authservId: string | null, headers: readonly [string, string][]): Authentication {
  if (!authservId) return unknown
  const own = headers.find(
    ([name, value]) =>
      name.toLowerCase() === 'authentication-results' &&
      value.trim().split(/[\s;]/)[0]?.toLowerCase() === authservId.toLowerCase(),
  )
  const verdict = /\bdmarc\s*=\s*(\w+)/i.exec(own?.[1] ?? '')?.[1]?.toLowerCase()
  return { dmarc: verdict === 'pass' ? 'pass' : verdict === 'fail' ? 'fail' : 'unknown' }
}

async function bySelf(raw: Buffer, ip: string, sender: string): Promise<Authentication> {
  const { authenticate: check } = await import('mailauth')
  const { dmarc } = await check(raw, {
    ip,
    sender,
    trustReceived: false,
    disableArc: true,
    disableBimi: true,
  } as never)
  const verdict = dmarc && typeof dmarc === 'object' ? dmarc.status?.result : null
  return { dmarc: verdict === 'pass' ? 'pass' : verdict === 'fail' ? 'fail' : 'unknown' }
}

/** No answer in time is not known: neither pass nor fail, and the letter is taken in. */
const withinFiveSeconds = (check: Promise<Authentication>): Promise<Authentication> =>
  Promise.race([
    check.catch(() => unknown),
    new Promise<Authentication>((resolve) => setTimeout(() => resolve(unknown), 5000).unref()),
  ])

const isLoopback = (ip: string) => /^(127\.|::1$|::ffff:127\.)/.test(ip)
