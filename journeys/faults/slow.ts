import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { type AddressInfo, connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { SMTPServer } from 'smtp-server'
import { customers } from '#cast/cast.ts'
import { type RunningTend, startTend } from '../house.ts'
import { openPostOffice } from '../post.ts'
import { until } from '../until.ts'
import { type Check, demand } from './check.ts'
import { freePort } from './dovecotServer.ts'

interface Server {
  port: number
  /** Subjects of letters, at their final dot. */
  dots: string[]
  close(): Promise<void>
}

/** A mail server that thinks for so long about each letter, or asks somebody about each recipient. */
async function openServer(how: {
  thinks?: number
  asks?: (from: string, to: string) => Promise<string | null>
}): Promise<Server> {
  const dots: string[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    logger: false,
    socketTimeout: 30 * 60_000,
    closeTimeout: 100,
    onRcptTo: (to, session, done) => {
      const from = session.envelope.mailFrom ? session.envelope.mailFrom.address : ''
      void (how.asks?.(from, to.address) ?? Promise.resolve(null)).then((no) =>
        no ? done(Object.assign(new Error(no), { responseCode: 450 })) : done(),
      )
    },
    onData: (stream, _session, done) => {
      let raw = ''
      stream.on('data', (chunk) => (raw += chunk))
      stream.on('end', () => {
        dots.push(/^Subject: (.*)$/im.exec(raw)?.[1]?.trim() ?? '')
        setTimeout(done, how.thinks ?? 0)
      })
    },
  })
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  return {
    port: (server.server.address() as AddressInfo).port,
    dots,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** Writes first to somebody from an inbox; returns the message's id. */
async function writeFrom(
  tend: RunningTend,
  inboxId: string,
  email: string,
  subject: string,
): Promise<string> {
  const admin = await tend.admin()
  const { messageId } = await admin.call('POST /conversations', {
    body: { inboxId, to: [{ name: null, email }], subject, text: 'We come on Thursday.', undoSeconds: 0 },
  })
  return messageId
}

/** Z2: one inbox's server takes ages to answer the dot; the others' letters leave meanwhile, and it gets each letter once. */
async function slowServer(minutes: number): Promise<string> {
  const slow = await openServer({ thinks: minutes * 60_000 })
  const quick = await openPostOffice()
  const tend = await startTend({ env: { TEND_OUTBOUND_SMTP: quick.url, TEND_LOG: 'error' } })
  try {
    const admin = await tend.admin()
    const inbox = async (name: string) =>
      (await admin.call('POST /inboxes', { body: { name, address: `${name}@brightpipe.example` } })).id
    const [slowInbox, quickInbox] = [await inbox('slow'), await inbox('quick')]
    const smtp = { host: '127.0.0.1', port: slow.port, security: 'none' as const, user: '' }
    await admin.call('POST /mailboxes', {
      body: { inboxId: slowInbox, address: 'slow@brightpipe.example', smtp },
    })
    for (let n = 0; n < 4; n++) await writeFrom(tend, slowInbox, customers.maria.email, `slow ${n}`)
    await until('the slow server has a letter', () => slow.dots.length > 0, 60)
    const began = performance.now()
    for (let n = 0; n < 10; n++) await writeFrom(tend, quickInbox, customers.paul.email, `quick ${n}`)
    await until('the others have left', () => quick.letters.length === 10, 60)
    const delay = Math.round((performance.now() - began) / 100) / 10
    demand(delay <= 30, `the others waited ${delay} s`)
    await pause(minutes * 60_000 + 5000)
    const times = Map.groupBy(slow.dots, (subject) => subject)
    const again = [...times.values()].filter((all) => all.length > 1).length
    demand(again === 0, `${again} letters were sent again while the server was thinking`)
    return `${minutes} min to answer a dot: 10 others left within ${delay} s, ${slow.dots.length} letters there, none twice`
  } finally {
    await tend.stop()
    await slow.close()
    await quick.close()
  }
}

/** Z3: a real postgrey behind a mail server refuses each new pair for a while; the retry after a minute is taken. */
async function greylisted(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tend-postgrey-'))
  const port = await freePort()
  const greylist = spawn(
    '/usr/sbin/postgrey',
    [
      `--inet=127.0.0.1:${port}`,
      `--dbdir=${folder}`,
      '--delay=20',
      `--user=${process.env.USER ?? 'root'}`,
      '--group=root',
      '--auto-whitelist-clients=0',
    ],
    { stdio: 'ignore' },
  )
  let refusals = 0
  const asks = async (from: string, to: string) => {
    const answer = await policy(port, from, to)
    if (!/^action=(?:defer|4\d\d)/im.test(answer)) return null
    refusals++
    return 'Greylisted, see you in a minute'
  }
  await until(
    'postgrey answers',
    () => policy(port, 'first@brightpipe.example', 'first@mail.example').catch(() => null),
    60,
  )
  const server = await openServer({ asks })
  const tend = await startTend({
    env: { TEND_OUTBOUND_SMTP: `smtp://127.0.0.1:${server.port}`, TEND_LOG: 'error' },
  })
  try {
    const admin = await tend.admin()
    const { id } = await admin.call('POST /inboxes', {
      body: { name: 'Care', address: 'care@brightpipe.example' },
    })
    const { maria, paul, clara } = customers
    for (const { email } of [maria, paul, clara]) await writeFrom(tend, id, email, email)
    await until('each was refused once', () => refusals >= 3, 60)
    await until('each has arrived', () => server.dots.length >= 3, 240)
    await pause(3000)
    const figures = await admin.call('GET /health')
    const out = figures.lines.find((line) => line.id === 'mail-out')!
    demand(server.dots.length === 3, `${server.dots.length} arrived of 3`)
    return `3 letters, ${refusals} times put off by postgrey, each arrived once · “${out.says}”`
  } finally {
    await tend.stop()
    await server.close()
    const ended = once(greylist, 'exit')
    greylist.kill('SIGTERM')
    await ended
    await rm(folder, { recursive: true, force: true })
  }
}

/** Postfix's policy protocol, which postgrey speaks. */
function policy(port: number, from: string, to: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('error', reject)
    socket.once('data', (answer) => {
      socket.destroy()
      resolve(answer.toString())
    })
    socket.end(
      `request=smtpd_access_policy\nprotocol_state=RCPT\nprotocol_name=ESMTP\nclient_address=198.51.100.7\nclient_name=mail.brightpipe.example\nsender=${from}\nrecipient=${to}\n\n`,
    )
  })
}

export const slow: Check[] = [
  {
    id: 'Z2',
    says: 'a server takes minutes to answer the dot: other letters leave within 30 s, none is sent again meanwhile',
    needs: [],
    run: (few) => slowServer(few ? 1 : 9),
  },
  {
    id: 'Z3',
    says: 'greylisted by a real postgrey: each letter is put off, comes again and arrives once',
    needs: ['postgrey', 'root'],
    run: greylisted,
  },
]
