import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { erasePerson, forgetFiles } from '#server/app/erasing.ts'
import { changePageRules } from '#server/conversations/pageRules.ts'
import { answer, joao } from '#server/conversations/testing.ts'
import { rememberFact } from '#server/customers/facts.ts'
import { confirmErasure, listErasures, refuseErasure } from './erasure.ts'
import { type Mine, openMine } from './mine.testing.ts'

let stage: Mine
let helen: Mine['helen']
let admin: Mine['admin']
let lead: Mine['lead']
let matter: Mine['matter']
let customerOf: Mine['customerOf']
let own: Mine['own']
beforeAll(async () => {
  stage = await openMine()
  ;({ admin, lead, matter, customerOf, own } = stage)
})
afterAll(() => stage.close())
beforeEach(() => {
  helen = stage.nextHelen()
})

describe('to be forgotten', () => {
  const ask = async (conversationId: string) => {
    const mine = await own(conversationId)
    const key = await mine.key()
    const unsure = await mine.press('erase', { key, once: 'six' })
    expect(unsure.status).toBe(422)
    const asked = await mine.press('erase', { key, once: 'seven', sure: 'yes' })
    return { mine, asked, key }
  }

  it('is asked once, arrives as a letter, and is decided by whoever sees all of it', async () => {
    const boiler = await matter()
    await matter('The oven', stage.bakery)
    const { mine, asked, key } = await ask(boiler)
    expect(asked.status).toBe(303)
    await mine.press('erase', { key, once: 'eight', sure: 'yes' })
    expect((await mine.open('/p/me')).read('erase')).toContain('A person here confirms it')
    const letters = await stage.db
      .selectFrom('messages')
      .select('id')
      .where('customerId', '=', await customerOf(boiler))
      .where('text', 'like', 'Please erase%')
      .execute()
    expect(letters).toHaveLength(1)
    const mineOf = async (by: ReturnType<typeof admin>) =>
      (await listErasures(stage.db, by)).items.find((one) => one.customerName === helen.name)
    const open = (await listErasures(stage.db, admin())).items.at(-1)!
    expect(open.mayDecide).toBe(true)
    expect((await mineOf(lead() as never))!.mayDecide).toBe(false)
    await expect(confirmErasure(stage.db, lead(), open.id)).rejects.toMatchObject({ status: 403 })
    await expect(confirmErasure(stage.db, stage.ana, open.id)).rejects.toMatchObject({ status: 403 })
    await expect(confirmErasure(stage.db, { ...lead(), inboxIds: [] }, open.id)).rejects.toMatchObject({
      status: 404,
    })
    await refuseErasure(stage.db, admin(), open.id, 'An invoice is open; the law keeps it until March.')
    expect((await mine.open('/p/me')).read('erase')).toContain('An invoice is open')
    await expect(confirmErasure(stage.db, admin(), open.id)).rejects.toMatchObject({ status: 404 })
  })

  it('can be taken back until it is decided', async () => {
    const { mine, key } = await ask(await matter())
    expect((await mine.press('keep', { key, once: 'nine' })).status).toBe(303)
    expect((await mine.press('keep', { key, once: 'ten' })).status).toBe(422)
    expect((await mine.open('/p/me')).read('erase')).toContain('Yes, erase everything')
  })

  it('leaves nothing that a link, a table or a file could bring back', async () => {
    const boiler = await matter('The secret of the boiler')
    const customerId = await customerOf(boiler)
    const path = await stage.pathOf(boiler)
    const photo = Buffer.from('a photo of the boiler of Helen Marsh')
    await stage.press(path, { text: 'See here.', once: 'photo', say: 'reply' }, [
      { name: 'boiler.txt', bytes: photo },
    ])
    await answer(stage.db, stage.ana, boiler, 'Thank you, Helen Marsh.')
    await rememberFact(stage.db, stage.ana, customerId, { text: 'Helen Marsh has a dog.' })
    const others = await matter('The roof', stage.repairs, joao)
    await changePageRules(stage.db, admin(), { erase: 'at-once' })
    const { mine, asked } = await ask(boiler)
    await changePageRules(stage.db, admin(), { erase: 'ask' })
    expect(asked.read('h1')).toBe('It is being erased')
    const { id } = await stage.db
      .selectFrom('erasures')
      .select('id')
      .where('customerId', '=', customerId)
      .executeTakeFirstOrThrow()
    const file = await stage.house.files.keep(photo)
    for (let twice = 0; twice < 2; twice++)
      await erasePerson(stage.house, id, (_trx, names) =>
        forgetFiles({ ...stage.house, db: _trx as never }, { names }),
      )
    expect((await stage.open(path)).status).toBe(404)
    expect((await mine.open('/p/me')).status).toBe(401)
    expect(await stage.house.files.has(file)).toBe(false)
    const { rows } = await sql<{ name: string }>`
      select table_name as name from information_schema.tables
      where table_schema = current_schema() and table_type = 'BASE TABLE'`.execute(stage.db)
    for (const { name } of rows) {
      const found = await sql<{ row: string }>`
        select to_jsonb(t)::text as row from ${sql.table(name)} t
        where to_jsonb(t)::text like ${`%${helen.email}%`} or to_jsonb(t)::text like '%secret of the boiler%'
          or to_jsonb(t)::text like ${`%${boiler}%`}`.execute(stage.db)
      // The record of what was done names the conversation, and nobody.
      expect(
        found.rows.filter(({ row }) => name !== 'audit' || row.includes('Helen')),
        name,
      ).toEqual([])
    }
    expect((await stage.open(await stage.pathOf(others))).status).toBe(200)
    const done = await stage.db
      .selectFrom('erasures')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    expect(done).toMatchObject({ state: 'done', conversationId: null })
  })
})
