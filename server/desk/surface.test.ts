import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clockNow } from '#server/base/clock.ts'
import { newId } from '#server/base/ids.ts'
import { createReader, type Reader } from '#server/channels/email/read/reader.ts'
import { serveEmail } from '#server/channels/email/routes.ts'
import { serveConversations } from '#server/conversations/routes.ts'
import { askIn, type Came, openHttp, openStage, type Stage } from '#server/conversations/testing.ts'
import { serveCustomers } from '#server/customers/routes.ts'
import { serveKnowledge } from '#server/knowledge/routes.ts'
import { servePromises } from '#server/promises/routes.ts'
import { serveReplies } from '#server/replies/routes.ts'
import { serveDesk } from './routes.ts'

// What issue 2 promises to programs outside, route by route. `askIn` holds every answer to the contract as well.

let stage: Stage
let reader: Reader
let app: Awaited<ReturnType<typeof openHttp>>
let ask: ReturnType<typeof askIn>
beforeAll(async () => {
  stage = await openStage()
  reader = createReader(1)
  app = await openHttp(stage, (on, options) => {
    serveCustomers(on, options)
    serveConversations(on, options, stage.house)
    serveKnowledge(on, options)
    servePromises(on, options)
    serveEmail(on, options, stage.house, reader)
    serveReplies(on, options, stage.house)
    serveDesk(on, options, stage.house)
  })
  ask = askIn(app)
})
afterAll(async () => {
  await app.close()
  await reader.close()
  await stage.close()
})

const handIn = async (raw: string | Buffer) => {
  for (;;) {
    const answer = await app.inject({
      method: 'POST',
      url: '/api/v1/intake/email',
      headers: {
        'x-as': stage.ana.id,
        'content-type': 'message/rfc822',
        'x-envelope-to': 'repairs@casa-amaral.example',
      },
      payload: raw,
    })
    // On a busy machine the reading may take longer than the answer waits; the repeat names the same message.
    if (answer.statusCode !== 202)
      return answer.json() as { messageId: string; conversationId: string; outcome: string }
  }
}
let count = 0
const letterOf = (body: string, headers: string[] = []) =>
  Buffer.from(
    [
      'From: Maria Lopes <maria.lopes@mail.example>',
      'To: repairs@casa-amaral.example',
      'Subject: The boiler',
      `Message-ID: <surface-${count++}@mail.example>`,
      'Date: Tue, 24 Nov 2026 10:00:00 +0000',
      ...headers,
      ...(headers.some((header) => /^content-type/i.test(header))
        ? []
        : ['Content-Type: text/plain; charset=utf-8']),
      '',
      body,
    ].join('\r\n'),
  )
const at = (id: string) => ({ params: { id } })
const maria = 'maria.lopes@mail.example'

