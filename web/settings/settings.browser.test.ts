import { mkdirSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { practiceNames } from '#contract/practices.ts'
import { expectNoViolations, looks } from '#journeys/browser.ts'
import { clientOf } from '#journeys/client.ts'
import { type Mailbox, openMailbox } from '#journeys/imap.ts'
import { until } from '#journeys/until.ts'
import { aHouseToWalk, holds, walk } from '#web/app/screens.testing.ts'
import { tongueOf } from '#web/app/tongues.testing.ts'
import { complaints, visit } from '#web/app/visiting.testing.ts'
import { t } from '#web/text/t.ts'
import { hrefOf } from './find.ts'
import { groupsFor } from './sections.ts'

const here = aHouseToWalk()
let box: Mailbox
const address = 'letters@casa-amaral.example'
beforeAll(async () => {
  box = await openMailbox(address)
})
afterAll(() => box?.close())

const wide = looks[0]!
const narrow = looks[2]!
const sized = (look: typeof wide) => (look === narrow ? { viewport: { width: 360, height: 800 } } : {})
/** A screen of this person; nothing here takes longer. */
const enter = async (...given: Parameters<typeof visit>) => {
  const page = await visit(...given)
  page.setDefaultTimeout(20_000)
  return page
}
/** To look at what a test walks through: TEND_PICTURES names a folder. */
const picture = async (page: Page, name: string) => {
  const folder = process.env.TEND_PICTURES
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.screenshot({ path: `${folder}/${name}-${colorScheme}.png` })
  }
  await page.emulateMedia({ colorScheme: 'light' })
}
const finder = (page: Page, say: (key: 'settings.find') => string = t) =>
  page.getByRole('combobox', { name: say('settings.find') })
const entry = (page: Page, name: string) => page.locator('.settings .group').getByRole('link', { name })
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest('.field, label, h2, h3, li')?.textContent?.trim() ?? '')

describe.each([
  ['en', wide, 'dark mode', 'closed', 'holidays.title', '/settings/company'],
  ['en', narrow, 'dark mode', 'closed', 'holidays.title', '/settings/company'],
  ['de', wide, 'dunkel', 'feiertag', 'holidays.title', '/settings/company'],
  ['de', narrow, 'dunkel', 'feiertag', 'holidays.title', '/settings/company'],
  ['rtl', narrow, 'dark mode', 'closed', 'holidays.title', '/settings/company'],
] as const)('in %s', (language, look, dark, word, label, path) => {
  const { say } = tongueOf(language)

  it(`a setting is found by any of its words, at ${look === wide ? 1280 : 360}`, async () => {
    const page = await enter(here.house, here.browser, 'rosa', look, {
      locale: language === 'de' ? 'de-DE' : 'en-GB',
      ...sized(look),
    })
    if (language === 'rtl') await page.addInitScript(() => localStorage.setItem('tend.mirror', 'rtl'))
    const heard = complaints(page)
    await page.goto(`${here.house.url}/settings`)
    await entry(page, say('settings.look')).waitFor()
    await page.locator('.light').first().waitFor()
    await holds(page, heard, 'all settings')
    await picture(page, `all-${language}-${look.width}`)

    await page.keyboard.press('/')
    await page.keyboard.type(dark)
    await page.getByRole('option', { name: say('look.theme') }).waitFor()
    await holds(page, heard, 'what is found')
    await picture(page, `found-${language}-${look.width}`)
    await page.keyboard.press('Enter')
    await page.waitForURL('**/settings/look')
    await expect.poll(() => focused(page)).toContain(say('look.theme'))
    await holds(page, heard, 'where it led')

    await finder(page, say).fill(word)
    await page.getByRole('option').nth(1).waitFor()
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => page.getByRole('option').nth(1).getAttribute('aria-selected')).toBe('true')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await page.waitForURL(`**${path}`)
    await expect.poll(() => focused(page)).toContain(say(label))
    await picture(page, `led-${language}-${look.width}`)

    await finder(page, say).fill('zzzz')
    await page.getByText(say('settings.foundNone')).waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => finder(page, say).inputValue()).toBe('')
    await page.context().close()
  }, 300_000)
})

it('shows a narrow screen the list, then what was chosen from it, and the way back', async () => {
  const page = await enter(here.house, here.browser, 'rosa', narrow, sized(narrow))
  await page.goto(`${here.house.url}/settings`)
  await entry(page, t('settings.away')).click()
  await page.waitForURL('**/settings/away')
  await page.getByRole('heading', { name: t('settings.away') }).waitFor()
  expect(await entry(page, t('settings.look')).isVisible()).toBe(false)
  await expect.poll(() => focused(page)).toBe(t('settings.away'))
  await page.getByRole('link', { name: t('settings.all') }).click()
  await entry(page, t('settings.look')).waitFor()
  await page.context().close()
}, 300_000)

