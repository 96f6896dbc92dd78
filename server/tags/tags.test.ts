import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clara, helen } from '#cast/cast.ts'
import { tend } from '#server/base/actor.ts'
import { putBack, splitOff } from '#server/conversations/split.ts'
import { askIn, joao, letter, maria, openHttp, openStage, type Stage } from '#server/conversations/testing.ts'
import { transaction } from '#server/database/database.ts'
import { inviteTeammate } from '#server/team/actions.ts'
import { findTeammate } from '#server/team/queries.ts'
import { actorOf } from '#server/team/signIn.ts'
import { putOn, renameTag, restoreTag, retireTag } from './actions.ts'
import { putOnPerson, tagsOfPerson, takeOffPerson } from './people.ts'
import { listTags, tagByName } from './queries.ts'
import { serveTags } from './routes.ts'

let stage: Stage
let app: FastifyInstance
let ask: ReturnType<typeof askIn>
/** Leads and sees both inboxes. */
let rosa: Stage['ana']
beforeAll(async () => {
  stage = await openStage()
  app = await openHttp(stage, (on, options) => serveTags(on, options))
  ask = askIn(app)
  const { id } = await inviteTeammate(stage.db, tend, {
    name: 'Rosa Amaral',
    email: 'rosa@casa-amaral.example',
    role: 'lead',
    timeZone: 'Europe/Lisbon',
    inboxes: [stage.repairs, stage.bakery],
    demo: true,
  })
  rosa = actorOf((await findTeammate(stage.db, id))!, 'session')
})
afterAll(async () => {
  await app.close()
  await stage.close()
})

const writes = (from = maria, inboxId = stage.repairs) =>
  letter(stage.db, { inboxId, from, text: 'It drips.' })
const worn = async (id: string) => {
  const row = await stage.db
    .selectFrom('conversations')
    .select('tags')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const names = await stage.db.selectFrom('tags').select(['id', 'name']).execute()
  return row.tags.map((tag) => names.find((one) => one.id === tag)!.name).sort()
}
const put = (id: string, name: string, by = stage.ana) =>
  ask(by, 'POST /conversations/{id}/tags', { params: { id }, body: { name } })
const names = async (by = stage.ana, q = '') =>
  (await listTags(stage.db, by, { q, limit: 50 })).items.map((one) => one.name)

describe('a tag on a conversation', () => {
  it('is put on by name, whoever writes it however, and taken off again, each once', async () => {
    const { conversationId: id } = await writes()
    const first = await put(id, '  Spare   part ')
    expect(first.status).toBe(201)
    expect(first.body.tags.map((one: { name: string }) => one.name)).toEqual(['Spare part'])
    await put(id, 'spare PART', stage.ben)
    expect(await worn(id)).toEqual(['Spare part'])
    const off = { params: { id, tagId: first.body.tags[0].id } }
    expect((await ask(stage.ana, 'DELETE /conversations/{id}/tags/{tagId}', off)).status).toBe(204)
    expect((await ask(stage.ana, 'DELETE /conversations/{id}/tags/{tagId}', off)).status).toBe(204)
    expect(await worn(id)).toEqual([])
    const lines = await stage.db
      .selectFrom('events')
      .select(['type', 'detail'])
      .where('conversationId', '=', id)
      .where('type', 'like', 'conversation.%tagged')
      .orderBy('seq')
      .execute()
    expect(lines.map((line) => [line.type, (line.detail as { name: string }).name])).toEqual([
      ['conversation.tagged', 'Spare part'],
      ['conversation.untagged', 'Spare part'],
    ])
    const audited = await stage.db
      .selectFrom('audit')
      .select('action')
      .where('subjectId', '=', id)
      .where('action', 'like', 'conversation.%tagged')
      .execute()
    expect(audited).toHaveLength(2)
  })

  it('made by two at once is one tag, and both are on', async () => {
    const { conversationId: id } = await writes()
    await Promise.all([put(id, 'Leak'), put(id, 'leak', stage.ben), put(id, 'Winter', stage.ben)])
    expect((await worn(id)).map((name) => name.toLowerCase())).toEqual(['leak', 'winter'])
  })

  it('needs a name that a search can read, and stops at twenty', async () => {
    const { conversationId: id } = await writes()
    for (const name of ['', '   ', 'a"b', 'x'.repeat(41)]) expect((await put(id, name)).status).toBe(422)
    for (let n = 0; n < 20; n++) await putOn(stage.db, stage.ana, id, `shelf ${n}`)
    expect((await put(id, 'one more')).status).toBe(422)
  })

  it('goes home with what is put back', async () => {
    const { conversationId: id } = await writes(joao)
    const second = await letter(stage.db, {
      inboxId: stage.repairs,
      from: joao,
      text: 'And the gate.',
      conversationId: id,
    })
    await put(id, 'Leak')
    const moved = await transaction(stage.db, (trx) =>
      splitOff(trx, stage.ana, id, { messageId: second.messageId }),
    )
    await put(moved.to, 'Gate')
    await put(moved.to, 'Leak')
    await transaction(stage.db, (trx) => putBack(trx, stage.ana, moved.to))
    expect((await worn(id)).map((name) => name.toLowerCase())).toEqual(['gate', 'leak'])
  })
})

