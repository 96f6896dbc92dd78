import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { rawMail } from '#cast/mail.ts'
import { customers } from '#cast/people.ts'
import { keepLetter } from './arrival.ts'
import { takeInAll } from './intake.ts'
import { testHouse, testReader } from './testing.ts'

const { maria, paul, helen, bruno } = customers

test('letters that come at once are each what they would be alone: twice the same, blocked, an answer, and one that breaks', async () => {
  const house = await testHouse()
  // A letter whose words the database does not take, as a fault of ours would do.
  await sql`alter table messages add constraint torn check (text <> 'Torn to pieces.')`.execute(house.db)
  await house.db
    .insertInto('blocks')
    .values({ id: 'blk_0000000000000000000001', inboxId: house.inboxId, address: bruno.email, byName: 'Ana' })
    .execute()
  const write = (from: { name: string; email: string }, subject: string, text: string, more: object = {}) =>
    rawMail({ from, to: house.address, subject, text, date: '2026-11-25T09:00:00Z', ...more })
  const twice = await write(maria, 'The boiler', 'It is cold again.', { messageId: 'cold@mail.example' })
  const letters = [
    twice,
    await write(maria, 'The tap', 'It drips.'),
    twice,
    await write(helen, 'A key', 'It is with the porter.', { cc: [paul] }),
    await write(bruno, 'An offer', 'Buy this.'),
    await write(paul, 'The stove', 'Torn to pieces.'),
    await write(maria, 'Re: The boiler', 'Since Monday.', { inReplyTo: 'cold@mail.example' }),
    await write(paul, 'The stair', 'It creaks.'),
  ]
  const kept = await Promise.all(
    letters.map((raw) =>
      keepLetter(house, {
        raw,
        via: 'smtp',
        trusted: true,
        envelopeFrom: null,
        envelopeTo: [house.address],
        peer: null,
      }),
    ),
  )
  // The answer is taken in with the others once what it answers is there.
  const ids = kept.flat()
  expect(new Set(ids).size).toBe(letters.length)
  const answer = ids.splice(6, 1)
  await takeInAll(house, testReader(), ids)
  await takeInAll(house, testReader(), [...answer, ...ids])

  const rows = await house.db.selectFrom('letters').select(['id', 'outcome', 'state']).execute()
  const outcomes = kept.map(([id]) => rows.find((row) => row.id === id)!.outcome)
  expect(outcomes.filter((_, n) => n !== 0 && n !== 2)).toEqual([
    'opened',
    'opened',
    'opened',
    'unreadable',
    'joined',
    'opened',
  ])
  expect([outcomes[0], outcomes[2]].toSorted()).toEqual(['duplicate', 'opened'])
  const conversations = await house.db
    .selectFrom('conversations')
    .innerJoin('customers', 'customers.id', 'conversations.customerId')
    .select(['subject', 'name', 'status', 'spamAt', 'gist', 'waitingSince', 'lastAt', 'lastMessageId'])
    .orderBy('subject')
    .execute()
  expect(conversations.map(({ subject, name, spamAt }) => [subject, name, spamAt !== null])).toEqual([
    ['A key', helen.name, false],
    ['An offer', bruno.name, true],
    ['The boiler', maria.name, false],
    ['The stair', paul.name, false],
    ['The stove', paul.name, false],
    ['The tap', maria.name, false],
  ])
  const tap = conversations.at(-1)!
  expect(tap).toMatchObject({ status: 'open', gist: 'It drips.', waitingSince: tap.lastAt })
  expect(tap.lastMessageId).not.toBeNull()
  const people = await house.db.selectFrom('participants').select(['address', 'role']).execute()
  expect(people).toContainEqual({ address: paul.email, role: 'cc' })
  const seen = await house.db.selectFrom('customerInboxes').select('customerId').execute()
  expect(seen).toHaveLength(4)
})
