import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tend } from '#server/base/actor.ts'
import { clockNow, moveClock, startClock } from '#server/base/clock.ts'
import { newId } from '#server/base/ids.ts'
import { keepUpload } from '#server/conversations/attachments.ts'
import { keepDraft } from '#server/conversations/drafts.ts'
import { noticePresence } from '#server/conversations/presence.ts'
import { participantsOf } from '#server/conversations/queries.ts'
import { recordReading } from '#server/conversations/reading.ts'
import { assign, close, snooze } from '#server/conversations/state.ts'
import { answer, joao, letter, maria, openStage, type Stage } from '#server/conversations/testing.ts'
import { addNote } from '#server/conversations/write.ts'
import { customerById } from '#server/customers/queries.ts'
import { counting } from '#server/database/asked.ts'
import { keepPromise, makePromise } from '#server/promises/actions.ts'
import { markLate } from '#server/promises/clocks.ts'
import { switchPractice } from '#server/team/practices.ts'
import { wholeConversation } from './conversation.ts'
import { when } from './day.ts'
import { countViews, listConversations } from './lists.ts'
import { messagesWithHeader, oneMessage } from './messages.ts'
import { because, type Pressed } from './pressing.ts'
import { theirSideOf } from './theirSide.ts'
import { timelineOf } from './timeline.ts'
import { today } from './today.ts'

const hour = 3_600_000

describe('a moment as one says it', () => {
  const now = new Date('2026-11-24T10:00:00Z')
  it.each([
    ['2026-11-24T14:00:00Z', 'Europe/Lisbon', '14:00'],
    ['2026-11-24T14:00:00Z', 'Asia/Tokyo', '23:00'],
    ['2026-11-24T16:00:00Z', 'Asia/Tokyo', 'Wednesday 01:00'],
    ['2026-11-27T15:00:00Z', 'Europe/Lisbon', 'Friday 15:00'],
    ['2026-12-27T15:00:00Z', 'Europe/Lisbon', '27 December'],
  ])('%s in %s is %s', (at, zone, said) => {
    expect(when(new Date(at), now, zone)).toBe(said)
  })
})

describe('why it stands where it stands', () => {
  const now = new Date('2026-11-24T10:00:00Z')
  const row = (more: Partial<Pressed>): Pressed => ({
    status: 'open',
    waitingSince: new Date(now.getTime() - 2 * hour),
    lastAt: now,
    nextPromiseDue: null,
    nextPromiseState: null,
    targetAt: null,
    chased: 0,
    harm: 0,
    harmSignal: null,
    harmWords: null,
    ...more,
  })
  const due = (hours: number) => new Date(now.getTime() + hours * hour)
  it.each<[string, Partial<Pressed>]>([
    ['waiting since 08:00', {}],
    ['because we promised: 12:00', { nextPromiseDue: due(2), nextPromiseState: 'open' }],
    [
      'first because our promise is late: it was due 09:00',
      { nextPromiseDue: due(-1), nextPromiseState: 'late', harm: 120 },
    ],
    [
      'because it is urgent: “please hurry”',
      { harm: 120, harmSignal: 'urgent', harmWords: 'please hurry', chased: 1 },
    ],
    ['because they had to ask twice', { chased: 2, harm: 80, harmSignal: 'upset', harmWords: 'angry' }],
    [
      'because they may leave us: “somewhere else”',
      { harm: 100, harmSignal: 'leaving', harmWords: 'somewhere else' },
    ],
    ['we wait for them', { status: 'waiting' }],
    [
      'because we promised: Friday 10:00',
      { status: 'waiting', nextPromiseDue: due(72), nextPromiseState: 'open' },
    ],
    ['newest first', { status: 'closed' }],
  ])('%s', (said, more) => {
    expect(because(row(more), now, { timeZone: 'Europe/Lisbon', language: 'en' })).toBe(said)
  })
  it.each<[string, Partial<Pressed>]>([
    ['wartet seit Freitag 08:00', { waitingSince: due(-98) }],
    [
      'zuerst, weil unser Versprechen spät ist: fällig war es 09:00',
      { nextPromiseDue: due(-1), nextPromiseState: 'late' },
    ],
    [
      'weil es ernst sein kann: „smell of gas“',
      { harm: 127, harmSignal: 'severe', harmWords: 'smell of gas' },
    ],
    ['weil sie zweimal nachfragen mussten', { chased: 2 }],
  ])('auf Deutsch: %s', (said, more) => {
    expect(because(row(more), now, { timeZone: 'Europe/Lisbon', language: 'de' })).toBe(said)
  })
})

