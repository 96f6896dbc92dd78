import { sql } from 'kysely'
import { describe, expect, onTestFinished, test } from 'vitest'
import { tend } from '#server/base/actor.ts'
import { clockNow, moveClock } from '#server/base/clock.ts'
import type { House } from '#server/base/context.ts'
import { transaction } from '#server/database/database.ts'
import { answer, openSink, type Sink, standing, testHouse, until } from '../testing.ts'
import { queueMail, readLetter, resend, undoMail } from './actions.ts'
import { claimDue, markHandover } from './claim.ts'
import { markBounced, noteProof } from './delivery.ts'
import { recoverClaims, resolveUnknown } from './recover.ts'
import { startSending } from './sending.ts'
import { pauseAfter, settleClaim } from './settle.ts'

/** A busy machine answers late too; nobody is taken for silent because of that. */
const patient = { silence: 20_000, dot: 20_000 }
/** For servers that say nothing any more. */
const quick = { silence: 1000, dot: 2000 }

async function houseWithSink(): Promise<{ house: Awaited<ReturnType<typeof testHouse>>; sink: Sink }> {
  const sink = await openSink()
  return { sink, house: await testHouse({ outboundSmtp: sink.url }) }
}

async function begin(house: House, patience = patient): Promise<void> {
  const sending = await startSending(house, { patience })
  onTestFinished(() => sending.stop())
}

const statesOf = async (house: House, messageId: string) =>
  Object.fromEntries((await standing(house, messageId)).map((row) => [row.address, row.state]))

const settled = (house: House, messageId: string, phase: string) =>
  until(async () => (await standing(house, messageId)).every((row) => row.phase === phase))

const claimAll = (house: Awaited<ReturnType<typeof testHouse>>) =>
  claimDue(house.db, { inboxIds: [house.inboxId], sample: false, limit: 10 })

const expireLeases = (house: House) =>
  sql`update outbox set lease_until = clock_timestamp() - interval '1 second' where lease_until is not null`.execute(
    house.db,
  )

/** A moved clock wakes nobody by itself; what is due would be looked for within a second. */
const laterBy = async (house: House, minutes: number) => {
  await moveClock(house.db, new Date((await clockNow(house.db)).getTime() + minutes * 60_000))
  await sql`select pg_notify('outbox', '')`.execute(house.db)
}

/** Long header lines are folded on the way (RFC 5322 §2.2.3); readers put them together again. */
const unfolded = (raw: string) => raw.replace(/\r\n[ \t]/g, ' ')

const tasks = (house: House) =>
  house.db.selectFrom('mailTasks').selectAll().where('doneAt', 'is', null).orderBy('id').execute()

