import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { expectNoViolations, launchBrowser } from '#journeys/browser.ts'
import { leaveNothing, type RunningTend, startTend } from '#journeys/house.ts'
import { complaints, rowsOf, visit } from '#web/app/visiting.testing.ts'
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

it('begins by key, shows what it cost them, and closes as it is with a reason', async () => {
  const page = await visit(house, browser, 'ana')
  const heard = complaints(page)
  const rows = await rowsOf(page, house, 'all')
  const boiler = rows.find((row) => row.subject === 'The boiler again, F28')!
  await page.goto(`${house.url}/conversations/${boiler.id}`)
  const strip = page.getByRole('region', { name: t('recovery.title') })
  await strip.getByText(t('recovery.reached', { n: 5, all: 6 })).waitFor()
  expect(await strip.innerText()).toContain('My husband carried water up from the neighbour before work')
  // What did a step stands behind it, with the sentence of the letter.
  await strip.getByRole('button', { name: t('recovery.step.apologise') }).click()
  expect(await strip.locator('.recovery-detail').innerText()).toMatch(/sorry|ours/i)
  await expectNoViolations(page)
  await strip.getByRole('button', { name: t('recovery.step.check') }).click()
  await strip.getByRole('button', { name: t('recovery.check.plan') }).click()
  await strip.locator('.recovery-check').waitFor({ state: 'detached' })
  await strip.getByRole('button', { name: t('recovery.close'), exact: true }).click()
  await strip.getByLabel(t('recovery.because')).fill('She moves out on Friday and says it is enough')
  await strip.locator('.recovery-close button[type=submit]').click()
  await page.locator('.line').filter({ hasText: 'She moves out on Friday' }).waitFor()
  // The next one begins by key.
  await page.locator('.timeline').focus()
  await page.keyboard.press('b')
  await page.getByLabel(t('recovery.what')).fill('The invoice never came, though she asked twice')
  await page.keyboard.press('Enter')
  await strip.getByText(t('recovery.reached', { n: 0, all: 6 })).waitFor()
  await page.goto(`${house.url}/inbox/making-right`)
  await page.locator('.recovery-row').filter({ hasText: 'The invoice never came' }).waitFor()
  await expectNoViolations(page)
  expect(heard).toEqual([])
  await page.context().close()
}, 300_000)