describe('lists', () => {
  let stage: Stage
  const ids: Record<string, string> = {}
  beforeAll(async () => {
    stage = await openStage()
    const { db } = stage
    const now = await clockNow(db)
    const ago = (hours: number) => new Date(now.getTime() - hours * hour)
    const write = async (name: string, hours: number, inboxId = stage.repairs) =>
      await letter(db, { inboxId, from: maria, subject: name, text: `About ${name}.`, at: ago(hours) })
    const harmful = await write('urgent', 1)
    ids.urgent = harmful.conversationId
    await recordReading(db, tend, {
      ...harmful,
      asks: [],
      signals: { urgent: 1 },
      evidence: [{ signal: 'urgent', words: 'now' }],
      praised: [],
    })
    for (const [name, hours] of [
      ['fresh', 0.5],
      ['old', 50],
      ['ours', 3],
    ] as const)
      ids[name] = (await write(name, hours)).conversationId
    const promised = await write('promised', 2)
    ids.promised = promised.conversationId
    await makePromise(db, stage.ana, {
      ...promised,
      inboxId: stage.repairs,
      messageId: null,
      what: 'a call',
      to: null,
      quote: null,
      makerId: stage.ana.id,
      due: new Date(now.getTime() + hour),
    })
    await assign(db, stage.ana, ids.ours!, stage.ana.id)
    for (let n = 0; n < 9; n++) ids[`done${n}`] = (await write(`done ${n}`, 100 + n)).conversationId
    for (let n = 0; n < 9; n++) await close(db, stage.ana, ids[`done${n}`]!, 'thanks')
    ids.later = (await write('later', 6)).conversationId
    await snooze(db, stage.ana, ids.later, {
      until: new Date(now.getTime() + 9 * hour),
      reason: 'the part comes tomorrow',
    })
    ids.theirs = (await write('theirs', 7)).conversationId
    await answer(db, stage.ben, ids.theirs, 'Which boiler is it?')
    ids.cake = (await write('cake', 1, stage.bakery)).conversationId
  })
  afterAll(() => stage.close())

  const list = async (query: object, by = stage.ana) => {
    const page = await listConversations(stage.db, by, { limit: 50, ...query })
    return page.items.map((row) => row.subject)
  }
  /** All pages of three. */
  const walk = async (query: object, between?: () => Promise<unknown>, by = stage.ana) => {
    const subjects: string[] = []
    let after: string | undefined
    do {
      const page = await listConversations(stage.db, by, { limit: 3, ...query, after })
      subjects.push(...page.items.map((row) => row.subject))
      after = page.next ?? undefined
      await between?.()
    } while (after)
    return subjects
  }

  it('puts what presses most first: a near promise, an urgent word, a long wait', async () => {
    expect(await list({ view: 'waiting-for-us' })).toEqual(['promised', 'urgent', 'old', 'ours', 'fresh'])
    expect(await list({ view: 'new' })).toEqual(['promised', 'urgent', 'old', 'fresh'])
    expect(await list({ view: 'for-me' })).toEqual(['ours'])
    expect(await list({ view: 'for-me' }, stage.ben)).toEqual([])
  })

  it('says why, in the reader’s time', async () => {
    const [first, second] = (await listConversations(stage.db, stage.ana, { view: 'new', limit: 2 })).items
    const due = new Date(first!.promise!.due!)
    const lisbon = new Intl.DateTimeFormat('en-GB', {
      hour: '2-digit',
      minute: '2-digit',
      timeZone: 'Europe/Lisbon',
    }).format(due)
    expect(first!.because).toMatch(new RegExp(`^because we promised: (\\w+ )?${lisbon}$`))
    expect(second!.because).toBe('because it is urgent: “now”')
  })

  it('turns pages without losing or repeating anything, while time goes on', async () => {
    const whole = await list({ view: 'waiting-for-us' })
    const tick = async () => moveClock(stage.db, new Date((await clockNow(stage.db)).getTime() + 1000))
    expect(await walk({ view: 'waiting-for-us' }, tick)).toEqual(whole)
    expect(await walk({ view: 'looked-after' })).toEqual(await list({ view: 'looked-after' }))
    expect(await walk({ view: 'all' })).toEqual(await list({ view: 'all' }))
    expect(await walk({})).toHaveLength(16)
    expect(await walk({ view: 'promised' })).toEqual(['promised'])
  })

  it('turns pages through rows of one and the same moment', async () => {
    const twins = await openStage()
    try {
      const at = new Date('2026-11-24T10:00:00Z')
      for (let n = 0; n < 7; n++)
        await letter(twins.db, { inboxId: twins.repairs, from: maria, subject: `twin ${n}`, text: 'x', at })
      for (const view of [undefined, 'new', 'promised'] as const) {
        if (view === 'promised')
          await twins.db.updateTable('conversations').set({ nextPromiseId: 'prm_x' }).execute()
        const seen: string[] = []
        let after: string | undefined
        do {
          const page = await listConversations(twins.db, twins.ana, { view, limit: 2, after })
          seen.push(...page.items.map((row) => row.subject))
          after = page.next ?? undefined
        } while (after)
        expect(new Set(seen).size, String(view)).toBe(7)
        expect(seen, String(view)).toHaveLength(7)
      }
    } finally {
      await twins.close()
    }
  })

  it('merges inboxes newest first and narrows by inbox, status, person and assignee', async () => {
    const both = { ...stage.ana, inboxIds: [stage.repairs, stage.bakery] }
    expect(await walk({ view: 'waiting-for-us' }, undefined, both)).toContain('cake')
    expect(await list({ inbox: stage.bakery }, both)).toEqual(['cake'])
    expect(await list({ inbox: stage.bakery })).toEqual([])
    expect(await list({ status: 'snoozed' })).toEqual(['later'])
    expect(await list({ assignee: stage.ana.id })).toEqual(['ours'])
    const all = await listConversations(stage.db, both, { limit: 50 })
    const times = all.items.map((row) => row.lastAt)
    expect(times).toEqual(times.toSorted().toReversed())
  })

  it('refuses a key it does not know', async () => {
    for (const after of ['', 'x', '5', '2026~cnv_1', "'; drop table conversations --"])
      await expect(list({ after })).rejects.toMatchObject({ status: 422 })
  })

  it('counts every view as its list has it', async () => {
    const counts = await countViews(stage.db, stage.ana, undefined)
    for (const [view, n] of Object.entries(counts)) expect((await list({ view })).length, view).toBe(n)
    expect(counts['looked-after']).toBe(9)
    expect((await countViews(stage.db, stage.ana, stage.bakery)).all).toBe(0)
  })

  it('shows who else is looking, not oneself, and what is unread', async () => {
    const fresh = async (by: Stage['ana']) =>
      (await listConversations(stage.db, by, { limit: 50 })).items.find((row) => row.id === ids.fresh)!
    await noticePresence(stage.db, stage.ben, ids.fresh!, 'typing')
    expect((await fresh(stage.ana)).viewers).toEqual([{ teammateId: stage.ben.id, doing: 'typing' }])
    expect((await fresh(stage.ben)).viewers).toEqual([])
    expect((await fresh(stage.ana)).unread).toBe(true)
    // A GET changes nothing (TRUST.md S17): a list that fetches ahead must not make read what nobody has read.
    await wholeConversation(stage.house, stage.ana, ids.fresh!)
    expect((await fresh(stage.ana)).unread).toBe(true)
    await noticePresence(stage.db, stage.ana, ids.fresh!, 'looking')
    expect((await fresh(stage.ana)).unread).toBe(false)
    expect((await fresh(stage.ben)).unread).toBe(false)
    expect((await fresh(stage.lena)).unread).toBe(true)
  })
})