describe('a reply leaves', () => {
  test('with its own Message-ID, a reply address with a token, and the thread it belongs to', async () => {
    const { house, sink } = await houseWithSink()
    await begin(house)
    const first = await answer(house, { to: ['marta@rosewood.example'] })
    await settled(house, first.messageId, 'done')
    const second = await answer(house, {
      conversationId: first.conversationId,
      to: ['marta@rosewood.example'],
    })
    await settled(house, second.messageId, 'done')
    expect(await statesOf(house, second.messageId)).toEqual({ 'marta@rosewood.example': 'accepted' })
    const [one, two] = sink.letters.map((letter) => unfolded(letter.raw))
    const id = /^Message-ID: (<.+>)/m.exec(one!)![1]!
    expect(id).toContain(first.messageId)
    expect(two).toContain(`In-Reply-To: ${id}`)
    expect(two).toContain(`References: ${id}`)
    expect(two).toMatch(/^Reply-To: Ines Duarte\s+<hello\+t-[a-z2-7]{26}@brightpipe\.example>/m)
    expect(sink.letters[0]!.from).toBe('hello@brightpipe.example')
  })

  test('two hundred replies leave once each, from two workers, on a few connections', async () => {
    const { house, sink } = await houseWithSink()
    await begin(house)
    await begin(house)
    const { conversationId } = await answer(house, { to: ['marta@rosewood.example'], text: 'TKN-0' })
    for (let n = 1; n < 200; n++)
      await answer(house, { conversationId, to: ['marta@rosewood.example'], text: `TKN-${n}` })
    await until(async () => sink.letters.length >= 200, 300_000)
    const tokens = sink.letters.map((letter) => /TKN-\d+/.exec(letter.raw)![0])
    expect(new Set(tokens).size).toBe(200)
    expect(sink.letters).toHaveLength(200)
    expect(sink.connections).toBeLessThan(100)
  }, 600_000)

  test('nowhere to go: it waits, untouched, and leaves once there is a way', async () => {
    const sink = await openSink()
    const house = await testHouse()
    await begin(house)
    const { messageId } = await answer(house, { to: ['marta@rosewood.example'] })
    const elsewhere = await answer(house, { to: ['piet@rosewood.example'] })
    expect((await standing(house, messageId))[0]).toMatchObject({ phase: 'queued', attempt: 0 })
    house.config.outboundSmtp = sink.url
    await settled(house, messageId, 'done')
    await settled(house, elsewhere.messageId, 'done')
    expect(sink.letters).toHaveLength(2)
  })

  test('nobody may slip a header or a second recipient in', async () => {
    const { house } = await houseWithSink()
    for (const email of [
      'a@x.example\r\nBcc: b@y.example',
      'a@x.example, b@y.example',
      '"a b"@x.example',
      'a@x@y.example',
    ])
      await expect(answer(house, { to: [email] }), email).rejects.toThrow(/one e-mail address/)
    const { conversationId } = await answer(house, { to: ['marta@rosewood.example'] })
    const from = { name: 'Ines\r\nBcc: eve@evil.example', email: house.address }
    const letter = await transaction(house.db, async (trx) => {
      const messageId = 'msg_0000000000000000000009'
      await queueMail(trx, house, tend, {
        conversationId,
        messageId,
        inboxId: house.inboxId,
        kind: 'reply',
        from,
        to: [{ name: 'Marta\nX-Evil: 1', email: 'marta@rosewood.example' }],
        cc: [],
        subject: 'Hello\r\nX-Evil: 2',
        text: 'Hello',
        html: null,
        attachments: [
          {
            id: 'fil_1',
            filename: 'a\r\nX-Evil: 3.txt',
            contentType: 'text/plain\r\nX-Evil: 4',
            inline: true,
            contentId: 'a>\r\nX-Evil: 5',
            file: await house.files.keep(Buffer.from('x')),
          },
        ],
        notBefore: new Date(),
        sample: false,
      })
      const row = await trx
        .selectFrom('outbox')
        .selectAll()
        .where('messageId', '=', messageId)
        .executeTakeFirstOrThrow()
      return (await readLetter(house, row)).toString()
    })
    expect(letter).not.toMatch(/^(X-Evil|Bcc):/im)
  })

  test('it can be taken back until somebody has claimed it', async () => {
    const { house } = await houseWithSink()
    const one = await answer(house, { to: ['marta@rosewood.example'] })
    expect(await transaction(house.db, (trx) => undoMail(trx, one.messageId))).toBe(true)
    const two = await answer(house, { to: ['marta@rosewood.example'] })
    await claimAll(house)
    expect(await transaction(house.db, (trx) => undoMail(trx, two.messageId))).toBe(false)
  })
})

