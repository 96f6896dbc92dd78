import { isIP } from 'node:net'

/** Settings of the environment, read once at start. Wrong ones are named in a sentence and stop the start. */
export interface Config {
  host: string
  port: number
  smtpPort: number
  /** Null: no LMTP. */
  lmtpPort: number | null
  dataFolder: string | null
  files: string | null
  demo: boolean
  databaseUrl: string | null
  /** A follower that search reads from; null: the database itself. */
  replicaUrl: string | null
  outboundSmtp: string | null
  /** Public address without a slash at the end; null: taken from the socket at start. */
  url: string | null
  authservId: string | null
  smtpTrusted: string[]
  run: { web: boolean; worker: boolean; mail: boolean }
  testClock: boolean
  /** The key of this installation is lost for good: a new one may take its place. */
  keyLost: boolean
  trustedProxies: string[]
  logLevel: string
  /** A request or query that takes as many milliseconds is named in the log; 0: none is. */
  slowMs: number
  /** Opens `/metrics`; null: there is none. */
  metricsToken: string | null
  backupBeforeUpdate: boolean
  /** The collector that traces go to by OTLP; null: none are made. */
  tracesUrl: string | null
}

/** A setting that cannot be meant; its message names it and what it should be. Passwords in it are never shown. */
export class WrongSetting extends Error {
  constructor(message: string) {
    super(`${message} Nothing was changed.`)
  }
}

const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']
const known = [
  ...[
    'HOST',
    'PORT',
    'SMTP_PORT',
    'LMTP_PORT',
    'SMTP_TLS_CERT',
    'SMTP_TLS_KEY',
    'DATA',
    'FILES',
    'DEMO',
    'OUTBOUND_SMTP',
  ],
  ...['URL', 'AUTHSERV_ID', 'SMTP_TRUSTED', 'RUN', 'TEST_CLOCK', 'TRUSTED_PROXIES', 'LOG', 'KEY', 'KEY_LOST'],
  ...['SLOW_MS', 'METRICS_TOKEN', 'BACKUP_BEFORE_UPDATE', 'REPLICA_URL', 'TRACES_URL'],
  ...['POSTGRES_BIN', 'BROWSER', 'DKIM_KEY', 'DKIM_SELECTOR', 'DKIM_DOMAIN'],
  ...['GOOGLE_CLIENT_ID', 'GOOGLE_CLIENT_SECRET', 'MICROSOFT_CLIENT_ID', 'MICROSOFT_CLIENT_SECRET'],
].map((name) => `TEND_${name}`)

/** Names that look like settings of ours and are none: most likely misspelt. */
export const unknownSettings = (env: NodeJS.ProcessEnv): string[] =>
  Object.keys(env).filter((name) => name.startsWith('TEND_') && !known.includes(name))

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

function flag(name: string, value: string | undefined): boolean {
  if (value === undefined || value === '' || value === '0') return false
  if (value === '1') return true
  throw new WrongSetting(`${name} is "${value}", but it knows only 1 (on) and 0 (off).`)
}

function matching(name: string, value: string | undefined, pattern: RegExp, expected: string): string | null {
  if (!value) return null
  if (!pattern.test(value)) throw new WrongSetting(`${name} is "${value}", but it should be ${expected}.`)
  return value
}

/** Long enough not to be guessed. Never shown in a message. */
function metricsToken(value: string | undefined): string | null {
  if (!value) return null
  if (!/^[\x21-\x7e]{20,}$/.test(value))
    throw new WrongSetting(
      'TEND_METRICS_TOKEN must be at least 20 letters and digits without spaces, such as "openssl rand -hex 24" makes.',
    )
  return value
}

/** The public address. Tend lives at the root of a name of its own. */
function publicUrl(value: string | undefined): string | null {
  const found = url('TEND_URL', value, ['http:', 'https:'])
  if (!found) return null
  const { pathname, search, hash, username, origin } = new URL(found)
  if (pathname !== '/' || search || hash || username)
    throw new WrongSetting(
      `TEND_URL should be a name alone, such as ${origin}: Tend needs an address of its own, without a path.`,
    )
  return origin
}

/** A folder, or a store that speaks S3 together with its keys. */
function filesPlace(value: string | undefined, env: NodeJS.ProcessEnv): string | null {
  if (!value) return null
  const [, scheme] = /^([a-z][a-z0-9+.-]+):\/\//i.exec(value) ?? []
  if (!scheme) return value
  if (scheme !== 's3')
    throw new WrongSetting(
      `TEND_FILES begins with ${scheme}://, but it is a folder or an address like s3://bucket/folder?endpoint=https://….`,
    )
  const endpoint = URL.canParse(value) && new URL(value).searchParams.get('endpoint')
  if (endpoint === false || (endpoint && !/^https?:$/.test(URL.parse(endpoint)?.protocol ?? '')))
    throw new WrongSetting(
      'TEND_FILES is not an address that can be read. It should look like s3://bucket/folder?endpoint=https://….',
    )
  if (!env.AWS_ACCESS_KEY_ID || !env.AWS_SECRET_ACCESS_KEY)
    throw new WrongSetting(
      'TEND_FILES is an S3 store, but AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not set.',
    )
  return value
}

