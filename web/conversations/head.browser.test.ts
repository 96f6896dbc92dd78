import { expect, it } from 'vitest'
import { looks } from '#journeys/browser.ts'
import { clientOf } from '#journeys/client.ts'
import { aHouseToWalk, holds } from '#web/app/screens.testing.ts'
import { complaints, rowsOf, visit } from '#web/app/visiting.testing.ts'

const here = aHouseToWalk()

it('leaves a long name whole beside the acts, at every width of a desk', async () => {
  const page = await visit(here.house, here.browser, 'ana', looks[0]!)
  const heard = complaints(page)
  const admin = clientOf(here.house.url, await here.house.key())
  const [row] = await rowsOf(page, here.house, 'for-me')
  const name = 'Konstantinos Papadopoulos'
  await admin.call('PATCH /customers/{id}', {
    params: { id: row!.customerId },
    body: { preferredName: name },
  })
  await page.goto(`${here.house.url}/conversations/${row!.id}`)
  const heading = page.locator('.thread-head h1')
  await heading.filter({ hasText: name }).waitFor()
  await page.locator('.prose').waitFor()
  for (const width of [1280, 1000, 920]) {
    await page.setViewportSize({ width, height: 800 })
    const cut = await heading.evaluate(
      (one) => one.scrollWidth > one.clientWidth || one.scrollHeight > one.clientHeight + 2,
    )
    expect(cut, `at ${width}`).toBe(false)
    await holds(page, heard, `the head at ${width}`)
  }
  await page.context().close()
}, 120_000)
