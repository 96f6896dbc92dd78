import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tend } from '#server/base/actor.ts'
import { clockNow } from '#server/base/clock.ts'
import { joao, letter } from '#server/conversations/testing.ts'
import { mergeConversation } from '#server/replies/merge.ts'
import { switchPractice } from '#server/team/practices.ts'
import { look, takeClue } from './finding.ts'
import { followMerge } from './following.ts'
import { hit, type Incidents, openIncidents } from './testing.ts'

const [ines, rui, teresa, nuno] = hit

let stage: Incidents
beforeAll(async () => {
  stage = await openIncidents()
})
afterAll(() => stage.close())

/** An incident with a drafted and read letter to each of these people, all with Ana. */
async function drafted(customerIds: string[], more: object = {}): Promise<string> {
  const { body } = await stage.ask(stage.ana, 'POST /incidents', {
    body: { inboxId: stage.repairs, what: 'The storm', clues: [{ by: 'people', customerIds }] },
  })
  const params = { id: body.id }
  await stage.ask(stage.ana, 'POST /incidents/{id}/grouping', {
    params,
    body: { how: { by: 'evenly' }, concierges: [stage.ana.id] },
  })
  await stage.ask(stage.ana, 'POST /incidents/{id}/updates', {
    params,
    body: {
      subject: 'The power in your street',
      text: 'Dear {{name}},\n\nthe power is out, and I am sorry. You hear from me tonight.\n\n{{concierge}}',
      ...more,
    },
  })
  await stage.read(body.id, 1)
  return body.id
}
const sending = (id: string) => ({ params: { id, update: '1' } })
const send = (id: string) =>
  stage.ask(stage.ana, 'POST /incidents/{id}/updates/{update}/sending', {
    ...sending(id),
    body: { undoSeconds: 0, perMinute: 60 },
  })
const letters = (id: string) =>
  stage.db
    .selectFrom('incidentLetters')
    .select(['customerId', 'state', 'conversationId', 'because'])
    .where('incidentId', '=', id)
    .execute()

describe('an incident that is opened again', () => {
  it('owes the hour that stands in their letters', async () => {
    const { customerId } = await stage.writes(ines, 'The power is out.')
    const tonight = new Date((await clockNow(stage.db)).getTime() + 5 * 3_600_000).toISOString()
    const id = await drafted([customerId], { nextUpdate: tonight })
    expect((await send(id)).status).toBe(201)
    await stage.leave(id, 1)
    const owed = async () =>
      (await stage.ask(stage.ana, 'GET /incidents/{id}', { params: { id } })).body.nextUpdate
    expect(await owed()).toBe(tonight)
    const closed = await stage.ask(stage.ana, 'POST /incidents/{id}/closing', {
      params: { id },
      body: { asItIs: 'A press too early' },
    })
    expect(closed.status).toBe(201)
    expect(await owed()).toBeNull()
    await stage.ask(stage.ana, 'DELETE /incidents/{id}/closing', { params: { id } })
    expect(await owed()).toBe(tonight)
  })
})

describe('the wall between inboxes', () => {
  it('lets whoever sees both find people, and shows the others no word of the inbox they do not see', async () => {
    const flour = await letter(stage.db, {
      inboxId: stage.bakery,
      from: joao,
      subject: 'The allergy I told you of in confidence',
      text: 'The quartermaster line is out and the oven with it.',
    })
    const both = { ...stage.ana, inboxIds: [stage.repairs, stage.bakery] }
    const made = await stage.ask(stage.ana, 'POST /incidents', {
      body: { inboxId: stage.repairs, what: 'The quartermaster line' },
    })
    const clue = { by: 'words' as const, words: 'quartermaster line' }
    const found = await look(stage.db, both, made.body.id, clue)
    expect(found.sample).toMatchObject([{ customerId: flour.customerId, because: 'Found in another inbox' }])
    await takeClue(stage.db, both, made.body.id, clue)
    const { body } = await stage.ask(stage.ana, 'GET /incidents/{id}/people', {
      params: { id: made.body.id },
    })
    expect(body.items).toHaveLength(1)
    expect(JSON.stringify(body)).not.toContain('allergy')
    expect(JSON.stringify(body)).not.toContain(flour.conversationId)
  })
})

