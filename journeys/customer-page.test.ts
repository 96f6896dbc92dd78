import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { customers, inboxes, teammates } from '#cast/cast.ts'
import { rawMail } from '#cast/mail.ts'
import { expectNoViolations, launchBrowser, looks, openPage, takePicture } from './browser.ts'
import { type Client, clientOf } from './client.ts'
import { leaveNothing, type RunningTend, startTend } from './house.ts'

// UX.md U14 and §4.16: no account, no JavaScript, any phone.
const patient = 180_000
let tend: RunningTend
let browser: Browser
let ana: Client
let conversationId: string
let pageUrl: string

beforeAll(async () => {
  browser = await launchBrowser()
  tend = await startTend()
  const admin = await tend.admin()
  const inbox = await admin.call('POST /inboxes', { body: inboxes.repairs })
  const { name, email, role } = teammates.ana
  const { id } = await admin.call('POST /teammates', { body: { name, email, role, inboxes: [inbox.id] } })
  ana = clientOf(tend.url, (await admin.call('POST /teammates/{id}/keys', { params: { id }, body: {} })).key)
  const handedIn = await ana.handIn(
    await rawMail({
      from: customers.edith,
      to: inboxes.repairs.address,
      subject: `The radiator in the hall, ${'a-word-that-never-ends-'.repeat(6)}`,
      text: `Dear Sir or Madam,\n\nthe radiator stays cold. ${'x'.repeat(300)}\n\nhttps://www.example.com/${'very-long/'.repeat(30)}\n\nEdith Lowry`,
      date: new Date(),
    }),
  )
  conversationId = handedIn.conversationId!
  const params = { id: conversationId }
  for (let week = 0; week < 12; week++)
    await ana.call('POST /conversations/{id}/replies', {
      params,
      body: {
        text: `Dear Mrs Lowry,\n\nletter ${week} about the valve in the hall. ${'We measure, we order, we come. '.repeat(12)}\n\nAna`,
        promises: [
          { what: `bring valve ${week}`, due: new Date(Date.now() + (week + 1) * 86_400_000).toISOString() },
        ],
      },
    })
  const { promises } = await ana.call('GET /conversations/{id}', { params })
  for (const promise of promises.slice(0, 3))
    await ana.call('POST /promises/{id}/keeping', { params: { id: promise.id }, body: { told: true } })
  await ana.call('POST /conversations/{id}/notes', { params, body: { text: 'She pays late, be kind.' } })
  pageUrl = (await ana.call('GET /conversations/{id}', { params })).pageUrl
}, patient)
afterAll(async () => {
  await browser?.close()
  await leaveNothing()
}, patient)

test('weighs at most 50 KB without its fonts, which come later', { timeout: patient }, async () => {
  const page = await openPage(browser, looks[2], { javaScriptEnabled: false })
  const loaded: { url: string; bytes: number }[] = []
  page.on('response', (response) => {
    void response.body().then(
      (body) => loaded.push({ url: response.url(), bytes: body.length }),
      () => {},
    )
  })
  await page.goto(pageUrl, { waitUntil: 'networkidle' })
  const words = loaded.filter(({ url }) => !/\.woff2?(\?|$)/.test(url))
  expect(words.length).toBeGreaterThan(1)
  // As they lie uncompressed; over the wire they are a third of it.
  expect(words.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(50_000)
  for (const { url } of loaded) expect(new URL(url).origin).toBe(new URL(pageUrl).origin)
  await page.context().close()
})

test.each(looks)(
  'holds at $width px, $scheme, without JavaScript, and axe finds nothing',
  { timeout: patient },
  async (look) => {
    const page = await openPage(browser, look)
    await page.goto(pageUrl)
    await expectNoViolations(page)
    await takePicture(page, 'customer-page', true)
    await page.context().close()
  },
)

test('nothing is cut off at 360 px, nor at 320', { timeout: patient }, async () => {
  for (const width of [360, 320]) {
    const page = await openPage(browser, looks[2], {
      javaScriptEnabled: false,
      viewport: { width, height: 700 },
    })
    await page.goto(pageUrl)
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth),
      `${width} px`,
    ).toBeLessThanOrEqual(width)
    await page.context().close()
  }
})

test('tells no note, takes words twice pressed once, and strange letters', { timeout: patient }, async () => {
  const page = await openPage(browser, looks[2], { javaScriptEnabled: false })
  await page.goto(pageUrl)
  expect(await page.content()).not.toContain('be kind')
  const once = await page.locator('input[name=once]').first().inputValue()
  const write = (text: string, key: string) =>
    fetch(page.url().split('?')[0]!, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ text, once: key }),
    })
  const [first, second] = [
    await write('The stairs are wet today.', once),
    await write('The stairs are wet today.', once),
  ]
  expect([first.status, second.status]).toEqual([303, 303])
  const strange = await write('Zo\u0000ë \u202e <b>bold</b> 👩‍🔧', crypto.randomUUID())
  expect(strange.status).toBeLessThan(500)
  expect((await write('   ', crypto.randomUUID())).status).toBe(422)
  await page.goto(pageUrl)
  expect((await page.locator('main').innerText()).split('The stairs are wet today.').length - 1).toBe(1)
  expect(
    await page
      .locator('main b')
      .filter({ hasText: /^bold$/ })
      .count(),
  ).toBe(0)
  await page.context().close()
})

test('a link that was ended, or made up, opens nothing and says what to do', {
  timeout: patient,
}, async () => {
  await ana.call('POST /conversations/{id}/link', { params: { id: conversationId }, body: { revoke: true } })
  for (const url of [pageUrl, `${pageUrl.slice(0, -3)}AAA`, `${tend.url}/p/nobody`]) {
    const gone = await fetch(url)
    expect(gone.status).toBe(404)
    const text = await gone.text()
    expect(text).toMatch(/no longer works/)
    expect(text).not.toContain('radiator')
  }
  const page = await openPage(browser, looks[2], { javaScriptEnabled: false })
  await page.goto(pageUrl)
  expect(await page.locator('h1').innerText()).toMatch(/no longer works/)
  await page.context().close()
})
