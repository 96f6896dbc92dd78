import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { api } from '#contract/api.ts'
import { problem } from '#contract/common.ts'
import type { RouteSpec } from '#contract/route.ts'
import { ask, launch, leaveNothing, type Running, startTend, type Told, tempFolder } from './testing.ts'

const watched = { TEND_SLOW_MS: '1', TEND_METRICS_TOKEN: 'harbour-light-harbour-light' }
let tend: Running
let key: string
/** What a collector of traces was sent. */
const traces: string[] = []
beforeAll(async () => {
  const collector = createServer(async (request, response) => {
    for await (const chunk of request.setEncoding('utf8')) traces.push(`${request.url} ${chunk}`)
    response.end('{}')
  })
  collector.listen(0, '127.0.0.1').unref()
  await once(collector, 'listening')
  tend = await startTend({
    TEND_DATA: await tempFolder(),
    TEND_TEST_CLOCK: '1',
    TEND_TRACES_URL: `http://127.0.0.1:${(collector.address() as AddressInfo).port}`,
    ...watched,
  })
  key = await tend.key()
})
afterAll(leaveNothing)

const inbox = (name: string) => ({
  name,
  address: `${name.toLowerCase().replace(/\W+/g, '-')}@marlow.example`,
})
const inboxNames = async (): Promise<string[]> =>
  (await tend.ask('GET', '/inboxes', { key })).body.items.map((one: { name: string }) => one.name)

/** Every refusal looks the same: RFC 9457, a sentence, nothing of the inside. */
function expectProblem(told: Told, status: number): void {
  expect(told.status, JSON.stringify(told.body)).toBe(status)
  expect(told.headers['content-type']).toMatch(/^application\/problem\+json/)
  expect(problem.parse(told.body).status).toBe(status)
  expect(told.body.title).toMatch(/^[A-Z].*[.!]$/)
  expect(JSON.stringify(told.body)).not.toMatch(/node_modules|\/work\/|\bat \S+:\d+|stack|SELECT|FST_/)
}

describe('readiness', () => {
  test('is denied until everything is there, then told', async () => {
    const folder = await tempFolder()
    const port = String(30_000 + (process.pid % 20_000))
    const started = launch({ TEND_DATA: folder, TEND_PORT: port })
    const seen: number[] = []
    const look = () =>
      ask(`http://127.0.0.1:${port}`, 'GET', '/healthz').then(
        (told) => {
          seen.push(told.status)
          return told.status
        },
        () => 0,
      )
    await expect.poll(look, { timeout: 120_000, interval: 20 }).toBe(200)
    expect(seen[0]).toBe(503)
    expect(new Set(seen)).toEqual(new Set([503, 200]))
    expect(started.said()).not.toContain('cannot start')
    // No token was set, so there are no figures to be had.
    expect((await ask(`http://127.0.0.1:${port}`, 'GET', '/metrics')).status).toBe(404)
    started.child.kill('SIGTERM')
    expect((await started.ended).code).toBe(0)
  })

  test('tells strangers nothing but yes', async () => {
    const told = await tend.ask('GET', '/healthz')
    expect(told).toMatchObject({ status: 200, body: { ok: true } })
  })
})

