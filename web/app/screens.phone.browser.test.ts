import { describe, expect, it } from 'vitest'
import { looks, settle } from '#journeys/browser.ts'
import { aHouseToWalk, screens, walk, walksEveryScreen } from './screens.testing.ts'
import { complaints, rowsOf, visit } from './visiting.testing.ts'

const here = aHouseToWalk()

describe('on a phone, in light and in dark', () => walksEveryScreen(here, looks[2]!))

describe('at the narrowest', () => {
  it('nothing scrolls sideways at 360 px, nor with letters twice as large', async () => {
    const page = await visit(here.house, here.browser, 'rosa', looks[2])
    const heard = complaints(page)
    const [first] = await rowsOf(page, here.house, 'waiting-for-us')
    await page.goto(here.house.url)
    await page.locator('.greeting').waitFor()
    for (const [at, address] of [`/conversations/${first!.id}`, ...screens.map(([one]) => one)].entries())
      for (const [width, letters] of [
        [360, '100%'],
        [640, '200%'],
      ] as const) {
        // Large letters on every other screen; what they are made of is the same.
        if (letters === '200%' && at % 2) continue
        await page.setViewportSize({ width, height: 800 })
        await walk(page, address)
        await page.locator('main :is(h1, h2):visible').first().waitFor()
        await page.evaluate((size) => {
          document.documentElement.style.fontSize = size
        }, letters)
        await settle(page)
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        expect(wide, `${address} at ${width} with letters of ${letters}`).toBeLessThanOrEqual(0)
      }
    expect(heard).toEqual([])
    await page.context().close()
  }, 600_000)
})
