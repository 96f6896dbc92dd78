import { describe, expect, it } from 'vitest'
import { firstLink } from './actions.ts'
import { openTeam, tokenIn } from './testing.ts'

const url = 'http://127.0.0.1:4680'
const rosa = { name: 'Rosa Amaral', email: 'rosa@casa-amaral.example' }
const keyIn = (link: string | null) => new URL(link!).searchParams.get('key')!

describe('moving in', () => {
  it('makes the first person admin, with an inbox and a company in their time zone', async () => {
    const { ask, moveIn } = await openTeam()
    expect((await ask('GET', '/welcome')).body).toEqual({ settled: false, company: null, version: '0.0.0' })
    const { me, cookie } = await moveIn()
    expect(me.teammate).toMatchObject({ ...rosa, role: 'admin', state: 'here', timeZone: 'Europe/Lisbon' })
    expect(me.inboxes).toMatchObject([{ name: 'Hello', address: 'hello@localhost' }])
    expect((await ask('GET', '/me', { cookie })).body.teammate.id).toBe(me.teammate.id)
    expect((await ask('GET', '/company', { cookie })).body).toMatchObject({
      timeZone: 'Europe/Lisbon',
      hours: [null, { from: '09:00', to: '17:00' }, {}, {}, {}, {}, null],
    })
    expect((await ask('GET', '/welcome')).body.settled).toBe(true)
  })

  it('uses the name of a public address for the first inbox', async () => {
    const { moveIn } = await openTeam('https://care.casa-amaral.example')
    expect((await moveIn()).me.inboxes[0].address).toBe('hello@care.casa-amaral.example')
  })

  it('takes the link once, and only the newest', async () => {
    const { db, ask } = await openTeam()
    const older = keyIn(await firstLink(db, url))
    const newer = keyIn(await firstLink(db, url))
    expect((await ask('POST', '/welcome', {}, { token: older, ...rosa })).status).toBe(410)
    const both = await Promise.all([
      ask('POST', '/welcome', {}, { token: newer, ...rosa }),
      ask(
        'POST',
        '/welcome',
        {},
        { token: newer, name: 'Mallory Finch', email: 'mallory@elsewhere.example' },
      ),
    ])
    expect(both.map((one) => one.status).sort()).toEqual([201, 410])
    expect(await firstLink(db, url)).toBeNull()
  })

  it('still lets the first person in when a key has invited others before', async () => {
    const { ask, db, moveIn, join } = await openTeam()
    await db
      .insertInto('apiKeys')
      .values({
        id: 'key_0000000000000000000001',
        name: 'setup',
        role: 'admin',
        teammateId: null,
        tokenHash: (await import('./secrets.ts')).hashToken('tend_setup'),
        lastUsedAt: null,
        revokedAt: null,
      })
      .execute()
    await join({ key: 'tend_setup' }, 'ben')
    const invited = await ask('POST', '/teammates', { key: 'tend_setup' }, { ...rosa, role: 'teammate' })
    const { me } = await moveIn()
    expect(me.teammate).toMatchObject({ id: invited.body.id, role: 'admin', state: 'here' })
    // Whoever finds her old invitation must not come in as admin by it.
    expect((await ask('GET', `/invites/${tokenIn(invited.body.inviteUrl)}`)).status).toBe(410)
  })

  it('says which field is wrong, and changes nothing', async () => {
    const { db, ask } = await openTeam()
    const token = keyIn(await firstLink(db, url))
    const wrong = await ask('POST', '/welcome', {}, { token, ...rosa, timeZone: 'Europe/Atlantis' })
    expect(wrong).toMatchObject({ status: 422, body: { errors: [{ pointer: '/timeZone' }] } })
    const extra = await ask('POST', '/welcome', {}, { token, ...rosa, role: 'admin', id: 'tm_1' })
    expect(extra.status).toBe(422)
    expect(extra.body.errors.map((one: { pointer: string }) => one.pointer)).toEqual(['/role', '/id'])
    expect((await ask('POST', '/welcome', {}, { token, ...rosa })).status).toBe(201)
  })
})
