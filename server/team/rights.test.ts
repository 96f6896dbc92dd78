import { describe, expect, it } from 'vitest'
import { transaction } from '#server/database/database.ts'
import { sendAway } from './actions.ts'
import { findTeammate } from './queries.ts'
import { actorOf } from './signIn.ts'
import { openTeam } from './testing.ts'

/** Rosa is admin; Ana sees repairs, Inês sees the bakery; both are not admins. */
const house = async () => {
  const team = await openTeam()
  const rosa = await team.moveIn()
  const inbox = async (name: string) =>
    (await team.ask('POST', '/inboxes', rosa, { name, address: `${name}@casa-amaral.example` })).body
      .id as string
  const repairs = await inbox('repairs')
  const bakery = await inbox('bakery')
  const ana = await team.join(rosa, 'ana', { inboxes: [repairs] })
  const ines = await team.join(rosa, 'ines', { role: 'teammate', inboxes: [bakery] })
  return { ...team, rosa, ana, ines, repairs, bakery }
}

describe('inboxes', () => {
  it('are seen by admins all, by others only where given', async () => {
    const { ask, rosa, ana, repairs } = await house()
    expect((await ask('GET', '/inboxes', rosa)).body.items).toHaveLength(3)
    expect((await ask('GET', '/inboxes', ana)).body.items.map((one: { id: string }) => one.id)).toEqual([
      repairs,
    ])
    expect((await ask('GET', '/me', ana)).body.inboxes.map((one: { id: string }) => one.id)).toEqual([
      repairs,
    ])
  })

  it('do not show through the cards of colleagues', async () => {
    const { ask, ana, ines, bakery, repairs } = await house()
    const seen = JSON.stringify((await ask('GET', '/teammates', ana)).body)
    expect(seen).toContain('ines@casa-amaral.example')
    expect(seen).not.toContain(bakery)
    const other = JSON.stringify((await ask('GET', '/teammates', ines)).body)
    expect(other).toContain(bakery)
    expect(other).not.toContain(repairs)
  })

  it('appear and vanish at once when access changes, from either side', async () => {
    const { ask, rosa, ana, bakery, repairs } = await house()
    const ids = async () =>
      (await ask('GET', '/inboxes', ana)).body.items.map((one: { id: string }) => one.id)
    await ask('PATCH', `/inboxes/${bakery}`, rosa, { teammateIds: [ana.id] })
    expect((await ids()).sort()).toEqual([repairs, bakery].sort())
    await ask('PATCH', `/teammates/${ana.id}`, rosa, { inboxes: [] })
    expect(await ids()).toEqual([])
  })

  it('have one address each', async () => {
    const { ask, rosa, repairs } = await house()
    const twice = await ask('POST', '/inboxes', rosa, {
      name: 'Again',
      address: 'Repairs@Casa-Amaral.example',
    })
    expect(twice).toMatchObject({ status: 409, body: { type: 'address-taken' } })
    const moved = await ask('PATCH', `/inboxes/${repairs}`, rosa, { address: 'bakery@casa-amaral.example' })
    expect(moved.status).toBe(409)
    const archived = await ask('PATCH', `/inboxes/${repairs}`, rosa, { name: 'Old repairs', archived: true })
    expect(archived.body).toMatchObject({ name: 'Old repairs', archivedAt: expect.any(String) })
  })

  it('are never archived all, not by several at once either', async () => {
    const { ask, rosa } = await house()
    const inboxes = async (): Promise<{ id: string; archivedAt: string | null }[]> =>
      (await ask('GET', '/inboxes', rosa)).body.items
    const all = await inboxes()
    expect(all.length).toBeGreaterThan(1)
    const answers = await Promise.all(
      all.map(({ id }) => ask('PATCH', `/inboxes/${id}`, rosa, { archived: true })),
    )
    expect(answers.filter((one) => one.status !== 200)).toMatchObject([
      { status: 409, body: { type: 'last-inbox' } },
    ])
    expect((await inboxes()).filter((one) => one.archivedAt === null)).toHaveLength(1)
  })
})

describe('roles', () => {
  it('keep everything about people and rights with admins', async () => {
    const { ask, ana, ines, repairs } = await house()
    const calls = [
      ['POST', '/teammates', { name: 'Mallory Finch', email: 'mallory@elsewhere.example', role: 'admin' }],
      ['PATCH', `/teammates/${ana.id}`, { role: 'admin' }],
      ['PATCH', `/teammates/${ines.id}`, { role: 'admin' }],
      ['POST', `/teammates/${ana.id}/invite`, {}],
      ['POST', `/teammates/${ines.id}/keys`, {}],
      ['DELETE', `/teammates/${ana.id}`, undefined],
      ['DELETE', `/teammates/${ana.id}/sessions`, undefined],
      ['POST', '/keys', {}],
      ['GET', '/keys', undefined],
      ['GET', '/audit', undefined],
      ['POST', '/inboxes', { name: 'Mine', address: 'mine@casa-amaral.example' }],
      ['PATCH', `/inboxes/${repairs}`, { teammateIds: [ines.id] }],
      ['PATCH', '/company', { name: 'Casa Finch' }],
    ] as const
    for (const [method, path, body] of calls)
      for (const who of [ana, ines])
        expect([path, (await ask(method, path, who, body)).status]).toEqual([path, 403])
    for (const [method, path, body] of calls)
      expect([path, (await ask(method, path, {}, body)).status]).toEqual([path, 401])
  })

  it('do not come with fields that are not in the contract', async () => {
    const { ask, rosa, ana } = await house()
    for (const extra of [
      { role: 'admin' },
      { id: 'tm_1' },
      { joinedAt: null },
      { passwordHash: 'x' },
      { demo: true },
    ])
      expect((await ask('PATCH', '/me', ana, { name: 'Ana', ...extra })).status).toBe(422)
    expect((await ask('PATCH', '/me/preferences', ana, { role: 'admin' })).status).toBe(422)
    expect((await ask('PATCH', `/teammates/${ana.id}`, rosa, { email: 'x@y.example' })).status).toBe(422)
    expect((await ask('GET', '/me', ana)).body.teammate).toMatchObject({ name: 'Ana Costa', role: 'lead' })
  })

  it('change from one request to the next', async () => {
    const { ask, rosa, ana } = await house()
    await ask('PATCH', `/teammates/${ana.id}`, rosa, { role: 'admin' })
    expect((await ask('GET', '/audit', ana)).status).toBe(200)
    await ask('PATCH', `/teammates/${ana.id}`, rosa, { role: 'observer' })
    expect((await ask('GET', '/audit', ana)).status).toBe(403)
  })
})

