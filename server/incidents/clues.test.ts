import { afterAll, beforeAll, expect, it } from 'vitest'
import { joao, letter } from '#server/conversations/testing.ts'
import { addCustomer, changeCustomer } from '#server/customers/actions.ts'
import { joinCircle } from '#server/customers/circles.ts'
import { putOn } from '#server/tags/actions.ts'
import { putOnPerson } from '#server/tags/people.ts'
import { proposeFor } from './proposals.ts'
import { hit, type Incidents, openIncidents } from './testing.ts'

const [ines, rui, teresa, nuno] = hit

let stage: Incidents
let id: string
beforeAll(async () => {
  stage = await openIncidents()
  const body = { inboxId: stage.repairs, what: 'The storm has cut the power in three streets' }
  id = (await stage.ask(stage.ben, 'POST /incidents', { body })).body.id
})
afterAll(() => stage?.close())

const known = ({ name, email }: { name: string; email: string }, inboxId = stage.repairs) =>
  addCustomer(stage.db, inboxId === stage.repairs ? stage.ana : stage.tomas, {
    name,
    emails: [email],
    phones: [],
    inboxId,
  })
/** Who is found, with the reason. */
async function finds(clue: object): Promise<[string, string][]> {
  const { body } = await stage.ask(stage.ben, 'POST /incidents/{id}/finding', { params: { id }, body: clue })
  return body.sample
    .map((one: { name: string; because: string }) => [one.name, one.because])
    .sort(([a]: [string], [b]: [string]) => a.localeCompare(b))
}

it('finds an area by how it stands in letters, whole places only, and nobody next door', async () => {
  await stage.writes(ines, 'Here in Rua 1 nothing works since six.', 'No power')
  await stage.writes(rui, 'Rua 12 is dark.', 'Dark')
  await letter(stage.db, { inboxId: stage.bakery, from: joao, text: 'My oven in Rua 1 is cold.' })
  expect(await finds({ by: 'area', places: ['Rua 1'] })).toEqual([['Inês Carvalho', 'There: No power']])
  expect((await finds({ by: 'area', places: ['Rua 1', 'rua 12'] })).map(([name]) => name)).toEqual([
    'Inês Carvalho',
    'Rui Matos',
  ])
  // A place is words, not a pattern.
  expect(await finds({ by: 'area', places: ['Rua .*'] })).toEqual([])
})

it('finds a company by the card and by the circle, however it is written', async () => {
  const [one, other] = [await known(teresa), await known(nuno)]
  await changeCustomer(stage.db, stage.ana, one, { company: 'Padaria Sol' })
  await joinCircle(stage.db, stage.ana, other, { kind: 'company', name: 'PADARIA SOL', role: null })
  const foreign = await known({ name: 'Olga Reis', email: 'olga@reis.example' }, stage.bakery)
  await changeCustomer(stage.db, stage.tomas, foreign, { company: 'Padaria Sol' })
  expect(await finds({ by: 'company', names: [' padaria sol '] })).toEqual([
    ['Nuno Faria', 'They belong to PADARIA SOL'],
    ['Teresa Pinto', 'They belong to Padaria Sol'],
  ])
  expect(await finds({ by: 'company', names: ['Padaria'] })).toEqual([])
})

it('finds a tag on their conversation and on themselves', async () => {
  const wrote = await stage.writes(rui, 'The cellar is wet.', 'Cellar')
  const { tagId } = await putOn(stage.db, stage.ana, wrote.conversationId, 'lower town')
  const tagged = await known({ name: 'Vera Dias', email: 'vera@dias.example' })
  await putOnPerson(stage.db, stage.ana, tagged, { name: 'lower town' })
  const because = 'They or their conversation are tagged “lower town”'
  expect(await finds({ by: 'tag', tagId })).toEqual([
    ['Rui Matos', because],
    ['Vera Dias', because],
  ])
  const take = await stage.ask(stage.ben, 'POST /incidents/{id}/clues', {
    params: { id },
    body: { by: 'tag', tagId },
  })
  expect([take.body.added, take.body.incident.counts.people]).toEqual([2, 2])
  // Who wears it and writes later is proposed for it; an older letter that wears it says nothing of a new one.
  const [felix, emil] = [
    { name: 'Felix Torres', email: 'felix@torres.example' },
    { name: 'Emil Braun', email: 'emil@braun.example' },
  ]
  await putOnPerson(stage.db, stage.ana, await known(felix), { name: 'lower town' })
  const old = await stage.writes(emil, 'It was wet last year.', 'Wet')
  await putOn(stage.db, stage.ana, old.conversationId, 'lower town')
  for (const who of [felix, emil]) {
    const { conversationId, messageId } = await stage.writes(who, 'Good morning!', 'Hello')
    await proposeFor(stage.db, conversationId, messageId)
  }
  const { body } = await stage.ask(stage.ben, 'GET /incidents/{id}/proposals', { params: { id } })
  expect(
    body.items.map((one: { customerName: string; because: string }) => [one.customerName, one.because]),
  ).toEqual([['Felix Torres', because]])
})
