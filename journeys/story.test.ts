import type { Browser, Page } from 'playwright-core'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { customers, inboxes, teammates } from '#cast/cast.ts'
import { rawMail } from '#cast/mail.ts'
import { t } from '#web/text/t.ts'
import { launchBrowser, openPage } from './browser.ts'
import { type Client, clientOf } from './client.ts'
import { leaveNothing, type RunningTend, startTend } from './house.ts'
import { type Mailbox, openMailbox } from './imap.ts'
import { openPostOffice, type PostOffice, sendBySmtp } from './post.ts'
import { colorOf, isMarked, mark, namesIn, setWallClock, sitDown, token } from './screens.ts'
import { until } from './until.ts'

// A story: each test goes on where the one before it stopped. Times are generous, since the machine may be busy.
const patient = 240_000
const { maria, edith, henry } = customers
const { rosa, ana } = teammates
const repairs = inboxes.repairs.address

/** The next Wednesday at ten in the company's own time; the clock only goes forward. */
const wednesday = (() => {
  const zone = 'Europe/Lisbon'
  let day = Temporal.Now.zonedDateTimeISO(zone).add({ days: 1 })
  while (day.dayOfWeek !== 3) day = day.add({ days: 1 })
  return day.with({ hour: 10, minute: 0, second: 0, millisecond: 0, microsecond: 0, nanosecond: 0 })
})()
const at = (days: number, hour: number, minute = 0): Date =>
  new Date(wednesday.add({ days }).with({ hour, minute }).epochMilliseconds)
const thursday = 1
const friday = 2
const monday = 5

let tend: RunningTend
let office: PostOffice
let mailbox: Mailbox
let browser: Browser
let admin: Client
let asAna: Client
let rosasScreen: Page
let anasScreen: Page
let mariasConversation: string
let edithsConversation: string
let henrysConversation: string
let ours: { messageId: string; pageUrl: string }

beforeAll(async () => {
  office = await openPostOffice()
  mailbox = await openMailbox(repairs)
  browser = await launchBrowser()
  tend = await startTend({ env: { TEND_TEST_CLOCK: '1', TEND_OUTBOUND_SMTP: office.url } })
  rosasScreen = await sitDown(browser)
  anasScreen = await sitDown(browser)
}, patient)

afterAll(async () => {
  await browser?.close()
  await leaveNothing()
  await mailbox?.close()
  await office?.close()
}, patient)

async function moveClock(to: Date): Promise<void> {
  await admin.call('PUT /clock', { body: { now: to.toISOString() } })
  await setWallClock([rosasScreen, anasScreen], to)
}

const boilerAgain = {
  from: maria,
  to: repairs,
  subject: 'The boiler is out again',
  text: 'Dear Ana,\n\nthe boiler is out since this night, F28, exactly as last time. When can somebody come? Is it the same part again? Could you also send me the invoice of the first repair?\n\nMaria',
  messageId: 'boiler-again@mail.example',
}

test('the first person moves in by the link of the terminal', { timeout: patient }, async () => {
  expect(tend.firstLink, tend.log.join('\n')).toBeTruthy()
  await rosasScreen.goto(tend.firstLink!)
  await rosasScreen.getByLabel(t('welcome.name')).fill(rosa.name)
  await rosasScreen.getByLabel(t('about.mail')).fill(rosa.email)
  await rosasScreen.getByRole('checkbox').uncheck()
  await rosasScreen.getByRole('button', { name: t('welcome.connect') }).click()
  await rosasScreen.waitForURL('**/settings/mailboxes')
  admin = await tend.admin()
  const { items } = await admin.call('GET /teammates')
  expect(items.map(({ name, role }) => ({ name, role }))).toEqual([{ name: rosa.name, role: 'admin' }])
  // It works once: whoever finds it in the scrollback later stays outside.
  const late = await openPage(browser)
  await late.goto(tend.firstLink!)
  await late.waitForURL('**/sign-in')
  await late.context().close()
})