describe('a letter that came', () => {
  it('is shown as MAIL.md asks, found by a header, and handed back byte for byte', async () => {
    const raw = Buffer.concat([
      letterOf(
        [
          '--b1',
          'Content-Type: text/plain; charset=utf-8',
          '',
          'It is cold again.',
          '',
          'On Mon, 23 Nov 2026 at 10:00, Ana wrote:',
          '> Is it warm now?',
          '--b1',
          'Content-Type: image/png; name="gauge.png"',
          'Content-Disposition: attachment; filename="gauge.png"',
          'Content-Transfer-Encoding: base64',
          '',
          'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
          '--b1--',
          '',
        ].join('\r\n'),
        ['X-Test-Case: surface 1', 'MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary=b1'],
      ),
      Buffer.from([0xff, 0x0d, 0x0a]),
    ])
    const taken = await handIn(raw)
    expect(taken.outcome).toBe('opened')
    const { body: message } = await ask(stage.ana, 'GET /messages/{id}', at(taken.messageId))
    expect(message).toMatchObject({
      conversationId: taken.conversationId,
      direction: 'in',
      from: { name: 'Maria Lopes', email: maria },
      subject: 'The boiler',
      text: 'It is cold again.',
      flags: {
        autoReply: false,
        bounce: false,
        suppressAutoReply: false,
        list: false,
        report: false,
        challenge: false,
      },
      bounce: null,
      forwarded: null,
      newSubject: null,
      attachments: [{ filename: 'gauge.png', size: 70, inline: false, contentType: 'image/png' }],
      delivery: [],
    })
    expect(message.textFull).toContain('Is it warm now?')
    const original = await app.inject({
      url: `/api/v1/messages/${taken.messageId}/raw`,
      headers: { 'x-as': stage.lena.id },
    })
    expect(original.headers['content-type']).toBe('message/rfc822')
    expect(original.headers['content-disposition']).toContain('attachment')
    expect(original.rawPayload.equals(raw)).toBe(true)

    const found = await ask(stage.ana, 'GET /messages', { query: { header: 'X-Test-Case:surface 1' } })
    expect(found.body.items.map((one: { id: string }) => one.id)).toEqual([taken.messageId])
    for (const header of ['no-colon', ':value'])
      expect((await ask(stage.ana, 'GET /messages', { query: { header } })).body.errors[0].pointer).toBe(
        '/header',
      )
    for (const path of ['', '/raw'])
      for (const [who, status] of [
        [stage.tomas.id, 404],
        [null, 401],
      ] as const)
        expect(
          (
            await app.inject({
              url: `/api/v1/messages/${taken.messageId}${path}`,
              headers: who ? { 'x-as': who } : {},
            })
          ).statusCode,
        ).toBe(status)
  })

  it('says of a bounce whom and why, and of an automatic answer that it is one', async () => {
    const away = await handIn(letterOf('I am away until Monday.', ['Auto-Submitted: auto-replied']))
    expect((await ask(stage.ana, 'GET /messages/{id}', at(away.messageId))).body.flags).toMatchObject({
      autoReply: true,
      bounce: false,
    })
    const bounce = await handIn(
      Buffer.from(
        [
          'From: MAILER-DAEMON@mail.example',
          'To: repairs@casa-amaral.example',
          'Subject: Undelivered Mail Returned to Sender',
          'Message-ID: <bounce-surface@mail.example>',
          'MIME-Version: 1.0',
          'Content-Type: multipart/report; report-type=delivery-status; boundary=r1',
          '',
          '--r1',
          'Content-Type: text/plain',
          '',
          'The address is not known here.',
          '--r1',
          'Content-Type: message/delivery-status',
          '',
          'Reporting-MTA: dns; mail.example',
          '',
          'Final-Recipient: rfc822; nobody@mail.example',
          'Action: failed',
          'Status: 5.1.1',
          'Diagnostic-Code: smtp; 550 5.1.1 User unknown',
          '--r1--',
          '',
        ].join('\r\n'),
      ),
    )
    const { body } = await ask(stage.ana, 'GET /messages/{id}', at(bounce.messageId))
    expect(body).toMatchObject({
      flags: { bounce: true },
      bounce: { recipients: ['nobody@mail.example'], kind: 'hard' },
    })
    expect(typeof body.bounce.reason).toBe('string')
  })
})

describe('a letter of ours', () => {
  it('says from whom, to whom, how each stands, and gives the bytes that leave', async () => {
    const { conversationId } = await handIn(letterOf('When do you come?'))
    const sent = await ask(stage.ana, 'POST /conversations/{id}/replies', {
      ...at(conversationId),
      body: { text: 'At three.', cc: ['joao.teixeira@mail.example'] },
    })
    const { body } = await ask(stage.ana, 'GET /messages/{id}', at(sent.body.messageId))
    expect(body).toMatchObject({
      direction: 'out',
      authorId: stage.ana.id,
      authorName: stage.ana.name,
      from: { email: 'repairs@casa-amaral.example' },
      to: [{ email: maria }],
      text: 'At three.',
      delivery: [
        { to: 'joao.teixeira@mail.example', state: 'waiting', code: null },
        { to: maria, state: 'waiting', code: null },
      ],
      hasRaw: true,
    })
    const raw = await ask(stage.ana, 'GET /messages/{id}/raw', at(sent.body.messageId))
    expect(raw.body).toMatch(/^From: .*repairs@casa-amaral\.example/m)
    expect(raw.body).toContain('At three.')
    const note = await ask(stage.ana, 'POST /conversations/{id}/notes', {
      ...at(conversationId),
      body: { text: 'Key: pot.' },
    })
    expect((await ask(stage.ana, 'GET /messages/{id}/raw', at(note.body.messageId))).status).toBe(404)
  })
})

