import { appendFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { expectNoViolations, looks, openPage } from '#journeys/browser.ts'
import { aHouseToWalk, type Walk, walksEveryScreen } from './screens.testing.ts'
import { tongueOf } from './tongues.testing.ts'

/**
 * UX.md, U5, whole: every screen in light, dark and with more contrast, at 1280 and at 360 px, in English, in German and read from the
 * right. Half an hour, so it is asked for: TEND_LOOKS=all. TEND_LOOKS_REPORT names a file for what was found, screen by screen.
 */
const isAsked = process.env.TEND_LOOKS === 'all'
const report = process.env.TEND_LOOKS_REPORT
const pictures = process.env.TEND_LOOKS_PICTURES

const tongues = [
  ['en', { locale: 'en-GB' }],
  ['de', { locale: 'de-DE' }],
  ['rtl', { locale: 'en-GB' }],
] as const

describe.runIf(isAsked)('every screen in every look', () => {
  const here = aHouseToWalk()
  const found: string[] = []
  let looked = 0

  for (const width of [1280, 360] as const)
    for (const [language, options] of tongues) {
      const walk = {
        ...tongueOf(language),
        opened: {
          options: { ...options, viewport: { width, height: 800 } },
          first: async (page) => {
            if (language === 'rtl') await page.addInitScript(() => localStorage.setItem('tend.mirror', 'rtl'))
          },
        },
        // All of them are told at the end: whoever mends them wants to see all.
        holds: async (page, heard, where) => {
          const note = (what: string) => {
            found.push(what)
            if (report) appendFileSync(report, `${what}\n`)
          }
          const place = `${where} (${language}, ${width})`
          for (const [theme, which] of themes) {
            await inTheme(page, theme)
            looked++
            if (pictures)
              await picture(page, `${language} ${width} ${String(looked).padStart(4, '0')} ${where} ${theme}`)
            await expectNoViolations(page, which).catch((error: Error) =>
              note(`${place}, ${theme}: ${error.message}`),
            )
          }
          await inTheme(page, 'light')
          const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
          if (wide > 0) note(`${place}: ${wide} px wider than the window`)
          for (const text of await page.evaluate(clipped)) note(`${place}: cut off: ${text}`)
          for (const line of heard) note(`${place}: ${line}`)
          ;(heard as string[]).length = 0
        },
      } satisfies Walk
      const look = looks[width === 1280 ? 0 : 2]!
      describe(`${language} at ${width}`, () => {
        walksEveryScreen(here, look, walk)

        it('the doors hold', async () => {
          const page = await openPage(here.browser, look, walk.opened.options)
          await walk.opened.first?.(page)
          await page.goto(here.house.firstLink!)
          await page.locator('#name').waitFor()
          await walk.holds(page, [], 'welcome')
          // A spent link is answered 404 on purpose; the page says it in words.
          await page.goto(`${here.house.url}/join/this-link-was-used-long-ago`)
          await page.locator('h1').waitFor()
          await walk.holds(page, [], 'a spent link')
          await page.context().close()
        }, 600_000)
      })
    }

  afterAll(() => {
    if (report) appendFileSync(report, `looked ${looked} times, found ${found.length}\n`)
  })

  it('found nothing', () => {
    expect(looked).toBeGreaterThan(500)
    expect(found).toEqual([])
  })
})

/** Only colours differ between themes, so only the first is asked everything. */
const themes = [
  ['light', 'all'],
  ['dark', 'colours'],
  ['contrast', 'colours'],
] as const

async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(pictures!, { recursive: true })
  await page.screenshot({ path: join(pictures!, `${name.replaceAll(/[^\w.-]+/g, '-')}.png`) })
}

async function inTheme(page: Page, theme: 'light' | 'dark' | 'contrast'): Promise<void> {
  await page.emulateMedia({ colorScheme: theme === 'dark' ? 'dark' : 'light' })
  await page.evaluate(
    (contrast) => {
      document.documentElement.dataset.contrast = contrast
    },
    theme === 'contrast' ? 'more' : 'normal',
  )
}

/** Words of the interface that do not fit where they stand, or are broken in the middle: on buttons, in labels, headings and the rail. What is cut with "…" on purpose is not. */
function clipped(): string[] {
  const found: string[] = []
  const speaking =
    'button, .button, .chip, label, legend, th, h1, h2, h3, [role="tab"], dt, .help-list a, .rail-item'
  for (const one of document.querySelectorAll<HTMLElement>(speaking)) {
    if (one.closest('.hide') || one.offsetParent === null || !one.textContent?.trim()) continue
    const style = getComputedStyle(one)
    if (style.textOverflow === 'ellipsis' || one.querySelector('input, select')) continue
    const { left, right, width } = one.getBoundingClientRect()
    if (width < 2) continue
    const texts = document.createTreeWalker(one, NodeFilter.SHOW_TEXT)
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      if (text.parentElement?.closest('.hide')) continue
      for (const word of (text.nodeValue ?? '').matchAll(/[\p{L}\p{M}]{3,}/gu)) {
        const letters = document.createRange()
        letters.setStart(text, word.index)
        letters.setEnd(text, word.index + word[0].length)
        const lines = new Set([...letters.getClientRects()].map((rect) => Math.round(rect.top)))
        if (lines.size > 1) found.push(`broken in the middle: ${word[0]} (${one.className})`)
      }
    }
    const cut = style.overflowX !== 'visible' && one.scrollWidth > one.clientWidth + 1
    const words = document.createRange()
    words.selectNodeContents(one)
    const over = [...words.getClientRects()].some(
      (rect) => rect.width > 1 && (rect.left < left - 2 || rect.right > right + 2),
    )
    const hides = [...one.querySelectorAll<HTMLElement>('*')].some(
      (inner) =>
        inner.classList.contains('hide') ||
        getComputedStyle(inner).textOverflow === 'ellipsis' ||
        getComputedStyle(inner).position === 'absolute',
    )
    if (cut || (over && !hides))
      found.push(`${one.tagName} ${one.className}: ${one.textContent.trim().slice(0, 80)}`)
  }
  return found
}
