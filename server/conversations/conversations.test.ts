import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tend } from '#server/base/actor.ts'
import { clockNow, moveClock } from '#server/base/clock.ts'
import { sweepTimers } from '#server/base/timers.ts'
import { transaction } from '#server/database/database.ts'
import { bareSubject, gistOf, missingAtClosing } from './conversation.ts'
import { crossed } from './crossing.ts'
import { freshPageUrl, pageUrl, readPageLink } from './links.ts'
import { conversationById } from './queries.ts'
import { recordReading, tickAsks } from './reading.ts'
import {
  assign,
  close,
  letIn,
  noteOpenPromise,
  releaseAssignments,
  reopen,
  setWaiting,
  snooze,
  wake,
} from './state.ts'
import { undoMessage } from './takeBack.ts'
import { answer, joao, letter, maria, openStage, type Stage } from './testing.ts'
import { addNote } from './write.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const now = (id: string) => conversationById(stage.db, tend, id)
const fromMaria = (text: string, more: object = {}) =>
  letter(stage.db, { inboxId: stage.repairs, from: maria, text, ...more })
const eventsOf = async (id: string) =>
  (
    await stage.db
      .selectFrom('events')
      .select('type')
      .where('conversationId', '=', id)
      .orderBy('seq')
      .execute()
  ).map((event) => event.type)

describe('the words on the row', () => {
  it('leaves a greeting out and cuts at a word', () => {
    expect(gistOf('Good morning,\n\nthe boiler is cold again.')).toBe('the boiler is cold again.')
    expect(gistOf(`${'warm '.repeat(60)}end`)).toMatch(/warm…$/)
    expect(gistOf('Hello')).toBe('Hello')
  })
  it('reads a subject without its row of Re and Fwd', () => {
    expect(bareSubject('Re: AW: Fwd: The boiler')).toBe('The boiler')
    expect(bareSubject('Re:')).toBe('Re:')
  })
  it('says in words what a goodbye misses', () => {
    expect(missingAtClosing({ openAsks: 2, nextPromiseId: 'prm_x' }, null)).toEqual([
      '2 questions open',
      'a promise is open',
      'no goodbye',
    ])
    expect(missingAtClosing({ openAsks: 1, nextPromiseId: null }, 'thanks')).toEqual(['1 question open'])
    expect(missingAtClosing({ openAsks: 0, nextPromiseId: null }, 'thanks')).toEqual([])
  })
})

describe('whose turn it is', () => {
  it('is ours from their first unanswered message on, and theirs when we answered', async () => {
    const { conversationId: id } = await fromMaria('The boiler is cold.')
    const first = (await now(id)).waitingSince!
    await fromMaria('Still cold.', { conversationId: id })
    expect(await now(id)).toMatchObject({ status: 'open', waitingSince: first, gist: 'Still cold.' })
    await answer(stage.db, stage.ana, id, 'We come at three.')
    expect(await now(id)).toMatchObject({ status: 'waiting', waitingSince: null })
    const before = await clockNow(stage.db)
    await fromMaria('Thank you, and the radiator?', { conversationId: id })
    const after = await now(id)
    expect(after.status).toBe('open')
    expect(after.waitingSince!.getTime()).toBeGreaterThanOrEqual(before.getTime())
  })

  it.each([
    ['an automatic letter', { flags: { autoReply: true, bounce: false, suppressAutoReply: true } }],
    ['a bounce', { flags: { autoReply: false, bounce: true, suppressAutoReply: true } }],
    ['a held letter', { held: true }],
  ])('does not change by %s', async (_what, more) => {
    const { conversationId: id } = await fromMaria('The tap drips.')
    await answer(stage.db, stage.ana, id, 'Tomorrow at nine.')
    await close(stage.db, stage.ana, id, 'next-step')
    const before = await now(id)
    await fromMaria('I am away until Monday.', { conversationId: id, more })
    expect(await now(id)).toEqual(before)
  })

  it('says what an automatic letter is when it opened the conversation', async () => {
    const { conversationId: id, messageId } = await fromMaria('Your account statement is ready.', {
      more: { flags: { autoReply: true, bounce: false, suppressAutoReply: true } },
    })
    expect(await now(id)).toMatchObject({
      gist: 'Your account statement is ready.',
      lastMessageId: messageId,
      waitingSince: null,
    })
  })

  it('is ours again with a held letter once it is let in, counted from when it came', async () => {
    const { conversationId: id } = await fromMaria('The tap drips.')
    await answer(stage.db, stage.ana, id, 'Tomorrow at nine.')
    const held = await letter(stage.db, {
      inboxId: stage.repairs,
      from: joao,
      text: 'I am her husband: nine is too early.',
      conversationId: id,
      more: { held: true },
    })
    await letIn(stage.db, stage.ben, id, held.messageId)
    const message = await stage.db
      .selectFrom('messages')
      .select('at')
      .where('id', '=', held.messageId)
      .executeTakeFirstOrThrow()
    expect(await now(id)).toMatchObject({
      status: 'open',
      waitingSince: message.at,
      lastMessageId: held.messageId,
    })
    const people = await stage.db
      .selectFrom('participants')
      .select('address')
      .where('conversationId', '=', id)
      .execute()
    expect(people.map((one) => one.address)).toContain(joao.email)
  })
})

