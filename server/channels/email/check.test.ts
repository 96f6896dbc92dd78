import type { createServer } from 'node:net'
import { createServer as createTlsServer } from 'node:tls'
import { SMTPServer } from 'smtp-server'
import { describe, expect, onTestFinished, test } from 'vitest'
import { checkReading, checkSending, failure } from './check.ts'
import { selfMade } from './smtp/certificate.ts'
import { openImap } from './testing/imap.ts'

const server = {
  host: '127.0.0.1',
  port: 1,
  security: 'none' as const,
  user: 'hello@brightpipe.example',
  password: 'x',
}

async function listening(
  make: (greet: (socket: { write(text: string): void }) => void) => ReturnType<typeof createServer>,
  greeting: string,
) {
  const one = make((socket) => void socket.write(greeting))
  await new Promise<void>((resolve) => one.listen(0, '127.0.0.1', () => resolve()))
  onTestFinished(() => void one.close())
  return (one.address() as { port: number }).port
}

/** What the wizard says last, after the steps that went well. */
const last = (checks: { says: string }[]) => checks.at(-1)!.says

describe('reading', () => {
  test('step by step, when all is well', async () => {
    const imap = await openImap()
    imap.put(Buffer.from('Subject: one\r\n\r\nOne'))
    const checks = await checkReading({ ...server, port: imap.port, password: imap.password })
    expect(checks.map(({ step, ok }) => [step, ok])).toEqual([
      ['reach', true],
      ['sign-in', true],
      ['folder', true],
    ])
    expect(last(checks)).toBe('The inbox can be read (1 letter)')
  })

  test('a wrong password', async () => {
    const imap = await openImap()
    const checks = await checkReading({ ...server, port: imap.port })
    expect(checks).toMatchObject([
      { step: 'sign-in', ok: false, says: expect.stringContaining('Check both') },
    ])
  })

  test('nobody at the port; no such name', async () => {
    expect(last(await checkReading(server))).toContain('does not answer on port 1. Check the port')
    expect(last(await checkReading({ ...server, host: 'imap.nowhere.invalid' }))).toContain('typing mistake')
  })

  test('TLS where there is none', async () => {
    const imap = await openImap()
    const checks = await checkReading({ ...server, port: imap.port, security: 'tls' })
    expect(last(checks)).toMatch(/does not speak encrypted mail on port \d+ this way. Try “STARTTLS”/)
  })

  test('a certificate that nobody vouches for', async () => {
    const port = await listening(
      (greet) => createTlsServer(selfMade('imap.brightpipe.example', new Date()), greet),
      '* OK hello\r\n',
    )
    const checks = await checkReading({ ...server, port, security: 'tls' })
    expect(checks).toMatchObject([
      { step: 'secure', ok: false, says: expect.stringContaining('cannot be trusted') },
    ])
  })
})

describe('sending', () => {
  async function smtp(
    answer: { code: number; text: string } | null,
    other: { disabledCommands?: string[] } = {},
  ) {
    const one = new SMTPServer({
      disabledCommands: ['STARTTLS'],
      allowInsecureAuth: true,
      logger: false,
      onAuth: (auth, _session, done) =>
        done(answer && Object.assign(new Error(answer.text), { responseCode: answer.code }), {
          user: auth.username,
        }),
      ...other,
    })
    one.on('error', () => {})
    await new Promise<void>((resolve) => one.listen(0, '127.0.0.1', () => resolve()))
    onTestFinished(() => new Promise<void>((resolve) => one.close(() => resolve())))
    return (one.server.address() as { port: number }).port
  }

  test('step by step, when all is well', async () => {
    const checks = await checkSending({ ...server, port: await smtp(null) })
    expect(checks.map(({ step, ok }) => [step, ok])).toEqual([
      ['reach', true],
      ['sign-in', true],
      ['send', true],
    ])
  })

  test('a server that asks for no name is not said to have taken one', async () => {
    const open = await smtp(null, { disabledCommands: ['STARTTLS', 'AUTH'] })
    const says = (await checkSending({ ...server, port: open })).map((check) => check.says)
    expect(says).toContain('The server asks for no name and no password')
    expect(says.join()).not.toContain(server.user)
    const asking = await smtp(null)
    const named = (await checkSending({ ...server, port: asking })).map((check) => check.says)
    expect(named).toContain(`Signed in as ${server.user}`)
    const unnamed = (await checkSending({ ...server, port: asking, user: '' })).map((check) => check.says)
    expect(unnamed.join()).not.toContain('Signed in')
  })

  test.each([
    [
      'a wrong password, at a provider that takes app passwords only',
      535,
      '5.7.8 Authentication failed',
      /needs an app password/,
    ],
    [
      'an app password is wanted',
      534,
      '5.7.9 Application-specific password required',
      /needs an app password/,
    ],
    [
      'passwords are switched off',
      535,
      '5.7.139 basic authentication is disabled',
      /no longer takes passwords/,
    ],
  ])('%s', async (_name, code, text, says) => {
    const port = await smtp({ code, text })
    expect(last(await checkSending({ ...server, port, user: 'anybody@gmail.com' }))).toMatch(says)
  })

  test('a wrong password', async () => {
    const port = await smtp({ code: 535, text: '5.7.8 Authentication failed' })
    expect(last(await checkSending({ ...server, port }))).toMatch(/Check both/)
  })

  test('STARTTLS where there is none', async () => {
    const checks = await checkSending({ ...server, port: await smtp(null), security: 'starttls' })
    expect(last(checks)).toMatch(/this way. Try “STARTTLS” instead of “TLS”, or the other way round/)
  })
})

test.each([
  [{ responseText: '[OVERQUOTA] Mailbox is full' }, 'folder', /mailbox is full/i],
  [{ message: 'Your account is not enabled for IMAP use' }, 'sign-in', /switched off/],
  [{ code: 'ETIMEDOUT' }, 'reach', /did not answer within/],
  [{ message: 'something nobody has thought of' }, 'reach', /answered: something nobody has thought of/],
])('%o is said with its remedy', (error, step, says) => {
  const said = failure(error, { host: 'imap.gmail.com', port: 993, user: 'anybody@gmail.com' })
  expect(said.step).toBe(step)
  expect(said.says).toMatch(says)
})
