import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { customers, inboxes, teammates } from '#cast/cast.ts'
import { rawMail } from '#cast/mail.ts'
import { expectNoViolations, launchBrowser, looks, takePicture } from '#journeys/browser.ts'
import { type Client, clientOf } from '#journeys/client.ts'
import { leaveNothing, type RunningTend, startTend } from '#journeys/house.ts'
import { complaints, visit } from '#web/app/visiting.testing.ts'
import { t } from '#web/text/t.ts'

let house: RunningTend
let browser: Browser
let ana: Client
beforeAll(async () => {
  ;[house, browser] = await Promise.all([startTend({ env: { TEND_DEMO: '1' } }), launchBrowser()])
  const admin = await house.admin()
  const { items } = await admin.call('GET /teammates')
  const { id } = items.find((one) => one.email === teammates.ana.email)!
  ana = clientOf(house.url, (await admin.call('POST /teammates/{id}/keys', { params: { id }, body: {} })).key)
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await leaveNothing()
})

/** Pictures only for whoever wants to look: `TEND_PICTURES=1`. */
const picture = async (page: Page, name: string) => {
  if (!process.env.TEND_PICTURES) return
  for (const { width, scheme } of looks.toReversed()) {
    await page.setViewportSize({ width, height: width === 390 ? 844 : 800 })
    await page.emulateMedia({ colorScheme: scheme })
    await page.locator('.items').last().scrollIntoViewIfNeeded()
    await takePicture(page, name)
  }
}

const write = async (letter: Partial<Parameters<typeof rawMail>[0]>) =>
  ana.handIn(
    await rawMail({
      from: customers.paul,
      to: inboxes.repairs.address,
      subject: 'The boiler',
      text: 'The boiler is cold again.',
      date: new Date(),
      messageId: `${crypto.randomUUID()}@mail.example`,
      ...letter,
    }),
  )
/** A conversation with an answer of ours, and the Message-ID that an answer to it names. */
async function answered(from: Partial<Parameters<typeof rawMail>[0]> = {}) {
  const { conversationId } = await write(from)
  const params = { id: conversationId! }
  const { messageId } = await ana.call('POST /conversations/{id}/replies', {
    params,
    body: { text: 'Somebody comes on Thursday.' },
  })
  const raw = await (await ana.send('GET', `/messages/${messageId}/raw`)).text()
  return { id: conversationId!, reference: /^Message-ID:\s*<(.+?)>/im.exec(raw)![1]! }
}

it('a letter with a new subject becomes a conversation of its own, and goes back, with one press each', {
  timeout: 300_000,
}, async () => {
  const { id, reference } = await answered()
  await write({ subject: 'The garden gate', text: 'And the gate hangs.', inReplyTo: reference })
  const page = await visit(house, browser, 'ana')
  const heard = complaints(page)
  await page.goto(`${house.url}/conversations/${id}`)
  const offer = page.locator('.kind').filter({ hasText: 'The garden gate' })
  await offer.waitFor()
  await picture(page, 'split-offer')
  await offer.getByRole('button', { name: t('split.own') }).click()
  await page.waitForURL((url) => !url.pathname.endsWith(id))
  await page.locator('.thread-head').filter({ hasText: 'The garden gate' }).waitFor()
  await page
    .locator('.line')
    .filter({ hasText: t('split.grewOutOf') })
    .waitFor()
  await expect.poll(() => page.locator('.message').count()).toBe(1)
  await picture(page, 'split-new')
  await expectNoViolations(page)
  const own = page.url().split('/').pop()!

  await page.getByRole('button', { name: t('split.putBack') }).click()
  await page.waitForURL((url) => url.pathname.endsWith(id))
  await page.locator('.message').nth(2).waitFor()
  // A bookmark of what was put back leads to where its words are.
  await page.goto(`${house.url}/conversations/${own}`)
  await page.waitForURL((url) => url.pathname.endsWith(id))
  await page.locator('.message').nth(2).waitFor()

  // The same from the menu of any letter but the first, which can only be passed on.
  const menus = page.getByRole('button', { name: t('message.more') })
  await expect.poll(() => menus.count()).toBe(3)
  await menus.first().click()
  await page.getByRole('menuitem', { name: t('forward.title') }).waitFor()
  expect(await page.getByRole('menuitem', { name: t('split.fromHere') }).count()).toBe(0)
  await page.keyboard.press('Escape')
  await menus.last().click()
  await page.getByRole('menuitem', { name: t('split.fromHere') }).click()
  await page
    .locator('.toast')
    .getByRole('button', { name: t('app.undo') })
    .click()
  await page.locator('.message').nth(2).waitFor()
  await page.locator('.line').filter({ hasText: 'back in here' }).first().waitFor()
  await picture(page, 'split-back')
  expect(heard).toEqual([])
  await page.context().close()
})