describe('done for now', () => {
  it('is never refused, says what is missing, and loses nothing', async () => {
    const { conversationId: id, messageId } = await fromMaria('When do you come? What does it cost?')
    await recordReading(stage.db, tend, {
      conversationId: id,
      messageId,
      asks: ['When do you come?', 'What does it cost?'],
      signals: {},
      evidence: [],
      praised: [],
    })
    await transaction(stage.db, (trx) =>
      noteOpenPromise(trx, id, { id: 'prm_0000000000000000000001', due: null, state: 'open' }),
    )
    expect(await close(stage.db, stage.ana, id, null)).toEqual({
      missing: ['2 questions open', 'a promise is open', 'no goodbye'],
    })
    expect(await now(id)).toMatchObject({
      status: 'closed',
      openAsks: 2,
      nextPromiseId: 'prm_0000000000000000000001',
      closedBy: stage.ana.id,
    })
    const messages = await stage.db
      .selectFrom('messages')
      .select('id')
      .where('conversationId', '=', id)
      .execute()
    expect(messages).toHaveLength(1)
    await reopen(stage.db, stage.ana, id)
    const first = await stage.db
      .selectFrom('messages')
      .select('at')
      .where('id', '=', messageId)
      .executeTakeFirstOrThrow()
    expect(await now(id)).toMatchObject({ status: 'open', waitingSince: first.at })
  })

  it('ends with any new message of theirs', async () => {
    const { conversationId: id } = await fromMaria('All is well, thank you.')
    await close(stage.db, stage.ana, id, 'thanks')
    await fromMaria('It drips again.', { conversationId: id })
    expect(await now(id)).toMatchObject({ status: 'open', goodbye: null, closedAt: null })
  })
})

describe('later', () => {
  it('wakes at its time, once, and keeps how long they wait', async () => {
    const { conversationId: id } = await fromMaria('The pipe sings at night.')
    const waiting = (await now(id)).waitingSince
    const until = new Date((await clockNow(stage.db)).getTime() + 3_600_000)
    await snooze(stage.db, stage.ana, id, { until, reason: 'the plumber is back at four' })
    expect(await now(id)).toMatchObject({
      status: 'snoozed',
      snoozedUntil: until,
      snoozeReason: 'the plumber is back at four',
    })
    await wake(stage.db, id)
    expect((await now(id)).status).toBe('snoozed')
    await moveClock(stage.db, new Date(until.getTime() + 1000))
    expect(await sweepTimers(stage.db)).toBeGreaterThan(0)
    await wake(stage.db, id)
    await wake(stage.db, id)
    expect(await now(id)).toMatchObject({ status: 'open', waitingSince: waiting, snoozedUntil: null })
    expect((await eventsOf(id)).filter((type) => type === 'conversation.woken')).toHaveLength(1)
  })

  it('ends when they reply, and its timer with it', async () => {
    const { conversationId: id } = await fromMaria('The pipe sings at night.')
    const until = new Date((await clockNow(stage.db)).getTime() + 86_400_000)
    await snooze(stage.db, stage.ana, id, { until, reason: 'waiting for the part' })
    await fromMaria('It is louder now.', { conversationId: id })
    expect((await now(id)).status).toBe('open')
    const timers = await stage.db.selectFrom('timers').selectAll().where('subject', '=', id).execute()
    expect(timers).toEqual([])
  })

  it('refuses a time that has passed', async () => {
    const { conversationId: id } = await fromMaria('Hello there.')
    const attempt = snooze(stage.db, stage.ana, id, { until: new Date('2020-01-01T00:00:00Z'), reason: 'x' })
    await expect(attempt).rejects.toMatchObject({ status: 422 })
  })
})

