import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchBrowser } from '#journeys/browser.ts'
import { leaveNothing, type RunningTend, startTend } from '#journeys/house.ts'
import { visit } from '#web/app/visiting.testing.ts'
import { t } from '#web/text/t.ts'

let house: RunningTend
let browser: Browser
beforeAll(async () => {
  ;[house, browser] = await Promise.all([startTend({ env: { TEND_DEMO: '1' } }), launchBrowser()])
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await leaveNothing()
})

it('says that Tend was updated once the stream is back from another version, and loads anew on request', async () => {
  const page = await visit(house, browser, 'ana')
  let version: string | null = null
  await page.route('**/api/v1/welcome', async (route) => {
    const answer = await route.fetch()
    const told = (await answer.json()) as { version: string }
    await route.fulfill({ response: answer, json: { ...told, version: version ?? told.version } })
  })
  await page.goto(`${house.url}/today`)
  await page.locator('.greeting').waitFor()
  const banner = page.locator('.banner').filter({ hasText: t('app.updated') })
  // Away and back with the same Tend is no news.
  const away = async () => {
    await page.context().setOffline(true)
    await page.locator('.banner.offline').waitFor()
    const asked = page.waitForResponse('**/api/v1/welcome')
    await page.context().setOffline(false)
    await page.locator('.banner.offline').waitFor({ state: 'detached' })
    await asked
  }
  await away()
  expect(await banner.count()).toBe(0)
  version = 'another'
  await away()
  await banner.waitFor()
  const loaded = page.waitForEvent('load')
  await banner.getByRole('button', { name: t('app.loadAgain') }).click()
  await loaded
  await page.locator('.greeting').waitFor()
  expect(await banner.count()).toBe(0)
  await page.context().close()
}, 300_000)

it('moves a key where somebody wants it, refuses one that is taken, and puts all back', async () => {
  const page = await visit(house, browser, 'ben')
  await page.goto(`${house.url}/settings/look`)
  await page.getByText(t('look.move')).click()
  const button = (key: string) =>
    page.getByRole('button', { name: t('look.moveOne', { what: t('keys.sheet'), key }), exact: true })
  await button('?').click()
  await page.keyboard.press('j')
  await page
    .getByRole('alert')
    .filter({ hasText: t('look.taken', { key: 'j', what: t('keys.next') }) })
    .waitFor()
  await page.keyboard.press('y')
  await button('y').waitFor()
  await page.goto(`${house.url}/today`)
  await page.locator('.greeting').waitFor()
  await page.keyboard.press('?')
  expect(await page.locator('.key-grid').count()).toBe(0)
  await page.keyboard.press('y')
  await page.locator('.key-grid').waitFor()
  // The sheet says where it lies now.
  await page.locator('.key-grid').getByText('y', { exact: true }).waitFor()
  await page.keyboard.press('Escape')
  await page.goto(`${house.url}/settings/look`)
  await page.getByText(t('look.move')).click()
  await page.getByRole('button', { name: t('look.moveBack') }).click()
  await button('?').waitFor()
  await page.context().close()
}, 300_000)