describe('what the server says', () => {
  test('each recipient has their own answer; nobody who got it gets it again', async () => {
    const { house, sink } = await houseWithSink()
    sink.behave((verb, to) => {
      if (verb === 'rcpt' && to?.startsWith('full')) return { code: 452, text: 'mailbox full' }
      if (verb === 'rcpt' && to?.startsWith('gone')) return { code: 550, text: 'no such person' }
      return undefined
    })
    await begin(house)
    const { messageId } = await answer(house, {
      to: ['marta@rosewood.example', 'full@rosewood.example'],
      cc: ['gone@rosewood.example'],
    })
    await until(async () => (await statesOf(house, messageId))['full@rosewood.example'] === 'deferred')
    expect(await statesOf(house, messageId)).toEqual({
      'marta@rosewood.example': 'accepted',
      'full@rosewood.example': 'deferred',
      'gone@rosewood.example': 'refused',
    })
    expect(await tasks(house)).toMatchObject([{ kind: 'refused', messageId }])
    sink.behave(() => undefined)
    await laterBy(house, 1.1)
    await settled(house, messageId, 'done')
    expect(sink.letters.map((letter) => letter.to)).toEqual([
      ['marta@rosewood.example'],
      ['full@rosewood.example'],
    ])
    expect(sink.letters[0]!.raw).toBe(sink.letters[1]!.raw)
  })

  test.each([
    ['connect', { code: 421 }],
    ['mail', { code: 451 }],
    ['rcpt', { code: 450 }],
    ['data', { code: 451 }],
    ['connect', 'drop'],
    ['mail', 'drop'],
    ['rcpt', 'drop'],
    ['mail', 'hang'],
    ['rcpt', 'hang'],
  ] as const)('"not now" at %s (%o) is tried again', async (verb, manner) => {
    const { house, sink } = await houseWithSink()
    sink.behave((at) => (at === verb ? manner : undefined))
    await begin(house, manner === 'hang' ? quick : patient)
    const { messageId } = await answer(house, { to: ['marta@rosewood.example'] })
    await until(async () => (await statesOf(house, messageId))['marta@rosewood.example'] === 'deferred')
    sink.behave(() => undefined)
    await laterBy(house, 1.1)
    await settled(house, messageId, 'done')
    expect(sink.letters).toHaveLength(1)
    expect(await tasks(house)).toEqual([])
  })

  test.each(['mail', 'rcpt', 'data'] as const)('"no" at %s becomes work for a person', async (verb) => {
    const { house, sink } = await houseWithSink()
    sink.behave((at) => (at === verb ? { code: 554, text: 'we do not want this' } : undefined))
    await begin(house)
    const { messageId } = await answer(house, { to: ['marta@rosewood.example'] })
    await settled(house, messageId, 'done')
    const [row] = await standing(house, messageId)
    expect(row).toMatchObject({ state: 'refused', code: 554 })
    expect(row!.detail).toContain('we do not want this')
    expect(await tasks(house)).toMatchObject([{ kind: 'refused', messageId }])
    sink.behave(() => undefined)
    await transaction(house.db, (trx) => resend(trx, tend, messageId))
    await settled(house, messageId, 'done')
    expect(await statesOf(house, messageId)).toEqual({ 'marta@rosewood.example': 'accepted' })
    expect(await tasks(house)).toEqual([])
  })

  test.each(['drop', 'hang'] as const)(
    'no answer to the final dot (%s): not known, and said so',
    async (manner) => {
      const { house, sink } = await houseWithSink()
      sink.behave((verb) => (verb === 'data' ? manner : undefined))
      await begin(house, manner === 'hang' ? quick : patient)
      const { messageId } = await answer(house, { to: ['marta@rosewood.example'] })
      await settled(house, messageId, 'unknown')
      sink.behave(() => undefined)
      await laterBy(house, 9)
      expect(await statesOf(house, messageId)).toEqual({ 'marta@rosewood.example': 'unknown' })
      await laterBy(house, 1.1)
      await settled(house, messageId, 'done')
      const [row] = await standing(house, messageId)
      expect(row).toMatchObject({ state: 'accepted', resentOnce: true })
      expect(row!.detail).toContain('may have arrived twice')
      expect(sink.seen[0]).toBe(sink.seen[1])
      expect(await tasks(house)).toMatchObject([{ kind: 'unknown', messageId }])
    },
  )

  test('a server that is slow holds up only its own letters', async () => {
    const { house, sink: slow } = await houseWithSink()
    slow.behave((verb) => (verb === 'mail' ? 'hang' : undefined))
    const fast = await openSink()
    await begin(house, { silence: 60_000, dot: 60_000 })
    for (let n = 0; n < 8; n++) await answer(house, { to: ['marta@rosewood.example'] })
    await until(async () => slow.connections >= 5)
    house.config.outboundSmtp = fast.url
    const { messageId } = await answer(house, { to: ['piet@rosewood.example'] })
    await settled(house, messageId, 'done')
    expect(slow.connections).toBe(5)
    expect(fast.letters.length).toBeGreaterThan(0)
  })

  test('the pauses grow as they should, and a server that is back is used within five minutes', () => {
    expect([1, 2, 3, 4, 5, 9].map((attempt) => pauseAfter(attempt, false))).toEqual([
      60, 300, 900, 3600, 14_400, 14_400,
    ])
    expect(Math.max(...[1, 2, 3, 20].map((attempt) => pauseAfter(attempt, true)))).toBe(300)
  })

  test('after five days it is given up and becomes work for a person', async () => {
    const { house, sink } = await houseWithSink()
    sink.behave((verb) => (verb === 'rcpt' ? { code: 450 } : undefined))
    await begin(house)
    const { messageId } = await answer(house, { to: ['marta@rosewood.example'] })
    await until(async () => (await statesOf(house, messageId))['marta@rosewood.example'] === 'deferred')
    await laterBy(house, 5 * 24 * 60 + 1)
    await settled(house, messageId, 'done')
    expect(await statesOf(house, messageId)).toEqual({ 'marta@rosewood.example': 'refused' })
    expect(await tasks(house)).toMatchObject([{ kind: 'refused' }])
  })
})