describe('having to ask again', () => {
  const chase = (conversationId: string, messageId: string) =>
    recordReading(stage.db, tend, {
      conversationId,
      messageId,
      asks: [],
      signals: { chase: 0.8 },
      evidence: [{ signal: 'chase', words: 'any news' }],
      praised: [],
    })

  it('counts while a message of theirs has no answer, however often it is read', async () => {
    const { conversationId: id } = await fromMaria('The boiler is cold.')
    const { messageId } = await fromMaria('Any news?', { conversationId: id })
    await chase(id, messageId)
    await chase(id, messageId)
    expect((await now(id)).chased).toBe(1)
  })

  it('counts while a question or a promise is open, though we wrote in between', async () => {
    const asked = await fromMaria('When do you come?')
    await recordReading(stage.db, tend, {
      ...asked,
      asks: ['When do you come?'],
      signals: {},
      evidence: [],
      praised: [],
    })
    await answer(stage.db, stage.ana, asked.conversationId, 'I will ask the workshop.')
    const again = await fromMaria('Any news?', { conversationId: asked.conversationId })
    await chase(asked.conversationId, again.messageId)
    expect((await now(asked.conversationId)).chased).toBe(1)
  })

  it('does not count in the first letter, nor when nothing is owed', async () => {
    const first = await fromMaria('Any news of the opening hours?')
    await chase(first.conversationId, first.messageId)
    await answer(stage.db, stage.ana, first.conversationId, 'Nine to five.')
    const second = await fromMaria('Any news on Sundays?', { conversationId: first.conversationId })
    await chase(first.conversationId, second.messageId)
    expect((await now(first.conversationId)).chased).toBe(0)
  })
})

describe('harm', () => {
  it('is the heaviest of what they wrote since our last answer, with the words that showed it', async () => {
    const { conversationId: id, messageId } = await fromMaria('It smells of gas, please hurry!')
    await recordReading(stage.db, tend, {
      conversationId: id,
      messageId,
      asks: [],
      signals: { urgent: 1, upset: 0.5 },
      evidence: [{ signal: 'urgent', words: 'please hurry' }],
      praised: [],
    })
    expect(await now(id)).toMatchObject({ harm: 120, harmSignal: 'urgent', harmWords: 'please hurry' })
    const { messageId: ours } = await answer(stage.db, stage.ana, id, 'Leave the house. We are on our way.')
    expect(await now(id)).toMatchObject({ harm: 0, harmSignal: null, harmWords: null })
    await transaction(stage.db, (trx) => undoMessage(trx, stage.ana, ours))
    expect(await now(id)).toMatchObject({ harm: 120, harmSignal: 'urgent' })
  })
})

