import { afterAll, beforeAll, expect, it } from 'vitest'
import { tend } from '#server/base/actor.ts'
import { askIn, openHttp, openStage, type Stage } from '#server/conversations/testing.ts'
import { openIncident } from '#server/incidents/actions.ts'
import { seenIncidents } from '#server/incidents/rows.ts'
import { changeCompany } from '#server/team/company.ts'
import { switchPractice } from '#server/team/practices.ts'
import { serveStatements } from './routes.ts'

let stage: Stage
let ask: ReturnType<typeof askIn>
beforeAll(async () => {
  stage = await openStage()
  await changeCompany(stage.db, tend, { name: 'Casa Amaral', timeZone: 'Europe/Lisbon' })
  ask = askIn(
    await openHttp(stage, (app, options) => serveStatements(app, options, stage.house, seenIncidents)),
  )
})
afterAll(() => stage?.close())

const title = { en: 'The night our line was silent' }
const draft = {
  en: 'We regret any inconvenience that may have been caused. Mistakes were made. We will be back in touch shortly.',
}
const plain = {
  en: 'On Monday nine families sat in the cold and could not reach us. We tried the line only from inside the house. That was our mistake, and I am sorry. We ring it from outside every evening, and by Friday at six I hang the list in the window.',
}
const begin = (by: { id: string }, signers: string[], words: object = draft) =>
  ask(by, 'POST /statements', { body: { title, words, signers } })
const onPage = () => stage.db.selectFrom('statusStatements').selectAll().execute()

it('is no workshop while the team does not work this way', async () => {
  expect((await begin(stage.ben, [stage.ana.id])).body.type).toBe('practice-off')
  expect((await ask(stage.ben, 'GET /statements')).body.type).toBe('practice-off')
  await switchPractice(stage.db, tend, 'statements', true)
})

it('reads each line, and names what nobody has said yet', async () => {
  const { body } = await begin(stage.ben, [stage.ana.id, stage.ben.id])
  const faults = body.reading.en.lines.map((line: { faults: { id: string }[] }) =>
    line.faults.map((one) => one.id),
  )
  expect(faults[0]).toEqual(expect.arrayContaining(['legal', 'stock']))
  expect(faults[1]).toContain('passive')
  expect(faults[2]).toContain('no-time')
  expect(body.reading.en.missing).toEqual(['hurt', 'did', 'sorry', 'when'])
  const after = await ask(stage.ben, 'POST /statements/{id}/versions', {
    params: { id: body.id },
    body: { title, words: plain, after: 1 },
  })
  expect(after.body.reading.en.missing).toEqual([])
  expect(after.body.reading.en.lines.flatMap((line: { faults: unknown[] }) => line.faults)).toEqual([])
})

it('belongs to no incident of an inbox its writer does not see', async () => {
  await switchPractice(stage.db, tend, 'incidents', true)
  const opened = { inboxId: stage.bakery, what: 'Rye bread was taken back', clues: [] }
  const incidentId = await openIncident(stage.db, stage.tomas, opened)
  const body = { title, words: draft, signers: [stage.ana.id], incidentId }
  expect((await ask(stage.ben, 'POST /statements', { body })).status).toBe(404)
  const { body: made } = await ask(stage.tomas, 'POST /statements', { body })
  expect(made.incidentId).toBe(incidentId)
  const seen = await ask(stage.ben, 'GET /statements/{id}', { params: { id: made.id } })
  expect([seen.status, seen.body.incidentId]).toEqual([200, null])
  await ask(stage.tomas, 'DELETE /statements/{id}', { params: { id: made.id } })
})

