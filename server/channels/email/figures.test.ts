import { expect, test } from 'vitest'
import { rawMail } from '#cast/mail.ts'
import { customers } from '#cast/people.ts'
import { keepLetter } from './arrival.ts'
import { mailFigures } from './figures.ts'
import { claimDue, markHandover } from './outbox/claim.ts'
import { settleClaim } from './outbox/settle.ts'
import { answer, handInLetter, testHouse, testReader } from './testing.ts'

const letter = (text: string) =>
  rawMail({ from: customers.maria, to: 'hello@brightpipe.example', subject: text, text, date: new Date() })

test('what came in is what is stored, read or not', async () => {
  const house = await testHouse()
  const reader = testReader()
  const raw = await letter('one')
  await handInLetter(house, reader, raw)
  await handInLetter(house, reader, raw)
  await keepLetter(house, {
    raw: await letter('two'),
    via: 'smtp',
    trusted: false,
    envelopeFrom: customers.maria.email,
    envelopeTo: [house.address],
    peer: '192.0.2.1',
  })
  expect(await mailFigures(house.db)).toMatchObject({
    received: 3,
    stored: 3,
    waitingToBeRead: 1,
    doubles: 1,
  })
  // Somebody took a letter's file away: that is what the figure is for.
  const row = await house.db.selectFrom('letters').selectAll().orderBy('id').executeTakeFirstOrThrow()
  await house.db.deleteFrom('messages').where('id', '=', row.messageId!).execute()
  expect(await mailFigures(house.db)).toMatchObject({ received: 3, stored: 1 })
})

test('what goes out is counted by recipient: accepted, waiting, not confirmed, refused', async () => {
  const house = await testHouse()
  const claim = async () =>
    (await claimDue(house.db, { inboxIds: [house.inboxId], sample: false, limit: 1 }))[0]!
  const said = (address: string, state: 'accepted' | 'refused' | 'unknown' | 'deferred') => ({
    address,
    state,
    code: null,
    detail: null,
  })
  await answer(house, { to: ['a@x.example'], cc: ['b@x.example', 'c@x.example'] })
  const one = await claim()
  await markHandover(house.db, one)
  await settleClaim(house.db, one, [
    said('a@x.example', 'accepted'),
    said('b@x.example', 'refused'),
    said('c@x.example', 'deferred'),
  ])
  await answer(house, { to: ['d@x.example'] })
  const two = await claim()
  await markHandover(house.db, two)
  await settleClaim(house.db, two, [said('d@x.example', 'unknown')])
  await answer(house, { to: ['e@x.example'] })
  expect(await mailFigures(house.db)).toMatchObject({
    received: 0,
    stored: 0,
    accepted: 1,
    waiting: 2,
    unknown: 1,
    refused: 1,
    oldestWaitingMinutes: 0,
  })
})
