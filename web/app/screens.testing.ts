import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { expectNoViolations, type Look, launchBrowser } from '#journeys/browser.ts'
import { leaveNothing, type RunningTend, startTend } from '#journeys/house.ts'
import { complaints, rowsOf, visit } from './visiting.testing.ts'

/** A house with the sample team and a browser, for all tests of one file. */
export function aHouseToWalk(): { house: RunningTend; browser: Browser } {
  const here = {} as { house: RunningTend; browser: Browser }
  beforeAll(async () => {
    ;[here.house, here.browser] = await Promise.all([startTend({ env: { TEND_DEMO: '1' } }), launchBrowser()])
  }, 300_000)
  afterAll(async () => {
    await here.browser?.close()
    await leaveNothing()
  })
  return here
}

const casa = 'Casa Amaral'
/** Address, what must be drawn before it is looked at, and the title. */
type Screen = [address: string, drawn: string, title: string]
export const screens: Screen[] = [
  ['/today', '.greeting', `Today – ${casa}`],
  ['/inbox/waiting-for-us', '.conversation-row', `Inbox – ${casa}`],
  ['/inbox/making-right', '.recovery-row', `Inbox – ${casa}`],
  ['/promises', '.ribbon', `Promises – ${casa}`],
  ['/matters', '.matter-row', `Matters – ${casa}`],
  ['/status-page', '.status-line', `Status page – ${casa}`],
  ['/statements', '.statement-row', `Public statements – Status page – ${casa}`],
  ['/incidents', '.incident-row', `Incidents – ${casa}`],
  ['/incidents/new', '#incident-what', `Incidents – ${casa}`],
  ['/customers', '.person-row', `Customers – ${casa}`],
  ['/circles', '.person-row', `Customers – ${casa}`],
  ['/customers/bring-in', '#take-file', `Customers – ${casa}`],
  ['/views', '.view-line', `Inbox – ${casa}`],
  ['/views/new', '.filter-one', `Inbox – ${casa}`],
  ['/search?q=boiler', '.person-row', `Search – ${casa}`],
  ['/library', 'article.card', `Library – ${casa}`],
  ['/library/extras', '.extras-row', `Library – ${casa}`],
  ['/help', '.guide h1', `Your first day – Help – ${casa}`],
  ['/help/care-language', '.guide-table', `Make the care language your own – Help – ${casa}`],
  ['/settings/care?part=voice', '.voice-page', `Settings – ${casa}`],
  ['/settings/care?part=words', '.word-line', `Settings – ${casa}`],
  ['/settings/care', '.guide-check', `Settings – ${casa}`],
  ['/practice', '.practice-marks', `Practice – Settings – ${casa}`],
  ['/practice/empathy.late', '.practice-told', `See first, then fix – Practice – Settings – ${casa}`],
  ['/practice/in.failure', '.practice-told', `Something of ours failed – Practice – Settings – ${casa}`],
  ...[
    'me',
    'look',
    'mailboxes',
    'signatures',
    'people',
    'blocked',
    'away',
    'oncall',
    'word',
    'lists',
    'practices',
    'their-pages',
    'company',
    'connections',
    'data',
    'health',
  ].map((section): Screen => [`/settings/${section}`, '.settings section > *', `Settings – ${casa}`]),
]

/** To another screen as a press on a link does it; loading everything anew for each would only test the network. */
export const walk = (page: Page, address: string) =>
  page.evaluate((path) => history.pushState(null, '', path), address)

