import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { expectNoViolations, launchBrowser } from '#journeys/browser.ts'
import { leaveNothing, type RunningTend, startTend } from '#journeys/house.ts'
import { complaints, rowsOf, visit } from '#web/app/visiting.testing.ts'

let house: RunningTend
let browser: Browser
let page: Page
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tend-person-'))
  ;[house, browser] = await Promise.all([startTend({ env: { TEND_DEMO: '1' } }), launchBrowser()])
  page = await visit(house, browser, 'ana', { width: 1280, scheme: 'light' })
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await leaveNothing()
  await rm(folder, { recursive: true, force: true })
})
const look = (name: string) =>
  process.env.TEND_LOOK ? page.screenshot({ path: join(process.env.TEND_LOOK, `${name}.png`) }) : undefined
/** Narrow too, and dark: for what stands through a change of width. */
async function lookAround(name: string): Promise<void> {
  if (!process.env.TEND_LOOK) return
  for (const width of [390, 1280])
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.setViewportSize({ width, height: 800 })
      await page.emulateMedia({ colorScheme })
      await look(`${name}-${width}-${colorScheme}`)
    }
}

it('keeps what they told us of their life until we may speak of it, and forgets with a way back', async () => {
  const heard = complaints(page)
  const [row] = await rowsOf(page, house, 'for-me')
  await page.goto(`${house.url}/conversations/${row!.id}`)
  const about = page.getByRole('complementary', { name: 'About this person' })
  await about.getByRole('button', { name: 'Add to what we know' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Something from their life' }).press('Enter')
  await about
    .getByRole('textbox', { name: 'What did they tell us of their life?' })
    .fill('Her daughter marries in June')
  await about.getByRole('combobox', { name: 'Keep it' }).selectOption('careful')
  await about.getByRole('button', { name: 'Save' }).click()
  const life = about.getByRole('region', { name: 'Their life' })
  await life.getByText('ask before you mention it').waitFor()
  await life.getByText('with care').first().waitFor()
  await look('about')
  await life.getByRole('button', { name: /How to keep/ }).press('Enter')
  await page.getByRole('menuitemradio', { name: 'you may mention it' }).press('Enter')
  await life.locator('.mention.yes').waitFor()
  await expectNoViolations(page)
  await life.getByRole('button', { name: /^Forget/ }).click()
  await life.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await life.locator('.mention.yes').waitFor()
  expect(heard).toEqual([])
}, 300_000)

it('puts a tag on a person beside their letter, says who reads it, and leads to everybody who wears it', async () => {
  const heard = complaints(page)
  const [row] = await rowsOf(page, house, 'for-me')
  const { name } = row!.customer
  await page.goto(`${house.url}/conversations/${row!.id}`)
  const about = page.getByRole('complementary', { name: 'About this person' })
  const worn = about.getByRole('region', { name: /^Tags of / })
  await worn.getByRole('button', { name: '+ tag' }).click()
  const picker = page.getByRole('dialog', { name: /^Tags of / })
  await picker.getByText(/can read these on their own page\.$/).waitFor()
  await picker.getByRole('combobox').fill('Regular')
  await picker.getByRole('option', { name: 'New tag: Regular' }).waitFor()
  await look('person-tag-picker')
  await expectNoViolations(page)
  await page.keyboard.press('Enter')
  await picker.getByRole('option', { name: 'Regular', selected: true }).waitFor()
  await page.keyboard.press('Escape')
  await worn.getByRole('link', { name: 'Regular' }).waitFor()
  await worn.getByRole('button', { name: 'Take off Regular' }).click()
  await worn.getByRole('link', { name: 'Regular' }).waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click()
  await look('person-tags')
  await expectNoViolations(page)
  // On their own page in Tend they stand as well.
  await page.goto(`${house.url}/customers/${row!.customerId}`)
  const there = page.getByRole('region', { name: /^Tags of / })
  await there.getByRole('button', { name: '+ tag' }).click()
  await picker.getByRole('option', { name: 'Regular', selected: true }).waitFor()
  await lookAround('person-tag-page')
  await page.keyboard.press('Escape')
  await there.getByRole('link', { name: 'Regular' }).click()
  await page.locator('.chip.part', { hasText: 'persontag:"Regular"' }).waitFor()
  const found = page.locator('.person-row')
  // The person first, then what they wrote of.
  await expect.poll(() => found.first().getAttribute('href')).toBe(`/customers/${row!.customerId}`)
  await found.first().filter({ hasText: name }).waitFor()
  await page.locator(`a.person-row[href="/conversations/${row!.id}"]`).waitFor()
  await lookAround('person-tag-search')
  await expectNoViolations(page)
  await page.goto(`${house.url}/settings/lists`)
  await page.getByText('no conversation · one person').first().waitFor()
  await lookAround('person-tag-settings')
  await expectNoViolations(page)
  expect(heard).toEqual([])
}, 300_000)

it('brings in a file of purchases once, however often it is chosen', async () => {
  const heard = complaints(page)
  const [row] = await rowsOf(page, house, 'for-me')
  const person = await (await page.request.get(`${house.url}/api/v1/customers/${row!.customerId}`)).json()
  const file = join(folder, 'orders.csv')
  await writeFile(
    file,
    `E-mail;Article;Date;Total;Currency;Number\r\n${person.emails[0]};"Pump, silent";4.3.2026;1.280,50;EUR;A-17\r\nnew.person@mail.example;Filter;5.3.2026;12;EUR;A-18\r\nnobody;Valve;soon;1;EUR;A-19\r\n`,
  )
  await page.goto(`${house.url}/customers/bring-in`)
  const counts = (words: string) => page.getByRole('status').getByText(words).waitFor()
  await page.getByLabel('CSV file').setInputFiles(file)
  await page.getByRole('button', { name: 'Try it out' }).click()
  await counts('2 new, 0 known already, 0 corrected, 1 left out')
  await look('take')
  await expectNoViolations(page)
  await page.getByRole('button', { name: 'Bring it in' }).click()
  await page.getByText('Brought in.').waitFor()
  await page.getByLabel('CSV file').setInputFiles(file)
  await page.getByRole('button', { name: 'Try it out' }).click()
  await counts('0 new, 2 known already, 0 corrected, 1 left out')
  await page.goto(`${house.url}/customers/${row!.customerId}`)
  await page
    .getByRole('region', { name: 'What they bought and use' })
    .getByText('Pump, silent')
    .first()
    .waitFor()
  await page.getByRole('region', { name: 'Everything between us' }).getByText('Pump, silent').waitFor()
  await look('person')
  await expectNoViolations(page)
  expect(heard).toEqual([])
}, 300_000)

it('brings two together who are one, and parts them again', async () => {
  const heard = complaints(page)
  const inboxes = await (await page.request.get(`${house.url}/api/v1/inboxes`)).json()
  const add = async (email: string) => {
    const answer = await page.request.post(`${house.url}/api/v1/customers`, {
      data: { name: 'Edith Prado', inboxId: inboxes.items[0].id, emails: [email] },
    })
    return (await answer.json()).id as string
  }
  const stays = await add('edith@prado-tiles.example')
  const goes = await add('e.prado@prado-tiles.example')
  await page.goto(`${house.url}/customers/${stays}`)
  const same = page.getByRole('region', { name: 'The same person?' })
  await same.getByText('same name, both at prado-tiles.example').waitFor()
  await look('same')
  await expectNoViolations(page)
  await same.getByRole('button', { name: /bring them together/ }).click()
  await page.getByText('Brought together with Edith Prado by').waitFor()
  await page.goto(`${house.url}/customers/${goes}`)
  await page.waitForURL(`${house.url}/customers/${stays}`)
  await page.getByRole('button', { name: /Part them again/ }).click()
  await same.waitFor()
  // And who belongs together has a page.
  await page.getByRole('button', { name: 'Add to what we know' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Company or household' }).press('Enter')
  await page.getByLabel('Name', { exact: true }).fill('Prado Tiles')
  await page.getByLabel('What they do or are there').fill('runs it')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('region', { name: 'Around them' }).getByRole('link', { name: 'Prado Tiles' }).click()
  await page.getByRole('heading', { name: 'Prado Tiles' }).waitFor()
  await look('circle')
  await expectNoViolations(page)
  expect(heard).toEqual([])
}, 300_000)

it('tells everything between us in one column, also after a conversation was open', async () => {
  const [row] = await rowsOf(page, house, 'for-me')
  await page.goto(`${house.url}/conversations/${row!.id}`)
  await page.getByRole('link', { name: 'Everything between us' }).click()
  const chapter = page.locator('.life > li').first()
  const words = chapter.locator('.timeline-item p').first()
  await words.waitFor()
  const [head, first] = [await chapter.locator('.life-head').boundingBox(), await words.boundingBox()]
  expect(head!.y + head!.height).toBeLessThanOrEqual(first!.y)
  // Nothing of a letter's own frame, and next to the whole column for the words.
  const column = await chapter.boundingBox()
  expect(first!.width).toBeGreaterThan(column!.width * 0.8)
})
