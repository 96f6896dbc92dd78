import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readDraft } from '#care/draft.ts'
import type { Me } from '#contract/team.ts'
import { tend } from '#server/base/actor.ts'
import { closeOn } from '#server/calendar/actions.ts'
import {
  answer,
  askIn,
  joao,
  letter,
  maria,
  openHttp,
  openStage,
  type Stage,
} from '#server/conversations/testing.ts'
import { serveKnowledge } from '#server/knowledge/routes.ts'
import { changeCompany } from '#server/team/company.ts'
import { contextOf } from '#web/conversations/careContext.ts'
import { wholeConversation } from './conversation.ts'
import { serveDesk } from './routes.ts'

let stage: Stage
let app: FastifyInstance
let ask: ReturnType<typeof askIn>
beforeAll(async () => {
  stage = await openStage()
  app = await openHttp(stage, (server, options) => {
    serveKnowledge(server, options)
    serveDesk(server, options, stage.house)
  })
  ask = askIn(app)
})
afterAll(async () => {
  await app.close()
  await stage.close()
})
beforeEach(async () => {
  for (const table of ['guideRules', 'guideWords', 'events', 'audit'] as const)
    await stage.db.deleteFrom(table).execute()
})

const add = (body: object, by = stage.ana) => ask(by, 'POST /guide/words', { body })

describe('a reading', () => {
  const draft = {
    inboxId: '',
    draft: 'Dear Maria,\n\nthe combi unit is repaired on Friday at 10:00.\n\nWarm regards\nAna',
    customer: { name: 'Maria Lopes', preferredName: 'Maria', message: 'When is my boiler repaired?' },
    ours: { writer: 'Ana Costa' },
    ref: '2026-11-25T09:00',
    tz: 'Europe/Lisbon',
  }
  const read = async (change: object = {}, by = stage.ana) =>
    ask(by, 'POST /guide/readings', { body: { ...draft, inboxId: stage.repairs, ...change } })
  const ids = async () => (await read()).body.observations.map((one: { id: string }) => one.id) as string[]

  it('obeys the guide of its inbox at once: own words, and checks that are off', async () => {
    expect(await ids()).not.toContain('tone.jargon')
    await add({ kind: 'inside', inboxId: stage.repairs, words: [{ word: 'combi unit' }] })
    expect(await ids()).toContain('tone.jargon')
    await ask(stage.ana, 'PUT /guide/checks/{id}', { params: { id: 'tone.jargon' }, body: { rule: 'off' } })
    expect(await ids()).not.toContain('tone.jargon')
  })

  it('finds the same promise at any hour and keeps nothing', async () => {
    const one = await read()
    expect(one.body.asks).toMatchObject([{ text: 'When is my boiler repaired?', answered: true }])
    expect(await read()).toMatchObject({ body: one.body })
    const thanks = await read({ draft: 'Thank you so much for the photo of the blue boiler, Maria.' })
    expect(thanks.body.heard.map((heard: { head: string }) => heard.head)).toContain('thanks')
    expect((await read({ ref: undefined, tz: undefined })).status).toBe(200)
    expect(await stage.db.selectFrom('events').select('type').execute()).toEqual([])
    expect(await stage.db.selectFrom('audit').select('action').execute()).toEqual([])
  })

  it('refuses a zone that is none, an inbox unseen, and whoever only reads along', async () => {
    expect((await read({ tz: 'Europe/Atlantis' })).status).toBe(422)
    expect((await read({ inboxId: stage.bakery })).status).toBe(404)
    expect((await read({}, stage.lena)).status).toBe(403)
    expect((await read({ ref: 'tomorrow' })).status).toBe(422)
  })
})

describe('what the composer knows', () => {
  const reader = async (by = stage.ana, inbox = stage.repairs) =>
    ask(by, 'GET /inboxes/{id}/reader', { params: { id: inbox } })

  it('is what the reading on the server knows: hours, holidays, zone and my own last letters', async () => {
    await changeCompany(stage.db, tend, {
      timeZone: 'Europe/Lisbon',
      hours: [null, ...Array.from({ length: 5 }, () => ({ from: '08:30', to: '18:00' })), null],
    })
    await closeOn(stage.db, tend, '2026-11-26', 'Founders’ day')
    const earlier = await letter(stage.db, { inboxId: stage.repairs, from: joao, text: 'The tap drips.' })
    const said =
      'Thank you for the photo of the old tap under your sink. The washer in it has worn through after all those years. I bring a new one and fit it for you. You need not clear out the cupboard under it. The water is off for ten minutes at most. Nothing of this costs you anything.'
    await answer(stage.db, stage.ana, earlier.conversationId, said)
    const { conversationId } = await letter(stage.db, {
      inboxId: stage.repairs,
      from: maria,
      text: 'The tap in my kitchen drips too. When can you come?',
    })
    const conversation = await wholeConversation(stage.house, stage.ana, conversationId)
    const me = {
      teammate: { name: stage.ana.name, title: null },
      company: { timeZone: 'Europe/Lisbon' },
      preferences: { checksOff: [] as string[] },
    } as unknown as Me
    const guide = (await ask(stage.ana, 'GET /inboxes/{id}/guide', { params: { id: stage.repairs } })).body
    const frameworks = (await ask(stage.ana, 'GET /frameworks')).body.items
    const known = (await reader()).body
    expect(known.office.holidays).toEqual(['2026-11-26'])
    expect(known.recentReplies).toEqual([said])
    expect((await reader(stage.ben)).body.recentReplies).toEqual([])

    // A Wednesday; Thursday is no day of ours. "End of day" is six.
    const now = new Date('2026-11-25T10:00:00Z')
    const context = contextOf(conversation, me, frameworks, guide, known, now)
    const draft = `Dear Maria,\n\n${said} I call you within one working day, and I send you the offer by end of day.\n\nWarm regards\nAna Costa`
    const here = readDraft(draft, context)
    expect(here.promises.map((one) => one.due)).toContain('2026-11-27')
    expect(here.promises.map((one) => one.due)).toContain('2026-11-25T18:00')
    expect(here.observations.map((one) => one.id)).toContain('canned.template')
    const { channel, customer, ours, ref, tz } = context
    const body = { inboxId: stage.repairs, draft, channel, customer, ours, ref, tz }
    const there = (await ask(stage.ana, 'POST /guide/readings', { body })).body
    expect(there).toMatchObject(
      JSON.parse(
        JSON.stringify({ promises: here.promises, observations: here.observations, asks: here.asks }),
      ),
    )
  })

  it('is told to nobody who does not see the inbox, or only reads along', async () => {
    expect((await reader(stage.ana, stage.bakery)).status).toBe(404)
    expect((await reader(stage.lena)).status).toBe(403)
  })
})
