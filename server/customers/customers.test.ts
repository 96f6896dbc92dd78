import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TeammateActor, tend } from '#server/base/actor.ts'
import { clockNow, moveClock } from '#server/base/clock.ts'
import { newId } from '#server/base/ids.ts'
import { transaction } from '#server/database/database.ts'
import { testDatabase } from '#server/database/testing.ts'
import { addCustomer, changeCustomer, findOrAddCustomer, noteSeen } from './actions.ts'
import { cleanPersonName, firstName, isTimeZone } from './customer.ts'
import { forgetExpired, forgetFact, holdFact, rememberFact } from './facts.ts'
import { findPeople } from './finding.ts'
import { customerById, listCustomers } from './queries.ts'
import { proposeSameAgain, samePeople } from './sameness.ts'

const repairs = newId('inbox')
const bakery = newId('inbox')
const teammate = (
  name: string,
  inboxIds: string[],
  role: 'teammate' | 'observer' = 'teammate',
): TeammateActor => ({
  kind: 'teammate',
  id: newId('teammate'),
  name,
  role,
  inboxIds,
  via: 'session',
})
const ana = teammate('Ana Costa', [repairs])
const tomas = teammate('Tomás Reis', [bakery])
const lena = teammate('Lena Vogt', [repairs], 'observer')
const nobody = teammate('Rui Prado', [])

let database: Awaited<ReturnType<typeof testDatabase>>
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

const write = (name: string | null, email: string, inboxId = repairs) =>
  transaction(database.db, (trx) => findOrAddCustomer(trx, tend, { name, email, inboxId }))

describe('names', () => {
  it('keeps what people sign with, without what would change the reading of a line', () => {
    expect(cleanPersonName('  Maria\r\n Lopes\u202e ')).toBe('Maria Lopes')
    expect(cleanPersonName('"Lopes, Maria"')).toBe('Lopes, Maria')
    expect(cleanPersonName(' \u200b ')).toBeNull()
  })
  it('takes the beginning of the address where there is no name', () => {
    expect(firstName(null, 'maria.lopes@mail.example')).toBe('maria.lopes')
    expect(firstName('Maria.Lopes@mail.example', 'maria.lopes@mail.example')).toBe('maria.lopes')
  })
  it('knows a time zone from a wish', () => {
    expect(isTimeZone('Europe/Lisbon')).toBe(true)
    expect(isTimeZone('Mars/Olympus')).toBe(false)
  })
})

describe('who may be one person', () => {
  it('is looked for within a time, and then refused with what to do, so that nobody holds the house up', async () => {
    await transaction(database.db, async (trx) => {
      await sql`lock table same_refusals in access exclusive mode`.execute(trx)
      await expect(samePeople(database.db, ana, undefined, 200)).rejects.toMatchObject({
        status: 422,
        type: 'too-wide',
      })
    })
    expect(await samePeople(database.db, ana, undefined)).toEqual([])
  })

  it('is looked for only among people of one’s own inboxes', async () => {
    const write_ = (email: string, inboxId: string) => write('Vera Pinho', email, inboxId)
    const one = await write_('vera@pinho-glass.example', repairs)
    const two = await write_('v.pinho@pinho-glass.example', repairs)
    await write_('office@pinho-glass.example', bakery)
    for (const id of [one.id, two.id, undefined]) {
      const pairs = await samePeople(database.db, ana, id)
      expect(pairs.map((pair) => [pair.one.id, pair.other.id])).toEqual([[one.id, two.id].toSorted()])
      expect(await samePeople(database.db, tomas, id)).toEqual([])
    }
    await proposeSameAgain(database.db, ana, one.id, two.id)
    const noted = database.db.selectFrom('audit').select('action').where('action', '=', 'customer.same-again')
    expect(await noted.execute()).toHaveLength(1)
  })
})

