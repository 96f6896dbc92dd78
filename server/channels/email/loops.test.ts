import { describe, expect, test } from 'vitest'
import { rawMail } from '#cast/mail.ts'
import { readLetter } from './outbox/actions.ts'
import { answer, handInLetter, standing, testHouse, testReader } from './testing.ts'

type TestHouse = Awaited<ReturnType<typeof testHouse>>
type Letter = Parameters<typeof rawMail>[0]

/** "We have received your letter": what a machine of ours would say to every letter that came, were it let. */
async function acknowledge(house: TestHouse, messageId: string | null): Promise<Buffer | null> {
  if (!messageId) return null
  const message = await house.db
    .selectFrom('messages')
    .select(['conversationId', 'fromAddress'])
    .where('id', '=', messageId)
    .executeTakeFirstOrThrow()
  const sent = await answer(house, {
    conversationId: message.conversationId,
    to: [message.fromAddress!],
    text: 'We have received your letter.',
    kind: 'automatic',
    answers: messageId,
  })
  if (!sent.queued) return null
  const [row] = await standing(house, sent.messageId)
  return readLetter(house, row!)
}

const rounds = 12

/** Their machine answers whatever comes; ours would too. How many automatic letters left us. */
async function against(respond: (n: number) => Partial<Letter>): Promise<number> {
  const house = await testHouse()
  const reader = testReader()
  let ours = 0
  for (let n = 0; n < rounds; n++) {
    const raw = await rawMail({
      from: 'machine@rosewood.example',
      to: house.address,
      subject: 'Re: The boiler',
      text: `Thank you. ${n}`,
      messageId: `${n}@rosewood.example`,
      date: new Date(),
      ...respond(n),
    })
    const { messageId } = await handInLetter(house, reader, raw)
    if (await acknowledge(house, messageId)) ours++
  }
  return ours
}

describe('a machine that answers machines', () => {
  test.each<[string, number, (n: number) => Partial<Letter>]>([
    ['says so (RFC 3834)', 0, () => ({ headers: { 'Auto-Submitted': 'auto-replied' } })],
    ['writes in bulk', 0, () => ({ headers: { Precedence: 'bulk' } })],
    ['is a mailing list', 0, () => ({ headers: { 'List-Id': '<town.lists.example>' } })],
    ['asks for no answer', 0, () => ({ headers: { 'X-Auto-Response-Suppress': 'All' } })],
    ['asks for proof that a person wrote', 0, () => ({ headers: { 'X-Boxbe': '1' } })],
    ['complains for somebody (ARF)', 0, () => ({ headers: { 'X-RP-FBL': 'complaint' } })],
    ['is called no-reply', 0, () => ({ from: 'no-reply@rosewood.example' })],
    [
      'is a mailer daemon',
      0,
      () => ({ from: 'MAILER-DAEMON@rosewood.example', subject: 'Undelivered Mail' }),
    ],
    [
      'is away, by its subject',
      0,
      () => ({ subject: 'Out of office: Re: The boiler', text: 'I am at the sea.' }),
    ],
    ['shows nothing, and always says the same', 3, () => ({ text: 'We will look into it.' })],
    ['shows nothing, and never says the same', 3, (n) => ({ subject: `Case ${n}`, text: `Number ${n}` })],
  ])('that %s gets at most %i', async (_name, most, respond) => {
    expect(await against(respond)).toBeLessThanOrEqual(most)
  })

  test('a person gets their acknowledgement, also when a header says that it is no machine', async () => {
    expect(await against(() => ({ headers: { 'Auto-Submitted': 'no' } }))).toBe(3)
  })
})

test('two Tends that acknowledge each other’s letters stop at once', async () => {
  const one = await testHouse()
  const two = await testHouse()
  await two.db
    .updateTable('inboxes')
    .set({ address: 'care@rosewood.example' } as never)
    .execute()
  Object.assign(two, { address: 'care@rosewood.example' })
  const reader = testReader()
  const first = await rawMail({
    from: two.address,
    to: one.address,
    subject: 'The boiler',
    text: 'Is it repaired?',
    date: new Date(),
  })
  let letter: Buffer | null = first
  let sent = 0
  for (let n = 0; letter && n < 20; n++) {
    const house: TestHouse = n % 2 ? two : one
    const { messageId }: { messageId: string | null } = await handInLetter(house, reader, letter)
    letter = await acknowledge(house, messageId)
    if (letter) sent++
  }
  expect(sent).toBe(1)
})

test('an acknowledgement that comes back to us by a forward is nobody’s letter', async () => {
  const house = await testHouse()
  const reader = testReader()
  const { messageId } = await handInLetter(
    house,
    reader,
    await rawMail({
      from: 'marta@rosewood.example',
      to: house.address,
      subject: 'Hello',
      text: 'Hello',
      date: new Date(),
    }),
  )
  const ours = await acknowledge(house, messageId)
  expect(await handInLetter(house, reader, ours!)).toMatchObject({ outcome: 'ignored', messageId: null })
})