describe('taking a message back', () => {
  it('restores whose turn it was, the wait, the ticks and the row', async () => {
    const { conversationId: id, messageId } = await fromMaria('When do you come?')
    await recordReading(stage.db, tend, {
      conversationId: id,
      messageId,
      asks: ['When do you come?'],
      signals: {},
      evidence: [],
      praised: [],
    })
    const before = await now(id)
    const { messageId: ours } = await answer(stage.db, stage.ana, id, 'At three.')
    const ask = await stage.db
      .selectFrom('asks')
      .select('id')
      .where('conversationId', '=', id)
      .executeTakeFirstOrThrow()
    await transaction(stage.db, (trx) => tickAsks(trx, stage.ana, id, [ask.id], ours))
    expect((await now(id)).openAsks).toBe(0)
    await transaction(stage.db, (trx) => undoMessage(trx, stage.ana, ours))
    expect(await now(id)).toEqual(before)
  })

  it('leaves it their turn when we had answered before', async () => {
    const { conversationId: id } = await fromMaria('When do you come?')
    await answer(stage.db, stage.ana, id, 'At three.')
    const before = await now(id)
    const { messageId } = await answer(stage.db, stage.ana, id, 'Or at four.')
    await transaction(stage.db, (trx) => undoMessage(trx, stage.ana, messageId))
    expect(await now(id)).toEqual(before)
  })

  it('puts off again what was put off, with its timer', async () => {
    const { conversationId: id } = await fromMaria('When do you come?')
    const until = new Date((await clockNow(stage.db)).getTime() + 86_400_000)
    await snooze(stage.db, stage.ana, id, { until, reason: 'the van is full' })
    const before = await now(id)
    const { messageId } = await answer(stage.db, stage.ana, id, 'Tomorrow.')
    await transaction(stage.db, (trx) => undoMessage(trx, stage.ana, messageId))
    expect(await now(id)).toEqual(before)
    const timers = await stage.db.selectFrom('timers').select('dueAt').where('subject', '=', id).execute()
    expect(timers).toEqual([{ dueAt: until }])
  })

  it('is our turn when they wrote in the meantime', async () => {
    const { conversationId: id } = await fromMaria('All fixed, thank you.')
    await close(stage.db, stage.ana, id, 'thanks')
    const { messageId } = await answer(stage.db, stage.ana, id, 'One more thing.')
    await fromMaria('Yes?', { conversationId: id })
    await transaction(stage.db, (trx) => undoMessage(trx, stage.ana, messageId))
    expect((await now(id)).status).toBe('open')
  })
})

describe('answers that cross', () => {
  const crossing = (id: string, seen: string) =>
    transaction(stage.db, (trx) => crossed(trx, stage.ana, id, seen))

  it('are named: a colleague’s and the customer’s, not my own, not notes, not automatic letters', async () => {
    const { conversationId: id, messageId: seen } = await fromMaria('When do you come?')
    expect(await crossing(id, seen)).toEqual([])
    await answer(stage.db, stage.ana, id, 'At three.')
    await addNote(stage.db, stage.ben, { conversationId: id, text: 'the key is under the pot' })
    await fromMaria('Out of office', {
      conversationId: id,
      more: { flags: { autoReply: true, bounce: false, suppressAutoReply: true } },
    })
    expect(await crossing(id, seen)).toEqual([])
    await answer(stage.db, stage.ben, id, 'I come at two!')
    await fromMaria('Two is good.', { conversationId: id })
    expect((await crossing(id, seen)).map((one) => [one.from, one.text])).toEqual([
      [stage.ben.name, 'I come at two!'],
      [maria.name, 'Two is good.'],
    ])
  })

  it('are noticed although another machine’s clock made their ids smaller', async () => {
    const { conversationId: id, messageId: seen } = await fromMaria('When do you come?')
    const { messageId } = await answer(stage.db, stage.ben, id, 'At two.')
    const smaller = `msg_${'0'.repeat(22)}`
    await stage.db.updateTable('messages').set({ id: smaller }).where('id', '=', messageId).execute()
    expect((await crossing(id, seen)).map((one) => one.id)).toEqual([smaller])
  })

  it('are noticed when what was seen has been taken back', async () => {
    const { conversationId: id } = await fromMaria('When do you come?')
    const { messageId: seen } = await answer(stage.db, stage.ana, id, 'At three.')
    await transaction(stage.db, (trx) => undoMessage(trx, stage.ana, seen))
    await answer(stage.db, stage.ben, id, 'At two.')
    expect(await crossing(id, seen)).toHaveLength(1)
  })
})

describe('a message written twice with one key', () => {
  it('is one message', async () => {
    const { conversationId: id } = await fromMaria('When do you come?')
    const first = await answer(stage.db, stage.ana, id, 'At three.', { clientKey: 'k-1' })
    const second = await answer(stage.db, stage.ana, id, 'At three.', { clientKey: 'k-1' })
    expect(second).toMatchObject({ messageId: first.messageId, repeated: true })
  })
})

