import { describe, expect, it } from 'vitest'
import { teammates } from '#cast/company.ts'
import { moveClock } from '#server/base/clock.ts'
import { sameForAll } from './password.ts'
import { openTeam, tokenIn } from './testing.ts'

const { name, email } = teammates.ana
const ana = { name, email, role: 'lead' }
const password = 'first the bad part'
const minutesOn = (minutes: number) => new Date(Date.now() + minutes * 60_000)

const withRosa = async () => {
  const team = await openTeam()
  return { ...team, rosa: await team.moveIn() }
}

describe('an invitation', () => {
  it('shows who it is for, lets them in once, and says who joined', async () => {
    const { db, ask, rosa } = await withRosa()
    const invited = await ask('POST', '/teammates', rosa, ana)
    expect(invited).toMatchObject({ status: 201, body: { ...ana, state: 'invited', inboxes: [] } })
    const link = `/invites/${tokenIn(invited.body.inviteUrl)}`
    expect((await ask('GET', link)).body).toEqual({ purpose: 'join', name, email, company: '' })
    const joined = await ask(
      'POST',
      link,
      {},
      { password, name: 'Ana Maria Costa', timeZone: 'Europe/Lisbon' },
    )
    expect(joined.body.teammate).toMatchObject({ name: 'Ana Maria Costa', role: 'lead', state: 'here' })
    expect((await ask('GET', link)).status).toBe(410)
    expect((await ask('POST', link, {}, { password })).status).toBe(410)
    const events = await db
      .selectFrom('events')
      .select('type')
      .where('teammateId', '=', invited.body.id)
      .execute()
    expect(events.map((one) => one.type)).toEqual(['teammate.invited', 'teammate.joined'])
  })

  it('lets in one of two who come at the same moment', async () => {
    const { ask, rosa } = await withRosa()
    const link = `/invites/${tokenIn((await ask('POST', '/teammates', rosa, ana)).body.inviteUrl)}`
    const both = await Promise.all([1, 2].map(() => ask('POST', link, {}, { password })))
    expect(both.map((one) => one.status).sort()).toEqual([201, 410])
  })

  it('ends after a day, when a fresh one is made, and when they are sent away', async () => {
    const { db, ask, rosa } = await withRosa()
    const invited = (await ask('POST', '/teammates', rosa, ana)).body
    const again = await ask('POST', `/teammates/${invited.id}/invite`, rosa, {})
    expect((await ask('GET', `/invites/${tokenIn(invited.inviteUrl)}`)).status).toBe(410)
    const fresh = `/invites/${tokenIn(again.body.inviteUrl)}`
    expect((await ask('GET', fresh)).status).toBe(200)
    await moveClock(db, minutesOn(24 * 60 + 1))
    expect((await ask('POST', fresh, {}, { password })).status).toBe(410)
    const third = `/invites/${tokenIn((await ask('POST', `/teammates/${invited.id}/invite`, rosa)).body.inviteUrl)}`
    await ask('DELETE', `/teammates/${invited.id}`, rosa)
    expect((await ask('POST', third, {}, { password })).status).toBe(410)
  })

  it('goes by mail when asked for', async () => {
    const { ask, rosa, letters } = await withRosa()
    await ask('PATCH', '/company', rosa, { name: 'Casa Amaral' })
    const { inviteUrl } = (await ask('POST', '/teammates', rosa, { ...ana, sendMail: true })).body
    expect(letters).toMatchObject([
      { to: { name, email }, subject: 'Rosa Amaral invites you to Casa Amaral' },
    ])
    expect(letters[0]!.text).toContain(inviteUrl)
  })

  it('is refused for an address that is on the team, in whatever case', async () => {
    const { ask, rosa } = await withRosa()
    await ask('POST', '/teammates', rosa, ana)
    const twice = await ask('POST', '/teammates', rosa, { ...ana, email: email.toUpperCase() })
    expect(twice).toMatchObject({ status: 409, body: { type: 'address-taken' } })
    const crossing = await Promise.all(
      [1, 2, 3].map(() =>
        ask('POST', '/teammates', rosa, { name: 'Tomás Vale', email: teammates.tomas.email }),
      ),
    )
    expect(crossing.map((one) => one.status).sort()).toEqual([201, 409, 409])
  })

  it('cannot be guessed at leisure', async () => {
    const { ask } = await withRosa()
    const answers = await Promise.all(
      Array.from({ length: 61 }, (_, i) => ask('GET', `/invites/${`${i}`.padStart(32, 'x')}`)),
    )
    expect(answers.filter((one) => one.status === 410)).toHaveLength(60)
    expect(answers.filter((one) => one.status === 429)).toHaveLength(1)
  })
})

