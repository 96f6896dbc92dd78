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
  house: Pick<House, 'config'>,
  letter: { via: string; trusted: boolean; envelopeFrom: string | null; peer: string | null },
  raw: Buffer,
  headers: readonly (readonly [string, string])[],
): Promise<Authentication> {
  if (letter.via === 'import') return unknown
  if (letter.trusted) return fromOwnServer(house.config.authservId, headers)
  if (letter.via !== 'smtp' || !letter.peer || isLoopback(letter.peer)) return unknown
  return withinFiveSeconds(bySelf(raw, letter.peer, letter.envelopeFrom ?? ''))
}

/** Only what stands in the topmost header of our own server counts; comments and quoted reasons are anybody's words. */
export function fromOwnServer(
  authservId: string | null,
  headers: readonly (readonly [string, string])[],
): Authentication {
  if (!authservId) return unknown
  const results = headers
    .filter(([name]) => name.toLowerCase() === 'authentication-results')
    .map(([, value]) => bare(value))
  const own = results.find((value) => value.split(/[\s;]/)[0]?.toLowerCase() === authservId.toLowerCase())
  return { dmarc: verdictOf(/(?:^|;)\s*dmarc\s*=\s*(\w+)/i.exec(own ?? '')?.[1]) }
}

const verdictOf = (result: string | undefined | null): Authentication['dmarc'] => {
  const word = result?.toLowerCase()
  return word === 'pass' || word === 'fail' ? word : 'unknown'
}

/** Without quoted strings and comments, also nested ones. */
function bare(value: string): string {
  let rest = value.slice(0, 10_000).replace(/"(?:[^"\\]|\\.)*"/g, '')
  for (let depth = 0; depth < 10 && /\([^()]*\)/.test(rest); depth++) rest = rest.replace(/\([^()]*\)/g, '')
  return rest.trim()
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
  return { dmarc: verdictOf(dmarc && typeof dmarc === 'object' ? dmarc.status?.result : null) }
}

/** No answer in time is not known: neither pass nor fail, and the letter is taken in. */
function withinFiveSeconds(check: Promise<Authentication>): Promise<Authentication> {
  let timer: NodeJS.Timeout
  const late = new Promise<Authentication>((resolve) => {
    timer = setTimeout(() => resolve(unknown), 5000)
  })
  return Promise.race([check.catch(() => unknown), late]).finally(() => clearTimeout(timer))
}

const isLoopback = (ip: string) => /^(127\.|::1$|::ffff:127\.)/.test(ip)