it('is public only as everybody who was named has signed it, one of them a lead', async () => {
  expect((await begin(stage.ben, [stage.ben.id])).body.errors[0].pointer).toBe('/signers')
  expect((await begin(stage.lena, [stage.ana.id])).status).toBe(403)
  const { body: made } = await begin(stage.ben, [stage.ana.id, stage.ben.id], plain)
  const params = { id: made.id }
  const sign = (by: { id: string }, version: number) =>
    ask(by, 'POST /statements/{id}/signature', { params, body: { version } })
  const publish = (by: { id: string }, more: object = {}) =>
    ask(by, 'POST /statements/{id}/publication', {
      params,
      body: { version: made.version, told: 'personally', ...more },
    })
  // Those who were not asked cannot stand for it; who was asked is let off by a lead alone.
  expect((await sign(stage.tomas, 1)).status).toBe(403)
  const signers = [stage.ana.id]
  expect((await ask(stage.ben, 'PUT /statements/{id}/signers', { params, body: { signers } })).status).toBe(
    403,
  )
  await sign(stage.ben, 1)
  expect((await publish(stage.ben)).status).toBe(403)
  expect((await publish(stage.ana)).body.type).toBe('practice-off')
  await switchPractice(stage.db, tend, 'statusPage', true)
  expect((await publish(stage.ana)).body).toMatchObject({ type: 'not-signed', missing: ['Ana Costa'] })
  // A changed word is signed anew by everybody.
  const words = { en: `${plain.en} Rosa Amaral` }
  const change = (after: number) =>
    ask(stage.ben, 'POST /statements/{id}/versions', { params, body: { title, words, after } })
  expect((await change(1)).body.signers.map((one: { signedAt: unknown }) => one.signedAt)).toEqual([
    null,
    null,
  ])
  expect((await change(1)).body.type).toBe('crossed')
  expect((await sign(stage.ana, 1)).body.type).toBe('crossed')
  await sign(stage.ana, 2)
  await sign(stage.ben, 2)
  expect((await publish(stage.ana)).body.type).toBe('crossed')

  const note = { version: 2, language: 'en', quote: 'nine families', text: 'Ten: the Pires were away.' }
  const noted = await ask(stage.lena, 'POST /statements/{id}/comments', { params, body: note })
  const elsewhere = { ...note, quote: 'eleven families' }
  expect((await ask(stage.lena, 'POST /statements/{id}/comments', { params, body: elsewhere })).status).toBe(
    422,
  )
  expect((await publish(stage.ana, { version: 2 })).body.type).toBe('comments-open')
  expect((await publish(stage.ana, { version: 2, told: 'not-yet' })).body.errors[0].pointer).toBe('/because')
  expect(await onPage()).toEqual([])
  const settled = await ask(stage.ben, 'POST /statements/{id}/comments/{commentId}/settling', {
    params: { ...params, commentId: noted.body.comments[0].id },
  })
  expect(settled.body.comments[0].settledBy).toBe('Ben Okafor')
  const done = await publish(stage.ana, { version: 2 })
  expect(done.body).toMatchObject({
    state: 'public',
    published: { version: 2, told: 'personally', by: 'Ana Costa' },
  })
  expect(await onPage()).toMatchObject([{ id: made.id, words, changedAt: null }])
  // What everybody reads stays theirs until other words are signed.
  await ask(stage.ben, 'POST /statements/{id}/versions', { params, body: { title, words: plain, after: 2 } })
  expect(await onPage()).toMatchObject([{ words }])
  expect((await ask(stage.ana, 'DELETE /statements/{id}', { params })).body.type).toBe('was-public')
  await sign(stage.ana, 3)
  await sign(stage.ben, 3)
  await publish(stage.ana, { version: 3 })
  const [page] = await onPage()
  expect([page!.words, page!.changedAt]).toEqual([plain, expect.any(Date)])
  const withdrawal = { params, body: { because: 'A family asked us to.' } }
  expect((await ask(stage.ana, 'POST /statements/{id}/withdrawal', withdrawal)).body.state).toBe('withdrawn')
  expect(await onPage()).toEqual([])
  const told = await stage.db.selectFrom('events').select('type').where('type', '=', 'status.said').execute()
  // Readers hear of it once, not at each change of a word.
  expect(told).toHaveLength(1)
})
