import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { checks } from '#care/checks.ts'
import { tend } from '#server/base/actor.ts'
import { askIn, openHttp, openStage, type Stage } from '#server/conversations/testing.ts'
import { addWords, rewriteVoice } from './guideChanges.ts'
import { serveKnowledge } from './routes.ts'

let stage: Stage
let app: FastifyInstance
let ask: ReturnType<typeof askIn>
beforeAll(async () => {
  stage = await openStage()
  app = await openHttp(stage, serveKnowledge)
  ask = askIn(app)
})
afterAll(async () => {
  await app.close()
  await stage.close()
})
beforeEach(async () => {
  for (const table of ['guideRules', 'guideVoices', 'guideWords', 'events', 'audit'] as const)
    await stage.db.deleteFrom(table).execute()
})

const told = async () =>
  (await stage.db.selectFrom('events').select(['type', 'inboxId']).orderBy('seq').execute()).filter(
    (event) => event.type === 'guide.changed',
  )
const audited = async () =>
  (await stage.db.selectFrom('audit').select(['action', 'subjectId', 'byName']).orderBy('id').execute()).map(
    ({ action, subjectId, byName }) => `${byName}: ${action} ${subjectId}`,
  )
const inForce = async (inboxId: string, by = stage.ana) =>
  (await ask(by, 'GET /inboxes/{id}/guide', { params: { id: inboxId } })).body
const add = (body: object, by = stage.ana) => ask(by, 'POST /guide/words', { body })

describe('checks', () => {
  const put = (id: string, body: object, by = stage.ana) =>
    ask(by, 'PUT /guide/checks/{id}', { params: { id }, body })

  it('are all named, with what they are about, to whoever reads along', async () => {
    const { body } = await ask(stage.lena, 'GET /guide')
    expect(body.checks.map((one: { id: string }) => one.id)).toEqual(checks.map((one) => one.id))
    expect(body).toMatchObject({ rules: [], voices: [], words: [] })
  })

  it('are switched off and on by a lead, once, and everybody hears of it', async () => {
    expect((await put('voice.passive', { rule: 'off' })).body.rules).toMatchObject([
      { check: 'voice.passive', rule: 'off', inboxId: null, byId: stage.ana.id },
    ])
    await put('voice.passive', { rule: 'off' })
    expect(await told()).toEqual([{ type: 'guide.changed', inboxId: null }])
    expect((await inForce(stage.repairs)).checksOff).toEqual(['voice.passive'])
    expect((await put('voice.passive', { rule: 'on' })).body.rules).toEqual([])
    expect(await audited()).toEqual([
      'Ana Costa: check.ruled voice.passive',
      'Ana Costa: check.ruled voice.passive',
    ])
  })

  it('obey an inbox’s own rule before the house’s, and those who do not see it hear nothing', async () => {
    await put('tone.curt', { rule: 'off', inboxId: stage.repairs })
    expect((await inForce(stage.repairs)).checksOff).toEqual(['tone.curt'])
    expect((await inForce(stage.bakery, stage.tomas)).checksOff).toEqual([])
    expect(await told()).toEqual([{ type: 'guide.changed', inboxId: stage.repairs }])
    await put('tone.curt', { rule: 'off' })
    await put('tone.curt', { rule: 'on', inboxId: stage.repairs })
    expect((await inForce(stage.repairs)).checksOff).toEqual([])
    expect((await inForce(stage.bakery, stage.tomas)).checksOff).toEqual(['tone.curt'])
    await put('tone.curt', { rule: null, inboxId: stage.repairs })
    expect((await inForce(stage.repairs)).checksOff).toEqual(['tone.curt'])
  })

  it('stop a reply where the team says so, and only those that may', async () => {
    await put('name.wrong', { rule: 'stops' })
    expect(await inForce(stage.repairs)).toMatchObject({ stops: ['name.wrong'], checksOff: [] })
    expect(await put('tone.curt', { rule: 'stops' })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/rule' }] },
    })
  })

  it('refuse what is no hint, what is no check, and who is no lead', async () => {
    const always = await put('promise.extract', { rule: 'off' })
    expect(always).toMatchObject({ status: 422, body: { errors: [{ pointer: '/rule' }] } })
    expect((await put('in.upset', { rule: 'off' })).status).toBe(422)
    expect((await put('tone.mumbling', { rule: 'off' })).status).toBe(404)
    expect((await put('tone.curt', { rule: 'off' }, stage.ben)).status).toBe(403)
    expect((await put('tone.curt', { rule: 'off', inboxId: stage.bakery })).status).toBe(404)
    expect(await told()).toEqual([])
  })
})

