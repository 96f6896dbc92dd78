import { describe, it } from 'vitest'
import { expectNoViolations, looks, openPage, settle } from '#journeys/browser.ts'
import { aHouseToWalk, holds, walksEveryScreen } from './screens.testing.ts'
import { complaints } from './visiting.testing.ts'

const here = aHouseToWalk()

describe('at a desk, in light and in dark', () => walksEveryScreen(here, looks[0]!))

describe('outside the house', () => {
  it.each(looks)('the doors hold at $width in $scheme', async (look) => {
    const page = await openPage(here.browser, look)
    const heard = complaints(page)
    await page.goto(here.house.firstLink!)
    await page.locator('#name').waitFor()
    await holds(page, heard, 'welcome')
    // A spent link is answered 404 on purpose; the browser writes that down, the page says it in words.
    await page.goto(`${here.house.url}/join/this-link-was-used-long-ago`)
    await page.locator('h1').waitFor()
    await settle(page)
    await expectNoViolations(page)
    await page.context().close()
  })
})
