import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { customers, inboxes, teammates } from '#cast/cast.ts'
import { rawMail } from '#cast/mail.ts'
import { mostTheSame } from '#server/incidents/drafting.ts'
import { visit } from '#web/app/visiting.testing.ts'
import { t } from '#web/text/t.ts'
import { launchBrowser } from './browser.ts'
import type { Client } from './client.ts'
import { leaveNothing, type RunningTend, startTend } from './house.ts'
import { openPostOffice, type PostOffice, sendBySmtp } from './post.ts'
import { until } from './until.ts'

// The storm that cuts three streets. A story: each test goes on where the one before it stopped. Whole streets take minutes and a machine
// that does nothing else: `TEND_STORM=400 npm test -- journeys/storm.test.ts`; what they took is in bench/incidents/results.md.
const patient = 900_000
const repairs = inboxes.repairs.address
const people = Number(process.env.TEND_STORM ?? 12)
const neighbours = peopleOf(people)
const { rosa, ana, ben } = teammates
const inThree = [0, 1, 2].map((k) => Math.floor((people + k) / 3))
const storm = 'The storm cut the power in three streets, so the heating is off'

/** Who lives in the three streets: the cast, and for whole streets their cousins. */
function peopleOf(n: number): { name: string; email: string }[] {
  const known = Object.values(customers).filter(({ email }) => email)
  const names = (part: 0 | -1) => known.map(({ name }) => name.split(' ').at(part)!)
  const [first, last] = [names(0), names(-1)]
  return Array.from({ length: n }, (_, k) => {
    const one = known[k]
    if (one) return { name: one.name, email: one.email }
    const name = `${first[k % first.length]} ${last[(k * 7 + Math.floor(k / last.length)) % last.length]}`
    return { name, email: `house-${k}@three-streets.example` }
  })
}

let tend: RunningTend
let office: PostOffice
let browser: Browser
let admin: Client
let page: Page
let incident: string

beforeAll(async () => {
  office = await openPostOffice()
  ;[tend, browser] = await Promise.all([
    startTend({ env: { TEND_OUTBOUND_SMTP: office.url } }),
    launchBrowser(),
  ])
  admin = await tend.admin()
  const inbox = await admin.call('POST /inboxes', { body: { name: 'Repairs', address: repairs } })
  for (const { name, email, role } of [rosa, ana, ben])
    await admin.call('POST /teammates', { body: { name, email, role, inboxes: [inbox.id] } })
  await admin.call('PUT /practices/{name}', { params: { name: 'incidents' }, body: { on: true } })
  page = await visit(tend, browser, 'rosa')
  page.setDefaultTimeout(180_000)
  await page.request.patch(`${tend.url}/api/v1/me/preferences`, { data: { undoSeconds: 0 } })
}, patient)

afterAll(async () => {
  await browser?.close()
  await leaveNothing()
  await office?.close()
}, patient)

const button = (name: string) => page.getByRole('button', { name, exact: true })
/** What customers got; a teammate is told by mail too that somebody answered. */
const letters = () =>
  office.letters.filter(({ to }) => neighbours.some((one) => to.includes(one.email.toLowerCase())))
const whole = () => admin.call('GET /incidents/{id}', { params: { id: incident } })

/** Drafts it; whole streets get the same words from one of us, and somebody says that they may. */
async function draftAll(does: string): Promise<void> {
  await button(does).click()
  if (people > 3 * mostTheSame) {
    const may = page.getByRole('button', { name: t('incident.allMayGo') })
    await page.getByText(t('incident.stops.identical', { n: people }), { exact: true }).waitFor()
    await may.filter({ hasText: t('incident.stop.identical') }).click()
  }
  await page.getByText(t('incident.nothingStops')).waitFor()
}

/** Sends what is drafted, once it has been read, and waits until everybody's mail server has it. */
async function sendAll(): Promise<void> {
  await until('the letters are read', async () => (await whole()).updates.at(-1)?.read, 300)
  await page.getByLabel(t('incident.pace')).selectOption('1200')
  await button(t('incident.send', { n: people })).click()
  await until('all have left', async () => (await whole()).updates.at(-1)?.state === 'sent', 600)
  await page.getByText(t('incident.progress.sent')).waitFor()
  await until('all are told', async () => (await whole()).counts.told === people, 300)
}

test('one sentence opens it, a pasted list says who is hit, and three of us take them on', {
  timeout: patient,
}, async () => {
  await page.goto(`${tend.url}/incidents`)
  await page.getByText(t('incident.none')).waitFor()
  await page.keyboard.press('n')
  await page.getByLabel(t('incident.what')).fill(storm)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: storm, level: 1 }).waitFor()
  incident = page.url().split('/').at(-1)!

  await page.getByLabel(t('incident.findBy')).selectOption('list')
  const lines = neighbours.map(({ name, email }) => `${name} <${email}>`)
  await page
    .getByLabel(t('incident.ask.list'))
    .fill([...lines, lines[0], 'the lady with the red door'].join('\n'))
  await page.getByLabel(t('incident.addUnknown')).check()
  await button(t('incident.look')).click()
  // Somebody who stands there twice, and a line that names nobody, are said; nothing is changed by looking.
  await page.getByText(t('incident.problems', { n: 2 })).waitFor()
  await page.getByText('the lady with the red door').last().waitFor()
  expect((await whole()).counts.people).toBe(0)
  await button(t('incident.take', { n: people })).click()
  await page.getByText(t('incident.noneTold', { people })).waitFor()
  await button(t('app.close')).first().click()

  await button(t('incident.spread')).click()
  for (const { name } of [rosa, ana, ben]) await page.getByRole('checkbox', { name }).check()
  await page
    .getByRole('form', { name: t('incident.spread') })
    .locator('button[type=submit]')
    .click()
  const { groups } = await until('there are groups', async () => {
    const now = await whole()
    return now.ungrouped === 0 && now
  })
  expect(groups.map((one) => one.people).toSorted((a, b) => a - b)).toEqual(inThree)
})