describe('who has it', () => {
  it('goes only to somebody who sees the inbox and may answer', async () => {
    const { conversationId: id } = await fromMaria('When do you come?')
    await assign(stage.db, stage.ana, id, stage.ben.id)
    expect((await now(id)).assigneeId).toBe(stage.ben.id)
    await expect(assign(stage.db, stage.ana, id, stage.tomas.id)).rejects.toMatchObject({ status: 422 })
    await expect(assign(stage.db, stage.ana, id, stage.lena.id)).rejects.toMatchObject({ status: 422 })
    await expect(assign(stage.db, stage.lena, id, stage.ben.id)).rejects.toMatchObject({ status: 403 })
  })

  it('is New again when they leave; what was looked after follows when it is opened again', async () => {
    const leaving = await openStage()
    try {
      const write = (text: string, conversationId?: string) =>
        letter(leaving.db, { inboxId: leaving.repairs, from: maria, text, conversationId })
      const { conversationId: open } = await write('The boiler is cold.')
      const { conversationId: done } = await write('The tap drips.')
      for (const id of [open, done]) await assign(leaving.db, leaving.ana, id, leaving.ben.id)
      await close(leaving.db, leaving.ben, done, 'thanks')
      await leaving.db
        .updateTable('teammates')
        .set({ leftAt: new Date() })
        .where('id', '=', leaving.ben.id)
        .execute()
      await releaseAssignments(leaving.db, leaving.ben.id)
      await releaseAssignments(leaving.db, leaving.ben.id)
      expect((await conversationById(leaving.db, tend, open)).assigneeId).toBeNull()
      expect(await conversationById(leaving.db, tend, done)).toMatchObject({
        assigneeId: leaving.ben.id,
        status: 'closed',
      })
      await write('It drips again.', done)
      expect(await conversationById(leaving.db, tend, done)).toMatchObject({
        assigneeId: null,
        status: 'open',
      })
    } finally {
      await leaving.close()
    }
  })
})

describe('the link to the customer’s page', () => {
  it('opens one conversation for 90 days of the clock, and not when forged or revoked', async () => {
    const { conversationId: id, customerId } = await fromMaria('When do you come?')
    const row = await now(id)
    const token = (url: string) => url.split('/p/')[1]!
    const link = token(pageUrl(stage.house, row, await clockNow(stage.db)))
    expect(await readPageLink(stage.house, link)).toEqual({
      conversationId: id,
      customerId,
      inboxId: stage.repairs,
    })
    const other = await fromMaria('Another matter')
    const [, expires, signature] = link.split('.')
    for (const forged of [
      `${other.conversationId.slice(4)}.${expires}.${signature}`,
      `${id.slice(4)}.zzzz.${signature}`,
      `${id.slice(4)}.${expires}.${'A'.repeat(24)}`,
      `${id.slice(4)}.${expires}`,
      '',
    ])
      expect(await readPageLink(stage.house, forged), forged).toBeNull()
    const fresh = token(await freshPageUrl(stage.house, stage.db, stage.ana, id, true))
    expect(await readPageLink(stage.house, link)).toBeNull()
    expect(await readPageLink(stage.house, fresh)).not.toBeNull()
    await moveClock(stage.db, new Date((await clockNow(stage.db)).getTime() + 89 * 86_400_000))
    expect(await readPageLink(stage.house, fresh)).not.toBeNull()
    await moveClock(stage.db, new Date((await clockNow(stage.db)).getTime() + 9 * 86_400_000))
    expect(await readPageLink(stage.house, fresh)).toBeNull()
  })
})

describe('their turn', () => {
  it('keeps the promise on the row', async () => {
    const { conversationId: id } = await fromMaria('When do you come?')
    await transaction(stage.db, async (trx) => {
      await noteOpenPromise(trx, id, { id: 'prm_0000000000000000000002', due: null, state: 'open' })
      await setWaiting(trx, stage.ana, id)
    })
    expect(await now(id)).toMatchObject({ status: 'waiting', nextPromiseId: 'prm_0000000000000000000002' })
  })
})
