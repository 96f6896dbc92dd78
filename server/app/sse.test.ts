import { type IncomingMessage, request } from 'node:http'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { leaveNothing, type Running, startTend, tempFolder } from './testing.ts'

interface Heard {
  id: string
  event: string
  data: { type?: string; inboxId?: string }
}

let tend: Running
let key: string
beforeAll(async () => {
  tend = await startTend({ TEND_DATA: await tempFolder(), TEND_METRICS_TOKEN: 'figures-of-one-node-only' })
  key = await tend.key()
})
afterAll(leaveNothing)

/** One browser that listens. */
async function listen(as: string, lastEventId?: string) {
  const heard: Heard[] = []
  let isOver = false
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const out = request(
      `${tend.url}/api/v1/events`,
      { headers: { authorization: `Bearer ${as}`, ...(lastEventId && { 'last-event-id': lastEventId }) } },
      resolve,
    )
    out.on('error', reject)
    out.end()
  })
  onTestFinished(() => void response.destroy())
  let text = ''
  response.setEncoding('utf8')
  response.on('data', (chunk: string) => {
    text += chunk
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const fields = Object.fromEntries(
        text
          .slice(0, end)
          .split('\n')
          .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
      )
      text = text.slice(end + 2)
      if (fields.event) heard.push({ id: fields.id!, event: fields.event, data: JSON.parse(fields.data!) })
    }
  })
  response.on('close', () => (isOver = true))
  response.on('error', () => {})
  await expect.poll(() => heard.length, { timeout: 20_000 }).toBeGreaterThan(0)
  return {
    headers: response.headers,
    heard,
    types: () => heard.filter((one) => one.event === 'change').map((one) => one.data.type),
    inboxes: () => heard.map((one) => one.data.inboxId).filter(Boolean),
    last: () => heard.at(-1)!.id,
    isOver: () => isOver,
    close: () => response.destroy(),
  }
}

let count = 0
const addInbox = async (): Promise<string> => {
  count++
  const body = { name: `Round ${count}`, address: `round${count}@marlow.example` }
  const { status, body: made } = await tend.ask('POST', '/inboxes', { key, body })
  expect(status).toBe(201)
  return made.id
}

/** A teammate with a key of their own, who sees the inboxes given. */
async function teammate(
  name: string,
  inboxes: string[],
): Promise<{ id: string; key: string; keyId: string }> {
  const body = {
    name,
    // Another one where a test is tried a second time.
    email: `${name.split(' ')[0]!.toLowerCase()}.${++count}@marlow.example`,
    role: 'teammate',
    inboxes,
  }
  const { id } = (await tend.ask('POST', '/teammates', { key, body })).body
  const made = (await tend.ask('POST', `/teammates/${id}/keys`, { key, body: {} })).body
  return { id, key: made.key, keyId: made.id }
}

test('tells what changed as it happens, thin', async () => {
  const line = await listen(key)
  expect(line.headers['content-type']).toContain('text/event-stream')
  const inbox = await addInbox()
  await expect.poll(line.inboxes, { timeout: 20_000 }).toEqual([inbox])
  const { data } = line.heard.at(-1)!
  expect(Object.keys(data).sort()).toEqual(['at', 'byId', 'inboxId', 'type'])
})

test('goes on where a reader was cut off: everything once, in order, also what came while they caught up', async () => {
  const before = await listen(key)
  const first = await addInbox()
  await expect.poll(before.inboxes, { timeout: 20_000 }).toEqual([first])
  let place = before.last()
  before.close()
  // Often, since what is added while they knock falls in one of many places between the two.
  for (let round = 0; round < 25; round++) {
    const missed = [await addInbox(), await addInbox()]
    const [after, late] = await Promise.all([listen(key, place), addInbox()])
    await expect.poll(after.inboxes, { timeout: 20_000, interval: 10 }).toEqual([...missed, late])
    // The greeting does not move their place: cut off before the rest came, they ask for the same again.
    expect(after.heard[0]).toMatchObject({ event: 'hello', id: place })
    place = after.last()
    after.close()
  }
})

test('a place of another database, or no place at all, begins now', async () => {
  for (const place of ['99999999999999-4', 'nonsense', '-1--1']) {
    const line = await listen(key, place)
    const inbox = await addInbox()
    await expect.poll(line.inboxes, { timeout: 20_000 }).toEqual([inbox])
  }
})

