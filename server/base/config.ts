/** Settings of the environment, read once at start. Wrong ones are named in a sentence and stop the start. */
export interface Config {
  host: string
  port: number
  smtpPort: number
  dataFolder: string | null
  files: string | null
  demo: boolean
  databaseUrl: string | null
  outboundSmtp: string | null
  /** Public address without a slash at the end; null: taken from the socket at start. */
  url: string | null
  authservId: string | null
  smtpTrusted: string[]
  run: { web: boolean; worker: boolean; mail: boolean }
  testClock: boolean
  trustedProxies: string[]
  logLevel: string
}

export class WrongSetting extends Error {}

const list = (value: string | undefined): string[] =>
  (value ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)

function port(name: string, value: string | undefined, byDefault: number): number {
  if (value === undefined || value === '') return byDefault
  const number = Number(value)
  if (!Number.isInteger(number) || number < 0 || number > 65535)
    throw new WrongSetting(
      `${name} is "${value}", but a port is a whole number from 0 (any free one) to 65535.`,
    )
  return number
}

function url(name: string, value: string | undefined, protocols: string[]): string | null {
  if (!value) return null
  let parsed: URL
  try {
    parsed = new URL(value)
  } catch {
    throw new WrongSetting(
      `${name} is not an address that can be read. It should look like ${protocols[0]}//…`,
    )
  }
  if (!protocols.includes(parsed.protocol))
    throw new WrongSetting(
      `${name} begins with ${parsed.protocol}// but should begin with ${protocols.map((p) => `${p}//`).join(' or ')}.`,
    )
  return value.replace(/\/+$/, '')
}

/** Throws WrongSetting with a sentence a person can act on. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const parts = list(env.TEND_RUN || 'web,worker,mail')
  const unknown = parts.filter((part) => !['web', 'worker', 'mail'].includes(part))
  if (unknown.length)
    throw new WrongSetting(`TEND_RUN names "${unknown.join(', ')}", but it knows only web, worker and mail.`)
  const config: Config = {
    host: env.TEND_HOST || '127.0.0.1',
    port: port('TEND_PORT', env.TEND_PORT, 4680),
    smtpPort: port('TEND_SMTP_PORT', env.TEND_SMTP_PORT, 2525),
    dataFolder: env.TEND_DATA || null,
    files: env.TEND_FILES || null,
    demo: env.TEND_DEMO === '1',
    databaseUrl: url('DATABASE_URL', env.DATABASE_URL, ['postgres:', 'postgresql:']),
    outboundSmtp: url('TEND_OUTBOUND_SMTP', env.TEND_OUTBOUND_SMTP, ['smtp:', 'smtps:']),
    url: url('TEND_URL', env.TEND_URL, ['http:', 'https:']),
    authservId: env.TEND_AUTHSERV_ID || null,
    smtpTrusted: list(env.TEND_SMTP_TRUSTED),
    run: { web: parts.includes('web'), worker: parts.includes('worker'), mail: parts.includes('mail') },
    testClock: env.TEND_TEST_CLOCK === '1',
    trustedProxies: list(env.TEND_TRUSTED_PROXIES),
    logLevel: env.TEND_LOG || 'info',
  }
  if (config.testClock && config.url?.startsWith('https:'))
    throw new WrongSetting(
      'TEND_TEST_CLOCK=1 is for tests only and is refused where TEND_URL is https. Take one of the two away.',
    )
  return config
}
