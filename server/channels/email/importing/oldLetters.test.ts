import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { clara, maria, paul } from '#cast/cast.ts'
import { rawMail } from '#cast/mail.ts'
import type { House } from '#server/base/context.ts'
import { text as say } from '#server/base/text.ts'
import { announceLeftovers } from '../leftovers.ts'
import { endImport, knownLetters, takeOldLetters } from '../oldLetters.ts'
import { readLetter } from '../outbox/actions.ts'
import { readHeadersOnly } from '../read/headersOnly.ts'
import type { Reader } from '../read/reader.ts'
import { answer, handInLetter, testHouse, testReader } from '../testing.ts'

const into = (house: House & { inboxId: string }, ours: string[] = []) => ({
  inboxId: house.inboxId,
  ours,
  byId: null,
})
const old = (...raws: Buffer[]) => raws.map((raw) => ({ raw, at: null }))
const us = { name: 'Ines Duarte', email: 'hello@brightpipe.example' }

/** A talk of the past: they ask, we answer, they thank; each in answer to the one before. */
async function talk(subject: string, from: { name: string; email: string } = maria) {
  const id = (n: number) => `${subject.toLowerCase().replaceAll(' ', '-')}.${n}@mail.example`
  const letter = (n: number, more: Partial<Parameters<typeof rawMail>[0]>) =>
    rawMail({
      from,
      to: us,
      subject: n ? `Re: ${subject}` : subject,
      text: `Words ${n}.`,
      date: `2019-03-0${n + 1}T09:00:00Z`,
      messageId: id(n),
      ...(n > 0 && { inReplyTo: id(n - 1), references: Array.from({ length: n }, (_, m) => id(m)) }),
      ...more,
    })
  return [
    await letter(0, { text: 'The tap drips.' }),
    await letter(1, { from: us, to: from, text: 'We come on Thursday.' }),
    await letter(2, { text: 'Thank you, it is dry.' }),
  ] as const
}

const messagesOf = (house: House) => house.db.selectFrom('messages').selectAll().orderBy('id').execute()
const conversationsOf = (house: House) => house.db.selectFrom('conversations').selectAll().execute()

test('a talk of the past is one conversation in whatever order its letters come, with its dates, closed', async () => {
  for (const order of [
    [0, 1, 2],
    [2, 1, 0],
    [1, 2, 0],
  ]) {
    const house = await testHouse()
    const letters = await talk('The tap')
    for (const n of order)
      expect(await takeOldLetters(house, testReader(), into(house), old(letters[n]!))).toEqual(['stored'])
    const [conversation, ...others] = await conversationsOf(house)
    expect(others).toEqual([])
    expect(conversation).toMatchObject({
      subject: 'The tap',
      status: 'closed',
      closedBy: null,
      waitingSince: null,
      assigneeId: null,
      gist: 'Thank you, it is dry.',
      createdAt: new Date('2019-03-01T09:00:00Z'),
      lastAt: new Date('2019-03-03T09:00:00Z'),
    })
    const messages = await messagesOf(house)
    expect(
      messages.map(({ direction, text, at }) => [direction, text, at.toISOString().slice(0, 10)]),
    ).toEqual([
      ['in', 'The tap drips.', '2019-03-01'],
      ['out', 'We come on Thursday.', '2019-03-02'],
      ['in', 'Thank you, it is dry.', '2019-03-03'],
    ])
    expect(conversation!.lastMessageId).toBe(messages[2]!.id)
  }
})

test('nobody hears of it: no mail, no task, no notice, no timer, no event but one for the index', async () => {
  const house = await testHouse()
  const automatic = await rawMail({
    from: clara,
    to: us,
    subject: 'Away',
    text: 'I am away.',
    date: '2019-03-01T09:00:00Z',
    headers: { 'Auto-Submitted': 'auto-replied' },
  })
  const letters = [...(await talk('The tap')), ...(await talk('The yard', paul)), automatic]
  await takeOldLetters(house, testReader(), into(house), old(...letters))
  const count = async (table: 'outbox' | 'mailTasks' | 'timers' | 'automaticMail') =>
    (await house.db.selectFrom(table).selectAll().execute()).length
  for (const table of ['outbox', 'mailTasks', 'timers', 'automaticMail'] as const)
    expect([table, await count(table)]).toEqual([table, 0])
  const events = await house.db.selectFrom('events').select(['type', 'detail']).execute()
  expect(
    events.filter(
      ({ type }) => !['customer.added', 'letters.imported', 'inbox.changed', 'inbox.added'].includes(type),
    ),
  ).toEqual([])
  expect(events.filter(({ type }) => type === 'letters.imported')).toHaveLength(1)
  expect((await conversationsOf(house)).map(({ status }) => status)).toEqual(['closed', 'closed', 'closed'])
})

