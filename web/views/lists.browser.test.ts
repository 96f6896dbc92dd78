import type { Browser, Page } from 'playwright-core'
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
}, 600_000)
afterAll(async () => {
  await browser?.close()
  await leaveNothing()
})

const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}
const soon = { timeout: 30_000 }
const toast = (page: Page, text: string) => page.locator('.toast').filter({ hasText: text }).waitFor()
const tagsOf = async (page: Page, id: string) => {
  const answer = await page.request.get(`${house.url}/api/v1/conversations/${id}`)
  // What the sample team has put on them stays as it is.
  return ((await answer.json()) as { tags: { name: string }[] }).tags
    .map((one) => one.name)
    .filter((name) => name === 'Spare part')
}

it('tags, makes a view of it, does one thing with many, and finds them again, by keyboard', async () => {
  const page = await visit(house, browser, 'ana')
  const heard = complaints(page)
  const [first, second] = await rowsOf(page, house, 'for-me')
  await page.goto(`${house.url}/conversations/${first!.id}`)
  await page.locator('.timeline').waitFor()
  await page.waitForFunction(() => document.activeElement?.classList.contains('timeline'))

  // One key, a word, Enter: a tag that nobody knew.
  await press(page, 'l')
  await page.getByRole('combobox', { name: t('tag.title') }).waitFor()
  await page.keyboard.type('Spare part')
  await page.getByRole('option', { name: t('tag.make', { name: 'Spare part' }) }).waitFor()
  await press(page, 'Enter')
  await toast(page, t('tag.putOn', { name: 'Spare part' }))
  await expectNoViolations(page)
  await press(page, 'Escape')
  await page.locator('.tag', { hasText: 'Spare part' }).waitFor()
  await expect.poll(() => tagsOf(page, first!.id), soon).toEqual(['Spare part'])
  await press(page, 'z')
  await expect.poll(() => tagsOf(page, first!.id), soon).toEqual([])

  // Two chosen, tagged together, and taken back together.
  await walk(page, '/inbox/for-me')
  await page.locator('.thread').waitFor({ state: 'detached' })
  await page.locator('.conversation-row').nth(1).waitFor()
  await press(page, 'x', 'j', 'x', 'l')
  await page.locator('.tag-picker input').waitFor()
  await page.keyboard.type('spare')
  await page.getByRole('option', { name: 'Spare part' }).waitFor()
  await press(page, 'Enter')
  await toast(page, t('chosen.tagged', { n: 2, name: 'Spare part' }))
  await press(page, 'Escape')
  await page.locator('.tag-picker').waitFor({ state: 'detached' })
  const both = async () => [...(await tagsOf(page, first!.id)), ...(await tagsOf(page, second!.id))]
  await expect.poll(both, soon).toEqual(['Spare part', 'Spare part'])
  await press(page, 'z')
  await expect.poll(both, soon).toEqual([])
  await press(page, 'l')
  await page.locator('.tag-picker input').waitFor()
  await page.keyboard.type('spare')
  await page.getByRole('option', { name: 'Spare part' }).waitFor()
  await press(page, 'Enter', 'Escape')
  await expect.poll(both, soon).toEqual(['Spare part', 'Spare part'])

  // Done needs a goodbye, and comes back with one press.
  await press(page, 'e')
  await page.locator('.chosen .panel input[type="radio"]').first().waitFor()
  await expectNoViolations(page)
  await press(page, 'Space', 'Enter')
  await toast(page, t('chosen.done', { n: 2 }))
  await press(page, 'z')
  await expect
    .poll(async () => (await rowsOf(page, house, 'for-me')).map((row) => row.id), soon)
    .toContain(second!.id)
  await press(page, 'z')
  await toast(page, t('keys.nothingToUndo'))

  // A list of one's own: whatever wears the tag.
  await walk(page, '/views/new')
  await page.locator('#view-name').fill('Waiting for spare parts')
  await page.getByLabel(t('filter.about')).selectOption('tag')
  const pressed = page.locator('.filter-values .chip[aria-pressed="true"]')
  await page.locator('.filter-values .chip', { hasText: 'Spare part' }).click()
  await expect.poll(() => pressed.count(), soon).toBe(2)
  await pressed.first().click()
  await expect.poll(() => pressed.allTextContents(), soon).toEqual(['Spare part'])
  await page.locator('.preview .person-row').nth(1).waitFor()
  await expectNoViolations(page)
  await page.getByRole('button', { name: t('views.make') }).click()
  await page.waitForURL(/\/inbox\/viw_/)
  await page.locator('.conversation-row').nth(1).waitFor()
  await expect.poll(() => page.locator('.conversation-row').count(), soon).toBe(2)
  await press(page, 'Escape', '1')
  await page.waitForURL(/\/inbox\/for-me/)

  // The same words find them: an operator, completed by Tab, the arrow into the finds, Enter.
  await press(page, '/')
  await page.locator('#q').waitFor()
  await page.keyboard.type('tag:sp')
  await page.getByRole('button', { name: 'Spare part', exact: true }).waitFor()
  await press(page, 'Tab')
  await page.locator('.chip.part', { hasText: 'tag:"Spare part"' }).waitFor()
  await page.locator('#hit-1').waitFor()
  await press(page, 'ArrowDown', 'ArrowDown')
  await page.waitForFunction(() => document.activeElement?.id === 'hit-1')
  await press(page, 'Enter')
  await page.waitForURL(/\/conversations\//)
  expect(heard).toEqual([])
  await page.context().close()
}, 300_000)

it('opens what Enter was pressed for, however slow the line, and nothing of the words before', async () => {
  const page = await visit(house, browser, 'ana')
  const firstOf = async (q: string) => {
    const answer = await page.request.get(`${house.url}/api/v1/search`, { params: { q, limit: 50 } })
    return ((await answer.json()) as { items: { id: string }[] }).items[0]!.id
  }
  const [before, meant] = [await firstOf('floor'), await firstOf('boiler')]
  expect(meant).not.toBe(before)
  await page.goto(`${house.url}/search?q=floor`)
  await page.locator('#hit-0').waitFor()
  const [asked, comes] = [1, 2].map(() => Promise.withResolvers<void>())
  await page.route(/\/api\/v1\/search\?q=boiler/, async (route) => {
    asked!.resolve()
    await comes!.promise
    await route.continue()
  })
  await page.locator('#q').fill('boiler')
  await page.locator('#q').press('Enter')
  await asked!.promise
  expect(new URL(page.url()).pathname).toBe('/search')
  comes!.resolve()
  await page.waitForURL((url) => url.pathname.endsWith(meant))
  await page.context().close()
}, 300_000)
