import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchBrowser } from '#journeys/browser.ts'
import { leaveNothing, type RunningTend, startTend } from '#journeys/house.ts'
import { rowsOf, visit } from '#web/app/visiting.testing.ts'
import { t } from '#web/text/t.ts'

let house: RunningTend
let browser: Browser
let ana: Page
beforeAll(async () => {
  ;[house, browser] = await Promise.all([startTend({ env: { TEND_DEMO: '1' } }), launchBrowser()])
  ana = await visit(house, browser, 'ana')
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await leaveNothing()
})

const soon = { timeout: 60_000 }
const open = async (page: Page, id: string) => {
  await page.goto(`${house.url}/conversations/${id}`)
  await page.locator('.prose').waitFor()
}
const call = async (page: Page, method: 'get' | 'post', path: string, data?: object) => {
  const answer = await page.request[method](`${house.url}/api/v1${path}`, data && { data })
  if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`)
  return answer.json()
}

it('answers ten who wait by keyboard alone, with two actions each beyond typing (U3)', async () => {
  const me = (await call(ana, 'get', '/me')).teammate.id as string
  const waiting = (await rowsOf(ana, house, 'waiting-for-us')).slice(0, 10)
  expect(waiting).toHaveLength(10)
  for (const { id } of waiting) await call(ana, 'post', `/conversations/${id}/assignment`, { teammateId: me })
  await ana.goto(`${house.url}/inbox/for-me`)
  await ana.locator('.conversation-row').first().waitFor()
  let actions = 0
  const press = (key: string) => {
    actions++
    return ana.keyboard.press(key)
  }
  await press('j')
  await press('o')
  const answered = new Set<string>()
  for (let n = 0; n < 10; n++) {
    await ana.waitForURL((url) => /\/cnv_\w+$/.test(url.pathname) && !answered.has(url.pathname), soon)
    answered.add(new URL(ana.url()).pathname)
    await ana.locator('.prose').waitFor()
    await ana.waitForFunction(() => document.activeElement?.classList.contains('timeline'))
    await press('r')
    await ana.waitForFunction(() => document.activeElement?.classList.contains('prose'))
    await ana.keyboard.type('Thank you for writing. We have it in hand.')
    await press('ControlOrMeta+Enter')
    await ana
      .locator('.toast')
      .filter({ hasText: t('composer.sent') })
      .waitFor()
  }
  expect(answered.size).toBe(10)
  expect(actions).toBeLessThanOrEqual(2 + 10 * 4)
  for (const { id } of waiting)
    expect((await call(ana, 'get', `/conversations/${id}`)).status).toBe('waiting')
}, 300_000)

it('loses at most a second of words when its tab is killed while one types (U8)', async () => {
  const [row] = await rowsOf(ana, house, 'waiting-for-them')
  const context = ana.context()
  const words = 'We look into it today, and I write to you before five, also when there is no news yet. '
  for (let kill = 0; kill < Number(process.env.TEND_TABS_KILLED ?? 3); kill++) {
    const page = await context.newPage()
    page.setDefaultTimeout(60_000)
    await open(page, row!.id)
    await page.keyboard.press('r')
    await page.waitForFunction(() => document.activeElement?.classList.contains('prose'))
    const before = (await page.locator('.prose').textContent()) ?? ''
    const typed: number[] = []
    const many = 1 + ((kill * 37 + 11) % (words.length - 1))
    for (const key of words.slice(0, many)) {
      await page.keyboard.type(key)
      typed.push(Date.now())
    }
    const killed = Date.now()
    const session = await context.newCDPSession(page)
    const crashed = page.waitForEvent('crash')
    session.send('Page.crash').catch(() => {})
    await crashed
    await page.close()
    const again = await context.newPage()
    again.setDefaultTimeout(60_000)
    await open(again, row!.id)
    const safe = typed.filter((at) => at < killed - 1000).length
    const kept = ((await again.locator('.prose').textContent()) ?? '').slice(before.length)
    expect(words.startsWith(kept.trimEnd()), kept).toBe(true)
    expect(kept.trimEnd().length).toBeGreaterThanOrEqual(words.slice(0, safe).trimEnd().length)
    await again.close()
  }
}, 300_000)

it('has a colleague read a draft, comment on it and give it back', async () => {
  const ben = await visit(house, browser, 'ben')
  const [one] = await rowsOf(ana, house, 'waiting-for-them')
  await open(ana, one!.id)
  await ana.keyboard.press('r')
  await ana.waitForFunction(() => document.activeElement?.classList.contains('prose'))
  await ana.keyboard.press('ControlOrMeta+a')
  await ana.keyboard.type('We come on Friday.')
  await ana.getByRole('button', { name: t('look.ask') }).click()
  await ana.getByRole('menuitem', { name: /Ben/ }).click()
  await open(ben, one!.id)
  const card = ben.locator('.second-look').filter({ hasText: 'We come on Friday.' })
  await card.waitFor()
  await card.getByRole('textbox').fill('Say at what time.')
  await card.getByRole('button', { name: t('look.say') }).click()
  await card.locator('.look-comments').filter({ hasText: 'Say at what time.' }).waitFor()
  await card.getByRole('button', { name: t('look.good') }).click()
  await card.waitFor({ state: 'detached' })
  await ana
    .locator('.second-look')
    .filter({ hasText: t('look.state.good', { who: 'Ben Okafor' }) })
    .waitFor()
}, 300_000)