it('an answer waits for its hour, can be changed, and comes back when they write first', {
  timeout: 300_000,
}, async () => {
  const { id } = await answered({ from: customers.lucy, subject: 'The tap' })
  const { customerId } = await ana.call('GET /conversations/{id}', { params: { id } })
  await ana.call('PATCH /customers/{id}', {
    params: { id: customerId },
    body: { timeZone: 'America/New_York' },
  })
  const page = await visit(house, browser, 'ana')
  const heard = complaints(page)
  await page.goto(`${house.url}/conversations/${id}`)
  const choose = async () => {
    await page.getByRole('button', { name: t('composer.sendAnd') }).click()
    await page.getByRole('menuitem', { name: t('sendLater.menu') }).click()
    await page.locator('.send-later').waitFor()
  }
  await page.locator('.prose').fill('The new tap has come; shall we bring it on Friday?')
  await choose()
  await picture(page, 'later-choose')
  await expectNoViolations(page)
  await page
    .locator('.send-later')
    .getByRole('button', { name: /^Tomorrow 09:00/ })
    .click()
  const card = page.locator('.message.scheduled')
  await card.waitFor()
  const { scheduled } = await ana.call('GET /conversations/{id}', { params: { id } })
  expect(scheduled).toHaveLength(1)
  const there = new Intl.DateTimeFormat('en-GB', { timeZone: 'America/New_York', timeStyle: 'short' })
  expect(there.format(new Date(scheduled[0]!.sendAt))).toBe('09:00')
  await page.locator('.toast').waitFor()
  await picture(page, 'later-waits')
  await expectNoViolations(page)

  // Edit: the words are in the composer again, and nothing waits.
  await card.getByRole('button', { name: t('scheduled.edit') }).click()
  await page.locator('.prose').filter({ hasText: 'The new tap has come' }).waitFor()
  await card.waitFor({ state: 'detached' })

  await page.locator('.prose').filter({ hasText: 'The new tap has come' }).click()
  await choose()
  await page.locator('.send-later .row .button').first().click()
  await card.waitFor()
  await write({
    from: customers.lucy,
    subject: 'Re: The tap',
    text: 'It drips no more.',
    ...(await refer(id)),
  })
  await page.locator('.line').filter({ hasText: 'wrote first' }).waitFor()
  await page.locator('.prose').filter({ hasText: 'The new tap has come' }).waitFor()
  await card.waitFor({ state: 'detached' })
  await picture(page, 'later-back')
  await expectNoViolations(page)
  expect(heard).toEqual([])
  await page.context().close()
})

const refer = async (id: string) => {
  const { messages } = await ana.call('GET /conversations/{id}', { params: { id } })
  const ours = messages.findLast((message) => message.direction === 'out')!
  const raw = await (await ana.send('GET', `/messages/${ours.id}/raw`)).text()
  return { inReplyTo: /^Message-ID:\s*<(.+?)>/im.exec(raw)![1]! }
}

const raw = (lines: string[]) => Buffer.from(`${lines.join('\r\n')}\r\n`)

it('every machine is called a machine, in plain words, with its letter one press away', {
  timeout: 300_000,
}, async () => {
  const { id, reference } = await answered({ from: customers.henry, subject: 'The meter' })
  await write({
    from: customers.henry,
    subject: 'Away until Monday',
    text: 'I am away until Monday.',
    inReplyTo: reference,
    headers: { 'Auto-Submitted': 'auto-replied' },
  })
  const boundary = 'b1'
  await ana.handIn(
    raw([
      'From: MAILER-DAEMON@mail.example',
      `To: ${inboxes.repairs.address}`,
      'Subject: Undelivered Mail Returned to Sender',
      'Date: Wed, 25 Nov 2026 10:00:00 +0000',
      'Message-ID: <bounce-1@mail.example>',
      `In-Reply-To: <${reference}>`,
      'Auto-Submitted: auto-replied',
      'MIME-Version: 1.0',
      `Content-Type: multipart/report; report-type=delivery-status; boundary="${boundary}"`,
      '',
      `--${boundary}`,
      'Content-Type: text/plain',
      '',
      'This is the mail system at host mail.example. Your message could not be delivered.',
      `--${boundary}`,
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mail.example',
      '',
      `Final-Recipient: rfc822; ${customers.henry.email}`,
      'Action: failed',
      'Status: 5.1.1',
      'Diagnostic-Code: smtp; 550 5.1.1 User unknown',
      `--${boundary}--`,
    ]),
  )
  await write({
    from: customers.henry,
    subject: 'Re: The meter',
    text: 'Please confirm that you are a person.',
    inReplyTo: reference,
    headers: { 'X-Boxbe-Challenge': '1', 'X-Boxbe': '1' },
  })
  await write({
    from: customers.henry,
    subject: 'Fwd: The gas',
    text: `Look at this.\n\n---------- Forwarded message ---------\nFrom: ${customers.edith.name} <${customers.edith.email}>\nDate: Mon, 23 Nov 2026 at 10:00\nSubject: The gas\nTo: <${customers.henry.email}>\n\nIt smells in the hall.\n`,
    inReplyTo: reference,
  })
  const page = await visit(house, browser, 'ana')
  const heard = complaints(page)
  await page.goto(`${house.url}/conversations/${id}`)
  const has = (text: string) => page.locator('.kind').filter({ hasText: text }).first().waitFor()
  await has(t('kind.automatic'))
  await has(t('reason.userunknown'))
  await has(t('kind.challenge'))
  await has(customers.edith.name)
  // A machine's page of words is folded; the letter as it came is one press away.
  const bounce = page.locator('.message').filter({ hasText: t('reason.userunknown') })
  expect(await bounce.locator('.words').isVisible()).toBe(false)
  await bounce.getByText(t('message.machineWords')).click()
  await bounce.locator('.words').filter({ hasText: 'mail system at host' }).waitFor()
  expect(await bounce.getByRole('link', { name: t('message.original') }).getAttribute('href')).toContain(
    '/raw',
  )
  await picture(page, 'kinds')
  await expectNoViolations(page)
  expect(heard).toEqual([])
  await page.context().close()
})
