import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import axe from 'axe-core'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { findChromium } from './chromium.ts'

/** How a page is looked at. Every screen must hold in all four. */
export interface Look {
  width: 1280 | 390
  scheme: 'light' | 'dark'
}

export const looks: readonly Look[] = [
  { width: 1280, scheme: 'light' },
  { width: 1280, scheme: 'dark' },
  { width: 390, scheme: 'light' },
  { width: 390, scheme: 'dark' },
]

/**
 * A headless Chromium; the caller closes it. Never with the package's own `chromium.args`: they switch web security and
 * site isolation off, and a test of scripts in mail, frames or cross-origin requests would prove nothing.
 */
export async function launchBrowser(): Promise<Browser> {
  const { executablePath, env } = await findChromium()
  return chromium.launch({
    executablePath,
    headless: true,
    // No sandbox: it cannot be had as root or in most containers, and tests open only our own pages.
    args: ['--no-sandbox', '--headless=shell'],
    env: { ...process.env, ...env },
  })
}

/** A page with cookies of its own, as one person at one screen. */
export async function openPage(
  browser: Browser,
  { width, scheme }: Look = looks[0]!,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height: width === 390 ? 844 : 800 },
    ...(width === 390 ? { hasTouch: true, isMobile: true, deviceScaleFactor: 2 } : {}),
    colorScheme: scheme,
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    // A worker would bring the whole shell to every page of every test; the test that is about it lets it in.
    serviceWorkers: 'block',
    ...options,
  })
  return context.newPage()
}

/** Waits for fonts, and for what still moves: half-faded text has a contrast of its own. Endless motion is not waited for. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready
    const moving = document
      .getAnimations()
      .filter((one) => Number.isFinite(Number(one.effect?.getComputedTiming().endTime ?? 0)))
    await Promise.allSettled(moving.map((one) => one.finished))
  })
}

const gallery = fileURLToPath(new URL('../screenshots/', import.meta.url))

/** Writes `screenshots/<name>-<width>-<scheme>.png` (not kept by git) and returns its path. */
export async function takePicture(page: Page, name: string, fullPage = false): Promise<string> {
  await settle(page)
  const width = page.viewportSize()?.width ?? 0
  const dark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)
  const path = `${gallery}${name}-${width}-${dark ? 'dark' : 'light'}.png`
  await mkdir(dirname(path), { recursive: true })
  await page.screenshot({ path, fullPage, animations: 'disabled' })
  return path
}

/**
 * Throws with every violation of WCAG 2.2 AA (and axe's best practices) on the page: rule, reason, element. `colours` asks only the
 * rules that depend on the theme, for the other theme of what was asked everything already. Frames hold what others wrote, and
 * are not asked. Axe runs in the page itself: its own driver brings it anew and opens a second page each time, which took
 * five times as long as the asking.
 */
export async function expectNoViolations(page: Page, which: 'all' | 'colours' = 'all'): Promise<void> {
  await settle(page)
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const runOnly: axe.RunOptions['runOnly'] =
    which === 'colours'
      ? { type: 'rule', values: ['color-contrast', 'link-in-text-block'] }
      : {
          type: 'tag',
          values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        }
  const violations = await page.evaluate(
    async (options) => {
      const inPage = (window as unknown as { axe: typeof axe }).axe
      const { violations } = await inPage.run(document, options)
      // What has been scrolled under a head that stays is out of reach until it is scrolled back, not a target that is too small.
      const isUnder = (selector: unknown) => {
        const one = typeof selector === 'string' ? document.querySelector(selector) : null
        if (!one) return false
        const { left, top, width, height } = one.getBoundingClientRect()
        const seen = document.elementFromPoint(left + width / 2, top + height / 2)
        return seen !== null && !one.contains(seen) && !seen.contains(one)
      }
      return violations
        .map((one) => ({
          ...one,
          nodes: one.id === 'target-size' ? one.nodes.filter((node) => !isUnder(node.target[0])) : one.nodes,
        }))
        .filter((one) => one.nodes.length > 0)
    },
    { runOnly, iframes: false, resultTypes: ['violations'] } satisfies axe.RunOptions,
  )
  if (violations.length === 0) return
  const lines = violations.flatMap(({ id, help, nodes }) => [
    `${id}: ${help}`,
    ...nodes.map(
      (node) =>
        `    ${node.target.join(' ')}  ${node.html.slice(0, 160)}\n      ${node.any[0]?.message ?? ''}`,
    ),
  ])
  throw new Error(`axe found ${violations.length} violations on ${page.url()}\n${lines.join('\n')}`)
}
