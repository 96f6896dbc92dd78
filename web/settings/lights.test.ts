import { describe, expect, it } from 'vitest'
import { teammates } from '#cast/cast.ts'
import { type Known, lightsOf, worst } from './lights.ts'

const quiet: Known = { health: null, mailboxes: null, team: null, companyName: 'Casa Amaral', isAdmin: true }
type Line = NonNullable<Known['health']>['lines'][number]
const line = (id: string, state: Line['state'], figures = {}): Line => ({
  id,
  state,
  says: `${id} says`,
  remedy: null,
  figures,
})
const healthOf = (...lines: Line[]): Known['health'] => ({ ok: true, version: '1', lines })
const mailbox = (state: 'connected' | 'failing') => ({ address: 'hello@casa-amaral.example', state })
const mailboxesOf = (...items: ReturnType<typeof mailbox>[]) => ({ items }) as Known['mailboxes']
const person = (who: keyof typeof teammates, role: 'admin' | 'teammate', other: object = {}) => ({
  name: teammates[who].name,
  role,
  state: 'here',
  demo: false,
  ...other,
})
const teamOf = (...items: ReturnType<typeof person>[]) => ({ items, next: null }) as unknown as Known['team']
const lit = (known: Partial<Known>) => {
  const lights = lightsOf({ ...quiet, ...known })
  return Object.fromEntries([...lights].map(([section, all]) => [section, worst(all)]))
}

describe('the lights of the settings', () => {
  it('are dark where all is well, and where nothing is known', () => {
    expect(lit({})).toEqual({})
    expect(
      lit({
        health: healthOf(line('disk', 'good'), line('mail-in', 'good', { received: 3 })),
        mailboxes: mailboxesOf(mailbox('connected')),
        team: teamOf(person('rosa', 'admin'), person('ana', 'admin')),
      }),
    ).toEqual({})
  })

  it('light the entry where a need is met, once', () => {
    const health = healthOf(line('backup', 'watch'), line('address', 'watch'), line('way-out', 'watch'))
    expect(lit({ health })).toEqual({ data: 'watch', health: 'watch', mailboxes: 'watch' })
    // A lead makes no backup here: only Health can say it.
    expect(lit({ health, isAdmin: false })).toEqual({ health: 'watch', mailboxes: 'watch' })
    expect(lit({ health: healthOf(line('disk', 'bad'), line('work', 'watch')) })).toEqual({ health: 'bad' })
  })

  it('say of a mailbox that it fails, by the mailboxes alone', () => {
    const failing = {
      health: healthOf(line('mailbox-hello@casa-amaral.example', 'bad')),
      mailboxes: mailboxesOf(mailbox('failing')),
    }
    expect(lit(failing)).toEqual({ mailboxes: 'bad' })
    expect(lightsOf({ ...quiet, ...failing }).get('mailboxes')).toHaveLength(1)
    // It works again, and Health was asked before it did.
    expect(lit({ ...failing, mailboxes: mailboxesOf(mailbox('connected')) })).toEqual({})
    expect(lit({ health: healthOf(line('mailbox-hello@casa-amaral.example', 'watch')) })).toEqual({
      mailboxes: 'watch',
    })
  })

  it('miss a mailbox only where no letter has ever come another way', () => {
    const none = mailboxesOf()
    const came = (received: number) => healthOf(line('mail-in', 'good', { received }))
    expect(lit({ mailboxes: none, health: came(0) })).toEqual({ mailboxes: 'watch' })
    expect(lit({ mailboxes: none, health: came(4) })).toEqual({})
    expect(lit({ mailboxes: none })).toEqual({})
  })

  it('miss a second admin where somebody could be one, and tell admins alone', () => {
    const team = teamOf(person('rosa', 'admin'), person('ana', 'teammate'))
    expect(lit({ team })).toEqual({ people: 'watch' })
    expect(lit({ team, isAdmin: false })).toEqual({})
    expect(lit({ team: teamOf(person('rosa', 'admin')) })).toEqual({})
    expect(lit({ team: { ...team!, next: 'more' } })).toEqual({})
    expect(
      lit({ team: teamOf(person('rosa', 'admin'), person('ana', 'admin', { state: 'invited' })) }),
    ).toEqual({})
    expect(
      lit({
        team: teamOf(
          person('rosa', 'admin'),
          person('ben', 'teammate'),
          person('ana', 'admin', { demo: true }),
        ),
      }),
    ).toEqual({ people: 'watch' })
  })

  it('miss the name of the company', () => {
    expect(lit({ companyName: '' })).toEqual({ company: 'watch' })
    expect(lit({ companyName: '', isAdmin: false })).toEqual({})
  })
})
