import { Resolver } from 'node:dns/promises'
import type { FoundServer } from './xml.ts'

/** Asks the name system, for a few seconds at most; what does not answer says nothing. */
export const quickResolver = (): Resolver => new Resolver({ timeout: 1500, tries: 2 })

/** Servers that a domain names itself (RFC 6186, RFC 8314): by TLS first. */
export async function serversByRecords(
  address: string,
  dns: Resolver,
): Promise<{ imap: FoundServer | null; smtp: FoundServer | null }> {
  const domain = domainOf(address)
  const [imaps, imap, submissions, submission] = await Promise.all(
    (['_imaps', '_imap', '_submissions', '_submission'] as const).map((service) =>
      first(dns, `${service}._tcp.${domain}`),
    ),
  )
  const server = (record: typeof imap, security: FoundServer['security']): FoundServer | null =>
    record ? { ...record, security, user: address } : null
  return {
    imap: server(imaps ?? null, 'tls') ?? server(imap ?? null, 'starttls'),
    smtp: server(submissions ?? null, 'tls') ?? server(submission ?? null, 'starttls'),
  }
}

async function first(dns: Resolver, name: string): Promise<{ host: string; port: number } | null> {
  const records = await dns.resolveSrv(name).catch(() => [])
  const best = records
    .filter((record) => record.name !== '' && record.name !== '.' && record.port > 0)
    .sort((one, other) => one.priority - other.priority || other.weight - one.weight)[0]
  return best ? { host: best.name.toLowerCase(), port: best.port } : null
}

/** Who takes the domain's mail, the most preferred first. */
export async function mailHosts(address: string, dns: Resolver): Promise<string[]> {
  const records = await dns.resolveMx(domainOf(address)).catch(() => [])
  return records
    .sort((one, other) => one.priority - other.priority)
    .map((record) => record.exchange.toLowerCase())
}

export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase()
