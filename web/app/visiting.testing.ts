import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { teammates } from '#cast/cast.ts'
import { type Look, openPage } from '#journeys/browser.ts'
import { type RunningTend, tend } from '#journeys/house.ts'

/** A person of the cast at a screen of their own, signed in by a link that the machine makes. */
export async function visit(
  house: RunningTend,
  browser: Browser,
  who: keyof typeof teammates,
  look?: Look,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const page = await openPage(browser, look, { timezoneId: 'Europe/Lisbon', ...options })
  page.setDefaultTimeout(60_000)
  await signInHere(house, page, who)
  return page
}

/** In a browser that somebody may be sitting at already. */
export async function signInHere(house: RunningTend, page: Page, who: keyof typeof teammates): Promise<void> {
  const { stdout } = await tend(house.data, 'teammates', 'sign-in-link', teammates[who].email)
  const token = /\/join\/([\w-]+)/.exec(stdout)![1]!
  const entered = await page.request.post(`${house.url}/api/v1/invites/${token}`, {
    data: { timeZone: 'Europe/Lisbon' },
  })
  if (entered.status() !== 201) throw new Error(`${who} did not get in: ${await entered.text()}`)
}

/** Everything the page complained about, for a test to say that there was nothing. */
export function complaints(page: Page): string[] {
  const heard: string[] = []
  page.on('pageerror', (error) => heard.push(error.message))
  page.on('console', (said) => {
    if (said.type() === 'error') heard.push(`${said.text()} ${said.location().url}`)
  })
  return heard
}

/** The conversations of a view, as this person sees them. */
export async function rowsOf(
  page: Page,
  house: RunningTend,
  view: string,
): Promise<{ id: string; customerId: string; subject: string; customer: { name: string } }[]> {
  const answer = await page.request.get(`${house.url}/api/v1/conversations?view=${view}&limit=50`)
  return ((await answer.json()) as { items: [] }).items
}