it('shows a teammate only what is theirs, and the palette finds it too', async () => {
  const page = await enter(here.house, here.browser, 'ben', wide)
  await page.goto(`${here.house.url}/settings`)
  await entry(page, t('settings.look')).waitFor()
  expect(await entry(page, t('settings.mailboxes')).count()).toBe(0)
  await finder(page).fill('backup')
  await page.getByText(t('settings.foundNone')).waitFor()

  await page.goto(`${here.house.url}/promises`)
  await page.locator('.ribbon').first().waitFor()
  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type('easier let')
  await page.getByRole('option', { name: t('look.easierLetters') }).waitFor()
  await page.keyboard.press('Enter')
  await page.waitForURL('**/settings/look')
  await expect.poll(() => focused(page)).toContain(t('look.easierLetters'))
  await page.context().close()
}, 300_000)

it('leads to every setting: each stands on its page under the name it was found by', async () => {
  const admin = clientOf(here.house.url, await here.house.key())
  for (const name of practiceNames)
    await admin.call('PUT /practices/{name}', { params: { name }, body: { on: true } })
  const page = await enter(here.house, here.browser, 'rosa', wide)
  await page.goto(`${here.house.url}/settings`)
  await entry(page, t('settings.look')).waitFor()
  const missed: string[] = []
  for (const section of groupsFor('admin').flatMap((group) => group.sections))
    for (const setting of section.holds) {
      await walk(page, hrefOf(section, setting))
      await page
        .waitForFunction(() => !location.search.includes('find='), null, { timeout: 6000 })
        .catch(() => missed.push(setting.label))
    }
  expect(missed).toEqual([])
  await page.context().close()
}, 300_000)

it('lights what needs somebody, and goes out when it is mended', async () => {
  const admin = clientOf(here.house.url, await here.house.key())
  const server = (password: string) => ({
    host: '127.0.0.1',
    port: box.port,
    security: 'none' as const,
    user: address,
    password,
  })
  const { id } = await admin.call('POST /mailboxes', {
    body: { address, inboxName: 'Letters', imap: server('what it was before') },
  })
  const state = async () => (await admin.call('GET /mailboxes')).items.find((one) => one.id === id)!.state
  await until('the old password is refused', async () => (await state()) === 'failing')

  const page = await enter(here.house, here.browser, 'rosa', wide)
  const lit = (label: 'settings.mailboxes' | 'settings.data', light: 'lights.bad' | 'lights.watch') =>
    entry(page, t(label)).filter({ hasText: t(light) })
  const heard = complaints(page)
  await page.goto(`${here.house.url}/settings/me`)
  await lit('settings.mailboxes', 'lights.bad').waitFor()
  await lit('settings.data', 'lights.watch').click()
  await page.locator('.settings .ribbon').waitFor()
  await holds(page, heard, 'a light and its words')
  await picture(page, 'lights')

  await admin.call('PATCH /mailboxes/{id}', { params: { id }, body: { imap: server(box.password) } })
  await until('letters come again', async () => (await state()) === 'connected')
  const mailboxes = entry(page, t('settings.mailboxes'))
  await expect.poll(() => mailboxes.innerText(), { timeout: 60_000 }).not.toContain(t('lights.bad'))
  await page.context().close()
}, 300_000)

it('archives an inbox that nobody uses, beside the rail, and brings it back', async () => {
  const admin = clientOf(here.house.url, await here.house.key())
  const old = await admin.call('POST /inboxes', {
    body: { name: 'Old counter', address: 'counter@casa-amaral.example' },
  })
  const page = await enter(here.house, here.browser, 'rosa', wide)
  await page.goto(`${here.house.url}/settings/mailboxes`)
  const isArchived = async () =>
    (await admin.call('GET /inboxes')).items.find((one) => one.id === old.id)!.archivedAt !== null
  await page.getByRole('button', { name: t('mailbox.archiveWhich', { name: old.name }) }).click()
  const toast = page.locator('.toast')
  await toast.filter({ hasText: t('mailbox.archived', { name: old.name }) }).waitFor()
  expect(await isArchived()).toBe(true)
  const [told, rail] = [await toast.boundingBox(), await page.locator('.rail').boundingBox()]
  expect(told!.x).toBeGreaterThanOrEqual(rail!.x + rail!.width)
  await expectNoViolations(page)
  await picture(page, 'archived')
  await page.keyboard.press('c')
  await page.locator('#new-subject').waitFor()
  expect(await page.locator('#new-inbox option').allInnerTexts()).not.toContainEqual(
    expect.stringContaining(old.name),
  )
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: t('app.undo') }).click()
  await page.getByRole('button', { name: t('mailbox.archiveWhich', { name: old.name }) }).waitFor()
  expect(await isArchived()).toBe(false)
  await page.context().close()
}, 300_000)