test('each gets a letter of their own from their concierge; an empty slot lets none of them leave', {
  timeout: patient,
}, async () => {
  await page.keyboard.press('r')
  await page.getByLabel(t('new.subject'), { exact: true }).fill('Your heating, and when you hear from us')
  await page
    .getByLabel(t('incident.text'))
    .fill(
      'Dear {{name}},\n\nthe storm cut the power in {{street}} at six, so your heating is off. We bring a heater to every house with children or old people first. I write again at half past three, also without news.\n\n{{concierge}}',
    )
  await button(t('incident.draft', { n: people })).click()
  await page.getByText(t('incident.stops.empty', { n: people })).waitFor()
  expect(await button(t('incident.send', { n: people })).isDisabled()).toBe(true)
  expect(office.letters).toEqual([])
  const text = page.getByLabel(t('incident.text'))
  await text.fill((await text.inputValue()).replace('{{street}}', '{{street|your street}}'))
  await draftAll(t('incident.changeLetters'))

  // One of them is told differently, by hand.
  await page.getByRole('button', { name: neighbours[0]!.name }).click()
  await page.getByRole('button', { name: t('incident.editOne') }).click()
  const own = page.getByLabel(t('incident.textTo', { name: neighbours[0]!.name }))
  await own.fill((await own.inputValue()).replace('We bring', 'Ben is at your door by eight. We bring'))
  await page
    .getByRole('form', { name: t('incident.editOne') })
    .locator('button[type=submit]')
    .click()
  await page.getByText('Ben is at your door by eight.').waitFor()

  await sendAll()
  expect(new Set(letters().flatMap((one) => one.to)).size).toBe(people)
  expect(letters()).toHaveLength(people)
  const concierges = new Set(letters().map((one) => /[A-Z][a-z]+/.exec(one.headers.from!)?.[0]))
  expect([...concierges].sort()).toEqual(['Ana', 'Ben', 'Rosa'])
  const [theirs] = office.to(neighbours[0]!.email)
  expect(theirs!.raw.replace(/=\r?\n/g, '').replace(/\s+/g, ' ')).toContain('at your door by eight')
})

test('an answer by mail comes back to whoever wrote, and the second update reaches everybody', {
  timeout: patient,
}, async () => {
  const [first] = letters()
  const them = neighbours.find((one) => first!.to.includes(one.email.toLowerCase()))!
  const raw = await rawMail({
    from: them,
    to: repairs,
    subject: `Re: ${first!.subject}`,
    text: 'Thank you for writing. My mother is 91 and sits here in her coat. How long will it take?',
    messageId: 'in-her-coat@mail.example',
    inReplyTo: first!.headers['message-id']!,
    references: [first!.headers['message-id']!],
    date: new Date(),
  })
  await sendBySmtp(tend.smtpPort, { raw, from: them.email, to: repairs })
  await page.goto(`${tend.url}/incidents/${incident}?state=waiting`)
  const line = page.locator('.hit-line')
  await line.filter({ hasText: them.name }).waitFor()
  expect(await line.count()).toBe(1)
  const { items } = await admin.call('GET /incidents/{id}/people', {
    params: { id: incident },
    query: { state: 'waiting' },
  })
  const conversation = await admin.call('GET /conversations/{id}', {
    params: { id: items[0]!.conversationId! },
  })
  const { groups } = await whole()
  const concierge = groups.find((one) => one.position === items[0]!.group)!
  expect(conversation.assigneeId).toBe(concierge.conciergeId)
  expect(first!.headers.from).toContain(concierge.conciergeName!.split(' ')[0])

  await page.keyboard.press('r')
  await page
    .getByLabel(t('incident.text'))
    .fill(
      'Dear {{name}},\n\nthe line to {{street|your street}} is mended at about seven tomorrow. Your heating starts by itself. I write again when it runs everywhere.\n\n{{concierge}}',
    )
  await draftAll(t('incident.draft', { n: people }))
  await sendAll()
  expect(letters()).toHaveLength(2 * people)
})

test('it closes when everybody knows it is over, why, and what we make good', {
  timeout: patient,
}, async () => {
  await page.goto(`${tend.url}/incidents/${incident}/closing`)
  await page.getByRole('button', { name: t('incident.sayCause') }).click()
  await page
    .getByLabel(t('incident.cause'))
    .fill('A tree fell on the line. We had no list of who heats with pumps; now we have one.')
  await page
    .getByRole('form', { name: t('incident.sayCause') })
    .locator('button[type=submit]')
    .click()
  await page.getByRole('button', { name: t('incident.decideMakeGood') }).click()
  await button(t('incident.nothing')).click()
  await page.getByLabel(t('incident.goodBecause')).fill('The power is not ours; the heaters were free.')
  await page
    .getByRole('form', { name: t('incident.decideMakeGood') })
    .locator('button[type=submit]')
    .click()
  await page
    .getByRole('link', { name: t('incident.writeClosing') })
    .first()
    .click()
  const text = page.getByLabel(t('incident.text'))
  await expect.poll(() => text.inputValue(), { timeout: 60_000 }).toContain('A tree fell on the line')
  await draftAll(t('incident.draft', { n: people }))
  await sendAll()
  await page.keyboard.press('3')
  await button(t('incident.close')).click()
  await page.getByText(t('incident.isClosed')).waitFor()
  expect((await whole()).closedAsItIs).toBeNull()
  await page.goto(`${tend.url}/incidents`)
  await page.locator('.incident-row.over').filter({ hasText: storm }).waitFor()
})
