import { Resolver } from 'node:dns/promises'
import type { House } from '#server/base/context.ts'
import type { ReadMail } from './read/mail.ts'
import './tables.ts'

export interface Authentication {
  /** Whether the domain in From vouches for the letter; `unknown` when nothing or nobody can say. */
  dmarc: 'pass' | 'fail' | 'unknown'
}

interface Handed {
  via: string
  trusted: boolean
  envelopeFrom: string | null
  peer: string | null
  mailboxId: string | null
}

const unknown: Authentication = { dmarc: 'unknown' }

/**
 * What is known of the sender. From a trusted hand: the topmost Authentication-Results of our own authserv-id. From anybody
 * by SMTP: our own check with mailauth; every such header that came along is ignored (RFC 8601 §5).
 */
export async function authenticate(
  house: Pick<House, 'config' | 'db'>,
  letter: Handed,
  raw: Buffer,
  mail: Pick<ReadMail, 'from' | 'headers'>,
  { dns = new Resolver({ timeout: 2000, tries: 2 }), patience = 5000 } = {},
): Promise<Authentication> {
  if (letter.via === 'import') return unknown
  const domain = domainOf(mail.from?.email)
  if (letter.trusted) return fromOwnServer(await ownServers(house, letter.mailboxId), mail.headers, domain)
  if (letter.via !== 'smtp' || !letter.peer || isLoopback(letter.peer)) return unknown
  return within(patience, dns, bySelf(raw, letter.peer, letter.envelopeFrom ?? '', domain, dns))
}

/** Google writes its judgement on top of every letter in a mailbox of its own, under this name, and takes forged ones out. */
const mailboxServers: Record<string, string> = { 'imap.gmail.com': 'mx.google.com' }

async function ownServers(house: Pick<House, 'config' | 'db'>, mailboxId: string | null): Promise<string[]> {
  const own = house.config.authservId ? [house.config.authservId] : []
  if (!mailboxId) return own
  const mailbox = await house.db
    .selectFrom('mailboxes')
    .select('imap')
    .where('id', '=', mailboxId)
    .executeTakeFirst()
  const provider = mailboxServers[mailbox?.imap?.host.toLowerCase() ?? '']
  return provider ? [...own, provider] : own
}

/** Only what stands in the topmost header of our own server counts; comments and quoted reasons are anybody's words. */
export function fromOwnServer(
  authservIds: readonly string[],
  headers: readonly (readonly [string, string])[],
  fromDomain: string,
): Authentication {
  const ids = authservIds.map((id) => id.toLowerCase())
  const own = headers
    .filter(([name]) => name.toLowerCase() === 'authentication-results')
    .map(([, value]) => bare(value))
    .find((value) => ids.includes(value.split(/[\s;]/)[0]!.toLowerCase()))
  const method = /(?:^|;)\s*dmarc\s*=\s*([^;]*)/i.exec(own ?? '')?.[1]
  return verdict(
    method?.match(/^\w+/)?.[0],
    /header\.from\s*=\s*([^\s;]+)/i.exec(method ?? '')?.[1],
    fromDomain,
  )
}

/** A pass for another domain than the one we show is no pass: two readers of one letter may find two senders in it. */
function verdict(
  result: string | undefined | null,
  about: string | undefined | null,
  fromDomain: string,
): Authentication {
  const word = result?.toLowerCase()
  if (word === 'fail') return { dmarc: 'fail' }
  return word === 'pass' && (!about || domainOf(about) === fromDomain) ? { dmarc: 'pass' } : unknown
}

const domainOf = (address: string | undefined | null): string =>
  (address ?? '')
    .slice((address ?? '').lastIndexOf('@') + 1)
    .toLowerCase()
    .replace(/\.$/, '')

/** Without quoted strings and comments, also nested ones. */
function bare(value: string): string {
  let rest = value.slice(0, 10_000).replace(/"(?:[^"\\]|\\.)*"/g, '')
  for (let depth = 0; depth < 10 && /\([^()]*\)/.test(rest); depth++) rest = rest.replace(/\([^()]*\)/g, '')
  return rest.trim()
}

async function bySelf(
  raw: Buffer,
  ip: string,
  sender: string,
  fromDomain: string,
  dns: Resolver,
): Promise<Authentication> {
  const { authenticate: check } = await import('mailauth')
  const { dmarc } = await check(raw, {
    ip,
    sender,
    trustReceived: false,
    disableArc: true,
    disableBimi: true,
    resolver: (name: string, type: string) => dns.resolve(name, type),
  } as never)
  if (!dmarc || typeof dmarc !== 'object') return unknown
  const { result, header } = dmarc.status as { result?: string; header?: { from?: string } }
  return verdict(result, header?.from, fromDomain)
}

/** No answer in time is not known: neither pass nor fail, and the letter is taken in. */
function within(patience: number, dns: Resolver, check: Promise<Authentication>): Promise<Authentication> {
  let timer: NodeJS.Timeout
  const late = new Promise<Authentication>((resolve) => {
    timer = setTimeout(() => {
      resolve(unknown)
      dns.cancel()
    }, patience)
  })
  return Promise.race([check.catch(() => unknown), late]).finally(() => clearTimeout(timer))
}

const isLoopback = (ip: string) => /^(127\.|::1$|::ffff:127\.)/.test(ip)