describe('the voice guide', () => {
  const voice = {
    address: 'First names, once they sign with theirs.',
    tone: 'As across the counter.',
    signOff: 'Warm regards',
    dos: ['Say the hour.'],
    donts: ['Exclamation marks in a row.'],
    notes: '',
  }
  const put = (body: object, by = stage.ana) => ask(by, 'PUT /guide/voice', { body })

  it('is kept with who and when, and read by the team', async () => {
    const { body } = await put(voice)
    expect(body).toMatchObject({ ...voice, inboxId: null, byId: stage.ana.id })
    expect((await ask(stage.lena, 'GET /guide')).body.voices).toEqual([body])
    expect((await inForce(stage.repairs, stage.lena)).voice).toEqual(voice)
    expect(await audited()).toEqual(['Ana Costa: voice.rewritten house'])
  })

  it('of an inbox counts before the house’s where it says something, and adds to its lists', async () => {
    await put(voice)
    await put({ inboxId: stage.repairs, tone: 'Short: they stand in water.', dos: ['Name the part.'] })
    expect((await inForce(stage.repairs)).voice).toEqual({
      ...voice,
      tone: 'Short: they stand in water.',
      dos: ['Say the hour.', 'Name the part.'],
    })
    expect((await inForce(stage.bakery, stage.tomas)).voice).toEqual(voice)
    expect((await ask(stage.tomas, 'GET /guide')).body.voices).toHaveLength(1)
  })

  it('never overwrites what a colleague has written since', async () => {
    const first = (await put({ ...voice, changedSince: null })).body
    expect((await put({ ...voice, changedSince: null })).status).toBe(409)
    const second = await put({ ...voice, tone: 'Calm.', changedSince: first.at })
    expect(second.status).toBe(200)
    const crossed = await put({ ...voice, tone: 'Loud.', changedSince: first.at })
    expect(crossed).toMatchObject({ status: 409, body: { type: 'newer-guide', newer: { tone: 'Calm.' } } })
    expect((await inForce(stage.repairs)).voice.tone).toBe('Calm.')
  })

  it('refuses whoever is no lead, an inbox they do not see, and a book', async () => {
    expect((await put(voice, stage.ben)).status).toBe(403)
    expect((await put({ ...voice, inboxId: stage.bakery })).status).toBe(404)
    expect(await put({ ...voice, notes: 'n'.repeat(5001) })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/notes' }] },
    })
    expect(await put({ ...voice, dos: ['one', ' '] })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/dos/1' }] },
    })
  })
})