describe('conversations', () => {
  it('are listed a page at a time with what the list promises', async () => {
    for (let n = 0; n < 3; n++) await handIn(letterOf(`Number ${n}`, [`X-N: ${n}`]))
    const seen = new Set<string>()
    let after: string | null = null
    do {
      const query: Record<string, string> = { inbox: stage.repairs, status: 'open', limit: '2' }
      if (after) query.after = after
      const page: Came = await ask(stage.ana, 'GET /conversations', { query })
      for (const item of page.body.items) {
        expect(item).toMatchObject({ status: 'open', inboxId: stage.repairs })
        for (const key of ['id', 'subject', 'customerId', 'assigneeId', 'lastAt'])
          expect(item).toHaveProperty(key)
        expect(seen.has(item.id)).toBe(false)
        seen.add(item.id)
      }
      after = page.body.next
    } while (after)
    expect(seen.size).toBeGreaterThanOrEqual(4)
    const wrong = async (query: Record<string, string>) =>
      (await ask(stage.ana, 'GET /conversations', { query })).body.errors[0].pointer
    expect(await wrong({ status: 'resolved' })).toBe('/status')
    expect(await wrong({ inbox: 'repairs' })).toBe('/inbox')
    expect(await wrong({ limit: '0' })).toBe('/limit')
  })

  it('are shown whole: messages, asks, promises, participants and the customer’s page', async () => {
    const { conversationId } = await handIn(letterOf('When do you come?'))
    const due = new Date((await clockNow(stage.db)).getTime() + 3_600_000).toISOString()
    await ask(stage.ana, 'POST /conversations/{id}/replies', {
      ...at(conversationId),
      body: { text: 'I’ll call you.', promises: [{ what: 'call', to: maria, due }] },
    })
    const { body } = await ask(stage.lena, 'GET /conversations/{id}', at(conversationId))
    expect(body).toMatchObject({
      status: 'waiting',
      messages: [{ direction: 'in' }, { direction: 'out' }],
      promises: [
        {
          what: 'call',
          due,
          state: 'open',
          conversationId,
          customerId: body.customerId,
          makerId: stage.ana.id,
        },
      ],
      participants: [{ email: maria, role: 'requester' }],
    })
    expect(Array.isArray(body.asks)).toBe(true)
    expect(body.pageUrl).toMatch(/^https:\/\/care\.casa-amaral\.example\/p\//)
    const { body: timeline } = await ask(stage.ana, 'GET /customers/{id}/timeline', at(body.customerId))
    expect(timeline.items.map((one: { kind: string }) => one.kind)).toContain('promise')
  })

  it('are assigned, closed, opened again and put off, with or without a body, as JSON or not', async () => {
    const { conversationId } = await handIn(letterOf('When do you come?'))
    const json = { 'content-type': 'application/json' }
    const post = (verb: 'assignment' | 'closing' | 'reopening' | 'snoozing', body?: object, headers = {}) =>
      ask(stage.ana, `POST /conversations/{id}/${verb}`, { ...at(conversationId), body, headers })
    expect((await post('assignment', { teammateId: stage.ben.id })).status).toBe(201)
    expect(await post('closing')).toMatchObject({ status: 201, body: { missing: ['no goodbye'] } })
    expect((await post('reopening', undefined, json)).status).toBe(201)
    expect(await post('closing', { goodbye: 'thanks' })).toMatchObject({ status: 201, body: { missing: [] } })
    expect((await post('reopening', {})).status).toBe(201)
    expect(await post('closing', { goodbye: 'See you at the market' })).toMatchObject({
      body: { missing: [] },
    })
    expect((await post('reopening')).status).toBe(201)
    expect((await post('snoozing', { until: null, reason: 'when they reply' })).status).toBe(201)
    expect((await ask(stage.ana, 'GET /conversations/{id}', at(conversationId))).body).toMatchObject({
      status: 'snoozed',
      assigneeId: stage.ben.id,
    })
  })
})

describe('what is wrong in a request', () => {
  it('is named with a pointer to the field, in every verb, and nothing is changed', async () => {
    const { conversationId, messageId } = await handIn(letterOf('When do you come?'))
    const due = new Date((await clockNow(stage.db)).getTime() + 3_600_000).toISOString()
    const promise = await ask(stage.ana, 'POST /promises', { body: { conversationId, what: 'call', due } })
    const events = async () =>
      Number(
        (
          await stage.db
            .selectFrom('events')
            .select((e) => e.fn.countAll().as('n'))
            .executeTakeFirstOrThrow()
        ).n,
      )
    const before = await events()
    const of = { c: at(conversationId), m: at(messageId), p: at(promise.body.id) }
    const cases: [Parameters<typeof ask>[1], object, unknown, string][] = [
      [
        'POST /conversations',
        {},
        { inboxId: stage.repairs, to: [maria], subject: '', text: 'x' },
        '/subject',
      ],
      ['POST /conversations', {}, { inboxId: stage.repairs, to: [], subject: 'x', text: 'x' }, '/to'],
      ['POST /conversations', {}, { inboxId: 'inb_1', to: [maria], subject: 'x', text: 'x' }, '/inboxId'],
      ['POST /conversations', {}, { inboxId: stage.repairs, to: [maria], subject: 'x', txet: 'x' }, '/txet'],
      ['POST /conversations/{id}/replies', of.c, { text: 7 }, '/text'],
      ['POST /conversations/{id}/replies', of.c, { text: 'x', a__b: 1 }, '/a__b'],
      ['POST /conversations/{id}/replies', of.c, { text: 'x', 'a/b~c': 1 }, '/a~1b~0c'],
      [
        'POST /conversations/{id}/replies',
        of.c,
        { text: 'x', promises: [{ what: 'y', due: 'soon' }] },
        '/promises/0/due',
      ],
      [
        'POST /conversations/{id}/replies',
        of.c,
        { text: 'x', promises: [{ what: 'y', due, who: 'z' }] },
        '/promises/0/who',
      ],
      ['POST /conversations/{id}/replies', of.c, { text: 'x', undoSeconds: -1 }, '/undoSeconds'],
      [
        'POST /conversations/{id}/replies',
        of.c,
        { text: 'x', attachments: [newId('file')] },
        '/attachments/0',
      ],
      ['POST /conversations/{id}/notes', of.c, { text: '' }, '/text'],
      ['POST /conversations/{id}/notes', of.c, { text: 'x', to: [maria] }, '/to'],
      ['POST /conversations/{id}/closing', of.c, { goodbye: ' ' }, '/goodbye'],
      ['POST /conversations/{id}/closing', of.c, { bye: true }, '/bye'],
      ['POST /conversations/{id}/reopening', of.c, { why: 'because' }, '/why'],
      ['POST /conversations/{id}/assignment', of.c, {}, '/teammateId'],
      ['POST /conversations/{id}/assignment', of.c, { teammateId: stage.tomas.id }, '/teammateId'],
      ['POST /messages/{id}/resending', of.m, { now: true }, '/now'],
      ['POST /promises/{id}/keeping', of.p, { told: 'yes' }, '/told'],
      ['POST /promises/{id}/renegotiation', of.p, { due }, '/text'],
      ['POST /promises/{id}/renegotiation', of.p, { due: '2020-01-01T00:00:00Z', text: 'x' }, '/due'],
      ['POST /promises/{id}/handover', of.p, { teammateId: 'Ben' }, '/teammateId'],
    ]
    expect(await ask(stage.ana, 'GET /promises', { query: { status: 'open' } })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/status' }] },
    })
    for (const [key, given, body, pointer] of cases) {
      const came = await ask(stage.ana, key, { ...given, body })
      expect([key, body, came.status, came.body.errors?.[0]?.pointer]).toEqual([key, body, 422, pointer])
      expect(came.body.title).toMatch(/Nothing was changed|could keep/)
    }
    expect(await events()).toBe(before)
    for (const [key, given] of [
      ['POST /conversations/{id}/notes', at(newId('conversation'))],
      ['POST /conversations/{id}/notes', at('anything')],
      ['GET /messages/{id}', at(newId('message'))],
      ['GET /promises/{id}', at('prm_short')],
    ] as const)
      expect(
        (await ask(stage.ana, key, { ...given, ...(key.startsWith('POST') && { body: { text: 'x' } }) }))
          .status,
      ).toBe(404)
  })
})

