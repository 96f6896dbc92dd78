import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { customers, inboxes, teammates } from '#cast/cast.ts'
import { rawMail } from '#cast/mail.ts'
import { type Client, clientOf } from './client.ts'
import { leaveNothing, newDataFolder, type RunningTend, startTend } from './house.ts'
import { openPostOffice, type PostOffice, sendBySmtp } from './post.ts'
import { installedPostgres, type OutsidePostgres, startPostgres } from './postgres.ts'
import { until } from './until.ts'

// Several processes of one Tend on a PostgreSQL of the machine's own: each with its own data folder, one store of files.
const patient = 300_000
const repairs = inboxes.repairs.address
const { maria, helen } = customers
const found = await installedPostgres()
if (!found)
  console.log(
    'No PostgreSQL 15 or newer is installed on this machine (/usr/lib/postgresql), so the cluster is not tried.',
  )

describe.skipIf(!found)('two web processes and one worker on an outside PostgreSQL', () => {
  let postgres: OutsidePostgres
  let office: PostOffice
  let files: string
  let firstData: string
  let first: RunningTend
  let second: RunningTend
  let worker: RunningTend
  let workersData: string
  let here: Client
  let there: Client
  let conversationId: string
  let env: (parts: string) => Record<string, string>

  beforeAll(async () => {
    postgres = await startPostgres(found!)
    office = await openPostOffice()
    files = await mkdtemp(join(tmpdir(), 'tend-files-'))
    env = (parts) => ({
      DATABASE_URL: postgres.url,
      TEND_FILES: files,
      TEND_RUN: parts,
      TEND_TEST_CLOCK: '1',
      TEND_OUTBOUND_SMTP: office.url,
    })
    firstData = await newDataFolder()
    workersData = await newDataFolder()
    // All at once on an empty database: one of them makes the tables, nobody trips.
    ;[first, second, worker] = await Promise.all([
      startTend({ data: firstData, env: env('web') }),
      startTend({ env: env('web') }),
      startTend({ data: workersData, env: env('worker,mail') }),
    ])
    console.log(`cluster: PostgreSQL ${postgres.version}`)
  }, patient)

  afterAll(async () => {
    await leaveNothing()
    await office?.close()
    await postgres?.stop()
    if (files) await rm(files, { recursive: true, force: true })
  }, patient)

  /** A live stream that writes down what it hears, and where it stopped. */
  async function listen(client: Client, lastEventId?: string) {
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
    const response = await client.send('GET', '/events', {
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

  const letter = (subject: string, more: Partial<Parameters<typeof rawMail>[0]> = {}) =>
    rawMail({
      from: maria,
      to: repairs,
      subject,
      text: 'The boiler is out again. When can somebody come?',
      date: new Date(),
      ...more,
    })

  test('a letter at the mail process is heard and read at both web processes', {
    timeout: patient,
  }, async () => {
    const admin = await first.admin()
    const inbox = await admin.call('POST /inboxes', { body: inboxes.repairs })
    const { name, email } = teammates.ana
    const { id } = await admin.call('POST /teammates', {
      body: { name, email, role: 'lead', inboxes: [inbox.id] },
    })
    const { key } = await admin.call('POST /teammates/{id}/keys', { params: { id }, body: {} })
    here = clientOf(first.url, key)
    there = clientOf(second.url, key)
    const [one, two] = [await listen(here), await listen(there)]
    const raw = await letter('The boiler', { messageId: 'cluster-1@mail.example' })
    await sendBySmtp(worker.smtpPort, { raw, from: maria.email, to: repairs })
    const [row] = await until('the letter is there', async () => {
      const { items } = await there.call('GET /conversations')
      return items.length === 1 && items
    })
    conversationId = row!.id
    for (const { heard } of [one, two])
      await until('both hear it', () => heard.text.includes(`"conversationId":"${conversationId}"`))
    one.stop()
    two.stop()
    const { asks, messages } = await until('the worker has read it', async () => {
      const whole = await here.call('GET /conversations/{id}', { params: { id: conversationId } })
      return whole.asks.length > 0 && whole
    })
    expect(asks[0]!.text).toBe('When can somebody come?')
    const original = await there.send('GET', `/messages/${messages[0]!.id}/raw`)
    expect(Buffer.from(await original.arrayBuffer()).equals(raw)).toBe(true)
  })

  test('an answer with a promise given at one leaves by the worker; the reply comes back to the same matter', {
    timeout: patient,
  }, async () => {
    const { now } = await here.call('GET /clock')
    await there.call('POST /conversations/{id}/replies', {
      params: { id: conversationId },
      headers: { 'idempotency-key': 'cluster-answer' },
      body: {
        text: 'Dear Maria, Ben comes at four. I call you tomorrow.\n\nAna',
        promises: [{ what: 'call Maria', due: new Date(Date.parse(now) + 86_400_000).toISOString() }],
      },
    })
    // The other web process knows the key too.
    await here.call('POST /conversations/{id}/replies', {
      params: { id: conversationId },
      headers: { 'idempotency-key': 'cluster-answer' },
      body: {
        text: 'Dear Maria, Ben comes at four. I call you tomorrow.\n\nAna',
        promises: [{ what: 'call Maria', due: new Date(Date.parse(now) + 86_400_000).toISOString() }],
      },
    })
    const sent = await until('it leaves', () => office.to(maria.email)[0])
    expect(sent.headers['in-reply-to']).toBe('<cluster-1@mail.example>')
    const raw = await letter('Re: The boiler', {
      text: 'Thank you, four is good.',
      messageId: 'cluster-2@mail.example',
      inReplyTo: sent.headers['message-id']!,
    })
    await sendBySmtp(worker.smtpPort, { raw, from: maria.email, to: repairs })
    await until('it joins', async () => {
      const { messages } = await here.call('GET /conversations/{id}', { params: { id: conversationId } })
      return messages.length === 3
    })
    expect((await here.call('GET /promises')).items).toHaveLength(1)
    expect(office.to(maria.email)).toHaveLength(1)
  })

  test('one web process is killed: the other goes on, and who was listening misses nothing', {
    timeout: patient,
  }, async () => {
    const listener = await listen(here)
    await here.call('POST /conversations/{id}/notes', {
      params: { id: conversationId },
      body: { text: 'Gauge is in the van.' },
    })
    await until('it is heard', () => listener.heard.text.includes('note.added'))
    const lastId = listener.heard.lastId()
    await first.kill()
    await until('the line is cut', () => listener.heard.over)
    await there.call('POST /conversations/{id}/replies', {
      params: { id: conversationId },
      body: { text: 'Ben is on his way.' },
    })
    await until('it leaves all the same', () => office.to(maria.email).length === 2)
    first = await startTend({ data: firstData, env: env('web') })
    here = clientOf(first.url, here.key)
    const again = await listen(here, lastId)
    await until('what was missed is told', () => again.heard.text.includes('reply.sent'))
    again.stop()
  })

  test('the worker is killed among letters: every one that got its 250 is shown once', {
    timeout: patient,
  }, async () => {
    const subjects = Array.from({ length: 12 }, (_, index) => `Radiator ${index}`)
    await Promise.all(
      subjects.map(async (subject) => {
        const raw = await letter(subject, {
          from: helen,
          text: `${subject} is cold.`,
          messageId: `${subject.replace(' ', '-')}@clinic.example`,
        })
        await sendBySmtp(worker.smtpPort, { raw, from: helen.email, to: repairs })
      }),
    )
    await worker.kill()
    worker = await startTend({ data: workersData, env: env('worker,mail') })
    // A job that was at work in the killed one is noticed by its silence.
    const texts = await until(
      'all are shown',
      async () => {
        const { items } = await there.call('GET /conversations', { query: { limit: 100 } })
        const all = await Promise.all(
          items.map((one) => there.call('GET /conversations/{id}', { params: { id: one.id } })),
        )
        const shown = all.flatMap((one) => one.messages.map((message) => message.subject))
        return subjects.every((subject) => shown.includes(subject)) && shown
      },
      150,
    )
    for (const subject of subjects) expect(texts.filter((one) => one === subject)).toHaveLength(1)
  })

  test('the promise is nudged once and late once, whichever process moved the clock', {
    timeout: patient,
  }, async () => {
    const { now } = await there.call('GET /clock')
    const admin = clientOf(second.url, await second.key())
    // A nudge may wait for opening hours, until five minutes before at most.
    for (const hours of [23.95, 25])
      await admin.call('PUT /clock', {
        body: { now: new Date(Date.parse(now) + hours * 3_600_000).toISOString() },
      })
    const [promise] = (await here.call('GET /promises')).items
    expect(promise!.state).toBe('late')
    expect(promise!.steps.map((step) => step.kind)).toEqual(['made', 'nudged', 'late'])
    const { pageUrl } = await there.call('GET /conversations/{id}', { params: { id: conversationId } })
    // Their page opens at either.
    for (const { url } of [first, second]) {
      const page = await fetch(`${url}/p/${pageUrl.split('/p/')[1]}`)
      expect(await page.text()).toContain('call Maria')
    }
  })
})