describe('no letter goes astray', () => {
  it('goes into no conversation of somebody else, also where theirs was merged into it', async () => {
    const hers = await stage.writes(ines, 'The power is out, and my meter says 4711.', 'No light')
    const his = await stage.writes(rui, 'The power is out here too.', 'Dark')
    const id = await drafted([hers.customerId, his.customerId])
    const row = { incidentId: id, customerId: his.customerId }
    const point = (conversationId: string) =>
      stage.db
        .updateTable('incidentPeople')
        .set({ conversationId })
        .where('incidentId', '=', row.incidentId)
        .where('customerId', '=', row.customerId)
        .execute()
    await point(his.conversationId)
    await mergeConversation(stage.house, stage.ana, hers.conversationId, {
      conversationId: his.conversationId,
      differentPerson: true,
    })
    await followMerge(stage.db, his.conversationId, hers.conversationId)
    const pointed = await stage.db
      .selectFrom('incidentPeople')
      .select('conversationId')
      .where('incidentId', '=', id)
      .where('customerId', '=', his.customerId)
      .executeTakeFirstOrThrow()
    expect(pointed.conversationId).toBeNull()
    // However it came to point there: the letter asks whose it is.
    await point(hers.conversationId)
    expect((await send(id)).status).toBe(201)
    await stage.leave(id, 1)
    const sent = (await letters(id)).find((one) => one.customerId === his.customerId)!
    expect(sent.state).toBe('written')
    const { customerId } = await stage.db
      .selectFrom('conversations')
      .select('customerId')
      .where('id', '=', sent.conversationId!)
      .executeTakeFirstOrThrow()
    expect(customerId).toBe(his.customerId)
  })

  it('stops leaving when the way of working is switched off, and can be stopped by hand then', async () => {
    const people = [
      (await stage.writes(teresa, 'Dark.')).customerId,
      (await stage.writes(nuno, 'Dark.')).customerId,
    ]
    const [first, second] = [await drafted(people), await drafted(people)]
    for (const id of [first, second]) expect((await send(id)).status).toBe(201)
    await switchPractice(stage.db, tend, 'incidents', false)
    const stopped = await stage.ask(
      stage.ana,
      'DELETE /incidents/{id}/updates/{update}/sending',
      sending(second),
    )
    expect(stopped.status).toBeLessThan(300)
    await stage.leave(first, 1)
    await switchPractice(stage.db, tend, 'incidents', true)
    for (const id of [first, second])
      expect((await letters(id)).map((one) => one.state)).toEqual(['draft', 'draft'])
    // Nothing is lost: it leaves when somebody sends it again.
    expect((await send(first)).status).toBe(201)
    await stage.leave(first, 1)
    expect((await letters(first)).map((one) => one.state)).toEqual(['written', 'written'])
  })

  it('waits for nobody whose letter cannot be written; that one is a draft again, with a sentence', async () => {
    const people = [ines, rui, teresa, nuno]
    const ids = await Promise.all(
      people.map(async (one) => (await stage.writes(one, 'Still dark.')).customerId),
    )
    const id = await drafted(ids)
    const unlucky = [...ids].sort()[0]!
    // An error of ours, of the kind that nobody foresees.
    await sql`create function refuse_one() returns trigger language plpgsql as
      $$ begin raise exception 'no room'; end $$`.execute(stage.db)
    await sql
      .raw(
        `create trigger refuse_one before update on incident_letters for each row when (new.incident_id = '${id}' and new.customer_id = '${unlucky}' and new.state = 'written') execute function refuse_one()`,
      )
      .execute(stage.db)
    expect((await send(id)).status).toBe(201)
    await stage.leave(id, 1)
    const after = await letters(id)
    expect(after.filter((one) => one.state === 'written')).toHaveLength(3)
    expect(after.find((one) => one.customerId === unlucky)).toMatchObject({
      state: 'draft',
      because: expect.stringContaining('nothing has left'),
    })
  })
})
