import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { leaveNothing, type RunningTend, startTend } from './house.ts'
import {
  idFields,
  missingId,
  type Operation,
  operationsOf,
  type Schema,
  sampleOf,
  typesOf,
} from './operations.ts'
import { openPostOffice, type PostOffice } from './post.ts'
import { until } from './until.ts'
import { type Actor, secret, type Walled, wallHouse } from './walledHouse.ts'

// TRUST.md §7 S5, S6 and S15, §10 "API", from the document that Tend itself gives out: what a new route forgets is found here.
const patient = 600_000
let tend: RunningTend
let office: PostOffice
let house: Walled
let operations: Operation[]

beforeAll(async () => {
  office = await openPostOffice()
  tend = await startTend({ env: { TEND_OUTBOUND_SMTP: office.url } })
  house = await wallHouse(tend)
  operations = operationsOf(await (await fetch(`${tend.url}/api/v1/openapi.json`)).json())
}, patient)
afterAll(async () => {
  await leaveNothing()
  await office?.close()
}, patient)

interface Answer {
  status: number
  type: string
  text: string
}

/** Bodies of streams are not waited for: that they were opened says enough. */
async function ask(actor: Actor, operation: Operation, given: Given): Promise<Answer> {
  const filled = operation.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(given.params[name]!),
  )
  const query = new URLSearchParams(given.query)
  const client = house.actors[actor]
  const stop = new AbortController()
  const response = await fetch(`${client.url}/api/v1${filled}${query.size ? `?${query}` : ''}`, {
    method: operation.method,
    signal: stop.signal,
    headers: {
      ...(client.key && { authorization: `Bearer ${client.key}` }),
      ...(given.raw ? { 'content-type': given.type ?? 'application/json' } : {}),
    },
    ...(given.raw && { body: given.raw as BodyInit }),
  })
  const streams = /event-stream|zip/.test(response.headers.get('content-type') ?? '')
  const text = streams ? '' : await response.text()
  stop.abort()
  return { status: response.status, type: response.headers.get('content-type') ?? '', text }
}

interface Given {
  params: Record<string, string>
  query: Record<string, string>
  raw: string | Uint8Array | null
  type?: string
}

const kinds: [RegExp, string][] = [
  [/^\/conversations/, 'cnv'],
  [/^\/messages/, 'msg'],
  [/^\/customers/, 'cus'],
  [/^\/promises/, 'prm'],
  [/^\/scheduled-replies/, 'sch'],
  [/^\/handovers/, 'hnd'],
  [/^\/goals/, 'gol'],
  [/^\/matters/, 'mat'],
  [/^\/(matter-hooks|hooks)/, 'hok'],
  [/^\/callbacks/, 'prm'],
  [/^\/offers/, 'ofr'],
  [/^\/urgents/, 'urg'],
  [/^\/erasures/, 'ers'],
  [/^\/circles/, 'cir'],
  [/^\/person-merges/, 'pmg'],
  [/^\/merges/, 'mrg'],
  [/^\/blocks/, 'blk'],
  [/^\/second-looks/, 'lok'],
  [/^\/recoveries/, 'rcv'],
  [/^\/second-readings/, 'rdg'],
  [/^\/decisions/, 'dcs'],
  [/^\/incidents/, 'inc'],
  [/^\/reaches/, 'rch'],
  [/^\/statements/, 'stm'],
  [/^\/status-components/, 'stc'],
  [/^\/status-reports/, 'str'],
  [/^\/extras/, 'ext'],
  [/^\/given-extras/, 'gvn'],
  [/^\/policy-steps/, 'pst'],
  [/^\/authority/, 'rul'],
  [/^\/tags/, 'tag'],
  [/^\/views/, 'viw'],
  [/^\/bulk/, 'bul'],
  [/^\/fields/, 'fld'],
  [/^\/teams/, 'tem'],
  [/^\/guide\/words/, 'wrd'],
  [/^\/frameworks/, 'frw'],
  [/^\/inboxes/, 'inb'],
  [/^\/teammates/, 'tm'],
  [/^\/keys/, 'key'],
  [/^\/mailboxes/, 'mbx'],
  [/^\/sessions/, 'ses'],
  [/^\/me\/passkeys/, 'pky'],
]
const kindOf = (operation: Operation): string =>
  kinds.find(([path]) => path.test(operation.path))?.[1] ?? 'inv'
