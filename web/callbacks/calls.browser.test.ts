import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { expectNoViolations, launchBrowser, looks, settle } from '#journeys/browser.ts'
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

const matter = async (page: Page, subject: string) => {
  const found = (await rowsOf(page, house, 'all')).find((row) => row.subject === subject)
  const answer = await page.request.get(`${house.url}/api/v1/conversations/${found!.id}`)
  return (await answer.json()) as { id: string; pageUrl: string }
}

it('rings from the board; nobody picks up, and the next time and the letter are at hand', async () => {
  const ben = await visit(house, browser, 'ben')
  const heard = complaints(ben)
  await ben.goto(`${house.url}/promises`)
  const lane = ben.getByRole('region', { name: t('promises.calls') })
  await lane.getByRole('link', { name: '+351 910 000 108' }).waitFor()
  await lane.getByRole('button', { name: t('call.called') }).click()
  await ben.getByRole('menuitem', { name: t('call.didNotReach') }).click()
  await ben.getByRole('button', { name: t('call.again') }).click()
  const written = ben.locator('.composer .ProseMirror')
  await written.filter({ hasText: 'did not reach you' }).waitFor()
  expect(await written.innerText()).toMatch(/ring again on .*\(Lisbon time\)/)
  await ben
    .getByText(t('call.tries', { n: 1 }))
    .first()
    .waitFor()
  expect(heard).toEqual([])
  await ben.context().close()
}, 300_000)

it('is chosen on the page by a thumb, and is the promise; the act is one press, undone by one', async () => {
  const ines = await visit(house, browser, 'ines', looks[3])
  const heard = complaints(ines)
  const { id, pageUrl } = await matter(ines, 'Tasting for three couples')
  const amara = await visitPage(pageUrl)
  await expectNoViolations(amara)
  await amara.getByRole('button', { name: /everybody has to guess/ }).click()
  await amara.getByText('You chose: Last, as the one everybody has to guess').waitFor()
  await amara.context().close()
  await ines.goto(`${house.url}/conversations/${id}`)
  await ines
    .getByText(t('offer.chose', { name: 'Amara', what: 'Last, as the one everybody has to guess' }))
    .waitFor()
  await ines.getByRole('button', { name: new RegExp(`^${t('act.title')}`) }).click()
  await ines.getByRole('menuitem', { name: t('act.replaced') }).click()
  const chip = ines.locator('.acts-line .chip', { hasText: t('act.replaced') })
  await chip.waitFor()
  await settle(ines)
  await expectNoViolations(ines)
  await chip.getByRole('button').click()
  await chip.waitFor({ state: 'detached' })
  expect(heard).toEqual([])
  await ines.context().close()
}, 300_000)

/** The customer’s page on a phone, in the dark. */
async function visitPage(url: string): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    colorScheme: 'dark',
  })
  const page = await context.newPage()
  page.setDefaultTimeout(60_000)
  await page.goto(url)
  return page
}
