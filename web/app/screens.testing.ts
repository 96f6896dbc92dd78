import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { expectNoViolations, type Look, launchBrowser } from '#journeys/browser.ts'
import { leaveNothing, type RunningTend, startTend } from '#journeys/house.ts'
import { english, type Tongue } from './tongues.testing.ts'
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
/** Address, what must be drawn before it is looked at, and the words of the title: keys of the catalogue, names of guides and checks. */
type Screen = [address: string, drawn: string, ...title: string[]]
export const screens: Screen[] = [
  ['/today', '.greeting', 'rail.today'],
  ['/inbox/waiting-for-us', '.conversation-row', 'rail.inbox'],
  ['/inbox/making-right', '.recovery-row', 'rail.inbox'],
  ['/promises', '.ribbon', 'rail.promises'],
  ['/matters', '.matter-row', 'matters.title'],
  ['/status-page', '.status-line', 'statusPage.title'],
  ['/statements', '.statement-row', 'statements.title', 'statusPage.title'],
  ['/incidents', '.incident-row', 'incident.title'],
  ['/incidents/new', '#incident-what', 'incident.title'],
  ['/customers', '.person-row', 'rail.customers'],
  ['/circles', '.person-row', 'rail.customers'],
  ['/customers/bring-in', '#take-file', 'rail.customers'],
  ['/views', '.view-line', 'rail.inbox'],
  ['/views/new', '.filter-one', 'rail.inbox'],
  ['/search?q=boiler', '.person-row', 'rail.search'],
  ['/library', 'article.card', 'rail.library'],
  ['/library/extras', '.extras-row', 'rail.library'],
  ['/help', '.guide h1', 'guide:first-day', 'rail.help'],
  ['/help/care-language', '.guide-table', 'guide:care-language', 'rail.help'],
  ['/settings/care?part=voice', '.voice-page', 'rail.settings'],
  ['/settings/care?part=words', '.word-line', 'rail.settings'],
  ['/settings/care', '.guide-check', 'rail.settings'],
  ['/practice', '.practice-marks', 'practice.title', 'rail.settings'],
  ['/practice/empathy.late', '.practice-told', 'check:empathy.late', 'practice.title', 'rail.settings'],
  ['/practice/in.failure', '.practice-told', 'check:in.failure', 'practice.title', 'rail.settings'],
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
    'translation',
    'data',
    'health',
  ].map((section): Screen => [`/settings/${section}`, '.settings section > :not(h1, h2)', 'rail.settings']),
]

/** To another screen as a press on a link does it; loading everything anew for each would only test the network. */
export const walk = (page: Page, address: string) =>
  page.evaluate((path) => history.pushState(null, '', path), address)

/** In both themes, one after the other: only colours differ between them, so the page is not walked to twice. */
export async function holds(page: Page, heard: readonly string[], where: string): Promise<void> {
  await expectNoViolations(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectNoViolations(page, 'colours')
  await page.emulateMedia({ colorScheme: 'light' })
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(wide, `${where} is wider than the window`).toBeLessThanOrEqual(0)
  expect(heard, where).toEqual([])
}

/** In which words the walk finds its way, how it begins, and what is asked of each screen. */
export interface Walk extends Tongue {
  /** How the browser is set before anything is opened. */
  opened: { options?: BrowserContextOptions; first?: (page: Page) => Promise<void> }
  holds: (page: Page, heard: readonly string[], where: string) => Promise<void>
}
const inEnglish: Walk = { ...english, opened: {}, holds }

/** The walk through the whole house in one width; two files share the widths, so that two workers share the walk. */
export function walksEveryScreen(
  here: { house: RunningTend; browser: Browser },
  look: Look,
  { say, titled, opened, holds }: Walk = inEnglish,
): void {
  const enter = async (who: 'rosa' | 'ana') => {
    const page = await visit(here.house, here.browser, who, look, opened.options)
    await opened.first?.(page)
    return page
  }

  it('every screen holds: no barrier, no sideways scrolling, its title, no complaint', async () => {
    const page = await enter('rosa')
    const heard = complaints(page)
    await page.goto(here.house.url)
    await page.locator('.greeting').waitFor()
    for (const [address, drawn, ...title] of screens) {
      await walk(page, address)
      await expect.poll(() => page.title(), { message: address, timeout: 60_000 }).toBe(titled(title, casa))
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
    const page = await enter('ana')
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
    await page.getByRole('button', { name: say('care.voice') }).click()
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
    await page.getByRole('tab', { name: say('composer.note') }).click()
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
      await page
        .locator('.panel')
        .getByRole('button', { name: say('app.cancel') })
        .click()
    }
    await page.context().close()
  }, 600_000)

  it('what floats above a screen holds', async () => {
    const page = await enter('ana')
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
    await page
      .getByRole('button', { name: say('promise.tellFirst') })
      .first()
      .click()
    await page.getByRole('dialog').locator('textarea').waitFor()
    await holds(page, heard, 'tell them first')
    await page.context().close()
  }, 600_000)
}