test('again, or the same letter by another road, stores nothing', async () => {
  const house = await testHouse()
  const letters = await talk('The tap')
  await handInLetter(house, testReader(), letters[0])
  expect(await takeOldLetters(house, testReader(), into(house), old(...letters, letters[1]))).toEqual([
    'there',
    'stored',
    'stored',
    'there',
  ])
  // A mailbox keeps the same letter with other line ends.
  const dos = letters.map((raw) => Buffer.from(raw.toString('latin1').replaceAll('\r\n', '\n'), 'latin1'))
  expect(await takeOldLetters(house, testReader(), into(house), old(...dos))).toEqual([
    'there',
    'there',
    'there',
  ])
  expect(await messagesOf(house)).toHaveLength(3)
  const { createHash } = await import('node:crypto')
  const hash = (raw: Buffer) => createHash('sha256').update(raw).digest('hex')
  expect(
    (await knownLetters(house.db, house.inboxId, [hash(letters[1]), hash(dos[1]!), 'f'.repeat(64)])).sort(),
  ).toEqual([hash(letters[1]), hash(dos[1]!)].sort())
})

test('what came before belongs to a live matter, and leaves its turn, its newest word and its closing alone', async () => {
  const house = await testHouse()
  const letters = await talk('The tap')
  const live = await handInLetter(
    house,
    testReader(),
    await rawMail({
      from: maria,
      to: us,
      subject: 'Re: The tap',
      text: 'It drips again.',
      date: new Date(),
      inReplyTo: 'the-tap.2@mail.example',
      references: ['the-tap.0@mail.example', 'the-tap.2@mail.example'],
    }),
  )
  const [before] = await conversationsOf(house)
  await takeOldLetters(house, testReader(), into(house), old(...letters))
  const [after, ...others] = await conversationsOf(house)
  expect(others).toEqual([])
  expect(after).toEqual({ ...before, createdAt: new Date('2019-03-01T09:00:00Z') })
  expect((await messagesOf(house)).map(({ text }) => text).at(-1)).toBe('It drips again.')
  expect(after!.id).toBe(live.conversationId)
})

test('a stranger who names a letter of somebody else does not come into their conversation', async () => {
  const house = await testHouse()
  const letters = await talk('The tap')
  const stranger = await rawMail({
    from: { name: 'Somebody Else', email: 'else@elsewhere.example' },
    to: us,
    subject: 'Re: The tap',
    text: 'Tell me about it.',
    date: '2019-03-04T09:00:00Z',
    inReplyTo: 'the-tap.0@mail.example',
  })
  await takeOldLetters(house, testReader(), into(house), old(...letters, stranger))
  const conversations = await conversationsOf(house)
  expect(conversations).toHaveLength(2)
  const theirs = conversations.find((one) => one.relatedTo !== null)!
  expect(theirs.relatedTo).toBe(conversations.find((one) => one.relatedTo === null)!.id)
})

test('addresses that were ours once make letters ours', async () => {
  const house = await testHouse()
  const letter = await rawMail({
    from: { name: 'Support', email: 'support@old.example' },
    to: maria,
    subject: 'Your tap',
    text: 'We have the part.',
    date: '2018-01-01T10:00:00Z',
  })
  await takeOldLetters(house, testReader(), into(house, ['support@old.example']), old(letter))
  expect(await messagesOf(house)).toMatchObject([{ direction: 'out', fromAddress: 'support@old.example' }])
  const people = await house.db.selectFrom('participants').selectAll().execute()
  expect(people).toMatchObject([{ address: maria.email, role: 'requester' }])
})

