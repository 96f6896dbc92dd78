import { readFile } from 'node:fs/promises'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { customers, inboxes, teammates } from '#cast/cast.ts'
import { rawMail } from '#cast/mail.ts'
import { expectNoViolations, launchBrowser, looks, openPage, takePicture } from './browser.ts'
import { type Client, clientOf } from './client.ts'
import { leaveNothing, type RunningTend, startTend } from './house.ts'
import { until } from './until.ts'

// UX.md U14 and §4.16: no account, no JavaScript, any phone.
const patient = 180_000
let tend: RunningTend
let browser: Browser
let ana: Client
let conversationId: string
let pageUrl: string
let maria: string
let samplePage: string
let mine: Awaited<ReturnType<BrowserContext['cookies']>> | undefined

beforeAll(async () => {
  browser = await launchBrowser()
  tend = await startTend()
  const admin = await tend.admin()
  await admin.call('POST /demo')
  const team = await admin.call('GET /teammates')
  const { id } = team.items.find((one) => one.email === teammates.ana.email)!
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
  const found = await admin.call('GET /customers', { query: { q: customers.maria.email } })
  maria = found.items[0]!.id
  const { items } = await admin.call('GET /customers/{id}/timeline', { params: { id: maria } })
  const there = { params: { id: items.find((one) => one.conversationId)!.conversationId! } }
  samplePage = (await admin.call('GET /conversations/{id}', there)).pageUrl
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

const widths = [looks[0]!, looks[2]!]

/** In light by every rule, in dark by those that depend on it. */
async function holdsInBothThemes(page: Page, name: string): Promise<void> {
  await expectNoViolations(page)
  await takePicture(page, name, true)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectNoViolations(page, 'colours')
  await takePicture(page, name, true)
  await page.context().close()
}

test.each(widths)(
  'holds at $width px in both themes, and axe finds nothing',
  { timeout: patient },
  async (look) => {
    const page = await openPage(browser, look)
    await page.goto(pageUrl)
    await holdsInBothThemes(page, 'customer-page')
  },
)

test.each(widths)(
  'how it stands for everybody holds at $width px in both themes, and axe finds nothing',
  { timeout: patient },
  async (look) => {
    const page = await openPage(browser, look)
    await page.goto(`${tend.url}/status`)
    await page.locator('.report details').first().locator('summary').click()
    await holdsInBothThemes(page, 'status-page')
  },
)

/** All that is Maria's, from the sample: she has no mailbox, so the link her letter would bring opens at once. */
async function openMine(page: Page): Promise<void> {
  await page.goto(samplePage)
  await page.locator('#mine button').click()
  await page.locator('form.bare button').click()
  await page.locator('#known').waitFor()
}

test.each(widths)(
  'all that is theirs holds at $width px in both themes, and axe finds nothing',
  { timeout: patient },
  async (look) => {
    // Three letters a day: the second look is the same browser's.
    const page = await openPage(browser, look)
    if (mine) await page.context().addCookies(mine)
    else await openMine(page)
    mine ??= await page.context().cookies()
    await page.goto(`${tend.url}/p/me`)
    await holdsInBothThemes(page, 'my-page')
  },
)

test('she corrects what we know, takes it with her, and asks to be forgotten; we see each', {
  timeout: patient,
}, async () => {
  const page = await openPage(browser, looks[2], { javaScriptEnabled: false })
  await page.context().addCookies(mine!)
  await page.goto(`${tend.url}/p/me`)
  expect(await page.content()).not.toContain('<script')
  await page.getByLabel('How we should call you').fill('Maria L.')
  await page.getByLabel('Please don’t', { exact: true }).fill('Don’t ring before nine.')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('Everybody who answers you sees it now.').waitFor()
  const admin = await tend.admin()
  const known = await admin.call('GET /customers/{id}', { params: { id: maria } })
  expect(known).toMatchObject({ preferredName: 'Maria L.', pleaseDont: ['Don’t ring before nine.'] })
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'For a program (JSON)' }).click(),
  ])
  const everything = JSON.parse(await readFile(await download.path(), 'utf8'))
  expect(everything.you.preferredName).toBe('Maria L.')
  expect(everything.requests.length).toBeGreaterThan(0)
  await page.getByLabel('Yes, erase everything that is mine').check()
  await page.getByRole('button', { name: 'Erase', exact: true }).click()
  await page.getByText('A person here confirms it').waitFor()
  const { items } = await admin.call('GET /erasures')
  expect(items).toMatchObject([{ customerId: maria, state: 'asked', mayDecide: true }])
  await admin.call('POST /erasures/{id}/confirmation', { params: { id: items[0]!.id } })
  await until('she is forgotten', async () => (await page.goto(`${tend.url}/p/me`))!.status() === 401)
  expect((await fetch(samplePage)).status).toBe(404)
  await expect(admin.call('GET /customers/{id}', { params: { id: maria } })).rejects.toMatchObject({
    status: 404,
  })
  await page.context().close()
})

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

test('lives with JavaScript: news comes in, what is being written stays, and an ended link closes it', {
  timeout: patient,
}, async () => {
  const page = await openPage(browser, looks[2])
  await page.goto(pageUrl)
  // As when they come back to the tab; by itself it looks every twenty seconds.
  const look = () =>
    page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })))
  const text = page.locator('textarea#text')
  await text.fill('I am still writing this.')
  await ana.call('POST /conversations/{id}/replies', {
    params: { id: conversationId },
    body: { text: 'The valve has come. Which day suits you best?' },
  })
  await until('the news is there', async () => {
    await look()
    return (await page.locator('#conversation').innerText()).includes('The valve has come.')
  })
  await page.getByText('There is news on this page.').waitFor()
  expect(await text.inputValue()).toBe('I am still writing this.')
  await ana.call('POST /conversations/{id}/link', { params: { id: conversationId }, body: { revoke: true } })
  await until('it is closed', async () => {
    await look().catch(() => {})
    return (await page.locator('h1').innerText()).includes('no longer works')
  })
  pageUrl = (await ana.call('GET /conversations/{id}', { params: { id: conversationId } })).pageUrl
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