test('a colleague joins by her invitation', { timeout: patient }, async () => {
  const inbox = await admin.call('POST /inboxes', { body: { name: 'Repairs', address: repairs } })
  const invited = await admin.call('POST /teammates', {
    body: { name: ana.name, email: ana.email, role: 'lead', inboxes: [inbox.id] },
  })
  await anasScreen.goto(invited.inviteUrl)
  await anasScreen.getByLabel(t('me.new')).fill('the cat lives under the stairs')
  await anasScreen.getByRole('button', { name: t('join.enter') }).click()
  await anasScreen.waitForURL('**/today')
  const { key } = await admin.call('POST /teammates/{id}/keys', { params: { id: invited.id }, body: {} })
  asAna = clientOf(tend.url, key)
  await admin.call('POST /mailboxes', {
    body: {
      inboxId: inbox.id,
      address: repairs,
      imap: {
        host: '127.0.0.1',
        port: mailbox.port,
        security: 'none',
        user: mailbox.user,
        password: mailbox.password,
      },
    },
  })
  await until('the mailbox is connected', async () =>
    (await admin.call('GET /mailboxes')).items.every((one) => one.state === 'connected'),
  )
})

test('letters by SMTP, by POST and by IMAP appear at once on both screens', {
  timeout: patient,
}, async () => {
  await moveClock(at(0, 10))
  for (const screen of [rosasScreen, anasScreen]) {
    await screen.goto(`${tend.url}/inbox/new`)
    await screen.getByText(t('empty.new')).waitFor()
    await mark(screen)
  }
  const bySmtp = await rawMail({ ...boilerAgain, date: at(0, 9, 58) })
  expect(await sendBySmtp(tend.smtpPort, { raw: bySmtp, from: maria.email, to: repairs })).toMatch(/^250/)
  const byPost = await rawMail({
    from: edith,
    to: repairs,
    subject: 'The radiator in the hall',
    text: 'Dear Sir or Madam,\n\nthe radiator in the hall stays cold. Could somebody look at it this week?\n\nEdith Lowry',
    date: at(0, 9, 59),
    headers: { 'X-Test-Case': 'story-post' },
  })
  const handedIn = await admin.handIn(byPost, { 'X-Envelope-To': repairs })
  expect(['opened', 'duplicate']).toContain(handedIn.outcome)
  edithsConversation = handedIn.conversationId!
  await mailbox.put(
    await rawMail({
      from: henry,
      to: repairs,
      subject: 'Rua Nova 3, second floor',
      text: 'Good morning,\n\nmy tenant in Rua Nova has no hot water. When could you be there?\n\nHenry Blackwood',
      date: at(0, 9, 57),
      headers: { 'X-Test-Case': 'story-imap' },
    }),
  )
  for (const screen of [rosasScreen, anasScreen]) {
    for (const name of [maria.name, edith.name, henry.name])
      await screen.locator('.conversation-row').filter({ hasText: name }).waitFor()
    expect(await isMarked(screen), 'the screen was not loaded again').toBe(true)
  }
  const { items } = await asAna.call('GET /conversations', { query: { status: 'open' } })
  mariasConversation = items.find((one) => one.subject === boilerAgain.subject)!.id
  const imap = await asAna.call('GET /messages', { query: { header: 'X-Test-Case:story-imap' } })
  henrysConversation = imap.items[0]!.conversationId
  // Raw first: what came is there byte for byte.
  const posted = await asAna.send('GET', `/messages/${handedIn.messageId}/raw`)
  expect(Buffer.from(await posted.arrayBuffer()).equals(byPost)).toBe(true)
})

test('she opens it and sees who writes and what was asked', { timeout: patient }, async () => {
  await until('the letter is read', async () => {
    const { asks } = await asAna.call('GET /conversations/{id}', { params: { id: mariasConversation } })
    return asks.length >= 2
  })
  await anasScreen
    .locator('.conversation-row')
    .filter({ hasText: maria.name })
    .getByRole('link')
    .first()
    .click()
  await anasScreen.waitForURL(`**/conversations/${mariasConversation}`)
  const checklist = anasScreen.getByRole('region', { name: t('brief.label') })
  const { asks } = await asAna.call('GET /conversations/{id}', { params: { id: mariasConversation } })
  expect(asks.map((ask) => ask.text).join(' ')).toMatch(/When can somebody come/)
  for (const ask of asks)
    expect(await checklist.getByRole('checkbox', { name: ask.text }).isChecked()).toBe(false)
  const about = anasScreen.getByRole('complementary', { name: t('about.label') })
  await about.getByText(maria.email).waitFor()
})

const promised = 'I’ll call you by Friday 3 pm'.replace('’', "'")

async function write(text: string): Promise<void> {
  const editor = anasScreen.getByRole('textbox', { name: t('composer.reply'), exact: true })
  await editor.click()
  await anasScreen.keyboard.press('Control+a')
  await anasScreen.keyboard.press('Delete')
  const [before, behind] = text.split('⇥') as [string, string]
  await type(before)
  // Underlined as it is typed, offered at the caret, kept with Tab.
  await anasScreen.locator('.promise-chip').waitFor()
  await anasScreen.keyboard.press('Tab')
  await anasScreen.locator('.promise-chip').waitFor({ state: 'detached' })
  await type(behind)
}