const otherParams: Record<string, string> = {
  askId: 'ask',
  factId: 'fct',
  customerId: 'cus',
  conversationId: 'cnv',
  messageId: 'msg',
}

/** What is asked for in the address, where a route needs it. */
const asked: Record<string, string> = {
  q: secret,
  header: `X-Test-Case:${secret}`,
  due: new Date(Date.now() + 7 * 86_400_000).toISOString(),
  language: 'pt',
}

function given(operation: Operation, ids: Record<string, string>, body?: unknown): Given {
  const idFor = (name: string): string => {
    if (name === 'kind') return 'reply'
    if (name === 'day') return '2026-12-24'
    if (name === 'position' || name === 'update') return '1'
    if (name === 'name') return 'handover'
    if (name === 'token') return 'a-token-of-nobody-that-is-long'
    const prefix = otherParams[name] ?? kindOf(operation)
    return ids[prefix] ?? missingId(prefix)
  }
  const value = body !== undefined ? body : operation.body && sampleOf(operation.body, ids)
  return {
    params: Object.fromEntries(operation.params.map((name) => [name, idFor(name)])),
    query: Object.fromEntries(
      Object.entries(operation.query)
        .filter(([name]) => name in asked)
        .map(([name]) => [name, asked[name]!]),
    ),
    raw:
      operation.takes === 'message/rfc822'
        ? 'Subject: hello\r\n\r\nhello\r\n'
        : value === null
          ? null
          : JSON.stringify(value),
    ...(operation.takes && { type: operation.takes }),
  }
}

const ranks = ['observer', 'teammate', 'lead', 'admin'] as const
const mayCall = (actor: Actor, { access }: Operation): boolean => {
  if (actor === 'revoked' || actor === 'pageHolder') return false
  if (access === 'anyone') return true
  if (actor === 'anyone') return false
  const rank = actor === 'nextDoor' ? 'teammate' : actor
  return ranks.indexOf(rank) >= ranks.indexOf(access)
}

const isProblem = (answer: Answer): boolean => {
  try {
    const problem = JSON.parse(answer.text) as { type: string; title: string; status: number }
    return (
      answer.type.startsWith('application/problem+json') &&
      problem.status === answer.status &&
      problem.title.length > 10 &&
      problem.type.length > 0
    )
  } catch {
    return false
  }
}
/** What must be equal for things that are foreign and things that are not there. */
const seenFromOutside = ({ status, text }: Answer): string => {
  try {
    const { id: _, ...rest } = JSON.parse(text) as Record<string, unknown>
    return `${status} ${JSON.stringify(rest)}`
  } catch {
    return `${status} ${text}`
  }
}