test('nobody hears of an inbox they do not see, not even of what they missed', async () => {
  const admin = await listen(key)
  const [mine, theirs] = [await addInbox(), await addInbox()]
  const ana = await teammate('Ana Sousa', [mine])
  // What the house is a moment behind with would be heard by whoever comes meanwhile.
  await expect.poll(admin.inboxes, { timeout: 20_000 }).toEqual([mine, theirs])
  const line = await listen(ana.key)
  const place = line.last()
  for (const [inbox, name] of [
    [theirs, 'Theirs'],
    [mine, 'Mine'],
  ])
    await tend.ask('PATCH', `/inboxes/${inbox}`, { key, body: { name } })
  await expect.poll(admin.inboxes, { timeout: 20_000 }).toEqual([mine, theirs, theirs, mine])
  await expect.poll(line.inboxes, { timeout: 20_000 }).toEqual([mine])
  const again = await listen(ana.key, place)
  await expect.poll(again.inboxes, { timeout: 20_000 }).toEqual([mine])
})

test('is cut when the key is revoked, and refuses at the door afterwards', async () => {
  const ben = await teammate('Ben Okafor', [])
  const line = await listen(ben.key)
  expect(line.isOver()).toBe(false)
  await tend.ask('DELETE', `/keys/${ben.keyId}`, { key })
  // The promise is two seconds; the rest is the patience of a busy machine.
  await expect.poll(line.isOver, { timeout: 10_000, interval: 20 }).toBe(true)
  expect(await tend.ask('GET', '/events', { key: ben.key })).toMatchObject({ status: 401 })
})

test('what a teammate may no longer see goes silent, and the rest goes on', async () => {
  const [kept, taken] = [await addInbox(), await addInbox()]
  const eva = await teammate('Eva Lind', [kept, taken])
  const line = await listen(eva.key)
  await tend.ask('PATCH', `/teammates/${eva.id}`, { key, body: { inboxes: [kept] } })
  await expect
    .poll(async () => (await tend.ask('GET', '/inboxes', { key: eva.key })).body.items.length)
    .toBe(1)
  // Two looks at the rights later.
  const seen = line.inboxes().length
  const quiet = performance.now()
  await expect.poll(() => performance.now() - quiet, { timeout: 20_000 }).toBeGreaterThan(3200)
  await tend.ask('PATCH', `/inboxes/${taken}`, { key, body: { name: 'Closed' } })
  await tend.ask('PATCH', `/inboxes/${kept}`, { key, body: { name: 'Open' } })
  await expect.poll(() => line.inboxes().slice(seen), { timeout: 20_000 }).toEqual([kept])
})

test('keeps nothing of a reader who has gone, and has no body for one who asks for none', async () => {
  const open = async () => {
    const answer = await fetch(`${tend.url}/metrics`, {
      headers: { authorization: 'Bearer figures-of-one-node-only' },
    })
    return Number(/^tend_live_streams (\d+)$/m.exec(await answer.text())?.[1])
  }
  await expect.poll(open, { timeout: 20_000 }).toBe(0)
  const lines = [await listen(key), await listen(key)]
  expect(await open()).toBe(2)
  const inbox = await addInbox()
  for (const line of lines) await expect.poll(line.inboxes, { timeout: 20_000 }).toEqual([inbox])
  lines[0]!.close()
  await expect.poll(open, { timeout: 20_000 }).toBe(1)
  lines[1]!.close()
  await expect.poll(open, { timeout: 20_000 }).toBe(0)
  const head = await fetch(`${tend.url}/api/v1/events`, {
    method: 'HEAD',
    headers: { authorization: `Bearer ${key}` },
  })
  expect([head.status, head.headers.get('content-type'), await head.text()]).toEqual([
    200,
    'text/event-stream; charset=utf-8',
    '',
  ])
  expect(await open()).toBe(0)
})

test('needs a sign-in', async () => {
  expect((await tend.ask('GET', '/events')).status).toBe(401)
})

test('ends with the server, so that a restart does not wait for readers', async () => {
  const own = await startTend({ TEND_DATA: await tempFolder() })
  const own_key = await own.key()
  const over = new Promise((resolve) => {
    const out = request(
      `${own.url}/api/v1/events`,
      { headers: { authorization: `Bearer ${own_key}` } },
      (response) => {
        response.resume().on('close', resolve)
        response.once('data', () => own.child.kill('SIGTERM'))
      },
    )
    out.end()
  })
  await over
  expect((await own.ended).code).toBe(0)
})
