import { afterAll, beforeAll, expect, it } from 'vitest'
import { tend } from '#server/base/actor.ts'
import { clockNow, moveClock } from '#server/base/clock.ts'
import { nextDay } from '#server/base/nextDay.testing.ts'
import { letter, maria } from '#server/conversations/testing.ts'
import { setRota } from '#server/oncall/rota.ts'
import { takeUrl } from '#server/oncall/taking.ts'
import { considerUrgent } from '#server/oncall/urgent.ts'
import { changeCompany } from '#server/team/company.ts'
import { switchPractice } from '#server/team/practices.ts'
import { openPages, type Pages } from './testing.ts'

let pages: Pages
beforeAll(async () => {
  pages = await openPages()
  const { db, ben, ana, repairs } = pages
  await changeCompany(db, tend, { name: 'Casa Amaral', timeZone: 'Europe/Lisbon' })
  await switchPractice(db, tend, 'onCall', true)
  await setRota(db, tend, repairs, { members: [ben.id, ana.id], changesAt: '08:00', escalateMinutes: 10 })
  await moveClock(db, nextDay(await clockNow(db), 'sunday', '21:02'))
})
afterAll(() => pages.close())

const stateOf = async (id: string) =>
  pages.db.selectFrom('urgents').selectAll().where('conversationId', '=', id).executeTakeFirst()

it('asks one question on the page, calls, and says a time once somebody has pressed; opening a link takes nothing', async () => {
  const text = 'Please help, this is urgent: the heating is out and we have guests.'
  const matter = await letter(pages.db, { inboxId: pages.repairs, from: maria, text })
  await considerUrgent(pages.house, matter)
  const path = await pages.pathOf(matter.conversationId)
  expect((await pages.open(path)).body).toContain('Can it wait?')
  const once = 'one-press-of-the-button'
  expect((await pages.send(`${path}/urgent`, { wait: 'yes', once })).status).toBe(303)
  await pages.send(`${path}/urgent`, { wait: 'yes', once })
  expect((await pages.open(path)).body).toContain('Somebody is being called')
  const urgent = (await stateOf(matter.conversationId))!
  expect(urgent.state).toBe('calling')
  const { teammateId } = await pages.db
    .selectFrom('urgentCalls')
    .selectAll()
    .where('urgentId', '=', urgent.id)
    .executeTakeFirstOrThrow()

  const link = new URL(takeUrl(pages.house, urgent.id, teammateId)).pathname
  for (const wrong of [`${link}x`, '/take/a.b.c', link.replace(teammateId.slice(3), pages.tomas.id.slice(3))])
    expect((await pages.open(wrong)).status).toBe(404)
  const shown = await pages.open(link)
  expect([shown.status, shown.body.includes('I call within 20 minutes')]).toEqual([200, true])
  expect((await stateOf(matter.conversationId))?.state).toBe('calling')
  const taken = await pages.send(link, { minutes: '10' })
  expect(taken.body).toMatch(/Maria Lopes was told that you call by \w+ \d+ \w+, 21:15/)
  expect(await stateOf(matter.conversationId)).toMatchObject({ state: 'taken', takenById: teammateId })
  expect((await pages.open(path)).body).toMatch(/has your message and calls you by \w+ \d+ \w+, 21:15/)
  expect((await pages.open(link)).body).toContain('has taken it already')
})