describe('one conversation, whole', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage()
  })
  afterAll(() => stage.close())

  it('has everything its screen shows, in order', async () => {
    const { db, house } = stage
    const earlier = await letter(db, {
      inboxId: stage.repairs,
      from: maria,
      subject: 'The oven',
      text: 'The oven was cold.',
    })
    const {
      conversationId: id,
      messageId,
      customerId,
    } = await letter(db, {
      inboxId: stage.repairs,
      from: maria,
      subject: 'Re: The boiler',
      text: 'When do you come? I am upset.',
      more: { cc: [joao] },
    })
    await recordReading(db, tend, {
      conversationId: id,
      messageId,
      asks: ['When do you come?'],
      signals: { upset: 1 },
      evidence: [{ signal: 'upset', words: 'I am upset' }],
      praised: [],
    })
    await assign(db, stage.ana, id, stage.ben.id)
    await addNote(db, stage.ben, { conversationId: id, text: 'she is right' })
    const file = await keepUpload(house, stage.ana, { filename: 'plan.txt', bytes: Buffer.from('the plan') })
    await keepDraft(db, stage.ana, id, 'reply', {
      html: '<p>Dear</p>',
      text: 'Dear',
      to: [],
      cc: [],
      attachments: [file.id],
      version: 0,
    })
    await makePromise(db, stage.ben, {
      conversationId: id,
      customerId,
      inboxId: stage.repairs,
      messageId: null,
      what: 'a visit',
      to: null,
      quote: null,
      makerId: stage.ben.id,
      due: null,
    })
    const whole = await wholeConversation(house, stage.ana, id)
    expect(whole).toMatchObject({
      id,
      subject: 'The boiler',
      status: 'open',
      assigneeId: stage.ben.id,
      asks: [{ text: 'When do you come?', answered: false, messageId }],
      moods: [{ signal: 'upset', words: 'I am upset', messageId }],
      participants: [{ email: maria.email, role: 'requester' }],
      person: { id: customerId, name: maria.name, emails: [maria.email] },
      chapters: [{ id: earlier.conversationId, subject: 'The oven' }],
      promises: [{ what: 'a visit' }],
      drafts: [{ kind: 'reply', text: 'Dear', attachments: [{ filename: 'plan.txt' }] }],
      lines: [{ type: 'conversation.assigned', by: stage.ana.name }],
      goodbye: null,
    })
    expect(whole.messages.map((message) => [message.direction, message.text])).toEqual([
      ['in', 'When do you come? I am upset.'],
      ['note', 'she is right'],
    ])
    expect(whole.seen).toBe(whole.messages[1]!.id)
    // What the one statement writes as JSON is what the rooms say when they are asked by themselves.
    expect(whole.person).toEqual(await customerById(db, stage.ana, customerId))
    expect(whole.participants).toEqual(await participantsOf(db, id))
    for (const message of whole.messages)
      expect(message).toEqual(await oneMessage(house, stage.ana, message.id))
    expect(whole.pageUrl).toMatch(/^https:\/\/care\.casa-amaral\.example\/p\//)
  })

  it('asks twice, once where its letters were read before, and shows what has changed of them', async () => {
    const { db, house } = stage
    const { conversationId: id, messageId } = await letter(db, {
      inboxId: stage.repairs,
      from: maria,
      subject: 'The tap',
      text: 'It drips "a lot".',
    })
    const note = await addNote(db, stage.ben, { conversationId: id, text: 'bring seals' })
    const opened = (by = stage.ana) =>
      new Promise<{ queries: number; said: (string | null)[][] }>((resolve, reject) => {
        const asked = { queries: 0, took: 0, slowest: null, traced: null }
        counting(asked, () => {
          wholeConversation(house, by, id).then(
            ({ messages }) =>
              resolve({
                queries: asked.queries,
                said: messages.map((message) => [message.authorName, message.text, message.textFull]),
              }),
            reject,
          )
        })
      })
    const said = [
      [null, 'It drips "a lot".', 'It drips "a lot".'],
      [stage.ben.name, 'bring seals', 'bring seals'],
    ]
    const first = await opened()
    expect(first.said).toEqual(said)
    expect(await opened()).toEqual({ queries: first.queries - 1, said })
    await expect(opened(stage.tomas)).rejects.toMatchObject({ status: 404 })
    // Behind the back of this process: another node, or an erasure.
    await db.updateTable('messages').set({ text: 'It floods!' }).where('id', '=', messageId).execute()
    await db.updateTable('teammates').set({ name: 'Benedita' }).where('id', '=', stage.ben.id).execute()
    expect((await opened()).said).toEqual([
      [null, 'It floods!', 'It floods!'],
      ['Benedita', 'bring seals', 'bring seals'],
    ])
    await db.deleteFrom('messages').where('id', '=', note.messageId).execute()
    expect((await opened()).said).toEqual([[null, 'It floods!', 'It floods!']])
    await db.updateTable('teammates').set({ name: stage.ben.name }).where('id', '=', stage.ben.id).execute()
  })

  it('shows the newest quiet lines when there are very many', async () => {
    const { conversationId: id } = await letter(stage.db, {
      inboxId: stage.repairs,
      from: maria,
      text: 'To and fro.',
    })
    for (let n = 0; n < 203; n++) await assign(stage.db, stage.ana, id, n % 2 ? null : stage.ben.id)
    const { lines } = await wholeConversation(stage.house, stage.ana, id)
    expect(lines).toHaveLength(200)
    expect(lines.at(-1)!.detail).toMatchObject({ to: stage.ben.id })
    const seqs = lines.map((line) => Number(line.id))
    expect(seqs).toEqual(seqs.toSorted((a, b) => a - b))
  })

  it('says how it was looked after', async () => {
    const { conversationId: id } = await letter(stage.db, {
      inboxId: stage.repairs,
      from: maria,
      text: 'Thanks!',
    })
    await close(stage.db, stage.ana, id, 'thanks')
    expect((await wholeConversation(stage.house, stage.ana, id)).goodbye).toMatchObject({
      next: 'thanks',
      by: stage.ana.id,
    })
  })
})

