import { lookup } from 'node:dns/promises'
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { BlockList, isIP } from 'node:net'

const inside = new BlockList()
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  inside.addSubnet(net, bits, 'ipv4')
for (const [net, bits] of [
  ['::', 128],
  ['::1', 128],
  ['64:ff9b::', 96],
  ['100::', 64],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  inside.addSubnet(net, bits, 'ipv6')

/** Whether an address lies in a private, loopback, link-local, metadata or reserved range; IPv4 inside IPv6 included. */
export function isInside(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped) return isInside(mapped)
  if (/^::ffff:/i.test(address)) return true
  const family = isIP(address)
  return family === 0 || inside.check(address, family === 4 ? 'ipv4' : 'ipv6')
}

/**
 * Fetches something a stranger named: http(s) only, the name is looked up once, refused when any of its addresses is inside, and the
 * connection goes to that checked address (no rebinding). Redirects go through the same checks, three at most. Throws on everything else.
 */
export async function fetchOutside(
  url: string,
  { maxBytes, ms }: { maxBytes: number; ms: number },
): Promise<{ type: string; bytes: Buffer }> {
  const until = AbortSignal.timeout(ms)
  let next = new URL(url)
  for (let hop = 0; hop < 4; hop++) {
    const response = await open(next, { signal: until, headers: { accept: 'image/*' } })
    if (
      response.statusCode &&
      response.statusCode >= 300 &&
      response.statusCode < 400 &&
      response.headers.location
    ) {
      response.destroy()
      next = new URL(response.headers.location, next)
      continue
    }
    if (response.statusCode !== 200) throw new Error(`answered ${response.statusCode}`)
    const chunks: Buffer[] = []
    let size = 0
    for await (const chunk of response as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > maxBytes) throw new Error('too large')
      chunks.push(chunk)
    }
    return { type: response.headers['content-type'] ?? '', bytes: Buffer.concat(chunks) }
  }
  throw new Error('too many redirects')
}

/**
 * Sends something to an address that a teammate or a browser named, behind the same checks and without following anything. Gives
 * back the status. `mayBeInside` is for a machine's own tests, and for what an admin has named as lying within the house.
 */
export async function postOutside(
  url: string,
  {
    body,
    headers,
    ms,
    mayBeInside = false,
  }: {
    body: Buffer | string
    headers: Record<string, string>
    ms: number
    mayBeInside?: boolean
  },
): Promise<{ status: number; retryAfter: string | undefined }> {
  const signal = AbortSignal.timeout(ms)
  const response = await open(new URL(url), { method: 'POST', body, headers, signal, mayBeInside })
  // What it says is of no use to us, but must be let go.
  response.resume()
  return { status: response.statusCode ?? 0, retryAfter: response.headers['retry-after'] }
}

/**
 * Asks a service that an admin has named, and reads what it says. `inside`: the admin has said that it lies within the house, and then it
 * must, so that nothing that is said to stay here leaves; otherwise it must not. Follows nothing. Throws `AnswerTooLarge` beyond
 * `maxBytes`, a `TimeoutError` when the time is over.
 */
export async function askOutside(
  url: string,
  {
    body,
    headers,
    ms,
    maxBytes,
    inside: isInHouse,
  }: { body: string; headers: Record<string, string>; ms: number; maxBytes: number; inside: boolean },
): Promise<{ status: number; text: string }> {
  const signal = AbortSignal.timeout(ms)
  try {
    const response = await open(new URL(url), {
      method: 'POST',
      body,
      headers,
      signal,
      mayBeInside: isInHouse,
      mustBeInside: isInHouse,
    })
    const chunks: Buffer[] = []
    let size = 0
    for await (const chunk of response as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > maxBytes) throw new AnswerTooLarge('too large')
      chunks.push(chunk)
    }
    return { status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') }
  } catch (error) {
    // Whatever broke because the time was over is told as that.
    throw signal.aborted ? signal.reason : error
  }
}

export class AnswerTooLarge extends Error {}
/** The address lies on the other side of the house's wall than it was said to. */
export class WrongSide extends Error {}

interface Opening {
  signal: AbortSignal
  headers: Record<string, string>
  method?: 'POST'
  body?: Buffer | string
  mayBeInside?: boolean
  mustBeInside?: boolean
}

async function open(url: URL, opening: Opening): Promise<IncomingMessage> {
  const { signal, headers, method = 'GET', body, mayBeInside = false, mustBeInside = false } = opening
  if (!['http:', 'https:'].includes(url.protocol) || url.username || url.password)
    throw new Error('not a plain web address')
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const addresses = isIP(host) ? [{ address: host, family: isIP(host) }] : await lookup(host, { all: true })
  if (addresses.length === 0 || (!mayBeInside && addresses.some(({ address }) => isInside(address))))
    throw new WrongSide('lies inside')
  if (mustBeInside && addresses.some(({ address }) => !isInside(address))) throw new WrongSide('lies outside')
  const { address, family } = addresses[0]!
  const request = url.protocol === 'https:' ? httpsRequest : httpRequest
  return new Promise((resolve, reject) => {
    const outgoing = request(
      url,
      {
        signal,
        method,
        headers: { 'user-agent': 'Tend', ...headers },
        lookup: (_name: string, options: { all?: boolean }, done: (...args: never[]) => void) =>
          options.all
            ? done(null as never, [{ address, family }] as never)
            : done(null as never, address as never, family as never),
      } as never,
      resolve,
    )
    outgoing.once('error', reject)
    outgoing.end(body)
  })
}