describe('one person per address', () => {
  it('finds the same person again, however the address is written', async () => {
    const first = await write('Clara Dias', 'Clara.Dias@mail.example')
    const again = await write('C. Dias', 'clara.dias@MAIL.example')
    expect(first.isNew).toBe(true)
    expect(again).toEqual({ ...first, isNew: false })
  })

  it('adds one person when two letters arrive at once', async () => {
    const found = await Promise.all(
      Array.from({ length: 6 }, () => write('Rita Melo', 'rita.melo@mail.example')),
    )
    expect(new Set(found.map((one) => one.id)).size).toBe(1)
    expect(found.filter((one) => one.isNew)).toHaveLength(1)
    const people = await listCustomers(database.db, tend, { q: 'Rita Melo', limit: 10 })
    expect(people.items.filter((one) => one.name === 'Rita Melo')).toHaveLength(1)
  })

  it('learns the name of somebody who first wrote without one, and then keeps it', async () => {
    await write(null, 'hugo.faria@mail.example')
    expect((await write('Hugo Faria', 'hugo.faria@mail.example')).name).toBe('Hugo Faria')
    expect((await write('The Other Hugo', 'hugo.faria@mail.example')).name).toBe('Hugo Faria')
  })

  it('refuses an address that somebody has, and adds nobody', async () => {
    await write('Nuno Brito', 'nuno.brito@mail.example', bakery)
    const attempt = addCustomer(database.db, ana, {
      name: 'Nuno B.',
      inboxId: repairs,
      emails: ['nuno.brito@mail.example'],
      phones: [],
    })
    await expect(attempt).rejects.toMatchObject({ status: 409 })
    expect(
      (await listCustomers(database.db, tend, { q: 'Nuno B.', limit: 10 })).items.map((one) => one.name),
    ).toEqual(['Nuno Brito'])
  })
})

describe('finding', () => {
  const names = async (q: string, by: typeof ana | typeof tomas = ana) =>
    (await listCustomers(database.db, by, { q, limit: 10 })).items.map((one) => one.name)

  it('finds who was mistyped, not everybody with the same first name; and one who is less alike where nobody is more so', async () => {
    const all = ['Marta Arimar', 'Marta Quistsou', 'Marta Lundcal', 'Marta Weifal', 'Marta Koda']
    for (const name of all) await write(name, `${name.toLowerCase().replace(' ', '.')}@mail.example`)
    expect(await names('Marta Arimra')).toEqual(['Marta Arimar'])
    expect(await names('Mart_ Arimar')).not.toContain('Marta Koda')
    expect((await names('Marta')).sort()).toEqual([...all].sort())
    expect(await names('Marta Zorave')).toEqual(expect.arrayContaining(all))
    expect(await names('ko')).toEqual(['Marta Koda'])
    expect(await names('Marta Arimra', tomas)).toEqual([])
    const alike = async (term: string, by: typeof ana | typeof tomas = ana) =>
      (await findPeople(database.db, by, term, { ways: 'alike', limit: 5 })).found.map((one) => one.name)
    for (const typed of ['Marta Arimra', 'Marta Arimr', 'Mart Arimar', 'Marta Arinmar', 'Narta Arimar'])
      expect((await alike(typed))[0], typed).toBe('Marta Arimar')
    expect(await alike('Marta Arimra')).toEqual(['Marta Arimar'])
    expect(await alike('Marta Arimra', tomas)).toEqual([])
    // Two slips: by parts of three letters, as before.
    expect((await alike('Marat Arimra'))[0]).toBe('Marta Arimar')
    // Page by page, each once.
    const first = await listCustomers(database.db, ana, { q: 'Marta', limit: 3 })
    const rest = await listCustomers(database.db, ana, { q: 'Marta', limit: 3, after: first.next! })
    expect([...first.items, ...rest.items].map((one) => one.name).sort()).toEqual([...all].sort())
    expect(rest.next).toBeNull()
  })
})