function addresses(name: string, value: string | undefined, ranges: boolean): string[] {
  const isAddress = (part: string): boolean => {
    const [ip = '', bits, ...more] = part.split('/')
    const width = isIP(ip) === 4 ? 32 : 128
    if (bits === undefined) return isIP(ip) !== 0
    return ranges && isIP(ip) !== 0 && more.length === 0 && /^\d+$/.test(bits) && Number(bits) <= width
  }
  const parts = list(value)
  const wrong = parts.filter((part) => !isAddress(part))
  if (wrong.length)
    throw new WrongSetting(
      `${name} names "${wrong.join(', ')}", but it takes addresses such as 192.0.2.7${ranges ? ' or 192.0.2.0/24' : ''}, with commas between them.`,
    )
  return parts
}

/** Only a database of one's own has followers. */
function replica(env: NodeJS.ProcessEnv): string | null {
  const found = url('TEND_REPLICA_URL', env.TEND_REPLICA_URL, ['postgres:', 'postgresql:'])
  if (found && !env.DATABASE_URL)
    throw new WrongSetting(
      'TEND_REPLICA_URL names a follower, but DATABASE_URL names nobody whom it follows.',
    )
  return found
}

/** The key itself is read by whoever needs it; here it is only looked at. */
function checkKey(value: string | undefined): void {
  if (value && (!/^[A-Za-z0-9+/_-]+=*$/.test(value) || Buffer.from(value, 'base64').length < 32))
    throw new WrongSetting(
      'TEND_KEY is not a key: it must be at least 32 bytes in base64, such as "openssl rand -base64 32" makes.',
    )
}

/** Throws WrongSetting with a sentence a person can act on. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const parts = list(env.TEND_RUN || 'web,worker,mail')
  const unknown = parts.filter((part) => !['web', 'worker', 'mail'].includes(part))
  if (unknown.length)
    throw new WrongSetting(`TEND_RUN names "${unknown.join(', ')}", but it knows only web, worker and mail.`)
  checkKey(env.TEND_KEY)
  const config: Config = {
    host:
      matching('TEND_HOST', env.TEND_HOST, /^[\w.:-]+$/, 'a name or an address such as 0.0.0.0') ??
      '127.0.0.1',
    port: port('TEND_PORT', env.TEND_PORT, 4680),
    smtpPort: port('TEND_SMTP_PORT', env.TEND_SMTP_PORT, 2525),
    lmtpPort: env.TEND_LMTP_PORT ? port('TEND_LMTP_PORT', env.TEND_LMTP_PORT, 0) : null,
    dataFolder: env.TEND_DATA || null,
    files: filesPlace(env.TEND_FILES, env),
    demo: flag('TEND_DEMO', env.TEND_DEMO),
    databaseUrl: url('DATABASE_URL', env.DATABASE_URL, ['postgres:', 'postgresql:']),
    replicaUrl: replica(env),
    outboundSmtp: url('TEND_OUTBOUND_SMTP', env.TEND_OUTBOUND_SMTP, ['smtp:', 'smtps:']),
    url: publicUrl(env.TEND_URL),
    authservId: matching(
      'TEND_AUTHSERV_ID',
      env.TEND_AUTHSERV_ID,
      /^[^\s;"]+$/,
      'one word such as mx.example.org',
    ),
    smtpTrusted: addresses('TEND_SMTP_TRUSTED', env.TEND_SMTP_TRUSTED, false),
    run: { web: parts.includes('web'), worker: parts.includes('worker'), mail: parts.includes('mail') },
    keyLost: flag('TEND_KEY_LOST', env.TEND_KEY_LOST),
    testClock: flag('TEND_TEST_CLOCK', env.TEND_TEST_CLOCK),
    trustedProxies: addresses('TEND_TRUSTED_PROXIES', env.TEND_TRUSTED_PROXIES, true),
    logLevel:
      matching(
        'TEND_LOG',
        env.TEND_LOG,
        new RegExp(`^(${levels.join('|')})$`),
        `one of ${levels.join(', ')}`,
      ) ?? 'info',
    slowMs: Number(
      matching(
        'TEND_SLOW_MS',
        env.TEND_SLOW_MS,
        /^\d{1,6}$/,
        'milliseconds, such as 500; 0: nothing is named',
      ) ?? 500,
    ),
    metricsToken: metricsToken(env.TEND_METRICS_TOKEN),
    tracesUrl: url('TEND_TRACES_URL', env.TEND_TRACES_URL, ['http:', 'https:']),
    backupBeforeUpdate: flag('TEND_BACKUP_BEFORE_UPDATE', env.TEND_BACKUP_BEFORE_UPDATE || '1'),
  }
  if (config.testClock && config.url?.startsWith('https:'))
    throw new WrongSetting(
      'TEND_TEST_CLOCK=1 is for tests only and is refused where TEND_URL is https. Take one of the two away.',
    )
  return config
}