async function type(text: string): Promise<void> {
  for (const [index, line] of text.split('\n').entries()) {
    if (index) await anasScreen.keyboard.press('Enter')
    await anasScreen.keyboard.type(line)
  }
}

const answer = `Dear Maria,\nthe same F28 twice should not have happened. I am sorry. Somebody comes today at four: Ben, with the gauge. I send you the invoice of the first repair this afternoon.\n${promised}⇥ with what he found.\nAna`

test('she promises a time in her answer and keeps it with Tab; taken back, nothing has left', {
  timeout: patient,
}, async () => {
  // A busy machine may need longer than ten seconds from the click to the next.
  await anasScreen.request.patch(`${tend.url}/api/v1/me/preferences`, {
    data: { undoSeconds: 60 },
  })
  const { id } = (await asAna.call('GET /me')).teammate
  await asAna.call('POST /conversations/{id}/assignment', {
    params: { id: edithsConversation },
    body: { teammateId: id },
  })
  await anasScreen.reload()
  await write(answer)
  // She went on with the sentence; it is the same promise.
  await anasScreen.getByText(t('care.promises', { n: 1 })).waitFor()
  await anasScreen
    .getByRole('button', { name: t('composer.send') })
    .first()
    .click()
  await anasScreen.getByText(t('composer.sentPromises', { n: 1 })).waitFor()
  const [promise] = (await asAna.call('GET /promises', { query: { conversation: mariasConversation } })).items
  expect(promise).toMatchObject({ state: 'open', due: at(friday, 15).toISOString() })

  // The next one who waits for her is before her already; what she takes back brings her home to it.
  await anasScreen.waitForURL(`**/conversations/${edithsConversation}`)
  await anasScreen.getByRole('button', { name: t('app.undo'), exact: true }).click()
  await anasScreen.waitForURL(`**/conversations/${mariasConversation}`)
  await anasScreen.getByText(t('composer.undone')).waitFor()
  const editor = anasScreen.getByRole('textbox', { name: t('composer.reply'), exact: true })
  await editor.getByText('the same F28 twice').waitFor()
  await anasScreen.getByText(t('care.promises', { n: 1 })).waitFor()
  const { items } = await asAna.call('GET /promises', { query: { conversation: mariasConversation } })
  expect(items).toEqual([])
  await moveClock(at(0, 10, 30))
  expect(office.to(maria.email)).toEqual([])
})

test('sent for good, it leaves after the undo window, threads in her mail program, and carries her page', {
  timeout: patient,
}, async () => {
  // Nothing is written again: her words and what she keeps are as they were.
  await anasScreen.getByRole('textbox', { name: t('composer.reply'), exact: true }).click()
  await anasScreen.keyboard.press('Control+Enter')
  await anasScreen.getByText(t('composer.sentPromises', { n: 1 })).waitFor()
  await moveClock(at(0, 10, 32))
  const letter = await until('the answer leaves', () => office.to(maria.email)[0])
  expect(letter.headers).toMatchObject({
    'in-reply-to': '<boiler-again@mail.example>',
    subject: `Re: ${boilerAgain.subject}`,
    to: expect.stringContaining(maria.email),
    from: expect.stringContaining(`<${repairs}>`),
  })
  expect(letter.headers.references).toContain('<boiler-again@mail.example>')
  expect(letter.headers['message-id']).toMatch(/^<[^<>\s]+@[^<>\s]+>$/)
  const conversation = await asAna.call('GET /conversations/{id}', { params: { id: mariasConversation } })
  ours = { messageId: letter.headers['message-id']!, pageUrl: conversation.pageUrl }
  const [out] = conversation.messages.filter((one) => one.direction === 'out')
  await until('the delivery is shown', async () => {
    const { delivery } = await asAna.call('GET /messages/{id}', { params: { id: out!.id } })
    return delivery.length === 1 && delivery[0]!.state === 'accepted' && delivery[0]!.code === 250
  })
  expect(conversation.status).toBe('waiting')
  expect(conversation.promises).toMatchObject([
    { state: 'open', due: at(friday, 15).toISOString(), quote: expect.stringContaining(promised) },
  ])
  expect(conversation.asks.filter((ask) => ask.answered).length).toBeGreaterThan(0)
})

