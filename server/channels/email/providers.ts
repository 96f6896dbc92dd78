/** Mail servers of well-known providers, by domain. Sources: the providers' own help pages. */
export interface Provider {
  name: string
  advice: string | null
  imap: { host: string; port: number; security: 'tls' | 'starttls' | 'none' }
  smtp: { host: string; port: number; security: 'tls' | 'starttls' | 'none' }
}

const plain = (
  name: string,
  imap: string,
  smtp: string,
  port: 465 | 587 = 465,
  advice: string | null = null,
): Provider => ({
  name,
  advice,
  imap: { host: imap, port: 993, security: 'tls' },
  smtp: { host: smtp, port, security: port === 465 ? 'tls' : 'starttls' },
})

const google = plain('Google', 'imap.gmail.com', 'smtp.gmail.com', 465, 'email.advice.gmail')
const microsoft = plain(
  'Microsoft',
  'outlook.office365.com',
  'smtp.office365.com',
  587,
  'email.advice.microsoft',
)
const yahoo = plain('Yahoo', 'imap.mail.yahoo.com', 'smtp.mail.yahoo.com', 465, 'email.advice.yahoo')
const icloud = plain('iCloud', 'imap.mail.me.com', 'smtp.mail.me.com', 587, 'email.advice.icloud')
const gmx = plain('GMX', 'imap.gmx.net', 'mail.gmx.net')

const byDomain: Record<string, Provider> = {
  'gmail.com': google,
  'googlemail.com': google,
  'outlook.com': microsoft,
  'hotmail.com': microsoft,
  'live.com': microsoft,
  'msn.com': microsoft,
  'yahoo.com': yahoo,
  'ymail.com': yahoo,
  'icloud.com': icloud,
  'me.com': icloud,
  'mac.com': icloud,
  'fastmail.com': plain('Fastmail', 'imap.fastmail.com', 'smtp.fastmail.com'),
  'gmx.de': gmx,
  'gmx.net': gmx,
  'gmx.com': plain('GMX', 'imap.gmx.com', 'mail.gmx.com'),
  'web.de': plain('WEB.DE', 'imap.web.de', 'smtp.web.de', 587),
  'mailbox.org': plain('mailbox.org', 'imap.mailbox.org', 'smtp.mailbox.org'),
  'posteo.de': plain('Posteo', 'posteo.de', 'posteo.de'),
  'zoho.com': plain('Zoho', 'imap.zoho.com', 'smtp.zoho.com'),
  'aol.com': plain('AOL', 'imap.aol.com', 'smtp.aol.com'),
}

/** The provider of an address by its domain, or guesses that fit most hosts. */
export function guessProvider(address: string): Provider & { known: boolean } {
  const domain = address.split('@')[1] ?? ''
  const known = byDomain[domain] ?? (domain.startsWith('yahoo.') ? yahoo : undefined)
  return known
    ? { ...known, known: true }
    : { ...plain(domain, `imap.${domain}`, `smtp.${domain}`), known: false }
}

/** The provider behind the servers that take a domain's mail: Google and Microsoft host many a company. */
export function providerOfHosts(hosts: readonly string[]): Provider | null {
  const isAt = (...domains: string[]) =>
    hosts.some((host) => domains.some((domain) => host === domain || host.endsWith(`.${domain}`)))
  if (isAt('google.com', 'googlemail.com')) return google
  if (isAt('outlook.com')) return microsoft
  if (isAt('messagingengine.com')) return byDomain['fastmail.com']!
  if (isAt('zoho.com', 'zoho.eu')) return byDomain['zoho.com']!
  if (isAt('icloud.com')) return icloud
  if (isAt('mailbox.org')) return byDomain['mailbox.org']!
  return null
}
