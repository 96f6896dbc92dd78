import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tend } from '#server/base/actor.ts'
import { listConversations } from '#server/desk/lists.ts'
import { switchPractice } from '#server/team/practices.ts'
import { serveActs } from './actRoutes.ts'
import { settleAllTalk, settleTalk } from './acts.ts'
import { recordReading } from './reading.ts'
import { answer, askIn, letter, maria, openHttp, openStage, type Stage } from './testing.ts'

let stage: Stage
let ask: ReturnType<typeof askIn>
beforeAll(async () => {
  stage = await openStage()
  ask = askIn(await openHttp(stage, serveActs))
  await switchPractice(stage.db, tend, 'actions', true)
})
afterAll(() => stage.close())

/** Maria tells of a boiler that failed; `answered`: we have written back. */
async function problem({ failure = 0.9, answered = true } = {}) {
  const { conversationId, messageId } = await letter(stage.db, {
    inboxId: stage.repairs,
    from: maria,
    text: 'The boiler has failed again.',
  })
  await recordReading(stage.db, tend, {
    conversationId,
    messageId,
    asks: [],
    signals: { failure },
    evidence: [],
    praised: [],
  })
  if (answered) await answer(stage.db, stage.ana, conversationId, 'We will see to it.')
  await settleTalk(stage.db, [conversationId])
  return conversationId
}
const talkOnly = async (id: string, by = stage.ana) =>
  (await listConversations(stage.db, by, { view: 'talk-only', limit: 100 })).items.some(
    (row) => row.id === id,
  )
const record = (id: string, kind: string, by = stage.ana, note?: string) =>
  ask(by, 'POST /conversations/{id}/acts', { params: { id }, body: { kind, ...(note && { note }) } })

describe('talk without action', () => {
  it('is a problem that was answered and nothing done; one act ends it, taking it back brings it again', async () => {
    const id = await problem()
    expect(await talkOnly(id)).toBe(true)
    const made = await record(id, 'replaced', stage.ana, 'A new ignition')
    expect(made.body).toMatchObject({
      kind: 'replaced',
      note: 'A new ignition',
      by: 'Ana Costa',
      undone: false,
    })
    expect(await talkOnly(id)).toBe(false)
    const gone = await ask(stage.ben, 'DELETE /conversations/{id}/acts/{actId}', {
      params: { id, actId: made.body.id },
    })
    expect(gone.status).toBe(204)
    expect(await talkOnly(id)).toBe(true)
    const { body } = await ask(stage.lena, 'GET /conversations/{id}/acts', { params: { id } })
    expect(body.items).toMatchObject([{ kind: 'replaced', undone: true }])
  })

  it('is not where nobody told of a failure, or nobody has answered yet', async () => {
    expect(await talkOnly(await problem({ failure: 0.2 }))).toBe(false)
    expect(await talkOnly(await problem({ answered: false }))).toBe(false)
  })

  it('is shown only where the team works this way, and then for what was before as well', async () => {
    const id = await problem()
    await stage.db.updateTable('conversations').set({ talkOnly: false }).where('id', '=', id).execute()
    await settleAllTalk(stage.db)
    expect(await talkOnly(id)).toBe(true)
    await switchPractice(stage.db, tend, 'actions', false)
    expect(await talkOnly(id)).toBe(false)
    expect((await record(id, 'called')).status).toBe(409)
    await switchPractice(stage.db, tend, 'actions', true)
  })
})

describe('kinds of act', () => {
  it('of the team are named by a lead; what was recorded keeps its name', async () => {
    const id = await problem()
    expect((await record(id, 'brought bread')).status).toBe(422)
    const named = (own: string[], by = stage.ana) => ask(by, 'PUT /act-kinds', { body: { own } })
    const ana = await stage.db
      .selectFrom('teammates')
      .select('role')
      .where('id', '=', stage.ana.id)
      .executeTakeFirstOrThrow()
    const lead = ana.role === 'teammate' ? stage.ben : stage.ana
    expect((await named([' Brought  bread ', 'Brought bread'], lead)).body.own).toEqual(['Brought bread'])
    expect((await named(['Called'], lead)).status).toBe(422)
    expect((await named(['Anything'], stage.tomas)).status).toBe(403)
    expect((await record(id, 'Brought bread')).status).toBe(201)
    await named([], lead)
    const { body } = await ask(stage.ana, 'GET /conversations/{id}/acts', { params: { id } })
    expect(body.items.map((one: { kind: string }) => one.kind)).toEqual(['Brought bread'])
  })

  it('are for those who see the inbox: nothing is there for the others, observers only read', async () => {
    const id = await problem()
    expect((await record(id, 'called', stage.tomas)).status).toBe(404)
    expect((await ask(stage.tomas, 'GET /conversations/{id}/acts', { params: { id } })).status).toBe(404)
    expect((await record(id, 'called', stage.lena)).status).toBe(403)
    expect(await talkOnly(id, stage.tomas)).toBe(false)
  })
})
