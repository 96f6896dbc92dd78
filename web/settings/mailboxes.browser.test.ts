import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { customers, teammates } from '#cast/cast.ts'
import { rawMail } from '#cast/mail.ts'
import { expectNoViolations, launchBrowser, openPage } from '#journeys/browser.ts'
import { type Client, clientOf } from '#journeys/client.ts'
import { leaveNothing, type RunningTend, startTend } from '#journeys/house.ts'
import { type Mailbox, openMailbox } from '#journeys/imap.ts'
import { openPostOffice, type PostOffice } from '#journeys/post.ts'
import { until } from '#journeys/until.ts'
import { t } from '#web/text/t.ts'

const address = 'hello@casa-amaral.example'
let house: RunningTend
let browser: Browser
let page: Page
let admin: Client
let box: Mailbox
let post: PostOffice
beforeAll(async () => {
  ;[house, browser, box, post] = await Promise.all([
    startTend(),
    launchBrowser(),
    openMailbox(address),
    openPostOffice(),
  ])
  page = await openPage(browser)
  page.setDefaultTimeout(60_000)
  const token = new URL(house.firstLink!).searchParams.get('key')
  const { name, email } = teammates.rosa
  const entered = await page.request.post(`${house.url}/api/v1/welcome`, {
    data: { token, name, email },
  })
  expect(entered.status(), await entered.text()).toBe(201)
  admin = clientOf(house.url, await house.key())
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await leaveNothing()
  await Promise.all([box?.close(), post?.close()])
})

it('takes another password for a mailbox that is connected, and keeps nothing before it works', async () => {
  const server = (port: number, password: string) => ({
    host: '127.0.0.1',
    port,
    security: 'none' as const,
    user: address,
    password,
  })
  await admin.call('POST /mailboxes', {
    body: {
      address,
      inboxName: 'Letters',
      imap: server(box.port, 'what it was before'),
      // This one asks nobody for a name: the letter leaves all the same.
      smtp: server(Number(new URL(post.url).port), 'what it was before'),
    },
  })
  const state = async () => (await admin.call('GET /mailboxes')).items[0]!.state
  await until('the old password is refused', async () => (await state()) === 'failing')

  await page.goto(`${house.url}/settings/mailboxes`)
  await page.getByRole('button', { name: t('mailbox.change') }).click()
  const card = page.locator('li.card').filter({ hasText: address })
  const password = card.getByLabel(t('mailbox.password'))
  await password.fill('a typing mistake')
  await expectNoViolations(page)
  await card.getByRole('button', { name: t('mailbox.tryChange') }).click()
  await card.locator('.checks .bad').waitFor()
  expect(await state()).toBe('failing')

  await password.fill(box.password)
  await card.getByRole('button', { name: t('mailbox.tryChange') }).click()
  await page
    .locator('.toast')
    .filter({ hasText: t('mailbox.changedToast') })
    .waitFor()
  await card.locator('form').waitFor({ state: 'detached' })
  await until('letters come again', async () => (await state()) === 'connected')
}, 300_000)

it('renames an inbox, and customers read the new name', async () => {
  await page.goto(`${house.url}/settings/mailboxes`)
  await page.getByRole('button', { name: t('mailbox.renameWhich', { name: 'Letters' }) }).click()
  const name = page.locator('li').getByLabel(t('mailbox.inboxName'))
  await name.fill('Casa Amaral')
  await name.press('Enter')
  await page.getByRole('button', { name: t('mailbox.renameWhich', { name: 'Casa Amaral' }) }).waitFor()

  const { maria } = customers
  await box.put(
    await rawMail({
      from: { name: maria.name, email: maria.email },
      to: address,
      subject: 'The boiler',
      text: 'When can somebody come?',
      date: new Date(),
    }),
  )
  const found = await until('her letter', async () => {
    const { items } = await admin.call('GET /conversations', { query: { view: 'new' } })
    return items.find((one) => one.subject === 'The boiler')
  })
  // Nobody waits for her by name; that somebody waits is said all the same.
  await page.goto(`${house.url}/today`)
  await page
    .locator('.greeting')
    .filter({ hasText: t('today.fresh', { n: 1 }) })
    .waitFor()
  await page.goto(`${house.url}/inbox/for-me`)
  await page.getByRole('link', { name: t('empty.someNew', { n: 1 }) }).click()
  await page.locator('.conversation-row').filter({ hasText: maria.name }).waitFor()

  await page.request.patch(`${house.url}/api/v1/me/preferences`, { data: { undoSeconds: 0 } })
  await page.request.post(`${house.url}/api/v1/conversations/${found.id}/replies`, {
    data: { text: 'Ben comes today.' },
  })
  const letter = await until('our answer', async () => post.to(maria.email)[0])
  expect(letter.headers.from).toContain(`${teammates.rosa.name}, Casa Amaral`)
}, 300_000)

it('says beside a letter that does not get away why it does not', async () => {
  const { id } = (await admin.call('GET /mailboxes')).items[0]!
  const nowhere = {
    host: '127.0.0.1',
    port: 9,
    security: 'none' as const,
    user: address,
    password: box.password,
  }
  await admin.call('PATCH /mailboxes/{id}', { params: { id }, body: { smtp: nowhere } })
  const conversations = await admin.call('GET /conversations', { query: { view: 'all' } })
  const hers = conversations.items.find((one) => one.subject === 'The boiler')!
  await page.request.post(`${house.url}/api/v1/conversations/${hers.id}/replies`, {
    data: { text: 'He has the part with him.' },
  })
  await page.goto(`${house.url}/conversations/${hers.id}`)
  await page.locator('.delivery.deferred').filter({ hasText: 'ECONNREFUSED' }).waitFor()
}, 300_000)

it('says to a lead that links in letters lead to this machine alone', async () => {
  await page.goto(`${house.url}/settings/health`)
  await page.getByText('which only this machine can open').waitFor()
})