describe('a forgotten password', () => {
  it('is reset by a link in the mail, which ends all sign-ins and works once, for half an hour', async () => {
    const { db, ask, rosa, join, letters } = await withRosa()
    const here = await join(rosa, 'ana')
    expect(await ask('POST', '/password-resets', {}, { email })).toMatchObject({ status: 202, body: {} })
    const link = `/invites/${/\/reset\/(\S+)/.exec(letters[0]!.text)![1]}`
    expect((await ask('GET', link)).body).toMatchObject({ purpose: 'reset', email })
    expect((await ask('POST', link, {}, {})).body.errors).toMatchObject([{ pointer: '/password' }])
    const reset = await ask('POST', link, {}, { password, name: 'Mallory Finch' })
    expect(reset.body.teammate.name).toBe(name)
    expect((await ask('GET', '/me', here)).status).toBe(401)
    expect((await ask('POST', '/sessions', {}, { email, password: here.password })).status).toBe(401)
    expect((await ask('POST', '/sessions', {}, { email, password })).status).toBe(201)
    expect((await ask('POST', link, {}, { password })).status).toBe(410)

    await ask('POST', '/password-resets', {}, { email })
    await moveClock(db, minutesOn(31))
    const late = `/invites/${/\/reset\/(\S+)/.exec(letters[1]!.text)![1]}`
    expect((await ask('POST', late, {}, { password })).status).toBe(410)
  })

  it('gets the same answer for nobody, as late as for somebody, and no letter', async () => {
    const { ask, rosa, join, letters } = await withRosa()
    await join(rosa, 'ana')
    const time = async (address: string, from: string) => {
      const start = performance.now()
      const answer = await ask('POST', '/password-resets', { from }, { email: address })
      return { ms: performance.now() - start, answer: [answer.status, answer.body] }
    }
    const known = await time(email, '198.51.100.1')
    const unknown = await time('nobody@casa-amaral.example', '198.51.100.2')
    expect(known.answer).toEqual(unknown.answer)
    // Both wait for the same moment; a timer may be a millisecond early.
    expect(Math.min(known.ms, unknown.ms)).toBeGreaterThanOrEqual(sameForAll - 2)
    expect(letters.map((letter) => letter.to.email)).toEqual([email])
  })

  it('cannot fill somebody’s mailbox', async () => {
    const { ask, rosa, join, letters } = await withRosa()
    await join(rosa, 'ana')
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, i) =>
        ask('POST', '/password-resets', { from: `198.51.100.${i}` }, { email }),
      ),
    )
    expect(answers.filter((one) => one.status === 202)).toHaveLength(5)
    expect(letters).toHaveLength(5)
  })

  it('can be replaced by a one-time link of the machine, also for the only admin', async () => {
    const { ask, rosa } = await withRosa()
    const made = await ask('POST', `/teammates/${rosa.id}/invite`, rosa, {})
    const entered = await ask('POST', '/sessions/link', {}, { token: tokenIn(made.body.inviteUrl) })
    expect(entered).toMatchObject({ status: 201, body: { teammate: { id: rosa.id, role: 'admin' } } })
    expect((await ask('GET', '/me', rosa)).status).toBe(200)
  })
})