test('what Tend sent itself is there already, by its bytes or by its signed id', async () => {
  const house = await testHouse()
  const { messageId } = await answer(house, { to: [maria.email] })
  const sent = await house.db
    .selectFrom('outbox')
    .select(['letter', 'bytesFile'])
    .where('messageId', '=', messageId)
    .executeTakeFirstOrThrow()
  const raw = await readLetter(house, sent)
  const inSent = Buffer.from(`X-Sent-By: another server\r\n${raw.toString('latin1')}`, 'latin1')
  expect(await takeOldLetters(house, testReader(), into(house), old(raw, inSent))).toEqual(['there', 'there'])
  expect(await messagesOf(house)).toHaveLength(1)
})

test('what cannot be read is shown with its original and counted, and the next goes on', async () => {
  const house = await testHouse()
  const deep = Buffer.from('From: paul@mail.example\r\nSubject: Deep\r\n\r\nwords')
  const [first] = await talk('The tap')
  /** Reading it had to be stopped, as the pool does with a hostile letter. */
  const stops: Reader = {
    ...testReader(),
    async read(letter) {
      if (!deep.equals(letter as Buffer)) return testReader().read(letter)
      const path = join(house.config.dataFolder!, 'deep.eml')
      await writeFile(path, letter)
      return { mail: await readHeadersOnly(path, 'stopped'), done: async () => {} }
    },
  }
  const outcomes = await takeOldLetters(house, stops, into(house), [
    { raw: deep, at: '2015-05-05T05:05:05.000Z' },
    { raw: first, at: null },
  ])
  expect(outcomes).toEqual(['unreadable', 'stored'])
  const shown = (await messagesOf(house)).find(({ subject }) => subject === 'Deep')!
  expect(shown).toMatchObject({
    unreadable: true,
    text: say('email.unreadable'),
    rawSize: deep.length,
    at: new Date('2015-05-05T05:05:05Z'),
  })
  expect(await house.files.read(shown.rawFile!)).toEqual(deep)
  expect(await house.db.selectFrom('mailTasks').selectAll().execute()).toEqual([])
})

test('with days given, what they wrote last and lately is our turn; nothing else is', async () => {
  const house = await testHouse()
  const ago = (days: number) => new Date(Date.now() - days * 86_400_000)
  const [first, reply, last] = await talk('The tap')
  const recent = await rawMail({
    from: paul,
    to: us,
    subject: 'The yard',
    text: 'Water in the yard.',
    date: ago(3),
  })
  const stale = await rawMail({ from: clara, to: us, subject: 'The roof', text: 'Wet.', date: ago(40) })
  await takeOldLetters(house, testReader(), into(house), old(first, reply, last, recent, stale))
  expect(await endImport(house, house.inboxId, 0)).toBe(0)
  expect(await endImport(house, house.inboxId, 14)).toBe(1)
  expect(await endImport(house, house.inboxId, 14)).toBe(0)
  const open = (await conversationsOf(house)).filter(({ status }) => status === 'open')
  expect(open).toMatchObject([{ subject: 'The yard', closedAt: null }])
  expect(Math.abs(open[0]!.waitingSince!.getTime() - ago(3).getTime())).toBeLessThan(60_000)
})

test('what a killed process left between keeping and placing is gone on with', async () => {
  const house = await testHouse()
  const letters = await talk('The tap')
  const stopped = Object.assign(Object.create(house) as typeof house, {
    log: house.log,
  })
  const nobodyReads = { read: () => Promise.reject(new Error('killed')), close: async () => {} }
  await expect(takeOldLetters(stopped, nobodyReads, into(house), old(...letters))).rejects.toThrow('killed')
  expect(await messagesOf(house)).toEqual([])
  expect(await announceLeftovers(house.db, { olderThan: 0 })).toBe(3)
  expect(await takeOldLetters(house, testReader(), into(house), old(...letters))).toEqual([
    'stored',
    'stored',
    'stored',
  ])
  expect(await house.db.selectFrom('letters').select('state').execute()).toHaveLength(3)
  expect(await conversationsOf(house)).toHaveLength(1)
})