/** In both themes, one after the other: only colours differ between them, so the page is not walked to twice. */
export async function holds(page: Page, heard: string[], where: string): Promise<void> {
  await expectNoViolations(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectNoViolations(page, 'colours')
  await page.emulateMedia({ colorScheme: 'light' })
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(wide, `${where} is wider than the window`).toBeLessThanOrEqual(0)
  expect(heard, where).toEqual([])
}

/** The walk through the whole house in one width; two files share the widths, so that two workers share the walk. */
export function walksEveryScreen(here: { house: RunningTend; browser: Browser }, look: Look): void {
  it('every screen holds: no barrier, no sideways scrolling, its title, no complaint', async () => {
    const page = await visit(here.house, here.browser, 'rosa', look)
    const heard = complaints(page)
    await page.goto(here.house.url)
    await page.locator('.greeting').waitFor()
    for (const [address, drawn, title] of screens) {
      await walk(page, address)
      await expect.poll(() => page.title(), { message: address, timeout: 60_000 }).toBe(title)
      await page.locator(drawn).first().waitFor()
      await holds(page, heard, address)
    }
    await walk(page, '/incidents')
    const incident = (await page.locator('.incident-row').first().getAttribute('href'))!
    for (const [part, drawn] of [
      ['', '.hit-line'],
      ['/letters/1', '.letter-line'],
      ['/closing', '.closing-items'],
    ]) {
      await walk(page, `${incident}${part}`)
      await page.locator(drawn!).first().waitFor()
      await holds(page, heard, `an incident${part}`)
    }
    await page.context().close()
  }, 600_000)

  it('a conversation holds in all its states', async () => {
    const page = await visit(here.house, here.browser, 'ana', look)
    const heard = complaints(page)
    const [first] = await rowsOf(page, here.house, 'for-me')
    await page.goto(`${here.house.url}/conversations/${first!.id}`)
    await page.locator('.prose').waitFor()
    await holds(page, heard, 'conversation')
    await page.locator('.prose').click()
    await page.keyboard.type('Dear you,\n\nI will call you tomorrow at 11:00')
    await page.locator('.promise-chip').waitFor()
    await holds(page, heard, 'the promise at the caret')
    await page.keyboard.press('Tab')
    await page.locator('.promise-mark.kept').waitFor()
    await holds(page, heard, 'the kept promise')
    await page.keyboard.type(' and then all is well. Sorry if it was a problem for you.')
    // The hint comes when nobody types, and moves what is below it.
    await page.locator('.care .hint').waitFor()
    await page.locator('.thoughts-fold').click()
    await page.locator('.thoughts li').first().waitFor()
    await holds(page, heard, 'more thoughts')
    await page.keyboard.press('Escape')
    await page.locator('.mark').first().focus()
    await page.keyboard.press('Tab')
    await page.locator('.mark-bubble:visible').waitFor()
    await holds(page, heard, 'what a mark means')
    await page.getByRole('button', { name: 'Our voice' }).click()
    await page.getByRole('dialog').locator('.voice-page').waitFor()
    await holds(page, heard, 'our voice')
    await page.keyboard.press('Escape')
    await page.locator('.prose').click()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.press('Delete')
    await page.keyboard.press('/')
    await page.locator('.framework-menu').waitFor()
    await holds(page, heard, 'framework replies')
    await page.keyboard.press('Escape')
    await page.getByRole('tab', { name: 'Note' }).click()
    // What was promised on the phone is kept by the same key as in a reply.
    await page.locator('.composer.note .prose').click()
    await page.keyboard.type('She rang. I will call her back tomorrow at 11:00')
    await page.locator('.composer.note .promise-chip').waitFor()
    await page.keyboard.press('Tab')
    await page.locator('.promise-mark.kept').waitFor()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.press('Delete')
    await holds(page, heard, 'a note')
    await page.keyboard.press('Escape')
    for (const key of ['e', 'h', 'p']) {
      await page.locator('.timeline').focus()
      await page.keyboard.press(key)
      await page.locator('.panel').waitFor()
      await holds(page, heard, `the panel of ${key}`)
      await page.locator('.panel').getByRole('button', { name: 'Cancel' }).click()
    }
    await page.context().close()
  }, 600_000)

  it('what floats above a screen holds', async () => {
    const page = await visit(here.house, here.browser, 'ana', look)
    const heard = complaints(page)
    await page.goto(`${here.house.url}/promises`)
    await page.locator('.ribbon').first().waitFor()
    for (const [key, floats] of [
      ['Control+k', '.palette input'],
      ['?', '.key-grid'],
      ['c', '#new-subject'],
    ] as const) {
      await page.keyboard.press(key)
      await page.locator(floats).waitFor()
      await holds(page, heard, `what ${key} opens`)
      await page.keyboard.press('Escape')
      await page.locator(floats).waitFor({ state: 'detached' })
    }
    await page.getByRole('button', { name: 'Tell them first' }).first().click()
    await page.getByRole('dialog').locator('textarea').waitFor()
    await holds(page, heard, 'tell them first')
    await page.context().close()
  }, 600_000)
}
