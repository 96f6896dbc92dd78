import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TeammateActor, tend } from '#server/base/actor.ts'
import { moveClock, startClock } from '#server/base/clock.ts'
import { recordEvent } from '#server/base/events.ts'
import { planLeave } from '#server/calendar/actions.ts'
import { assign, close } from '#server/conversations/state.ts'
import { answer, letter, maria, openStage, type Stage } from '#server/conversations/testing.ts'
import { transaction } from '#server/database/database.ts'
import { keepGoal } from '#server/goals/actions.ts'
import { handOver } from '#server/handover/actions.ts'
import { makeMatter } from '#server/matters/actions.ts'
import { makePromise } from '#server/promises/actions.ts'
import { changeCompany } from '#server/team/company.ts'
import { switchPractice } from '#server/team/practices.ts'
import { restsUntil } from './reachOut.ts'
import { today } from './today.ts'

const at = (text: string) => new Date(text)
const open = { from: '09:00', to: '18:00' }
const brief = { who: 'Maria', feels: '', asked: '', promised: '', urgency: 'today' as const, more: '' }

describe('Today, whole', () => {
  let stage: Stage
  let lead: TeammateActor
  beforeAll(async () => {
    stage = await openStage()
    await changeCompany(stage.db, tend, {
      timeZone: 'Europe/Lisbon',
      hours: [null, open, open, open, open, open, null],
    })
    // A Monday.
    await startClock(stage.db, at('2027-01-11T10:00Z'))
    lead = stage.ana
  })
  afterAll(() => stage.close())

  const writes = () => letter(stage.db, { inboxId: stage.repairs, from: maria, text: 'It is cold.' })

  it('shows none of the ways of working that are switched off', async () => {
    const day = await today(stage.db, stage.ben)
    expect([day.briefs, day.reachOut, day.lead]).toEqual([[], { goals: [], tell: [], goodbyes: [] }, null])
    for (const name of ['handover', 'goals', 'matters', 'namedPerson'] as const)
      await switchPractice(stage.db, tend, name, true)
  })

  it('names whom to reach out to once, and not among those who wait', async () => {
    const { customerId } = await writes()
    await keepGoal(stage.db, stage.ana, customerId, {
      words: 'a warm house',
      reviewOn: '2027-01-11',
      at: at('2027-01-01T10:00Z'),
    })
    await makeMatter(stage.db, stage.ana, {
      inboxId: stage.repairs,
      key: 'visit-1',
      kind: 'missed-visit',
      title: 'The technician did not come',
      news: 'The van broke down.',
      people: [{ email: 'hanna.berger@mail.example', name: 'Hanna Berger' }],
    })
    const quiet = await writes()
    await assign(stage.db, stage.ana, quiet.conversationId, stage.ana.id)
    await close(stage.db, stage.ana, quiet.conversationId, null)
    const day = await today(stage.db, stage.ana)
    expect(day.reachOut.goals.map((one) => one.words)).toEqual(['a warm house'])
    expect(day.reachOut.tell.map((one) => one.customerName)).toEqual(['Hanna Berger'])
    expect(day.reachOut.goodbyes.map((one) => one.conversationId)).toEqual([quiet.conversationId])
    expect(day.waiting.map((one) => one.customerName)).not.toContain('Hanna Berger')
    expect(day.counts.waiting).toBe(0)
    // Said after all: nothing is left to say.
    await close(stage.db, stage.ana, quiet.conversationId, 'nothing-more')
    expect((await today(stage.db, stage.ana)).reachOut.goodbyes).toEqual([])
  })

  it('shows twenty of what I may have to keep, late ones first, and counts them all', async () => {
    const { conversationId, customerId } = await writes()
    const { db, ben } = stage
    const id = await makePromise(db, ben, {
      conversationId,
      customerId,
      inboxId: stage.repairs,
      messageId: null,
      what: 'look at the boiler',
      to: null,
      quote: null,
      makerId: ben.id,
      due: at('2027-01-11T16:00Z'),
    })
    // Far more than any list of a day: a third of them nobody's, and some where Ben sees nothing.
    await sql`insert into promises (conversation_id, id, customer_id, inbox_id, what, maker_id, due, state, made_at, late_at)
      select conversation_id, 'prm_' || lpad(n::text, 22, '0'), customer_id, case when n > 150 then ${stage.bakery} else inbox_id end,
        'call back', case when n % 3 = 0 then null else maker_id end, due - (n + 500) * interval '1 minute', 'late', made_at, due
      from promises, generate_series(1, 160) n where id = ${id}`.execute(db)
    const day = await today(db, ben)
    expect([day.counts.late, day.counts.due]).toEqual([150, 1])
    expect(day.promises).toHaveLength(20)
    expect(day.promises.map((one) => one.due)).toEqual(day.promises.map((one) => one.due).toSorted())
    expect(day.promises[0]).toMatchObject({ state: 'late', makerId: null })
    await db.deleteFrom('promises').where('conversationId', '=', conversationId).execute()
  })

  it('shows a handover to both, and to a lead those of others, the unhappy and who needs cover', async () => {
    const { conversationId, customerId } = await writes()
    await assign(stage.db, stage.ben, conversationId, stage.ben.id)
    await stage.db
      .insertInto('inboxAccess')
      .values({ teammateId: stage.tomas.id, inboxId: stage.repairs })
      .execute()
    const inBoth: TeammateActor = { ...stage.tomas, inboxIds: [stage.bakery, stage.repairs] }
    const id = await handOver(stage.db, stage.ben, conversationId, { to: stage.tomas.id, brief })
    for (const who of [stage.ben, inBoth])
      expect((await today(stage.db, who)).briefs.map((one) => one.id)).toEqual([id])
    expect((await today(stage.db, lead)).briefs).toEqual([])
    expect((await today(stage.db, lead)).lead!.handovers.map((one) => one.id)).toEqual([id])
    await transaction(stage.db, (trx) =>
      recordEvent(
        trx,
        tend,
        'page.unhappy' as never,
        { inboxId: stage.repairs, conversationId, customerId },
        {} as never,
      ),
    )
    expect((await today(stage.db, lead)).lead!.unhappy.map((one) => one.conversationId)).toEqual([
      conversationId,
    ])
    await planLeave(stage.db, stage.ben, { from: '2027-01-12', to: '2027-01-14', standInId: null })
    expect((await today(stage.db, lead)).lead!.cover).toMatchObject([
      { name: stage.ben.name, conversations: 1, standInName: null },
    ])
    await answer(stage.db, stage.ben, conversationId, 'I am sorry. I call you at noon.')
    const after = (await today(stage.db, lead)).lead!
    expect([after.unhappy, after.cover]).toEqual([[], []])
    // A lead of another inbox sees nothing of it.
    expect((await today(stage.db, { ...stage.tomas, role: 'lead' })).lead).toEqual({
      noRoom: false,
      handovers: [],
      unhappy: [],
      ignored: null,
      secondFailures: [],
      cover: [],
    })
  })

  it.each([
    ['2027-01-11T10:00Z', '2027-01-11T13:00:00.000Z'],
    ['2027-01-11T12:30Z', '2027-01-12T09:00:00.000Z'],
    // On Friday afternoon till Monday, and at one o'clock on the wall on the day the clocks change.
    ['2027-01-15T15:00Z', '2027-01-18T09:00:00.000Z'],
    ['2027-03-29T08:30Z', '2027-03-29T12:00:00.000Z'],
  ])('ends: at %s what comes can wait until %s', async (now, until) => {
    await moveClock(stage.db, at(now))
    expect(await restsUntil(stage.db, stage.ana.id)).toBe(until)
  })
})
