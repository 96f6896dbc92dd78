import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { moveClock } from '#server/base/clock.ts'
import { openTeam } from './testing.ts'

/**
 * What each derivation of a password cost: the answer's time is this work. Counting it fails when an account is given away,
 * and never because the machine is busy.
 */
const derivations: unknown[] = []
const { scrypt } = crypto
const setScrypt = (one: typeof scrypt) => {
  crypto.scrypt = one
  syncBuiltinESMExports()
}
beforeAll(() =>
  setScrypt(((...given: Parameters<typeof scrypt>) => {
    const [, salt, length, cost] = given
    derivations.push({ salt: (salt as Buffer).length, length, cost })
    scrypt(...given)
  }) as typeof scrypt),
)
afterAll(() => setScrypt(scrypt))

// Each sign-in is a tenth of a second of work on purpose; on a busy machine two dozen of them take a minute.
vi.setConfig({ testTimeout: 240_000 })

const atDoor = async (from?: string) => {
  const team = await openTeam(from)
  const rosa = await team.moveIn()
  const ben = await team.join(rosa, 'ben')
  return { ...team, rosa, ben }
}
const daysOn = (days: number) => new Date(Date.now() + days * 86_400_000)

describe('signing in with a password', () => {
  it('gives a new cookie each time, closed to scripts, and ends what this browser had', async () => {
    const { ask, ben } = await atDoor()
    const again = await ask('POST', '/sessions', { cookie: ben.cookie }, words(ben))
    expect(again).toMatchObject({
      status: 201,
      cookie: { httpOnly: true, sameSite: 'Lax', path: '/', maxAge: 30 * 86_400 },
    })
    expect(again.cookie!.secure).toBeUndefined()
    expect(again.cookie!.value).not.toBe(ben.cookie)
    expect((await ask('GET', '/me', { cookie: ben.cookie })).status).toBe(401)
    expect((await ask('GET', '/me', { cookie: again.cookie!.value })).status).toBe(200)
  })

  it('marks the cookie Secure where the address is https', async () => {
    const { ask, ben } = await atDoor('https://care.casa-amaral.example')
    expect((await ask('POST', '/sessions', {}, words(ben))).cookie!.secure).toBe(true)
  })

  it('takes the address in any case', async () => {
    const { ask, ben } = await atDoor()
    const shouted = { email: 'BEN@Casa-Amaral.example', password: ben.password }
    expect((await ask('POST', '/sessions', {}, shouted)).status).toBe(201)
  })

  it('never takes a cookie that somebody else chose', async () => {
    const { ask, ben } = await atDoor()
    const planted = await ask('POST', '/sessions', { cookie: 'planted-by-mallory-000000000000' }, words(ben))
    expect(planted.cookie!.value).not.toContain('planted')
    expect((await ask('GET', '/me', { cookie: 'planted-by-mallory-000000000000' })).status).toBe(401)
  })

  it('answers alike for a wrong password and for nobody, after the same work', async () => {
    const { ask, ben } = await atDoor()
    const guess = async (email: string, from: string) => {
      derivations.length = 0
      const wrong = { email, password: 'not the tea' }
      const { status, body } = await ask('POST', '/sessions', { from }, wrong)
      return { status, body: { ...body, id: '' }, work: [...derivations] }
    }
    const known = await guess(ben.email, '198.51.100.1')
    const unknown = await guess('nobody@casa-amaral.example', '198.51.100.2')
    expect(known.status).toBe(401)
    expect(known.work).toHaveLength(1)
    expect(unknown).toEqual(known)
  })

  it('stops an account after ten failures, from wherever they come, and counts no success', async () => {
    const { ask, ben } = await atDoor()
    for (let i = 0; i < 12; i++) expect((await ask('POST', '/sessions', {}, words(ben))).status).toBe(201)
    const wrong = { email: ben.email, password: 'not the tea' }
    const answers = []
    for (let i = 0; i < 11; i++)
      answers.push((await ask('POST', '/sessions', { from: `198.51.100.${i}` }, wrong)).status)
    expect(answers).toEqual([...Array(10).fill(401), 429])
    const stopped = await ask('POST', '/sessions', {}, words(ben))
    expect(stopped.status).toBe(429)
    expect(Number(stopped.headers['retry-after'])).toBeGreaterThan(0)
  })

  it('stops a network after ten failures over many accounts; one /64 is one network', async () => {
    const { ask, ben } = await atDoor()
    const answers = []
    for (let i = 0; i < 11; i++)
      answers.push(
        (
          await ask(
            'POST',
            '/sessions',
            { from: `2001:db8::${i}` },
            { email: `guess${i}@casa-amaral.example`, password: 'not the tea' },
          )
        ).status,
      )
    expect(answers).toEqual([...Array(10).fill(401), 429])
    expect((await ask('POST', '/sessions', { from: '2001:db8:0:1::1' }, words(ben))).status).toBe(201)
  })

  it('writes down sign-ins and refusals, without the password', async () => {
    const { ask, rosa, ben } = await atDoor()
    await ask('POST', '/sessions', {}, { email: ben.email, password: 'ben likes strong coffee' })
    const { body } = await ask('GET', '/audit', rosa)
    expect(body.items[0]).toMatchObject({ action: 'sign-in.refused', subjectId: ben.id })
    expect(JSON.stringify(body)).not.toContain('likes strong')
    expect(body.items.filter((one: { action: string }) => one.action === 'session.opened')).toHaveLength(2)
  })
})