describe('the walls of inboxes', () => {
  it('shows a person only through an inbox the reader has', async () => {
    const { id } = await write('Sofia Pinto', 'sofia.pinto@mail.example')
    await expect(customerById(database.db, tomas, id)).rejects.toMatchObject({ status: 404 })
    await expect(customerById(database.db, nobody, id)).rejects.toMatchObject({ status: 404 })
    await expect(changeCustomer(database.db, tomas, id, { name: 'Sofia' })).rejects.toMatchObject({
      status: 404,
    })
    await expect(rememberFact(database.db, tomas, id, { text: 'has a dog' })).rejects.toMatchObject({
      status: 404,
    })
    for (const q of ['Sofia Pinto', 'sofia.pinto@mail.example', undefined]) {
      const seen = await listCustomers(database.db, tomas, { q, limit: 100 })
      expect(seen.items.map((one) => one.id)).not.toContain(id)
      expect((await listCustomers(database.db, nobody, { q, limit: 100 })).items).toEqual([])
    }
    expect((await customerById(database.db, ana, id)).name).toBe('Sofia Pinto')
  })

  it('keeps a fact where it was learned, although both inboxes know the person', async () => {
    const { id } = await write('Elsa Moura', 'elsa.moura@mail.example')
    await write('Elsa Moura', 'elsa.moura@mail.example', bakery)
    await rememberFact(database.db, ana, id, { text: 'the key is with the neighbour', inboxId: repairs })
    const fact = await rememberFact(database.db, tomas, id, { text: 'no nuts', inboxId: bakery })
    expect((await customerById(database.db, tomas, id)).facts.map((one) => one.text)).toEqual(['no nuts'])
    expect((await customerById(database.db, ana, id)).facts.map((one) => one.text)).toEqual([
      'the key is with the neighbour',
    ])
    await expect(forgetFact(database.db, ana, id, fact)).rejects.toMatchObject({ status: 404 })
    await expect(rememberFact(database.db, ana, id, { text: 'x', inboxId: bakery })).rejects.toMatchObject({
      status: 404,
    })
  })

  it('does not tell by the time of last contact that another inbox heard from them', async () => {
    const { id } = await write('Vera Lobo', 'vera.lobo@mail.example')
    const before = (await listCustomers(database.db, ana, { q: 'Vera Lobo', limit: 1 })).items[0]!.lastAt
    await transaction(database.db, (trx) => noteSeen(trx, id, bakery))
    const after = await listCustomers(database.db, ana, { q: 'Vera Lobo', limit: 1 })
    expect(after.items[0]!.lastAt).toBe(before)
    const all = await listCustomers(database.db, ana, { limit: 100 })
    expect(all.items.find((one) => one.id === id)!.lastAt).toBe(before)
  })

  it('lets an observer read and not write', async () => {
    const { id } = await write('Ivo Campos', 'ivo.campos@mail.example')
    expect((await customerById(database.db, lena, id)).id).toBe(id)
    await expect(changeCustomer(database.db, lena, id, { company: 'Campos' })).rejects.toMatchObject({
      status: 403,
    })
    await expect(rememberFact(database.db, lena, id, { text: 'kind' })).rejects.toMatchObject({ status: 403 })
  })
})

