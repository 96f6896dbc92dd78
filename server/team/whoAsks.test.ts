import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, request as httpRequest } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import cookie from '@fastify/cookie'
import Fastify, { type FastifyRequest } from 'fastify'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Actor } from '#server/base/actor.ts'
import { testDatabase } from '#server/database/testing.ts'
import { type Card, openTeam } from './testing.ts'
import { whoAsks } from './whoAsks.ts'

/** Servers on a TCP port and on a socket of a folder, which say who they think is asking. */
async function twoDoors(before: (request: FastifyRequest) => Promise<unknown> = async () => {}) {
  const { db } = await testDatabase()
  const app = Fastify()
  await app.register(cookie)
  const asks = whoAsks({ db, url: 'http://127.0.0.1:4680' })
  const seen: (Actor | null)[] = []
  app.get('/who', async (request) => {
    await before(request)
    seen.push(await asks(request))
    return { by: seen.at(-1) }
  })
  await app.ready()
  const folder = await mkdtemp(join(tmpdir(), 'tend-who-'))
  const path = join(folder, 'tend.sock')
  const tcp = createServer(app.routing).listen(0, '127.0.0.1')
  const unix = createServer(app.routing).listen(path)
  await Promise.all([once(tcp, 'listening'), once(unix, 'listening')])
  onTestFinished(async () => {
    tcp.close().closeAllConnections()
    unix.close().closeAllConnections()
    await rm(folder, { recursive: true })
  })
  const ask = async (to: { socketPath: string } | { port: number }, headers: Record<string, string>) => {
    const asking = httpRequest({ ...to, host: '127.0.0.1', path: '/who', headers }).end()
    const [answer] = await once(asking, 'response')
    return JSON.parse((await answer.toArray()).join('')).by as Actor | null
  }
  return { ask, seen, path, port: (tcp.address() as AddressInfo).port }
}

describe('the socket in the data folder', () => {
  it('lets the CLI in as admin, and nobody else', async () => {
    const { ask, path, port } = await twoDoors()
    const cli = { 'x-tend-cli': '1' }
    expect(await ask({ socketPath: path }, cli)).toMatchObject({ role: 'admin', via: 'socket' })
    expect(await ask({ socketPath: path }, {})).toBeNull()
    expect(await ask({ port }, cli)).toBeNull()
  })

  it('is not feigned by a connection that is reset before we look', async () => {
    const arrived = Promise.withResolvers<void>()
    const { port, seen } = await twoDoors(({ raw: { socket } }) => {
      arrived.resolve()
      return new Promise((resolve) => socket.once('close', resolve))
    })
    const attacker = connect(port, '127.0.0.1')
    attacker.write('GET /who HTTP/1.1\r\nhost: localhost\r\nx-tend-cli: 1\r\n\r\n')
    await arrived.promise
    attacker.resetAndDestroy()
    await expect.poll(() => seen).toEqual([null])
  })
})