describe('their side', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage()
  })
  afterAll(() => stage.close())

  it('is off until a lead wants it, and behind the wall of its inbox', async () => {
    const { conversationId } = await letter(stage.db, { inboxId: stage.repairs, from: joao, text: 'Hello?' })
    await expect(theirSideOf(stage.db, stage.ana, conversationId)).rejects.toMatchObject({
      type: 'practice-off',
    })
    await switchPractice(stage.db, tend, 'theirSide', true)
    await expect(theirSideOf(stage.db, stage.tomas, conversationId)).rejects.toMatchObject({ status: 404 })
    expect((await theirSideOf(stage.db, stage.lena, conversationId)).steps).toHaveLength(1)
  })

  it('has what reached them and when, and no note of ours', async () => {
    const start = (await clockNow(stage.db)).getTime()
    const at = (hours: number) => new Date(start + hours * hour)
    const { conversationId, messageId } = await letter(stage.db, {
      inboxId: stage.repairs,
      from: maria,
      text: 'The boiler is cold. When do you come?',
      at: at(-74),
    })
    await addNote(stage.db, stage.ana, { conversationId, text: 'Between us: the valve again.' })
    const again = await letter(stage.db, {
      inboxId: stage.repairs,
      from: maria,
      text: 'Any news?',
      conversationId,
      at: at(-50),
    })
    for (const [id, asks, chase] of [
      [messageId, ['When do you come?'], 0],
      [again.messageId, [], 1],
    ] as const)
      await recordReading(stage.db, tend, {
        conversationId,
        messageId: id,
        asks: [...asks],
        signals: { chase },
        evidence: [],
        praised: [],
      })
    await answer(stage.db, stage.ana, conversationId, 'I am sorry. I call you tomorrow.', { at: at(-26) })
    const side = await theirSideOf(stage.db, stage.ana, conversationId)
    expect(
      side.steps.map((one) => (one.kind === 'silence' ? `${one.seconds / 3600} ${one.why}` : one.kind)),
    ).toEqual(['wrote', '24 answer', 'wrote', '24 answer', 'got'])
    expect(side.steps[2]).toMatchObject({ again: true, by: null })
    expect(side.figures).toMatchObject({
      wrote: 2,
      askedAgain: 1,
      secondsToFirstAnswer: 48 * 3600,
      people: 1,
    })
    expect(side.unknown).toMatchObject([{ kind: 'question', text: 'When do you come?' }])
    expect(JSON.stringify(side)).not.toContain('valve')
  })
})