describe('a sign-in', () => {
  it('lives thirty days after its last use', async () => {
    const { db, ask, ben, rosa } = await atDoor()
    await moveClock(db, daysOn(20))
    expect((await ask('GET', '/me', ben)).status).toBe(200)
    await moveClock(db, daysOn(40))
    expect((await ask('GET', '/me', ben)).status).toBe(200)
    expect((await ask('GET', '/me', rosa)).status).toBe(401)
  })

  it('ends at sign-out, by its person from another device, or by an admin', async () => {
    const { ask, ben, rosa } = await atDoor()
    const phone = { cookie: (await ask('POST', '/sessions', {}, words(ben))).cookie!.value }
    const laptop = { cookie: (await ask('POST', '/sessions', {}, words(ben))).cookie!.value }
    const { items } = (await ask('GET', '/sessions', phone)).body
    expect(items).toHaveLength(3)
    const current = items.find((one: { current: boolean }) => one.current)
    // Rosa may end all of them, but not pick one as if it were hers.
    expect((await ask('DELETE', `/sessions/${current.id}`, rosa)).status).toBe(404)
    expect((await ask('DELETE', `/sessions/${current.id}`, laptop)).status).toBe(204)
    expect((await ask('GET', '/me', phone)).status).toBe(401)
    const out = await ask('DELETE', '/sessions/current', laptop)
    expect(out).toMatchObject({ status: 204, cookie: { value: '' } })
    expect((await ask('GET', '/me', laptop)).status).toBe(401)
    expect((await ask('DELETE', `/teammates/${ben.id}/sessions`, rosa)).status).toBe(204)
    expect((await ask('GET', '/me', ben)).status).toBe(401)
  })
})

describe('a new password', () => {
  it('needs the present one, and ends the other sign-ins', async () => {
    const { ask, ben } = await atDoor()
    const phone = { cookie: (await ask('POST', '/sessions', {}, words(ben))).cookie!.value }
    const password = 'a van full of copper'
    const refused = await ask('PUT', '/me/password', phone, { current: 'a guess', password })
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ pointer: '/current' }] } })
    const short = await ask('PUT', '/me/password', phone, { current: ben.password, password: 'copper' })
    expect(short).toMatchObject({ status: 422, body: { errors: [{ pointer: '/password' }] } })
    expect((await ask('PUT', '/me/password', phone, { current: ben.password, password })).status).toBe(204)
    expect((await ask('GET', '/me', phone)).status).toBe(200)
    expect((await ask('GET', '/me', ben)).status).toBe(401)
    expect((await ask('POST', '/sessions', {}, words(ben))).status).toBe(401)
    expect((await ask('POST', '/sessions', {}, { email: ben.email, password })).status).toBe(201)
  })

  it('cannot be found by guessing the present one from an open screen', async () => {
    const { ask, ben } = await atDoor()
    const answers = []
    for (let i = 0; i < 11; i++)
      answers.push(
        (await ask('PUT', '/me/password', ben, { current: `guess ${i}`, password: 'a van full of copper' }))
          .status,
      )
    expect(answers).toEqual([...Array(10).fill(422), 429])
  })
})

const words = (ben: { email: string; password: string }) => ({ email: ben.email, password: ben.password })