describe('a request of another site', () => {
  const ben = { email: 'ben@casa-amaral.example', password: 'ben likes strong tea' }

  it.each<[string, Record<string, string>, number]>([
    ['our own page', { 'sec-fetch-site': 'same-origin', origin: 'http://127.0.0.1:4680' }, 201],
    ['our own page in an older browser', { origin: 'http://127.0.0.1:4680' }, 201],
    ['our own page under another name', { origin: 'http://tend.local', host: 'tend.local' }, 201],
    ['a program', {}, 201],
    ['another site', { 'sec-fetch-site': 'cross-site', origin: 'https://elsewhere.example' }, 403],
    ['another site without fetch metadata', { origin: 'https://elsewhere.example' }, 403],
    ['a neighbour’s subdomain', { 'sec-fetch-site': 'same-site', origin: 'http://127.0.0.1:9999' }, 403],
    ['a sandboxed frame', { origin: 'null' }, 403],
    ['an origin that is none', { origin: '%%%' }, 403],
    ['a page that hides where it is', { 'sec-fetch-site': 'cross-site' }, 403],
  ])('%s', async (_name, headers, status) => {
    const { ask, moveIn, join } = await openTeam()
    await join(await moveIn(), 'ben')
    // Signing in, too: else another site could sign a browser in as somebody of its choice.
    expect((await ask('POST', '/sessions', { headers }, ben)).status).toBe(status)
  })

  it('may not use our cookie to change anything', async () => {
    const { ask, moveIn } = await openTeam()
    const rosa = await moveIn()
    const headers = { origin: 'https://elsewhere.example' }
    const form = { ...headers, 'content-type': 'application/x-www-form-urlencoded' }
    expect((await ask('PATCH', '/company', { ...rosa, headers }, { name: 'Casa Finch' })).status).toBe(403)
    expect((await ask('POST', '/keys', { ...rosa, headers: form })).status).toBe(403)
    expect((await ask('DELETE', '/sessions/current', { ...rosa, headers })).status).toBe(403)
    expect((await ask('GET', '/keys', rosa)).body.items).toEqual([])
  })

  it('of a window of somebody who sat here before is refused, whatever it asks', async () => {
    const { ask, moveIn, join } = await openTeam()
    const rosa = await moveIn()
    await join(rosa, 'ben')
    const { body } = await ask('GET', '/me', rosa)
    const bens = { ...(await ask('POST', '/sessions', {}, ben)).cookie }
    const asRosa = { cookie: bens.value!, headers: { 'tend-as': body.teammate.id } }
    for (const [method, path] of [
      ['GET', '/teammates'],
      ['PATCH', '/me'],
      ['DELETE', '/sessions/current'],
    ] as const)
      expect(
        await ask(method, path, asRosa, method === 'PATCH' ? { name: 'Rosa' } : undefined),
      ).toMatchObject({
        status: 409,
        body: { type: 'somebody-else' },
      })
    expect((await ask('GET', '/teammates', { ...rosa, headers: asRosa.headers })).status).toBe(200)
  })

  it('does not matter for a key, which no browser sends by itself', async () => {
    const { ask, moveIn } = await openTeam()
    const { key } = (await ask('POST', '/keys', await moveIn(), {})).body
    const card = { key, headers: { origin: 'https://elsewhere.example' } }
    expect((await ask('PATCH', '/company', card, { name: 'Casa Amaral' })).status).toBe(200)
  })
})

describe('a key', () => {
  const withKeys = async () => {
    const team = await openTeam()
    const rosa = await team.moveIn()
    const ana = await team.join(rosa, 'ana')
    const key = async (path: string, body = {}): Promise<Card & { id: string }> =>
      (await team.ask('POST', path, rosa, body)).body
    return { ...team, rosa, ana, key }
  }

  it('has the rights of its person or fewer, from one request to the next', async () => {
    const { ask, rosa, ana, key } = await withKeys()
    const most = await key(`/teammates/${ana.id}/keys`, { role: 'admin' })
    const least = await key(`/teammates/${ana.id}/keys`, { role: 'observer' })
    expect((await ask('GET', '/me', most)).body.teammate).toMatchObject({ id: ana.id, role: 'lead' })
    expect((await ask('GET', '/me', least)).body.teammate.role).toBe('observer')
    expect((await ask('GET', '/audit', most)).status).toBe(403)
    await ask('PATCH', `/teammates/${ana.id}`, rosa, { role: 'observer' })
    expect((await ask('GET', '/me', most)).body.teammate.role).toBe('observer')
  })

  it('of the installation works before anybody lives here, and names itself in the audit', async () => {
    const { ask, rosa, key } = await withKeys()
    const machine = await key('/keys', { name: 'the till' })
    await ask('POST', '/inboxes', machine, { name: 'Bakery', address: 'bakery@casa-amaral.example' })
    const { items } = (await ask('GET', '/audit', rosa)).body
    expect(items[0]).toMatchObject({ action: 'inbox.added', by: 'the till', via: 'key' })
    expect(await ask('GET', '/me', machine)).toMatchObject({ status: 403, body: { type: 'no-seat' } })
    expect((await ask('PUT', '/me/password', machine, { password: 'long enough for all' })).status).toBe(403)
  })

  it('ends when it is revoked, and is kept only as a hash', async () => {
    const { db, ask, rosa, key } = await withKeys()
    const machine = await key('/keys')
    const row = await db.selectFrom('apiKeys').selectAll().executeTakeFirstOrThrow()
    expect(JSON.stringify(row)).not.toContain(machine.key!.slice(5))
    expect((await ask('GET', '/inboxes', machine)).status).toBe(200)
    expect((await ask('DELETE', `/keys/${machine.id}`, rosa)).status).toBe(204)
    expect(await ask('GET', '/inboxes', machine)).toMatchObject({
      status: 401,
      body: { type: 'key-refused' },
    })
    expect((await ask('DELETE', `/keys/${machine.id}`, rosa)).status).toBe(404)
    expect((await ask('GET', '/inboxes', { key: 'tend_guess' })).status).toBe(401)
  })
})