describe('one message, by itself or by a header', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage()
  })
  afterAll(() => stage.close())

  it('is found by the header it came with, newest first, page by page', async () => {
    const { db, house } = stage
    const found: string[] = []
    for (let n = 0; n < 5; n++) {
      const { conversationId, messageId } = await letter(db, {
        inboxId: stage.repairs,
        from: maria,
        text: `Case ${n}`,
      })
      await db
        .insertInto('emailHeaders')
        .values({ name: 'x-test-case', value: 'abc', conversationId, messageId })
        .execute()
      found.unshift(messageId)
    }
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await messagesWithHeader(house, stage.ana, { header: 'X-Test-Case: abc', after, limit: 2 })
      seen.push(...page.items.map((message) => message.id))
      after = page.next ?? undefined
    } while (after)
    expect(seen).toEqual(found)
    expect((await oneMessage(house, stage.ana, found[0]!)).text).toBe('Case 4')
    await expect(
      messagesWithHeader(house, stage.ana, { header: 'X-Test-Case', limit: 2 }),
    ).rejects.toMatchObject({ status: 422 })
  })

  it('names its author, and its sender', async () => {
    const { conversationId, messageId } = await letter(stage.db, {
      inboxId: stage.repairs,
      from: maria,
      text: 'Hello',
    })
    const ours = await answer(stage.db, stage.ana, conversationId, 'Good day')
    expect(await oneMessage(stage.house, stage.ana, messageId)).toMatchObject({
      from: maria,
      authorId: null,
      authorName: null,
    })
    expect(await oneMessage(stage.house, stage.ana, ours.messageId)).toMatchObject({
      from: null,
      authorId: stage.ana.id,
      authorName: stage.ana.name,
    })
  })
})