describe('a worker dies', () => {
  test('before the dot: another one sends it; the first one, waking up, drops its connection', async () => {
    const { house, sink } = await houseWithSink()
    const { messageId } = await answer(house, { to: ['marta@rosewood.example'] })
    const [stale] = await claimAll(house)
    await expireLeases(house)
    await begin(house)
    await settled(house, messageId, 'done')
    expect(await markHandover(house.db, stale!)).toBe(false)
    await settleClaim(house.db, stale!, [
      { address: 'marta@rosewood.example', state: 'refused', code: 550, detail: 'late' },
    ])
    expect(await statesOf(house, messageId)).toEqual({ 'marta@rosewood.example': 'accepted' })
    expect(sink.letters).toHaveLength(1)
  })

  test('whose letter was taken over in the middle of the body writes no dot', async () => {
    const { house, sink } = await houseWithSink()
    const { messageId } = await answer(house, {
      to: ['marta@rosewood.example'],
      text: 'long '.repeat(100_000),
    })
    // The letter is claimed anew between this worker's claim and its dot.
    let stolen = false
    sink.behave(async (verb) => {
      if (verb === 'rcpt' && !stolen) {
        stolen = true
        await sql`update outbox set epoch = epoch + 1, phase = 'claimed', lease_until = clock_timestamp() - interval '1 second'`.execute(
          house.db,
        )
      }
      return undefined
    })
    await begin(house)
    await settled(house, messageId, 'done')
    expect(stolen).toBe(true)
    expect(sink.seen).toHaveLength(1)
    expect(sink.letters).toHaveLength(1)
  })

  test('at the dot: not known; an answer that comes late still counts', async () => {
    const { house } = await houseWithSink()
    const { messageId } = await answer(house, { to: ['marta@rosewood.example'] })
    const [claim] = await claimAll(house)
    expect(await markHandover(house.db, claim!)).toBe(true)
    await recoverClaims(house.db)
    expect((await standing(house, messageId))[0]!.phase).toBe('handover')
    await expireLeases(house)
    await recoverClaims(house.db)
    expect((await standing(house, messageId))[0]).toMatchObject({ phase: 'unknown', state: 'unknown' })
    await settleClaim(house.db, claim!, [
      { address: 'marta@rosewood.example', state: 'accepted', code: 250, detail: 'ok' },
    ])
    expect((await standing(house, messageId))[0]).toMatchObject({ phase: 'done', state: 'accepted' })
    await laterBy(house, 11)
    await resolveUnknown(house.db)
    expect((await standing(house, messageId))[0]!.phase).toBe('done')
  })

  test('proof ends the doubt: an answer that refers to it, or a bounce', async () => {
    const { house } = await houseWithSink()
    const lose = async () => {
      const { messageId } = await answer(house, { to: ['marta@rosewood.example'] })
      const [claim] = await claimAll(house)
      await markHandover(house.db, claim!)
      await expireLeases(house)
      await recoverClaims(house.db)
      return messageId
    }
    const answered = await lose()
    const [row] = await standing(house, answered)
    await transaction(house.db, (trx) => noteProof(trx, [row!.messageIdHeader, null]))
    expect((await standing(house, answered))[0]).toMatchObject({ phase: 'done', state: 'accepted' })
    const bounced = await lose()
    await transaction(house.db, (trx) =>
      markBounced(trx, bounced, {
        recipients: ['marta@rosewood.example'],
        kind: 'hard',
        reason: 'user-unknown',
      }),
    )
    expect((await standing(house, bounced))[0]).toMatchObject({ phase: 'done', state: 'bounced' })
  })

  test('automatic mail whose answer was lost waits for a person', async () => {
    const { house } = await houseWithSink()
    const { messageId, queued } = await answer(house, { to: ['marta@rosewood.example'], kind: 'automatic' })
    expect(queued).toBe(true)
    const [claim] = await claimAll(house)
    await markHandover(house.db, claim!)
    await expireLeases(house)
    await recoverClaims(house.db)
    await laterBy(house, 11)
    await resolveUnknown(house.db)
    expect((await standing(house, messageId))[0]).toMatchObject({ phase: 'parked', state: 'unknown' })
    expect(await tasks(house)).toMatchObject([{ kind: 'unknown' }])
    await transaction(house.db, (trx) => resend(trx, tend, messageId))
    expect((await standing(house, messageId))[0]).toMatchObject({ phase: 'queued', state: 'waiting' })
  })
})

describe('automatic mail', () => {
  test('carries what RFC 3834 asks for, and goes to nobody more than three times a day', async () => {
    const { house, sink } = await houseWithSink()
    await begin(house)
    const queued = []
    for (let n = 0; n < 12; n++)
      queued.push((await answer(house, { to: ['marta@rosewood.example'], kind: 'automatic' })).queued)
    expect(queued.filter(Boolean)).toHaveLength(3)
    await until(async () => sink.letters.length === 3)
    expect(sink.letters[0]!.from).toBe('')
    expect(sink.letters[0]!.raw).toMatch(/^Auto-Submitted: auto-replied/m)
    await laterBy(house, 24 * 60 + 1)
    expect((await answer(house, { to: ['marta@rosewood.example'], kind: 'automatic' })).queued).toBe(true)
  })

  test.each([
    'no-reply@shop.example',
    'MAILER-DAEMON@shop.example',
    'list-owner@shop.example',
    'hello@brightpipe.example',
    'hello+t-x@brightpipe.example',
  ])('never goes to %s', async (address) => {
    const { house } = await houseWithSink()
    expect((await answer(house, { to: [address], kind: 'automatic' })).queued).toBe(false)
  })
})