describe('who watches over Tend', () => {
  const read = (token?: string) =>
    ask(tend.url, 'GET', '/metrics', token ? { headers: { authorization: `Bearer ${token}` } } : {})

  test('reads figures with the token, by route and without an address of anybody', async () => {
    expect((await read()).status).toBe(401)
    expect((await read('harbour-light')).status).toBe(401)
    await tend.ask('GET', '/conversations/cnv_00000000000000000000000000', { key })
    const { status, body } = await read(watched.TEND_METRICS_TOKEN)
    expect(status).toBe(200)
    expect(body).toMatch(
      /^tend_http_request_seconds_count\{method="GET",route="\/api\/v1\/conversations\/:id",status="404"\} \d+$/m,
    )
    for (const figure of ['what="letters"} 0', 'what="jobsParked"} 0', 'process_resident_memory_bytes '])
      expect(body).toContain(figure)
    expect(body).not.toContain('cnv_')
  })

  test('finds slow requests and queries in the log, with the reason and never the values', async () => {
    await tend.ask('POST', '/inboxes', { key, body: inbox('Slow Harbour') })
    await expect
      .poll(() => tend.said(), { timeout: 30_000 })
      .toMatch(/"route":"\/api\/v1\/inboxes","status":201,.*"msg":"slow request: \S/)
    expect(tend.said()).toMatch(/"sql":"(insert|select|update|with) .*"msg":"slow query"/)
    expect(tend.said()).not.toContain('slow-harbour@marlow.example')
  })

  test('follows a request into the database, on from where another program began', async () => {
    const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01'
    await tend.ask('GET', '/inboxes', { key, headers: { traceparent } })
    await expect
      .poll(() => traces.join('\n'), { timeout: 30_000 })
      .toContain('4bf92f3577b34da6a3ce929d0e0e4736')
    const sent = traces.join('\n')
    expect(sent).toMatch(/^\/v1\/traces \{"resourceSpans":/m)
    expect(sent).toMatch(
      /"traceId":"4bf92f3577b34da6a3ce929d0e0e4736","spanId":"[0-9a-f]{16}","parentSpanId":"00f067aa0ba902b7","name":"GET \/api\/v1\/inboxes"/,
    )
    expect(sent).toMatch(/"key":"db\.query\.text","value":\{"stringValue":"select /)
    expect(sent).not.toContain('slow-harbour@marlow.example')
  })
})

describe('a refusal is problem+json', () => {
  test('for what cannot be read, is too large, or is nothing we take', async () => {
    const raw = '{"name": "Repairs", '
    expectProblem(await tend.ask('POST', '/inboxes', { key, raw }), 400)
    expectProblem(await tend.ask('POST', '/inboxes', { key, raw: '' }), 422)
    const deep = '['.repeat(20_000) + ']'.repeat(20_000)
    expectProblem(await tend.ask('POST', '/inboxes', { key, raw: deep }), 422)
    expectProblem(
      await tend.ask('POST', '/inboxes', { key, raw: JSON.stringify('x'.repeat(3 * 2 ** 20)) }),
      413,
    )
    const headers = { 'content-type': 'application/xml' }
    expectProblem(await tend.ask('POST', '/inboxes', { key, raw: '<inbox/>', headers }), 415)
    for (const proto of ['{"__proto__":{"role":"admin"}}', '{"constructor":{"prototype":{"a":1}}}'])
      expect((await tend.ask('POST', '/inboxes', { key, raw: proto })).status).toBeOneOf([400, 422])
  })

  test('for an address with nothing at it, and for a method nobody answers', async () => {
    for (const [method, path] of [
      ['GET', '/nowhere'],
      ['DELETE', '/inboxes'],
      ['GET', '/api/v2/inboxes'],
      ['GET', '/healthz/more'],
      ['PATCH', '/messages/%00'],
    ] as const)
      expectProblem(await tend.ask(method, path, { key }), 404)
    expectProblem(await tend.ask('GET', '/conversations/%ff', { key }), 400)
  })

  test('and a page of ours for whoever comes with a browser', async () => {
    const headers = { accept: 'text/html,application/xhtml+xml' }
    const told = await ask(tend.url, 'GET', `${tend.url}/making-right`, { headers })
    expect(told.status).toBe(404)
    expect(told.headers['content-type']).toMatch(/^text\/html/)
    expectProblem(await ask(tend.url, 'GET', '/api/v2/inboxes', { headers }), 404)
  })

  test('for unknown and wrong fields, each named by its place', async () => {
    const told = await tend.ask('POST', '/inboxes', {
      key,
      body: { name: '', address: 'nowhere', role: 'admin' },
    })
    expectProblem(told, 422)
    expect(told.body.errors.map((one: { pointer: string }) => one.pointer).sort()).toEqual([
      '/address',
      '/name',
      '/role',
    ])
    expectProblem(await tend.ask('GET', '/conversations?limit=9999', { key }), 422)
  })

  test('for a letter that claims to be JSON, a header that never ends, a line that is no request', async () => {
    const port = Number(new URL(tend.url).port)
    const say = (bytes: string) =>
      new Promise<string>((resolve) => {
        let heard = ''
        const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
        socket.on('data', (chunk) => (heard += chunk))
        socket.on('error', () => {})
        socket.on('close', () => resolve(heard))
      })
    expect(await say('HELO marlow.example\r\n\r\n')).toMatch(/^HTTP\/1\.1 400/)
    expect(await say(`GET /healthz HTTP/1.1\r\nHost: x\r\nX-Long: ${'x'.repeat(70_000)}\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 431/,
    )
    expect((await tend.ask('GET', '/healthz')).status).toBe(200)
  })
})

describe('Idempotency-Key', () => {
  test('gives the first answer again, for every repeat', async () => {
    const headers = { 'idempotency-key': 'first-answer' }
    const body = inbox('Once')
    const first = await tend.ask('POST', '/inboxes', { key, body, headers })
    expect(first.status).toBe(201)
    for (let i = 0; i < 3; i++) {
      const again = await tend.ask('POST', '/inboxes', { key, body, headers })
      expect({ status: again.status, body: again.body }).toEqual({ status: 201, body: first.body })
    }
    expect((await inboxNames()).filter((name) => name === 'Once')).toHaveLength(1)
  })

  test('of fifty at once, one is done; the others hear so, or to ask again', async () => {
    const headers = { 'idempotency-key': 'fifty' }
    const body = inbox('Fifty')
    const all = await Promise.all(
      Array.from({ length: 50 }, () => tend.ask('POST', '/inboxes', { key, body, headers })),
    )
    const done = all.filter((told) => told.status === 201)
    const waiting = all.filter((told) => told.status === 409)
    expect(done.length + waiting.length).toBe(50)
    expect(new Set(done.map((told) => told.body.id)).size).toBe(1)
    for (const told of waiting) {
      expectProblem(told, 409)
      expect(told.body.type).toBe('in-flight')
      expect(told.headers['retry-after']).toBeDefined()
    }
    expect((await inboxNames()).filter((name) => name === 'Fifty')).toHaveLength(1)
    expect((await tend.ask('POST', '/inboxes', { key, body, headers })).body.id).toBe(done[0]!.body.id)
  })

  test('is refused for another body or another place, and is free again after a failure', async () => {
    const headers = { 'idempotency-key': 'reused' }
    const first = await tend.ask('POST', '/inboxes', { key, body: inbox('Reused'), headers })
    expect(first.status).toBe(201)
    const other = await tend.ask('POST', '/inboxes', { key, body: inbox('Other'), headers })
    expectProblem(other, 422)
    expect(other.body.type).toBe('idempotency-key-reused')
    expectProblem(await tend.ask('POST', '/keys', { key, body: {}, headers }), 422)
    const failed = { 'idempotency-key': 'failed' }
    expectProblem(await tend.ask('POST', '/inboxes', { key, body: { name: '' }, headers: failed }), 422)
    expect((await tend.ask('POST', '/inboxes', { key, body: inbox('Better'), headers: failed })).status).toBe(
      201,
    )
    const long = { 'idempotency-key': 'x'.repeat(201) }
    expectProblem(await tend.ask('POST', '/inboxes', { key, body: inbox('Long'), headers: long }), 422)
  })

  test('belongs to whoever sends it', async () => {
    const headers = { 'idempotency-key': 'mine' }
    const other = (await tend.ask('POST', '/keys', { key, body: { name: 'Second' } })).body.key
    const first = await tend.ask('POST', '/inboxes', { key, body: inbox('Mine'), headers })
    const second = await tend.ask('POST', '/inboxes', { key: other, body: inbox('Theirs'), headers })
    expect([first.status, second.status]).toEqual([201, 201])
    expect(second.body.id).not.toBe(first.body.id)
  })

  test('holds for letters handed in, too', async () => {
    const raw = [
      'From: Hanna Weiss <hanna@weiss.example>',
      `To: ${inbox('Once').address}`,
      'Subject: Cold',
      '',
      'The boiler is cold.',
    ].join('\r\n')
    const headers = { 'content-type': 'message/rfc822', 'idempotency-key': 'letter' }
    const first = await tend.ask('POST', '/intake/email', { key, raw, headers })
    const again = await tend.ask('POST', '/intake/email', { key, raw, headers })
    expect([first.status, again.status]).toEqual([201, 201])
    expect(again.body).toEqual(first.body)
    // Without a key the letter itself is recognised, and said to be so.
    const plain = { 'content-type': 'message/rfc822' }
    expect(await tend.ask('POST', '/intake/email', { key, raw, headers: plain })).toMatchObject({
      status: 200,
      body: { outcome: 'duplicate', messageId: first.body.messageId },
    })
  })
})

describe('who asks', () => {
  test('a forged Host or X-Forwarded header changes nothing that is said or linked', async () => {
    const forged = {
      host: 'evil.example',
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'https',
      'x-forwarded-for': '198.51.100.9',
      forwarded: 'host=evil.example;proto=https',
      'x-original-url': '/api/v1/keys',
      'x-remote-user': 'admin@marlow.example',
    }
    expect((await tend.ask('GET', '/keys', { headers: forged })).status).toBe(401)
    const body = { name: 'Ana Sousa', email: 'ana@marlow.example', role: 'teammate' }
    const invited = await tend.ask('POST', '/teammates', { key, body, headers: forged })
    expect(invited.status).toBe(201)
    expect(invited.body.inviteUrl.startsWith(tend.url)).toBe(true)
    const api = await tend.ask('GET', '/openapi.json', { headers: forged })
    expect(api.body.servers).toEqual([{ url: `${tend.url}/api/v1` }])
    for (const told of [invited, api, await tend.ask('GET', '/', { headers: forged })])
      expect(JSON.stringify([told.headers, told.body])).not.toContain('evil.example')
  })

  test('a page of another site cannot act for somebody signed in; the address bar cannot either', async () => {
    const body = { name: 'Eva Lind', email: 'eva@marlow.example', role: 'admin' }
    const token = (await tend.ask('POST', '/teammates', { key, body })).body.inviteUrl.split('/').at(-1)
    await tend.ask('POST', `/invites/${token}`, { body: { password: 'a kettle of fish soup' } })
    const signedIn = await tend.ask('POST', '/sessions', {
      body: { email: body.email, password: 'a kettle of fish soup' },
    })
    const [set] = signedIn.headers['set-cookie'] as string[]
    expect(set).toMatch(/HttpOnly/i)
    expect(set).toMatch(/SameSite=Lax/i)
    const cookie = set!.split(';')[0]!
    const from = (headers: Record<string, string>, name: string) =>
      tend.ask('POST', '/inboxes', { body: inbox(name), headers: { cookie, ...headers } })
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: `${tend.url}.evil.example` },
      { origin: 'https://evil.example', host: 'evil.example', 'sec-fetch-site': 'cross-site' },
    ] as Record<string, string>[])
      expectProblem(await from(headers, 'Forged'), 403)
    expect((await from({ origin: tend.url, 'sec-fetch-site': 'same-origin' }, 'Ours')).status).toBe(201)
    expect(await inboxNames()).not.toContain('Forged')
  })

  test('tries to sign in are counted, and it is said when to come back', async () => {
    const tries = Array.from({ length: 14 }, () =>
      tend.ask('POST', '/sessions', {
        body: { email: 'mallory@marlow.example', password: 'let me in please' },
      }),
    )
    const told = await Promise.all(tries)
    const refused = told.filter((one) => one.status === 429)
    expect(refused.length).toBeGreaterThan(0)
    for (const one of refused) {
      expectProblem(one, 429)
      expect(Number(one.headers['retry-after'])).toBeGreaterThan(0)
    }
    expect(new Set(told.map((one) => one.status))).toEqual(new Set([401, 429]))
  })
})

test('every answer carries what keeps a browser safe', async () => {
  for (const path of ['/api/v1/openapi.json', '/api/v1/nowhere', '/healthz', '/api/v1']) {
    const { headers } = await tend.ask('GET', path)
    expect(headers['content-security-policy'], path).toMatch(/default-src 'self'/)
    expect(headers['content-security-policy']).toMatch(/frame-ancestors 'none'/)
    expect(headers['content-security-policy']).not.toMatch(/script-src[^;]*(unsafe|\*)/)
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' })
    expect(headers).not.toHaveProperty('x-powered-by')
    expect(headers).not.toHaveProperty('access-control-allow-origin')
  }
})

describe('the clock of tests', () => {
  test('moves forward, never back, and comes back when what was due has run', async () => {
    const { now } = (await tend.ask('GET', '/clock')).body
    const later = new Date(Date.parse(now) + 86_400_000).toISOString()
    const moved = await tend.ask('PUT', '/clock', { key, body: { now: later } })
    expect(moved.status).toBe(200)
    expect(Date.parse(moved.body.now)).toBeGreaterThanOrEqual(Date.parse(later))
    await tend.ask('PUT', '/clock', { key, body: { now } })
    expect(Date.parse((await tend.ask('GET', '/clock')).body.now)).toBeGreaterThanOrEqual(Date.parse(later))
    expectProblem(await tend.ask('PUT', '/clock', { key, body: { now: 'soon' } }), 422)
    expectProblem(await tend.ask('PUT', '/clock', { body: { now: later } }), 401)
  })

  test('stands still where it was not asked for', async () => {
    const plain = await startTend({ TEND_DATA: await tempFolder() })
    const body = { now: '2030-01-01T00:00:00Z' }
    expectProblem(await plain.ask('PUT', '/clock', { key: await plain.key(), body }), 403)
    await plain.stop()
  })
})

describe('the API describes itself', () => {
  test('as OpenAPI 3.1, with every route of the contract and the shape of all that goes in and out', async () => {
    const { body, headers } = await tend.ask('GET', '/openapi.json')
    expect(headers['content-type']).toMatch(/^application\/json/)
    expect(body.openapi).toBe('3.1.0')
    const entries = Object.entries(api) as [string, RouteSpec][]
    const seen = Object.entries(body.paths as Record<string, Record<string, object>>).flatMap(
      ([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    )
    expect(seen.sort()).toEqual(entries.map(([route]) => route).sort())
    const ids = new Set<string>()
    for (const [route, spec] of entries) {
      const [method, path] = route.split(' ') as [string, string]
      const operation = body.paths[path][method.toLowerCase()]
      expect(operation.operationId, route).toMatch(/^[A-Za-z]+$/)
      expect(ids.has(operation.operationId), `${operation.operationId} is there twice`).toBe(false)
      ids.add(operation.operationId)
      const inPath = (operation.parameters ?? []).filter((one: { in: string }) => one.in === 'path')
      expect(inPath.map((one: { name: string }) => one.name).sort(), route).toEqual(
        [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort(),
      )
      for (const one of operation.parameters ?? [])
        expect(one.schema, `${route} ${one.name}`).toBeTypeOf('object')
      if (spec.body)
        expect(operation.requestBody.content['application/json'].schema, route).toBeTypeOf('object')
      const good = operation.responses[spec.status ?? 200]
      if (spec.response)
        expect(Object.keys(good.content['application/json'].schema).length, route).toBeGreaterThan(0)
      else if (spec.gives) expect(good.content).toHaveProperty([spec.gives])
      else expect(good).not.toHaveProperty('content')
      expect(operation.responses.default.content).toHaveProperty(['application/problem+json'])
    }
    // Every reference leads somewhere, inside the document.
    for (const [, reference] of JSON.stringify(body).matchAll(/"\$ref":"([^"]+)"/g)) {
      const found = reference!
        .replace(/^#\//, '')
        .split('/')
        .reduce((at: Record<string, never> | undefined, part) => at?.[part], body)
      expect(found, reference).toBeTypeOf('object')
    }
  })

  test('for people, too', async () => {
    const { body, headers } = await tend.ask('GET', '/api/v1')
    expect(headers['content-type']).toMatch(/^text\/html/)
    for (const route of Object.keys(api)) {
      const [method, path] = route.split(' ')
      expect(body).toContain(`<td><code>${method}</code></td><td><code>/api/v1${path}</code></td>`)
    }
  })

  test('every route refuses strangers unless it says otherwise', async () => {
    for (const [route, spec] of Object.entries(api) as [string, RouteSpec][]) {
      if (spec.access === 'anyone') continue
      const [method, path] = route.split(' ') as [string, string]
      const told = await tend.ask(method, path.replace(/\{\w+\}/g, 'x'), method === 'GET' ? {} : { body: {} })
      expect(told.status, route).toBe(401)
    }
  })
})