describe('a person’s timeline', () => {
  it('has messages, notes, promises and goodbyes, newest first, page by page', async () => {
    const stage = await openStage()
    try {
      const { db } = stage
      const { conversationId: id, customerId } = await letter(db, {
        inboxId: stage.repairs,
        from: maria,
        text: 'The boiler is cold.',
      })
      await addNote(db, stage.ana, { conversationId: id, text: 'again' })
      for (let n = 0; n < 4; n++)
        await makePromise(db, stage.ana, {
          conversationId: id,
          customerId,
          inboxId: stage.repairs,
          messageId: null,
          what: `step ${n}`,
          to: null,
          quote: null,
          makerId: stage.ana.id,
          due: null,
        })
      await close(db, stage.ana, id, 'thanks')
      const whole = await timelineOf(db, stage.ana, customerId, { limit: 50 })
      expect(whole.items.map((item) => item.kind)).toEqual([
        'closing',
        'promise',
        'promise',
        'promise',
        'promise',
        'note',
        'message',
      ])
      expect(whole.next).toBeNull()
      const seen: string[] = []
      let after: string | undefined
      do {
        const page = await timelineOf(db, stage.ana, customerId, { limit: 2, after })
        seen.push(...page.items.map((item) => item.id))
        after = page.next ?? undefined
      } while (after)
      expect(seen).toEqual(whole.items.map((item) => item.id))
    } finally {
      await stage.close()
    }
  })
})