describe('walls, from the OpenAPI document', () => {
  test('who has no right to a route is refused, whoever they are', { timeout: patient }, async () => {
    const wrong: string[] = []
    let calls = 0
    const actors = ['anyone', 'revoked', 'pageHolder', 'observer', 'teammate', 'lead', 'nextDoor'] as const
    for (const operation of operations)
      for (const actor of actors.filter((one) => !mayCall(one, operation))) {
        const answer = await ask(actor, operation, given(operation, house.repairs))
        calls++
        const expected = ['anyone', 'revoked', 'pageHolder'].includes(actor) ? 401 : 403
        if (answer.status !== expected || !isProblem(answer))
          wrong.push(`${actor} ${operation.name}: ${answer.status} ${answer.text.slice(0, 120)}`)
      }
    console.log(`walls: ${operations.length} operations, ${calls} calls without the right to them`)
    expect(calls).toBeGreaterThan(250)
    expect(wrong).toEqual([])
  })

  test('what is in an inbox next door is answered like what does not exist', {
    timeout: patient,
  }, async () => {
    const wrong: string[] = []
    let calls = 0
    const walled = operations.filter(
      (operation) =>
        operation.params.includes('id') && ['cnv', 'msg', 'cus', 'prm', 'sch'].includes(kindOf(operation)),
    )
    expect(walled.length).toBeGreaterThan(25)
    for (const operation of walled) {
      const theirs = given(operation, house.bakery)
      const foreign = await ask('nextDoor', operation, {
        ...given(operation, house.repairs),
        raw: theirs.raw,
      })
      const prefix = kindOf(operation)
      const nowhere = given(operation, { ...house.repairs, [prefix]: missingId(prefix) })
      const missing = await ask('nextDoor', operation, { ...nowhere, raw: theirs.raw })
      calls += 2
      if (foreign.status !== 404 || seenFromOutside(foreign) !== seenFromOutside(missing))
        wrong.push(`${operation.name}: ${seenFromOutside(foreign)} but missing: ${seenFromOutside(missing)}`)
    }
    console.log(`walls: ${calls} calls with ids from next door in the path`)
    expect(wrong).toEqual([])
  })

  test('an id from next door in a body, query or nested path is nobody’s', { timeout: patient }, async () => {
    const wrong: string[] = []
    let calls = 0
    const walledIds = ['inb', 'cnv', 'msg', 'cus', 'fil', 'prm', 'sch']
    for (const operation of operations.filter((one) => mayCall('nextDoor', one))) {
      const compare = async (where: string, make: (id: string) => Given, prefix: string) => {
        const [theirs, nobodys] = [house.repairs[prefix]!, missingId(prefix)]
        const foreign = await ask('nextDoor', operation, make(theirs))
        const missing = await ask('nextDoor', operation, make(nobodys))
        calls += 2
        const leaks = foreign.text.includes(secret) && !/"q"/.test(foreign.text)
        // What is done with many at once answers for each: the id asked for, and that it is not there.
        const forEach = operation.name === 'POST /bulk'
        const wrote = operation.method !== 'GET' && foreign.status < 300 && !forEach
        const told = (answer: Answer, id: string) =>
          seenFromOutside(answer)
            .replace(/"tookMs":[\d.]+/, '')
            .replaceAll(forEach ? id : '\0', '')
        if (
          leaks ||
          wrote ||
          (forEach && !foreign.text.includes('"type":"not-found"')) ||
          told(foreign, theirs) !== told(missing, nobodys)
        )
          wrong.push(
            `${operation.name} ${where}: ${seenFromOutside(foreign).slice(0, 200)} but missing: ${seenFromOutside(missing).slice(0, 200)}`,
          )
      }
      const own = given(operation, house.bakery)
      for (const { name, prefix, list } of idFields(operation.body?.properties ?? {}))
        if (walledIds.includes(prefix)) {
          const body = sampleOf(operation.body!, house.bakery) as object
          await compare(
            `body ${name}`,
            (id) => ({
              ...own,
              raw: JSON.stringify({ ...body, [name]: list ? [id] : id, ...textFor(operation) }),
            }),
            prefix,
          )
        }
      for (const { name, prefix } of idFields(operation.query))
        if (walledIds.includes(prefix))
          await compare(`query ${name}`, (id) => ({ ...own, query: { ...own.query, [name]: id } }), prefix)
      for (const [name, prefix] of Object.entries(otherParams))
        if (operation.params.includes(name))
          await compare(`path ${name}`, (id) => ({ ...own, params: { ...own.params, [name]: id } }), prefix)
    }
    console.log(`walls: ${calls} calls with ids from next door in body, query or nested path`)
    expect(calls).toBeGreaterThan(20)
    expect(wrong).toEqual([])
  })

  test('nothing that may be read next door tells of it', { timeout: patient }, async () => {
    for (const operation of operations.filter((one) => one.method === 'GET' && mayCall('nextDoor', one))) {
      const own = given(operation, house.bakery)
      const { text, status } = await ask('nextDoor', operation, own)
      expect(text, operation.name).not.toContain(secret)
      for (const [prefix, id] of Object.entries(house.repairs))
        if (!['tm', 'frw'].includes(prefix)) expect(text, `${operation.name} ${prefix}`).not.toContain(id)
      expect(status, operation.name).toBeLessThan(500)
    }
    // The same questions find it for those who may.
    const hit = await house.actors.teammate.call('GET /search', { query: { q: secret } })
    expect(hit.items.length).toBeGreaterThan(0)
  })

  test('live events stop at the wall, and end with the key', { timeout: patient }, async () => {
    const { benId, repairs } = house
    const extra = await house.actors.admin.call('POST /teammates/{id}/keys', {
      params: { id: benId },
      body: {},
    })
    const listen = async (key: string) => {
      const heard = { text: '', over: false }
      const stop = new AbortController()
      const response = await fetch(`${tend.url}/api/v1/events`, {
        headers: { authorization: `Bearer ${key}` },
        signal: stop.signal,
      })
      void (async () => {
        for await (const chunk of response.body!) heard.text += Buffer.from(chunk).toString()
      })()
        .catch(() => {})
        .finally(() => (heard.over = true))
      await until('the stream is open', () => heard.text.includes('hello'))
      return { heard, stop }
    }
    const ben = await listen(extra.key)
    const tomas = await listen(house.actors.nextDoor.key)
    await house.actors.teammate.call('POST /conversations/{id}/notes', {
      params: { id: repairs.cnv! },
      body: { text: `The ${secret} again.` },
    })
    await house.actors.nextDoor.call('POST /conversations/{id}/notes', {
      params: { id: house.bakery.cnv! },
      body: { text: 'Flour is here.' },
    })
    await until('Ben hears it', () => ben.heard.text.includes(repairs.cnv!))
    await until('Tomás hears of his own', () => tomas.heard.text.includes(house.bakery.cnv!))
    expect(tomas.heard.text).not.toContain(repairs.cnv!)
    expect(ben.heard.text + tomas.heard.text).not.toContain(secret)
    await house.actors.admin.call('DELETE /keys/{id}', { params: { id: extra.id } })
    await until('the stream of a revoked key ends', () => ben.heard.over)
    expect(tomas.heard.over).toBe(false)
    tomas.stop.abort()
  })
})