describe('framework replies', () => {
  it('are added, rewritten, used and taken out', async () => {
    const body = { name: 'A visit', text: 'Dear {{preferredName}},\n\nwe come on …' }
    const added = await ask(stage.ana, 'POST /frameworks', { body })
    expect(added).toMatchObject({ status: 201, body: { ...body, used: 0, updatedById: stage.ana.id } })
    const { id, updatedAt } = added.body
    const put = (change: object, by = stage.ana) =>
      ask(by, 'PUT /frameworks/{id}', { ...at(id), body: { ...body, ...change } })
    expect((await put({ text: 'Dear {{preferredName}},' })).status).toBe(200)
    expect((await put({ text: '' })).body.errors[0].pointer).toBe('/text')
    expect((await put({ text: 'Hello {{preferredName' })).body.errors[0].pointer).toBe('/text')
    expect(await put({ name: 'Mine', changedSince: updatedAt }, stage.ben)).toMatchObject({ status: 409 })
    expect((await put({}, stage.lena)).status).toBe(403)
    expect((await ask(stage.ana, 'POST /frameworks/{id}/uses', at(id))).status).toBe(204)
    const { items } = (await ask(stage.lena, 'GET /frameworks')).body
    expect(items).toMatchObject([{ id, name: 'A visit', used: 1 }])
    expect((await ask(stage.ben, 'DELETE /frameworks/{id}', at(id))).status).toBe(403)
    expect((await ask(stage.ana, 'DELETE /frameworks/{id}', at(id))).status).toBe(204)
    expect((await put({})).status).toBe(404)
  })
})