test('her reply joins the same conversation, live', { timeout: patient }, async () => {
  await moveClock(at(thursday, 12))
  await anasScreen.goto(`${tend.url}/conversations/${mariasConversation}`)
  await anasScreen.locator('.message.out').first().waitFor()
  await mark(anasScreen)
  const raw = await rawMail({
    from: maria,
    to: repairs,
    subject: `Re: ${boilerAgain.subject}`,
    text: 'Thank you Ana. Friday is good, I am home after half past three though, so call the mobile.\n\nMaria',
    messageId: 'boiler-again-2@mail.example',
    inReplyTo: ours.messageId,
    references: ['boiler-again@mail.example', ours.messageId],
    date: at(thursday, 11, 59),
  })
  await sendBySmtp(tend.smtpPort, { raw, from: maria.email, to: repairs })
  await anasScreen.getByText('call the mobile').first().waitFor()
  expect(await isMarked(anasScreen)).toBe(true)
  const { messages, status } = await asAna.call('GET /conversations/{id}', {
    params: { id: mariasConversation },
  })
  expect(messages.map((one) => one.direction)).toEqual(['in', 'out', 'in'])
  expect(status).toBe('open')
  expect((await asAna.call('GET /conversations')).items).toHaveLength(3)
})

test('her own page tells her who, what and by when, and takes her words, without JavaScript', {
  timeout: patient,
}, async () => {
  const phone = await openPage(browser, { width: 390, scheme: 'light' }, { javaScriptEnabled: false })
  phone.setDefaultTimeout(60_000)
  await phone.goto(ours.pageUrl)
  const shown = await phone.locator('main').innerText()
  expect(shown).toContain(ana.name)
  expect(shown).toMatch(/Friday/)
  expect(shown).toContain('call the mobile')
  await phone.locator('textarea').fill('One thing more: the key hangs with the neighbour.')
  await phone.getByRole('button', { name: 'Send', exact: true }).click()
  await phone.getByRole('status').waitFor()
  expect(await phone.locator('main').innerText()).toContain('the key hangs with the neighbour')
  await anasScreen.getByText('the key hangs with the neighbour').first().waitFor()
  await anasScreen.getByText(t('message.page')).first().waitFor()
  await phone.context().close()
  // Somebody else waits longer and has asked again.
  const chase = await rawMail({
    from: edith,
    to: repairs,
    subject: 'Re: The radiator in the hall',
    text: 'Dear Sir or Madam,\n\nI still have no answer about the radiator. Is anybody there?\n\nEdith Lowry',
    date: at(thursday, 12, 5),
  })
  await admin.handIn(chase, { 'X-Envelope-To': repairs })
})

test('near its time she is nudged, on the screen and by mail; Today and the board show it', {
  timeout: patient,
}, async () => {
  await mark(anasScreen)
  await moveClock(at(friday, 10, 30))
  await anasScreen
    .locator('.toast')
    .filter({ hasText: t('nudge.soon', { who: maria.name, what: 'call you' }).split('“')[0]!.trim() })
    .waitFor()
  await until('the nudge by mail', () => office.to(ana.email).find((one) => /^Soon: /.test(one.subject)))
  expect(await isMarked(anasScreen)).toBe(true)
  await anasScreen.goto(`${tend.url}/today`)
  const word = anasScreen.getByRole('region', { name: t('today.word') })
  await word.locator('.ribbon.open').filter({ hasText: maria.name }).waitFor()
  await anasScreen.goto(`${tend.url}/inbox/for-me`)
  await anasScreen.locator('.conversation-row').nth(1).waitFor()
})

test('late, it turns brick and moves up, and her page owns it', { timeout: patient }, async () => {
  await mark(anasScreen)
  await moveClock(at(friday, 15, 1))
  await until('she is first in the list', async () => (await namesIn(anasScreen))[0] === maria.name)
  const chip = anasScreen.locator('.conversation-row').first().locator('.chip.late').first()
  await chip.getByText(t('promise.late')).waitFor()
  expect(await colorOf(chip)).toBe(await token(anasScreen, '--late'))
  expect(await isMarked(anasScreen)).toBe(true)
  await until('the late notice by mail', () =>
    office.to(ana.email).find((one) => /^Late: /.test(one.subject)),
  )
  await rosasScreen.goto(`${tend.url}/promises`)
  const lane = rosasScreen.getByRole('region', { name: t('promises.late') })
  const due = lane.locator('.ribbon.late').filter({ hasText: maria.name }).locator('.due')
  await due.waitFor()
  expect(await colorOf(due)).toBe(await token(rosasScreen, '--late'))
  const page = await (await fetch(ours.pageUrl)).text()
  expect(page).toMatch(/we are late/)
})