describe('the walls', () => {
  it('a conversation of another inbox is not here, and a tag known only there does not exist', async () => {
    const cake = await writes(maria, stage.bakery)
    expect((await put(cake.conversationId, 'Secret recipe')).status).toBe(404)
    const { tagId } = await putOn(stage.db, stage.tomas, cake.conversationId, 'Secret recipe')
    expect(await names(stage.ana, 'secret')).toEqual([])
    expect(await names(stage.tomas)).toEqual(['Secret recipe'])
    await expect(renameTag(stage.db, stage.ana, tagId, 'Open recipe')).rejects.toMatchObject({ status: 404 })
    expect(
      (
        await ask(stage.ana, 'DELETE /conversations/{id}/tags/{tagId}', {
          params: { id: cake.conversationId, tagId },
        })
      ).status,
    ).toBe(404)
  })

  it('reading along tags nothing, and only a lead changes a tag', async () => {
    const { conversationId: id } = await writes()
    expect((await put(id, 'Leak', stage.lena)).status).toBe(403)
    const { tagId } = await putOn(stage.db, stage.ana, id, 'Door')
    for (const answer of [
      await ask(stage.ben, 'PATCH /tags/{id}', { params: { id: tagId }, body: { name: 'Barn door' } }),
      await ask(stage.ben, 'DELETE /tags/{id}', { params: { id: tagId } }),
    ])
      expect(answer.status).toBe(403)
    expect(
      (await ask(stage.ana, 'PATCH /tags/{id}', { params: { id: tagId }, body: { name: 'Barn door' } }))
        .status,
    ).toBe(200)
  })
})