describe('what we know', () => {
  it('wipes the words of a forgotten fact', async () => {
    const { id } = await write('Lara Neto', 'lara.neto@mail.example')
    const fact = await rememberFact(database.db, ana, id, { text: 'is moving in spring' })
    await forgetFact(database.db, ana, id, fact)
    expect((await customerById(database.db, ana, id)).facts).toEqual([])
    const row = await database.db
      .selectFrom('customerFacts')
      .selectAll()
      .where('id', '=', fact)
      .executeTakeFirstOrThrow()
    expect(row.text).toBe('')
    await expect(forgetFact(database.db, ana, id, fact)).rejects.toMatchObject({ status: 404 })
  })

  it('lets a fact go on its day, from every reader at once, and wipes its words', async () => {
    const { id } = await write('Nina Prates', 'nina.prates@mail.example')
    const now = await clockNow(database.db)
    const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000)
    const moves = await rememberFact(database.db, ana, id, {
      text: 'is moving in March',
      kind: 'life',
      expiresAt: inDays(10),
    })
    const ill = await rememberFact(database.db, ana, id, { text: 'her hip', privacy: 'sensitive' })
    await rememberFact(database.db, ana, id, { text: 'likes mornings', kind: 'like' })
    const kept = (await customerById(database.db, ana, id)).facts
    expect(kept.find((one) => one.id === moves)).toMatchObject({ kind: 'life', mention: 'ask' })
    // Nobody has to think of it: what is sensitive has a day.
    expect(kept.find((one) => one.id === ill)!.expiresAt).not.toBeNull()
    await holdFact(database.db, ana, id, moves, { mention: 'yes' })
    await expect(holdFact(database.db, tomas, id, moves, { mention: 'no' })).rejects.toMatchObject({
      status: 404,
    })
    await expect(holdFact(database.db, ana, id, moves, { expiresAt: now })).rejects.toMatchObject({
      status: 422,
    })
    await moveClock(database.db, inDays(11))
    const told = (await customerById(database.db, ana, id)).facts.map((one) => one.text)
    expect(told).toEqual(['likes mornings', 'her hip'])
    await expect(holdFact(database.db, ana, id, moves, { mention: 'no' })).rejects.toMatchObject({
      status: 404,
    })
    expect(await forgetExpired(database.db)).toBe(1)
    expect(await forgetExpired(database.db)).toBe(0)
    const row = await database.db
      .selectFrom('customerFacts')
      .select(['text', 'forgottenAt'])
      .where('id', '=', moves)
      .executeTakeFirstOrThrow()
    expect(row).toEqual({ text: '', forgottenAt: expect.any(Date) })
  })

  it('corrects a card, and refuses a time zone that no clock knows', async () => {
    const { id } = await write('Otto Braun', 'otto.braun@mail.example')
    await changeCustomer(database.db, ana, id, { preferredName: 'Otto', formality: 'informal', company: '' })
    expect(await customerById(database.db, ana, id)).toMatchObject({
      name: 'Otto Braun',
      preferredName: 'Otto',
      formality: 'informal',
      company: null,
    })
    await expect(changeCustomer(database.db, ana, id, { timeZone: 'Mars/Olympus' })).rejects.toMatchObject({
      status: 422,
    })
  })
})

describe('finding people', () => {
  it('finds mistyped names, preferred names and parts of addresses, the most alike first', async () => {
    const { id } = await write('Margarida Quintela', 'mq@quintela.example')
    await changeCustomer(database.db, ana, id, { preferredName: 'Guida' })
    await write('Marta Quina', 'marta.quina@mail.example')
    for (const q of [
      'Margarida Quintela',
      'Margerida Quintella',
      'guida',
      'quintela.exa',
      'MQ@quintela.example',
    ])
      expect((await listCustomers(database.db, ana, { q, limit: 5 })).items[0]?.id, q).toBe(id)
    expect((await listCustomers(database.db, ana, { q: '%', limit: 5 })).items).toEqual([])
  })

  it('pages newest first through several inboxes, everybody once', async () => {
    const both = teammate('Rosa Amaral', [repairs, bakery])
    const whole = await listCustomers(database.db, both, { limit: 100 })
    const paged: string[] = []
    let after: string | undefined
    do {
      const page = await listCustomers(database.db, both, { after, limit: 3 })
      paged.push(...page.items.map((one) => one.id))
      after = page.next ?? undefined
    } while (after)
    expect(whole.items.length).toBeGreaterThan(8)
    expect(paged).toEqual(whole.items.map((one) => one.id))
    const times = whole.items.map((one) => one.lastAt!)
    expect(times).toEqual(times.toSorted().toReversed())
  })
})
