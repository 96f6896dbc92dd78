import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { expectNoViolations, launchBrowser } from '#journeys/browser.ts'
import { leaveNothing, type RunningTend, startTend } from '#journeys/house.ts'
import { complaints, rowsOf, visit } from '#web/app/visiting.testing.ts'

let house: RunningTend
let browser: Browser
let page: Page
beforeAll(async () => {
  ;[house, browser] = await Promise.all([startTend({ env: { TEND_DEMO: '1' } }), launchBrowser()])
  page = await visit(house, browser, 'rosa')
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await leaveNothing()
})

const post = async (path: string, data: object) => {
  const answer = await page.request.post(`${house.url}/api/v1${path}`, { data })
  expect(answer.status(), await answer.text()).toBe(201)
  return answer.json()
}

it('takes a promise of the team, keeps it for several people, and lets none of them go untold', async () => {
  const heard = complaints(page)
  const [row] = await rowsOf(page, house, 'waiting-for-us')
  await post('/promises', {
    conversationId: row!.id,
    what: 'find a van for Saturday',
    due: new Date(Date.now() + 30 * 3_600_000).toISOString(),
    makerId: null,
    alsoTo: ['The caretaker'],
  })
  await page.goto(`${house.url}/promises`)
  await page.getByRole('button', { name: 'By person' }).click()
  const card = page.locator('.ribbon', { hasText: 'find a van' })
  // Carried from the team's column to one's own: taken at once.
  await card.dragTo(page.getByRole('region', { name: 'Yours' }))
  await page.getByRole('region', { name: 'Yours' }).locator('.ribbon', { hasText: 'find a van' }).waitFor()
  await expectNoViolations(page)
  await page.getByRole('button', { name: 'By time' }).click()
  await card.getByRole('button', { name: 'Kept', exact: true }).press('Enter')
  await page.getByRole('menuitem', { name: 'Kept, not told yet' }).press('Enter')
  await card.getByText('The caretaker does not know yet').waitFor()
  await card.getByRole('button', { name: 'Who knows?' }).click()
  await page.getByRole('menuitem', { name: 'They all know' }).click()
  await card.waitFor({ state: 'detached' })
  expect(heard).toEqual([])
}, 300_000)

it('has the update written for whoever has heard nothing for too long, and sends it only by hand', async () => {
  await page.goto(`${house.url}/promises`)
  const quiet = page.locator('.quiet-card').first()
  await quiet.getByRole('button').click()
  const text = page.locator('#quiet-text')
  await text.waitFor()
  expect(await text.inputValue()).toMatch(/^Dear [\s\S]*You hear from me again by [\s\S]*Rosa$/)
  await expectNoViolations(page)
  const before = await page.locator('.quiet-card').count()
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await text.waitFor({ state: 'detached' })
  await page.waitForFunction((n) => document.querySelectorAll('.quiet-card').length < n, before)
  // The time it names is on the board.
  await page.locator('.ribbon', { hasText: 'write again, also if there is nothing new' }).first().waitFor()
}, 300_000)
