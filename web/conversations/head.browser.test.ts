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

it('leaves the letter its room while something is decided beside a draft', async () => {
  const page = await visit(here.house, here.browser, 'ana', { ...looks[0]!, width: 1280 })
  await page.setViewportSize({ width: 1280, height: 800 })
  let decided = 0
  for (const row of (await rowsOf(page, here.house, 'waiting-for-us')).slice(0, 4)) {
    await page.goto(`${here.house.url}/conversations/${row.id}`)
    await page.locator('.prose').click()
    await page.keyboard.type(
      'I will call you tomorrow at 11:00. Sorry if it was a problem for you. It is a nice day.',
    )
    await page.locator('.care .hint, .promise-chip').first().waitFor()
    const may = page.locator('.may-decide > p .button').first()
    if (!(await may.count())) continue
    await may.click()
    await page.locator('.decide').waitFor()
    decided++
    const height = async (of: string) => (await page.locator(of).boundingBox())?.height ?? 0
    await expect.poll(() => height('.timeline'), { message: row.subject }).toBeGreaterThanOrEqual(160)
    const send = (await page.locator('.send .button.primary').boundingBox())!
    expect(send.y + send.height, row.subject).toBeLessThanOrEqual(800)
  }
  expect(decided).toBeGreaterThan(1)
  await page.context().close()
}, 180_000)