describe('own words', () => {
  it('come in force in the shape the reader takes', async () => {
    await add({
      kind: 'inside',
      words: [{ word: 'combi unit' }, { word: 'work  order', plain: 'visit' }],
    })
    await add({ kind: 'opener', words: [{ word: 'I hope this finds you well' }] })
    await add({ kind: 'known', words: [{ word: 'TRV' }] })
    expect((await inForce(stage.repairs)).words).toEqual({
      jargon: ['combi unit'],
      preferred: [{ not: 'work order', say: 'visit' }],
      openers: ['I hope this finds you well'],
      known: ['TRV'],
    })
  })

  it('are added once, however often and however they are written', async () => {
    await add({ kind: 'known', words: [{ word: 'TRV' }] })
    const again = await add({ kind: 'known', words: [{ word: 'trv' }, { word: 'PRV' }, { word: 'prv' }] })
    expect(again).toMatchObject({ status: 201, body: { already: 2, items: [{ word: 'PRV' }] } })
    expect(await told()).toHaveLength(2)
  })

  it('may mean something else in one inbox', async () => {
    await add({ kind: 'inside', words: [{ word: 'proof', plain: 'test' }] })
    await addWords(stage.db, tend, { inboxId: stage.bakery, kind: 'known', words: [{ word: 'Proof' }] })
    expect((await inForce(stage.repairs)).words.preferred).toEqual([{ not: 'proof', say: 'test' }])
    const bakery = (await inForce(stage.bakery, stage.tomas)).words
    expect(bakery).toMatchObject({ preferred: [], known: ['Proof'] })
    expect((await ask(stage.ana, 'GET /guide')).body.words).toHaveLength(1)
  })

  it('are changed and taken out, and say so', async () => {
    const [word] = (await add({ kind: 'inside', words: [{ word: 'work order' }] })).body.items
    const at = { params: { id: word.id } }
    const change = (body: object, by = stage.ana) => ask(by, 'PATCH /guide/words/{id}', { ...at, body })
    expect((await change({ plain: 'visit' })).body).toMatchObject({ word: 'work order', plain: 'visit' })
    expect((await change({ plain: null })).body.plain).toBeNull()
    expect((await change({}, stage.ben)).status).toBe(403)
    expect((await ask(stage.ben, 'DELETE /guide/words/{id}', at)).status).toBe(403)
    expect((await ask(stage.ana, 'DELETE /guide/words/{id}', at)).status).toBe(204)
    expect((await ask(stage.ana, 'DELETE /guide/words/{id}', at)).status).toBe(404)
    expect(await audited()).toEqual([
      'Ana Costa: words.added inside',
      `Ana Costa: word.changed ${word.id}`,
      `Ana Costa: word.changed ${word.id}`,
      `Ana Costa: word.removed ${word.id}`,
    ])
  })

  it('refuse what cannot be meant, with the place and the reason', async () => {
    await add({ kind: 'inside', words: [{ word: 'RMA' }, { word: 'SLA', plain: 'the time we promise' }] })
    const refused = async (body: object) => {
      const answer = await add(body)
      expect(answer.status).toBe(422)
      return answer.body.errors[0].pointer
    }
    expect(await refused({ kind: 'known', words: [{ word: 'TRV' }, { word: 'rma' }] })).toBe('/words/1/word')
    expect(await refused({ kind: 'inside', words: [{ word: '…' }] })).toBe('/words/0/word')
    expect(await refused({ kind: 'opener', words: [{ word: 'Hi there', plain: 'Dear' }] })).toBe(
      '/words/0/plain',
    )
    expect(await refused({ kind: 'inside', words: [{ word: 'Unit', plain: 'unit' }] })).toBe('/words/0/plain')
    expect(await refused({ kind: 'inside', words: [] })).toBe('/words')
    const many = (from: number) => ({
      kind: 'known',
      words: Array.from({ length: 200 }, (_, index) => ({ word: `part ${from + index}` })),
    })
    await add(many(0))
    await add(many(200))
    expect(await refused({ kind: 'known', words: [{ word: 'one more' }] })).toBe('/words')
    const [first, second] = (await ask(stage.ana, 'GET /guide')).body.words.filter(
      (one: { kind: string }) => one.kind === 'inside',
    )
    expect(
      await ask(stage.ana, 'PATCH /guide/words/{id}', {
        params: { id: second.id },
        body: { word: first.word.toLowerCase() },
      }),
    ).toMatchObject({ status: 409, body: { type: 'word-there' } })
    expect((await add({ kind: 'known', words: [{ word: 'TRV' }] }, stage.ben)).status).toBe(403)
    expect((await add({ kind: 'known', inboxId: stage.bakery, words: [{ word: 'TRV' }] })).status).toBe(404)
  })
})

it('is rewritten by the sample team, and becomes the house’s own with the first change', async () => {
  await rewriteVoice(stage.db, tend, {
    inboxId: null,
    address: '',
    tone: 'Calm.',
    signOff: '',
    dos: [],
    donts: [],
    notes: '',
    demo: true,
  })
  const isDemo = async () =>
    (await stage.db.selectFrom('guideVoices').select('demo').executeTakeFirstOrThrow()).demo
  expect(await isDemo()).toBe(true)
  await ask(stage.ana, 'PUT /guide/voice', { body: { tone: 'Calm, and dry.' } })
  expect(await isDemo()).toBe(false)
})