/** A reply without words is refused before anybody looks at its attachments. */
const textFor = (operation: Operation): object =>
  operation.body?.properties?.text && !operation.body.required?.includes('text')
    ? { text: 'On Thursday.' }
    : {}

const huge = 'w'.repeat(1_500_000)
const strange = 'Zo\u0000ë \ud800 \u202e 👩‍🔧 \ufeff'
const nested = JSON.parse(`${'['.repeat(1000)}${']'.repeat(1000)}`) as unknown
const planted = {
  role: 'admin',
  id: 'tm_0000000000000000000000',
  account_id: 1,
  created_at: 'now',
  is_admin: true,
}

/** One letter more than may be; where the contract knows no end, what is long must only break nothing. */
function tooLong(schema: Schema): [name: string, value: unknown, mustFail: boolean] {
  const most = [schema, ...(schema.anyOf ?? [])].find((one) => one.maxLength !== undefined)?.maxLength
  return ['a text that is too long', 'w'.repeat((most ?? 20_000) + 1), most !== undefined]
}

/** Values of the wrong type, and monsters of the right one. */
function unfit(schema: Schema): [name: string, value: unknown, mustFail: boolean][] {
  const types = typesOf(schema)
  const object = types.includes('object')
  return [
    ['null', null, !types.includes('null')],
    ['a number', -7.5, !types.some((type) => ['number', 'integer'].includes(type)) && !object],
    ['a text', 'no', !types.includes('string')],
    ['a list', [[]], true],
    ['an object', { toString: 1, __proto__x: {} }, !object],
    ['deep nesting', nested, true],
    ...(types.includes('string') ? [tooLong(schema)] : []),
    ['a huge number', 1e308, !types.includes('object')],
    ['strange letters', strange, false],
  ]
}

