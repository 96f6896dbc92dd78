import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { expectNoViolations, launchBrowser } from '#journeys/browser.ts'
import { leaveNothing, type RunningTend, startTend } from '#journeys/house.ts'
import { walk } from '#web/app/screens.testing.ts'
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

// One page from beginning to end: loading it anew would only test the network. The list is asked by axe in the walk of every screen.
it('gives a little extra, closes as it is with a reason, and begins again by key', async () => {
  const page = await visit(house, browser, 'ana')
  const heard = complaints(page)
  const rows = await rowsOf(page, house, 'all')
  const boiler = rows.find((row) => row.subject === 'The boiler again, F28')!
  await page.goto(`${house.url}/conversations/${boiler.id}`)
  const strip = page.getByRole('region', { name: t('recovery.title') })
  await strip.getByText(t('recovery.reached', { n: 5, all: 6 })).waitFor()
  // One line beside the letters, until somebody opens it.
  await strip.getByRole('button', { expanded: false }).first().click()
  await strip.getByText('My husband carried water up from the neighbour before work').first().waitFor()
  // What did a step stands behind it, with the sentence of the letter.
  await strip.getByRole('button', { name: t('recovery.step.apologise') }).click()
  await strip
    .locator('.recovery-detail')
    .filter({ hasText: /sorry|ours/i })
    .waitFor()
  await strip.getByRole('button', { name: t('recovery.step.extra') }).click()
  await strip.getByRole('button', { name: t('recovery.openAgain') }).click()
  await strip.getByRole('button', { name: t('extras.choose') }).click()
  const extras = page.getByRole('region', { name: t('extras.title') })
  await extras.getByRole('button', { name: 'All radiators bled while we are there' }).waitFor()
  await expectNoViolations(page)
  await extras.getByRole('button', { name: 'All radiators bled while we are there' }).click()
  await extras.locator('.given-extra').getByText(t('extras.state.possible')).waitFor()
  // What seems to have done the step is there again, for a person to confirm.
  await strip.getByRole('button', { name: t('recovery.confirm', { n: 1 }) }).click()
  await strip.getByText(t('recovery.reached', { n: 5, all: 6 })).waitFor()
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
  await walk(page, '/inbox/making-right')
  await page.locator('.recovery-row').filter({ hasText: 'The invoice never came' }).waitFor()
  expect(heard).toEqual([])
  await page.context().close()
}, 300_000)
