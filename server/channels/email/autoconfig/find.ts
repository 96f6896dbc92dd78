import type { Resolver } from 'node:dns/promises'
import { fetchOutside } from '#server/base/fetchOutside.ts'
import { text as say } from '#server/base/text.ts'
import { consentProvider, type ProviderId } from '../oauth/providers.ts'
import { guessProvider, type Provider, providerOfHosts } from '../providers.ts'
import { domainOf, mailHosts, quickResolver, serversByRecords } from './records.ts'
import { type FoundServer, type FoundServers, readAutoconfig } from './xml.ts'

export interface Settings {
  provider: string | null
  advice: string | null
  imap: FoundServer | null
  smtp: FoundServer | null
  /** A consent page is the better way to sign in there, and this installation is registered with it. */
  consent: ProviderId | null
}

interface Ways {
  dns?: Resolver
  /** Fetches a page of a host that a stranger named. */
  fetch?: (url: string) => Promise<string>
}

const fetchXml = async (url: string): Promise<string> =>
  (await fetchOutside(url, { maxBytes: 100_000, ms: 4000 })).bytes.toString('utf8')

/**
 * Settings for an address: of a well-known provider by its domain or by who takes its mail, else what the domain itself says (by its
 * records, or by its own page for mail programs), else what fits most hosts.
 */
export async function findSettings(
  address: string,
  { dns = quickResolver(), fetch = fetchXml }: Ways = {},
): Promise<Settings> {
  const guessed = guessProvider(address)
  if (guessed.known) return settingsOf(guessed, address)
  const [hosts, records, page] = await Promise.all([
    mailHosts(address, dns),
    serversByRecords(address, dns),
    ownPage(address, fetch),
  ])
  const byHost = providerOfHosts(hosts)
  if (byHost) return settingsOf(byHost, address)
  const imap = page?.imap ?? records.imap
  const smtp = page?.smtp ?? records.smtp
  const plain = settingsOf(guessed, address)
  return {
    provider: page?.name ?? null,
    advice: null,
    imap: imap ?? plain.imap,
    smtp: smtp ?? plain.smtp,
    consent: null,
  }
}

function settingsOf(provider: Provider & { known?: boolean }, address: string): Settings {
  const consent =
    provider.name === 'Google'
      ? ('google' as const)
      : provider.name === 'Microsoft'
        ? ('microsoft' as const)
        : null
  return {
    provider: provider.known === false ? null : provider.name,
    advice: provider.advice && say(provider.advice),
    imap: { ...provider.imap, user: address },
    smtp: { ...provider.smtp, user: address },
    consent: consent && consentProvider(consent) ? consent : null,
  }
}

/** Where hosts say how mail programs are set up, by HTTPS only. The first one that says something counts. */
async function ownPage(
  address: string,
  fetch: (url: string) => Promise<string>,
): Promise<FoundServers | null> {
  const domain = domainOf(address)
  const pages = [
    `https://autoconfig.${domain}/mail/config-v1.1.xml?emailaddress=${encodeURIComponent(address)}`,
    `https://${domain}/.well-known/autoconfig/mail/config-v1.1.xml`,
  ]
  const found = await Promise.all(
    pages.map((url) =>
      fetch(url).then(
        (xml) => readAutoconfig(xml, address),
        () => null,
      ),
    ),
  )
  return found.find((one) => one !== null) ?? null
}