test('Tell them first moves a promise with words that leave; Hand over waits for a yes', {
  timeout: patient,
}, async () => {
  for (const [conversationId, what] of [
    [edithsConversation, 'bring the valve for the hall'],
    [henrysConversation, 'measure the pressure in Rua Nova'],
  ] as const)
    await asAna.call('POST /conversations/{id}/replies', {
      params: { id: conversationId },
      body: {
        text: `I will ${what} on Monday.\n\nAna`,
        promises: [{ what, due: at(monday, 17).toISOString() }],
      },
    })
  await anasScreen.goto(`${tend.url}/promises`)
  const ribbonOf = (page: Page, who: string) => page.locator('.ribbon').filter({ hasText: who })
  await ribbonOf(anasScreen, edith.name)
    .getByRole('button', { name: t('promise.tellFirst') })
    .click()
  const dialog = anasScreen.getByRole('dialog')
  await dialog.getByLabel(t('tell.due')).fill(`${wednesday.add({ days: 6 }).toPlainDate()}T11:00`)
  await dialog
    .getByLabel(t('tell.text'))
    .fill('Dear Mrs Lowry, the valve comes on Tuesday, not Monday. I am sorry.')
  await dialog.getByRole('button', { name: t('tell.send') }).click()
  await until('the promise has its new time', async () => {
    const { items } = await asAna.call('GET /promises', { query: { conversation: edithsConversation } })
    return items[0]!.due === at(6, 11).toISOString()
  })
  await moveClock(at(friday, 15, 5))
  await until('she was told', () => office.to(edith.email).find((one) => /not Monday/.test(one.raw)))

  await ribbonOf(anasScreen, henry.name)
    .getByRole('button', { name: t('promise.handOver') })
    .click()
  await anasScreen.getByRole('menuitem', { name: rosa.name }).click()
  await ribbonOf(anasScreen, henry.name).getByText(t('promise.askedOf')).waitFor()
  const makerOf = async () =>
    (await asAna.call('GET /promises', { query: { conversation: henrysConversation } })).items[0]!.makerId
  const anas = await makerOf()
  await rosasScreen.goto(`${tend.url}/today`)
  await ribbonOf(rosasScreen, henry.name)
    .getByRole('button', { name: t('promise.accept') })
    .click()
  await until('it is hers', async () => (await makerOf()) !== anas)
})

test('Kept, and Done with a goodbye; any new word from her opens it again', {
  timeout: patient,
}, async () => {
  await anasScreen.goto(`${tend.url}/promises`)
  const ribbon = anasScreen.locator('.ribbon').filter({ hasText: maria.name })
  await ribbon.getByRole('button', { name: t('promise.keep') }).click()
  await anasScreen.getByRole('menuitem', { name: t('promise.keptAndTold', { who: maria.name }) }).click()
  await ribbon.waitFor({ state: 'detached' })
  // Her page says "looked after" only when nobody owes her an answer.
  await asAna.call('POST /conversations/{id}/replies', {
    params: { id: mariasConversation },
    body: { text: 'Dear Maria,\n\nthank you for telling me where the key hangs.\n\nAna' },
  })
  await anasScreen.goto(`${tend.url}/conversations/${mariasConversation}`)
  await anasScreen.getByRole('button', { name: t('thread.done'), exact: true }).click()
  const goodbye = anasScreen.getByRole('form', { name: t('goodbye.label') })
  await goodbye.getByRole('radio', { name: t('goodbye.thanks') }).check()
  await goodbye.getByRole('button', { name: t('thread.done'), exact: true }).click()
  const read = () => asAna.call('GET /conversations/{id}', { params: { id: mariasConversation } })
  const closed = await until('it is looked after', async () => {
    const one = await read()
    return one.status === 'closed' && one
  })
  expect(closed.goodbye?.next).toBe('thanks')
  expect(closed.promises).toMatchObject([{ state: 'kept', told: true }])
  expect(await (await fetch(ours.pageUrl)).text()).toMatch(/Looked after/)

  const raw = await rawMail({
    from: maria,
    to: repairs,
    subject: `Re: ${boilerAgain.subject}`,
    text: 'It runs, and the cat is back. Thank you all.\n\nMaria',
    messageId: 'boiler-again-3@mail.example',
    inReplyTo: ours.messageId,
    date: at(friday, 15, 10),
  })
  await sendBySmtp(tend.smtpPort, { raw, from: maria.email, to: repairs })
  await until('it is open again', async () => (await read()).status === 'open')
})
