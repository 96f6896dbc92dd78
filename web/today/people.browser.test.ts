import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { expectNoViolations, launchBrowser, takePicture } from '#journeys/browser.ts'
import { leaveNothing, type RunningTend, startTend } from '#journeys/house.ts'
import { complaints, rowsOf, visit } from '#web/app/visiting.testing.ts'
import { t } from '#web/text/t.ts'

let house: RunningTend
let browser: Browser
let page: Page
beforeAll(async () => {
  ;[house, browser] = await Promise.all([startTend({ env: { TEND_DEMO: '1' } }), launchBrowser()])
  page = await visit(house, browser, 'ben')
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await leaveNothing()
})
const pictures = process.env.TEND_LOOK === '1'
const look = async (name: string) => {
  if (!pictures) return
  await takePicture(page, name, true)
  await page.emulateMedia({ colorScheme: 'dark' })
  await takePicture(page, name, true)
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize({ width: 390, height: 844 })
  await takePicture(page, name, true)
  await page.setViewportSize({ width: 1280, height: 800 })
}

it('takes a handover on from Today, with the words that tell the customer ready to send', async () => {
  const heard = complaints(page)
  await page.goto(`${house.url}/today`)
  const card = page.locator('.handover-card', { hasText: 'asks you to take on' })
  await card.getByText('never between patients', { exact: false }).waitFor()
  await look('today')
  await expectNoViolations(page)
  await card.locator('.says').getByRole('link').click()
  const here = page.locator('.talk .handover-card')
  await here.waitFor()
  await look('handover')
  await here.getByRole('button', { name: 'Take it on' }).press('Enter')
  await page.getByText('does not know yet that you are there').waitFor()
  await page.locator('.answer [contenteditable]', { hasText: 'I take this on from here' }).waitFor()
  await look('taken')
  await expectNoViolations(page)
  expect(heard).toEqual([])
}, 300_000)

it('hands over with the brief read from the conversation, and takes it back', async () => {
  await page.locator('#assign').press('Enter')
  await page.getByRole('menuitemradio', { name: /Ana Costa/ }).press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Who').waitFor()
  await expect.poll(() => dialog.getByLabel('Who').inputValue()).toContain('Helen')
  await look('brief')
  await expectNoViolations(page)
  await dialog.getByRole('button', { name: 'Ask Ana' }).press('Enter')
  await page.getByText('Ana has not said yes').waitFor()
  await page.getByRole('button', { name: 'Take it back' }).press('Enter')
  await page.getByText('Ana has not said yes').waitFor({ state: 'detached' })
}, 300_000)

it('tells people before they ask, one by one, each with a look', async () => {
  await page.goto(`${house.url}/matters`)
  await page.getByRole('link', { name: /comes a week late/ }).waitFor()
  await look('matters')
  await expectNoViolations(page)
  await page.getByRole('link', { name: /comes a week late/ }).click()
  const samuel = page.locator('.to-tell', { hasText: 'Sam' })
  await samuel.getByRole('button').waitFor()
  await look('matter')
  await expectNoViolations(page)
  await samuel.getByRole('button').press('Enter')
  const words = page.getByRole('dialog').locator('textarea')
  await expect
    .poll(() => words.inputValue(), { timeout: 30_000 })
    .toMatch(/before you have to ask[\s\S]*turned back at the border[\s\S]*Ben$/)
  await look('tell')
  await expectNoViolations(page)
  await page.getByRole('dialog').getByRole('button', { name: 'Send' }).press('Enter')
  await samuel.getByText('we wrote first').waitFor()
}, 300_000)

it('names whose customer they are and keeps a goal in the words of their letter', async () => {
  const heating = (await rowsOf(page, house, 'looked-after')).find((row) =>
    /^Floor heating/.test(row.subject),
  )!
  await page.goto(`${house.url}/conversations/${heating.id}`)
  const about = page.locator('.about')
  await about.getByText('Your customer').waitFor()
  await about.locator('.goal', { hasText: 'fix it myself' }).waitFor()
  await look('about')
  await expectNoViolations(page)
  // The words are chosen in the letter first.
  await page.evaluate(() => {
    const letters = [...document.querySelectorAll('.message.in')]
    getSelection()!.selectAllChildren(letters.find((one) => one.textContent?.includes('nine good toes'))!)
  })
  await about.getByRole('button', { name: '+ a goal, in their words' }).click()
  await about.getByText('From their letter').waitFor()
  await about
    .getByLabel('What do they want to reach?', { exact: false })
    .fill('Warm feet on both sides of the bed')
  await about.getByRole('button', { name: 'Save' }).press('Enter')
  await about.locator('.goal', { hasText: 'Warm feet on both sides' }).waitFor()
}, 300_000)

it('asks of nobody a first step that is not theirs, and puts what is left away', async () => {
  await page.goto(`${house.url}/today`)
  const steps = page.locator('.steps')
  await steps.getByText(t('steps.password')).waitFor()
  // Ben connects no mailboxes and invites nobody: a step he cannot take would stand there for ever.
  expect(await steps.getByText(t('steps.mailbox')).count()).toBe(0)
  expect(await steps.getByText(t('steps.team')).count()).toBe(0)
  await steps.getByRole('button', { name: t('steps.away') }).click()
  await steps.waitFor({ state: 'detached' })
  await page.reload()
  await page.locator('.greeting').waitFor()
  expect(await steps.count()).toBe(0)
}, 120_000)