describe('today', () => {
  it('names what I owe, who waits and what mail needs, mine first', async () => {
    const stage = await openStage()
    try {
      const { db } = stage
      const noon = new Date('2030-05-07T11:00:00Z')
      await startClock(db, noon)
      const promise = async (what: string, due: Date | null, by = stage.ana) => {
        const { conversationId, customerId } = await letter(db, {
          inboxId: stage.repairs,
          from: maria,
          subject: what,
          text: what,
        })
        await close(db, by, conversationId, 'next-step')
        return makePromise(db, by, {
          conversationId,
          customerId,
          inboxId: stage.repairs,
          messageId: null,
          what,
          to: null,
          quote: null,
          makerId: by.id,
          due,
        })
      }
      // More promises kept than a page holds must not hide the open one.
      const settled = await promise('settled', new Date(noon.getTime() + hour))
      await keepPromise(db, stage.ana, settled, { told: false })
      const { id: _, ...row } = await db
        .selectFrom('promises')
        .selectAll()
        .where('id', '=', settled)
        .executeTakeFirstOrThrow()
      await db
        .insertInto('promises')
        .values(Array.from({ length: 101 }, () => ({ ...row, id: newId('promise') })))
        .execute()
      await promise('this evening', new Date('2030-05-07T20:00:00Z'))
      await promise('tomorrow', new Date('2030-05-08T20:00:00Z'))
      await promise('some day', null)
      await promise('Ben’s', new Date(noon.getTime() + hour), stage.ben)
      const late = await promise('half an hour ago', new Date(noon.getTime() + hour / 2))
      const nobodys = await promise('nobody’s', new Date('2030-05-07T21:00:00Z'))
      await db.updateTable('promises').set({ makerId: null }).where('id', '=', nobodys).execute()
      await moveClock(db, new Date(noon.getTime() + hour))
      await markLate(db, late)
      for (let n = 0; n < 9; n++)
        await letter(db, { inboxId: stage.repairs, from: joao, subject: `new ${n}`, text: 'x' })
      const mine = await letter(db, { inboxId: stage.repairs, from: joao, subject: 'mine', text: 'x' })
      await assign(db, stage.ana, mine.conversationId, stage.ana.id)
      await db
        .insertInto('mailTasks')
        .values({
          id: 'out_1',
          kind: 'refused',
          inboxId: stage.repairs,
          conversationId: mine.conversationId,
          messageId: null,
          detail: 'The letter to João was refused.',
          doneAt: null,
        })
        .execute()
      const day = await today(db, stage.ana)
      expect(day.promises.map((one) => one.what)).toEqual(['half an hour ago', 'this evening', 'nobody’s'])
      expect(day.counts).toEqual({ waiting: 1, fresh: 9, due: 2, late: 1, untold: 102, quiet: 0 })
      expect(day.untold).toHaveLength(7)
      expect(day.waiting).toHaveLength(7)
      expect(day.waiting.map((one) => one.mine)).toEqual([true, false, false, false, false, false, false])
      expect(day.tasks).toMatchObject([{ kind: 'refused', text: 'The letter to João was refused.' }])
      expect((await today(db, stage.tomas)).waiting).toEqual([])
    } finally {
      await stage.close()
    }
  })
})
