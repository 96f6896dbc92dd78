import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tend } from '#server/base/actor.ts'
import { clockNow, moveClock } from '#server/base/clock.ts'
import { newId } from '#server/base/ids.ts'
import { askIn, joao, letter, maria, openHttp, openStage, type Stage } from '#server/conversations/testing.ts'
import { addCustomer, changeCustomer, findOrAddCustomer } from '#server/customers/actions.ts'
import { joinCircle, relate } from '#server/customers/circles.ts'
import { rememberFact } from '#server/customers/facts.ts'
import { customerById, listCustomers } from '#server/customers/queries.ts'
import { forgetOldJournals } from '#server/customers/sameness.ts'
import { transaction } from '#server/database/database.ts'
import { makeMatter } from '#server/matters/actions.ts'
import { namePerson } from '#server/persons/actions.ts'
import { makePromise } from '#server/promises/actions.ts'
import { switchPractice } from '#server/team/practices.ts'
import { erasePerson } from './erasing.ts'
import { bringTogether } from './merging.ts'
import { serveSamePeople } from './samePeopleRoutes.ts'

const atWork = { name: 'Maria Lopes', email: 'maria@lopes-interiors.example' }

describe('two who are one', () => {
  let stage: Stage
  let ask: ReturnType<typeof askIn>
  let home: Awaited<ReturnType<typeof letter>>
  let work: Awaited<ReturnType<typeof letter>>
  beforeAll(async () => {
    stage = await openStage()
    const { db } = stage
    for (const name of ['namedPerson', 'matters'] as const) await switchPractice(db, tend, name, true)
    // She sees both inboxes, as whoever makes two people one has to; Ben sees the repairs alone.
    stage.ana = { ...stage.ana, inboxIds: [stage.repairs, stage.bakery] }
    ask = askIn(await openHttp(stage, serveSamePeople))
    home = await letter(db, { inboxId: stage.repairs, from: maria, text: 'The boiler is cold again.' })
    work = await letter(db, { inboxId: stage.repairs, from: atWork, text: 'The lamp in the shop flickers.' })
    await letter(db, { inboxId: stage.bakery, from: atWork, text: 'Two rye loaves for Friday, please.' })
    await letter(db, { inboxId: stage.repairs, from: joao, text: 'The gate squeaks.' })
  })
  afterAll(() => stage.close())

  /** Every table as it stands, but for what tells of the past and what queues work. */
  async function everything() {
    const { rows } = await sql<{ name: string }>`select table_name as name from information_schema.tables
      where table_schema = current_schema() and table_type = 'BASE TABLE'
        and table_name not in ('events', 'audit', 'commit_marks', 'person_merges') order by 1`.execute(
      stage.db,
    )
    const all: Record<string, unknown[]> = {}
    for (const { name } of rows) {
      const found = await sql<{
        row: unknown
      }>`select to_jsonb(t) as row from ${sql.table(name)} t order by to_jsonb(t)::text`.execute(stage.db)
      all[name] = found.rows.map(({ row }) => row)
    }
    return all
  }

  it('are brought together with all that is theirs, and parted to the letter', async () => {
    const { db } = stage
    const [into, from] = [home.customerId, work.customerId]
    await changeCustomer(db, stage.ana, into, { preferredName: 'Maria', pleaseDont: ['ring before nine'] })
    await changeCustomer(db, stage.ana, from, {
      preferredName: 'Ms Lopes',
      company: 'Lopes Interiors',
      pleaseDont: ['write on Sundays'],
      noCirculars: true,
    })
    await rememberFact(db, stage.ana, from, {
      text: 'paints her own walls',
      conversationId: work.conversationId,
    })
    await namePerson(db, stage.ana, into, stage.ana.id)
    await namePerson(db, stage.ana, from, stage.ben.id)
    // Both stand where there is room for one.
    for (const id of [into, from])
      await joinCircle(db, stage.ana, id, { kind: 'household', name: 'Lopes', role: null })
    const friend = (await listCustomers(db, stage.ana, { q: joao.name, limit: 1 })).items[0]!.id
    await relate(db, stage.ana, from, { otherId: friend, is: 'brother', back: 'sister' })
    await makeMatter(db, stage.ana, {
      inboxId: stage.repairs,
      key: 'lamp-batch',
      kind: 'late-parcel',
      title: 'The lamps come late',
      news: 'The maker sends them on Monday.',
      people: [{ customerId: into }, { customerId: from }],
    })
    await makePromise(db, stage.ana, {
      conversationId: work.conversationId,
      customerId: from,
      inboxId: stage.repairs,
      messageId: null,
      what: 'look at the lamp',
      to: null,
      quote: null,
      makerId: stage.ana.id,
      due: new Date(Date.now() + 86_400_000),
    })
    const before = await everything()
    const made = await ask(stage.ana, 'POST /customers/{id}/merges', {
      params: { id: into },
      body: { otherId: from },
    })
    expect([made.status, made.body.fromName]).toEqual([201, 'Maria Lopes'])

    const one = await customerById(db, tend, into)
    expect(one).toMatchObject({
      preferredName: 'Maria',
      company: 'Lopes Interiors',
      pleaseDont: ['ring before nine', 'write on Sundays'],
      noCircularsSince: expect.any(String),
    })
    expect(one.emails.toSorted()).toEqual([maria.email, atWork.email].toSorted())
    expect(one.facts.map((fact) => fact.text)).toEqual(['paints her own walls'])
    // An old link leads to where they are now; the bakery, which knew only the one, knows them still.
    expect((await customerById(db, stage.ana, from)).id).toBe(into)
    expect((await customerById(db, stage.tomas, from)).id).toBe(into)
    const left = Object.entries(await everything()).filter(
      ([name, rows]) =>
        !['customers', 'person_merge_rows'].includes(name) &&
        rows.some((row) => JSON.stringify(row).includes(from)),
    )
    expect(left.map(([name]) => name)).toEqual([])
    expect(
      (await listCustomers(db, stage.ana, { q: 'Maria Lopes', limit: 5 })).items.map((row) => row.id),
    ).toEqual([into])

    expect(
      (await ask(stage.ana, 'DELETE /person-merges/{id}', { params: { id: made.body.id } })).status,
    ).toBe(204)
    expect(await everything()).toEqual(before)
  })

  it('hear of later letters from either address, which go with their address when they are parted', async () => {
    const { db } = stage
    const [into, from] = [home.customerId, work.customerId]
    const { body } = await ask(stage.ana, 'POST /customers/{id}/merges', {
      params: { id: into },
      body: { otherId: from },
    })
    const late = await letter(db, { inboxId: stage.repairs, from: atWork, text: 'And the door sticks.' })
    expect(late.customerId).toBe(into)
    const own = await letter(db, { inboxId: stage.repairs, from: maria, text: 'Warm again, thank you.' })
    await ask(stage.ana, 'DELETE /person-merges/{id}', { params: { id: body.id } })
    const whose = async (id: string) =>
      (
        await db
          .selectFrom('conversations')
          .select('customerId')
          .where('id', '=', id)
          .executeTakeFirstOrThrow()
      ).customerId
    expect(await whose(late.conversationId)).toBe(from)
    expect(await whose(own.conversationId)).toBe(into)
    const messages = await db
      .selectFrom('messages')
      .select('customerId')
      .where('conversationId', '=', late.conversationId)
      .execute()
    expect(messages).toEqual([{ customerId: from }])
    expect((await ask(stage.ana, 'DELETE /person-merges/{id}', { params: { id: body.id } })).status).toBe(404)
  })

  it('loses no letter that arrives in the same moment', async () => {
    const { db } = stage
    const [into, from] = [home.customerId, work.customerId]
    const letters = Array.from({ length: 6 }, () =>
      transaction(db, (trx) => findOrAddCustomer(trx, tend, { ...atWork, inboxId: stage.repairs })),
    )
    const [{ body }] = await Promise.all([
      ask(stage.ana, 'POST /customers/{id}/merges', { params: { id: into }, body: { otherId: from } }),
      ...letters,
    ])
    const stray = await db.selectFrom('customerInboxes').selectAll().where('customerId', '=', from).execute()
    expect(stray).toEqual([])
    await ask(stage.ana, 'DELETE /person-merges/{id}', { params: { id: body.id } })
  })

  it('are proposed with the reason, until somebody says they are two', async () => {
    const { db } = stage
    const add = (name: string, email: string, inboxId = stage.repairs) =>
      transaction(db, (trx) => findOrAddCustomer(trx, tend, { name, email, inboxId }))
    const one = await add('Rui Prado', 'rui@prado-tiles.example')
    const two = await add('Rui Prado', 'r.prado@prado-tiles.example')
    // The same name at a mail provider says nothing, and what another inbox knows is not told.
    await add('Rui Prado', 'rui.prado@gmail.com')
    await add('Rui Prado', 'office@prado-tiles.example', stage.bakery)
    const proposed = async (who = stage.ben) =>
      (await ask(who, 'GET /same-people', { query: { customer: one.id } })).body.items
    const [pair, ...more] = await proposed()
    expect(more).toEqual([])
    expect([pair.one.id, pair.other.id].toSorted()).toEqual([one.id, two.id].toSorted())
    expect(pair.reasons).toEqual([{ kind: 'name-domain', what: 'prado-tiles.example' }])
    const body = { otherId: two.id }
    expect(
      (await ask(stage.ben, 'POST /customers/{id}/same-refusals', { params: { id: one.id }, body })).status,
    ).toBe(204)
    expect(await proposed()).toEqual([])
    const params = { id: one.id, otherId: two.id }
    await ask(stage.ben, 'DELETE /customers/{id}/same-refusals/{otherId}', { params })
    expect(await proposed()).toHaveLength(1)
    // One number, however it is written.
    const [at, desk] = await Promise.all(
      [
        { name: 'Edith Brandt', phones: ['+351 912 345 678'] },
        { name: 'E. Brandt', phones: ['0912-345678'] },
      ].map((card) => addCustomer(db, stage.ana, { ...card, inboxId: stage.repairs, emails: [] })),
    )
    const all = (await ask(stage.lena, 'GET /same-people')).body.items
    const phone = all.find((one: { reasons: { kind: string }[] }) => one.reasons[0]!.kind === 'phone')
    expect([phone.one.id, phone.other.id].toSorted()).toEqual([at, desk].toSorted())
    expect((await ask(stage.tomas, 'GET /same-people')).body.items).toEqual([])
  })

  it('stay as they are for whoever may not know both, and after thirty days', async () => {
    const { db } = stage
    const params = { id: home.customerId }
    const bake = await letter(db, {
      inboxId: stage.bakery,
      from: { name: 'Jo Park', email: 'jo@park.example' },
      text: 'Rolls?',
    })
    const merge = (by: { id: string }, otherId: string) =>
      ask(by, 'POST /customers/{id}/merges', { params, body: { otherId } })
    expect((await merge(stage.ben, bake.customerId)).status).toBe(404)
    expect((await merge(stage.tomas, bake.customerId)).status).toBe(404)
    expect((await merge(stage.ana, home.customerId)).status).toBe(422)
    expect((await merge(stage.lena, work.customerId)).status).toBe(403)
    // He knows both, but not all that is theirs: made one, the page of the one would show him the other's bakery.
    const walled = await merge(stage.ben, work.customerId)
    expect([walled.status, walled.body.title]).toEqual([
      403,
      expect.stringContaining('an inbox you do not see'),
    ])
    expect(await db.selectFrom('personMergeRows').selectAll().execute()).toEqual([])
    const { body } = await merge(stage.ana, work.customerId)
    const half = await ask(stage.ben, 'DELETE /person-merges/{id}', { params: { id: body.id } })
    expect(half.status).toBe(403)
    const foreign = await ask(stage.lena, 'DELETE /person-merges/{id}', { params: { id: body.id } })
    expect(foreign.status).toBe(403)
    await moveClock(db, new Date((await clockNow(db)).getTime() + 31 * 86_400_000))
    expect((await ask(stage.ana, 'GET /customers/{id}/merges', { params })).body.items).toEqual([])
    const late = await ask(stage.ana, 'DELETE /person-merges/{id}', { params: { id: body.id } })
    expect([late.status, late.body.type]).toEqual([409, 'too-late'])
    const journal = () => db.selectFrom('personMergeRows').selectAll().execute()
    expect(await journal()).not.toEqual([])
    await forgetOldJournals(db)
    expect(await journal()).toEqual([])
  })
})

it('an erased person takes along whom they were brought together with', async () => {
  const stage = await openStage()
  try {
    const { db } = stage
    const one = await letter(db, { inboxId: stage.repairs, from: maria, text: 'The boiler is cold.' })
    const two = await letter(db, { inboxId: stage.repairs, from: atWork, text: 'The lamp flickers.' })
    await bringTogether(db, stage.ana, one.customerId, two.customerId)
    const id = newId('erasure')
    await db
      .insertInto('erasures')
      .values({
        id,
        customerId: one.customerId,
        conversationId: null,
        state: 'confirmed',
        byId: null,
        because: null,
        settledAt: null,
      })
      .execute()
    await erasePerson(stage.house, id, async () => {})
    for (const table of [
      'customers',
      'customerAddresses',
      'conversations',
      'messages',
      'personMerges',
      'personMergeRows',
    ] as const)
      expect(await db.selectFrom(table).selectAll().execute(), table).toEqual([])
  } finally {
    await stage.close()
  }
})
