import { createHash, randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { onTestFinished } from 'vitest'

export interface Authority {
  url: string
  /** Who is signed in there in the person's browser. */
  account: string
  /** Takes consent back. */
  revoke(): void
  /** Access tokens that are good now, newest last. */
  tokens: string[]
  asked: { grant: string; clientSecret: string | null }[]
  onToken(tell: (token: string) => void): void
}

const random = () => randomBytes(16).toString('hex')

/** A provider's authorisation server as RFC 6749 and RFC 7636 describe it: consent page, codes for one use, refresh tokens that change. */
export async function openAuthority(account: string): Promise<Authority> {
  const codes = new Map<string, { challenge: string; redirect: string; client: string }>()
  let refresh: string | null = null
  let tell: (token: string) => void = () => {}
  const authority: Authority = {
    url: '',
    account,
    tokens: [],
    asked: [],
    revoke() {
      refresh = null
      authority.tokens.length = 0
    },
    onToken(next) {
      tell = next
    },
  }
  const server = createServer(async (request, response) => {
    const url = new URL(request.url!, authority.url)
    if (request.method === 'GET' && url.pathname === '/authorize') {
      const wish = url.searchParams
      if (wish.get('response_type') !== 'code' || wish.get('code_challenge_method') !== 'S256')
        return response.writeHead(400).end()
      const code = random()
      codes.set(code, {
        challenge: wish.get('code_challenge')!,
        redirect: wish.get('redirect_uri')!,
        client: wish.get('client_id')!,
      })
      const back = new URL(wish.get('redirect_uri')!)
      back.searchParams.set('code', code)
      back.searchParams.set('state', wish.get('state')!)
      return response.writeHead(302, { location: back.href }).end()
    }
    let body = ''
    for await (const chunk of request) body += chunk
    const given = new URLSearchParams(body)
    authority.asked.push({ grant: given.get('grant_type')!, clientSecret: given.get('client_secret') })
    const answer = (status: number, value: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
    const begun = codes.get(given.get('code') ?? '')
    codes.delete(given.get('code') ?? '')
    const proves =
      begun &&
      begun.challenge ===
        createHash('sha256')
          .update(given.get('code_verifier') ?? '')
          .digest('base64url') &&
      begun.redirect === given.get('redirect_uri') &&
      begun.client === given.get('client_id')
    const renews = refresh !== null && given.get('refresh_token') === refresh
    if (given.get('grant_type') === 'authorization_code' ? !proves : !renews)
      return answer(400, { error: 'invalid_grant' })
    refresh = random()
    const token = random()
    authority.tokens.push(token)
    tell(token)
    const claims = Buffer.from(JSON.stringify({ email: authority.account })).toString('base64url')
    return answer(200, {
      access_token: token,
      expires_in: 3600,
      refresh_token: refresh,
      ...(proves && { id_token: `e30.${claims}.x` }),
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  onTestFinished(() => void server.close())
  authority.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return authority
}

/** A mail server that takes letters from whoever shows a good token. */
export async function openTokenSink(authority: Authority): Promise<{ port: number; letters: string[] }> {
  const letters: string[] = []
  const server = new SMTPServer({
    authMethods: ['XOAUTH2'],
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    logger: false,
    onAuth: (auth, _session, done) =>
      authority.tokens.at(-1) === auth.accessToken
        ? done(null, { user: auth.username })
        : done(Object.assign(new Error('Username and Password not accepted'), { responseCode: 535 })),
    onData: (stream, _session, done) => {
      let raw = ''
      stream.on('data', (chunk) => {
        raw += chunk
      })
      stream.on('end', () => {
        letters.push(raw)
        done()
      })
    },
  })
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())))
  return { port: (server.server.address() as AddressInfo).port, letters }
}
