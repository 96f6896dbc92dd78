import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { customers, inboxes, teammates } from '#cast/cast.ts'
import { rawMail } from '#cast/mail.ts'
import { type Client, clientOf } from './client.ts'
import { leaveNothing, newDataFolder, type RunningTend, startTend } from './house.ts'
import { openPostOffice, type PostOffice, sendBySmtp } from './post.ts'
import { type OutsidePostgres, startPostgres } from './postgres.ts'
import { until } from './until.ts'

// Two whole nodes of one Tend on a PostgreSQL of neither: each with a data folder of its own, one store of files. Whatever one
// knows in memory only, the other would not know, and would say so here.
const patient = 300_000
const repairs = inboxes.repairs.address
const { maria, helen } = customers
const { ana, ben } = teammates
const words = 'the cat lives under the stairs'

describe('two nodes on an outside PostgreSQL', () => {
  let postgres: OutsidePostgres
  let office: PostOffice
  let files: string
  let first: RunningTend
  let second: RunningTend
  /** Ana by key, at the first node and at the second. */
  let here: Client
  let there: Client
  let conversationId: string
  let anasId: string
  const env = (): Record<string, string> => ({
    DATABASE_URL: postgres.url,
    TEND_FILES: files,
    TEND_TEST_CLOCK: '1',
    TEND_OUTBOUND_SMTP: office.url,
  })

  beforeAll(async () => {
    ;[postgres, office] = await Promise.all([startPostgres(), openPostOffice()])
    files = await mkdtemp(join(tmpdir(), 'tend-files-'))
    const folders = await Promise.all([newDataFolder(), newDataFolder()])
    // Both at once on an empty database: one of them makes the tables, neither trips.
    ;[first, second] = (await Promise.all(folders.map((data) => startTend({ data, env: env() })))) as [
      RunningTend,
      RunningTend,
    ]
    console.log(`cluster: PostgreSQL ${postgres.version}`)
  }, patient)

  afterAll(async () => {
    await leaveNothing()
    await office?.close()
    await postgres?.stop()
    if (files) await rm(files, { recursive: true, force: true })
  }, patient)

  /** A live stream that writes down what it hears, and where it stopped. */
  async function listen(open: (more: RequestInit) => Promise<Response>, lastEventId?: string) {
    const heard = {
      text: '',
      over: false,
      lastId: () =>
        heard.text
          .match(/^id: (\S+)$/gm)
          ?.at(-1)
          ?.slice(4),
    }
    const stop = new AbortController()
    const response = await open({
      signal: stop.signal,
      ...(lastEventId && { headers: { 'last-event-id': lastEventId } }),
    })
    void (async () => {
      for await (const chunk of response.body!) heard.text += Buffer.from(chunk).toString()
    })()
      .catch(() => {})
      .finally(() => (heard.over = true))
    await until('the stream is open', () => heard.text.includes('hello'))
    return { heard, stop: () => stop.abort() }
  }
  const events = (client: Client) => (more: RequestInit) => client.send('GET', '/events', more)
  const open = (client: Client) => client.call('GET /conversations/{id}', { params: { id: conversationId } })
  const signIn = (node: RunningTend, email: string, password: string) =>
    fetch(`${node.url}/api/v1/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    })

  const letter = (subject: string, more: Partial<Parameters<typeof rawMail>[0]> = {}) =>
    rawMail({
      from: maria,
      to: repairs,
      subject,
      text: 'The boiler is out again. When can somebody come?',
      date: new Date(),
      ...more,
    })

  test('a letter at one is heard and read at both', { timeout: patient }, async () => {
    const admin = await first.admin()
    const inbox = await admin.call('POST /inboxes', { body: inboxes.repairs })
    for (const { name, email } of [ana, ben]) {
      const made = await admin.call('POST /teammates', {
        body: { name, email, role: 'lead', inboxes: [inbox.id] },
      })
      await admin.call('POST /invites/{token}', {
        params: { token: made.inviteUrl.split('/').at(-1)! },
        body: { password: words },
      })
      if (email === ana.email) anasId = made.id
    }
    const { key } = await admin.call('POST /teammates/{id}/keys', { params: { id: anasId }, body: {} })
    here = clientOf(first.url, key)
    there = clientOf(second.url, key)
    const [one, two] = [await listen(events(here)), await listen(events(there))]
    const raw = await letter('The boiler', { messageId: 'cluster-1@mail.example' })
    await sendBySmtp(first.smtpPort, { raw, from: maria.email, to: repairs })
    const [row] = await until('the letter is there', async () => {
      const { items } = await there.call('GET /conversations')
      return items.length === 1 && items
    })
    conversationId = row!.id
    for (const { heard } of [one, two])
      await until('both hear it', () => heard.text.includes(`"conversationId":"${conversationId}"`))
    one.stop()
    two.stop()
    const { asks, messages } = await until('it has been read', async () => {
      const whole = await there.call('GET /conversations/{id}', { params: { id: conversationId } })
      return whole.asks.length > 0 && whole
    })
    expect(asks[0]!.text).toBe('When can somebody come?')
    const original = await there.send('GET', `/messages/${messages[0]!.id}/raw`)
    expect(Buffer.from(await original.arrayBuffer()).equals(raw)).toBe(true)
  })

  test('who signs in at one is in at both, seen at both, and out at both', { timeout: patient }, async () => {
    const entered = await signIn(first, ben.email, words)
    expect(entered.status).toBe(201)
    const cookie = entered.headers.getSetCookie()[0]!.split(';')[0]!
    const asBen = (node: RunningTend, method: string, path: string, more: RequestInit = {}) =>
      fetch(`${node.url}/api/v1${path}`, {
        ...more,
        method,
        headers: { cookie, ...(more.headers as Record<string, string>) },
      })
    expect(await (await asBen(second, 'GET', '/me')).json()).toMatchObject({ teammate: { email: ben.email } })
    // He looks at it at the second; she sees so at the first.
    const looks = await asBen(second, 'PUT', `/conversations/${conversationId}/presence`, {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ doing: 'typing' }),
    })
    expect(looks.status).toBe(200)
    expect((await open(here)).viewers).toMatchObject([{ doing: 'typing' }])
    const his = await listen((more) => asBen(second, 'GET', '/events', more))
    await here.call('POST /conversations/{id}/notes', {
      params: { id: conversationId },
      body: { text: 'Gauge is in the van.' },
    })
    await until('he hears the note', () => his.heard.text.includes('note.added'))
    // Signed out at the first, the second lets him neither ask nor listen.
    expect((await asBen(first, 'DELETE', '/sessions/current')).status).toBe(204)
    expect((await asBen(second, 'GET', '/me')).status).toBe(401)
    await until('his stream ends', () => his.heard.over, 30)
  })

  test('who knocks too often is counted at both together', { timeout: patient }, async () => {
    // They are counted in quarters of an hour by the clock; not across the end of one.
    await until('a quarter of an hour that is not about to end', () => Date.now() % 900_000 < 870_000)
    const knock = async (node: RunningTend) =>
      (await fetch(`${node.url}/api/v1/sessions/passkey/options`, { method: 'POST' })).status
    const knocks = await Promise.all(Array.from({ length: 60 }, (_, at) => knock(at % 2 ? second : first)))
    expect(knocks.filter((status) => status === 429)).toEqual([])
    for (const node of [first, second]) expect(await knock(node)).toBe(429)
  })

  test('an answer with a promise given at one leaves once; the reply comes back to the same matter', {
    timeout: patient,
  }, async () => {
    const { now } = await here.call('GET /clock')
    const answer = {
      params: { id: conversationId },
      headers: { 'idempotency-key': 'cluster-answer' },
      body: {
        text: 'Dear Maria, Ben comes at four. I call you tomorrow.\n\nAna',
        promises: [{ what: 'call Maria', due: new Date(Date.parse(now) + 86_400_000).toISOString() }],
      },
    }
    const listener = await listen(events(there))
    await here.call('POST /conversations/{id}/replies', answer)
    await until('it is heard at the other', () => listener.heard.text.includes('reply.sent'))
    listener.stop()
    // The other node knows the key too.
    await there.call('POST /conversations/{id}/replies', answer)
    const sent = await until('it leaves', () => office.to(maria.email)[0])
    expect(sent.headers['in-reply-to']).toBe('<cluster-1@mail.example>')
    const raw = await letter('Re: The boiler', {
      text: 'Thank you, four is good.',
      messageId: 'cluster-2@mail.example',
      inReplyTo: sent.headers['message-id']!,
    })
    await sendBySmtp(second.smtpPort, { raw, from: maria.email, to: repairs })
    await until('it joins', async () => (await open(here)).messages.length === 4)
    expect((await here.call('GET /promises')).items).toHaveLength(1)
    expect(office.to(maria.email)).toHaveLength(1)
  })

  test('one is killed with letters in its hands: the other does them once, and nobody misses a word', {
    timeout: patient,
  }, async () => {
    const listener = await listen(events(here))
    const lastId = listener.heard.lastId()
    const subjects = Array.from({ length: 6 }, (_, index) => `Radiator ${index}`)
    const database = new pg.Client(postgres.connection)
    await database.connect()
    const atWork = () =>
      database
        .query(`select from jobs.job where state = 'active' and name = 'react.take-in'`)
        .then(({ rowCount }) => rowCount!)
    try {
      // The second stands still and no message can be written: so the first takes the letters, and holds them when it dies.
      process.kill(second.pid, 'SIGSTOP')
      await database.query('begin')
      await database.query('lock table messages in share row exclusive mode')
      for (const subject of subjects) {
        const raw = await letter(subject, {
          from: helen,
          text: `${subject} is cold.`,
          messageId: `${subject.replace(' ', '-')}@clinic.example`,
        })
        await sendBySmtp(first.smtpPort, { raw, from: helen.email, to: repairs })
      }
      await until('the first is at work on them', async () => (await atWork()) > 0)
      await first.kill()
      await database.query('rollback')
      // A job that was at work in the killed one is noticed by its silence. As if half a minute of it had passed already:
      await database.query(
        `update jobs.job set heartbeat_on = heartbeat_on - interval '30 seconds' where state = 'active'`,
      )
    } finally {
      process.kill(second.pid, 'SIGCONT')
      await database.end()
    }
    await until('the line is cut', () => listener.heard.over)
    // What was in no hand is done at once, and so is new work.
    await there.call('POST /conversations/{id}/replies', {
      params: { id: conversationId },
      body: { text: 'Ben is on his way.' },
    })
    await until('it leaves all the same', () => office.to(maria.email).length === 2)
    const again = await listen(events(there), lastId)
    await until('what was missed is told', () => again.heard.text.includes('reply.sent'))
    const shown = await until(
      'all are shown',
      async () => {
        const { items } = await there.call('GET /conversations', { query: { limit: 100 } })
        const all = await Promise.all(
          items.map((one) => there.call('GET /conversations/{id}', { params: { id: one.id } })),
        )
        const found = all.flatMap((one) => one.messages.map((message) => message.subject))
        return subjects.every((subject) => found.includes(subject)) && found
      },
      150,
    )
    for (const subject of subjects) expect(shown.filter((one) => one === subject)).toHaveLength(1)
    await until('and heard by who listens', () =>
      subjects.every(() => again.heard.text.split('message.received').length > subjects.length),
    )
    again.stop()
  })

  test('the promise is nudged once and late once at whichever node is left', {
    timeout: patient,
  }, async () => {
    const { now } = await there.call('GET /clock')
    const admin = clientOf(second.url, await second.key())
    // A nudge may wait for opening hours, until five minutes before at most.
    for (const hours of [23.95, 25])
      await admin.call('PUT /clock', {
        body: { now: new Date(Date.parse(now) + hours * 3_600_000).toISOString() },
      })
    const [promise] = (await there.call('GET /promises')).items
    expect(promise!.state).toBe('late')
    expect(promise!.steps.map((step) => step.kind)).toEqual(['made', 'nudged', 'late'])
    const { pageUrl } = await open(there)
    const page = await fetch(`${second.url}/p/${pageUrl.split('/p/')[1]}`)
    expect(await page.text()).toContain('call Maria')
  })
})