describe('every write, with what it does not expect', () => {
  const harmless = (operation: Operation) =>
    operation.method !== 'GET' && operation.body !== null && operation.name !== 'PUT /me/password'

  test('missing, null, wrong, huge, strange and deep: a problem in plain words, never a 5xx', {
    timeout: patient,
  }, async () => {
    const wrong: string[] = []
    let calls = 0
    // `TEND_WALLS=all` before a release.
    const everyOne = process.env.TEND_WALLS === 'all'
    let turn = 0
    for (const operation of operations.filter(harmless)) {
      const { body } = operation
      const sound = sampleOf(body!, house.repairs) as Record<string, unknown>
      const tryOut = async (what: string, value: unknown, mustFail: boolean) => {
        // Where nothing is: a body that is taken after all changes nobody.
        const nowhere = Object.fromEntries(
          Object.keys(house.repairs).map((prefix) => [prefix, missingId(prefix)]),
        )
        const answer = await ask('admin', operation, given(operation, nowhere, value))
        calls++
        const fine = answer.status < 300 ? !mustFail : answer.status < 500 && isProblem(answer)
        if (!fine) wrong.push(`${operation.name} ${what}: ${answer.status} ${answer.text.slice(0, 160)}`)
      }
      for (const whole of [[], 'text', 7, null])
        await tryOut(`a body that is ${JSON.stringify(whole)}`, whole, operation.bodyRequired)
      // Read to its end by nobody: one such field for each route shows it.
      const [first] = Object.keys(body!.properties ?? {})
      if (first) await tryOut('a body of 1.5 MB', { ...sound, [first]: huge }, true)
      for (const [field, schema] of Object.entries(body!.properties ?? {})) {
        if (body!.required?.includes(field)) {
          const { [field]: _, ...without } = sound
          await tryOut(`without ${field}`, without, true)
        }
        turn++
        // Three of nine for each field, another three for the next: each kind meets each sort of field many times over.
        for (const [kind, [name, value, mustFail]] of unfit(schema).entries())
          if (everyOne || (kind + turn) % 3 === 0)
            await tryOut(`${field} is ${name}`, { ...sound, [field]: value }, mustFail)
      }
    }
    console.log(`writes: ${calls} calls`)
    expect(calls).toBeGreaterThan(500)
    expect(wrong).toEqual([])
  })

  test('a field that is not in the contract is refused by name', { timeout: patient }, async () => {
    const wrong: string[] = []
    for (const operation of operations.filter((one) => one.body !== null)) {
      // Its body is read only once its signature has been looked at.
      if (operation.path.startsWith('/hooks/')) continue
      const sound = sampleOf(operation.body!, house.repairs) as object
      for (const [field, value] of Object.entries(planted)) {
        if (operation.body!.properties?.[field]) continue
        const answer = await ask(
          'admin',
          operation,
          given(operation, house.repairs, { ...sound, [field]: value }),
        )
        if (answer.status !== 422 || !answer.text.includes(`"pointer":"/${field}"`))
          wrong.push(`${operation.name} ${field}: ${answer.status} ${answer.text.slice(0, 160)}`)
      }
    }
    expect(wrong).toEqual([])
  })

  test('broken JSON, empty bodies, wrong types and mad queries never break anything', {
    timeout: patient,
  }, async () => {
    const wrong: string[] = []
    const check = async (operation: Operation, what: string, more: Partial<Given>) => {
      const nowhere = Object.fromEntries(
        Object.keys(house.repairs).map((prefix) => [prefix, missingId(prefix)]),
      )
      const answer = await ask('admin', operation, { ...given(operation, nowhere), ...more })
      if (answer.status >= 500 || (answer.status >= 400 && !isProblem(answer)))
        wrong.push(`${operation.name} ${what}: ${answer.status} ${answer.text.slice(0, 160)}`)
    }
    for (const operation of operations) {
      if (operation.body || operation.takes) {
        await check(operation, 'broken JSON', { raw: '{"a":', type: 'application/json' })
        await check(operation, 'nothing', { raw: '', type: 'application/json' })
        await check(operation, 'another type', { raw: '<a/>', type: 'text/xml' })
      }
      if (operation.takes)
        await check(operation, 'noise', { raw: new Uint8Array(4096).fill(0x9f), type: operation.takes })
      for (const name of Object.keys(operation.query))
        for (const value of [
          '',
          '-1',
          '1e999',
          strange,
          'w'.repeat(5000),
          "' or 1=1 --",
          '%',
          '\\',
          '"',
          '(((',
          '2026-13-45T99:00:00Z',
        ])
          await check(operation, `${name}=${value.slice(0, 20)}`, {
            query: { ...given(operation, {}).query, [name]: value },
          })
      for (const name of operation.params)
        for (const value of [
          'x',
          strange.replace('\ud800', ''),
          'w'.repeat(300),
          "' or 1=1 --",
          '../../etc/passwd',
          '%00',
        ])
          await check(operation, `{${name}} ${value.slice(0, 20)}`, {
            params: { ...given(operation, {}).params, [name]: value },
          })
    }
    expect(wrong).toEqual([])
  })
})
