import { Parser } from 'htmlparser2'

type Security = 'tls' | 'starttls' | 'none'
export interface FoundServer {
  host: string
  port: number
  security: Security
  user: string
}
export interface FoundServers {
  name: string | null
  imap: FoundServer | null
  smtp: FoundServer | null
}

/**
 * Thunderbird's description of a mail provider (config-v1.1). Read by events, so nothing in it can grow: no entities of its own, no
 * documents inside. The first encrypted server of each kind counts.
 */
export function readAutoconfig(xml: string, address: string): FoundServers | null {
  const servers: { kind: string; fields: Record<string, string> }[] = []
  let name: string | null = null
  let open: (typeof servers)[number] | null = null
  let words = ''
  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        words = ''
        if (tag === 'incomingServer' || tag === 'outgoingServer')
          open = { kind: (attributes.type ?? '').toLowerCase(), fields: {} }
      },
      ontext(text) {
        if (words.length < 1000) words += text
      },
      onclosetag(tag) {
        if (tag === 'incomingServer' || tag === 'outgoingServer') {
          if (open && servers.length < 20) servers.push(open)
          open = null
        } else if (open) open.fields[tag] ??= words.trim()
        else if (tag === 'displayName') name ??= words.trim().slice(0, 100) || null
        words = ''
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.end(xml.slice(0, 100_000))
  const of = (kind: string) =>
    servers
      .filter((one) => one.kind === kind)
      .map((one) => serverOf(one.fields, address))
      .filter((one) => one !== null)
      .sort((one, other) => rank[one.security] - rank[other.security])[0] ?? null
  const [imap, smtp] = [of('imap'), of('smtp')]
  return imap || smtp ? { name, imap, smtp } : null
}

const rank: Record<Security, number> = { tls: 0, starttls: 1, none: 2 }

function serverOf(fields: Record<string, string>, address: string): FoundServer | null {
  const [local, domain] = [
    address.slice(0, address.lastIndexOf('@')),
    address.slice(address.lastIndexOf('@') + 1),
  ]
  const filled = (value: string | undefined) =>
    (value ?? '')
      .replaceAll('%EMAILADDRESS%', address)
      .replaceAll('%EMAILLOCALPART%', local)
      .replaceAll('%EMAILDOMAIN%', domain)
  const host = filled(fields.hostname).toLowerCase()
  const port = Number(fields.port)
  const security = ({ SSL: 'tls', STARTTLS: 'starttls' } as const)[fields.socketType ?? ''] ?? 'none'
  if (!/^[a-z0-9.-]{1,253}$/.test(host) || !Number.isInteger(port) || port < 1 || port > 65535) return null
  return { host, port, security, user: filled(fields.username).slice(0, 255) || address }
}