describe('a lead', () => {
  it('renames; a name that is taken is refused with the way out', async () => {
    const { conversationId: id } = await writes()
    const { tagId } = await putOn(stage.db, stage.ana, id, 'Boyler')
    await putOn(stage.db, stage.ana, id, 'Heating')
    await expect(renameTag(stage.db, rosa, tagId, 'heating')).rejects.toMatchObject({
      status: 409,
      type: 'tag-exists',
    })
    await renameTag(stage.db, rosa, tagId, 'Boiler')
    expect(await worn(id)).toEqual(['Boiler', 'Heating'])
  })

  it('who comes second finds it retired, and retires nothing twice', async () => {
    const { conversationId: id } = await writes()
    const { tagId } = await putOn(stage.db, stage.ana, id, 'Gutter')
    let second: Promise<unknown> = Promise.resolve()
    await transaction(stage.db, async (trx) => {
      await trx.updateTable('tags').set({ retiredAt: new Date() }).where('id', '=', tagId).execute()
      second = expect(renameTag(stage.db, rosa, tagId, 'Gutters')).rejects.toMatchObject({ status: 404 })
      await expect
        .poll(
          async () =>
            (
              await sql`select 1 from pg_locks where not granted and locktype in ('transactionid', 'tuple')`.execute(
                stage.db,
              )
            ).rows.length,
          { timeout: 30_000 },
        )
        .toBeGreaterThan(0)
    })
    await second
  })

  it('merges two into one and back, exactly', async () => {
    const [both, one, other] = [await writes(), await writes(), await writes()]
    const { tagId: wet } = await putOn(stage.db, stage.ana, both.conversationId, 'Wet')
    const { tagId: damp } = await putOn(stage.db, stage.ana, both.conversationId, 'Damp')
    await putOn(stage.db, stage.ana, one.conversationId, 'Wet')
    await putOn(stage.db, stage.ana, other.conversationId, 'Damp')
    expect(await retireTag(stage.db, rosa, wet, damp)).toEqual({ conversations: 2 })
    for (const { conversationId } of [both, one, other]) expect(await worn(conversationId)).toEqual(['Damp'])
    expect(await names(stage.ana, 'wet')).toEqual([])
    await restoreTag(stage.db, rosa, wet)
    expect(await worn(both.conversationId)).toEqual(['Damp', 'Wet'])
    expect(await worn(one.conversationId)).toEqual(['Wet'])
    expect(await worn(other.conversationId)).toEqual(['Damp'])
  })

  it('removes and brings back; meanwhile the name may be used anew', async () => {
    const { conversationId: id } = await writes()
    const { tagId } = await putOn(stage.db, stage.ana, id, 'Summer')
    await retireTag(stage.db, rosa, tagId, null)
    expect(await worn(id)).toEqual([])
    await restoreTag(stage.db, rosa, tagId)
    expect(await worn(id)).toEqual(['Summer'])
    await retireTag(stage.db, rosa, tagId, null)
    await putOn(stage.db, stage.ana, id, 'Summer')
    await expect(restoreTag(stage.db, rosa, tagId)).rejects.toMatchObject({ type: 'tag-exists' })
  })

  it('who does not see every inbox of a tag leaves it alone', async () => {
    const [here, there] = [await writes(), await writes(maria, stage.bakery)]
    const { tagId } = await putOn(stage.db, stage.ana, here.conversationId, 'Urgent order')
    await putOn(stage.db, stage.tomas, there.conversationId, 'Urgent order')
    await expect(renameTag(stage.db, stage.ana, tagId, 'Rush')).rejects.toMatchObject({ status: 403 })
    expect(await worn(there.conversationId)).toEqual(['Urgent order'])
  })
})

it('counts only what the reader sees, up to a hundred', async () => {
  const [mine, theirs] = [await writes(), await writes(maria, stage.bakery)]
  await putOn(stage.db, stage.ana, mine.conversationId, 'Counted')
  await putOn(stage.db, stage.tomas, theirs.conversationId, 'Counted')
  const { body } = await ask(stage.ana, 'GET /tags', { query: { q: 'counted', counted: '1' } })
  expect(body.items).toEqual([expect.objectContaining({ name: 'Counted', conversations: 1, people: 0 })])
})

it('counts the people who wear each once, by the name it has now, as far as the reader sees', async () => {
  const { db } = stage
  const [one, two] = [(await writes(maria)).customerId, (await writes(joao)).customerId]
  await writes(maria, stage.bakery)
  for (const inboxId of [stage.repairs, stage.bakery])
    await putOnPerson(db, rosa, one, { name: inboxId === stage.repairs ? 'Neighbour' : 'Next door', inboxId })
  await putOnPerson(db, rosa, two, { name: 'Next door', inboxId: stage.repairs })
  const [nextDoor, neighbour] = [await tagByName(db, 'Next door'), await tagByName(db, 'Neighbour')]
  await retireTag(db, rosa, nextDoor!.id, neighbour!.id)
  const people = async (by: Stage['ana']) =>
    (await listTags(db, by, { q: 'neigh', counted: '1', limit: 5 })).items.map((tag) => tag.people)
  expect([await people(rosa), await people(stage.ana), await people(stage.tomas)]).toEqual([[2], [2], [1]])
})

