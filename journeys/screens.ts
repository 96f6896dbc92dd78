import type { Browser, Locator, Page } from 'playwright-core'
import { openPage } from './browser.ts'

/** One person at one screen, in the company's own time; `reach` waits as long as a busy machine needs. */
export async function sitDown(browser: Browser): Promise<Page> {
  const page = await openPage(browser, undefined, { timezoneId: 'Europe/Lisbon' })
  page.setDefaultTimeout(60_000)
  return page
}

/** What the people at their screens read from the clock on the wall; their timers go on as they do. */
export async function setWallClock(pages: Page[], now: Date): Promise<void> {
  for (const page of pages) await page.clock.setFixedTime(now)
}

/** A page that is loaded again forgets this; so a screen that still has it was live. */
export const mark = (page: Page): Promise<void> =>
  page.evaluate(() => {
    ;(globalThis as { tendNotReloaded?: boolean }).tendNotReloaded = true
  })
export const isMarked = (page: Page): Promise<boolean> =>
  page.evaluate(() => (globalThis as { tendNotReloaded?: boolean }).tendNotReloaded === true)

/** Names of the people in a list of conversations, from above. */
export const namesIn = async (page: Page): Promise<string[]> =>
  page.locator('.conversation-row').evaluateAll((rows) =>
    rows
      .map((row) => ({
        top: row.getBoundingClientRect().top,
        name: row.querySelector('b')?.textContent ?? '',
      }))
      .sort((a, b) => a.top - b.top)
      .map((row) => row.name),
  )

/** The value of a colour token of the page's present look. */
export const token = (page: Page, name: string): Promise<string> =>
  page.evaluate((property) => {
    const probe = document.createElement('i')
    probe.style.color = `var(${property})`
    document.body.append(probe)
    const { color } = getComputedStyle(probe)
    probe.remove()
    return color
  }, name)

export const colorOf = (place: Locator): Promise<string> =>
  place.evaluate((element) => getComputedStyle(element).color)
