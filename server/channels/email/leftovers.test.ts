import { expect, test } from 'vitest'
import { rawMail } from '#cast/mail.ts'
import { customers } from '#cast/people.ts'
import { clockNow, moveClock } from '#server/base/clock.ts'
import { keepLetter } from './arrival.ts'
import { takeIn } from './intake.ts'
import { announceLeftovers } from './leftovers.ts'
import { testHouse, testReader } from './testing.ts'

test('a letter whose job was parked is announced again, each time later, until it is taken in', async () => {
  const house = await testHouse()
  const raw = await rawMail({
    from: customers.maria,
    to: 'hello@brightpipe.example',
    subject: 'The boiler',
    text: 'It is cold again.',
    date: '2026-11-25T09:00:00Z',
  })
  const [letterId] = await keepLetter(house, {
    raw,
    via: 'api',
    trusted: true,
    envelopeFrom: null,
    envelopeTo: [],
    peer: null,
    byId: null,
  })
  const announce = () => announceLeftovers(house.db, { olderThan: 30 })
  const later = async (seconds: number) =>
    moveClock(house.db, new Date((await clockNow(house.db)).getTime() + seconds * 1000))
  const told = async () =>
    (
      await house.db.selectFrom('events').select('detail').where('type', '=', 'letter.received').execute()
    ).filter(({ detail }) => (detail as { letterIds: string[] }).letterIds.includes(letterId!)).length

  // It has just come: its own job is at work.
  expect(await announce()).toBe(0)
  await later(31)
  expect(await announce()).toBe(1)
  expect(await told()).toBe(2)
  // Twice as long this time.
  expect(await announce()).toBe(0)
  await later(31)
  expect(await announce()).toBe(1)

  await takeIn(house, testReader(), letterId!)
  await later(3600)
  expect(await announce()).toBe(0)
  expect(await told()).toBe(3)
})