describe('a tag on a person', () => {
  const tagged = async (by: Stage['ana'], id: string) =>
    (await tagsOfPerson(stage.db, by, id)).map((one) => one.name)
  const putOnThem = (by: Stage['ana'], id: string, name: string) =>
    ask(by, 'POST /customers/{id}/tags', { params: { id }, body: { name } })

  it('is put on and taken off, each once, audited, and seen only in inboxes that know it', async () => {
    const { customerId: id } = await writes(clara)
    await writes(clara, stage.bakery)
    const first = await putOnThem(stage.ana, id, ' Pays  late ')
    expect([first.status, first.body.tags[0].name]).toEqual([201, 'Pays late'])
    await putOnThem(stage.ben, id, 'pays LATE')
    expect(await tagged(stage.ben, id)).toEqual(['Pays late'])
    // In the bakery she is known too, and nothing of it is.
    expect([await tagged(stage.tomas, id), await names(stage.tomas, 'pays')]).toEqual([[], []])
    await putOnThem(stage.tomas, id, 'No nuts')
    expect(await tagged(rosa, id)).toEqual(['No nuts', 'Pays late'])
    expect(await tagged(stage.ana, id)).toEqual(['Pays late'])
    const off = { params: { id, tagId: first.body.tags[0].id } }
    expect((await ask(stage.tomas, 'DELETE /customers/{id}/tags/{tagId}', off)).status).toBe(204)
    expect(await tagged(stage.ana, id)).toEqual(['Pays late'])
    expect((await ask(stage.ana, 'DELETE /customers/{id}/tags/{tagId}', off)).status).toBe(204)
    expect((await ask(stage.ana, 'DELETE /customers/{id}/tags/{tagId}', off)).status).toBe(204)
    expect(await tagged(rosa, id)).toEqual(['No nuts'])
    const audited = await stage.db
      .selectFrom('audit')
      .select('action')
      .where('subjectId', '=', id)
      .where('action', 'like', 'customer.%tagged')
      .orderBy('at')
      .execute()
    expect(audited.map((row) => row.action)).toEqual([
      'customer.tagged',
      'customer.tagged',
      'customer.untagged',
    ])
    const read = (by: Stage['ana']) => ask(by, 'GET /customers/{id}/tags', { params: { id: helensId } })
    const { customerId: helensId } = await writes(helen)
    expect([(await read(stage.ana)).body, (await read(stage.tomas)).status]).toEqual([{ tags: [] }, 404])
  })

  it('goes along when two tags become one, and comes back with them', async () => {
    const { customerId: id } = await writes(helen)
    const { db } = stage
    const add = (name: string) => putOnPerson(db, rosa, id, { name })
    const [early] = await add('Early bird')
    const keen = (await add('Keen')).find((one) => one.name === 'Keen')!
    await retireTag(db, rosa, early!.id, keen.id)
    expect(await tagged(rosa, id)).toEqual(['Keen'])
    await restoreTag(db, rosa, early!.id)
    expect(await tagged(rosa, id)).toEqual(['Early bird', 'Keen'])
    await retireTag(db, rosa, early!.id, keen.id)
    // Off means off, also by the name it had before.
    await takeOffPerson(db, rosa, id, keen.id)
    await restoreTag(db, rosa, early!.id)
    expect(await tagged(rosa, id)).toEqual([])
    for (let n = 1; n <= 20; n++) await add(`No ${n}`)
    await expect(add('One too many')).rejects.toThrow(/20 tags/)
  })
})
