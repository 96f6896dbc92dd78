import { afterAll, beforeAll, expect, it } from 'vitest'
import { tend } from '#server/base/actor.ts'
import { clockNow, moveClock } from '#server/base/clock.ts'
import { nextDay } from '#server/base/nextDay.testing.ts'
import { writeSetting } from '#server/base/settings.ts'
import { recordAct } from '#server/conversations/acts.ts'
import { joao, letter, maria } from '#server/conversations/testing.ts'
import { transaction } from '#server/database/database.ts'
import { setRota } from '#server/oncall/rota.ts'
import { considerUrgent } from '#server/oncall/urgent.ts'
import { sendReply } from '#server/replies/actions.ts'
import { mergeConversation } from '#server/replies/merge.ts'
import { changeCompany } from '#server/team/company.ts'
import { switchPractice } from '#server/team/practices.ts'
import { openPages, type Pages } from './testing.ts'

let pages: Pages
beforeAll(async () => {
  pages = await openPages()
  const { db, ben, ana, repairs } = pages
  await changeCompany(db, tend, { name: 'Casa Amaral', timeZone: 'Europe/Lisbon' })
  for (const name of ['onCall', 'callbacks', 'options', 'actions'] as const)
    await switchPractice(db, tend, name, true)
  await setRota(db, tend, repairs, { members: [ben.id, ana.id], changesAt: '08:00', escalateMinutes: 10 })
  await moveClock(db, nextDay(await clockNow(db), 'sunday', '21:02'))
})
afterAll(() => pages.close())

it('neither shows nor steers what was agreed with somebody whose matter was merged into it', async () => {
  const { db, house, ana, repairs } = pages
  const hers = await letter(db, { inboxId: repairs, from: maria, text: 'The gate squeaks.' })
  const text = 'Please help, this is urgent: the heating is out and we have guests.'
  const his = await letter(db, { inboxId: repairs, from: joao, text })
  const path = await pages.pathOf(his.conversationId)
  const slot = (await pages.open(path))
    .all('option')
    .map((one) => one.attribs.value ?? '')
    .find((value) => /^[0-9a-z]{4,7}$/.test(value))!
  await pages.send(`${path}/call`, { slot, phone: '+351 912 345 678', once: 'his call' })
  await considerUrgent(house, his)
  await sendReply(house, ana, {
    conversationId: his.conversationId,
    text: 'I am sorry about the heating.',
    promises: [],
    attachments: [],
    undoSeconds: 0,
    anyway: false,
    afterwards: 'waiting',
    answeredAsks: [],
    clientKey: null,
    offer: {
      question: 'Which would you like best?',
      ownIdea: true,
      choices: [
        { text: 'Refund of 42 euros', due: null },
        { text: 'Repair', due: null },
      ],
    },
  })
  await transaction(db, (trx) => writeSetting(trx, 'acts', { own: ['His boiler drained'] }))
  await recordAct(db, ana, { conversationId: his.conversationId, kind: 'His boiler drained' })
  await moveClock(db, new Date((await clockNow(db)).getTime() + 60_000))
  const before = await pages.open(path)
  for (const words of ['912 345 678', 'Refund of 42 euros', 'His boiler drained', 'Can it wait?'])
    expect(before.body).toContain(words)

  await mergeConversation(house, ana, hers.conversationId, {
    conversationId: his.conversationId,
    differentPerson: true,
  })
  const her = await pages.pathOf(hers.conversationId)
  const page = await pages.open(her)
  expect(page.status).toBe(200)
  for (const words of ['912 345 678', 'Refund of 42 euros', 'His boiler drained', 'Can it wait?'])
    expect(page.body, words).not.toContain(words)
  await pages.send(`${her}/call`, { do: 'cancel', once: 'her first press' })
  await pages.send(`${her}/options`, { pick: '1', once: 'her second press' })
  await pages.send(`${her}/urgent`, { wait: 'no', once: 'her third press' })
  const call = await db
    .selectFrom('callbacks')
    .innerJoin('promises', 'promises.id', 'callbacks.promiseId')
    .select('promises.state')
    .where('callbacks.customerId', '=', his.customerId)
    .executeTakeFirstOrThrow()
  expect(call.state).toBe('open')
  const offer = await db.selectFrom('offers').select('chosen').executeTakeFirstOrThrow()
  expect(offer.chosen).toBeNull()
  const urgent = await db.selectFrom('urgents').select('state').executeTakeFirstOrThrow()
  expect(urgent.state).toBe('asked')
})