describe('the last admin', () => {
  it('stays one, and stays', async () => {
    const { ask, rosa, ana } = await house()
    expect(await ask('PATCH', `/teammates/${rosa.id}`, rosa, { role: 'lead' })).toMatchObject({
      status: 409,
      body: { type: 'last-admin' },
    })
    expect((await ask('DELETE', `/teammates/${rosa.id}`, rosa)).status).toBe(409)
    await ask('PATCH', `/teammates/${ana.id}`, rosa, { role: 'admin' })
    expect((await ask('DELETE', `/teammates/${rosa.id}`, rosa)).status).toBe(204)
  })

  it('is not replaced by somebody who was only invited', async () => {
    const { ask, rosa } = await house()
    await ask('POST', '/teammates', rosa, {
      name: 'Ben Okafor',
      email: 'ben@casa-amaral.example',
      role: 'admin',
    })
    expect((await ask('PATCH', `/teammates/${rosa.id}`, rosa, { role: 'lead' })).status).toBe(409)
  })

  it('is left when two send each other away at once', async () => {
    const { db, ask, rosa, ana } = await house()
    await ask('PATCH', `/teammates/${ana.id}`, rosa, { role: 'admin' })
    const by = actorOf((await findTeammate(db, rosa.id))!, 'session')
    const both = await Promise.allSettled([
      transaction(db, (trx) => sendAway(trx, by, rosa.id)),
      transaction(db, (trx) => sendAway(trx, by, ana.id)),
    ])
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
  })
})

describe('whoever leaves', () => {
  it('loses sign-ins, keys and inboxes at once, and their address is free again', async () => {
    const { db, ask, rosa, ines, bakery } = await house()
    const { key } = (await ask('POST', `/teammates/${ines.id}/keys`, rosa, {})).body
    expect((await ask('GET', '/inboxes', { key })).status).toBe(200)
    expect((await ask('DELETE', `/teammates/${ines.id}`, rosa)).status).toBe(204)
    expect((await ask('GET', '/me', ines)).status).toBe(401)
    expect((await ask('GET', '/inboxes', { key })).status).toBe(401)
    expect((await ask('POST', '/sessions', {}, { email: ines.email, password: ines.password })).status).toBe(
      401,
    )
    const shown = (await ask('GET', '/inboxes', rosa)).body.items.find(
      (one: { id: string }) => one.id === bakery,
    )
    expect(shown.teammateIds).not.toContain(ines.id)
    expect((await ask('DELETE', `/teammates/${ines.id}`, rosa)).status).toBe(404)
    const left = await db.selectFrom('events').select('detail').where('type', '=', 'teammate.left').execute()
    expect(left).toEqual([{ detail: { demo: false } }])
    const back = { name: 'Inês Duarte', email: ines.email, role: 'teammate' }
    expect((await ask('POST', '/teammates', rosa, back)).status).toBe(201)
  })
})

describe('my own card', () => {
  it('is mine to change, and colleagues hear of it', async () => {
    const { db, ask, ana } = await house()
    const changed = await ask('PATCH', '/me', ana, { title: 'your person for repairs' })
    expect(changed.body.teammate.title).toBe('your person for repairs')
    expect((await ask('PATCH', '/me', ana, { timeZone: 'Mars/Olympus' })).status).toBe(422)
    const heard = await db
      .selectFrom('events')
      .select('teammateId')
      .where('type', '=', 'teammate.changed')
      .execute()
    expect(heard).toEqual([{ teammateId: ana.id }])
  })

  it('keeps both preferences when two tabs change different ones', async () => {
    const { ask, ana } = await house()
    await Promise.all([
      ask('PATCH', '/me/preferences', ana, { theme: 'dark' }),
      ask('PATCH', '/me/preferences', ana, { density: 'compact' }),
    ])
    expect((await ask('GET', '/me', ana)).body.preferences).toMatchObject({
      theme: 'dark',
      density: 'compact',
      undoSeconds: 10,
    })
  })
})

describe('opening hours', () => {
  it('are times of a day in order', async () => {
    const { ask, rosa } = await house()
    const open = { from: '07:00', to: '24:00' }
    const week = Array(7).fill(open)
    expect((await ask('PATCH', '/company', rosa, { hours: week })).body.hours).toEqual(week)
    for (const wrong of [
      { from: '9', to: '17:00' },
      { from: '17:00', to: '09:00' },
      { from: '09:00', to: '24:30' },
    ]) {
      const answer = await ask('PATCH', '/company', rosa, { hours: [null, wrong, ...Array(5).fill(null)] })
      expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer: '/hours/1' }] } })
    }
  })
})
